/** That somebody says a finding is wrong: the mark on its line, and under it the answer and the way to say so. */
import type { DisputeMark } from '../../lib/admin/disputes.ts';
import type { Report } from '../../lib/scan/schema/report.ts';

interface Disputed {
  finding: string;
  disputes: readonly DisputeMark[];
}

const of = ({ finding, disputes }: Disputed) => disputes.find((mark) => mark.finding === finding);

export function DisputeMarkOf(disputed: Disputed) {
  const mark = of(disputed);
  if (!mark) return null;
  const word = mark.open ? 'disputed' : mark.ruling === 'right' ? 'found wrong' : null;
  return word && <span className="ml-2 text-xs font-medium whitespace-nowrap text-partly">{word}</span>;
}

export function DisputeFoot({ scan, ...disputed }: Disputed & { scan: Report['scan'] }) {
  const mark = of(disputed);
  return (
    <>
      {mark?.open && (
        <p className="mt-2 text-sm text-partly">A reader says that this is wrong. The operator has yet to answer.</p>
      )}
      {mark && !mark.open && (
        <p className="mt-2 text-sm text-partly">
          Disputed; {mark.ruling === 'right' ? 'the report is wrong here' : 'the report stands'}: {mark.answer}
        </p>
      )}
      {scan.mode !== 'example' && (
        <p className="no-print mt-2 text-xs">
          <a
            href={`/dispute/${scan.id}?finding=${disputed.finding}`}
            rel="nofollow"
            className="link inline-block py-1 text-soft"
          >
            This is wrong
          </a>
        </p>
      )}
    </>
  );
}
