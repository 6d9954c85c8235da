import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createResolver, sharedResolver } from '../../../../lib/scan/http/resolver.ts';
import { serveNames, type NameServer } from '../../../hostile/support/servers.ts';

let directory: string;
let names: NameServer;
let flips = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'latchkey-resolver-'));
  names = await serveNames({
    'both.example.com': { a: ['93.184.216.34'], aaaa: ['2606:2800:21f::1'] },
    'six.example.com': { aaaa: ['2606:2800:21f::1'] },
    'empty.example.com': {},
    'slow-six.example.com': { a: ['93.184.216.34'], aaaa: ['2606:2800:21f::1'], delay: { aaaa: 5000 } },
    'slow-four.example.com': { a: ['93.184.216.34'], aaaa: ['2606:2800:21f::1'], delay: { a: 5000 } },
    'lying-six.example.com': { a: ['93.184.216.34'], denies: 'aaaa', delay: { a: 60 } },
    'no-four.example.com': { aaaa: ['2606:2800:21f::1'], denies: 'a' },
    'silent.example.com': { silent: ['a', 'aaaa'] },
    'half-silent.example.com': { silent: ['aaaa'], a: [] },
    'servfail.example.com': { rcode: 2 },
    'refused.example.com': { rcode: 5 },
    'flip.example.com': () => ({ a: [(flips += 1) % 2 === 1 ? '93.184.216.34' : '127.0.0.1'], ttl: 0 }),
    'hosted.example.com': { a: ['93.184.216.34'] },
  });
});

afterAll(async () => {
  await names.stop();
  await rm(directory, { recursive: true });
});

function resolver(options: { hostsFile?: string; graceMs?: number; inFlight?: number } = {}) {
  return createResolver({
    servers: [names.address],
    hostsFile: join(directory, 'none'),
    tryMs: 100,
    tries: 2,
    graceMs: 20,
    ...options,
  });
}

describe('answers', () => {
  test.each([
    ['both.example.com', { kind: 'addresses', addresses: ['93.184.216.34', '2606:2800:21f::1'], source: 'dns' }],
    ['six.example.com', { kind: 'addresses', addresses: ['2606:2800:21f::1'], source: 'dns' }],
    ['slow-six.example.com', { kind: 'addresses', addresses: ['93.184.216.34'], source: 'dns' }],
    ['slow-four.example.com', { kind: 'addresses', addresses: ['2606:2800:21f::1'], source: 'dns' }],
    ['empty.example.com', { kind: 'missing' }],
    ['lying-six.example.com', { kind: 'addresses', addresses: ['93.184.216.34'], source: 'dns' }],
    ['no-four.example.com', { kind: 'addresses', addresses: ['2606:2800:21f::1'], source: 'dns' }],
    ['nowhere.example.com', { kind: 'missing' }],
    [`${'a'.repeat(70)}.com`, { kind: 'missing' }],
    ['silent.example.com', { kind: 'failed', code: 'timeout' }],
    ['half-silent.example.com', { kind: 'failed', code: 'timeout' }],
    ['servfail.example.com', { kind: 'failed', code: 'dns-failure' }],
    ['refused.example.com', { kind: 'failed', code: 'dns-failure' }],
    ['localhost', { kind: 'addresses', addresses: ['127.0.0.1', '::1'], source: 'hosts' }],
    ['app.localhost', { kind: 'addresses', addresses: ['127.0.0.1', '::1'], source: 'hosts' }],
  ])('%s', async (name, expected) => {
    expect(await resolver().lookup(name)).toEqual(expected);
  });
});

test('one name is asked once, whoever asks and how often', async () => {
  const asked = resolver();
  names.queries.length = 0;
  const answers = await Promise.all(Array.from({ length: 20 }, () => asked.lookup('both.example.com')));
  await asked.lookup('both.example.com');
  await asked.lookup('nowhere.example.com');
  await asked.lookup('nowhere.example.com');
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect([...names.queries].sort()).toEqual([
    'A both.example.com',
    'A nowhere.example.com',
    'AAAA both.example.com',
    'AAAA nowhere.example.com',
  ]);
});

test('an answer with TTL 0 is still one answer for a while', async () => {
  const asked = resolver();
  const first = await asked.lookup('flip.example.com');
  expect(await asked.lookup('flip.example.com')).toEqual(first);
});

test('lookups in flight are bounded', async () => {
  let now = 0;
  let most = 0;
  const busy = await serveNames(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `n${i}.example.com`,
        () => {
          now += 1;
          most = Math.max(most, now);
          setTimeout(() => (now -= 1), 20);
          return { a: ['93.184.216.34'], delay: { a: 20, aaaa: 20 } };
        },
      ]),
    ),
  );
  const asked = createResolver({
    servers: [busy.address],
    hostsFile: join(directory, 'none'),
    inFlight: 3,
    tryMs: 1000,
  });
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => asked.lookup(`n${i}.example.com`)));
  expect(answers.every((answer) => answer.kind === 'addresses')).toBe(true);
  // Two questions each, and a margin for the one that ends while the next begins.
  expect(most).toBeLessThanOrEqual(3 * 2 + 2);
  await busy.stop();
});

describe('hosts file', () => {
  test('wins over DNS, and is read again when it changes', async () => {
    const hostsFile = join(directory, 'hosts');
    const asked = resolver({ hostsFile });
    expect(await asked.lookup('hosted.example.com')).toMatchObject({ source: 'dns' });
    await writeFile(hostsFile, '# comment\n10.0.0.7\tHosted.example.com other # more\n::1 other\nnonsense x\n');
    expect(await asked.lookup('hosted.example.com')).toEqual({
      kind: 'addresses',
      addresses: ['10.0.0.7'],
      source: 'hosts',
    });
    expect(await asked.lookup('other')).toEqual({ kind: 'addresses', addresses: ['10.0.0.7', '::1'], source: 'hosts' });
    await writeFile(hostsFile, '10.0.0.8 hosted.example.com\n');
    await utimes(hostsFile, new Date(), new Date(Date.now() + 5000));
    expect(await asked.lookup('hosted.example.com')).toMatchObject({ addresses: ['10.0.0.8'] });
    await rm(hostsFile);
    expect(await asked.lookup('hosted.example.com')).toMatchObject({ source: 'dns' });
  });
});

test('a list of name servers has one resolver per process', () => {
  expect(sharedResolver([names.address])).toBe(sharedResolver([names.address]));
  expect(sharedResolver([names.address])).not.toBe(sharedResolver());
});
