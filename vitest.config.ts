import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `npm test` leaves the tests on Redis out when there is none, and says so; here they are run unless it does. */
const withoutRedis = process.env.TEST_REDIS_URL === undefined ? ['tests/**/*.redis.test.ts'] : [];

const project = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, testTimeout: 60_000, include: [`tests/${name}/**/*.test.{ts,tsx}`], exclude: withoutRedis, ...extra },
});

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
    maxWorkers: 2,
    setupFiles: [at('tests/setup/settings.ts')],
    projects: [
      project('unit'),
      project('worlds', { testTimeout: 30_000 }),
      project('hostile', { testTimeout: 60_000 }),
      project('integration', {
        globalSetup: [at('tests/setup/postgres.ts')],
        setupFiles: [at('tests/setup/settings.ts'), at('tests/setup/database.ts')],
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      project('faults', {
        globalSetup: [at('tests/setup/postgres.ts')],
        setupFiles: [at('tests/setup/settings.ts'), at('tests/setup/database.ts')],
        testTimeout: 90_000,
        hookTimeout: 90_000,
      }),
      project('product', { testTimeout: 90_000, hookTimeout: 180_000 }),
      project('e2e', { testTimeout: 90_000, hookTimeout: 180_000 }),
    ],
  },
});
