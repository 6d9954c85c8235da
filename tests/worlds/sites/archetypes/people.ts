/** Where a person stands in the way: approval, CAPTCHA, sessions; and documentation in other languages. */
import { bearerChallenge, fresh, html, isBearer, json, redirect } from '../../lib/answers.ts';
import { tokenEndpoint } from '../../lib/oauth.ts';
import { loginForm, recaptcha, robots, sample, shell, signUpForm, site, turnstile } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys, type World } from '../../lib/world.ts';

const approval: World = {
  id: 'approval-form',
  kind: 'archetype',
  title: 'Keys only after an application that people review',
  target: 'https://www.skyfares.test',
  dated: '2026-11',
  sources: ['STANDARDS §9'],
  hosts: {
    'www.skyfares.test': {
      routes: {
        'GET /': site({
          name: 'Skyfares',
          nav: [
            ['Flights', '/flights'],
            ['Partners', 'https://partners.skyfares.test/'],
            ['Jobs: apply', '/jobs'],
          ],
        })('Compare flights', '<p>Millions of fares.</p>'),
        'GET /flights': shell('Flights'),
        'GET /jobs': site({ name: 'Skyfares' })('Jobs', '<p>Apply now.</p>'),
        'GET /robots.txt': robots(),
      },
    },
    'partners.skyfares.test': {
      routes: {
        'GET /': site({
          name: 'Skyfares Partners',
          nav: [
            ['API documentation', '/docs'],
            ['Request API access', '/apply'],
          ],
        })('Partners', '<p>Build on our fares. <a href="/docs">API documentation</a></p>'),
        'GET /docs': site({ name: 'Skyfares Partners' })(
          'API documentation',
          `<p>To use the API you must <a href="/apply">apply for API access</a>. We review every application; approved partners receive an API key from their account manager within two weeks.</p><p>Send the key as <code>x-api-key</code>.</p>${sample('curl https://partners-api.skyfares.test/v3/prices -H "x-api-key: <API_KEY>"')}`,
        ),
        'GET /apply': site({ name: 'Skyfares Partners' })(
          'Request API access',
          '<p>Tell us about your company and your monthly visitors. Applications are reviewed by our partnerships team.</p><form method="post"><input name="company"><input name="website"><input name="monthly_visitors"><textarea name="use_case"></textarea><button>Submit application</button></form>',
        ),
      },
    },
    'partners-api.skyfares.test': {
      routes: { '/v3/*': json(401, { code: 16, message: 'Unauthorized: API key missing' }) },
      otherwise: json(404, { code: 5, message: 'Not Found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://partners-api.skyfares.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'fail',
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'manual-key-approval': 'present', 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { 'manual-key-approval': 'said on the docs page and on the form' },
};

const captchaSignUp: World = {
  id: 'captcha-sign-up',
  kind: 'archetype',
  title: 'Visible CAPTCHA on the sign-up form that leads to keys',
  target: 'https://mailquill.test',
  dated: '2026-11',
  sources: ['STANDARDS §7'],
  hosts: {
    'mailquill.test': {
      routes: {
        'GET /': site({
          name: 'Mailquill',
          nav: [
            ['Docs', '/docs'],
            ['Pricing', '/pricing'],
            ['Log in', '/login'],
            ['Sign up', '/signup'],
          ],
        })('E-mail that arrives', '<p>SMTP and API.</p>'),
        'GET /pricing': site({ name: 'Mailquill' })('Pricing', '<p>Free for 100 mails a day.</p>'),
        'GET /login': site({ name: 'Mailquill' })('Log in', loginForm()),
        'GET /signup': site({ name: 'Mailquill', head: recaptcha.head })(
          'Create your account',
          signUpForm(recaptcha.field),
        ),
        'GET /docs': site({ name: 'Mailquill' })(
          'Documentation',
          `<p>After <a href="/signup">signing up</a>, create an API key in Settings &gt; API Keys. Give the key Full access or Sending access.</p>${sample('curl https://api.mailquill.test/v1/messages -H "Authorization: Bearer mq.…"')}<p>Keys stay valid until you revoke them.</p>`,
        ),
        'GET /robots.txt': robots(),
      },
    },
    'api.mailquill.test': {
      routes: { '/v1/*': json(401, { errors: [{ field: null, message: 'authorization required' }] }) },
      otherwise: json(404, { errors: [{ message: 'not found' }] }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.mailquill.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['n/a', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'captcha-before-token': 'present',
      'session-cookie-only': 'absent',
      'browser-only-oauth': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: { 'captcha-before-token': 'reCAPTCHA v2 inside the sign-up form' },
};

const captchaElsewhere: World = {
  id: 'captcha-elsewhere',
  kind: 'archetype',
  title: 'CAPTCHA words everywhere except before a credential',
  target: 'https://turnpike.test',
  dated: '2026-11',
  sources: ['STANDARDS CP3'],
  hosts: {
    'turnpike.test': {
      routes: {
        'GET /': site({
          name: 'Turnpike',
          nav: [
            ['Docs', '/docs'],
            ['Contact', '/contact'],
            ['Register', '/register'],
          ],
          end: '<p class="grecaptcha-terms">This site is protected by reCAPTCHA and the Google Privacy Policy applies to our contact form.</p>',
        })('Form protection API', '<p>We fight spam without a CAPTCHA.</p>'),
        'GET /contact': site({ name: 'Turnpike', head: turnstile.head })(
          'Contact',
          `<form action="/contact" method="post"><input name="name"><textarea name="message"></textarea>${turnstile.field}<button>Send message</button></form>`,
        ),
        'GET /register': site({ name: 'Turnpike' })('Register', signUpForm()),
        'GET /docs': site({ name: 'Turnpike' })(
          'Documentation',
          `<p>Replace your CAPTCHA: put our widget where <code>&lt;div class="h-captcha" data-sitekey="…"&gt;&lt;/div&gt;</code> was. Your API key is created with your account, at once. It can be limited to the score endpoint.</p>${sample('curl https://turnpike.test/api/score -H "Authorization: Bearer tp_…"')}`,
        ),
        '/api/score': json(401, { error: { code: 'no_key', message: 'Missing API key' } }, bearerChallenge()),
        '/api/*': json(404, { error: { code: 'not_found' } }),
        'GET /robots.txt': robots(),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://turnpike.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'pass',
      'token-expiry': staticKeys,
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: {
      'captcha-before-token': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
      'browser-only-oauth': 'absent',
    },
  }),
  why: {
    'captcha-before-token': 'on the contact form, in a sample, in a privacy note: none of them stands before a key',
  },
};

const cookieApp: World = {
  id: 'session-cookie',
  kind: 'archetype',
  title: 'A Django application whose JSON endpoints take the session of a signed-in browser only',
  target: 'https://app.kitaplan.test',
  dated: '2026-11',
  sources: ['STANDARDS §8'],
  hosts: {
    'app.kitaplan.test': {
      routes: {
        'GET /accounts/login/': html(
          200,
          `<!DOCTYPE html><html lang="en"><head><title>Kitaplan: log in</title></head><body><h1>Log in</h1>${loginForm('/accounts/login/')}</body></html>`,
          {
            'set-cookie': [
              `csrftoken=${fresh(32)}; Path=/; SameSite=Lax`,
              `sessionid=${fresh(32)}; HttpOnly; Path=/; SameSite=Lax`,
            ],
          },
        ),
        'POST *': html(
          403,
          '<!DOCTYPE html><html><head><title>403 Forbidden</title></head><body><h1>Forbidden <span>(403)</span></h1><p>CSRF verification failed. Request aborted.</p></body></html>',
        ),
        'GET /static/*': html(404, ''),
      },
      otherwise: (request) =>
        redirect(302, `/accounts/login/?next=${encodeURIComponent(request.path)}`, {
          'set-cookie': `sessionid=${fresh(32)}; HttpOnly; Path=/; SameSite=Lax`,
          vary: 'Cookie',
        }),
    },
    'kitaplan.test': {
      routes: {
        'GET /': site({
          name: 'Kitaplan',
          nav: [
            ['Features', '/features'],
            ['Help', '/help'],
            ['Log in', 'https://app.kitaplan.test/'],
          ],
        })('Rosters for nurseries', '<p>Plan your week.</p>'),
        'GET /features': site({ name: 'Kitaplan' })('Features', '<p>Rosters.</p>'),
        'GET /help': site({ name: 'Kitaplan' })(
          'Help',
          '<h2>Can I connect other software?</h2><p>The address <code>https://app.kitaplan.test/api/roster/</code> is for our own pages. It needs a signed-in browser session; API keys and tokens do not exist.</p>',
        ),
      },
    },
  },
  expect: expectation({
    tokenEndpoint: null,
    outcome: ['scored', 'no-api'],
    signals: {
      'structured-401': ['fail', 'unknown', 'n/a'],
      'bearer-token': noCredit,
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': noCredit,
      'token-expiry': noCredit,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'present' },
  }),
  why: {
    'session-cookie-only':
      'redirect to the login with a session cookie on every request, with or without Authorization; the help page says it too',
    'structured-401': 'redirect to a login',
  },
};

const cookieDeclared: World = {
  id: 'session-cookie-declared',
  kind: 'archetype',
  title: 'JSON 401 everywhere, but the description knows only a session cookie',
  target: 'https://depot.test',
  dated: '2026-11',
  sources: ['STANDARDS CK1(e)'],
  hosts: {
    'depot.test': {
      routes: {
        'GET /': shell('Depot'),
        'GET /login': shell('Depot'),
        'GET /openapi.json': json(200, {
          openapi: '3.0.3',
          info: { title: 'Depot internal API', version: '1' },
          servers: [{ url: 'https://depot.test/api' }],
          paths: {
            '/items': { get: { responses: { 200: { description: 'OK' }, 401: { description: 'Not signed in' } } } },
            '/session': {
              post: {
                summary: 'Sign in with e-mail and password; sets the cookie',
                security: [],
                responses: { 204: { description: 'OK' } },
              },
            },
          },
          components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'connect.sid' } } },
          security: [{ session: [] }],
        }),
        '/api/items': json(
          401,
          { error: 'not_signed_in', message: 'Please sign in.' },
          { 'set-cookie': `connect.sid=s%3A${fresh(32)}; Path=/; HttpOnly` },
        ),
        '/api/*': json(404, { error: 'not_found' }),
        'GET /static/*': html(404, ''),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://depot.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': noCredit,
      'token-expiry': ['unknown', 'n/a', 'fail'],
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'present' },
  }),
  why: {
    'session-cookie-only':
      'the only declared scheme is a cookie, a cookie is set, there is no challenge, and a bearer changes nothing',
  },
};

const german: World = {
  id: 'german',
  kind: 'archetype',
  title: 'Documentation in German: client credentials, keys after review',
  target: 'https://www.paketbote.test',
  dated: '2026-11',
  sources: ['STANDARDS §9 German'],
  hosts: {
    'www.paketbote.test': {
      routes: {
        'GET /': site({
          name: 'Paketbote',
          lang: 'de',
          nav: [
            ['Privatkunden', '/privat'],
            ['Geschäftskunden', '/geschaeft'],
            ['Entwickler', 'https://entwickler.paketbote.test/'],
          ],
          footer: [
            ['Impressum', '/impressum'],
            ['Datenschutz: Auskunft beantragen', '/datenschutz'],
          ],
        })('Pakete verschicken', '<p>Schnell und sicher.</p>'),
        'GET /privat': site({ name: 'Paketbote', lang: 'de' })('Privatkunden', '<p>Paket abholen lassen.</p>'),
        'GET /geschaeft': site({ name: 'Paketbote', lang: 'de' })(
          'Geschäftskunden',
          '<p>Kontaktieren Sie den Vertrieb.</p>',
        ),
        'GET /impressum': site({ name: 'Paketbote', lang: 'de' })('Impressum', '<p>Paketbote GmbH</p>'),
        'GET /datenschutz': site({ name: 'Paketbote', lang: 'de' })(
          'Datenschutz',
          '<p>Auskunft können Sie jederzeit beantragen.</p>',
        ),
        'GET /robots.txt': robots(),
      },
    },
    'entwickler.paketbote.test': {
      routes: {
        'GET /': site({
          name: 'Paketbote Entwickler',
          lang: 'de',
          nav: [
            ['Erste Schritte', '/erste-schritte'],
            ['Authentifizierung', '/authentifizierung'],
            ['Sendungen', '/sendungen'],
          ],
        })('Entwicklerportal', '<p>Unsere Schnittstellen: Sendungen, Retouren, Tarife.</p>'),
        'GET /erste-schritte': site({ name: 'Paketbote Entwickler', lang: 'de' })(
          'Erste Schritte',
          '<p>Den API-Zugang beantragen Sie über das Formular. Wir prüfen jeden Antrag; nach Freigabe erhalten Sie Ihre Zugangsdaten innerhalb von fünf Werktagen per E-Mail.</p>',
        ),
        'GET /authentifizierung': site({ name: 'Paketbote Entwickler', lang: 'de' })(
          'Authentifizierung',
          `<p>Die API verwendet OAuth 2.0 (Client Credentials). Fordern Sie ein Zugriffstoken an:</p>${sample('curl -X POST https://api.paketbote.test/auth/token \\\n  -d grant_type=client_credentials -d client_id=IHRE_ID -d client_secret=IHR_SCHLUESSEL')}<p>Das Token ist 30 Minuten gültig. Danach fordern Sie einfach ein neues an. Senden Sie es im Header <code>Authorization: Bearer</code>.</p>`,
        ),
        'GET /sendungen': site({ name: 'Paketbote Entwickler', lang: 'de' })(
          'Sendungen',
          sample('GET https://api.paketbote.test/v1/sendungen', 'http'),
        ),
      },
    },
    'api.paketbote.test': {
      routes: {
        'POST /auth/token': tokenEndpoint({ grants: ['client_credentials'], order: 'grant-first' }),
        '/v1/*': (request) =>
          json(
            401,
            { fehler: isBearer(request) ? 'Token ungültig' : 'Token fehlt', code: 'UNAUTHORIZED' },
            bearerChallenge('realm="paketbote"'),
          ),
      },
      otherwise: json(404, { code: 'NOT_FOUND' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.paketbote.test'],
    tokenEndpoint: 'https://api.paketbote.test/auth/token',
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'fail',
      'self-service-keys': 'fail',
      'token-expiry': 'pass',
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'manual-key-approval': 'present', 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: {
    'manual-key-approval': '„Wir prüfen jeden Antrag; nach Freigabe …“',
    'token-expiry': 'a new one by the same call',
  },
};

const french: World = {
  id: 'french',
  kind: 'archetype',
  title: 'Documentation in French: a key at once',
  target: 'https://annuaire.test',
  dated: '2026-11',
  sources: ['STANDARDS §9 French'],
  hosts: {
    'annuaire.test': {
      routes: {
        'GET /': site({
          name: 'Annuaire',
          lang: 'fr',
          nav: [
            ['Entreprises', '/entreprises'],
            ['API', '/api'],
            ['Connexion', '/connexion'],
          ],
        })('Toutes les entreprises', '<p>Cherchez par nom ou par numéro.</p>'),
        'GET /entreprises': site({ name: 'Annuaire', lang: 'fr' })('Entreprises', '<p>10 millions.</p>'),
        'GET /connexion': site({ name: 'Annuaire', lang: 'fr' })('Connexion', loginForm('/connexion')),
        'GET /api': site({ name: 'Annuaire', lang: 'fr' })(
          'API',
          `<p>Créez un compte gratuit, puis générez une clé API dans votre espace : elle est active immédiatement et n’expire pas. Vous pouvez la révoquer à tout moment.</p><p>Transmettez votre clé d'API dans l'en-tête <code>Authorization</code> :</p>${sample('curl https://api.annuaire.test/v2/entreprises?q=boulangerie -H "Authorization: Bearer VOTRE_CLE"')}`,
        ),
        'GET /robots.txt': robots(),
      },
    },
    'api.annuaire.test': {
      routes: {
        '/v2/*': (request) =>
          json(
            401,
            { code: isBearer(request) ? 'cle_invalide' : 'cle_absente', message: 'Clé API absente ou invalide' },
            bearerChallenge(),
          ),
      },
      otherwise: json(404, { code: 'introuvable', message: 'Ressource inconnue' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.annuaire.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'pass',
      'token-expiry': ['n/a', 'partial', 'unknown'],
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'manual-key-approval': ['absent', 'unknown'],
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
    },
  }),
  why: { 'self-service-keys': '« générez une clé API … active immédiatement »' },
};

const japanese: World = {
  id: 'japanese',
  kind: 'archetype',
  title: 'Documentation in Japanese: authorization code, approval of the application',
  target: 'https://kaikei.test',
  dated: '2026-11',
  sources: ['STANDARDS §9 Japanese; shape of accounting APIs'],
  hosts: {
    'kaikei.test': {
      routes: {
        'GET /': site({
          name: 'カイケイ',
          lang: 'ja',
          nav: [
            ['機能', '/features'],
            ['料金', '/pricing'],
            ['開発者向け', 'https://developer.kaikei.test/'],
          ],
        })('クラウド会計', '<p>毎日の会計をかんたんに。</p>'),
        'GET /features': site({ name: 'カイケイ', lang: 'ja' })('機能', '<p>仕訳、請求書。</p>'),
        'GET /pricing': site({ name: 'カイケイ', lang: 'ja' })('料金', '<p>月額980円から。</p>'),
        'GET /robots.txt': robots(),
      },
    },
    'developer.kaikei.test': {
      routes: {
        'GET /': site({
          name: 'カイケイ 開発者サイト',
          lang: 'ja',
          nav: [
            ['はじめに', '/start'],
            ['認証', '/auth'],
            ['リファレンス', '/reference'],
          ],
        })('カイケイ API', '<p>会計データにアクセスするための API です。</p>'),
        'GET /start': site({ name: 'カイケイ 開発者サイト', lang: 'ja' })(
          'はじめに',
          '<p>API の利用にはAPI利用申請が必要です。審査には3〜5営業日かかり、承認後にクライアントIDを発行します。</p>',
        ),
        'GET /auth': site({ name: 'カイケイ 開発者サイト', lang: 'ja' })(
          '認証',
          `<p>OAuth 2.0 の認可コードフロー（Authorization Code Grant）に対応しています。</p>${sample('https://accounts.kaikei.test/authorize?response_type=code&client_id=CLIENT_ID&redirect_uri=…&scope=read+write', 'text')}${sample('curl -X POST https://accounts.kaikei.test/token -d grant_type=authorization_code -d code=CODE -d client_id=ID -d client_secret=SECRET')}<p>アクセストークンの有効期限は6時間です。リフレッシュトークン（grant_type=refresh_token）で更新できます。</p>${sample('curl https://api.kaikei.test/api/1/companies -H "Authorization: Bearer ACCESS_TOKEN"')}<p>スコープ: read, write</p>`,
        ),
        'GET /reference': site({ name: 'カイケイ 開発者サイト', lang: 'ja' })(
          'リファレンス',
          sample('GET https://api.kaikei.test/api/1/companies', 'http'),
        ),
      },
    },
    'accounts.kaikei.test': {
      routes: {
        'POST /token': tokenEndpoint({ grants: ['authorization_code', 'refresh_token'], order: 'grant-first' }),
        'GET /authorize': redirect(302, '/login'),
        'GET /login': html(
          200,
          `<html lang="ja"><head><title>ログイン</title></head><body>${loginForm()}</body></html>`,
        ),
      },
    },
    'api.kaikei.test': {
      routes: {
        '/api/1/*': (request) =>
          json(
            401,
            {
              status_code: 401,
              errors: [
                {
                  type: 'status',
                  messages: [isBearer(request) ? 'アクセストークンが無効です' : 'アクセスする権限がありません'],
                  codes: ['invalid_access_token'],
                },
              ],
            },
            bearerChallenge('realm="kaikei"'),
          ),
      },
      otherwise: json(404, { status_code: 404, errors: [] }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.kaikei.test'],
    tokenEndpoint: 'https://accounts.kaikei.test/token',
    flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'fail',
      'oauth-discovery': 'fail',
      'self-service-keys': 'fail',
      'token-expiry': 'pass',
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: {
      'manual-key-approval': 'present',
      'browser-only-oauth': 'present',
      'session-cookie-only': 'absent',
    },
  }),
  why: { 'manual-key-approval': '「審査」「承認後」', 'scope-restriction': 'read and write only' },
};

const salesOnly: World = {
  id: 'sandbox-instant-production-sales',
  kind: 'archetype',
  title: 'Sandbox keys at once, production after a contract',
  target: 'https://tresor-pay.test',
  dated: '2026-11',
  sources: ['STANDARDS WD2'],
  hosts: {
    'tresor-pay.test': {
      routes: {
        'GET /': site({
          name: 'Tresor Pay',
          nav: [
            ['Products', '/products'],
            ['Developers', '/developers'],
            ['Contact sales', '/contact'],
          ],
        })('Payments for insurers', '<p>Premiums in, claims out.</p>'),
        'GET /products': site({ name: 'Tresor Pay' })('Products', '<p>Direct debit.</p>'),
        'GET /contact': site({ name: 'Tresor Pay' })(
          'Contact sales',
          '<form method="post"><input name="company"></form>',
        ),
        'GET /developers': site({ name: 'Tresor Pay' })(
          'Developers',
          `<h2>Sandbox</h2><p>Create a sandbox account and get your sandbox API key instantly.</p>${sample('curl https://sandbox.tresor-pay.test/v1/mandates -H "Authorization: Bearer sbx_…"')}<h2>Production</h2><p>Production credentials are issued after you have signed a contract and our risk team has approved your company. Your account manager will send them.</p>${sample('curl https://api.tresor-pay.test/v1/mandates -H "Authorization: Bearer live_…"')}`,
        ),
        'GET /robots.txt': robots(),
      },
    },
    'sandbox.tresor-pay.test': {
      routes: { '/v1/*': json(401, { code: 'AUTH-001', message: 'Missing or unknown API key' }, bearerChallenge()) },
      otherwise: json(404, { code: 'GEN-404', message: 'Not found' }),
    },
    'api.tresor-pay.test': {
      routes: { '/v1/*': json(401, { code: 'AUTH-001', message: 'Missing or unknown API key' }, bearerChallenge()) },
      otherwise: json(404, { code: 'GEN-404', message: 'Not found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.tresor-pay.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['partial', 'fail'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    notJudged: ['manual-key-approval'],
  }),
  why: {
    'self-service-keys': 'not the whole: the sandbox is instant, production is approved',
    'manual-key-approval': 'not judged: true for one of two environments',
  },
};

export const peopleWorlds: readonly World[] = [
  approval,
  captchaSignUp,
  captchaElsewhere,
  cookieApp,
  cookieDeclared,
  german,
  french,
  japanese,
  salesOnly,
];
