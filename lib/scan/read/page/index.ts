/** Reads one document into what discovery and the prose reader need. */
import { CaptchaFinder } from '../captcha.ts';
import type { Page } from '../../types.ts';
import { Draft } from './draft.ts';
import { readHtml } from './html.ts';
import { readMarkdown, readPlain } from './markdown.ts';
import { readTextUrls } from './text-urls.ts';

export interface PageInput {
  /** The body as text. */
  text: string;
  /** Media type without parameters, null when unknown. */
  contentType: string | null;
  /** The URL that answered. */
  url: string;
  /** Ids of the exchanges that brought it. */
  evidence: string[];
}

/** Characters that are read of one document. */
const MAX_INPUT = 4 * 1024 * 1024;

/**
 * Reads HTML, Markdown or plain text. Never throws on a malformed document; cost is linear in its length, and every list of the result
 * has a limit (3,000 links, 4,000 blocks, 1,500 URLs, 60 forms). Links and URLs are http or https and absolute.
 */
export function readPage(input: PageInput): Page {
  const text = input.text.slice(0, MAX_INPUT);
  const format = formatOf(text, input.contentType, input.url);
  const draft = new Draft(input.url);
  const captchas = new CaptchaFinder(input);
  if (format === 'html') readHtml(text, draft, captchas);
  else if (format === 'markdown') readMarkdown(text, draft);
  else readPlain(text, draft);
  return {
    url: input.url,
    evidence: input.evidence,
    format,
    title: draft.title,
    lang: draft.lang,
    links: draft.links,
    blocks: draft.blocks,
    urls: readTextUrls(draft.blocks, draft.scripts, input.url),
    forms: draft.forms,
    captchas: captchas.found(),
    needsScript: draft.needsScript,
    refresh: draft.refresh,
  };
}

const TAGS = /<(?:!doctype\s{1,9}html|html|head|body|main|div|section|article|table|h[1-6]|p|ul)\b/i;

/** What the document is, whatever its server calls it: `.md` twins and llms.txt often come as text/plain, sometimes as text/html. */
function formatOf(text: string, contentType: string | null, url: string): Page['format'] {
  const type = (contentType ?? '').toLowerCase();
  const start = text.slice(0, 4_000);
  const path = URL.canParse(url) ? new URL(url).pathname.toLowerCase() : '';
  const marked = /^\s{0,20}(?:---\n|#{1,6}\s)|\n#{1,6}\s|\]\(|\n```/.test(start);
  if (type.includes('markdown')) return 'markdown';
  const document =
    /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,400}-->\s{0,20})?<(?:!doctype\s{1,9}html|html)\b/i.test(
      start,
    );
  if (type.includes('html'))
    return !document && /\.mdx?$|\/llms[\w-]*\.txt$/.test(path) && marked && !/^\s{0,200}</.test(start)
      ? 'markdown'
      : 'html';
  if (document) return type === '' || type.includes('xml') ? 'html' : 'text';
  if (type === '' && TAGS.test(start)) return 'html';
  if (/json|yaml|xml|javascript|csv/.test(type)) return 'text';
  return marked || /\.mdx?$/.test(path) ? 'markdown' : 'text';
}
