/** Catalogues of a site: its APIs (RFC 9727), its agents (STANDARDS AC1) and its MCP servers (MC10). Drafts: their absence is never a fault. */
import { readCardSchemes } from '../../read/announced.ts';
import { isObject, own, type JsonObject } from '../../read/json-body.ts';
import type { HttpAnswer, HttpResponse } from '../../types.ts';
import { parseJson, plain, type Crawl } from '../crawl.ts';
import { source } from '../source.ts';
import { enterRelation } from './link-relations.ts';

/** The JSON object that an answer holds. */
function documentOf(crawl: Crawl, raw: HttpAnswer): { answer: HttpResponse; document: JsonObject } | null {
  const answer = plain(crawl, raw);
  const document = answer?.status === 200 ? parseJson(answer.text) : undefined;
  return answer && isObject(document) ? { answer, document } : null;
}

/** Absolute URLs that the objects of a list name under a member, at most fifty. */
const urlsOf = (list: unknown, member: string, base: string): string[] =>
  (Array.isArray(list) ? list : []).slice(0, 50).flatMap((item: unknown) => {
    const url = isObject(item) ? own(item, member) : undefined;
    return typeof url === 'string' && URL.canParse(url, base) ? [new URL(url, base).href] : [];
  });

/** RFC 9727 §4: a linkset (RFC 9264 §4.2) at a well-known place. */
export const apiCatalog = source<string, HttpAnswer>({
  id: 'api-catalog',
  needs: ['home'],
  with: 'home',
  due: ({ known }) => known.sites.slice(0, 1).map((site) => `${site}/.well-known/api-catalog`),
  key: (url) => url,
  ask: (crawl, url) =>
    crawl.ask({
      url,
      purpose: 'API catalogue',
      follow: 2,
      headers: { accept: 'application/linkset+json, application/json;q=0.9' },
    }),
  read(crawl, _url, raw) {
    const { answer, document } = documentOf(crawl, raw) ?? {};
    const contexts = document && own(document, 'linkset');
    if (!answer || !Array.isArray(contexts)) return;
    const evidence = [answer.id];
    for (const context of contexts.slice(0, 50).filter(isObject)) {
      const roots = [...urlsOf([context], 'anchor', answer.url), ...urlsOf(own(context, 'item'), 'href', answer.url)];
      for (const url of roots) crawl.known.roots.push({ url, via: 'api-catalog', evidence });
      for (const relation of ['service-desc', 'service-doc'])
        for (const url of urlsOf(own(context, relation), 'href', answer.url))
          enterRelation(crawl, url, [relation], evidence);
    }
  },
});

/** A2A agent card. */
export const agentCard = source<string, HttpAnswer>({
  id: 'agent card',
  needs: ['home'],
  with: 'home',
  due: ({ known }) => known.sites.slice(0, 1).map((site) => `${site}/.well-known/agent-card.json`),
  key: (url) => url,
  ask: (crawl, url) => crawl.ask({ url, purpose: 'agent card' }),
  read(crawl, url, raw) {
    const { answer, document } = documentOf(crawl, raw) ?? {};
    if (!answer || !document || !('name' in document) || !('skills' in document)) return;
    crawl.known.agentCards.push({ url, via: 'convention', evidence: [answer.id] });
    const schemes = readCardSchemes(document, answer.url);
    if (schemes.length > 0) crawl.known.announced.push({ url, evidence: [answer.id], by: 'agent-card', schemes });
    crawl.found('find', 'A2A agent card', url);
  },
});

/** The catalogue of a site's agent-facing services. */
export const aiCatalog = source<string, HttpAnswer>({
  id: 'ai-catalog',
  needs: ['home'],
  with: 'home',
  due: ({ known }) => known.sites.slice(0, 1).map((site) => `${site}/.well-known/ai-catalog.json`),
  key: (url) => url,
  ask: (crawl, url) => crawl.ask({ url, purpose: 'AI catalogue' }),
  read(crawl, _url, raw) {
    const { answer, document } = documentOf(crawl, raw) ?? {};
    const entries = document && own(document, 'entries');
    if (!answer || !Array.isArray(entries)) return;
    const cards = entries.filter(
      (entry: unknown) => isObject(entry) && own(entry, 'type') === 'application/mcp-server-card+json',
    );
    crawl.known.serverCards.push(
      ...urlsOf(cards, 'url', answer.url)
        .filter((url) => crawl.affiliation.own(new URL(url).hostname))
        .slice(0, 2),
    );
  },
});

/** MCP server cards: those that the catalogue lists, and on an MCP host the older place. */
export const serverCards = source<string, HttpAnswer>({
  id: 'MCP server cards',
  needs: ['robots', 'hosts'],
  due: ({ known }) => [
    ...known.hosts
      .filter(({ role }) => role === 'mcp')
      .map(({ host }) => `https://${host}/.well-known/mcp/server-card.json`),
    ...known.serverCards,
  ],
  key: (url) => url,
  ask: (crawl, url) => crawl.ask({ url, purpose: 'MCP server card' }),
  read(crawl, _url, raw) {
    const { answer, document } = documentOf(crawl, raw) ?? {};
    if (!answer || !document) return;
    for (const url of urlsOf(own(document, 'remotes'), 'url', answer.url).slice(0, 10)) {
      crawl.known.mentions.push({
        kind: 'mcp',
        url,
        method: null,
        via: 'link',
        evidence: [answer.id],
        strong: true,
        guarded: false,
        accept: null,
      });
      crawl.found('find', `MCP server ${url}`, url);
    }
  },
});
