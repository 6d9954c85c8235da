/** Asks a host that may be an API what it is. */
import type { HttpAnswer, HttpResponse, Via } from '../../types.ts';
import { controlPath, looksLikeApi, plain, type Crawl } from '../crawl.ts';
import { descriptionBytes, enterDescription, enterIndex, followViewer } from '../enter.ts';
import type { LinkKind } from '../rate-link.ts';
import { roleOf } from '../host-names.ts';
import { source } from '../source.ts';
import { enterProtocol } from './home.ts';
import { isHtml } from '../../names.ts';

interface ApiHost {
  origin: string;
  via: Via;
}

interface Answers {
  root: HttpAnswer;
  control: HttpAnswer;
  description: HttpAnswer;
}

/** Hosts whose name or first answer is that of an API. */
export function apiHostsOf({ known, target }: Crawl): ApiHost[] {
  const typed =
    known.home && (roleOf(new URL(known.home.url).hostname, target.domain) === 'api' || looksLikeApi(known.home));
  return [
    ...known.hosts
      .filter(({ role }) => role === 'api')
      .map(({ host }) => ({ origin: `https://${host}`, via: 'subdomain' as const })),
    ...(typed && known.home ? [{ origin: new URL(known.home.url).origin, via: 'target' as const }] : []),
  ];
}

/** A page at the root of an API host may lead to what it serves. */
function enterFront({ known }: Crawl, { url, contentType }: HttpResponse, kind: LinkKind): void {
  if (isHtml(contentType)) known.links.put({ url, text: new URL(url).host, kind, points: kind === 'docs' ? 12 : 1 });
}

export const apiHosts = source<ApiHost, Answers>({
  id: 'API hosts',
  needs: ['robots', 'hosts'],
  due: apiHostsOf,
  key: ({ origin }) => origin,
  async ask(crawl, { origin }) {
    const [root, control, description] = await Promise.all([
      crawl.ask({ url: `${origin}/`, purpose: 'API host', follow: 1 }),
      crawl.ask({ url: `${origin}${controlPath(crawl.seed)}`, purpose: 'control' }),
      crawl.ask({
        url: `${origin}/openapi.json`,
        purpose: 'API description by convention',
        maxBytes: descriptionBytes,
      }),
    ]);
    return { root, control, description };
  },
  async read(crawl, { origin, via }, { root, control, description }) {
    const { known, affiliation } = crawl;
    const described = plain(crawl, description);
    if (described) await enterDescription(crawl, described, 'convention');
    // Server software shows its documentation at the root, and the viewer names the description that it loads.
    const front = plain(crawl, root);
    if (front?.status === 200) {
      const shown = new URL(front.url);
      if (shown.origin === origin) followViewer(crawl, front);
      // An API host without a page of its own sends people to its documentation.
      if (shown.origin === origin ? via === 'target' : shown.pathname !== '/' && affiliation.own(front.url))
        enterFront(crawl, front, shown.origin === origin ? 'other' : 'docs');
    }
    const sample = [root, control]
      .map((answer) => plain(crawl, answer))
      .find((answer) => answer !== null && new URL(answer.url).origin === origin && looksLikeApi(answer));
    if (sample) enterProtocol(crawl, sample);
    if (!sample) return;
    known.apiOrigins.push({ origin, via, evidence: [sample.id], sample });
    enterIndex(crawl, sample);
    crawl.found('find', `API host ${new URL(origin).host}`, origin);
  },
});
