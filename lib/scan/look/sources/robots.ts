/** robots.txt (RFC 9309): an opt-out is known before anything else is asked. The client obeys the file of every host by itself. */
import { forbids, readRobots } from '../../http/robots.ts';
import { awaitedLater } from '../../awaited-later.ts';
import type { HttpAnswer } from '../../types.ts';
import type { Crawl } from '../crawl.ts';
import { source } from '../source.ts';

/** Asks for an origin's robots.txt. The client does so before anything else; asked sooner, nobody waits for it later. */
export const askRobots = (crawl: Crawl, origin: string): Promise<HttpAnswer> =>
  crawl.ask({ url: `${origin}/robots.txt`, purpose: 'robots.txt' });

/** Origins that most businesses send people on to: the same with www. */
async function askWww(crawl: Crawl): Promise<void> {
  const { host, domain, url } = crawl.target;
  if (host === domain && (await crawl.http.resolves(`www.${host}`)) === 'yes')
    await askRobots(crawl, new URL(url).origin.replace('://', '://www.'));
}

export const robots = source<string, HttpAnswer>({
  id: 'robots',
  due: ({ target }) => [new URL(target.url).origin],
  key: (origin) => origin,
  ask(crawl, origin) {
    void awaitedLater(askWww(crawl));
    return askRobots(crawl, origin);
  },
  read({ known, target }, _origin, answer) {
    // Where nothing answers, or not for now, asking for the address says so.
    if (answer.kind === 'failure' || answer.status >= 300) return;
    known.optedOut = forbids(readRobots(answer), new URL(target.url), false);
    known.over = known.optedOut;
  },
});
