import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, isBare, json, redirect, text } from '../../lib/answers.ts';
import { openapi } from '../../lib/openapi.ts';
import { sample, shell, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { frontOf, mintlify } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter, fields } from '../seventh/noise.ts';

const docs = 'https://developers.deepgram.com';
const refuse: Reply = (r) =>
  json(
    401,
    {
      err_code: 'INVALID_AUTH',
      err_msg: isBare(r) ? 'No credentials were provided.' : 'Invalid credentials.',
      request_id: '5a3e9f1c-33d3-4e5b-8d0d-07f9d5a9a9a0',
    },
    { 'dg-request-id': '5a3e9f1c' },
  );

/** Speech: keys under the scheme word Token, short tokens by Bearer, errors as err_code and err_msg. */
export const deepgram: World = {
  id: 'deepgram',
  kind: 'provider',
  title: 'AI: keys under the word Token, tokens of thirty seconds under Bearer; err_code and err_msg',
  target: 'deepgram.com',
  dated: '2026-11',
  sources: ['developers.deepgram.com/guides/fundamentals/authenticating', 'developers.deepgram.com/reference/auth'],
  hosts: {
    'www.deepgram.com': aliasOf('https://deepgram.com'),
    'deepgram.com': {
      routes: frontOf({
        name: 'Deepgram',
        origin: 'https://deepgram.com',
        hero: 'Voice AI for builders',
        nav: [
          ['Products', 'https://deepgram.com/product'],
          ['Pricing', 'https://deepgram.com/pricing'],
          ['Docs', `${docs}/`],
          ['Playground', 'https://playground.deepgram.com/'],
          ['Log in', 'https://console.deepgram.com/login'],
          ['Sign up free', 'https://console.deepgram.com/signup'],
        ],
        stubs: ['/product', '/pricing'],
      }),
      otherwise: bare404('Deepgram'),
    },
    'console.deepgram.com': { routes: { 'GET *': shell('Deepgram Console') } },
    'playground.deepgram.com': { routes: { 'GET *': shell('Deepgram Playground') } },
    'developers.deepgram.com': {
      routes: {
        'GET /': redirect(302, '/home'),
        'GET /openapi.json': json(
          200,
          openapi({
            title: 'Deepgram API',
            version: '3.1.0',
            servers: ['https://api.deepgram.com'],
            operations: [
              'post /v1/listen',
              'post /v1/speak',
              'get /v1/projects',
              'get /v1/models',
              'post /v1/auth/grant',
            ],
            schemes: {
              ApiKeyAuth: {
                type: 'apiKey',
                in: 'header',
                name: 'Authorization',
                description: 'Use your key with the prefix Token, or a JWT with the prefix Bearer.',
              },
            },
            security: [{ ApiKeyAuth: [] }],
          }),
        ),
        ...mintlify('Deepgram Docs', docs, [
          [
            '/home',
            'Build with voice',
            `<p>Speech to text, text to speech, voice agents.</p>${chatter('Deepgram', 2)}`,
          ],
          [
            '/guides/fundamentals/authenticating',
            'Authenticating',
            `<p>Send your key in the Authorization header, with the word Token before it.</p>${sample('curl --request POST \\\n  --url "https://api.deepgram.com/v1/listen?model=nova-3" \\\n  --header "Authorization: Token $DEEPGRAM_API_KEY" \\\n  --header "Content-Type: audio/wav" --data-binary @youraudio.wav')}<h2>Token-based authentication</h2><p>For a browser or a phone make a temporary token from your key. It lives for 30 seconds; ask for another when it has expired.</p>${sample('curl --request POST --url "https://api.deepgram.com/v1/auth/grant" --header "Authorization: Token $DEEPGRAM_API_KEY"')}${sample('{"access_token": "eyJhbGciOiJIUzI1NiJ9…", "expires_in": 30}', 'json')}<p>Use it as <code>Authorization: Bearer &lt;access token&gt;</code>.</p>`,
          ],
          [
            '/docs/create-additional-api-keys',
            'Creating API keys',
            '<p>Sign up in the Console: a project is made for you with $200 of credit, no card needed. Open API Keys, choose Create a New API Key, give it a name, permissions (Member, Admin or Owner, or scopes of your own) and, if you like, an expiration date. Copy it: you will not see it again. Keys can be deleted at any time.</p>',
          ],
          [
            '/docs/working-with-roles',
            'Roles and scopes',
            table([
              ['Role', 'Scopes'],
              ['Member', '<code>usage:write</code>, <code>project:read</code>'],
              ['Admin', 'all of Member, <code>keys:write</code>'],
              ['Owner', 'all'],
            ]),
          ],
          [
            '/reference/errors',
            'Errors',
            `${table([
              ['400', 'Bad Request'],
              ['401', 'INVALID_AUTH: the key is missing or wrong'],
              ['402', 'ASR_PAYMENT_REQUIRED'],
              ['403', 'INSUFFICIENT_PERMISSIONS'],
            ])}${fields(['err_code', 'err_msg', 'request_id'])}`,
          ],
        ]),
      },
      otherwise: bare404('Deepgram Docs'),
    },
    'api.deepgram.com': {
      routes: { '/v1/*': refuse, '/v2/*': refuse },
      otherwise: text(404, 'Not found.'),
    },
  },
  expect: expectation({
    apiBases: ['https://api.deepgram.com'],
    tokenEndpoint: ['https://api.deepgram.com/v1/auth/grant', null],
    signals: {
      'structured-401': ['pass', 'partial'],
      'bearer-token': ['pass', 'partial'],
      'client-credentials': ['partial', ...noCredit],
      'oauth-discovery': noCredit,
      'self-service-keys': signUp,
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': 'absent',
      'token-rotation-without-refresh': ['absent', 'unknown'],
    },
  }),
  why: {
    'structured-401': 'the error is named by err_code and err_msg',
    'bearer-token': 'keys under the word Token, tokens made of them under Bearer',
    'token-expiry': 'not judged: keys stay, tokens made of them live for seconds',
  },
};
