import { defineConfig } from 'prisma/config';

/** Generating the client needs no database, so the fallback address is never connected to. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/latchkey' },
});
