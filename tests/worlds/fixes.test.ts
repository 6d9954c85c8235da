/** Fixes put into running apps: of each framework the one that brings the most files, of each product its own switch. `npm run fixes` runs them all. */
import { expect, test } from 'vitest';
import type { App } from '../fixes/app.ts';
import { apps } from '../fixes/apps.ts';
import { run } from '../fixes/trial.ts';

const named = apps.map((app) => ({ app, version: app.version() }));
for (const { app, version } of named)
  if ('missing' in version) console.log(`Not tried, ${app.framework}: ${version.missing}`);

/** Of a framework the fix that brings the most files; of the rest what they stand for. */
const trialOf = ({ trials }: App) => trials.find(([guard]) => guard === 'oauth') ?? trials[0];

const here = named.flatMap(({ app, version }) => {
  const trial = trialOf(app);
  return 'is' in version && trial ? [[`${version.is}, ${trial[1]}`, app, trial] as const] : [];
});

test('every framework of npm has an app', () =>
  expect(here.map(([, { id }]) => id)).toEqual(
    expect.arrayContaining(['express', 'fastify', 'hono', 'nest', 'next', 'oidc-provider', 'better-auth', 'ways']),
  ));

// Next compiles each route when it is first asked for.
test.each(here)('%s', { timeout: 300_000 }, async (_name, app, [guard, fix]) => {
  const { before, after, promised, faults } = await run({ app, guard, fix });
  expect(faults).toEqual([]);
  if (before !== null) expect((after ?? 0) - before).toBe(promised);
});
