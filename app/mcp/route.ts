import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { answering, otherMethods, problem } from '@/app/api/answers.ts';
import { challenge, optionalCaller } from '@/app/api/caller.ts';
import { pageAsMarkdown } from '@/app/markdown.ts';
import { bodyWithin, jsonIn } from '@/app/body.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { visitorOf } from '@/app/visitor.ts';
import { pages } from '@/components/knowledge/catalogue.ts';
import { mcpServer } from '@/lib/mcp/server.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';
import { openScopes } from '@/lib/oauth/scopes.ts';
import { settings } from '@/lib/settings.ts';

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['POST']);

/** Longest message that is read. */
const largestBody = 64_000;

/**
 * The MCP server: Streamable HTTP, stateless, for callers with a token that is made out to it or an API key (MCP authorization: RFC 9728
 * challenge, RFC 8707 audience). A browser page of somebody else's may not call it: the Origin of a page is refused unless it is ours.
 */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const origin = request.headers.get('origin');
    if (origin !== null && origin !== siteOrigin())
      return problem(403, 'foreign-origin', 'Pages of other sites may not call this server.');
    const caller = await optionalCaller(request, '/mcp');
    if (!caller)
      throw new OAuthError(
        'unauthorized',
        `Send Authorization: Bearer with a token for resource=${siteOrigin()}/mcp. ${siteOrigin()}/auth.md says how to get one; nobody needs to approve it.`,
        401,
        challenge('/mcp', { scope: openScopes.join(' ') }),
      );
    const sent = await bodyWithin(request, largestBody);
    if (sent === null) return problem(413, 'too-long', 'A message may have 64 kB.');
    const message = jsonIn(sent);
    // A list of messages would be a hundred calls in one request (MCP 2025-06-18 has none any more).
    if (message === undefined || Array.isArray(message))
      return problem(400, 'bad-request', 'Send one JSON-RPC message in each request.');
    const server = mcpServer({
      client: caller.client.id,
      visitor: visitorOf(request.headers),
      scopes: caller.scopes,
      siteName: settings().siteName,
      origin: siteOrigin(),
      pages: pages.filter(({ path }) => !path.includes('#')),
      readPage: pageAsMarkdown,
    });
    // Stateless: each message may reach another process, and none remembers the one before.
    const transport = new WebStandardStreamableHTTPServerTransport({ sessionIdGenerator: undefined });
    await server.connect(transport);
    return transport.handleRequest(request, { parsedBody: message });
  });
}
