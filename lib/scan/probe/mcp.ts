/** Asks MCP endpoints without side effects, modern form first (STANDARDS MC6), and follows the challenge to the issuer (MC1). */
import type { Discovery } from '../discover/index.ts';
import { issuerLookups, lookUp } from '../discover/metadata.ts';
import { parseJson, type Scout } from '../discover/scout.ts';
import type { Call, HttpAnswer, McpFact, Surface } from '../types.ts';
import { readCallAnswer } from './answer.ts';

const modernVersion = '2026-07-28';
const legacyVersion = '2025-11-25';
const client = { name: 'latchkey', version: '1' };

const modern = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'server/discover', params: { _meta: { 'io.modelcontextprotocol/protocolVersion': modernVersion, 'io.modelcontextprotocol/clientInfo': client, 'io.modelcontextprotocol/clientCapabilities': {} } } });
const legacy = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: legacyVersion, capabilities: {}, clientInfo: client } });

/** Endpoints that a document or the site's own host names suggest, best first. */
export function mcpCandidates(scout: Scout, { notebook }: Discovery): Surface['mcp'] {
  const found = new Map<string, Surface['mcp'][number]>();
  for (const resource of notebook.resources) if (/mcp/i.test(resource.resource) && URL.canParse(resource.resource)) found.set(resource.resource, { url: resource.resource, via: 'metadata', evidence: resource.evidence });
  for (const mention of notebook.mentions) {
    if (mention.kind === 'mcp' && URL.canParse(mention.url) && !/[{}<>]/.test(mention.url) && scout.affiliation.own(new URL(mention.url).hostname) && !found.has(mention.url)) found.set(mention.url, { url: mention.url, via: mention.via, evidence: mention.evidence });
  }
  if (/\/mcp\/?$/i.test(new URL(scout.target.url).pathname)) found.set(scout.target.url, { url: scout.target.url, via: 'target', evidence: ['x1'] });
  return [...found.values()];
}

const isJsonRpc = (answer: HttpAnswer): boolean => {
  if (answer.kind !== 'response') return false;
  const body = parseJson(answer.text.startsWith('event:') || answer.text.startsWith('data:') ? (/^data:\s*(.*)$/m.exec(answer.text)?.[1] ?? '') : answer.text);
  return typeof body === 'object' && body !== null && 'jsonrpc' in body;
};

/** Asks endpoints; a 401 leads on to the protected resource metadata and its issuer. */
export async function askMcp(scout: Scout, discovery: Discovery, candidates: Surface['mcp']): Promise<{ facts: McpFact[]; calls: Call[] }> {
  const facts: McpFact[] = [];
  const calls: Call[] = [];
  await Promise.all(candidates.map(async ({ url, via }) => {
    const ask = (body: string, version: string, purpose: string, more: Record<string, string>) =>
      scout.ask({ url, method: 'POST', purpose, body, headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', 'mcp-protocol-version': version, ...more } });
    let answer = await ask(modern, modernVersion, 'MCP server/discover', { 'mcp-method': 'server/discover' });
    const asLegacy = answer.kind === 'response' && [400, 404, 405, 406].includes(answer.status) && !scout.wallOf(answer);
    if (asLegacy) {
      answer = await ask(legacy, legacyVersion, 'MCP initialize', {});
      const session = answer.kind === 'response' ? answer.headers.get('mcp-session-id') : undefined;
      if (session) await scout.ask({ url, method: 'DELETE', purpose: 'end of the MCP session', headers: { 'mcp-session-id': session } });
    }
    const ids = [answer.id];
    if (answer.kind === 'failure') {
      facts.push({ url, evidence: ids, state: 'unknown', reason: answer.failure.message });
      return;
    }
    const bare = readCallAnswer(scout, answer);
    if (bare.wall) facts.push({ url, evidence: ids, state: 'unknown', reason: `${bare.wall} answered` });
    else if (answer.status === 401 || answer.status === 403) {
      facts.push({ url, evidence: ids, state: 'protected', reason: `HTTP ${answer.status}` });
      scout.found('find', `MCP server ${url}`, url);
      calls.push({ url, method: 'POST', base: new URL(url).origin, kind: 'mcp', via, declaredProtected: true, bare: bare, bearer: null, invented: null, control: null, failures: [] });
      const named = bare.challenges.map((c) => c.parameters['resource_metadata']).find((value) => value !== undefined && URL.canParse(value));
      if (named) {
        await lookUp(scout, discovery.notebook, [{ url: named, what: 'resource', expected: url, via: 'challenge', standardPlace: true }]);
        const issuers = discovery.notebook.resources.flatMap((r) => r.authorizationServers).filter((issuer) => URL.canParse(issuer));
        await lookUp(scout, discovery.notebook, issuers.slice(0, 2).flatMap((issuer) => issuerLookups(issuer, 'challenge', true)));
      }
    } else if (answer.status === 200 && isJsonRpc(answer)) {
      facts.push({ url, evidence: ids, state: 'open', reason: 'it answered JSON-RPC without credentials' });
      calls.push({ url, method: 'POST', base: new URL(url).origin, kind: 'mcp', via, declaredProtected: null, bare: bare, bearer: null, invented: null, control: null, failures: [] });
    }
    else facts.push({ url, evidence: ids, state: 'absent', reason: `HTTP ${answer.status}, not an MCP answer` });
  }));
  return { facts, calls };
}
