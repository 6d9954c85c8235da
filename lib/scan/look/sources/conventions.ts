/** Where server software puts its documentation and its API by default, and the sitemap: guesses, made only where nothing led there. */
import { redirectTarget } from '../../http/redirects.ts';
import type { HttpAnswer } from '../../types.ts';
import { controlPath, htmlFirst, looksLikeApi, plain, type Crawl } from '../crawl.ts';
import { descriptionBytes, descriptionFirst, enterDescription, enterPage } from '../enter.ts';
import { knowsCalls } from '../known.ts';
import { source } from '../source.ts';
import { readSitemap } from './sitemap.ts';

/** Tried only when no link led to any (G1 applies: they must differ from the control). */
const places: readonly { path: string; holds: 'page' | 'description' }[] = [
  ...['/docs', '/developers', '/api', '/api/docs', '/api-docs'].map((path) => ({ path, holds: 'page' as const })),
  ...[
    '/swagger.json',
    '/v3/api-docs',
    '/openapi.yaml',
    '/documentation/json',
    '/swagger/v1/swagger.json',
    '/openapi/v1.json',
    '/docs/openapi.json',
    '/api/openapi.json',
    '/api/schema/',
    '/api-json',
  ].map((path) => ({ path, holds: 'description' as const })),
];

/** Where an answer redirects to, else null. */
function redirectOf(answer: HttpAnswer): string | null {
  const to =
    answer.kind === 'response' ? redirectTarget(answer.status, answer.headers.get('location'), answer.url) : null;
  return to !== null && URL.canParse(to) ? to : null;
}

interface Guesses {
  control: HttpAnswer;
  /** The control as a program asks for it; null when nothing was refused to one. */
  toPrograms: HttpAnswer | null;
  answers: HttpAnswer[];
}

const refuses = (answer: HttpAnswer): boolean =>
  answer.kind === 'response' && (answer.status === 401 || (answer.status === 403 && looksLikeApi(answer)));

/** Asks for documentation where software puts it, beside a path that cannot exist. */
async function guess(crawl: Crawl, site: string): Promise<Guesses> {
  const asking = ({ holds }: (typeof places)[number]) => ({
    purpose: 'documentation by convention',
    ...(holds === 'page'
      ? { headers: { accept: htmlFirst } }
      : { maxBytes: descriptionBytes, headers: { accept: descriptionFirst } }),
  });
  const beside = { url: `${site}${controlPath(crawl.seed)}`, purpose: 'control' };
  const [control, ...firsts] = await Promise.all([
    crawl.ask({ ...beside, headers: { accept: htmlFirst } }),
    ...places.map((place) => crawl.ask({ url: `${site}${place.path}`, ...asking(place) })),
  ]);
  // Where every path leads to one page, such as a login, ten walks to it would show nothing.
  const answers = await Promise.all(
    places.map(async (place, index) => {
      const first = firsts[index] ?? control;
      const to = redirectOf(first);
      if (to === null || redirectOf(control)?.split('?')[0] === to.split('?')[0]) return first;
      return crawl.ask({ url: to, follow: 2, ...asking(place) });
    }),
  );
  // A login proxy sends people to its login, and refuses whoever asks for JSON, whatever the path.
  const refusesPrograms = answers.some((answer, index) => places[index]?.holds === 'description' && refuses(answer));
  return { control, toPrograms: refusesPrograms ? await crawl.ask(beside) : null, answers };
}

async function enter(crawl: Crawl, { control, toPrograms, answers }: Guesses): Promise<void> {
  const catchAll = control.kind === 'response' && control.status === 200 ? control.text.length : null;
  for (const [index, raw] of answers.entries()) {
    const answer = plain(crawl, raw);
    if (!answer) continue;
    // A refusal that other paths do not get shows an API behind this one.
    const others = places[index]?.holds === 'description' ? toPrograms : control;
    if (refuses(answer) && !(others?.kind === 'response' && others.status === answer.status))
      crawl.known.roots.push({ url: answer.url, via: 'convention', evidence: [answer.id] });
    if (answer.status !== 200 || (await enterDescription(crawl, answer, 'convention'))) continue;
    const same = catchAll !== null && Math.abs(catchAll - answer.text.length) <= catchAll * 0.05 + 64;
    const page = places[index]?.holds === 'page' && /html|markdown/.test(answer.contentType ?? '');
    if (page && !same && crawl.affiliation.readable(answer.url))
      await enterPage(crawl, answer, 'docs', 'convention', true);
  }
}

export const conventions = source<string, [Guesses, string[]]>({
  id: 'documentation by convention',
  needs: ['home'],
  when: 'last',
  due: ({ known }) => (known.docs.length === 0 && known.descriptions.length === 0 ? known.sites.slice(0, 1) : []),
  key: (site) => site,
  ask: (crawl, site) => Promise.all([guess(crawl, site), readSitemap(crawl, site)]),
  async read(crawl, _site, [guesses, listed]) {
    await enter(crawl, guesses);
    for (const url of listed) crawl.known.links.addListed(url);
  },
});

const isApi = (answer: HttpAnswer): boolean =>
  answer.kind === 'response' && answer.status < 500 && looksLikeApi(answer);

/**
 * Software with pages of its own keeps its API apart: all of `/api` answers programs (Mattermost, Dataverse), or a version below it does, with a
 * refusal or as one that knows no such path, which `/api` alone need not know (GitLab, Gitea, OpenProject).
 */
export const apiBelow = source<string, { beside: HttpAnswer; below: HttpAnswer; versions: HttpAnswer[] }>({
  id: 'API by convention',
  needs: ['home'],
  when: 'last',
  due: ({ known }) => (knowsCalls(known) ? [] : known.sites.slice(0, 1)),
  key: (site) => site,
  async ask(crawl, site) {
    // Asked alike, as the controls of other rows are: an answer that another row has had is not asked for again.
    const control = (place: string) => crawl.ask({ url: place + controlPath(crawl.seed), purpose: 'control' });
    const [beside, below, ...versions] = await Promise.all([
      control(site),
      control(`${site}/api`),
      ...[1, 2, 3, 4].map((version) => crawl.ask({ url: `${site}/api/v${version}`, purpose: 'API by convention' })),
    ]);
    return { beside, below, versions };
  },
  read(crawl, site, { beside, below, versions }) {
    const { known } = crawl;
    if (beside.kind === 'failure' || below.kind === 'failure' || isApi(beside) || crawl.wallOf(below)) return;
    if (isApi(below)) known.roots.push({ url: `${site}/api`, via: 'convention', evidence: [below.id] });
    else
      for (const raw of versions) {
        const answer = plain(crawl, raw);
        if (!answer || !isApi(answer)) continue;
        const { url, id, status } = answer;
        known.roots.push({ url, via: 'convention', evidence: [id] });
        if (status !== 404) known.doors.push({ url, evidence: [id], guarded: status === 401 });
      }
  },
});
