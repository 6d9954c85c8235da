import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, fresh, html, isBearer, json, redirect } from '../../lib/answers.ts';
import { contactForm, robots, sample, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';

const www = 'https://inpost.pl';
const wiki = 'https://dokumentacja-inpost.atlassian.net';
const space = `${wiki}/wiki/spaces/PL`;
const api = 'https://api-shipx-pl.easypack24.net';
const sandbox = 'https://sandbox-api-shipx-pl.easypack24.net';

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="pl" dir="ltr"><head><meta charset="utf-8"><title>${title} | InPost</title><meta name="Generator" content="Drupal 10 (https://www.drupal.org)"><link rel="stylesheet" href="/sites/default/files/css/css_3a.css"></head><body><header><a href="/">InPost</a><nav><ul><li><a href="/sledzenie-przesylek">Śledzenie</a></li><li><a href="/znajdz-paczkomat">Znajdź Paczkomat</a></li><li><a href="/dla-firm">Dla firm</a></li><li><a href="/integracje">Integracje</a></li><li><a href="/aktualnosci">Aktualności</a></li><li><a href="/kontakt">Kontakt</a></li><li><a href="https://manager.paczkomaty.pl/">Manager Paczek</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><ul><li><a href="/regulaminy">Regulaminy</a></li><li><a href="/polityka-prywatnosci">Polityka prywatności</a></li><li><a href="/kariera">Kariera</a></li></ul><p>Wniosek o dostęp do danych osobowych rozpatrujemy w ciągu miesiąca.</p></footer></body></html>`,
  );
const leaves: readonly (readonly [string, string])[] = [
  ['Dokumentacja API ShipX', `${space}/overview`],
  ['Autoryzacja i kolekcja zapytań', `${space}/pages/18153477`],
  ['Zasoby i błędy', `${space}/pages/18153480`],
  ['Punkty', `${space}/pages/18153482`],
  ['Tworzenie przesyłki', `${space}/pages/18153485`],
  ['Webhooki', `${space}/pages/18153490`],
  ['GeoWidget', `${space}/pages/18153500`],
];
/** A public space of Confluence Cloud as it answers somebody who is not signed in. */
const leaf = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>${title} - InPost Dokumentacja - Confluence</title><meta name="confluence-base-url" content="${wiki}/wiki"><meta name="ajs-space-key" content="PL"><meta name="ajs-remote-user" content=""></head><body class="spa"><div id="app"><header><a href="${space}/overview">Confluence</a><a href="https://id.atlassian.com/login?continue=${encodeURIComponent(wiki)}">Log in</a></header><nav aria-label="Space"><ul>${leaves.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></nav><main id="content"><h1 id="title-text">${title}</h1><div class="ak-renderer-document">${body}</div></main></div></body></html>`,
    { 'x-confluence-request-time': '1764000000000', 'atl-traceid': '5b1e0c' },
  );
const fault = (status: number, error: string, message: string): Answer =>
  json(status, { status, error, message, details: {} }, { 'x-request-id': fresh(32) });
const refuse = (r: Incoming): Answer =>
  isBearer(r)
    ? fault(401, 'token_invalid', 'Access token is invalid.')
    : fault(401, 'unauthorized', 'Access to this resource requires an access token.');
const server = (origin: string): World['hosts'][string] => ({
  headers: { server: 'nginx' },
  routes: {
    'GET /v1/points': (r) =>
      json(200, {
        href: `${origin}/v1/points${r.search}`,
        count: 30217,
        page: 1,
        per_page: 25,
        total_pages: 1209,
        items: [
          { href: `${origin}/v1/points/KRA010`, name: 'KRA010', type: ['parcel_locker'], status: 'Operating' },
          { href: `${origin}/v1/points/WAW22A`, name: 'WAW22A', type: ['parcel_locker'], status: 'Operating' },
        ],
      }),
    'GET /v1/points/:name': (r) =>
      json(200, { href: `${origin}/v1/points/${r.params['name']}`, name: r.params['name'], status: 'Operating' }),
    '/v1/organizations*': refuse,
    '/v1/shipments*': refuse,
    '/v1/batches*': refuse,
    '/v1/dispatch_orders*': refuse,
  },
  otherwise: fault(404, 'resource_not_found', 'The requested resource could not be found.'),
});

/** A Polish carrier whose manual stands on a Confluence of its own and whose API lies on another domain; points are open. */
export const inpost: World = {
  id: 'inpost',
  kind: 'provider',
  title:
    'Polish parcel lockers: manual on Confluence in Polish, API on another domain, a token from the customer’s panel',
  target: 'inpost.pl',
  dated: '2026-11',
  sources: [
    'dokumentacja-inpost.atlassian.net/wiki/spaces/PL/pages/18153477 (environments, access, headers, authorization, errors)',
    'dokumentacja-inpost.atlassian.net/wiki/spaces/PL/pages/28639247 (international edition)',
    'docs.inpost24.com/display/PL (collections, points)',
  ],
  hosts: {
    'www.inpost.pl': aliasOf(www),
    'inpost.pl': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /admin/\nDisallow: /search/\nDisallow: /user/\n'),
        'GET /': page(
          'Wyślij i odbierz, kiedy chcesz',
          '<form action="/sledzenie-przesylek"><input name="number" placeholder="Numer przesyłki"><button>Śledź</button></form><p>30 tysięcy Paczkomatów, Kurier, Punkty.</p><h2>Aplikacja InPost Mobile</h2><p>Otwórz skrytkę zdalnie. Kod odbioru jest ważny 48 godzin.</p>',
        ),
        'GET /sledzenie-przesylek': page('Śledzenie przesyłki', '<p>Wpisz numer złożony z 24 cyfr.</p>'),
        'GET /znajdz-paczkomat': page('Znajdź Paczkomat', '<div id="easypack-map"></div>'),
        'GET /dla-firm': page(
          'Rozwiązania dla firm',
          '<p>Mała firma zakłada konto w Managerze Paczek w pięć minut. Duzi nadawcy podpisują umowę: zostaw numer, doradca oddzwoni.</p>',
        ),
        'GET /integracje': page(
          'Integracje',
          `<p>Gotowe wtyczki: PrestaShop, WooCommerce, Magento, Shoper, BaseLinker.</p><h2>Własna integracja</h2><p>Piszesz sam? Zobacz <a href="${space}/overview">dokumentację API ShipX</a> i wstaw na stronę mapę <a href="${space}/pages/18153500">GeoWidget</a>.</p>`,
        ),
        'GET /kontakt': page('Kontakt', contactForm),
        ...stubs(page, ['/aktualnosci', '/regulaminy', '/polityka-prywatnosci', '/kariera']),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="pl"><head><title>Nie znaleziono strony | InPost</title></head><body><h1>Nie znaleziono strony</h1></body></html>',
      ),
    },
    'manager.paczkomaty.pl': {
      routes: {
        'GET /': redirect(302, '/auth/login'),
        'GET /auth/login': html(
          200,
          '<!DOCTYPE html><html lang="pl"><head><title>Manager Paczek</title></head><body><manager-root></manager-root><script src="/main.4be1.js"></script></body></html>',
        ),
      },
      otherwise: redirect(302, '/auth/login'),
    },
    'dokumentacja-inpost.atlassian.net': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /wiki/login.action\nDisallow: /wiki/pages/diffpages*\n'),
        'GET /': redirect(302, `${space}/overview`),
        'GET /wiki': redirect(302, `${space}/overview`),
        'GET /wiki/spaces/PL': redirect(302, `${space}/overview`),
        'GET /wiki/spaces/PL/overview': leaf(
          'Dokumentacja API ShipX',
          `<p>API ShipX służy do tworzenia przesyłek, drukowania etykiet, zamawiania kuriera i śledzenia.</p><p>Zacznij od strony <a href="${space}/pages/18153477">Autoryzacja i kolekcja zapytań</a>.</p><h2>Wersje</h2>${table(
            [
              ['1.29.0', 'zwroty bez etykiety'],
              ['1.28.0', 'nowe statusy przesyłek'],
              ['1.3.0', 'pierwsza wersja publiczna'],
            ],
          )}`,
        ),
        'GET /wiki/spaces/PL/pages/18153477': leaf(
          'Autoryzacja i kolekcja zapytań',
          `<h2>Środowisko produkcyjne</h2><p>Adres: <code>${api}</code></p><p>Dostęp do API wygenerujesz samodzielnie: zaloguj się do Managera Paczek, wejdź w Moje konto, zakładka API, i naciśnij „Wygeneruj”. Otrzymasz token oraz identyfikator organizacji.</p><h2>Środowisko testowe</h2><p>Adres: <code>${sandbox}</code></p><p>Aby wygenerować token, uzupełnij wszystkie dane konta, także dane do faktury. Konto testowe doładujesz wirtualnie w zakładce Płatności.</p><h2>Kolekcja zapytań</h2><p>Do pobrania: kolekcja Postman i profile środowisk.</p><h2>Nagłówki zapytania</h2>${table(
            [
              ['Nagłówek', 'Opis'],
              ['Authorization', 'Dane autoryzacyjne, zob. rozdział Autoryzacja'],
              ['X-User-Agent', 'Nazwa klienta lub platformy'],
              ['X-User-Agent-Version', 'Wersja klienta'],
              ['X-Request-ID', 'Identyfikator zapytania, przydatny przy szukaniu błędów'],
              ['Accept-Language', 'keys, en_GB albo pl_PL'],
            ],
          )}<h2>Autoryzacja</h2><p>Każde zapytanie do zasobów organizacji wymaga podania ważnego tokenu, który należy do jej właściciela. Token przekazuje się w nagłówku <code>Authorization</code>, poprzedzony słowem <code>Bearer</code>:</p>${sample(`curl -X GET ${api}/v1/organizations \\\n  -H "Authorization: Bearer {token}" \\\n  -H "Content-Type: application/json"`)}<h2>Błędy autoryzacji</h2>${table(
            [
              ['Kod', 'Klucz', 'Opis'],
              ['401', 'unauthorized', 'Zasób wymaga tokenu'],
              ['401', 'token_invalid', 'Token jest nieprawidłowy'],
              ['403', 'access_forbidden', 'Token nie należy do tej organizacji'],
            ],
          )}`,
        ),
        'GET /wiki/spaces/PL/pages/18153480': leaf(
          'Zasoby i błędy',
          `${sample('{\n  "status": 400,\n  "error": "validation_failed",\n  "message": "There are some validation errors. Check details object for more info.",\n  "details": { "receiver": [{ "phone": ["required"] }] }\n}', 'json')}<p>Zbyt wiele zapytań: 429. Limit 100 na minutę dla tokenu.</p>`,
        ),
        'GET /wiki/spaces/PL/pages/18153482': leaf(
          'Punkty',
          `<p>Lista punktów jest dostępna bez tokenu.</p>${sample(`GET ${api}/v1/points?type=parcel_locker`, 'http')}`,
        ),
        'GET /wiki/spaces/PL/pages/18153485': leaf(
          'Tworzenie przesyłki',
          `${sample(`POST ${api}/v1/organizations/:organization_id/shipments`, 'http')}<p>Przesyłkę kupuje się po wybraniu oferty; oferta wygasa po 5 minutach.</p>`,
        ),
        'GET /wiki/spaces/PL/pages/18153490': leaf(
          'Webhooki',
          '<p>Powiadomienia wysyłamy na adres podany w Managerze Paczek. O włączenie webhooków prosi się w formularzu kontaktowym; zgłoszenie rozpatruje dział integracji.</p>',
        ),
        'GET /wiki/spaces/PL/pages/18153500': leaf(
          'GeoWidget',
          '<p>Mapa wymaga osobnego tokenu, przypisanego do domeny sklepu. Generuje się go w tej samej zakładce; token mapy jest jawny.</p>',
        ),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="en"><head><title>Page Not Found - Confluence</title></head><body><div id="app"></div></body></html>',
      ),
    },
    'api-shipx-pl.easypack24.net': {
      ...server(api),
      routes: {
        'GET /': fault(404, 'resource_not_found', 'The requested resource could not be found.'),
        ...server(api).routes,
      },
    },
    'sandbox-api-shipx-pl.easypack24.net': server(sandbox),
  },
  expect: expectation({
    apiBases: [[api, sandbox]],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    target: 'the consumer site; one page of its menu leads to the manual, which stands on another host in Polish',
    apiBases: 'named on the page on authorization; another registrable domain',
    tokenEndpoint: 'a token is made in the panel',
    'structured-401':
      'organizations, shipments: 401 JSON with error and message; that points are open does not make the API open',
    'bearer-token': 'table, sentence and sample; another error for a wrong one',
    'self-service-keys': 'made by oneself in the panel; large senders sign a contract',
    'token-expiry': 'a guard: nothing is said of it; what expires are offers and pick-up codes',
    'scope-restriction': 'nothing is said; the token of the map is another one',
    'manual-key-approval': 'what is examined is the wish for webhooks',
    'session-cookie-only': 'bearer tokens',
  },
};
