/** Authorization servers as real ones behave for strangers: metadata, token endpoints with their own order of checks, registration. */
import type { Answer, Incoming, Reply, Site } from './world.ts';
import { isBasic, json, parameter } from './answers.ts';

const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' };
/** An OAuth error (RFC 6749 §5.2). */
export const oauthError = (
  status: number,
  error: string,
  description?: string,
  headers: Record<string, string> = {},
): Answer =>
  json(status, description === undefined ? { error } : { error, error_description: description }, {
    ...noStore,
    ...headers,
  });

export interface TokenRules {
  /** Grants that the server knows. */
  grants: readonly string[];
  /** Which check comes first. */
  order: 'grant-first' | 'client-first';
  /** Formats that are read. Default: form only. */
  reads?: readonly ('form' | 'json' | 'query')[];
  /** The answer to a body in a format that is not read. Default: `missing`. */
  wrongFormat?: Reply;
  missing?: Reply;
  unsupported?: Reply;
  /** No client authentication at all. Default: `unknownClient`. */
  noClient?: Reply;
  unknownClient?: Reply;
}

const give = (reply: Reply, request: Incoming): Answer | null => (typeof reply === 'function' ? reply(request) : reply);

/** A token endpoint that refuses every client, in the order and words of the server it imitates. */
export function tokenEndpoint(rules: TokenRules): Reply {
  const reads = rules.reads ?? ['form'];
  const missing = rules.missing ?? oauthError(400, 'invalid_request', 'The grant_type parameter is missing.');
  const unsupported =
    rules.unsupported ?? oauthError(400, 'unsupported_grant_type', 'The grant type is not supported.');
  const unknownClient =
    rules.unknownClient ??
    ((request: Incoming) =>
      oauthError(
        401,
        'invalid_client',
        'Client authentication failed.',
        isBasic(request) ? { 'www-authenticate': 'Basic realm="token"' } : {},
      ));
  return (request) => {
    const format = [...request.form.keys()].length > 0 ? 'form' : request.json !== undefined ? 'json' : 'query';
    if (!reads.includes(format)) return give(rules.wrongFormat ?? missing, request);
    const grant = parameter(request, 'grant_type');
    const hasClient =
      isBasic(request) ||
      parameter(request, 'client_id') !== undefined ||
      parameter(request, 'client_assertion') !== undefined;
    if (rules.order === 'client-first')
      return give(hasClient ? unknownClient : (rules.noClient ?? unknownClient), request);
    if (grant === undefined) return give(missing, request);
    if (!rules.grants.includes(grant)) return give(unsupported, request);
    return give(hasClient ? unknownClient : (rules.noClient ?? unknownClient), request);
  };
}

/** RFC 8414 metadata with the members that nearly every server publishes; `members` adds or replaces, null removes. */
export function metadata(issuer: string, members: Record<string, unknown> = {}): Record<string, unknown> {
  const all: Record<string, unknown> = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    response_types_supported: ['code'],
    ...members,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** RFC 7591 registration: refuses what it cannot read, registers what it can. */
export const registrationEndpoint: Reply = (request) => {
  const uris: unknown =
    request.json && typeof request.json === 'object'
      ? Object.entries(request.json).find(([key]) => key === 'redirect_uris')?.[1]
      : undefined;
  if (!Array.isArray(uris) || uris.length === 0)
    return oauthError(400, 'invalid_client_metadata', 'redirect_uris is required');
  return json(201, { client_id: 'registered-by-a-scan', redirect_uris: uris, token_endpoint_auth_method: 'none' });
};

/** A remote MCP server with its own authorization server (authorization code + PKCE, open registration), as most businesses run one. */
export function mcpSite(
  origin: string,
  options: { path?: string; scopes?: readonly string[]; issuer?: string; extra?: Record<string, Reply> } = {},
): Site {
  const path = options.path ?? '/mcp';
  const resourceUrl = `${origin}/.well-known/oauth-protected-resource${path}`;
  const resource = {
    resource: origin + path,
    authorization_servers: [options.issuer ?? origin],
    bearer_methods_supported: ['header'],
    ...(options.scopes ? { scopes_supported: options.scopes } : {}),
  };
  const own = options.issuer === undefined || options.issuer === origin;
  return {
    routes: {
      'GET /.well-known/oauth-protected-resource*': json(200, resource),
      ...(own
        ? {
            'GET /.well-known/oauth-authorization-server*': json(
              200,
              metadata(origin, {
                registration_endpoint: `${origin}/register`,
                revocation_endpoint: `${origin}/token`,
                response_modes_supported: ['query'],
                grant_types_supported: ['authorization_code', 'refresh_token'],
                token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
                code_challenge_methods_supported: ['plain', 'S256'],
                ...(options.scopes ? { scopes_supported: options.scopes } : {}),
              }),
            ),
            'POST /register': registrationEndpoint,
            'POST /token': oauthError(401, 'invalid_client', 'Client not found'),
            'GET /authorize': { status: 400, headers: { 'content-type': 'text/plain' }, body: 'Invalid client' },
          }
        : {}),
      ...options.extra,
      [path]: json(
        401,
        { error: 'invalid_token', error_description: 'Missing or invalid access token' },
        {
          'www-authenticate': `Bearer realm="OAuth", resource_metadata="${resourceUrl}", error="invalid_token", error_description="Missing or invalid access token"`,
        },
      ),
    },
    otherwise: { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' },
  };
}
