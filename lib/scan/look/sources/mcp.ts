/** Asks MCP endpoints without side effects, modern form first (STANDARDS MC6). */
import { readCallAnswer } from '../../read/call-answer.ts';
import { isObject } from '../../read/json-body.ts';
import type { HttpAnswer, McpFact, Surface } from '../../types.ts';
import { hasBrackets } from '../affiliation.ts';
import { parseJson, type Crawl } from '../crawl.ts';
import { source } from '../source.ts';

const modernVersion = '2026-07-28';
const legacyVersion = '2025-11-25';
const client = { name: 'latchkey', version: '1' };

const modern = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'server/discover',
  params: {
    _meta: {
      'io.modelcontextprotocol/protocolVersion': modernVersion,
      'io.modelcontextprotocol/clientInfo': client,
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  },
});
const legacy = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: legacyVersion, capabilities: {}, clientInfo: client },
});

/** Endpoints that a document or the site's own host names suggest, best first. */
export function mcpCandidates({ known, affiliation, target }: Crawl): Surface['mcp'] {
  const found = new Map<string, Surface['mcp'][number]>();
  for (const resource of known.resources)
    if (/mcp/i.test(resource.resource) && URL.canParse(resource.resource))
      found.set(resource.resource, { url: resource.resource, via: 'metadata', evidence: resource.evidence });
  for (const mention of known.mentions) {
    if (mention.kind === 'mcp' && !hasBrackets(mention.url) && affiliation.own(mention.url) && !found.has(mention.url))
      found.set(mention.url, { url: mention.url, via: mention.via, evidence: mention.evidence });
  }
  if (/\/mcp\/?$/i.test(new URL(target.url).pathname))
    found.set(target.url, { url: target.url, via: 'target', evidence: known.first });
  return [...found.values()];
}

/** One JSON-RPC message, or a stream of events that holds one: the first event may be empty (MCP, Streamable HTTP, resumability). */
const isJsonRpc = (answer: HttpAnswer): boolean => {
  if (answer.kind !== 'response') return false;
  const events = [...answer.text.matchAll(/^data: ?(.+)$/gm)].map(([, data = '']) => data);
  return [answer.text, ...events].map(parseJson).some((body) => isObject(body) && 'jsonrpc' in body);
};

/** Asks one endpoint: the form without a session first, then the older one, whose session is ended at once. */
async function ask(crawl: Crawl, { url }: Surface['mcp'][number]): Promise<HttpAnswer> {
  const post = (body: string, version: string, purpose: string, more: Record<string, string>) =>
    crawl.ask({
      url,
      method: 'POST',
      purpose,
      body,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': version,
        ...more,
      },
    });
  const answer = await post(modern, modernVersion, 'MCP server/discover', { 'mcp-method': 'server/discover' });
  if (answer.kind === 'failure' || crawl.wallOf(answer) || ![400, 404, 405, 406].includes(answer.status)) return answer;
  const older = await post(legacy, legacyVersion, 'MCP initialize', {});
  const session = older.kind === 'response' ? older.headers.get('mcp-session-id') : undefined;
  if (session)
    await crawl.ask({
      url,
      method: 'DELETE',
      purpose: 'end of the MCP session',
      headers: { 'mcp-session-id': session },
    });
  return older;
}

/** Reads what an endpoint answered; one that is there is a call of its own, whose challenge leads to its metadata (STANDARDS MC1). */
function read(crawl: Crawl, { url, via }: Surface['mcp'][number], answer: HttpAnswer): void {
  const { known } = crawl;
  const fact = (state: McpFact['state'], reason: string) =>
    known.mcp.push({ url, evidence: [answer.id], state, reason });
  if (answer.kind === 'failure') return void fact('unknown', answer.failure.message);
  const wall = crawl.wallOf(answer);
  if (wall) return void fact('unknown', `${wall} answered`);
  const guarded = answer.status === 401 || answer.status === 403;
  if (!guarded && !(answer.status === 200 && isJsonRpc(answer)))
    return void fact('absent', `HTTP ${answer.status}, not an MCP answer`);
  if (guarded) fact('protected', `HTTP ${answer.status}`);
  else fact('open', 'it answered JSON-RPC without credentials');
  if (guarded) crawl.found('find', `MCP server ${url}`, url);
  known.calls.push({
    url,
    method: 'POST',
    base: new URL(url).origin,
    kind: 'mcp',
    via,
    declaredProtected: guarded || null,
    bare: readCallAnswer(answer, null),
    bearer: null,
    invented: null,
    control: null,
    failures: [],
  });
}

/** Up to two endpoints. */
export const mcp = source<Surface['mcp'][number], HttpAnswer>({
  id: 'MCP',
  needs: ['home'],
  due: (crawl) => {
    const asked = crawl.known.mcp.map(({ url }) => url);
    return mcpCandidates(crawl)
      .filter(({ url }) => !asked.includes(url))
      .slice(0, Math.max(0, 2 - asked.length));
  },
  key: ({ url }) => url,
  ask,
  read,
});
