/** `latchkey list [what]`: everything that a report can say and what it is worth. All rules are in the program; none is fetched. */
import { caps, groups } from '../../scan/dimensions/index.ts';
import { antiPatterns, flows, signals } from '../../scan/judge/index.ts';
import { reportJsonSchema } from '../../scan/schema/report.ts';
import { methodology, tierFloors } from '../../scan/score/methodology.ts';
import { configJsonSchema } from '../config.ts';
import { exitCodes, type ExitCode } from '../exit.ts';
import { writeOut } from '../files.ts';
import { formats } from '../formats.ts';
import type { ListName } from '../lists.ts';
import { printJson } from '../print.ts';
import { factsOf } from './explain.ts';

type Row = Record<string, string | number | boolean>;

const tables: Record<Exclude<ListName, 'config' | 'report'>, () => Row[]> = {
  signals: () =>
    groups.flatMap((group) =>
      group.signals.map((id) => ({
        id,
        points: group.weight,
        group: group.id,
        question: signals.find(({ meta }) => meta.id === id)?.meta.question ?? '',
      })),
    ),
  rungs: () =>
    signals.flatMap(({ meta }) => {
      const { rungs } = factsOf(meta.id);
      return Array.isArray(rungs) ? rungs.map((rung) => ({ signal: meta.id, ...rung })) : [];
    }),
  'anti-patterns': () => antiPatterns.map(({ meta }) => ({ id: meta.id, blocking: meta.blocking, trap: meta.trap })),
  flows: () => flows.map(({ meta }) => ({ id: meta.id, about: meta.about })),
  points: () => [
    ...groups.map(({ id, weight, title }) => ({ id, points: weight, meaning: title })),
    ...Object.entries(caps).map(([id, { limit, meaning }]) => ({ id, points: limit, meaning: `at most: ${meaning}` })),
    ...tierFloors.map(({ tier, floor }) => ({ id: tier, points: floor, meaning: 'tier from here' })),
  ],
  formats: () =>
    Object.entries(formats).map(([id, { extensions, meaning }]) => ({
      id,
      extensions: extensions.map((one) => `.${one}`).join(' '),
      meaning,
    })),
  'exit-codes': () => Object.values(exitCodes).map(({ code, meaning }) => ({ code, meaning })),
};

/** A table in columns; in plain words, a row a sentence. */
function asText(rows: readonly Row[], plain: boolean): string {
  const names = Object.keys(rows[0] ?? {});
  if (plain) return rows.map((row) => `${names.map((name) => `${name}: ${String(row[name])}`).join('; ')}\n`).join('');
  const width = (name: string) => Math.max(...rows.map((row) => String(row[name]).length));
  return rows
    .map(
      (row) =>
        `${names.map((name, at) => String(row[name]).padEnd(at === names.length - 1 ? 0 : width(name))).join('  ')}\n`,
    )
    .join('');
}

export async function runList(
  what: ListName | undefined,
  { json = false, plain = false }: { json?: boolean; plain?: boolean },
): Promise<ExitCode> {
  if (what === 'config' || what === 'report')
    await writeOut(printJson(what === 'config' ? configJsonSchema() : reportJsonSchema()));
  else if (what === undefined) {
    const shown = ['signals', 'anti-patterns', 'flows', 'points'] as const;
    await writeOut(
      json
        ? printJson({ methodology, ...Object.fromEntries(shown.map((name) => [name, tables[name]()])) })
        : shown.map((name) => `${name}\n\n${asText(tables[name](), plain)}`).join('\n'),
    );
  } else await writeOut(json ? printJson(tables[what]()) : asText(tables[what](), plain));
  return exitCodes.passed.code;
}
