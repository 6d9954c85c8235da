/** Every world, scanned by the engine: all decided items right, no wrong claim, good conduct. */
import { describe, expect, test } from 'vitest';
import { runWorld } from './lib/run.ts';
import { worlds } from './sites/index.ts';

const tell = (item: { part: string; id: string; expected: readonly string[]; got: string }) => `${item.part} ${item.id}: expected ${item.expected.join(' or ')}, got ${item.got}`;

describe.concurrent('worlds', () => {
  test.each(worlds.map((world) => [world.id, world] as const))('%s', { timeout: 60_000 }, async (_id, world) => {
    const { items, faults } = await runWorld(world);
    expect({ wrong: items.filter((item) => !item.right).map(tell), faults }).toEqual({ wrong: [], faults: [] });
  });
});
