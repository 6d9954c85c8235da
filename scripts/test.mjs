/**
 * `npm test`: everything that must hold, in the order of cheap to dear, and `N passed, N failed` as the last line.
 *
 *     npm test                              all of it
 *     npm test -- unit tests/unit/x.test.ts one part, with filters for vitest
 *
 * Parts: format, lint, types, drift, unit, worlds, hostile, build, integration, faults, product, e2e.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureGenerated, ensureInstalled, requireNode } from './prepare.mjs';
import { root } from './processes.mjs';
import { findRedis } from './redis.mjs';
import { say, step } from './steps.mjs';

const computing = ['unit', 'worlds', 'hostile'];
const waiting = ['integration', 'faults', 'product', 'e2e'];
const projects = [...computing, ...waiting];
/** These start the built product. */
const needBuild = ['faults', 'product', 'e2e'];
const [part, ...filters] = process.argv.slice(2);
let passed = 0;
let failed = 0;

/** Runs a tool of ours with its output shown; resolves to its exit code. */
function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const tool = (path) => join(root, 'node_modules', path);
const routeTypes = [tool('next/dist/bin/next'), 'typegen'];

/** A check that either holds or counts as one failure. */
async function check(name, ...commands) {
  say(`\n── ${name}`);
  for (const command of commands) {
    if ((await run(command)) === 0) continue;
    failed += 1;
    say(`${name} failed.`);
    return;
  }
  say(`${name} passed.`);
}

const checks = {
  // Both read types: without Next's generated route types every address is a plain string, and the checks judge other code than ours.
  lint: () =>
    check(
      'lint',
      routeTypes,
      [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
      [tool('knip/bin/knip.js')],
    ),
  format: () => check('format', [tool('oxfmt/bin/oxfmt'), '--check', '.']),
  types: () => check('types', routeTypes, [tool('typescript/bin/tsc'), '--noEmit', '-p', 'tests']),
  drift: () =>
    check('drift', [join(root, 'scripts/schema.mjs'), 'check'], [join(root, 'scripts/complete-lock.mjs'), '--check']),
  async build() {
    say('\n── build');
    try {
      await step('Building the site', ensureBuilt);
    } catch (error) {
      failed += 1;
      say(error.message);
    }
  },
};

/** The Redis for tests, or null when there is none and this is not CI. */
async function redisForTests() {
  const url = await findRedis();
  if (url) return url;
  if (process.env.CI === 'true') {
    failed += 1;
    say('There is no Redis: set REDIS_URL. In CI the tests on Redis must run.');
  } else {
    say('\n  The tests on Redis do NOT run: REDIS_URL is not set and nothing answers at 127.0.0.1:6379.\n');
  }
  return null;
}

const hasTests = (project) => {
  const folder = join(root, 'tests', project);
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => /\.test\.tsx?$/.test(file));
};

/** Runs vitest on the projects that have tests and adds up its figures. A skipped test counts as failed: it proves nothing. */
async function tests(names, redis, workers) {
  const present = names.filter(hasTests);
  if (present.length === 0) return;
  say(`\n── ${present.join(', ')}`);
  const file = join(root, '.cache', `results-${present.join('-')}.json`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(file, { force: true });
  const args = [
    tool('vitest/vitest.mjs'),
    'run',
    ...present.flatMap((name) => ['--project', name]),
    `--maxWorkers=${workers}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...filters,
  ];
  const code = await run(args, { ...(redis && { TEST_REDIS_URL: redis }), REDIS_URL: '', NODE_ENV: 'test' });
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const broken = results ? results.numFailedTests + results.numPendingTests + results.numTodoTests : 0;
  passed += results?.numPassedTests ?? 0;
  if (results && results.numPendingTests + results.numTodoTests > 0)
    say(`${results.numPendingTests + results.numTodoTests} tests were skipped, which counts as failed.`);
  // A file that could not be loaded, an error outside any test: vitest fails without a failed test.
  failed += broken > 0 ? broken : code === 0 ? 0 : 1;
}

async function main() {
  requireNode();
  const known = [...Object.keys(checks), ...projects];
  if (part && !known.includes(part)) {
    say(`There is no part "${part}". Parts: ${known.join(', ')}.`);
    return 2;
  }
  await step('Installing packages', () => ensureInstalled({ dev: true }));
  await step('Generating the database client', ensureGenerated);
  const wanted = (name) => !part || part === name;
  if (wanted('format')) await checks.format();
  if (wanted('lint')) await checks.lint();
  if (wanted('types')) await checks.types();
  if (wanted('drift')) await checks.drift();
  const redis = !part || part === 'integration' || needBuild.includes(part) ? await redisForTests() : null;
  await tests(computing.filter(wanted), redis, 2);
  if (wanted('build') || needBuild.includes(part)) await checks.build();
  // These wait for databases, browsers and processes more than they compute.
  await tests(waiting.filter(wanted), redis, 3);
  return failed > 0 ? 1 : 0;
}

let code;
try {
  code = await main();
} catch (error) {
  say(`\n${error.message}`);
  failed += 1;
  code = 1;
}
// Everything else goes to stderr or comes from tools; this is the result.
if (code !== 2) console.log(`${passed} passed, ${failed} failed`);
process.exitCode = code;
