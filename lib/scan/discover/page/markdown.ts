/** Reads Markdown (llms.txt, `.md` twins of pages, CommonMark with tables) and plain text into a draft. */
import type { TextBlock } from '../../types.ts';
import { Draft, squeeze } from './draft.ts';

const MAX_LINES = 40_000;
const MAX_LINE = 8_000;

interface Reference {
  label: string;
  text: string;
}

/** Reads a Markdown document. Everything is main text: Markdown has no landmarks. */
export function readMarkdown(text: string, draft: Draft): void {
  const lines = text.replace(/\r\n?/g, '\n').split('\n', MAX_LINES).map((line) => line.slice(0, MAX_LINE));
  const definitions = new Map<string, string>();
  for (const line of lines) {
    const found = /^ {0,3}\[([^\]]{1,120})\]:\s{0,10}<?(\S{1,2048}?)>?(?:\s|$)/.exec(line);
    if (found !== null && definitions.size < 2_000) definitions.set((found[1] ?? '').toLowerCase(), found[2] ?? '');
  }
  let paragraph: string[] = [];
  let kind: TextBlock['kind'] = 'prose';
  let fence: string | null = null;
  let code: string[] = [];
  let inList = false;
  const flush = () => {
    if (paragraph.length > 0) draft.block(inline(paragraph.join(' '), draft, definitions), kind, 'main');
    paragraph = [];
    kind = 'prose';
  };
  const flushCode = () => {
    if (code.length > 0) draft.block(code.join('\n'), 'code', 'main');
    code = [];
  };

  let start = 0;
  if (lines[0]?.trim() === '---') {
    const end = lines.findIndex((line, index) => index > 0 && index < 60 && line.trim() === '---');
    if (end > 0) {
      for (const line of lines.slice(1, end)) {
        const title = /^title:\s{0,10}["']?([^"']{1,300})/.exec(line)?.[1];
        if (title !== undefined) draft.title = squeeze(title);
      }
      start = end + 1;
    }
  }
  for (let index = start; index < lines.length; index += 1) {
    const raw = lines[index] ?? '';
    const opening = /^\s{0,12}(?:[-*+]\s{1,4})?(`{3,}|~{3,})/.exec(raw)?.[1];
    if (fence !== null) {
      if (opening !== undefined && opening.startsWith(fence) && raw.trim() === opening) {
        fence = null;
        flushCode();
      } else code.push(raw);
      continue;
    }
    if (opening !== undefined) {
      flush();
      flushCode();
      fence = opening;
      continue;
    }
    const line = raw.replace(/^(?: {0,3}>\s?){1,5}/, '');
    const trimmed = line.trim();
    if (trimmed === '') {
      flush();
      if (code.length > 0) code.push('');
      continue;
    }
    if (/^ {0,3}\[[^\]]{1,120}\]:\s/.test(line)) continue;
    // Indented code (CommonMark §4.4) starts after a blank line and outside of lists.
    if (/^(?: {4}|\t)/.test(line) && paragraph.length === 0 && !inList) {
      code.push(line.replace(/^(?: {4}|\t)/, ''));
      continue;
    }
    flushCode();
    const heading = /^ {0,3}(#{1,6})\s{1,8}(.*)$/.exec(line);
    if (heading !== null) {
      flush();
      inList = false;
      const words = inline((heading[2] ?? '').replace(/\s#{1,20}\s{0,8}$/, ''), draft, definitions);
      if (draft.title === '' && heading[1] === '#') draft.title = words.slice(0, 300);
      draft.block(words, 'heading', 'main');
      continue;
    }
    if (/^ {0,3}(?:=+|-{2,})\s{0,20}$/.test(line) && paragraph.length === 1 && kind === 'prose') {
      kind = 'heading';
      if (draft.title === '') draft.title = inline(paragraph[0] ?? '', new Draft(draft.base), definitions).slice(0, 300);
      flush();
      continue;
    }
    if (/^ {0,3}(?:[-*_] {0,2}){3,}$/.test(line)) {
      flush();
      continue;
    }
    if (trimmed.startsWith('|') || (trimmed.includes(' | ') && /^\s{0,3}:?-{2,}/.test((lines[index + 1] ?? '').replace(/^\|/, '')) )) {
      flush();
      if (/^[|:\-\s]+$/.test(trimmed)) continue;
      const cells = trimmed.replace(/^\|/, '').replace(/\|$/, '').split(/(?<!\\)\|/).map((cell) => inline(cell, draft, definitions));
      draft.block(cells.join(' | '), 'row', 'main');
      continue;
    }
    if (/^[|:\-\s]+$/.test(trimmed) && trimmed.includes('-')) continue;
    const item = /^\s{0,12}(?:[-*+]|\d{1,4}[.)])\s{1,8}(.*)$/.exec(line);
    if (item !== null) {
      flush();
      inList = true;
      kind = 'item';
      paragraph.push(item[1] ?? '');
      continue;
    }
    if (!/^\s/.test(line) && paragraph.length === 0) inList = false;
    paragraph.push(trimmed);
  }
  flush();
  flushCode();
}

/** Reads plain text: paragraphs between blank lines, list items, and indented lines as code. Bare URLs count as links. */
export function readPlain(text: string, draft: Draft): void {
  let paragraph: string[] = [];
  let code: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) draft.block(paragraph.join(' '), 'prose', 'main');
    if (code.length > 0) draft.block(code.join('\n'), 'code', 'main');
    paragraph = [];
    code = [];
  };
  for (const raw of text.replace(/\r\n?/g, '\n').split('\n', MAX_LINES)) {
    const line = raw.slice(0, MAX_LINE);
    const trimmed = line.trim();
    if (trimmed === '') {
      flush();
      continue;
    }
    if (draft.title === '') draft.title = squeeze(trimmed.replace(/^[#=*\s]+/, '')).slice(0, 300);
    bareLinks(trimmed, draft);
    if (/^(?: {4}|\t)/.test(line) || /^(?:curl|GET|POST|PUT|PATCH|DELETE|HTTP\/|Host:|Authorization:|[{}[\]"])/.test(trimmed)) {
      if (paragraph.length > 0) flush();
      code.push(line);
    } else if (/^(?:[-*+]|\d{1,4}[.)])\s/.test(trimmed)) {
      flush();
      draft.block(trimmed.replace(/^(?:[-*+]|\d{1,4}[.)])\s+/, ''), 'item', 'main');
    } else {
      if (code.length > 0) flush();
      paragraph.push(trimmed);
    }
  }
  flush();
}

/** Resolves inline marks: links are noted and replaced by their text, emphasis and backticks go, raw HTML tags go (their links stay). */
function inline(source: string, draft: Draft, definitions: ReadonlyMap<string, string>): string {
  const references: Reference[] = [];
  // Targets hold no opening bracket: where each `[](` could go on through all that follow, a page of them would cost its square.
  const text = source
    .replace(/!\[([^\]]{0,300})\]\([^)\s[]{0,2048}(?:\s[^)]{0,300})?\)/g, '$1')
    .replace(/\[([^\][]{0,500})\]\(\s{0,4}<?([^)\s>[]{1,2048})>?(?:\s{1,4}["'(][^)]{0,300})?\s{0,4}\)/g, (_whole, label: string, href: string) => {
      draft.link(href, plain(label), [], 'main');
      return label;
    })
    .replace(/\[([^\][]{1,300})\]\[([^\][]{0,120})\]/g, (whole, label: string, id: string) => {
      const href = definitions.get((id === '' ? label : id).toLowerCase());
      if (href === undefined) return whole;
      references.push({ label: href, text: label });
      return label;
    })
    .replace(/<(https?:\/\/[^\s<>]{1,2048})>/gi, (_whole, href: string) => {
      draft.link(href, href, [], 'main');
      return href;
    });
  for (const reference of references) draft.link(reference.label, plain(reference.text), [], 'main');
  for (const found of text.matchAll(/<[a-z][\w.-]{0,40}\s[^<>]{0,600}?(?:href|url|to)=["'{]{1,2}([^"'}]{1,2048})/gi)) {
    const title = /(?:title|label)=["']([^"']{1,200})/.exec(found[0])?.[1] ?? '';
    draft.link(found[1] ?? '', title, [], 'main');
  }
  bareLinks(text, draft);
  return plain(text);
}

function bareLinks(text: string, draft: Draft): void {
  for (const found of text.matchAll(/(?<![(\w"'=/`])https?:\/\/[^\s<>"'`)\]|{}]{4,2048}/gi)) {
    const end = found.index + found[0].length;
    // What stands around it names it. Only that much is copied: a paragraph may hold thousands of links.
    draft.link(found[0].replace(/[.,;:!?*_]+$/, ''), (text.slice(0, Math.min(found.index, 200)) + text.slice(end, end + 200)).slice(0, 200), [], 'main');
  }
}

function plain(text: string): string {
  const parts = text.split('`');
  // Odd parts stand between backticks (an unclosed one opens nothing): code keeps its brackets and stars.
  return squeeze(parts.map((part, index) => (index % 2 === 1 && index < parts.length - 1 ? part : unmarked(part))).join(''));
}

function unmarked(text: string): string {
  return (
    text
      // Tags go, placeholders in angle brackets stay: a tag or component has a known shape, `<your token>` and `<API_KEY>` have not.
      .replace(/<\/?(?:a|b|i|em|strong|code|br|p|div|span|sup|sub|kbd|details|summary|img|td|tr|th|table|ul|ol|li|h[1-6]|[A-Z][a-z]\w{0,40})(?:\s[^<>]{0,600}=[^<>]{0,600})?\/?>/g, ' ')
      .replace(/\*\*|__(?=\S)|(?<=\S)__/g, '')
      .replace(/\\([\\`*_{}[\]()#+.!|<>-])/g, '$1')
  );
}
