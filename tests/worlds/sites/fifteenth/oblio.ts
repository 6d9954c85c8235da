import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, empty, html, isBearer, json, parameter } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { contactForm, recaptcha, robots, sample, signUpForm, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { fields } from '../seventh/noise.ts';

const www = 'https://www.oblio.eu';
const api = `${www}/api`;

const page = (title: string, body: string, head = ''): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="ro"><head><meta charset="utf-8"><title>${title} | Oblio</title><link rel="stylesheet" href="/css/site.css?v=318"><script src="//cdn.livechatinc.com/tracking.js" async></script>${head}</head><body><header><a href="/">Oblio</a><nav><ul><li><a href="/functionalitati">Functionalitati</a></li><li><a href="/preturi">Preturi</a></li><li><a href="/integrari">Integrari</a></li><li><a href="/blog">Blog</a></li><li><a href="/contact">Contact</a></li><li><a href="/account/login">Autentificare</a></li><li><a href="/account/register">Cont gratuit</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><ul><li><a href="/termeni">Termeni si conditii</a></li><li><a href="/gdpr">Protectia datelor</a></li><li><a href="/api">API</a></li><li><a href="https://github.com/OblioSoftware">GitHub</a></li></ul><p>Puteti cere oricand acces la datele personale; cererile se analizeaza in 30 de zile.</p></footer></body></html>`,
  );
const missing: Answer = html(
  404,
  '<!DOCTYPE html><html lang="ro"><head><title>Pagina nu exista | Oblio</title></head><body><h1>404</h1><p>Pagina cautata nu exista. <a href="/">Prima pagina</a></p></body></html>',
);
/** The resource controller of oauth2-server-php: no token, no body; a wrong one is named. */
const refuse = (r: Incoming): Answer =>
  isBearer(r)
    ? json(
        401,
        { error: 'invalid_token', error_description: 'The access token provided is invalid' },
        {
          'www-authenticate':
            'Bearer realm="Service", error="invalid_token", error_description="The access token provided is invalid"',
          'cache-control': 'no-store',
        },
      )
    : empty(401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer realm="Service"' });
/** Whoever names no grant is taken to ask for client_credentials, as the manual does. */
const token = (r: Incoming): Answer => {
  const grant = parameter(r, 'grant_type') ?? 'client_credentials';
  if (grant !== 'client_credentials')
    return oauthError(400, 'unsupported_grant_type', `Grant type "${grant}" not supported`);
  return parameter(r, 'client_id') === undefined && r.authorization.scheme !== 'basic'
    ? oauthError(400, 'invalid_client', 'Client credentials were not found in the headers or body')
    : oauthError(400, 'invalid_client', 'The client credentials are invalid');
};
const section = (id: string, title: string, method: string, path: string, columns: readonly string[]): string =>
  `<h3 id="${id}">${title}</h3><p><code>${api}/${path}</code> - ${method}</p>${fields(columns)}${sample(`curl -H "Authorization: Bearer 67d6f8817c28d698bdae…" -X ${method} ${api}/${path}`)}`;

/** Romanian invoicing whose manual never says client_credentials: an e-mail address as client_id, a secret from the account. */
export const oblio: World = {
  id: 'oblio',
  kind: 'provider',
  title:
    'Romanian invoicing: client_credentials without the word, the secret stands in the account; 401 without a body',
  target: 'oblio.eu',
  dated: '2026-11',
  sources: [
    'www.oblio.eu/api (authorization, nomenclature, limits)',
    'github.com/OblioSoftware/OblioApi (README.md, the client for PHP)',
    'github.com/bshaffer/oauth2-server-php (ResourceController, TokenController: refusals of the software behind)',
  ],
  hosts: {
    'oblio.eu': aliasOf(www),
    'www.oblio.eu': {
      headers: { server: 'nginx' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /account/\nDisallow: /docs/\n'),
        'GET /': page(
          'Program de facturare si gestiune',
          '<p>Emite facturi in cateva secunde si trimite-le automat in SPV. Peste 100.000 de firme au ales Oblio.</p><a href="/account/register">Incearca gratuit</a><h2>e-Factura si e-Transport</h2><p>Autorizati Oblio in SPV o singura data, cu semnatura electronica; reautorizarea se face la 90 de zile.</p><h2>Aplicatie de mobil</h2><p>Facturezi de oriunde, din telefon.</p><blockquote>„In sfarsit un program pe care il intelege si contabila.”</blockquote>',
        ),
        'GET /functionalitati': page(
          'Functionalitati',
          '<ul><li>Facturi, proforme, avize, bonuri</li><li>Stocuri si NIR</li><li>Roluri pentru angajati: operator, gestionar, contabil</li><li>Codul de autentificare in doi pasi expira in 30 de secunde</li></ul>',
        ),
        'GET /preturi': page(
          'Preturi',
          table([
            ['', 'Primul an', 'Apoi'],
            ['Abonament', '0 lei', '29 euro pe an'],
            ['Acces API', 'inclus', 'inclus'],
          ]),
        ),
        'GET /integrari': page(
          'Integrari',
          '<p>WooCommerce, PrestaShop, OpenCart, Magento, Shopify, eMAG Marketplace. Folositi alta platforma? Vedeti <a href="/api">documentatia API</a>.</p><h2>eMAG Marketplace</h2><p>Introduceti in Oblio utilizatorul si parola API primite de la eMAG.</p>',
        ),
        'GET /contact': page('Contact', contactForm + recaptcha.field, recaptcha.head),
        'GET /account/login': page(
          'Autentificare',
          '<form action="/account/login" method="post"><input type="email" name="username"><input type="password" name="password"><button>Intra in cont</button></form><a href="/account/register">Nu ai cont?</a>',
        ),
        'GET /account/register': page(
          'Cont nou',
          `<p>Contul se activeaza imediat, fara card.</p>${signUpForm('', '/account/register')}`,
        ),
        ...stubs(page, ['/blog', '/termeni', '/gdpr']),
        'GET /api': page(
          'Integrari + API',
          `<p>Integrari simple intre Oblio si aplicatiile folosite in firma.</p><ul><li><a href="#general">Prezentare generala</a></li><li><a href="#autorizare">Autorizare</a></li><li><a href="#nomenclatoare">Nomenclatoare</a></li><li><a href="#docs">Documente</a></li><li><a href="#webhook">Webhooks</a></li></ul><h2 id="general">Prezentare generala</h2><p>Prin API programatorii pot vedea nomenclatoare si pot emite, vedea, anula sau sterge proforme, avize si facturi. Raspunsurile sunt in format JSON. O cerere reusita primeste statusul 200, una nereusita 400 sau 401, cu un mesaj de eroare.</p><p>Exemple de cod gasiti pe <a href="https://github.com/OblioSoftware">GitHub</a>.</p><h2 id="autorizare">Autorizare</h2><h3>Generarea tokenului de acces</h3><p><code>${api}/authorize/token</code> - POST</p><p>Autorizarea se face prin OAuth 2.0. Sunt necesari doi parametri: <code>client_id</code>, adica adresa de email cu care intrati in Oblio, si <code>client_secret</code>, pe care il gasiti in contul dvs. la „Setari” &gt; „Date Cont”. Din motive de securitate <code>client_secret</code> se schimba la fiecare resetare a parolei.</p>${sample(`curl -H "Content-Type: application/x-www-form-urlencoded" -d "client_id=nume@exemplu.com&client_secret=1edd9e4f6…" -X POST ${api}/authorize/token`)}<p>Raspuns</p>${sample('{\n  "access_token": "67d6f8817c28d698bdae…",\n  "expires_in": "3600",\n  "token_type": "Bearer",\n  "scope": "",\n  "request_time": "1540471129"\n}', 'json')}<p>Toate celelalte cereri folosesc antetul <code>Authorization</code> cu valoarea <code>Bearer {access_token}</code>. La mai mult de 3 cereri pe secunda tokenul se blocheaza 10 minute.</p><h2 id="nomenclatoare">Nomenclatoare</h2>${section('companii', 'Lista companiilor asociate contului', 'GET', 'nomenclature/companies', ['cif', 'company', 'userTypeAccess'])}${section('tva', 'Cote TVA', 'GET', 'nomenclature/vat_rates?cif=RO37311090', ['name', 'percent', 'default'])}${section('clienti', 'Clienti', 'GET', 'nomenclature/clients?cif=RO37311090', ['cif', 'name', 'rc', 'code', 'address', 'state', 'city', 'country', 'iban', 'bank', 'email', 'phone', 'vatPayer'])}${section('produse', 'Produse', 'GET', 'nomenclature/products?cif=RO37311090', ['name', 'code', 'measuringUnit', 'productType', 'price', 'stock'])}<h2 id="docs">Documente</h2>${section('factura', 'Vizualizare factura', 'GET', 'docs/invoice?cif=RO37311090&seriesName=FCT&number=7', ['seriesName', 'number', 'link', 'einvoice'])}<h3>Emitere factura</h3>${fields(['cif', 'client', 'issueDate', 'dueDate', 'seriesName', 'language', 'precision', 'currency', 'products', 'workStation', 'useStock', 'idempotencyKey'])}<h2 id="webhook">Webhooks</h2><p>Antetul <code>X-Oblio-Request-Id</code> trebuie trimis inapoi, codat base64, ca raspuns la verificarea adresei.</p>`,
        ),
        'POST /api/authorize/token': token,
        'GET /api/authorize/token': oauthError(
          405,
          'invalid_request',
          'The request method must be POST when requesting an access token',
        ),
        '/api/nomenclature/*': refuse,
        '/api/docs/*': refuse,
        '/api/webhooks*': refuse,
      },
      otherwise: missing,
    },
  },
  expect: expectation({
    apiBases: [www],
    tokenEndpoint: `${api}/authorize/token`,
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': signUp,
      'token-expiry': 'pass',
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    target: 'the Romanian site, whose footer leads to the manual; API and pages share one host',
    apiBases: 'every address of the manual lies below /api',
    tokenEndpoint: '“…/authorize/token - POST” and its sample',
    client_credentials:
      'OAuth 2.0 with nothing but client_id and client_secret; the endpoint answers invalid_client, and unsupported_grant_type to a grant that cannot exist',
    'structured-401': 'without a token 401 with a challenge and no body; only a wrong token is named in JSON',
    'bearer-token': 'challenge, sample, and another answer to a bearer token',
    'client-credentials': 'as the flow',
    'oauth-discovery': 'no metadata; the endpoint is documented',
    'self-service-keys': 'an account at once and free, the secret stands in its settings',
    'token-expiry':
      'an hour, and the same call gives another; what is to be renewed after 90 days is the access to the tax office',
    'scope-restriction': 'scope is empty; roles belong to employees',
    'captcha-before-token': 'the CAPTCHA stands before the contact form',
    'browser-only-oauth': 'no browser takes part',
    'session-cookie-only': 'bearer tokens',
  },
};
