/** Keys beside OAuth, scheme words, other languages, Basic with the key as user: Todoist, Checkout.com, Kakao, Yahoo Japan, Vimeo, Amadeus, Harvest, Fastly, Hetzner, Toggl. */
import type { Reply, World } from '../../lib/world.ts';
import {
  aliasOf,
  empty,
  fresh,
  html,
  isBare,
  isBasic,
  isBearer,
  json,
  parameter,
  redirect,
  text,
} from '../../lib/answers.ts';
import { openapi } from '../../lib/openapi.ts';
import { robots, shell } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';
import { bare404, failure, hasClient, manual, plainPage, pre, shallow } from './fourth-pages.ts';

/** A token endpoint that looks at the grant first and at the client second. */
const tokenOf =
  (...grants: readonly string[]): Reply =>
  (r) => {
    const grant = parameter(r, 'grant_type');
    if (grant === undefined) return failure(400, 'invalid_request', 'The grant_type parameter is missing.');
    if (!grants.includes(grant)) return failure(400, 'unsupported_grant_type', 'The grant type is not supported.');
    return hasClient(r)
      ? failure(401, 'invalid_client', 'Client authentication failed.')
      : failure(400, 'invalid_request', 'The client_id parameter is missing.');
  };

const todoist = ((): World => {
  const T = 'https://developer.todoist.com';
  const one = [
    '<h2 id="authorization">Authorization</h2><p>To make authorized calls, provide the token of a Todoist user. For testing, take your personal token from the <a href="https://app.todoist.com/app/settings/integrations/developer">integrations settings</a>, tab Developer. It gives full access to your account and does not expire.</p>',
    pre(
      'curl https://api.todoist.com/api/v1/projects -H "Authorization: Bearer 0123456789abcdef0123456789abcdef01234567"',
    ),
    '<h2 id="oauth">OAuth</h2><p>Apps that other people use go through the OAuth protocol. Create an app in the <a href="/appconsole.html">App Management Console</a>; you get a client ID and a client secret. Step 1: send the user to</p>',
    pre(
      'https://app.todoist.com/oauth/authorize?client_id=0123456789abcdef&scope=data:read,data:delete&state=secretstring',
    ),
    '<table><thead><tr><th>Scope</th><th>Description</th></tr></thead><tbody><tr><td>task:add</td><td>Add new tasks only.</td></tr><tr><td>data:read</td><td>Read-only access to tasks, projects, labels and filters.</td></tr><tr><td>data:read_write</td><td>Read and write.</td></tr><tr><td>data:delete</td><td>Delete.</td></tr></tbody></table><p>Step 3: exchange the code.</p>',
    pre(
      '$ curl "https://api.todoist.com/oauth/access_token" \\\n    -d "client_id=0123456789abcdef" \\\n    -d "client_secret=secret" \\\n    -d "code=abcdef" \\\n    -d "redirect_uri=https://example.com"\n\n{ "access_token": "0123456789abcdef0123456789abcdef01234567", "token_type": "Bearer" }',
    ),
  ].join('');
  return {
    id: 'todoist',
    kind: 'provider',
    title: 'One long page; a personal token that never ends beside OAuth whose tokens never end either',
    target: 'https://todoist.com',
    dated: '2026-11',
    sources: ['developer.todoist.com/api/v1'],
    hosts: {
      'www.todoist.com': aliasOf('https://todoist.com'),
      'app.todoist.com': { routes: { 'GET *': shell('Todoist') } },
      'todoist.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage('Todoist | A to-do list to organize your work and life', '<p>Clarity, finally.</p>', {
            nav: [
              ['Features', 'https://todoist.com/features'],
              ['Pricing', 'https://todoist.com/pricing'],
              ['Start for free', 'https://todoist.com/auth/signup'],
            ],
            foot: [
              ['Integrations', 'https://todoist.com/integrations'],
              ['Developer API', T],
              ['Help', 'https://todoist.com/help'],
            ],
          }),
          ...shallow('Todoist', [], ['/features', '/pricing', '/integrations', '/help']),
          'GET /auth/signup': shell('Sign up | Todoist'),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('Todoist'),
      },
      'developer.todoist.com': {
        routes: {
          'GET /': plainPage('Todoist Developer', '<p>Build with <a href="/api/v1/">the Todoist API</a>.</p>', {
            nav: [
              ['API v1', `${T}/api/v1/`],
              ['App console', `${T}/appconsole.html`],
            ],
          }),
          'GET /api/v1': plainPage('Todoist API', one, { nav: [['App console', `${T}/appconsole.html`]] }),
          'GET /appconsole.html': redirect(302, 'https://app.todoist.com/app/settings/integrations/app-management'),
        },
        otherwise: bare404('Todoist Developer'),
      },
      'api.todoist.com': {
        headers: { server: 'envoy' },
        routes: {
          '/api/v1/*': json(401, {
            error: 'Unauthorized',
            error_code: 477,
            error_extra: { event_id: fresh(), retry_after: 2 },
            error_tag: 'UNAUTHORIZED',
            http_code: 401,
          }),
          'POST /oauth/access_token': json(400, { error: 'bad_authorization_code' }),
        },
        otherwise: text(404, 'Not Found'),
      },
    },
    expect: expectation({
      apiBases: ['https://api.todoist.com'],
      tokenEndpoint: 'https://api.todoist.com/oauth/access_token',
      flows: { authorization_code: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': staticKeys,
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'scope-restriction': 'OAuth tokens carry scopes, the personal token does not' },
  };
})();

const checkout = ((): World => {
  const C = 'https://www.checkout.com';
  const nav = [
    ['Get started', `${C}/docs/get-started`],
    ['Authentication', `${C}/docs/developer-resources/api/api-authentication`],
    ['Manage keys', `${C}/docs/developer-resources/api/manage-api-keys`],
    ['Access keys and OAuth', `${C}/docs/developer-resources/api/oauth`],
    ['API reference', 'https://api-reference.checkout.com/'],
  ] as const;
  const docs = manual(' - Checkout.com Docs', nav);
  const api = {
    routes: { 'GET /': empty(404), '/*': empty(401, { 'cko-request-id': fresh(), 'cko-version': '1.1210.0' }) },
  } satisfies World['hosts'][string];
  const access = {
    routes: { 'POST /connect/token': tokenOf('client_credentials') },
    otherwise: empty(404),
  } satisfies World['hosts'][string];
  return {
    id: 'checkout',
    kind: 'provider',
    title:
      'A payment firm: sandbox for anybody, live after sales; 401 without a word; secret keys or client credentials',
    target: C,
    dated: '2026-11',
    sources: ['checkout.com/docs/developer-resources/api', 'api-reference.checkout.com'],
    hosts: {
      'checkout.com': aliasOf(C),
      'www.checkout.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage('Checkout.com: payment services', '<p>Where the world checks out.</p>', {
            nav: [
              ['Products', `${C}/products`],
              ['Docs', `${C}/docs`],
              ['Pricing', `${C}/pricing`],
              ['Contact sales', `${C}/contact-sales`],
              ['Get a test account', `${C}/get-test-account`],
            ],
          }),
          ...shallow('Checkout.com', [], ['/products', '/pricing', '/contact-sales']),
          'GET /get-test-account': shell('Create a test account | Checkout.com'),
          'GET /docs': redirect(301, '/docs/get-started'),
          'GET /docs/get-started': docs(
            'Get started',
            `<p>Test with the sandbox before you go live. <a href="/get-test-account">Create a test account</a>; it is free and ready within a minute. To process real payments, <a href="/contact-sales">talk to our sales team</a> about a live account.</p>`,
          ),
          'GET /docs/developer-resources/api/api-authentication': docs(
            'API authentication',
            `<p>Base URLs: sandbox <code>https://api.sandbox.checkout.com</code>, live <code>https://api.checkout.com</code>. Authenticate with an OAuth access token or, as an alternative, with a secret key in the <code>Authorization</code> header.</p>${pre("curl --location --request GET 'https://api.sandbox.checkout.com/payments/{id}' \\\n--header 'Authorization: Bearer sk_sbox_XXXX'")}`,
          ),
          'GET /docs/developer-resources/api/manage-api-keys': docs(
            'Manage your API keys',
            '<p>Sign in to the Dashboard, go to Developers &gt; Keys and select Create a new key. Choose Secret key or Public key, give it a description and pick its scopes: all default scopes, or only those that you need, such as <code>payments:refund</code>. The secret is shown once.</p>',
          ),
          'GET /docs/developer-resources/api/oauth': docs(
            'OAuth access keys',
            `<p>Create an access key under Developers &gt; Keys &gt; Access keys, choose its scopes, and note the access key ID and secret. Request a token with the client credentials grant:</p>${pre("curl --location --request POST 'https://access.sandbox.checkout.com/connect/token' \\\n--header 'Authorization: Basic {base64 of ack_xxx:secret}' \\\n--header 'Content-Type: application/x-www-form-urlencoded' \\\n--data-urlencode 'grant_type=client_credentials' \\\n--data-urlencode 'scope=gateway'")}${pre('{\n  "access_token": "eyJhbG…",\n  "expires_in": 3600,\n  "token_type": "Bearer",\n  "scope": "gateway"\n}')}<p>When it has expired, request another.</p>`,
          ),
        },
        otherwise: bare404('Checkout.com'),
      },
      'api-reference.checkout.com': { routes: { 'GET *': shell('Checkout.com API Reference') } },
      'api.checkout.com': api,
      'api.sandbox.checkout.com': api,
      'access.sandbox.checkout.com': access,
      'access.checkout.com': access,
    },
    expect: expectation({
      apiBases: [['https://api.checkout.com', 'https://api.sandbox.checkout.com']],
      tokenEndpoint: ['https://access.sandbox.checkout.com/connect/token', 'https://access.checkout.com/connect/token'],
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': ['partial', 'fail'],
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'structured-401': 'the right status, no body, no challenge',
      'manual-key-approval': 'not judged: sandbox at once, live after sales',
    },
  };
})();

const kakao = ((): World => {
  const K = 'https://developers.kakao.com';
  const nav = [
    ['시작하기', `${K}/docs/latest/ko/getting-started/app`],
    ['앱 키', `${K}/docs/latest/ko/app-setting/app-key`],
    ['카카오 로그인 REST API', `${K}/docs/latest/ko/kakaologin/rest-api`],
    ['동의항목', `${K}/docs/latest/ko/kakaologin/prerequisite`],
    ['에러 코드', `${K}/docs/latest/ko/rest-api/reference`],
    ['내 애플리케이션', `${K}/console/app`],
  ] as const;
  const page = manual(' | Kakao Developers', nav);
  const docs = (title: string, body: string): ReturnType<typeof page> => {
    const it = page(title, body);
    return { ...it, body: (it.body ?? '').replace('lang="en"', 'lang="ko"') };
  };
  const refuse: Reply = (r) =>
    json(
      401,
      isBare(r)
        ? { msg: 'no authentication key!', code: -401 }
        : { msg: 'this access token does not exist', code: -401 },
    );
  const A = 'https://kauth.kakao.com';
  return {
    id: 'kakao',
    kind: 'provider',
    title: 'Korean: an app key with a scheme word of its own, user tokens with Bearer, OpenID metadata',
    target: K,
    dated: '2026-11',
    sources: [
      'developers.kakao.com/docs/latest/ko/kakaologin/rest-api',
      'kauth.kakao.com/.well-known/openid-configuration',
    ],
    hosts: {
      'developers.kakao.com': {
        routes: {
          'GET /': docs('Kakao Developers', '<p>카카오 API로 새로운 서비스를 만들어 보세요.</p>'),
          'GET /console/app': redirect(
            302,
            'https://accounts.kakao.com/login?continue=https%3A%2F%2Fdevelopers.kakao.com%2Fconsole%2Fapp',
          ),
          'GET /docs/latest/ko/getting-started/app': docs(
            '애플리케이션 등록',
            '<p>카카오 API를 사용하려면 카카오계정으로 로그인한 뒤 [내 애플리케이션]에서 앱을 등록해야 합니다. [애플리케이션 추가하기]를 누르면 앱 키가 바로 발급됩니다.</p>',
          ),
          'GET /docs/latest/ko/app-setting/app-key': docs(
            '앱 키',
            '<p>앱을 만들면 네이티브 앱 키, REST API 키, JavaScript 키, 어드민 키가 발급됩니다. [앱 설정] &gt; [앱 키]에서 확인하고 재발급할 수 있습니다.</p>',
          ),
          'GET /docs/latest/ko/kakaologin/rest-api': docs(
            '카카오 로그인 REST API',
            `<h2>인가 코드 받기</h2>${pre(`${A}/oauth/authorize?response_type=code&client_id=\${REST_API_KEY}&redirect_uri=\${REDIRECT_URI}`)}<h2>토큰 받기</h2>${pre(`curl -v -X POST "${A}/oauth/token" \\\n    -H "Content-Type: application/x-www-form-urlencoded;charset=utf-8" \\\n    -d "grant_type=authorization_code" \\\n    -d "client_id=\${REST_API_KEY}" \\\n    -d "code=\${AUTHORIZE_CODE}"`)}${pre('{\n  "token_type": "bearer",\n  "access_token": "${ACCESS_TOKEN}",\n  "expires_in": 43199,\n  "refresh_token": "${REFRESH_TOKEN}",\n  "refresh_token_expires_in": 5184000,\n  "scope": "account_email profile"\n}')}<h2>토큰 갱신하기</h2>${pre(`curl -v -X POST "${A}/oauth/token" \\\n -d "grant_type=refresh_token" \\\n -d "client_id=\${REST_API_KEY}" \\\n -d "refresh_token=\${USER_REFRESH_TOKEN}"`)}<h2>사용자 정보 가져오기</h2>${pre('curl -v -G GET "https://kapi.kakao.com/v2/user/me" \\\n  -H "Authorization: Bearer ${ACCESS_TOKEN}"')}`,
          ),
          'GET /docs/latest/ko/kakaologin/prerequisite': docs(
            '동의항목',
            '<p>동의항목(scope)은 액세스 토큰으로 접근할 수 있는 정보를 제한합니다.</p><table><tr><th>이름</th><th>동의항목 ID(scope)</th></tr><tr><td>닉네임</td><td>profile_nickname</td></tr><tr><td>카카오계정(이메일)</td><td>account_email</td></tr><tr><td>톡캘린더</td><td>talk_calendar</td></tr></table>',
          ),
          'GET /docs/latest/ko/rest-api/reference': docs(
            'REST API 레퍼런스',
            `<p>호스트: kapi.kakao.com, dapi.kakao.com. 인증: 액세스 토큰 또는 REST API 키.</p>${pre('curl -v -G GET "https://dapi.kakao.com/v2/search/web" \\\n  --data-urlencode "query=이효리" \\\n  -H "Authorization: KakaoAK ${REST_API_KEY}"')}<table><tr><td>-401</td><td>유효하지 않은 앱 키나 액세스 토큰으로 요청한 경우</td></tr></table>`,
          ),
        },
        otherwise: bare404('Kakao Developers'),
      },
      'accounts.kakao.com': { routes: { 'GET *': shell('카카오계정') } },
      'kauth.kakao.com': {
        routes: {
          'GET /.well-known/openid-configuration': json(200, {
            issuer: A,
            authorization_endpoint: `${A}/oauth/authorize`,
            token_endpoint: `${A}/oauth/token`,
            userinfo_endpoint: 'https://kapi.kakao.com/v1/oidc/userinfo',
            jwks_uri: `${A}/.well-known/jwks.json`,
            token_endpoint_auth_methods_supported: ['client_secret_post'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            request_uri_parameter_supported: false,
            response_types_supported: ['code'],
            response_modes_supported: ['query'],
            grant_types_supported: ['authorization_code', 'refresh_token'],
            code_challenge_methods_supported: ['S256'],
            claims_supported: ['iss', 'aud', 'sub', 'auth_time', 'exp', 'iat', 'nonce', 'nickname', 'picture', 'email'],
          }),
          'GET /.well-known/jwks.json': json(200, { keys: [] }),
          'GET /oauth/authorize': html(
            400,
            '<!DOCTYPE html><html lang="ko"><head><title>카카오계정</title></head><body><p>잘못된 요청 (KOE101)</p></body></html>',
          ),
          'POST /oauth/token': (r) =>
            parameter(r, 'grant_type') === undefined
              ? json(400, {
                  error: 'invalid_request',
                  error_description: 'grant_type is required',
                  error_code: 'KOE319',
                })
              : json(401, {
                  error: 'invalid_client',
                  error_description: 'Not exist client_id [null]',
                  error_code: 'KOE101',
                }),
        },
        otherwise: json(404, { msg: 'not found', code: -404 }),
      },
      'kapi.kakao.com': {
        routes: { '/v1/*': refuse, '/v2/*': refuse },
        otherwise: json(404, { msg: 'no Route matched with those values' }),
      },
      'dapi.kakao.com': {
        routes: {
          '/v2/*': json(401, { errorType: 'AccessDeniedError', message: 'cannot find Authorization : KakaoAK header' }),
        },
        otherwise: json(404, { errorType: 'ResourceNotFound', message: 'not found' }),
      },
    },
    expect: expectation({
      apiBases: [['https://kapi.kakao.com', 'https://dapi.kakao.com']],
      tokenEndpoint: `${A}/oauth/token`,
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': ['pass', 'partial'],
        'client-credentials': noCredit,
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'bearer-token': 'KakaoAK for app keys, Bearer for user tokens',
      'oauth-discovery': 'complete metadata at the authorization server, no resource metadata',
    },
  };
})();

const yahooJapan = ((): World => {
  const Y = 'https://developer.yahoo.co.jp';
  const nav = [
    ['はじめてのYahoo!デベロッパーネットワーク', `${Y}/start/`],
    ['アプリケーションID', `${Y}/appendix/appid.html`],
    ['ショッピングAPI', `${Y}/webapi/shopping/shopping/v3/itemsearch.html`],
    ['Yahoo! ID連携', `${Y}/yconnect/v2/`],
    ['Tokenエンドポイント', `${Y}/yconnect/v2/authorization_code/token.html`],
    ['エラー', `${Y}/appendix/errors.html`],
    ['アプリケーションの管理', 'https://e.developer.yahoo.co.jp/dashboard/'],
  ] as const;
  const page = manual(' - Yahoo!デベロッパーネットワーク', nav);
  const docs = (title: string, body: string): ReturnType<typeof page> => {
    const it = page(title, body);
    return { ...it, body: (it.body ?? '').replace('lang="en"', 'lang="ja"') };
  };
  const L = 'https://auth.login.yahoo.co.jp/yconnect/v2';
  return {
    id: 'yahoo-japan',
    kind: 'provider',
    title: 'Japanese: an application id in the query for open data, OpenID Connect for user data',
    target: Y,
    dated: '2026-11',
    sources: ['developer.yahoo.co.jp/webapi/shopping', 'developer.yahoo.co.jp/yconnect/v2'],
    hosts: {
      'developer.yahoo.co.jp': {
        headers: { server: 'nginx' },
        routes: {
          'GET /': docs('Yahoo!デベロッパーネットワーク', '<p>APIとSDKの情報サイトです。</p>'),
          'GET /start': docs(
            'ご利用ガイド',
            '<ol><li>Yahoo! JAPAN IDを取得します。</li><li>アプリケーションを登録してClient ID(アプリケーションID)を取得します。登録はすぐに完了します。</li><li>APIにリクエストを送ります。</li></ol>',
          ),
          'GET /appendix/appid.html': docs(
            'アプリケーションIDとは',
            '<p>Client ID(アプリケーションID)はAPIを利用するために必要な文字列です。<a href="https://e.developer.yahoo.co.jp/dashboard/">アプリケーションの管理</a>から新しいアプリケーションを開発すると発行されます。</p>',
          ),
          'GET /webapi/shopping/shopping/v3/itemsearch.html': docs(
            '商品検索(v3)',
            `<p>リクエストURL: <code>https://shopping.yahooapis.jp/ShoppingWebService/V3/itemSearch</code></p><table><tr><th>パラメータ</th><th>値</th><th>説明</th></tr><tr><td>appid(必須)</td><td>string</td><td>Client ID(アプリケーションID)</td></tr><tr><td>query</td><td>string</td><td>検索キーワード</td></tr></table>${pre('https://shopping.yahooapis.jp/ShoppingWebService/V3/itemSearch?appid=<あなたのClient ID>&query=vaio')}`,
          ),
          'GET /yconnect/v2': docs(
            'Yahoo! ID連携 v2',
            `<p>OAuth 2.0とOpenID Connectに対応しています。Authorization CodeフローとImplicitフローがあります。</p>${pre(`${L}/authorization?response_type=code&client_id=<Client ID>&redirect_uri=https%3A%2F%2Fexample.co.jp%2F&scope=openid+profile&nonce=…`)}<table><tr><th>scope</th><th>説明</th></tr><tr><td>openid</td><td>ユーザー識別子</td></tr><tr><td>profile</td><td>姓名・生年・性別</td></tr><tr><td>email</td><td>メールアドレス</td></tr><tr><td>address</td><td>登録住所</td></tr></table>`,
          ),
          'GET /yconnect/v2/authorization_code/token.html': docs(
            'Tokenエンドポイント',
            `${pre(`POST /yconnect/v2/token HTTP/1.1\nHost: auth.login.yahoo.co.jp\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&client_id=<Client ID>&redirect_uri=…&code=…`)}<p>Access Tokenの有効期限は1時間です。Refresh Token(4週間)で更新できます。</p>${pre('grant_type=refresh_token&client_id=<Client ID>&refresh_token=<Refresh Token>')}`,
          ),
          'GET /appendix/errors.html': docs(
            'エラーメッセージ',
            '<table><tr><td>401</td><td>Unauthorized</td><td>Access Tokenが不正です。</td></tr><tr><td>403</td><td>Forbidden</td><td>アプリケーションIDがありません、または利用制限を超えました。</td></tr></table>',
          ),
        },
        otherwise: bare404('Yahoo!デベロッパーネットワーク'),
      },
      'e.developer.yahoo.co.jp': {
        routes: {
          'GET /dashboard': redirect(
            302,
            'https://login.yahoo.co.jp/config/login?.done=https%3A%2F%2Fe.developer.yahoo.co.jp%2Fdashboard%2F',
          ),
        },
        otherwise: bare404('Yahoo! JAPAN'),
      },
      'login.yahoo.co.jp': { routes: { 'GET *': shell('ログイン - Yahoo! JAPAN') } },
      'shopping.yahooapis.jp': {
        routes: {
          '/ShoppingWebService/V3/*': json(403, { Error: { Message: 'Your Request was Forbidden', Code: 403 } }),
        },
        otherwise: json(404, { Error: { Message: 'Not Found' } }),
      },
      'auth.login.yahoo.co.jp': {
        routes: {
          'GET /yconnect/v2/.well-known/openid-configuration': json(200, {
            issuer: L,
            authorization_endpoint: `${L}/authorization`,
            token_endpoint: `${L}/token`,
            userinfo_endpoint: 'https://userinfo.yahooapis.jp/yconnect/v2/attribute',
            jwks_uri: `${L}/jwks`,
            response_types_supported: ['code', 'token', 'id_token', 'code token'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            scopes_supported: ['openid', 'email', 'profile', 'address'],
            token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
            code_challenge_methods_supported: ['plain', 'S256'],
          }),
          'GET /yconnect/v2/authorization': html(
            400,
            '<!DOCTYPE html><html lang="ja"><head><title>エラー</title></head><body><p>invalid_request</p></body></html>',
          ),
          'POST /yconnect/v2/token': tokenOf('authorization_code', 'refresh_token'),
        },
        otherwise: text(404, 'Not Found'),
      },
    },
    expect: expectation({
      apiBases: ['https://shopping.yahooapis.jp'],
      tokenEndpoint: `${L}/token`,
      flows: { authorization_code: 'yes', refresh_token: 'yes', implicit: ['yes', 'unknown'] },
      signals: {
        'structured-401': ['partial', 'fail', 'unknown'],
        'client-credentials': noCredit,
        'oauth-discovery': ['pass', 'partial', 'unknown'],
        'self-service-keys': signUp,
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'token-rotation-without-refresh': ['absent', 'unknown'] },
    }),
    why: {
      'structured-401': '403 where 401 is due, JSON',
      'bearer-token': 'not judged: an id in the query for one half, a token for the other',
      'token-expiry': 'not judged for the same reason',
      'oauth-discovery': 'metadata at a path that only the address of the token endpoint gives away',
    },
  };
})();

const vimeo = ((): World => {
  const V = 'https://developer.vimeo.com';
  const nav = [
    ['Guides', `${V}/api/guides/start`],
    ['Authentication', `${V}/api/authentication`],
    ['Reference', `${V}/api/reference`],
    ['Errors', `${V}/api/common-formats`],
    ['My apps', `${V}/apps`],
  ] as const;
  const docs = manual(' - Vimeo Developer', nav);
  const err = (code: number, dev: string): unknown => ({
    error: 'Something strange occurred. Please contact the app owners.',
    link: null,
    developer_message: dev,
    error_code: code,
  });
  const refuse: Reply = (r) =>
    json(
      401,
      isBare(r)
        ? err(8003, "The app didn't receive the user's credentials.")
        : err(8003, 'No user credentials were provided.'),
      {
        'content-type': 'application/vnd.vimeo.error+json',
        ...(isBare(r) ? {} : { 'www-authenticate': 'Bearer error="invalid_token"' }),
      },
    );
  return {
    id: 'vimeo',
    kind: 'provider',
    title: 'Media types of its own; client credentials for public data; tokens that stay until revoked',
    target: 'https://vimeo.com',
    dated: '2026-11',
    sources: ['developer.vimeo.com/api/authentication'],
    hosts: {
      'www.vimeo.com': aliasOf('https://vimeo.com'),
      'vimeo.com': {
        headers: { server: 'nginx' },
        routes: {
          'GET /': plainPage('Vimeo | The video platform', '<p>Create, manage and share video.</p>', {
            nav: [
              ['Product', 'https://vimeo.com/features'],
              ['Pricing', 'https://vimeo.com/upgrade-plan'],
              ['Join', 'https://vimeo.com/join'],
            ],
            foot: [
              ['Developers', V],
              ['Help Center', 'https://help.vimeo.com'],
            ],
          }),
          ...shallow('Vimeo', [], ['/features', '/upgrade-plan']),
          'GET /join': shell('Join Vimeo'),
          'GET /log_in': shell('Log in to Vimeo'),
        },
        otherwise: bare404('Vimeo'),
      },
      'help.vimeo.com': { routes: { 'GET /': plainPage('Vimeo Help Center', '<p>How can we help?</p>') } },
      'developer.vimeo.com': {
        routes: {
          'GET /': redirect(302, '/api/guides/start'),
          'GET /apps': redirect(302, 'https://vimeo.com/log_in'),
          'GET /api/guides/start': docs(
            'Getting started',
            '<ol><li>Log in to Vimeo, or <a href="https://vimeo.com/join">join</a>.</li><li>Open <a href="/apps">My apps</a> and click <em>Create an app</em>. Give a name and a description.</li><li>On the page of your app, under <em>Generate an access token</em>, pick the scopes and click Generate.</li></ol><p>Upload access is not there from the start: request it on the page of the app; we answer within five business days.</p>',
          ),
          'GET /api/authentication': docs(
            'Authenticating with the API',
            `<p>Every call carries a token.</p>${pre('Authorization: bearer {access_token}')}<h2>Public data: client credentials</h2>${pre('POST https://api.vimeo.com/oauth/authorize/client\nAuthorization: basic base64_encode(x:y)\nContent-Type: application/json\nAccept: application/vnd.vimeo.*+json;version=3.4\n\n{ "grant_type": "client_credentials", "scope": "public" }')}<h2>Private data: authorization code</h2>${pre('https://api.vimeo.com/oauth/authorize?response_type=code&client_id={client_id}&redirect_uri={redirect_uri}&state={state}&scope={scope}')}${pre('POST https://api.vimeo.com/oauth/access_token\n\n{ "grant_type": "authorization_code", "code": "{code}", "redirect_uri": "{redirect_uri}" }')}<p>Access tokens do not expire. You can revoke them.</p><h2>Scopes</h2><table><tr><td>public</td><td>Read public member data</td></tr><tr><td>private</td><td>Read private member data</td></tr><tr><td>edit</td><td>Edit existing resources</td></tr><tr><td>delete</td><td>Delete</td></tr><tr><td>upload</td><td>Upload videos</td></tr></table>`,
          ),
          'GET /api/reference': docs(
            'API reference',
            `<p>Base: https://api.vimeo.com</p>${pre('GET https://api.vimeo.com/me/videos')}`,
          ),
          'GET /api/common-formats': docs(
            'Common formats',
            '<p>Errors are JSON: <code>error</code>, <code>link</code>, <code>developer_message</code>, <code>error_code</code>.</p>',
          ),
        },
        otherwise: bare404('Vimeo Developer'),
      },
      'api.vimeo.com': {
        headers: { server: 'nginx' },
        routes: {
          'POST /oauth/authorize/client': (r) =>
            isBasic(r)
              ? json(401, { error: 'invalid_client', error_description: 'The client_id or client_secret is invalid.' })
              : json(400, { error: 'invalid_request', error_description: 'Client authentication is missing.' }),
          'POST /oauth/access_token': (r) =>
            isBasic(r)
              ? json(401, { error: 'invalid_client', error_description: 'The client_id or client_secret is invalid.' })
              : json(400, { error: 'invalid_request', error_description: 'Client authentication is missing.' }),
          'GET /oauth/authorize': html(
            400,
            '<!DOCTYPE html><html><head><title>Vimeo</title></head><body><h1>invalid_client</h1></body></html>',
          ),
          '/me*': refuse,
          '/videos*': refuse,
          '/users*': refuse,
          '/channels*': refuse,
          'GET /': refuse,
        },
        otherwise: json(
          404,
          { error: "The requested page couldn't be found." },
          { 'content-type': 'application/vnd.vimeo.error+json' },
        ),
      },
    },
    expect: expectation({
      apiBases: ['https://api.vimeo.com'],
      tokenEndpoint: ['https://api.vimeo.com/oauth/access_token', 'https://api.vimeo.com/oauth/authorize/client'],
      flows: { authorization_code: 'yes', client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': staticKeys,
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['manual-key-approval'],
    }),
    why: { 'manual-key-approval': 'not judged: the upload scope alone is granted by people' },
  };
})();

const amadeus = ((): World => {
  const A = 'https://developers.amadeus.com';
  const G = `${A}/self-service/apis-docs/guides`;
  const nav = [
    ['Quick start', `${G}/quick-start`],
    ['Authorization', `${G}/authorization`],
    ['API keys', `${G}/api-keys`],
    ['Common errors', `${G}/common-errors`],
    ['Register', `${A}/register`],
  ] as const;
  const docs = manual(' - Amadeus for Developers', nav);
  const host = {
    routes: {
      'POST /v1/security/oauth2/token': (r) =>
        parameter(r, 'grant_type') !== 'client_credentials'
          ? json(400, {
              error: 'unsupported_grant_type',
              error_description: 'Only client_credentials value is allowed for the body parameter grant_type',
              code: 38187,
              title: 'Invalid parameters',
            })
          : json(401, {
              error: 'invalid_client',
              error_description: 'Client credentials are invalid',
              code: 38187,
              title: 'Invalid parameters',
            }),
      '/v1/*': json(401, {
        errors: [
          {
            code: 38191,
            title: 'Invalid HTTP header',
            detail: 'Missing or invalid format for mandatory Authorization header',
            status: 401,
          },
        ],
      }),
      '/v2/*': json(401, {
        errors: [
          {
            code: 38191,
            title: 'Invalid HTTP header',
            detail: 'Missing or invalid format for mandatory Authorization header',
            status: 401,
          },
        ],
      }),
    },
    otherwise: json(404, {
      errors: [
        { code: 38196, title: 'Resource not found', detail: "The targeted resource doesn't exist", status: 404 },
      ],
    }),
  } satisfies World['hosts'][string];
  return {
    id: 'amadeus',
    kind: 'provider',
    title: 'Client credentials alone, half an hour per token, test host open to everybody',
    target: A,
    dated: '2026-05',
    sources: ['developers.amadeus.com/self-service/apis-docs/guides/developer-guides'],
    hosts: {
      'developers.amadeus.com': {
        routes: {
          'GET /': plainPage('Amadeus for Developers', '<p>Connect to travel APIs.</p>', {
            nav: [
              ['Self-Service APIs', `${G}/quick-start`],
              ['Enterprise APIs', `${A}/enterprise`],
              ['Register', `${A}/register`],
            ],
          }),
          'GET /enterprise': docs(
            'Enterprise APIs',
            '<p>For leading brands. Contact our sales team to get access to the Enterprise catalogue.</p>',
          ),
          'GET /register': shell('Register | Amadeus for Developers'),
          'GET /self-service/apis-docs/guides/quick-start': docs(
            'Make your first API call',
            '<ol><li><a href="/register">Create an account</a> and confirm your e-mail.</li><li>Sign in, open My Self-Service Workspace, click <b>Create new app</b>.</li><li>Your API key and API secret are shown. They work in the test environment at once.</li></ol>',
          ),
          'GET /self-service/apis-docs/guides/authorization': docs(
            'Authorizing your application',
            `<p>Amadeus for Developers uses OAuth 2.0, Client Credentials Grant. Your API key is the client_id.</p>${pre('curl "https://test.api.amadeus.com/v1/security/oauth2/token" \\\n     -H "Content-Type: application/x-www-form-urlencoded" \\\n     -d "grant_type=client_credentials&client_id={client_id}&client_secret={client_secret}"')}${pre('{\n    "type": "amadeusOAuth2Token",\n    "token_type": "Bearer",\n    "access_token": "CpjU0sEenniHCgPDrndzOSWFk5mN",\n    "expires_in": 1799,\n    "state": "approved",\n    "scope": ""\n}')}${pre('curl https://test.api.amadeus.com/v1/shopping/flight-destinations?origin=PAR&maxPrice=200 \\\n      -H "Authorization: Bearer CpjU0sEenniHCgPDrndzOSWFk5mN"')}<p>A token is valid for 30 minutes; fetch a new one in time.</p>`,
          ),
          'GET /self-service/apis-docs/guides/api-keys': docs(
            'Managing API keys',
            '<p>Moving to production: in the workspace click Get production environment, sign the contract and give billing details; the keys for <code>https://api.amadeus.com</code> are validated within 72 hours.</p>',
          ),
          'GET /self-service/apis-docs/guides/common-errors': docs(
            'Common errors',
            '<table><tr><td>401</td><td>38190</td><td>Invalid access token</td></tr><tr><td>401</td><td>38192</td><td>Access token expired</td></tr></table>',
          ),
        },
        otherwise: bare404('Amadeus for Developers'),
      },
      'test.api.amadeus.com': host,
      'api.amadeus.com': host,
    },
    expect: expectation({
      apiBases: [['https://test.api.amadeus.com', 'https://api.amadeus.com']],
      tokenEndpoint: [
        'https://test.api.amadeus.com/v1/security/oauth2/token',
        'https://api.amadeus.com/v1/security/oauth2/token',
      ],
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': 'pass',
        'scope-restriction': noCredit,
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'manual-key-approval': 'not judged: test keys at once, production keys after a check',
      'scope-restriction': 'the scope is an empty string',
    },
  };
})();

const harvest = ((): World => {
  const H = 'https://help.getharvest.com/api-v2';
  const nav = [
    ['Overview', `${H}/introduction/overview/general/`],
    ['Authentication', `${H}/authentication-api/authentication/authentication/`],
    ['Errors', `${H}/introduction/overview/general/`],
    ['Users', `${H}/users-api/users/users/`],
  ] as const;
  const docs = manual(' - Harvest API V2 Documentation', nav);
  return {
    id: 'harvest',
    kind: 'provider',
    title: 'Bearer plus an account header; personal tokens and OAuth with refresh on another host',
    target: 'https://www.getharvest.com',
    dated: '2026-11',
    sources: ['help.getharvest.com/api-v2/authentication-api'],
    hosts: {
      'getharvest.com': aliasOf('https://www.getharvest.com'),
      'www.getharvest.com': {
        routes: {
          'GET /': plainPage('Harvest: time tracking', '<p>Track time, send invoices.</p>', {
            nav: [
              ['Features', 'https://www.getharvest.com/features'],
              ['Pricing', 'https://www.getharvest.com/pricing'],
              ['Try free', 'https://www.getharvest.com/signup'],
            ],
            foot: [
              ['Help', 'https://help.getharvest.com/'],
              ['Developers', `${H}/`],
            ],
          }),
          ...shallow('Harvest', [], ['/features', '/pricing']),
          'GET /signup': shell('Try Harvest free'),
        },
        otherwise: bare404('Harvest'),
      },
      'help.getharvest.com': {
        routes: {
          'GET /': plainPage('Harvest Help Center', '<p><a href="/api-v2/">API V2</a></p>'),
          'GET /api-v2': docs('Harvest API V2', '<p>Read and write the data of your Harvest account.</p>'),
          'GET /api-v2/introduction/overview/general': docs(
            'General',
            '<p>The API speaks JSON and is based at https://api.harvestapp.com/v2/. Include a User-Agent that names your application. 401: the token is missing or wrong. 429: throttled.</p>',
          ),
          'GET /api-v2/authentication-api/authentication/authentication': docs(
            'Authentication',
            `<p>Two ways: personal access tokens and OAuth2. Manage both in <a href="https://id.getharvest.com/developers">Harvest ID, Developers</a>.</p><h2>Personal access tokens</h2><p>Click Create new personal access token, name it, copy it. They do not expire.</p>${pre('curl "https://api.harvestapp.com/v2/users/me" \\\n  -H "Authorization: Bearer $ACCESS_TOKEN" \\\n  -H "Harvest-Account-Id: $ACCOUNT_ID" \\\n  -H "User-Agent: MyApp (yourname@example.com)"')}<h2>OAuth2</h2><p>Server-side applications: create an OAuth2 application for a client ID and secret, send the user to</p>${pre('https://id.getharvest.com/oauth2/authorize?client_id={CLIENT_ID}&response_type=code')}${pre('curl -X POST \\\n  -H "User-Agent: MyApp (yourname@example.com)" \\\n  -d "code=$AUTHORIZATION_CODE" \\\n  -d "client_id=$CLIENT_ID" \\\n  -d "client_secret=$CLIENT_SECRET" \\\n  -d "grant_type=authorization_code" \\\n  "https://id.getharvest.com/api/v2/oauth2/token"')}${pre('{\n  "access_token":  "{ACCESS_TOKEN}",\n  "refresh_token": "{REFRESH_TOKEN}",\n  "token_type":    "bearer",\n  "expires_in":    1209600\n}')}<p>After 14 days send <code>grant_type=refresh_token</code> to the same address. Client-side applications use the implicit grant, <code>response_type=token</code>. The <code>scope</code> parameter limits the token to one account: <code>harvest:{ACCOUNT_ID}</code>, <code>forecast:{ACCOUNT_ID}</code> or <code>harvest:all</code>.</p>`,
          ),
          'GET /api-v2/users-api/users/users': docs('Users', pre('GET /v2/users')),
        },
        otherwise: bare404('Harvest Help'),
      },
      'id.getharvest.com': {
        routes: {
          'POST /api/v2/oauth2/token': tokenOf('authorization_code', 'refresh_token'),
          'GET /oauth2/authorize': html(
            400,
            '<!DOCTYPE html><html><head><title>Harvest ID</title></head><body><p>Unknown client.</p></body></html>',
          ),
          'GET /developers': redirect(302, '/harvest/sign_in'),
          'GET /harvest/sign_in': shell('Sign in | Harvest ID'),
        },
        otherwise: bare404('Harvest ID'),
      },
      'api.harvestapp.com': {
        headers: { server: 'nginx' },
        routes: {
          '/v2/*': json(
            401,
            {
              error: 'invalid_token',
              error_description:
                'The access token provided is expired, revoked, malformed or invalid for other reasons.',
            },
            { 'www-authenticate': 'Bearer realm="Harvest"' },
          ),
        },
        otherwise: empty(404),
      },
    },
    expect: expectation({
      apiBases: ['https://api.harvestapp.com'],
      tokenEndpoint: 'https://id.getharvest.com/api/v2/oauth2/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes', implicit: ['yes', 'unknown'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': ['absent', 'unknown'],
      },
    }),
    why: {
      'token-expiry': 'not judged: personal tokens stay, OAuth tokens live two weeks and are refreshed',
      'scope-restriction': 'a scope names accounts, not rights',
    },
  };
})();

const fastly = ((): World => {
  const F = 'https://www.fastly.com';
  const R = `${F}/documentation/reference/api`;
  const nav = [
    ['API', `${R}/`],
    ['Authentication', `${R}/auth-tokens/`],
    ['Automation tokens', `${R}/auth-tokens/automation/`],
    ['Using API tokens', `${F}/documentation/guides/account-info/user-access-and-control/using-api-tokens/`],
    ['Services', `${R}/services/`],
  ] as const;
  const docs = manual(' | Fastly Documentation', nav);
  const refuse = json(401, { msg: 'Provided credentials are missing or invalid' });
  return {
    id: 'fastly',
    kind: 'provider',
    title: 'A header of its own; tokens with scope and expiry; two addresses answer without a key',
    target: F,
    dated: '2026-11',
    sources: ['fastly.com/documentation/reference/api'],
    hosts: {
      'fastly.com': aliasOf(F),
      'www.fastly.com': {
        routes: {
          'GET /': plainPage('Fastly: Edge cloud platform', '<p>Build something great.</p>', {
            nav: [
              ['Products', `${F}/products`],
              ['Pricing', `${F}/pricing`],
              ['Documentation', `${F}/documentation/`],
              ['Try Fastly free', `${F}/signup`],
            ],
          }),
          ...shallow('Fastly', [], ['/products', '/pricing']),
          'GET /signup': shell('Sign up | Fastly'),
          'GET /documentation': docs(
            'Fastly Documentation',
            '<p>Guides and <a href="/documentation/reference/api/">API reference</a>.</p>',
          ),
          'GET /documentation/reference/api': docs(
            'API',
            `<p>The API is at <code>https://api.fastly.com</code>. Authenticate with a token in the <code>Fastly-Key</code> header.</p>${pre('curl -i "https://api.fastly.com/current_customer" -H "Fastly-Key: YOUR_FASTLY_TOKEN" -H "Accept: application/json"')}`,
          ),
          'GET /documentation/reference/api/auth-tokens': docs(
            'Authentication',
            '<p>API tokens identify who calls. Data model: <code>name</code>; <code>scope</code>, a space-delimited list of authorization scopes; <code>services</code>; <code>expires_at</code>, time-stamp (UTC) when the token ends, optional.</p><table><tr><th>Scope</th><th>Meaning</th></tr><tr><td>global</td><td>Full access</td></tr><tr><td>global:read</td><td>Read-only</td></tr><tr><td>purge_all</td><td>Purge everything</td></tr><tr><td>purge_select</td><td>Purge by key or URL</td></tr></table>',
          ),
          'GET /documentation/reference/api/auth-tokens/automation': docs(
            'Automation tokens',
            `<p>Automation tokens belong to the account, not to a person.</p>${pre('POST /automation-tokens HTTP/1.1\nHost: api.fastly.com\nFastly-Key: YOUR_FASTLY_TOKEN\nContent-Type: application/json\n\n{"name": "ci", "role": "engineer", "scope": "purge_select"}')}`,
          ),
          'GET /documentation/guides/account-info/user-access-and-control/using-api-tokens': docs(
            'Using API tokens',
            '<ol><li>Log in to the Fastly control panel.</li><li>Go to Account &gt; API tokens &gt; Personal tokens.</li><li>Click <b>Create Token</b>.</li><li>Enter a name, select the scope, the services and, if you like, an expiration date.</li><li>Copy the token; it is shown only once.</li></ol>',
          ),
          'GET /documentation/reference/api/services': docs(
            'Services',
            pre('GET /service HTTP/1.1\nHost: api.fastly.com\nFastly-Key: YOUR_FASTLY_TOKEN'),
          ),
        },
        otherwise: bare404('Fastly'),
      },
      'api.fastly.com': {
        routes: {
          'GET /public-ip-list': json(200, {
            addresses: ['23.235.32.0/20', '43.249.72.0/22'],
            ipv6_addresses: ['2a04:4e40::/32'],
          }),
          '/service*': refuse,
          '/current_customer': refuse,
          '/current_user': refuse,
          '/tokens*': refuse,
          '/automation-tokens*': refuse,
        },
        otherwise: json(404, { msg: 'Record not found', detail: 'Cannot find Endpoint' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.fastly.com'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': staticKeys,
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'token-expiry': 'an expiry date may be chosen' },
  };
})();

const hetzner = ((): World => {
  const H = 'https://docs.hetzner.cloud';
  const description = openapi({
    title: 'Hetzner Cloud API',
    servers: ['https://api.hetzner.cloud/v1'],
    operations: [
      'get /servers',
      'post /servers',
      'get /servers/{id}',
      'get /images',
      'get /locations',
      'get /ssh_keys',
      'delete /ssh_keys/{id}',
    ],
    schemes: { APIToken: { type: 'http', scheme: 'bearer' } },
    security: [{ APIToken: [] }],
  });
  return {
    id: 'hetzner',
    kind: 'provider',
    title: 'A plain bearer key, read or read and write, described by OpenAPI',
    target: 'https://www.hetzner.com/cloud',
    dated: '2026-11',
    sources: ['docs.hetzner.cloud', 'docs.hetzner.cloud/cloud.spec.json'],
    hosts: {
      'hetzner.com': aliasOf('https://www.hetzner.com'),
      'www.hetzner.com': {
        routes: {
          'GET /': plainPage('Hetzner', '<p>Servers, cloud, storage.</p>', {
            nav: [
              ['Cloud', 'https://www.hetzner.com/cloud'],
              ['Dedicated', 'https://www.hetzner.com/dedicated-rootserver'],
            ],
          }),
          'GET /cloud': plainPage(
            'Cloud Hosting',
            '<p>Servers within seconds. Use our <a href="https://docs.hetzner.cloud">REST API</a> or the CLI.</p>',
            {
              nav: [
                ['Console', 'https://console.hetzner.cloud/'],
                ['Docs', 'https://docs.hetzner.com/cloud/'],
                ['API', H],
                ['Register', 'https://accounts.hetzner.com/signUp'],
              ],
            },
          ),
          ...shallow('Hetzner', [], ['/dedicated-rootserver']),
        },
        otherwise: bare404('Hetzner'),
      },
      'docs.hetzner.cloud': {
        routes: {
          'GET /': redirect(302, '/reference/cloud'),
          'GET /cloud.spec.json': json(200, description),
          'GET /reference/cloud': plainPage(
            'Hetzner Cloud API',
            `<p><a href="/cloud.spec.json">OpenAPI specification</a></p><h2>Getting started</h2><p>Sign in to the <a href="https://console.hetzner.cloud/">Hetzner Console</a>, choose a project, go to Security → API Tokens, and create a new token. Make sure to copy the token: it is shown only once. A token is bound to its project. It can be read-only or read and write.</p>${pre('curl -H "Authorization: Bearer $API_TOKEN" \\\n  https://api.hetzner.cloud/v1/servers')}<h2>Errors</h2>${pre('{\n  "error": {\n    "code": "invalid_input",\n    "message": "invalid input in field \'broken_field\'",\n    "details": {}\n  }\n}')}<table><tr><td>401</td><td>unauthorized</td><td>Request was made with an invalid or unknown token</td></tr><tr><td>401</td><td>token_readonly</td><td>The token is only allowed to perform GET requests</td></tr></table>`,
          ),
        },
        otherwise: bare404('Hetzner'),
      },
      'docs.hetzner.com': {
        routes: {
          'GET /': plainPage('Hetzner Docs', '<p><a href="/cloud/">Cloud</a></p>'),
          'GET /cloud': plainPage(
            'Cloud | Hetzner Docs',
            '<p><a href="/cloud/api/getting-started/generating-api-token/">Generating an API token</a></p>',
          ),
          'GET /cloud/api/getting-started/generating-api-token': plainPage(
            'Generating an API token | Hetzner Docs',
            '<p>Open your project, choose Security in the left menu, then API tokens. Click Generate API token, give it a description, choose Read or Read &amp; Write, and click Generate. The token appears once; keep it safe. Deleting the token locks out whoever uses it.</p>',
          ),
        },
        otherwise: bare404('Hetzner Docs'),
      },
      'console.hetzner.cloud': { routes: { 'GET *': shell('Hetzner Console') } },
      'accounts.hetzner.com': { routes: { 'GET *': shell('Hetzner Accounts') } },
      'api.hetzner.cloud': {
        headers: { server: 'nginx' },
        routes: {
          '/v1/*': (r) =>
            json(
              401,
              {
                error: {
                  code: 'unauthorized',
                  message: isBearer(r) ? 'unable to authenticate' : 'no authorization header provided',
                  details: null,
                },
              },
              { 'x-correlation-id': fresh() },
            ),
        },
        otherwise: json(404, { error: { code: 'not_found', message: 'not found', details: null } }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.hetzner.cloud'],
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
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'scope-restriction': 'two rights only: read, or read and write' },
  };
})();

const toggl = ((): World => {
  const E = 'https://engineering.toggl.com/docs';
  const nav = [
    ['Introduction', `${E}/`],
    ['Track API: authentication', `${E}/track/authentication`],
    ['Me', `${E}/track/api/me`],
    ['Time entries', `${E}/track/api/time_entries`],
  ] as const;
  const docs = manual(' | Toggl Engineering', nav);
  const refuse: Reply = (r) => (isBasic(r) ? empty(403) : text(403, 'Incorrect username and/or password\n'));
  return {
    id: 'toggl',
    kind: 'provider',
    title:
      'The token is the user name of Basic, its password a fixed word; plain text for strangers; a session as third way',
    target: 'https://toggl.com',
    dated: '2026-11',
    sources: ['engineering.toggl.com/docs/track/authentication'],
    hosts: {
      'www.toggl.com': aliasOf('https://toggl.com'),
      'toggl.com': {
        routes: {
          'GET /': plainPage('Toggl Track: time tracking software', '<p>Time tracking that pays off.</p>', {
            nav: [
              ['Pricing', 'https://toggl.com/pricing'],
              ['Log in', 'https://track.toggl.com/login'],
              ['Sign up', 'https://track.toggl.com/signup'],
            ],
            foot: [['API', E]],
          }),
          ...shallow('Toggl', [], ['/pricing']),
        },
        otherwise: bare404('Toggl'),
      },
      'track.toggl.com': { routes: { 'GET *': shell('Toggl Track') } },
      'engineering.toggl.com': {
        routes: {
          'GET /': redirect(302, '/docs/'),
          'GET /docs': docs(
            'Introduction',
            '<p>APIs of Toggl Track. The base is <code>https://api.track.toggl.com/api/v9</code>.</p>',
          ),
          'GET /docs/track/authentication': docs(
            'Authentication',
            `<h2>HTTP Basic Auth with an API token</h2><p>Use your API token as user name and the string <code>api_token</code> as password. You find the token at the bottom of <a href="https://track.toggl.com/profile">your profile</a>.</p>${pre('curl -u 1971800d4d82861d8f2c1651fea4d212:api_token -X GET https://api.track.toggl.com/api/v9/me')}<h2>HTTP Basic Auth with e-mail and password</h2>${pre('curl -u johndoe@toggl.com:secret -X GET https://api.track.toggl.com/api/v9/me')}<h2>Session cookie</h2><p>POST /api/v9/me/sessions answers with a cookie named <code>__Secure-accounts-session</code>.</p>`,
          ),
          'GET /docs/track/api/me': docs(
            'Me',
            pre(
              'curl https://api.track.toggl.com/api/v9/me \\\n  -H "Content-Type: application/json" \\\n  -u <email>:<password>',
            ),
          ),
          'GET /docs/track/api/time_entries': docs(
            'Time entries',
            pre(
              'curl https://api.track.toggl.com/api/v9/me/time_entries \\\n  -H "Content-Type: application/json" \\\n  -u <email>:<password>',
            ),
          ),
        },
        otherwise: bare404('Toggl Engineering'),
      },
      'api.track.toggl.com': { routes: { '/api/v9/*': refuse }, otherwise: text(404, '404 page not found\n') },
    },
    expect: expectation({
      apiBases: ['https://api.track.toggl.com'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'fail',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': staticKeys,
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'structured-401': '403 and plain text', 'session-cookie-only': 'a cookie is one of three ways' },
  };
})();

export const fifthMixedWorlds: readonly World[] = [
  todoist,
  checkout,
  kakao,
  yahooJapan,
  vimeo,
  amadeus,
  harvest,
  fastly,
  hetzner,
  toggl,
];
