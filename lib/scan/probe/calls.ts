/**
 * Calls endpoints as an agent would that brings nothing, then with a random bearer token and with a scheme that cannot exist
 * (STANDARDS B8, B9), beside a random path on the same base (T1). GET only, but for GraphQL's read-only introspection of its own name.
 */
import type { Discovery } from '../discover/index.ts';
import { controlPath } from '../discover/index.ts';
import { isExampleHost } from '../discover/affiliation.ts';
import { parseJson, type Scout } from '../discover/scout.ts';
import { readBareAnswer } from './bare-answer.ts';
import type { Call, CallAnswer, HttpAnswer, HttpRequest, Surface } from '../types.ts';
import { readCallAnswer } from './answer.ts';
import { baseOf, templated } from './bases.ts';

interface Candidate {
  url: string;
  method: Call['method'];
  base: string;
  kind: Call['kind'];
  via: Call['via'];
  declaredProtected: boolean | null;
  /** Higher is called first. */
  points: number;
}

const aboutTheCaller = /\/(me|self|user|users\/me|account|accounts|whoami|profile|current[_-]?user|users?|projects|organizations|teams|settings|customers|contacts|lists|items|orders|invoices|charges|balance)(\.json)?$/i;
const changesThings = /(create|delete|remove|update|send|set|add|cancel|revoke|logout|signout|destroy|reset|upload|import|execute|trigger|purge)\b/i;
/** Paths under a base that many APIs protect; asked only where nothing better is known. */
const conventionalPaths = ['/me', '/users/me', '/user', '/users', '/account', '/v1/me', '/v1/users', '/v2/me', '/v1/account', '/api/v1/me', '/api/v1/users', '/api/me'];

/** A path parameter that cannot matter before authentication is filled with a harmless value. */
const fillPath = (url: string): string => url.replace(/\{[^{}/]*\}|<[^<>/]*>|:(?=[a-z_]+(?:\/|$))[a-z_]+/gi, '1');

const rank = (url: string): number => (aboutTheCaller.test(new URL(url).pathname) ? 6 : 0) - new URL(url).pathname.split('/').length * 0.1;

/** Absolute URLs of the same origin inside an API's own root document, such as a list of its collections. */
function linkedFrom(text: string, origin: string): string[] {
  const document = parseJson(text);
  if (document === undefined || typeof document !== 'object' || document === null) return [];
  const urls: string[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (urls.length >= 40 || depth > 3) return;
    if (typeof value === 'string') {
      if (/^https?:\/\//.test(value) && !/[{}]/.test(value) && URL.canParse(value) && new URL(value).origin === origin) urls.push(value);
    } else if (typeof value === 'object' && value !== null) for (const item of Object.values(value).slice(0, 60)) visit(item, depth + 1);
  };
  visit(document, 0);
  return urls;
}

/** Paths of a root document that lists its routes as keys (`{"routes": {"/wp/v2/users/me": …}}`). */
function routesFrom(text: string): string[] {
  const document = parseJson(text);
  if (typeof document !== 'object' || document === null || !('routes' in document) || typeof document.routes !== 'object' || document.routes === null) return [];
  return Object.keys(document.routes).filter((path) => path.startsWith('/') && !/[(<{]/.test(path)).slice(0, 400);
}

function gather(scout: Scout, { notebook }: Discovery, bases: Surface['apiBases']): Candidate[] {
  const candidates: Candidate[] = [];
  const origins = new Set(bases.map((base) => new URL(base.url).origin));
  const add = (url: string, via: Call['via'], declaredProtected: boolean | null, points: number, kind: Call['kind'] = 'rest', method: Call['method'] = 'GET') => {
    if (!URL.canParse(url) || templated(new URL(url).host)) return;
    candidates.push({ url: new URL(url).href, method, base: baseOf(url), kind, via, declaredProtected, points: points + rank(url) });
  };
  for (const description of notebook.descriptions) {
    for (const operation of description.operations.slice(0, 12)) {
      if (!URL.canParse(operation.url) || isExampleHost(new URL(operation.url).hostname, scout.target.host)) continue;
      const fair = operation.secured === false ? 5 : operation.secured ? 30 : 22;
      add(fillPath(operation.url), 'description', operation.secured, fair - operation.required.length * 3 - (templated(operation.url) ? 6 : 0));
    }
  }
  for (const mention of notebook.mentions) {
    if (mention.kind !== 'api' || !URL.canParse(mention.url) || !origins.has(new URL(mention.url).origin)) continue;
    const url = fillPath(mention.url.split('?')[0] ?? mention.url);
    if (templated(url)) continue;
    const bare = new URL(url).pathname === '/' || baseOf(url) === url.replace(/\/$/, '');
    const reads = mention.method === null || mention.method === 'GET';
    if (!reads && changesThings.test(new URL(url).pathname)) continue;
    add(url, mention.via, bare ? null : mention.strong || null, (reads ? 24 : 14) - (bare ? 16 : 0) - (url === mention.url ? 0 : 4));
  }
  for (const server of notebook.servers) {
    // OIDC Core §5.3: the userinfo endpoint is a protected resource that takes a bearer token by GET.
    if (server.userinfoEndpoint && URL.canParse(server.userinfoEndpoint) && server.conformance !== 'non-conforming') add(server.userinfoEndpoint, 'metadata', true, 12);
  }
  for (const { origin, sample, via } of notebook.apiOrigins) for (const url of linkedFrom(sample.text, origin)) add(url, via, null, 8);
  const resources = notebook.resources.filter((r) => /^https?:/.test(r.resource) && !/mcp/i.test(r.resource) && scout.affiliation.own(new URL(r.resource).hostname));
  for (const resource of resources) add(resource.resource, 'metadata', true, 10);
  const seen = new Set<string>();
  return candidates.sort((a, b) => b.points - a.points || (a.url < b.url ? -1 : 1)).filter(({ url }) => !seen.has(url) && seen.add(url));
}

/** Spreads calls over bases, so that one large description does not use up all of them. */
function choose(candidates: readonly Candidate[], limit: number, perBase: number): Candidate[] {
  const used = new Map<string, number>();
  return candidates
    .filter(({ base, via }) => {
      const key = via === 'metadata' ? 'metadata' : new URL(base).origin;
      const count = used.get(key) ?? 0;
      used.set(key, count + 1);
      return count < perBase;
    })
    .slice(0, limit);
}

function requestOf(candidate: Candidate, authorization: string | null, purpose: string): HttpRequest {
  const headers: Record<string, string> = authorization ? { authorization } : {};
  if (candidate.kind !== 'graphql') return { url: candidate.url, purpose, headers };
  return { url: candidate.url, method: 'POST', purpose, headers: { ...headers, 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' };
}

const failureOf = (answer: HttpAnswer | undefined, what: Call['failures'][number]['what']): Call['failures'] =>
  answer?.kind === 'failure' ? [{ what, exchange: answer.id, code: answer.failure.code }] : [];

/** Bare call and control, then bearer and invented scheme where the bare answer shows protection. */
async function callAll(scout: Scout, chosen: readonly Candidate[], random: () => string, seed: string): Promise<Call[]> {
  const first = await Promise.all(chosen.map(async (candidate) => {
    const control = `${candidate.base}${controlPath(seed)}`;
    const [bare, beside] = await Promise.all([
      scout.ask(requestOf(candidate, null, 'bare call')),
      candidate.kind === 'graphql' ? Promise.resolve(undefined) : scout.ask({ url: control, purpose: 'control' }),
    ]);
    return { candidate, bare, beside };
  }));
  return Promise.all(first.map(async ({ candidate, bare, beside }): Promise<Call> => {
    const read = (answer: HttpAnswer | undefined, echoes: string[] = []): CallAnswer | null => (answer?.kind === 'response' ? readCallAnswer(scout, answer, echoes) : null);
    const bareFacts = read(bare);
    const reading = readBareAnswer(bareFacts, candidate.declaredProtected);
    let bearer: HttpAnswer | undefined;
    let invented: HttpAnswer | undefined;
    const token = random();
    if (reading.kind === 'protected') {
      [bearer, invented] = await Promise.all([
        scout.ask(requestOf(candidate, `Bearer ${token}`, 'call with a random bearer token')),
        scout.ask(requestOf(candidate, `Zzz ${token}`, 'call with a scheme that cannot exist')),
      ]);
      scout.found('understand', `${new URL(candidate.url).host} answers ${bareFacts?.status ?? ''} to a call without credentials`, candidate.url);
    }
    const { url, method, base, kind, via, declaredProtected } = candidate;
    return {
      url, method, base, kind, via, declaredProtected,
      bare: bareFacts, bearer: read(bearer, [token]), invented: read(invented, [token]), control: read(beside),
      failures: [...failureOf(bare, 'bare'), ...failureOf(bearer, 'bearer'), ...failureOf(invented, 'invented'), ...failureOf(beside, 'control')],
    };
  }));
}

/** The calls of a scan: the best candidates, then conventional paths where nothing protected was met. */
export async function makeCalls(scout: Scout, discovery: Discovery, bases: Surface['apiBases'], random: () => string, seed: string): Promise<Call[]> {
  const candidates = gather(scout, discovery, bases);
  for (const base of bases.filter((b) => b.kind === 'graphql' && !templated(b.url)).slice(0, 1)) {
    candidates.unshift({ url: base.url, method: 'POST', base: new URL(base.url).origin, kind: 'graphql', via: base.via, declaredProtected: null, points: 30 });
  }
  const callable = bases.filter((base) => !templated(base.url));
  const rooted = candidates.length > 0 ? candidates : callable.slice(0, 2).map((base): Candidate => ({ url: base.url, method: 'GET', base: base.url, kind: base.kind, via: base.via, declaredProtected: null, points: 0 }));
  const calls = await callAll(scout, choose(rooted, 6, 3), random, seed);
  const guarded = () => calls.some((call) => call.via !== 'metadata' && readBareAnswer(call.bare, call.declaredProtected).kind === 'protected');
  if (guarded()) return calls;
  const routes = calls.concat().flatMap((call) => (call.bare && call.bare.status === 200 ? [call.url] : []));
  const listed = (await Promise.all(routes.slice(0, 2).map((url) => scout.ask({ url, purpose: 'bare call' })))).flatMap((answer) => (answer.kind === 'response' ? routesFrom(answer.text).map((path) => new URL(answer.url).href.replace(/\/$/, '') + path) : []));
  const more: Candidate[] = [
    ...listed.filter((url) => aboutTheCaller.test(new URL(url).pathname)).map((url): Candidate => ({ url, method: 'GET', base: baseOf(url), kind: 'rest', via: 'link', declaredProtected: null, points: 10 + rank(url) })).sort((a, b) => b.points - a.points).slice(0, 4),
    ...callable.filter((b) => b.kind !== 'graphql').slice(0, 2).flatMap((base, index) => {
      const { origin } = new URL(base.url);
      const versioned = base.url !== origin;
      // Under a versioned base the version is known; under a bare origin it has to be guessed as well.
      const paths = versioned ? conventionalPaths.slice(0, 5) : conventionalPaths;
      return paths.slice(0, index === 0 ? 8 : 3).map((path): Candidate => ({ url: base.url + path, method: 'GET', base: base.url, kind: 'rest', via: 'convention', declaredProtected: null, points: 0 }));
    }),
  ].filter((candidate) => !calls.some((call) => call.url === candidate.url));
  return [...calls, ...(await callAll(scout, more.slice(0, 10), random, seed))];
}
