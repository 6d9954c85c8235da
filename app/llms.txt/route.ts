import { pages } from '@/components/knowledge/catalogue.ts';
import { settings } from '@/lib/settings.ts';
import { siteOrigin } from '../site-origin.ts';
import { textAnswer } from '../text-answer.ts';

/** The way in for language models (llmstxt.org): what this is, how to get in, what there is to read. */
export function GET(): Response {
  const origin = siteOrigin();
  const read = pages
    .filter(({ path }) => !path.includes('#'))
    .map(({ path, title, says }) => `- [${title}](${origin}${path}.md): ${says}`);
  return textAnswer(
    `# ${settings().siteName}

> Can an AI agent let itself in? Give the address of an API; get a report on how far a program gets without a person, with the evidence and the fixes.

Reading reports and asking for a scan now and then need no credentials. For more, a client registers itself: ${origin}/auth.md

## API

- [How to get in](${origin}/auth.md): credentials without a person, in two requests
- [API description](${origin}/openapi.json): OpenAPI 3.1 of every operation
- [API guide](${origin}/developers.md): examples, limits and errors
- [MCP server](${origin}/mcp): tools to scan a site and to read, explain and compare reports (Streamable HTTP)
- [API catalogue](${origin}/.well-known/api-catalog): RFC 9727

## Reading

${read.join('\n')}
`,
    'text/plain',
  );
}
