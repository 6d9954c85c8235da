/**
 * `npm run artefacts`: carries the source files of `artefacts/`, which reports hand out, into one JSON document that every bundle of ours
 * can import. It is made before anything is bundled or tested, and is no part of the repository.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './processes.mjs';

const folder = join(root, 'artefacts');
export const bundled = join(root, 'lib/scan/fix/sources.json');

/** Every file by its path in the folder, as the text of the document. */
export function bundleText() {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.json') && !entry.parentPath.includes('__pycache__'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]);
  return `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`;
}

/** Writes the document when it is not what the files say. */
export function ensureArtefacts() {
  const text = bundleText();
  if (!existsSync(bundled) || readFileSync(bundled, 'utf8') !== text) writeFileSync(bundled, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureArtefacts();
