/** A page while it is being read: every list has a limit, so that one document cannot fill the memory of a scan. */
import type { PageForm, PageLink, Region, TextBlock } from '../../types.ts';

const MAX_LINKS = 3_000;
const MAX_BLOCKS = 4_000;
const MAX_FORMS = 60;
const MAX_TEXT = 600_000;
const MAX_SCRIPT = 600_000;
export const MAX_BLOCK = 4_000;
export const MAX_CODE = 8_000;

export class Draft {
  title = '';
  lang: string | null = null;
  refresh: string | null = null;
  needsScript = false;
  readonly links: PageLink[] = [];
  readonly blocks: TextBlock[] = [];
  readonly forms: PageForm[] = [];
  /** Inline scripts, JSON islands and data attributes, in which configuration names hosts. */
  readonly scripts: string[] = [];
  #text = 0;
  #script = 0;

  /** `base` resolves relative links: the document's own URL until a base element names another. */
  constructor(public base: string) {}

  /** Adds a link when its target is http or https. */
  link(href: string, text: string, rel: string[], region: Region): void {
    if (this.links.length >= MAX_LINKS) return;
    const url = this.resolve(href);
    if (url !== null) this.links.push({ url, text: squeeze(text).slice(0, 300), rel, region });
  }

  block(text: string, kind: TextBlock['kind'], region: Region): void {
    const clean = kind === 'code' ? trimCode(text) : squeezeLines(text);
    if (clean === '' || this.blocks.length >= MAX_BLOCKS || this.#text >= MAX_TEXT) return;
    const cut = clean.slice(0, kind === 'code' ? MAX_CODE : MAX_BLOCK);
    this.#text += cut.length;
    this.blocks.push({ text: cut, kind, region });
  }

  script(text: string): void {
    if (text === '' || this.#script >= MAX_SCRIPT) return;
    const cut = text.slice(0, MAX_SCRIPT - this.#script);
    this.#script += cut.length;
    this.scripts.push(cut);
  }

  form(form: PageForm): void {
    if (this.forms.length < MAX_FORMS) this.forms.push({ ...form, text: squeeze(form.text).slice(0, 1_000) });
  }

  /** Absolute http(s) URL of a reference, without its fragment when it points into this page; null for anything else. */
  resolve(href: string): string | null {
    const trimmed = href.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.length > 2_048) return null;
    if (!URL.canParse(trimmed, this.base)) return null;
    const url = new URL(trimmed, this.base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  }
}

/** One line of text with single spaces. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
}

/** Spaces squeezed, line breaks kept: a `<br>` ends a line, and often a sentence without a full stop. */
function squeezeLines(text: string): string {
  if (!text.includes('\n')) return squeeze(text);
  return text
    .split('\n')
    .map(squeeze)
    .filter((line) => line !== '')
    .join('\n');
}

function trimCode(text: string): string {
  return text
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
