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
