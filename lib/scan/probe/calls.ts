/**
 * Calls endpoints as an agent would that brings nothing, then with a random bearer token and with a scheme that cannot exist
 * (STANDARDS B8, B9), beside a random path on the same base (T1). GET only, but for GraphQL's read-only introspection of its own name.
 */
import type { Discovery } from '../discover/index.ts';
import { isExampleHost, isTemplate } from '../discover/affiliation.ts';
import { controlPath, parseJson, type Scout } from '../discover/scout.ts';
import { readBareAnswer } from './bare-answer.ts';
import type { Call, CallAnswer, HttpAnswer, HttpRequest, Surface } from '../types.ts';
import { readCallAnswer } from './answer.ts';
import { baseOf } from './bases.ts';
import { changesByGet, changesSomething, readsByPost } from './verbs.ts';

/** Randomness of one scan: credentials that are bound to fail, and the name of the control path. */
export interface ProbeKeys {
  random: () => string;
  seed: string;
}

interface Candidate {
  url: string;
  method: Call['method'];
  base: string;
  kind: Call['kind'];
  via: Call['via'];
  declaredProtected: boolean | null;
  accept: string | null;
  /** Higher is called first. */
  points: number;
}

const aboutTheCaller = /\/(me|self|user|users\/me|account|accounts|whoami|profile|current[_-]?user|users?|projects|organizations|teams|settings|customers|contacts|lists|items|orders|invoices|charges|balance)(\.json)?$/i;
/** Paths under a base that many APIs protect; asked only where nothing better is known. */
const conventionalPaths = ['/v1/me', '/me', '/users/me', '/v1/users', '/users', '/user', '/account', '/v2/me', '/api/v1/users'];

/** A path parameter that cannot matter before authentication is filled with a harmless value; an example credential in a path is taken out. */
const fillPath = (url: string): string => url.replace(/(?<!\d)\d{4,20}:[\w-]{6,}/g, '000000:0000').replace(/\{[^{}/]*\}|<[^<>/]*>|:(?=[a-z_]+(?:\/|$))[a-z_]+/gi, '1');

/**
 * A call as a sample shows it. Its own parameters stay, since an endpoint may answer 400 without them, but never a credential
 * (a key that works for everybody is still one) and no placeholder.
 */
function asShown(url: string): string {
  const [place = url, query = ''] = url.split('?', 2);
  const parameters = [...new URLSearchParams(query)];
  const harmless = ([name, value]: [string, string]) => !/key|token|secret|sign|auth|pass|credential|session|client|code|app_?id|user_?id/i.test(name) && /^[\w.,:-]{1,32}$/.test(value) && !/your|example|xxx/i.test(value);
  return parameters.length > 0 && parameters.length <= 6 && parameters.every(harmless) ? `${fillPath(place)}?${query}` : fillPath(place);
}

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
  const isPlaceholder = (url: string) => isExampleHost(new URL(url).hostname, scout.target.host);
  // The manual of software that people run themselves names a placeholder host (RFC 2606): where no host is named besides, it speaks of the server at hand.
  const here = bases.every((base) => base.via === 'convention' || base.via === 'metadata') ? bases.find((base) => scout.affiliation.own(new URL(base.url).hostname)) : undefined;
  const meant = (url: string): string => (here && URL.canParse(url) && isPlaceholder(url) ? new URL(here.url).origin + url.slice(new URL(url).origin.length) : url);
  const add = (url: string, via: Call['via'], declaredProtected: boolean | null, points: number, kind: Call['kind'] = 'rest', method: Call['method'] = 'GET', accept: string | null = null) => {
    if (!URL.canParse(url) || isTemplate(new URL(url).host) || changesByGet(new URL(url).pathname)) return;
    candidates.push({ url: new URL(url).href, method, base: baseOf(url), kind, via, declaredProtected, accept, points: points + rank(url) });
  };
  for (const root of notebook.roots) if (root.via === 'target' && !/\/graphql\/?$/i.test(new URL(root.url).pathname)) add(root.url, 'target', null, 40);
  for (const description of notebook.descriptions) {
    for (const operation of description.operations.slice(0, 12)) {
      const operationUrl = meant(operation.url);
      if (!URL.canParse(operationUrl) || isPlaceholder(operationUrl)) continue;
      const fair = operation.secured === false ? 5 : operation.secured ? 30 : 22;
      add(fillPath(operationUrl), 'description', operation.secured, fair - operation.required.length * 3 - (isTemplate(operationUrl) ? 6 : 0));
    }
  }
  for (const mention of notebook.mentions) {
    const written = meant(mention.url);
    if (mention.kind !== 'api' || !URL.canParse(written) || !origins.has(new URL(written).origin)) continue;
    const url = asShown(written);
    if (isTemplate(url)) continue;
    const bare = new URL(url).pathname === '/' || baseOf(url) === url.replace(/\/$/, '');
    const reads = mention.method === null || mention.method === 'GET';
    if (!reads && changesSomething(new URL(url).pathname)) continue;
    if (mention.method === 'POST' && readsByPost(new URL(url).pathname) && !isTemplate(mention.url)) {
      add(url, mention.via, mention.strong || mention.guarded || null, 23, 'rest', 'POST', mention.accept);
      continue;
    }
    add(url, mention.via, bare ? null : mention.strong || mention.guarded || null, (reads ? 24 : 14) - (bare ? 16 : 0) - (url === written ? 0 : 4), 'rest', 'GET', mention.accept);
  }
  for (const server of notebook.servers) {
    // OIDC Core §5.3: the userinfo endpoint is a protected resource that takes a bearer token by GET.
    if (server.userinfoEndpoint && URL.canParse(server.userinfoEndpoint) && server.conformance !== 'non-conforming') add(server.userinfoEndpoint, 'metadata', true, 12);
  }
  for (const { origin, sample, via } of notebook.apiOrigins) {
    for (const url of linkedFrom(sample.text, origin)) add(url, via, null, 8);
    // An API host that already refused the first look needs no better endpoint to show how it refuses.
    if (sample.status === 401) add(sample.url, via, null, 4);
  }
  const resources = notebook.resources.filter((r) => /^https?:/.test(r.resource) && URL.canParse(r.resource) && !/mcp/i.test(r.resource) && scout.affiliation.own(new URL(r.resource).hostname));
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
  const headers: Record<string, string> = { ...(authorization ? { authorization } : {}), ...(candidate.accept ? { accept: `${candidate.accept}, application/json;q=0.9` } : {}) };
  if (candidate.method === 'GET') return { url: candidate.url, purpose, headers };
  if (candidate.kind !== 'graphql') return { url: candidate.url, method: 'POST', purpose, headers: { ...headers, 'content-type': 'application/json' }, body: '{}' };
  return { url: candidate.url, method: 'POST', purpose, headers: { ...headers, 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' };
}

const failureOf = (answer: HttpAnswer | undefined, what: Call['failures'][number]['what']): Call['failures'] =>
  answer?.kind === 'failure' ? [{ what, exchange: answer.id, code: answer.failure.code }] : [];

/** Calls that are repeated with a random bearer token and an invented scheme; two show the rule, more would only cost the target. */
const contrasted = 2;

/** Bare call and control, then bearer and invented scheme where the bare answer shows protection. */
async function callAll(scout: Scout, chosen: readonly Candidate[], { random, seed }: ProbeKeys): Promise<Call[]> {
  const first = await Promise.all(chosen.map(async (candidate) => {
    const [bare, control] = await Promise.all([
      scout.ask(requestOf(candidate, null, 'bare call')),
      candidate.kind === 'graphql' ? undefined : scout.ask({ url: `${candidate.base}${controlPath(seed)}`, purpose: 'control' }),
    ]);
    const facts = bare.kind === 'response' ? readCallAnswer(scout, bare) : null;
    const guarded = readBareAnswer(facts, candidate.declaredProtected).kind === 'protected';
    if (guarded) scout.found('understand', `${new URL(candidate.url).host} answers ${facts?.status ?? ''} to a call without credentials`, candidate.url);
    return { candidate, bare, control, facts, guarded };
  }));
  // An endpoint that is documented as protected and answers 400 or 403 in words of its own may still know a bad token when it sees one,
  // and so may one that answers 403 in JSON where a path beside it does not exist.
  const singled = (call: (typeof first)[number]) => call.facts?.status === 403 && call.facts.error.format === 'json' && call.control?.kind === 'response' && call.control.status === 404;
  const doubtful = first.filter((call) => !call.guarded && (call.candidate.declaredProtected || singled(call)) && call.facts && !call.facts.wall && [400, 403, 422].includes(call.facts.status));
  const repeated = new Set([...first.filter((call) => call.guarded), ...doubtful].slice(0, contrasted));
  return Promise.all(first.map(async (call): Promise<Call> => {
    const token = random();
    const again = (scheme: string, purpose: string) => (repeated.has(call) ? scout.ask(requestOf(call.candidate, `${scheme} ${token}`, purpose)) : Promise.resolve(undefined));
    const [bearer, invented] = await Promise.all([again('Bearer', 'call with a random bearer token'), again('Zzz', 'call with a scheme that cannot exist')]);
    const read = (answer: HttpAnswer | undefined): CallAnswer | null => (answer?.kind === 'response' ? readCallAnswer(scout, answer, [token]) : null);
    const { url, method, base, kind, via, declaredProtected } = call.candidate;
    return {
      url, method, base, kind, via, declaredProtected,
      bare: call.facts, bearer: read(bearer), invented: read(invented), control: read(call.control),
      failures: [...failureOf(call.bare, 'bare'), ...failureOf(bearer, 'bearer'), ...failureOf(invented, 'invented'), ...failureOf(call.control, 'control')],
    };
  }));
}

/** Whether some call of the API itself (not its login's userinfo endpoint) showed protection. */
const metProtection = (calls: readonly Call[]): boolean => calls.some((call) => call.via !== 'metadata' && readBareAnswer(call.bare, call.declaredProtected).kind === 'protected');

/** Calls the best endpoints that documents, samples and answers name. */
export async function callNamed(scout: Scout, discovery: Discovery, bases: Surface['apiBases'], keys: ProbeKeys, known: readonly Call[]): Promise<Call[]> {
  if (metProtection(known)) return [];
  const candidates = gather(scout, discovery, bases);
  for (const base of bases.filter((b) => b.kind === 'graphql' && !isTemplate(b.url)).slice(0, 1)) {
    const named = discovery.notebook.mentions.find((m) => m.kind === 'graphql' && baseOf(m.url) === base.url);
    candidates.unshift({ url: named?.url ?? base.url, method: 'POST', base: new URL(base.url).origin, kind: 'graphql', via: base.via, declaredProtected: null, accept: null, points: 30 });
  }
  return callAll(scout, choose(candidates.filter((c) => !known.some((call) => call.url === c.url)), 6, 3), keys);
}

/** Where nothing protected was met: routes that an API's root lists, then conventional paths. */
export async function callConventional(scout: Scout, bases: Surface['apiBases'], keys: ProbeKeys, known: readonly Call[]): Promise<Call[]> {
  if (metProtection(known)) return [];
  const callable = bases.filter((base) => !isTemplate(base.url) && base.kind !== 'graphql');
  const roots = await Promise.all(callable.slice(0, 2).map((base) => scout.ask({ url: base.url, purpose: 'API root', follow: 1 })));
  const listed = roots.flatMap((answer) => (answer.kind === 'response' ? routesFrom(answer.text).map((path) => answer.url.replace(/\/$/, '') + path) : []));
  const candidate = (url: string, base: string, via: Call['via'], points: number): Candidate => ({ url, method: 'GET', base, kind: 'rest', via, declaredProtected: null, accept: null, points });
  const routes = listed.filter((url) => aboutTheCaller.test(new URL(url).pathname)).map((url) => candidate(url, baseOf(url), 'link', rank(url))).sort((a, b) => b.points - a.points).slice(0, 3);
  const guesses = callable.slice(0, 2).flatMap((base, index) => {
    // Under a versioned base the version is known; under a bare origin it has to be guessed as well.
    const paths = base.url === new URL(base.url).origin ? conventionalPaths : conventionalPaths.filter((path) => !/^\/(v\d|api)\//.test(path));
    return paths.slice(0, index === 0 ? 7 : 3).map((path) => candidate(base.url + path, base.url, 'convention', 0));
  });
  const rootCalls = callable.slice(0, 1).map((base) => candidate(base.url, base.url, base.via, 0));
  const fresh = [...routes, ...guesses, ...rootCalls].filter(({ url }) => !known.some((call) => call.url === url));
  return callAll(scout, fresh.slice(0, 10), keys);
}
