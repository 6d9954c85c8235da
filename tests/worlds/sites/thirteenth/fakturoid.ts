import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBearer, json, redirect } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { robots, sample, signUpForm, stubs, table } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';
import { fields } from '../seventh/noise.ts';

const www = 'https://www.fakturoid.cz';
const app = 'https://app.fakturoid.cz';
const base = `${app}/api/v3`;

/** The site speaks Czech, the manual English. */
const czech = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="cs"><head><meta charset="utf-8"><title>${title} | Fakturoid</title><link rel="stylesheet" href="/assets/web-4f1.css"></head><body><header><a href="/" aria-label="Fakturoid"></a><nav><a href="/funkce">Funkce</a><a href="/cenik">Ceník</a><a href="/integrace">Propojení</a><a href="/podpora">Podpora</a><a href="/almanach">Almanach</a><a href="${app}/prihlaseni">Přihlásit</a><a href="/registrace">Vyzkoušet zdarma</a></nav></header><main><h1>${title}</h1>${body}</main><footer><h4>Fakturoid</h4><a href="/o-nas">O nás</a><a href="/kontakt">Kontakt</a><a href="/pro-ucetni">Pro účetní</a><a href="/api">API pro vývojáře</a><a href="/podminky">Obchodní podmínky</a><a href="/soukromi">Ochrana osobních údajů</a><a href="https://stav.fakturoid.cz">Stav služby</a><p>© 2009–2026 Fakturoid s. r. o., Hodonín</p></footer></body></html>`,
  );
const menu: readonly (readonly [string, string])[] = [
  ['API v3', '/api/v3'],
  ['Authorization', '/api/v3/authorization'],
  ['Changelog', '/api/v3/changelog'],
  ['Users', '/api/v3/users'],
  ['Account', '/api/v3/account'],
  ['Bank Accounts', '/api/v3/bank-accounts'],
  ['Number Formats', '/api/v3/number-formats'],
  ['Subjects', '/api/v3/subjects'],
  ['Invoices', '/api/v3/invoices'],
  ['Expenses', '/api/v3/expenses'],
  ['Inbox Files', '/api/v3/inbox-files'],
  ['Webhooks', '/api/v3/webhooks'],
  ['API v2 (deprecated)', '/api/v2'],
];
const english = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | Fakturoid API</title><link rel="stylesheet" href="/assets/api-22c.css"></head><body class="api"><header><a href="/">Fakturoid</a> <a href="/api">API</a></header><aside><nav><ul>${menu.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></nav></aside><main class="markdown"><h1>${title}</h1>${body}</main></body></html>`,
  );
const attributes = (rows: readonly (readonly string[])[]) => table([['Name', 'Type', 'Description'], ...rows]);
const collection = (name: string, columns: readonly string[]): string =>
  `<h2>Attributes</h2>${fields(columns)}<h2>${name} Index</h2>${sample(`GET ${base}/accounts/{slug}/${name.toLowerCase().replace(/ /g, '_')}.json`, 'http')}<h3>Response</h3>${sample('200 OK\n400 Bad Request (when User-Agent header is missing)\n401 Unauthorized (when access token is missing or invalid)\n429 Too Many Requests', 'text')}`;

const problem = (status: number, error: string, description: string): Answer =>
  json(status, { error, error_description: description });
/** Who does not say who asks is told so before anything else. */
const named =
  (reply: Reply): Reply =>
  (r: Incoming) => {
    if (!r.headers['user-agent']?.trim())
      return problem(400, 'bad_request', 'The User-Agent header is missing. Please identify your application.');
    return typeof reply === 'function' ? reply(r) : reply;
  };
const refuse = named((r) =>
  isBearer(r)
    ? problem(401, 'invalid_token', 'The access token is invalid or has expired')
    : problem(401, 'unauthorized', 'The request requires an access token'),
);
const endpoint = tokenEndpoint({
  grants: ['authorization_code', 'refresh_token', 'client_credentials'],
  order: 'grant-first',
  reads: ['json', 'form'],
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
  ),
});

/** Czech invoicing: two flows, one of them for scripts; everybody makes the credentials in the settings; a User-Agent is a must. */
export const fakturoid: World = {
  id: 'fakturoid',
  kind: 'provider',
  title:
    'Czech invoicing, site in Czech and manual in English: client_credentials for one’s own account, User-Agent a must',
  target: 'www.fakturoid.cz',
  dated: '2026-11',
  sources: [
    'www.fakturoid.cz/api/v3',
    'www.fakturoid.cz/api/v3/authorization',
    'github.com/fakturoid/fakturoid-ruby',
    'packagist.org/packages/fakturoid/fakturoid-php',
    'getbruin.com/docs/ingestr/supported-sources/fakturoid.html (the User-Agent)',
  ],
  hosts: {
    'fakturoid.cz': aliasOf(www),
    'www.fakturoid.cz': {
      routes: {
        'GET /robots.txt': robots(
          'User-agent: *\nDisallow: /registrace\n\nSitemap: https://www.fakturoid.cz/sitemap.xml\n',
        ),
        'GET /sitemap.xml': {
          status: 200,
          headers: { 'content-type': 'application/xml' },
          body: `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${['/', '/funkce', '/cenik', '/integrace', '/podpora', '/o-nas', '/api'].map((path) => `<url><loc>${www}${path}</loc></url>`).join('')}</urlset>`,
        },
        'GET /': czech(
          'Faktury a účetnictví bez starostí',
          '<p>Vystavujte faktury, hlídejte platby a mějte přehled. Fakturoid používá 60 tisíc podnikatelů.</p><a href="/registrace">Vyzkoušet zdarma</a><h2>Umíme to s bankou</h2><p>Spárujeme platby z Fio banky, ČSOB, Air Bank a dalších.</p><h2>Mobilní aplikace</h2><p>Vyfoťte účtenku a je to.</p><blockquote>„Konečně mě faktury baví.“ Jana, fotografka</blockquote>',
        ),
        'GET /funkce': czech(
          'Funkce',
          '<ul><li>Faktury, proformy, dobropisy</li><li>Upomínky</li><li>Datová schránka</li><li>EET už ne</li></ul>',
        ),
        'GET /cenik': czech(
          'Ceník',
          table([
            ['', 'Zdarma', 'Na lehko', 'Na volno', 'Na maximum'],
            ['Cena za měsíc', '0 Kč', '170 Kč', '290 Kč', '490 Kč'],
            ['Kontakty', '5', 'neomezeně', 'neomezeně', 'neomezeně'],
            ['API', 'ano', 'ano', 'ano', 'ano'],
          ]),
        ),
        'GET /integrace': czech(
          'Propojení s dalšími aplikacemi',
          '<p>Shoptet, Shopify, WooCommerce, Zapier, Make, Raynet, Caflou. Chybí vaše aplikace? Napište si propojení přes naše <a href="/api">API</a>.</p>',
        ),
        'GET /podpora': czech(
          'Podpora',
          '<ul><li><a href="/podpora/zapomenute-heslo">Zapomenuté heslo</a></li><li><a href="/podpora/dvoufazove-overeni">Dvoufázové ověření</a></li><li><a href="/podpora/pristup-pro-ucetni">Přístup pro účetní</a></li></ul>',
        ),
        'GET /podpora/zapomenute-heslo': czech('Zapomenuté heslo', '<p>Zadejte e-mail a pošleme vám odkaz.</p>'),
        'GET /podpora/dvoufazove-overeni': czech(
          'Dvoufázové ověření',
          '<p>Po přihlášení opište kód z aplikace v telefonu. Kód platí 30 vteřin.</p>',
        ),
        'GET /podpora/pristup-pro-ucetni': czech(
          'Přístup pro účetní',
          '<p>Účetní požádá o přístup a vy žádost schválíte v Nastavení.</p>',
        ),
        'GET /registrace': czech(
          'Registrace',
          `<p>30 dní všechny funkce, bez platební karty.</p>${signUpForm('', '/registrace')}`,
        ),
        ...stubs(czech, ['/almanach', '/o-nas', '/kontakt', '/pro-ucetni', '/podminky', '/soukromi']),
        'GET /api': redirect(302, '/api/v3'),
        'GET /api/v3': english(
          'API v3',
          `<p>For the exhaustive list of changes against the API v2 please refer to the <a href="/api/v3/changelog">Changelog</a>.</p><h2>Request formalities</h2><ul><li>All requests must be made via HTTPS.</li><li>All endpoint URLs begin with <code>${base}</code>.</li></ul><p>Most endpoints require Fakturoid account name as part of the request URL as a <code>slug</code> parameter.</p>${sample(`${base}/accounts/{slug}/invoices.json`, 'text')}<p>List of all accounts for the current user can be obtained via <a href="/api/v3/users">current user endpoint</a>.</p><h2>Identification</h2><p>All requests must have the <code>User-Agent</code> header with the information about the name of your application and a technical contact email so we can contact you in case something goes rogue with your API integration.</p>${sample('User-Agent: YourAppName (administrative@contact.com)', 'http')}<p>Requests without this header will receive <code>400 Bad Request</code> error.</p><h2>JSON</h2><p>Requests that send JSON payload need to have a header <code>Content-Type: application/json</code>. Requests requesting a different type of response will receive <code>415 Unsupported Media Type</code> error.</p><h2>Authorization</h2><p>Fakturoid supports <a href="/api/v3/authorization">OAuth 2 protocol</a> for authorization.</p><h2>Pagination</h2><ul><li>There are 40 records per page.</li><li>Next page can be requested by using the <code>page</code> query parameter.</li></ul><h2>Error handling</h2><p>Aside from 2xx success HTTP status codes, the API may also return 4xx and 5xx error responses. In case of an error response body always contains a JSON with the description of the error.</p>${sample('{\n  "errors": {\n    "name": ["can\'t be blank"]\n  }\n}', 'json')}${sample('{\n  "error": "forbidden",\n  "error_description": "Pro tuto akci nemáte oprávnění."\n}', 'json')}<h2>Rate limiting</h2><p>400 requests in 60 seconds; see the headers <code>X-RateLimit-Policy</code> and <code>X-RateLimit</code>.</p>`,
        ),
        'GET /api/v3/authorization': english(
          'Authorization',
          `<p>Authorization is provided via OAuth 2.0. Fakturoid supports <a href="#authorization-code-flow">Authorization Code Flow</a> and <a href="#client-credentials-flow">Client Credentials Flow</a>.</p><p>Authorization Code Flow should be used for multi-tenant applications (e.g. Shopify) where you need to provide access for multiple users to their accounts.</p><p>Client Credentials Flow can be used for the cases of creating either scripts without server component or if you want your own service to access just your Fakturoid account. Using Client Credentials Flow for multi-tenant applications is not recommended and can lead to removal of access to your integration.</p><h2 id="authorization-code-flow">Authorization Code Flow</h2><p>Before you can use Authorization Code Flow you need to create an integration in Fakturoid. If you don't already have an account, <a href="/registrace">create a new one</a>. In your account, go to Settings → Connect other apps → OAuth 2 for app developers and create a new integration.</p><p>After creating the integration you will receive Client ID and Client Secret which you will need to use in the communication with API.</p><h3>Obtaining an authorization code</h3>${sample(`${base}/oauth?client_id=…&redirect_uri=…&response_type=code&state=…`, 'text')}<h3>Obtaining initial credentials</h3>${sample(`POST ${base}/oauth/token\n\nUser-Agent: YourApp (yourname@example.com)\nContent-Type: application/json\nAccept: application/json\nAuthorization: Basic BASE64(CLIENT_ID:CLIENT_SECRET)\n\n{\n  "grant_type": "authorization_code",\n  "code": "4eb38…",\n  "redirect_uri": "https://www.example.org/redirect"\n}`, 'http')}${sample('{\n  "access_token": "0ea8b…",\n  "token_type": "Bearer",\n  "expires_in": 7200,\n  "refresh_token": "ad0a6…"\n}', 'json')}<h3>Refreshing access token</h3><p>Access token is valid for 2 hours. Use the refresh token, which has no expiry, to obtain another one.</p>${sample('{\n  "grant_type": "refresh_token",\n  "refresh_token": "ad0a6…"\n}', 'json')}<h3>Revoking access</h3>${sample(`POST ${base}/oauth/revoke\n\n{ "token": "ad0a6…" }`, 'http')}<h2 id="client-credentials-flow">Client Credentials Flow</h2><p>In your Fakturoid account, go to Settings → User account. In the section API you find Client ID and Client Secret of your user; the secret can be generated anew.</p>${sample(`POST ${base}/oauth/token\n\nUser-Agent: YourApp (yourname@example.com)\nContent-Type: application/json\nAccept: application/json\nAuthorization: Basic BASE64(CLIENT_ID:CLIENT_SECRET)\n\n{\n  "grant_type": "client_credentials"\n}`, 'http')}${sample('{\n  "access_token": "a1f2c…",\n  "token_type": "Bearer",\n  "expires_in": 7200\n}', 'json')}<p>There is no refresh token in this flow; ask again when the token has expired.</p><h2>Using access token</h2>${sample(`curl ${base}/user.json -H "Authorization: Bearer ACCESS_TOKEN" -H "User-Agent: YourApp (yourname@example.com)"`)}`,
        ),
        'GET /api/v3/changelog': english(
          'Changelog',
          '<h2>2026-02-04</h2><ul><li>Invoices: attribute <code>ppd_state</code></li></ul><h2>Changes against v2</h2><ul><li>HTTP Basic with e-mail and API key is gone, OAuth 2 replaces it.</li><li>Dates are ISO 8601.</li><li>Attributes for rounding.</li></ul>',
        ),
        'GET /api/v3/users': english(
          'Users',
          `<h2>Current User</h2>${sample(`GET ${base}/user.json`, 'http')}${attributes([
            ['id', 'Integer', 'User ID'],
            ['full_name', 'String', 'Full user name'],
            ['email', 'String', 'User email'],
            ['default_account', 'String', 'Account slug'],
            ['accounts', 'Array', 'List of accounts the user has access to, with permission: owner or another one'],
          ])}`,
        ),
        'GET /api/v3/invoices': english(
          'Invoices',
          `${sample(`GET ${base}/accounts/{slug}/invoices.json`, 'http')}${attributes([
            ['document_type', 'String', 'invoice, proforma, correction'],
            ['number', 'String', 'Automatically by number format'],
            ['token', 'String', 'Token string for the webinvoice URL, read-only'],
            ['public_html_url', 'String', 'Invoice address for your client'],
          ])}<h2>Invoice actions</h2>${sample(`POST ${base}/accounts/{slug}/invoices/{id}/fire.json?event=lock`, 'http')}`,
        ),
        'GET /api/v3/account': english(
          'Account',
          `${sample(`GET ${base}/accounts/{slug}/account.json`, 'http')}${fields(['subdomain', 'plan', 'plan_price', 'plan_paid_users', 'invoice_email', 'name', 'registration_no', 'vat_mode', 'currency', 'unit_name', 'vat_rate', 'due', 'invoice_language'])}`,
        ),
        'GET /api/v3/bank-accounts': english(
          'Bank Accounts',
          collection('Bank Accounts', ['id', 'name', 'currency', 'number', 'iban', 'swift_bic', 'pairing', 'default']),
        ),
        'GET /api/v3/number-formats': english(
          'Number Formats',
          sample(`GET ${base}/accounts/{slug}/number_formats/invoices.json`, 'http'),
        ),
        'GET /api/v3/subjects': english(
          'Subjects',
          collection('Subjects', [
            'id',
            'custom_id',
            'type',
            'name',
            'full_name',
            'email',
            'phone',
            'street',
            'city',
            'zip',
            'country',
            'registration_no',
            'vat_no',
            'variable_symbol',
            'setting_update_from_ares',
            'web_invoice_history',
          ]),
        ),
        'GET /api/v3/expenses': english(
          'Expenses',
          collection('Expenses', [
            'id',
            'number',
            'original_number',
            'supplier_name',
            'status',
            'issued_on',
            'due_on',
            'paid_on',
            'locked_at',
            'bank_account',
            'payment_method',
            'tags',
            'subtotal',
            'total',
            'attachments',
          ]),
        ),
        'GET /api/v3/inbox-files': english(
          'Inbox Files',
          collection('Inbox Files', ['id', 'filename', 'bytesize', 'send_to_ocr', 'ocr_status', 'created_at']),
        ),
        'GET /api/v3/webhooks': english(
          'Webhooks',
          '<p>Set <code>auth_header</code> and we send it as the header <code>Authorization</code> of every call, so that you can tell us from others.</p>',
        ),
        'GET /api/v2': english(
          'API v2',
          `<p>Deprecated, terminated on 31st March 2025.</p><h2>Authentication</h2><p>HTTP Basic: your e-mail as the name, the API key as the password.</p>${sample(`curl -u email@example.com:API_KEY ${app}/api/v2/accounts/{slug}/account.json`)}`,
        ),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="cs"><head><title>Stránka nenalezena</title></head><body><h1>Tady nic není</h1><a href="/">Domů</a></body></html>',
      ),
    },
    'app.fakturoid.cz': {
      headers: { server: 'nginx' },
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/prihlaseni'),
        'GET /prihlaseni': html(
          200,
          '<!DOCTYPE html><html lang="cs"><head><title>Přihlášení | Fakturoid</title></head><body><form action="/prihlaseni" method="post"><input type="email" name="email"><input type="password" name="password"><button>Přihlásit</button></form></body></html>',
          { 'set-cookie': '_fakturoid_session=e3b0c44298fc1c14; path=/; secure; HttpOnly; SameSite=Lax' },
        ),
        'POST /api/v3/oauth/token': named(endpoint),
        'POST /api/v3/oauth/token.json': named(endpoint),
        'GET /api/v3/oauth': redirect(302, '/prihlaseni'),
        '/api/v3/user.json': refuse,
        '/api/v3/accounts/*': refuse,
        '/api/v2/*': problem(410, 'gone', 'API v2 was terminated.'),
        '/api/*': named(problem(404, 'not_found', 'Not Found')),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="cs"><head><title>404</title></head><body><h1>Stránka nenalezena</h1></body></html>',
      ),
    },
  },
  expect: expectation({
    apiBases: [app],
    tokenEndpoint: [`${base}/oauth/token`, `${base}/oauth/token.json`],
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': signUp,
      'token-expiry': 'pass',
      'scope-restriction': ['fail', 'partial', 'unknown'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    target: 'the Czech site; only its footer and the page on connections lead to the manual',
    apiBases: '“All endpoint URLs begin with …”',
    tokenEndpoint: 'samples of the page on authorization',
    client_credentials: 'a section of its own; the endpoint tells it from a grant that it does not know',
    authorization_code: 'a section of its own',
    refresh_token: 'sample with grant_type refresh_token',
    outcome: 'user.json refuses strangers with 401',
    'structured-401': '401 JSON with error and description, for whoever sends a User-Agent',
    'bearer-token': 'token_type Bearer and the sample; another answer to a bearer token',
    'client-credentials': 'documented, and told apart from an unknown grant',
    'oauth-discovery': 'no metadata; the endpoint is documented',
    'self-service-keys': 'client id and secret stand in the settings of every account, also of a free one',
    'token-expiry': 'two hours, renewed by either flow',
    'scope-restriction': 'a guard: no scopes; users have permissions in an account',
    'manual-key-approval': 'the accountant’s request for access is no request for a key',
    'browser-only-oauth': 'client_credentials beside the code',
    'token-rotation-without-refresh': 'refresh tokens, and client_credentials renews',
    'session-cookie-only': 'the cookie belongs to the pages',
  },
};
