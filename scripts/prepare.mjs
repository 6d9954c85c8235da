/**
 * What must be there before anything of ours can run: packages, Prisma client, bundles, build. Each step first looks whether its
 * inputs have changed and does nothing when they have not. Node built-ins only, until the packages are there.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureArtefacts } from './artefacts.mjs';
import { root } from './processes.mjs';

const inRoot = (...parts) => join(root, ...parts);

/** Stops a process on a Node that is too old, with a sentence instead of a syntax error later. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Reads `.env` in the project's folder; variables that are already set win. */
export function loadEnvironment() {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
}

const busy = new Set();

/** Ends the commands that are running right now, at once: all of them can be begun again. */
export function stopBusy() {
  for (const child of busy) {
    if (process.platform === 'win32') child.kill();
    // The whole group: `npm` may be a script around the real one.
    else process.kill(-child.pid, 'SIGKILL');
  }
}

/** Runs a command without showing what it says, unless it fails: then rejects with the end of it. */
export function quietly(command, args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    // A file and not a pipe: npm spins for good when its reader is killed.
    const file = join(tmpdir(), `latchkey-${process.pid}-${Date.now()}.log`);
    const output = openSync(file, 'w+');
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...(!process.stderr.isTTY && { NO_COLOR: '1' }), ...env },
      stdio: ['ignore', output, output],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && command === 'npm',
    });
    busy.add(child);
    const over = () => {
      busy.delete(child);
      const said = readFileSync(file, 'utf8').slice(-20_000).trim();
      closeSync(output);
      rmSync(file, { force: true });
      return said;
    };
    child.once('error', (error) => {
      over();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      const said = over();
      if (code === 0) resolve();
      else reject(new Error(`${said}\n(${args.at(0)} ended with ${signal ?? code})`));
    });
  });
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== 'generated' && entry.name !== 'node_modules' && entry.name !== '.DS_Store')
    .flatMap((entry) => filesUnder(join(path, entry.name)))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** A hash of the content of files and folders, named relative to the project. */
export function hashOf(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const path of paths)
    for (const file of filesUnder(inRoot(path)))
      hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

const stampIs = (file, value) => existsSync(file) && readFileSync(file, 'utf8') === value;
function stamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}

/** Whether node_modules holds what the lock file asks for; development packages count only when `dev` is set. */
function installed(dev) {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, dev: development, optional, link }]) => {
    if (path === '' || link || (development && !dev && !have[path])) return true;
    return have[path] ? have[path].version === version : Boolean(optional);
  });
}

/** Installs from the lock file unless that is already done. Resolves to whether anything was done. */
export async function ensureInstalled({ dev = false } = {}) {
  if (installed(dev)) return false;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  if (npm && npm.endsWith('npm-cli.js')) await quietly(process.execPath, [npm, ...args]);
  else await quietly('npm', args);
  return true;
}

/** What the markup of a report follows from, besides the report. */
const drawingInputs = ['components', 'content', 'lib/scan', 'lib/addresses.ts', 'package-lock.json'];

/** Writes the documents that every bundle imports: the artefacts, and the version of what draws reports, by which drawings are kept. */
function ensureDocuments() {
  ensureArtefacts();
  const file = inRoot('components/generated/version.json');
  const version = JSON.stringify(hashOf(drawingInputs).slice(0, 16));
  if (!stampIs(file, version)) stamp(file, version);
}

/** Generates the documents that bundles import, and the Prisma client when the schema or Prisma changed. */
export async function ensureGenerated() {
  ensureDocuments();
  const file = inRoot('.cache', 'generated.stamp');
  const wanted = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/@prisma/client/package.json']);
  if (stampIs(file, wanted) && existsSync(inRoot('lib/db/generated/client.ts'))) return false;
  // Generating needs no engine, but Prisma looks for one and would try to download it; any existing file satisfies it.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  await quietly(process.execPath, [inRoot('node_modules/prisma/build/index.js'), 'generate'], { env });
  stamp(file, wanted);
  return true;
}

/** Bundles the script that plain pages load. */
export async function bundleEnhance() {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['components/enhance.ts'],
    outfile: inRoot('public/enhance.js'),
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
  });
  await esbuild.stop();
}

/** Everything that `next build` reads. */
const buildInputs = [
  'app',
  'pages',
  'components',
  'lib',
  'public',
  'assets',
  'content',
  'docs',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-node.ts',
  'instrumentation-client.ts',
];

/** Builds the site when its sources changed since the last build. */
export async function ensureBuilt() {
  await bundleEnhance();
  const file = inRoot('.next', 'sources.stamp');
  const wanted = hashOf(buildInputs, process.env.NEXT_OUTPUT ?? '');
  if (stampIs(file, wanted) && existsSync(inRoot('.next', 'BUILD_ID'))) return false;
  await quietly(process.execPath, [inRoot('node_modules/next/dist/bin/next'), 'build'], {
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  stamp(file, wanted);
  return true;
}

/**
 * What esbuild is told for code of ours that runs outside Next: one file, packages stay in node_modules. `whole` takes the packages in as
 * well, which halves the time that a short-lived command needs to start; those that find files beside themselves stay outside.
 */
export function bundleOptions(entry, outfile, { whole = false } = {}) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: inRoot(outfile),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    ...(whole
      ? {
          external: ['playwright-core', '@sparticuz/chromium'],
          banner: {
            js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
          },
        }
      : { packages: 'external' }),
    sourcemap: 'linked',
    logLevel: 'error',
  };
}

/** Bundles the threads that read documents: they are started from a file beside the bundle that scans. */
export const bundleReader = () => bundle('lib/scan/apart/thread.ts', '.cache/reader.mjs', { whole: true });

/** Bundles an entry and returns the bundle's path; with it the reader, where that is needed. Moved into place as a whole: another product may be starting from the same file. */
export async function bundle(entry, outfile, options) {
  ensureDocuments();
  const esbuild = await import('esbuild');
  const { outputFiles, metafile } = await esbuild.build({
    ...bundleOptions(entry, outfile, options),
    write: false,
    metafile: true,
  });
  mkdirSync(dirname(inRoot(outfile)), { recursive: true });
  for (const { path, contents } of outputFiles) {
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  if ('lib/scan/apart/thread-pool.ts' in metafile.inputs) await bundleReader();
  // Its helper process would stay for as long as this one runs.
  await esbuild.stop();
  return inRoot(outfile);
}
