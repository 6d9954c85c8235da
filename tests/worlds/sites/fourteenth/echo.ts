import type { Answer, Incoming, World } from '../../lib/world.ts';
import { json, text } from '../../lib/answers.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const home = 'https://api.rainbutt.dev';

const message = (status: number, said: string): Answer =>
  json(status, { message: said }, { 'content-type': 'application/json', vary: 'Origin' });
/** KeyAuth as it comes: no field and a foreign scheme word are 400, a key that the validator does not know is 401. */
const keyAuth = (r: Incoming): Answer => {
  if (r.headers['authorization'] === undefined) return message(400, 'missing key in request header');
  if (r.authorization.scheme !== 'bearer' || r.authorization.value === '')
    return message(400, 'invalid key in the request header');
  return message(401, 'Unauthorized');
};

const readme = `# rainbutt

Levels of rain barrels, sent in by little boxes with a float. One Go binary, one SQLite file.

## Get a key

    curl -X POST ${home}/v1/keys -H 'Content-Type: application/json' \\
      -d '{"email":"you@example.org","access":"read"}'

The answer holds the key. No mail to confirm, no waiting. \`access\` is \`read\` or \`write\`;
a box that only reports needs \`write\`, a dashboard is happy with \`read\`.

A key works until you throw it away: \`DELETE /v1/keys/self\`.

## Use it

    curl ${home}/v1/barrels -H "Authorization: Bearer $RAINBUTT_KEY"

| route | |
| --- | --- |
| \`GET /v1/barrels\` | your barrels |
| \`POST /v1/barrels\` | a new one |
| \`GET /v1/barrels/{id}/levels\` | readings, newest first |
| \`POST /v1/barrels/{id}/levels\` | one reading, millimetres |
| \`GET /healthz\` | is it up? |

## Errors

Always \`{"message": "..."}\`.

- 400 \`missing key in request header\`: you forgot the header. (Yes, 400. It is what the middleware does.)
- 401 \`Unauthorized\`: never heard of that key.
- 429 \`rate limit exceeded\`: 60 requests a minute for each key.
`;

/** One person's service in Go: the README is the front page, keys come from a call, and a missing key is a 400. */
export const echo: World = {
  id: 'echo-key-auth',
  kind: 'provider',
  title: 'Echo with KeyAuth: a README as front page, keys by a POST, 400 without a key and 401 with a wrong one',
  target: home,
  dated: '2026-11',
  sources: [
    'labstack/echo: middleware/key_auth.go and key_auth_test.go (400 “missing key in request header”, 401)',
    'labstack/echo: echo.go (HTTPError as {"message"}, 404 and 405)',
  ],
  hosts: {
    'api.rainbutt.dev': {
      routes: {
        'GET /': text(200, readme),
        'GET /README.md': { status: 200, headers: { 'content-type': 'text/markdown; charset=utf-8' }, body: readme },
        'GET /healthz': json(200, { status: 'ok', barrels: 412 }),
        'POST /v1/keys': (r) =>
          r.json && typeof r.json === 'object' && 'email' in r.json
            ? json(201, { key: 'rb_4f9c1e7a20' })
            : message(400, 'email is required'),
        '/v1/keys': message(405, 'Method Not Allowed'),
        '/v1/keys/self': keyAuth,
        '/v1/barrels': keyAuth,
        '/v1/barrels/:id': keyAuth,
        '/v1/barrels/:id/levels': keyAuth,
      },
      otherwise: message(404, 'Not Found'),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'pass',
      'token-expiry': ['n/a', 'partial'],
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
    },
  }),
  why: {
    target: 'the API, whose root is its README in plain text',
    apiBases: 'every sample',
    tokenEndpoint: 'a key is made by a call, no token is fetched',
    outcome: 'what is listed is refused',
    'structured-401': '400 JSON that names the missing key; 401 comes only with a wrong one',
    'bearer-token': 'sample, and only a bearer gets a 401',
    'client-credentials': 'no OAuth',
    'self-service-keys': 'a program posts an address and has the key',
    'token-expiry': 'until it is thrown away, by a call',
    'scope-restriction': 'read or write for each key',
    'manual-key-approval': '“no waiting”',
    'session-cookie-only': 'a key',
    'browser-only-oauth': 'no OAuth',
  },
};
