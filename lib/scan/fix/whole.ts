/** Reports carry code for one framework at most; here is that of all of them, made of the same files. */
import type { Fix } from '../schema/report.ts';
import { codeFor, isKind, namesFor } from './frameworks.ts';
import type { Artefact, Code } from './types.ts';

/** A check that is last wherever artefacts are listed. */
export const checkTitle = 'Check by hand';

/** Documents first, then code, and the commands last. */
const inOrder = (documents: readonly Artefact[], code: readonly Artefact[]): Artefact[] => [
  ...documents.filter(({ title }) => title !== checkTitle),
  ...code,
  ...documents.filter(({ title }) => title === checkTitle),
];

const codeOf = ({ code }: Fix): Code | null =>
  code && { kinds: code.kinds.filter(isKind), values: code.values, only: code.frameworks.map(({ name }) => name) };

/**
 * The fix with the code of every framework that there is, of `framework` alone, or with null of none. A report from before carries all of it
 * already, and stays as it is.
 */
export function wholeFix(fix: Fix, framework?: string | null): Fix {
  const code = codeOf(fix);
  if (code === null && framework === undefined) return fix;
  const documents = fix.artefacts.filter(({ frameworks }) => frameworks.length === 0);
  if (framework === null) return { ...fix, artefacts: documents };
  if (code !== null)
    return { ...fix, artefacts: inOrder(documents, codeFor(code, framework === undefined ? undefined : [framework])) };
  const wanted = ({ frameworks }: Artefact) => frameworks.length === 0 || frameworks.includes(framework ?? '');
  return { ...fix, artefacts: fix.artefacts.filter(wanted) };
}

/** The frameworks that there is code for. */
export const codeNames = ({ code, artefacts }: Fix): string[] =>
  code?.frameworks.map(({ name }) => name) ?? [...new Set(artefacts.flatMap(({ frameworks }) => frameworks))];

/** The same with the short name of each, by which addresses name it; one that is no longer known has none. */
export const codeIds = (fix: Fix): { name: string; id: string }[] =>
  codeNames(fix).flatMap((name) =>
    namesFor(name)
      .slice(0, 1)
      .map((id) => ({ name, id })),
  );

/** The framework of this fix that a word means, whatever its case; undefined: there is none. */
export const frameworkNamed = (fix: Fix, word: string): string | undefined =>
  codeNames(fix).find((name) => namesFor(name).includes(word.toLowerCase()));

/** The fix that a path names, and the framework where it names one; null when the report has no such fix, or no code for that framework. */
export function fixAt(
  fixes: readonly Fix[],
  [id, word, ...more]: readonly string[],
): { fix: Fix; framework?: string } | null {
  const fix = fixes.find((one) => one.id === id);
  if (!fix || more.length > 0) return null;
  if (word === undefined) return { fix };
  const framework = frameworkNamed(fix, word);
  return framework === undefined ? null : { fix, framework };
}
