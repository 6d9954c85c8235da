import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBearer, json, redirect } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';

const learn = 'https://learn.microsoft.com';
const docs = `${learn}/en-us/linkedin`;
const www = 'https://www.linkedin.com';
const api = 'https://api.linkedin.com';

const tree: readonly (readonly [string, string])[] = [
  ['Getting access', '/en-us/linkedin/shared/authentication/getting-access'],
  ['Authentication overview', '/en-us/linkedin/shared/authentication/authentication'],
  ['Authorization code flow', '/en-us/linkedin/shared/authentication/authorization-code-flow'],
  ['Client credentials flow', '/en-us/linkedin/shared/authentication/client-credentials-flow'],
  ['Programmatic refresh tokens', '/en-us/linkedin/shared/authentication/programmatic-refresh-tokens'],
  ['Error handling', '/en-us/linkedin/shared/api-guide/concepts/error-handling'],
  ['Rate limits', '/en-us/linkedin/shared/api-guide/concepts/rate-limits'],
  [
    'Sign in with LinkedIn using OpenID Connect',
    '/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2',
  ],
  ['Marketing quick start', '/en-us/linkedin/marketing/quick-start'],
  ['Ad accounts', '/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-accounts'],
  ['Learning', '/en-us/linkedin/learning/getting-started/request-access'],
];
/** Every page of this publisher starts with a note on authorization that concerns the page itself, and means nothing. */
const article = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html class="hasSidebar" lang="en-us" dir="ltr"><head><meta charset="utf-8"><title>${title} - LinkedIn | Microsoft Learn</title><meta name="ms.service" content="linkedin"><meta name="ms.author" content="unspecified"><link rel="stylesheet" href="/static/assets/0.4.03/styles/site-ltr.css"></head><body><div class="header-holder"><a href="https://www.microsoft.com">Microsoft</a><a href="/en-us/">Learn</a><a href="/en-us/linkedin/">LinkedIn API Documentation</a><button>Sign in</button></div><nav id="affixed-left-container"><ul class="tree">${tree.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></nav><main id="main"><div class="alert is-info"><p class="alert-title">Note</p><p>Access to this page requires authorization. You can try signing in or changing directories.</p></div><h1>${title}</h1><div class="content">${body}</div><section class="feedback"><p>Was this page helpful? Yes No</p></section><p>Last updated on 10/14/2026</p></main><footer><a href="/en-us/previous-versions/">Previous versions</a><a href="https://go.microsoft.com/fwlink/?LinkId=521839">Privacy</a></footer></body></html>`,
  );
const front = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | LinkedIn Developers</title><link rel="stylesheet" href="/etc.clientlibs/site.min.css"></head><body><header><a href="/">LinkedIn Developers</a><nav><ul><li><a href="/product-catalog">Products</a><ul><li><a href="/product-catalog/consumer">Consumer</a></li><li><a href="/product-catalog/marketing">Marketing</a></li><li><a href="/product-catalog/talent">Talent</a></li><li><a href="/product-catalog/learning">Learning</a></li></ul></li><li><a href="${docs}/">Docs and tools</a></li><li><a href="/support">Resources</a></li><li><a href="https://www.linkedin.com/developers/apps">My apps</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="https://legal.linkedin.com/api-terms-of-use">API terms of use</a><a href="https://www.linkedin-apistatus.com">API status</a><p>LinkedIn © 2026</p></footer></body></html>`,
  );

const fault = (serviceErrorCode: number, code: string, message: string): Answer =>
  json(
    401,
    { status: 401, serviceErrorCode, code, message },
    { 'x-li-fabric': 'prod-lor1', 'x-restli-protocol-version': '1.0.0', 'x-li-proto': 'http/2' },
  );
const refuse: Reply = (r: Incoming) =>
  isBearer(r)
    ? fault(65600, 'INVALID_ACCESS_TOKEN', 'Invalid access token')
    : fault(65604, 'EMPTY_ACCESS_TOKEN', 'Empty oauth2 access token');
/** The site of members has a status of its own for programs. */
const wall: Answer = {
  status: 999,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<html><head><script type="text/javascript">window.onload = function() { var trkCode = "bf"; window.location.href = "https://" + document.location.host + "/authwall?trk=" + trkCode; };</script></head></html>',
};

/** A network of professionals: advertising after an application form, codes of members, machine tokens for a few products. */
export const linkedin: World = {
  id: 'linkedin',
  kind: 'provider',
  title:
    'Professional network: advertising API after review, manual at another firm’s host, robots kept out of the token host',
  target: 'developer.linkedin.com',
  dated: '2026-11',
  sources: [
    'learn.microsoft.com/en-us/linkedin/shared/authentication/getting-access',
    'learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow',
    'learn.microsoft.com/linkedin/shared/authentication/client-credentials-flow',
    'learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens',
    'learn.microsoft.com/en-us/linkedin/marketing/quick-start',
    'www.linkedin.com/robots.txt; the status 999',
  ],
  hosts: {
    'linkedin.com': aliasOf(www),
    'developer.linkedin.com': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nAllow: /\n'),
        'GET /': front(
          'Grow with the world’s largest professional network',
          `<p>Enrich your product with LinkedIn.</p><a href="https://www.linkedin.com/developers/apps/new">Create app</a><h2>Our solutions</h2><ul><li><a href="/product-catalog/marketing">Marketing</a>: run campaigns, manage pages, sync leads</li><li><a href="/product-catalog/talent">Talent</a>: post jobs, apply with LinkedIn</li><li><a href="/product-catalog/consumer">Consumer</a>: sign in, share</li></ul><p><a href="${docs}/shared/authentication/getting-access">How to get access</a></p>`,
        ),
        'GET /product-catalog': front(
          'Product catalog',
          '<p>Choose a business line.</p><a href="/product-catalog/consumer">Consumer</a> <a href="/product-catalog/marketing">Marketing</a> <a href="/product-catalog/talent">Talent</a> <a href="/product-catalog/learning">Learning</a>',
        ),
        'GET /product-catalog/consumer': front(
          'Consumer',
          `<h2>Sign in with LinkedIn using OpenID Connect</h2><p>Self-serve. <a href="${docs}/consumer/integrations/self-serve/sign-in-with-linkedin-v2">View docs</a></p><h2>Share on LinkedIn</h2><p>Self-serve.</p>`,
        ),
        'GET /product-catalog/marketing': front(
          'Marketing',
          `<h2>Advertising API</h2><p>Create, manage and report on campaigns at scale. Request access on the Products tab of your app; we review your use case. <a href="${docs}/marketing/quick-start">View docs</a></p><h2>Lead Sync API</h2><p>By request.</p><h2>Community Management API</h2><p>By request, for registered legal entities.</p>`,
        ),
        'GET /product-catalog/talent': front(
          'Talent',
          '<p>Talent solutions are for partners. Apply to become one.</p>',
        ),
        'GET /product-catalog/learning': front(
          'Learning',
          `<p>For customers of LinkedIn Learning. <a href="${docs}/learning/getting-started/request-access">View docs</a></p>`,
        ),
        'GET /support': front(
          'Resources',
          '<p>Support tickets are for approved partners. Others ask on Stack Overflow.</p>',
        ),
      },
    },
    'learn.microsoft.com': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /en-us/search/\n'),
        'GET /en-us': html(
          200,
          '<!DOCTYPE html><html><head><title>Microsoft Learn</title></head><body><h1>Learn</h1></body></html>',
        ),
        'GET /en-us/previous-versions': html(
          200,
          '<!DOCTYPE html><html><body><h1>Previous versions</h1></body></html>',
        ),
        'GET /en-us/linkedin': article(
          'LinkedIn API Documentation',
          `<p>Browse documentation of LinkedIn products: Consumer, Compliance, Learning, Marketing, Sales, Talent.</p>`,
        ),
        'GET /en-us/linkedin/shared/authentication/getting-access': article(
          'Getting Access to LinkedIn APIs',
          `<p>The LinkedIn API uses OAuth 2.0 for user authorization and API authentication. Applications must be authorized and authenticated before they can fetch data from LinkedIn or get access to member data. Most permissions and partner programs require explicit approval from LinkedIn. Open Permissions are the only permissions that are available to all developers without special approval.</p><h2>Open Permissions (Consumer)</h2><p>The following permissions are available to all developers, and may be added via self-service through the LinkedIn Developer Portal, under the Products tab on your application page.</p>${table(
            [
              ['Product/Program', 'Permission', 'Description'],
              [
                'Sign in with LinkedIn using OpenID Connect',
                '<code>profile</code>',
                'Member Auth: name, headline, photo',
              ],
              ['Share on LinkedIn', '<code>w_member_social</code>', 'Member Auth: post, comment and like posts'],
            ],
          )}<h2>Marketing</h2>${table([
            ['Advertising API', '<code>rw_ads</code>', 'Member Auth: manage and read ad accounts'],
            ['Advertising API', '<code>r_ads_reporting</code>', 'Member Auth: reporting'],
            ['Community Management', '<code>w_organization_social</code>', 'Member Auth'],
          ])}<h2>Compliance, Sales, Talent</h2><p>Partnership programs. LinkedIn reserves the right to approve at its discretion.</p>`,
        ),
        'GET /en-us/linkedin/shared/authentication/authentication': article(
          'Authenticating with OAuth 2.0 Overview',
          `<p>LinkedIn relies on the industry standard OAuth 2.0 protocol for granting access.</p><h2>Two types</h2><ul><li><a href="${docs}/shared/authentication/authorization-code-flow">Member authorization (3-legged)</a></li><li><a href="${docs}/shared/authentication/client-credentials-flow">Application authorization (2-legged)</a></li></ul><p>Make API calls with the token in the header:</p>${sample(`curl -X GET '${api}/v2/me' -H 'Authorization: Bearer {INSERT_TOKEN}'`)}`,
        ),
        'GET /en-us/linkedin/shared/authentication/authorization-code-flow': article(
          'Authorization Code Flow (3-legged OAuth)',
          `<p>The Authorization Code Flow is used for applications to request permission from a LinkedIn member to access their account data. This approval process ensures that LinkedIn members are aware of what level of detail an application may access.</p><h2>Step 1: Configure Your Application</h2><p>In the Auth tab you find Client ID and Client Secret.</p><h2>Step 2: Request an Authorization Code</h2>${sample(`GET ${www}/oauth/v2/authorization`, 'http')}<h2>Step 3: Exchange Authorization Code for an Access Token</h2>${sample(`POST ${www}/oauth/v2/accessToken\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code={authorization_code_from_step2_response}&client_id={your_client_id}&client_secret={your_client_secret}&redirect_uri={your_callback_url}`, 'http')}${sample('{\n  "access_token": "AQUvlL_DYEzvT2wz1QJiEPeLioeA",\n  "expires_in": 5184000,\n  "scope": "r_basicprofile"\n}', 'json')}<p>Currently, all access tokens are issued with a 60-day lifespan.</p><h2>Step 4: Make Authenticated Requests</h2>${sample('GET /v2/me HTTP/1.1\nHost: api.linkedin.com\nConnection: Keep-Alive\nAuthorization: Bearer {access_token}', 'http')}<h2>Step 5: Refresh Access Token</h2><p>To protect our members' data, LinkedIn does not generate long-lived access tokens. Make sure your application refreshes access tokens before they expire, to avoid unnecessarily sending your application's users through the authorization process again. If the member is still logged in and the token has not expired, going through the flow again shows no screen. Programmatic refresh tokens are available for a limited set of partners.</p>`,
        ),
        'GET /en-us/linkedin/shared/authentication/client-credentials-flow': article(
          'Client Credential Flow (2-legged OAuth)',
          `<p>If your application needs to access APIs that are not member specific, use the Client Credential Flow. Your application cannot access these APIs by default.</p><div class="alert is-important"><p>2-legged OAuth authentication is not available for Marketing APIs</p></div><h2>Step 2: Generate an Access Token</h2>${sample(`POST ${www}/oauth/v2/accessToken HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id={your_client_id}&client_secret={your_client_secret}`, 'http')}<p>A successful request returns <code>access_token</code> and <code>expires_in</code>, 1800 seconds.</p><p>If your application is not allowed: <code>{"error":"access_denied","error_description":"This application is not allowed to create application tokens"}</code></p>`,
        ),
        'GET /en-us/linkedin/shared/authentication/programmatic-refresh-tokens': article(
          'Refresh Tokens with OAuth 2.0',
          `<p>LinkedIn supports programmatic refresh tokens for all approved Marketing Developer Platform (MDP) partners.</p><p>By default, access tokens are valid for 60 days and programmatic refresh tokens are valid for a year. The member must reauthorize your application when refresh tokens expire.</p>${sample(`POST ${www}/oauth/v2/accessToken\n\ngrant_type=refresh_token&refresh_token={refresh_token}&client_id={client_id}&client_secret={client_secret}`, 'http')}`,
        ),
        'GET /en-us/linkedin/shared/api-guide/concepts/error-handling': article(
          'Error Handling',
          `${sample('{\n  "message": "Empty oauth2_access_token",\n  "serviceErrorCode": 401,\n  "status": 401\n}', 'json')}${table(
            [
              ['65600', 'Invalid access token'],
              ['65601', 'The token used in the request has been revoked by the user'],
              ['65604', 'Empty oauth2 access token'],
            ],
          )}`,
        ),
        'GET /en-us/linkedin/shared/api-guide/concepts/rate-limits': article(
          'API Rate Limiting',
          '<p>Application and member limits reset at midnight UTC. See the Analytics tab.</p>',
        ),
        'GET /en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2': article(
          'Sign In with LinkedIn using OpenID Connect',
          `<p>Add the product in the Products tab; no review is needed. Discovery document: <code>${www}/oauth/.well-known/openid-configuration</code>.</p>${sample(`curl -X GET '${api}/v2/userinfo' -H 'Authorization: Bearer {access_token}'`)}`,
        ),
        'GET /en-us/linkedin/marketing/quick-start': article(
          'Quick Start',
          `<div class="alert is-warning"><p>Deprecation Notice: The Marketing Version 202510 has been sunset.</p></div><h2>Step 1: Apply for API Access</h2><ol><li>Create a LinkedIn Page.</li><li>Create a developer application in the Developer Portal. A super admin of the page verifies it.</li><li>Review our API and data restrictions to ensure your use case is supported and your application is not rejected due to a restricted use case.</li><li>Apply to the desired API under the Products tab of your app.</li><li>Complete the access form. Development tier requests are answered within some days; you are told by email.</li></ol><h2>Step 2: Get Started with the Advertising API</h2><p>Generate an access token with the Token Generator of the portal for tests.</p>${sample(`curl -X GET '${api}/rest/adAccounts?q=search' \\\n-H 'Authorization: Bearer {ACCESS_TOKEN}' \\\n-H 'LinkedIn-Version: 202610' \\\n-H 'X-Restli-Protocol-Version: 2.0.0'`)}`,
        ),
        'GET /en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-accounts': article(
          'Create and Manage Ad Accounts',
          sample(`GET ${api}/rest/adAccounts/{adAccountID}`, 'http'),
        ),
        'GET /en-us/linkedin/learning/getting-started/request-access': article(
          'Request access',
          '<p>Administrators of LinkedIn Learning create keys under Integrations in the admin console: Access content and reports via API, Add application. The application is enabled at once.</p>',
        ),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html><head><title>404 - Page not found | Microsoft Learn</title></head><body><h1>404 - Page not found</h1></body></html>',
      ),
    },
    'www.linkedin.com': {
      routes: {
        'GET /robots.txt': robots(
          '# Notice: The use of robots or other automated means to access LinkedIn without\n# the express permission of LinkedIn is strictly prohibited.\n# See https://www.linkedin.com/legal/user-agreement.\n\nUser-agent: Googlebot\nDisallow: /addContacts*\nDisallow: /search*\n\nUser-agent: *\nDisallow: /\n',
        ),
        'GET /developers/apps': redirect(303, '/uas/login?session_redirect=%2Fdevelopers%2Fapps'),
        'GET /developers/apps/new': redirect(303, '/uas/login?session_redirect=%2Fdevelopers%2Fapps%2Fnew'),
        'GET /uas/login': shell('LinkedIn Login, Sign in | LinkedIn'),
        'GET /oauth/.well-known/openid-configuration': json(200, {
          issuer: `${www}/oauth`,
          authorization_endpoint: `${www}/oauth/v2/authorization`,
          token_endpoint: `${www}/oauth/v2/accessToken`,
          userinfo_endpoint: `${api}/v2/userinfo`,
          jwks_uri: `${www}/oauth/openid/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['pairwise'],
          id_token_signing_alg_values_supported: ['RS256'],
          scopes_supported: ['openid', 'profile', 'email'],
          claims_supported: [
            'iss',
            'aud',
            'iat',
            'exp',
            'sub',
            'name',
            'given_name',
            'family_name',
            'picture',
            'email',
            'email_verified',
            'locale',
          ],
        }),
        'POST /oauth/v2/accessToken': oauthError(401, 'invalid_client', 'Client authentication failed'),
      },
      otherwise: wall,
    },
    'api.linkedin.com': {
      headers: { 'x-li-pop': 'prod-lor1-x' },
      routes: { '/v2/*': refuse, '/rest/*': refuse },
      otherwise: json(404, { status: 404, code: 'NOT_FOUND', message: 'Resource not found' }),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: `${www}/oauth/v2/accessToken`,
    flows: { authorization_code: 'yes', refresh_token: ['yes', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'oauth-discovery': ['pass', 'partial', 'unknown'],
      'self-service-keys': ['fail', 'partial'],
      'token-expiry': ['partial', 'pass', 'fail'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'session-cookie-only': 'absent',
      'manual-key-approval': ['present', 'unknown'],
    },
    notJudged: ['client_credentials', 'browser-only-oauth', 'token-rotation-without-refresh'],
  }),
  why: {
    target: 'the developers’ site; the manual stands at the parent company, each page under a note that means nothing',
    apiBases: 'every sample',
    tokenEndpoint: 'the pages on both flows',
    authorization_code: 'the flow of the manual',
    refresh_token: 'for approved partners only; “no” is wrong',
    client_credentials: 'not judged: a page of its own, but not by default and not for the Marketing APIs',
    outcome: 'me and ad accounts refuse strangers with 401',
    'structured-401': '401 JSON with code and serviceErrorCode',
    'bearer-token': 'samples; EMPTY_ACCESS_TOKEN without, INVALID_ACCESS_TOKEN with a wrong one',
    'oauth-discovery':
      'valid OIDC metadata, named in the manual, at a host whose robots.txt keeps robots out; “none” is wrong',
    'self-service-keys': 'two products at once, all others after an application; a page must verify the app',
    'token-expiry': '60 days, renewed by a program only for approved partners',
    'scope-restriction': 'permissions by product',
    'manual-key-approval': '“Most permissions and partner programs require explicit approval”; “absent” is wrong',
    'browser-only-oauth': 'not judged: so it is for most products, and machine tokens exist for a few',
    'token-rotation-without-refresh': 'not judged: it depends on the product',
    'session-cookie-only': 'bearer tokens',
  },
};
