/**
 * Walks from the address that was typed to everything an agent could find: documentation, API, issuer, token endpoint.
 * Work goes in rounds of parallel requests, so that a scan takes few dependent round trips.
 */
import robotsParser from 'robots-parser';
import type { Failure, HttpAnswer, HttpResponse, Via } from '../types.ts';
import { awaitedLater } from '../awaited-later.ts';
import { isExampleHost } from './affiliation.ts';
import { readAgentCard, readMcpCards } from './cards.ts';
import { guessDocs, guessIssuers } from './conventions.ts';
import { createFrontier, type Frontier } from './frontier.ts';
import { issuerLookups, issuersAbove, lookUp, resourceLookups, rootLookups, type Lookup } from './metadata.ts';
import { candidateHosts, roleOf, type HostRole } from './names.ts';
import { createNotebook, type Notebook } from './notebook.ts';
import { descriptionBytes, enterDescription, enterJsonLinks, enterPage, followViewer, readLinks } from './reading.ts';
import { controlPath, htmlFirst, looksLikeApi, parseJson, plain, type Scout } from './scout.ts';
import { readSitemap } from './sitemap.ts';

export interface Discovery {
  notebook: Notebook;
  frontier: Frontier;
  /** Origins of the target itself: as typed, and where it led. */
  sites: string[];
  home: HttpResponse | null;
  unreachable: Failure | null;
  /** The site itself answers with a server error; told only where nothing else was found to call. */
  outage: Failure | null;
  optedOut: boolean;
}

const productToken = 'Latchkey';

async function reachTarget(scout: Scout): Promise<HttpAnswer> {
  const { target } = scout;
  const first = await scout.ask({ url: target.url, purpose: 'the address that was typed', follow: 5, headers: { accept: htmlFirst } });
  // Many businesses serve only www; a person would try it too.
  if (first.kind === 'failure' && first.failure.step === 'dns' && target.host === target.domain && (await scout.http.resolves(`www.${target.domain}`)) === 'yes') {
    return scout.ask({ url: target.url.replace(`://${target.host}`, `://www.${target.host}`), purpose: 'the same with www', follow: 5, headers: { accept: htmlFirst } });
  }
  return first;
}

async function optedOut(scout: Scout): Promise<boolean> {
  const url = `${new URL(scout.target.url).origin}/robots.txt`;
  const answer = await scout.ask({ url, purpose: 'robots.txt', follow: 2, maxBytes: 100_000 });
  if (answer.kind === 'failure' || answer.status !== 200 || !new RegExp(`^[ \\t]*user-agent[ \\t]*:[ \\t]*${productToken}\\b`, 'im').test(answer.text)) return false;
  return robotsParser(url, answer.text).isDisallowed(scout.target.url, productToken) ?? false;
}

/** Candidate hosts that resolve, unless a wildcard makes every name resolve to the same place. */
async function livingHosts(scout: Scout, seed: string): Promise<{ host: string; role: HostRole }[]> {
  const { target, http } = scout;
  if (target.host !== target.domain && !target.host.endsWith(`.${target.domain}`)) return [];
  if (/^[\d.]+$|:/.test(target.domain) || !target.domain.includes('.')) return [];
  const wildcard = (await http.addresses(`latchkey-${seed}.${target.domain}`)).join();
  const candidates = candidateHosts(target.domain, new Set([target.host]));
  const addresses = await Promise.all(candidates.map(({ host }) => http.addresses(host)));
  return candidates.filter((_, index) => {
    const own = addresses[index]?.join() ?? '';
    return own !== '' && own !== wildcard;
  });
}

/** Asks a host that may be an API what it is. */
async function askApiHost(scout: Scout, notebook: Notebook, frontier: Frontier, origin: string, via: Via, seed: string): Promise<void> {
  const [root, control, description] = await Promise.all([
    scout.ask({ url: `${origin}/`, purpose: 'API host', follow: 1 }),
    scout.ask({ url: `${origin}${controlPath(seed)}`, purpose: 'control' }),
    scout.ask({ url: `${origin}/openapi.json`, purpose: 'API description by convention', maxBytes: descriptionBytes }),
    lookUp(scout, notebook, rootLookups(origin, via, ['oauth', 'oidc', 'resource'])),
  ]);
  const described = plain(scout, description);
  if (described) enterDescription(scout, notebook, described, 'convention');
  // Server software shows its documentation at the root, and the viewer names the description that it loads.
  const front = plain(scout, root);
  if (front?.status === 200) {
    const shown = new URL(front.url);
    if (shown.origin === origin) followViewer(frontier, front);
    // An API host without a page of its own sends people to its documentation.
    else if (shown.pathname !== '/' && scout.affiliation.own(shown.hostname) && /html/i.test(front.contentType ?? '')) frontier.put({ url: front.url, text: new URL(origin).host, kind: 'docs', points: 12 });
  }
  const sample = [root, control].map((answer) => plain(scout, answer)).find((answer) => answer !== null && new URL(answer.url).origin === origin && looksLikeApi(answer));
  if (!sample) return;
  notebook.apiOrigins.push({ origin, via, evidence: [sample.id], sample });
  enterJsonLinks(scout, notebook, frontier, sample);
  scout.found('find', `API host ${new URL(origin).host}`, origin);
}

/** RFC 9727 catalogue and the Link relations of RFC 8631, from the home page's header. */
async function readCatalog(scout: Scout, notebook: Notebook, frontier: Frontier, origin: string): Promise<void> {
  const answer = plain(scout, await scout.ask({ url: `${origin}/.well-known/api-catalog`, purpose: 'API catalogue', follow: 2, headers: { accept: 'application/linkset+json, application/json;q=0.9' } }));
  const document = answer?.status === 200 ? parseJson(answer.text) : undefined;
  if (!answer || typeof document !== 'object' || document === null || !('linkset' in document) || !Array.isArray(document.linkset)) return;
  for (const context of document.linkset.slice(0, 50) as unknown[]) {
    if (typeof context !== 'object' || context === null) continue;
    const entry = context as Record<string, unknown>;
    const hrefs = (relation: string): string[] => (Array.isArray(entry[relation]) ? (entry[relation] as unknown[]) : []).flatMap((item) => (typeof item === 'object' && item !== null && 'href' in item && typeof item.href === 'string' && URL.canParse(item.href, answer.url) ? [new URL(item.href, answer.url).href] : []));
    if (typeof entry['anchor'] === 'string' && URL.canParse(entry['anchor'], answer.url)) notebook.roots.push({ url: new URL(entry['anchor'], answer.url).href, via: 'api-catalog', evidence: [answer.id] });
    for (const url of hrefs('item')) notebook.roots.push({ url, via: 'api-catalog', evidence: [answer.id] });
    for (const url of hrefs('service-desc')) frontier.put({ url, text: 'service-desc', kind: 'description', points: 40 });
    for (const url of hrefs('service-doc')) {
      scout.affiliation.adopt(url);
      frontier.put({ url, text: 'service-doc', kind: 'docs', points: 25 });
    }
  }
}

/** `<https://x/wp-json/>; rel="https://api.w.org/"`, `rel=service-desc`, `rel=api-catalog` and the like (RFC 8288, RFC 8631). */
function readLinkHeader(scout: Scout, notebook: Notebook, frontier: Frontier, answer: HttpResponse): void {
  const field = answer.headers.get('link') ?? '';
  for (const match of field.slice(0, 8_000).matchAll(/<([^>]{1,2000})>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s,;]+))*)/g)) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s,;]+))/i.exec(match[2] ?? '');
    const relations = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/);
    if (!match[1] || !URL.canParse(match[1], answer.url)) continue;
    enterRelation(scout, notebook, frontier, new URL(match[1], answer.url).href, relations, [answer.id]);
  }
}

/** A relation that is itself a URL on a host or path called API names an API root, as WordPress does. */
function enterRelation(scout: Scout, notebook: Notebook, frontier: Frontier, url: string, relations: readonly string[], evidence: string[]): void {
  if (relations.includes('service-desc')) frontier.put({ url, text: 'service-desc', kind: 'description', points: 40 });
  if (relations.includes('service-doc')) {
    scout.affiliation.adopt(url);
    frontier.put({ url, text: 'service-doc', kind: 'docs', points: 25 });
  }
  if (relations.some((relation) => /^https?:\/\/api\./.test(relation))) notebook.roots.push({ url, via: 'link', evidence });
}

/** Asks the target's own origins for what standards and conventions place there. */
async function askSites(scout: Scout, notebook: Notebook, frontier: Frontier, home: HttpResponse | null, sites: readonly string[], seed: string): Promise<void> {
  const jobs: Promise<unknown>[] = [];
  for (const origin of sites) {
    jobs.push(lookUp(scout, notebook, rootLookups(origin, 'target', ['oauth', 'oidc', 'resource'])));
    jobs.push(readLinks(scout, notebook, frontier, [{ url: `${origin}/llms.txt`, text: 'llms.txt', kind: 'llms', points: 16 }]));
  }
  const [site] = sites;
  if (site) {
    jobs.push(readCatalog(scout, notebook, frontier, site));
    jobs.push(scout.ask({ url: `${site}/openapi.json`, purpose: 'API description by convention', maxBytes: descriptionBytes }).then((answer) => {
      const described = plain(scout, answer);
      if (described) enterDescription(scout, notebook, described, 'convention');
    }));
    jobs.push(readAgentCard(scout, notebook, site));
    jobs.push(readMcpCards(scout, notebook, site, false));
    // auth.md is documentation for agents; its machine-readable half stands in the metadata (STANDARDS Y2).
    jobs.push(readAuthMd(scout, notebook, frontier, site));
  }
  if (home && (roleOf(new URL(home.url).hostname, scout.target.domain) === 'api' || looksLikeApi(home))) jobs.push(askApiHost(scout, notebook, frontier, new URL(home.url).origin, 'target', seed));
  await Promise.all(jobs);
}

/** A page in HTML at this name is the one that a single-page application gives for every path (G1). */
async function readAuthMd(scout: Scout, notebook: Notebook, frontier: Frontier, site: string): Promise<void> {
  const answer = plain(scout, await scout.ask({ url: `${site}/auth.md`, purpose: 'docs page', follow: 4, headers: { accept: htmlFirst } }));
  if (answer?.status === 200 && scout.affiliation.own(new URL(answer.url).hostname) && !/html/i.test(answer.contentType ?? answer.text.slice(0, 200))) enterPage(scout, notebook, frontier, answer, 'docs', 'page-link', true);
}

/** Asks the hosts beside the target what their names promise. Nothing here depends on the home page, so it need not be waited for. */
async function askHosts(scout: Scout, notebook: Notebook, frontier: Frontier, hosts: readonly { host: string; role: HostRole }[], seed: string): Promise<void> {
  const jobs: Promise<unknown>[] = [];
  for (const { host, role } of hosts) {
    const origin = `https://${host}`;
    if (role === 'api') jobs.push(askApiHost(scout, notebook, frontier, origin, 'subdomain', seed));
    else if (role === 'docs') {
      jobs.push(readLinks(scout, notebook, frontier, [{ url: `${origin}/`, text: host, kind: 'docs', points: 10 }]));
      jobs.push(readLinks(scout, notebook, frontier, [{ url: `${origin}/llms.txt`, text: 'llms.txt', kind: 'llms', points: 16 }]));
    } else if (role === 'auth') jobs.push(lookUp(scout, notebook, rootLookups(origin, 'subdomain', ['oauth', 'oidc'])));
    else if (role === 'mcp') jobs.push(readMcpCards(scout, notebook, origin, true), lookUp(scout, notebook, [...rootLookups(origin, 'subdomain', ['resource']), ...resourceLookups(`${origin}/mcp`, 'subdomain').slice(0, 1)]));
    else if (role === 'help') frontier.put({ url: `${origin}/`, text: host, kind: 'docs', points: 3 });
  }
  // Whoever types the address of an API or an app has a website beside it, and that is where the documentation is linked.
  const { target } = scout;
  if (target.host !== target.domain && target.host !== `www.${target.domain}` && target.host.endsWith(`.${target.domain}`)) jobs.push(readSite(scout, notebook, frontier, `https://${target.domain}/`));
  await Promise.all(jobs);
}

/** Reads the home page of the registrable domain. */
async function readSite(scout: Scout, notebook: Notebook, frontier: Frontier, url: string): Promise<void> {
  const answer = plain(scout, await scout.ask({ url, purpose: 'website of the domain', follow: 3, headers: { accept: htmlFirst } }));
  if (answer?.status === 200 && scout.affiliation.own(new URL(answer.url).hostname)) enterPage(scout, notebook, frontier, answer, 'home', 'subdomain', true);
}

/** What a document calls a URL may begin like one and be none (`https://[::1]:99999`). */
const isWebUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Issuers and resources that anything read so far names and that were not looked up yet. */
function namedLookups(scout: Scout, notebook: Notebook): Lookup[] {
  const lookups: Lookup[] = [];
  for (const resource of notebook.resources) for (const issuer of resource.authorizationServers.slice(0, 3)) if (isWebUrl(issuer)) lookups.push(...issuerLookups(issuer, 'metadata', true));
  for (const server of notebook.servers) {
    if (server.conformance === 'non-conforming' && isWebUrl(server.issuer) && scout.affiliation.own(new URL(server.issuer).hostname)) lookups.push(...issuerLookups(server.issuer, 'metadata', true));
  }
  for (const mention of notebook.mentions.filter((m) => m.kind === 'metadata').slice(0, 4)) {
    if (/[{}<>]/.test(mention.url)) continue;
    lookups.push({ url: mention.url, what: /protected-resource/.test(mention.url) ? 'resource' : /openid/.test(mention.url) ? 'oidc' : 'oauth', expected: null, via: mention.via, standardPlace: true });
  }
  for (const description of notebook.descriptions) {
    for (const scheme of description.schemes) {
      for (const url of [scheme.openIdConnectUrl, scheme.metadataUrl]) {
        if (url && URL.canParse(url)) lookups.push({ url, what: /openid/.test(url) ? 'oidc' : 'oauth', expected: null, via: 'description', standardPlace: true });
      }
    }
  }
  const endpoints = [
    ...notebook.mentions.filter((m) => (m.kind === 'token' || m.kind === 'authorization') && !/[{}<>]/.test(m.url)).map((m) => ({ url: m.url, via: m.via })),
    ...notebook.descriptions.flatMap((d) => d.schemes.flatMap((s) => s.flows.flatMap((f) => [f.tokenUrl, f.authorizationUrl]))).flatMap((url) => (url && URL.canParse(url) ? [{ url, via: 'description' as const }] : [])),
  ].filter(({ url }) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && !isExampleHost(new URL(url).hostname, scout.target.host));
  const issuers = [...new Set(endpoints.flatMap(({ url }) => issuersAbove(url)))]
    .filter((issuer) => !notebook.servers.some((s) => s.issuer === issuer || (s.tokenEndpoint?.startsWith(`${issuer}/`) ?? false)))
    .slice(0, 6);
  for (const issuer of issuers) {
    const via = endpoints.find(({ url }) => url.startsWith(issuer))?.via ?? 'docs-text';
    lookups.push(...issuerLookups(issuer, via, true));
  }
  return lookups;
}

/** One round of reading: the best links of what was read so far, and whatever metadata that names. */
async function readRound(scout: Scout, { notebook, frontier }: Discovery, most: { docs: number; least: number; descriptions: number; signUps: number }): Promise<void> {
  await Promise.all([
    readLinks(scout, notebook, frontier, [...frontier.take(most.docs, ['docs', 'keys', 'llms'], most.least), ...frontier.take(most.descriptions, ['description']), ...frontier.take(most.signUps, ['sign-up'])]),
    lookUp(scout, notebook, namedLookups(scout, notebook)),
  ]);
}

/** Something shows a call to the API. Until then every page of the documentation may be the one that does. */
const knowsCalls = (notebook: Notebook): boolean => notebook.descriptions.length > 0 || notebook.roots.length > 0 || notebook.mentions.some((m) => m.kind === 'api' || m.kind === 'graphql');

export interface DiscoveryHooks {
  /** Called after each round with what is known so far, so that probes of what was found need not wait for the rest. */
  onRound(discovery: Discovery): void;
  /** Renders pages that are empty without JavaScript and enters what they hold. Resolves when they are entered. */
  render(discovery: Discovery): Promise<void>;
}

/**
 * Discovers. Never throws for what the target does.
 */
export async function discover(scout: Scout, seed: string, hooks: DiscoveryHooks): Promise<Discovery> {
  const notebook = createNotebook();
  const frontier = createFrontier(scout.affiliation);
  const typed = new URL(scout.target.url).origin;
  const discovery: Discovery = { notebook, frontier, sites: [typed], home: null, unreachable: null, outage: null, optedOut: false };
  // An opt-out is known before anything else is asked.
  const opting = optedOut(scout);
  const besides = awaitedLater(Promise.all([livingHosts(scout, seed), opting]).then(async ([hosts, out]) => {
    if (!out) await askHosts(scout, notebook, frontier, hosts, seed);
    return hosts;
  }));
  if (await opting) return { ...discovery, optedOut: true };
  const first = await reachTarget(scout);
  if (first.kind === 'failure') await besides;
  if (first.kind === 'failure') return { ...discovery, unreachable: first.failure };
  const landed = new URL(first.url);
  if (first.status >= 500 && !scout.wallOf(first)) discovery.outage = { step: 'headers', code: 'server-error', message: `${landed.host} answers HTTP ${first.status}.` };
  const home = plain(scout, first);
  discovery.home = home;
  // A redirect to a foreign host is followed, not adopted, unless it carries the business's brand.
  discovery.sites = [...new Set([scout.affiliation.own(landed.hostname) ? landed.origin : typed, typed])];
  if (/\/graphql\/?$/i.test(landed.pathname)) notebook.roots.push({ url: landed.href, via: 'target', evidence: [first.id] });
  if (home) {
    // Whoever types the address of an endpoint means that endpoint.
    if (landed.pathname !== '/' && looksLikeApi(home) && scout.affiliation.own(landed.hostname)) notebook.roots.push({ url: landed.href, via: 'target', evidence: [home.id] });
    readLinkHeader(scout, notebook, frontier, home);
    if (!enterDescription(scout, notebook, home, 'target')) {
      const role = roleOf(landed.hostname, scout.target.domain) === 'docs' || /\/(docs?|developers?|api|reference)(\/|$)/i.test(landed.pathname) ? 'docs' : 'home';
      if (/html|markdown|text\/plain/.test(home.contentType ?? 'text/html')) enterPage(scout, notebook, frontier, home, role, 'target', true);
      for (const page of notebook.pages) for (const link of page.links) enterRelation(scout, notebook, frontier, link.url, link.rel, page.evidence);
    }
  }
  const [hosts] = await Promise.all([besides, askSites(scout, notebook, frontier, home, discovery.sites, seed)]);
  hooks.onRound(discovery);
  await readRound(scout, discovery, { docs: 6, least: 1, descriptions: 2, signUps: 1 });
  const [site] = discovery.sites;
  if (notebook.docs.length === 0 && notebook.descriptions.length === 0 && site) await Promise.all([guessDocs(scout, notebook, frontier, site, seed), readSitemap(scout, frontier, site)]);
  hooks.onRound(discovery);
  // A browser takes seconds: it is waited for here only when nothing could be read without one.
  const readable = notebook.pageFacts.some((page) => page.role === 'docs' && !page.needsScript);
  const rendering = awaitedLater(hooks.render(discovery));
  if (!readable) await rendering;
  await readRound(scout, discovery, { docs: 8, least: knowsCalls(notebook) ? 5 : 1, descriptions: 2, signUps: 1 });
  hooks.onRound(discovery);
  await Promise.all([
    readRound(scout, discovery, { docs: 4, least: 7, descriptions: 1, signUps: 0 }),
    notebook.servers.length === 0 ? guessIssuers(scout, notebook, discovery.sites, hosts) : Promise.resolve(),
  ]);
  await rendering;
  await readRound(scout, discovery, { docs: knowsCalls(notebook) ? 0 : 8, least: 1, descriptions: 2, signUps: 0 });
  return discovery;
}
