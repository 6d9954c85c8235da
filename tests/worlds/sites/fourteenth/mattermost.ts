import type { Answer, Incoming, World } from '../../lib/world.ts';
import { fresh, html, json, redirect } from '../../lib/answers.ts';
import { metadata } from '../../lib/oauth.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const home = 'https://plausch.wasserwacht-alzbach.de';

const headers = {
  'permissions-policy': '',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-version-id': '11.1.0.19484206131.7bd1c4f3a1ee0d0d2c9c1f6e29c3a5d8.false',
};
/** AppError as the server writes it: details are wiped outside developer mode. */
const fault = (status: number, id: string, message: string): Answer => {
  const request = fresh(26);
  return json(
    status,
    { id, message, detailed_error: '', request_id: request, status_code: status },
    { ...headers, 'content-type': 'application/json', 'x-request-id': request, expires: '0' },
  );
};
const refuse = (): Answer =>
  fault(401, 'api.context.session_expired.app_error', 'Invalid or expired session, please login again.');

/** root.html, which the server gives for every address that is no API call. */
const root = (): Answer =>
  html(
    200,
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta http-equiv="Content-Security-Policy" content="script-src \'self\' cdn.rudderlabs.com"><meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=0"><meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer"><title>Mattermost</title><meta name="apple-mobile-web-app-capable" content="yes"><meta name="application-name" content="Mattermost"><meta name="format-detection" content="telephone=no"><link rel="manifest" href="/static/manifest.json"><script defer="defer" src="/static/main.7d0c9a4bf0e1.js"></script><link href="/static/main.3be14dc2.css" rel="stylesheet"></head><body class="font--open_sans enable-animations"><div id="root"><div class="loading-screen" style="position:relative"><div class="loading__content"><div class="round round-1"></div><div class="round round-2"></div><div class="round round-3"></div></div></div></div><div id="root-portal"></div><noscript>To use Mattermost, please enable JavaScript.</noscript></body></html>',
    {
      ...headers,
      'cache-control': 'no-cache, max-age=31556926, public',
      'x-frame-options': 'SAMEORIGIN',
      'content-security-policy': "frame-ancestors 'self' ; script-src 'self' cdn.rudderlabs.com",
    },
  );

/** `getAccessToken`: the grant is looked at first, then the code, then the client; errors are the product's own. */
const token = (r: Incoming): Answer => {
  const grant = r.form.get('grant_type') ?? r.query.get('grant_type') ?? '';
  const has = (name: string) => (r.form.get(name) ?? r.query.get(name) ?? '') !== '';
  if (grant === 'authorization_code' && !has('code'))
    return fault(400, 'api.oauth.get_access_token.missing_code.app_error', 'invalid_request: Missing code.');
  if (grant === 'refresh_token' && !has('refresh_token'))
    return fault(
      400,
      'api.oauth.get_access_token.missing_refresh_token.app_error',
      'invalid_request: Missing refresh_token.',
    );
  if (grant !== 'authorization_code' && grant !== 'refresh_token')
    return fault(400, 'api.oauth.get_access_token.bad_grant.app_error', 'invalid_request: Bad grant_type.');
  const client = r.form.get('client_id') ?? r.query.get('client_id') ?? '';
  if (!/^[a-z0-9]{26}$/.test(client))
    return fault(400, 'api.oauth.get_access_token.bad_client_id.app_error', 'invalid_request: Bad client_id.');
  return fault(404, 'api.oauth.get_access_token.credentials.app_error', 'invalid_client: Invalid client credentials.');
};

const known = [
  'users',
  'teams',
  'channels',
  'posts',
  'bots',
  'roles',
  'emoji',
  'oauth/apps',
  'hooks/incoming',
  'hooks/outgoing',
  'commands',
];

/** Mattermost of a rescue service as it comes: an application for people, no page on the API, and metadata since the OAuth provider is on. */
export const mattermost: World = {
  id: 'mattermost',
  kind: 'provider',
  title: 'Mattermost without a word on its API: every page is the application, metadata lists grants for people only',
  target: home,
  dated: '2026-11',
  sources: [
    'mattermost/mattermost: server/channels/web/oauth.go (routes, getAccessToken)',
    'mattermost/mattermost: server/channels/web/handlers.go (AppError, headers)',
    'mattermost/mattermost: server/public/model/oauth_metadata.go (GetDefaultMetadata)',
    'developers.mattermost.com/api-documentation (errors, session tokens)',
  ],
  hosts: {
    'wasserwacht-alzbach.de': {
      routes: {
        'GET /': html(
          200,
          '<!DOCTYPE html><html lang="de"><head><title>Wasserwacht Alzbach</title></head><body><h1>Wasserwacht Alzbach</h1><p>Schwimmkurse, Wachdienst, Eisrettung. Für Helfer: <a href="https://plausch.wasserwacht-alzbach.de/">Plausch</a>.</p></body></html>',
        ),
      },
      otherwise: html(404, '<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>'),
    },
    'plausch.wasserwacht-alzbach.de': {
      headers: { server: 'Caddy' },
      routes: {
        'GET /robots.txt': {
          status: 200,
          headers: { 'content-type': 'text/plain; charset=utf-8' },
          body: 'User-agent: *\nDisallow: /files/\n',
        },
        'GET /.well-known/oauth-authorization-server*': json(
          200,
          metadata(home, {
            authorization_endpoint: `${home}/oauth/authorize`,
            token_endpoint: `${home}/oauth/access_token`,
            response_types_supported: ['code'],
            grant_types_supported: ['authorization_code', 'refresh_token'],
            token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
            code_challenge_methods_supported: ['S256'],
            scopes_supported: ['user'],
          }),
          { ...headers, 'content-type': 'application/json' },
        ),
        'POST /oauth/access_token': token,
        'GET /oauth/authorize': redirect(
          302,
          `${home}/error?type=oauth_invalid_param&message=Invalid%20response%20type.`,
        ),
        'GET /api/v4/system/ping': json(
          200,
          {
            ActiveSearchBackend: 'database',
            AndroidLatestVersion: '',
            AndroidMinVersion: '',
            IosLatestVersion: '',
            IosMinVersion: '',
            status: 'OK',
          },
          { ...headers, 'content-type': 'application/json' },
        ),
        '/api/v4/*': (r) => {
          const path = r.path.replace(/^\/api\/v4\//, '').replace(/\/$/, '');
          return known.some((one) => path === one || path.startsWith(`${one}/`))
            ? refuse()
            : fault(404, 'api.context.404.app_error', 'Sorry, we could not find the page.');
        },
        '/api/*': fault(404, 'api.context.404.app_error', 'Sorry, we could not find the page.'),
        'GET *': root,
      },
      otherwise: { status: 405, headers, body: '' },
    },
  },
  expect: expectation({
    tokenEndpoint: `${home}/oauth/access_token`,
    flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
    outcome: ['scored', 'blocked'],
    signals: {
      'structured-401': ['pass', 'unknown'],
      'bearer-token': ['pass', 'unknown'],
      'client-credentials': 'fail',
      'oauth-discovery': 'pass',
      'self-service-keys': ['fail', 'partial', 'unknown'],
      'token-expiry': ['pass', 'partial', 'unknown'],
      'scope-restriction': [...noCredit, 'partial', 'pass'],
    },
    notJudged: ['browser-only-oauth'],
  }),
  why: {
    target:
      'the application itself; the rescue service answers robots.txt, since the one of the product disallows everything',
    apiBases: 'not judged: no page or document names /api/v4',
    tokenEndpoint: 'metadata',
    authorization_code: 'metadata',
    refresh_token: 'metadata',
    client_credentials:
      'not in the list of grants, and the endpoint calls it a bad grant as it does one that cannot exist',
    outcome: 'metadata is seen, the door of the API may not be',
    'structured-401':
      'a guard: below /api/v4 strangers get 401 JSON with id and message; only who knows the product looks there',
    'bearer-token': 'a guard for the same reason',
    'client-credentials': 'denied by metadata and by the endpoint',
    'oauth-discovery': 'RFC 8414 metadata at its place, issuer as it should be',
    'self-service-keys': 'a guard: applications are made in the product by whoever may',
    'token-expiry': 'a guard: refresh tokens are offered, lifetimes are not told',
    'scope-restriction': 'a guard: one scope is listed, called user; RFC 8414 §2 lets a server list fewer than it has',
    'browser-only-oauth':
      'not judged: what is served knows only grants for people, but the product has tokens for bots of which nothing is served',
  },
};
