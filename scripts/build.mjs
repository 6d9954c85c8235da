/** `npm run build`: packages, database client, worker bundle and site, without starting anything. */
import { bundle, ensureBuilt, ensureGenerated, ensureInstalled, requireNode } from './prepare.mjs';
import { say, step } from './steps.mjs';

requireNode();
try {
  await step('Installing packages', () => ensureInstalled());
  await step('Generating the database client', ensureGenerated);
  await step('Bundling the worker', () => bundle('worker/index.ts', '.cache/worker.mjs'));
  await step('Bundling the commands', () => bundle('lib/admin/cli.ts', '.cache/admin.mjs'));
  await step('Building the site', ensureBuilt);
} catch (error) {
  say(`\n${error.message}`);
  process.exitCode = 1;
}
