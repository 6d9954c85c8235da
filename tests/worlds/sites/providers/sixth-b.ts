/** Sixth set, second half: Allegro, LINE, Epic on FHIR, the National Weather Service. Written from their documentation, before a look at the engine. */
import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, empty, html, isBare, isBasic, json, parameter, problem, redirect, text } from '../../lib/answers.ts';
import { openapi } from '../../lib/openapi.ts';
import { loginForm, robots, signUpForm } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { bare404, failure, hasClient, manual, plainPage, pre, shallow } from './fourth-pages.ts';

const allegro = ((): World => {
  const D = 'https://developer.allegro.pl';
  const nav = [
    ['Pierwsze kroki', `${D}/tutorials/informacje-podstawowe`],
    ['Uwierzytelnianie i autoryzacja', `${D}/tutorials/uwierzytelnianie-i-autoryzacja`],
    ['Dokumentacja', `${D}/documentation`],
    ['Aktualności', `${D}/news`],
  ] as const;
  const page = manual(' | Allegro Developer Portal', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      isBare(r)
        ? { error: 'unauthorized', error_description: 'Full authentication is required to access this resource' }
        : { error: 'invalid_token', error_description: 'Cannot convert access token to JSON' },
      {
        'www-authenticate': isBare(r)
          ? 'Bearer realm="api", error="unauthorized", error_description="Full authentication is required to access this resource"'
          : 'Bearer realm="api", error="invalid_token", error_description="Cannot convert access token to JSON"',
      },
    );
  const token: Reply = (r) =>
    hasClient(r)
      ? failure(401, 'invalid_client', 'Bad client credentials')
      : json(
          401,
          { error: 'unauthorized', error_description: 'Full authentication is required to access this resource' },
          { 'www-authenticate': 'Basic realm="oauth2/client"' },
        );
  const G = 'urn:ietf:params:oauth:grant-type:device_code';
  return {
    id: 'allegro',
    kind: 'provider',
    title:
      'A marketplace in Polish: four grants, Spring checks the client first, the API wants a media type of its own',
    target: 'https://developer.allegro.pl/',
    dated: '2026-11',
    sources: ['developer.allegro.pl/tutorials/uwierzytelnianie-i-autoryzacja', 'developer.allegro.pl/swagger.yaml'],
    hosts: {
      'developer.allegro.pl': {
        routes: {
          'GET /': page('Allegro REST API', '<p>Twórz aplikacje dla sprzedających i kupujących na Allegro.</p>'),
          'GET /tutorials/informacje-podstawowe': page(
            'Pierwsze kroki',
            '<p>Adres API to <code>https://api.allegro.pl</code>, a środowiska testowego <code>https://api.allegro.pl.allegrosandbox.pl</code>. W nagłówku Accept podaj <code>application/vnd.allegro.public.v1+json</code>.</p><ol><li>Zaloguj się na swoje konto Allegro.</li><li>Przejdź na <a href="https://apps.developer.allegro.pl/">apps.developer.allegro.pl</a> i zarejestruj nową aplikację.</li><li>Po rejestracji otrzymasz Client ID i Client Secret.</li></ol>',
          ),
          'GET /tutorials/uwierzytelnianie-i-autoryzacja': page(
            'Uwierzytelnianie i autoryzacja',
            `<p>Korzystamy z OAuth 2.0. Token dostępu ważny jest 12 godzin, a refresh token 3 miesiące.</p><h2>Authorization Code flow</h2><p>Użytkownik loguje się w przeglądarce i wyraża zgodę.</p>${pre('https://allegro.pl/auth/oauth/authorize?response_type=code&client_id=a21…6be&redirect_uri=http://exemplary.redirect.uri')}<h2>Device flow</h2><p>Dla urządzeń bez przeglądarki.</p>${pre(`curl -X POST 'https://allegro.pl/auth/oauth/device' -H 'Authorization: Basic base64(clientId:secret)' -d 'client_id=a21…6be'\ncurl -X POST 'https://allegro.pl/auth/oauth/token?grant_type=${G}&device_code=…' -H 'Authorization: Basic base64(clientId:secret)'`)}<h2>Client credentials flow</h2><p>Służy do zasobów publicznych, np. kategorii i ofert; nie wymaga udziału użytkownika.</p>${pre("curl -X POST 'https://allegro.pl/auth/oauth/token?grant_type=client_credentials' -H 'Authorization: Basic base64(clientId:secret)'")}<h2>Odświeżanie tokena</h2>${pre("curl -X POST 'https://allegro.pl/auth/oauth/token?grant_type=refresh_token&refresh_token=…' -H 'Authorization: Basic base64(clientId:secret)'")}<h2>Wywołanie</h2>${pre("curl -X GET 'https://api.allegro.pl/sale/categories' -H 'Authorization: Bearer {token}' -H 'Accept: application/vnd.allegro.public.v1+json'")}<h2>Zakresy</h2><p>W panelu wybierasz zakresy (scopes), których potrzebuje aplikacja, np. <code>allegro:api:sale:offers:read</code> albo <code>allegro:api:orders:read</code>.</p>`,
          ),
          'GET /documentation': html(
            200,
            '<!DOCTYPE html><html><head><title>Allegro REST API documentation</title></head><body><redoc spec-url="/swagger.yaml"></redoc><script src="/redoc.standalone.js"></script></body></html>',
          ),
          'GET /news': page(
            'Aktualności',
            '<h2>Nowe pola w ofertach</h2><p>Od 12 listopada zasób zwraca dodatkowe pola.</p>',
          ),
          'GET /swagger.yaml': text(
            200,
            JSON.stringify(
              openapi({
                title: 'Allegro REST API',
                servers: ['https://api.{environment}'],
                operations: [
                  'get /sale/categories',
                  'get /me',
                  'get /order/checkout-forms',
                  'post /sale/product-offers',
                ],
                schemes: {
                  'bearer-token-for-application': {
                    type: 'oauth2',
                    flows: { clientCredentials: { tokenUrl: 'https://allegro.pl/auth/oauth/token', scopes: {} } },
                  },
                  'bearer-token-for-user': {
                    type: 'oauth2',
                    flows: {
                      authorizationCode: {
                        authorizationUrl: 'https://allegro.pl/auth/oauth/authorize',
                        tokenUrl: 'https://allegro.pl/auth/oauth/token',
                        refreshUrl: 'https://allegro.pl/auth/oauth/token',
                        scopes: {
                          'allegro:api:orders:read': 'Read orders',
                          'allegro:api:sale:offers:read': 'Read offers',
                        },
                      },
                    },
                  },
                },
                operationSecurity: {
                  'get /sale/categories': [{ 'bearer-token-for-application': [] }],
                  'get /me': [{ 'bearer-token-for-user': [] }],
                  'get /order/checkout-forms': [{ 'bearer-token-for-user': ['allegro:api:orders:read'] }],
                  'post /sale/product-offers': [{ 'bearer-token-for-user': [] }],
                },
                documents401: true,
              }),
            ).replace(
              '"https://api.{environment}"}',
              '"https://api.{environment}","variables":{"environment":{"default":"allegro.pl","enum":["allegro.pl","allegro.pl.allegrosandbox.pl"]}}}',
            ),
            { 'content-type': 'application/yaml' },
          ),
        },
        otherwise: bare404('Allegro'),
      },
      'apps.developer.allegro.pl': {
        routes: {
          'GET /': redirect(302, 'https://allegro.pl/logowanie?origin_url=https%3A%2F%2Fapps.developer.allegro.pl'),
        },
        otherwise: empty(404),
      },
      'allegro.pl': {
        routes: {
          'POST /auth/oauth/token': token,
          'POST /auth/oauth/device': token,
          'GET /auth/oauth/authorize': redirect(302, '/logowanie'),
          'GET /logowanie': plainPage('Zaloguj się', loginForm()),
          'GET /': plainPage('Allegro: atrakcyjne ceny', '<p>Kupuj i sprzedawaj.</p>'),
        },
        otherwise: bare404('Allegro'),
      },
      'api.allegro.pl': { routes: { '/*': refuse } },
    },
    expect: expectation({
      apiBases: ['https://api.allegro.pl'],
      tokenEndpoint: 'https://allegro.pl/auth/oauth/token',
      flows: { client_credentials: 'yes', authorization_code: 'yes', device_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['partial', 'fail', 'unknown'],
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { 'self-service-keys': 'an Allegro account, then the application is registered at once' },
  };
})();

const line = ((): World => {
  const D = 'https://developers.line.biz';
  const nav = [
    ['ドキュメント', `${D}/ja/docs/messaging-api/`],
    ['Messaging APIを始めよう', `${D}/ja/docs/messaging-api/getting-started/`],
    ['チャネルアクセストークン', `${D}/ja/docs/basics/channel-access-token/`],
    ['APIリファレンス', `${D}/ja/reference/messaging-api/`],
  ] as const;
  const docs = manual(' | LINE Developers', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      {
        message: isBare(r)
          ? "Authorization header required. Must follow the scheme, 'Authorization: Bearer <ACCESS TOKEN>'"
          : 'Authentication failed. Confirm that the access token in the authorization header is valid.',
      },
      { 'www-authenticate': `Bearer error="${isBare(r) ? 'invalid_request' : 'invalid_token'}"`, server: 'legy' },
    );
  const token: Reply = (r) => {
    const grant = parameter(r, 'grant_type');
    if (grant === undefined) return failure(400, 'invalid_request', '`grant_type` can not be blank');
    if (grant !== 'client_credentials') return failure(400, 'unsupported_grant_type', 'unsupported grant_type');
    return failure(400, 'invalid_client', 'invalid client');
  };
  return {
    id: 'line',
    kind: 'provider',
    title:
      'Messaging in Japanese: four kinds of channel tokens, made in a console or by client credentials with or without a signed assertion',
    target: 'developers.line.biz',
    dated: '2026-11',
    sources: [
      'developers.line.biz/ja/docs/basics/channel-access-token',
      'developers.line.biz/ja/reference/messaging-api',
    ],
    hosts: {
      'developers.line.biz': {
        routes: {
          'GET /': redirect(302, '/ja/'),
          'GET /ja/': docs('LINE Developers', '<p>LINEのAPIで、あなたのサービスをもっと便利に。</p>'),
          'GET /ja/docs/messaging-api/': docs(
            'Messaging API',
            '<p>Messaging APIを使うと、LINE公式アカウントからユーザーにメッセージを送れます。</p>',
          ),
          'GET /ja/docs/messaging-api/getting-started/': docs(
            'Messaging APIを始めよう',
            '<ol><li>LINE公式アカウントを作成します。</li><li>LINE Official Account ManagerでMessaging APIを有効にします。</li><li>LINE Developersコンソールでチャネルを確認し、チャネルシークレットとチャネルアクセストークンを取得します。</li></ol><p>利用開始に審査は必要ありません。</p>',
          ),
          'GET /ja/docs/basics/channel-access-token/': docs(
            'チャネルアクセストークン',
            `<p>APIを呼び出すには、リクエストヘッダーにチャネルアクセストークンを指定します。</p>${pre("curl -v -X GET https://api.line.me/v2/bot/info \\\n-H 'Authorization: Bearer {channel access token}'")}<table><tr><th>種類</th><th>有効期間</th></tr><tr><td>任意の有効期間を指定できるチャネルアクセストークン（v2.1）</td><td>最大30日</td></tr><tr><td>ステートレスチャネルアクセストークン</td><td>15分</td></tr><tr><td>短期のチャネルアクセストークン</td><td>30日</td></tr><tr><td>長期のチャネルアクセストークン</td><td>無期限</td></tr></table><p>長期のチャネルアクセストークンは、LINE Developersコンソールで発行できます。その他のトークンは期限が切れる前に再発行してください。</p>`,
          ),
          'GET /ja/reference/messaging-api/': docs(
            'Messaging APIリファレンス',
            `<h2>ステートレスチャネルアクセストークンを発行する</h2>${pre("curl -v -X POST https://api.line.me/oauth2/v3/token \\\n-H 'Content-Type: application/x-www-form-urlencoded' \\\n--data-urlencode 'grant_type=client_credentials' \\\n--data-urlencode 'client_id={channel ID}' \\\n--data-urlencode 'client_secret={channel secret}'")}${pre('{"access_token": "ey…", "expires_in": 899, "token_type": "Bearer"}')}<h2>チャネルアクセストークンv2.1を発行する</h2>${pre("curl -v -X POST https://api.line.me/oauth2/v2.1/token \\\n--data-urlencode 'grant_type=client_credentials' \\\n--data-urlencode 'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer' \\\n--data-urlencode 'client_assertion=eyJhbG…'")}<h2>チャネルアクセストークンを取り消す</h2>${pre('POST https://api.line.me/v2/oauth/revoke')}`,
          ),
        },
        otherwise: bare404('LINE Developers'),
      },
      'api.line.me': {
        routes: { 'POST /oauth2/v3/token': token, 'POST /oauth2/v2.1/token': token, '/v2/bot/*': refuse },
        otherwise: json(404, { message: 'Not found' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.line.me'],
      tokenEndpoint: ['https://api.line.me/oauth2/v3/token', 'https://api.line.me/oauth2/v2.1/token'],
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['partial', 'fail', 'unknown'],
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'manual-key-approval': '審査は必要ありません: nobody examines',
      'token-expiry': 'tokens of one grant expire and are issued again; eternal ones may be made as well',
    },
  };
})();

const epic = ((): World => {
  const F = 'https://fhir.epic.com';
  const base = `${F}/interconnect-fhir-oauth`;
  const nav = [
    ['Documentation', `${F}/Documentation`],
    ['OAuth 2.0 tutorial', `${F}/Documentation?docId=oauth2`],
    ['Specifications', `${F}/Specifications`],
    ['Build apps', `${F}/Developer/Create`],
  ] as const;
  const page = manual(' - Epic on FHIR', nav);
  const smart = {
    issuer: base,
    authorization_endpoint: `${base}/oauth2/authorize`,
    token_endpoint: `${base}/oauth2/token`,
    introspection_endpoint: `${base}/oauth2/introspect`,
    jwks_uri: `${base}/api/epic/2019/Security/Open/PublicKeys/530005/OIDC`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
    grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
    response_types_supported: ['code'],
    scopes_supported: [
      'openid',
      'fhirUser',
      'launch',
      'patient/Patient.read',
      'system/Patient.read',
      'system/Observation.read',
    ],
    capabilities: [
      'launch-ehr',
      'launch-standalone',
      'client-public',
      'client-confidential-symmetric',
      'client-confidential-asymmetric',
      'permission-v1',
    ],
    code_challenge_methods_supported: ['S256'],
  };
  const refuse: Reply = () => empty(401, { 'www-authenticate': 'Bearer', server: 'Microsoft-IIS/10.0' });
  const capability = {
    resourceType: 'CapabilityStatement',
    status: 'active',
    fhirVersion: '4.0.1',
    software: { name: 'Epic', version: 'November 2026' },
    rest: [
      {
        mode: 'server',
        security: {
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [
                { url: 'authorize', valueUri: `${base}/oauth2/authorize` },
                { url: 'token', valueUri: `${base}/oauth2/token` },
              ],
            },
          ],
          service: [
            {
              coding: [
                { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
              ],
            },
          ],
        },
        resource: [{ type: 'Patient', interaction: [{ code: 'read' }, { code: 'search-type' }] }],
      },
    ],
  };
  const fhirRoutes: Record<string, Reply> = {
    'GET /interconnect-fhir-oauth/api/FHIR/R4/.well-known/smart-configuration': json(200, smart),
    'GET /interconnect-fhir-oauth/api/FHIR/R4/metadata': json(200, capability, {
      'content-type': 'application/fhir+json',
    }),
    '/interconnect-fhir-oauth/api/FHIR/R4/*': refuse,
    'POST /interconnect-fhir-oauth/oauth2/token': (r) =>
      parameter(r, 'grant_type') === undefined
        ? json(400, { error: 'invalid_request', error_description: null })
        : ['authorization_code', 'client_credentials', 'refresh_token'].includes(parameter(r, 'grant_type') ?? '')
          ? json(isBasic(r) ? 401 : 400, { error: 'invalid_client', error_description: null })
          : json(400, { error: 'unsupported_grant_type', error_description: null }),
    'GET /interconnect-fhir-oauth/oauth2/authorize': plainPage(
      'MyChart - OAuth2',
      '<p>Something went wrong trying to authorize the client.</p>',
    ),
  };
  return {
    id: 'epic',
    kind: 'provider',
    title:
      'Health records: SMART configuration under the FHIR base, backend services with a signed assertion, a 401 without a body',
    target: 'https://fhir.epic.com/',
    dated: '2026-11',
    sources: ['fhir.epic.com/Documentation?docId=oauth2', 'hl7.org/fhir/smart-app-launch'],
    hosts: {
      'fhir.epic.com': {
        routes: {
          'GET /': page(
            'Epic on FHIR',
            '<p>A free resource for developers who create apps for patients and healthcare organizations.</p>',
          ),
          'GET /Documentation': (r) =>
            r.query.get('docId') === 'oauth2'
              ? page(
                  'OAuth 2.0 tutorial',
                  `<p>Apps use OAuth 2.0 to get authorization from users or from the organization itself.</p><h2>Standalone launch</h2><p>The user signs in at the authorization endpoint; the authorization code is exchanged for an access token. Request <code>offline_access</code> for a refresh token. Access tokens live for an hour.</p><h2>Backend services</h2><p>Backend apps have no user. They authenticate with a JWT that is signed with their private key; upload the public key or a JWK Set URL when you create the app.</p>${pre('POST /interconnect-fhir-oauth/oauth2/token HTTP/1.1\nHost: fhir.epic.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=eyJhbGciOiJSUzM4NCJ9…')}${pre('GET https://fhir.epic.com/interconnect-fhir-oauth/api/FHIR/R4/Patient/eNh9… \nAuthorization: Bearer {access_token}')}`,
                )
              : page(
                  'Documentation',
                  `<p>The sandbox has its FHIR base at <code>${base}/api/FHIR/R4</code>. Read the <a href="/Documentation?docId=oauth2">OAuth 2.0 tutorial</a> first.</p>`,
                ),
          'GET /Specifications': page(
            'Specifications',
            '<ul><li>Patient.Read (R4)</li><li>Patient.Search (R4)</li><li>Observation.Read (Labs) (R4)</li></ul>',
          ),
          'GET /Developer/Create': redirect(302, '/Account/Login?returnUrl=%2FDeveloper%2FCreate'),
          'GET /Account/Login': page(
            'Log in',
            `${loginForm('/Account/Login')}<p><a href="/Developer/Signup">Sign up</a></p>`,
          ),
          'GET /Developer/Signup': page('Sign up', signUpForm('', '/Developer/Signup')),
          ...fhirRoutes,
        },
        otherwise: bare404('Epic on FHIR'),
      },
    },
    expect: expectation({
      apiBases: [F],
      tokenEndpoint: `${base}/oauth2/token`,
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'partial',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': ['pass', 'partial', 'unknown'],
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': ['absent', 'unknown'],
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { 'oauth-discovery': 'SMART App Launch names the place; RFC 8414 does not' },
  };
})();

const weather = ((): World => {
  const A = 'https://api.weather.gov';
  const feature = (id: string): Record<string, unknown> => ({
    '@context': ['https://geojson.org/geojson-ld/geojson-context.jsonld'],
    id,
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [-97.09, 39.75] },
    properties: { '@id': id, '@type': 'wx:Point', cwa: 'TOP', gridX: 32, gridY: 81 },
  });
  const ld = { 'content-type': 'application/geo+json', 'cache-control': 'public, max-age=600' };
  return {
    id: 'weather-gov',
    kind: 'provider',
    title: 'Open data: a description whose only scheme asks for a User-Agent',
    target: 'api.weather.gov',
    dated: '2026-11',
    sources: ['www.weather.gov/documentation/services-web-api', 'api.weather.gov/openapi.json'],
    hosts: {
      'weather.gov': aliasOf('https://www.weather.gov'),
      'www.weather.gov': {
        routes: {
          'GET /': plainPage('National Weather Service', '<p>Forecasts and warnings.</p>', {
            nav: [['API', 'https://www.weather.gov/documentation/services-web-api']],
          }),
          'GET /documentation/services-web-api': plainPage(
            'API Web Service',
            '<p>The API gives developers access to critical forecasts, alerts and observations. It is located at <code>https://api.weather.gov</code>.</p><h2>Authentication</h2><p>A User Agent is required to identify your application. This string can be anything, and the more unique to your application the less likely it will be affected by a security event. If you include contact information, we can contact you if your string is associated to one. This will be replaced with an API key in the future.</p><pre>User-Agent: (myweatherapp.com, contact@myweatherapp.com)</pre><h2>Rate limits</h2><p>There are reasonable rate limits in place. The information is open data, free to use for any purpose.</p>',
          ),
          ...shallow('National Weather Service', [], ['/forecast']),
        },
        otherwise: bare404('weather.gov'),
      },
      'api.weather.gov': {
        routes: {
          'GET /robots.txt': robots(),
          'GET /': json(200, { status: 'OK' }),
          'GET /openapi.json': json(200, {
            ...openapi({
              title: 'weather.gov API',
              servers: [A],
              operations: [
                'get /alerts',
                'get /alerts/types',
                'get /stations',
                'get /offices/{officeId}',
                'get /points/{point}',
                'get /glossary',
              ],
              schemes: {
                userAgent: {
                  type: 'apiKey',
                  in: 'header',
                  name: 'User-Agent',
                  description: 'This API requires that requests identify themselves; any string will do.',
                },
              },
              security: [{ userAgent: [] }],
            }),
          }),
          'GET /alerts/types': json(200, {
            '@context': [],
            eventTypes: ['Air Quality Alert', 'Blizzard Warning', 'Flood Watch'],
          }),
          'GET /alerts': json(
            200,
            {
              type: 'FeatureCollection',
              features: [feature(`${A}/alerts/urn:oid:2.49.0.1`)],
              title: 'Current watches, warnings and advisories',
            },
            ld,
          ),
          'GET /stations': json(
            200,
            {
              type: 'FeatureCollection',
              features: [feature(`${A}/stations/KTOP`), feature(`${A}/stations/KMHK`)],
              observationStations: [`${A}/stations/KTOP`],
            },
            ld,
          ),
          'GET /glossary': json(200, { '@context': [], glossary: [{ term: 'ABNDT', definition: 'Abundant' }] }),
          'GET /points/39.7456,-97.0892': json(200, feature(`${A}/points/39.7456,-97.0892`), ld),
        },
        otherwise: problem(404, {
          correlationId: '1a2b3c',
          title: 'Not Found',
          type: 'https://api.weather.gov/problems/NotFound',
          status: 404,
          detail: 'Not Found',
          instance: 'https://api.weather.gov/requests/1a2b3c',
        }),
      },
    },
    expect: expectation({
      apiBases: [A],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['pass', 'n/a'],
        'bearer-token': ['n/a', 'unknown', 'fail'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'n/a'],
        'token-expiry': ['n/a', 'unknown'],
        'scope-restriction': noCredit,
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': 'absent',
      },
    }),
    why: {
      'structured-401': 'every program has a User-Agent: nothing must be brought',
      'self-service-keys': 'no key is needed',
    },
  };
})();

export const sixthSectorWorlds: readonly World[] = [allegro, line, epic, weather];
