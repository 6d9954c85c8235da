import { expect, test } from 'vitest';
import { Slots } from '../../../../lib/scan/http/slots.ts';

test('bounds all hosts together and each alone, first come first served', async () => {
  const slots = new Slots(3, 2);
  const order: string[] = [];
  const take = async (host: string, name: string): Promise<void> => {
    if (await slots.take(host)) order.push(name);
    else order.push(`${name} sent away`);
  };
  for (const [host, name] of [
    ['a', 'a1'],
    ['a', 'a2'],
    ['a', 'a3'],
    ['b', 'b1'],
    ['b', 'b2'],
  ] as const)
    void take(host, name);
  await Promise.resolve();
  // a3 waits for its host, b2 for the total; neither keeps the other out.
  await expect.poll(() => order).toEqual(['a1', 'a2', 'b1']);
  slots.release('b');
  await expect.poll(() => order).toEqual(['a1', 'a2', 'b1', 'b2']);
  slots.release('a');
  await expect.poll(() => order).toEqual(['a1', 'a2', 'b1', 'b2', 'a3']);
  void take('c', 'c1');
  slots.close();
  await expect.poll(() => order.at(-1)).toBe('c1 sent away');
  expect(await slots.take('d')).toBe(false);
});

test('a request that is patient goes over a connection that is there, and no longer than that waits for it', async () => {
  const slots = new Slots(8, 2);
  const begun = performance.now();
  const waited = async (patienceMs: number): Promise<number> => {
    await slots.take('a', patienceMs);
    return performance.now() - begun;
  };
  await waited(0);
  const patient = waited(60_000);
  slots.release('a');
  expect(await patient).toBeLessThan(5_000);
  expect(await waited(50)).toBeGreaterThan(45);
  // Two are under way now, which is all that a host may have.
  const last = waited(10);
  slots.release('a');
  await last;
  slots.release('a');
  slots.release('a');
  // A host that has had two at once has two connections, and nobody waits for one that nobody uses.
  await Promise.all([waited(60_000), waited(60_000)]);
  slots.close();
});

test('a host that nobody waits for gets room for all who come, also while the total is taken up', async () => {
  const slots = new Slots(2, 4);
  await Promise.all([slots.take('b'), slots.take('b')]);
  const granted: number[] = [];
  for (const one of [1, 2, 3]) void slots.take('a').then(() => granted.push(one));
  slots.release('b');
  slots.release('b');
  await expect.poll(() => granted).toEqual([1, 2]);
  slots.close();
});
