/**
 * Writes migrations and finds drift with Prisma's schema engine in WebAssembly (the native one is a download).
 *
 *     node scripts/schema.mjs new <name>    the SQL between prisma/migrations and prisma/schema.prisma, as a new migration
 *     node scripts/schema.mjs check         exit 1 when the migrations, or a database they were applied to, differ from the schema
 *
 * Both work on scratch databases of an embedded PostgreSQL, never on yours.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, mkdir, chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { ensureDatabase, migrate, readMigrations } from './migrate.mjs';
import { root, startPostgres, stopChild } from './processes.mjs';

const schemaPath = join(root, 'prisma', 'schema.prisma');
const migrationsPath = join(root, 'prisma', 'migrations');
const LOCK_FILE = 'provider = "postgresql"\n';
const filters = { externalTables: [], externalEnums: [] };

let loaded;

/** The engine's module, loaded once: its glue code keeps one WebAssembly instance, and a second would read the first one's memory. */
const loadEngine = () => (loaded ??= instantiateEngine());

/** Puts the WebAssembly in place by hand: Node does not import .wasm files. */
async function instantiateEngine() {
  // Without this a panic of the engine shows as a TypeError about a missing property.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const home = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const bytes = await readFile(join(home, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine;
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** An adapter on one database. `after` runs when the engine lets go of it. */
async function openAdapter(url, after) {
  const adapter = await new PrismaPg({ connectionString: url }).connect();
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const dispose = adapter.dispose.bind(adapter);
  let chars = [];
  // PostgreSQL's "char" (OID 18) is unknown to the adapter: read as text (25), answered as a character.
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    chars = [];
    result.fields?.forEach((field, index) => {
      if (field.dataTypeID !== 18) return;
      field.dataTypeID = 25;
      chars.push(index);
    });
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  // The adapter's own version splits the SQL at every semicolon, also inside functions.
  adapter.executeScript = (sql) => withClient(url, (client) => client.query(sql));
  adapter.dispose = async () => {
    await dispose();
    await after?.();
  };
  return adapter;
}

/** An adapter factory whose shadow database is a database of its own: the adapter's stock one would be `url` itself. */
function adapterFactory(url) {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => openAdapter(url),
    async connectToShadowDb() {
      const name = `shadow_${randomUUID()}`;
      await withClient(url, (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE template0`));
      const shadow = new URL(url);
      shadow.pathname = `/${name}`;
      return openAdapter(shadow.href, () =>
        withClient(url, (client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`)),
      );
    },
  };
}

/** The SQL that turns `from` into the schema `content`, or null when there is nothing to do. */
async function difference(engine, url, from, content) {
  const files = [{ path: schemaPath, content }];
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: [[schemaPath, content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory(url)),
  );
  const result = await schemaEngine.diff({
    from: from(files),
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters,
  });
  return result.exitCode === 2 ? result.stdout : null;
}

async function fromMigrations() {
  const migrations = await readMigrations();
  if (migrations.length === 0) return () => ({ tag: 'empty' });
  return () => ({
    tag: 'migrations',
    baseDir: migrationsPath,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: LOCK_FILE },
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  });
}

const fromDatabase = (files) => ({ tag: 'schemaDatasource', files, configDir: join(root, 'prisma') });

const readSchema = () => readFile(schemaPath, 'utf8');

/** What differs, in words and SQL; empty when the migrations and a database made by them equal the schema. */
export async function findDrift(adminUrl, schema) {
  const content = schema ?? (await readSchema());
  const engine = await loadEngine();
  const url = await ensureDatabase(adminUrl, `drift_${randomUUID().slice(0, 8)}`);
  const problems = [];
  const pending = await difference(engine, url, await fromMigrations(), content);
  if (pending)
    problems.push(
      `prisma/schema.prisma is ahead of prisma/migrations. Run: npm run db:new-migration <name>\n${pending}`,
    );
  await migrate(url);
  const live = await difference(engine, url, fromDatabase, content);
  if (live && !pending) problems.push(`A database made by the migrations differs from the schema:\n${live}`);
  return problems;
}

/** Writes the next migration and returns its name, or null when the schema has not changed. */
export async function newMigration(adminUrl, name, now = new Date()) {
  const sql = await difference(await loadEngine(), adminUrl, await fromMigrations(), await readSchema());
  if (!sql) return null;
  const folder = `${now.toISOString().replace(/\D/g, '').slice(0, 14)}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
  await mkdir(join(migrationsPath, folder), { recursive: true });
  await writeFile(join(migrationsPath, folder, 'migration.sql'), sql);
  await writeFile(join(migrationsPath, 'migration_lock.toml'), LOCK_FILE);
  return folder;
}

async function main([command, name]) {
  if (command !== 'check' && !(command === 'new' && name)) {
    console.error('usage: node scripts/schema.mjs check | new <name>');
    return 2;
  }
  const scratch = await mkdtemp(join(tmpdir(), 'latchkey-schema-'));
  await chmod(scratch, 0o755);
  const postgres = await startPostgres(join(scratch, 'pg'));
  try {
    if (command === 'new') {
      const made = await newMigration(postgres.url, name);
      console.log(
        made
          ? `Wrote prisma/migrations/${made}/migration.sql. Read it before you commit it.`
          : 'The schema has not changed.',
      );
      return 0;
    }
    const problems = await findDrift(postgres.url);
    for (const problem of problems) console.error(problem);
    if (problems.length === 0) console.log('Schema, migrations and database agree.');
    return problems.length ? 1 : 0;
  } finally {
    await stopChild(postgres);
    await rm(scratch, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await main(process.argv.slice(2));
