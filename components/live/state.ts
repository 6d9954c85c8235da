/** What the scan's API says about a scan that is not done. The server fills it, the live page reads it. */
export interface ScanState {
  status: 'queued' | 'running' | 'done' | 'failed';
  attempts: number;
  /** Queued scans that start before this one. */
  ahead: number;
  /** ISO time before which it will not start, to leave the target in peace. */
  notBefore: string;
  /** Where the report is once the status is `done`, else null. */
  report: string | null;
  /** Why it failed, else null. */
  error: { code: string; message: string } | null;
}
