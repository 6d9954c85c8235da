/** Stored rows in the form in which pages, API and MCP hand them out, and the addresses at which they are read. */
import { namePath, permalink } from './addresses.ts';
import type { Standing } from './admin/leaderboard.ts';
import { subjectOf } from './db/faces.ts';
import type { ScanEvent } from './scan/types.ts';
import type { QueueState, ScanSummary, StoredEvent } from './scans.ts';

/** A stored step. When `attempt` grows, a worker began again. */
export interface Step {
  seq: number;
  attempt: number;
  data: ScanEvent;
}

/** How a scan stands that is not done. */
export interface ScanState {
  status: 'queued' | 'running' | 'done' | 'failed';
  attempts: number;
  /** Queued scans that start before this one. */
  ahead: number;
  /** Seconds until it starts, at the pace of late; null when nobody can say. */
  waitS: number | null;
  /** ISO time before which it will not start, to leave the target in peace. */
  notBefore: string;
  /** Where the report is once the status is `done`, else null. */
  report: string | null;
  /** Why it failed, else null. */
  error: { code: string; message: string } | null;
}

type Identity = Pick<ScanSummary, 'id' | 'domain' | 'targetUrl' | 'unlisted'>;

/** Where a finished scan's report is read: under what it is kept under, or by its id alone when it is not listed. */
export function reportPath(scan: Identity): string {
  return scan.unlisted ? permalink(scan) : namePath(subjectOf(scan).name);
}

/** How a scan stands. `queue`: its place in line, when it waits. */
export function scanState(
  scan: Identity & Pick<ScanSummary, 'status' | 'attempts' | 'notBefore' | 'errorCode' | 'errorMessage'>,
  queue: Pick<QueueState, 'ahead' | 'waitS'> | null,
): ScanState {
  return {
    status: scan.status,
    attempts: scan.attempts,
    ahead: queue?.ahead ?? 0,
    waitS: queue?.waitS ?? null,
    notBefore: scan.notBefore.toISOString(),
    report: scan.status === 'done' ? reportPath(scan) : null,
    error:
      scan.status === 'failed'
        ? { code: scan.errorCode ?? 'failed', message: scan.errorMessage ?? 'The scan did not finish.' }
        : null,
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
    answer: scan.answer,
    score: scan.d7,
    tier: scan.tier,
    error: scan.status === 'failed' ? { code: scan.errorCode, message: scan.errorMessage } : null,
    links: {
      self,
      events: `${self}/events`,
      page: `/scan/${scan.id}`,
      report: scan.status === 'done' ? permalink(scan) : null,
    },
  };
}

/** A site of the leaderboard as anybody may see it. `origin`: of this site. */
export function standingJson(
  { rank, domain, answer, d7, tier, industry, flows, traps, finishedAt, journey, scanId }: Standing,
  origin: string,
) {
  return {
    rank,
    domain,
    answer,
    score: d7,
    tier,
    industry,
    flows,
    antiPatterns: traps,
    finishedAt,
    walk: journey.map(({ step, status, wall }) => ({ step, status, wall: wall !== null })),
    reportUrl: `${origin}${permalink({ id: scanId, domain })}`,
  };
}

/** The same as operators see it: how the site is listed, and what each wall says. */
export function operatorStandingJson(standing: Standing, origin: string) {
  const { provisional, pinned, hidden, methodology, journey } = standing;
  return {
    ...standingJson(standing, origin),
    provisional,
    pinned,
    hidden,
    methodology,
    walk: journey.map(({ step, status, wall }) => ({ step, status, wall })),
  };
}
