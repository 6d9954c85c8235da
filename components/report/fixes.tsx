/** What to fix first: at most three, by points gained, each with its steps and something to paste. */
import { Fragment } from 'react';
import type { Fix } from '../../lib/scan/report/schema.ts';
import { count, effortWord } from '../words.ts';
import { Section } from './section.tsx';

const unfold = 'w-fit text-sm font-medium underline decoration-rule underline-offset-4 hover:decoration-ink';

function Steps({ fix }: { fix: Fix }) {
  return (
    <ol className="mt-3 max-w-prose list-decimal space-y-1.5 pl-5 marker:text-soft">
      {fix.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

type Artefact = Fix['artefacts'][number];

function Paste({ artefact }: { artefact: Artefact }) {
  return (
    <>
      <div className="mb-1.5 flex items-end justify-between gap-4">
        <p className="text-xs text-soft">{artefact.title}</p>
        <button type="button" data-copy={artefact.text} className="button-quiet">Copy</button>
      </div>
      <pre tabIndex={0} role="group" aria-label={artefact.title} className="max-h-96 overflow-auto rounded-sm border border-hair bg-sheet p-3 text-xs leading-relaxed">{artefact.text}</pre>
    </>
  );
}

/** As lib/scan/fixes titles them, alone or at the end: `Express`, `Token endpoint, FastAPI`. */
const framework = /(?:^|, )(Express|Fastify|Next\.js|Hono|FastAPI|Django|Rails|Spring|Laravel|Go)$/;

/** The same code for several frameworks, one shown at a time: radio buttons, so that it needs no script and arrow keys work. */
function Frameworks({ fix, artefacts }: { fix: Fix; artefacts: readonly Artefact[] }) {
  return (
    <fieldset className="tabs mt-4">
      <legend className="mb-2 text-xs text-soft">In your framework</legend>
      {artefacts.map((artefact, index) => (
        <Fragment key={artefact.title}>
          <label className="tab">
            <input type="radio" name={`framework-${fix.id}`} defaultChecked={index === 0} className="sr-only" />
            {framework.exec(artefact.title)?.[1]}
          </label>
          <div className="panel">
            <Paste artefact={artefact} />
          </div>
        </Fragment>
      ))}
    </fieldset>
  );
}

function Artefacts({ fix }: { fix: Fix }) {
  const inFrameworks = fix.artefacts.filter(({ title }) => framework.test(title));
  const tabbed = inFrameworks.length > 1;
  const others = tabbed ? fix.artefacts.filter(({ title }) => !framework.test(title)) : fix.artefacts;
  return (
    <>
      {others.map((artefact) => (
        <div key={artefact.title} className="mt-4">
          <Paste artefact={artefact} />
        </div>
      ))}
      {tabbed && <Frameworks fix={fix} artefacts={inFrameworks} />}
    </>
  );
}

function ForAgent({ fix }: { fix: Fix }) {
  return (
    <p className="mt-3">
      <button type="button" data-copy={fix.agentText} data-agent-text="" className="button-quiet">Copy for your coding agent</button>
    </p>
  );
}

/** One fix laid open, for reports that have no score to gain: its steps, then what to paste. */
export function OpenFix({ fix }: { fix: Fix }) {
  return (
    <>
      <Steps fix={fix} />
      <ForAgent fix={fix} />
      {fix.artefacts.length > 0 && (
        <details className="mt-5">
          <summary className={unfold}>Ready to paste</summary>
          <Artefacts fix={fix} />
        </details>
      )}
    </>
  );
}

function FixItem({ fix, number }: { fix: Fix; number: number }) {
  return (
    <li id={`fix-${fix.id}`} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2 py-6">
      <span aria-hidden="true" className="num font-serif text-xl text-soft">{number}</span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h3 className="text-xl">{fix.title}</h3>
          <p className="num text-sm whitespace-nowrap">
            {fix.gain > 0 && <a href="/methodology#sum" className="font-medium text-open hover:underline">+{count(fix.gain, 'point')}</a>}
            {fix.gain > 0 && <span className="text-rule"> · </span>}
            <span className="text-soft">{effortWord[fix.effort]}</span>
          </p>
        </div>
        <p className="mt-2 max-w-prose">{fix.why}</p>
        <details className="print-open mt-3">
          <summary className={unfold}>How to fix it</summary>
          <Steps fix={fix} />
          <Artefacts fix={fix} />
        </details>
        <ForAgent fix={fix} />
      </div>
    </li>
  );
}

const first = 3;

export function Fixes({ fixes }: { fixes: readonly Fix[] }) {
  if (fixes.length === 0) {
    return (
      <Section id="fixes" title="What to fix first">
        <p className="max-w-prose">Nothing that a scan from outside can see. An agent meets no obstacle that would cost points.</p>
      </Section>
    );
  }
  const rest = fixes.slice(first);
  return (
    <Section id="fixes" title="What to fix first" note="By points gained. Each gain is the score computed again with only that one changed.">
      <ol className="-mt-6 divide-y divide-hair">
        {fixes.slice(0, first).map((fix, index) => (
          <FixItem key={fix.id} fix={fix} number={index + 1} />
        ))}
      </ol>
      {fixes.length > 1 && (
        <p className="border-t border-hair pt-4">
          <button type="button" data-copy="" data-copy-each="[data-agent-text]" className="button-quiet">Copy all {fixes.length} for your coding agent</button>
        </p>
      )}
      {rest.length > 0 && (
        <details className="mt-4 border-t border-hair pt-4">
          <summary className={unfold}>{count(rest.length, 'further fix', 'further fixes')}</summary>
          <ol className="divide-y divide-hair">
            {rest.map((fix, index) => (
              <FixItem key={fix.id} fix={fix} number={first + index + 1} />
            ))}
          </ol>
        </details>
      )}
    </Section>
  );
}
