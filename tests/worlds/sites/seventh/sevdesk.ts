import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, json, redirect, text } from '../../lib/answers.ts';
import { shell, signUpForm, site } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';
import { frontOf, helpCentre, redoc } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';

const refuse: Reply = (r) =>
  json(401, {
    status: 401,
    message: r.headers['authorization'] === undefined ? 'Authentication required' : 'Invalid authentication token',
  });
const about = [
  '# General information',
  'Welcome to our API! sevdesk offers you the possibility of retrieving and changing data without the web UI. All data and functions of the web UI can also be controlled through the API.',
  '# Cross-Origin Resource Sharing',
  'This API features CORS. All responses have a wildcard same-origin.',
  '# Authentication and Authorization',
  'The sevdesk API uses a token authentication to authorize calls. For this purpose every sevdesk administrator has one API token, which is a hexadecimal string of 32 characters. When logged in, you can find it in Settings, User, your name. The token has an infinite lifetime: it exists as long as the user does. Put it into the Authorization header:',
  '```\nGET /api/v1/Contact HTTP/1.1\nHost: my.sevdesk.de\nAuthorization: b7794de0085f5cd00560f160f290af38\n```',
  'As of November 2024 the token is no longer accepted as a query parameter.',
  '# Making requests',
  'You can choose between `https://my.sevdesk.de/api/v1` and your own client. Responses are JSON or XML.',
].join('\n\n');
const description = {
  openapi: '3.0.0',
  info: {
    title: 'sevdesk API',
    version: '2.0.0',
    description: about,
    contact: { name: 'Support', url: 'https://hilfe.sevdesk.de/de/articles/9321' },
  },
  servers: [{ url: 'https://my.sevdesk.de/api/v1', description: 'Main application server' }],
  security: [{ api_key: [] }],
  tags: [{ name: 'Contact' }, { name: 'Invoice' }],
  paths: Object.fromEntries(
    ['/Contact', '/Invoice', '/Voucher', '/CheckAccount', '/Tools/bookkeepingSystemVersion'].map((path) => [
      path,
      {
        get: {
          operationId: `get${path.replace(/\W/g, '')}`,
          responses: { 200: { description: 'Successful operation' }, 401: { description: 'Authentication required' } },
        },
      },
    ]),
  ),
  components: { securitySchemes: { api_key: { type: 'apiKey', in: 'header', name: 'Authorization' } } },
};

/** German accounting: a bare token in Authorization, a Redoc page, a help centre in German. */
export const sevdesk: World = {
  id: 'sevdesk',
  kind: 'provider',
  title: 'German accounting: an eternal token alone in Authorization; Redoc; the manual inside the description',
  target: 'sevdesk.de',
  dated: '2026-11',
  sources: ['api.sevdesk.de', 'hilfe.sevdesk.de'],
  hosts: {
    'www.sevdesk.de': aliasOf('https://sevdesk.de'),
    'sevdesk.de': {
      routes: frontOf({
        name: 'sevdesk',
        origin: 'https://sevdesk.de',
        hero: 'Buchhaltung, die einfach läuft',
        lang: 'de',
        nav: [
          ['Funktionen', 'https://sevdesk.de/funktionen/'],
          ['Preise', 'https://sevdesk.de/preise/'],
          ['Für Steuerberater', 'https://sevdesk.de/steuerberater/'],
          ['Ratgeber', 'https://sevdesk.de/ratgeber/'],
          ['Kostenlos testen', 'https://sevdesk.de/registrieren/'],
        ],
        footer: [
          ['Hilfe-Center', 'https://hilfe.sevdesk.de/de/'],
          ['Schnittstelle (API)', 'https://api.sevdesk.de/'],
          ['Impressum', 'https://sevdesk.de/impressum/'],
        ],
        stubs: ['/funktionen/', '/steuerberater/', '/ratgeber/', '/impressum/'],
        routes: {
          'GET /preise/': site({ name: 'sevdesk', lang: 'de' })(
            'Preise',
            '<h2>Rechnung</h2><p>8,90 Euro im Monat.</p><h2>Buchhaltung</h2><p>17,90 Euro im Monat.</p><h2>Buchhaltung Pro</h2><p>34,90 Euro im Monat. Mit API-Zugang.</p><p>14 Tage kostenlos testen, endet automatisch.</p>',
          ),
          'GET /registrieren/': site({ name: 'sevdesk', lang: 'de' })('Jetzt kostenlos testen', signUpForm()),
        },
      }),
      otherwise: bare404('sevdesk'),
    },
    'hilfe.sevdesk.de': {
      routes: helpCentre(
        'sevdesk Hilfe-Center',
        [
          ['/de/', 'Wie können wir helfen?', '<p>Suche in 400 Artikeln.</p>'],
          [
            '/de/articles/9321',
            'Wo finde ich meinen API-Token?',
            '<p>Melde dich in deinem Konto an, öffne Einstellungen, Benutzer und wähle deinen Namen. Dort steht der API-Token. Du kannst ihn jederzeit neu generieren; der alte ist dann sofort ungültig. Für die API brauchst du den Tarif Buchhaltung Pro oder die Testphase.</p>',
          ],
          [
            '/de/articles/9400',
            'Wie verbinde ich mein Bankkonto?',
            '<p>Du wirst zu deiner Bank weitergeleitet und gibst den Zugriff frei. Die Freigabe muss alle 180 Tage im Browser erneuert werden.</p>',
          ],
        ],
        'de',
      ),
      otherwise: bare404('sevdesk'),
    },
    'api.sevdesk.de': {
      routes: {
        'GET /': redoc('sevdesk API documentation', '/openapi.yaml'),
        'GET /openapi.yaml': text(200, JSON.stringify(description), { 'content-type': 'application/octet-stream' }),
      },
      otherwise: bare404('sevdesk API'),
    },
    'my.sevdesk.de': {
      routes: {
        '/api/v1/*': refuse,
        'GET /': redirect(302, 'https://my.sevdesk.de/auth/login'),
        'GET /auth/login': shell('sevdesk | Login'),
      },
      otherwise: bare404('sevdesk'),
    },
  },
  expect: expectation({
    apiBases: ['https://my.sevdesk.de'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': ['partial', 'fail'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': signUp,
      'token-expiry': staticKeys,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    'bearer-token': 'Authorization carries the token without a scheme word: another way, or another scheme',
    'token-expiry': 'an infinite lifetime, and a new one can be generated',
  },
};
