/**
 * An owner's credential between the web process that takes it and the worker that uses it: a JWE (RFC 7516) under CREDENTIALS_KEY, with direct
 * encryption and AES-256-GCM, which also vouches for the scan that it is for. Without the key there is no verifying.
 */
import { compactDecrypt, CompactEncrypt, errors } from 'jose';
import { verifyRequest, type VerifyRequest } from './scan/schema/verify-request.ts';
import { settings } from './settings.ts';

/** Minutes after which a credential that nobody has taken is erased. */
export const keptMinutes = 10;

/** Whether this installation can keep a credential for the minutes that it takes. */
export const canSeal = (): boolean => settings().credentialsKey !== undefined;

/** Encrypts a request for one scan. @throws {Error} when there is no key: ask `canSeal` first */
export async function seal(scanId: string, request: VerifyRequest): Promise<string> {
  const { credentialsKey } = settings();
  if (!credentialsKey) throw new Error('CREDENTIALS_KEY is not set, so no credential can be taken.');
  return new CompactEncrypt(Buffer.from(JSON.stringify(request)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', scan: scanId })
    .encrypt(credentialsKey);
}

/** Decrypts it; null when it was sealed for another scan, under another key, or was changed. */
export async function open(scanId: string, sealed: string): Promise<VerifyRequest | null> {
  const { credentialsKey } = settings();
  if (!credentialsKey) return null;
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, credentialsKey, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    if (protectedHeader['scan'] !== scanId) return null;
    return verifyRequest.parse(JSON.parse(Buffer.from(plaintext).toString('utf8')));
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
