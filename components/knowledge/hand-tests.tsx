/** What to try in a shell, and what the answers mean. */
import type { HandTest } from '../../content/types.ts';
import { Rich } from './rich.tsx';
import { Copyable } from './wire.tsx';

export function HandTests({ tests }: { tests: readonly HandTest[] }) {
  return (
    <ol className="space-y-9">
      {tests.map((test, index) => (
        <li key={test.command} className="grid grid-cols-[1.6rem_minmax(0,1fr)]">
          <span aria-hidden="true" className="num font-serif text-lg leading-7 text-soft">
            {index + 1}
          </span>
          <div className="min-w-0">
            <p className="max-w-prose">
              <Rich text={test.say} />
            </p>
            <div className="mt-2">
              <Copyable title={`Command ${index + 1}`} text={test.command} />
            </div>
            <dl className="mt-3 max-w-[46rem] text-sm">
              {test.readings.map(({ answer, means }) => (
                <div
                  key={answer}
                  className="grid gap-x-6 gap-y-0.5 border-b border-hair py-2 sm:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]"
                >
                  <dt>
                    <Rich text={answer} />
                  </dt>
                  <dd className="text-soft">
                    <Rich text={means} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        </li>
      ))}
    </ol>
  );
}
