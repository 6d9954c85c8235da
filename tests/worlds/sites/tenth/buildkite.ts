import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBare, json, redirect, text } from '../../lib/answers.ts';
import { loginForm, robots, sample, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { bare404 } from '../providers/fourth-pages.ts';

const site = 'https://buildkite.com';
const api = 'https://api.buildkite.com';

const topics: readonly (readonly [string, string])[] = [
  ['Overview', '/docs'],
  ['Pipelines', '/docs/pipelines'],
  ['Agent tokens', '/docs/agent/v3/tokens'],
  ['OIDC in Buildkite Pipelines', '/docs/pipelines/security/oidc'],
  ['Test Engine', '/docs/test-engine'],
  ['Package Registries', '/docs/package-registries'],
  ['Platform: SSO', '/docs/platform/sso'],
  ['APIs', '/docs/apis'],
  ['Managing API access tokens', '/docs/apis/managing-api-tokens'],
  ['REST API overview', '/docs/apis/rest-api'],
  ['Access token', '/docs/apis/rest-api/access-token'],
  ['Builds', '/docs/apis/rest-api/builds'],
  ['Limits', '/docs/apis/rest-api/limits'],
  ['GraphQL overview', '/docs/apis/graphql-api'],
  ['Webhooks', '/docs/apis/webhooks'],
  ['Agent API', '/docs/apis/agent-api'],
  ['Model providers', '/docs/apis/model-providers'],
];
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en" class="Docs"><head><meta charset="utf-8"><title>${title} | Buildkite Documentation</title><link rel="canonical" href="${site}/docs"><script src="/docs/vite/assets/application-BvT1.js" type="module"></script></head><body><a class="skip" href="#article">Skip to content</a><nav class="Nav"><a href="${site}/">Buildkite</a><a href="${site}/pricing">Pricing</a><a href="${site}/signup">Sign up</a><a href="${site}/login">Log in</a></nav><aside class="Sidebar"><ul>${topics.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></aside><article id="article" class="Article"><h1>${title}</h1>${body}</article><aside class="Feedback"><a href="https://github.com/buildkite/docs/issues/new">Suggest an edit</a></aside></body></html>`,
  );
const callout = (kind: string, words: string) => `<section class="callout callout--${kind}"><p>${words}</p></section>`;
const help = `${site}/docs/apis`;
const refuse: Reply = (r) =>
  isBare(r)
    ? json(401, {
        message: `Authentication required. Please supply a valid API Access Token: ${help}/rest-api#authentication`,
      })
    : json(401, { message: 'Authentication failed' });

/** Continuous integration: personal API access tokens with fine scopes, four other kinds of token on the same manual. */
export const buildkite: World = {
  id: 'buildkite',
  kind: 'provider',
  title:
    'Build service: personal access tokens with scopes, beside agent tokens, OIDC tokens of jobs and a GraphQL door',
  target: 'buildkite.com',
  dated: '2026-11',
  sources: [
    'buildkite.com/docs/apis',
    'buildkite.com/docs/apis/managing-api-tokens',
    'buildkite.com/docs/apis/rest-api',
    'nango.dev/docs/api-integrations/buildkite/connect',
  ],
  hosts: {
    'www.buildkite.com': aliasOf(site),
    'buildkite.com': {
      routes: {
        'GET /robots.txt': robots(
          'User-agent: *\nDisallow: /organizations/\nSitemap: https://buildkite.com/sitemap.xml\n',
        ),
        'GET /': html(
          200,
          `<!DOCTYPE html><html lang="en"><head><title>Buildkite: the fastest way to deliver</title></head><body><header><a href="/">Buildkite</a><nav><a href="/platform/pipelines">Pipelines</a><a href="/pricing">Pricing</a><a href="/docs">Docs</a><a href="/resources/changelog">Changelog</a><a href="/contact">Talk to us</a><a href="/login">Login</a><a href="/signup">Sign up</a></nav></header><main><h1>Turn complexity into an advantage</h1><p>Scale CI/CD on your own machines, or on ours. Used by teams with a hundred thousand agents.</p></main><footer><a href="https://www.buildkitestatus.com/">System status</a><a href="/about/legal/privacy-policy">Privacy</a></footer></body></html>`,
        ),
        'GET /login': page('Log in', loginForm('/login')),
        'GET /signup': page(
          'Create your account',
          '<p>30 day free trial, no credit card required.</p><form action="/signup" method="post"><input name="user[name]"><input type="email" name="user[email]"><input type="password" name="user[password]"><button>Sign up</button></form><p>or <a href="/login">log in</a></p>',
        ),
        'GET /user/api-access-tokens*': redirect(302, '/login'),
        ...stubs(page, [
          '/platform/pipelines',
          '/pricing',
          '/resources/changelog',
          '/contact',
          '/about/legal/privacy-policy',
        ]),
        'GET /docs/llms.txt': text(
          200,
          `# Buildkite documentation\n\n${topics.map(([label, href]) => `- [${label}](${site}${href}.md)`).join('\n')}\n`,
        ),
        'GET /docs': page(
          'Buildkite documentation',
          '<p>Pipelines runs your builds, Test Engine watches your tests, Package Registries stores what you made.</p>',
        ),
        'GET /docs/pipelines': page(
          'Pipelines',
          `<p>A pipeline is a template of steps. An agent takes a job, runs it, and reports.</p>${sample('steps:\n  - label: ":hammer: Tests"\n    command: scripts/tests.sh\n  - block: "Release"\n  - command: scripts/release.sh', 'yaml')}<p>A block step waits for a person to approve it.</p>`,
        ),
        'GET /docs/agent/v3/tokens': page(
          'Agent tokens',
          `<p>A Buildkite agent needs a token to connect to a cluster and to register.</p>${callout('info', 'Agent tokens are not API access tokens: they cannot call the REST or GraphQL API.')}<h2>Create one</h2><p>Agents, the cluster, Agent tokens, New token. It is shown once. A token may have an expiry date and a list of allowed IP addresses.</p><h2>Lifetime</h2><p>Agent tokens live until they are revoked or, if a date is set, until then. On registering, an agent exchanges it for a session token, which is gone when the agent disconnects. A job has a job token that is valid for the length of the job.</p>`,
        ),
        'GET /docs/pipelines/security/oidc': page(
          'OIDC in Buildkite Pipelines',
          `<p>A job can ask for an OpenID Connect token that says which pipeline, commit and branch it runs, and take it to AWS or to another service that trusts <code>https://agent.buildkite.com</code>.</p>${sample('buildkite-agent oidc request-token --audience sts.amazonaws.com --lifetime 600')}<p>The token is valid for five minutes unless you ask for another lifetime. Configure your cloud to accept it in exchange for temporary credentials of your own.</p>${sample('{\n  "iss": "https://agent.buildkite.com",\n  "sub": "organization:acme-inc:pipeline:super-duper-app:ref:refs/heads/main",\n  "aud": "sts.amazonaws.com"\n}', 'json')}`,
        ),
        'GET /docs/test-engine': page(
          'Test Engine',
          `<p>Send results to a suite with its own token.</p>${sample('curl -X POST -H "Authorization: Token token=\\"$BUILDKITE_ANALYTICS_TOKEN\\"" \\\n  -F "format=junit" -F "data=@test-results.xml" https://analytics-api.buildkite.com/v1/uploads')}`,
        ),
        'GET /docs/package-registries': page(
          'Package Registries',
          '<p>Publish with an API access token that has the scopes Read Packages and Write Packages, or with an OIDC token under a policy of the registry. Registry tokens let a package manager read.</p>',
        ),
        'GET /docs/platform/sso': page(
          'Single sign-on',
          '<p>SAML and Google, for plans Pro and Enterprise. When a person signs in by SSO their session lasts twelve hours by default. To set up custom SAML write to our support, who will verify your domain.</p>',
        ),
        'GET /docs/apis': page(
          'Buildkite APIs',
          `<h2>Authentication</h2><p>The REST and the GraphQL API expect an access token in the <code>Authorization</code> header:</p>${sample(`curl -H "Authorization: Bearer $TOKEN" ${api}/v2/user`)}<p>Generate an <a href="${site}/user/api-access-tokens">access token</a>.</p><p>All webhooks have the header <code>X-Buildkite-Token</code>, with which you verify the request.</p><h2>REST API</h2><ol><li>Generate an API access token with as much scope as you need.</li><li>Make requests to <code>${api}</code> with it.</li></ol><h2>GraphQL</h2><ol><li>Generate a token with GraphQL access.</li><li>Open the explorer.</li></ol>`,
        ),
        'GET /docs/apis/managing-api-tokens': page(
          'Managing API access tokens',
          `<p>API access tokens belong to people, not to organizations. Create and edit them in your <a href="${site}/user/api-access-tokens">personal settings</a>. Administrators see all tokens with access to their organization on the page API Access Audit, and can take that access away.</p><h2>Token scopes</h2><p>On creating a token choose the organizations it may reach and, for REST, what it may do. GraphQL cannot be limited by scope.</p>${table(
            [
              ['Read Agents', '<code>read_agents</code>', 'list and retrieve agents'],
              ['Modify Agents', '<code>write_agents</code>', 'stop agents'],
              ['Read Artifacts', '<code>read_artifacts</code>', 'retrieve build artifacts'],
              ['Read Builds', '<code>read_builds</code>', 'list and retrieve builds'],
              ['Modify Builds', '<code>write_builds</code>', 'create builds'],
              ['Read Build Logs', '<code>read_build_logs</code>', 'retrieve logs'],
              ['Read Organizations', '<code>read_organizations</code>', 'list organizations'],
              ['Read Pipelines', '<code>read_pipelines</code>', 'list and retrieve pipelines'],
              ['Read User', '<code>read_user</code>', 'retrieve the user of the token'],
            ],
          )}<h2>Restrictions by IP address</h2><p>List the networks, in CIDR notation, from which a token may be used. Enterprise administrators may limit the API for the whole organization.</p><h2>Expiry</h2><p>A token has no end unless you choose one under Token Expiry. Enterprise organizations can have tokens revoked that were not used for 30, 60, 90, 180 or 365 days.</p><h2>FAQ</h2><h3>Can I see an existing token?</h3><p>No, it is shown once. Since 2023 tokens begin with <code>bkua_</code>, and GitHub tells us when one is leaked.</p><h3>Can I use multiple tokens?</h3><p>Yes, as many as you like.</p>`,
        ),
        'GET /docs/apis/rest-api': page(
          'REST API overview',
          `<p>The current version is v2. All access is over HTTPS at <code>api.buildkite.com</code>; data is JSON.</p>${sample(`curl ${api}`)}${sample('{"message":"🛠","timestamp":1719276157}', 'json')}<h2>Endpoints</h2>${table(
            [
              ['GET', '<code>/v2/organizations</code>', 'List organizations'],
              ['GET', '<code>/v2/organizations/{org.slug}/pipelines</code>', 'List pipelines'],
              ['GET', '<code>/v2/builds</code>', 'List all builds'],
              ['GET', '<code>/v2/user</code>', 'Get the current user'],
              ['GET', '<code>/v2/access-token</code>', 'Get the current token'],
              ['DELETE', '<code>/v2/access-token</code>', 'Revoke the current token'],
              ['GET', '<code>/v2/meta</code>', 'Addresses from which webhooks are sent'],
            ],
          )}<h2 id="authentication">Authentication</h2><p>Pass a token as a bearer token. HTTP Basic is not supported any more.</p><h2>CORS</h2><p>The API can be called from browsers.</p>`,
        ),
        'GET /docs/apis/rest-api/access-token': page(
          'Access token API',
          `<h2>Get the current token</h2>${sample(`curl -H "Authorization: Bearer $TOKEN" -X GET "${api}/v2/access-token"`)}${sample('{\n  "uuid": "b63254c0-3271-4a98-8270-7cfbd6c2f14e",\n  "scopes": ["read_build_logs", "read_builds"],\n  "description": "Development",\n  "created_at": "2024-06-24T01:26:27.911Z",\n  "user": {"name": "Sam Kim", "email": "sam@example.com"}\n}', 'json')}<h2>Revoke the current token</h2><p>Useful for a service that finds that its token has leaked. Afterwards it cannot be used.</p>`,
        ),
        'GET /docs/apis/rest-api/builds': page(
          'Builds API',
          `<h2>List all builds</h2>${sample(`curl -H "Authorization: Bearer $TOKEN" -X GET "${api}/v2/builds"`)}<p>Required scope: <code>read_builds</code>. Success response: <code>200 OK</code></p>`,
        ),
        'GET /docs/apis/rest-api/limits': page(
          'Limits',
          '<p>200 requests a minute for each organization, counted over all tokens. <code>RateLimit-Remaining</code>, <code>RateLimit-Limit</code>, <code>RateLimit-Reset</code>.</p>',
        ),
        'GET /docs/apis/graphql-api': page(
          'GraphQL API overview',
          `<p>The endpoint is <code>https://graphql.buildkite.com/v1</code>. All requests must be HTTP POST with <code>application/json</code>.</p>${sample('curl https://graphql.buildkite.com/v1 \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H "Content-Type: application/json" \\\n  -d \'{"query": "{ viewer { user { name } } }"}\'')}<p>For portals, administrators save a query and get a portal token for it, which an audience may exchange for ephemeral tokens.</p>`,
        ),
        'GET /docs/apis/webhooks': page(
          'Webhooks',
          '<p>Settings, Notification Services, Add Webhook. Requests come with a token in clear text or with an HMAC signature.</p>',
        ),
        'GET /docs/apis/agent-api': page(
          'Agent API',
          `<p>The agent uses it to find work. Most endpoints are for the agent itself and not public.</p>${sample('curl -H "Authorization: Token $BUILDKITE_AGENT_TOKEN" -X GET "https://agent.buildkite.com/v3/metrics"')}`,
        ),
        'GET /docs/apis/model-providers': page(
          'Model providers',
          '<p>Bring your own key of a model provider, kept in Buildkite secrets, for agentic workflows in pipelines.</p>',
        ),
      },
      otherwise: bare404('Buildkite'),
    },
    'www.buildkitestatus.com': {
      routes: { 'GET /': html(200, '<h1>All Systems Operational</h1><p>REST API. GraphQL API. Agent API.</p>') },
    },
    'api.buildkite.com': {
      headers: { 'x-content-type-options': 'nosniff', vary: 'Accept-Encoding, Origin' },
      routes: {
        'GET /': json(200, { message: '🛠', timestamp: 1_795_000_000 }),
        'GET /v2/meta': json(200, { webhook_ips: ['100.24.182.113', '35.172.45.249', '54.85.125.32'] }),
        '/v2/*': refuse,
      },
      otherwise: json(404, { message: 'Not Found' }),
    },
    'graphql.buildkite.com': {
      routes: {
        '/v1': (r) =>
          r.method === 'POST'
            ? json(401, {
                errors: [
                  {
                    message: `Authentication required. Please supply a valid API Access Token with GraphQL access enabled: ${help}/graphql-api`,
                  },
                ],
              })
            : json(404, { message: 'Not Found' }),
      },
      otherwise: json(404, { message: 'Not Found' }),
    },
    'agent.buildkite.com': {
      routes: {
        'GET /.well-known/openid-configuration': json(200, {
          issuer: 'https://agent.buildkite.com',
          jwks_uri: 'https://agent.buildkite.com/.well-known/jwks',
          response_types_supported: ['id_token'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'organization_slug', 'pipeline_slug', 'build_commit'],
        }),
        'GET /.well-known/jwks': json(200, { keys: [] }),
        '/v3/*': json(401, { message: 'Unauthorized' }),
      },
      otherwise: json(404, { message: 'Not Found' }),
    },
    'analytics-api.buildkite.com': {
      routes: { '/v1/uploads': json(401, { error: 'Unauthorized' }) },
      otherwise: json(404, { error: 'Not Found' }),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': signUp,
      'token-expiry': ['n/a', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': ['absent', 'unknown'],
    },
  }),
  why: {
    apiBases: '“make requests to” it, on three pages',
    outcome: 'the REST API refuses strangers with 401',
    tokenEndpoint:
      'nobody gives out tokens by call: the issuer that the agent host publishes signs tokens of jobs for other clouds',
    'structured-401': '401 with a message that says where tokens are explained',
    'bearer-token': 'said on three pages; “Token” is for agents and test suites',
    'client-credentials': 'no OAuth for clients at all',
    'oauth-discovery': 'a configuration without a token endpoint, for OIDC tokens of jobs',
    'self-service-keys': 'made in personal settings',
    'token-expiry': 'no end unless one is chosen: static keys, with an optional date',
    'scope-restriction': 'scopes for each token',
    'manual-key-approval': 'block steps are approved, and SAML is verified, not tokens',
    'browser-only-oauth': 'a static token needs no browser',
    'session-cookie-only': 'tokens by bearer',
  },
};
