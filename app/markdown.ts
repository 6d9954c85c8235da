/**
 * Pages as Markdown, for readers that are no browsers: the page itself is fetched from this process and its main part translated, so that the
 * two cannot say different things.
 */
import { gfm } from '@joplin/turndown-plugin-gfm';
import { LRUCache } from 'lru-cache';
import TurndownService from 'turndown';
import { settings } from '@/lib/settings.ts';
import { siteOrigin } from './site-origin.ts';

/** Pages change with a new version of the product only; what they show of scans may be some minutes old. */
const kept = new LRUCache<string, string>({ max: 200, ttl: 300_000 });

function translator(origin: string): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
  });
  service.use(gfm);
  service.remove(['script', 'style', 'form', 'nav', 'button', 'noscript']);
  // A drawing says in words what it shows.
  service.addRule('drawing', {
    filter: (node) => node.nodeName.toLowerCase() === 'svg',
    replacement: (_content, node) => (node as unknown as Element).getAttribute('aria-label') ?? '',
  });
  service.addRule('link', {
    filter: (node) => node.nodeName === 'A' && (node as unknown as Element).getAttribute('href') !== null,
    replacement(content, node) {
      const href = (node as unknown as Element).getAttribute('href') ?? '';
      return content.trim() === '' ? '' : `[${content.trim()}](${href.startsWith('/') ? origin + href : href})`;
    },
  });
  return service;
}

/** Stands on each request that this process sends to itself, so that none makes it send another, however a path is written. */
export const ownRequest = 'x-asked-for-markdown';

/** The main part of a page of ours as Markdown, or null when there is no such page. */
export async function pageAsMarkdown(path: string): Promise<string | null> {
  const known = kept.get(path);
  if (known !== undefined) return known;
  const answer = await fetch(`http://127.0.0.1:${settings().port}${path}`, {
    headers: { accept: 'text/html', [ownRequest]: '1' },
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });
  if (answer.status !== 200 || !answer.headers.get('content-type')?.includes('html')) return null;
  const html = await answer.text();
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/i.exec(html)?.[1];
  if (main === undefined) return null;
  const markdown = `${translator(siteOrigin()).turndown(main).trim()}\n`;
  kept.set(path, markdown);
  return markdown;
}
