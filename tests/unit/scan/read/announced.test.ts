/** Ways of authentication that an index or an agent card lists. */
import { describe, expect, it } from 'vitest';
import { readCardSchemes, readIndexSchemes } from '../../../../lib/scan/read/announced.ts';

const brief = (schemes: ReturnType<typeof readIndexSchemes>) =>
  schemes.map(({ type, scheme, in: where, parameter, used }) => ({
    is: [type, scheme ?? where].join(' '),
    parameter,
    used,
  }));

describe('an index', () => {
  it.each<[string, unknown, string[]]>([
    ['an object of ways (WordPress)', { authentication: { 'application-passwords': {} } }, ['http basic']],
    [
      'a list of names',
      { auth_methods: ['bearer', 'api_key', 'session'] },
      ['http bearer', 'apiKey header', 'apiKey cookie'],
    ],
    ['OAuth 2 is a bearer token', { auth: { oauth2: {} } }, ['http bearer']],
    ['names that say nothing', { authentication: { cost: 3, saml: {} } }, []],
    ['a text', { auth: 'bearer' }, []],
    ['no object', ['bearer'], []],
    ['names of the language', { auth: ['__proto__', 'constructor', 7, null] }, []],
  ])('%s', (_, document, expected) => {
    expect(brief(readIndexSchemes(document)).map(({ is }) => is)).toEqual(expected);
  });
});

describe('an agent card', () => {
  const url = 'https://orchard.example/.well-known/agent-card.json';
  it('in the shape of OpenAPI', () => {
    expect(
      brief(
        readCardSchemes(
          {
            securitySchemes: {
              key: { type: 'apiKey', in: 'header', name: 'X-Key' },
              login: { type: 'http', scheme: 'Bearer' },
            },
            security: [{ key: [] }],
          },
          url,
        ),
      ),
    ).toEqual([
      { is: 'apiKey header', parameter: 'X-Key', used: true },
      { is: 'http bearer', parameter: null, used: false },
    ]);
  });
  it('in the shape of A2A 1.0, with OAuth flows', () => {
    const [key, oauth] = readCardSchemes(
      {
        securitySchemes: {
          key: { apiKeySecurityScheme: { location: 'query', name: 'k' } },
          oauth: {
            oauth2SecurityScheme: { flows: { clientCredentials: { tokenUrl: '/token', scopes: { read: 'Read' } } } },
          },
        },
      },
      url,
    );
    expect([key?.in, key?.parameter]).toEqual(['query', 'k']);
    expect(oauth?.flows).toMatchObject([
      { grant: 'client_credentials', tokenUrl: 'https://orchard.example/token', scopes: ['read'] },
    ]);
  });
  it.each([[{}], [{ securitySchemes: 7 }], [{ securitySchemes: { a: null, b: 'c', d: { e: 1 } } }]])(
    'without any: %j',
    (card) => expect(readCardSchemes(card, url)).toEqual([]),
  );
});
