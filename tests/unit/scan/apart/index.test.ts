import { describe, expect, test } from 'vitest';
import { createReadApart } from '../../../../lib/scan/apart/index.ts';
import { readDescription } from '../../../../lib/scan/read/openapi/index.ts';
import { readPage } from '../../../../lib/scan/read/page/index.ts';
import { readStatements } from '../../../../lib/scan/read/prose/index.ts';
import { readMentions } from '../../../../lib/scan/look/mentions.ts';

const source = { url: 'https://shop.example/openapi.yaml', via: 'target' as const, evidence: ['x1'] };

describe('readApart', () => {
  test.each([
    ['inline', 10],
    ['in a thread', 2000],
  ])('a page is read %s to the same page, mentions and statements', async (_, paragraphs) => {
    const text = `<!doctype html><h1>API</h1>${'<p>Send your token as <code>Authorization: Bearer TOKEN</code> to https://api.shop.example/v1/orders.</p>'.repeat(paragraphs)}`;
    const input = { text, contentType: 'text/html', url: 'https://shop.example/docs', evidence: ['x1'] };
    const page = readPage(input);
    const read = createReadApart();
    expect(await read('page', input)).toEqual({ ok: true, reading: { page, mentions: readMentions(page) } });
    expect(await read('statements', page)).toEqual({ ok: true, reading: readStatements(page) });
  });

  test.each([
    ['inline', 1],
    ['in a thread', 200],
  ])('a description is read %s to the same facts', async (_, paths) => {
    const operations = Array.from({ length: paths }, (__, n) => `  /orders/${n}:\n    get: {security: [{key: []}]}\n`);
    const text = `openapi: 3.1.0\npaths:\n${operations.join('')}components:\n  securitySchemes:\n    key: {type: apiKey, in: header, name: X-Key}\n`;
    expect(await createReadApart()('description', { ...source, text })).toEqual({
      ok: true,
      reading: readDescription({ ...source, text }),
    });
  });

  test('many documents at once are all read', async () => {
    const read = createReadApart();
    const texts = Array.from(
      { length: 20 },
      (_, n) => `openapi: 3.1.0\ninfo: {title: "${n}"}\npaths: {}\n#${'x'.repeat(5000)}`,
    );
    const readings = await Promise.all(texts.map((text) => read('description', { ...source, text })));
    expect(
      readings.map((answer) => (answer.ok && answer.reading.kind === 'present' ? answer.reading.value.title : null)),
    ).toEqual(texts.map((__, n) => String(n)));
  });

  test('YAML of more than 1 MiB is left alone, unless it is the caller’s own', async () => {
    const text = `openapi: 3.1.0\npaths: {}\nx: ${'y'.repeat(1024 * 1024)}\n`;
    expect(await createReadApart()('description', { ...source, text })).toEqual({
      ok: true,
      reading: { kind: 'malformed', problem: 'it is a YAML document of more than 1 MiB' },
    });
    expect(readDescription({ ...source, text, mostYaml: 2 * 1024 * 1024 }).kind).toBe('present');
  });
});
