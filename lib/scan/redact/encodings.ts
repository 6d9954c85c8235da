/** Texts inside of texts: strings of JSON, percent-encoded runs, text of HTML. Each is read decoded, and written back only when something was hidden. */
import { redacted, randomValue } from './values.ts';

/** How deep encodings may stand in each other; every layer makes the text shorter. */
const deepest = 4;

const jsonString = /"([^"\\]*(?:\\.[^"\\]*)*)("?)/gs;
const short: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|(.))/gis, (_all, code: string | undefined, char: string | undefined) =>
    code === undefined ? (short[char ?? ''] ?? char ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Letters and the underscore, escaped as nobody needs to: `p\u0061ssword`. */
const escapedLetter = /\\u00[4-7][\da-f]/i;
const escapedLetters = /\\u00(4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\da])/gi;

/** One value of a query or a form, or a segment: what stands between signs that are not encoded. */
const percentRun = /[\w.~!*'()+,:@/%[\]-]{8,}/g;
const percentSign = /%(?:2[0267BCDF]|3[ABDEF]|0[AD]|5[BD]|7[BD]|25|[C-F][\dA-F])/i;
function decodedPercent(text: string): string | null {
  try {
    // A run that was cut off may end within a character.
    return decodeURIComponent(text.replace(/(?:%[89a-f][\da-f]){1,3}$/i, ''));
  } catch {
    return null;
  }
}
/** What a query would not carry as it is. Signs of a path, which may have stood there as they are, and our own marks stay. */
const encodedPercent = (text: string): string =>
  text
    .split(/(\[redacted\]|\[random\])/)
    .map((part) =>
      part === redacted || part === randomValue
        ? part
        : encodeURIComponent(part.toWellFormed()).replace(/%(?:2[BCF]|3A|40)/g, decodeURIComponent),
    )
    .join('');

const entity = /&(quot|apos|lt|gt|amp|#0?3[49]|#x2[27]|#61|#58);/gi;
const characters: Record<string, string> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  '#34': '"',
  '#39': "'",
  '#034': '"',
  '#039': "'",
  '#x22': '"',
  '#x27': "'",
  '#61': '=',
  '#58': ':',
};
const names: Record<string, string> = { '"': '&quot;', "'": '&#39;', '<': '&lt;', '>': '&gt;', '&': '&amp;' };
const htmlText = /[^<>]+/g;

/** Hides secrets in the texts that `text` holds in encoded form. `redact` hides them in one decoded text, `depth` layers down. */
export function redactEncoded(text: string, depth: number, redact: (inner: string, depth: number) => string): string {
  if (depth >= deepest) return text;
  const inner = (decoded: string): string => redact(decoded, depth + 1);
  let out = text;
  if (escapedLetter.test(out)) {
    const decoded = out.replace(escapedLetters, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    const safe = inner(decoded);
    if (safe !== decoded) out = safe;
  }
  if (out.includes('\\'))
    out = out.replace(jsonString, (all, string: string, end: string) => {
      if (!string.includes('\\')) return all;
      const decoded = unescaped(string);
      const safe = inner(decoded);
      return safe === decoded ? all : `"${JSON.stringify(safe).slice(1, -1)}${end}`;
    });
  if (out.includes('%'))
    out = out.replace(percentRun, (run) => {
      if (!percentSign.test(run)) return run;
      const decoded = decodedPercent(run);
      if (decoded === null) return run;
      const safe = inner(decoded);
      return safe === decoded ? run : encodedPercent(safe);
    });
  if (out.includes('&'))
    out = out.replace(htmlText, (run) => {
      if (!run.includes('&') || run.search(entity) === -1) return run;
      const decoded = run.replace(entity, (_all, name: string) => characters[name.toLowerCase()] ?? '');
      const safe = inner(decoded);
      return safe === decoded ? run : safe.replace(/[<>"&]/g, (char) => names[char] ?? char);
    });
  return out;
}
