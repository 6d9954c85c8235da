/** A stored scan in the form that pages and API hand out. */
import type { Step } from '@/components/live/progress.ts';
import type { ScanState } from '@/components/live/state.ts';
import type { QueueState, ScanSummary, StoredEvent } from '@/lib/scans.ts';

type Identity = Pick<ScanSummary, 'id' | 'domain' | 'unlisted'>;

/** The address of one scan's report, for good. */
export function permalink({ id, domain }: Pick<ScanSummary, 'id' | 'domain'>): string {
  return `/report/${encodeURIComponent(domain)}/${id}`;
}

/** Where a finished scan's report is read: under its domain, or by its id alone when it is not listed. */
export function reportPath(scan: Identity): string {
  return scan.unlisted ? permalink(scan) : `/report/${encodeURIComponent(scan.domain)}`;
}

/** How a scan stands. `queue`: its place in line, when it waits. */
export function scanState(scan: Identity & Pick<ScanSummary, 'status' | 'attempts' | 'notBefore' | 'errorCode' | 'errorMessage'>, queue: Pick<QueueState, 'ahead'> | null): ScanState {
  return {
    status: scan.status,
    attempts: scan.attempts,
    ahead: queue?.ahead ?? 0,
    notBefore: scan.notBefore.toISOString(),
    report: scan.status === 'done' ? reportPath(scan) : null,
    error: scan.status === 'failed' ? { code: scan.errorCode ?? 'failed', message: scan.errorMessage ?? 'The scan did not finish.' } : null,
  };
}

export function stepOf({ seq, attempt, data }: StoredEvent): Step {
  return { seq, attempt, data };
}

/** A scan as the API describes it, without steps and report. */
export function scanJson(scan: ScanSummary): Record<string, unknown> {
  const self = `/api/v1/scans/${scan.id}`;
  return {
    id: scan.id,
    status: scan.status,
    target: { input: scan.input, url: scan.targetUrl, host: scan.host, domain: scan.domain },
    unlisted: scan.unlisted,
    createdAt: scan.createdAt,
    startedAt: scan.startedAt,
    finishedAt: scan.finishedAt,
    outcome: scan.outcome,
    score: scan.d7,
    tier: scan.tier,
    error: scan.status === 'failed' ? { code: scan.errorCode, message: scan.errorMessage } : null,
    links: { self, events: `${self}/events`, page: `/scan/${scan.id}`, report: scan.status === 'done' ? permalink(scan) : null },
  };
}

/** The number of a step as a visitor names it; 0, before the first, for anything else and for more than the database counts. */
export function stepNumber(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** A path segment as it was meant; null when it is not percent-encoded UTF-8. */
export function decodedSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
