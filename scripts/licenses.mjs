/**
 * `npm run licenses`: every package that production installs, on any platform, grouped by its licence as package-lock.json states it.
 * Exits 1 when a licence is not on the list below, or when a package states none.
 *
 *     npm run -s licenses
 *     npm run -s licenses -- path/to/package-lock.json
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

/** SPDX identifiers (spdx.org/licenses) that a package may have. */
const allowed = new Set([
  // No more is asked than to keep the notice.
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
  // Fonts, which may be shipped with software; and data, with its source named.
  'OFL-1.1',
  'CC-BY-4.0',
  // Copyleft for the package's own files or library alone. They are installed as published, unchanged.
  'EPL-2.0',
  'LGPL-3.0-or-later',
  'MPL-2.0',
]);

/** Packages that say it in a file of theirs alone. */
const inFiles = new Map([['seq-queue@0.0.5', 'MIT']]);

/** Whether an SPDX expression can be met from the list: every part of AND, any part of OR (SPDX 2.3, annex D). */
function isAllowed(expression) {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const word = () => tokens[at]?.toUpperCase();
  function term() {
    const token = tokens[at++];
    if (token !== '(') return allowed.has(token);
    const inner = either();
    return tokens[at++] === ')' && inner;
  }
  function both() {
    let holds = term();
    while (word() === 'AND') {
      at += 1;
      holds = term() && holds;
    }
    return holds;
  }
  function either() {
    let holds = both();
    while (word() === 'OR') {
      at += 1;
      holds = both() || holds;
    }
    return holds;
  }
  const holds = either();
  return holds && at === tokens.length;
}

/** The package's name, from its place in the lock file: what stands after the last `node_modules/`. */
const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * A platform's build that npm could not look up has an entry without a licence (scripts/complete-lock.mjs). It is a part of the package that
 * names it among its optional dependencies, in the same repository and under the same licence.
 */
function licenceOf(packages, place) {
  const { version, license, optional } = packages[place];
  const name = nameOf(place);
  const said = license ?? inFiles.get(`${name}@${version}`);
  if (said || !optional) return said ?? null;
  const owner = Object.values(packages).find(
    (entry) => entry.optionalDependencies?.[name] !== undefined && entry.license,
  );
  return owner?.license ?? null;
}

const path = process.argv[2] ?? join(root, 'package-lock.json');
const { packages } = JSON.parse(readFileSync(path, 'utf8'));
const groups = new Map();
for (const [place, { version, dev }] of Object.entries(packages)) {
  if (place === '' || dev) continue;
  const licence = licenceOf(packages, place) ?? 'none stated';
  const group = groups.get(licence) ?? new Set();
  groups.set(licence, group.add(`${nameOf(place)}@${version}`));
}

const sorted = [...groups].toSorted(([a, one], [b, other]) => other.size - one.size || a.localeCompare(b, 'en'));
for (const [licence, names] of sorted) {
  console.log(`${licence} (${names.size})${isAllowed(licence) ? '' : '  NOT ALLOWED'}`);
  for (const name of [...names].toSorted((a, b) => a.localeCompare(b, 'en'))) console.log(`  ${name}`);
}
const refused = sorted.filter(([licence]) => !isAllowed(licence)).flatMap(([, names]) => [...names]);
const count = sorted.reduce((sum, [, names]) => sum + names.size, 0);
console.log(
  `\n${count} packages under ${sorted.length} licences, ${refused.length} not allowed${refused.length > 0 ? `: ${refused.join(', ')}` : ''}`,
);
process.exitCode = refused.length > 0 ? 1 : 0;
