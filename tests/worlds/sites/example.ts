/**
 * The small business behind the example report of the home page: OAuth for people in front of a browser, as many have it. `npm run example`
 * scans it as anybody's API is scanned and stores what was seen; a test scans it again and compares.
 */
import { html, json, redirect } from '../lib/answers.ts';
import { tokenEndpoint } from '../lib/oauth.ts';
import { openapi } from '../lib/openapi.ts';
import { loginForm, robots, sample, site } from '../lib/pages.ts';
import { expectation, type World } from '../lib/world.ts';

const api = 'https://api.fieldnotes.test';
const page = site({ name: 'Fieldnotes', plain: true, nav: [['Developers', 'https://developers.fieldnotes.test/']] });
const docs = site({
  name: 'Fieldnotes Developers',
  plain: true,
  nav: [
    ['Start', '/'],
    ['Authorization', '/authorization'],
    ['API description', `${api}/openapi.json`],
  ],
});

export const exampleWorld: World = {
  id: 'example-report',
  kind: 'archetype',
  title: 'Notes of surveyors; every token begins in a browser and ends after an hour',
  target: 'fieldnotes.test',
  dated: '2026-11',
  sources: ['Invented'],
  hosts: {
    'fieldnotes.test': {
      routes: {
        'GET /': page(
          'Notes from the field',
          '<p>Surveyors write, the office reads. <a href="https://developers.fieldnotes.test/">For developers</a></p>',
        ),
        'GET /robots.txt': robots(),
      },
    },
    'developers.fieldnotes.test': {
      routes: {
        'GET /': docs(
          'Start',
          `<p>The Fieldnotes API reads and writes the notes of a survey. <a href="/authorization">Authorization</a> says how a user of yours lets you. The API lives at <code>${api}/v1</code>.</p>${sample(`curl ${api}/v1/notes -H "Authorization: Bearer <token>"`)}`,
        ),
        'GET /authorization': docs(
          'Authorization',
          `<p>Register your app in the console first. Fieldnotes uses OAuth 2.0 with the authorization code grant. The client credentials grant is not available, and there are no API keys.</p><h2>1. Send the user to us</h2>${sample('https://login.fieldnotes.test/oauth/authorize?response_type=code&client_id=fn_123&scope=notes:read+notes:write', 'text')}<h2>2. Exchange the code</h2>${sample('curl -X POST https://login.fieldnotes.test/oauth/token \\\n  -d grant_type=authorization_code -d code=… -d client_id=… -d client_secret=…')}<p>An access token expires after one hour. There are no refresh tokens: the user signs in again.</p>`,
        ),
      },
    },
    'login.fieldnotes.test': {
      routes: {
        'GET /': redirect(302, '/login'),
        'GET /login': page('Sign in', loginForm()),
        'GET /oauth/authorize': redirect(302, '/login'),
        'POST /oauth/token': tokenEndpoint({ grants: ['authorization_code'], order: 'grant-first' }),
      },
    },
    'api.fieldnotes.test': {
      routes: {
        'GET /openapi.json': json(
          200,
          openapi({
            title: 'Fieldnotes',
            servers: [`${api}/v1`],
            operations: ['get /notes', 'post /notes', 'get /notes/{id}', 'get /surveys'],
            schemes: {
              oauth: {
                type: 'oauth2',
                flows: {
                  authorizationCode: {
                    authorizationUrl: 'https://login.fieldnotes.test/oauth/authorize',
                    tokenUrl: 'https://login.fieldnotes.test/oauth/token',
                    scopes: { 'notes:read': 'Read notes', 'notes:write': 'Write notes' },
                  },
                },
              },
            },
            security: [{ oauth: ['notes:read'] }],
          }),
        ),
        '/v1/notes': html(401, '<h1>401 Unauthorized</h1>', { 'www-authenticate': 'Bearer realm="fieldnotes"' }),
        '/v1/surveys': html(401, '<h1>401 Unauthorized</h1>', { 'www-authenticate': 'Bearer realm="fieldnotes"' }),
      },
      otherwise: json(404, { error: 'not_found' }),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: 'https://login.fieldnotes.test/oauth/token',
    flows: { authorization_code: 'yes', client_credentials: 'no', refresh_token: 'no' },
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': 'fail',
      'oauth-discovery': 'fail',
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': 'fail',
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'browser-only-oauth': 'present', 'token-rotation-without-refresh': 'present' },
  }),
  why: { 'client-credentials': 'said in the documentation, and the token endpoint does not know it' },
};
