/** How the browser comes to trust the operator's own certificate authorities. */
import { createHash, X509Certificate } from 'node:crypto';

const pem = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{1,20000}-----END CERTIFICATE-----/g;

/**
 * Hashes of the public keys of `ca` (PEM texts, one or more certificates each) as Chromium's `--ignore-certificate-errors-spki-list`
 * takes them: base64 of SHA-256 over the SubjectPublicKeyInfo (RFC 7469 §2.4). Chromium accepts a chain that shows one of these keys,
 * so a server has to send its authority's certificate along. Throws when a certificate cannot be read.
 */
export function publicKeyHashes(ca: readonly string[]): string[] {
  const certificates = ca.flatMap((text) => text.match(pem) ?? []);
  return certificates.map((text) => createHash('sha256').update(new X509Certificate(text).publicKey.export({ type: 'spki', format: 'der' })).digest('base64'));
}
