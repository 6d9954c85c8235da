import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { allTo, fresh, html, isBasic, json, redirect } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { robots, sample, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const city = 'https://data.cityofchicago.org';
const dev = 'https://dev.socrata.com';

const portal = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | City of Chicago | Data Portal</title><meta name="csrf-token" content="Zm9v"><link rel="stylesheet" href="/stylesheets/govstat.css"><script src="https://cdn.pendo.io/agent/static/pendo.js" async></script></head><body class="dataset-landing-page"><header id="site-chrome-header"><a href="/">Chicago Data Portal</a><nav><a href="/browse">Browse the Data Catalog</a><a href="/about">About</a><a href="/browse?category=Public+Safety">Public Safety</a><a href="/browse?category=Buildings">Buildings</a><a href="/developers">Developers</a><a href="/videos">Help</a><a href="/login">Sign In</a></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="https://www.chicago.gov/city/en/narr/foia/data_disclaimer.html">Terms of use</a><a href="https://www.tylertech.com/privacy">Privacy policy</a><a href="/accessibility">Accessibility</a><p>Powered by Tyler Technologies</p></footer></body></html>`,
    {
      'set-cookie': `_socrata_session_id=${fresh(32)}; path=/; secure; HttpOnly; SameSite=Lax`,
      'x-socrata-region': 'aws-us-east-1-fedramp-prod',
    },
  );
const chapters: readonly (readonly [string, string])[] = [
  ['Getting started', '/consumers/getting-started'],
  ['API endpoints', '/docs/endpoints'],
  ['Row identifiers', '/docs/row-identifiers'],
  ['SoQL queries', '/docs/queries'],
  ['Application tokens', '/docs/app-tokens'],
  ['Authentication', '/docs/authentication'],
  ['Response codes &amp; headers', '/docs/response-codes'],
  ['Data formats', '/docs/formats'],
  ['Data producers', '/publishers/getting-started'],
  ['Libraries &amp; SDKs', '/libraries'],
];
const chapter = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | Socrata</title><meta name="generator" content="Jekyll v3.9"><link rel="stylesheet" href="/styles/dev.css"></head><body><nav class="navbar"><a href="/">Socrata Developers</a><a href="/docs/endpoints">API Docs</a><a href="/foundry/">API Foundry</a><a href="/libraries">Libraries &amp; SDKs</a><a href="/register">Register</a></nav><div class="alert">Socrata was acquired by Tyler Technologies in 2018 and is now the Data and Insights division of Tyler.</div><ul class="nav-list">${chapters.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul><article><h1>${title}</h1>${body}</article><footer>Licensed under a Creative Commons BY-NC-SA 3.0 licence.</footer></body></html>`,
  );

const fault = (status: number, code: string, message: string, more: Record<string, unknown> = {}): Answer =>
  json(
    status,
    { code, error: true, message, ...more },
    { 'x-socrata-requestid': fresh(25), 'access-control-allow-origin': '*' },
  );
const rows = (fields: readonly string[], data: readonly Record<string, string>[]): Reply => {
  const answer = json(200, data, {
    'access-control-allow-origin': '*',
    'x-soda2-fields': JSON.stringify(fields),
    'x-soda2-data-out-of-date': 'false',
    'last-modified': 'Sun, 29 Nov 2026 11:02:11 GMT',
  });
  return (r: Incoming) => {
    if (r.method !== 'GET' && r.method !== 'HEAD')
      return fault(403, 'permission_denied', 'You must be logged in to modify this dataset');
    if (r.headers['x-app-token'] !== undefined || r.query.has('$$app_token'))
      return fault(403, 'permission_denied', 'Invalid app_token specified');
    return isBasic(r) ? fault(401, 'authentication_required', 'Invalid credentials supplied') : answer;
  };
};
const permits = rows(
  ['id', 'permit_', 'permit_type', 'issue_date', 'work_description', 'reported_cost'],
  [
    {
      id: '3414061',
      permit_: '101028113',
      permit_type: 'PERMIT - EASY PERMIT PROCESS',
      issue_date: '2026-11-27T00:00:00.000',
      work_description: 'REPLACE ROOF',
      reported_cost: '9800',
    },
    {
      id: '3414098',
      permit_: '101028140',
      permit_type: 'PERMIT - SIGNS',
      issue_date: '2026-11-27T00:00:00.000',
      work_description: 'WALL SIGN',
      reported_cost: '2400',
    },
  ],
);
const crimes = rows(
  ['id', 'case_number', 'date', 'primary_type', 'arrest'],
  [
    {
      id: '13998211',
      case_number: 'JK500112',
      date: '2026-11-21T23:10:00.000',
      primary_type: 'THEFT',
      arrest: 'false',
    },
  ],
);
const about = (id: string, name: string) => ({
  id,
  name,
  attribution: 'City of Chicago',
  category: 'Buildings',
  dataUri: `${city}/resource/${id}`,
  webUri: `${city}/d/${id}`,
  license: null,
  updateFrequency: 'Daily',
});

/** A city’s open data on a bought platform: reads need nothing, a token lifts limits, the newest version of the API wants one. */
export const chicago: World = {
  id: 'chicago-data',
  kind: 'provider',
  title: 'A city’s open data on Socrata: reading needs nothing, tokens lift limits, writing takes Basic or OAuth',
  target: 'data.cityofchicago.org',
  dated: '2026-11',
  sources: [
    'dev.socrata.com/docs/app-tokens',
    'dev.socrata.com/docs/authentication',
    'dev.socrata.com/docs/endpoints',
    'dev.socrata.com/docs/response-codes',
    'data.medicare.gov/api/docs/errors (codes of errors)',
  ],
  hosts: {
    'data.cityofchicago.org': {
      routes: {
        'GET /robots.txt': robots(
          'User-agent: *\nDisallow: /api/search/views.json\nDisallow: /*browse?*\nCrawl-delay: 1\nSitemap: https://data.cityofchicago.org/sitemaps/sitemap-datasets-data.cityofchicago.org.xml\n',
        ),
        'GET /': portal(
          'Welcome to the Chicago Data Portal',
          '<p>The City of Chicago’s open data portal lets you find city data, lets you find facts about your neighborhood, lets you create maps and graphs about the city, and lets you freely download the data for your own analysis.</p><h2>Featured</h2><ul><li><a href="/Public-Safety/Crimes-2001-to-Present/ijzp-q8t2">Crimes - 2001 to Present</a></li><li><a href="/Buildings/Building-Permits/ydr8-5enu">Building Permits</a></li><li><a href="/browse">All datasets</a></li></ul><p>Sign up for our newsletter.</p>',
        ),
        'GET /about': portal('About', '<p>Executive Order 2012-2 asks departments to publish data.</p>'),
        'GET /browse': portal(
          'Data Catalog',
          '<ul><li><a href="/Buildings/Building-Permits/ydr8-5enu">Building Permits</a> Dataset, updated daily</li><li><a href="/Public-Safety/Crimes-2001-to-Present/ijzp-q8t2">Crimes - 2001 to Present</a> Dataset, updated daily</li></ul>',
        ),
        'GET /Buildings/Building-Permits/ydr8-5enu': portal(
          'Building Permits',
          `<p>Permits issued by the Department of Buildings in the City of Chicago from 2006 to the present.</p><button>View data</button><button>Visualize</button><button>Export</button><h2>Access this dataset via SODA API</h2><p>API endpoint: <code>${city}/resource/ydr8-5enu.json</code></p><a href="${dev}/foundry/data.cityofchicago.org/ydr8-5enu">API docs</a><h2>Columns in this dataset</h2>${table(
            [
              ['ID', 'id', 'Text'],
              ['PERMIT#', 'permit_', 'Text'],
              ['ISSUE_DATE', 'issue_date', 'Floating timestamp'],
            ],
          )}`,
        ),
        'GET /Public-Safety/Crimes-2001-to-Present/ijzp-q8t2': portal(
          'Crimes - 2001 to Present',
          `<p>Reported incidents of crime, minus the most recent seven days. The data are provided as is.</p><p>API endpoint: <code>${city}/resource/ijzp-q8t2.json</code></p><a href="${dev}/foundry/data.cityofchicago.org/ijzp-q8t2">API docs</a>`,
        ),
        'GET /d/:id': (r) =>
          redirect(
            302,
            r.params['id'] === 'ijzp-q8t2'
              ? '/Public-Safety/Crimes-2001-to-Present/ijzp-q8t2'
              : '/Buildings/Building-Permits/ydr8-5enu',
          ),
        'GET /developers': redirect(302, `${dev}/`),
        'GET /login': html(
          200,
          '<!DOCTYPE html><html lang="en"><head><title>Sign in | City of Chicago | Data Portal</title></head><body><h1>Sign in to Chicago Data Portal</h1><div id="app"></div><p>Don\'t have an account? <a href="/signup">Sign up</a></p></body></html>',
        ),
        'GET /signup': html(
          200,
          '<!DOCTYPE html><html lang="en"><head><title>Sign up</title><script src="https://www.google.com/recaptcha/api.js" async defer></script></head><body><h1>Sign up</h1><form action="/signup" method="post"><input name="email" type="email"><input name="password" type="password"><div class="g-recaptcha" data-sitekey="6LdXbroSAAAAAExample"></div><button>Create my account</button></form></body></html>',
        ),
        ...stubs(portal, ['/videos', '/accessibility']),
        'GET /data.json': json(200, {
          '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
          conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
          dataset: [
            {
              '@type': 'dcat:Dataset',
              identifier: `${city}/api/views/ydr8-5enu`,
              title: 'Building Permits',
              accessLevel: 'public',
              landingPage: `${city}/d/ydr8-5enu`,
              distribution: [
                {
                  '@type': 'dcat:Distribution',
                  downloadURL: `${city}/api/views/ydr8-5enu/rows.csv?accessType=DOWNLOAD`,
                  mediaType: 'text/csv',
                },
              ],
            },
          ],
        }),
        '/resource/ydr8-5enu.json': permits,
        '/resource/ydr8-5enu': permits,
        '/resource/ijzp-q8t2.json': crimes,
        '/resource/ijzp-q8t2': crimes,
        '/resource/:id': (r) =>
          fault(404, 'dataset.missing', 'Not found', { data: { id: (r.params['id'] ?? '').replace(/\.\w+$/, '') } }),
        'GET /api/views/metadata/v1/ydr8-5enu': json(200, about('ydr8-5enu', 'Building Permits')),
        'GET /api/views/metadata/v1': json(200, [
          about('ydr8-5enu', 'Building Permits'),
          about('ijzp-q8t2', 'Crimes - 2001 to Present'),
        ]),
        'GET /api/catalog/v1': json(200, {
          results: [{ resource: { name: 'Building Permits', id: 'ydr8-5enu' }, permalink: `${city}/d/ydr8-5enu` }],
          resultSetSize: 1,
        }),
        'GET /api/views/ydr8-5enu.json': json(200, { id: 'ydr8-5enu', name: 'Building Permits', rights: ['read'] }),
        '/api/v3/views/*': fault(403, 'permission_denied', 'An application token or authentication is required'),
        'GET /api/users/current.json': fault(
          401,
          'authentication_required',
          'You must be logged in to access this resource',
        ),
        'GET /oauth/authorize': redirect(302, '/login?return_to=%2Foauth%2Fauthorize'),
        'POST /oauth/access_token': oauthError(400, 'invalid_client'),
        '/api/*': fault(404, 'not_found', 'Cannot find resource'),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="en"><head><title>404</title></head><body><h1>Sorry, the page you were looking for doesn’t exist.</h1></body></html>',
      ),
    },
    'dev.socrata.com': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /robots.txt': robots(),
        'GET /': chapter(
          'The Socrata Open Data API',
          `<p>The Socrata Open Data API allows you to programmatically access a wealth of open data resources from governments, non-profits, and NGOs around the world. Click the link below and try a live example right now.</p>${sample(`${city}/resource/ydr8-5enu.json`, 'text')}<p><a href="/consumers/getting-started">Get started</a></p>`,
        ),
        'GET /consumers/getting-started': chapter(
          'Getting started with the SODA Consumer API',
          '<p>So you want to win that hackathon or build the next hot open data app? Follow this guide.</p><h2>Locating Open Data and APIs</h2><p>Every dataset is accessible via the SODA API.</p><h2>Tokens</h2><p>Sign up for an <a href="/docs/app-tokens">application token</a> when you expect more than a few requests.</p>',
        ),
        'GET /docs/endpoints': chapter(
          'API Endpoints',
          `<p>The “endpoint” of a SODA API is simply a unique URL that represents an object or collection of objects. All resources are accessed through a common base path of <code>/resource/</code> along with their dataset identifier.</p>${sample(`${city}/resource/ydr8-5enu.json`, 'text')}<h2>Endpoint Versioning</h2><ul><li>2.0 and 2.1: <code>/resource/</code></li><li>3.0: <code>/api/v3/views/IDENTIFIER/query.json</code> and <code>/export.csv</code>; an application token or authentication is needed.</li></ul>`,
        ),
        'GET /docs/app-tokens': chapter(
          'Application Tokens',
          `<p>The Socrata Open Data API uses application tokens for two purposes: a higher throttling limit, and authentication using OAuth.</p><p>You only need to authenticate if you wish to add, delete, or modify data that is attached to your account, or if you wish to read data you own that you have marked as private.</p><h2>Throttling limits</h2><p>Requests that aren't using an application token come from a shared pool via IP address. If you are throttled for any reason, you will receive a status code 429 response.</p><h2>Obtaining an Application Token</h2><p>You can obtain an application token by registering for one in your Socrata profile.</p><h2>Using your Application Token</h2><p>While it is possible to perform simple unauthenticated queries without making use of an application token, you'll receive much higher throttling limits if you include one. Use the <code>X-App-Token</code> HTTP header, or the <code>$$app_token</code> parameter. Application tokens are not used for authentication.</p>${sample('GET /resource/ydr8-5enu.json HTTP/1.1\nHost: data.cityofchicago.org\nAccept: application/json\nX-App-Token: [REDACTED]', 'http')}`,
        ),
        'GET /docs/authentication': chapter(
          'Authentication',
          `<p>There are two methods available for authentication: HTTP Basic and OAuth 2.0. For non-interactive applications, we only support HTTP Basic Authentication. We encourage all our developers of interactive applications to use the OAuth 2.0 workflow to authenticate their users.</p><h2>Authenticating using HTTP Basic Authentication</h2><p>Users may use their username and password or an API key and secret pair. All HTTP-basic-authenticated requests must be performed over a secure (https) connection. API keys are created under Developer Settings of your profile.</p>${sample('POST /api/views/abcd-1234 HTTP/1.1\nHost: data.cityofchicago.org\nAuthorization: Basic [REDACTED]\nX-App-Token: [REDACTED]', 'http')}<h2>The OAuth 2.0 Workflow</h2><p>Redirect the user:</p>${sample(`${city}/oauth/authorize?client_id=YOUR_AUTH_TOKEN&response_type=code&redirect_uri=YOUR_REDIRECT_URI`, 'text')}<p>Then exchange the code:</p>${sample(`POST ${city}/oauth/access_token?client_id=YOUR_AUTH_TOKEN&client_secret=YOUR_SECRET_TOKEN&grant_type=authorization_code&redirect_uri=YOUR_REDIRECT_URI&code=CODE`, 'text')}<p>Use it in the header:</p>${sample('Authorization: OAuth YOUR_ACCESS_TOKEN', 'http')}`,
        ),
        'GET /docs/response-codes': chapter(
          'Response Codes &amp; Headers',
          `${table([
            ['200', 'OK', 'Your request was successful'],
            ['202', 'Request Processing', 'Retry'],
            ['400', 'Bad Request', 'Probably your request was malformed'],
            ['401', 'Unauthorized', 'You attempted to authenticate but something went wrong'],
            ['403', 'Forbidden', 'Make sure you authenticate to access private datasets'],
            ['404', 'Not Found', 'The resource requested doesn’t exist'],
            ['429', 'Too Many Requests', 'Make sure you’re using an app token'],
          ])}${sample('{\n  "code": "query.compiler.malformed",\n  "error": true,\n  "message": "Could not parse SoQL query \\"select * where string_column > 42\\""\n}', 'json')}`,
        ),
        'GET /docs/queries': chapter(
          'Queries using SODA',
          sample(`${city}/resource/ydr8-5enu.json?$where=reported_cost > 100000&$limit=10`, 'text'),
        ),
        'GET /docs/row-identifiers': chapter(
          'Row Identifiers',
          sample(`${city}/resource/ydr8-5enu/row-i3v4_mqwy~zrk5.json`, 'text'),
        ),
        'GET /docs/formats': chapter('Data Formats', '<p>JSON, CSV, RDF-XML, GeoJSON.</p>'),
        'GET /publishers/getting-started': chapter(
          'Getting started as a producer',
          '<p>You need a role on the site of your government; its administrator grants one.</p>',
        ),
        'GET /libraries': chapter('Libraries & SDKs', '<p>sodapy, RSocrata, SODA.NET.</p>'),
        'GET /foundry': chapter('API Foundry', '<p>Find a dataset.</p>'),
        'GET /foundry/data.cityofchicago.org/:id': (r) =>
          chapter(
            r.params['id'] === 'ijzp-q8t2' ? 'Crimes - 2001 to Present' : 'Building Permits',
            `<p>This dataset has the following endpoint:</p>${sample(`${city}/resource/${r.params['id'] ?? 'ydr8-5enu'}.json`, 'text')}<h2>App Tokens</h2><p>All requests should include an app token that identifies your application. While we do accept a small number of unauthenticated requests, we recommend one. <a href="/docs/app-tokens">Sign up for an app token!</a></p>${sample(`#!/usr/bin/env python\nfrom sodapy import Socrata\n\n# Unauthenticated client only works with public data sets.\nclient = Socrata("data.cityofchicago.org", None)\nresults = client.get("${r.params['id'] ?? 'ydr8-5enu'}", limit=2000)`, 'python')}`,
          ),
        'GET /register': redirect(302, `${city}/login`),
      },
      otherwise: html(404, '<!DOCTYPE html><html><body><h1>Page not found</h1></body></html>'),
    },
    'www.socrata.com': allTo('https://www.tylertech.com/products/data-insights'),
  },
  expect: expectation({
    apiBases: [city],
    tokenEndpoint: [`${city}/oauth/access_token`, null],
    flows: { authorization_code: ['yes', 'unknown'] },
    signals: {
      'structured-401': ['pass', 'n/a', 'partial'],
      'bearer-token': ['n/a', 'partial', 'fail', 'unknown'],
      'client-credentials': noCredit,
      'oauth-discovery': [...noCredit, 'partial'],
      'self-service-keys': ['pass', 'partial', 'n/a'],
      'token-expiry': ['n/a', 'partial', 'unknown'],
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'captcha-before-token': ['absent', 'present', 'unknown'],
    },
  }),
  why: {
    target: 'the city’s portal; its pages lead to the manual of the platform at another domain',
    apiBases: 'endpoints on the pages of datasets, and in every sample',
    tokenEndpoint: 'a guard: the code flow for those who write names one; reading needs none',
    authorization_code: 'documented for interactive applications',
    client_credentials: '“For non-interactive applications, we only support HTTP Basic Authentication”',
    outcome: 'two datasets answer strangers with data',
    'structured-401': 'open by design; what wants somebody refuses with JSON under 401 and 403',
    'bearer-token': 'a guard: nothing must be brought; where OAuth is used, the word is OAuth',
    'oauth-discovery': 'no metadata',
    'self-service-keys': 'reading needs nothing; tokens and API keys are made in one’s own profile',
    'token-expiry': 'a guard: nothing says so',
    'scope-restriction': 'no scopes',
    'manual-key-approval': 'roles for those who publish are granted by the government’s administrator, keys by nobody',
    'captcha-before-token': 'a guard: a CAPTCHA stands before the sign-up, which reading does not need',
    'browser-only-oauth': 'nothing needs OAuth',
    'session-cookie-only': 'the session cookie belongs to the pages',
  },
};
