/** The address that was typed, and what the answer to it is: a page, a description, an endpoint, or nothing that can be reached. */
import type { Failure, HttpAnswer, HttpResponse } from '../../types.ts';
import { protocolOf } from '../../read/rpc.ts';
import { looksLikeLogin } from '../../read/session-cookie.ts';
import { controlPath, htmlFirst, looksLikeApi, parseJson, plain, type Crawl } from '../crawl.ts';
import { enterDescription, enterIndex, enterPage } from '../enter.ts';
import { roleOf } from '../host-names.ts';
import type { Known } from '../known.ts';
import { namesApi } from '../mentions.ts';
import { source } from '../source.ts';
import { enterRelation, readLinkHeader } from './link-relations.ts';
import { withoutSlash } from '../../text.ts';
import { isHtml } from '../../names.ts';

async function reach({ target, http, ...crawl }: Crawl): Promise<HttpAnswer> {
  const ask = (url: string, purpose: string) => crawl.ask({ url, purpose, follow: 5, headers: { accept: htmlFirst } });
  const first = await ask(target.url, 'the address that was typed');
  // Many businesses serve only www; a person would try it too.
  const wantsWww = first.kind === 'failure' && first.failure.step === 'dns' && target.host === target.domain;
  if (!wantsWww || (await http.resolves(`www.${target.domain}`)) !== 'yes') {
    const refused = first.kind === 'response' && first.status === 403 && isHtml(first.contentType);
    // Whom it refuses with a page it may refuse in JSON who asks for that.
    const asProgram = refused ? await crawl.ask({ url: first.url, purpose: 'the same, asked for JSON' }) : null;
    return asProgram?.kind === 'response' && parseJson(asProgram.text) !== undefined ? asProgram : first;
  }
  return ask(target.url.replace(`://${target.host}`, `://www.${target.host}`), 'the same with www');
}

const docsSegments = new Set(['doc', 'docs', 'developer', 'developers', 'api', 'reference']);

async function enterHome(crawl: Crawl, home: HttpResponse): Promise<void> {
  const { known, affiliation, target } = crawl;
  const landed = new URL(home.url);
  // Whoever types the address of an endpoint means that endpoint, also where it forbids (a page only where the address names an API).
  const forbids = home.status === 403 && (namesApi(landed.pathname) || !/html/.test(home.contentType ?? ''));
  if (landed.pathname !== '/' && (looksLikeApi(home) || forbids) && affiliation.own(landed.href))
    known.roots.push({ url: landed.href, via: 'target', evidence: [home.id] });
  readLinkHeader(crawl, home);
  if (looksLikeApi(home)) enterIndex(crawl, home);
  if (await enterDescription(crawl, home, 'target')) return;
  const inDocs = landed.pathname.split('/').some((segment) => docsSegments.has(segment.toLowerCase()));
  const role = roleOf(landed.hostname, target.domain) === 'docs' || inDocs ? 'docs' : 'home';
  if (/html|markdown|text\/plain/.test(home.contentType ?? 'text/html'))
    await enterPage(crawl, home, role, 'target', true);
  for (const page of known.pages)
    for (const link of page.links) enterRelation(crawl, link.url, link.rel, page.evidence);
}

/** Whoever types the address of a GraphQL or JSON-RPC endpoint, or of its explorer, means that endpoint. */
export function enterProtocol({ known, affiliation }: Crawl, answer: HttpResponse): void {
  if (!affiliation.own(answer.url)) return;
  const protocol = protocolOf(answer.text, answer.contentType);
  if (protocol === 'json-rpc' && !known.jsonRpc.includes(answer.url)) known.jsonRpc.push(answer.url);
  if (protocol === 'graphql' && !known.roots.some(({ url, kind }) => url === answer.url && kind === 'graphql'))
    known.roots.push({ url: answer.url, via: 'target', evidence: [answer.id], kind: 'graphql' });
}

/** Why the address did not answer: nothing is asked any more, unless only its robots.txt is out of order. */
function enterFailure(known: Known, failure: Failure): void {
  // Nothing of the target's doing: whoever asked for the scan may try again.
  if (failure.code === 'restrained') throw new Error(failure.message);
  if (failure.code === 'robots-unavailable') {
    known.outage = failure;
    return;
  }
  known.over = true;
  // The address leads to a host that asks us to stay out.
  if (failure.code === 'robots') known.optedOut = true;
  else known.unreachable = failure;
}

/** Where a call was sent on to a login: by an authorization request, or (`place`) to an address that looks like one. */
const sentToLogin = ({ known }: Crawl, { chain, url }: HttpAnswer, asked: string): 'request' | 'place' | null => {
  if ([...known.logins.values()].flat().some((id) => chain.includes(id))) return 'request';
  return url !== asked && looksLikeLogin(url, asked) ? 'place' : null;
};

/** Whether the host that was asked sends on to a login itself, and not one that it sends to first. */
const sendsToLogin = ({ http }: Crawl, { chain }: HttpAnswer, asked: string): boolean => {
  const first = http.exchanges.find(({ id }) => id === chain[0])?.response;
  const location = first?.headers.find(([name]) => name === 'location')?.[1];
  return location !== undefined && looksLikeLogin(location, asked);
};

interface Asked {
  url: string;
  answer: HttpAnswer;
}

/** The first answer and, where it led to a login, those to paths that cannot exist: a proxy that lets people in may stand before everything. */
interface Answers {
  answer: HttpAnswer;
  beside: Asked | null;
  /** The same below `/api`, which rules of such proxies exempt for programs. */
  below: Asked | null;
}

/**
 * Origins of the target itself, the one to look around at first. A redirect to a foreign host is followed, not adopted, unless it carries the
 * business's brand. Who is sent to sign in is sent away from what was typed.
 */
function sitesOf(crawl: Crawl, answer: HttpAnswer): string[] {
  const { href, origin } = new URL(crawl.target.url);
  const landed = new URL(answer.url);
  if (!crawl.affiliation.own(answer.url)) return [origin];
  const both = [landed.origin, origin];
  return [...new Set(sentToLogin(crawl, answer, href) === null ? both : both.toReversed())];
}

async function reachWithControl(crawl: Crawl): Promise<Answers> {
  const answer = await reach(crawl);
  // What stands at well-known places of a site that answers is asked for in any case.
  if (answer.kind === 'response') crawl.known.sites = sitesOf(crawl, answer);
  const { origin, href, pathname } = new URL(crawl.target.url);
  if (sentToLogin(crawl, answer, href) === null) return { answer, beside: null, below: null };
  const control = async (base: string): Promise<Asked> => {
    const url = base + controlPath(crawl.seed);
    return { url, answer: await crawl.ask({ url, purpose: 'control', follow: 5 }) };
  };
  const [beside, below] = await Promise.all([control(origin), pathname === '/' ? control(`${origin}/api`) : null]);
  return { answer, beside, below };
}

/** Whether a proxy answers in place of what was asked: it sends people to its login, and refuses programs. */
const stopped = (crawl: Crawl, { url, answer }: Asked): boolean =>
  sendsToLogin(crawl, answer, url) || (answer.kind === 'response' && answer.status === 401);

/**
 * An API below `/api` of a host whose front leads to a login. Where the login stands before everything, whatever else answers there is the API's
 * own word, since rules of such proxies exempt it; elsewhere an answer for programs is, where other paths get none.
 */
function enterBelow(crawl: Crawl, beside: Asked, { url, answer }: Asked): boolean {
  if (answer.kind === 'failure' || answer.status >= 500 || crawl.wallOf(answer)) return false;
  if (sendsToLogin(crawl, answer, url)) return false;
  const other = beside.answer.kind === 'response' ? beside.answer : null;
  const alike = answer.status === 401 && other?.text === answer.text;
  const own = stopped(crawl, beside) ? !alike : looksLikeApi(answer) && other !== null && !looksLikeApi(other);
  if (!own) return false;
  const evidence = answer.chain.slice(0, 1);
  const base = `${new URL(url).origin}/api`;
  crawl.known.roots.push({ url: base, via: 'convention', evidence });
  crawl.known.doors.push({ url: `${base}/`, evidence, guarded: answer.status === 401 });
  return true;
}

export const home = source<string, Answers>({
  id: 'home',
  needs: ['robots'],
  due: ({ target }) => [target.url],
  key: (url) => url,
  ask: reachWithControl,
  async read(crawl, typed, { answer, beside, below }) {
    const { known } = crawl;
    known.first = [answer.id];
    const { origin } = new URL(typed);
    known.sites = [origin];
    // An endpoint that answers with its login is still the endpoint that was typed. That a front page leads to one says nothing of an API,
    // unless whatever else is asked for leads there too.
    const { pathname } = new URL(typed);
    const toLogin = sentToLogin(crawl, answer, typed);
    const apart = beside !== null && below !== null && enterBelow(crawl, beside, below);
    const everywhere = beside !== null && sendsToLogin(crawl, answer, typed) && stopped(crawl, beside);
    const guarded =
      pathname === '/' ? everywhere && !apart : toLogin === 'request' || (toLogin === 'place' && namesApi(pathname));
    if (guarded) known.roots.push({ url: typed, via: 'target', evidence: answer.chain.slice(0, 1) });
    // The login behind it need not answer us.
    if (answer.kind === 'failure') return toLogin === null ? enterFailure(known, answer.failure) : undefined;
    const landed = new URL(answer.url);
    if (answer.status >= 500 && !crawl.wallOf(answer))
      known.outage = {
        step: 'headers',
        code: 'server-error',
        message: `${landed.host} answers HTTP ${answer.status}.`,
      };
    known.sites = sitesOf(crawl, answer);
    if (withoutSlash(landed.pathname).toLowerCase().endsWith('/graphql'))
      known.roots.push({ url: landed.href, via: 'target', evidence: [answer.id] });
    known.home = plain(crawl, answer);
    enterProtocol(crawl, answer);
    if (known.home) await enterHome(crawl, known.home);
  },
});
