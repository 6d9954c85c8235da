/** `npm run -s scan -- <command>`: the command `latchkey`, bundled again only when its sources changed. Says nothing of its own on stdout. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureArtefacts } from './artefacts.mjs';
import { bundle, ensureInstalled, requireNode } from './prepare.mjs';
import { root } from './processes.mjs';
import { say } from './steps.mjs';

const target = '.cache/cli.mjs';

/** Path, size and time of every source: cheaper than reading them, and any edit shows. */
function stampOf(folder) {
  const hash = createHash('sha256');
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const at = join(path, entry.name);
      if (entry.name === 'generated') continue;
      if (entry.isDirectory()) walk(at);
      else {
        const { size, mtimeMs } = statSync(at);
        hash.update(`${at}\0${size}\0${mtimeMs}\n`);
      }
    }
  };
  walk(folder);
  return hash.update(String(statSync(join(root, 'package-lock.json')).mtimeMs)).digest('hex');
}

requireNode();
const stampFile = join(root, '.cache', 'cli.stamp');
ensureArtefacts();
const wanted = stampOf(join(root, 'lib'));
if (!existsSync(join(root, target)) || !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) say('Installing packages, once …');
  await ensureInstalled();
  await bundle('lib/cli/index.ts', target, { whole: true });
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}
const { main } = await import(pathToFileURL(join(root, target)).href);
async function startProduct() {
  const [code] = await once(spawn(process.execPath, [join(root, 'scripts/start.mjs')], { stdio: 'inherit' }), 'exit');
  return code ?? 1;
}
process.exitCode = await main(process.argv.slice(2), { packagedBrowser: true, startProduct });
