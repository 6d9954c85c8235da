/** Cards that a site publishes about its agents and MCP servers (STANDARDS AC1, MC10). Drafts: their absence is never a fault. */
import type { Notebook } from './notebook.ts';
import { parseJson, plain, type Scout } from './scout.ts';

/** A2A agent card at its well-known place. */
export async function readAgentCard(scout: Scout, notebook: Notebook, origin: string): Promise<void> {
  const url = `${origin}/.well-known/agent-card.json`;
  const answer = plain(scout, await scout.ask({ url, purpose: 'agent card' }));
  const card = answer?.status === 200 ? parseJson(answer.text) : undefined;
  if (!answer || typeof card !== 'object' || card === null || !('name' in card) || !('skills' in card)) return;
  notebook.agentCards.push({ url, via: 'convention', evidence: [answer.id] });
  scout.found('find', 'A2A agent card', url);
}

const urlsOf = (entries: unknown, base: string): string[] =>
  (Array.isArray(entries) ? entries : []).slice(0, 10).flatMap((entry: unknown) => (typeof entry === 'object' && entry !== null && 'url' in entry && typeof entry.url === 'string' && URL.canParse(entry.url, base) ? [new URL(entry.url, base).href] : []));

/** The endpoints that an MCP server card names under `remotes`. */
async function readServerCard(scout: Scout, notebook: Notebook, url: string): Promise<void> {
  const answer = plain(scout, await scout.ask({ url, purpose: 'MCP server card' }));
  const card = answer?.status === 200 ? parseJson(answer.text) : undefined;
  if (!answer || typeof card !== 'object' || card === null || !('remotes' in card)) return;
  for (const remote of urlsOf(card.remotes, answer.url)) {
    notebook.mentions.push({ kind: 'mcp', url: remote, method: null, via: 'link', evidence: [answer.id], strong: true, guarded: false, accept: null });
    scout.found('find', `MCP server ${remote}`, remote);
  }
}

/** The catalogue of a site's agent-facing services, and the MCP server cards that it lists; on an MCP host also the older place. */
export async function readMcpCards(scout: Scout, notebook: Notebook, origin: string, mcpHost: boolean): Promise<void> {
  if (mcpHost) {
    await readServerCard(scout, notebook, `${origin}/.well-known/mcp/server-card.json`);
    return;
  }
  const answer = plain(scout, await scout.ask({ url: `${origin}/.well-known/ai-catalog.json`, purpose: 'AI catalogue' }));
  const catalog = answer?.status === 200 ? parseJson(answer.text) : undefined;
  if (!answer || typeof catalog !== 'object' || catalog === null || !('entries' in catalog) || !Array.isArray(catalog.entries)) return;
  const cards = (catalog.entries as unknown[]).filter((entry) => typeof entry === 'object' && entry !== null && 'type' in entry && entry.type === 'application/mcp-server-card+json');
  await Promise.all(urlsOf(cards, answer.url).filter((url) => scout.affiliation.own(new URL(url).hostname)).slice(0, 2).map((url) => readServerCard(scout, notebook, url)));
}
