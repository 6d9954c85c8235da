/** The inside of one fix: what changes, what stays, what to paste, how to test it, and how to go back. */
import { Fragment } from 'react';
import { checkTitle, codeIds, wholeFix } from '../../lib/scan/fix/whole.ts';
import type { Fix } from '../../lib/scan/schema/report.ts';
import { Prose } from '../prose.tsx';
import { count } from '../words.ts';

type Artefact = Fix['artefacts'][number];

/** A fix and where it is shown. */
export interface Placed {
  fix: Fix;
  /** The address of its scan's report, under which fixes have pages of their own. */
  at: string;
  /** The framework whose files are shown; null: none. Left out: the one that gave itself away. */
  framework?: string | null;
  /** Nothing to paste is open: the fix stands on the report itself and not behind a line of its own. */
  folded?: boolean;
}

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

/** `named`: a fold around it says its title already. */
function Paste({ fix, id, artefact, named = false }: { fix: string; id: string; artefact: Artefact; named?: boolean }) {
  return (
    <div className={named ? undefined : 'mt-4'}>
      <div className="mb-1.5 flex items-end justify-between gap-4">
        <p className="min-w-0 text-xs text-soft">
          {!named && artefact.title}
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
        >
          <Text artefact={artefact} />
        </code>
      </pre>
    </div>
  );
}

/**
 * The files for one framework, or none yet, and links to those for the others: each leads to a page of that fix, from which the script takes the
 * same part of the page. A report with the code of all frameworks would be three times as large.
 */
function Frameworks({ fix, at, framework, files }: Required<Omit<Placed, 'folded'>> & { files: readonly Artefact[] }) {
  const recognised = fix.code?.recognised;
  return (
    <div data-files={fix.id} className="mt-5">
      <p className="text-xs text-soft">In your framework{recognised ? `; ${recognised} answers here` : ''}</p>
      <ul className="tabs mt-1">
        {codeIds(fix).map(({ name, id }) => (
          <li key={id}>
            <a
              href={`${at}/${fix.id}/${id}#files-${fix.id}`}
              rel="nofollow"
              data-framework=""
              aria-current={name === framework ? 'true' : undefined}
              className="tab"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      {framework !== null && (
        <div id={`files-${fix.id}`} className="mt-3 scroll-mt-32">
          <button
            type="button"
            data-copy=""
            data-copy-each={`[data-agent-text="${fix.id}"], [data-fix="${fix.id}"]`}
            className="button-quiet"
          >
            Copy for your coding agent, with these files
          </button>
          {files.map((artefact, index) => (
            <Paste key={artefact.title} fix={fix.id} id={`file-${fix.id}-${index}`} artefact={artefact} />
          ))}
        </div>
      )}
    </div>
  );
}

function Artefacts({ fix, at, framework = fix.code?.recognised ?? null, folded = false }: Placed) {
  const { artefacts } = wholeFix(fix, framework);
  const texts = artefacts.filter(({ frameworks, title }) => frameworks.length === 0 && title !== checkTitle);
  const first = folded ? undefined : texts[0];
  const others = folded ? texts : texts.slice(1);
  return (
    <>
      {first && <Paste fix={fix.id} id={`paste-${fix.id}-0`} artefact={first} />}
      {others.length > 0 && (
        <div className="mt-4 border-t border-hair">
          {others.map((artefact, index) => (
            <details key={artefact.title} className="border-b border-hair">
              <summary className="fold py-2 text-sm">{artefact.title}</summary>
              <div className="pb-4">
                <Paste fix={fix.id} id={`paste-${fix.id}-${index + (first ? 1 : 0)}`} artefact={artefact} named />
              </div>
            </details>
          ))}
        </div>
      )}
      {codeIds(fix).length > 0 && (
        <Frameworks
          fix={fix}
          at={at}
          framework={framework}
          files={artefacts.filter(({ frameworks }) => frameworks.length > 0)}
        />
      )}
    </>
  );
}

function Checks({ fix }: { fix: Fix }) {
  if (fix.checks.length === 0) return null;
  return (
    <details className="mt-4 border-y border-hair">
      <summary className="fold py-2 text-sm">
        Done when {count(fix.checks.length, 'command')} {fix.checks.length === 1 ? 'answers' : 'answer'} as expected
      </summary>
      <dl className="space-y-2 pb-4 text-sm">
        {fix.checks.map(({ command, expect }) => (
          <div key={command}>
            <dt className="rounded-sm border border-hair bg-sheet px-3 py-2 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap">
              {command}
            </dt>
            <dd className="mt-1 text-soft">Expect {expect}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What one fix changes and keeps, with the files for one framework at most. */
export function FixBody(placed: Placed) {
  const { fix } = placed;
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
      <Artefacts {...placed} />
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
