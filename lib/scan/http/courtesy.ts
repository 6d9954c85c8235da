/**
 * What we owe hosts that never asked for a scan. A site may name anybody as its token endpoint, so nothing but reading goes to a foreign
 * host unless that host itself says that this is what the endpoint is for.
 */
import type { Failure, HttpAnswer } from '../types.ts';
import { domainOf } from './domain.ts';
import { effectOf } from './effects.ts';
import { failureOf } from './failures.ts';
import type { Method } from './flight.ts';
import { followRedirects } from './redirects.ts';
import { isRobots, readRobots, robotsHops, type Robots } from './robots.ts';

/** Posts of one scan to foreign token endpoints that nothing confirms: the grant in question, and one that cannot exist. */
const unconfirmedPosts = 2;

/** `/oauth/token`, `/oauth2/access_token`, `/login/oauth/access_token.php`, `/oauth/tokens`: where RFC 6749 §3.2 is commonly put. */
const tokenSegment = /^(?:(?:oauth2?[._-]?)?(?:access[._-]?)?token|oauth(?:\.v\d)?\.access)(?:\.\w{1,5})?$/i;
const loginSegment = /^(?:o?auth2?|oauth\d?|openid|openid-connect|connect|idp|sso|v\d[\d.]*)$/i;

function isTokenPath(pathname: string): boolean {
  const segments = pathname.split('/').filter(Boolean);
  const last = segments.at(-1) ?? '';
  return (
    tokenSegment.test(last) ||
    (last.toLowerCase() === 'tokens' && segments.slice(0, -1).some((s) => loginSegment.test(s)))
  );
}

const effect = (word: string): Failure =>
  failureOf(
    'guard',
    'effect',
    `The address says that it changes something (“${word.slice(0, 30)}”), so it is not asked.`,
  );
const foreignPost: Failure = failureOf(
  'guard',
  'foreign-post',
  'Nothing is posted to a host of somebody else that does not itself confirm the endpoint.',
);
export const restrained: Failure = failureOf(
  'budget',
  'restrained',
  'Other scans have asked this host as much as all together may, so it was left alone.',
);
export const robotsSayNo: Failure = failureOf('guard', 'robots', "The host's robots.txt asks us not to request this.");
export const robotsUnavailable: Failure = failureOf(
  'guard',
  'robots-unavailable',
  "The host's robots.txt cannot be read for now, and until it can be, nothing else is requested (RFC 9309 §2.3.1.4).",
);

const signsIn = ({ searchParams }: URL): boolean =>
  (searchParams.has('response_type') && searchParams.has('client_id')) || searchParams.has('SAMLRequest');

/** Takes one step on the way to a robots.txt, or records why it is not taken. */
type AskRobots = (url: string, problem: Failure | null) => Promise<HttpAnswer>;

/** Judges the requests of one scan. `own` tells the hosts of the business that was typed. */
export class Courtesy {
  readonly own: (host: string) => boolean;
  readonly #vouched = new Set<string>();
  readonly #askRobots: AskRobots;
  /** What each origin's robots.txt says, and each step on the way to one, so that no file is fetched twice. */
  readonly #robots = new Map<string, Promise<{ answer: HttpAnswer; rules: Robots }>>();
  readonly #steps = new Map<string, Promise<HttpAnswer>>();
  #left = unconfirmedPosts;

  constructor(own: (host: string) => boolean, askRobots: AskRobots) {
    this.own = own;
    this.#askRobots = askRobots;
  }

  /** What an origin's robots.txt says, and the answer that said so. */
  robotsOf(origin: string): Promise<{ answer: HttpAnswer; rules: Robots }> {
    let robots = this.#robots.get(origin);
    if (robots === undefined) {
      robots = followRedirects(`${origin}/robots.txt`, {}, robotsHops, (url) => this.#step(origin, url)).then(
        (answer) => ({ answer, rules: readRobots(answer) }),
      );
      this.#robots.set(origin, robots);
    }
    return robots;
  }

  #step(origin: string, url: string): Promise<HttpAnswer> {
    let step = this.#steps.get(url);
    if (step === undefined) {
      step = this.#askRobots(url, this.#stepProblem(origin, url));
      this.#steps.set(url, step);
    }
    return step;
  }

  /**
   * Why a step on the way to a robots.txt is not taken, or null. It is taken before anybody's rules are known, so that it leads to files of
   * that name, and elsewhere only on the origin itself and the business's own hosts. A request to sign in (RFC 6749 §4.1.1, SAML) leads to no
   * file: the host refuses, which is as good as a 401 (RFC 9309 §2.3.1.3), whether or not the login can be reached.
   */
  #stepProblem(origin: string, address: string): Failure | null {
    // What is no URL is left to the guard.
    if (!URL.canParse(address)) return null;
    const url = new URL(address);
    const near = url.origin === origin || this.own(url.hostname) || isRobots(address);
    return effectProblem(url) ?? (near && !signsIn(url) ? null : robotsSayNo);
  }

  /**
   * A document at a well-known place (RFC 8615) names an endpoint. That confirms the endpoint when both are of one registrable domain: what
   * somebody says of his own host, not what he says of another's. A document below a path of its own (`/tenant/.well-known/…`) speaks for that
   * path alone, since hosts give such paths to strangers.
   */
  vouch(document: string, endpoint: string): void {
    if (!URL.canParse(endpoint)) return;
    const source = new URL(document);
    const url = new URL(endpoint);
    url.hash = '';
    const [top, place] = [source, url].map(({ pathname }) => pathname.split('/')[1]);
    const speaks = top === '.well-known' || (source.pathname.includes('/.well-known/') && top === place);
    if (speaks && domainOf(source.hostname) === domainOf(url.hostname)) this.#vouched.add(url.href);
  }

  /** Whether something may be posted there without counting. */
  welcomes(url: URL): boolean {
    return this.own(url.hostname) || this.#vouched.has(url.href);
  }

  /**
   * The address as it may be asked, or why it may not. A foreign token endpoint that nothing confirms gets nothing but token requests (RFC 6749
   * §4.4.2), without its query, and few.
   */
  judge(method: Method, url: URL, body: string | null): URL | Failure {
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || this.welcomes(url)) return url;
    const asksForToken = method === 'POST' && body?.startsWith('grant_type=') === true && isTokenPath(url.pathname);
    if (!asksForToken || this.#left === 0) return foreignPost;
    this.#left -= 1;
    const bare = new URL(url);
    bare.search = '';
    return bare;
  }
}

/** Why an address is not asked whoever names it, or null. */
export function effectProblem(url: URL): Failure | null {
  const word = effectOf(url);
  return word === null ? null : effect(word);
}
