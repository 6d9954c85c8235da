import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, fresh, html, json, text } from '../../lib/answers.ts';
import { contactForm, robots, sample, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const www = 'https://www.wislatrans.pl';
const api = 'https://api.wislatrans.pl';
const team = 'https://wislatrans.cloudflareaccess.com';

/** Cloudflare Access answers programs as it does browsers: a redirect to the login of the team, whatever is asked. */
const access = (r: Incoming): Answer => ({
  status: 302,
  headers: {
    location: `${team}/cdn-cgi/access/login/api.wislatrans.pl?kid=7c1b0e54d2f94a0c8a6f&redirect_url=${encodeURIComponent(r.path + r.search)}&meta=eyJ0eXAiOiJKV1QifQ`,
    'set-cookie': `CF_AppSession=n${fresh(15)}; Path=/; Secure; HttpOnly; Expires=Tue, 01-Dec-26 08:00:00 GMT`,
    'www-authenticate': `Cloudflare-Access resource_metadata="${api}/.well-known/cloudflare-access-protected-resource${r.path}"`,
    'cache-control': 'private, max-age=0, no-store, no-cache, must-revalidate, post-check=0, pre-check=0',
    'access-control-allow-credentials': 'true',
    'cf-ray': `${fresh(16)}-WAW`,
    server: 'cloudflare',
  },
  body: '',
});
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>${title} | Wisła Trans</title><link rel="stylesheet" href="/css/app.css"></head><body><header><a href="/">Wisła Trans</a><nav><ul><li><a href="/uslugi">Usługi</a></li><li><a href="/flota">Flota</a></li><li><a href="/dla-partnerow">Dla partnerów</a></li><li><a href="/praca">Praca</a></li><li><a href="/kontakt">Kontakt</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/polityka-prywatnosci">Polityka prywatności</a><p>ul. Portowa 8, Tczew</p></footer></body></html>`,
    { server: 'cloudflare' },
  );

/** A haulier whose API stands behind Cloudflare Access: two headers of a service token, given out after an examination. */
export const cloudflareAccess: World = {
  id: 'cloudflare-access',
  kind: 'provider',
  title:
    'Cloudflare Access before an API: strangers are redirected to a login, service tokens in two headers after review; in Polish',
  target: www,
  dated: '2026-11',
  sources: [
    'developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens',
    'github.com/stefanko-ch/Nexus-Stack/issues/893 (a wrong or missing service token gets a 302)',
    'github.com/skypilot-org/skypilot/pull/9485 (where the redirect leads)',
    'public answers of Access in repositories: www-authenticate “Cloudflare-Access resource_metadata=…”, cookie CF_AppSession',
  ],
  hosts: {
    'wislatrans.pl': aliasOf(www),
    'www.wislatrans.pl': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'Transport, który dojeżdża',
          '<p>Naczepy plandekowe i chłodnie, Polska, Czechy, Niemcy. Śledzenie przesyłki online.</p>',
        ),
        'GET /uslugi': page('Usługi', '<p>Całopojazdowe, drobnica, chłodnia.</p>'),
        'GET /flota': page('Flota', '<p>62 ciągniki, normy Euro 6.</p>'),
        'GET /praca': page('Praca', '<p>Szukamy kierowców C+E. Zgłoszenia rozpatrujemy w tydzień.</p>'),
        'GET /kontakt': page('Kontakt', contactForm),
        'GET /polityka-prywatnosci': page('Polityka prywatności', '<p>Pliki cookie sesji są niezbędne.</p>'),
        'GET /dla-partnerow': page(
          'Dla partnerów',
          '<p>Spedytorzy z umową ramową mogą składać zlecenia z własnego systemu. <a href="/dla-partnerow/api">Opis API</a>.</p>',
        ),
        'GET /dla-partnerow/api': page(
          'API zleceń',
          `<p>Adres: <code>${api}/v1</code>. Format JSON.</p><h2>Dostęp</h2><p>API stoi za Cloudflare Access. Aby dostać token usługi, proszę wysłać wniosek na adres <a href="mailto:it@wislatrans.pl">it@wislatrans.pl</a> z numerem umowy. Dział IT rozpatruje każdy wniosek; po akceptacji przekazujemy parę <i>Client ID</i> i <i>Client Secret</i>.</p><p>Para jest ważna rok. Przed upływem terminu wydajemy nową na kolejny wniosek.</p><h2>Wywołanie</h2><p>Obie wartości w nagłówkach każdego żądania:</p>${sample(`curl ${api}/v1/zlecenia \\\n  -H "CF-Access-Client-Id: $CLIENT_ID" \\\n  -H "CF-Access-Client-Secret: $CLIENT_SECRET"`)}<p>Nagłówek <code>Authorization</code> nie jest używany.</p>${table(
            [
              ['GET /v1/zlecenia', 'lista zleceń Państwa firmy'],
              ['POST /v1/zlecenia', 'nowe zlecenie'],
              ['GET /v1/zlecenia/{nr}/pozycja', 'ostatnia pozycja pojazdu'],
            ],
          )}<h2>Gdy coś nie działa</h2><p>Przekierowanie 302 na stronę logowania oznacza, że brakuje nagłówków albo token wygasł.</p>`,
        ),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="pl"><head><title>404</title></head><body><h1>Nie znaleziono strony</h1></body></html>',
        { server: 'cloudflare' },
      ),
    },
    'api.wislatrans.pl': {
      routes: {
        'GET /.well-known/cloudflare-access-protected-resource*': (r) =>
          json(
            200,
            {
              resource: api + r.path.replace('/.well-known/cloudflare-access-protected-resource', ''),
              team_domain: 'wislatrans.cloudflareaccess.com',
            },
            { server: 'cloudflare' },
          ),
        'GET /cdn-cgi/trace': text(200, 'fl=470f1\nh=api.wislatrans.pl\ntls=TLSv1.3\n', { server: 'cloudflare' }),
        '*': access,
      },
    },
    'wislatrans.cloudflareaccess.com': {
      routes: {
        'GET /cdn-cgi/access/login*': html(
          200,
          '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Sign in ・ Cloudflare Access</title><meta name="robots" content="noindex,nofollow"><link rel="stylesheet" href="/cdn-cgi/access/assets/main.css"></head><body><div class="App"><div class="AuthBox"><div class="AuthBox-header"><h1>wislatrans.cloudflareaccess.com</h1></div><div class="AuthBox-messages"><p>Sign in with:</p></div><a class="AuthFormLogin-button" href="/cdn-cgi/access/sso/oidc?provider=azure">Azure AD · Wisła Trans</a><form method="post" action="/cdn-cgi/access/callback"><h2>Get a login code emailed to you</h2><input type="email" name="email" placeholder="name@example.com" required><button type="submit">Send me a code</button></form></div></div></body></html>',
          { server: 'cloudflare', 'x-frame-options': 'DENY' },
        ),
        'GET /cdn-cgi/access/sso/*': {
          status: 302,
          headers: { location: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize', server: 'cloudflare' },
          body: '',
        },
        'GET /cdn-cgi/access/certs': json(
          200,
          { keys: [], public_cert: {}, public_certs: [] },
          { server: 'cloudflare' },
        ),
      },
      otherwise: html(404, '<html><head><title>404 Not Found</title></head><body>404</body></html>', {
        server: 'cloudflare',
      }),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: null,
    outcome: ['scored', 'blocked'],
    signals: {
      'structured-401': 'fail',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'fail',
      'token-expiry': ['fail', 'partial'],
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'manual-key-approval': 'present',
      'token-rotation-without-refresh': 'present',
      'browser-only-oauth': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
    },
  }),
  why: {
    target: 'the site, with the API below “for partners”',
    apiBases: 'named, and in the sample',
    tokenEndpoint: 'a pair of values in headers, nothing is fetched',
    outcome: 'the door is seen and documented; robots.txt of the API is behind it as well',
    'structured-401': 'a redirect to a login page, to programs too',
    'bearer-token': 'two headers of its own; the page says that Authorization is not used',
    'client-credentials': 'id and secret go into headers, no grant',
    'oauth-discovery': 'none; the document that the challenge names is Cloudflare’s own',
    'self-service-keys': 'by mail, with the number of a contract',
    'manual-key-approval': 'the IT department examines each request',
    'token-expiry': 'a year, then people give out another on request',
    'token-rotation-without-refresh':
      'the pair ends after a year, and only people replace it: what fails under token-expiry is this trap',
    'scope-restriction': 'none',
    'session-cookie-only': 'service tokens in headers',
    'browser-only-oauth': 'no OAuth; the login is for staff',
  },
};
