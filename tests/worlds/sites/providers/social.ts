/** People talking: Discord, Reddit, Twitch, Telegram, Zoom. */
import { aliasOf, html, isBasic, isBearer, json, parameter, redirect, text } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { hcaptcha, list, loginForm, notFoundPage, robots, sample, shell, site } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys, type World } from '../../lib/world.ts';

const discord = (() => {
  const docs = site({
    name: 'Documentation | Discord',
    nav: [
      ['Intro', 'https://docs.discord.com/developers/intro'],
      ['Reference', 'https://docs.discord.com/developers/reference'],
      ['OAuth2', 'https://docs.discord.com/developers/topics/oauth2'],
      ['Applications', 'https://discord.com/developers/applications'],
    ],
  });
  const world: World = {
    id: 'discord',
    kind: 'provider',
    title: 'Bot tokens with the word Bot, OAuth with client credentials; API on the application host',
    target: 'discord.com',
    dated: '2026-10',
    sources: ['docs.discord.com/developers/topics/oauth2', 'docs.discord.com/developers/reference'],
    hosts: {
      'discord.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': site({
            name: 'Discord',
            nav: [
              ['Download', 'https://discord.com/download'],
              ['Support', 'https://support.discord.com/hc/en-us'],
            ],
            footer: [
              ['Developers', 'https://discord.com/developers'],
              ['Jobs', 'https://discord.com/jobs'],
            ],
          })('Group chat that’s all fun and games', '<p>Hang out.</p>'),
          'GET /download': shell('Download'),
          'GET /jobs': shell('Jobs'),
          'GET /login': shell('Discord'),
          'GET /register': shell('Discord', { head: hcaptcha.head }),
          'GET /developers': redirect(302, '/developers/applications'),
          'GET /developers/docs*': redirect(301, 'https://docs.discord.com/developers/intro'),
          'GET /developers/applications': shell('Discord Developer Portal', {
            end: '<a href="https://docs.discord.com/developers/intro">Documentation</a>',
          }),
          'GET /.well-known/openid-configuration': json(200, {
            issuer: 'https://discord.com',
            authorization_endpoint: 'https://discord.com/oauth2/authorize',
            token_endpoint: 'https://discord.com/api/oauth2/token',
            userinfo_endpoint: 'https://discord.com/api/oauth2/userinfo',
            jwks_uri: 'https://discord.com/api/oauth2/keys',
            scopes_supported: ['openid', 'email', 'identify'],
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
          }),
          'POST /api/oauth2/token': oauthTokenDiscord,
          'POST /api/:v/oauth2/token': oauthTokenDiscord,
          'GET /api/oauth2/keys': json(200, { keys: [] }),
          'GET /oauth2/authorize': shell('Discord'),
          'GET /api/:v/gateway': json(200, { url: 'wss://gateway.discord.gg' }),
          '/api/:v/users/*': json(401, { message: '401: Unauthorized', code: 0 }),
          '/api/:v/applications/*': json(401, { message: '401: Unauthorized', code: 0 }),
          '/api/:v/channels/*': json(401, { message: '401: Unauthorized', code: 0 }),
          '/api/*': json(404, { message: '404: Not Found', code: 0 }),
          'GET /robots.txt': robots(),
        },
        otherwise: shell('Discord', { status: 404 }),
      },
      'www.discord.com': aliasOf('https://discord.com'),
      'docs.discord.com': {
        routes: {
          'GET /': redirect(302, '/developers/intro'),
          'GET /developers/intro': docs(
            'Welcome',
            '<p>Build on Discord. <a href="https://github.com/discord/discord-api-spec">API spec</a></p>',
          ),
          'GET /developers/reference': docs(
            'API Reference',
            `<p>Base URL <code>https://discord.com/api</code>, current version <code>https://discord.com/api/v10</code>.</p><h2>Authentication</h2><p>Authenticate with the Authorization header in the format <code>Authorization: TOKEN_TYPE TOKEN</code>: a bot token found on the Bot page within your app's settings, or an OAuth2 bearer token.</p>${sample('Authorization: Bot MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs', 'http')}${sample('Authorization: Bearer CZhtkLDpNYXgPH9Ml6shqh2OwykChw', 'http')}${sample('curl -H "Authorization: Bot $TOKEN" https://discord.com/api/v10/users/@me')}`,
          ),
          'GET /developers/topics/oauth2': docs(
            'OAuth2',
            `<p>Authorization URL https://discord.com/oauth2/authorize, token URL <code>https://discord.com/api/oauth2/token</code>. Accepts application/x-www-form-urlencoded only.</p>${list(['Authorization code grant', 'Implicit grant', 'Client credentials grant'])}<p>Client credentials: a quick and easy way for bot developers to get their own bearer tokens. POST to the token URL with grant_type client_credentials and a scope, Basic authentication with client id and secret. expires_in is 604800.</p><p>Refresh: grant_type=refresh_token.</p><p>Scopes: identify, email, guilds, guilds.join, connections, bot, applications.commands</p>`,
          ),
          'GET /llms.txt': text(
            200,
            '# Discord\n\n- [OAuth2](https://docs.discord.com/developers/topics/oauth2.md)\n- [Reference](https://docs.discord.com/developers/reference.md)\n',
          ),
          'GET /developers/*.md': text(200, '# Discord docs\n\nBase URL https://discord.com/api/v10\n', {
            'content-type': 'text/markdown',
          }),
        },
        otherwise: notFoundPage('Discord'),
      },
      'support.discord.com': {
        routes: {
          'GET *': html(403, '<html><head><title>Just a moment...</title></head></html>', {
            'cf-mitigated': 'challenge',
            server: 'cloudflare',
          }),
        },
      },
    },
    expect: expectation({
      apiBases: ['https://discord.com'],
      tokenEndpoint: ['https://discord.com/api/oauth2/token', 'https://discord.com/api/v10/oauth2/token'],
      flows: {
        client_credentials: 'yes',
        authorization_code: 'yes',
        refresh_token: 'yes',
        implicit: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'pass',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['captcha-before-token'],
    }),
    why: {
      'captcha-before-token': 'not judged: the sign-up page is an empty shell that loads hCaptcha',
      'bearer-token': 'Bearer beside Bot',
    },
  };
  return world;
})();
function oauthTokenDiscord(request: Parameters<typeof isBasic>[0]) {
  const grant = parameter(request, 'grant_type');
  if (grant === undefined || !['authorization_code', 'refresh_token', 'client_credentials'].includes(grant))
    return oauthError(400, 'unsupported_grant_type', 'Grant type None is not supported');
  return isBasic(request)
    ? oauthError(401, 'invalid_client')
    : json(400, { client_id: [`Value "${(parameter(request, 'client_id') ?? '').slice(0, 40)}" is not snowflake.`] });
}

const reddit = (() => {
  const blocked = html(
    403,
    "<html><head><title>Blocked</title></head><body><h1>whoa there, pardner!</h1><p>Your request has been blocked due to a network policy. Try logging in or creating an account here to get back to browsing. If you're running a script or application, please register or sign in with your developer credentials.</p></body></html>",
    { server: 'snooserv' },
  );
  const world: World = {
    id: 'reddit',
    kind: 'provider',
    title: 'Approval before API access; site blocks programs, token endpoint and OAuth host answer',
    target: 'https://www.reddit.com',
    dated: '2026-10',
    sources: ['support.reddithelp.com: Responsible Builder Policy', 'github.com/reddit-archive/reddit/wiki/OAuth2'],
    hosts: {
      'reddit.com': aliasOf('https://www.reddit.com'),
      'www.reddit.com': {
        headers: { server: 'snooserv' },
        routes: {
          'GET /': site({
            name: 'Reddit',
            nav: [['Popular', 'https://www.reddit.com/r/popular/']],
            footer: [
              ['Developer Platform', 'https://developers.reddit.com/'],
              ['Reddit API', 'https://www.reddit.com/dev/api/'],
              ['Help', 'https://support.reddithelp.com/hc/en-us'],
            ],
          })('The heart of the internet', '<p>Dive in.</p>'),
          'GET /robots.txt': text(200, "# Welcome to Reddit's robots.txt\nUser-agent: *\nDisallow: /\n"),
          'GET /dev/api/': site({ name: 'Reddit API documentation' })(
            'API',
            `<p>This is automatically-generated documentation. The API is at <code>https://oauth.reddit.com</code>. Please take care to respect our <a href="https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki">rules</a>. OAuth: <a href="https://github.com/reddit-archive/reddit/wiki/OAuth2">read the docs</a>.</p><p>GET /api/v1/me (scope identity), GET /api/v1/me/prefs (scope identity), POST /api/submit (scope submit)</p>`,
          ),
          'POST /api/v1/access_token': (request) =>
            isBasic(request)
              ? json(401, { message: 'Unauthorized', error: 401 })
              : json(401, { message: 'Unauthorized', error: 401 }, { 'www-authenticate': 'Basic realm="reddit"' }),
          'GET /api/v1/authorize': redirect(302, '/login'),
          'GET /login': shell('Log in'),
          'GET /r/*': blocked,
        },
        otherwise: blocked,
      },
      'oauth.reddit.com': {
        headers: { server: 'snooserv' },
        routes: {
          '/api/v1/*': (request) =>
            isBearer(request)
              ? json(
                  401,
                  { message: 'Unauthorized', error: 401 },
                  { 'www-authenticate': 'Bearer realm="reddit", error="invalid_token"' },
                )
              : json(403, { message: 'Forbidden', error: 403 }),
        },
        otherwise: json(403, { message: 'Forbidden', error: 403 }),
      },
      'developers.reddit.com': { routes: { 'GET *': shell('Reddit for Developers') } },
      'support.reddithelp.com': {
        routes: {
          'GET /': redirect(302, '/hc/en-us'),
          'GET /hc/en-us': site({ name: 'Reddit Help' })(
            'Reddit Help',
            '<p><a href="/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki">Reddit Data API Wiki</a></p>',
          ),
          'GET /hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki': site({ name: 'Reddit Help' })(
            'Reddit Data API Wiki',
            `<p>You must request access to the Data API and receive explicit approval before you create an application; we review each request under the Responsible Builder Policy, typically within seven days. Clients must authenticate with a registered OAuth token.</p>${sample('curl -X POST -d "grant_type=client_credentials" --user "CLIENT_ID:CLIENT_SECRET" https://www.reddit.com/api/v1/access_token')}<p>Tokens expire after one hour (expires_in 3600); use the refresh token for duration=permanent, or request another token. Scopes: identity, edit, flair, history, read, submit, vote.</p>${sample('curl -H "Authorization: bearer J1qK1c18UUGJFAzz9xnH56584l4" -A "ChangeMeClient/0.1" https://oauth.reddit.com/api/v1/me')}`,
          ),
        },
        otherwise: notFoundPage('Reddit Help'),
      },
      'github.com': {
        routes: {
          'GET /reddit-archive/reddit/wiki/OAuth2': site({ name: 'GitHub' })(
            'OAuth2 · reddit-archive/reddit Wiki',
            '<p>Authorize at <code>https://www.reddit.com/api/v1/authorize</code> with response_type code or token. Retrieve tokens from <code>https://www.reddit.com/api/v1/access_token</code>: grant_type authorization_code, refresh_token, password (script apps only), client_credentials.</p>',
          ),
        },
        otherwise: html(404, 'Not Found'),
      },
    },
    expect: expectation({
      apiBases: ['https://oauth.reddit.com'],
      tokenEndpoint: 'https://www.reddit.com/api/v1/access_token',
      flows: {
        client_credentials: 'yes',
        authorization_code: ['yes', 'unknown'],
        refresh_token: 'yes',
        password: ['yes', 'no', 'unknown'],
        implicit: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': ['partial', 'pass'],
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['fail', 'unknown'],
        'self-service-keys': 'fail',
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'manual-key-approval': 'present',
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
      },
    }),
    why: {
      'manual-key-approval': 'explicit approval since the end of 2025',
      'structured-401': '403 JSON without credentials',
    },
  };
  return world;
})();

const twitch = (() => {
  const docs = site({
    name: 'Twitch Developers',
    nav: [
      ['Twitch API', 'https://dev.twitch.tv/docs/api/'],
      ['Authentication', 'https://dev.twitch.tv/docs/authentication/'],
      ['Getting tokens', 'https://dev.twitch.tv/docs/authentication/getting-tokens-oauth/'],
      ['Scopes', 'https://dev.twitch.tv/docs/authentication/scopes/'],
      ['Log in', 'https://dev.twitch.tv/login'],
    ],
  });
  const issuer = 'https://id.twitch.tv/oauth2';
  const world: World = {
    id: 'twitch',
    kind: 'provider',
    title: 'Client credentials, implicit, code and device; vendor errors {status, message}; issuer with a path',
    target: 'https://www.twitch.tv',
    dated: '2026-10',
    sources: ['dev.twitch.tv/docs/authentication', 'id.twitch.tv/oauth2/.well-known/openid-configuration'],
    hosts: {
      'twitch.tv': aliasOf('https://www.twitch.tv'),
      'www.twitch.tv': {
        routes: {
          'GET /robots.txt': robots('User-agent: *\nDisallow: /products\n'),
          'GET *': html(
            200,
            '<!DOCTYPE html><html><head><title>Twitch</title><meta name="description" content="Twitch is the world\'s leading video platform"></head><body><div id="root"></div><noscript><a href="https://dev.twitch.tv/">Developers</a></noscript><script src="https://assets.twitch.tv/core.js"></script></body></html>',
          ),
        },
      },
      'dev.twitch.tv': {
        routes: {
          'GET /': docs('Twitch Developers', '<p>Build. <a href="/docs/api/">Twitch API</a></p>'),
          'GET /login': redirect(302, 'https://www.twitch.tv/login'),
          'GET /docs/api/': docs(
            'Twitch API',
            `<p>Register your app in the developer console; you get its client ID and generate a client secret with New Secret.</p>${sample("curl -X GET 'https://api.twitch.tv/helix/users?login=twitchdev' -H 'Authorization: Bearer jostpf5q0uzmxmkba9iyug38kjtgh' -H 'Client-Id: wbmytr93xzw8zbg0p1izqyzzc5mbiz'")}`,
          ),
          'GET /docs/authentication/': docs(
            'Authentication',
            '<p>Twitch APIs require access tokens: user access tokens and app access tokens. Tokens expire; refresh user tokens, request a new app access token with the client credentials grant flow (about 60 days).</p>',
          ),
          'GET /docs/authentication/getting-tokens-oauth/': docs(
            'Getting OAuth access tokens',
            `${list(['Implicit grant flow', 'Authorization code grant flow', 'Device code grant flow', 'Client credentials grant flow'])}${sample("curl -X POST 'https://id.twitch.tv/oauth2/token' -H 'Content-Type: application/x-www-form-urlencoded' -d 'client_id=<your client id goes here>&client_secret=<your client secret goes here>&grant_type=client_credentials'")}<p>Device code: POST https://id.twitch.tv/oauth2/device. Refresh: grant_type=refresh_token.</p>`,
          ),
          'GET /docs/authentication/scopes/': docs(
            'Scopes',
            list(['analytics:read:extensions', 'bits:read', 'channel:manage:broadcast', 'chat:read']),
          ),
        },
        otherwise: notFoundPage('Twitch Developers'),
      },
      'id.twitch.tv': {
        routes: {
          'GET /oauth2/.well-known/openid-configuration': json(200, {
            authorization_endpoint: `${issuer}/authorize`,
            claims_parameter_supported: true,
            claims_supported: ['iss', 'aud', 'sub'],
            id_token_signing_alg_values_supported: ['RS256'],
            issuer,
            jwks_uri: `${issuer}/keys`,
            response_types_supported: ['id_token', 'code', 'token', 'code id_token', 'token id_token'],
            scopes_supported: ['openid'],
            subject_types_supported: ['public'],
            token_endpoint: `${issuer}/token`,
            token_endpoint_auth_methods_supported: ['client_secret_post'],
            userinfo_endpoint: `${issuer}/userinfo`,
          }),
          'POST /oauth2/token': (request) => {
            const grant = parameter(request, 'grant_type');
            if (!parameter(request, 'client_id')) return json(400, { status: 400, message: 'missing client id' });
            if (
              grant !== undefined &&
              ![
                'client_credentials',
                'authorization_code',
                'refresh_token',
                'urn:ietf:params:oauth:grant-type:device_code',
              ].includes(grant)
            )
              return json(400, { status: 400, message: 'invalid grant type' });
            return json(400, { status: 400, message: 'invalid client' });
          },
          'GET /oauth2/authorize': html(400, '<html><body>parameter client_id missing</body></html>'),
          'GET /oauth2/validate': json(401, { status: 401, message: 'missing authorization token' }),
          '/oauth2/userinfo': json(401, { status: 401, message: 'missing authorization token' }),
          'GET /oauth2/keys': json(200, { keys: [] }),
        },
        otherwise: text(404, '404 page not found'),
      },
      'api.twitch.tv': {
        routes: {
          '/helix/*': (request) =>
            isBearer(request)
              ? json(
                  401,
                  { error: 'Unauthorized', status: 401, message: 'Invalid OAuth token' },
                  { 'www-authenticate': 'OAuth realm="TwitchTV", error="invalid_token"' },
                )
              : json(
                  401,
                  { error: 'Unauthorized', status: 401, message: 'OAuth token is missing' },
                  { 'www-authenticate': 'OAuth realm="TwitchTV"' },
                ),
        },
        otherwise: json(404, { error: 'Not Found', status: 404, message: '' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.twitch.tv'],
      tokenEndpoint: 'https://id.twitch.tv/oauth2/token',
      flows: {
        client_credentials: 'yes',
        authorization_code: 'yes',
        device_code: 'yes',
        refresh_token: 'yes',
        implicit: 'yes',
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': 'pass',
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
      'client-credentials': 'clearly different vendor messages (row 12) and documented',
      'oauth-discovery': 'OIDC under the issuer’s path',
    },
  };
  return world;
})();

const telegram: World = {
  id: 'telegram',
  kind: 'provider',
  title: 'Bot token in the path, created by talking to a bot',
  target: 'https://telegram.org',
  dated: '2026-10',
  sources: ['core.telegram.org/bots/api'],
  hosts: {
    'telegram.org': {
      headers: { server: 'nginx' },
      routes: {
        'GET /': site({
          name: 'Telegram',
          plain: true,
          nav: [
            ['FAQ', 'https://telegram.org/faq'],
            ['Apps', 'https://telegram.org/apps'],
            ['API', 'https://core.telegram.org/api'],
          ],
        })('A new era of messaging', '<p>Fast and secure.</p>'),
        'GET /faq': site({ name: 'Telegram', plain: true })('FAQ', '<p>Questions.</p>'),
        'GET /apps': site({ name: 'Telegram', plain: true })('Apps', '<p>Apps.</p>'),
        'GET /robots.txt': robots(),
      },
      otherwise: notFoundPage('Telegram'),
    },
    'core.telegram.org': {
      routes: {
        'GET /': redirect(302, '/api'),
        'GET /api': site({
          name: 'Telegram APIs',
          plain: true,
          nav: [['Bot API', 'https://core.telegram.org/bots/api']],
        })(
          'Telegram APIs',
          '<p>The <a href="/bots/api">Bot API</a> lets you build programs that use Telegram messages for an interface.</p>',
        ),
        'GET /bots/api': site({ name: 'Telegram Bot API', plain: true })(
          'Telegram Bot API',
          `<h3>Authorizing your bot</h3><p>Each bot is given a unique authentication token when it is created (<a href="/bots/features">ask @BotFather</a>). The token looks something like 123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11.</p><h3>Making requests</h3><p>All queries must be served over HTTPS and need to be presented in this form: <code>https://api.telegram.org/bot&lt;token&gt;/METHOD_NAME</code>. Like this for example:</p>${sample('https://api.telegram.org/bot123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11/getMe', 'text')}<p>The response contains a JSON object, which always has a Boolean field 'ok'.</p>`,
        ),
        'GET /bots/features': site({ name: 'Telegram', plain: true })(
          'Bot features',
          '<p>Use the /newbot command to create a new bot. @BotFather will ask for a name and then generate an authentication token for your new bot. /revoke makes a new token.</p>',
        ),
      },
      otherwise: notFoundPage('Telegram'),
    },
    'api.telegram.org': {
      headers: { server: 'nginx/1.18.0' },
      routes: {
        '/bot:token/:method': (request) =>
          /^\d+:[\w-]{30,}$/.test(request.params['token'] ?? '')
            ? json(401, { ok: false, error_code: 401, description: 'Unauthorized' })
            : json(404, { ok: false, error_code: 404, description: 'Not Found' }),
        'GET /': redirect(302, 'https://core.telegram.org/bots'),
      },
      otherwise: html(
        404,
        '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx/1.18.0</center></body></html>',
      ),
    },
  },
  expect: expectation({
    apiBases: ['https://api.telegram.org'],
    tokenEndpoint: null,
    outcome: ['scored', 'blocked'],
    signals: {
      'bearer-token': ['fail', 'unknown'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': ['absent', 'unknown'] },
  }),
  why: { 'structured-401': 'not judged: it depends on how the placeholder is filled' },
};

const zoom = (() => {
  const docs = site({
    name: 'Zoom Developer Platform',
    nav: [
      ['APIs', 'https://developers.zoom.us/docs/api/'],
      ['Server-to-server OAuth', 'https://developers.zoom.us/docs/internal-apps/s2s-oauth/'],
      ['User-authorized OAuth', 'https://developers.zoom.us/docs/integrations/oauth/'],
      ['Marketplace', 'https://marketplace.zoom.us/'],
    ],
  });
  const world: World = {
    id: 'zoom',
    kind: 'provider',
    title: 'A machine grant of its own (account_credentials) beside the code grant',
    target: 'https://zoom.us',
    dated: '2026-10',
    sources: ['developers.zoom.us/docs/internal-apps/s2s-oauth'],
    hosts: {
      'zoom.us': {
        routes: {
          'GET /': redirect(302, 'https://www.zoom.com/'),
          'GET /signin': html(
            200,
            `<html><head><title>Sign In | Zoom</title></head><body>${loginForm()}</body></html>`,
          ),
          'GET /signup': shell('Sign up free | Zoom'),
          'GET /oauth/authorize': redirect(302, '/signin'),
          'POST /oauth/token': (request) => {
            const grant = parameter(request, 'grant_type');
            const bad = (error: string, reason: string) => json(400, { reason, error });
            if (!grant) return bad('unsupported_grant_type', 'unsupported grant type');
            if (
              ![
                'authorization_code',
                'refresh_token',
                'account_credentials',
                'client_credentials',
                'urn:ietf:params:oauth:grant-type:device_code',
              ].includes(grant)
            )
              return bad('unsupported_grant_type', 'unsupported grant type');
            return bad('invalid_client', 'Invalid client_id or client_secret');
          },
        },
        otherwise: notFoundPage('Zoom'),
      },
      'www.zoom.us': aliasOf('https://zoom.us'),
      'www.zoom.com': {
        routes: {
          'GET /': site({
            name: 'Zoom',
            nav: [
              ['Products', 'https://www.zoom.com/en/products/'],
              ['Developers', 'https://developers.zoom.us/'],
              ['Sign in', 'https://zoom.us/signin'],
              ['Sign up free', 'https://zoom.us/signup'],
            ],
          })('One platform to connect', '<p>Meet.</p>'),
          'GET /en/products/': site({ name: 'Zoom' })('Products', '<p>Meetings.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Zoom'),
      },
      'developers.zoom.us': {
        routes: {
          'GET /': docs('Zoom developers', '<p><a href="/docs/api/">API</a></p>'),
          'GET /docs/api/': docs(
            'Zoom API',
            `<p>Base URL <code>https://api.zoom.us/v2</code></p>${sample('curl https://api.zoom.us/v2/users/me -H "Authorization: Bearer ACCESS_TOKEN"')}`,
          ),
          'GET /docs/internal-apps/s2s-oauth/': docs(
            'Server-to-server OAuth',
            `<p>Create a server-to-server OAuth app in the Marketplace (your account needs the role permission); account ID, client ID and client secret are on the App Credentials page. Then use the <code>account_credentials</code> grant type:</p>${sample("curl -X POST https://zoom.us/oauth/token -d 'grant_type=account_credentials' -d 'account_id={accountID}' -H 'Host: zoom.us' -H 'Authorization: Basic Base64Encoder(clientId:clientSecret)'")}<p>The access token expires after one hour. There is no refresh token: request a new access token.</p><p>Scopes: user:read:user:admin, meeting:write:meeting:admin</p>`,
          ),
          'GET /docs/integrations/oauth/': docs(
            'OAuth 2.0',
            `<p>Send users to <code>https://zoom.us/oauth/authorize?response_type=code&amp;client_id=…</code>, exchange the code at <code>https://zoom.us/oauth/token</code> (grant_type=authorization_code). Access tokens expire in one hour, refresh tokens in 90 days (grant_type=refresh_token). Devices use the device flow: POST https://zoom.us/oauth/devicecode.</p>`,
          ),
          'GET /llms.txt': text(
            200,
            '# Zoom\n\n- [S2S OAuth](https://developers.zoom.us/docs/internal-apps/s2s-oauth/)\n',
          ),
        },
        otherwise: notFoundPage('Zoom'),
      },
      'marketplace.zoom.us': { routes: { 'GET *': shell('Zoom App Marketplace') } },
      'api.zoom.us': {
        routes: { '/v2/*': json(401, { code: 124, message: 'Invalid access token.' }) },
        otherwise: json(404, { code: 404, message: 'API endpoint not found.' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.zoom.us'],
      tokenEndpoint: 'https://zoom.us/oauth/token',
      flows: {
        authorization_code: 'yes',
        refresh_token: 'yes',
        client_credentials: ['yes', 'no', 'unknown'],
        device_code: ['yes', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': ['pass', 'partial'],
        'oauth-discovery': 'fail',
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
      'client-credentials':
        'account_credentials is the documented one; the standard grant is known to the endpoint too (chatbots)',
    },
  };
  return world;
})();

export const socialWorlds: readonly World[] = [discord, reddit, twitch, telegram, zoom];
