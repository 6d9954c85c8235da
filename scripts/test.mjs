/**
 * `npm test`: everything that must hold, in the order of cheap to dear, and `N passed, N failed` as the last line.
 *
 *     npm test                              all of it
 *     npm test -- unit tests/unit/x.test.ts one part, with filters for vitest
 *
 * Parts: format, lint, types, drift, build, unit, worlds, hostile, integration, faults, product, e2e.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureGenerated, ensureInstalled, requireNode } from './prepare.mjs';
import { root } from './processes.mjs';
import { findRedis } from './redis.mjs';
import { say, step } from './steps.mjs';

const projects = ['unit', 'worlds', 'hostile', 'integration', 'faults', 'product', 'e2e'];
/** These start the built product. */
const needBuild = ['faults', 'product', 'e2e'];
const [part, ...filters] = process.argv.slice(2);
let passed = 0;
let failed = 0;

/** Runs a tool of ours; resolves to its exit code when it has ended. Its output goes to ours, or in pieces to `write`. */
function run(args, env = {}, write = null) {
  return new Promise((resolve, reject) => {
    const output = write ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    });
    for (const stream of write ? [child.stdout, child.stderr] : []) stream.setEncoding('utf8').on('data', write);
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const tool = (path) => join(root, 'node_modules', path);

/** A check that either holds or counts as one failure. What it prints is shown when it has ended: others run beside it. */
async function check(name, ...commands) {
  let said = `\n── ${name}\n`;
  let held = true;
  for (const command of commands) held &&= (await run(command, {}, (text) => (said += text))) === 0;
  if (!held) failed += 1;
  say(`${said}${name} ${held ? 'passed' : 'failed'}.`);
}

const checks = {
  lint: () => check('lint', [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'], [tool('knip/bin/knip.js')]),
  format: () => check('format', [tool('oxfmt/bin/oxfmt'), '--check', '.']),
  types: () => check('types', [tool('typescript/bin/tsc'), '--noEmit', '-p', 'tests']),
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
async function tests(names, redis) {
  const present = names.filter(hasTests);
  if (present.length === 0) return;
  say(`\n── ${present.join(', ')}`);
  const file = join(root, '.cache', 'results.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(file, { force: true });
  const args = [
    tool('vitest/vitest.mjs'),
    'run',
    ...present.flatMap((name) => ['--project', name]),
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
  // Without Next's generated route types every address is a plain string, and lint and types would judge other code than ours.
  if (wanted('lint') || wanted('types')) await run([tool('next/dist/bin/next'), 'typegen'], {}, () => {});
  // Each of these keeps one processor busy.
  const lanes = [
    ['format', 'lint'],
    ['types', 'drift'],
  ];
  await Promise.all(
    lanes.map(async (names) => {
      for (const name of names.filter(wanted)) await checks[name]();
    }),
  );
  if (wanted('build') || needBuild.includes(part)) await checks.build();
  const redis = !part || part === 'integration' || needBuild.includes(part) ? await redisForTests() : null;
  await tests(projects.filter(wanted), redis);
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
