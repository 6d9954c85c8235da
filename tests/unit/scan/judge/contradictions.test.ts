import { describe, expect, it } from 'vitest';
import {
  answer,
  authorizationServer,
  call,
  challenge,
  data,
  deadEndpoint,
  deniesGrant,
  description,
  flow,
  guardedApi,
  judged,
  keyScheme,
  knowsGrant,
  lookup,
  named,
  oauthScheme,
  scheme,
  statement,
  tokenEndpoint,
  type Given,
} from './facts.ts';

const lists = (...grantTypes: string[]) => [authorizationServer({ grantTypes })];
const refused = answer({ exchange: 'x11', error: named('bearer authentication is disabled') });
const described = (over: Parameters<typeof call>[1]) => call({ error: named() }, { via: 'description', ...over });

const rows: [string, string, string[], RegExp, Given][] = [
  [
    'grant-client_credentials',
    'the metadata lists what the endpoint denies',
    ['x20', 'x30'],
    /its metadata or description says yes .* the server itself says no/,
    { authorizationServers: lists('client_credentials'), tokenEndpoints: [tokenEndpoint(deniesGrant)] },
  ],
  [
    'grant-client_credentials',
    'the endpoint knows what the metadata leaves out',
    ['x30', 'x20'],
    /the server itself says yes/,
    { authorizationServers: lists('authorization_code'), tokenEndpoints: [tokenEndpoint(knowsGrant)] },
  ],
  [
    'grant-client_credentials',
    'the documentation promises what the endpoint denies',
    ['x50', 'x30'],
    /its documentation says yes/,
    {
      statements: [statement('grant:client_credentials', 'Use client credentials.')],
      tokenEndpoints: [tokenEndpoint(deniesGrant)],
    },
  ],
  [
    'declared-protected-answers-open',
    'the description says protected, the API answers',
    ['x10'],
    /without any/,
    {
      calls: [call({ status: 200, error: data }, { via: 'description', declaredProtected: true })],
      descriptions: [description([scheme()])],
    },
  ],
  [
    'declared-open-asks-credentials',
    'the description says open, the API asks',
    ['x10'],
    /is open, but it answers HTTP 401/,
    { calls: [described({ declaredProtected: false })] },
  ],
  [
    'metadata-names-dead-endpoint',
    'the metadata points to nothing',
    ['x20', 'x30'],
    /which is none: it answers HTTP 404/,
    { authorizationServers: lists('client_credentials'), tokenEndpoints: [tokenEndpoint(deadEndpoint)] },
  ],
  [
    'described-oauth-unused',
    'a scheme that no operation uses',
    ['x22'],
    /none of its operations uses it/,
    {
      ...guardedApi,
      descriptions: [
        description([keyScheme('header', 'X-Key'), { ...oauthScheme(flow('client_credentials')), used: false }]),
      ],
    },
  ],
  [
    'described-oauth-unused',
    'a flow whose token address does not exist',
    ['x22', 'x30'],
    /which is none: it answers HTTP 404/,
    {
      ...guardedApi,
      descriptions: [description([oauthScheme(flow('client_credentials'))])],
      tokenEndpoints: [tokenEndpoint(deadEndpoint)],
    },
  ],
  [
    'metadata-over-key-api',
    'metadata at the API, which takes only a key',
    ['x20', 'x22'],
    /nothing shows that the API takes its tokens/,
    {
      ...guardedApi,
      authorizationServers: [
        authorizationServer({ url: 'https://api.orchard.example/.well-known/oauth-authorization-server' }),
      ],
      descriptions: [description([keyScheme('header', 'X-Key')])],
    },
  ],
  [
    'challenge-names-missing-metadata',
    'a challenge that leads nowhere',
    ['x10', 'x40'],
    /but there is nothing there/,
    {
      calls: [
        call({ challenges: [challenge('Bearer', { resource_metadata: 'https://api.orchard.example/.well-known/x' })] }),
      ],
      metadataLookups: [lookup('absent', { url: 'https://api.orchard.example/.well-known/x' })],
    },
  ],
  [
    'bearer-declared-refused',
    'the description declares what the API refuses',
    ['x22', 'x11'],
    /refuses them/,
    { calls: [call({ error: named() }, { bearer: refused })], descriptions: [description([scheme()])] },
  ],
];

const none: [string, Given][] = [
  [
    'everything agrees',
    { authorizationServers: lists('client_credentials'), tokenEndpoints: [tokenEndpoint(knowsGrant)] },
  ],
  [
    'a denial that belongs to another endpoint',
    {
      authorizationServers: lists('client_credentials'),
      tokenEndpoints: [tokenEndpoint({ ...deniesGrant, url: 'https://legacy.orchard.example/token' })],
    },
  ],
  [
    'an endpoint that hides what it knows',
    { authorizationServers: lists('client_credentials'), tokenEndpoints: [tokenEndpoint()] },
  ],
  [
    'a description that leaves a flow out where metadata lists it',
    {
      authorizationServers: lists('client_credentials', 'authorization_code'),
      descriptions: [description([oauthScheme(flow('authorization_code'))])],
    },
  ],
  [
    'a login server for people on a host of its own, beside an API that takes a key',
    {
      ...guardedApi,
      authorizationServers: lists('authorization_code'),
      descriptions: [description([keyScheme('header', 'X-Key')])],
    },
  ],
  ['protected as declared', { calls: [described({ declaredProtected: true })] }],
  ['nothing is declared', guardedApi],
  ['open without a declaration', { calls: [call({ status: 200, error: data })] }],
];

describe('contradictions', () => {
  it.each(rows)('%s: %s', (id, _name, cites, words, given) => {
    const found = judged(given).contradictions.filter((c) => c.id === id);
    expect(found).toHaveLength(1);
    expect(found[0]?.evidence).toEqual(cites);
    expect(found[0]?.summary).toMatch(words);
  });

  it.each(none)('none: %s', (_name, given) => expect(judged(given).contradictions).toEqual([]));

  it('behaviour wins: the flow follows the endpoint', () => {
    const offered = (given: Given) => judged(given).flows.find((f) => f.id === 'client_credentials')?.offered;
    expect(offered(rows[0]?.[4] ?? {})).toBe('no');
    expect(offered(rows[1]?.[4] ?? {})).toBe('yes');
  });
});
