/** Real server software, scanned by the engine: all decided items right, no wrong claim, good conduct. */
import { describe, expect, test } from 'vitest';
import { compare } from './lib/compare.ts';
import { misconduct } from './lib/conduct.ts';
import { scanToEnd } from './lib/engine.ts';
import { servers } from '../servers/index.ts';

const missing = servers.flatMap((server) => {
  const packages = server.missing?.() ?? null;
  return packages === null ? [] : [{ id: server.id, packages }];
});
const here = servers.filter((server) => missing.every(({ id }) => id !== server.id));
// Nothing but Node and git may be needed, so what Debian's packages would bring is named and not run.
for (const { id, packages } of missing) console.log(`Not run: ${id} needs ${packages}`);

describe('real servers', () => {
  test.for(here)('$id', { timeout: 60_000 }, async (server) => {
    const running = await server.start();
    try {
      const report = await scanToEnd(running.url, { allowNets: ['127.0.0.0/8'], browserPath: null });
      const wrong = compare(running.expect, report).filter((item) => !item.right);
      expect(running.log.length).toBeGreaterThan(0);
      expect({
        wrong: wrong.map((item) => `${item.part} ${item.id}: expected ${item.expected.join(' or ')}, got ${item.got}`),
        faults: misconduct(running.log),
      }).toEqual({ wrong: [], faults: [] });
    } finally {
      await running.stop();
    }
  });
});
