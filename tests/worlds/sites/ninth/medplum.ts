import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, isBasic, json, parameter, redirect } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { sample, shell } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';
import { docusaurus, frontOf } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter, fields } from '../seventh/noise.ts';

const api = 'https://api.medplum.com';
const home = 'https://www.medplum.com';
const fhir = { 'content-type': 'application/fhir+json; charset=utf-8' };
const refuse: Reply = () =>
  json(
    401,
    {
      resourceType: 'OperationOutcome',
      id: 'unauthorized',
      issue: [{ severity: 'error', code: 'login', details: { text: 'Unauthorized' } }],
    },
    fhir,
  );
const server = {
  issuer: `${api}/`,
  authorization_endpoint: `${api}/oauth2/authorize`,
  token_endpoint: `${api}/oauth2/token`,
  userinfo_endpoint: `${api}/oauth2/userinfo`,
  jwks_uri: `${api}/.well-known/jwks.json`,
  introspection_endpoint: `${api}/oauth2/introspect`,
  response_types_supported: ['code', 'id_token', 'token id_token'],
  grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
  scopes_supported: [
    'openid',
    'profile',
    'email',
    'offline',
    'launch',
    'patient/*.rs',
    'user/*.cruds',
    'system/*.cruds',
  ],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
  subject_types_supported: ['pairwise', 'public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
};
const token: Reply = (r) => {
  const grant = parameter(r, 'grant_type');
  if (grant === undefined) return oauthError(400, 'invalid_request', 'Missing grant_type');
  if (!['authorization_code', 'client_credentials', 'refresh_token'].includes(grant))
    return oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type');
  return isBasic(r) || parameter(r, 'client_id') !== undefined
    ? oauthError(400, 'invalid_request', 'Invalid client')
    : oauthError(400, 'invalid_request', 'Missing client_id');
};

/** Health platform: FHIR with OpenID metadata, SMART configuration under the base, and clients that one makes oneself. */
export const medplum: World = {
  id: 'medplum',
  kind: 'provider',
  title: 'Health: FHIR with metadata at the host and under the base, client_credentials, self-made clients',
  target: 'medplum.com',
  dated: '2026-11',
  sources: ['www.medplum.com/docs/auth', 'www.medplum.com/docs/api/oauth'],
  hosts: {
    'medplum.com': aliasOf(home),
    'www.medplum.com': {
      routes: {
        ...docusaurus('Medplum', [
          ['/docs', 'Documentation', `<p>Build compliant healthcare products.</p>${chatter('Medplum', 3)}`],
          [
            '/docs/auth',
            'Authentication and authorization',
            '<p>Users sign in with a password, Google or the identity provider of your own; services use client credentials. Access policies limit what a client, a user or a bot may read and write.</p>',
          ],
          [
            '/docs/auth/client-credentials',
            'Client credentials',
            `<p>For server-to-server calls create a ClientApplication in the Project Admin console; its ID and secret are there at once.</p>${sample('curl -X POST https://api.medplum.com/oauth2/token \\\n  -H "Content-Type: application/x-www-form-urlencoded" \\\n  -d "grant_type=client_credentials&client_id=$MEDPLUM_CLIENT_ID&client_secret=$MEDPLUM_CLIENT_SECRET"')}<p>The access token expires after one hour; request a new one with the same call.</p>${sample("curl https://api.medplum.com/fhir/R4/Patient -H 'Authorization: Bearer $TOKEN'")}`,
          ],
          [
            '/docs/auth/external-identity-providers',
            'External identity providers',
            '<p>Let your users sign in through Auth0 or Okta: register the domain in the project settings. Ask us to enable this feature for your project.</p>',
          ],
          [
            '/docs/api/fhir',
            'FHIR API',
            `<p>Base URL <code>https://api.medplum.com/fhir/R4/</code></p>${fields(['resourceType', 'id', 'meta', 'identifier', 'name', 'birthDate'])}`,
          ],
          [
            '/docs/tutorials/register',
            'Register',
            '<p>Open app.medplum.com/register, enter your name and email, and name your project.</p>',
          ],
        ]),
        ...frontOf({
          name: 'Medplum',
          origin: home,
          hero: 'Fast and easy healthcare dev',
          nav: [
            ['Documentation', `${home}/docs`],
            ['Products', `${home}/products`],
            ['Pricing', `${home}/pricing`],
            ['Sign in', 'https://app.medplum.com/signin'],
            ['Register', 'https://app.medplum.com/register'],
          ],
          stubs: ['/products', '/pricing'],
        }),
      },
      otherwise: bare404('Medplum'),
    },
    'app.medplum.com': { routes: { 'GET *': shell('Medplum App') } },
    'api.medplum.com': {
      routes: {
        'GET /': json(200, { ok: true }),
        'GET /healthcheck': json(200, { ok: true, version: '5.0.10' }),
        'GET /.well-known/openid-configuration': json(200, server),
        'GET /.well-known/oauth-authorization-server': json(200, server),
        'GET /.well-known/jwks.json': json(200, { keys: [] }),
        'GET /fhir/R4/.well-known/smart-configuration': json(200, {
          ...server,
          capabilities: ['client-confidential-symmetric', 'client-public', 'permission-patient', 'permission-v2'],
        }),
        'GET /fhir/R4/metadata': json(
          200,
          { resourceType: 'CapabilityStatement', status: 'active', fhirVersion: '4.0.1', rest: [{ mode: 'server' }] },
          fhir,
        ),
        'POST /oauth2/token': token,
        'GET /oauth2/authorize': redirect(302, 'https://app.medplum.com/oauth'),
        'GET /oauth2/userinfo': refuse,
        '/fhir/R4/*': refuse,
        '/admin/*': refuse,
      },
      otherwise: json(
        404,
        { resourceType: 'OperationOutcome', id: 'not-found', issue: [{ severity: 'error', code: 'not-found' }] },
        fhir,
      ),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: `${api}/oauth2/token`,
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'pass',
      'self-service-keys': signUp,
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['implicit'],
  }),
  why: {
    implicit: 'not judged: response types name tokens, the list of grants does not',
    'manual-key-approval': 'what one asks for is a feature',
  },
};
