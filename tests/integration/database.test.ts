import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { ensureDatabase, ensureOwnDatabase, migrate, readMigrations } from '../../scripts/migrate.mjs';
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
    const rows = await query(
      url,
      'SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY migration_name',
    );
    expect(rows).toEqual(names.map((name) => ({ migration_name: name, applied_steps_count: 1, finished: true })));
  });

  it('make the tables of queue and limits, in schemas of their own, and one secret that stays', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const rows = await query(
      url,
      "SELECT table_schema AS name, count(*) > 0 AS tables FROM information_schema.tables WHERE table_schema IN ('bullmq', 'limits') GROUP BY 1 ORDER BY 1",
    );
    expect(rows).toEqual([
      { name: 'bullmq', tables: true },
      { name: 'limits', tables: true },
    ]);
    const secret = await query(url, 'SELECT value FROM limits.secret');
    expect(secret).toEqual([{ value: expect.stringMatching(/^[0-9a-f-]{72}$/) }]);
    await migrate(url);
    expect(await query(url, 'SELECT value FROM limits.secret')).toEqual(secret);
  });

  it('look at tables that were filled and never looked at, as after a restore', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const known = 'SELECT reltuples AS rows FROM pg_class WHERE oid = $$blocked_target$$::regclass';
    await query(url, 'ALTER TABLE blocked_target SET (autovacuum_enabled = false)');
    await query(
      url,
      "INSERT INTO blocked_target (entry, reason, added_by) SELECT n || '.example', 'owner', 'operator' FROM generate_series(1, 500) n",
    );
    expect(await query(url, known)).toEqual([{ rows: -1 }]);
    await migrate(url);
    expect(await query(url, known)).toEqual([{ rows: 500 }]);
  });

  it('are applied by a role that is no superuser, also on data that the administrator had made before', async () => {
    const name = `own_${randomUUID().slice(0, 8)}`;
    await migrate(await ensureDatabase(admin, name));
    const first = await ensureOwnDatabase(admin, name);
    const url = await ensureOwnDatabase(admin, name);
    expect(url).not.toBe(first);
    expect(await migrate(url)).toEqual([]);
    const foreign = await query(
      url,
      `SELECT relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE relowner <> '${name}'::regrole AND nspname !~ '^pg_' AND nspname <> 'information_schema'
       UNION ALL SELECT typname FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace
        WHERE typowner <> '${name}'::regrole AND nspname !~ '^pg_' AND nspname <> 'information_schema'
       UNION ALL SELECT nspname FROM pg_namespace
        WHERE nspowner <> '${name}'::regrole AND nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
       UNION ALL SELECT proname FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
        WHERE proowner <> '${name}'::regrole AND nspname !~ '^pg_' AND nspname <> 'information_schema'`,
    );
    expect(foreign).toEqual([]);
    expect(await query(url, 'SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user')).toEqual([
      { super: false },
    ]);
    await query(url, 'CREATE TABLE later (id integer)');
    await expect(query(first, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await expect(query(url, "COPY (SELECT 1) TO PROGRAM 'true'")).rejects.toThrow('permission denied');
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
    const schema = readFileSync('prisma/schema.prisma', 'utf8').replace(
      'hidden    Boolean',
      'colour    String?\n  hidden    Boolean',
    );
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
