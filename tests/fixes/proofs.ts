/** What trials prove of which artefact, and for which text of it: a changed artefact is not proved any more. */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frameworks, isKind, type Kind } from '../../lib/scan/fix/frameworks.ts';
import { linesFor, pathsUnder, sourceText } from '../../lib/scan/fix/sources.ts';
import type { App } from './app.ts';
import type { Guard } from './documents.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const proofFile = join(root, 'lib/scan/fix/proofs.json');

/** A product has one kind, its own switch; what is the same for every framework goes by its fix. */
type Proven = string;

export interface Proofs {
  /** By framework or product, and kind: what it was run in, and the hash of what was run. */
  artefacts: Record<string, { in: string; of: string }>;
}

export const readProofs = (): Proofs => JSON.parse(readFileSync(proofFile, 'utf8')) as Proofs;

/** The kinds of artefacts that a trial puts into the app. */
export function provenBy({ id, product }: App, guard: Guard, fix: string): Proven[] {
  if (id === 'ways') return [fix];
  if (product !== undefined) return fix === 'metadata' ? [] : ['own'];
  const proved: Readonly<Record<string, Kind[]>> = {
    'structured-401': ['restate'],
    'bearer-token': ['beside'],
    'client-credentials': guard === 'oauth' ? ['token-branch'] : ['token-endpoint'],
    metadata: ['metadata'],
    'scope-restriction': guard === 'oauth' ? ['scope'] : [],
    'self-service-keys': guard === 'session' ? ['registration'] : [],
  };
  return proved[fix] ?? [];
}

const short = (hash: Hash): string => hash.digest('hex').slice(0, 16);

/** A hash of the files and the lines of one kind for one framework, or of all that a product has. @throws when there is neither */
export function sourceHash(id: string, kind: Proven): string {
  const found = frameworks.find((framework) => framework.id === id);
  const hash = createHash('sha256');
  if (id === 'ways') addFiles(hash, join(root, 'lib/scan/fix'), (path) => !path.endsWith(`/${kind}.ts`));
  else if (found && isKind(kind)) {
    hash.update(linesFor(id, kind));
    for (const file of found.files[kind]) hash.update(sourceText(file));
  } else {
    const files = pathsUnder(id);
    if (files.length === 0) throw new Error(`There are no artefacts of ${id}.`);
    for (const file of files) hash.update(sourceText(file));
  }
  return short(hash);
}

/** Proofs of texts that are not the ones of today. */
export const staleProofs = ({ artefacts }: Proofs): string[] =>
  Object.entries(artefacts).flatMap(([name, { of }]) => {
    const [id = '', kind = ''] = name.split('/');
    return of === sourceHash(id, kind) ? [] : [name];
  });

function addFiles(hash: Hash, folder: string, skip: (name: string) => boolean = () => false): void {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  for (const path of entries.map(({ parentPath, name }) => join(parentPath, name)).sort())
    if (!skip(path)) hash.update(readFileSync(path));
}

/**
 * A hash of all that a trial of this app rests on: the app and what tries it, what fixes say, and what is pasted. While it stays the same the
 * row need not be run again.
 */
export function trialHash({ id, framework }: App, version: string): string {
  const hash = createHash('sha256').update(version);
  const files = frameworks.find(({ name }) => name === framework)?.files;
  const pasted = new Set([...Object.values(files ?? {}).flat(), ...pathsUnder(id)]);
  for (const path of [...pasted].sort()) hash.update(sourceText(path));
  addFiles(hash, join(root, 'lib/scan/fix'), (path) => path.endsWith('.json'));
  addFiles(hash, join(root, 'tests/fixes'), (path) => path.includes('/apps/'));
  for (const folder of [id, 'ways']) addFiles(hash, join(root, 'tests/fixes/apps', folder));
  return short(hash);
}
