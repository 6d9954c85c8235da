/** Pieces of a text that are to be hidden. */
import { redacted } from './values.ts';

/** From the first character up to, and without, the last. */
export type Range = readonly [start: number, end: number];

/** `text` without the ranges, in any order, overlapping or not. */
export function without(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let out = '';
  let at = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (start < at) continue;
    out += text.slice(at, start) + redacted;
    at = end;
  }
  return out + text.slice(at);
}

/** Like `matchAll`, which copies its pattern for each text: these patterns are long and most texts are short. `pattern` is global. */
export function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
