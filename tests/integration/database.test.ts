import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { ensureDatabase, migrate, readMigrations } from '../../scripts/migrate.mjs';
import { findDrift } from '../../scripts/schema.mjs';
import { db } from '../../lib/db/index.ts';

const admin = inject('postgresUrl');
const emptyDatabase = () => ensureDatabase(admin, `empty_${randomUUID().slice(0, 8)}`);

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  it('are applied once, in order, also by three deployers at once', async () => {
    const url = await emptyDatabase();
    const names = (await readMigrations()).map(({ name }) => name);
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.flat()).toEqual(names);
    expect(await migrate(url)).toEqual([]);
    const rows = await query(url, 'SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY migration_name');
    expect(rows).toEqual(names.map((name) => ({ migration_name: name, applied_steps_count: 1, finished: true })));
  });

  it('make the tables of queue and limits, in schemas of their own, and one secret that stays', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const rows = await query(url, "SELECT table_schema AS name, count(*) > 0 AS tables FROM information_schema.tables WHERE table_schema IN ('bullmq', 'limits') GROUP BY 1 ORDER BY 1");
    expect(rows).toEqual([{ name: 'bullmq', tables: true }, { name: 'limits', tables: true }]);
    const secret = await query(url, 'SELECT value FROM limits.secret');
    expect(secret).toEqual([{ value: expect.stringMatching(/^[0-9a-f-]{72}$/) }]);
    await migrate(url);
    expect(await query(url, 'SELECT value FROM limits.secret')).toEqual(secret);
  });

  it('warn when one was edited after it was applied, and stop at an unfinished one', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    await query(url, "UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name LIKE '%_first_scan'");
    const warnings: string[] = [];
    await migrate(url, { warn: (message) => warnings.push(message) });
    expect(warnings).toEqual([expect.stringContaining('was edited after it had been applied')]);
    await query(url, 'UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrate(url)).rejects.toThrow('was begun and never finished');
  });
});

describe('drift', () => {
  it('there is none between schema, migrations and database', async () => {
    expect(await findDrift(admin)).toEqual([]);
  });

  it('is found when the schema has a column that no migration makes', async () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8').replace('hidden    Boolean', 'colour    String?\n  hidden    Boolean');
    expect(await findDrift(admin, schema)).toEqual([expect.stringContaining('ADD COLUMN     "colour"')]);
  });
});

describe('statistics', () => {
  it('are SQL: pass rate of a signal over the latest scans', async () => {
    const rows = await db().$queryRaw`
      SELECT signal_id, count(*) FILTER (WHERE signal_result.status = 'pass') AS passed FROM signal_result JOIN scan ON scan.id = scan_id GROUP BY signal_id`;
    expect(rows).toEqual([]);
  });
});
