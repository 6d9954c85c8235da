/** Catalogues of a site: its APIs (RFC 9727), its agents (STANDARDS AC1) and its MCP servers (MC10). Drafts: their absence is never a fault. */
import { readCardSchemes } from '../../read/announced.ts';
import { isObject, own, type JsonObject } from '../../read/json-body.ts';
import type { HttpAnswer, HttpResponse } from '../../types.ts';
import { parseJson, plain } from '../crawl.ts';
import { linked } from '../mentions.ts';
import { siteDocuments, source } from '../source.ts';
import { enterRelation } from './link-relations.ts';

/** The JSON object that an answer holds, empty for what holds none. */
function documentOf({ status, text }: HttpResponse): JsonObject {
  const document = status === 200 ? parseJson(text) : undefined;
  return isObject(document) ? document : {};
}

/** Absolute URLs that the objects of a list name under a member, at most fifty. */
const urlsOf = (list: unknown, member: string, base: string): string[] =>
  (Array.isArray(list) ? list : []).slice(0, 50).flatMap((item: unknown) => {
    const url = isObject(item) ? own(item, member) : undefined;
    return typeof url === 'string' && URL.canParse(url, base) ? [new URL(url, base).href] : [];
  });

/** RFC 9727 §4: a linkset (RFC 9264 §4.2) at a well-known place. */
export const apiCatalog = siteDocuments({
  id: 'api-catalog',
  paths: ['/.well-known/api-catalog'],
  ask: {
    purpose: 'API catalogue',
    follow: 2,
    headers: { accept: 'application/linkset+json, application/json;q=0.9' },
  },
  read(crawl, answer) {
    const contexts = own(documentOf(answer), 'linkset');
    if (!Array.isArray(contexts)) return;
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
export const agentCard = siteDocuments({
  id: 'agent card',
  paths: ['/.well-known/agent-card.json'],
  ask: { purpose: 'agent card' },
  read(crawl, answer, url) {
    const document = documentOf(answer);
    if (!('name' in document) || !('skills' in document)) return;
    crawl.known.agentCards.push({ url, via: 'convention', evidence: [answer.id] });
    const schemes = readCardSchemes(document, answer.url);
    if (schemes.length > 0) crawl.known.announced.push({ url, evidence: [answer.id], by: 'agent-card', schemes });
    crawl.found('find', 'A2A agent card', url);
  },
});

/** The catalogue of a site's agent-facing services. */
export const aiCatalog = siteDocuments({
  id: 'ai-catalog',
  paths: ['/.well-known/ai-catalog.json'],
  ask: { purpose: 'AI catalogue' },
  read(crawl, answer) {
    const entries = own(documentOf(answer), 'entries');
    if (!Array.isArray(entries)) return;
    const cards = entries.filter(
      (entry: unknown) => isObject(entry) && own(entry, 'type') === 'application/mcp-server-card+json',
    );
    crawl.known.serverCards.push(...urlsOf(cards, 'url', answer.url).filter(crawl.affiliation.own).slice(0, 2));
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
    const answer = plain(crawl, raw);
    if (!answer) return;
    for (const url of urlsOf(own(documentOf(answer), 'remotes'), 'url', answer.url).slice(0, 10)) {
      crawl.known.mentions.push(linked('mcp', url, answer));
      crawl.found('find', `MCP server ${url}`, url);
    }
  },
});
