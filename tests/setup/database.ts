/** Gives each integration test file a database of its own, before anything of ours is imported. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';

const name = `test_${randomUUID().replaceAll('-', '')}`;
const admin = inject('postgresUrl');
const url = new URL(admin);
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

beforeAll(() => asAdmin(`CREATE DATABASE ${name} TEMPLATE template_latchkey STRATEGY FILE_COPY`));

afterAll(async () => {
  const { closeQueue } = await import('../../lib/queue/index.ts');
  const { closeDb } = await import('../../lib/db/index.ts');
  await closeQueue();
  await closeDb();
  await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
