/**
 * A fix as reports tell it, for a business under example.com: steps, what to paste, and how to check it. The code for each framework stands on
 * a page of its own.
 */
import { exampleFix, type Business } from '../../content/example.ts';
import { codeFor, listOf, namesFor } from '../../lib/scan/fix/frameworks.ts';
import { checksArtefact, effortOf, sentence } from '../../lib/scan/fix/render.ts';
import { antiPatterns, signals } from '../../lib/scan/judge/index.ts';
import { effortWord } from '../words.ts';
import { Rich } from './rich.tsx';
import { Copyable } from './wire.tsx';

/** In which state a business is that needs this fix most; the rest is told for one that lacks what leads to its grant. */
function businessOf(finding: string, fix: string): Business {
  if (finding === 'session-cookie-only') return 'cookies';
  return fix === 'client-credentials' || fix === 'token-expiry' ? 'people' : 'machines';
}

/** The fix of a signal or an anti-pattern, each framework that there is code for, and their addresses; null: there is no such finding. */
export function guideOf(finding: string) {
  const meta = [...signals, ...antiPatterns].find((one) => one.meta.id === finding)?.meta;
  if (!meta) return null;
  const { definition, built, places } = exampleFix(meta.fix, businessOf(finding, meta.fix));
  const frameworks = (built.code ? listOf(built.code) : []).map(({ name }) => {
    const id = namesFor(name)[0] ?? name;
    return { name, id, path: `/guide/${finding}/${id}` };
  });
  return {
    title: meta.title,
    path: `${'question' in meta ? '/signals' : '/anti-patterns'}/${finding}`,
    definition,
    built,
    places,
    frameworks,
  };
}

type Guide = NonNullable<ReturnType<typeof guideOf>>;

/** The address of every page with the code of one fix for one framework. */
export const guidePaths = (): string[] =>
  [...signals, ...antiPatterns].flatMap(({ meta }) => guideOf(meta.id)?.frameworks.map(({ path }) => path) ?? []);

/** Links to the code for each framework. */
export function FrameworkLinks({ frameworks, current }: { frameworks: Guide['frameworks']; current?: string }) {
  return (
    <ul className="tabs mt-1">
      {frameworks.map(({ name, id, path }) => (
        <li key={id}>
          <a href={path} aria-current={id === current ? 'page' : undefined} className="tab">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The files for one framework. */
export function FrameworkFiles({ built, name }: Pick<Guide, 'built'> & { name: string }) {
  const files = (built.code ? codeFor(built.code, [name]) : []).filter(({ frameworks }) => frameworks.includes(name));
  return (
    <div className="space-y-5">
      {files.map(({ title, text }) => (
        <Copyable key={title} title={title} text={text} kind="file" />
      ))}
    </div>
  );
}

/** Whose addresses stand in what is to be pasted. */
export function WhoseAddresses() {
  return (
    <p className="mt-4 max-w-prose text-sm text-soft">
      The addresses are those of a business that does not exist.{' '}
      <a href="/#scan" className="link">
        Scan your own
      </a>
      , and the report holds the same with yours.
    </p>
  );
}

export function FixGuide({ finding }: { finding: string }) {
  const guide = guideOf(finding);
  if (!guide) return null;
  const { definition, built, places, frameworks } = guide;
  const check = checksArtefact(built.checks, places);
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span className="font-serif text-lg font-medium">{definition.title}</span>
        <span className="text-sm text-soft">{effortWord[effortOf(built)]}</span>
      </p>
      <p className="mt-2 max-w-prose text-soft">
        <Rich text={built.reason} />
      </p>
      <ol className="mt-4 max-w-prose list-decimal space-y-1.5 pl-5 marker:text-soft">
        {built.steps.map((step) => (
          <li key={step}>
            <Rich text={sentence(step, places)} />
          </li>
        ))}
      </ol>
      {(built.artefacts.length > 0 || frameworks.length > 0) && (
        <h3 className="mt-8 font-sans text-base font-medium">To paste</h3>
      )}
      {built.artefacts.length > 0 && (
        <div className="mt-2 border-t border-hair">
          {built.artefacts.map(({ title, text, language }) => (
            <details key={title} name={`paste-${definition.id}`} className="group border-b border-hair">
              <summary className="flex list-none items-baseline justify-between gap-4 py-2.5 hover:bg-sheet [&::-webkit-details-marker]:hidden">
                <span className="group-open:font-medium">{title}</span>
                <span className="font-mono text-xs text-soft">{language}</span>
              </summary>
              <div className="pb-5">
                <Copyable title={title} text={text} kind="code" />
              </div>
            </details>
          ))}
        </div>
      )}
      {frameworks.length > 0 && (
        <div className="mt-4">
          <p className="text-xs text-soft">In your framework</p>
          <FrameworkLinks frameworks={frameworks} />
        </div>
      )}
      <h3 className="mt-8 mb-2 font-sans text-base font-medium">And check</h3>
      <Copyable title="The commands, and what to expect" text={check.text} />
      <WhoseAddresses />
    </>
  );
}
