import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `npm test` leaves the tests on Redis out when there is none, and says so; here they are run unless it does. */
const withoutRedis = process.env.TEST_REDIS_URL === undefined ? ['tests/**/*.redis.test.ts'] : [];

const project = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, testTimeout: 60_000, include: [`tests/${name}/**/*.test.{ts,tsx}`], exclude: withoutRedis, ...extra },
});

/** Files without isolation that take one turn together: a process goes on to the next file only when that is of the same project. */
const together = 10;

/** Projects take turns, so that files which wait for processes run beside files which compute, and no long one is left for the end. */
class TakingTurns extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turns = new Map<TestSpecification, number>();
    const taken = new Map<string, number>();
    for (const file of await super.sort(files)) {
      const { name, config } = file.project;
      const before = taken.get(name) ?? 0;
      turns.set(file, config.isolate ? before : Math.floor(before / together));
      taken.set(name, before + 1);
    }
    return [...turns]
      .toSorted(([x, a], [y, b]) => a - b || x.project.name.localeCompare(y.project.name))
      .map(([file]) => file);
  }
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: at('.') },
      // Next resolves this marker by itself; elsewhere importing it throws.
      { find: 'server-only', replacement: at('tests/setup/empty.ts') },
    ],
  },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 3,
    sequence: { sequencer: TakingTurns },
    setupFiles: [at('tests/setup/settings.ts')],
    projects: [
      // These leave nothing behind: they share a process, and the engine is loaded once.
      project('unit', { isolate: false, hookTimeout: 60_000 }),
      project('worlds', { testTimeout: 30_000 }),
      project('hostile', { testTimeout: 60_000 }),
      project('integration', {
        globalSetup: [at('tests/setup/postgres.ts')],
        setupFiles: [at('tests/setup/settings.ts'), at('tests/setup/database.ts')],
        testTimeout: 120_000,
        hookTimeout: 60_000,
      }),
      project('faults', {
        globalSetup: [at('tests/setup/postgres.ts')],
        setupFiles: [at('tests/setup/settings.ts'), at('tests/setup/database.ts')],
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
      project('product', { testTimeout: 90_000, hookTimeout: 180_000 }),
      project('e2e', { testTimeout: 90_000, hookTimeout: 180_000 }),
    ],
  },
});
