import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, html, isBasic, isBearer, json, redirect } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { contactForm, robots, sample } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const home = 'https://projekte.verbund-stadtgaerten.de';
const club = 'https://www.verbund-stadtgaerten.de';

const guard = {
  'cache-control': 'no-cache',
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'origin-when-cross-origin',
};
/** Warden asks its strategies in turn; which challenge is sent depends on what the client tried. */
const refuse = (r: Incoming): Answer => {
  const tried = isBearer(r) || isBasic(r);
  return json(
    401,
    {
      _type: 'Error',
      errorIdentifier: 'urn:openproject-org:api:v3:errors:Unauthenticated',
      message: tried
        ? 'You did not provide the correct credentials.'
        : 'You need to be authenticated to access this resource.',
    },
    {
      ...guard,
      'content-type': 'application/hal+json; charset=utf-8',
      'www-authenticate': isBearer(r)
        ? 'Bearer realm="OpenProject API", error="invalid_token"'
        : 'Basic realm="OpenProject API"',
    },
  );
};
const login = (status = 200): Answer =>
  html(
    status,
    `<!DOCTYPE html><html lang="de" data-theme="light"><head><meta charset="utf-8"><title>Anmelden | Projektplattform Stadtgärten</title><meta name="app_base_path" content=""><meta name="csrf-token" content="kq3N0pVwX2"><meta name="openproject_initializer" data-locale="de" data-environment="production" data-edition="standard"><link rel="stylesheet" href="/assets/frontend/styles.4c1.css"><link rel="search" type="application/opensearchdescription+xml" href="/search/opensearch.xml"></head><body class="controller-account action-login"><header class="op-app-header"><a class="op-logo--link" href="/">OpenProject</a></header><div id="content"><h2>Anmelden</h2><form action="/login" method="post"><input type="hidden" name="authenticity_token" value="kq3N0pVwX2"><label>Benutzername <input type="text" name="username"></label><label>Passwort <input type="password" name="password"></label><input type="submit" name="login" value="Anmelden"><a href="/account/lost_password">Haben Sie Ihr Passwort vergessen?</a></form><p>Noch kein Konto? <a href="${club}/mitmachen/projektplattform">So bekommen Sie eines.</a></p></div><script src="/assets/frontend/main.a11.js" defer></script></body></html>`,
    {
      ...guard,
      'set-cookie': '_open_project_session=6b1f4f0e9c3a4f0f; path=/; secure; HttpOnly; SameSite=Lax',
    },
  );
const toLogin = (r: Incoming): Answer =>
  redirect(302, `/login?back_url=${encodeURIComponent(home + r.path + r.search)}`, guard);
const token = tokenEndpoint({
  grants: ['authorization_code', 'client_credentials', 'refresh_token'],
  order: 'grant-first',
  reads: ['form', 'json', 'query'],
  missing: oauthError(400, 'invalid_request', 'Missing required parameter: grant_type.'),
  unsupported: oauthError(
    400,
    'unsupported_grant_type',
    'The authorization grant type is not supported by the authorization server.',
  ),
  unknownClient: oauthError(
    401,
    'invalid_client',
    'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
    {
      'www-authenticate':
        'Bearer realm="OpenProject", error="invalid_client", error_description="Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method."',
    },
  ),
});

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>${title} – Verbund der Stadtgärten</title><meta name="generator" content="TYPO3 CMS"><link rel="stylesheet" href="/typo3temp/assets/compressed/merged-8a.css"></head><body><header><a href="/">Verbund der Stadtgärten e. V.</a><nav><ul><li><a href="/gaerten">Gärten</a></li><li><a href="/termine">Termine</a></li><li><a href="/mitmachen">Mitmachen</a></li><li><a href="/mitmachen/projektplattform">Projektplattform</a></li><li><a href="/saatgut">Saatgutbörse</a></li><li><a href="/presse">Presse</a></li><li><a href="/kontakt">Kontakt</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a><p>Spendenkonto: DE02 1203 0000 0000 2020 51</p></footer><div class="cookie-hint">Diese Seite verwendet nur technisch notwendige Cookies. <button>Verstanden</button></div></body></html>`,
  );

/** A federation of gardens that runs OpenProject with “login required”, and tells its members on two pages how scripts get in. */
export const openproject: World = {
  id: 'openproject',
  kind: 'provider',
  title:
    'A federation that runs OpenProject behind its own login: API refuses with Basic or Bearer challenges, how-to in German',
  target: home,
  dated: '2026-11',
  sources: [
    'opf/openproject: docs/api/apiv3/openapi-spec.yml (authentication)',
    'opf/openproject: spec/requests/api/v3/authentication_spec.rb (challenges and messages)',
    'www.openproject.org/docs/system-admin-guide/authentication/oauth-applications',
    'doorkeeper-gem/doorkeeper: token controller',
  ],
  hosts: {
    'verbund-stadtgaerten.de': aliasOf(club),
    'www.verbund-stadtgaerten.de': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /typo3/\n'),
        'GET /': page(
          'Gemeinsam gärtnern',
          '<p>37 Gemeinschaftsgärten zwischen Augsburg und Nürnberg. Vom 4. bis 6. Dezember: Baumschnitt im Westpark.</p><h2>Aktuelles</h2><p>Der Stadtrat hat den Antrag auf das Grundstück an der Bahn genehmigt. Die Warteliste für Beete ist wieder offen; bewerben Sie sich bis Februar.</p>',
        ),
        'GET /gaerten': page(
          'Gärten',
          '<p>Karte aller Gärten. Schlüssel für das Tor gibt es bei der Gartenleitung.</p>',
        ),
        'GET /termine': page('Termine', '<p>Baumschnitt, Kompostkurs, Mitgliederversammlung.</p>'),
        'GET /mitmachen': page(
          'Mitmachen',
          '<p>Der Jahresbeitrag beträgt 24 Euro. <a href="/mitmachen/projektplattform">Projektplattform</a> für Mitglieder.</p>',
        ),
        'GET /mitmachen/projektplattform': page(
          'Projektplattform',
          `<p>Aufgaben, Zeiten und Material planen wir unter <a href="${home}/">projekte.verbund-stadtgaerten.de</a> (OpenProject, Version 16).</p><h2>Konto</h2><p>Ein Konto bekommen Mitglieder. Schreiben Sie an die Geschäftsstelle, wir schalten es in der Regel innerhalb von drei Tagen frei.</p><h2>Für Bastler</h2><p>Wetterstation, Gießanlage oder eigene Auswertung anschließen? <a href="/mitmachen/projektplattform/schnittstelle">So geht es mit der Schnittstelle.</a></p>`,
        ),
        'GET /mitmachen/projektplattform/schnittstelle': page(
          'Schnittstelle der Projektplattform',
          `<p>Die REST-API der Plattform hat die Adresse <code>${home}/api/v3</code>. Ohne Anmeldung antwortet sie mit 401.</p><h2>API-Token</h2><p>Wer ein Konto hat, erzeugt sich unter <i>Mein Konto › Zugangs-Token</i> selbst ein API-Token. Es läuft nicht ab und lässt sich dort wieder löschen. Es darf, was Sie dürfen.</p>${sample(`curl -H "Authorization: Bearer $API_TOKEN" ${home}/api/v3/projects`)}<p>Geräte, die nur Basic können, nehmen <code>apikey</code> als Benutzernamen und das Token als Passwort:</p>${sample(`curl -u apikey:$API_TOKEN ${home}/api/v3/work_packages`)}<h2>OAuth</h2><p>Für Dienste der Arbeitsgruppen legt die Geschäftsstelle eine OAuth-Anwendung an, auf Wunsch mit einem Benutzer für Client Credentials. Das Zugriffstoken gilt zwei Stunden, danach holt der Dienst ein neues.</p>${sample(`curl -X POST ${home}/oauth/token \\\n  -d grant_type=client_credentials \\\n  -d client_id=$ID -d client_secret=$SECRET -d scope=api_v3`)}<p>Anwendungen, in denen sich Mitglieder anmelden (etwa die Helfer-App), verwenden den Authorization Code Flow mit PKCE.</p><h2>Beispiele</h2><p>Gießprotokoll als Zeiteintrag: <code>POST /api/v3/time_entries</code>. Fragen an technik@verbund-stadtgaerten.de.</p>`,
        ),
        'GET /saatgut': page('Saatgutbörse', '<p>Tauschen Sie Samen. Codes für Pakete stehen auf der Tüte.</p>'),
        'GET /presse': page('Presse', '<p>Logos und Bilder auf Anfrage.</p>'),
        'GET /kontakt': page('Kontakt', contactForm),
        'GET /impressum': page('Impressum', '<p>Vereinsregister Augsburg, VR 99999.</p>'),
        'GET /datenschutz': page(
          'Datenschutz',
          '<p>Sie können Auskunft über Ihre Daten verlangen. Wir prüfen die Anfrage und antworten binnen eines Monats. Sitzungscookies werden beim Abmelden gelöscht.</p>',
        ),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="de"><head><title>404</title></head><body><h1>Seite nicht gefunden</h1></body></html>',
      ),
    },
    'projekte.verbund-stadtgaerten.de': {
      headers: { server: 'Apache' },
      routes: {
        'GET /robots.txt': robots(
          'User-agent: *\nDisallow: /activities\nDisallow: /search\nDisallow: /users\nDisallow: /work_packages/calendar\n',
        ),
        'GET /': toLogin,
        'GET /login': login(),
        'GET /account/lost_password': login(),
        'GET /health_checks/default': { status: 200, headers: guard, body: 'default: PASSED Application is running' },
        'POST /oauth/token': token,
        'GET /oauth/authorize': toLogin,
        'GET /api/docs': toLogin,
        'GET /projects': toLogin,
        'GET /projects/*': toLogin,
        'GET /work_packages': toLogin,
        'GET /my/*': toLogin,
        '/api/v3': refuse,
        '/api/v3/*': refuse,
        '/api/bcf/*': refuse,
        '/api/*': { status: 404, headers: guard, body: '' },
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="de"><head><title>OpenProject</title></head><body><div id="errorExplanation"><h2>[Fehler 404] Die Seite, die Sie suchen, existiert nicht oder wurde entfernt.</h2></div></body></html>',
        guard,
      ),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: `${home}/oauth/token`,
    flows: { client_credentials: 'yes', authorization_code: ['yes', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': ['fail', 'partial'],
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': [...noCredit, 'partial', 'pass'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['manual-key-approval'],
  }),
  why: {
    target: 'the platform itself, which sends every stranger to its login',
    apiBases: 'named on the page on the interface; /api/v3 refuses below it',
    tokenEndpoint: 'sample of the page on the interface; it answers as Doorkeeper does',
    client_credentials: 'documented by the federation, and told apart from an unknown grant',
    authorization_code: 'one sentence, for applications in which members sign in',
    outcome: 'below /api/v3 strangers are refused with 401',
    'structured-401': '401 JSON with errorIdentifier and message, and a challenge',
    'bearer-token': '“Authorization: Bearer $API_TOKEN”; a wrong one gets a Bearer challenge with invalid_token',
    'client-credentials': 'sample with the grant; the endpoint knows it',
    'oauth-discovery': 'this version publishes no metadata; the endpoint is documented',
    'self-service-keys': 'who has an account makes a token; an account is for members and is unlocked by the office',
    'token-expiry': 'API tokens never expire and can be deleted; those of OAuth live two hours and another is fetched',
    'scope-restriction': 'a guard: scope=api_v3 in a sample limits to the whole API; a token may what its user may',
    'manual-key-approval': 'not judged: accounts are unlocked by people, tokens are not',
    'session-cookie-only': 'the login belongs to the pages; the API takes tokens',
    'browser-only-oauth': 'client_credentials and API tokens',
    'token-rotation-without-refresh': 'the service fetches another',
  },
};
