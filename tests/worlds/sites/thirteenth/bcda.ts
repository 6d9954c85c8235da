import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBasic, json, redirect, text } from '../../lib/answers.ts';
import { robots, sample, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';
import { swaggerUi } from '../providers/third-manuals.ts';

const home = 'https://bcda.cms.gov';
const sandbox = 'https://sandbox.bcda.cms.gov';
const live = 'https://api.bcda.cms.gov';
/** Printed on the page for everybody, as the real ones are; these open nothing. */
const demo = {
  id: '7a1f0c44-52de-4c11-9a0d-00b9d3e6f2a1',
  secret: '0e4c7d2f9b8a61533f7e1d0c9b4a8276e5f3d1c0b9a88776655443322110ffeeddccbbaa99887766',
};

const side: readonly (readonly [string, string])[] = [
  ['API Documentation', '/api-documentation.html'],
  ['How to Get a Bearer Token', '/api-documentation/get-a-bearer-token.html'],
  ['How to Access Claims Data', '/api-documentation/access-claims-data.html'],
  ['How to Filter Claims Data', '/api-documentation/filter-claims-data.html'],
  ['How to Migrate to v3', '/api-documentation/how-to-migrate-v3.html'],
];
/** The design system of the government: banner, skip link, accordion, identifier. */
const page = (title: string, body: string, withSide = true): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | Beneficiary Claims Data API</title><link rel="stylesheet" href="/assets/css/uswds.css"><script src="https://tags.tiqcdn.com/utag/cmsgov/cms-bcda/prod/utag.js" async></script></head><body><a class="usa-skipnav" href="#main">Skip to main content</a><section class="usa-banner" aria-label="Official website of the United States government"><p>An official website of the United States government</p><p>Official websites use .gov. A .gov website belongs to an official government organization in the United States.</p><p>Secure .gov websites use HTTPS.</p></section><header class="usa-header"><a href="/index.html">BCDA Beneficiary Claims Data API</a><nav><ul class="usa-nav__primary"><li><a href="/about.html">About BCDA</a></li><li><a href="/bcda-data.html">BCDA Data</a></li><li><a href="/api-documentation.html">API Documentation</a></li><li><a href="/production-access.html">Production Access</a></li><li><a href="/support.html">Support</a></li></ul></nav></header><div class="grid-row">${withSide ? `<aside><nav aria-label="Side navigation"><ul class="usa-sidenav">${side.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></nav></aside>` : ''}<main id="main"><h1>${title}</h1>${body}<p>Was this page helpful? Submitting the form sends you to Qualtrics.</p></main></div><footer class="usa-footer"><a href="https://ab2d.cms.gov">AB2D</a><a href="https://bluebutton.cms.gov">Blue Button 2.0</a><a href="https://dpc.cms.gov">Data at the Point of Care</a><a href="https://www.cms.gov/privacy">Privacy</a><a href="/sitemap.html">Site map</a><p>A federal government website managed and paid for by the U.S. Centers for Medicare &amp; Medicaid Services.</p></footer></body></html>`,
  );

const outcome = (status: number, code: string, detail: string, said = detail): Answer =>
  json(
    status,
    {
      issue: [
        {
          code,
          details: {
            coding: [{ code: detail, display: said, system: 'http://hl7.org/fhir/ValueSet/operation-outcome' }],
            text: said,
          },
          diagnostics: said,
          severity: 'error',
        },
      ],
      resourceType: 'OperationOutcome',
    },
    { 'content-type': 'application/json; charset=UTF-8' },
  );
/** One answer to whoever has no good token, whatever was brought. */
const refuse: Reply = outcome(401, 'exception', 'Token Error', 'Invalid Token');
/** Go's http.Error: plain text, no grant is read, the client stands in Basic. */
const token: Reply = (r: Incoming) =>
  isBasic(r)
    ? text(401, 'Invalid credentials\n', { 'x-content-type-options': 'nosniff' })
    : text(400, 'Bad Request\n', { 'x-content-type-options': 'nosniff' });

const statement = (origin: string, version: 'v1' | 'v2' | 'v3') =>
  json(200, {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-10-27',
    publisher: 'Centers for Medicare & Medicaid Services',
    kind: 'instance',
    instantiates: [`${origin}/fhir/metadata`],
    software: { name: 'Beneficiary Claims Data API', version: 'r284', releaseDate: '2026-10-27' },
    implementation: { description: 'The Beneficiary Claims Data API (BCDA)', url: origin },
    fhirVersion: version === 'v1' ? '3.0.1' : '4.0.1',
    format: ['application/json', 'application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: {
          cors: true,
          service: [
            {
              coding: [
                { system: 'http://hl7.org/fhir/ValueSet/restful-security-service', code: 'OAuth', display: 'OAuth' },
              ],
              text: 'OAuth',
            },
          ],
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [{ url: 'token', valueUri: `${origin}/auth/token` }],
            },
          ],
        },
        interaction: [{ code: 'batch' }, { code: 'search-system' }],
        operation: [
          { name: 'patient-export', definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export' },
        ],
      },
    ],
  });
const swagger = (host: string) => ({
  swagger: '2.0',
  info: {
    title: 'Beneficiary Claims Data API',
    version: '2.0.0',
    description:
      'The Beneficiary Claims Data API (BCDA) allows downloading of claims data in accordance with the FHIR Bulk Data Export specification.',
    contact: { email: 'bcapi@cms.hhs.gov', url: home },
    license: { name: 'https://github.com/CMSgov/bcda-app/blob/master/LICENSE.md' },
  },
  host,
  basePath: '/',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  securityDefinitions: {
    basic_auth: { type: 'basic' },
    bearer_token: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: 'The API key, preceded by the word Bearer and a space',
    },
  },
  paths: {
    '/auth/token': {
      post: {
        tags: ['auth'],
        summary: 'Get access token',
        description:
          'Verifies Basic authentication credentials, and returns a JWT bearer token that can be presented to the other API endpoints.',
        operationId: 'GetAuthToken',
        security: [{ basic_auth: [] }],
        responses: {
          200: { description: 'JSON containing an access token' },
          400: { description: 'Missing credentials' },
          401: { description: 'Invalid credentials' },
        },
      },
    },
    '/auth/welcome': {
      get: {
        tags: ['auth'],
        summary: 'Test authentication',
        operationId: 'welcome',
        security: [{ bearer_token: [] }],
        responses: { 200: { description: 'Welcome' }, 401: { description: 'Invalid credentials' } },
      },
    },
    '/api/v2/metadata': {
      get: {
        tags: ['metadata'],
        summary: 'Get metadata',
        operationId: 'metadata',
        responses: { 200: { description: 'OK' } },
      },
    },
    '/api/v2/Patient/$export': {
      get: {
        tags: ['bulkData'],
        summary: 'Start FHIR R4 data export for all supported resource types',
        operationId: 'bulkPatientRequestV2',
        security: [{ bearer_token: [] }],
        responses: { 202: { description: 'Accepted' }, 401: { description: 'Invalid credentials' } },
      },
    },
    '/api/v2/jobs': {
      get: {
        tags: ['job'],
        summary: 'Get jobs',
        operationId: 'jobsStatusV2',
        security: [{ bearer_token: [] }],
        responses: { 200: { description: 'OK' }, 401: { description: 'Invalid credentials' } },
      },
    },
    '/_version': {
      get: {
        tags: ['metadata'],
        summary: 'Get API version',
        operationId: 'getVersion',
        responses: { 200: { description: 'OK' } },
      },
    },
  },
});
const api = (host: string) => {
  const origin = `https://${host}`;
  const routes: Record<string, Reply> = {
    'GET /': redirect(301, `${home}/`),
    'POST /auth/token': token,
    '/auth/token': text(405, ''),
    'GET /auth/welcome': refuse,
    'GET /_version': json(200, { version: 'r284' }),
    'GET /_health': json(200, { database: 'ok', ssas: 'ok' }),
    'GET /_auth': json(200, { auth_provider: 'ssas', version: 'r155' }),
  };
  for (const version of ['v1', 'v2', 'v3'] as const) {
    routes[`GET /api/${version}/metadata`] = statement(origin, version);
    for (const path of ['Patient/$export', 'Group/*', 'jobs', 'jobs/*', 'attribution_status'])
      routes[`/api/${version}/${path}`] = refuse;
  }
  return {
    routes: {
      ...routes,
      'GET /api/v2/swagger': swaggerUi('BCDA', '/api/v2/swagger/swagger.json'),
      'GET /api/v2/swagger/swagger.json': json(200, swagger(host)),
      '/data/*': refuse,
    },
    otherwise: text(404, '404 page not found\n'),
  };
};

/** Claims of Medicare in bulk: a client id and a secret in Basic for a token of twenty minutes; the sandbox prints both. */
export const bcda: World = {
  id: 'bcda',
  kind: 'provider',
  title:
    'Bulk FHIR of Medicare: token endpoint that reads Basic and no grant, sandbox credentials printed for everybody',
  target: 'bcda.cms.gov',
  dated: '2026-11',
  sources: [
    'CMSgov/bcda-static-site: src/_pages/api-documentation, _pages/production-access.md',
    'CMSgov/bcda-app: bcda/auth/api.go, bcda/auth/middleware.go, bcda/responseutils',
    'bcda.cms.gov/api-documentation/get-a-bearer-token.html',
  ],
  hosts: {
    'bcda.cms.gov': {
      headers: { server: 'AmazonS3', 'strict-transport-security': 'max-age=31536000' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow:\n'),
        'GET /': page(
          'Get Medicare claims data for your enrollees',
          '<p>Beneficiary Claims Data API (BCDA) enables Alternative Payment Model (APM) participants to retrieve Medicare Part A, Part B, and Part D claims data for their enrollees.</p><a class="usa-button" href="/api-documentation.html">Try the API</a><h2>Announcements</h2><p>BCDA launches v3: enhanced timeliness and performance. Temporary service limitation during annual end of year transition.</p><h2 id="eligible-model-entities">Eligible model entities</h2><ul><li>Accountable Care Organizations (ACOs) in the Medicare Shared Savings Program</li><li>ACO Realizing Equity, Access, and Community Health (REACH) Model</li><li>Kidney Care Choices Model</li></ul><h2>What our users say</h2><blockquote>We get partially adjudicated claims weeks earlier than in CCLF files.</blockquote>',
          false,
        ),
        'GET /index.html': redirect(302, '/'),
        'GET /about.html': page(
          'About BCDA',
          '<p>BCDA follows the Bulk FHIR specification. Model entities use claims data to coordinate care and to see their performance.</p>',
          false,
        ),
        'GET /bcda-data.html': page(
          'BCDA Data',
          `<h2 id="resource-types">Resource types</h2>${table([
            ['ExplanationOfBenefit', 'Claims of Parts A, B and D'],
            ['Patient', 'Demographics'],
            ['Coverage', 'Enrollment, entitlement'],
          ])}<h2>Sample files</h2><p>Negative patient ids mark synthetic enrollees. Claims that are not yet adjudicated: Claim and ClaimResponse, for REACH ACOs only.</p>`,
          false,
        ),
        'GET /api-documentation.html': page(
          'API Documentation',
          '<p>Beneficiary Claims Data API (BCDA) uses Bulk Fast Healthcare Interoperability Resources (FHIR) to share claims data.</p><h2>Getting started</h2><ol class="usa-process-list"><li><p>Learn about BCDA</p><p>Explore the documentation, data dictionary and <a href="/bcda-data.html">sample files</a>.</p></li><li><p>Use the sandbox</p><p>The sandbox environment allows anyone to try the API and download test claims data. Learn how to <a href="/api-documentation/get-a-bearer-token.html">get a bearer token</a> and <a href="/api-documentation/access-claims-data.html">access the sandbox</a>.</p></li><li><p>Get production access</p><p>Eligible model entities must have <a href="/production-access.html">production credentials</a> to access their enrollees\' claims data.</p></li></ol><h2>Endpoints</h2><h3>/metadata</h3><p>Request the FHIR CapabilityStatement for basic information on the API, like its version and whether it\'s currently active. This does not require authorization.</p><h3>/Group</h3><p>Provide the <code>all</code> or <code>runout</code> identifier to indicate whose data you\'d like returned.</p><h3>/Patient</h3><p>Similar to /Group/all.</p><h3>/jobs</h3><p>Request information about previous job requests.</p><h3>/attribution_status</h3><p>When your enrollee list was last updated.</p><h2>Parameters</h2><ul><li><code>_type</code></li><li><code>_typeFilter</code></li><li><code>_since</code></li></ul>',
        ),
        'GET /api-documentation/get-a-bearer-token.html': page(
          'How to Get a Bearer Token',
          `<p>Bearer tokens, also known as access tokens or JSON web tokens, authorize use of the BCDA endpoints. You will need a bearer token to access claims data in the sandbox and production environments.</p><h2>Instructions</h2><h3>1. Get your organization's credentials</h3><p>BCDA protects its token endpoint with Basic Auth. Your credentials will be formatted as a client ID and client secret.</p><ul><li><b>Sandbox environment</b>: Use a sample client ID and secret from the <a href="#sandbox-credentials">sandbox credentials section</a>.</li><li><b>Production environment</b>: Use the client ID and secret issued by your model-specific system during <a href="/production-access.html">production access</a>. Credentials must be rotated (renewed) every 90 days.</li></ul><h3>2. Request a bearer token</h3><div class="usa-alert usa-alert--warning"><p>Bearer tokens expire 20 minutes after they are generated.</p></div><h4>Request header</h4><p>The header has <code>Authorization: Basic</code> followed by the credentials, joined by a colon, then encoded in Base64 format.</p>${sample('Authorization: Basic {base64_encoded_credentials}\nAccept: application/json', 'yaml')}<h4>Example curl command to request a bearer token</h4>${sample(`curl -d "" -X POST "${sandbox}/auth/token" \\\n\t--user ${demo.id}:${demo.secret} \\\n\t-H "Accept: application/json"`, 'shell')}<div class="usa-alert usa-alert--info"><p>Use <code>sandbox.bcda.cms.gov</code> to access the sandbox or <code>api.bcda.cms.gov</code> to access the production environment.</p></div><h4>Response example: successful request</h4>${sample('{\n  "access_token": "eyJhbGciOiJSUzUxMiIsInR...",\n  "expires_in": "1200",\n  "token_type": "bearer"\n}', 'json')}<h3>3. Set your bearer token in your request headers</h3><p>“Bearer” must be included in the header with a capital B and followed by a space.</p>${sample('Authorization: Bearer {bearer_token}', 'yaml')}<h2 id="sandbox-credentials">Sandbox credentials</h2><p>Sandbox credentials allow anyone to access synthetic test claims data. These credentials will not work in the production environment.</p><h3>Extra-small model entity (50 synthetic enrollees)</h3><p>Client ID:</p>${sample(demo.id, 'yaml')}<p>Client secret:</p>${sample(demo.secret, 'yaml')}<h2>Troubleshooting</h2><ul><li>Bearer tokens expire after 20 minutes.</li><li>Jobs will not be interrupted when the bearer token expires.</li><li>You do <i>not</i> need to start a new job if your bearer token expires and your job was completed in the last 24 hours. You can download these files using a new bearer token.</li></ul>`,
        ),
        'GET /api-documentation/access-claims-data.html': page(
          'How to Access Claims Data',
          `${table([
            ['Sandbox', 'Production'],
            [
              'Available to everyone via test credentials',
              'Must <a href="/production-access.html">complete the steps</a> for production credentials',
            ],
            ['<code>sandbox.bcda.cms.gov</code>', '<code>api.bcda.cms.gov</code>'],
          ])}<h2>Instructions</h2><h3>1. Get a bearer token</h3><p>The process requires credentials, which are formatted as a client ID and client secret.</p><h3>2. Start a job</h3>${sample(`curl -X GET "${sandbox}/api/v3/Group/all/\\$export" \\\n    -H "Accept: application/fhir+json" \\\n    -H "Prefer: respond-async" \\\n    -H "Authorization: Bearer {bearer_token}" \\\n    -i`, 'shell')}<p>You may receive a <code>401</code> response if your credentials are invalid or expired.</p><h4>Response example: too many requests</h4><p>Wait until the period of time specified in the <code>Retry-After</code> header passes.</p><h3>3. Check job status</h3>${sample(`curl -X GET "${sandbox}/api/v3/jobs/{job_id}" \\\n    -H "Authorization: Bearer {bearer_token}" -i`, 'shell')}<h3>4. Download the data</h3>${sample(`curl -X GET "${sandbox}/data/{job_id}/{file_name}" \\\n    -H "Accept-Encoding: gzip" -H "Authorization: Bearer {bearer_token}"`, 'shell')}<p>Files expire after 24 hours.</p><h2>Other BCDA endpoints</h2><h3>Cancel a job</h3>${sample('DELETE /api/v3/jobs/{job_id}', 'shell')}<h3>Metadata</h3>${sample(`curl ${sandbox}/api/v3/metadata`, 'shell')}`,
        ),
        'GET /api-documentation/filter-claims-data.html': page(
          'How to Filter Claims Data',
          `${sample(`${sandbox}/api/v3/Patient/$export?_type=ExplanationOfBenefit&_since=2026-02-13T08:00:00.000-05:00`, 'text')}<p>Dates and times must be URL encoded.</p>`,
        ),
        'GET /api-documentation/how-to-migrate-v3.html': page(
          'How to Migrate to v3',
          '<p>v1 and v2 remain until July 2027. Change the path from <code>/api/v2</code> to <code>/api/v3</code>; the token endpoint stays.</p>',
        ),
        'GET /production-access.html': page(
          'Production Access',
          `<p>Eligible organizations must get credentials from their model-specific systems to access enrollee claims data.</p><ol class="usa-process-list"><li><h2>Authorize your model entity</h2><p>Create and manage credentials by logging in to your model-specific system:</p><ul><li><b>ACOs in the Medicare Shared Savings Program</b>: Only users with the Credential Delegate role can manage credentials from the <a href="https://acoms.cms.gov/api-key-mgmt/bcda">ACO Management System (ACO-MS)</a>.</li><li><b>REACH ACOs and KCEs or KCF practices</b>: Users with certain roles can manage credentials from <a href="https://4innovation.cms.gov/secure/api-credentials/bcda">4innovation (4i)</a>.</li></ul><p>Your registered contact can contact the help desk to assign these roles.</p></li><li><h2>Obtain production credentials</h2><ol><li>Visit the <i>API Credentials</i> page in your model-specific system.</li><li>Choose the <i>BCDA Credentials</i> tab, then select <i>Create New API Credentials</i>.</li><li>Add a public, static IP address for every system, including vendors, that will use the API (up to 8). It may take up to an hour for the Allow List to update.</li></ol><h3>Rotate (renew) credentials every 90 days</h3><p>Select the rotate icon in the Actions column.</p><h3>Revoke (deactivate) credentials if compromised</h3><p>Select the delete icon in the Actions column.</p></li><li><h2>Access production claims data</h2><p>Follow similar steps as you did in the sandbox.</p></li></ol>`,
          false,
        ),
        'GET /support.html': page(
          'Support',
          `<p>Join the <a href="https://groups.google.com/g/bc-api">Google Group</a> or write to bcapi@cms.hhs.gov. Do not share Personally Identifiable Information (PII) like tokens, credentials, or claims data.</p><p>Interactive documentation of v2: <a href="${sandbox}/api/v2/swagger">Swagger</a>.</p><h2>Frequently asked questions</h2><h3>Who can use it?</h3><p>Anyone can try the sandbox.</p>`,
          false,
        ),
        'GET /sitemap.html': page(
          'Site map',
          '<ul><li><a href="/about.html">About BCDA</a></li><li><a href="/bcda-data.html">BCDA Data</a></li><li><a href="/api-documentation.html">API Documentation</a></li><li><a href="/production-access.html">Production Access</a></li><li><a href="/support.html">Support</a></li></ul>',
          false,
        ),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="en"><head><title>404 | BCDA</title></head><body><h1>Page not found</h1></body></html>',
      ),
    },
    'www.bcda.cms.gov': aliasOf(home),
    'sandbox.bcda.cms.gov': api('sandbox.bcda.cms.gov'),
    // The real one drops whoever is not on its allow list.
    'api.bcda.cms.gov': { routes: {}, secure: 'closed', plain: 'closed' },
  },
  expect: expectation({
    apiBases: [[sandbox, live]],
    tokenEndpoint: [`${sandbox}/auth/token`, `${live}/auth/token`],
    flows: {},
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': ['pass', 'partial'],
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': ['fail', 'unknown', 'n/a'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': ['absent', 'unknown'],
    },
    notJudged: ['client_credentials', 'manual-key-approval'],
  }),
  why: {
    apiBases: 'samples of the sandbox; the host of production answers only addresses that it knows',
    tokenEndpoint: 'the page on bearer tokens, the description, and the capability statement',
    client_credentials:
      'not judged: client id and secret buy a token, but no grant_type is sent and nobody says the name of the grant',
    outcome: 'exports and jobs refuse strangers with 401',
    'structured-401': 'an OperationOutcome names the issue and its code',
    'bearer-token': 'the manual insists on the word, capital B and a space; the answer is the same to a wrong token',
    'client-credentials': 'a machine exchanges its client id and secret for a token by itself',
    'oauth-discovery': 'the token endpoint stands in the CapabilityStatement, which no OAuth standard names',
    'self-service-keys': 'the sandbox prints credentials for everybody; production is for model entities',
    'token-expiry':
      'tokens live 20 minutes and another is asked for; the secret must be renewed by a person every 90 days',
    'manual-key-approval': 'not judged: eligible entities make their credentials themselves, others never get any',
    'browser-only-oauth': 'nothing needs a browser',
    'session-cookie-only': 'bearer tokens',
  },
};
