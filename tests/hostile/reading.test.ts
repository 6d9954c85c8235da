/** Documents made to be dear to read: each is read, or left unread with a reason, and neither the process nor another scan's document pays for it. */
import { describe, expect, test } from 'vitest';
import { createReadApart, type Apart } from '../../lib/scan/apart/index.ts';
import { account } from './support/account.ts';

const openapi = (text: string) => `openapi: 3.0.0\npaths: {}\n${text}`;
const json = (text: string) => `{"openapi":"3.0.0","paths":{},"x":${text}}`;
const html = (text: string) => `<!doctype html><html><body>${text}`;
const MiB = 1024 * 1024;
const filled = (piece: string, size: number) => piece.repeat(Math.floor(size / piece.length));
const numbered = (piece: (n: number) => string, size: number) => {
  let text = '';
  for (let n = 0; text.length < size; n += 1) text += piece(n);
  return text;
};

interface Row {
  name: string;
  text: string;
  /** What came of it: the reader's own verdict, or `unread`. */
  expected: RegExp;
}

const descriptions: Row[] = [
  {
    name: 'YAML: empty keys in a flow sequence, 32 kB',
    text: openapi(`x: [${filled(':,', 32_768)}`),
    expected: /malformed/,
  },
  {
    name: 'YAML: empty keys in a flow sequence, 1 MiB',
    text: openapi(`x: [${filled(':,', MiB - 100)}`),
    expected: /malformed|unread/,
  },
  {
    name: 'YAML: empty keys in a flow sequence, 8 MiB',
    text: openapi(`x: [${filled(':,', 8 * MiB)}`),
    expected: /malformed/,
  },
  { name: 'YAML behind a brace, 8 MiB', text: `{openapi: 3.0.0, x: [${filled(':,', 8 * MiB)}`, expected: /malformed/ },
  {
    name: 'YAML: sets in a flow sequence',
    text: openapi(`x: [${filled('{?},', MiB - 100)}`),
    expected: /malformed|unread/,
  },
  { name: 'YAML: nested flow', text: openapi(`x: ${filled('[', MiB - 100)}`), expected: /malformed/ },
  { name: 'YAML: nested blocks', text: openapi(`x:\n  ${filled('- ', MiB - 100)}`), expected: /malformed/ },
  { name: 'YAML: keys', text: openapi(numbered((n) => `k${n}:\n`, MiB - 100)), expected: /present|unread/ },
  {
    name: 'YAML: anchors',
    text: openapi(`x:\n${numbered((n) => `- &a${n} b\n`, MiB - 100)}`),
    expected: /present|unread/,
  },
  { name: 'YAML: aliases', text: openapi(`a: &a [x]\nb:\n${filled('- *a\n', MiB - 100)}`), expected: /malformed/ },
  {
    name: 'JSON: nested lists, 8 MiB',
    text: json('['.repeat(4 * MiB) + ']'.repeat(4 * MiB)),
    expected: /present|malformed|unread/,
  },
  { name: 'JSON: empty objects, 8 MiB', text: json(`[${filled('{},', 8 * MiB)}0]`), expected: /present|unread/ },
  {
    name: 'JSON: objects of a shape each, 8 MiB',
    text: json(`[${numbered((n) => `{"k${n}":1},`, 8 * MiB)}0]`),
    expected: /present|unread/,
  },
  {
    name: 'JSON: a million paths',
    text: `{"openapi":"3.0.0","paths":{${numbered((n) => `"/${n}":{"get":{}},`, 8 * MiB)}"/":{}}}`,
    expected: /present|unread/,
  },
];

const pages: Row[] = [
  { name: 'HTML: links', text: html(numbered((n) => `<a href="/p${n}">token ${n}</a>`, MiB)), expected: /read/ },
  { name: 'HTML: attributes', text: html(`<p ${numbered((n) => `a${n} `, MiB)}>`), expected: /read/ },
  { name: 'HTML: nesting', text: html(filled('<div>', MiB)), expected: /read/ },
  { name: 'HTML: tables in tables', text: html(filled('<table><tr><td>', MiB)), expected: /read/ },
  { name: 'HTML: comments that never end', text: html(filled('<!--', MiB)), expected: /read/ },
  { name: 'HTML: entities', text: html(filled('&amp;', MiB)), expected: /read/ },
  { name: 'HTML: a word without end', text: html(filled('https://a.b/%e0%a4%a', MiB)), expected: /read/ },
  {
    name: 'HTML: prose without a full stop',
    text: html(`<p>${filled('get an API key and contact sales to request approval of your token ', MiB)}`),
    expected: /read/,
  },
];

/** WSDL and XML are read as pages: what an XML parser would expand, follow or count is markup there. */
const xml = (text: string, dtd = '') =>
  `<?xml version="1.0"?>${dtd}<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/">${text}`;
const laughs = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${filled(`&e${n};`, 40)}">`).join('');
pages.push(
  {
    name: 'XML: entities of entities',
    text: xml('&e12;', `<!DOCTYPE x [<!ENTITY e0 "ha">${laughs}]>`),
    expected: /read/,
  },
  {
    name: 'XML: a file as entity',
    text: xml('&e;', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    expected: /read/,
  },
  { name: 'XML: namespaces', text: xml(`<a ${numbered((n) => `xmlns:n${n}="u" `, MiB)}/>`), expected: /read/ },
  { name: 'WSDL: imports', text: xml(numbered((n) => `<wsdl:import location="?wsdl=${n}"/>`, MiB)), expected: /read/ },
);

const read = createReadApart;
const said = (answer: Apart<'description'> | Apart<'page'>): string =>
  !answer.ok ? `unread: ${answer.problem}` : 'kind' in answer.reading ? answer.reading.kind : 'read';
const describeIt = (text: string, by = read()) =>
  by('description', { text, url: 'https://a.example/openapi', via: 'target', evidence: ['x1'] });
const readPage = (text: string, by = read()) =>
  by('page', { text, contentType: 'text/html', url: 'https://a.example/docs', evidence: ['x1'] });

account('documents that are dear to read', 'survived');

describe('documents that are dear to read', () => {
  test.each(descriptions)('$name', async ({ text, expected }) => {
    const heap = process.memoryUsage().heapUsed;
    expect(said(await describeIt(text))).toMatch(expected);
    // Whatever its parser made of it stayed in the thread.
    expect(process.memoryUsage().heapUsed - heap).toBeLessThan(64 * MiB);
    expect(said(await describeIt(openapi(filled('# as usual\n', 8192))))).toBe('present');
  });

  test.each(pages)('$name', async ({ text, expected }) => {
    const by = read();
    const answer = await readPage(text, by);
    expect(said(answer)).toMatch(expected);
    if (answer.ok) expect(await by('statements', answer.reading.page)).toHaveProperty('ok');
  });
});

describe('threads', () => {
  test('a document that takes too much memory ends its thread, and the next one gets another', async () => {
    // Each alias of a merge copies what it names: small in the file, large in memory.
    const keys = Array.from({ length: 1000 }, (_, n) => `k${n}: 1`).join(', ');
    const wide = openapi(`a: &a {${keys}}\nb:\n${filled('- {<<: *a}\n', 100_000)}`);
    const bombs = await Promise.all(Array.from({ length: 6 }, () => describeIt(wide)));
    for (const bomb of bombs) expect(said(bomb)).toMatch(/malformed|present|unread/);
    expect(said(await describeIt(openapi(filled('# as usual\n', 8192))))).toBe('present');
  });

  test('the documents of one scan have a budget together; those of another are read all the same', async () => {
    const greedy = read({ scanMs: 1 });
    const costly = openapi(`x: [${filled(':,', 512 * 1024)}`);
    expect(said(await describeIt(costly, greedy))).toMatch(/malformed|unread: it took/);
    expect(said(await describeIt(costly, greedy))).toBe(
      'unread: the documents of this scan have taken as long to read as they may',
    );
    expect(said(await describeIt(openapi(filled('# as usual\n', 8192))))).toBe('present');
  });

  test('a scan that had less of the threads comes first', async () => {
    const order: string[] = [];
    const greedy = read();
    await describeIt(openapi(filled('# one\n', 64 * 1024)), greedy);
    const costly = openapi(`x: [${filled(':,', 256 * 1024)}`);
    const hostile = Array.from({ length: 8 }, () => describeIt(costly, greedy).then(() => order.push('hostile')));
    const innocent = describeIt(openapi(filled('# as usual\n', 8192))).then(() => order.push('innocent'));
    await Promise.all([...hostile, innocent]);
    // Two threads were taken already, one document each.
    expect(order.indexOf('innocent')).toBeLessThanOrEqual(3);
  });

  test('the event loop goes on while a document is read', async () => {
    const text = openapi(`x: [${filled(':,', MiB - 100)}`);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await describeIt(text);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });
});
