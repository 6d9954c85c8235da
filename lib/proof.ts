/**
 * How somebody proves that a domain is theirs: a token in a DNS TXT record or in a file, both of which only its owner can publish. worker/proofs.ts
 * looks for it; the web process sends nothing to anybody.
 */

/** What stands before the token, in record and file alike: a proof for one purpose is none for another. */
export const proofLabels = { removal: 'latchkey-removal=', verification: 'latchkey-verification=' } as const;
export type ProofPurpose = keyof typeof proofLabels;
export const proofPath = '/.well-known/latchkey.txt';
/** Name of the TXT record. */
export const proofRecord = (domain: string): string => `_latchkey.${domain}`;

/**
 * Name and value of the TXT record, and address of the file, which holds the same. The owner publishes one of them. `origin`: where the file stands;
 * left out, it is the domain itself.
 */
export function proofOf(
  domain: string,
  token: string,
  { purpose = 'removal', origin = `https://${domain}` }: { purpose?: ProofPurpose; origin?: string } = {},
): Record<'recordName' | 'recordValue' | 'fileUrl', string> {
  return {
    recordName: proofRecord(domain),
    recordValue: proofLabels[purpose] + token,
    fileUrl: origin + proofPath,
  };
}
