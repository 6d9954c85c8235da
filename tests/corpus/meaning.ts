/** Reads a sentence with what stands beside it, as a page would show them, and says what was understood by meaning. */
import { read } from './measure.ts';

const NAMES: Record<string, string> = { 'no scopes': 'no-scopes' };

/** `near` is a table's header when the text is a row of cells, else a heading. */
export function passageOf(text: string, near = ''): string {
  if (near === '') return text;
  const cells = text.split(' | ').length;
  if (cells > 1) {
    const header = near.includes(' | ')
      ? near
      : ['Name', ...Array.from({ length: cells - 1 }, () => 'Meaning')].join(' | ');
    const table = `| ${header} |\n|${' --- |'.repeat(cells)}\n| ${text} |`;
    return near.includes(' | ') ? table : `## ${near}\n\n${table}`;
  }
  return /^["{]/.test(text) ? `## ${near}\n\n\`\`\`json\n${text}\n\`\`\`` : `## ${near}\n\n${text}`;
}

/** Whether a statement by its meaning ("self-service", "no approval", "client_credentials") is among those read. */
export function says(text: string, near: string | undefined, meaning: string): boolean {
  const found = read(passageOf(text, near));
  const without = meaning.replace(/^no /, '');
  const known = NAMES[meaning];
  if (known !== undefined) return found.some((one) => one.topic === known && one.sign === '+');
  const sign = meaning.startsWith('no ') ? '-' : '+';
  return found.some((one) => one.sign === sign && (one.topic === without || one.topic === `grant:${without}`));
}
