/** Addresses in JSON documents that say where things are: lists of versions, HAL, JSON:API, maps of names to addresses. */
import { isObject } from './json-body.ts';

/** An address in a JSON document, absolute, with the member that names it. */
export interface IndexLink {
  key: string;
  url: string;
}

const deepest = 6;
const most = 60;

/** What a text value is as an address: absolute, or from the root of its host; null for any other text, templates included. */
function addressOf(text: string, base: string): string | null {
  const rooted = text.startsWith('/') && !text.startsWith('//') && text.length > 1;
  if (text.length > 500 || (!rooted && !text.startsWith('http://') && !text.startsWith('https://'))) return null;
  if ([' ', '{', '<', '(', '*'].some((sign) => text.includes(sign)) || !URL.canParse(text, base)) return null;
  return new URL(text, base).href;
}

function visit(value: unknown, key: string, base: string, depth: number, found: IndexLink[]): void {
  if (depth > deepest || found.length >= most) return;
  if (typeof value === 'string') {
    const url = addressOf(value, base);
    if (url !== null) found.push({ key, url });
  } else if (Array.isArray(value)) for (const item of value.slice(0, most)) visit(item, key, base, depth + 1, found);
  else if (isObject(value))
    for (const [name, item] of Object.entries(value).slice(0, 80))
      // `href` and the like say nothing of their own: what they belong to does.
      visit(item, ['href', 'url', 'uri'].includes(name) ? key || name : name, base, depth + 1, found);
}

/** Addresses that a JSON value names, in document order, at most sixty. `base` resolves those from the root of a host. */
export function linksOf(document: unknown, base: string): IndexLink[] {
  const found: IndexLink[] = [];
  visit(document, '', base, 0, found);
  return found;
}
