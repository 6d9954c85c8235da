/** Hands an owner's credential to the one run that may use it. */
import { open } from '../lib/credentials.ts';
import { takeSealed } from '../lib/db/verifications.ts';
import { ScanError } from '../lib/scan/errors.ts';
import type { VerifyRequest } from '../lib/scan/schema/verify-request.ts';
import type { ScanOptions } from '../lib/scan/types.ts';
import { userAgent } from '../lib/scan/user-agent.ts';
import { publishedTokens } from './proofs.ts';

/**
 * Takes the credential of a scan out of the table and looks once more for the proof that the address is the owner's.
 * @throws {ScanError} `credentials-gone` or `proof-gone`, with a sentence for the owner; trying again would change neither
 */
export async function takeVerification(scanId: string, options: ScanOptions): Promise<VerifyRequest> {
  const gone = new ScanError(
    'credentials-gone',
    'The credentials for this verification have been erased: they are kept for ten minutes at most, and one run uses them once. Enter them again to verify.',
  );
  const taken = await takeSealed(scanId);
  if (!taken) throw gone;
  const { domain, targetUrl, token, sealed } = taken;
  const found = await publishedTokens(
    { domain, address: targetUrl, purpose: 'verification' },
    {
      allowNets: options.allowNets ?? [],
      dnsServers: options.dnsServers,
      denies: options.denies,
      restraint: options.restraint,
      userAgent: options.userAgent ?? userAgent,
    },
  );
  if (![...found.records, ...found.files].includes(token))
    throw new ScanError(
      'proof-gone',
      `The proof that ${domain} is yours was not there any more, so nothing was sent and the credentials were erased. Publish the record or the file again, and leave it until the report is there.`,
    );
  const request = await open(scanId, sealed);
  if (!request) throw gone;
  return request;
}
