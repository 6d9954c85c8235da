/** A fix as reports tell it, for a business under example.com: steps, what to paste per framework, and how to check it. */
import { exampleFix, type Business } from '../../content/example.ts';
import { codeFor } from '../../lib/scan/fix/frameworks.ts';
import { checksArtefact, effortOf, sentence } from '../../lib/scan/fix/render.ts';
import { effortWord } from '../words.ts';
import { Rich } from './rich.tsx';
import { Copyable } from './wire.tsx';

/** In which state a business is that needs this fix most; the rest is told for one that lacks what leads to its grant. */
const business = (fix: string): Business =>
  fix === 'client-credentials' || fix === 'token-expiry' ? 'people' : 'machines';

export function FixGuide({ id, at = business(id) }: { id: string; at?: Business }) {
  const { definition, built, places } = exampleFix(id, at);
  const check = checksArtefact(built.checks, places);
  // A document stands alone; files go together as a framework needs them.
  const code = built.code ? codeFor(built.code) : [];
  const frameworks = [...new Set(code.flatMap((artefact) => artefact.frameworks))];
  const sets = [
    ...built.artefacts.map((artefact) => ({ name: artefact.title, artefacts: [artefact] })),
    ...frameworks.map((name) => ({
      name,
      artefacts: code.filter((artefact) => artefact.frameworks.includes(name)),
    })),
  ];
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
      <h3 className="mt-8 font-sans text-base font-medium">To paste</h3>
      <div className="mt-2 border-t border-hair">
        {sets.map(({ name, artefacts }) => (
          <details key={name} name={`paste-${id}`} className="group border-b border-hair">
            <summary className="flex list-none items-baseline justify-between gap-4 py-2.5 hover:bg-sheet [&::-webkit-details-marker]:hidden">
              <span className="group-open:font-medium">{name}</span>
              <span className="font-mono text-xs text-soft">{artefacts[0]?.language}</span>
            </summary>
            <div className="space-y-4 pb-5">
              {artefacts.map((artefact) => (
                <Copyable key={artefact.title} title={artefact.title} text={artefact.text} kind="code" />
              ))}
            </div>
          </details>
        ))}
      </div>
      <h3 className="mt-8 mb-2 font-sans text-base font-medium">And check</h3>
      <Copyable title="The commands, and what to expect" text={check.text} />
      <p className="mt-4 max-w-prose text-sm text-soft">
        The addresses are those of a business that does not exist.{' '}
        <a href="/#scan" className="link">
          Scan your own
        </a>
        , and the report holds the same with yours.
      </p>
    </>
  );
}
