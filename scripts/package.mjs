/**
 * `npm run package`: the command as a package that stands alone, and as a single file.
 *
 *     dist/latchkey-<version>.tgz   to install or publish: everything is bundled, only the driver of a browser is a dependency, and an optional one
 *     dist/latchkey-<version>.mjs   the same in one file, to copy anywhere: node latchkey-<version>.mjs; with --single it is all that is made
 */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ensureArtefacts } from './artefacts.mjs';
import { quietly, requireNode } from './prepare.mjs';
import { root } from './processes.mjs';
import { step } from './steps.mjs';

const { version, description, license, engines, dependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const dist = join(root, 'dist');
/** Of this process alone: several may build at once, and what they make is renamed into place. */
const folder = join(dist, `package-${process.pid}`);

/** Shared by both builds. Names stay readable, so that the lines of an error say something. */
const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: ['playwright-core', '@sparticuz/chromium'],
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'error',
};
const requireFrom = (name) =>
  `import{createRequire as ${name}}from'node:module';const require=${name}(import.meta.url);`;

/** The licences of what is bundled, which ask to be kept with it. */
function notices({ inputs }) {
  const packages = new Set();
  for (const path of Object.keys(inputs)) {
    const at = path.lastIndexOf('node_modules/');
    if (at < 0) continue;
    const [first, second] = path.slice(at + 'node_modules/'.length).split('/');
    packages.add(path.slice(0, at) + `node_modules/${first.startsWith('@') ? `${first}/${second}` : first}`);
  }
  return [...packages]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => {
      const { name, version: of, license: under } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
      const files = readdirSync(join(root, path)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
      const texts = files.map((file) => readFileSync(join(root, path, file), 'utf8').trim());
      return `${name} ${of} (${typeof under === 'string' ? under : 'see below'})\n\n${texts.join('\n\n')}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

async function buildPackage() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'lib'), { recursive: true });
  const { metafile } = await build({
    ...options,
    entryPoints: { latchkey: 'lib/cli/bin.ts', reader: 'lib/scan/apart/thread.ts' },
    outdir: join(folder, 'lib'),
    splitting: true,
    chunkNames: '[hash]',
    outExtension: { '.js': '.mjs' },
    banner: { js: requireFrom('requireFrom') },
  });
  // The line that names the interpreter must be the first.
  const entry = join(folder, 'lib', 'latchkey.mjs');
  const text = readFileSync(entry, 'utf8');
  writeFileSync(entry, `#!/usr/bin/env node\n${text.replace(/^#!.*\n/m, '')}`);
  chmodSync(entry, 0o755);
  const files = {
    'package.json': `${JSON.stringify(
      {
        name: 'latchkey',
        version,
        description,
        license,
        type: 'module',
        engines,
        bin: { latchkey: 'lib/latchkey.mjs' },
        man: 'man/latchkey.1',
        files: ['lib', 'man', 'completions', 'latchkey.config.schema.json', 'THIRD-PARTY-NOTICES.txt'],
        optionalDependencies: { 'playwright-core': dependencies['playwright-core'] },
      },
      null,
      2,
    )}\n`,
    'README.md': readFileSync(join(root, 'docs', 'cli.md'), 'utf8').replaceAll(/\]\((?!https?:)[^)]*\)/g, ']'),
    'THIRD-PARTY-NOTICES.txt': notices(metafile),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  copyFileSync(join(root, 'docs', 'latchkey.config.schema.json'), join(folder, 'latchkey.config.schema.json'));
  await writeGenerated(entry);
}

/** What the program prints about itself. */
async function writeGenerated(entry) {
  const { execFileSync } = await import('node:child_process');
  const print = (...args) => execFileSync(process.execPath, [entry, ...args], { encoding: 'utf8' });
  mkdirSync(join(folder, 'man'));
  mkdirSync(join(folder, 'completions'));
  writeFileSync(join(folder, 'man', 'latchkey.1'), print('man'));
  for (const [shell, name] of Object.entries({ bash: 'latchkey.bash', zsh: '_latchkey', fish: 'latchkey.fish' }))
    writeFileSync(join(folder, 'completions', name), print('completion', shell));
}

async function buildSingleFile() {
  const file = join(dist, `latchkey-${version}.mjs`);
  await build({
    ...options,
    entryPoints: ['lib/cli/single.ts'],
    outfile: `${file}.${process.pid}`,
    define: { ONE_FILE: 'true' },
    banner: { js: `#!/usr/bin/env node\n${requireFrom('requireFrom')}` },
  });
  chmodSync(`${file}.${process.pid}`, 0o755);
  renameSync(`${file}.${process.pid}`, file);
}

async function pack() {
  const npm = process.env.npm_execpath;
  const args = ['pack', '--silent', '--pack-destination', folder, folder];
  if (npm?.endsWith('npm-cli.js')) await quietly(process.execPath, [npm, ...args]);
  else await quietly('npm', args);
  const name = `latchkey-${version}.tgz`;
  renameSync(join(folder, name), join(dist, name));
}

/** Builds the package and the single file, or with `single` that alone; resolves to their paths. */
export async function packageCommand({ single = false } = {}) {
  ensureArtefacts();
  mkdirSync(dist, { recursive: true });
  if (!single) {
    try {
      await step('Bundling the package', buildPackage);
      await step('Packing it', pack);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  await step('Bundling the single file', buildSingleFile);
  return { tarball: join(dist, `latchkey-${version}.tgz`), file: join(dist, `latchkey-${version}.mjs`) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  requireNode();
  const single = process.argv.includes('--single');
  const { tarball, file } = await packageCommand({ single });
  // The paths are the result; all else goes to standard error.
  process.stdout.write(`${single ? '' : `${tarball}\n`}${file}\n`);
}
