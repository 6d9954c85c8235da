/** The shared views of the evidence: what is believed, what counts as open, which grants and keys let a program in. */
import { describe, expect, it } from 'vitest';
import { couldRead, machineGrant, said, staticKey, wayOf } from '../../../../lib/scan/judge/case.ts';
import {
  answer,
  apiBase,
  authorizationServer,
  call,
  caseOf,
  challenge,
  data,
  deadEndpoint,
  description,
  failedCall,
  guardedApi,
  issuer,
  keyScheme,
  knowsGrant,
  named,
  openApi,
  pageFact,
  protectedResource,
  scheme,
  statement,
  tokenEndpoint,
  walled,
  type Given,
} from './facts.ts';

const mcpUrl = 'https://mcp.orchard.example/mcp';
const mcpBase: typeof apiBase = { url: mcpUrl, via: 'metadata', evidence: ['x3'], kind: 'mcp' };
/** An issuer that only the MCP server names, and that offers the code grant alone. */
const mcpIssuer: Given = {
  surface: { apiBases: [apiBase, mcpBase], mcp: [{ url: mcpUrl, via: 'metadata', evidence: ['x3'] }] },
  authorizationServers: [authorizationServer({ grantTypes: ['authorization_code', 'refresh_token'] })],
  protectedResources: [protectedResource({ resource: mcpUrl })],
};

it('an issuer that gives neither tokens nor codes signs assertions for others, and is no authorization server of this API', () => {
  const signs = authorizationServer({ tokenEndpoint: null, authorizationEndpoint: null });
  expect(caseOf({ authorizationServers: [signs] }).issuers).toEqual([]);
  const sendsCodes = { ...signs, authorizationEndpoint: `${issuer}/authorize` };
  expect(caseOf({ authorizationServers: [sendsCodes] }).issuers).toHaveLength(1);
});

describe('an issuer that only an MCP server names', () => {
  it('offers what it offers, but what it lacks says nothing of the API', () => {
    const { grants } = caseOf(mcpIssuer);
    expect([grants.authorization_code.offered, grants.client_credentials.offered]).toEqual(['yes', 'unknown']);
  });
  it('speaks in full where the MCP server is the API', () => {
    expect(
      caseOf({ ...mcpIssuer, surface: { ...mcpIssuer.surface, apiBases: [mcpBase] } }).grants.client_credentials
        .offered,
    ).toBe('no');
  });
  it('speaks in full where the address of the MCP server was typed', () => {
    const typed = { ...mcpIssuer.surface, mcp: [{ url: mcpUrl, via: 'target' as const, evidence: ['x3'] }] };
    expect(caseOf({ ...mcpIssuer, surface: typed }).grants.client_credentials.offered).toBe('no');
  });
  it('speaks in full where the API’s own resource names it too', () => {
    expect(
      caseOf({ ...mcpIssuer, protectedResources: [...(mcpIssuer.protectedResources ?? []), protectedResource()] })
        .grants.client_credentials.offered,
    ).toBe('no');
  });
  it('speaks in full where it stands on the host of the API', () => {
    const onApi = 'https://api.orchard.example';
    expect(
      caseOf({
        ...mcpIssuer,
        authorizationServers: [authorizationServer({ issuer: onApi, grantTypes: ['authorization_code'] })],
        protectedResources: [protectedResource({ resource: mcpUrl, authorizationServers: [onApi] })],
      }).grants.client_credentials.offered,
    ).toBe('no');
  });
  it('is known by its trailing slash or without', () => {
    expect(
      caseOf({
        ...mcpIssuer,
        protectedResources: [protectedResource({ resource: mcpUrl, authorizationServers: [`${issuer}/`] })],
      }).grants.client_credentials.offered,
    ).toBe('unknown');
  });
});

describe('metadata whose token endpoint is dead', () => {
  const given = {
    authorizationServers: [authorizationServer({ grantTypes: ['client_credentials'] })],
    tokenEndpoints: [tokenEndpoint(deadEndpoint)],
  };
  it('is not believed', () => {
    const subject = caseOf(given);
    expect(subject.issuers).toEqual([]);
    expect(subject.grants.client_credentials.offered).toBe('unknown');
    expect(subject.oauth).toBe(false);
  });
  it('is believed while nobody knows whether the endpoint lives', () => {
    expect(
      caseOf({ ...given, tokenEndpoints: [tokenEndpoint({ life: 'unknown' })] }).grants.client_credentials.offered,
    ).toBe('yes');
  });
});

describe('Basic beside OAuth', () => {
  const oauth = { authorizationServers: [authorizationServer({ grantTypes: ['authorization_code'] })] };
  const basic = statement('basic', 'Send client id and secret by Basic.');
  it('is how a client authenticates at the token endpoint, so it is no key', () =>
    expect(staticKey(caseOf({ ...oauth, statements: [basic] }))).toBeNull());
  it('is a key where the API itself asks for it', () =>
    expect(staticKey(caseOf({ ...oauth, calls: [call({ challenges: [challenge('Basic')] })] }))).not.toBeNull());
  it('is a key without OAuth', () => expect(staticKey(caseOf({ ...guardedApi, statements: [basic] }))).not.toBeNull());
});

describe('a site that explains OAuth and has no API', () => {
  const prose = [
    statement('grant:client_credentials', 'Use client credentials.'),
    statement('bearer', 'Send a bearer token.'),
    statement('no-tokens', 'We have no API.'),
  ];
  it('explains somebody else’s', () => {
    const subject = caseOf({ surface: { apiBases: [] }, statements: prose });
    expect(subject.callable).toBe(false);
    expect(subject.evidence.statements.map((s) => s.topic)).toEqual(['no-tokens']);
    expect(subject.oauth).toBe(false);
  });
  it('is believed where a token endpoint of it lives', () =>
    expect(
      caseOf({ surface: { apiBases: [] }, statements: prose, tokenEndpoints: [tokenEndpoint()] }).grants
        .client_credentials.offered,
    ).toBe('yes'));
  it('is believed where an API was found', () =>
    expect(caseOf({ statements: prose }).grants.client_credentials.offered).toBe('yes'));
});

describe('an open API', () => {
  it('answers without credentials, and nothing speaks of any', () => expect(caseOf(openApi).open).toBe(true));
  it('shows by one answer where the documentation says that nothing is asked for', () => {
    const [one] = openApi.calls ?? [];
    const calls = one === undefined ? [] : [one];
    expect(caseOf({ ...openApi, calls }).open).toBe(false);
    expect(
      caseOf({ ...openApi, calls, statements: [statement('open', 'No authentication: all endpoints are public.')] })
        .open,
    ).toBe(true);
  });
  const ok = { status: 200, error: data };
  it.each<[string, Given]>([
    ['another endpoint asks', { calls: [call(ok), call({ error: named() })] }],
    ['another endpoint was not seen', { calls: [call(ok), failedCall()] }],
    [
      'another endpoint refuses a bad token',
      { calls: [call(ok), call({ status: 404 }, { bearer: answer({ exchange: 'x11', error: named() }) })] },
    ],
    ['OAuth is offered', { calls: [call(ok)], authorizationServers: [authorizationServer()] }],
    ['a scheme is declared', { calls: [call(ok)], descriptions: [description([scheme()])] }],
    ['keys are spoken of', { calls: [call(ok)], statements: [statement('self-service', 'Create a key.')] }],
    ['nothing answered', {}],
  ])('is not open when %s', (_name, given) => expect(caseOf(given).open).toBe(false));
});

describe('the ways in', () => {
  it('a machine grant: client_credentials before JWT bearer before the vendor’s own', () => {
    const vendor = statement('grant:vendor', 'grant_type=acme', { value: 'acme' });
    const jwt = authorizationServer({ grantTypes: ['urn:ietf:params:oauth:grant-type:jwt-bearer'] });
    expect(
      machineGrant(
        caseOf({ tokenEndpoints: [tokenEndpoint(knowsGrant)], authorizationServers: [jwt], statements: [vendor] }),
      )?.id,
    ).toBe('client_credentials');
    expect(machineGrant(caseOf({ authorizationServers: [jwt], statements: [vendor] }))?.id).toBe('jwt_bearer');
    expect(machineGrant(caseOf({ statements: [vendor] }))?.id).toBe('acme');
    expect(machineGrant(caseOf(guardedApi))).toBeNull();
  });
  it('a key: words on it, or a way of its own; a bearer token alone may be of any kind', () => {
    expect(
      staticKey(caseOf({ ...guardedApi, statements: [statement('static-keys', 'Keys are rolled.')] }))?.because,
    ).toMatch(/Keys are rolled/);
    expect(
      staticKey(caseOf({ ...guardedApi, descriptions: [description([keyScheme('query', 'key')])] })),
    ).not.toBeNull();
    expect(staticKey(caseOf({ calls: [call({ challenges: [challenge('Bearer')] })] }))).toBeNull();
    expect(
      staticKey(
        caseOf({ calls: [call({ challenges: [challenge('Bearer')] })], authorizationServers: [authorizationServer()] }),
      ),
    ).toBeNull();
    expect(staticKey(caseOf(guardedApi))).toBeNull();
  });
  it('the best-evidenced of several', () => {
    const subject = caseOf({
      calls: [call({ challenges: [challenge('Bearer')] })],
      descriptions: [description([scheme()])],
      statements: [statement('bearer', 'Send it.')],
    });
    expect(wayOf(subject, 'bearer')?.confidence).toBe('observed');
    expect(wayOf(subject, 'query')).toBeUndefined();
  });
});

it('takes statements from the strength that is asked for', () => {
  const subject = caseOf({
    ...guardedApi,
    statements: [
      statement('expires', 'one', { strength: 1 }),
      statement('expires', 'two'),
      statement('expires', 'no', { polarity: 'deny', strength: 3 }),
    ],
  });
  expect(said(subject, 'expires').map((s) => s.quote)).toEqual(['two']);
  expect(said(subject, 'expires', 'affirm', 1).map((s) => s.quote)).toEqual(['one', 'two']);
  expect(said(subject, 'expires', 'deny').map((s) => s.quote)).toEqual(['no']);
});

it('believes silence only where it could read', () => {
  const read = (given: Given) => couldRead(caseOf({ ...guardedApi, ...given }));
  expect(read({})).toBe(true);
  expect(read({ reach: walled })).toBe(false);
  expect(read({ reach: { failed: 1 } })).toBe(false);
  expect(read({ reach: walled, pages: [pageFact('docs')] })).toBe(true);
  expect(read({ reach: walled, pages: [pageFact('docs', { needsScript: true })] })).toBe(false);
  expect(read({ reach: walled, pages: [pageFact('docs', { needsScript: true, rendered: true })] })).toBe(true);
  expect(read({ reach: walled, pages: [pageFact('pricing')] })).toBe(false);
});
