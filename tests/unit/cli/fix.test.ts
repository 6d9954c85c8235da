/** `latchkey fix`: what is told of one fix, and the files of one framework. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../lib/cli/index.ts';
import type { Fix } from '../../../lib/scan/schema/report.ts';
import { walledReport } from '../components/sample-report.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-fix-'));
  file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(walledReport()));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function told(...flags: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const hear =
    (stream: 'out' | 'err') =>
    (text: string | Uint8Array, ...more: unknown[]): boolean => {
      said[stream] += String(text);
      const done = more.find((one) => typeof one === 'function') as (() => void) | undefined;
      done?.();
      return true;
    };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'));
  return {
    code: await main(['fix', file, 'structured-401', '--plain', ...flags], {
      packagedBrowser: false,
      startProduct: null,
    }),
    ...said,
  };
}

describe('latchkey fix', () => {
  it('names the frameworks that there are files for', async () => {
    const { out } = await told();
    expect(out).toContain('name your framework with --framework: Express, Fastify, ');
    expect(out).not.toContain('require_login');
  });

  it('prints the files and the lines of one, by any case of its name', async () => {
    const { code: exit, out } = await told('--framework', 'FLASK');
    expect(exit).toBe(0);
    expect(out).toContain('@restate(require_login)');
    expect(out).toContain('CHALLENGE = "Cookie realm=');
    expect(out).not.toContain('requireLogin');
  });

  it('gives a coding agent the files in the brief', async () => {
    const { out } = await told('--agent', '--framework', 'express');
    expect(out).toContain('## The files, for Express');
    expect(out).toMatch(/app\.use\('\/.*', restate\(requireLogin\)\)/);
  });

  it('gives a program all of it', async () => {
    const { artefacts } = JSON.parse((await told('--json')).out) as Fix;
    expect(new Set(artefacts.flatMap(({ frameworks }) => frameworks)).size).toBe(13);
  });

  it('says which there are when it knows none of that name', async () => {
    const { code: exit, err } = await told('--framework', 'cobol');
    expect(exit).toBe(2);
    expect(err).toContain('structured-401 has no files for cobol; it has them for Express, Fastify, ');
  });
});
