import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, html, json } from '../../lib/answers.ts';
import { sample, site, table } from '../../lib/pages.ts';
import { expectation, keyApi } from '../../lib/world.ts';
import { frontOf, helpCentre } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';

const methods = [
  'getInventories',
  'getOrders',
  'addOrder',
  'getOrderStatusList',
  'addInventoryProduct',
  'getCouriersList',
];
const connector: Reply = (r) =>
  r.headers['x-bltoken'] === undefined
    ? json(200, { status: 'ERROR', error_message: 'No user token given', error_code: 'ERROR_EMPTY_TOKEN' })
    : json(200, { status: 'ERROR', error_message: 'Invalid user token', error_code: 'ERROR_USER_TOKEN' });
const manual = site({
  name: 'BaseLinker API',
  plain: true,
  nav: [
    ['Introduction', 'https://api.baselinker.com/'],
    ...methods.map((name) => [name, `https://api.baselinker.com/index.php?method=${name}`] as const),
  ],
});

/** Polish shop software: one address for all calls, refusals are 200 with an envelope. */
export const baselinker: World = {
  id: 'baselinker',
  kind: 'provider',
  title: 'Polish shop software: one PHP address, X-BLToken, every refusal a 200 with status ERROR',
  target: 'base.com',
  dated: '2026-11',
  sources: ['api.baselinker.com', 'base.com/pl-PL/pomoc'],
  hosts: {
    'www.base.com': aliasOf('https://base.com'),
    'baselinker.com': aliasOf('https://base.com'),
    'base.com': {
      routes: frontOf({
        name: 'Base',
        origin: 'https://base.com',
        hero: 'Zarządzaj sprzedażą w jednym miejscu',
        lang: 'pl',
        nav: [
          ['Funkcje', 'https://base.com/pl-PL/funkcje/'],
          ['Integracje', 'https://base.com/pl-PL/integracje/'],
          ['Cennik', 'https://base.com/pl-PL/cennik/'],
          ['Pomoc', 'https://base.com/pl-PL/pomoc/'],
          ['Załóż konto', 'https://base.com/pl-PL/rejestracja/'],
        ],
        footer: [['API', 'https://api.baselinker.com/']],
        stubs: ['/pl-PL/funkcje/', '/pl-PL/integracje/', '/pl-PL/cennik/', '/pl-PL/rejestracja/'],
        routes: helpCentre(
          'Base: pomoc',
          [
            ['/pl-PL/pomoc/', 'Baza wiedzy', '<p>Przeszukaj artykuły.</p>'],
            [
              '/pl-PL/pomoc/baza-wiedzy/token-api/',
              'Gdzie znajdę token API?',
              '<p>Zaloguj się do panelu, przejdź do zakładki Konto i inne, Moje konto, API i kliknij Utwórz token. Token działa od razu. W każdej chwili możesz go usunąć lub wygenerować nowy.</p>',
            ],
            [
              '/pl-PL/pomoc/baza-wiedzy/allegro/',
              'Integracja z Allegro',
              '<p>Autoryzacja konta Allegro wygasa po 12 miesiącach i trzeba ją odnowić w przeglądarce.</p>',
            ],
          ],
          'pl',
        ),
      }),
      otherwise: bare404('Base'),
    },
    'api.baselinker.com': {
      routes: {
        '/connector.php': connector,
        'GET /index.php': (r) =>
          manual(
            r.query.get('method') ?? 'Introduction',
            `<p>The method <code>${(r.query.get('method') ?? '').replace(/\W/g, '')}</code>.</p>${table([
              ['Input', 'Type', 'Description'],
              ['inventory_id', 'int', 'Catalog ID'],
              ['date_from', 'int', 'Unix time'],
            ])}`,
          ),
        'GET /': manual(
          'Introduction',
          `<p>The API lets you exchange data between an outside system and BaseLinker. Every request is a POST to <code>https://api.baselinker.com/connector.php</code> with the parameters <code>method</code> and <code>parameters</code> (JSON).</p><h2>Authorization</h2><p>Each request carries the API token of the user in the HTTP header <code>X-BLToken</code>. Tokens are generated in the panel, Account &amp; other, My account, API. Sending the token as a parameter is deprecated.</p>${sample("curl 'https://api.baselinker.com/connector.php' -H 'X-BLToken: 1-23-ABC' \\\n  --data-raw 'method=getOrders&parameters=%7B%22date_from%22%3A+1407341754%7D'")}<h2>Limits</h2><p>100 requests a minute.</p><h2>Response</h2><p>JSON with <code>status</code> SUCCESS or ERROR; on an error also <code>error_code</code> and <code>error_message</code>.</p><h2>Available methods</h2>${table(methods.map((name) => [`<a href="/index.php?method=${name}">${name}</a>`, 'Description']))}`,
        ),
      },
      otherwise: html(404, '<html><body><h1>404 Not Found</h1></body></html>'),
    },
  },
  expect: expectation({
    apiBases: ['https://api.baselinker.com'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'fail',
      ...keyApi,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': ['absent', 'unknown'],
    },
  }),
  why: {
    'structured-401': '200 with a JSON envelope that names the error',
    'token-rotation-without-refresh':
      'what is renewed in the browser is the bond with a marketplace, not the token of this API',
  },
};
