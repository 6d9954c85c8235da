/** Selling and serving: HubSpot, Salesforce, Zendesk, Shopify, eBay, UPS. */
import { aliasOf, html, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { mcpSite, oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import {
  list,
  loginForm,
  notFoundPage,
  robots,
  sample,
  shell,
  signUpForm,
  site,
  stubs,
  table,
} from '../../lib/pages.ts';
import { expectation, noCredit, signUp, type World } from '../../lib/world.ts';

const hubspot = (() => {
  const docs = site({
    name: 'HubSpot docs',
    nav: [
      ['Getting started', 'https://developers.hubspot.com/docs/getting-started/overview'],
      [
        'Authentication overview',
        'https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/overview',
      ],
      [
        'OAuth quickstart',
        'https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/oauth-quickstart-guide',
      ],
      ['Contacts', 'https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide'],
    ],
  });
  const unauthorized = json(401, {
    status: 'error',
    message:
      'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    correlationId: '01938f6f-4c67',
    category: 'INVALID_AUTHENTICATION',
  });
  const world: World = {
    id: 'hubspot',
    kind: 'provider',
    title: 'Private app tokens and OAuth code; errors with a category',
    target: 'https://www.hubspot.com',
    dated: '2026-10',
    sources: ['developers.hubspot.com/docs'],
    hosts: {
      'www.hubspot.com': {
        routes: {
          'GET /': site({
            name: 'HubSpot',
            nav: [
              ['Products', 'https://www.hubspot.com/products'],
              ['Pricing', 'https://www.hubspot.com/pricing'],
              ['Developers', 'https://developers.hubspot.com/'],
              ['Get a demo', 'https://www.hubspot.com/demo'],
            ],
          })('Grow better', '<p>Customer platform.</p>'),
          ...stubs(site({ name: 'HubSpot' }), ['/products', '/pricing', '/demo']),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('HubSpot'),
      },
      'hubspot.com': aliasOf('https://www.hubspot.com'),
      'developers.hubspot.com': {
        routes: {
          'GET /': docs(
            'HubSpot Developers',
            '<p>Build apps. <a href="https://app.hubspot.com/signup-hubspot/developers">Create a developer account</a>. <a href="/docs/getting-started/overview">Docs</a></p>',
          ),
          'GET /docs/getting-started/overview': docs(
            'Getting started',
            '<p>HubSpot APIs are at <code>https://api.hubapi.com</code>.</p>',
          ),
          'GET /docs/apps/developer-platform/build-apps/authentication/overview': docs(
            'Authentication overview',
            `<p>Static auth (private app access token) and OAuth are supported.</p><p>In your HubSpot account, create a legacy private app, select its scopes (for example crm.objects.contacts.read) and copy the access token. Private app tokens do not expire; rotate them every six months.</p>${sample("curl --request GET --url https://api.hubapi.com/crm/v3/objects/contacts \\\n  --header 'authorization: Bearer YOUR_TOKEN'")}`,
          ),
          'GET /docs/apps/developer-platform/build-apps/authentication/oauth/oauth-quickstart-guide': docs(
            'OAuth quickstart guide',
            `<p>Authorization URL: <code>https://app.hubspot.com/oauth/authorize?client_id=x&amp;scope=oauth%20crm.objects.contacts.read&amp;redirect_uri=https://www.example.com/</code></p>${sample("curl --request POST --url https://api.hubapi.com/oauth/v1/token \\\n --header 'content-type: application/x-www-form-urlencoded' \\\n --data 'grant_type=authorization_code&client_id={ClientID}&client_secret={ClientSecret}&redirect_uri={https://www.yourapp.com/}&code={Code}'")}<p>Access tokens expire after 30 minutes (expires_in 1800). Use the refresh token: grant_type=refresh_token.</p>`,
          ),
          'GET /docs/api-reference/crm-contacts-v3/guide': docs('Contacts', '<p>GET /crm/v3/objects/contacts</p>'),
          'GET /docs/llms.txt': text(
            200,
            '# HubSpot docs\n\n- [Authentication overview](https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/overview)\n',
          ),
          'GET /docs/methods/auth/oauth-overview': redirect(
            301,
            '/docs/apps/developer-platform/build-apps/authentication/overview',
          ),
        },
        otherwise: notFoundPage('HubSpot docs'),
      },
      'app.hubspot.com': { routes: { 'GET *': shell('HubSpot') } },
      'api.hubapi.com': {
        headers: { server: 'cloudflare', 'x-hubspot-correlation-id': '01938f6f-4c67' },
        routes: {
          'POST /oauth/v1/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'grant-first',
            missing: json(400, {
              status: 'BAD_GRANT_TYPE',
              message: 'missing or unknown grant type',
              correlationId: 'a',
            }),
            unsupported: json(400, {
              status: 'BAD_GRANT_TYPE',
              message: 'missing or unknown grant type',
              correlationId: 'a',
            }),
            unknownClient: json(400, {
              status: 'BAD_CLIENT_ID',
              message: 'missing or unknown client id',
              correlationId: 'a',
            }),
          }),
          '/crm/*': unauthorized,
          '/account-info/*': unauthorized,
          '/marketing/*': unauthorized,
        },
        otherwise: json(404, { status: 'error', message: 'resource not found', correlationId: 'b' }),
      },
      'mcp.hubspot.com': mcpSite('https://mcp.hubspot.com', { path: '/' }),
    },
    expect: expectation({
      apiBases: ['https://api.hubapi.com'],
      tokenEndpoint: ['https://api.hubapi.com/oauth/v1/token', 'https://mcp.hubspot.com/token'],
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: ['no', 'unknown'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'oauth-discovery': 'not judged: MCP host only',
      'client-credentials': 'vendor code, the same for both grants that are not known',
    },
  };
  return world;
})();

const salesforce = (() => {
  const docs = site({
    name: 'Salesforce Developers',
    nav: [
      [
        'REST API Developer Guide',
        'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest.htm',
      ],
      [
        'Authorization',
        'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_oauth_and_connected_apps.htm',
      ],
      ['Sign up', 'https://developer.salesforce.com/signup'],
    ],
  });
  const issuer = 'https://login.salesforce.com';
  const world: World = {
    id: 'salesforce',
    kind: 'provider',
    title: 'Per-tenant hosts; client credentials only on My Domain, the common login host refuses them',
    target: 'https://www.salesforce.com',
    dated: '2026-10',
    sources: [
      'login.salesforce.com/.well-known/openid-configuration',
      'help.salesforce.com: OAuth 2.0 client credentials flow',
    ],
    hosts: {
      'salesforce.com': aliasOf('https://www.salesforce.com'),
      'www.salesforce.com': {
        routes: {
          'GET /': site({
            name: 'Salesforce',
            nav: [
              ['Products', 'https://www.salesforce.com/products/'],
              ['Developers', 'https://developer.salesforce.com/'],
              ['Login', 'https://login.salesforce.com/'],
            ],
          })('The customer company', '<p>CRM.</p>'),
          'GET /products/': site({ name: 'Salesforce' })('Products', '<p>Clouds.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Salesforce'),
      },
      'developer.salesforce.com': {
        routes: {
          'GET /': docs(
            'Salesforce Developers',
            '<p><a href="/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest.htm">REST API</a></p>',
          ),
          'GET /signup': docs('Sign up for your Developer Edition', signUpForm()),
          'GET /docs/atlas.en-us.api_rest.meta/api_rest/intro_rest.htm': docs(
            'Introduction to REST API',
            `<p>Use the domain of your org, for example <code>https://MyDomainName.my.salesforce.com</code>.</p>${sample('curl https://MyDomainName.my.salesforce.com/services/data/v65.0/sobjects/Account -H "Authorization: Bearer access_token"')}`,
          ),
          'GET /docs/atlas.en-us.api_rest.meta/api_rest/intro_oauth_and_connected_apps.htm': docs(
            'Authorization through external client apps and OAuth 2.0',
            `${list(['Web server flow (authorization code)', 'User-agent flow', 'JWT bearer flow', 'Client credentials flow', 'Device flow', 'Refresh token flow'])}<p>Create an external client app in Setup. Consumer key and secret are shown after you save.</p><p>Client credentials flow (use your My Domain host; it is not supported on login.salesforce.com):</p>${sample('POST /services/oauth2/token HTTP/1.1\nHost: MyDomainName.my.salesforce.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id=*******************&client_secret=*******************', 'http')}<p>Web server flow: <code>https://login.salesforce.com/services/oauth2/authorize</code> and <code>https://login.salesforce.com/services/oauth2/token</code>. Access tokens expire with the session timeout; refresh with grant_type=refresh_token.</p><p>Scopes: api, web, full, refresh_token, chatter_api</p>`,
          ),
        },
        otherwise: notFoundPage('Salesforce Developers'),
      },
      'login.salesforce.com': {
        routes: {
          'GET /': html(
            200,
            `<html><head><title>Login | Salesforce</title></head><body>${loginForm('/')}</body></html>`,
          ),
          'GET /.well-known/openid-configuration': json(200, {
            issuer,
            authorization_endpoint: `${issuer}/services/oauth2/authorize`,
            token_endpoint: `${issuer}/services/oauth2/token`,
            revocation_endpoint: `${issuer}/services/oauth2/revoke`,
            userinfo_endpoint: `${issuer}/services/oauth2/userinfo`,
            jwks_uri: `${issuer}/id/keys`,
            registration_endpoint: `${issuer}/services/oauth2/register`,
            introspection_endpoint: `${issuer}/services/oauth2/introspect`,
            scopes_supported: [
              'openid',
              'api',
              'web',
              'full',
              'chatter_api',
              'refresh_token',
              'profile',
              'email',
              'address',
              'phone',
            ],
            response_types_supported: ['code', 'token', 'token id_token'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
          }),
          'POST /services/oauth2/token': tokenEndpoint({
            grants: [
              'authorization_code',
              'refresh_token',
              'password',
              'urn:ietf:params:oauth:grant-type:jwt-bearer',
              'client_credentials',
            ],
            order: 'grant-first',
            unsupported: oauthError(400, 'unsupported_grant_type', 'grant type not supported'),
            unknownClient: (request) =>
              request.form.get('grant_type') === 'client_credentials'
                ? oauthError(400, 'invalid_grant', 'request not supported on this domain')
                : oauthError(400, 'invalid_client_id', 'client identifier invalid'),
          }),
          'GET /services/oauth2/authorize': redirect(302, '/setup/secur/RemoteAccessErrorPage.apexp'),
          'GET /setup/secur/RemoteAccessErrorPage.apexp': html(
            200,
            '<html><body>error=invalid_client_id</body></html>',
          ),
          'POST /services/oauth2/register': oauthError(401, 'invalid_token', 'initial access token required'),
          'GET /id/keys': json(200, { keys: [] }),
          '/services/oauth2/userinfo': html(403, 'Missing_OAuth_Token'),
          'GET /services/data': json(200, [{ label: "Winter '26", url: '/services/data/v65.0', version: '65.0' }]),
          '/services/data/*': json(401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }], {
            'www-authenticate': 'Token',
          }),
        },
        otherwise: html(404, '<html><head><title>Salesforce</title></head><body>URL No Longer Exists</body></html>'),
      },
    },
    expect: expectation({
      outcome: ['scored', 'blocked'],
      tokenEndpoint: [
        'https://login.salesforce.com/services/oauth2/token',
        'https://mydomainname.my.salesforce.com/services/oauth2/token',
      ],
      flows: {
        client_credentials: 'yes',
        authorization_code: 'yes',
        refresh_token: 'yes',
        implicit: ['yes', 'no', 'unknown'],
        device_code: ['yes', 'no', 'unknown'],
        password: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': ['pass', 'partial', 'unknown'],
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      client_credentials:
        'documented for My Domain; invalid_grant on the common host against unsupported_grant_type for a bogus one (row 11)',
      apiBases: 'not judged: the host is a template',
      outcome: 'nobody’s tenant can be called, so the challenge may be unobserved',
    },
  };
  return world;
})();

const zendesk = (() => {
  const docs = site({
    name: 'Zendesk Developer Docs',
    nav: [
      ['Introduction', 'https://developer.zendesk.com/api-reference/introduction/introduction/'],
      ['Security and authentication', 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/'],
      ['Tickets', 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/'],
    ],
  });
  const tenant = {
    routes: {
      '/api/v2/*': json(401, { error: "Couldn't authenticate you" }),
      'POST /oauth/tokens': oauthError(
        401,
        'invalid_client',
        'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
      ),
      'GET /': redirect(302, '/hc/en-us'),
      'GET /hc/*': site({ name: 'Help Center' })('Help Center', '<p>How can we help?</p>'),
    },
    otherwise: notFoundPage('Zendesk'),
  };
  const world: World = {
    id: 'zendesk',
    kind: 'provider',
    title: 'Per-tenant hosts with wildcard DNS; Basic with API token, OAuth with client credentials',
    target: 'https://www.zendesk.com',
    dated: '2026-10',
    sources: ['developer.zendesk.com/api-reference/introduction/security-and-auth'],
    hosts: {
      'zendesk.com': aliasOf('https://www.zendesk.com'),
      'www.zendesk.com': {
        routes: {
          'GET /': site({
            name: 'Zendesk',
            nav: [
              ['Product', 'https://www.zendesk.com/service/'],
              ['Pricing', 'https://www.zendesk.com/pricing/'],
              ['Developers', 'https://developer.zendesk.com/'],
            ],
          })('Service for the AI era', '<p>Resolve more.</p>'),
          ...stubs(site({ name: 'Zendesk' }), ['/service/', '/pricing/']),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Zendesk'),
      },
      'developer.zendesk.com': {
        routes: {
          'GET /': docs(
            'Zendesk developers',
            '<p><a href="/api-reference/introduction/introduction/">API reference</a></p>',
          ),
          'GET /api-reference/introduction/introduction/': docs(
            'Introduction',
            '<p>Base URL: <code>https://{subdomain}.zendesk.com/api/v2</code></p>',
          ),
          'GET /api-reference/ticketing/tickets/tickets/': docs(
            'Tickets',
            sample('curl https://{subdomain}.zendesk.com/api/v2/tickets.json -v -u {email_address}/token:{api_token}'),
          ),
          'GET /api-reference/introduction/security-and-auth/': docs(
            'Security and authentication',
            `<p>API token: generate one in Admin Center &gt; Apps and integrations &gt; APIs &gt; API tokens. API tokens are used with basic authentication:</p>${sample('curl -u jdoe@example.com/token:6wiIBWbGkBMo1mRDMuVwkw1EPsNkeUj95PIz2akv https://example.zendesk.com/api/v2/users/me.json')}<p>OAuth access token: create an OAuth client in Admin Center. Send <code>Authorization: Bearer {access_token}</code>. The authorization code flow and the client credentials flow are supported:</p>${sample('curl https://example.zendesk.com/oauth/tokens \\\n  -H "Content-Type: application/json" \\\n  -d \'{"grant_type": "client_credentials", "client_id": "{your_client_id}", "client_secret": "{your_client_secret}", "scope": "read"}\' -X POST')}<p>Set expires_in; with a refresh token you can get a new access token (grant_type refresh_token). Scopes: read, write, tickets:read, users:write, impersonate.</p>`,
          ),
        },
        otherwise: notFoundPage('Zendesk Developer Docs'),
      },
      '*.zendesk.com': tenant,
    },
    expect: expectation({
      outcome: ['scored', 'blocked'],
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': ['pass', 'unknown'],
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { apiBases: 'not judged: a template and an example tenant', tokenEndpoint: 'not judged, the same' },
  };
  return world;
})();

const shopify = (() => {
  const docs = site({
    name: 'Shopify developer documentation',
    nav: [
      ['Apps', 'https://shopify.dev/docs/apps'],
      ['Authentication', 'https://shopify.dev/docs/apps/build/authentication-authorization'],
      [
        'Client credentials',
        'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant',
      ],
      ['Access scopes', 'https://shopify.dev/docs/api/usage/access-scopes'],
      ['Admin API', 'https://shopify.dev/docs/api/admin-graphql'],
    ],
  });
  const world: World = {
    id: 'shopify',
    kind: 'provider',
    title: 'Own header on per-shop hosts, client credentials for own shops, token exchange',
    target: 'https://www.shopify.com',
    dated: '2026-10',
    sources: ['shopify.dev/docs/apps/build/authentication-authorization'],
    hosts: {
      'shopify.com': aliasOf('https://www.shopify.com'),
      'www.shopify.com': {
        routes: {
          'GET /': site({
            name: 'Shopify',
            nav: [
              ['Solutions', 'https://www.shopify.com/solutions'],
              ['Pricing', 'https://www.shopify.com/pricing'],
              ['Developers', 'https://shopify.dev/'],
            ],
          })('Be the next big thing', '<p>Sell online.</p>'),
          ...stubs(site({ name: 'Shopify' }), ['/solutions', '/pricing']),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Shopify'),
      },
      'shopify.dev': {
        routes: {
          'GET /': docs('Shopify developer platform', '<p><a href="/docs/apps">Build apps</a></p>'),
          'GET /docs/apps': docs('Apps', '<p>Create an app in the Dev Dashboard.</p>'),
          'GET /docs/api/usage/access-scopes': docs(
            'Access scopes',
            table([
              ['read_products', 'Products'],
              ['write_orders', 'Orders'],
              ['read_customers', 'Customers'],
            ]),
          ),
          'GET /docs/apps/build/authentication-authorization': docs(
            'About authentication and authorization',
            '<p>Apps get access tokens by token exchange, the authorization code grant or the client credentials grant. Include the token in the <code>X-Shopify-Access-Token</code> header. Offline tokens of public apps expire after 60 minutes and come with a refresh token.</p>',
          ),
          'GET /docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant': docs(
            'Use the client credentials grant',
            `<p>If you develop an app for your own organization's stores, use the client credentials grant. You find the client ID and secret in the Dev Dashboard, under Settings.</p>${sample('curl -X POST \\\n  "https://{shop}.myshopify.com/admin/oauth/access_token" \\\n  -H "Content-Type: application/x-www-form-urlencoded" \\\n  -d "grant_type=client_credentials" -d "client_id={client_id}" -d "client_secret={client_secret}"')}<p>The token is valid for 24 hours; request another one with the same call.</p>`,
          ),
          'GET /docs/api/admin-graphql': docs(
            'GraphQL Admin API',
            sample(
              "curl -X POST https://{store_name}.myshopify.com/admin/api/2026-10/graphql.json -H 'Content-Type: application/json' -H 'X-Shopify-Access-Token: {access_token}' -d '{\"query\": \"query { shop { name } }\"}'",
            ),
          ),
          'GET /llms.txt': text(
            200,
            '# Shopify\n\n- [Authentication](https://shopify.dev/docs/apps/build/authentication-authorization)\n',
          ),
        },
        otherwise: notFoundPage('Shopify'),
      },
      '*.myshopify.com': {
        headers: { server: 'cloudflare' },
        routes: {
          '/admin/api/*': json(401, {
            errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
          }),
          'POST /admin/oauth/access_token': json(400, {
            error: 'invalid_request',
            error_description: 'Could not find Shopify API application with api_key',
          }),
        },
        otherwise: html(
          404,
          '<html><head><title>Create an Ecommerce Website and Sell Online!</title></head><body><h1>Sorry, this store is currently unavailable.</h1></body></html>',
        ),
      },
    },
    expect: expectation({
      outcome: ['scored', 'blocked'],
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: ['yes', 'no', 'unknown'] },
      signals: {
        'structured-401': ['pass', 'unknown'],
        'bearer-token': 'fail',
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'bearer-token': 'X-Shopify-Access-Token',
      apiBases: 'not judged: per shop',
      tokenEndpoint: 'not judged: per shop',
    },
  };
  return world;
})();

const ebay = (() => {
  const docs = site({
    name: 'eBay Developers Program',
    nav: [
      ['Develop', 'https://developer.ebay.com/develop'],
      ['Client credentials grant', 'https://developer.ebay.com/api-docs/static/oauth-client-credentials-grant.html'],
      ['Authorization code grant', 'https://developer.ebay.com/api-docs/static/oauth-authorization-code-grant.html'],
      ['Get started', 'https://developer.ebay.com/join'],
    ],
  });
  const api = {
    headers: { rlogid: 't6n%60' },
    routes: {
      'POST /identity/v1/oauth2/token': tokenEndpoint({
        grants: ['client_credentials', 'authorization_code', 'refresh_token'],
        order: 'client-first' as const,
        unknownClient: oauthError(401, 'invalid_client', 'client authentication failed'),
      }),
      '/buy/*': (request: Parameters<typeof isBearer>[0]) =>
        json(401, {
          errors: [
            isBearer(request)
              ? {
                  errorId: 1001,
                  domain: 'OAuth',
                  category: 'REQUEST',
                  message: 'Invalid access token',
                  longMessage: 'Invalid access token. Check the value of the Authorization HTTP request header.',
                }
              : {
                  errorId: 1002,
                  domain: 'OAuth',
                  category: 'REQUEST',
                  message: 'Missing access token',
                  longMessage: 'Access token is missing in the Authorization HTTP request header.',
                },
          ],
        }),
      '/sell/*': json(401, {
        errors: [{ errorId: 1002, domain: 'OAuth', category: 'REQUEST', message: 'Missing access token' }],
      }),
    },
    otherwise: json(404, {
      errors: [{ errorId: 2002, domain: 'ACCESS', category: 'REQUEST', message: 'Resource not found' }],
    }),
  };
  const world: World = {
    id: 'ebay',
    kind: 'provider',
    title: 'Client credentials beside authorization code; marketplace behind a bot wall',
    target: 'https://www.ebay.com',
    dated: '2026-10',
    sources: ['developer.ebay.com/api-docs/static/oauth-client-credentials-grant.html'],
    hosts: {
      'ebay.com': aliasOf('https://www.ebay.com'),
      'www.ebay.com': {
        routes: {
          'GET /': site({
            name: 'eBay',
            footer: [
              ['Developers', 'https://developer.ebay.com/'],
              ['Policies', 'https://www.ebay.com/help/policies'],
            ],
          })('Electronics, Cars, Fashion', '<p>Buy it now.</p>'),
          'GET /robots.txt': robots('## BEGIN FILE\nUser-agent: *\nDisallow: /*rt=nc\n'),
        },
        otherwise: html(
          403,
          "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access this server.<P>Reference #18.2d351ab8.1761 <P>https://errors.edgesuite.net/18.2d351ab8.1761</BODY></HTML>",
        ),
      },
      'developer.ebay.com': {
        routes: {
          'GET /': docs('eBay Developers Program', '<p>Join and build.</p>'),
          'GET /develop': docs(
            'Develop',
            '<p>APIs: <code>https://api.ebay.com</code>, sandbox <code>https://api.sandbox.ebay.com</code>.</p>',
          ),
          'GET /join': docs(
            'Join the eBay Developers Program',
            '<p>Register for an account. Once your account is approved (usually one business day), create your application keysets: App ID, Dev ID and Cert ID.</p>',
          ),
          'GET /api-docs/static/oauth-client-credentials-grant.html': docs(
            'The client credentials grant flow',
            `<p>Mints an Application access token.</p>${sample("curl -X POST 'https://api.ebay.com/identity/v1/oauth2/token' \\\n  -H 'Content-Type: application/x-www-form-urlencoded' \\\n  -H 'Authorization: Basic <B64-encoded-oauth-credentials>' \\\n  -d 'grant_type=client_credentials&scope=https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope'")}<p>The token lives 7,200 seconds; mint another when it expires.</p>${sample('curl https://api.ebay.com/buy/browse/v1/item_summary/search?q=drone -H "Authorization: Bearer v^1.1#i^1"')}`,
          ),
          'GET /api-docs/static/oauth-authorization-code-grant.html': docs(
            'The authorization code grant flow',
            '<p>Mints a User access token. Send the user to <code>https://auth.ebay.com/oauth2/authorize</code>. Renew with <code>grant_type=refresh_token</code>. Scopes: https://api.ebay.com/oauth/api_scope/sell.inventory, https://api.ebay.com/oauth/api_scope/sell.account</p>',
          ),
        },
        otherwise: notFoundPage('eBay Developers Program'),
      },
      'api.ebay.com': api,
      'api.sandbox.ebay.com': api,
      'auth.ebay.com': {
        routes: { 'GET /oauth2/authorize': redirect(302, 'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn') },
      },
    },
    expect: expectation({
      apiBases: [['https://api.ebay.com', 'https://api.sandbox.ebay.com']],
      tokenEndpoint: [
        'https://api.ebay.com/identity/v1/oauth2/token',
        'https://api.sandbox.ebay.com/identity/v1/oauth2/token',
      ],
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'self-service-keys': ['fail', 'partial'],
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': ['present', 'unknown'],
      },
    }),
    why: { 'self-service-keys': 'accounts are approved within a business day' },
  };
  return world;
})();

const ups = (() => {
  const api = {
    headers: { bkndtransid: '8f3' },
    routes: {
      'POST /security/v1/oauth/token': tokenEndpoint({
        grants: [],
        order: 'client-first' as const,
        unknownClient: json(401, { response: { errors: [{ code: '10401', message: 'ClientId is Invalid' }] } }),
        noClient: json(401, {
          response: { errors: [{ code: '10400', message: 'Invalid/Missing Authorization Header' }] },
        }),
      }),
      '/api/*': (request: Parameters<typeof isBearer>[0]) =>
        json(401, {
          response: {
            errors: [
              isBearer(request)
                ? { code: '250002', message: 'Invalid Authentication Information.' }
                : { code: '250003', message: 'Invalid Access License number' },
            ],
          },
        }),
    },
    otherwise: json(404, { response: { errors: [{ code: '404', message: 'Not found' }] } }),
  };
  const docs = site({
    name: 'UPS Developer Portal',
    nav: [
      ['API catalog', 'https://developer.ups.com/catalog'],
      ['OAuth developer guide', 'https://developer.ups.com/oauth-developer-guide'],
      ['Get started', 'https://developer.ups.com/get-started'],
      ['Login', 'https://www.ups.com/lasso/login'],
    ],
  });
  const world: World = {
    id: 'ups',
    kind: 'provider',
    title: 'Client credentials with its own error envelope, client checked first',
    target: 'https://developer.ups.com',
    dated: '2026-10',
    sources: ['developer.ups.com/oauth-developer-guide'],
    hosts: {
      'developer.ups.com': {
        routes: {
          'GET /': docs('UPS Developer Portal', '<p>Shipping, tracking, rating.</p>'),
          'GET /catalog': docs(
            'API catalog',
            '<p>Rating: POST https://onlinetools.ups.com/api/rating/v2409/Rate. Tracking: GET https://onlinetools.ups.com/api/track/v1/details/{inquiryNumber}</p>',
          ),
          'GET /get-started': docs(
            'Get started',
            '<p>Log in with your UPS.com profile, click Add Apps, choose the products. You immediately receive a client ID and client secret.</p>',
          ),
          'GET /oauth-developer-guide': docs(
            'OAuth developer guide',
            `<p>Client credentials: for your own shipments. Auth code: for shipments of others.</p>${sample("curl -i -X POST 'https://onlinetools.ups.com/security/v1/oauth/token' \\\n  -u \"<Client ID>:<Client Secret>\" \\\n  -H 'Content-Type: application/x-www-form-urlencoded' -H 'x-merchant-id: string' \\\n  -d 'grant_type=client_credentials'")}<p>expires_in 14399. Auth code tokens are renewed at <code>https://onlinetools.ups.com/security/v1/oauth/refresh</code> with grant_type=refresh_token.</p>${sample('curl https://onlinetools.ups.com/api/track/v1/details/1Z5338FF0107231059 -H "Authorization: Bearer <token>" -H "transId: 1" -H "transactionSrc: testing"')}`,
          ),
        },
        otherwise: notFoundPage('UPS'),
      },
      'www.ups.com': {
        routes: {
          'GET /lasso/login': shell('Log in | UPS'),
          'GET /': site({ name: 'UPS', nav: [['Developer portal', 'https://developer.ups.com/']] })(
            'Ship and track',
            '<p>Brown.</p>',
          ),
        },
        otherwise: notFoundPage('UPS'),
      },
      'ups.com': aliasOf('https://www.ups.com'),
      'onlinetools.ups.com': api,
      'wwwcie.ups.com': api,
    },
    expect: expectation({
      apiBases: [['https://onlinetools.ups.com', 'https://wwwcie.ups.com']],
      tokenEndpoint: [
        'https://onlinetools.ups.com/security/v1/oauth/token',
        'https://wwwcie.ups.com/security/v1/oauth/token',
      ],
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'self-service-keys': 'pass',
        'token-expiry': 'pass',
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'structured-401': 'response.errors[].code is two levels down' },
  };
  return world;
})();

export const commerceWorlds: readonly World[] = [hubspot, salesforce, zendesk, shopify, ebay, ups];
