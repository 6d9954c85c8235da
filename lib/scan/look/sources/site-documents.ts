/** Documents that standards and conventions place on the target's own site, other than metadata. */
import type { HttpAnswer } from '../../types.ts';
import { htmlFirst, plain } from '../crawl.ts';
import { descriptionBytes, enterDescription, enterIndex, enterPage } from '../enter.ts';
import { siteDocuments, source } from '../source.ts';
import { isHtml } from '../../names.ts';

/** `/openapi.json`, where most frameworks serve the description. */
export const openapiJson = siteDocuments({
  id: 'openapi.json',
  paths: ['/openapi.json'],
  ask: { purpose: 'API description by convention', maxBytes: descriptionBytes },
  async read(crawl, answer) {
    await enterDescription(crawl, answer, 'convention');
  },
});

/** Young names for what leads an agent in. They have no settled shape, so they are read as any index of an API is. */
export const onboarding = siteDocuments({
  id: 'onboarding documents',
  paths: ['/.well-known/integrations.json', '/.well-known/api-onboarding'],
  ask: { purpose: 'onboarding document' },
  read(crawl, answer) {
    if (answer.status === 200) enterIndex(crawl, answer);
  },
});

/**
 * The place where metadata says that an agent gets an identity (`agent_auth`): it counts when it is there. Asked by GET, which registers
 * nobody; what takes only POST says so.
 */
export const agentIdentity = source<string, HttpAnswer>({
  id: 'agent identity',
  due: ({ known }) => known.servers.flatMap(({ agentEndpoint }) => agentEndpoint ?? []).slice(0, 1),
  key: (url) => url,
  ask: (crawl, url) => crawl.ask({ url, purpose: 'agent identity endpoint' }),
  read(crawl, url, answer) {
    const seen = plain(crawl, answer);
    // A page under this address is the one that an application gives for every path (G1).
    const page = seen !== null && seen.status < 400 && isHtml(seen.contentType);
    const gone = seen !== null && ([404, 410].includes(seen.status) || page);
    crawl.known.registrations.push({
      url,
      evidence: [answer.id],
      state: gone ? 'absent' : 'unknown',
      reason: seen === null ? 'it gave no answer of its own' : `HTTP ${seen.status}`,
    });
  },
});

/** auth.md is documentation for agents; its machine-readable half stands in the metadata (STANDARDS Y2). */
export const authMd = siteDocuments({
  id: 'auth.md',
  paths: ['/auth.md'],
  ask: { purpose: 'docs page', follow: 4, headers: { accept: htmlFirst } },
  read(crawl, answer) {
    // A page in HTML at this name is the one that a single-page application gives for every path (G1).
    const page = isHtml(answer.contentType ?? answer.text.slice(0, 200));
    if (answer.status === 200 && !page && crawl.affiliation.own(answer.url))
      return enterPage(crawl, answer, 'docs', 'page-link', true);
  },
});
