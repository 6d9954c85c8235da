import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, isBare, json, parameter, redirect } from '../../lib/answers.ts';
import { list, sample, shell, site, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { bare404, failure } from '../providers/fourth-pages.ts';
import { fields } from './noise.ts';

const dev = 'https://developers.worksmobile.com';
const look = site({
  name: 'LINE WORKS Developers',
  lang: 'ja',
  nav: [
    ['ドキュメント', `${dev}/jp/docs/introduction`],
    ['認証', `${dev}/jp/docs/auth`],
    ['User Account認証', `${dev}/jp/docs/auth-oauth`],
    ['Service Account認証', `${dev}/jp/docs/auth-jwt`],
    ['OAuth Scopes', `${dev}/jp/docs/auth-scope`],
    ['Bot', `${dev}/jp/docs/bot-api`],
    ['APIリファレンス', `${dev}/jp/reference/user-get`],
    ['お知らせ', `${dev}/jp/notice`],
    ['Developer Console', `${dev}/jp/console/view`],
  ],
  footer: [['利用規約', `${dev}/jp/terms`]],
});
const refuse: Reply = (r) =>
  json(401, {
    code: 'UNAUTHORIZED',
    description: isBare(r) ? 'Authentication failed. Access token is missing.' : 'Authentication failed.',
  });
const token: Reply = (r) => {
  const grant = parameter(r, 'grant_type');
  if (grant === undefined) return failure(400, 'invalid_request', 'grant_type is required', { error_detail: '' });
  if (!['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:jwt-bearer'].includes(grant))
    return failure(400, 'unsupported_grant_type', 'The authorization grant type is not supported.');
  return failure(401, 'invalid_client', 'client_id is invalid');
};

/** Japanese business messenger: consent of people, or a service account that signs assertions. */
export const lineworks: World = {
  id: 'lineworks',
  kind: 'provider',
  title: 'Japanese workplace messenger: authorization code, and service accounts by JWT; the API on another domain',
  target: 'developers.worksmobile.com',
  dated: '2026-11',
  sources: ['developers.worksmobile.com/jp/docs/auth-jwt', 'developers.worksmobile.com/jp/docs/auth-oauth'],
  hosts: {
    'developers.worksmobile.com': {
      routes: {
        'GET /': redirect(302, `${dev}/jp/`),
        'GET /jp/': look(
          'LINE WORKS Developers',
          '<p>LINE WORKSのAPIを使って、業務に合わせたBotや連携アプリを開発できます。</p><p>フリープランでもご利用いただけます。</p>',
        ),
        'GET /jp/docs/introduction': look(
          'はじめに',
          `<p>LINE WORKS API 2.0は、REST形式のAPIです。リクエストURLは <code>https://www.worksapis.com/v1.0/{resource}</code> です。</p><h2>利用手順</h2>${list(['LINE WORKSを開設する', 'Developer Consoleでアプリを登録し、Client IDとClient Secretを発行する', '認証を行いAccess Tokenを取得する', 'APIを呼び出す'])}`,
        ),
        'GET /jp/docs/auth': look(
          '認証',
          `<p>APIの利用にはAccess Tokenが必要です。Access Tokenを取得する方法は2つあります。</p>${table([
            ['', 'User Account認証', 'Service Account認証 (JWT)'],
            ['用途', 'モバイルアプリやWebアプリとの連携', 'Botやバッチ処理システムでの利用'],
            ['方式', 'OAuth 2.0 (Authorization Code Grant), OpenID Connect', 'OAuth 2.0を拡張したJWT方式'],
          ])}<p>有効期限: Access Tokenは24時間、Refresh Tokenは90日です。</p>`,
        ),
        'GET /jp/docs/auth-oauth': look(
          'User Account認証 (OAuth)',
          `<p>ユーザーのログイン画面を表示し、Authorization Codeを取得します。</p>${sample('https://auth.worksmobile.com/oauth2/v2.0/authorize?client_id=2Od4Yy5nfn&redirect_uri=https%3A%2F%2Fexample.com%2Fcb&scope=bot&response_type=code&state=aBcD')}<p>Access Tokenを発行します。</p>${sample('curl -X POST "https://auth.worksmobile.com/oauth2/v2.0/token" \\\n  -H "Content-Type: application/x-www-form-urlencoded" \\\n  -d "grant_type=authorization_code&code=…&client_id=…&client_secret=…"')}<p>有効期限が切れた場合は <code>grant_type=refresh_token</code> で再発行できます。Refresh Tokenのローテーションはアプリごとに設定できます。</p>`,
        ),
        'GET /jp/docs/auth-jwt': look(
          'Service Account認証 (JWT)',
          `<p>Service Accountは、アプリ専用の仮想管理者アカウントです。メンバーの同意なしにAPIを利用できます。Developer Consoleでアプリの基本情報を登録した後、Service AccountとPrivate Keyを発行します。発行すると管理者に通知されます。</p><h2>1. JWTを生成する</h2>${fields(['iss', 'sub', 'iat', 'exp'])}<h2>2. 電子署名を行う (RFC 7515)</h2><h2>3. Access Tokenを発行する (RFC 7523)</h2>${sample('curl -X POST "https://auth.worksmobile.com/oauth2/v2.0/token" \\\n  -H "Content-Type: application/x-www-form-urlencoded" \\\n  --data-urlencode "assertion=eyJhbGciOiJSUzI1NiJ9…" \\\n  --data-urlencode "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer" \\\n  -d "client_id=2Od4Yy5nfn&client_secret=…&scope=bot"')}${sample('{"access_token": "jp1AAABFNKyxc7xsVRQVKrTNFchiiMkQ", "refresh_token": "jp1AAABw9Ho4u", "token_type": "Bearer", "expires_in": "86400", "scope": "bot"}', 'json')}<h2>4. APIを呼び出す</h2>${sample('curl https://www.worksapis.com/v1.0/users -H "Authorization: Bearer jp1AAABFNKyxc7xsVRQVKrTNFchiiMkQ"')}<h2>Service Accountで利用できないAPI</h2><p>mail, file, task など、ユーザーの機微な情報を扱うAPI。</p>`,
        ),
        'GET /jp/docs/auth-scope': look(
          'OAuth Scopes',
          table([
            ['bot', 'Botの管理とメッセージの送信'],
            ['bot.read', 'Botの参照'],
            ['user.read', 'ユーザーの参照'],
            ['calendar', 'カレンダー'],
          ]),
        ),
        'GET /jp/docs/bot-api': look('Bot', '<p>Botはトークルームでメッセージを送受信します。</p>'),
        'GET /jp/reference/user-get': look(
          'ユーザーの取得',
          `<p><code>GET https://www.worksapis.com/v1.0/users/{userId}</code></p>${fields(['userId', 'email', 'userName', 'i18nName', 'employmentTypeId', 'locale', 'organizations'])}${table(
            [
              ['401', 'UNAUTHORIZED', '認証に失敗'],
              ['403', 'FORBIDDEN', '権限なし'],
              ['429', 'RATE_LIMIT_EXCEEDED', '制限超過'],
            ],
          )}`,
        ),
        'GET /jp/console/view': redirect(302, 'https://auth.worksmobile.com/login/login'),
        ...stubs(look, ['/jp/notice', '/jp/terms']),
      },
      otherwise: bare404('LINE WORKS Developers'),
    },
    'worksmobile.com': aliasOf('https://line.worksmobile.com'),
    'line.worksmobile.com': {
      routes: {
        'GET /': site({ name: 'LINE WORKS', lang: 'ja', nav: [['開発者', `${dev}/jp/`]] })(
          'LINE WORKS',
          '<p>現場で使えるビジネスチャット。</p>',
        ),
      },
    },
    'auth.worksmobile.com': {
      routes: {
        'POST /oauth2/v2.0/token': token,
        'GET /oauth2/v2.0/authorize': failure(400, 'invalid_request', 'client_id is required'),
        'GET /login/login': shell('LINE WORKS ログイン'),
      },
      otherwise: bare404('LINE WORKS'),
    },
    'www.worksapis.com': {
      routes: { '/v1.0/*': refuse },
      otherwise: json(404, { code: 'NOT_FOUND', description: 'API not exists.' }),
    },
  },
  expect: expectation({
    apiBases: ['https://www.worksapis.com'],
    tokenEndpoint: 'https://auth.worksmobile.com/oauth2/v2.0/token',
    flows: { authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'partial',
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': signUp,
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
    'client-credentials':
      'service accounts get tokens by an assertion (RFC 7523): a machine grant, not client_credentials',
    'self-service-keys': 'an app, its secret and its service account are made in the console',
  },
};
