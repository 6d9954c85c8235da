/** Work and planning: Notion, Asana, Atlassian, Linear, Airtable, ClickUp, Trello. */
import { aliasOf, bearerChallenge, isBasic, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { mcpSite, metadata, oauthError, registrationEndpoint, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { list, loginForm, notFoundPage, robots, sample, shell, site, stubs } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, type World } from '../../lib/world.ts';

const notion = (() => {
  const docs = site({
    name: 'Notion API',
    nav: [
      ['Guides', 'https://developers.notion.com/docs/getting-started'],
      ['Authorization', 'https://developers.notion.com/docs/authorization'],
      ['Reference', 'https://developers.notion.com/reference/intro'],
      ['MCP', 'https://developers.notion.com/docs/mcp'],
      ['View my integrations', 'https://www.notion.so/profile/integrations'],
    ],
  });
  const page = site({
    name: 'Notion',
    nav: [
      ['Product', 'https://www.notion.com/product'],
      ['Pricing', 'https://www.notion.com/pricing'],
      ['Developers', 'https://developers.notion.com/'],
      ['Log in', 'https://www.notion.so/login'],
    ],
  });
  const invalid = json(401, {
    object: 'error',
    status: 401,
    code: 'unauthorized',
    message: 'API token is invalid.',
    request_id: 'f9d0c2b1-2f7e-4a52',
  });
  const world: World = {
    id: 'notion',
    kind: 'provider',
    title: 'Integration tokens at once; OAuth code whose token endpoint takes JSON with Basic',
    target: 'https://www.notion.com',
    dated: '2026-10',
    sources: ['developers.notion.com/docs/authorization', 'developers.notion.com/reference/errors'],
    hosts: {
      'www.notion.com': {
        routes: {
          'GET /': page('The AI workspace that works for you', '<p>One place for notes, docs and projects.</p>'),
          ...stubs(page, ['/product', '/pricing']),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Notion'),
      },
      'notion.com': aliasOf('https://www.notion.com'),
      'notion.so': aliasOf('https://www.notion.so'),
      'www.notion.so': { routes: { 'GET /': redirect(301, 'https://www.notion.com/'), 'GET *': shell('Notion') } },
      'developers.notion.com': {
        routes: {
          'GET /': redirect(302, '/docs/getting-started'),
          'GET /docs/getting-started': docs(
            'Overview',
            '<p>Connect Notion pages and databases to the tools you use every day.</p>',
          ),
          'GET /reference/intro': docs(
            'Introduction',
            `<p>The base URL to send all API requests is <code>https://api.notion.com</code>. HTTPS is required.</p>${sample("curl 'https://api.notion.com/v1/users' \\\n  -H 'Authorization: Bearer '\"$NOTION_API_KEY\"'' \\\n  -H 'Notion-Version: 2025-09-03'")}`,
          ),
          'GET /docs/authorization': docs(
            'Authorization',
            `<h2>Internal integrations</h2><p>Create an internal integration on the My integrations page. The integration's token (internal integration secret) is on its Configuration tab; share pages with the integration, and choose its capabilities: read content, update content, insert content, comments, user information. The token does not expire; you can refresh it in the settings.</p><h2>Public integrations</h2><p>Public integrations follow the OAuth 2.0 protocol. Send the user to <code>https://api.notion.com/v1/oauth/authorize?client_id=…&amp;response_type=code&amp;owner=user</code>, then create a token:</p>${sample('curl --location --request POST \'https://api.notion.com/v1/oauth/token\' \\\n--header \'Authorization: Basic "$BASE64_ENCODED_ID_AND_SECRET"\' \\\n--header \'Content-Type: application/json\' \\\n--data \'{"grant_type": "authorization_code", "code": "e202e8c9", "redirect_uri": "https://example.com/auth"}\'')}<p>The answer holds an access_token and a refresh_token. Refresh with <code>"grant_type": "refresh_token"</code>.</p>`,
          ),
          'GET /docs/mcp': docs(
            'Notion MCP',
            '<p>Connect your AI tool to <code>https://mcp.notion.com/mcp</code>.</p>',
          ),
          'GET /llms.txt': text(
            200,
            '# Notion Developers\n\n- [Authorization](https://developers.notion.com/docs/authorization.md)\n- [Introduction](https://developers.notion.com/reference/intro.md)\n',
          ),
          'GET /docs/authorization.md': text(
            200,
            '# Authorization\n\nInternal integration token, or OAuth 2.0 at https://api.notion.com/v1/oauth/token\n',
            { 'content-type': 'text/markdown' },
          ),
          'GET /reference/intro.md': text(200, '# Introduction\n\nBase URL https://api.notion.com\n', {
            'content-type': 'text/markdown',
          }),
        },
        otherwise: notFoundPage('Notion API'),
      },
      'api.notion.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /v1/oauth/authorize': redirect(302, 'https://www.notion.so/install-integration'),
          'POST /v1/oauth/token': (request) =>
            request.json === undefined
              ? json(400, { error: 'invalid_request', error_description: 'Error parsing JSON body.', request_id: 'a1' })
              : tokenReply(isBasic(request)),
          '/v1/*': invalid,
        },
        otherwise: json(400, {
          object: 'error',
          status: 400,
          code: 'invalid_request_url',
          message: 'Invalid request URL.',
          request_id: 'b2',
        }),
      },
      'mcp.notion.com': mcpSite('https://mcp.notion.com'),
    },
    expect: expectation({
      apiBases: ['https://api.notion.com'],
      tokenEndpoint: ['https://api.notion.com/v1/oauth/token', 'https://mcp.notion.com/token'],
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': ['absent', 'unknown'],
      },
    }),
    why: {
      'oauth-discovery': 'not judged: only the MCP host publishes metadata',
      'bearer-token': 'documented; same answer to everything',
    },
  };
  return world;
})();
function tokenReply(basic: boolean) {
  return basic
    ? json(401, { error: 'invalid_client', request_id: 'c3' })
    : json(401, { error: 'invalid_client', error_description: 'Missing authorization header.', request_id: 'c3' });
}

const asana = (() => {
  const docs = site({
    name: 'Asana Docs',
    nav: [
      ['Quick start', 'https://developers.asana.com/docs/quick-start'],
      ['Authentication', 'https://developers.asana.com/docs/authentication'],
      ['Personal access token', 'https://developers.asana.com/docs/personal-access-token'],
      ['OAuth', 'https://developers.asana.com/docs/oauth'],
      ['API reference', 'https://developers.asana.com/reference/rest-api-reference'],
    ],
  });
  const page = site({
    name: 'Asana',
    nav: [
      ['Product', 'https://asana.com/product'],
      ['Developers', 'https://developers.asana.com/'],
      ['Log in', 'https://app.asana.com/-/login'],
    ],
  });
  const description = openapi({
    title: 'Asana',
    servers: ['https://app.asana.com/api/1.0'],
    operations: ['get /users/me', 'get /workspaces', 'get /tasks', 'post /tasks'],
    schemes: {
      personalAccessToken: { type: 'http', scheme: 'bearer', description: 'Personal Access Token' },
      oauth2: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: 'https://app.asana.com/-/oauth_authorize',
            tokenUrl: 'https://app.asana.com/-/oauth_token',
            refreshUrl: 'https://app.asana.com/-/oauth_token',
            scopes: {
              default: 'All',
              email: 'E-mail',
              openid: 'OpenID',
              profile: 'Profile',
              'tasks:read': 'Read tasks',
              'tasks:write': 'Write tasks',
            },
          },
        },
      },
    },
    security: [{ personalAccessToken: [] }, { oauth2: [] }],
    documents401: true,
  });
  const world: World = {
    id: 'asana',
    kind: 'provider',
    title: 'Personal access tokens and OAuth code; OpenAPI in the documentation',
    target: 'asana.com',
    dated: '2026-10',
    sources: ['developers.asana.com/docs/authentication', 'github.com/Asana/openapi'],
    hosts: {
      'asana.com': {
        routes: {
          'GET /': page('Manage your team’s work', '<p>Work on big ideas.</p>'),
          'GET /product': page('Product', '<p>Goals.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Asana'),
      },
      'www.asana.com': aliasOf('https://asana.com'),
      'developers.asana.com': {
        routes: {
          'GET /': redirect(302, '/docs/quick-start'),
          'GET /docs/quick-start': docs(
            'Quick start',
            `<p>Generate a personal access token in the developer console and send your first request:</p>${sample('curl --request GET --url https://app.asana.com/api/1.0/users/me -H "Authorization: Bearer ACCESS_TOKEN"')}`,
          ),
          'GET /docs/authentication': docs(
            'Authentication',
            '<p>Personal access tokens (PAT), OAuth, and service accounts (Enterprise). OpenAPI: <a href="https://raw.githubusercontent.com/Asana/openapi/master/defs/asana_oas.yaml">asana_oas.yaml</a></p>',
          ),
          'GET /docs/personal-access-token': docs(
            'Personal access token',
            '<p>You can generate a personal access token yourself in the Asana developer console. Tokens are long-lived: treat them like a password. You can deauthorize a token in the developer console.</p>',
          ),
          'GET /docs/oauth': docs(
            'OAuth',
            `<p>Asana supports the authorization code grant. Authorization endpoint <code>https://app.asana.com/-/oauth_authorize</code>, token endpoint <code>https://app.asana.com/-/oauth_token</code>. Access tokens expire after one hour; exchange the refresh token for a new one (grant_type=refresh_token).</p><p>Scopes: tasks:read, tasks:write, projects:read …</p>`,
          ),
          'GET /reference/rest-api-reference': docs('API reference', '<p>GET /users/me, GET /workspaces</p>'),
          'GET /llms.txt': text(
            200,
            '# Asana\n\n- [Authentication](https://developers.asana.com/docs/authentication.md)\n',
          ),
          'GET /docs/authentication.md': text(200, '# Authentication\n\nPATs and OAuth.\n', {
            'content-type': 'text/markdown',
          }),
        },
        otherwise: notFoundPage('Asana Docs'),
      },
      'app.asana.com': {
        headers: { server: 'nginx' },
        routes: {
          '/api/1.0/*': json(
            401,
            {
              errors: [
                {
                  message: 'Not Authorized',
                  help: 'For more information on API status codes and how to handle them, read the docs on errors: https://developers.asana.com/docs/errors',
                },
              ],
            },
            bearerChallenge('realm="Asana"'),
          ),
          'POST /-/oauth_token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'grant-first',
            unsupported: oauthError(400, 'unsupported_grant_type', 'The grant type is not supported.'),
            unknownClient: oauthError(401, 'invalid_client', 'The client_id provided is not valid.'),
          }),
          'GET /-/oauth_authorize': redirect(302, '/-/login'),
          'GET /-/login': shell('Log in - Asana'),
          'GET /': redirect(302, '/-/login'),
        },
        otherwise: notFoundPage('Asana'),
      },
      'raw.githubusercontent.com': {
        routes: { 'GET /Asana/openapi/master/defs/asana_oas.yaml': text(200, JSON.stringify(description)) },
        otherwise: text(404, '404: Not Found'),
      },
      'mcp.asana.com': mcpSite('https://mcp.asana.com', { path: '/sse' }),
    },
    expect: expectation({
      apiBases: ['https://app.asana.com'],
      tokenEndpoint: ['https://app.asana.com/-/oauth_token', 'https://mcp.asana.com/token'],
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: ['no', 'unknown'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'bearer-token': 'the challenge and the description', 'oauth-discovery': 'not judged: MCP host only' },
  };
  return world;
})();

const atlassian = (() => {
  const docs = site({
    name: 'Atlassian Developer',
    nav: [
      ['Jira Cloud platform', 'https://developer.atlassian.com/cloud/jira/platform/'],
      ['Basic auth', 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/'],
      ['OAuth 2.0 (3LO)', 'https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/'],
      ['REST API v3', 'https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/'],
    ],
  });
  const world: World = {
    id: 'atlassian',
    kind: 'provider',
    title: 'Basic with API tokens per site, 3LO with a JSON token endpoint, client credentials for service accounts',
    target: 'https://www.atlassian.com',
    dated: '2026-10',
    sources: [
      'developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps',
      'support.atlassian.com: service accounts, OAuth 2.0 credentials',
    ],
    hosts: {
      'atlassian.com': aliasOf('https://www.atlassian.com'),
      'www.atlassian.com': {
        routes: {
          'GET /': site({
            name: 'Atlassian',
            nav: [
              ['Jira', 'https://www.atlassian.com/software/jira'],
              ['Developers', 'https://developer.atlassian.com/'],
            ],
          })('Collaboration software', '<p>For teams.</p>'),
          'GET /software/jira': site({ name: 'Atlassian' })('Jira', '<p>Plan.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Atlassian'),
      },
      'developer.atlassian.com': {
        routes: {
          'GET /': docs(
            'Atlassian Developer',
            '<p>Build, extend, automate. <a href="/cloud/jira/platform/">Jira Cloud</a></p>',
          ),
          'GET /cloud/jira/platform/': docs(
            'Jira Cloud platform',
            '<p>Learn how to authenticate: <a href="/cloud/jira/platform/basic-auth-for-rest-apis/">basic auth</a> or <a href="/cloud/jira/platform/oauth-2-3lo-apps/">OAuth 2.0</a>.</p>',
          ),
          'GET /cloud/jira/platform/basic-auth-for-rest-apis/': docs(
            'Basic auth for REST APIs',
            `<p>Create an API token in your Atlassian account, then use it with your e-mail address. API tokens expire after at most one year; you can also create tokens with scopes.</p>${sample('curl -D- -u fred@example.com:freds_api_token -H "Content-Type: application/json" https://your-domain.atlassian.net/rest/api/3/myself')}`,
          ),
          'GET /cloud/jira/platform/oauth-2-3lo-apps/': docs(
            'OAuth 2.0 (3LO) apps',
            `<p>Enable OAuth 2.0 (3LO) for your app in the developer console. Direct the user to <code>https://auth.atlassian.com/authorize?audience=api.atlassian.com&amp;client_id=…&amp;scope=read%3Ajira-work&amp;response_type=code&amp;prompt=consent</code>.</p>${sample(`curl --request POST --url 'https://auth.atlassian.com/oauth/token' \\\n--header 'Content-Type: application/json' \\\n--data '{"grant_type": "authorization_code","client_id": "YOUR_CLIENT_ID","client_secret": "YOUR_CLIENT_SECRET","code": "YOUR_AUTHORIZATION_CODE","redirect_uri": "https://YOUR_APP_CALLBACK_URL"}'`)}${sample(`curl --request GET --url https://api.atlassian.com/oauth/token/accessible-resources --header 'Authorization: Bearer ACCESS_TOKEN'`)}<p>Access tokens expire after one hour. With the offline_access scope you get a rotating refresh token; use <code>"grant_type": "refresh_token"</code>.</p><p>Service accounts use OAuth 2.0 client credentials: an organization admin creates the credential, then <code>{"grant_type": "client_credentials", …}</code> at the same endpoint gives an access token that expires in 60 minutes.</p><p>Scopes: read:jira-work, write:jira-work, manage:jira-project, read:jira-user</p>`,
          ),
          'GET /cloud/jira/platform/rest/v3/intro/': docs(
            'The Jira Cloud platform REST API',
            sample('https://api.atlassian.com/ex/jira/{cloudid}/rest/api/3/issue/DEMO-1', 'text'),
          ),
          'GET /llms.txt': text(
            200,
            '# Atlassian Developer\n\n- [OAuth 2.0 (3LO) apps](https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/)\n',
          ),
        },
        otherwise: notFoundPage('Atlassian Developer'),
      },
      'auth.atlassian.com': {
        routes: {
          'GET /.well-known/openid-configuration': json(
            200,
            metadata('https://auth.atlassian.com/', {
              authorization_endpoint: 'https://auth.atlassian.com/authorize',
              token_endpoint: 'https://auth.atlassian.com/oauth/token',
              device_authorization_endpoint: 'https://auth.atlassian.com/oauth/device/code',
              userinfo_endpoint: 'https://auth.atlassian.com/userinfo',
              jwks_uri: 'https://auth.atlassian.com/.well-known/jwks.json',
              scopes_supported: ['openid', 'profile', 'offline_access', 'email'],
              response_types_supported: ['code', 'token', 'id_token', 'code token'],
              code_challenge_methods_supported: ['S256', 'plain'],
              subject_types_supported: ['public'],
              id_token_signing_alg_values_supported: ['HS256', 'RS256'],
              token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
            }),
          ),
          'GET /.well-known/jwks.json': json(200, { keys: [] }),
          'GET /authorize': redirect(302, 'https://id.atlassian.com/login'),
          'POST /oauth/token': tokenEndpoint({
            grants: [],
            order: 'client-first',
            reads: ['form', 'json'],
            unknownClient: oauthError(401, 'access_denied', 'Unauthorized'),
            noClient: oauthError(403, 'invalid_request', 'Missing required parameter: client_id'),
          }),
        },
        otherwise: text(404, 'Not found'),
      },
      'id.atlassian.com': { routes: { 'GET *': shell('Log in with Atlassian account') } },
      'api.atlassian.com': {
        headers: { server: 'AtlassianEdge' },
        routes: {
          '/oauth/token/accessible-resources': json(401, { code: 401, message: 'Unauthorized' }),
          '/me': json(401, { code: 401, message: 'Unauthorized' }),
          '/ex/*': json(401, { code: 401, message: 'Unauthorized; scope does not match' }),
        },
        otherwise: json(404, {
          timestamp: '2026-11-01T00:00:00Z',
          status: 404,
          error: 'Not Found',
          message: 'No message available',
        }),
      },
      'mcp.atlassian.com': mcpSite('https://mcp.atlassian.com', { path: '/v1/sse' }),
    },
    expect: expectation({
      apiBases: ['https://api.atlassian.com'],
      tokenEndpoint: ['https://auth.atlassian.com/oauth/token'],
      flows: {
        client_credentials: 'yes',
        authorization_code: 'yes',
        refresh_token: 'yes',
        implicit: ['yes', 'no', 'unknown'],
        device_code: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'client-credentials': 'documented; the endpoint answers access_denied to everything (row 7)',
      device_code: 'Auth0 publishes the endpoint whether or not it is used',
    },
  };
  return world;
})();

const linear = (() => {
  const docs = site({
    name: 'Linear Developers',
    nav: [
      ['Getting started', 'https://linear.app/developers/graphql'],
      ['OAuth 2.0', 'https://linear.app/developers/oauth-2-0-authentication'],
      ['SDK', 'https://linear.app/developers/sdk'],
    ],
  });
  const world: World = {
    id: 'linear',
    kind: 'provider',
    title: 'GraphQL; personal API keys without a scheme word, OAuth with client credentials',
    target: 'https://linear.app',
    dated: '2026-10',
    sources: ['linear.app/developers/graphql', 'linear.app/developers/oauth-2-0-authentication'],
    hosts: {
      'linear.app': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': site({
            name: 'Linear',
            nav: [
              ['Product', 'https://linear.app/features'],
              ['Pricing', 'https://linear.app/pricing'],
              ['Docs', 'https://linear.app/docs'],
              ['Developers', 'https://linear.app/developers'],
              ['Log in', 'https://linear.app/login'],
            ],
          })('Plan and build products', '<p>Purpose-built.</p>'),
          ...stubs(site({ name: 'Linear' }), ['/features', '/pricing', '/docs']),
          'GET /login': shell('Linear'),
          'GET /developers': docs(
            'Linear Developers',
            '<p>Build on Linear with our <a href="/developers/graphql">GraphQL API</a>.</p>',
          ),
          'GET /developers/graphql': docs(
            'Getting started',
            `<p>Linear's public API is built using GraphQL. The endpoint is <code>https://api.linear.app/graphql</code>.</p><h2>Personal API keys</h2><p>Create a personal API key under Settings &gt; Security &amp; access. You can restrict a key to permissions (Read, Write, Create issues …) and teams.</p>${sample(`curl -X POST -H "Content-Type: application/json" -H "Authorization: <API_KEY>" --data '{ "query": "{ issues { nodes { id title } } }" }' https://api.linear.app/graphql`)}<p>OAuth tokens go into <code>Authorization: Bearer &lt;ACCESS_TOKEN&gt;</code>.</p>`,
          ),
          'GET /developers/oauth-2-0-authentication': docs(
            'OAuth 2.0 authentication',
            `<p>Create an OAuth2 application in Linear. Redirect users to <code>https://linear.app/oauth/authorize</code> (response_type=code), then exchange the code:</p>${sample('POST https://api.linear.app/oauth/token\nContent-Type: application/x-www-form-urlencoded\n\ncode=…&redirect_uri=…&client_id=…&client_secret=…&grant_type=authorization_code', 'http')}<p>Access tokens are valid for 24 hours and come with a refresh token.</p><h2>Client credentials tokens</h2><p>Server-to-server: enable client credentials tokens for the application, then POST to <code>https://api.linear.app/oauth/token</code> with <code>grant_type=client_credentials</code> and <code>scope=read,write</code>. The token is valid for 30 days; there is no refresh token, request a new one when you get a 401.</p><p>Scopes: read, write, issues:create, comments:create, timeSchedule:write, admin</p>`,
          ),
          'GET /developers/sdk': docs('SDK', '<p>npm install @linear/sdk</p>'),
          'GET /oauth/authorize': redirect(302, 'https://linear.app/login'),
          'GET /robots.txt': robots(),
          'GET /llms.txt': text(
            200,
            '# Linear\n\n- [GraphQL](https://linear.app/developers/graphql.md)\n- [OAuth](https://linear.app/developers/oauth-2-0-authentication.md)\n',
          ),
          'GET /developers/:page.md': text(
            200,
            '# Linear developers\n\nGraphQL at https://api.linear.app/graphql; OAuth token endpoint https://api.linear.app/oauth/token.\n',
            { 'content-type': 'text/markdown' },
          ),
        },
        otherwise: shell('Linear', { status: 404 }),
      },
      'www.linear.app': aliasOf('https://linear.app'),
      'developers.linear.app': aliasOf('https://linear.app'),
      'api.linear.app': {
        routes: {
          '/graphql': (request) =>
            request.method === 'GET' && !request.query.has('query')
              ? json(400, {
                  errors: [
                    {
                      message: 'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
                      extensions: { code: 'BAD_REQUEST' },
                    },
                  ],
                })
              : json(401, {
                  errors: [
                    {
                      message: 'Authentication required, not authenticated',
                      extensions: {
                        type: 'authentication error',
                        code: 'AUTHENTICATION_ERROR',
                        statusCode: 401,
                        userError: true,
                        userPresentableMessage: 'You need to authenticate to access this operation.',
                        http: { status: 401 },
                      },
                    },
                  ],
                }),
          'POST /oauth/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token', 'client_credentials'],
            order: 'grant-first',
            unsupported: oauthError(400, 'unsupported_grant_type', 'Unsupported grant type'),
            unknownClient: oauthError(400, 'invalid_client', 'Invalid client'),
          }),
        },
        otherwise: json(404, { error: 'Not found' }),
      },
      'mcp.linear.app': mcpSite('https://mcp.linear.app'),
    },
    expect: expectation({
      apiBases: ['https://api.linear.app'],
      tokenEndpoint: ['https://api.linear.app/oauth/token', 'https://mcp.linear.app/token'],
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'self-service-keys': 'pass',
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'structured-401': 'extensions.code', 'oauth-discovery': 'not judged: MCP host only' },
  };
  return world;
})();

const airtable = (() => {
  const docs = site({
    name: 'Airtable Web API',
    nav: [
      ['Introduction', 'https://airtable.com/developers/web/api/introduction'],
      ['Authentication', 'https://airtable.com/developers/web/api/authentication'],
      ['Scopes', 'https://airtable.com/developers/web/api/scopes'],
      ['OAuth reference', 'https://airtable.com/developers/web/api/oauth-reference'],
      ['Personal access tokens', 'https://airtable.com/developers/web/guides/personal-access-tokens'],
    ],
  });
  const world: World = {
    id: 'airtable',
    kind: 'provider',
    title: 'Personal access tokens with scopes, OAuth code + PKCE',
    target: 'https://www.airtable.com',
    dated: '2026-10',
    sources: ['airtable.com/developers/web/api/authentication'],
    hosts: {
      'www.airtable.com': {
        routes: {
          'GET /': site({
            name: 'Airtable',
            nav: [
              ['Platform', 'https://www.airtable.com/platform'],
              ['Pricing', 'https://www.airtable.com/pricing'],
              ['Developers', 'https://airtable.com/developers'],
              ['Sign in', 'https://airtable.com/login'],
            ],
          })('Digital operations for the AI era', '<p>Build apps.</p>'),
          ...stubs(site({ name: 'Airtable' }), ['/platform', '/pricing']),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Airtable'),
      },
      'airtable.com': {
        routes: {
          'GET /': redirect(302, 'https://www.airtable.com/'),
          'GET /login': shell('Sign in - Airtable'),
          'GET /developers': docs(
            'Airtable developers',
            '<p><a href="/developers/web/api/introduction">Web API</a></p>',
          ),
          'GET /developers/web/api/introduction': docs(
            'Introduction',
            '<p>The Airtable Web API follows REST conventions. Root URL: <code>https://api.airtable.com/v0</code></p>',
          ),
          'GET /developers/web/api/authentication': docs(
            'Authentication',
            `<p>The API uses token-based authentication. Airtable has three types of tokens: personal access tokens, OAuth access tokens and service account tokens. Send them in the HTTP authorization bearer token header.</p>${sample('curl https://api.airtable.com/v0/YOUR_BASE_ID/YOUR_TABLE_ID_OR_NAME \\\n-H "Authorization: Bearer YOUR_TOKEN"')}<p>API keys have been deprecated since February 2024 and can no longer be used.</p>`,
          ),
          'GET /developers/web/guides/personal-access-tokens': docs(
            'Personal access tokens',
            '<p>Create tokens at /create/tokens: give the token a name, add scopes and bases, and click Create token. The token is shown once. Tokens do not expire; regenerate or delete them any time.</p>',
          ),
          'GET /developers/web/api/scopes': docs(
            'Scopes',
            list(['data.records:read', 'data.records:write', 'schema.bases:read', 'webhook:manage']),
          ),
          'GET /developers/web/api/oauth-reference': docs(
            'OAuth reference',
            `<p>GET <code>https://airtable.com/oauth2/v1/authorize</code> with code_challenge (required), then POST <code>https://airtable.com/oauth2/v1/token</code> with <code>grant_type=authorization_code</code>. The access token expires in 60 minutes, the refresh token in 60 days: <code>grant_type=refresh_token</code>.</p>`,
          ),
          'GET /oauth2/v1/authorize': redirect(302, '/login'),
          'POST /oauth2/v1/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'grant-first',
            unsupported: oauthError(400, 'unsupported_grant_type'),
            unknownClient: oauthError(401, 'invalid_client'),
          }),
          'GET /llms.txt': text(404, 'Not found'),
        },
        otherwise: shell('Airtable', { status: 404 }),
      },
      'api.airtable.com': {
        headers: { server: 'nginx' },
        routes: {
          '/v0/*': (request) =>
            json(401, {
              error: {
                type: 'AUTHENTICATION_REQUIRED',
                message: isBearer(request) ? 'Invalid authentication token' : 'Authentication required',
              },
            }),
        },
        otherwise: json(404, { error: 'NOT_FOUND' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.airtable.com'],
      tokenEndpoint: 'https://airtable.com/oauth2/v1/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': 'fail',
        'self-service-keys': 'pass',
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { client_credentials: 'unsupported_grant_type for it as for a grant that cannot exist' },
  };
  return world;
})();

const clickup = (() => {
  const docs = site({
    name: 'ClickUp Developer',
    nav: [
      ['Introduction', 'https://developer.clickup.com/docs/index'],
      ['Authentication', 'https://developer.clickup.com/docs/authentication'],
      ['Reference', 'https://developer.clickup.com/reference/getauthorizeduser'],
    ],
  });
  const world: World = {
    id: 'clickup',
    kind: 'provider',
    title: 'Personal token without a scheme word; 400 instead of 401 without one',
    target: 'https://clickup.com',
    dated: '2026-10',
    sources: ['developer.clickup.com/docs/authentication'],
    hosts: {
      'clickup.com': {
        routes: {
          'GET /': site({
            name: 'ClickUp',
            nav: [
              ['Product', 'https://clickup.com/features'],
              ['API', 'https://clickup.com/api'],
              ['Log in', 'https://app.clickup.com/login'],
            ],
          })('One app to replace them all', '<p>Save a day.</p>'),
          'GET /features': site({ name: 'ClickUp' })('Features', '<p>Tasks.</p>'),
          'GET /api': redirect(302, 'https://developer.clickup.com/'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('ClickUp'),
      },
      'www.clickup.com': aliasOf('https://clickup.com'),
      'app.clickup.com': { routes: { 'GET *': shell('ClickUp') } },
      'developer.clickup.com': {
        routes: {
          'GET /': redirect(302, '/docs/index'),
          'GET /docs/index': docs(
            'Introduction',
            '<p>API v2 lives at <code>https://api.clickup.com/api/v2</code>.</p>',
          ),
          'GET /reference/getauthorizeduser': docs(
            'Get Authorized User',
            sample(
              "curl --request GET --url https://api.clickup.com/api/v2/user --header 'Authorization: YOUR_API_KEY_HERE'",
            ),
          ),
          'GET /docs/authentication': docs(
            'Authentication',
            `<h2>Personal token</h2><p>In ClickUp, open Settings, go to Apps and click Generate under API Token. Personal tokens begin with <code>pk_</code> and never expire.</p>${sample("curl -i -X GET https://api.clickup.com/api/v2/user -H 'Authorization: {personal_token}'")}<h2>OAuth flow</h2><p>Use the authorization code grant type. Authorization URL <code>https://app.clickup.com/api</code>, access token URL <code>https://api.clickup.com/api/v2/oauth/token</code>. Send <code>Authorization: Bearer {access_token}</code>. The access token currently does not expire.</p>`,
          ),
          'GET /llms.txt': text(
            200,
            '# ClickUp\n\n- [Authentication](https://developer.clickup.com/docs/authentication.md)\n',
          ),
          'GET /docs/authentication.md': text(
            200,
            '# Authentication\n\n`Authorization: {personal_token}` or OAuth.\n',
            { 'content-type': 'text/markdown' },
          ),
        },
        otherwise: notFoundPage('ClickUp Developer'),
      },
      'api.clickup.com': {
        routes: {
          'POST /api/v2/oauth/token': json(401, { err: 'Client not found', ECODE: 'OAUTH_010' }),
          '/api/v2/*': (request) =>
            request.headers['authorization']
              ? json(401, { err: 'Token invalid', ECODE: 'OAUTH_025' })
              : json(400, { err: 'Authorization header required', ECODE: 'OAUTH_017' }),
        },
        otherwise: json(404, { err: 'Route not found', ECODE: 'APP_001' }),
      },
      'mcp.clickup.com': mcpSite('https://mcp.clickup.com', { extra: { 'POST /register': registrationEndpoint } }),
    },
    expect: expectation({
      apiBases: ['https://api.clickup.com'],
      tokenEndpoint: ['https://api.clickup.com/api/v2/oauth/token', 'https://mcp.clickup.com/token'],
      flows: { authorization_code: 'yes', refresh_token: ['yes', 'no', 'unknown'] },
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['partial', 'n/a', 'pass'],
        'scope-restriction': ['fail', 'unknown', 'n/a'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'structured-401': '400 without a token; 401 only with a bad one',
      'bearer-token': 'OAuth tokens as Bearer, personal tokens bare',
    },
  };
  return world;
})();

const trello = (() => {
  const docs = site({
    name: 'Trello | Atlassian Developer',
    nav: [
      ['REST API', 'https://developer.atlassian.com/cloud/trello/rest/'],
      ['Introduction', 'https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/'],
      ['Authorization', 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/'],
    ],
  });
  const world: World = {
    id: 'trello',
    kind: 'provider',
    title: 'Key and token in the query (or an OAuth 1.0 header); plain text 401',
    target: 'https://trello.com',
    dated: '2026-10',
    sources: ['developer.atlassian.com/cloud/trello/guides/rest-api/authorization'],
    hosts: {
      'trello.com': {
        routes: {
          'GET /': site({
            name: 'Trello',
            nav: [
              ['Features', 'https://trello.com/tour'],
              ['Log in', 'https://trello.com/login'],
            ],
            footer: [
              ['Developers', 'https://developer.atlassian.com/cloud/trello/'],
              ['Jobs', 'https://trello.com/jobs'],
            ],
          })('Capture, organize and tackle your to-dos', '<p>From anywhere.</p>'),
          ...stubs(site({ name: 'Trello' }), ['/tour', '/jobs']),
          'GET /login': site({ name: 'Trello' })('Log in', loginForm()),
          'GET /1/authorize': site({ name: 'Trello' })('Invalid key', '<p>App not found</p>'),
          'GET /power-ups/admin': redirect(302, '/login'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Trello'),
      },
      'www.trello.com': aliasOf('https://trello.com'),
      'developer.atlassian.com': {
        routes: {
          'GET /': redirect(302, '/cloud/trello/'),
          'GET /cloud/trello/': docs('Trello', '<p>Build with the <a href="/cloud/trello/rest/">REST API</a>.</p>'),
          'GET /cloud/trello/rest/': docs(
            'The Trello REST API',
            sample("curl 'https://api.trello.com/1/members/me/boards?key={yourKey}&token={yourToken}'"),
          ),
          'GET /cloud/trello/guides/rest-api/api-introduction/': docs(
            'API introduction',
            `<p>To get started, create a Power-Up at <code>https://trello.com/power-ups/admin</code> and generate a new API key. Then generate a token from the same page.</p>${sample('https://api.trello.com/1/members/me/?key={yourAPIKey}&token={yourAPIToken}', 'text')}`,
          ),
          'GET /cloud/trello/guides/rest-api/authorization/': docs(
            'Authorization',
            `<p>Trello's API uses token-based authentication. Users grant a token through the authorize page:</p>${sample('https://trello.com/1/authorize?expiration=never&scope=read,write&response_type=token&key={YourAPIKey}', 'text')}<p>expiration: 1hour, 1day, 30days, never. scope: read, write, account. Pass key and token as query parameters, or in the header <code>Authorization: OAuth oauth_consumer_key="{{apiKey}}", oauth_token="{{apiToken}}"</code>. Tokens can be revoked by DELETE /1/tokens/{token}.</p>`,
          ),
        },
        otherwise: notFoundPage('Atlassian Developer'),
      },
      'api.trello.com': {
        headers: { server: 'AtlassianEdge' },
        routes: {
          '/1/*': (request) =>
            request.query.has('key') ? text(401, 'invalid key') : text(401, 'unauthorized permission requested'),
          'GET /1': text(200, '{"about":"API"}'),
        },
        otherwise: text(404, 'Cannot GET'),
      },
    },
    expect: expectation({
      apiBases: ['https://api.trello.com'],
      tokenEndpoint: null,
      flows: { implicit: ['yes', 'no', 'unknown'], authorization_code: ['no', 'unknown'] },
      signals: {
        'structured-401': 'partial',
        'bearer-token': ['fail', 'partial'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': ['absent', 'unknown'] },
    }),
    why: {
      'structured-401': '401 with text',
      implicit: 'the authorize page is a token flow of its own',
      'bearer-token': 'query, or Authorization with the word OAuth',
      'token-expiry': 'not judged: chosen by the user',
    },
  };
  return world;
})();

export const workWorlds: readonly World[] = [notion, asana, atlassian, linear, airtable, clickup, trello];
