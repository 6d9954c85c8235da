/**
 * `npm run fixes`: every artefact that can run here is put into an app that works for people, which is scanned before and after. Prints a row
 * for each, and writes what held to lib/scan/fix/proofs.json, from where reports say “tested in”. Rows that nothing has changed for are kept
 * from the last run and say so.
 *   npm run fixes -- [--only express,hono] [--fix structured-401] [--fresh] [--parallel 2]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { frameworks } from '../lib/scan/fix/frameworks.ts';
import { rows as products } from '../lib/scan/fix/product-rows.ts';
import type { App } from '../tests/fixes/app.ts';
import { fixIds } from '../lib/scan/fix/types.ts';
import { apps, notRun } from '../tests/fixes/apps.ts';
import {
  proofFile,
  provenBy,
  readProofs,
  sourceHash,
  staleProofs,
  trialHash,
  type Proofs,
} from '../tests/fixes/proofs.ts';
import { root, run, type Outcome } from '../tests/fixes/trial.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    fix: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    parallel: { type: 'string', default: '2' },
  },
});

type Row = Outcome & { of: string };
const keptFile = join(root, '.cache/fixes/rows.json');
const kept: Record<string, Row> =
  !options.fresh && existsSync(keptFile) ? (JSON.parse(readFileSync(keptFile, 'utf8')) as Record<string, Row>) : {};
const proofs: Proofs = readProofs();
let red = 0;
let ran = 0;

/** Runs or keeps every trial of one app, and returns its lines. */
async function tried(app: App): Promise<string[]> {
  const version = app.version();
  if ('missing' in version) return [`left  ${app.framework.padEnd(26)} not run: ${version.missing}`];
  const of = trialHash(app, version.is);
  const lines: string[] = [];
  for (const [guard, fix, first] of app.trials) {
    if (options.fix && options.fix !== fix) continue;
    const key = [app.id, guard, fix, ...(first ? [first] : [])].join('/');
    const old = kept[key]?.of === of && kept[key].faults.length === 0 ? kept[key] : null;
    const { before, after, promised, faults, checks, doors } = old ?? (await run({ app, guard, fix, first }));
    ran += 1;
    kept[key] = { before, after, promised, faults, checks, doors, of };
    mkdirSync(dirname(keptFile), { recursive: true });
    writeFileSync(keptFile, JSON.stringify(kept));
    const name = first ? `${fix} after ${first}` : fix;
    const points = `${before ?? 'none'} → ${after ?? 'none'}, +${promised}`;
    lines.push(
      `${faults.length === 0 ? 'ok  ' : 'RED '}  ${version.is.padEnd(26)} ${guard.padEnd(9)} ${name.padEnd(40)} ${points}; ${checks} commands, ${doors} old doors${old ? ' (kept)' : ''}`,
      ...faults.map((fault) => `        ${fault}`),
    );
    if (faults.length > 0) red += 1;
    for (const kind of provenBy(app, guard, fix)) {
      if (faults.length > 0) delete proofs.artefacts[`${app.id}/${kind}`];
      else proofs.artefacts[`${app.id}/${kind}`] = { in: version.is, of: sourceHash(app.id, kind) };
    }
  }
  return lines;
}

console.log(
  '      runs                       guard     artefact of                              before → after, promised; also checked',
);
const wanted = apps.filter(({ id }) => !options.only || options.only.split(',').includes(id));
const waiting = [...wanted];
/** Apps take turns, each trial has a folder and a port of its own; lines of an app are printed together. */
const worker = async () => {
  for (let app = waiting.shift(); app; app = waiting.shift()) for (const line of await tried(app)) console.log(line);
};
await Promise.all(Array.from({ length: Math.max(1, Number(options.parallel)) }, worker));

/** What no app stands for, each with its reason. */
const reasons: Readonly<Record<string, string>> = notRun;
for (const { id, name } of [...frameworks, ...products])
  if (!apps.some((app) => app.id === id || app.product === id))
    console.log(`left  ${name.padEnd(26)} not run: ${reasons[id] ?? 'no app of the trials stands for it'}`);
for (const id of fixIds)
  if (!apps.some(({ trials }) => trials.some(([, fix]) => fix === id)))
    console.log(`left  the fix ${id.padEnd(18)} not run: ${reasons[id] ?? 'no app of the trials wants it'}`);
// What has changed since it was tried is not called tested until it is tried again.
for (const name of staleProofs(proofs)) delete proofs.artefacts[name];
const sorted = Object.fromEntries(Object.entries(proofs.artefacts).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(proofFile, `${JSON.stringify({ artefacts: sorted }, null, 2)}\n`);
console.log(`${ran} rows. ${red === 0 ? 'No red row.' : `${red} red.`}`);
process.exitCode = red > 0 ? 1 : 0;
