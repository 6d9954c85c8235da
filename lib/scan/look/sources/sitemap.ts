/** Sitemaps (sitemaps.org protocol): where no link leads to documentation, the list of all pages may. */
import { plain, type Crawl } from '../crawl.ts';
import { askRobots } from './robots.ts';

const largest = 2_000;

/** The addresses that a sitemap or an index of sitemaps lists. One pattern, since a parser would hold the event loop for what else is in it. */
const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>\s*(?:<!\[CDATA\[\s*)?([^<>\s\]]{1,2000})/g)]
    .slice(0, largest)
    .map(([, url = '']) => url.replaceAll('&amp;', '&'))
    .filter((url) => URL.canParse(url));

/** The sitemap that robots.txt names, when it is the business's own. */
const sitemapOf = (robots: string): string | undefined =>
  robots
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.toLowerCase().startsWith('sitemap:'))
    ?.slice('sitemap:'.length)
    .trim();

/** Pages of the site's sitemap on its own hosts. Of an index, the part that sounds most like documentation is read. */
export async function readSitemap(crawl: Crawl, site: string): Promise<string[]> {
  const { own } = crawl.affiliation;
  const read = async (url: string) => {
    const answer = plain(crawl, await crawl.ask({ url, purpose: 'sitemap', follow: 2 }));
    return answer?.status === 200 ? answer.text : '';
  };
  const robots = plain(crawl, await askRobots(crawl, site));
  const named = sitemapOf(robots?.text ?? '');
  const first = await read(named !== undefined && own(named) ? named : `${site}/sitemap.xml`);
  if (!first.includes('<sitemapindex')) return locations(first).filter(own);
  const parts = locations(first).filter(own);
  const part = parts.find((url) => /doc|dev|api/i.test(new URL(url).pathname)) ?? parts[0];
  return part === undefined ? [] : locations(await read(part)).filter(own);
}
