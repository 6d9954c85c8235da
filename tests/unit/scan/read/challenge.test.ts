import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { challenge as schema } from '../../../../lib/scan/schema/facts.ts';
import { parseChallenges } from '../../../../lib/scan/read/challenge.ts';
import { processorMs, seed } from './seed.ts';

type Row = [
  field: string,
  expected: [scheme: string, parameters?: Record<string, string>, token68?: string | null][],
  faults?: string[],
];

const conforming: Row[] = [
  ['', []],
  ['   ', []],
  ['Bearer', [['Bearer']]],
  ['Negotiate', [['Negotiate']]],
  ['Negotiate YII=', [['Negotiate', {}, 'YII=']]],
  [
    'Negotiate YII==, Basic realm="x"',
    [
      ['Negotiate', {}, 'YII=='],
      ['Basic', { realm: 'x' }],
    ],
  ],
  ['NTLM TlRMTVNTUAACAAAA', [['NTLM', {}, 'TlRMTVNTUAACAAAA']]],
  [
    'Basic realm="a, b=\\"c\\"", Bearer error="invalid_token"',
    [
      ['Basic', { realm: 'a, b="c"' }],
      ['Bearer', { error: 'invalid_token' }],
    ],
  ],
  [
    'Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"',
    [
      ['Newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
      ['Basic', { realm: 'simple' }],
    ],
  ],
  [
    'Digest realm="d", nonce="a==", DPoP algs="ES256 PS256", Bearer',
    [['Digest', { realm: 'd', nonce: 'a==' }], ['DPoP', { algs: 'ES256 PS256' }], ['Bearer']],
  ],
  [', Bearer , ,Basic realm="x"', [['Bearer'], ['Basic', { realm: 'x' }]]],
  ['Bearer realm = "x" , scope = "a b"', [['Bearer', { realm: 'x', scope: 'a b' }]]],
  ['Bearer, DPoP algs="ES256"', [['Bearer'], ['DPoP', { algs: 'ES256' }]]],
  [
    'Basic realm="one", Basic realm="two"',
    [
      ['Basic', { realm: 'one' }],
      ['Basic', { realm: 'two' }],
    ],
  ],
  [
    'Bearer realm="x", error="insufficient_scope", error_description="needs read, write, or admin", scope="read write"',
    [
      [
        'Bearer',
        {
          realm: 'x',
          error: 'insufficient_scope',
          error_description: 'needs read, write, or admin',
          scope: 'read write',
        },
      ],
    ],
  ],
  ['BEARER REALM="x", Error="invalid_token"', [['BEARER', { realm: 'x', error: 'invalid_token' }]]],
  [
    'Bearer resource_metadata="https://a.example/.well-known/oauth-protected-resource?x=1,2", scope="a"',
    [['Bearer', { resource_metadata: 'https://a.example/.well-known/oauth-protected-resource?x=1,2', scope: 'a' }]],
  ],
  ['Bearer error=invalid_token', [['Bearer', { error: 'invalid_token' }]]],
  ['Bearer realm=""', [['Bearer', { realm: '' }]]],
  ['L402 macaroon="AGIAJEem", invoice="lnbc1"', [['L402', { macaroon: 'AGIAJEem', invoice: 'lnbc1' }]]],
];

const forgiven: Row[] = [
  [
    'PrivateToken challenge=AAIAD2==, token-key=MIIB',
    [['PrivateToken', { challenge: 'AAIAD2==', 'token-key': 'MIIB' }]],
    ['challenge is not quoted'],
  ],
  ['bearer realm=x', [['bearer', { realm: 'x' }]], ['realm is not quoted']],
  [
    'Bearer resource_metadata=https://x.example/y',
    [['Bearer', { resource_metadata: 'https://x.example/y' }]],
    ['resource_metadata is not quoted'],
  ],
  [
    'Bearer resource_metadata=https://x.example/.well-known/oauth-protected-resource?a=b, scope="c"',
    [['Bearer', { resource_metadata: 'https://x.example/.well-known/oauth-protected-resource?a=b', scope: 'c' }]],
    ['resource_metadata is not quoted'],
  ],
  ['Bearer realm="a", realm="b"', [['Bearer', { realm: 'a' }]], ['realm is given twice']],
  ['Bearer realm="a", REALM="b"', [['Bearer', { realm: 'a' }]], ['realm is given twice']],
  ['Bearer realm=', [['Bearer']], ['realm has no value']],
  ['Bearer realm=, error="invalid_token"', [['Bearer', { error: 'invalid_token' }]], ['realm has no value']],
  [
    'Bearer realm="x" error="invalid_token"',
    [['Bearer', { realm: 'x', error: 'invalid_token' }]],
    ['parameters are not separated by commas'],
  ],
  [
    'Bearer realm="x"; error="invalid_token"',
    [['Bearer', { realm: 'x', error: 'invalid_token' }]],
    ['parameters are separated by semicolons'],
  ],
  [
    'Bearer realm="x" Basic realm="y"',
    [
      ['Bearer', { realm: 'x' }],
      ['Basic', { realm: 'y' }],
    ],
    ['challenges are not separated by commas'],
  ],
  ['Bearer realm="unfinished, Basic', [['Bearer', { realm: 'unfinished, Basic' }]], ['a quoted string does not end']],
  [
    "Bearer realm='my api', error='invalid_token'",
    [['Bearer', { realm: 'my api', error: 'invalid_token' }]],
    ['realm stands in single quotes', 'error stands in single quotes'],
  ],
  [
    'OAuth "Facebook Platform" "invalid_request" "An active access token must be used, please"',
    [['OAuth']],
    ['text that is no parameter'],
  ],
  [
    'Bearer error_description=The access token expired, or was revoked',
    [['Bearer', { error_description: 'The' }]],
    ['text that is no parameter'],
  ],
  [
    'Bearer error_description="the "best" token", scope="a"',
    [['Bearer', { error_description: 'the ', scope: 'a' }]],
    ['text that is no parameter'],
  ],
  ['Bearer re(alm="x", scope="a"', [['Bearer', { scope: 'a' }]], ['a parameter name is no token']],
  ['Bearer __proto__="x", constructor="y"', [['Bearer', { constructor: 'y' }]], []],
  ['realm="nobody\'s", Bearer scope="a"', [['Bearer', { scope: 'a' }]], []],
];

const shape = (field: string) =>
  parseChallenges(field).map(({ scheme, parameters, token68 }) => [scheme, parameters, token68]);
const filled = (expected: Row[1]) =>
  expected.map(([scheme, parameters = {}, token68 = null]) => [scheme, parameters, token68]);

describe('parseChallenges (P1-P6)', () => {
  test.each(conforming)('%s', (field, expected) => {
    expect(shape(field)).toEqual(filled(expected));
    expect(parseChallenges(field).flatMap((c) => c.faults)).toEqual([]);
  });

  test.each(forgiven)('forgives %s', (field, expected, faults) => {
    expect(shape(field)).toEqual(filled(expected));
    expect(parseChallenges(field).flatMap((c) => c.faults)).toEqual(faults);
  });

  test('cuts a field of megabytes, quickly, and says so', () => {
    const long = `Bearer ${'realm="x" , '.repeat(200_000)}`;
    expect(processorMs(() => parseChallenges(long))).toBeLessThan(500);
    const [first] = parseChallenges(long);
    expect(first?.faults).toContain('the field is longer than 16 KiB and was cut');
    expect(parseChallenges('Bearer, '.repeat(1000))).toHaveLength(32);
  });

  test('a parameter name never reaches a prototype', () => {
    const [first] = parseChallenges('Bearer __proto__="polluted", toString="x"');
    expect(Object.getPrototypeOf(first?.parameters)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('any text gives challenges that fit the schema', () => {
    const noise = fc
      .array(
        fc.oneof(
          fc.constantFrom('Bearer', 'Basic', ' ', ',', '=', '"', '\\', 'realm', 'a==', "'", ';', '\t'),
          fc.string({ maxLength: 5 }),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary', maxLength: 300 })), (field) => {
        for (const found of parseChallenges(field)) {
          schema.parse(found);
          expect(found.scheme).not.toBe('');
        }
      }),
      { seed, numRuns: 500 },
    );
  }, 60_000);

  test('what a conforming server writes is read back', () => {
    const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,10}$/);
    const challenges = fc.array(
      fc.tuple(
        token,
        fc.uniqueArray(
          fc.tuple(
            token.map((t) => t.toLowerCase()),
            fc.string(),
          ),
          { selector: ([name]) => name, minLength: 1, maxLength: 4 },
        ),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(challenges, (written) => {
        const field = written
          .map(
            ([scheme, parameters]) =>
              `${scheme} ${parameters.map(([name, value]) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`).join(', ')}`,
          )
          .join(', ');
        expect(shape(field)).toEqual(
          written.map(([scheme, parameters]) => [scheme, Object.fromEntries(parameters), null]),
        );
      }),
      { seed, numRuns: 500 },
    );
  }, 60_000);
});
