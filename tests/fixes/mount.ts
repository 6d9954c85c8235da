/** Puts lines into an app as a person would. */

/** Lines that a comment places: instead of one that is there, after the guard, or anywhere among the new ones. */
const instead = /(?:\/\/|#) instead of (.*?)(?:, in the plugin.*|, on the .*)?:$/;
const afterGuard = /(?:\/\/|#) after the guard/;
const imports = /^(import .* from '.*';|import "[^"]+"|from \S+ import .*|use [\w\\]+;)$/;

/**
 * Imports go to the top, a line that stands for another takes its place, and the rest goes to the marks `new lines go here` and `after the guard`.
 * @throws when the app has no line that is to be replaced
 */
export function mount(source: string, lines: string): string {
  let text = source;
  const added: Record<string, string[]> = { 'new lines go here': [], 'after the guard': [] };
  let place = 'new lines go here';
  let old: string | null = null;
  for (const line of lines.split('\n')) {
    const replaces = instead.exec(line)?.[1];
    if (line === '') place = 'new lines go here';
    else if (replaces !== undefined) old = replaces;
    else if (afterGuard.test(line)) place = 'after the guard';
    else if (imports.test(line)) text = withImport(text, line);
    else if (/^\s*(\/\/|#)/.test(line)) continue;
    else if (old === null) added[place]?.push(line);
    else {
      if (!text.includes(old)) throw new Error(`The app has no line ${old}.`);
      text = text.replaceAll(old, line.replace(/;$/, ''));
      old = null;
    }
  }
  for (const [mark, found] of Object.entries(added))
    if (found.length > 0)
      text = text.replace(new RegExp(`^.*---- ${mark}.*$`, 'm'), (whole) => `${whole}\n${found.join('\n')}`);
  return text;
}

function withImport(text: string, line: string): string {
  if (text.includes(line)) return text;
  const first = text.search(/^(import|from|use) /m);
  return `${text.slice(0, first)}${line}\n${text.slice(first)}`;
}
