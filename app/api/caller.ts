/** Who calls the API: with an access token or an API key where there is one, else as a visitor. */
import { siteOrigin } from '@/app/site-origin.ts';
import { visitorOf } from '@/app/visitor.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';
import { resourceMetadataUrl, type ResourcePath } from '@/lib/oauth/metadata.ts';
import type { Scope } from '@/lib/oauth/scopes.ts';
import { callerOf, type Caller } from '@/lib/oauth/tokens.ts';

/** A challenge that leads to the metadata (RFC 6750 §3, RFC 9728 §5.1). Without credentials it names no error (RFC 6750 §3.1). */
export function challenge(path: ResourcePath, parameters: Record<string, string> = {}): Record<string, string> {
  const all = { realm: path, ...parameters, resource_metadata: resourceMetadataUrl(siteOrigin(), path) };
  return {
    'www-authenticate': `Bearer ${Object.entries(all)
      .map(([name, value]) => `${name}="${value}"`)
      .join(', ')}`,
  };
}

/** The caller, or null for one without credentials. @throws {OAuthError} 401 with a challenge when the credentials do not hold. */
export async function optionalCaller(request: Request, path: ResourcePath = '/api/v1'): Promise<Caller | null> {
  try {
    return await callerOf(request.headers.get('authorization'), siteOrigin() + path);
  } catch (error) {
    if (error instanceof OAuthError && error.code === 'invalid_token')
      throw new OAuthError(
        error.code,
        error.message,
        401,
        challenge(path, { error: error.code, error_description: error.message }),
      );
    throw error;
  }
}

/** The caller, whoever it is; `scope` is named in the challenge. @throws {OAuthError} 401 without credentials. */
export async function anyCaller(request: Request, path: ResourcePath = '/api/v1', scope?: Scope): Promise<Caller> {
  const caller = await optionalCaller(request, path);
  if (caller) return caller;
  throw new OAuthError(
    'unauthorized',
    `Send Authorization: Bearer with an access token or an API key. ${siteOrigin()}/auth.md says how to get one; nobody needs to approve it.`,
    401,
    challenge(path, scope === undefined ? {} : { scope }),
  );
}

/** The caller, who must have `scope`. @throws {OAuthError} 401 without credentials, 403 `insufficient_scope` without the scope. */
export async function callerWith(scope: Scope, request: Request, path: ResourcePath = '/api/v1'): Promise<Caller> {
  return permitted(await anyCaller(request, path, scope), scope, path);
}

/** The caller again, when it has `scope`. @throws {OAuthError} 403 `insufficient_scope` (RFC 6750 §3.1) */
export function permitted(caller: Caller, scope: Scope, path: ResourcePath = '/api/v1'): Caller {
  if (caller.scopes.includes(scope)) return caller;
  throw new OAuthError(
    'insufficient_scope',
    `This needs the scope ${scope}; the token has ${caller.scopes.join(' ')}. Ask for a token with scope=${scope}.`,
    403,
    challenge(path, { error: 'insufficient_scope', scope }),
  );
}

/** On whose account a request goes. */
export const accountOf = (caller: Caller | null, request: Request): { client: string } | { visitor: string | null } =>
  caller ? { client: caller.client.id } : { visitor: visitorOf(request.headers) };
