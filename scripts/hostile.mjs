/**
 * `npm run hostile`: everything that strangers, their servers and failing machines do to the product, and what came of it.
 *
 *     npm run hostile                 attacks, random targets and faults
 *     npm run hostile -- soak         the faults' long version: 2,000 scans on one worker (FAULT_SCANS for another number)
 *     npm run hostile -- faults x     one part, with filters for vitest
 *
 * Parts: hostile, faults, soak. Prints the figures of each family at the end, with 0 failures or the number of them.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureGenerated, ensureInstalled, requireNode } from './prepare.mjs';
import { findRedis } from './redis.mjs';
import { root } from './processes.mjs';
import { say, step } from './steps.mjs';

const SOAK_SCANS = '2000';
const parts = ['hostile', 'faults', 'soak'];
const [part, ...filters] = process.argv.slice(2);

/** Runs vitest with its output shown; resolves to its exit code. */
function vitest(projects, filter, env, results) {
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...filter,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, REDIS_URL: '', NODE_ENV: 'test', NEXT_TELEMETRY_DISABLED: '1', ...env },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function report(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : [];
  const families = lines.map((line) => JSON.parse(line));
  const width = Math.max(0, ...families.map(({ family }) => family.length));
  for (const { family, figures } of families)
    console.log(
      `${family.padEnd(width)}  ${Object.entries(figures)
        .map(([name, figure]) => `${name} ${figure}`)
        .join(', ')}`,
    );
}

async function main() {
  requireNode();
  if (part && !parts.includes(part)) {
    say(`There is no part "${part}". Parts: ${parts.join(', ')}.`);
    return 2;
  }
  const since = performance.now();
  await step('Installing packages', () => ensureInstalled({ dev: true }));
  await step('Generating the database client', ensureGenerated);
  const soak = part === 'soak';
  if (!soak && part !== 'hostile') await step('Building the site', ensureBuilt);
  mkdirSync(join(root, '.cache'), { recursive: true });
  const tallies = join(root, '.cache', 'hostile-tally.jsonl');
  const results = join(root, '.cache', 'results-hostile.json');
  for (const file of [tallies, results]) rmSync(file, { force: true });
  const redis = await findRedis();
  if (!redis) say('\n  The faults of Redis do NOT run: REDIS_URL is not set and nothing answers at 127.0.0.1:6379.\n');
  const projects = soak ? ['faults'] : part ? [part] : ['hostile', 'faults'];
  const code = await vitest(
    projects,
    soak ? ['tests/faults/soak.test.ts'] : filters,
    {
      TALLY_FILE: tallies,
      ...(soak && { FAULT_SCANS: process.env.FAULT_SCANS ?? SOAK_SCANS }),
      ...(redis && { TEST_REDIS_URL: redis }),
    },
    results,
  );
  const { numPassedTests: held = 0, numFailedTests: failed = 0 } = existsSync(results)
    ? JSON.parse(readFileSync(results, 'utf8'))
    : {};
  console.log('');
  report(tallies);
  console.log(
    `\n${held} attacks and faults held, ${Math.max(failed, code === 0 ? 0 : 1)} failures, ${Math.round((performance.now() - since) / 1000)} s`,
  );
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  say(`\n${error.message}`);
  process.exitCode = 1;
}
