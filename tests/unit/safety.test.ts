/** docs/safety.md: each promise is shown by tests that are there under the names that it gives them; the other documents by a table below. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultBudget } from '../../lib/scan/http/client.ts';
import { stored } from '../../lib/scan/http/exchange.ts';
import { maxUrlLength } from '../../lib/scan/http/url-guard.ts';
import { inlineUpTo } from '../../lib/scan/apart/readers.ts';
import { buckets } from '../../lib/limits/restraint.ts';
import { verifyBudget } from '../../lib/scan/verify/budget.ts';

const text = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const tests = readdirSync(new URL('../../tests', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => `tests/${path}`);

const safety = text('docs/safety.md');
/** Every paragraph and every item of a list that promises something. */
const promises = (safety.split(/(?=## One way out)|## Limits/)[1] ?? '')
  .split(/\n\n|\n(?=- )/)
  .map((block) => block.replace(/\s+/g, ' ').trim())
  .filter((block) => block !== '' && !block.startsWith('## '));

describe('docs/safety.md', () => {
  test('promises something', () => expect(promises.length).toBeGreaterThan(60));
  test.each(promises)('%s', (promise) => {
    const [, shown = ''] = / \((`[^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(promise) ?? [];
    expect(shown).not.toBe('');
    for (const [, file = '', title = ''] of shown.split('; ').map((one) => /^`([^`]+)`(?:: (.+))?$/.exec(one) ?? [])) {
      const paths = tests.filter((path) => path.endsWith(`/${file}`));
      expect(paths, file).toHaveLength(1);
      expect(text(paths[0] ?? ''), file).toContain(title);
    }
  });
  test('names the numbers that the code has', () => {
    const { requests, concurrent, perHost, requestMs, connectMs, totalMs, bodyBytes, totalBytes } = defaultBudget;
    for (const line of [
      `| requests; at once; at once per host | ${requests}; ${concurrent}; ${perHost} |`,
      `| one request; one connection with TLS; the whole scan | ${requestMs / 1000} s; ${connectMs / 1000} s; ${totalMs / 1000} s |`,
      `| one body; all bodies and header fields | ${bodyBytes / 1024 ** 2} MiB; ${totalBytes / 1024 ** 2} MiB, counted after decompression |`,
      `${inlineUpTo.page / 1024} KiB of a page, ${inlineUpTo.description / 1024} KiB of a description`,
      `${maxUrlLength.toLocaleString('en')} characters`,
      `${stored.body / 1024} KiB of body, ${stored.headers} header fields of ${stored.headerValue / 1024} KiB`,
    ])
      expect(safety).toContain(line);
    for (const [told, file, written] of [
      ['32 KiB; 16 |', 'http/wire.ts', 'maxHeaderBytes = 32 * 1024'],
      ['32 KiB; 16 |', 'http/flight.ts', 'maxInterim = 16'],
      ['2; 8 MiB |', 'http/body.ts', 'maxCodings = 2'],
      ['| 5; 8,000', 'http/client.ts', 'maxHops = 5'],
      ['32; 300 |', 'http/resolver.ts', 'inFlight = 32'],
      ['32; 300 |', 'http/names.ts', 'maxNames = 300'],
      ['| 1 MiB; 16', 'read/openapi/document.ts', 'largestYaml = 1024 * 1024'],
      ['20,000 lists', 'read/json-body.ts', 'mostParts = 20_000'],
      ['256 MB; 1 s', 'apart/thread-pool.ts', 'maxOldGenerationSizeMb: 256'],
      ['1 s and 4 ms for each KiB; 10 s', 'apart/index.ts', 'mostScanMs = 10_000'],
    ] as const) {
      expect(safety).toContain(told);
      expect(text(`lib/scan/${file}`)).toContain(written);
    }
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

/** Sentences of prose: one for each full stop or colon that a blank follows, without headings, samples, tags and marks. */
const sentencesOf = (prose: string): string[] =>
  prose
    .replace(/<(h1|h2|pre)\b[^]*?<\/\1>|^#.*$|\{\w+ && \w+ && \(/gm, '')
    .replace(/\{' '\}/g, ' ')
    .replace(/\{[\w.]+\}/g, '#')
    .replace(/<[^<>]*>|\[([^\]]*)\]\([^)]*\)|[`*]/g, '$1')
    .split(/(?<=[.:;])\s+|\n\s*\n|\n- /)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /\w{3}/.test(sentence));

type Held = readonly [words: string, file: string, title: string];
const inCourtesy = (words: string, title: string): Held => [words, 'tests/hostile/courtesy.test.ts', title];

/** What each sentence of /bot rests on. */
const ofBot: readonly Held[] = [
  ['somebody typed your address into this site', 'tests/e2e/scans.test.ts', ''],
  ['Every request carries this User-Agent', 'tests/hostile/outbound.test.ts', 'expect(said).toBe(userAgent)'],
  ['never pretends to be a browser', 'tests/hostile/outbound.test.ts', 'expect(said).toBe(userAgent)'],
  [
    'opened in a headless Chromium, through the same checks',
    'tests/hostile/outbound.test.ts',
    'All that the business saw was asked by the scan',
  ],
  ['At most # requests in # seconds', 'tests/unit/scan/http/client.test.ts', 'limits'],
  ['seconds pass between two scans of one domain', 'tests/integration/lifecycle.ts', 'pause'],
  inCourtesy('All scans together send at most', 'many scans that name one victim do not add up'),
  ['Owners who verify with a client of their own', 'tests/unit/safety.test.ts', 'verifyBudget.requests'],
  ['It reads public pages', 'tests/worlds/examiner.test.ts', ''],
  ['with a random bearer token that opens nothing', 'tests/hostile/secrets.test.ts', 'our own random credentials'],
  ['with a random client that does not exist', 'tests/hostile/secrets.test.ts', 'our own random credentials'],
  inCourtesy(
    'On somebody else’s host it does so only where',
    'a foreign token endpoint that nothing confirms is asked twice at most',
  ),
  inCourtesy(
    'an address that says it changes something',
    'no request of any kind goes to an address that gives an order',
  ),
  inCourtesy('Set out to create anything', 'nothing is posted to a bystander'),
  inCourtesy('It submits no forms', 'a client that was registered against all odds'),
  inCourtesy('asks for that client to be deleted', 'a client that was registered against all odds is deleted again'),
  ['Guess passwords, keys or tokens', 'tests/hostile/secrets.test.ts', 'our own random credentials'],
  ['Reach into networks that are not public', 'tests/hostile/ssrf.test.ts', 'typed by a visitor'],
  [
    'credentials in answers are taken out before a report is stored',
    'tests/hostile/secrets.test.ts',
    'no planted secret gets through',
  ],
  ['Keep secrets', 'tests/hostile/secrets.test.ts', 'no planted secret gets through'],
  ['Every request is signed', 'tests/unit/signing.test.ts', 'can be checked by whoever receives them'],
  ['can let it in by that proof', 'tests/unit/signing.test.ts', 'with the published key alone'],
  ['The keys are at', 'tests/unit/signing.test.ts', 'with the published key alone'],
  inCourtesy('Put this into the robots.txt', 'an opt-out is obeyed'),
  inCourtesy('Every host and port is asked for its robots.txt', 'on another port, with rules of its own'),
  ['cannot be read for now', 'tests/unit/scan/http/robots.test.ts', '503'],
  inCourtesy('the report says no more than that', 'an opt-out is obeyed'),
  inCourtesy('A group for Latchkey decides alone', 'a group of our own stands before the one for everybody'),
  inCourtesy('hold on every host outside the domain that was typed', 'an opt-out is obeyed'),
  inCourtesy('They do not hold for the domain itself', 'rules for everybody do not hold for the business'),
  inCourtesy('a person asked for that one', 'rules for everybody do not hold for the business'),
];

/** What each promise of SECURITY.md rests on. What is asked of reporters and operators is no promise. */
const ofSecurity: readonly Held[] = [
  [
    'Scanning a public address that is not yours is no vulnerability',
    'tests/unit/safety.test.ts',
    'requests that only read or expect a refusal',
  ],
  ['holds the threat model, each promise, and the test', 'tests/unit/safety.test.ts', 'promises something'],
  ['has to keep tests/hostile/ green', 'tests/hostile/ssrf.test.ts', ''],
  ['name exact versions', 'tests/unit/supply-chain.test.ts', 'are exact in package.json'],
  ['npm ci installs nothing else', 'tests/unit/supply-chain.test.ts', 'are exact for each of the packages'],
  [
    'Only builds for platforms that npm could not look up lack the hash',
    'tests/unit/supply-chain.test.ts',
    'only builds for other platforms may lack it',
  ],
  [
    'Install scripts run for the embedded PostgreSQL alone',
    'tests/unit/supply-chain.test.ts',
    'run no script when they are installed',
  ],
  [
    'requests that only read or expect a refusal',
    'tests/unit/safety.test.ts',
    'requests that only read or expect a refusal',
  ],
  ['what was sealed with the old one can no longer be opened', 'tests/unit/credentials.test.ts', 'and with no other'],
  ['Unset, no credential is taken', 'tests/unit/credentials.test.ts', 'without a key nothing is sealed'],
];

describe.each([
  ['/bot', text('app/bot/page.tsx').slice(text('app/bot/page.tsx').indexOf('<h1')), ofBot],
  [
    'SECURITY.md',
    [
      text('SECURITY.md').split('asks nobody, or more than `docs/safety.md` says.')[1]?.split('## Supported')[0],
      text('SECURITY.md').split('## What is promised')[1]?.split('- `npm audit')[0],
      text('SECURITY.md').split('change it when it may be known:')[1],
    ].join('\n\n'),
    ofSecurity,
  ],
])('%s', (_page, prose, held) => {
  const told = sentencesOf(prose);
  test.each(held)('says “%s”, and a test holds it', (words, file, title) => {
    expect(
      told.some((sentence) => sentence.includes(words)),
      words,
    ).toBe(true);
    expect(text(file)).toContain(title);
  });
  test('says nothing else', () =>
    expect(told.filter((sentence) => !held.some(([words]) => sentence.includes(words)))).toEqual([]));
});
