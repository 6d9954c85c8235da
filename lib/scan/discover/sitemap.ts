/** Sitemaps (sitemaps.org protocol): where no link leads to documentation, the list of all pages may. */
import type { Frontier } from './frontier.ts';
import { rateLink } from './links.ts';
import { plain, type Scout } from './scout.ts';

const largest = 2_000;
const locations = (xml: string): string[] => [...xml.matchAll(/<loc>\s{0,20}(?:<!\[CDATA\[)?([^<\]\s]{8,2000})/gi)].slice(0, largest).map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));

/** Enters the pages of the site's sitemap that sound like documentation. Of an index, the part that sounds most like it is read. */
export async function readSitemap(scout: Scout, frontier: Frontier, site: string): Promise<void> {
  const robots = plain(scout, await scout.ask({ url: `${site}/robots.txt`, purpose: 'robots.txt', follow: 2, maxBytes: 100_000 }));
  const named = /^[ \t]*sitemap[ \t]*:[ \t]*(https?:\/\/\S{4,2000})/im.exec(robots?.text ?? '')?.[1];
  const first = named && URL.canParse(named) && scout.affiliation.own(new URL(named).hostname) ? named : `${site}/sitemap.xml`;
  let answer = plain(scout, await scout.ask({ url: first, purpose: 'sitemap', follow: 2 }));
  if (answer?.status === 200 && /<sitemapindex/i.test(answer.text)) {
    const parts = locations(answer.text).filter((url) => URL.canParse(url) && scout.affiliation.own(new URL(url).hostname));
    const part = parts.find((url) => /doc|dev|api/i.test(new URL(url).pathname)) ?? parts[0];
    answer = part ? plain(scout, await scout.ask({ url: part, purpose: 'sitemap', follow: 2 })) : null;
  }
  if (answer?.status !== 200) return;
  for (const url of locations(answer.text)) {
    if (!URL.canParse(url) || !scout.affiliation.own(new URL(url).hostname)) continue;
    const rated = rateLink({ url, text: '', rel: [], region: 'main' }, false);
    if (rated && rated.kind === 'docs' && rated.points >= 6) frontier.put(rated);
  }
}
