/**
 * Installs what the command is bundled from and what bundles it, and nothing of the site: for the GitHub Action, which does so at each run. Versions and
 * hashes are those of package-lock.json, of which this takes a part.
 *
 *     node scripts/install-command.mjs            into node_modules, unless there is one
 *     node scripts/install-command.mjs --plan DIR writes package.json and package-lock.json of that part, and installs nothing
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quietly, requireNode } from './prepare.mjs';
import { root } from './processes.mjs';

/** What the sources of the command import, the driver of a browser, and the bundler. */
const wanted = [
  '@secretlint/secretlint-rule-preset-recommend',
  'commander',
  'esbuild',
  'htmlparser2',
  'http-link-header',
  'ipaddr.js',
  'jose',
  'js-yaml',
  'lru-cache',
  'oauth4webapi',
  'ora',
  'p-limit',
  'picocolors',
  'playwright-core',
  'rate-limiter-flexible',
  'tldts',
  'undici',
  'yaml',
  'zod',
];

/** The place in a lock file where a package at `from` finds `name`, or undefined. */
function placeOf(packages, from, name) {
  for (let at = from; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const place = `${at}/node_modules/${name}`;
    if (place in packages) return place;
  }
  const place = `node_modules/${name}`;
  return place in packages ? place : undefined;
}

/** The manifest and the lock file of the packages that `wanted` names, with everything that they bring along. */
export function plan() {
  const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { name, version, dependencies } = read('package.json');
  const { lockfileVersion, packages } = read('package-lock.json');
  const found = new Set();
  const take = (from, name) => {
    const place = placeOf(packages, from, name);
    // Builds for platforms that nobody has published are in no lock file.
    if (place === undefined || found.has(place)) return;
    found.add(place);
    const entry = packages[place];
    for (const next of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) take(place, next);
  };
  for (const one of wanted) take('', one);
  const manifest = {
    name,
    version,
    private: true,
    dependencies: Object.fromEntries(wanted.map((one) => [one, dependencies[one]])),
  };
  const part = Object.fromEntries(Object.entries(packages).filter(([place]) => found.has(place)));
  return { manifest, lock: { name, version, lockfileVersion, requires: true, packages: { '': manifest, ...part } } };
}

function writePlan(folder) {
  const { manifest, lock } = plan();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(folder, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
}

async function install() {
  if (existsSync(join(root, 'node_modules'))) return;
  const folder = join(root, '.cache', `command-${process.pid}`);
  try {
    writePlan(folder);
    const npm = process.env.npm_execpath;
    const args = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
    if (npm?.endsWith('npm-cli.js')) await quietly(process.execPath, [npm, ...args]);
    else await quietly('npm', args);
    renameSync(join(folder, 'node_modules'), join(root, 'node_modules'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  requireNode();
  const [, , flag, folder] = process.argv;
  if (flag === '--plan' && folder !== undefined) writePlan(folder);
  else await install();
}
