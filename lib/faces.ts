/** An owner who has proved a domain, or a host that stands alone, chooses which report stands for it. */
import { z } from 'zod';
import {
  faceChoice,
  faceOptions,
  ruledBy,
  wishFor,
  type FaceChoice,
  type FaceOption,
  type ProvedBy,
} from './db/face-choices.ts';
import { faceOf, type Subject } from './db/faces.ts';
import { reaching } from './db/unavailable.ts';
import type { VerificationRow } from './db/verifications.ts';
import { ownRequest } from './verification.ts';

/** What the page of a proved request shows. */
export interface FaceOffer {
  /** What the report stands for. */
  name: string;
  options: FaceOption[];
  /** The scan that stands now. */
  stands: string | null;
  chosen: FaceChoice | null;
  /** A choice waits for the proof to be looked for once more; or that was in vain. */
  wish: 'waits' | 'unproved' | null;
}

function subjectOfRequest({ domain, targetUrl, provedAt, provedBy }: VerificationRow): Subject | null {
  const by: ProvedBy | null = provedBy === 'record' || provedBy === 'file' ? provedBy : null;
  return provedAt && by ? ruledBy({ domain, targetUrl }, by) : null;
}

/** What the visitor of a request may choose; null where it is not theirs, not proved, or proved by what does not speak for the domain. @throws {ServiceUnavailable} */
export async function faceOffer(id: string, address: string | null): Promise<FaceOffer | null> {
  const row = await ownRequest(id, address);
  const subject = row && subjectOfRequest(row);
  if (!row || !subject) return null;
  const [options, chosen, stands] = await reaching(() =>
    Promise.all([faceOptions(subject), faceChoice(subject.name), faceOf(subject)]),
  );
  const { wish, lookAt, lookedAt } = row;
  const waits = lookAt !== null && (lookedAt === null || lookedAt < lookAt);
  return { name: subject.name, options, stands, chosen, wish: wish === null ? null : waits ? 'waits' : 'unproved' };
}

/** Asks for a report to stand, by its scan, or for the rules to decide again (`scanId` empty). False where that cannot be. @throws {ServiceUnavailable} */
export async function chooseFace(id: string, scanId: string, address: string | null): Promise<boolean> {
  const row = await ownRequest(id, address);
  const subject = row && subjectOfRequest(row);
  if (!row || !subject) return false;
  const wanted = scanId === '' ? null : z.uuid().safeParse(scanId).data;
  return wanted !== undefined && reaching(() => wishFor(row.id, subject, wanted));
}
