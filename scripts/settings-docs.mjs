/**
 * Writes the settings into the documents that list them, from lib/settings.ts: `.env.example`, and the README between its two
 * `settings` comments. A unit test compares both with the code.
 *
 *     npm run settings:docs
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './processes.mjs';

const begin = '<!-- settings: npm run settings:docs -->';
const end = '<!-- /settings -->';

/** Text of `.env.example`: every setting, its meaning, and its default commented out. */
export function envExample(table) {
  const entries = table.map(
    ({ name, default: fallback, meaning, expects }) => `# ${meaning}\n# Value: ${expects}.\n# ${name}=${fallback}\n`,
  );
  return `# Settings of Latchkey. Every one is optional: copy this file to .env and uncomment what you change.\n\n${entries.join('\n')}`;
}

/** The README's table of settings. */
export function settingsMarkdown(table) {
  const cell = (text) => text.replaceAll('|', '\\|');
  const rows = table.map(
    ({ name, default: fallback, meaning }) =>
      `| \`${name}\` | ${fallback ? `\`${cell(fallback)}\`` : ''} | ${cell(meaning)} |`,
  );
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The document with the table put between its two comments, or null when it has none. */
export function withTable(markdown, table) {
  const from = markdown.indexOf(begin);
  const to = markdown.indexOf(end);
  if (from < 0 || to < from) return null;
  return `${markdown.slice(0, from + begin.length)}\n${settingsMarkdown(table)}\n${markdown.slice(to)}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { bundle } = await import('./prepare.mjs');
  const { settingsTable } = await import(pathToFileURL(await bundle('lib/settings.ts', '.cache/settings.mjs')).href);
  writeFileSync(join(root, '.env.example'), envExample(settingsTable));
  const readme = join(root, 'README.md');
  const written = existsSync(readme) ? withTable(readFileSync(readme, 'utf8'), settingsTable) : null;
  if (written) writeFileSync(readme, written);
  console.log(
    written
      ? 'Wrote .env.example and the table of README.md.'
      : `Wrote .env.example. README.md has no "${begin}" … "${end}" to fill.`,
  );
}
