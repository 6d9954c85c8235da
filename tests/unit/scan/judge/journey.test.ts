/** The five steps: where an agent gets on, and each wall that it may meet. */
import { describe, expect, it } from 'vitest';
import { journeySteps, type Report } from '../../../../lib/scan/schema/report.ts';
import {
  answer,
  apiBase,
  authorizationServer,
  call,
  captcha,
  challenge,
  description,
  flow,
  guardedApi,
  judged,
  keyScheme,
  knowsGrant,
  named,
  oauthScheme,
  openApi,
  page,
  protectedResource,
  registration,
  statement,
  tokenEndpoint,
  toLogin,
  walled,
  type Given,
} from './facts.ts';

type Step = Report['journey'][number];
const step = (given: Given, name: Step['step']): Step | undefined => judged(given).journey.find((s) => s.step === name);

const cookies = {
  calls: [
    call(
      { ...toLogin, sessionCookies: ['sid'] },
      { bearer: answer({ exchange: 'x11', ...toLogin, sessionCookies: ['sid'] }) },
    ),
  ],
};
const codeOnly = {
  authorizationServers: [authorizationServer({ grantTypes: ['authorization_code'] })],
  protectedResources: [protectedResource()],
};

const walls: [Step['step'], string, string, Given][] = [
  ['find', 'no API', 'nothing leads to an API', { surface: { apiBases: [] } }],
  ['understand', 'login page', 'a bare call leads to a login page', { calls: [call(toLogin)] }],
  [
    'understand',
    'unreadable refusal',
    'a page where the description says protected',
    { calls: [call({ status: 403, error: page }, { declaredProtected: true })] },
  ],
  [
    'get-credential',
    'approval form',
    'somebody approves',
    { ...guardedApi, statements: [statement('approval', 'We review every request.')] },
  ],
  ['get-credential', 'session cookie', 'only a signed-in browser', cookies],
  ['get-credential', 'CAPTCHA', 'a puzzle before the account', { ...guardedApi, captchas: [captcha()] }],
  ['get-token', 'login page', 'only a person clicks Allow', codeOnly],
  ['call', 'session cookie', 'only a signed-in browser', cookies],
];
const bearer = { calls: [call({ error: named(), challenges: [challenge('Bearer')] })] };
const ok: [Step['step'], string, Given][] = [
  ['find', 'a base is known', guardedApi],
  [
    'find',
    'an MCP server is known',
    { surface: { apiBases: [], mcp: [{ url: 'https://mcp.orchard.example/mcp', via: 'metadata', evidence: ['x2'] }] } },
  ],
  ['understand', 'a challenge says what to bring', bearer],
  [
    'understand',
    'the description says what to bring',
    { ...guardedApi, descriptions: [description([keyScheme('header', 'X-Key')])] },
  ],
  ['understand', 'a readable 401', guardedApi],
  ['get-credential', 'none is needed', openApi],
  ['get-credential', 'open registration', { ...guardedApi, registrations: [registration()] }],
  ['get-token', 'none is needed', openApi],
  ['get-token', 'client_credentials', { tokenEndpoints: [tokenEndpoint(knowsGrant)] }],
  ['get-token', 'the key is the token', { ...guardedApi, descriptions: [description([keyScheme('header', 'X-Key')])] }],
  ['get-token', 'a name and a password', { ...bearer, descriptions: [description([oauthScheme(flow('password'))])] }],
  ['call', 'without credentials', openApi],
  ['call', 'with a bearer token', bearer],
  ['call', 'with a key', { ...guardedApi, descriptions: [description([keyScheme('query', 'key')])] }],
];
const unknown: [Step['step'], string, Given][] = [
  ['find', 'a firewall answered', { surface: { apiBases: [] }, reach: walled }],
  [
    'find',
    'the site cannot be reached',
    {
      surface: { apiBases: [] },
      reach: { unreachable: { step: 'dns', code: 'ENOTFOUND', message: 'There is no such name.' } },
    },
  ],
  ['understand', 'nothing says what to bring', { calls: [call({})] }],
  ['get-credential', 'nothing says how', guardedApi],
  ['get-token', 'nothing denies a way', { tokenEndpoints: [tokenEndpoint()] }],
  ['call', 'nothing says how', guardedApi],
];

describe('the journey', () => {
  it.each(walls)('%s is blocked by the wall “%s”: %s', (name, wall, _why, given) => {
    expect(step(given, name)).toMatchObject({ status: 'blocked', wall });
    expect(step(given, name)?.summary).toMatch(/\S/);
  });
  it.each(ok)('%s is ok: %s', (name, _why, given) =>
    expect(step(given, name)).toMatchObject({ status: 'ok', wall: null }),
  );
  it.each(unknown)('%s is not known: %s', (name, _why, given) => expect(step(given, name)?.status).toBe('unknown'));

  it('always has five steps in order', () => {
    for (const given of [openApi, guardedApi, { surface: { apiBases: [] } }, ...walls.map(([, , , given]) => given)])
      expect(judged(given).journey.map((s) => s.step)).toEqual([...journeySteps]);
  });

  it('does not go on where no API was found', () => {
    const rest = judged({ surface: { apiBases: [] } }).journey.slice(1);
    expect(rest.map(({ status, summary }) => [status, summary])).toEqual(rest.map(() => ['unknown', 'Not reached.']));
  });

  it('a bot wall before the first step is a wall, not a verdict', () => {
    expect(step({ surface: { apiBases: [] }, reach: walled }, 'find')).toMatchObject({
      wall: 'bot wall',
      evidence: ['x60'],
    });
  });

  it('a step after a wall keeps its own status', () => {
    const given = { ...bearer, statements: [statement('approval', 'We review every request.')] };
    expect(judged(given).journey.map((s) => s.status)).toEqual(['ok', 'ok', 'blocked', 'unknown', 'ok']);
    expect(
      judged({ ...bearer, descriptions: [description([oauthScheme(flow('authorization_code'))])] }).journey.map(
        (s) => s.status,
      ),
    ).toEqual(['ok', 'ok', 'unknown', 'blocked', 'ok']);
  });

  it.each(['https://<tenant>.orchard.example/v1', 'not an address', ''])(
    'tells of the base %j, which does not parse, as it stands',
    (url) => {
      expect(step({ ...guardedApi, surface: { apiBases: [{ ...apiBase, url }] } }, 'find')).toMatchObject({
        status: 'ok',
        summary: `The API is at ${url}, found through a code sample in the documentation.`,
      });
    },
  );
});
