/** The owner's credential: what is read, what is refused, and that no refusal repeats it. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ScanError } from '../../../../lib/scan/errors.ts';
import { Literals } from '../../../../lib/scan/redact/literals.ts';
import { verifyRequest } from '../../../../lib/scan/schema/verify-request.ts';
import { learnCredentials, readPrivateKey, refuseUnhideable } from '../../../../lib/scan/verify/credentials.ts';
import { damaged } from '../../../../lib/scan/verify/handshake.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pkcs8 = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const jwk = privateKey.export({ format: 'jwk' });

function refusal(work: () => unknown): ScanError {
  try {
    work();
  } catch (error) {
    if (error instanceof ScanError) return error;
    throw error;
  }
  return expect.unreachable();
}

describe('a private key', () => {
  it.each([
    ['PKCS #8', pkcs8],
    ['SEC 1', privateKey.export({ format: 'pem', type: 'sec1' }).toString()],
    ['a JWK', JSON.stringify({ ...jwk, kid: 'one' })],
  ])('is read as %s', (_how, text) => {
    expect(readPrivateKey(text).key.export({ format: 'jwk' })).toMatchObject({ d: jwk.d });
  });

  it.each([
    ['nothing of the kind', 'a key called Hedwig'],
    ['half of one', pkcs8.slice(0, 90)],
    ['JSON that is no key', '{"kty":"oct","k":"aGVkd2ln"}'],
    ['a broken JWK', JSON.stringify({ kty: 'EC', crv: 'P-256', d: 'Hedwig' })],
    [
      'one with a passphrase',
      privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'Hedwig' }).toString(),
    ],
  ])('is refused when it is %s, without a word of it', (_how, text) => {
    const { code, message, cause } = refusal(() => readPrivateKey(text));
    expect(code).toBe('bad-credentials');
    expect(message).not.toContain('Hedwig');
    expect(cause).toBeUndefined();
  });

  it('is known in all its parts', () => {
    const secrets = new Literals();
    learnCredentials({ credentials: { kind: 'private-key', clientId: 'shop', privateKey: pkcs8 }, hosts: [] }, secrets);
    const lines = pkcs8.split('\n').slice(1, -2);
    for (const text of [jwk.d ?? '', ...lines.filter((line) => line.length > 12)])
      expect(secrets.hide(text)).toBe('[redacted]');
  });
});

describe('a secret', () => {
  it.each(['short', 'secret', 'your-client-secret', 'password'])(
    '“%s” is refused: it could not be hidden',
    (secret) => {
      const { message } = refusal(() => refuseUnhideable({ kind: 'client-secret', clientId: 'shop', secret }));
      expect(message).toMatch(/could not be hidden/);
    },
  );

  it('goes into headers that are the API’s own, and into no other', () => {
    const place = (name: string) =>
      verifyRequest.safeParse({
        credentials: { kind: 'api-key', key: 'x'.repeat(20), place: { in: 'header', name } },
        hosts: [],
      }).success;
    expect(['X-Api-Key', 'api_key', 'Ocp-Apim-Subscription-Key'].map(place)).toEqual([true, true, true]);
    expect(['Host', 'Content-Length', 'Transfer-Encoding', 'a b', 'x:y', 'x\r\ny', ''].map(place)).not.toContain(true);
  });
});

describe('a damaged token', () => {
  it.each(['abc', 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln', 'ends-in-signs-_-', 'Zm9vYg==', '0', '---'])(
    '%s is another one',
    (token) => {
      const changed = damaged(token);
      expect(changed).not.toBe(token);
      // The bytes differ too: the last character of Base64 may hold bits that nobody reads.
      const bytes = (text: string) => Buffer.from(text.split('.').at(-1) ?? '', 'base64url').toString('hex');
      if (/[a-z]$/.test(token)) expect(bytes(changed)).not.toBe(bytes(token));
    },
  );
});
