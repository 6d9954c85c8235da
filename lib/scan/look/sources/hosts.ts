/** Hosts that businesses commonly have beside their website, as far as they exist, and the website beside an API that was typed. */
import { awaitedLater } from '../../awaited-later.ts';
import { candidateHosts, type HostRole } from '../host-names.ts';
import { htmlFirst, plain, type Crawl } from '../crawl.ts';
import { enterPage } from '../enter.ts';
import { source } from '../source.ts';
import type { HttpAnswer } from '../../types.ts';
import { askRobots } from './robots.ts';

/** Candidate hosts that resolve, unless a wildcard makes every name resolve to the same place. */
async function livingHosts(crawl: Crawl): Promise<{ host: string; role: HostRole }[]> {
  const { target, http, seed } = crawl;
  const wildcard = (await http.addresses(`latchkey-${seed}.${target.domain}`)).join();
  const candidates = candidateHosts(target.domain, new Set([target.host]));
  const addresses = await Promise.all(candidates.map(({ host }) => http.addresses(host)));
  const living = candidates.filter((_, index) => {
    const own = addresses[index]?.join() ?? '';
    return own !== '' && own !== wildcard;
  });
  for (const { host, role } of living)
    if (role !== 'help' && role !== 'app') void awaitedLater(askRobots(crawl, `https://${host}`));
  return living;
}

export const hosts = source<string, { host: string; role: HostRole }[]>({
  id: 'hosts',
  due({ target: { host, domain } }) {
    const named = domain.includes('.') && !/^[\d.]+$|:/.test(domain);
    return named && (host === domain || host.endsWith(`.${domain}`)) ? [domain] : [];
  },
  key: (domain) => domain,
  ask: livingHosts,
  read({ known }, _domain, living) {
    known.hosts = living;
    for (const { host, role } of living)
      if (role === 'help') known.links.put({ url: `https://${host}/`, text: host, kind: 'docs', points: 3 });
  },
});

/** Whoever types the address of an API or an app has a website beside it, and that is where the documentation is linked. */
export const website = source<string, HttpAnswer | null>({
  id: 'website',
  needs: ['robots'],
  due: ({ target: { host, domain } }) =>
    host.endsWith(`.${domain}`) && host !== `www.${domain}` && !/^[\d.]+$/.test(domain) ? [`https://${domain}/`] : [],
  key: (url) => url,
  async ask(crawl, url) {
    const found = await crawl.http.resolves(crawl.target.domain);
    if (found === 'no' || found === 'refused') return null;
    return crawl.ask({ url, purpose: 'website of the domain', follow: 3, headers: { accept: htmlFirst } });
  },
  read(crawl, _url, raw) {
    const answer = raw && plain(crawl, raw);
    if (answer?.status === 200 && crawl.affiliation.own(answer.url))
      return enterPage(crawl, answer, 'home', 'subdomain', true);
  },
});
