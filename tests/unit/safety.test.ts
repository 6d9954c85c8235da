/** docs/safety.md: what a row promises is kept by files that are there, and shown by tests that are there under the names that it gives them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultBudget } from '../../lib/scan/http/client.ts';
import { inlineUpTo } from '../../lib/scan/apart/readers.ts';
import { buckets } from '../../lib/limits/restraint.ts';
import { verifyBudget } from '../../lib/scan/verify/budget.ts';

const text = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const under = (folder: string): string[] =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.tsx?$/.test(path));
const sources = [...under('lib'), ...under('app'), ...under('worker'), 'proxy.ts'];
const tests = under('tests');

const safety = text('docs/safety.md');
const rows = (safety.split('## Promises and their tests')[1]?.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise') && !line.startsWith('| ---'))
  .map((line) => {
    const [promise = '', keepers = '', shown = ''] = line.slice(2, -2).split(' | ');
    return { promise, keepers, shown };
  });
/** Files that a cell names, by the end of their path. */
const named = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const found = (files: readonly string[], name: string): string | undefined =>
  files.find((file) => file === name || file.endsWith(`/${name}`) || (name.endsWith('/') && `/${file}`.includes(name)));

describe('docs/safety.md', () => {
  test('has its table', () => expect(rows.length).toBeGreaterThan(35));
  test.each(rows)('$promise', ({ keepers, shown }) => {
    for (const name of named(keepers)) expect(found(sources, name), name).toBeDefined();
    const shows = [...shown.matchAll(/`([^`]+\.test\.ts)`(?::\s*([^;`,(]+))?/g)];
    expect(shows.length).toBeGreaterThan(0);
    for (const [, file = '', title = ''] of shows) {
      const path = found(tests, file);
      expect(path, file).toBeDefined();
      expect(text(path ?? ''), file).toContain(title.trim());
    }
  });
  test('names the numbers that the code has', () => {
    const { requests, concurrent, perHost, requestMs, connectMs, totalMs, bodyBytes, totalBytes } = defaultBudget;
    for (const line of [
      `| requests; at once; at once per host | ${requests}; ${concurrent}; ${perHost} |`,
      `| one request; one connection with TLS; the whole scan | ${requestMs / 1000} s; ${connectMs / 1000} s; ${totalMs / 1000} s |`,
      `| one body; all bodies and header fields | ${bodyBytes / 1024 ** 2} MiB; ${totalBytes / 1024 ** 2} MiB, counted after decompression |`,
      `${inlineUpTo.page / 1024} KiB of a page, ${inlineUpTo.description / 1024} KiB of a description`,
    ])
      expect(safety).toContain(line);
  });
});

test('/bot and SECURITY.md name the limits of a scan', () => {
  expect(text('SECURITY.md').replace(/\s+/g, ' ')).toContain(
    `at most ${defaultBudget.requests} requests that only read or expect a refusal, and at most ${verifyBudget.requests} more when its owner verifies`,
  );
  const bot = text('app/bot/page.tsx');
  expect(bot).toContain('{verifyBudget.requests}');
  for (const kind of Object.keys(buckets)) expect(bot).toContain(`{buckets.${kind}.points}`);
});
