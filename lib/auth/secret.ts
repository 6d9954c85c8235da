/** The key that signs session cookies: made once per installation and kept in its database, so that every web process has the same. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { db } from '../db/index.ts';

const name = 'auth-secret';

/** The signing key; the first caller of an installation makes it, and of several at once all get the same. */
export async function authSecret(): Promise<string> {
  const made = randomBytes(32).toString('base64url');
  await db().siteSetting.createMany({ data: [{ name, value: made }], skipDuplicates: true });
  const { value } = await db().siteSetting.findUniqueOrThrow({ where: { name } });
  return z.string().min(40).parse(value);
}
