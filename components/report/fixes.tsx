/** What to fix first: at most three, by points gained, each with its steps and something to paste. */
import type { Fix } from '../../lib/scan/schema/report.ts';
import { Prose } from '../prose.tsx';
import { count, effortWord } from '../words.ts';
import { FixBody, ForAgent, type Placed } from './fix.tsx';
import { Section } from './section.tsx';

/** One fix laid open, for reports that have no score to gain: its steps, then what to paste, a line each. */
export function OpenFix(placed: Placed) {
  return (
    <>
      <ForAgent fix={placed.fix} />
      <FixBody {...placed} folded />
    </>
  );
}

/** One fix on one line, which unfolds to what to do. The first one also says why, since most readers stop there. */
function FixItem({ fix, at, number }: Placed & { number: number }) {
  const why = (
    <span className="mt-1 block max-w-prose text-sm text-soft">
      <Prose text={fix.why} />
    </span>
  );
  return (
    <li className="border-b border-hair">
      <details className="group">
        <summary className="grid list-none grid-cols-[1.5rem_minmax(0,1fr)] items-baseline gap-x-2 py-2.5 hover:bg-sheet sm:grid-cols-[1.5rem_minmax(0,1fr)_auto] [&::-webkit-details-marker]:hidden">
          <span aria-hidden="true" className="num font-serif text-lg text-soft">
            {number}
          </span>
          <h3 className="font-sans text-base font-medium decoration-rule underline-offset-4 group-hover:underline">
            {fix.title}
          </h3>
          <span className="num text-sm whitespace-nowrap max-sm:col-start-2">
            {fix.gain > 0 && <span className="font-medium text-open">+{count(fix.gain, 'point')}</span>}
            {fix.gain > 0 && <span className="text-rule"> · </span>}
            <span className="text-soft">{effortWord[fix.effort]}</span>
          </span>
          {number === 1 && <span className="col-start-2">{why}</span>}
        </summary>
        <div id={`fix-${fix.id}`} className="min-w-0 scroll-mt-32 pb-5 sm:pl-8">
          {number !== 1 && why}
          <FixBody fix={fix} at={at} />
          <ForAgent fix={fix} />
        </div>
      </details>
    </li>
  );
}

const first = 3;

/** `at`: the address of the scan's report. */
export function Fixes({ fixes, at }: { fixes: readonly Fix[]; at: string }) {
  if (fixes.length === 0) {
    return (
      <Section id="fixes" title="What to fix first">
        <p className="max-w-prose">
          Nothing that a scan from outside can see. An agent meets no obstacle that would cost points.
        </p>
      </Section>
    );
  }
  const rest = fixes.slice(first);
  return (
    <Section
      id="fixes"
      title="What to fix first"
      note="The wall of the walk first, then by points: the score of what a second scan would see with only that one changed."
    >
      <ol className="border-t border-hair">
        {fixes.slice(0, first).map((fix, index) => (
          <FixItem key={fix.id} fix={fix} at={at} number={index + 1} />
        ))}
      </ol>
      {fixes.length > 1 && (
        <p className="no-print pt-3">
          <button type="button" data-copy="" data-copy-each="[data-agent-text]" className="button-quiet">
            Copy all {fixes.length} for your coding agent
          </button>
        </p>
      )}
      {rest.length > 0 && (
        <details className="print-open border-b border-hair">
          <summary className="fold py-2 text-sm text-soft">
            {count(rest.length, 'further fix', 'further fixes')}
          </summary>
          <ol className="mb-3 border-t border-hair">
            {rest.map((fix, index) => (
              <FixItem key={fix.id} fix={fix} at={at} number={first + index + 1} />
            ))}
          </ol>
        </details>
      )}
    </Section>
  );
}
