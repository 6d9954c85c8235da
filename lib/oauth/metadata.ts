/** The documents by which a program finds its way in (RFC 8414, RFC 9728). */
import { assertionAlgorithms } from './authenticate.ts';
import { authMethods } from './clients.ts';
import { openScopes } from './scopes.ts';

/** What tokens open. The first is what a token is for that names no resource (RFC 8707 §2.2). */
export const resourcePaths = ['/api/v1', '/mcp'] as const;
export type ResourcePath = (typeof resourcePaths)[number];

export const resourcesOf = (origin: string): string[] => resourcePaths.map((path) => origin + path);

/** Where the metadata of a protected resource is (RFC 9728 §3.1: the well-known part goes before the path). */
export const resourceMetadataUrl = (origin: string, path: ResourcePath): string =>
  `${origin}/.well-known/oauth-protected-resource${path}`;

/** Authorization server metadata (RFC 8414 §2). */
export function serverMetadata(origin: string): Record<string, unknown> {
  return {
    issuer: origin,
    // It answers that nobody signs in here. RFC 8414 §2 lets it be left out, yet clients in wide use refuse metadata without it.
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    registration_endpoint: `${origin}/oauth/register`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    // No endpoint of ours has a person's browser come by, so no response type is given (RFC 8414 §2 demands the member).
    response_types_supported: [],
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: authMethods,
    token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    revocation_endpoint_auth_methods_supported: authMethods,
    revocation_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    scopes_supported: openScopes,
    service_documentation: `${origin}/developers`,
    op_policy_uri: `${origin}/bot`,
  };
}

/** Protected resource metadata (RFC 9728 §2). */
export function resourceMetadata(origin: string, path: ResourcePath, name: string): Record<string, unknown> {
  return {
    resource: origin + path,
    authorization_servers: [origin],
    scopes_supported: openScopes,
    bearer_methods_supported: ['header'],
    resource_name: path === '/mcp' ? `${name} MCP server` : `${name} API`,
    resource_documentation: `${origin}/developers`,
  };
}
