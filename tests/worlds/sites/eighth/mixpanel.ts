import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, isBare, json, redirect, text } from '../../lib/answers.ts';
import { openapi } from '../../lib/openapi.ts';
import { sample, shell, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';
import { docusaurus, frontOf, readme } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter, fields } from '../seventh/noise.ts';

const dev = 'https://developer.mixpanel.com';
const refuse: Reply = (r) =>
  json(
    401,
    {
      request: `${r.path}${r.search}`,
      error: isBare(r) ? 'Authentication required' : 'Invalid service account credentials',
      status: 'error',
    },
    { 'www-authenticate': 'Basic realm="mixpanel"' },
  );

/** Marketing analytics: service accounts by Basic; the API lives on the host of the site. */
export const mixpanel: World = {
  id: 'mixpanel',
  kind: 'provider',
  title: 'Analytics: service accounts by Basic below the site itself, project tokens in the body for events',
  target: 'mixpanel.com',
  dated: '2026-11',
  sources: [
    'developer.mixpanel.com/reference/service-accounts',
    'docs.mixpanel.com/docs/orgs-and-projects/service-accounts',
  ],
  hosts: {
    'www.mixpanel.com': aliasOf('https://mixpanel.com'),
    'mixpanel.com': {
      routes: {
        '/api/query/*': refuse,
        '/api/app/*': refuse,
        ...frontOf({
          name: 'Mixpanel',
          origin: 'https://mixpanel.com',
          hero: 'Progress is possible with product analytics',
          nav: [
            ['Platform', 'https://mixpanel.com/platform'],
            ['Solutions', 'https://mixpanel.com/solutions'],
            ['Docs', 'https://docs.mixpanel.com/docs/what-is-mixpanel'],
            ['Pricing', 'https://mixpanel.com/pricing'],
            ['Login', 'https://mixpanel.com/login'],
            ['Get started free', 'https://mixpanel.com/register'],
          ],
          stubs: ['/platform', '/solutions', '/pricing'],
          routes: { 'GET /login': shell('Mixpanel | Login'), 'GET /register': shell('Mixpanel | Register') },
        }),
      },
      otherwise: bare404('Mixpanel'),
    },
    'docs.mixpanel.com': {
      routes: {
        'GET /': redirect(308, '/docs/what-is-mixpanel'),
        ...docusaurus('Mixpanel Docs', [
          [
            '/docs/what-is-mixpanel',
            'What is Mixpanel?',
            `${chatter('Mixpanel', 3)}<p>Developers: see the <a href="${dev}/reference/overview">API reference</a>.</p>`,
          ],
          [
            '/docs/orgs-and-projects/service-accounts',
            'Service accounts',
            '<p>A service account is for a server, not a person. Owners and admins open Organization Settings, Service Accounts, choose a role and the projects, and an expiry if they like; the secret is shown once. Remove it to cut off its access at once.</p>',
          ],
          [
            '/docs/access-security/single-sign-on',
            'Single sign-on',
            '<p>Your members sign in through Okta or Entra ID by SAML; sessions end after the time that you set. SSO is part of Enterprise: contact your account manager.</p>',
          ],
        ]),
      },
      otherwise: bare404('Mixpanel Docs'),
    },
    'developer.mixpanel.com': {
      routes: {
        'GET /': redirect(302, '/reference/overview'),
        ...readme('Mixpanel Developer Docs', [
          [
            '/reference/overview',
            'Overview',
            `${table([
              ['API', 'Host', 'Authentication'],
              ['Ingestion', '<code>https://api.mixpanel.com</code>', 'project token or service account'],
              ['Query', '<code>https://mixpanel.com/api/query</code>', 'service account'],
              ['Raw export', '<code>https://data.mixpanel.com/api/2.0/export</code>', 'service account'],
            ])}<p>Servers in the EU: <code>https://eu.mixpanel.com/api/query</code>.</p>`,
          ],
          [
            '/reference/service-accounts',
            'Service accounts',
            `<p>Authenticate with HTTP Basic: the user name of the service account and its secret. Say which project you mean with the query parameter <code>project_id</code>.</p>${sample('curl "https://mixpanel.com/api/query/insights?project_id=12345&bookmark_id=6789" \\\n  --user "<serviceaccount_username>:<serviceaccount_secret>"')}`,
          ],
          [
            '/reference/project-token',
            'Project token',
            `<p>Events carry the token of the project in their properties. It is not a secret.</p>${sample('curl -X POST https://api.mixpanel.com/track -H "Content-Type: application/json" -d \'[{"event": "Signed up", "properties": {"token": "YOUR_PROJECT_TOKEN", "distinct_id": "13793"}}]\'')}`,
          ],
          [
            '/reference/query-api',
            'Query API',
            `${fields(['project_id', 'bookmark_id', 'from_date', 'to_date', 'event', 'unit'])}<p>60 queries an hour, five at once.</p>`,
          ],
          [
            '/reference/errors',
            'Errors',
            table([
              ['400', 'Bad request'],
              ['401', 'Unauthorized'],
              ['429', 'Rate limit'],
            ]),
          ],
        ]),
        'GET /openapi/query.openapi.json': json(
          200,
          openapi({
            title: 'Query API',
            servers: ['https://mixpanel.com/api/query'],
            operations: ['get /insights', 'get /funnels', 'get /retention'],
            schemes: { ServiceAccount: { type: 'http', scheme: 'basic' } },
            security: [{ ServiceAccount: [] }],
          }),
        ),
      },
      otherwise: bare404('Mixpanel Developer Docs'),
    },
    'api.mixpanel.com': {
      routes: {
        '/track': json(400, { error: 'data, missing or empty', status: 0 }),
        '/import': json(401, { code: 401, error: 'Invalid credentials', status: 'Unauthorized' }),
        'GET /': text(200, 'OK'),
      },
      otherwise: text(404, 'not found'),
    },
    'data.mixpanel.com': {
      routes: { '/api/2.0/export': json(401, { error: 'Unauthorized', status: 'error' }) },
      otherwise: text(404, 'not found'),
    },
    'eu.mixpanel.com': { routes: { '/api/query/*': refuse }, otherwise: bare404('Mixpanel') },
  },
  expect: expectation({
    apiBases: [['https://mixpanel.com', 'https://eu.mixpanel.com', 'https://data.mixpanel.com']],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': signUp,
      'token-expiry': staticKeys,
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    'scope-restriction': 'a role and projects for each service account',
    'manual-key-approval': 'an admin makes the account; nobody of the vendor approves',
  },
};
