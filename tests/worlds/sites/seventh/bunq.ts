import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, json, text } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { list, sample, shell, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { frontOf } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter, fields, gitbook } from './noise.ts';

const docs = 'https://doc.bunq.com';
const failure = (status: number, description: string) =>
  json(
    status,
    { Error: [{ error_description: description, error_description_translated: description }] },
    { 'x-bunq-client-response-id': '4c1a0a4e-50ab-4a6e-9c34-6f1f0a8f4d2b' },
  );
/** The installation alone may be asked without a token; everything else wants one in a header of the bank's own. */
const refuse: Reply = () => failure(401, 'Insufficient authentication.');
const service = {
  headers: { server: 'openresty' },
  routes: {
    'POST /v1/installation': failure(400, 'The request is missing a required field: client_public_key.'),
    '/v1/*': refuse,
  },
  otherwise: failure(404, 'Route not found.'),
};

/** European bank: keys made in the app, three calls of its own before the first request, OAuth beside it for other people's accounts. */
export const bunq: World = {
  id: 'bunq',
  kind: 'provider',
  title: 'Bank: a key becomes a session by three calls of its own; OAuth for the accounts of others',
  target: 'bunq.com',
  dated: '2026-11',
  sources: ['doc.bunq.com/basics/authentication', 'doc.bunq.com/tutorials/your-first-payment'],
  hosts: {
    'bunq.com': aliasOf('https://www.bunq.com'),
    'www.bunq.com': {
      routes: frontOf({
        name: 'bunq',
        origin: 'https://www.bunq.com',
        hero: 'The bank of The Free',
        nav: [
          ['Personal', 'https://www.bunq.com/personal'],
          ['Business', 'https://www.bunq.com/business'],
          ['Savings', 'https://www.bunq.com/savings'],
          ['Plans', 'https://www.bunq.com/plans'],
          ['Developers', 'https://www.bunq.com/developer'],
          ['Open an account', 'https://www.bunq.com/signup'],
        ],
        stubs: ['/personal', '/business', '/savings', '/plans', '/signup'],
        routes: {
          'GET /developer': {
            ...shell('bunq | Developers', {
              end: `<a href="${docs}/">API documentation</a>`,
            }),
          },
        },
      }),
      otherwise: bare404('bunq'),
    },
    'doc.bunq.com': {
      routes: {
        'GET /': { status: 307, headers: { location: `${docs}/getting-started/welcome` }, body: '' },
        ...gitbook('bunq API Documentation', docs, [
          [
            '/getting-started/welcome',
            'Welcome',
            `<p>bunq is a bank with an open API: whatever you can do in the app, you can do by program. Payments, cards, statements, notifications.</p><h2>Environments</h2>${table(
              [
                ['Environment', 'Base URL'],
                ['Production', '<code>https://api.bunq.com/v1/</code>'],
                ['Sandbox', '<code>https://public-api.sandbox.bunq.com/v1/</code>'],
              ],
            )}${chatter('bunq', 2)}`,
          ],
          [
            '/basics/authentication/api-keys',
            'API keys',
            `<p>A key is the simplest way to use the API with your own account. It identifies your application and opens the same doors as your card and your PIN, so guard it, and never commit it.</p><h2>How to get one</h2>${list(
              [
                'Production: open the bunq app, Profile, Security &amp; Settings, Developers, API keys, and tap Add API key. It is shown at once.',
                'Sandbox: call <code>POST /sandbox-user-person</code>, no login needed; the answer holds a key.',
              ],
            )}<p>You can revoke a key in the app at any time.</p><h2>Session management</h2><p>A key alone calls nothing: register your installation and your device with it, then open a session. The auto-logout time that you set in the app holds for sessions of the API as well. When a request comes within 30 minutes of the end, the session is extended. After it has ended, open another with the same key.</p>`,
          ],
          [
            '/tutorials/your-first-payment/creating-the-api-context',
            'Creating the API context',
            `<p>Three steps: installation, device registration, session creation.</p>${table([
              ['Call', 'Token in the header', 'You send', 'You get'],
              ['<code>/installation</code>', 'Nothing', 'your public key', 'installation token'],
              ['<code>/device-server</code>', 'installation token', 'API key, permitted IPs', 'device id'],
              ['<code>/session-server</code>', 'installation token', 'API key', 'session token'],
            ])}<p>Each request then carries the session token in <code>X-Bunq-Client-Authentication</code>; session creation and payments are signed as well.</p>${sample(
              'curl -X POST https://public-api.sandbox.bunq.com/v1/session-server \\\n  -H "X-Bunq-Client-Authentication: $INSTALLATION_TOKEN" \\\n  -H "X-Bunq-Client-Signature: $SIGNATURE" \\\n  -H "Content-Type: application/json" \\\n  -d \'{"secret": "$API_KEY"}\'',
            )}${sample('curl https://api.bunq.com/v1/user -H "X-Bunq-Client-Authentication: $SESSION_TOKEN"')}`,
          ],
          [
            '/basics/authentication/oauth',
            'OAuth',
            `<p>Use OAuth when your application reads or moves money of other bunq users. You may need a permit under PSD2 (AISP or PISP) from your national authority for that; your own account needs none.</p><h2>Steps</h2>${list(
              [
                'Create an OAuth client with <code>POST /user/{user_id}/oauth-client</code> or in bunq Developer.',
                'Send the user to <code>https://oauth.bunq.com/auth?response_type=code&amp;client_id=…&amp;redirect_uri=…&amp;state=…</code>',
                'Exchange the code: <code>POST https://api.oauth.bunq.com/v1/token?grant_type=authorization_code&amp;code=…&amp;redirect_uri=…&amp;client_id=…&amp;client_secret=…</code>',
              ],
            )}${sample('{"access_token": "8baec0ac1aafca3345d5b811042feecfe0272514c5d09a69b5fbc84cb1c06029", "token_type": "bearer", "state": "594f5548-6dfb-4b02-8620-08e03a9469e6"}', 'json')}<p>The access token takes the place of an API key when a session is opened. It does not expire.</p>`,
          ],
          [
            '/basics/errors',
            'Errors',
            `${table([
              ['400', 'Bad Request'],
              ['401', 'Unauthorised: the token or the signature is not valid'],
              ['403', 'Forbidden'],
              ['429', 'Too many requests: 3 GET within 3 seconds'],
              ['490', 'User error'],
            ])}<p>Errors come as a list under <code>Error</code>, each with <code>error_description</code>.</p>`,
          ],
          [
            '/api-reference/payment',
            'Payment',
            `<p><code>POST /user/{userID}/monetary-account/{monetary-accountID}/payment</code></p>${fields(['amount', 'counterparty_alias', 'description', 'attachment', 'merchant_reference', 'allow_bunqto'])}`,
          ],
        ]),
      },
      otherwise: bare404('bunq API Documentation'),
    },
    'oauth.bunq.com': { routes: { 'GET /auth': shell('bunq OAuth') }, otherwise: bare404('bunq') },
    'api.oauth.bunq.com': {
      routes: {
        'POST /v1/token': oauthError(400, 'invalid_request', 'One or more required parameters are missing.'),
      },
      otherwise: text(404, ''),
    },
    'api.bunq.com': service,
    'public-api.sandbox.bunq.com': service,
  },
  expect: expectation({
    apiBases: [['https://api.bunq.com', 'https://public-api.sandbox.bunq.com']],
    tokenEndpoint: 'https://api.oauth.bunq.com/v1/token',
    flows: { authorization_code: 'yes' },
    signals: {
      'structured-401': ['pass', 'partial'],
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': signUp,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': ['absent', 'unknown'],
    },
  }),
  why: {
    'structured-401': 'the error stands in a list under “Error”, with a capital',
    'bearer-token': 'the session token goes into a header of its own',
    'manual-key-approval': 'a permit is for the accounts of others; a key for one’s own comes at once',
    'browser-only-oauth': 'keys need no browser at call time',
  },
};
