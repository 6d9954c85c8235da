/** The owner's credential: reading it, refusing one that could not be hidden, and knowing every text of it. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { ScanError } from '../errors.ts';
import { shortestSecret, type Literals } from '../redact/literals.ts';
import { isHarmless } from '../redact/values.ts';
import type { Credentials, VerifyRequest } from '../schema/verify-request.ts';

/** A private key off what was pasted: a JWK (RFC 7517) or PEM (RFC 7468), not encrypted. @throws {ScanError} `bad-credentials` */
export function readPrivateKey(pasted: string): { key: KeyObject; kid: string | undefined } {
  const refuse = (message: string, cause?: unknown) => new ScanError('bad-credentials', message, { cause });
  try {
    if (!pasted.trimStart().startsWith('{')) return { key: createPrivateKey(pasted.trim()), kid: undefined };
    const jwk = z.looseObject({ kty: z.string(), kid: z.string().optional() }).parse(JSON.parse(pasted));
    return { key: createPrivateKey({ key: jwk, format: 'jwk' }), kid: jwk.kid };
  } catch (error) {
    // What OpenSSL and the parsers say may quote the key, so it goes no further than this.
    if (/encrypt|passphrase/i.test(String(error)))
      throw refuse('The private key is protected by a passphrase. Give it without one, or use a client with a secret.');
    throw refuse(
      'The private key can be read neither as a JWK nor as PEM. It begins with { or with -----BEGIN PRIVATE KEY-----.',
    );
  }
}

/** Every text of the credential that nothing may repeat. */
export function secretsOf(given: Credentials): string[] {
  switch (given.kind) {
    case 'client-secret':
      return [given.secret];
    case 'api-key':
      return [given.key];
    case 'private-key': {
      const { key } = readPrivateKey(given.privateKey);
      const { d, p, q, dp, dq, qi } = key.export({ format: 'jwk' });
      const pem = given.privateKey.split(/\r?\n|\\n/).filter((line) => !/^-{5}|^\s*\{/.test(line));
      return [given.privateKey, ...[d, p, q, dp, dq, qi].filter((part) => part !== undefined), ...pem, pem.join('')];
    }
  }
}

/** A client id is no secret (RFC 6749 §2.2), but nobody else's business either: it is hidden where that hides no ordinary word with it. */
export const hidesWell = (word: string): boolean => word.length >= shortestSecret && !isHarmless(word);

/**
 * Refuses a credential that could not be hidden in a report: too short, or a word that manuals use.
 * @throws {ScanError} `bad-credentials`, without a word of the credential
 */
export function refuseUnhideable(given: Credentials): void {
  const secret = given.kind === 'client-secret' ? given.secret : given.kind === 'api-key' ? given.key : null;
  if (secret === null) readPrivateKey((given as Extract<Credentials, { kind: 'private-key' }>).privateKey);
  else if (!hidesWell(secret))
    throw new ScanError(
      'bad-credentials',
      `The secret is shorter than ${shortestSecret} characters or an ordinary word, so it could not be hidden wherever a server repeats it. Use a client whose secret a generator made.`,
    );
}

/** Secrets of a request, to be hidden from the scan's first exchange on. @throws {ScanError} `bad-credentials` */
export function learnCredentials({ credentials }: VerifyRequest, secrets: Literals): void {
  refuseUnhideable(credentials);
  secrets.add(...secretsOf(credentials));
  if ('clientId' in credentials && hidesWell(credentials.clientId)) secrets.add(credentials.clientId);
}
