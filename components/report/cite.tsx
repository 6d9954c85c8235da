/** References to the exchanges that a finding rests on, and how sure it is. */
import type { Confidence } from '../../lib/scan/types.ts';
import { confidenceMeaning } from '../words.ts';

/** Links to exchanges further down on the page, each at least 24 px both ways (WCAG 2.2, 2.5.8); nothing where a finding cites none. */
export function Cites({ evidence }: { evidence: readonly string[] }) {
  if (evidence.length === 0) return null;
  return (
    <span className="text-xs text-soft">
      <span className="sr-only">Evidence: </span>
      {evidence.map((id, index) => (
        <span key={id}>
          {index > 0 && ' '}
          <a href={`#${id}`} className="link inline-block min-w-6 py-0.75 text-center font-mono">
            [{id}]
          </a>
        </span>
      ))}
    </span>
  );
}

/** Confidence and evidence on one quiet line. */
export function Basis({ confidence, evidence }: { confidence: Confidence; evidence: readonly string[] }) {
  return (
    <p className="mt-1.5 flex flex-wrap items-baseline gap-x-3 text-xs text-soft">
      <span title={confidenceMeaning[confidence]}>{confidence[0]?.toUpperCase() + confidence.slice(1)}</span>
      <Cites evidence={evidence} />
    </p>
  );
}
