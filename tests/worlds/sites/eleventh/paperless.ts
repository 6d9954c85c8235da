import type { Answer, Incoming, World } from '../../lib/world.ts';
import { html, isBasic, json, redirect } from '../../lib/answers.ts';
import { sample, shell } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';

const home = 'https://akten.ruderverein-hinterseewald.de';
const portal = 'https://auth.ruderverein-hinterseewald.de';

/** Django REST framework: Basic is the first class, so strangers get its challenge; a wrong token is named. */
const refuse = (r: Incoming): Answer => {
  const detail =
    r.authorization.scheme === 'token'
      ? 'Invalid token.'
      : isBasic(r)
        ? 'Invalid username/password.'
        : 'Authentication credentials were not provided.';
  return json(
    401,
    { detail },
    {
      'content-type': 'application/json; version=9',
      'www-authenticate': 'Basic realm="api"',
      vary: 'Accept, origin, Accept-Language, Cookie',
      allow: 'GET, POST, HEAD, OPTIONS',
      'x-frame-options': 'SAMEORIGIN',
      server: 'granian',
    },
  );
};
const security = [{ basicAuth: [] }, { tokenAuth: [] }, { cookieAuth: [] }];
const read = (summary: string) => ({
  get: {
    operationId: `${summary.toLowerCase()}_list`,
    tags: [summary.toLowerCase()],
    security,
    responses: { 200: { description: '' } },
  },
});
const schema = {
  openapi: '3.0.3',
  info: {
    title: 'Paperless-ngx REST API',
    version: '9',
    description: 'OpenAPI Spec for Paperless-ngx',
  },
  paths: {
    '/api/documents/': read('Documents'),
    '/api/correspondents/': read('Correspondents'),
    '/api/tags/': read('Tags'),
    '/api/document_types/': read('Document_types'),
    '/api/statistics/': read('Statistics'),
    '/api/token/': {
      post: {
        operationId: 'token_create',
        tags: ['token'],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['username', 'password'],
                properties: { username: { type: 'string' }, password: { type: 'string' }, code: { type: 'string' } },
              },
            },
          },
        },
        responses: { 200: { description: '' } },
      },
    },
  },
  components: {
    securitySchemes: {
      basicAuth: { type: 'http', scheme: 'basic' },
      cookieAuth: { type: 'apiKey', in: 'cookie', name: 'sessionid' },
      tokenAuth: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: 'Token-based authentication with required prefix "Token"',
      },
    },
  },
};
/** The rule of the proxy: /api is let through, everything else must have been signed in at the portal. */
const signIn = (r: Incoming): Answer =>
  redirect(302, `${portal}/?rd=${encodeURIComponent(home + r.path + r.search)}&rm=${r.method}`, {
    server: 'nginx',
    'content-type': 'text/html',
  });
const club = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="generator" content="WordPress 6.8.3"><title>${title} – Ruderverein Hinterseewald</title></head><body><header><a href="https://www.ruderverein-hinterseewald.de/">Ruderverein Hinterseewald</a><ul><li><a href="/verein/">Verein</a></li><li><a href="/termine/">Termine</a></li><li><a href="/mitglied-werden/">Mitglied werden</a></li><li><a href="/it-ecke/">IT-Ecke</a></li><li><a href="${home}/">Aktenschrank (intern)</a></li></ul></header><h1>${title}</h1>${body}<footer><a href="/impressum/">Impressum</a></footer></body></html>`,
  );

/** A club's archive: Paperless-ngx behind a login portal that lets /api through. */
export const paperless: World = {
  id: 'paperless-behind-portal',
  kind: 'provider',
  title: 'Archive of a club: Paperless-ngx behind Authelia, which lets /api through; Basic, Token and a session',
  target: home,
  dated: '2026-11',
  sources: [
    'docs.paperless-ngx.com/api',
    'docs.rs/crate/paperless-api-client (description of Paperless-ngx)',
    'authelia.com/configuration/security/access-control: rules of resources',
    'django-rest-framework: authentication classes and WWW-Authenticate',
  ],
  hosts: {
    'ruderverein-hinterseewald.de': { routes: { '*': redirect(301, 'https://www.ruderverein-hinterseewald.de/') } },
    'www.ruderverein-hinterseewald.de': {
      routes: {
        'GET /': club('Willkommen', '<p>Rudern am Hintersee seit 1921. Training Dienstag und Donnerstag.</p>'),
        'GET /verein/': club('Verein', '<p>Vorstand, Satzung, Bootshaus.</p>'),
        'GET /termine/': club('Termine', '<p>Abrudern am 11. Oktober.</p>'),
        'GET /mitglied-werden/': club(
          'Mitglied werden',
          '<p>Aufnahmeantrag ausfüllen und im Bootshaus abgeben. Der Vorstand entscheidet über jeden Antrag; danach bekommst du den Zugang zum Aktenschrank.</p>',
        ),
        'GET /it-ecke/': club(
          'IT-Ecke',
          `<h2>Anmelden</h2><p>Alle internen Seiten laufen über die Anmeldung mit zweitem Faktor. Nach einer Stunde ohne Klick meldet sie dich ab.</p><h2>Aktenschrank vom Handy</h2><p>Die App „Paperless Mobile“ fragt nach der Adresse ${home} und danach nach Benutzername und Kennwort des Aktenschranks, nicht nach denen der Anmeldung. Der Weg unter <code>/api/</code> geht an der Anmeldung vorbei.</p><h2>Scanner im Bootshaus</h2><p>Der Scanner schickt mit einem Token. Wer einen eigenen braucht: im Aktenschrank oben rechts auf das Profil, bei „API-Authentifizierungstoken“ auf Neu erzeugen.</p>${sample(`curl -H "Authorization: Token <dein Token>" ${home}/api/documents/?query=Satzung`)}<p>Fragen an Jörg, IT-Wart.</p>`,
        ),
        'GET /impressum/': club('Impressum', '<p>Ruderverein Hinterseewald e. V.</p>'),
      },
    },
    'auth.ruderverein-hinterseewald.de': {
      headers: { 'content-security-policy': "default-src 'self'", 'x-frame-options': 'DENY' },
      routes: {
        'GET /': shell('Anmeldung - Authelia'),
        'GET /api/health': json(200, { status: 'OK' }),
        'GET /api/state': json(200, {
          status: 'OK',
          data: {
            username: '',
            authentication_level: 0,
            default_redirection_url: 'https://www.ruderverein-hinterseewald.de',
          },
        }),
        'GET /.well-known/openid-configuration': json(404, { status: 'KO', message: 'Not Found' }),
        'GET /.well-known/oauth-authorization-server': json(404, { status: 'KO', message: 'Not Found' }),
      },
      otherwise: html(404, '404 Not Found', { 'content-type': 'text/plain; charset=utf-8' }),
    },
    'akten.ruderverein-hinterseewald.de': {
      routes: {
        'GET /api/schema/view': shell('Paperless-ngx REST API', {
          head: '<link rel="stylesheet" href="https://cdn.jsdelivr.net/npm/swagger-ui-dist@latest/swagger-ui.css">',
        }),
        'GET /api/schema': {
          status: 200,
          headers: { 'content-type': 'application/vnd.oai.openapi+json; charset=utf-8', server: 'granian' },
          body: JSON.stringify(schema),
        },
        'GET /api': refuse,
        'GET /api/documents': refuse,
        'GET /api/correspondents': refuse,
        'GET /api/tags': refuse,
        'GET /api/document_types': refuse,
        'GET /api/statistics': refuse,
        'POST /api/token': json(
          400,
          { username: ['This field is required.'], password: ['This field is required.'] },
          { 'content-type': 'application/json; version=9', server: 'granian' },
        ),
        'GET /api/token': json(
          405,
          { detail: 'Method "GET" not allowed.' },
          { allow: 'POST, OPTIONS', server: 'granian' },
        ),
        '/api/*': html(
          404,
          '\n<!doctype html>\n<html lang="en">\n<head>\n  <title>Not Found</title>\n</head>\n<body>\n  <h1>Not Found</h1><p>The requested resource was not found on this server.</p>\n</body>\n</html>\n',
          { server: 'granian' },
        ),
      },
      otherwise: signIn,
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: [null, `${home}/api/token/`],
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'partial',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['fail', 'partial', 'unknown'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
    },
    notJudged: ['password', 'manual-key-approval'],
  }),
  why: {
    target:
      'everything but /api is sent to the portal, robots.txt too; that is a refusal like a 401, so the rest may be asked (RFC 9309 §2.3.1.3)',
    apiBases: 'the description has no servers; its paths begin with /api at the host that was typed',
    tokenEndpoint: 'a guard: /api/token/ changes a user name and password into a token, no endpoint of RFC 6749',
    password: 'not judged: the same call, with a person’s login',
    outcome: 'below /api strangers are refused with 401',
    'structured-401':
      '401 JSON with detail and a challenge at every described path; the portal’s redirect is for people’s pages',
    'bearer-token': 'a token in Authorization under the word Token, in the description of the scheme',
    'self-service-keys': 'a guard: members make their token themselves, accounts come from the club',
    'session-cookie-only': 'description and challenge name Basic and Token beside the session',
    'browser-only-oauth': 'no OAuth seen',
    'manual-key-approval':
      'not judged: the board decides on members; whether that is about the API is a matter of taste',
  },
};
