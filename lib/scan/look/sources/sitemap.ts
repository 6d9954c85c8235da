/** Sitemaps (sitemaps.org protocol): where no link leads to documentation, the list of all pages may. */
import { readMarkup } from '../../read/markup.ts';
import { plain, type Crawl } from '../crawl.ts';
import { askRobots } from './robots.ts';

const largest = 2_000;

/** The addresses that a sitemap or an index of sitemaps lists. */
function locations(xml: string): string[] {
  const found: string[] = [];
  let inside = false;
  readMarkup(xml, {
    open(name) {
      inside = name === 'loc' && found.length < largest;
      if (inside) found.push('');
    },
    close() {
      inside = false;
    },
    text(data) {
      if (inside) found.push((found.pop() ?? '') + data);
    },
  });
  return found.map((url) => url.trim()).filter((url) => url.length <= 2_000 && URL.canParse(url));
}

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
  const own = (url: string) => URL.canParse(url) && crawl.affiliation.own(new URL(url).hostname);
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
