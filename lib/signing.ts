/**
 * The scanner signs its requests when the operator has set a key (Web Bot Auth: HTTP Message Signatures, RFC 9421), so that firewalls can let
 * it in by proof instead of by address. The public key is published at its well-known place on the site.
 */
import { createHash, createPrivateKey, generateKeyPairSync, sign, type JsonWebKey } from 'node:crypto';
import { generateNonce, HTTP_MESSAGE_SIGNATURES_DIRECTORY, signatureHeadersSync, type SignerSync } from 'web-bot-auth';
import { settings } from './settings.ts';

/** Where the keys are published. */
export const directoryPath = HTTP_MESSAGE_SIGNATURES_DIRECTORY;
/** Seconds that a signature is good for: longer than any request takes, too short to be of use to whoever saw it. */
const goodFor = 60;

type Key = { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string };

/** A new key, as SIGNING_KEY takes it. */
export function newSigningKey(): JsonWebKey {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
}

/** The public half with its thumbprint (RFC 7638) as `kid`. */
export function publicKey({ kty, crv, x }: Pick<Key, 'kty' | 'crv' | 'x'>): JsonWebKey & { kid: string } {
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { kty, crv, x, kid };
}

/** What signs with a key. */
export function signerOf(key: Key): SignerSync {
  const secret = createPrivateKey({ key, format: 'jwk' });
  return { alg: 'ed25519', keyid: publicKey(key).kid, signSync: (data) => sign(null, Buffer.from(data), secret) };
}

/** The fields that prove where a request comes from: `origin` is the site whose directory holds the key. Lower-case names. */
export function signedFields(
  key: Key,
  origin: string,
): (request: { method: string; url: string }) => Record<string, string> {
  const signer = signerOf(key);
  const agent = JSON.stringify(origin);
  return ({ method, url }) => {
    const created = new Date();
    const fields = signatureHeadersSync({ method, url, headers: { 'signature-agent': agent } }, signer, {
      created,
      expires: new Date(created.getTime() + goodFor * 1000),
      nonce: generateNonce(),
    });
    return {
      'signature-agent': agent,
      signature: fields.Signature,
      'signature-input': fields['Signature-Input'],
    };
  };
}

/** How this installation signs, or undefined where the operator has set no key. */
export function signing(): ((request: { method: string; url: string }) => Record<string, string>) | undefined {
  const { signingKey, siteUrl } = settings();
  return signingKey && siteUrl ? signedFields(signingKey, siteUrl) : undefined;
}
