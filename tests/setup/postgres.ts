/** One PostgreSQL for all integration tests, with a migrated template that each test file copies. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureDatabase, migrate } from '../../scripts/migrate.mjs';
import { startPostgres, stopChild } from '../../scripts/processes.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's address of the test server. */
    postgresUrl: string;
  }
}

/** Name of the database that test files copy. */
export const TEMPLATE = 'template_latchkey';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-test-'));
  // As root the server runs as "nobody", who must be able to enter.
  await chmod(folder, 0o755);
  const postgres = await startPostgres(join(folder, 'pg'));
  await migrate(await ensureDatabase(postgres.url, TEMPLATE));
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await stopChild(postgres);
    await rm(folder, { recursive: true, force: true });
  };
}
