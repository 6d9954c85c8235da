/** Looking for a planted secret in what a verified scan leaves behind. */
import { Redis } from 'ioredis';
import { db } from '../../../lib/db/index.ts';
import { secrets } from './api.ts';

/** A secret as anything may write it. Made here anew, so that the search does not share a mistake with what hides. */
export function spelled(secret: string): string[] {
  const bytes = (text: string) => Buffer.from(text);
  const inner = (text: string) => text.replace(/=+$/, '').slice(2, -3);
  const form = new URLSearchParams({ secret }).toString().slice('secret='.length);
  return [
    secret,
    secret.toUpperCase(),
    secret.slice(0, -3),
    encodeURIComponent(secret),
    form,
    JSON.stringify(secret).slice(1, -1),
    bytes(secret).toString('hex'),
    ...['', 'x', 'xx'].flatMap((before) => [
      inner(bytes(before + secret).toString('base64')),
      inner(bytes(before + secret).toString('base64url')),
    ]),
    // The part of a Basic credential that is the secret's own.
    bytes(`${secrets.clientId}:${form}`).toString('base64').slice(-28, -6),
  ].filter((word) => word.length >= 6);
}

/** The places that hold one of the secrets in any spelling, each cut to what a failed test may print. */
export function placesWith(places: readonly string[], planted: readonly string[]): string[] {
  const words = planted.flatMap(spelled).map((word) => word.toLowerCase());
  return places
    .filter((place) => words.some((word) => place.toLowerCase().includes(word)))
    .map((place) => place.slice(0, 200));
}

/** Every row of every table of the database as text, those of the queue and of the limits included. */
export async function everyRow(): Promise<string[]> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
  const rows = await Promise.all(
    tables.map(({ name }) => db().$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} t`)),
  );
  return rows.flat().map(({ row }) => row);
}

/** Every key of a Redis that begins with the prefix, and what it holds, as text. */
export async function everyKey(url: string, prefix: string): Promise<string[]> {
  const redis = new Redis(url);
  try {
    const read: Record<string, (key: string) => Promise<unknown>> = {
      string: (key) => redis.get(key),
      hash: (key) => redis.hgetall(key),
      list: (key) => redis.lrange(key, 0, -1),
      set: (key) => redis.smembers(key),
      zset: (key) => redis.zrange(key, '0', '-1'),
      stream: (key) => redis.xrange(key, '-', '+'),
    };
    const keys = await redis.keys(`${prefix}:*`);
    return await Promise.all(
      keys.map(async (key) => `${key} ${JSON.stringify(await read[await redis.type(key)]?.(key))}`),
    );
  } finally {
    redis.disconnect();
  }
}
