import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, isBare, json, parameter, redirect } from '../../lib/answers.ts';
import { cloudflareChallenge, list, sample, site, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';
import { bare404, failure } from '../providers/fourth-pages.ts';
import { chatter, fields } from './noise.ts';

const home = 'https://digital.nhs.uk';
const guides = `${home}/developer/guides-and-documentation`;
const security = `${guides}/security-and-authorisation`;
const look = site({
  name: 'NHS England Digital',
  nav: [
    ['Data', `${home}/data`],
    ['Cyber and data security', `${home}/cyber-and-data-security`],
    ['Developer', `${home}/developer`],
    ['News', `${home}/news`],
  ],
  footer: [
    ['Accessibility', `${home}/about/accessibility`],
    ['Privacy and cookies', `${home}/about/privacy`],
  ],
});
const outcome = (status: number, code: string, display: string, diagnostics: string) =>
  json(
    status,
    {
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          code: 'forbidden',
          details: {
            coding: [
              { system: 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode', version: '1', code, display },
            ],
          },
          diagnostics,
        },
      ],
    },
    { 'content-type': 'application/fhir+json' },
  );
const refuse: Reply = (r) =>
  outcome(
    401,
    'ACCESS_DENIED',
    'Access Denied - Unauthorised',
    isBare(r) ? 'Invalid access token - Access Token is missing' : 'Invalid Access Token',
  );
const token: Reply = (r) => {
  const grant = parameter(r, 'grant_type');
  if (grant === undefined) return failure(400, 'invalid_request', 'grant_type is missing');
  if (
    ![
      'client_credentials',
      'authorization_code',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:token-exchange',
    ].includes(grant)
  )
    return failure(400, 'unsupported_grant_type', 'grant_type is invalid');
  if (grant === 'client_credentials' && parameter(r, 'client_assertion') === undefined)
    return failure(
      400,
      'invalid_request',
      "Missing or invalid client_assertion_type - must be 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'",
    );
  return failure(401, 'invalid_client', 'client_id is invalid');
};
const environment = {
  headers: { server: 'AWS' },
  routes: {
    'POST /oauth2/token': token,
    'GET /oauth2/authorize': failure(400, 'invalid_request', 'client_id is missing'),
    'GET /personal-demographics/FHIR/R4/_ping': json(200, { version: 'v1.1', revision: '9f1c' }),
    'GET /personal-demographics/FHIR/R4/_status': json(401, { error: 'Unauthorized' }),
    '/personal-demographics/FHIR/R4*': refuse,
    '/hello-world/hello/world': json(200, { message: 'Hello World!' }),
    '/hello-world/hello/application': json(401, {
      fault: { faultstring: 'Failed to resolve API Key variable request.header.apikey' },
    }),
  },
  otherwise: json(404, {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'not-found', diagnostics: 'Unknown proxy' }],
  }),
};

/** National health service: FHIR behind signed JWTs, an open sandbox, approval before anything is live. */
export const nhs: World = {
  id: 'nhs',
  kind: 'provider',
  title: 'Health: FHIR with client_credentials by private_key_jwt; an open sandbox; software must be approved',
  target: `${home}/developer`,
  dated: '2026-11',
  sources: [
    'digital.nhs.uk/developer/guides-and-documentation/security-and-authorisation',
    'digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir',
  ],
  hosts: {
    'www.digital.nhs.uk': aliasOf(home),
    'digital.nhs.uk': {
      routes: {
        'GET /': look('NHS England Digital', chatter('NHS services', 3)),
        'GET /developer': look(
          'API and integration hub',
          `<p>Build healthcare software with our APIs.</p>${list([
            `<a href="${home}/developer/api-catalogue">API catalogue</a>`,
            `<a href="${guides}">Guides and documentation</a>`,
            `<a href="${home}/developer/getting-started">Getting started</a>`,
            `<a href="https://onboarding.prod.api.platform.nhs.uk/">Developer account</a>`,
            `<a href="${home}/developer/help-and-support">Help and support</a>`,
          ])}${chatter('the hub', 2, 4)}`,
        ),
        'GET /developer/getting-started': look(
          'Getting started',
          list([
            'Find an API in the catalogue and try it in the sandbox: it needs no credentials.',
            'Create a developer account and add your application to get keys for integration testing.',
            'Onboard: before your software goes live it must be approved by us.',
          ]),
        ),
        'GET /developer/help-and-support': look('Help and support', '<p>Ask in the community or write to us.</p>'),
        'GET /developer/api-catalogue': look(
          'API and integration catalogue',
          `<p>142 results</p>${list([
            `<a href="${home}/developer/api-catalogue/personal-demographics-service-fhir">Personal Demographics Service - FHIR API</a> In production, user-restricted, application-restricted`,
            `<a href="${home}/developer/api-catalogue/hello-world">Hello World API</a>`,
          ])}`,
        ),
        'GET /developer/api-catalogue/hello-world': look(
          'Hello World API',
          `<p>Learn how to call our APIs.</p>${sample('curl -X GET https://sandbox.api.service.nhs.uk/hello-world/hello/world')}`,
        ),
        'GET /developer/api-catalogue/personal-demographics-service-fhir': look(
          'Personal Demographics Service - FHIR API',
          `<h2>Overview</h2><p>Search for patients and read or update their demographics: name, address, registered GP.</p><h2>Access modes</h2>${table(
            [
              ['Healthcare worker access', 'NHS CIS2, user-restricted, separate or combined authentication'],
              ['Application-restricted access', 'signed JWT authentication'],
              ['Patient access', 'NHS login'],
            ],
          )}<h2>Environments and testing</h2>${table([
            ['Sandbox', '<code>https://sandbox.api.service.nhs.uk/personal-demographics/FHIR/R4/</code>'],
            ['Integration test', '<code>https://int.api.service.nhs.uk/personal-demographics/FHIR/R4/</code>'],
            ['Production', '<code>https://api.service.nhs.uk/personal-demographics/FHIR/R4/</code>'],
          ])}<p>The sandbox is stateless and open access: it does not allow you to test authentication.</p><h2>Onboarding</h2><p>You need to get your software approved by us before it can go live with this API. We call this onboarding. The process can sometimes be quite long, so plan ahead.</p><h2>Endpoint: get patient details</h2>${sample(
            'curl -X GET https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/9000000009 \\\n  -H "Authorization: Bearer [your access token]" \\\n  -H "X-Request-ID: 60E0B220-8136-4CA5-AE46-1D97EF59D068"',
          )}${fields(['id', 'identifier', 'name', 'gender', 'birthDate', 'address', 'generalPractitioner', 'managingOrganization'])}`,
        ),
        'GET /developer/guides-and-documentation': look(
          'Guides and documentation',
          list([
            `<a href="${security}">Security and authorisation</a>`,
            `<a href="${guides}/rate-limiting">Rate limiting</a>`,
            `<a href="${guides}/digital-onboarding">Digital onboarding</a>`,
          ]),
        ),
        'GET /developer/guides-and-documentation/rate-limiting': look(
          'Rate limiting',
          '<p>By default 5 requests a second for each application.</p>',
        ),
        'GET /developer/guides-and-documentation/digital-onboarding': look(
          'Digital onboarding',
          '<p>In your developer account, answer questions about your organisation, clinical safety (DCB0129) and information governance. Our team reviews your answers; after approval we sign a connection agreement and you get production access.</p>',
        ),
        'GET /developer/guides-and-documentation/security-and-authorisation': look(
          'Security and authorisation',
          `<p>Our APIs use these patterns:</p>${list([
            'Open access: no authorisation',
            'Application-restricted: API key',
            `<a href="${security}/application-restricted-restful-apis-signed-jwt-authentication">Application-restricted: signed JWT</a>`,
            `<a href="${security}/user-restricted-restful-apis-nhs-login-combined-authentication-and-authorisation">User-restricted: NHS login, combined</a>`,
          ])}`,
        ),
        'GET /developer/guides-and-documentation/security-and-authorisation/application-restricted-restful-apis-signed-jwt-authentication':
          look(
            'Application-restricted RESTful APIs - signed JWT authentication',
            `<h2>Overview</h2><p>In this pattern, a form of OAuth 2.0 known formally as private key JWT, you authenticate your application by sending a signed JSON Web Token to our authorisation server and get an access token, which you then send with each request.</p><h2>Step 1: register your application</h2><p>Sign in to your developer account and add an application. For production, onboarding must be complete.</p><h2>Step 2: generate a key pair</h2>${sample('openssl genrsa -out test-1.pem 4096')}<h2>Step 3: register your public key</h2><p>Upload your JWKS.</p><h2>Step 4: generate and sign a JWT</h2>${fields(['iss', 'sub', 'aud', 'jti', 'exp', 'kid'])}<h2>Step 5: get an access token</h2>${sample(
              'curl -X POST -H "content-type:application/x-www-form-urlencoded" --data \\\n"grant_type=client_credentials\\\n&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer\\\n&client_assertion=[your signed JWT from step 4]" \\\nhttps://int.api.service.nhs.uk/oauth2/token',
            )}<p>The production address is <code>https://api.service.nhs.uk/oauth2/token</code>.</p>${sample('{"access_token": "Sr5PGv19wTEHJdDr2wx2f7IGd0cw", "expires_in": "599", "token_type": "Bearer"}', 'json')}<p>The access token expires after 10 minutes. Get a new one in the same way: there is no refresh token in this pattern.</p>`,
          ),
        'GET /developer/guides-and-documentation/security-and-authorisation/user-restricted-restful-apis-nhs-login-combined-authentication-and-authorisation':
          look(
            'User-restricted RESTful APIs - NHS login combined authentication and authorisation',
            `<p>Redirect the user's browser to <code>https://api.service.nhs.uk/oauth2/authorize</code> with <code>response_type=code</code>; exchange the authorisation code at <code>https://api.service.nhs.uk/oauth2/token</code> with <code>grant_type=authorization_code</code>. The access token lasts 10 minutes; refresh it with the refresh token, which lasts an hour: <code>grant_type=refresh_token</code>.</p>`,
          ),
        'GET /data': look('Data', '<p>Publications and data sets.</p>'),
        'GET /cyber-and-data-security': look('Cyber and data security', '<p>Alerts.</p>'),
        'GET /news': look('News', '<p>What changed.</p>'),
        'GET /about/accessibility': look('Accessibility', '<p>WCAG 2.2.</p>'),
        'GET /about/privacy': look('Privacy and cookies', '<p>We use session cookies to keep the site working.</p>'),
      },
      otherwise: bare404('NHS England Digital'),
    },
    'onboarding.prod.api.platform.nhs.uk': { routes: { '*': () => cloudflareChallenge() } },
    'api.service.nhs.uk': environment,
    'int.api.service.nhs.uk': environment,
    'sandbox.api.service.nhs.uk': {
      routes: {
        'GET /personal-demographics/FHIR/R4/Patient/:id': json(
          200,
          { resourceType: 'Patient', id: '9000000009', gender: 'female', birthDate: '2010-10-22' },
          { 'content-type': 'application/fhir+json' },
        ),
        'GET /hello-world/hello/world': json(200, { message: 'Hello World!' }),
        'GET /': redirect(302, `${home}/developer`),
      },
      otherwise: outcome(404, 'RESOURCE_NOT_FOUND', 'Resource not found', 'The sandbox does not know this path'),
    },
  },
  expect: expectation({
    apiBases: [['https://api.service.nhs.uk', 'https://int.api.service.nhs.uk']],
    tokenEndpoint: ['https://api.service.nhs.uk/oauth2/token', 'https://int.api.service.nhs.uk/oauth2/token'],
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: ['yes', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': 'fail',
      'token-expiry': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': 'present',
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['captcha-before-token'],
  }),
  why: {
    'structured-401': 'an OperationOutcome names the issue and its code',
    'self-service-keys': 'keys for integration at once, production only after approval',
    'captcha-before-token': 'not judged: the account portal stands behind a challenge',
  },
};
