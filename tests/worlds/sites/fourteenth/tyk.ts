import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, html, json } from '../../lib/answers.ts';
import { robots, sample, site, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const www = 'https://www.fjordlink.no';
const gateway = 'https://gw.fjordlink.no';

/** The template of Tyk's errors is indented, and every answer of the gateway itself carries its name. */
const fault = (status: number, error: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'x-generator': 'tyk.io' },
  body: `{\n    "error": "${error}"\n}`,
});
/** Auth token middleware: no field is 401; a key that does not exist is 403, with or without the word Bearer in front. */
const guard = (r: Incoming): Answer =>
  r.headers['authorization'] === undefined || r.headers['authorization'].trim() === ''
    ? fault(401, 'Authorization field missing')
    : fault(403, 'Access to this API has been disallowed');

const page = site({
  name: 'Fjordlink',
  nav: [
    ['Timetables', '/timetables'],
    ['For hotels', '/hotels'],
    ['Open timetable API', '/developers'],
    ['About', '/about'],
  ],
  plain: true,
});

/** A ferry company with one page on its API and Tyk in front of it. */
export const tyk: World = {
  id: 'tyk',
  kind: 'provider',
  title: 'Tyk with auth tokens: the bare key in Authorization, 401 without it and 403 with a wrong one; one page',
  target: www,
  dated: '2026-11',
  sources: [
    'TykTechnologies/tyk: gateway/mw_auth_key.go (auth_field_missing, key_not_found, stripBearer)',
    'TykTechnologies/tyk: templates/error.json, gateway/handler_error.go (X-Generator)',
    'tyk.io/docs: liveness health check (/hello)',
  ],
  hosts: {
    'fjordlink.no': aliasOf(www),
    'www.fjordlink.no': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'Ferries between the islands',
          '<p>Eleven routes, two electric boats. Bring a bicycle for free. Bookings of cars are confirmed by our staff within an hour.</p>',
        ),
        'GET /timetables': page(
          'Timetables',
          table([
            ['Solvik – Hamnøy', '06:15, 08:40, 13:05'],
            ['Hamnøy – Teigen', '07:00, 16:30'],
          ]),
        ),
        'GET /hotels': page('For hotels', '<p>A screen in your lobby shows the next departures.</p>'),
        'GET /about': page('About', '<p>Owned by four municipalities.</p>'),
        'GET /developers': page(
          'Open timetable API',
          `<p>Departures, delays and free car places as JSON. The base address is <code>${gateway}/departures/v2</code>.</p><h2>Your key</h2><p>Fill in <a href="/developers/key">the form</a> with an email address. The key is shown on the next page, there is nothing to wait for. It is good for 500 calls an hour. Need more? Tell us, we look at each case.</p><h2>Calling</h2><p>Put the key into the Authorization header just as it is, without a word in front of it:</p>${sample(`curl ${gateway}/departures/v2/quays/solvik/next \\\n  -H "Authorization: $FJORDLINK_KEY"`)}<h2>Endpoints</h2>${table(
            [
              ['GET /quays', 'all quays'],
              ['GET /quays/{quay}/next', 'the next departures'],
              ['GET /routes/{number}/deviations', 'delays and cancellations'],
            ],
          )}<h2>Errors</h2>${table([
            ['401', 'you sent no key'],
            ['403', 'we do not know the key, or it was withdrawn'],
            ['429', 'too many calls in this hour'],
          ])}<p>Keys do not expire. Lost yours? Ask for another; the old one is withdrawn.</p>`,
        ),
        'GET /developers/key': page(
          'Get a key',
          '<form action="/developers/key" method="post"><label>Email <input type="email" name="email" required></label><label>What are you building? <input name="purpose"></label><button type="submit">Show my key</button></form>',
        ),
      },
    },
    'gw.fjordlink.no': {
      routes: {
        'GET /hello': json(
          200,
          {
            status: 'pass',
            version: '5.8.6',
            description: 'Tyk GW',
            details: { redis: { status: 'pass', componentType: 'datastore', time: '2026-11-28T08:11:02Z' } },
          },
          { 'content-type': 'application/json' },
        ),
        '/departures/v2': guard,
        '/departures/v2/*': guard,
      },
      otherwise: html(404, 'Not Found', { 'content-type': 'text/plain; charset=utf-8' }),
    },
  },
  expect: expectation({
    apiBases: [gateway],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': ['partial', 'pass'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['n/a', 'partial'],
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    target: 'the site of the company, with the API in its menu',
    apiBases:
      'named as base address; the root of the host is not found, everything below the base is refused, whether it exists or not',
    tokenEndpoint: 'keys only',
    outcome: 'below the base strangers are refused',
    'structured-401': '401 JSON with error, no challenge',
    'bearer-token':
      'the page says a bare key in Authorization, which is partial; the gateway strips the word Bearer, so that a bearer too is taken for a key (403 and not 401)',
    'client-credentials': 'no OAuth',
    'self-service-keys': 'the key stands on the page after the form',
    'token-expiry': 'keys do not expire; a lost one is withdrawn',
    'scope-restriction': 'none',
    'manual-key-approval': 'only more calls are looked at',
    'session-cookie-only': 'a key',
    'browser-only-oauth': 'no OAuth',
  },
};
