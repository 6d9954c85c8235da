/**
 * CPU time of the prose reader: `npx tsx scripts/bench/prose.ts`. The sentences are those of the labelled passages, alone (every sentence speaks of
 * authentication) or as one in twelve among sentences of other documentation.
 */
import { readPage } from '../../lib/scan/read/page/index.ts';
import { readStatements } from '../../lib/scan/read/prose/index.ts';
import type { Page } from '../../lib/scan/types.ts';
import { passages } from '../../tests/corpus/index.ts';

const OTHER = [
  'The list endpoint returns objects in reverse chronological order and takes the parameters limit and starting_after.',
  'Each object has an ID, a time of creation and a map of metadata that you may fill with up to fifty pairs.',
  'If the total exceeds the page size, the response contains a cursor that you pass with the next request.',
  'Amounts are integers in the smallest unit of the currency, so that ten euros are written as 1000.',
  'A webhook is sent when the status of a shipment changes; answer it within ten seconds with a 200.',
  'Dates follow ISO 8601, in UTC unless the account has a time zone of its own.',
  'The SDK for Node retries requests that failed for reasons of the network up to three times.',
  'Unknown fields in a request are ignored, and unknown fields in a response should be ignored by you.',
  'Images may be up to 5 MB in size and are scaled to a width of 1024 pixels.',
  'When two updates arrive at the same time, the later one wins; use the version field to detect this.',
  'Our sample project on GitHub shows how the pieces fit together in a small shop.',
];
const SPEAKING = passages.map((one) => one.text).filter((text) => !/[`\n|]/.test(text));

function page(characters: number, share: number): Page {
  const parts: string[] = [];
  for (let i = 0, length = 0; length < characters; i += 1) {
    const source = i % share === 0 ? SPEAKING[(i / share) % SPEAKING.length] : OTHER[i % OTHER.length];
    const text = `<p>${i % 20 === 0 ? `Part ${i}. ` : ''}${source ?? ''}</p>`;
    parts.push(text);
    length += text.length;
  }
  return readPage({
    text: `<title>Guide</title><main>${parts.join('\n')}</main>`,
    contentType: 'text/html',
    url: 'https://docs.acme.com/guide',
    evidence: ['x1'],
  });
}

/** Median of three runs, in milliseconds of CPU. */
function cost(run: () => unknown): number {
  return (
    [0, 1, 2]
      .map(() => {
        const before = process.cpuUsage();
        run();
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1_000;
      })
      .sort((a, b) => a - b)[1] ?? 0
  );
}

export function prose(): void {
  console.log('\nprose reader, CPU time');
  for (const [name, share] of [
    ['documentation, one sentence in twelve speaks of authentication', 12],
    ['every sentence speaks of authentication', 1],
  ] as const) {
    const small = page(140_000, share);
    const large = page(600_000, share);
    const blocks = small.blocks.length;
    const ms = cost(() => readStatements(small));
    console.log(`  ${name}`);
    console.log(`    140 KB, ${blocks} paragraphs: ${ms.toFixed(0)} ms (${(ms / blocks).toFixed(3)} each)`);
    console.log(`    600 KB, ${large.blocks.length} paragraphs: ${cost(() => readStatements(large)).toFixed(0)} ms`);
  }
}

if (process.argv[1]?.endsWith('prose.ts')) prose();
