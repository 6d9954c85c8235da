/**
 * Applies the migrations of prisma/migrations with nothing but `pg`: Prisma's own deployer needs a native engine that is
 * downloaded at install time. It keeps Prisma's table, lock and checksums, so `prisma migrate` reads the same history.
 *
 *     DATABASE_URL=… node scripts/migrate.mjs
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { root } from './processes.mjs';

/** Prisma's advisory lock: two deployers, ours or theirs, never run at once. */
const LOCK = 72707369;
const folder = join(root, 'prisma', 'migrations');

/**
 * Counts of visitors and of what scans ask of whom, in a schema of their own that Prisma does not look at: the columns are rate-limiter-flexible's. They are worth
 * nothing after minutes, so the tables are unlogged, which also keeps them out of replicas and backups of the log. The secret is the key of
 * the hashes that stand for addresses.
 */
const limits = `
  CREATE SCHEMA IF NOT EXISTS limits;
  CREATE UNLOGGED TABLE IF NOT EXISTS limits.visitor (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
  CREATE INDEX IF NOT EXISTS visitor_expire ON limits.visitor (expire);
  CREATE UNLOGGED TABLE IF NOT EXISTS limits.contact (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
  CREATE INDEX IF NOT EXISTS contact_expire ON limits.contact (expire);
  CREATE TABLE IF NOT EXISTS limits.secret (one boolean PRIMARY KEY DEFAULT true CHECK (one), value text NOT NULL);
  INSERT INTO limits.secret (value) VALUES (gen_random_uuid()::text || gen_random_uuid()::text) ON CONFLICT DO NOTHING;
`;

/** All migrations in order: name, SQL and the checksum that Prisma keeps. */
export async function readMigrations() {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Makes the database `name` on the server of `adminUrl` unless it is there; returns its address. */
export async function ensureDatabase(adminUrl, name) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE "${name}"`);
  } catch (error) {
    if (error.code !== '42P04') throw error;
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Hands everything in the database to the role, for data that was made while the administrator himself owned it. PostgreSQL has no one
 * command for that: REASSIGN OWNED refuses the first superuser, who also owns the system's own objects.
 */
const handOver = (role) => `
  DO $$
  DECLARE what record;
  BEGIN
    FOR what IN
      SELECT format('SCHEMA %I', nspname) AS name FROM pg_namespace
        WHERE nspowner <> '${role}'::regrole AND nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
      UNION ALL
      SELECT format('%s %s', CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, pg_class.oid::regclass)
        FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE relowner <> '${role}'::regrole AND relkind IN ('r', 'p', 'v', 'm', 'S') AND nspname !~ '^pg_' AND nspname <> 'information_schema'
          AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND relkind = 'S' AND deptype IN ('a', 'i'))
      UNION ALL
      SELECT format('TYPE %s', pg_type.oid::regtype) FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace
        WHERE typowner <> '${role}'::regrole AND typtype IN ('e', 'd') AND nspname !~ '^pg_' AND nspname <> 'information_schema'
      UNION ALL
      SELECT format('ROUTINE %s', pg_proc.oid::regprocedure) FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
        WHERE proowner <> '${role}'::regrole AND nspname !~ '^pg_' AND nspname <> 'information_schema'
    LOOP
      EXECUTE format('ALTER %s OWNER TO %I', what.name, '${role}');
    END LOOP;
  END $$`;

/** Runs one statement after the other as the address says. */
async function runAll(connectionString, statements) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Makes the database `name` unless it is there, and a role of the same name that owns it and can do nothing else on the server; returns the
 * address under which that role connects, with a password that is new each time. What an earlier version left to the administrator is
 * handed over.
 */
export async function ensureOwnDatabase(adminUrl, name) {
  const url = new URL(await ensureDatabase(adminUrl, name));
  const password = randomBytes(18).toString('base64url');
  const can = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  await runAll(adminUrl, [
    `DO $$ BEGIN CREATE ROLE "${name}"; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    `ALTER ROLE "${name}" ${can} PASSWORD '${password}'`,
    `ALTER DATABASE "${name}" OWNER TO "${name}"`,
    `REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`,
  ]);
  await runAll(url.href, [handOver(name)]);
  url.username = name;
  url.password = password;
  return url.href;
}

async function apply(client, { name, sql, checksum }) {
  const id = randomUUID();
  await client.query(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, now())',
    [id, checksum, name],
  );
  try {
    // One simple query is one implicit transaction: a file that fails leaves nothing behind.
    await client.query(sql);
  } catch (error) {
    await client.query('UPDATE _prisma_migrations SET logs = $2, rolled_back_at = now() WHERE id = $1', [
      id,
      String(error.message),
    ]);
    throw new Error(`Migration ${name} failed: ${error.message}`, { cause: error });
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}

/**
 * Lets the planner look at tables that were filled and never looked at, as those of a restored database: until it has, pages of figures are slow.
 * PostgreSQL does so by itself only some time later.
 */
async function analyse(client) {
  const { rows } = await client.query(
    `SELECT c.oid::regclass::text AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.reltuples = -1 AND pg_relation_size(c.oid) > 0`,
  );
  // `regclass` writes the name as it must be written.
  for (const { name } of rows) await client.query(`ANALYZE ${name}`);
}

/**
 * Applies what is pending and brings the tables of the queue (schema `bullmq`) and of the visitors' limits (schema `limits`) up to date.
 * Returns the names that were applied; throws when an earlier migration was left unfinished or one fails.
 */
export async function migrate(connectionString, { warn = console.warn } = {}) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL,
      finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
      started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
    const { rows } = await client.query(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const known = new Map(rows.map((row) => [row.migration_name, row]));
    const applied = [];
    for (const migration of await readMigrations()) {
      const row = known.get(migration.name);
      if (row && !row.finished_at)
        throw new Error(
          `Migration ${migration.name} was begun and never finished. Mark it as rolled back in _prisma_migrations, then run this again.`,
        );
      if (row && row.checksum !== migration.checksum)
        warn(`Migration ${migration.name} was edited after it had been applied.`);
      if (row) continue;
      await apply(client, migration);
      applied.push(migration.name);
    }
    const { runMigrations } = await import('bullmq');
    await runMigrations(client, 'bullmq');
    await client.query(limits);
    await analyse(client);
    return applied;
  } finally {
    // Ending the session also gives the lock back.
    await client.end();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env.DATABASE_URL;
  if (!url) {
    console.error(
      'DATABASE_URL must name the PostgreSQL database to migrate, for example postgresql://user:password@host:5432/latchkey',
    );
    process.exit(2);
  }
  const applied = await migrate(url);
  console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
}
