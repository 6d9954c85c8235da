/** The inside of one fix: what changes, what stays, what to paste, how to test it, and how to go back. */
import { Fragment } from 'react';
import { wholeFix } from '../../lib/scan/fix/whole.ts';
import type { Fix } from '../../lib/scan/schema/report.ts';
import { Prose } from '../prose.tsx';

type Artefact = Fix['artefacts'][number];

const unfold = 'w-fit text-sm font-medium underline decoration-rule underline-offset-4 hover:decoration-ink';
const label = 'mt-5 mb-1.5 font-sans text-sm font-medium';

/** Code, and what a product is told, say where they were run; a document has nothing to be run in. */
function Tested({ artefact }: { artefact: Artefact }) {
  if (artefact.frameworks.length === 0 && artefact.tested === null) return null;
  return artefact.tested === null ? (
    <span className="text-soft"> · not run here</span>
  ) : (
    <span className="text-open"> · tested in {artefact.tested}</span>
  );
}

/** The text, with a mark before each line that differs from what was fetched. */
function Text({ artefact: { text, marks } }: { artefact: Artefact }) {
  if (marks.length === 0) return text;
  return text.split('\n').map((line, index) => {
    const marked = marks.includes(index + 1);
    return (
      <Fragment key={index}>
        {marked ? <mark className="bg-transparent font-semibold text-open">{`+ ${line}`}</mark> : `  ${line}`}
        {'\n'}
      </Fragment>
    );
  });
}

/** Frameworks by their place among those of the fix, for selectors: their names hold dots and spaces. */
const namesOf = ({ artefacts }: Fix): string[] => [...new Set(artefacts.flatMap(({ frameworks }) => frameworks))];

/** Something to paste with what its markup needs, made once for a fix, since a fix may have fifty. */
interface Pasted {
  fix: string;
  id: string;
  /** Its frameworks, for selectors. */
  places: string;
  artefact: Artefact;
}

function pastedOf({ id: fix, artefacts }: Fix, names: readonly string[]): Pasted[] {
  const places = new Map(names.map((name, index) => [name, `f${index}`]));
  return artefacts.map((artefact, index) => ({
    fix,
    id: `paste-${fix}-${index}`,
    places: artefact.frameworks.map((name) => places.get(name) ?? '').join(' ') || 'all',
    artefact,
  }));
}

function Paste({ fix, id, places, artefact }: Pasted) {
  return (
    <div className="mt-4">
      <div className="mb-1.5 flex items-end justify-between gap-4">
        <p className="min-w-0 text-xs text-soft">
          {artefact.title}
          <Tested artefact={artefact} />
        </p>
        <button type="button" data-copy="" data-copy-each={`#${id} code`} className="button-quiet">
          Copy
        </button>
      </div>
      <pre
        id={id}
        tabIndex={0}
        role="group"
        aria-label={artefact.title}
        className="max-h-96 overflow-auto rounded-sm border border-hair bg-sheet p-3 text-xs leading-relaxed"
      >
        {/* The marks of changed lines are for the eye; what is copied has none. */}
        <code
          data-copy={artefact.marks.length > 0 ? artefact.text : undefined}
          data-fix={fix}
          data-file={artefact.file ?? artefact.title}
          data-for={places}
        >
          <Text artefact={artefact} />
        </code>
      </pre>
    </div>
  );
}

/** The same for several frameworks, one shown at a time: radio buttons, so that it needs no script and arrow keys work. */
function Frameworks({
  fix,
  names,
  pasted,
  recognised,
}: {
  fix: string;
  names: readonly string[];
  pasted: readonly Pasted[];
  /** The framework that answers, whose files are shown first; null: none gave itself away. */
  recognised: string | null;
}) {
  const of = new Map<string, Pasted[]>(names.map((name) => [name, []]));
  for (const one of pasted)
    if (one.artefact.frameworks.length === 1) of.get(one.artefact.frameworks[0] ?? '')?.push(one);
  return (
    <fieldset className="tabs mt-5">
      <legend className="mb-2 text-xs text-soft">
        In your framework{recognised ? `; ${recognised} answers here` : ''}
      </legend>
      {names.map((name, index) => (
        <Fragment key={name}>
          <label className="tab">
            <input
              type="radio"
              name={`framework-${fix}`}
              defaultChecked={recognised === null ? index === 0 : name === recognised}
              className="sr-only"
            />
            {name}
          </label>
          <div className="panel">
            <button
              type="button"
              data-copy=""
              data-copy-each={`[data-agent-text="${fix}"], [data-fix="${fix}"]:is([data-for="all"], [data-for~="f${index}"])`}
              className="button-quiet"
            >
              Copy for your coding agent, with these files
            </button>
            {of.get(name)?.map((one) => (
              <Paste key={one.id} {...one} />
            ))}
          </div>
        </Fragment>
      ))}
    </fieldset>
  );
}

function Artefacts({ fix }: { fix: Fix }) {
  const names = namesOf(fix);
  const pasted = pastedOf(fix, names);
  const shared = pasted.filter(({ artefact }) => artefact.frameworks.length > 1);
  return (
    <>
      {pasted
        .filter(({ artefact }) => artefact.frameworks.length === 0 && artefact.title !== 'Check by hand')
        .map((one) => (
          <Paste key={one.id} {...one} />
        ))}
      {names.length > 0 && (
        <Frameworks recognised={fix.code?.recognised ?? null} fix={fix.id} names={names} pasted={pasted} />
      )}
      {shared.length > 0 && (
        <details className="mt-4">
          <summary className={unfold}>
            {shared.length} {shared.length === 1 ? 'file' : 'files'} that frameworks of one language share
          </summary>
          {shared.map((one) => (
            <div key={one.id}>
              <Paste {...one} />
              <p className="mt-1 text-xs text-soft">For {one.artefact.frameworks.join(', ')}.</p>
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function Checks({ fix }: { fix: Fix }) {
  if (fix.checks.length === 0) return null;
  return (
    <>
      <p className={label}>Done when</p>
      <dl className="space-y-2 text-sm">
        {fix.checks.map(({ command, expect }) => (
          <div key={command}>
            <dt className="rounded-sm border border-hair bg-sheet px-3 py-2 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap">
              {command}
            </dt>
            <dd className="mt-1 text-soft">answers {expect}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What one fix changes and keeps, in full: a report holds the code of one framework at most, the rest is made here. */
export function FixBody({ fix: stored }: { fix: Fix }) {
  const fix = wholeFix(stored);
  return (
    <>
      {fix.product && (
        <p className="mt-3 max-w-prose text-sm">
          <span className="font-medium">{fix.product.name}</span> answers here: {fix.product.because}. These are its own
          words;{' '}
          <a href={fix.product.manual} rel="noreferrer" className="link">
            its manual
          </a>{' '}
          has the rest.
        </p>
      )}
      <ol className="mt-3 max-w-prose list-decimal space-y-1.5 pl-5 marker:text-soft">
        {fix.steps.map((step) => (
          <li key={step}>
            <Prose text={step} />
          </li>
        ))}
      </ol>
      {fix.keeps.length > 0 && (
        <>
          <p className={label}>Stays as it is</p>
          <ul className="max-w-prose list-disc space-y-1 pl-5 text-sm marker:text-soft">
            {fix.keeps.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      <Artefacts fix={fix} />
      <Checks fix={fix} />
      {fix.undo !== '' && (
        <p className="mt-4 max-w-prose text-sm">
          <span className="font-medium">To go back:</span> {fix.undo}
        </p>
      )}
    </>
  );
}

export function ForAgent({ fix }: { fix: Fix }) {
  return (
    <p className="mt-3">
      <button type="button" data-copy={fix.agentText} data-agent-text={fix.id} className="button-quiet">
        Copy for your coding agent
      </button>
    </p>
  );
}
