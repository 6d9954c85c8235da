/** The database client: one per process, made on first use, so that importing this module never connects. */
import { PrismaPg } from '@prisma/adapter-pg';
import { databaseUrl, settings } from '../settings.ts';
import { PrismaClient } from './generated/client.ts';

export { Prisma } from './generated/client.ts';

// `next dev` evaluates modules again after each change; a client kept here is not lost with the old module.
const shared = globalThis as typeof globalThis & { latchkeyDatabase?: PrismaClient };

/** The process's Prisma client. @throws {SettingsError} when DATABASE_URL is missing. */
export function db(): PrismaClient {
  shared.latchkeyDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: databaseUrl(),
      max: settings().databasePool,
      // Without limits a dead or overloaded server would hold every request forever instead of answering 503.
      connectionTimeoutMillis: 5000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 20_000,
      application_name: 'latchkey',
    }),
    transactionOptions: { maxWait: 5000, timeout: 15_000 },
    errorFormat: 'minimal',
  });
  return shared.latchkeyDatabase;
}

/** Closes the client's connections; the next `db()` makes a new one. */
export async function closeDb(): Promise<void> {
  const client = shared.latchkeyDatabase;
  delete shared.latchkeyDatabase;
  await client?.$disconnect();
}
