/** Reads Markdown (llms.txt, `.md` twins of pages, CommonMark with tables) and plain text into a draft. */
import type { TextBlock } from '../../types.ts';
import { Draft, squeeze } from './draft.ts';

const MAX_LINES = 40_000;
const MAX_LINE = 8_000;

const FENCE = /^\s{0,12}(?:[-*+]\s{1,4})?(`{3,}(?!.*`)|~{3,})/;
const DEFINITION = /^ {0,3}\[([^\]]{1,120})\]:\s{0,10}<?(\S{1,2048}?)>?(?:\s|$)/;
const INDENT = /^(?: {4}|\t)/;
const HEADING = /^ {0,3}(#{1,6})\s{1,8}(.*)$/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})\s{0,20}$/;
const RULE = /^ {0,3}(?:[-*_] {0,2}){3,}$/;
const TABLE_RULE = /^[|:\-\s]+$/;
const PLAIN_ITEM = /^(?:[-*+]|\d{1,4}[.)])\s+/;
const ITEM = /^\s{0,12}(?:[-*+]|\d{1,4}[.)])\s{1,8}(.*)$/;

const linesOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n', MAX_LINES)
    .map((line) => line.slice(0, MAX_LINE));

/** Reads a Markdown document. Everything is main text: Markdown has no landmarks. */
export function readMarkdown(text: string, draft: Draft): void {
  const lines = linesOf(text);
  const definitions = new Map<string, string>();
  for (const line of lines) {
    const [, label, target] = DEFINITION.exec(line) ?? [];
    if (label !== undefined && definitions.size < 2_000) definitions.set(label.toLowerCase(), target ?? '');
  }
  const reader = new MarkdownReader(draft, definitions);
  for (let index = frontMatter(lines, draft); index < lines.length; index += 1)
    reader.line(lines[index] ?? '', lines[index + 1] ?? '');
  reader.end();
}

/** The title of a block of YAML before the text; returns the line at which the text begins. */
function frontMatter(lines: readonly string[], draft: Draft): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && index < 60 && line.trim() === '---');
  for (const line of lines.slice(1, Math.max(end, 1))) {
    const title = /^title:\s{0,10}["']?([^"']{1,300})/.exec(line)?.[1];
    if (title !== undefined) draft.title = squeeze(title);
  }
  return end > 0 ? end + 1 : 0;
}

/** What is open while the lines of a document go by. */
class MarkdownReader {
  readonly #draft: Draft;
  readonly #definitions: ReadonlyMap<string, string>;
  #paragraph: string[] = [];
  #kind: TextBlock['kind'] = 'prose';
  #fence: string | null = null;
  #code: string[] = [];
  #inList = false;

  constructor(draft: Draft, definitions: ReadonlyMap<string, string>) {
    this.#draft = draft;
    this.#definitions = definitions;
  }

  line(raw: string, next: string): void {
    const opening = FENCE.exec(raw)?.[1];
    if (this.#fence !== null) {
      const closes = opening !== undefined && opening.startsWith(this.#fence) && raw.trim() === opening;
      if (!closes) this.#code.push(raw);
      else this.#flushCode();
      if (closes) this.#fence = null;
    } else if (opening !== undefined) {
      this.end();
      this.#fence = opening;
    } else this.#text(raw.replace(/^(?: {0,3}>\s?){1,5}/, ''), next);
  }

  /** Hands on what is still open. */
  end(): void {
    this.#flush();
    this.#flushCode();
  }

  #text(line: string, next: string): void {
    const trimmed = line.trim();
    if (trimmed === '') {
      this.#flush();
      if (this.#code.length > 0) this.#code.push('');
    } else if (/^ {0,3}\[[^\]]{1,120}\]:\s/.test(line)) return;
    // Indented code (CommonMark §4.4) starts after a blank line and outside of lists.
    else if (INDENT.test(line) && this.#paragraph.length === 0 && !this.#inList)
      this.#code.push(line.replace(INDENT, ''));
    else {
      this.#flushCode();
      if (!this.#heading(line) && !this.#row(trimmed, next)) this.#prose(line, trimmed);
    }
  }

  /** A heading or a rule; false when the line is neither. */
  #heading(line: string): boolean {
    const draft = this.#draft;
    const [, marks, title = ''] = HEADING.exec(line) ?? [];
    if (marks !== undefined) {
      this.#flush();
      this.#inList = false;
      const words = this.#inline(title.replace(/\s#{1,20}\s{0,8}$/, ''));
      if (draft.title === '' && marks === '#') draft.title = words.slice(0, 300);
      draft.block(words, 'heading', 'main');
      return true;
    }
    if (UNDERLINE.test(line) && this.#paragraph.length === 1 && this.#kind === 'prose') {
      this.#kind = 'heading';
      if (draft.title === '')
        draft.title = inline(this.#paragraph[0] ?? '', new Draft(draft.base), this.#definitions).slice(0, 300);
      this.#flush();
      return true;
    }
    if (!RULE.test(line)) return false;
    this.#flush();
    return true;
  }

  /** A row of a table, or the line below its header; false when the line is neither. */
  #row(trimmed: string, next: string): boolean {
    const rule = TABLE_RULE.test(trimmed);
    const header = trimmed.includes(' | ') && /^\s{0,3}:?-{2,}/.test(next.replace(/^\|/, ''));
    if (!trimmed.startsWith('|') && !header) return rule && trimmed.includes('-');
    this.#flush();
    if (rule) return true;
    const cells = trimmed
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => this.#inline(cell));
    this.#draft.block(cells.join(' | '), 'row', 'main');
    return true;
  }

  #prose(line: string, trimmed: string): void {
    const item = ITEM.exec(line)?.[1];
    if (item !== undefined) {
      this.#flush();
      this.#inList = true;
      this.#kind = 'item';
      this.#paragraph.push(item);
      return;
    }
    if (line.startsWith(trimmed[0] ?? '') && this.#paragraph.length === 0) this.#inList = false;
    this.#paragraph.push(trimmed);
  }

  #inline(source: string): string {
    return inline(source, this.#draft, this.#definitions);
  }

  #flush(): void {
    if (this.#paragraph.length > 0) this.#draft.block(this.#inline(this.#paragraph.join(' ')), this.#kind, 'main');
    this.#paragraph = [];
    this.#kind = 'prose';
  }

  #flushCode(): void {
    if (this.#code.length > 0) this.#draft.block(this.#code.join('\n'), 'code', 'main');
    this.#code = [];
  }
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
  for (const line of linesOf(text)) {
    const trimmed = line.trim();
    if (trimmed === '') {
      flush();
      continue;
    }
    if (draft.title === '') draft.title = squeeze(trimmed.replace(/^[#=*\s]+/, '')).slice(0, 300);
    bareLinks(trimmed, draft);
    if (
      INDENT.test(line) ||
      (/^(?:curl|GET|POST|PUT|PATCH|DELETE|HTTP\/|Host:|Authorization:|[{}[\]"])/.test(trimmed) && !isSentence(trimmed))
    ) {
      if (paragraph.length > 0) flush();
      code.push(line);
    } else if (PLAIN_ITEM.test(trimmed)) {
      flush();
      draft.block(trimmed.replace(PLAIN_ITEM, ''), 'item', 'main');
    } else {
      if (code.length > 0) flush();
      paragraph.push(trimmed);
    }
  }
  flush();
}

/** A line of prose that begins with a call: "POST /session with your name gives a token." */
const isSentence = (line: string): boolean => /^[A-Z]{3,6} \S{1,300} [a-z]{2,20} .{8,}[.!]$/.test(line);

/** Resolves inline marks: links are noted and replaced by their text, emphasis and backticks go, raw HTML tags go (their links stay). */
function inline(source: string, draft: Draft, definitions: ReadonlyMap<string, string>): string {
  const references: { href: string; label: string }[] = [];
  // Targets hold no opening bracket: where each `[](` could go on through all that follow, a page of them would cost its square.
  const text = source
    .replace(/!\[([^\]]{0,300})\]\([^)\s[]{0,2048}(?:\s[^)]{0,300})?\)/g, '$1')
    .replace(
      /\[([^\][]{0,500})\]\(\s{0,4}<?([^)\s>[]{1,2048})>?(?:\s{1,4}["'(][^)]{0,300})?\s{0,4}\)/g,
      (_whole, label: string, href: string) => {
        draft.link(href, plain(label), [], 'main');
        return label;
      },
    )
    .replace(/\[([^\][]{1,300})\]\[([^\][]{0,120})\]/g, (whole, label: string, id: string) => {
      const href = definitions.get((id === '' ? label : id).toLowerCase());
      if (href === undefined) return whole;
      references.push({ href, label });
      return label;
    })
    .replace(/<(https?:\/\/[^\s<>]{1,2048})>/gi, (_whole, href: string) => {
      draft.link(href, href, [], 'main');
      return href;
    });
  for (const { href, label } of references) draft.link(href, plain(label), [], 'main');
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
    draft.link(
      found[0].replace(/[.,;:!?*_]+$/, ''),
      (text.slice(0, Math.min(found.index, 200)) + text.slice(end, end + 200)).slice(0, 200),
      [],
      'main',
    );
  }
}

function plain(text: string): string {
  const parts = text.split('`');
  // Odd parts stand between backticks (an unclosed one opens nothing): code keeps its brackets and stars.
  return squeeze(
    parts.map((part, index) => (index % 2 === 1 && index < parts.length - 1 ? part : unmarked(part))).join(''),
  );
}

function unmarked(text: string): string {
  return (
    text
      // Tags go, placeholders in angle brackets stay: a tag or component has a known shape, `<your token>` and `<API_KEY>` have not.
      .replace(
        /<\/?(?:a|b|i|em|strong|code|br|p|div|span|sup|sub|kbd|details|summary|img|td|tr|th|table|ul|ol|li|h[1-6]|[A-Z][a-z]\w{0,40})(?:\s[^<>]{0,600}=[^<>]{0,600})?\/?>/g,
        ' ',
      )
      .replace(/\*\*|__(?=\S)|(?<=\S)__/g, '')
      .replace(/\\([\\`*_{}[\]()#+.!|<>-])/g, '$1')
  );
}
