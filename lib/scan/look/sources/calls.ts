/**
 * Calls endpoints as an agent would that brings nothing, then with a random bearer token and with a scheme that cannot exist
 * (STANDARDS B8, B9), beside a random path on the same base (T1). GET only, where no sentence shows a POST that reads.
 */
import { isStructured, readBareAnswer } from '../../read/bare-answer.ts';
import { readCallAnswer } from '../../read/call-answer.ts';
import { isObject, own } from '../../read/json-body.ts';
import { isIndex } from '../../read/json-index.ts';
import type { Call, CallAnswer, HttpAnswer, HttpRequest, Surface } from '../../types.ts';
import { isTemplate } from '../affiliation.ts';
import { basesToTry } from '../bases.ts';
import { callCandidates, candidateAt, graphqlBody, isAboutTheCaller, type Candidate } from '../call-candidates.ts';
import { controlPath, parseJson, type Crawl } from '../crawl.ts';
import { enterIndex } from '../enter.ts';
import { linksRead } from '../known.ts';
import { source, type Row } from '../source.ts';
import { withoutSlash } from '../../text.ts';

/** Paths that many APIs protect, asked only where nothing better is known: below a version, at the root of a host, and below `/api`, where the version is to be guessed too. */
const conventionalPaths = {
  version: ['/me', '/users/me', '/users', '/user', '/account'],
  root: ['/v1/me', '/me', '/users/me', '/v1/users', '/users', '/user', '/account'],
  api: ['/v1/me', '/me', '/users/me', '/user', '/users', '/v1/user', '/v1/users', '/v2/users', '/v4/users'],
};

/** Paths of a root document that lists its routes as keys (`{"routes": {"/wp/v2/users/me": …}}`). */
function routesFrom(text: string): string[] {
  const document = parseJson(text);
  const routes = isObject(document) ? own(document, 'routes') : undefined;
  if (!isObject(routes)) return [];
  return Object.keys(routes)
    .filter((path) => path.startsWith('/') && !['(', '<', '{'].some((sign) => path.includes(sign)))
    .slice(0, 400);
}

function requestOf(candidate: Candidate, authorization: string | null, purpose: string): HttpRequest {
  const { url, method, accept, body } = candidate;
  return {
    url,
    purpose,
    headers: {
      ...(authorization ? { authorization } : {}),
      ...(accept ? { accept: `${accept}, application/json;q=0.9` } : {}),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === null ? {} : { method, body }),
  };
}

/** An endpoint that was called: what it answered, and what it takes to call it again with a credential. */
export interface Called {
  bare: HttpAnswer;
  control: HttpAnswer | null;
}

const failureOf = (answer: HttpAnswer | null, what: Call['failures'][number]['what']): Call['failures'] =>
  answer?.kind === 'failure' ? [{ what, exchange: answer.id, code: answer.failure.code }] : [];

const factsOf = (crawl: Crawl, answer: HttpAnswer | null, echoes: readonly string[] = []): CallAnswer | null =>
  answer?.kind === 'response' ? readCallAnswer(answer, crawl.wallOf(answer), echoes) : null;

/** The call without credentials, beside a path that cannot exist on the same base. */
export async function callBare(crawl: Crawl, candidate: Candidate): Promise<Called> {
  const [bare, control] = await Promise.all([
    crawl.ask(requestOf(candidate, null, 'bare call')),
    candidate.kind === 'graphql'
      ? null
      : crawl.ask({ url: `${candidate.base}${controlPath(crawl.seed)}`, purpose: 'control' }),
  ]);
  return { bare, control };
}

/** An endpoint that leads to a login lets people in by the session cookie that its host sets on any page. */
function withSessions(crawl: Crawl, url: string, answer: CallAnswer | null): CallAnswer | null {
  if (!answer?.loginPage || answer.sessionCookies.length > 0) return answer;
  return { ...answer, sessionCookies: crawl.sessionsOf(new URL(url).host) };
}

/**
 * Forbidden beside a path that does not exist: the server knows the resource and keeps it from strangers (RFC 9110 §15.5.4). A page that forbids
 * what was only guessed may come from something in between.
 */
const singledOut = ({ via }: Candidate, bare: CallAnswer | null, control: CallAnswer | null): boolean =>
  bare?.status === 403 && control?.status === 404 && (via !== 'convention' || isStructured(bare.error.format));

export function enterCall(crawl: Crawl, candidate: Candidate, { bare, control }: Called): void {
  const { url, method, base, kind, via } = candidate;
  const said = withSessions(crawl, url, factsOf(crawl, bare));
  const beside = factsOf(crawl, control);
  // An index says where the API is: what it names is asked next.
  if (bare.kind === 'response' && bare.status < 400 && isIndex(bare.text)) enterIndex(crawl, bare);
  const call: Call = {
    url,
    method,
    base,
    kind,
    via,
    declaredProtected: candidate.declaredProtected ?? (singledOut(candidate, said, beside) || null),
    // That the root of a schema has a name is no data.
    bare: said && candidate.body === graphqlBody ? { ...said, index: true } : said,
    bearer: null,
    invented: null,
    control: beside,
    failures: [...failureOf(bare, 'bare'), ...failureOf(control, 'control')],
  };
  crawl.known.calls.push(call);
  crawl.known.called.set(call, candidate);
  // Where a path that cannot exist is refused, whatever stands under the base would be: one of its paths is called in place of the base.
  if (call.control?.status === 401 && call.bare?.status === 404)
    crawl.known.doors.push({ url: `${base}/me`, evidence: [call.control.exchange], guarded: true });
  if (isGuarded(call))
    crawl.found(
      'understand',
      `${new URL(url).host} answers ${call.bare?.status ?? ''} to a call without credentials`,
      url,
    );
}

export const isGuarded = (call: Call): boolean =>
  readBareAnswer(call.bare, call.declaredProtected).kind === 'protected';

/** An endpoint that is known as protected and answers 400 or 403 in words of its own may still know a bad token when it sees one. */
const isDoubtful = ({ bare, declaredProtected }: Call): boolean =>
  bare !== null && !bare.wall && declaredProtected === true && [400, 403, 422].includes(bare.status);

/** Calls of the API itself (not its login's userinfo endpoint) that showed protection. */
const protectedCalls = ({ known }: Crawl): Call[] =>
  known.calls.filter((call) => call.via !== 'metadata' && isGuarded(call));

const metProtection = (crawl: Crawl): boolean => protectedCalls(crawl).length > 0;

/** A login answers for the paths that lead to it alone: what documents name besides may be let through. */
const metRefusal = (crawl: Crawl): boolean => protectedCalls(crawl).some(({ bare }) => !bare?.loginPage);

const isNew =
  ({ known }: Crawl) =>
  ({ url }: Candidate): boolean =>
    !known.calls.some((call) => call.url === url);

/** At most six candidates, three of each host, so that one large description does not use up all of them. */
function choose(crawl: Crawl): Candidate[] {
  const used = new Map<string, number>();
  return callCandidates(crawl, basesToTry(crawl))
    .filter(isNew(crawl))
    .filter(({ base, via }) => {
      const key = via === 'metadata' ? via : new URL(base).origin;
      const count = used.get(key) ?? 0;
      used.set(key, count + 1);
      return count < 3;
    })
    .slice(0, 6);
}

/** Links that may lead to a page about authentication: calls wait for it, since it names better endpoints than those met in passing. */
const awaitsBetter = ({ known }: Crawl): boolean =>
  known.reading.size > 0 ||
  (linksRead(known, 'pages') < 14 && known.links.best(1, ['docs', 'keys', 'description'], 5).length > 0);

/** Calls in one scan, whatever they answer. */
const most = 12;

/** A row that calls what `candidates` names, until a call was refused by more than a login. */
export const callsOf = (id: string, candidates: (crawl: Crawl) => Candidate[]): Row =>
  source<Candidate, Called>({
    id,
    needs: ['home', 'API hosts', 'documentation hosts', 'llms.txt', 'openapi.json'],
    due: (crawl) =>
      metRefusal(crawl) || awaitsBetter(crawl) || crawl.known.calls.length >= most
        ? []
        : candidates(crawl).filter(isNew(crawl)),
    key: ({ method, url }) => `${method} ${url}`,
    ask: callBare,
    read: enterCall,
  });

export const calls = callsOf('calls', choose);

/** Calls that are repeated with a random bearer token and an invented scheme; two show the rule, more would only cost the target. */
const contrasted = 2;

interface Contrast {
  token: string;
  bearer: HttpAnswer;
  invented: HttpAnswer;
}

/** The same call with a random bearer token, and with a scheme that cannot exist. */
export const contrasts = source<Call, Contrast>({
  id: 'contrasting calls',
  final: true,
  needs: ['home'],
  due({ known }) {
    const asked = known.calls.filter((call) => known.called.has(call));
    return [...asked.filter(isGuarded), ...asked.filter((call) => !isGuarded(call) && isDoubtful(call))].slice(
      0,
      contrasted,
    );
  },
  key: ({ url }) => url,
  async ask(crawl, call) {
    const token = crawl.random();
    const candidate = crawl.known.called.get(call);
    if (!candidate) throw new Error(`nothing is known of the call of ${call.url}`);
    const [bearer, invented] = await Promise.all([
      crawl.ask(requestOf(candidate, `Bearer ${token}`, 'call with a random bearer token')),
      crawl.ask(requestOf(candidate, `Zzz ${token}`, 'call with a scheme that cannot exist')),
    ]);
    return { token, bearer, invented };
  },
  read(crawl, call, { token, bearer, invented }) {
    call.bearer = factsOf(crawl, bearer, [token]);
    call.invented = factsOf(crawl, invented, [token]);
    call.failures.push(...failureOf(bearer, 'bearer'), ...failureOf(invented, 'invented'));
  },
});

/** Where nothing protected was met: routes that an API's root lists, then conventional paths. */
function conventionalCalls(crawl: Crawl, roots: readonly HttpAnswer[]): Candidate[] {
  const callable = callableBases(crawl);
  const listed = roots.flatMap((answer) =>
    answer.kind === 'response' ? routesFrom(answer.text).map((path) => withoutSlash(answer.url) + path) : [],
  );
  const routes = listed
    .filter(isAboutTheCaller)
    .flatMap((url) => candidateAt(url, 'link'))
    .sort((x, y) => y.points - x.points)
    .slice(0, 3);
  const guesses = callable.slice(0, 2).flatMap((base, index) => {
    const { pathname } = new URL(base.url);
    const paths = conventionalPaths[pathname === '/' ? 'root' : pathname === '/api' ? 'api' : 'version'];
    return paths
      .slice(0, index > 0 ? 3 : paths.length)
      .flatMap((path) => candidateAt(base.url + path, 'convention', { base: base.url }));
  });
  // The front page of a site may well lead to a login: that it does says nothing of an API.
  const rootCalls = callable
    .filter(({ via }) => via !== 'convention')
    .slice(0, 1)
    .flatMap(({ url, via }) => candidateAt(url, via, { base: url }));
  const all = [...routes, ...guesses, ...rootCalls];
  return [...new Map(all.map((one) => [one.url, one])).values()].filter(isNew(crawl)).slice(0, 10);
}

const callableBases = (crawl: Crawl): Surface['apiBases'] =>
  basesToTry(crawl).filter((base) => !isTemplate(base.url) && base.kind !== 'graphql');

export const conventional = source<string[], { roots: HttpAnswer[]; called: [Candidate, Called][] }>({
  id: 'calls by convention',
  needs: ['home'],
  when: 'last',
  due: (crawl) =>
    metProtection(crawl)
      ? []
      : [
          callableBases(crawl)
            .slice(0, 2)
            .map(({ url }) => crawl.known.roots.find((root) => root.url === `${url}/`)?.url ?? url),
        ],
  key: () => 'once',
  async ask(crawl, bases) {
    const roots = await Promise.all(bases.map((url) => crawl.ask({ url, purpose: 'API root', follow: 1 })));
    const candidates = conventionalCalls(crawl, roots);
    const answers = await Promise.all(candidates.map((candidate) => callBare(crawl, candidate)));
    const called = candidates.flatMap((candidate, index): [Candidate, Called][] => {
      const answer = answers[index];
      return answer ? [[candidate, answer]] : [];
    });
    return { roots, called };
  },
  read(crawl, _bases, { roots, called }) {
    for (const root of roots) if (root.kind === 'response' && root.status < 400) enterIndex(crawl, root);
    for (const [candidate, answers] of called) enterCall(crawl, candidate, answers);
  },
});
