/**
 * "Verify with your own client": an owner proves the address (lib/proof.ts), sees where a credential would go, confirms that, and gives it. It is
 * sealed (lib/credentials.ts) for the one scan that uses it. Nothing here is shown to anybody but who began it.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { canSeal, seal } from './credentials.ts';
import { blockedEntries } from './db/blocked.ts';
import { reaching } from './db/unavailable.ts';
import {
  askForLook,
  findRequest,
  insertRequest,
  insertVerified,
  newestReport,
  type VerificationRow,
} from './db/verifications.ts';
import { refuseBlocked } from './limits/blocklist.ts';
import { askerAt } from './limits/visitors.ts';
import { proofOf } from './proof.ts';
import { ScanError } from './scan/errors.ts';
import type { Report } from './scan/schema/report.ts';
import { verifyRequest, type VerifyRequest } from './scan/schema/verify-request.ts';
import { parseTarget } from './scan/target/index.ts';
import { refuseUnhideable } from './scan/verify/credentials.ts';
import { isRefusal, planVerification, unconfirmed } from './scan/verify/plan.ts';
import { enqueueOrLeave, limits, onAccountOf } from './scans.ts';
import { settings } from './settings.ts';

export { canSeal };

/** What the page of a request shows. */
export interface Verification extends Pick<
  VerificationRow,
  'id' | 'domain' | 'targetUrl' | 'lookAt' | 'lookedAt' | 'provedAt'
> {
  proof: ReturnType<typeof proofOf>;
  /** Hosts that a credential would go to by what the newest report found; empty where it found none. */
  hosts: string[];
  tokenEndpoint: string | null;
  operations: string[];
  /** Why nothing can be sent yet, by that report. */
  problem: string | null;
  /** Whether there is a report to begin from. */
  scanned: boolean;
}

/**
 * Begins a verification of the address that was typed, for the visitor at `address`. Resolves to its id.
 * @throws {ScanError} what is wrong with the address, {LimitReached}, {ServiceUnavailable}
 */
export async function beginVerification(typed: string, address: string | null): Promise<string> {
  const target = parseTarget(typed, { allowNets: settings().scanAllowNets });
  refuseBlocked(target.url, await reaching(blockedEntries));
  const asker = await askerAt(address);
  return reaching(() => insertRequest(target, asker));
}

/** A request of this very visitor; null for anybody else's, an expired and an unknown one. */
export async function ownRequest(id: string, address: string | null): Promise<VerificationRow | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await reaching(() => findRequest(id));
  return row && row.visitor === (await askerAt(address)).visitor ? row : null;
}

const noCredential: VerifyRequest = {
  credentials: { kind: 'client-secret', clientId: 'not-yet', secret: 'not-yet' },
  hosts: [],
};

const planOf = (request: VerifyRequest, { target, surface, evidence }: Report) =>
  planVerification(request, { target, surface, evidence });

/** A request as its page shows it; null where there is none that this visitor may see. @throws {ServiceUnavailable} */
export async function verificationOf(id: string, address: string | null): Promise<Verification | null> {
  const row = await ownRequest(id, address);
  if (!row) return null;
  const { domain, targetUrl, token, lookAt, lookedAt, provedAt } = row;
  const report = await reaching(() => newestReport(targetUrl));
  const plan = report && planOf(noCredential, report);
  const problem = plan && isRefusal(plan) ? plan.reason : null;
  const ready = plan && !isRefusal(plan) ? plan : null;
  return {
    id,
    domain,
    targetUrl,
    lookAt,
    lookedAt,
    provedAt,
    proof: proofOf(domain, token, { purpose: 'verification', origin: new URL(targetUrl).origin }),
    hosts: ready?.hosts ?? [],
    tokenEndpoint: ready?.tokenEndpoint ?? null,
    operations: ready?.operations ?? [],
    problem,
    scanned: report !== null,
  };
}

/** The owner says that the proof is published: a worker will look for it. @throws {ServiceUnavailable} */
export async function lookForVerification(id: string, address: string | null): Promise<void> {
  if (await ownRequest(id, address)) await reaching(() => askForLook(id));
}

/** What was typed into the form. */
export interface VerificationForm {
  kind: string;
  clientId: string;
  secret: string;
  privateKey: string;
  apiKey: string;
  place: string;
  header: string;
  scope: string;
  resource: string;
  audience: string;
  tokenEndpoint: string;
  operation: string;
  /** Hosts that were confirmed on screen. */
  hosts: string[];
  publish: boolean;
}

/** What has to be put right; `hosts`: receivers that have to be confirmed first. */
export interface VerificationProblem {
  message: string;
  hosts?: string[];
}

function credentialsIn({ kind, clientId, secret, privateKey, apiKey, place, header }: VerificationForm): unknown {
  if (kind === 'private-key') return { kind, clientId, privateKey };
  if (kind === 'api-key')
    return { kind, key: apiKey.trim(), place: place === 'header' ? { in: place, name: header } : { in: place } };
  return { kind: 'client-secret', clientId, secret };
}

const wanted: Record<string, string> = {
  clientId: 'Enter the client id.',
  secret: 'Enter the client secret.',
  privateKey: 'Paste the private key, as a JWK or in PEM.',
  key: 'Enter the API key.',
  place: 'Say where the key goes; a header needs a name, such as X-Api-Key.',
};

function requestIn(form: VerificationForm, targetUrl: string): VerifyRequest | VerificationProblem {
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const operation = given(form.operation)?.replace(/^GET\s+/i, '');
  const parsed = verifyRequest.safeParse({
    credentials: credentialsIn(form),
    scope: given(form.scope),
    resource: given(form.resource),
    audience: given(form.audience),
    tokenEndpoint: given(form.tokenEndpoint),
    operation:
      operation !== undefined && URL.canParse(operation, targetUrl) ? new URL(operation, targetUrl).href : operation,
    hosts: form.hosts,
  });
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.findLast((part) => typeof part === 'string' && part in wanted);
  return { message: wanted[String(field)] ?? 'Something in the form is too long or is no such name.' };
}

/**
 * Takes the form: refuses what may not be sent, seals the credential, makes the scan. Resolves to its id, or to what has to be put right; no
 * message repeats a credential.
 * @throws {LimitReached}, {ServiceUnavailable}
 */
export async function submitVerification(
  id: string,
  form: VerificationForm,
  address: string | null,
): Promise<{ scanId: string } | VerificationProblem> {
  const row = await ownRequest(id, address);
  if (!row?.provedAt) return { message: 'This verification has expired or is not proved. Begin again.' };
  if (!canSeal()) return { message: 'This site cannot keep credentials, so it cannot verify.' };
  const report = await reaching(() => newestReport(row.targetUrl));
  if (!report) return { message: 'There is no report of this address yet. Scan it first.' };
  const request = requestIn(form, row.targetUrl);
  if ('message' in request) return request;
  try {
    refuseUnhideable(request.credentials);
    refuseBlocked(row.targetUrl, await reaching(blockedEntries));
  } catch (error) {
    if (error instanceof ScanError) return { message: error.message };
    throw error;
  }
  const plan = planOf(request, report);
  if (isRefusal(plan)) return { message: plan.reason };
  const missing = unconfirmed(plan, request.hosts);
  if (missing.length > 0)
    return { message: 'Confirm every host that would receive the credential.', hosts: plan.hosts };
  const target = parseTarget(row.targetUrl, { allowNets: settings().scanAllowNets });
  const scanId = randomUUID();
  const sealed = await seal(scanId, request);
  const asker = await askerAt(address);
  const made = await onAccountOf({ visitor: address }, (charge) =>
    insertVerified(target, { ...limits(), id: scanId, sealed, requestId: id, unlisted: !form.publish }, asker, charge),
  );
  await enqueueOrLeave(made);
  return { scanId };
}
