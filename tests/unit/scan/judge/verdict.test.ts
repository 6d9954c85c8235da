/** The one sentence that answers the question, and the chain of origins behind it. */
import { describe, expect, it } from 'vitest';
import { readCase } from '../../../../lib/scan/judge/case.ts';
import { judge } from '../../../../lib/scan/judge/index.ts';
import type { Report } from '../../../../lib/scan/schema/report.ts';
import {
  answer,
  apiBase,
  authorizationServer,
  base,
  call,
  captcha,
  challenge,
  description,
  docsPage,
  facts,
  flow,
  guardedApi,
  judged,
  keyScheme,
  knowsGrant,
  lookup,
  named,
  oauthScheme,
  openApi,
  protectedResource,
  scheme,
  statement,
  target,
  tokenEndpoint,
  tokenUrl,
  toLogin,
  walled,
  type Given,
} from './facts.ts';

const cookies = {
  calls: [
    call(
      { ...toLogin, sessionCookies: ['sid'] },
      { bearer: answer({ exchange: 'x11', ...toLogin, sessionCookies: ['sid'] }) },
    ),
  ],
};
const codeOnly = {
  ...guardedApi,
  authorizationServers: [authorizationServer({ grantTypes: ['authorization_code'] })],
  protectedResources: [protectedResource()],
};
const keyed = { ...guardedApi, descriptions: [description([keyScheme('header', 'X-Key')])] };
const bearerKey = {
  calls: [call({ error: named(), challenges: [challenge('Bearer')] })],
  metadataLookups: [lookup('absent')],
};
const signingIn = { url: `${base}/login`, path: '/login', issues: 'token' as const, expires: true };
const approval = statement('approval', 'We review every request.');

const rows: [string, Report['verdict']['kind'], RegExp, Given][] = [
  [
    'client_credentials',
    'open',
    /client id gets a token in one request, without a browser/,
    { ...guardedApi, tokenEndpoints: [tokenEndpoint(knowsGrant)] },
  ],
  [
    'another machine grant',
    'open',
    /without a browser \(jwt_bearer\)/,
    {
      ...guardedApi,
      authorizationServers: [authorizationServer({ grantTypes: ['urn:ietf:params:oauth:grant-type:jwt-bearer'] })],
    },
  ],
  ['a key', 'open', /with a key gets in: the key goes with each call/, keyed],
  [
    'a key as a bearer token',
    'open',
    /the key goes into Authorization as a bearer token/,
    { ...bearerKey, statements: [statement('self-service', 'Create an API key.')] },
  ],
  [
    'the password grant',
    'open',
    /with a user name and a password signs in with one request/,
    { ...bearerKey, descriptions: [description([oauthScheme(flow('password'))])] },
  ],
  [
    'a call that signs in',
    'open',
    /with a user name and a password signs in with one request/,
    { ...bearerKey, descriptions: [description([scheme()], { issuing: [signingIn] })] },
  ],
  [
    'a call that gives out a key',
    'open',
    /makes its own key with one call/,
    { ...bearerKey, descriptions: [description([scheme()], { issuing: [{ ...signingIn, issues: 'key' }] })] },
  ],
  ['a bearer token that nothing tells the origin of', 'unknown', /could not tell how an agent gets/, bearerKey],
  ['no credentials', 'open', /asks for no credentials/, openApi],
  ['a CAPTCHA before the key', 'human', /CAPTCHA/, { ...keyed, captchas: [captcha()] }],
  ['approval', 'human', /wait for a person on your side/, { ...keyed, statements: [approval] }],
  [
    'approval before client_credentials',
    'human',
    /wait for a person/,
    { ...guardedApi, tokenEndpoints: [tokenEndpoint(knowsGrant)], statements: [approval] },
  ],
  ['code only', 'wall', /Only a person can get a token: .+ click Allow\.$/, codeOnly],
  [
    'code, and the token is renewed',
    'wall',
    /someone clicks Allow once, then the agent renews it\.$/,
    {
      ...codeOnly,
      authorizationServers: [authorizationServer({ grantTypes: ['authorization_code', 'refresh_token'] })],
    },
  ],
  ['cookies only', 'wall', /session cookie/, cookies],
  [
    'code, and nothing denies another way',
    'unknown',
    /as far as your authorization page/,
    {
      ...guardedApi,
      authorizationServers: [
        authorizationServer({ authorizationEndpoint: 'https://id.orchard.example/a', responseTypes: ['code'] }),
      ],
    },
  ],
  [
    'a device code only',
    'human',
    /a person has to approve it on another device/,
    {
      ...guardedApi,
      authorizationServers: [authorizationServer({ grantTypes: ['urn:ietf:params:oauth:grant-type:device_code'] })],
    },
  ],
  [
    'nothing says how',
    'unknown',
    /nothing published says/,
    { calls: [call({ challenges: [challenge('Negotiate')] })], tokenEndpoints: [tokenEndpoint()] },
  ],
  ['no API', 'no-api', /no API was found at orchard\.example/, { surface: { apiBases: [] } }],
  [
    'no API, and a host that shows only its login',
    'no-api',
    /shows strangers only its login\. .*whether one stands behind it, we could not tell/,
    {
      surface: { apiBases: [] },
      pages: [
        {
          url: 'https://orchard.example/login',
          evidence: ['x1'],
          title: 'Sign in',
          role: 'log-in',
          needsScript: false,
          rendered: false,
        },
      ],
    },
  ],
  [
    'a firewall',
    'unknown',
    /^We could not tell: 10 of 20 probes were blocked/,
    { calls: [call({ status: 403, wall: 'Cloudflare' })], reach: walled },
  ],
  ['a firewall before everything', 'unknown', /10 of 20/, { surface: { apiBases: [] }, reach: walled }],
  ['no protected endpoint', 'unknown', /no protected endpoint showed/, { calls: [call({ status: 404 })] }],
  [
    'out of reach',
    'unreachable',
    /cannot reach orchard\.example: There is no such name\./,
    {
      surface: { apiBases: [] },
      reach: { unreachable: { step: 'dns', code: 'ENOTFOUND', message: 'There is no such name.' } },
    },
  ],
  [
    'opted out',
    'unknown',
    /asks this scanner to stay out \(robots\.txt\)/,
    { surface: { apiBases: [] }, reach: { optedOut: true } },
  ],
];

describe('the verdict', () => {
  it.each(rows)('%s: %s', (_name, kind, words, given) => {
    const { verdict } = judged(given);
    expect(verdict.kind).toBe(kind);
    expect(verdict.sentence).toMatch(words);
    expect(verdict.sentence).toMatch(/\.$/);
  });

  it('shows the origins in the order in which an agent meets them', () => {
    const { surface, evidence } = facts({
      surface: {
        docs: [docsPage],
        apiBases: [apiBase],
        protectedResources: [
          {
            url: 'https://api.orchard.example/.well-known/oauth-protected-resource',
            via: 'challenge',
            evidence: ['x21'],
            resource: 'https://api.orchard.example',
          },
        ],
        authorizationServers: [
          {
            url: 'https://id.orchard.example/.well-known/oauth-authorization-server',
            via: 'metadata',
            evidence: ['x20'],
            issuer: 'https://id.orchard.example',
          },
        ],
        tokenEndpoints: [{ url: tokenUrl, via: 'metadata', evidence: ['x30'] }],
      },
      ...guardedApi,
    });
    expect(judge(readCase(target, surface, evidence)).verdict.chain).toEqual([
      { role: 'site', origin: 'https://orchard.example', evidence: ['x7'] },
      { role: 'docs', origin: 'https://docs.orchard.example', evidence: ['x54'] },
      { role: 'api', origin: 'https://api.orchard.example', evidence: ['x2'] },
      { role: 'protected-resource', origin: 'https://api.orchard.example', evidence: ['x21'] },
      { role: 'issuer', origin: 'https://id.orchard.example', evidence: ['x20'] },
      { role: 'token-endpoint', origin: tokenUrl, evidence: ['x30'] },
    ]);
  });

  it('proves nothing where nothing was looked at', () => {
    for (const reach of [
      { optedOut: true },
      { unreachable: { step: 'connect' as const, code: 'ECONNREFUSED', message: 'It refused.' } },
    ])
      expect(judged({ ...guardedApi, reach }).verdict.chain).toEqual([]);
  });

  it('shows a template as it stands', () => {
    const { surface, evidence } = facts({
      ...guardedApi,
      surface: { apiBases: [{ ...apiBase, url: 'https://{shop}.orchard.example' }] },
    });
    expect(judge(readCase(target, surface, evidence)).verdict.chain[1]?.origin).toBe('https://{shop}.orchard.example');
  });
});
