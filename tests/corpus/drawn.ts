import { createHash } from 'node:crypto';

const bytes = (text: string) => createHash('sha256').update(text).digest();

/** One of so many parts, drawn by the hash of a text. */
export const drawn = (text: string, parts: number): boolean => (bytes(text)[0] ?? 0) % parts === 0;

/** A number from 0 to 1, drawn by the hash of a text. */
export const fraction = (text: string): number => bytes(text).readUInt16BE(2) / 65_536;
