/**
 * Adds to package-lock.json the optional platform packages that npm left out, so that `npm ci` accepts the file
 * everywhere. npm 11 writes a lock file without the platform packages that its registry could not supply, and then
 * refuses that same file ("Missing: … from lock file"). An entry without `integrity` is legal.
 *
 * Run after `npm install`. With --check: writes nothing, exits 1 when entries are missing.
 */
import { readFile, writeFile } from 'node:fs/promises';

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPU = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'ppc64le', 'riscv64', 's390x', 'wasm32', 'x64'];
const lockPath = new URL('../package-lock.json', import.meta.url);

/** Whether `name` has an entry that a package at `from` would resolve: its own node_modules or any parent's. */
function present(packages, from, name) {
  for (let at = from; at; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${at}/node_modules/${name}`]) return true;
  }
  return `node_modules/${name}` in packages;
}

/** The platform that a package name such as `@next/swc-linux-arm64-musl` speaks of. */
function platformOf(name) {
  const words = name.split(/[-/@.]/).map((word) => (word === 'windows' ? 'win32' : word));
  const os = OS.filter((known) => words.includes(known));
  const cpu = CPU.filter((known) => words.includes(known));
  if (words.some((word) => /^(arm)?(v7|eabi|gnueabi|musleabi)/.test(word)) && cpu.length === 0) cpu.push('arm');
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  return { ...(cpu.length && { cpu }), ...(os.length && { os }), ...(libc.length && os.includes('linux') && { libc }) };
}

const before = await readFile(lockPath, 'utf8');
const lock = JSON.parse(before);
const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (present(lock.packages, path, name)) continue;
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...platformOf(name),
      ...(entry.dev && { dev: true }),
      optional: true,
    };
    added.push(name);
  }
}
if (added.length === 0) {
  console.log('package-lock.json is complete.');
} else if (process.argv.includes('--check')) {
  console.error(
    `package-lock.json lacks ${added.length} optional platform packages, first ${added[0]}. Run: npm run lock:complete`,
  );
  process.exit(1);
} else {
  const [root, ...rest] = Object.keys(lock.packages);
  lock.packages = Object.fromEntries(
    [root, ...rest.sort((a, b) => a.localeCompare(b, 'en'))].map((key) => [key, lock.packages[key]]),
  );
  await writeFile(lockPath, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${added.length} optional platform packages to package-lock.json.`);
}
