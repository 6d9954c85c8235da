import { createHash, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { publicKeyHashes } from '../../../../lib/scan/render/trust.ts';
import { certificateFor, throwAwayAuthority } from '../../../worlds/lib/certificates.ts';

describe('publicKeyHashes', () => {
  it('hashes the public key of each certificate in each text', async () => {
    const authority = await throwAwayAuthority();
    const { cert } = await certificateFor(['a.example.com']);
    const expected = createHash('sha256').update(createPublicKey(authority.key).export({ type: 'spki', format: 'der' })).digest('base64');
    expect(publicKeyHashes([authority.certificate])).toEqual([expected]);
    const chain = publicKeyHashes([cert]);
    expect(chain).toHaveLength(2);
    expect(chain[1]).toBe(expected);
    expect(chain[0]).not.toBe(expected);
    expect(publicKeyHashes([])).toEqual([]);
  });

  it('throws for a certificate that cannot be read', () => {
    expect(() => publicKeyHashes(['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])).toThrow(/asn1|PEM|certificate|too long|wrong tag|not enough data/i);
  });
});
