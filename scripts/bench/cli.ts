/** Installed size and start of the command, beside three other tools from npm that check APIs or sites: all installed as somebody would. */
import { execFile } from 'node:child_process';
import { lstat, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageCommand } from '../package.mjs';

const run = promisify(execFile);
const starts = 15;
/** Exact versions, so that figures compare. */
const others = [
  { name: '@stoplight/spectral-cli', version: '6.16.3', bin: 'spectral' },
  { name: '@redocly/cli', version: '2.77.0', bin: 'redocly' },
  { name: 'lighthouse', version: '13.5.0', bin: 'lighthouse' },
];

async function bytesUnder(path: string): Promise<number> {
  const found = await lstat(path);
  if (!found.isDirectory()) return found.size;
  const sizes = await Promise.all((await readdir(path)).map((name) => bytesUnder(join(path, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Milliseconds that `--help` takes, the median of several. */
async function startMs(command: string, args: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < starts; at += 1) {
    const begun = performance.now();
    await run(command, [...args]);
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[starts >> 1] ?? 0;
}

async function installed(name: string, what: string, bin: string, flags: readonly string[] = []): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-install-'));
  try {
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...flags, what], { cwd: folder });
    const modules = join(folder, 'node_modules');
    const packages = (await readdir(modules, { recursive: true })).filter((path) =>
      /(?:^|node_modules\/)(?:@[^/]+\/)?[^/@.]+\/package\.json$/.test(path),
    ).length;
    const megabytes = (await bytesUnder(modules)) / 1024 / 1024;
    const ms = await startMs(join(modules, '.bin', bin), ['--help']);
    console.log(
      `  ${name.padEnd(40)} ${megabytes.toFixed(1).padStart(8)} MB ${String(packages).padStart(5)} packages ${ms.toFixed(0).padStart(6)} ms`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function cli(): Promise<void> {
  const { tarball, file } = await packageCommand();
  console.log('\ninstalled size, and --help (aim: under 150 ms)');
  console.log(
    `  ${'node alone'.padEnd(40)} ${''.padStart(26)} ${(await startMs(process.execPath, ['-e', '0'])).toFixed(0).padStart(8)} ms`,
  );
  await installed('latchkey', tarball, 'latchkey');
  await installed('latchkey, without the driver of a browser', tarball, 'latchkey', ['--omit=optional']);
  console.log(
    `  ${'latchkey, single file'.padEnd(40)} ${((await lstat(file)).size / 1024 / 1024).toFixed(1).padStart(8)} MB ${''.padStart(14)} ${(await startMs(process.execPath, [file, '--help'])).toFixed(0).padStart(6)} ms`,
  );
  for (const { name, version, bin } of others) await installed(name, `${name}@${version}`, bin);
}
