/** What was done with a client of the owner's own, step by step. */
import type { Report } from '../../lib/scan/schema/report.ts';
import { Status, type Shape, type Tone } from '../status.tsx';
import { count } from '../words.ts';
import { Cites } from './cite.tsx';
import { Folded } from './row.tsx';
import { Section } from './section.tsx';

type Steps = NonNullable<Report['handshake']>;

const titles: Record<Steps[number]['id'], string> = {
  allowed: 'Sending the credential',
  token: 'A token from the token endpoint',
  'token-answer': 'The answer that gives it',
  demands: 'What else the server wants',
  call: 'A call with it',
  audience: 'Whom the token is for',
  damaged: 'A damaged one',
  query: 'A token in the address',
  scope: 'A token with less scope',
  again: 'The next token',
  refresh: 'The refresh token',
  expiry: 'After its lifetime',
  revocation: 'Taking tokens back',
};
const words: Record<Steps[number]['status'], { shape: Shape; tone: Tone; word: string }> = {
  passed: { shape: 'full', tone: 'open', word: 'As expected' },
  failed: { shape: 'barred', tone: 'wall', word: 'Not as expected' },
  unknown: { shape: 'ring', tone: 'unknown', word: 'Unknown' },
};

function Lines({ steps }: { steps: Steps }) {
  return (
    <ol className="divide-y divide-hair">
      {steps.map(({ id, status, summary, evidence }) => (
        <li key={id} className="grid gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <div className="sm:pt-0.5">
            <Status {...words[status]} />
          </div>
          <div className="max-w-prose min-w-0">
            <p>{titles[id]}</p>
            <p className="text-sm break-words text-soft">
              {summary} <Cites evidence={evidence} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Whatever was not as expected; what was, and what could not be told, behind one line each. */
export function Handshake({ steps }: { steps: Steps }) {
  const of = (status: Steps[number]['status']) => steps.filter((step) => step.status === status);
  const failed = of('failed');
  const folds = [
    { steps: of('unknown'), label: (number: number) => `${count(number, 'step')} that could not be told` },
    { steps: of('passed'), label: (number: number) => `${count(number, 'step')} as expected` },
  ].filter((fold) => fold.steps.length > 0);
  return (
    <Section id="handshake" title="The handshake">
      <p className="mb-3 max-w-prose text-sm text-soft">
        Done for real, with the owner’s own client. The credential and every token are hidden, and no data that a call
        answered with was kept.
      </p>
      {failed.length > 0 && (
        <div className="-mt-2">
          <Lines steps={failed} />
        </div>
      )}
      <div className="border-t border-hair">
        {folds.map((fold) => (
          <Folded key={fold.label(0)} label={fold.label(fold.steps.length)} printed={false}>
            <Lines steps={fold.steps} />
          </Folded>
        ))}
      </div>
    </Section>
  );
}
