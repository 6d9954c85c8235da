import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readDescription } from '../../../../lib/scan/read/openapi/index.ts';
import { description } from '../../../../lib/scan/schema/facts.ts';
import { processorMs, seed } from './seed.ts';

type Json = Record<string, unknown>;

const URL_OF_DOCUMENT = 'https://api.example.com/openapi.json';
const readText = (text: string, url = URL_OF_DOCUMENT) =>
  readDescription({ text, url, via: 'convention', evidence: ['x1'] });
const read = (document: Json, url = URL_OF_DOCUMENT) => {
  const result = readText(JSON.stringify(document), url);
  if (result.kind !== 'present') throw new Error(JSON.stringify(result));
  expect(description.safeParse(result.value).success).toBe(true);
  return result.value;
};
const three = (over: Json = {}): Json => ({
  openapi: '3.0.3',
  info: { title: 'Shop' },
  servers: [{ url: 'https://api.example.com/v1' }],
  paths: { '/orders': { get: { responses: { 200: {} } } } },
  ...over,
});
const two = (over: Json = {}): Json => ({
  swagger: '2.0',
  info: { title: 'Shop' },
  host: 'api.example.com',
  basePath: '/v1',
  schemes: ['https'],
  paths: { '/orders': { get: { responses: { 200: {} } } } },
  ...over,
});
const withSchemes = (schemes: Json, over: Json = {}) => three({ components: { securitySchemes: schemes }, ...over });
const ok = { responses: { 200: {} } };

describe('what is a description', () => {
  test.each<[name: string, text: string, kind: string, why: string]>([
    ['a page', '<!doctype html><html><body>openapi: 3.0.0</body></html>', 'absent', 'there is a page instead'],
    ['XML', '<?xml version="1.0"?><a/>', 'absent', 'there is a page instead'],
    ['nothing', '', 'absent', 'it has no openapi or swagger version'],
    ['other JSON', '{"message":"hello"}', 'absent', 'it has no openapi or swagger version'],
    [
      'JSON that only speaks of it',
      '{"links":{"openapi":"/openapi.json"}}',
      'absent',
      'it has no openapi or swagger version',
    ],
    ['a list', '[{"openapi":"3.0.0"}]', 'absent', 'it has no openapi or swagger version'],
    [
      'prose',
      'We publish an API.\nopenapi: 3.0.0 is supported, and more.\n',
      'absent',
      'it quotes a description but is not one',
    ],
    [
      'Markdown with a sample',
      '# Guide\n\nWrite this down:\n\n```yaml\nopenapi: 3.0.0\npaths: {}\n```\n',
      'absent',
      'it quotes a description but is not one',
    ],
    [
      'Swagger 1.2, which no current tool reads',
      '{"swaggerVersion":"1.2","apis":[]}',
      'absent',
      'it has no openapi or swagger version',
    ],
    [
      'a version and nothing else',
      '{"openapi":"3.0.0"}',
      'malformed',
      'it has a version but neither paths nor components',
    ],
    [
      'paths of another type',
      '{"openapi":"3.0.0","paths":[]}',
      'malformed',
      'it has a version but neither paths nor components',
    ],
  ])('%s', (_name, text, kind, why) => {
    expect(readText(text)).toEqual(kind === 'absent' ? { kind, reason: why } : { kind, problem: why });
  });
  test.each<[string, string]>([
    ['cut JSON', '{"openapi":"3.0.0","paths":{"/a":'],
    ['YAML with a tab', 'openapi: 3.0.0\npaths:\n\t/a: {}\n'],
    ['duplicate keys in YAML', 'openapi: 3.0.0\npaths: {}\npaths: {}\n'],
    [
      'an alias bomb',
      `openapi: 3.0.0\npaths: {}\na: &a [x]\n${Array.from({ length: 10_001 }, (_, i) => `k${i}: *a`).join('\n')}`,
    ],
    ['YAML nested beyond reason', `openapi: 3.0.0\npaths: ${'{a: '.repeat(200)}1${'}'.repeat(200)}`],
  ])('malformed: %s', (_name, text) => {
    expect(readText(text)).toMatchObject({
      kind: 'malformed',
      problem: expect.stringMatching(/not valid (JSON|YAML)/) as string,
    });
  });
  test('YAML, with comments, merges and aliases', () => {
    const result = readText(
      '# made by hand\n---\nopenapi: 3.1.0\ninfo: {title: Shop}\nservers:\n  - url: https://api.example.com\nx-common: &common\n  security: [{key: []}]\npaths:\n  /orders:\n    get:\n      <<: *common\n      responses: {401: {description: no}}\ncomponents:\n  securitySchemes:\n    key: {type: http, scheme: Bearer}\n',
    );
    expect(result).toMatchObject({
      kind: 'present',
      value: {
        format: 'openapi-3.1',
        title: 'Shop',
        counts: { secured: 1 },
        documents401: true,
        schemes: [{ type: 'http', scheme: 'bearer', used: true }],
      },
    });
  });
  test('JSON and YAML of one document read alike', () => {
    const document = withSchemes(
      {
        o: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: 'https://as.example/token', scopes: { 'read:all': '' } } },
        },
      },
      { security: [{ o: [] }] },
    );
    expect(readText(dump(document))).toEqual(readText(JSON.stringify(document)));
  });
  test('JSON with comments is read as the YAML it also is', () => {
    expect(readText('{"openapi": "3.0.0", # version\n "paths": {},}')).toMatchObject({ kind: 'present' });
    expect(readText('\uFEFF{"openapi":"3.0.0","paths":{}}')).toMatchObject({ kind: 'present' });
  });
  test.each<[Json, string, string[]]>([
    [{ openapi: '3.0.1' }, 'openapi-3.0', []],
    [{ openapi: '3.1.0' }, 'openapi-3.1', []],
    [{ openapi: '3.2.0' }, 'openapi-3.2', []],
    [{ openapi: '4.0.0' }, 'openapi', ['its version is none that OpenAPI has']],
    [{ openapi: undefined, swagger: '2.0' }, 'swagger-2.0', []],
    [{ openapi: undefined, swagger: 2 }, 'swagger-2.0', ['its version is a number instead of a string']],
    [{ openapi: 3.1 }, 'openapi-3.1', ['its version is a number instead of a string']],
  ])('version %j', (over, format, faults) => {
    const value = read({ ...three(), ...two(), ...three(over) });
    expect([value.format, value.faults.filter((f) => f.includes('version') && !f.includes('another'))]).toEqual([
      format,
      faults,
    ]);
  });
});

describe('servers', () => {
  test.each<[name: string, document: Json, url: string, servers: string[]]>([
    ['absolute', three(), URL_OF_DOCUMENT, ['https://api.example.com/v1']],
    [
      'last slash',
      three({ servers: [{ url: 'https://api.example.com/' }] }),
      URL_OF_DOCUMENT,
      ['https://api.example.com'],
    ],
    ['relative', three({ servers: [{ url: '/v2' }] }), URL_OF_DOCUMENT, ['https://api.example.com/v2']],
    [
      'relative to the document',
      three({ servers: [{ url: '../v2' }] }),
      'https://api.example.com/docs/spec/openapi.json',
      ['https://api.example.com/docs/v2'],
    ],
    [
      'variables',
      three({
        servers: [
          { url: 'https://{region}.example.com/{v}', variables: { region: { default: 'eu' }, v: { enum: ['v3'] } } },
        ],
      }),
      URL_OF_DOCUMENT,
      ['https://eu.example.com/v3'],
    ],
    [
      'a variable without a value',
      three({ servers: [{ url: 'https://example.com/{tenant}' }] }),
      URL_OF_DOCUMENT,
      ['https://example.com/%7Btenant%7D'],
    ],
    [
      'a host in braces',
      three({ servers: [{ url: 'https://{tenant}.example.com' }] }),
      URL_OF_DOCUMENT,
      ['https://{tenant}.example.com'],
    ],
    ['none', three({ servers: undefined }), URL_OF_DOCUMENT, ['https://api.example.com']],
    [
      'none, and the document lies on a shelf',
      three({ servers: undefined }),
      'https://raw.githubusercontent.com/a/b/openapi.json',
      [],
    ],
    [
      'relative, on a shelf',
      three({ servers: [{ url: '/v1' }] }),
      'https://raw.githubusercontent.com/a/b/openapi.json',
      [],
    ],
    [
      'https before http',
      three({ servers: [{ url: 'http://a.example' }, { url: 'https://b.example' }] }),
      URL_OF_DOCUMENT,
      ['https://b.example', 'http://a.example'],
    ],
    [
      'a developer’s machine',
      three({ servers: [{ url: 'http://localhost:3000' }, { url: 'https://b.example' }] }),
      URL_OF_DOCUMENT,
      ['https://b.example'],
    ],
    [
      'nothing but a developer’s machine',
      three({ servers: [{ url: 'http://localhost:3000/api' }] }),
      URL_OF_DOCUMENT,
      ['https://api.example.com'],
    ],
    [
      'a developer’s machine that serves the document',
      three({ servers: [{ url: 'http://localhost:3000/api' }] }),
      'http://127.0.0.1:3000/openapi.json',
      ['http://localhost:3000/api'],
    ],
    [
      'other schemes',
      three({ servers: [{ url: 'wss://a.example' }, { url: 'javascript:alert(1)' }, { url: 5 }, 'https://c.example'] }),
      URL_OF_DOCUMENT,
      ['https://c.example'],
    ],
    ['2.0', two(), URL_OF_DOCUMENT, ['https://api.example.com/v1']],
    ['2.0, http only', two({ schemes: ['http'] }), URL_OF_DOCUMENT, ['http://api.example.com/v1']],
    ['2.0, both', two({ schemes: ['http', 'https'] }), URL_OF_DOCUMENT, ['https://api.example.com/v1']],
    ['2.0 without host', two({ host: undefined }), 'https://h.example/swagger.json', ['https://h.example/v1']],
    [
      '2.0 with a scheme in the host',
      two({ host: 'https://api.example.com/' }),
      URL_OF_DOCUMENT,
      ['https://api.example.com/v1'],
    ],
    ['2.0, base path without slash', two({ basePath: 'v1' }), URL_OF_DOCUMENT, ['https://api.example.com/v1']],
  ])('%s', (_name, document, url, servers) => {
    expect(read(document, url).servers).toEqual(servers);
  });
});

describe('schemes (OA2-OA4)', () => {
  const scheme = (raw: Json, over: Json = {}) => read(withSchemes({ s: raw }, over)).schemes[0];
  test.each<[name: string, raw: Json, expected: Json]>([
    [
      'apiKey',
      { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'Ask support.' },
      { type: 'apiKey', in: 'header', parameter: 'X-API-Key', description: 'Ask support.' },
    ],
    ['apiKey in the query', { type: 'apiKey', in: 'query', name: 'key' }, { in: 'query', parameter: 'key' }],
    ['apiKey in a cookie', { type: 'apiKey', in: 'cookie', name: 'sid' }, { in: 'cookie', parameter: 'sid' }],
    ['apiKey, other spelling', { type: 'apikey', in: 'Header', name: 'X' }, { type: 'apiKey', in: 'header' }],
    ['http bearer', { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' }, { type: 'http', scheme: 'bearer' }],
    ['http without a scheme', { type: 'http' }, { type: 'http', scheme: null }],
    ['basic of 2.0', { type: 'basic' }, { type: 'http', scheme: 'basic' }],
    ['bearer as a type', { type: 'bearer' }, { type: 'http', scheme: 'bearer' }],
    ['mutualTLS', { type: 'mutualTLS' }, { type: 'mutualTLS' }],
    [
      'openIdConnect',
      { type: 'openIdConnect', openIdConnectUrl: '/.well-known/openid-configuration' },
      { type: 'openIdConnect', openIdConnectUrl: 'https://api.example.com/.well-known/openid-configuration' },
    ],
    [
      'oauth2 metadata of 3.2',
      { type: 'oauth2', flows: {}, oauth2MetadataUrl: 'https://as.example/.well-known/oauth-authorization-server' },
      { type: 'oauth2', metadataUrl: 'https://as.example/.well-known/oauth-authorization-server', flows: [] },
    ],
  ])('%s', (_name, raw, expected) => {
    expect(scheme(raw)).toMatchObject(expected);
  });

  const urls = { tokenUrl: 'https://as.example/token', authorizationUrl: 'https://as.example/authorize' };
  test.each<[name: string, raw: Json, grants: string[]]>([
    [
      '3.x',
      {
        flows: {
          implicit: urls,
          password: urls,
          clientCredentials: urls,
          authorizationCode: urls,
          deviceAuthorization: urls,
        },
      },
      ['implicit', 'password', 'client_credentials', 'authorization_code', 'device_code'],
    ],
    ['2.0 implicit', { flow: 'implicit', ...urls }, ['implicit']],
    ['2.0 application', { flow: 'application', ...urls }, ['client_credentials']],
    ['2.0 accessCode', { flow: 'accessCode', ...urls }, ['authorization_code']],
    ['2.0 password', { flow: 'password', ...urls }, ['password']],
    [
      'names of 2.0 in 3.x',
      { flows: { application: urls, accessCode: urls } },
      ['client_credentials', 'authorization_code'],
    ],
    [
      'names of RFC 6749',
      { flows: { client_credentials: urls, authorization_code: urls } },
      ['client_credentials', 'authorization_code'],
    ],
    ['extensions are no flows', { flows: { 'x-note': {}, clientCredentials: urls } }, ['client_credentials']],
    ['unknown flows', { flows: { magic: urls, constructor: urls } }, []],
    ['no flows', {}, []],
  ])('flows: %s', (_name, raw, grants) => {
    expect(scheme({ type: 'oauth2', ...raw })?.flows.map((f) => f.grant)).toEqual(grants);
  });
  test('URLs of flows resolve against the server, not the document', () => {
    const flows = { clientCredentials: { tokenUrl: 'token', refreshUrl: '/refresh', scopes: { a: '', b: '' } } };
    const [first] = read(
      withSchemes({ s: { type: 'oauth2', flows } }, { servers: [{ url: 'https://api.example.com/v1' }] }),
      'https://docs.example.com/x/openapi.json',
    ).schemes;
    expect(first?.flows).toEqual([
      {
        grant: 'client_credentials',
        tokenUrl: 'https://api.example.com/v1/token',
        authorizationUrl: null,
        refreshUrl: 'https://api.example.com/refresh',
        scopes: ['a', 'b'],
      },
    ]);
  });
  test.each<[fault: string, flow: Json]>([
    ['an OAuth URL is plain http (RFC 6749 §3.1 and §3.2 ask for TLS)', { tokenUrl: 'http://as.example/token' }],
    ['the flow client_credentials has no tokenUrl', {}],
    ['a tokenUrl is no http(s) URL', { tokenUrl: 'javascript:alert(1)' }],
  ])('fault: %s', (fault, flow) => {
    expect(
      read(withSchemes({ s: { type: 'oauth2', flows: { clientCredentials: { scopes: {}, ...flow } } } })).faults,
    ).toContain(fault);
  });
  test.each<[string, Json]>([
    [
      'an apiKey scheme stands for the Authorization header, which hides that it takes Bearer',
      withSchemes({ s: { type: 'apiKey', in: 'header', name: 'authorization' } }),
    ],
    ['the security scheme “s” has no type that OpenAPI knows', withSchemes({ s: { type: 'saml' } })],
    [
      'it defines security schemes where another version of OpenAPI has them',
      three({ securityDefinitions: { s: { type: 'basic' } } }),
    ],
    ['it defines security schemes and requires none', withSchemes({ s: { type: 'basic' } })],
    [
      'it documents 401 answers and declares no security',
      three({ paths: { '/a': { get: { responses: { 401: {} } } } } }),
    ],
    [
      'it describes Authorization as a parameter instead of a security scheme',
      three({ paths: { '/a': { post: { ...ok, parameters: [{ in: 'header', name: 'Authorization' }] } } } }),
    ],
    ['a requirement names the scheme “ghost”, which is not defined', three({ security: [{ ghost: [] }] })],
    ['its server is plain http', three({ servers: [{ url: 'http://api.example.com' }] })],
    ['it names no server', three({ servers: [] })],
  ])('fault: %s', (fault, document) => {
    expect(read(document).faults).toContain(fault);
  });

  test('a developer’s machine needs no TLS, however its host is written', () => {
    for (const host of ['localhost:8080', 'LocalHost:8080'])
      expect(read(two({ host, schemes: ['http'] })).faults).not.toContain('its server is plain http');
  });
});

describe('requirements (OA5)', () => {
  const key = { type: 'apiKey', in: 'header', name: 'k' };
  test.each<[name: string, root: unknown, operation: unknown, secured: boolean | null, used: boolean]>([
    ['nothing anywhere', undefined, undefined, null, false],
    ['the root demands', [{ a: [] }], undefined, true, true],
    ['the operation demands', undefined, [{ a: [] }], true, true],
    ['the operation frees itself', [{ a: [] }], [], false, true],
    ['an empty root', [], undefined, false, false],
    ['anonymous allowed', [{ a: [] }, {}], undefined, false, true],
    ['two alternatives', [{ a: [] }, { b: [] }], undefined, true, true],
    ['both at once', [{ a: [], b: [] }], undefined, true, true],
    ['an undefined scheme still demands something', [{ ghost: [] }], undefined, true, false],
    ['an object in place of a list', { a: [] }, undefined, true, true],
    ['names in place of objects', ['a'], undefined, true, true],
    ['null', null, undefined, null, false],
    ['text', 'a', undefined, null, false],
    ['a list of nonsense', [5, null], undefined, null, false],
    ['the operation replaces the root', [{ b: [] }], [{ a: [] }], true, true],
    ['the URI of a scheme', [{ '#/components/securitySchemes/a': [] }], undefined, true, true],
  ])('%s', (_name, root, operation, secured, used) => {
    const value = read(
      withSchemes({ a: key, b: key }, { security: root, paths: { '/x': { get: { ...ok, security: operation } } } }),
    );
    expect([value.operations[0]?.secured, value.schemes[0]?.used]).toEqual([secured, used]);
    expect(value.counts).toEqual({
      operations: 1,
      secured: secured === true ? 1 : 0,
      open: secured === false ? 1 : 0,
      undeclared: secured === null ? 1 : 0,
    });
  });
});

describe('operations', () => {
  const urls = (paths: Json, over: Json = {}) =>
    read(three({ paths, ...over })).operations.map((o) => o.url.replace('https://api.example.com/v1', ''));
  const get = (over: Json = {}) => ({ get: { ...ok, ...over } });
  const bearer = { components: { securitySchemes: { a: { type: 'http', scheme: 'bearer' } } } };

  test('every method is counted, only GET may be called', () => {
    const value = read(
      three({
        paths: {
          '/a': {
            get: ok,
            post: ok,
            put: ok,
            patch: ok,
            delete: ok,
            head: ok,
            options: ok,
            trace: ok,
            query: ok,
            parameters: [],
            additionalOperations: { LINK: ok },
          },
          'x-note': { get: ok },
        },
      }),
    );
    expect([value.counts.operations, value.operations.map((o) => o.method)]).toEqual([10, ['GET']]);
  });
  test('the best come first: secured, about the caller, without parameters', () => {
    expect(
      urls(
        {
          '/public': get({ security: [] }),
          '/orders/{id}': get({ security: [{ a: [] }] }),
          '/orders': get({ security: [{ a: [] }] }),
          '/reports/yearly/all': get({ security: [{ a: [] }] }),
          '/me': get({ security: [{ a: [] }] }),
          '/search': get({ security: [{ a: [] }], parameters: [{ name: 'q', in: 'query', required: true }] }),
        },
        bearer,
      ),
    ).toEqual(['/me', '/orders', '/reports/yearly/all', '/search', '/orders/{id}', '/public']);
  });
  test('parameters are filled from the document’s own examples', () => {
    const path = (schema: Json) => [{ name: 'id', in: 'path', required: true, ...schema }];
    expect(urls({ '/a/{id}': get({ parameters: path({ example: 'x y' }) }) })).toEqual(['/a/x%20y']);
    expect(urls({ '/a/{id}': get({ parameters: path({ schema: { default: 7 } }) }) })).toEqual(['/a/7']);
    expect(urls({ '/a/{id}': get({ parameters: path({ schema: { enum: ['first', 'second'] } }) }) })).toEqual([
      '/a/first',
    ]);
    expect(urls({ '/a/{id}': get({ parameters: path({ examples: { one: { value: 'v' } } }) }) })).toEqual(['/a/v']);
    expect(urls({ '/a/{id}': { ...get(), parameters: path({ example: 'shared' }) } })).toEqual(['/a/shared']);
    expect(urls({ '/a/{id}/b': get({ parameters: path({ example: '..' }) }) })).toEqual(['/a/{id}/b']);
    expect(urls({ '/a/{id}': get({ parameters: path({ example: '../admin?x' }) }) })).toEqual(['/a/..%2Fadmin%3Fx']);
  });
  test('required query parameters with a known value are sent along, others are told', () => {
    const [operation] = read(
      three({
        paths: {
          '/s': get({
            parameters: [
              { name: 'q', in: 'query', required: true, example: 'a&b' },
              { name: 'lang', in: 'query', required: true },
              { name: 'X-Account', in: 'header', required: true },
              { name: 'Authorization', in: 'header', required: true },
              { name: 'page', in: 'query' },
            ],
          }),
        },
      }),
    ).operations;
    expect(operation).toEqual({
      method: 'GET',
      url: 'https://api.example.com/v1/s?q=a%26b',
      path: '/s',
      secured: null,
      required: ['lang', 'X-Account'],
    });
  });
  test('servers of an operation or path outrank those of the document', () => {
    expect(urls({ '/a': get({ servers: [{ url: 'https://files.example.com' }] }) })).toEqual([
      'https://files.example.com/a',
    ]);
    expect(urls({ '/a': { ...get(), servers: [{ url: '/v9' }] } })).toEqual(['https://api.example.com/v9/a']);
  });
  test.each([
    '/logout',
    '/sessions/delete',
    '/users/{id}/reset',
    '/oauth/authorize',
    '/jobs/run',
    '/events/stream',
    '/unsubscribe',
    '/exports/download',
  ])('%s is a GET that is left alone', (path) => {
    expect(urls({ [path]: get() })).toEqual([]);
  });
  test('at most forty, whatever their number', () => {
    const paths = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`/thing${i}`, get()]));
    const value = read(three({ paths: { ...paths, '/me': get({ security: [{ a: [] }] }) } }));
    expect([value.operations.length, value.operations[0]?.path, value.counts.operations]).toEqual([40, '/me', 10_001]);
  });
  test('without a server there is nothing to call', () => {
    expect(read(three({ servers: [] }), 'https://raw.githubusercontent.com/a/b.json').operations).toEqual([]);
  });
});

describe('references', () => {
  test('inside the document', () => {
    const value = read(
      three({
        security: [{ a: [] }],
        components: {
          securitySchemes: { a: { $ref: '#/components/x-schemes/real' } },
          'x-schemes': { real: { type: 'http', scheme: 'bearer' } },
          pathItems: { one: { get: { ...ok, parameters: [{ $ref: '#/components/parameters/p~1q' }] } } },
          parameters: { 'p/q': { name: 'id', in: 'path', example: 5 } },
        },
        paths: { '/a/{id}': { $ref: '#/components/pathItems/one' } },
      }),
    );
    expect([value.schemes[0]?.scheme, value.operations[0]?.url]).toEqual(['bearer', 'https://api.example.com/v1/a/5']);
  });
  test.each<[string, Json, string]>([
    ['to itself', { $ref: '#/components/securitySchemes/a' }, 'a reference leads to nothing usable'],
    ['nowhere', { $ref: '#/components/nothing' }, 'a reference leads nowhere'],
    [
      'to another document',
      { $ref: 'https://evil.example/schemes.json#/a' },
      'it refers to other documents, which were not fetched',
    ],
    ['to a file', { $ref: '../../etc/passwd' }, 'it refers to other documents, which were not fetched'],
    ['to a prototype', { $ref: '#/__proto__/constructor' }, 'a reference leads nowhere'],
  ])('%s', (_name, reference, fault) => {
    expect(read(withSchemes({ a: reference })).faults).toContain(fault);
  });
  test('in a circle, through several hands', () => {
    const schemes = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`s${i}`, { $ref: `#/components/securitySchemes/s${(i + 1) % 50}` }]),
    );
    expect(read(withSchemes(schemes)).schemes).toEqual([]);
  });
});

describe('bounds', () => {
  test('one path item said a million times by reference', () => {
    const item = Object.fromEntries(
      ['get', 'put', 'post', 'patch', 'delete'].map((m) => [
        m,
        { ...ok, parameters: Array.from({ length: 12 }, (_, i) => ({ $ref: `#/components/parameters/p${i}` })) },
      ]),
    );
    const document = JSON.stringify(
      three({
        components: {
          pathItems: { one: item },
          parameters: Object.fromEntries(
            Array.from({ length: 12 }, (_, i) => [`p${i}`, { name: `p${i}`, in: 'query', required: true }]),
          ),
        },
        paths: Object.fromEntries(
          Array.from({ length: 200_000 }, (_, i) => [`/p${i}`, { $ref: '#/components/pathItems/one' }]),
        ),
      }),
    );
    let faults: string[] = [];
    expect(
      processorMs(() => {
        const result = readText(document);
        if (result.kind === 'present') faults = result.value.faults;
      }),
    ).toBeLessThan(10_000);
    expect(faults).toContain('only its first 100,000 operations were read');
  }, 60_000);
  test.each<[string, string]>([
    ['braces', `{"openapi":"3.0.0","paths":{"/${'{a'.repeat(200_000)}":{"get":{}}}}`],
    ['deep JSON', `{"openapi":"3.0.0","paths":{"/a":${'{"get":'.repeat(200_000)}1${'}'.repeat(200_000)}}}`],
    ['a long pointer', JSON.stringify(three({ paths: { '/a': { $ref: `#${'/a'.repeat(500_000)}` } } }))],
    ['blank lines before nothing', `${'\n'.repeat(1_000_000)}openapi: 3.0.0`],
    ['quotes', `openapi: 3.0.0\n${'"'.repeat(1_000_000)}`],
    [
      'a server of slashes',
      JSON.stringify(three({ servers: [{ url: `https://a.example/${'/'.repeat(500_000)}x?${'#'.repeat(100_000)}` }] })),
    ],
  ])(
    '%s',
    (_name, text) => {
      expect(processorMs(() => readText(text))).toBeLessThan(3000);
    },
    60_000,
  );
  test('prototype keys', () => {
    const value = readText(
      '{"openapi":"3.0.0","paths":{"/a":{"get":{"security":[{"__proto__":[]}]}}},"components":{"securitySchemes":{"__proto__":{"type":"http","scheme":"bearer"},"constructor":{"type":"basic"}}}}',
    );
    expect(value).toMatchObject({ kind: 'present' });
    expect(({} as Json)['type']).toBeUndefined();
  });
  test('any document is read, or refused in words', () => {
    const word = fc.constantFrom(
      'openapi',
      'swagger',
      'paths',
      'servers',
      'url',
      'components',
      'securitySchemes',
      'security',
      'get',
      'parameters',
      'type',
      'flows',
      'clientCredentials',
      'tokenUrl',
      'scopes',
      '$ref',
      '/a/{b}',
      'name',
      'in',
      'required',
      '__proto__',
      'host',
      'basePath',
    );
    const leaf = fc.oneof(
      fc.constantFrom(
        '3.0.0',
        '2.0',
        'oauth2',
        'http',
        'apiKey',
        '#/paths',
        '#/components/securitySchemes/a',
        'header',
        'https://x.example/{y}',
        '',
        '/',
      ),
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const node = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        leaf,
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(word, tie('node'), { maxKeys: 5 }),
      ),
    })).node;
    const document = fc.record(
      {
        openapi: fc.constantFrom<unknown>('3.0.0', '3.1.0', 3, null, undefined),
        swagger: fc.constantFrom<unknown>('2.0', undefined),
        paths: fc.oneof(fc.dictionary(fc.constantFrom('/a', '/b/{c}', 'x'), node), node),
        servers: node,
        security: node,
        components: fc.record({ securitySchemes: node }),
        securityDefinitions: node,
        host: leaf,
        basePath: leaf,
      },
      { requiredKeys: ['paths'] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          document.map((d) => JSON.stringify(d)),
          document.map((d) => dump(d, { skipInvalid: true })),
          fc.string().map((s) => `openapi: 3.0.0\n${s}`),
          fc.string(),
        ),
        fc.oneof(fc.webUrl(), fc.constantFrom('', 'file:///etc/passwd')),
        (text, url) => {
          const result = readText(text, url);
          if (result.kind === 'present') expect(description.safeParse(result.value).success).toBe(true);
          else expect(result.kind === 'absent' ? result.reason : result.problem).not.toBe('');
        },
      ),
      { seed, numRuns: 500 },
    );
  }, 60_000);
});

describe('what a description says in prose', () => {
  const wordsOf = (document: object) => {
    const read = readDescription({
      text: JSON.stringify({ openapi: '3.1.0', paths: {}, ...document }),
      url: 'https://api.orchard.example/openapi.json',
      via: 'convention',
      evidence: [],
    });
    return read.kind === 'present' ? read.words : null;
  };
  test('is that of the document, its schemes and its tags, each under its name', () => {
    expect(
      wordsOf({
        info: { title: 'Orchard', version: '1', description: 'Send a key.' },
        tags: [{ name: 'Keys', description: 'Make one yourself.' }, 'odd', { name: 'Empty' }],
        components: {
          securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key', description: 'Your key.' } },
        },
      }),
    ).toBe('Send a key.\n\n## key\n\nYour key.\n\n## Keys\n\nMake one yourself.');
  });
  test('is nothing where it says nothing', () => expect(wordsOf({ info: { description: 7 } })).toBe(''));
  test('is cut where it does not end', () =>
    expect(wordsOf({ info: { description: 'a'.repeat(200_000) } })?.length).toBeLessThanOrEqual(60_000));
});

describe('schemes that ask for no credential', () => {
  const agent = { type: 'apiKey', in: 'header', name: 'User-Agent' };
  const read = (security: Json[]) => {
    const found = readDescription({
      text: JSON.stringify(withSchemes({ agent, key: { type: 'apiKey', in: 'header', name: 'X-Key' } }, { security })),
      url: 'https://api.example.com/openapi.json',
      via: 'convention',
      evidence: ['x1'],
    });
    return found.kind === 'present' ? found.value : null;
  };
  test('a field that every client fills secures nothing, and is no scheme', () => {
    expect(read([{ agent: [] }])?.counts).toMatchObject({ secured: 0, open: 1 });
    expect(read([{ agent: [] }])?.schemes.map(({ name }) => name)).toEqual(['key']);
  });
  test('beside a key it takes nothing away', () =>
    expect(read([{ agent: [], key: [] }])?.counts).toMatchObject({ secured: 1, open: 0 }));
});
