/** Looks for the proofs that owners have published, one domain at a time. */
import { Resolver } from 'node:dns/promises';
import { proveRemovals, takeDomainToProve } from '../lib/admin/removals.ts';
import { blockedEntries } from '../lib/db/blocked.ts';
import { isBlocked } from '../lib/limits/blocklist.ts';
import { log } from '../lib/log.ts';
import { fulfilWishes } from '../lib/db/face-choices.ts';
import { proveVerifications, takeAddressToProve } from '../lib/db/verifications.ts';
import { proofLabels, proofPath, proofRecord, type ProofPurpose } from '../lib/proof.ts';
import { createHttpClient, defaultBudget, type HttpClientOptions } from '../lib/scan/http/client.ts';
import { parseTarget } from '../lib/scan/target/index.ts';

const EVERY_MS = 5000;
/** Records and lines of the file that are read. */
const mostRead = 100;
const largestFile = 16 * 1024;

/** What the operator allows, as for scans. */
export type ProofOptions = Omit<HttpClientOptions, 'budget'>;

const tokensIn = (lines: readonly string[], label: string) =>
  lines
    .slice(0, mostRead)
    .map((line) => line.trim())
    .flatMap((line) => (line.startsWith(label) ? [line.slice(label.length)] : []));

async function inRecords(domain: string, label: string, servers: readonly string[]): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (servers.length > 0) resolver.setServers([...servers]);
  try {
    const records = await resolver.resolveTxt(proofRecord(domain));
    return tokensIn(
      records.map((parts) => parts.join('')),
      label,
    );
  } catch (error) {
    // No such name, no such record, no answer: there is nothing to read.
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

async function inFile(address: string, label: string, options: HttpClientOptions): Promise<string[]> {
  const { url } = parseTarget(address, { allowNets: options.allowNets });
  const client = createHttpClient(options);
  try {
    // No redirect is followed: what stands on another host is somebody else's word.
    const answer = await client.request({
      url: new URL(proofPath, url).href,
      purpose: 'proof of ownership',
      maxBytes: largestFile,
    });
    return answer.kind === 'response' && answer.status === 200 ? tokensIn(answer.text.split('\n'), label) : [];
  } finally {
    await client.close();
  }
}

/** Where a proof may stand: in a record of the domain, and in a file at the address. */
export interface ProofPlace {
  domain: string;
  /** The domain itself, or the address whose origin holds the file. */
  address: string;
  purpose: ProofPurpose;
}

/** The tokens that stand at a place: who can write the domain's records owns the domain, who can write the file the address. */
export type Published = Record<'records' | 'files', string[]>;

/** Sends one DNS question and at most one request. */
export async function publishedTokens(
  { domain, address, purpose }: ProofPlace,
  options: ProofOptions,
): Promise<Published> {
  const budget = { ...defaultBudget, requests: 3, totalMs: 10_000, totalBytes: 64 * 1024 };
  const label = proofLabels[purpose];
  const [records, files] = await Promise.all([
    inRecords(domain, label, options.dnsServers ?? []),
    inFile(address, label, { ...options, budget }),
  ]);
  return { records, files };
}

/** Looks at one domain that somebody waits for, whatever for; false when nobody does. */
export async function lookOnce(options: ProofOptions): Promise<boolean> {
  const domain = await takeDomainToProve();
  const verification = domain === null ? await takeAddressToProve() : null;
  const place: ProofPlace | null =
    domain === null
      ? verification && { domain: verification.domain, address: verification.targetUrl, purpose: 'verification' }
      : { domain, address: domain, purpose: 'removal' };
  if (place === null) return false;
  const blocked = await blockedEntries();
  const denies = (host: string) => isBlocked(host, blocked);
  const found = await publishedTokens(place, { ...options, denies });
  const proved = verification
    ? await proveVerifications(verification.targetUrl, found)
    : await proveRemovals(place.domain, [...found.records, ...found.files]);
  if (verification) await fulfilWishes(verification.targetUrl, found);
  log('proofs').info({ domain: place.domain, purpose: place.purpose, proved }, 'looked for a proof');
  return true;
}

/** Looks every few seconds, until the returned function is called. */
export function startProofs(options: ProofOptions): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const once = async () => {
    try {
      await lookOnce(options);
    } catch (err) {
      log('proofs').warn({ err }, 'proof not looked for, will be tried again when asked');
    }
    if (!stopped) timer = setTimeout(() => void once(), EVERY_MS);
  };
  timer = setTimeout(() => void once(), EVERY_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
