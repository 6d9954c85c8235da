import type { AdminScan } from '../../lib/admin/scans.ts';
import { Status, type Shape, type Tone } from '../status.tsx';
import { outcomeWord } from '../words.ts';

const words: Record<AdminScan['status'], { shape: Shape; tone: Tone; word: string }> = {
  queued: { shape: 'ring', tone: 'unknown', word: 'Waiting' },
  running: { shape: 'half', tone: 'partly', word: 'Running' },
  done: { shape: 'full', tone: 'open', word: 'Done' },
  failed: { shape: 'barred', tone: 'wall', word: 'Failed' },
};

export function ScanStatus({ scan }: { scan: Pick<AdminScan, 'status' | 'errorCode'> }) {
  return scan.errorCode === 'cancelled' ? (
    <Status shape="dash" tone="unknown" word="Cancelled" />
  ) : (
    <Status {...words[scan.status]} />
  );
}

/** How a scan ended, in a word; empty while it has not. */
export function endOfScan({ status, outcome, errorCode }: Pick<AdminScan, 'status' | 'outcome' | 'errorCode'>): string {
  if (status === 'done') return outcomeWord(outcome);
  return status === 'failed' && errorCode !== 'cancelled' ? (errorCode ?? 'failed') : '';
}
