/** What a report can find, by id: for gates and for `explain` and `fix`. */
import { antiPatterns, flows, signals } from '../scan/judge/index.ts';
import { Refusal } from './exit.ts';

/** Ids of signals and anti-patterns, in report order; `contradictions` stands for any of those. */
export const gateIds: readonly string[] = [
  ...signals.map(({ meta }) => meta.id),
  ...antiPatterns.map(({ meta }) => meta.id),
  'contradictions',
];
export const findingIds: readonly string[] = [
  ...signals.map(({ meta }) => meta.id),
  ...antiPatterns.map(({ meta }) => meta.id),
  ...flows.map(({ meta }) => meta.id),
];

/** Steps from one word to another by adding, leaving out or changing a letter (Levenshtein). Both are short. */
function distance(from: string, to: string): number {
  let row = [...Array(to.length + 1).keys()];
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[to.length] ?? 0;
}

/**
 * `id` when it is one of `known`.
 * @throws Refusal with the one that was probably meant
 */
export function knownId(id: string, known: readonly string[]): string {
  if (known.includes(id)) return id;
  const shown = id.slice(0, 60);
  const [nearest] = known
    .map((one) => ({ one, far: distance(shown, one) }))
    .filter(({ one, far }) => far <= Math.max(2, one.length / 3))
    .sort((a, b) => a.far - b.far);
  throw new Refusal(
    `There is no finding ${JSON.stringify(shown)}${nearest ? `; did you mean ${nearest.one}?` : '.'} \`latchkey list\` shows them all.`,
  );
}
