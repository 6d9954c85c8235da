import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, json, text } from '../../lib/answers.ts';
import { list, loginForm, recaptcha, sample, signUpForm, site, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { fields } from '../seventh/noise.ts';

const portal = 'https://developers.deutschebahn.com';
const at = `${portal}/db-api-marketplace/apis`;
const look = site({
  name: 'DB API Marketplace',
  lang: 'de',
  nav: [
    ['Startseite', `${at}/`],
    ['Katalog', `${at}/product`],
    ['Erste Schritte', `${at}/start`],
    ['FAQ', `${at}/faq`],
    ['Forum', `${at}/forum`],
    ['Anmelden', `${at}/user/login`],
    ['Konto anlegen', `${at}/user/register`],
  ],
  footer: [
    ['Impressum', `${at}/impressum`],
    ['Datenschutz', `${at}/datenschutz`],
  ],
});
const refuse: Reply = (r) =>
  json(401, {
    httpCode: '401',
    httpMessage: 'Unauthorized',
    moreInformation:
      r.headers['db-client-id'] === undefined ? 'Client id not registered or missing.' : 'Invalid client id or secret.',
  });

/** German railway: a gateway's portal, two headers for one application, refusals in the words of the gateway. */
export const deutscheBahn: World = {
  id: 'deutsche-bahn',
  kind: 'provider',
  title: 'German railway: client id and key in two headers of their own, behind a gateway; XML when all is well',
  target: 'developers.deutschebahn.com',
  dated: '2026-11',
  sources: ['developers.deutschebahn.com/db-api-marketplace/apis/start', 'the products’ descriptions'],
  hosts: {
    'developers.deutschebahn.com': {
      routes: {
        'GET /': { status: 302, headers: { location: `${at}/` }, body: '' },
        'GET /db-api-marketplace/apis/': look(
          'Willkommen im API Marketplace',
          '<p>Daten und Dienste der Deutschen Bahn für Ihre Anwendungen: Fahrpläne, Bahnhöfe, Parkplätze.</p>',
        ),
        'GET /db-api-marketplace/apis/product': look(
          'Katalog',
          list([`<a href="${at}/product/timetables">Timetables</a>`, `<a href="${at}/product/parking">BahnPark</a>`]),
        ),
        'GET /db-api-marketplace/apis/product/timetables': look(
          'Timetables',
          `<p>Fahrplandaten der Bahnhöfe. Basis-URL: <code>https://apis.deutschebahn.com/db-api-marketplace/apis/timetables/v1</code></p><h2>Pläne</h2>${table(
            [
              ['Free', '60 Aufrufe pro Minute', 'kostenlos'],
              ['Individuell', 'nach Absprache', 'auf Anfrage'],
            ],
          )}${sample('curl --request GET \\\n  --url https://apis.deutschebahn.com/db-api-marketplace/apis/timetables/v1/station/BLS \\\n  --header "DB-Client-Id: $CLIENT_ID" \\\n  --header "DB-Api-Key: $API_KEY" \\\n  --header "accept: application/xml"')}${fields(['eva', 'ds100', 'name', 'meta', 'p'])}<p><a href="${portal}/files/timetables.json">OpenAPI herunterladen</a></p>`,
        ),
        'GET /db-api-marketplace/apis/product/parking': look('BahnPark', '<p>Parkplätze an Bahnhöfen.</p>'),
        'GET /db-api-marketplace/apis/start': look(
          'Erste Schritte',
          `<ol><li>Legen Sie ein Konto an und bestätigen Sie Ihre E-Mail-Adresse.</li><li>Legen Sie unter „Anwendungen“ eine Anwendung an. Client ID und API Key werden sofort angezeigt; der Key nur einmal.</li><li>Abonnieren Sie ein Produkt mit dem Plan „Free“.</li><li>Senden Sie beide Werte in den Headern <code>DB-Client-Id</code> und <code>DB-Api-Key</code> mit.</li></ol>`,
        ),
        'GET /db-api-marketplace/apis/faq': look(
          'FAQ',
          '<h2>Ich habe meinen API Key verloren</h2><p>Setzen Sie ihn in Ihrer Anwendung zurück; der alte gilt dann nicht mehr.</p><h2>Wie erhalte ich mehr Aufrufe?</h2><p>Schreiben Sie uns; wir prüfen Ihre Anfrage.</p>',
        ),
        'GET /db-api-marketplace/apis/user/login': look('Anmelden', loginForm()),
        'GET /db-api-marketplace/apis/user/register': look('Konto anlegen', signUpForm(recaptcha.field), {
          head: recaptcha.head,
        }),
        ...stubs(look, [
          '/db-api-marketplace/apis/forum',
          '/db-api-marketplace/apis/impressum',
          '/db-api-marketplace/apis/datenschutz',
        ]),
        'GET /files/timetables.json': json(200, {
          openapi: '3.0.1',
          info: { title: 'Timetables', version: '1.0.213', description: 'Fahrplandaten' },
          servers: [{ url: 'https://apis.deutschebahn.com/db-api-marketplace/apis/timetables/v1' }],
          security: [{ ClientID: [], ClientSecret: [] }],
          paths: {
            '/station/{pattern}': { get: { responses: { 200: { description: 'OK' } } } },
            '/fchg/{evaNo}': { get: { responses: { 200: { description: 'OK' } } } },
          },
          components: {
            securitySchemes: {
              ClientID: { type: 'apiKey', in: 'header', name: 'DB-Client-Id' },
              ClientSecret: { type: 'apiKey', in: 'header', name: 'DB-Api-Key' },
            },
          },
        }),
      },
      otherwise: bare404('DB API Marketplace'),
    },
    'apis.deutschebahn.com': {
      routes: { '/db-api-marketplace/*': refuse },
      otherwise: text(404, '{"httpCode":"404","httpMessage":"Not Found","moreInformation":"No resources match"}', {
        'content-type': 'application/json',
      }),
    },
    'www.deutschebahn.com': aliasOf(portal),
  },
  expect: expectation({
    apiBases: ['https://apis.deutschebahn.com'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': signUp,
      'token-expiry': staticKeys,
      'scope-restriction': ['partial', ...noCredit],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'captcha-before-token': 'present',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    'captcha-before-token': 'the form that makes the account holds one',
    'manual-key-approval': 'what is looked at by hand is more calls, not the key',
  },
};
