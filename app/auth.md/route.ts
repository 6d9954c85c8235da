import { unusedMs, lifetimeMs } from '@/lib/oauth/clients.ts';
import { resourceMetadataUrl } from '@/lib/oauth/metadata.ts';
import { openScopes, scopes } from '@/lib/oauth/scopes.ts';
import { tokenSeconds } from '@/lib/oauth/tokens.ts';
import { settings } from '@/lib/settings.ts';
import { siteOrigin } from '../site-origin.ts';
import { textAnswer } from '../text-answer.ts';

const hours = unusedMs / 3_600_000;
const days = lifetimeMs / 86_400_000;

/** How a program gets in, for programs and the people who write them. */
export function GET(): Response {
  const origin = siteOrigin();
  const { siteName, visitorScans, clientScans, visitorWindowS } = settings();
  return textAnswer(
    `# Getting into ${siteName} as a program

Nobody has to approve anything, and no browser is needed.

## Without credentials

Reports, statistics and the API description can be read by anybody. \`POST ${origin}/api/v1/scans\` takes ${visitorScans} new scans in ${visitorWindowS / 60} minutes from one address.

## OAuth 2.0 client credentials

Register a client. The answer holds client_id and client_secret; the secret is shown only once.

\`\`\`
curl -X POST ${origin}/oauth/register -H 'content-type: application/json' \\
  -d '{"client_name": "my agent", "scope": "scans:write reports:read"}'
\`\`\`

Get a token. It is good for ${tokenSeconds / 60} minutes; when it expires, ask for another in the same way.

\`\`\`
curl -X POST ${origin}/oauth/token -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials
\`\`\`

Call the API. A client may ask for ${clientScans} new scans in ${visitorWindowS / 60} minutes.

\`\`\`
curl -X POST ${origin}/api/v1/scans -H "authorization: Bearer $ACCESS_TOKEN" \\
  -H 'content-type: application/json' -d '{"target": "api.example.com"}'
\`\`\`

- Client authentication: \`client_secret_basic\`, \`client_secret_post\`, or \`private_key_jwt\` with your public keys in \`jwks\` at registration.
- For the MCP server at ${origin}/mcp send \`resource=${origin}/mcp\` with the request for a token.
- A client that is not used within ${hours} hours is forgotten; a secret is good for ${days} days. \`PUT\` to registration_client_uri with the registration_access_token gives a new one, \`DELETE\` forgets the client (RFC 7592).
- \`POST ${origin}/oauth/revoke\` ends a token (RFC 7009).

## API key

\`POST ${origin}/api/v1/keys\` gives an API key at once; so does the page ${origin}/keys. Send it as \`Authorization: Bearer\`. \`PUT\` to the same address replaces the key that it is sent with, \`DELETE ${origin}/api/v1/me\` revokes it.

## Scopes

${openScopes.map((scope) => `- \`${scope}\`: ${scopes[scope]}`).join('\n')}

## Machine-readable

- Authorization server metadata (RFC 8414): ${origin}/.well-known/oauth-authorization-server
- Protected resource metadata (RFC 9728): ${resourceMetadataUrl(origin, '/api/v1')} and ${resourceMetadataUrl(origin, '/mcp')}
- API description: ${origin}/openapi.json
`,
    'text/markdown',
  );
}
