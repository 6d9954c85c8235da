/** What the action installs: a part of the lock file that is enough to bundle the command, and little more. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

const entry = z.looseObject({
  version: z.string(),
  integrity: z.string().optional(),
  optional: z.boolean().default(false),
  dev: z.literal(false).default(false),
});
const lockFile = z.object({ packages: z.record(z.string(), z.unknown()) });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-install-'));
});
afterAll(() => rm(folder, { recursive: true }));

const node = (cwd: string, ...args: string[]) => execFileSync(process.execPath, args, { cwd, encoding: 'utf8' });
const packagesOf = async (file: string) => lockFile.parse(JSON.parse(await readFile(file, 'utf8'))).packages;

it('the action installs some fifty packages of the lock file, with its hashes, and the command can be built of them', async () => {
  const planned = join(folder, 'plan');
  node('.', 'scripts/install-command.mjs', '--plan', planned);
  const { '': root, ...part } = await packagesOf(join(planned, 'package-lock.json'));
  const whole = await packagesOf('package-lock.json');
  expect(root).toMatchObject({
    dependencies: { undici: (whole['node_modules/undici'] as { version: string }).version },
  });
  for (const [place, one] of Object.entries(part)) expect(one, place).toEqual(whole[place]);
  const needed = Object.values(part)
    .map((one) => entry.parse(one))
    .filter(({ optional }) => !optional);
  expect(needed.filter(({ integrity }) => integrity === undefined)).toEqual([]);
  expect(needed.length).toBeLessThan(60);

  const checkout = join(folder, 'checkout');
  const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  const parts = /^(?:lib|scripts|action|artefacts)\/|^(?:package|tsconfig)[\w-]*\.json$/;
  for (const path of tracked.filter((one) => parts.test(one) && existsSync(one)))
    await cp(path, join(checkout, path), { recursive: true });
  // Builds for other platforms are in the lock file and not here.
  for (const place of Object.keys(part))
    if (existsSync(place))
      await cp(place, join(checkout, place), {
        recursive: true,
        filter: (from) => from === place || !from.slice(place.length).includes('node_modules'),
      });
  const program = node(checkout, 'scripts/package.mjs', '--single').trim();
  expect(node(folder, program, '--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(JSON.parse(node(folder, program, 'list', 'formats', '--json'))).not.toEqual([]);
}, 60_000);
