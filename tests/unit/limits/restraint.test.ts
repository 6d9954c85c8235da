import { readFileSync } from 'node:fs';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { expect, test } from 'vitest';
import { buckets, createRestraint, memoryLimiter } from '../../../lib/limits/restraint.ts';
import type { Contact, Restraint } from '../../../lib/scan/types.ts';

const contact = (more: Partial<Contact> = {}): Contact => ({
  addresses: ['203.0.113.5'],
  host: 'shop.innocent-bakery.org',
  own: false,
  ...more,
});

/** How many of 1,000 requests go at once. */
async function letThrough(restraint: Restraint, at: (i: number) => Contact): Promise<number> {
  const waits = await Promise.all(Array.from({ length: 1000 }, (_, i) => restraint(at(i))));
  return waits.filter((wait) => wait === 0).length;
}

test.each<[string, (i: number) => Contact]>([
  ['one host', () => contact()],
  [
    'hosts of one domain at addresses of their own',
    (i) => contact({ host: `h${i}.innocent-bakery.org`, addresses: [`198.51.${i >> 8}.${i & 255}`] }),
  ],
  ['names of many at one address', (i) => contact({ host: `attacker-${i}.com` })],
  [
    'one address among others',
    (i) => contact({ host: `attacker-${i}.com`, addresses: [`198.51.${i >> 8}.${i & 255}`, '203.0.113.5'] }),
  ],
  [
    'one IPv6 network',
    (i) => contact({ host: `attacker-${i}.com`, addresses: [`2001:db8:1:2::${(i + 1).toString(16)}`] }),
  ],
  ['a host that only a proxy can look up', () => contact({ addresses: [] })],
])('%s has one bucket', async (_name, at) => {
  expect(await letThrough(createRestraint(memoryLimiter, []), at)).toBe(buckets.foreign.points);
});

test('the hosts that were typed have another, larger one', async () => {
  const restraint = createRestraint(memoryLimiter, []);
  expect(await letThrough(restraint, () => contact({ own: true }))).toBe(buckets.own.points);
  expect(await letThrough(restraint, () => contact())).toBe(buckets.foreign.points);
});

test('strangers do not share', async () => {
  const restraint = createRestraint(memoryLimiter, []);
  const at = (i: number): Contact => contact({ host: `h${i}.org`, addresses: [`198.51.${i >> 8}.${i & 255}`] });
  expect(await letThrough(restraint, at)).toBe(1000);
});

test("the operator's own addresses are exempt", async () => {
  const restraint = createRestraint(memoryLimiter, ['127.0.0.0/8']);
  expect(await letThrough(restraint, () => contact({ addresses: ['127.0.0.1'] }))).toBe(1000);
  expect(await letThrough(restraint, () => contact({ addresses: ['127.0.0.1', '203.0.113.5'] }))).toBe(
    buckets.foreign.points,
  );
});

test('who is not let through hears when to ask again, and two processes share a store', async () => {
  const store = new RateLimiterMemory({ points: buckets.foreign.points, duration: buckets.foreign.duration });
  const [one, two] = [createRestraint(() => store, []), createRestraint(() => store, [])];
  const through = (await letThrough(one, () => contact())) + (await letThrough(two, () => contact()));
  expect(through).toBe(buckets.foreign.points);
  const wait = await two(contact());
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(buckets.foreign.duration * 1000);
});

test('docs/safety.md names the sizes of the buckets', () => {
  const words = readFileSync(new URL('../../../docs/safety.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
  const { own, foreign } = buckets;
  expect(words).toContain(`${own.points} requests in ${own.duration} s where the host belongs to what was typed`);
  expect(words).toContain(`${foreign.points} in ${foreign.duration} s where it does not`);
});
