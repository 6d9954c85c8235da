/** How the API takes a credential: contrasts (STANDARDS B8, B9), challenges, declarations, prose. */
import { describe, expect, it } from 'vitest';
import { bearerContrast, readWays, type WayId } from '../../../../lib/scan/judge/ways.ts';
import type { Call } from '../../../../lib/scan/types.ts';
import {
  answer,
  call,
  challenge,
  description,
  facts,
  flow,
  keyScheme,
  named,
  oauthScheme,
  protectedResource,
  scheme,
  statement,
  type Given,
} from './facts.ts';

const three = (bare: object, bearer: object | null, invented: object | null): Call =>
  call(bare, { bearer: bearer && answer(bearer), invented: invented && answer(invented) });

describe('the contrast between no token, a random bearer and an invented scheme', () => {
  it.each<[ReturnType<typeof bearerContrast>, string, Call]>([
    ['parsed', 'only the bearer is answered otherwise', three({ digest: 'a' }, { digest: 'b' }, { digest: 'a' })],
    [
      'parsed',
      'both are answered otherwise, each in its own way',
      three({ digest: 'a' }, { digest: 'b' }, { digest: 'c' }),
    ],
    ['parsed', 'another status for the bearer', three({}, { status: 403 }, {})],
    [
      'ignored',
      'a login that each answer sends to with a state of its own',
      three(
        { status: 302, location: 'https://id.orchard.example/authorize?state=a', digest: 'a' },
        { status: 302, location: 'https://id.orchard.example/authorize?state=b', digest: 'b' },
        { status: 302, location: 'https://id.orchard.example/authorize?state=c', digest: 'c' },
      ),
    ],
    [
      'parsed',
      'the challenge names an error',
      three({}, { challenges: [challenge('Bearer', { error: 'invalid_token' })] }, null),
    ],
    [
      'parsed',
      'a code of RFC 6750 that no token at all does not get, whatever the scheme',
      three(
        { digest: 'a' },
        { digest: 'b', error: named('no', { identifier: 'invalid_token' }) },
        { digest: 'b', error: named('no', { identifier: 'invalid_token' }) },
      ),
    ],
    ['noticed', 'any Authorization field changes the answer', three({ digest: 'a' }, { digest: 'b' }, { digest: 'b' })],
    ['ignored', 'nothing changes', three({}, {}, {})],
    ['refused', 'the bearer scheme is switched off', three({}, { error: named('Bearer tokens are disabled') }, {})],
    ['refused', 'the scheme is not supported', three({}, { error: named('Unsupported authorization type') }, {})],
    [
      'unknown',
      'API Gateway quotes the field back from a route that does not exist (STANDARDS T2)',
      three(
        { status: 403, error: named('Missing Authentication Token') },
        {
          status: 403,
          digest: 'b',
          error: named('abc not a valid key=value pair (missing equal-sign) in Authorization header'),
        },
        { status: 403, digest: 'c' },
      ),
    ],
    ['unknown', 'no bearer was tried', three({}, null, null)],
    ['unknown', 'the difference was not controlled', three({ digest: 'a' }, { digest: 'b' }, null)],
    ['unknown', 'a wall answered the bearer', three({}, { wall: 'Akamai' }, {})],
    ['unknown', 'a wall answered the control', three({ digest: 'a' }, { digest: 'b' }, { wall: 'Akamai' })],
    ['unknown', 'the server broke down', three({}, { status: 500 }, {})],
    ['unknown', 'it asked to slow down', three({}, { status: 429 }, {})],
    ['unknown', 'there was no bare answer', call(null, { bearer: answer() })],
  ])('%s: %s', (expected, _name, made) => expect(bearerContrast(made)).toBe(expected));
});

const rows: [string, [WayId, string, string | null][], Given][] = [
  [
    'a challenge per scheme',
    [
      ['bearer', 'observed', 'Bearer'],
      ['basic', 'observed', 'Basic'],
    ],
    { calls: [call({ challenges: [challenge('Bearer'), challenge('Basic')] })] },
  ],
  ['Digest is not Basic', [['digest', 'observed', 'Digest']], { calls: [call({ challenges: [challenge('Digest')] })] }],
  [
    'a known token word',
    [['other-scheme', 'observed', 'ApiKey']],
    { calls: [call({ challenges: [challenge('ApiKey')] })] },
  ],
  [
    'an unknown word is only inferred',
    [['other-scheme', 'inferred', 'Orchard']],
    { calls: [call({ challenges: [challenge('Orchard')] })] },
  ],
  [
    'a scheme of signed requests',
    [['signed', 'observed', 'HMAC-SHA256']],
    { calls: [call({ challenges: [challenge('HMAC-SHA256')] })] },
  ],
  [
    'a description that puts a signature into Authorization, as AWS does',
    [['signed', 'declared', '']],
    {
      descriptions: [
        description([
          {
            ...keyScheme('header', 'Authorization'),
            description: 'Amazon Signature authorization v4 (AWS4-HMAC-SHA256)',
          },
        ]),
      ],
    },
  ],
  [
    'a challenge that describes a header',
    [['own-header', 'observed', 'X-Key']],
    { calls: [call({ challenges: [challenge('ApiKey', { type: 'header', name: 'X-Key' })] })] },
  ],
  [
    'schemes that a program of a stranger cannot use',
    [],
    { calls: [call({ challenges: [challenge('Negotiate'), challenge('Payment'), challenge('FormBased')] })] },
  ],
  ['a challenge of a wall', [], { calls: [call({ wall: 'Cloudflare', challenges: [challenge('Bearer')] })] }],
  [
    'the error asks for a header',
    [['own-header', 'observed', 'X-Api-Key']],
    { calls: [call({ error: named('Provide your key in the X-Api-Key header.') })] },
  ],
  [
    'a refusal that varies by a header for credentials, beside a scheme that nobody knows',
    [
      ['other-scheme', 'inferred', 'Keystone'],
      ['own-header', 'observed', 'X-Auth-Token'],
    ],
    { calls: [call({ variesBy: 'X-Auth-Token', challenges: [challenge('Keystone')] })] },
  ],
  ['data that varies by one', [], { calls: [call({ status: 200, variesBy: 'X-Auth-Token' })] }],
  ['a header that is only mentioned', [], { calls: [call({ error: named('X-Api-Key abc123 was revoked') })] }],
  [
    'an error about something else',
    [],
    { calls: [call({ status: 404, error: named('No header X-Api-Key is required here') })] },
  ],
  [
    'a header that server, description and manual ask for, and Bearer in a sentence on something else',
    [
      ['own-header', 'observed', 'X-Api-Key'],
      ['own-header', 'declared', 'X-Api-Key'],
      ['bearer', 'inferred', null],
    ],
    {
      calls: [call({ error: named('X-Api-Key header is required') }, { bearer: answer({}), invented: answer({}) })],
      descriptions: [description([keyScheme('header', 'X-Api-Key')])],
      statements: [statement('bearer', 'Storefronts send a Bearer token instead.', { strength: 3 })],
    },
  ],
  [
    'a sample that carries both a header and a bearer token',
    [
      ['own-header', 'observed', 'X-Api-Key'],
      ['own-header', 'declared', 'X-Api-Key'],
      ['own-header', 'documented', null],
      ['bearer', 'documented', null],
    ],
    {
      calls: [call({ error: named('X-Api-Key header is required') }, { bearer: answer({}), invented: answer({}) })],
      descriptions: [description([keyScheme('header', 'X-Api-Key')])],
      statements: [
        statement('key-header', "-H 'X-Api-Key: k' -H 'Authorization: Bearer t'", { strength: 3 }),
        statement('bearer', "-H 'X-Api-Key: k' -H 'Authorization: Bearer t'", { strength: 3 }),
      ],
    },
  ],
  [
    'schemes of a description',
    [
      ['own-header', 'declared', 'X-K'],
      ['query', 'declared', 'key'],
      ['cookie', 'declared', 'sid'],
      ['basic', 'declared', 'basic'],
    ],
    {
      descriptions: [
        description([
          keyScheme('header', 'X-K'),
          keyScheme('query', 'key'),
          keyScheme('cookie', 'sid'),
          scheme({ scheme: 'basic' }),
        ]),
      ],
    },
  ],
  [
    'OAuth and OpenID Connect of a description mean bearer',
    [
      ['bearer', 'declared', 'Bearer'],
      ['bearer', 'declared', 'Bearer'],
    ],
    { descriptions: [description([oauthScheme(flow('implicit')), scheme({ type: 'openIdConnect', scheme: null })])] },
  ],
  [
    'a key named Authorization that describes another word',
    [['other-scheme', 'declared', 'Token']],
    { descriptions: [description([keyScheme('header', 'Authorization', { description: 'Send `Token <key>`.' })])] },
  ],
  [
    'a key named Authorization whose word stands before a placeholder, and a token type in an answer',
    [
      ['other-scheme', 'declared', 'OAuth'],
      ['other-scheme', 'documented', 'OAuth'],
      ['bearer', 'inferred', null],
    ],
    {
      descriptions: [
        description([
          keyScheme('header', 'Authorization', { description: 'The `OAuth` prefix: `OAuth ACCESS_TOKEN`' }),
        ]),
      ],
      statements: [
        statement('scheme-word', 'Authorization: OAuth ACCESS_TOKEN', { strength: 3, value: 'OAuth' }),
        statement('bearer', '"token_type": "Bearer"', { strength: 2 }),
      ],
    },
  ],
  [
    'a key named Authorization that describes a bearer',
    [['bearer', 'declared', 'Bearer']],
    { descriptions: [description([keyScheme('header', 'Authorization', { description: 'Bearer <jwt>' })])] },
  ],
  [
    'schemes that nothing uses, beside one that is used',
    [['bearer', 'declared', 'bearer']],
    { descriptions: [description([scheme(), keyScheme('query', 'key', { used: false })])] },
  ],
  [
    'schemes when nothing says which are used',
    [['query', 'declared', 'key']],
    { descriptions: [description([keyScheme('query', 'key', { used: false })])] },
  ],
  [
    'mutual TLS says nothing of tokens',
    [],
    { descriptions: [description([scheme({ type: 'mutualTLS', scheme: null })])] },
  ],
  ['resource metadata', [['bearer', 'declared', 'Bearer']], { protectedResources: [protectedResource()] }],
  ['resource metadata with faults', [], { protectedResources: [protectedResource({ conformance: 'non-conforming' })] }],
  [
    'sentences',
    [
      ['own-header', 'documented', 'X-K'],
      ['query', 'documented', null],
    ],
    { statements: [statement('key-header', 'Send X-K.', { value: 'X-K' }), statement('key-query', 'Add ?key=.')] },
  ],
  [
    'denials and hints',
    [],
    {
      statements: [
        statement('bearer', 'No bearer.', { polarity: 'deny' }),
        statement('basic', 'Basic.', { strength: 1 }),
      ],
    },
  ],
];

describe('the ways', () => {
  it.each(rows)('%s', (_name, ways, given) =>
    expect(readWays(facts(given).evidence).map((way) => [way.id, way.confidence, way.name])).toEqual(ways),
  );

  it('each cites what it rests on', () => {
    for (const [, , given] of rows)
      for (const way of readWays(facts(given).evidence)) expect(way.evidence.length).toBeGreaterThan(0);
  });
});
