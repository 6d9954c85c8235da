/** Every world, scanned by the engine: all decided items right but for those known to be open, no wrong claim, good conduct. */
import { describe, expect, test } from 'vitest';
import { runWorld } from './lib/run.ts';
import { open } from './open.ts';
import { worlds } from './sites/index.ts';

const tell = (item: { part: string; id: string; expected: readonly string[]; got: string }) =>
  `${item.part} ${item.id}: expected ${item.expected.join(' or ')}, got ${item.got}`;
const keyOf = (item: { part: string; id: string }) => `${item.part} ${item.id}`;

describe.concurrent('worlds', () => {
  test.each(worlds.map((world) => [world.id, world] as const))('%s', { timeout: 60_000 }, async (id, world) => {
    const { items, faults } = await runWorld(world);
    const known = Object.keys(open[id] ?? {});
    const wrong = items.filter((item) => !item.right);
    const wrongClaims = wrong.filter((item) => !item.decided).map(tell);
    const news = wrong.filter((item) => item.decided && !known.includes(keyOf(item))).map(tell);
    const mended = known.filter((key) => !wrong.some((item) => keyOf(item) === key));
    expect({ news, wrongClaims, mended, faults }).toEqual({ news: [], wrongClaims: [], mended: [], faults: [] });
  });
});

test('what is open belongs to worlds that exist', () => {
  expect(Object.keys(open).filter((id) => !worlds.some((world) => world.id === id))).toEqual([]);
});
