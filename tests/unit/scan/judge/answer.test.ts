/** One word for each kind of way in, and how far the door stands open. */
import { describe, expect, it } from 'vitest';
import { answerIds, answerWords } from '../../../../lib/scan/vocabulary.ts';
import type { Answer } from '../../../../lib/scan/schema/report.ts';
import {
  authorizationServer,
  base,
  call,
  captcha,
  challenge,
  description,
  failedCall,
  flow,
  guardedApi,
  judged,
  keyScheme,
  knowsGrant,
  named,
  oauthScheme,
  openApi,
  protectedResource,
  registration,
  scheme,
  statement,
  tokenEndpoint,
  toLogin,
  walled,
  type Given,
} from './facts.ts';

const lists = (...grantTypes: string[]) => ({ authorizationServers: [authorizationServer({ grantTypes })] });
const bearer = { calls: [call({ error: named(), challenges: [challenge('Bearer')] })] };
const keyed = { ...guardedApi, descriptions: [description([keyScheme('header', 'X-Key')])] };
const machine = { ...bearer, tokenEndpoints: [tokenEndpoint(knowsGrant)] };
const instant = statement('self-service', 'Create an API key in the dashboard.');
const approval = statement('approval', 'We review every request.');
const signUp = { url: `${base}/keys`, path: '/keys', issues: 'key' as const, expires: false };

const rows: [Answer['id'], Answer['door'], string, Given][] = [
  ['yes', 'open', 'an API that needs no credentials', openApi],
  ['yes', 'open', 'open registration for client_credentials', { ...machine, registrations: [registration()] }],
  [
    'yes',
    'open',
    'a call that gives out a key',
    { ...bearer, descriptions: [description([scheme()], { issuing: [signUp] })] },
  ],
  ['key', 'open', 'a key that is made at once', { ...keyed, statements: [instant] }],
  ['key', 'ajar', 'client_credentials, and nothing says how one gets a client', machine],
  ['key', 'open', 'a bearer token that is made at once', { ...bearer, statements: [instant] }],
  ['key', 'ajar', 'the password grant', { ...bearer, descriptions: [description([oauthScheme(flow('password'))])] }],
  ['key', 'shut', 'a CAPTCHA before a key', { ...keyed, captchas: [captcha()] }],
  [
    'key',
    'ajar',
    'a workload’s own token',
    { ...bearer, tokenEndpoints: [tokenEndpoint({ tokenExchange: 'supported' })] },
  ],
  ['person', 'ajar', 'consent, then renewal', { ...bearer, ...lists('authorization_code', 'refresh_token') }],
  [
    'person',
    'shut',
    'consent at the only door, then renewal',
    { ...bearer, ...lists('authorization_code', 'refresh_token'), protectedResources: [protectedResource()] },
  ],
  [
    'person',
    'ajar',
    'a client at once, and a person who signs in',
    { ...bearer, ...lists('authorization_code', 'refresh_token'), registrations: [registration()] },
  ],
  [
    'no',
    'shut',
    'consent each time',
    { ...bearer, ...lists('authorization_code'), protectedResources: [protectedResource()] },
  ],
  ['no', 'shut', 'approval', { ...keyed, statements: [approval] }],
  [
    'no',
    'shut',
    'a session cookie',
    {
      calls: [
        call({ ...toLogin, sessionCookies: ['sid'] }, { bearer: call({ ...toLogin, sessionCookies: ['sid'] }).bare }),
      ],
    },
  ],
  ['unknown', 'ajar', 'a bearer token of which nothing is known', bearer],
  [
    'unknown',
    'ajar',
    'documentation that tells everything, of a door that was not seen',
    { ...keyed, calls: [failedCall()], statements: [instant] },
  ],
  ['unknown', 'ajar', 'calls that got no answer', { calls: [failedCall()] }],
  ['unknown', 'shut', 'no API', { surface: { apiBases: [] } }],
  ['unknown', 'ajar', 'a firewall before everything', { surface: { apiBases: [] }, reach: walled }],
];

describe('the answer', () => {
  it.each(rows)('%s, the door %s: %s', (id, door, _name, given) =>
    expect(judged(given).answer).toEqual({ id, ...answerWords[id], door }),
  );
  it.each(rows.filter(([id]) => id !== 'unknown'))('%s, the door %s, is what the sentence says too: %s', (...row) =>
    expect(judged(row[3]).verdict.sentence).not.toMatch(/could not tell|nothing published says/),
  );
  it('has a row for every word', () =>
    expect([...new Set(rows.map(([id]) => id))].sort()).toEqual([...answerIds].sort()));
});
