import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBare, json, redirect } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { swaggerUi } from '../providers/third-manuals.ts';

const docs = 'https://developers.soundcloud.com';
const api = 'https://api.soundcloud.com';
const token = 'https://secure.soundcloud.com/oauth/token';
const old = `${api}/oauth2/token`;

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${title} - SoundCloud Developers</title><link href="/assets/application-6c9d.css" rel="stylesheet"></head>\n<body>\n<header id="top"><a class="logo" href="/">SoundCloud for Developers</a><ul><li><a href="/docs/api/guide">API Guide</a></li><li><a href="/docs/api/explorer/open-api">API Explorer</a></li><li><a href="/docs/api/html5-widget">Widget</a></li><li><a href="/docs/api/rate-limits">Rate limits</a></li><li><a href="/docs/api/register-app">Register an app</a></li><li><a href="/docs/api/terms-of-use">Terms</a></li><li><a href="/blog">Blog</a></li></ul></header>\n<div id="main"><h1>${title}</h1>\n${body}\n</div><footer><a href="https://status.soundcloud.com/">Status</a> <a href="https://soundcloud.com/jobs">Jobs</a></footer></body></html>`,
  );
const guide = `<p>With the SoundCloud API you build applications that take music to the next level.</p>
<ul><li><a href="#authentication">Authentication</a></li><li><a href="#uploading">Uploading</a></li><li><a href="#playing">Playing</a></li><li><a href="#search">Search</a></li><li><a href="#pagination">Pagination</a></li><li><a href="#errors">Errors</a></li></ul>
<h2 id="authentication">Authentication</h2><p>To integrate, your application needs credentials: <a href="/docs/api/register-app">register it</a>. SoundCloud uses OAuth 2.1. There are two ways:</p><ul><li><b>Authorization Code</b>: your application acts for a user: uploads, private tracks and playlists. The user must allow it.</li><li><b>Client Credentials</b>: your application needs public resources only: search, playback, resolving a URL.</li></ul>
<h3 id="auth-code">Authorization Code Flow</h3><p>PKCE is mandatory. Send the user to:</p>${sample('https://secure.soundcloud.com/authorize?client_id=YOUR_CLIENT_ID&redirect_uri=YOUR_REDIRECT_URI&response_type=code&code_challenge=CODE_CHALLENGE&code_challenge_method=S256&state=STATE', 'text')}<p>and change the code for a token:</p>${sample(`$ curl -X POST "${token}" \\\n     -H "accept: application/json; charset=utf-8" \\\n     -H "Content-Type: application/x-www-form-urlencoded" \\\n     --data-urlencode "grant_type=authorization_code" \\\n     --data-urlencode "client_id=YOUR_CLIENT_ID" \\\n     --data-urlencode "client_secret=YOUR_CLIENT_SECRET" \\\n     --data-urlencode "redirect_uri=YOUR_REDIRECT_URI" \\\n     --data-urlencode "code_verifier=YOUR_PKCE_CODE_VERIFIER" \\\n     --data-urlencode "code=YOUR_CODE"`)}
<h3 id="client-creds">Client Credentials Flow</h3><p>The pair goes into the header, joined by a colon and Base64 encoded. Do not ask for a token before every call: 50 tokens in 12 hours for an app, 30 in an hour for an address.</p>${sample(`$ curl -X POST "${token}" \\\n     -H "accept: application/json; charset=utf-8" \\\n     -H "Content-Type: application/x-www-form-urlencoded" \\\n     -H "Authorization: Basic Base64(client_id:client_secret)" \\\n     --data-urlencode "grant_type=client_credentials"`)}<p>The answer is the same for both flows:</p>${sample('{\n  "access_token": "ACCESS_TOKEN",\n  "token_type": "Bearer",\n  "expires_in": 3599,\n  "refresh_token": "REFRESH_TOKEN",\n  "scope": ""\n}', 'json')}
<h3 id="refresh">Refreshing tokens</h3><p>Access tokens expire after about one hour. Each refresh token can be used once.</p>${sample(`$ curl -X POST "${token}" \\\n     --data-urlencode "grant_type=refresh_token" \\\n     --data-urlencode "client_id=YOUR_CLIENT_ID" \\\n     --data-urlencode "client_secret=YOUR_CLIENT_SECRET" \\\n     --data-urlencode "refresh_token=YOUR_TOKEN"`)}
<h3>Using the token</h3>${sample(`$ curl -X GET "${api}/me" \\\n     -H "accept: application/json; charset=utf-8" \\\n     -H "Authorization: OAuth ACCESS_TOKEN"`)}
<h2 id="uploading">Uploading</h2>${sample(`$ curl -X POST "${api}/tracks" \\\n     -H "Authorization: OAuth ACCESS_TOKEN" \\\n     -F "track[title]=YOUR_TITLE" -F "track[asset_data]=@/path/song.mp3"`)}
<h2 id="playing">Playing</h2><p>Use <code>GET /tracks/{track_urn}/streams</code>; <code>/stream</code> is old.</p>
<h2 id="search">Search</h2>${sample(`$ curl -X GET "${api}/tracks?q=buskers&license=cc-by-sa" -H "Authorization: OAuth ACCESS_TOKEN"`)}
<h2 id="pagination">Pagination</h2><p>Follow <code>next_href</code>.</p>
<h2 id="errors">Errors</h2><p>When a request fails, the body says why:</p>${sample('{\n  "errors": [\n    { "error_message": "401 - Unauthorized" }\n  ]\n}', 'json')}${table(
  [
    ['400', 'Bad request'],
    ['401', 'Unauthorized: no or a wrong <code>client_id</code>'],
    ['403', 'Forbidden: you are not allowed to access it'],
    ['429', 'Too many requests'],
  ],
)}`;

/** What the server says to strangers; the manual shows another body. */
const body = (message: string, errors: readonly string[] = []) => ({
  code: 401,
  message,
  link: `${docs}/docs/api/explorer/open-api`,
  status: '401 - Unauthorized',
  errors: errors.map((words) => ({ error_message: words })),
  error: null,
});
const missing = `A request must contain the Authorization header. For details please refer to ${docs}/blog/security-updates-api.`;
const refuse: Reply = (r) => json(401, isBare(r) ? body(missing, [missing]) : body(''));

const operation = (summary: string) => ({
  get: {
    summary,
    security: [{ AuthHeader: [] }],
    responses: { 200: { description: 'Success' }, 401: { description: 'Unauthorized' } },
  },
});
const description = {
  openapi: '3.0.2',
  info: { title: 'SoundCloud Public API Specification', version: '1.0.0', contact: { url: `${docs}/docs` } },
  servers: [{ url: api }],
  tags: [{ name: 'oauth' }, { name: 'me' }, { name: 'search' }, { name: 'tracks' }],
  paths: {
    '/connect': {
      get: {
        tags: ['oauth'],
        summary:
          'The OAuth2 authorization endpoint. Your app redirects a user to this endpoint, allowing them to delegate access to their account.',
        description: '<h3>Security Advice</h3><p>We recommend the parameter state.</p>',
        deprecated: true,
        responses: { 200: { description: 'Success' } },
      },
    },
    '/oauth2/token': {
      post: {
        tags: ['oauth'],
        summary:
          'This endpoint accepts POST requests and is used to provision access tokens once a user has authorized your application.',
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                properties: {
                  grant_type: { type: 'string', enum: ['authorization_code', 'refresh_token', 'client_credentials'] },
                  client_id: { type: 'string' },
                  client_secret: { type: 'string' },
                },
              },
            },
          },
        },
        responses: { 200: { description: 'Success' }, 401: { description: 'Unauthorized' } },
      },
    },
    '/me': operation('Returns the authenticated user’s information.'),
    '/me/tracks': operation('Returns a list of the user’s tracks.'),
    '/tracks': operation('Performs a track search.'),
    '/playlists': operation('Performs a playlist search.'),
    '/resolve': operation('Resolves soundcloud.com URLs.'),
  },
  components: {
    securitySchemes: {
      ClientId: {
        type: 'apiKey',
        name: 'client_id',
        in: 'query',
        description: 'Deprecated. Only for the Widget.',
      },
      AuthHeader: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        description: 'Enter the token with the `OAuth` prefix: `OAuth ACCESS_TOKEN`',
      },
    },
  },
};

/** Music: a guide, a description, a blog and a server that disagree on the token endpoint, on the errors and on the word before the token. */
export const soundcloud: World = {
  id: 'soundcloud',
  kind: 'provider',
  title:
    'Music: the description’s token endpoint is dead, the guide’s lives; another word than Bearer; an old post says that no apps are taken',
  target: docs,
  dated: '2026-11',
  sources: [
    'developers.soundcloud.com/docs/api/guide',
    'developers.soundcloud.com/blog/security-updates-api',
    'github.com/soundcloud/api: Agents.md',
    'github.com/soundcloud/api/issues/89, /169, /239, /331, /339',
  ],
  hosts: {
    'www.soundcloud.com': aliasOf('https://soundcloud.com'),
    'soundcloud.com': {
      routes: {
        'GET /': shell('Stream and listen to music online for free with SoundCloud', {
          end: `<a href="${docs}/">Developers</a>`,
        }),
        'GET /you/apps*': redirect(302, '/signin'),
        'GET /signin': shell('Sign in'),
        'GET /jobs': shell('Jobs'),
        'GET /robots.txt': robots(),
      },
      otherwise: shell('SoundCloud', { status: 404 }),
    },
    'status.soundcloud.com': { routes: { 'GET /': html(200, '<h1>All systems operational</h1>') } },
    'developers.soundcloud.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'Build with SoundCloud',
          `<p>Our API, widget and SDKs are for those who make music apps. <a href="/docs">Documentation</a></p>`,
        ),
        'GET /docs': redirect(302, '/docs/api/guide'),
        'GET /docs/api/guide': page('API Guide', guide),
        'GET /docs/api/authentication': redirect(301, '/docs/api/guide#authentication'),
        'GET /docs/api/explorer/open-api': swaggerUi('API Explorer', '/docs/api/explorer/api.json'),
        'GET /docs/api/explorer/api.json': json(200, description),
        'GET /docs/api/register-app': page(
          'Register an app',
          '<p>Sign in with your SoundCloud account and open <a href="https://soundcloud.com/you/apps">your apps</a>. Give a name and a redirect URI and press "Register". Client ID and client secret are there at once. One app for each person; if you need another or want to change the redirect URI, write to support.</p>',
        ),
        'GET /docs/api/rate-limits': page(
          'Rate limits',
          '<p>15,000 play requests in 24 hours for a client ID. Token requests have limits of their own.</p>',
        ),
        'GET /docs/api/html5-widget': page(
          'Widget API',
          sample(
            '<iframe src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/soundcloud%253Atracks%253A293&color=0066cc"></iframe>',
            'html',
          ),
        ),
        'GET /docs/api/terms-of-use': page(
          'API terms of use',
          '<p>Name the artist and link back. You may not train models on what users upload. We may refuse or revoke credentials.</p>',
        ),
        'GET /blog': page(
          'Blog',
          '<ul><li><a href="/blog/oauth-migration">2024-09: migrate to secure.soundcloud.com</a></li><li><a href="/blog/security-updates-api">2021-07: security updates of the API</a></li><li><a href="/blog/registration-closed">2017-11: registration of new apps</a></li></ul>',
        ),
        'GET /blog/oauth-migration': page(
          'Migrate to secure.soundcloud.com',
          `<p>OAuth moves to <code>secure.soundcloud.com</code>. <code>${old}</code> and <code>${api}/connect</code> stop on 1 October 2024. Tokens live for one hour instead of six.</p>`,
        ),
        'GET /blog/security-updates-api': page(
          'Security updates of the API',
          `<p>We are making improvements with the hope to relaunch API access to all developers.</p><p>The <code>password</code> grant is deprecated. For <code>authorization_code</code> we support one response type: <code>code</code>; <code>token</code> and <code>code_and_token</code> are invalid. Public resources will be open only to apps with a token of the <code>client_credentials</code> grant; <code>client_id</code> in the URL ends in July 2021.</p>${sample(`curl --request POST \\\n  --url ${old} \\\n  --header 'Content-Type: application/x-www-form-urlencoded' \\\n  --data client_id=CLIENT_ID --data client_secret=CLIENT_SECRET \\\n  --data grant_type=client_credentials`)}`,
        ),
        'GET /blog/registration-closed': page(
          'Registration of new apps',
          '<p>Due to the high amount of requests we are no longer processing API application requests at this time. Fill in the form; we review applications when we can.</p>',
        ),
        ...stubs(page, ['/policies/branding']),
      },
      otherwise: bare404('SoundCloud Developers'),
    },
    'secure.soundcloud.com': {
      routes: {
        'GET /authorize': shell('Connect with SoundCloud'),
        'POST /oauth/token': tokenEndpoint({
          grants: ['authorization_code', 'refresh_token', 'client_credentials'],
          order: 'grant-first',
          missing: oauthError(400, 'invalid_request', 'grant_type is missing'),
          unsupported: oauthError(400, 'unsupported_grant_type'),
          unknownClient: oauthError(401, 'invalid_client'),
        }),
      },
      otherwise: json(404, { error: 'not_found' }),
    },
    'api.soundcloud.com': {
      headers: { server: 'am/2', via: 'sssr' },
      routes: {
        '/oauth2/token': json(401, body(missing, [missing])),
        'GET /connect': redirect(302, 'https://secure.soundcloud.com/authorize'),
        'GET /': redirect(302, `${docs}/docs`),
        '/me*': refuse,
        '/tracks*': refuse,
        '/playlists*': refuse,
        '/resolve': refuse,
      },
      otherwise: json(404, { ...body('404 - Not Found'), code: 404, status: '404 - Not Found' }),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: token,
    flows: { authorization_code: 'yes', client_credentials: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': ['pass', 'partial'],
      'bearer-token': ['partial', 'fail'],
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': signUp,
      'token-expiry': 'pass',
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    apiBases: 'server of the description and of every sample',
    authorization_code: 'guide',
    client_credentials: 'guide, and by contrast',
    refresh_token: 'guide',
    'session-cookie-only': 'tokens',
    outcome: 'documented paths refuse strangers with 401',
    tokenEndpoint: 'the guide’s; the description’s refuses whatever comes, and a post says that it stopped',
    'structured-401': 'JSON with code, message, status; its own shape, not that of the manual',
    'bearer-token': 'every sample and the description say the word OAuth; token_type Bearer in a sample is habit',
    'client-credentials': 'the guide, and the contrast at the endpoint that lives',
    'oauth-discovery': 'no metadata; the description leads to a dead endpoint',
    'self-service-keys': 'registered in one’s account, at once; one for each person',
    'token-expiry': 'an hour, refresh tokens, and client_credentials besides',
    'scope-restriction': 'the scope of every answer is empty',
    'manual-key-approval': 'a post of 2017 says so, the page on registering of today does not',
    'token-rotation-without-refresh': 'refresh tokens',
    'browser-only-oauth': 'a machine grant',
  },
};
