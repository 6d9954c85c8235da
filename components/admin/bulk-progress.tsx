/** How far a list is, as a bar and in numbers that say the same. */
import type { BulkProgress } from '../../lib/admin/bulk.ts';

const parts = [
  ['scored', 'fill-open', 'with a score'],
  ['unscored', 'fill-partly', 'without a score'],
  ['failed', 'fill-wall', 'failed'],
  ['refused', 'fill-unknown', 'refused'],
  ['gone', 'fill-unknown', 'deleted since'],
] as const;

const height = 10;

/** Lines that are over, of all. */
export const overOf = ({ total, waiting, underWay }: BulkProgress): number => total - waiting - underWay;

/** In words, such as `3 with a score, 1 failed, 2 running or in line, 6 to come`. */
export function progressWords(run: BulkProgress): string {
  return [
    ...parts.flatMap(([name, , word]) => (run[name] > 0 ? [`${run[name].toLocaleString('en')} ${word}`] : [])),
    ...(run.underWay > 0 ? [`${run.underWay.toLocaleString('en')} running or in line`] : []),
    ...(run.waiting > 0 ? [`${run.waiting.toLocaleString('en')} to come`] : []),
  ].join(', ');
}

export function BulkBar({ run }: { run: BulkProgress }) {
  const of = (value: number) => (100 * value) / Math.max(1, run.total);
  return (
    <svg aria-hidden="true" width="100%" height={height} className="block">
      <rect y={height / 2} width="100%" height={1} className="fill-hair" />
      {parts.map(([name, fill], index) => {
        const x = parts.slice(0, index).reduce((sum, [before]) => sum + of(run[before]), 0);
        return (
          run[name] > 0 && <rect key={name} x={`${x}%`} width={`${of(run[name])}%`} height={height} className={fill} />
        );
      })}
    </svg>
  );
}

/** One word for where the list stands. */
export function standOf(run: BulkProgress & { paused: boolean }): string {
  if (run.waiting + run.underWay === 0) return 'Done';
  if (run.paused) return run.underWay > 0 ? 'Pausing' : 'Paused';
  return 'Under way';
}
