/** Making values that came from a hostile target fit to be stored in PostgreSQL. */
import type { Prisma } from './generated/client.ts';

/** PostgreSQL's text and jsonb take neither NUL nor half a surrogate pair; both become U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** The value as plain JSON with every string (keys too) storable; members that JSON cannot hold are dropped, as JSON.stringify does. */
export function storableJson(value: object): Prisma.InputJsonObject {
  const text = JSON.stringify(value, (_, member: unknown) => {
    if (typeof member === 'string') return storableText(member);
    if (member === null || typeof member !== 'object' || Array.isArray(member)) return member;
    const entries = Object.entries(member);
    return entries.every(([key]) => storableText(key) === key)
      ? member
      : Object.fromEntries(entries.map(([key, inner]) => [storableText(key), inner]));
  });
  return JSON.parse(text) as Prisma.InputJsonObject;
}
