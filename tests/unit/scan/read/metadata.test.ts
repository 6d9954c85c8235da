import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorizationServer, protectedResource } from '../../../../lib/scan/schema/facts.ts';
import { metadataUrls, protectedResourceUrls } from '../../../../lib/scan/read/metadata/document.ts';
import { readAuthorizationServer } from '../../../../lib/scan/read/metadata/authorization-server.ts';
import { readProtectedResource } from '../../../../lib/scan/read/metadata/protected-resource.ts';
import { seed } from './seed.ts';

describe('metadataUrls (M1, O1, O3)', () => {
  const root = [
    ['https://as.example/.well-known/oauth-authorization-server', 'oauth', true],
    ['https://as.example/.well-known/openid-configuration', 'oidc', true],
  ];
  const tenant = [
    ['https://as.example/.well-known/oauth-authorization-server/t1', 'oauth', true],
    ['https://as.example/.well-known/openid-configuration/t1', 'oidc', true],
    ['https://as.example/t1/.well-known/openid-configuration', 'oidc', true],
    ['https://as.example/t1/.well-known/oauth-authorization-server', 'oauth', false],
  ];
  test.each([
    ['https://as.example', root],
    ['https://as.example/', root],
    ['https://as.example/t1', tenant],
    ['https://as.example/t1/', tenant],
    ['mailto:a@b.example', []],
    ['not a url', []],
  ])('%s', (issuer, expected) => {
    expect(metadataUrls(issuer).map(({ url, kind, standard }) => [url, kind, standard])).toEqual(expected);
  });
  test('keeps the port', () => {
    expect(metadataUrls('http://127.0.0.1:9000/realms/a')[0]?.url).toBe(
      'http://127.0.0.1:9000/.well-known/oauth-authorization-server/realms/a',
    );
  });
});

describe('protectedResourceUrls (W1)', () => {
  const at = 'https://api.example/.well-known/oauth-protected-resource';
  test.each([
    ['https://api.example', [at]],
    ['https://api.example/', [at]],
    ['https://api.example/mcp', [`${at}/mcp`, at]],
    ['https://api.example/mcp/', [`${at}/mcp/`, `${at}/mcp`, at]],
    ['https://api.example/v1?x=1', [`${at}/v1?x=1`, at]],
    ['nothing', []],
  ])('%s', (resource, expected) => {
    expect(protectedResourceUrls(resource)).toEqual(expected);
  });
});

const ISSUER = 'https://as.example';
const complete = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
  token_endpoint_auth_methods_supported: ['client_secret_basic'],
  code_challenge_methods_supported: ['S256'],
};
const place = `${ISSUER}/.well-known/oauth-authorization-server`;
const read = (document: unknown, over: Partial<Parameters<typeof readAuthorizationServer>[0]> = {}) =>
  readAuthorizationServer({
    text: typeof document === 'string' ? document : JSON.stringify(document),
    contentType: 'application/json',
    status: 200,
    url: place,
    expectedIssuer: ISSUER,
    kind: 'oauth',
    via: 'metadata',
    evidence: ['x1'],
    standardPlace: true,
    ...over,
  });
const present = (document: unknown, over: Parameters<typeof read>[1] = {}) => {
  const result = read(document, over);
  if (result.kind !== 'present') throw new Error(JSON.stringify(result));
  return result.value;
};

describe('readAuthorizationServer', () => {
  test('a conforming document, every member in its place', () => {
    expect(
      present({
        ...complete,
        scopes_supported: ['read', 'write'],
        registration_endpoint: `${ISSUER}/register`,
        device_authorization_endpoint: `${ISSUER}/device`,
        revocation_endpoint: `${ISSUER}/revoke`,
        introspection_endpoint: `${ISSUER}/introspect`,
        userinfo_endpoint: `${ISSUER}/me`,
        service_documentation: 'https://docs.example/auth',
        client_id_metadata_document_supported: true,
        agent_auth: { identity_types_supported: ['anonymous'], register_uri: 'https://id.example.com/agents' },
      }),
    ).toEqual({
      url: place,
      via: 'metadata',
      evidence: ['x1'],
      kind: 'oauth',
      issuer: ISSUER,
      conformance: 'conforming',
      faults: [],
      standardPlace: true,
      tokenEndpoint: `${ISSUER}/token`,
      authorizationEndpoint: `${ISSUER}/authorize`,
      deviceAuthorizationEndpoint: `${ISSUER}/device`,
      registrationEndpoint: `${ISSUER}/register`,
      userinfoEndpoint: `${ISSUER}/me`,
      revocationEndpoint: `${ISSUER}/revoke`,
      introspectionEndpoint: `${ISSUER}/introspect`,
      grantTypes: ['authorization_code', 'client_credentials', 'refresh_token'],
      responseTypes: ['code'],
      authMethods: ['client_secret_basic'],
      scopes: ['read', 'write'],
      pkceMethods: ['S256'],
      clientIdMetadataDocument: true,
      serviceDocumentation: 'https://docs.example/auth',
      grantProfiles: null,
      agentIdentityTypes: ['anonymous'],
      agentEndpoint: 'https://id.example.com/agents',
    });
  });

  test.each<[name: string, text: string, over: Parameters<typeof read>[1], expected: object]>([
    ['404', '{}', { status: 404 }, { kind: 'absent', reason: 'HTTP 404' }],
    ['a redirect', '', { status: 302 }, { kind: 'absent', reason: 'HTTP 302' }],
    ['201', JSON.stringify(complete), { status: 201 }, { kind: 'absent', reason: 'HTTP 201' }],
    ['nothing', '  ', {}, { kind: 'absent', reason: 'the answer is empty' }],
    [
      'a page',
      '<!doctype html><title>Home</title>',
      { contentType: 'text/html' },
      { kind: 'absent', reason: 'the answer is a page, not a document' },
    ],
    [
      'a page under a JSON type',
      '<html></html>',
      {},
      { kind: 'absent', reason: 'the answer is a page, not a document' },
    ],
    ['text', 'Not found', { contentType: 'text/plain' }, { kind: 'absent', reason: 'the answer is not JSON' }],
    [
      'a catch-all object',
      '{"message":"welcome"}',
      {},
      { kind: 'absent', reason: 'the answer is JSON but not metadata' },
    ],
    ['an empty object', '{}', {}, { kind: 'absent', reason: 'the answer is JSON but not metadata' }],
    ['a list', '[{"issuer":"x"}]', {}, { kind: 'malformed', problem: 'it is not one JSON object' }],
    [
      'no issuer',
      '{"token_endpoint":"https://as.example/token"}',
      {},
      { kind: 'malformed', problem: 'it names no issuer' },
    ],
    ['an issuer of another type', '{"issuer":5}', {}, { kind: 'malformed', problem: 'its issuer is no text' }],
  ])('%s', (_name, text, over, expected) => {
    expect(read(text, over)).toEqual(expected);
  });
  test('broken JSON is a document that is broken', () => {
    expect(read('{"issuer": "https://as.example",')).toMatchObject({
      kind: 'malformed',
      problem: expect.stringContaining('not valid JSON') as string,
    });
  });

  test.each<
    [
      name: string,
      change: Record<string, unknown>,
      over: Parameters<typeof read>[1],
      conformance: string,
      fault: string,
    ]
  >([
    [
      'issuer of another host',
      { issuer: 'https://other.example' },
      {},
      'non-conforming',
      'its issuer https://other.example is on another host than as.example',
    ],
    [
      'issuer of another path',
      { issuer: 'https://as.example/oauth' },
      {},
      'non-conforming',
      'its issuer https://as.example/oauth is not https://as.example, from which this place derives',
    ],
    [
      'issuer with a slash',
      { issuer: 'https://as.example/' },
      {},
      'sloppy',
      'its issuer https://as.example/ differs from https://as.example by a last slash',
    ],
    [
      'issuer with a port that is the default',
      { issuer: 'https://as.example:443/t' },
      { expectedIssuer: 'https://as.example/t' },
      'sloppy',
      'its issuer https://as.example:443/t is another spelling of https://as.example/t',
    ],
    [
      'templated issuer',
      { issuer: 'https://login.example/{tenantid}/v2.0' },
      { expectedIssuer: 'https://login.example/common/v2.0' },
      'sloppy',
      'its issuer https://login.example/{tenantid}/v2.0 is a template',
    ],
    [
      'issuer over http',
      { issuer: 'http://as.example' },
      { expectedIssuer: 'http://as.example' },
      'non-conforming',
      'its issuer http://as.example is plain http',
    ],
    [
      'issuer with a query',
      { issuer: 'https://as.example?a=1' },
      { expectedIssuer: 'https://as.example?a=1' },
      'sloppy',
      'its issuer has a query or a fragment',
    ],
    [
      'token endpoint over http',
      { token_endpoint: 'http://as.example/token' },
      {},
      'non-conforming',
      'its token_endpoint is plain http, so credentials would travel in clear',
    ],
    [
      'token endpoint inside',
      { token_endpoint: 'https://10.0.0.5/token' },
      {},
      'non-conforming',
      'its token_endpoint is on an address inside a private network',
    ],
    [
      'relative token endpoint',
      { token_endpoint: '/token' },
      {},
      'non-conforming',
      'its token_endpoint is no absolute http(s) URL',
    ],
    [
      'token endpoint of another type',
      { token_endpoint: { url: 'x' } },
      {},
      'non-conforming',
      'its token_endpoint is no URL',
    ],
    ['no token endpoint', { token_endpoint: undefined }, {}, 'non-conforming', 'it names no token_endpoint'],
    [
      'no token endpoint, no grants',
      { token_endpoint: undefined, grant_types_supported: undefined },
      {},
      'non-conforming',
      'it names no token_endpoint',
    ],
    [
      'no authorization endpoint',
      { authorization_endpoint: undefined },
      {},
      'sloppy',
      'it names no authorization_endpoint',
    ],
    [
      'no response types',
      { response_types_supported: undefined },
      {},
      'sloppy',
      'it lists no response_types_supported',
    ],
    [
      'empty list',
      { scopes_supported: [] },
      {},
      'sloppy',
      'its scopes_supported is an empty list, which is to be omitted',
    ],
    [
      'list as a string',
      { grant_types_supported: 'authorization_code client_credentials' },
      {},
      'sloppy',
      'its grant_types_supported is a string instead of a list',
    ],
    ['list of another type', { scopes_supported: { read: 'x' } }, {}, 'sloppy', 'its scopes_supported is no list'],
    [
      'JWT without algorithms',
      { token_endpoint_auth_methods_supported: ['private_key_jwt'] },
      {},
      'sloppy',
      'it lists no signing algorithms for JWT client authentication',
    ],
    ['text/plain', {}, { contentType: 'text/plain' }, 'sloppy', 'it comes as text/plain instead of application/json'],
    ['no media type', {}, { contentType: null }, 'sloppy', 'it comes as no media type instead of application/json'],
    [
      'appended path',
      { issuer: `${ISSUER}/t1` },
      {
        url: `${ISSUER}/t1/.well-known/oauth-authorization-server`,
        expectedIssuer: `${ISSUER}/t1`,
        standardPlace: false,
      },
      'sloppy',
      'it stands below the path of its issuer instead of before it (RFC 8414 §3.1)',
    ],
    [
      'OIDC without keys',
      {},
      { kind: 'oidc', url: `${ISSUER}/.well-known/openid-configuration` },
      'sloppy',
      'it lacks jwks_uri',
    ],
    [
      'named outright, another place of the host',
      { issuer: `${ISSUER}/t1` },
      { expectedIssuer: null, url: `${ISSUER}/meta.json` },
      'sloppy',
      'its issuer https://as.example/t1 does not derive this place',
    ],
    [
      'named outright, another host',
      { issuer: 'https://other.example' },
      { expectedIssuer: null },
      'non-conforming',
      'its issuer https://other.example is on another host than as.example',
    ],
  ])('%s', (_name, change, over, conformance, fault) => {
    const value = present({ ...complete, ...change }, over);
    expect([value.conformance, value.faults[0]]).toEqual([conformance, fault]);
  });

  test.each<[name: string, change: Record<string, unknown>, over: Parameters<typeof read>[1]]>([
    [
      'machine-only server without authorization endpoint',
      { authorization_endpoint: undefined, grant_types_supported: ['client_credentials'] },
      {},
    ],
    ['implicit only, without token endpoint', { token_endpoint: undefined, grant_types_supported: ['implicit'] }, {}],
    ['named outright at its own place', {}, { expectedIssuer: null }],
    [
      'on one machine over http',
      {
        issuer: 'http://127.0.0.1:3000',
        token_endpoint: 'http://127.0.0.1:3000/token',
        authorization_endpoint: 'http://localhost:3000/a',
      },
      { expectedIssuer: 'http://127.0.0.1:3000', url: 'http://127.0.0.1:3000/.well-known/oauth-authorization-server' },
    ],
    ['redirected to its own place', {}, { expectedIssuer: 'https://www.example' }],
    ['+json', {}, { contentType: 'application/oauth+json' }],
    ['unknown members', { x_vendor: { a: 1 }, mtls_endpoint_aliases: {} }, {}],
  ])('conforming: %s', (_name, change, over) => {
    expect(present({ ...complete, ...change }, over).conformance).toBe('conforming');
  });

  test('a document of another host stays readable (api.slack.com serves the issuer slack.com)', () => {
    const value = present(
      { ...complete, issuer: 'https://slack.example', token_endpoint: 'https://slack.example/api/token' },
      {
        url: 'https://api.slack.example/.well-known/openid-configuration',
        expectedIssuer: 'https://api.slack.example',
        kind: 'oidc',
      },
    );
    expect(value).toMatchObject({
      conformance: 'non-conforming',
      issuer: 'https://slack.example',
      tokenEndpoint: 'https://slack.example/api/token',
    });
  });
  test('endpoints on another host are reported, last, and cost nothing', () => {
    expect(present({ ...complete, token_endpoint: 'https://api.example/token' })).toMatchObject({
      conformance: 'conforming',
      faults: ['its token_endpoint is on another host, api.example'],
    });
    expect(
      present({ ...complete, token_endpoint: 'https://api.example/token', response_types_supported: undefined }).faults,
    ).toEqual(['it lists no response_types_supported', 'its token_endpoint is on another host, api.example']);
  });
  test('an empty list means what an omitted one means', () => {
    expect(present({ ...complete, grant_types_supported: [] }).grantTypes).toBeNull();
  });
  test('a relative endpoint is understood', () => {
    expect(present({ ...complete, token_endpoint: '/token' }).tokenEndpoint).toBe('https://as.example/token');
  });
  test.each([
    [{ anonymous: { credential_types_supported: ['api_key'] } }, ['anonymous']],
    [{ identity_types_supported: ['identity_assertion', 'service_auth'] }, ['identity_assertion', 'service_auth']],
    [{ skill: 'x' }, null],
    ['text', null],
  ])('agent_auth %j', (agentAuth, expected) => {
    expect(present({ ...complete, agent_auth: agentAuth }).agentIdentityTypes).toEqual(expected);
  });
});

describe('readProtectedResource (W1-W5)', () => {
  const resource = 'https://api.example/mcp';
  const at = 'https://api.example/.well-known/oauth-protected-resource/mcp';
  const readResource = (document: unknown, over: Partial<Parameters<typeof readProtectedResource>[0]> = {}) =>
    readProtectedResource({
      text: JSON.stringify(document),
      contentType: 'application/json',
      status: 200,
      url: at,
      expectedResource: resource,
      via: 'challenge',
      evidence: ['x2'],
      standardPlace: true,
      ...over,
    });
  const valid = {
    resource,
    authorization_servers: [ISSUER],
    bearer_methods_supported: ['header'],
    scopes_supported: ['read'],
    resource_documentation: 'https://docs.example',
  };

  test('a conforming document', () => {
    expect(readResource(valid)).toEqual({
      kind: 'present',
      value: {
        url: at,
        via: 'challenge',
        evidence: ['x2'],
        resource,
        conformance: 'conforming',
        faults: [],
        authorizationServers: [ISSUER],
        scopes: ['read'],
        bearerMethods: ['header'],
        documentation: 'https://docs.example',
      },
    });
  });
  test('a vendor’s own document, of which a challenge says that it is one, says nothing of tokens', () => {
    const url = 'https://api.example/.well-known/acme-protected-resource';
    const vendors = { resource, team_domain: 'acme.example' };
    expect(readResource(vendors, { url })).toMatchObject({ kind: 'absent' });
    expect(readResource({ ...vendors, authorization_servers: [ISSUER] }, { url })).toMatchObject({ kind: 'present' });
    expect(readResource(vendors)).toMatchObject({ kind: 'present' });
  });
  test.each<
    [
      name: string,
      change: Record<string, unknown>,
      over: Parameters<typeof readResource>[1],
      conformance: string,
      servers: string[],
    ]
  >([
    ['root document for a resource with a path', { resource: 'https://api.example' }, {}, 'sloppy', [ISSUER]],
    ['resource deeper than asked', { resource: 'https://api.example/mcp/v1' }, {}, 'sloppy', [ISSUER]],
    ['a last slash', { resource: 'https://api.example/mcp/' }, {}, 'sloppy', [ISSUER]],
    [
      'origin with a slash',
      { resource: 'https://api.example/' },
      { expectedResource: 'https://api.example' },
      'sloppy',
      [ISSUER],
    ],
    ['same origin, another path', { resource: 'https://api.example/other' }, {}, 'non-conforming', [ISSUER]],
    ['a path that only begins alike', { resource: 'https://api.example/mcp2' }, {}, 'non-conforming', [ISSUER]],
    ['another origin', { resource: 'https://other.example/mcp' }, {}, 'non-conforming', [ISSUER]],
    [
      'redirected to its own place',
      { resource: 'https://api.example/mcp' },
      { expectedResource: 'https://www.example/mcp' },
      'conforming',
      [ISSUER],
    ],
    ['named outright at its own place', {}, { expectedResource: null }, 'conforming', [ISSUER]],
    ['named outright elsewhere', {}, { expectedResource: null, url: 'https://api.example/meta' }, 'sloppy', [ISSUER]],
    ['empty issuers', { authorization_servers: [] }, {}, 'non-conforming', []],
    ['no issuers', { authorization_servers: undefined }, {}, 'sloppy', []],
    ['one issuer as text', { authorization_servers: ISSUER }, {}, 'sloppy', [ISSUER]],
    [
      'metadata URL, inserted',
      { authorization_servers: ['https://as.example/.well-known/oauth-authorization-server/t1'] },
      {},
      'sloppy',
      ['https://as.example/t1'],
    ],
    [
      'metadata URL, appended',
      { authorization_servers: ['https://as.example/t1/.well-known/openid-configuration'] },
      {},
      'sloppy',
      ['https://as.example/t1'],
    ],
    ['issuer over http', { authorization_servers: ['http://as.example'] }, {}, 'non-conforming', ['http://as.example']],
    ['issuer that is no URL', { authorization_servers: ['as.example', ISSUER] }, {}, 'non-conforming', [ISSUER]],
    ['text/plain', {}, { contentType: 'text/plain' }, 'sloppy', [ISSUER]],
  ])('%s', (_name, change, over, conformance, servers) => {
    const result = readResource({ ...valid, ...change }, over);
    expect(result).toMatchObject({ kind: 'present', value: { conformance, authorizationServers: servers } });
    if (result.kind === 'present' && conformance !== 'conforming') expect(result.value.faults).not.toEqual([]);
  });
  test('an empty list of methods says: no bearer', () => {
    expect(readResource({ ...valid, bearer_methods_supported: [] })).toMatchObject({
      value: { bearerMethods: [], conformance: 'conforming' },
    });
    expect(readResource({ ...valid, bearer_methods_supported: undefined })).toMatchObject({
      value: { bearerMethods: null },
    });
  });
  test('absent and malformed', () => {
    expect(readResource(valid, { status: 404 })).toEqual({ kind: 'absent', reason: 'HTTP 404' });
    expect(readResource({ message: 'hello' })).toMatchObject({ kind: 'absent' });
    expect(readResource({ authorization_servers: [ISSUER] })).toEqual({
      kind: 'malformed',
      problem: 'it names no resource',
    });
  });
});

test('any document gives a result that fits the schema', () => {
  const name = fc.constantFrom(
    'issuer',
    'resource',
    'token_endpoint',
    'authorization_endpoint',
    'grant_types_supported',
    'scopes_supported',
    'authorization_servers',
    'bearer_methods_supported',
    'agent_auth',
    '__proto__',
    'jwks_uri',
  );
  const leaf = fc.oneof(
    fc.string(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.constantFrom('https://[::1]/', 'http://10.0.0.1', '//x', 'javascript:alert(1)'),
    fc.integer(),
    fc.constant(null),
  );
  const document = fc.dictionary(
    name,
    fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(fc.string(), leaf)),
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        document.map((d) => JSON.stringify(d)),
        fc.string(),
      ),
      fc.oneof(leaf.map(String), fc.constant(null)),
      (text, expected) => {
        const server = read(text, { expectedIssuer: expected });
        const resource = readProtectedResource({
          text,
          contentType: null,
          status: 200,
          url: place,
          expectedResource: expected,
          via: 'link',
          evidence: [],
          standardPlace: false,
        });
        for (const url of expected === null
          ? []
          : [...metadataUrls(expected).map((m) => m.url), ...protectedResourceUrls(expected)])
          expect(URL.canParse(url)).toBe(true);
        if (server.kind === 'present') expect(authorizationServer.safeParse(server.value).success).toBe(true);
        if (resource.kind === 'present') expect(protectedResource.safeParse(resource.value).success).toBe(true);
      },
    ),
    { seed, numRuns: 500 },
  );
}, 60_000);
