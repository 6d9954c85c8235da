/** A registration as RFC 7591 §3.2.1 and RFC 7592 §3 want it told. */
import { bodyWithin, jsonIn } from '@/app/body.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { validUntil, type Client } from '@/lib/oauth/clients.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';

const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

/** What is told of a client; secrets only where they have just been made. */
export function registrationOf(
  client: Client,
  once: { secret?: string | null; registrationToken?: string } = {},
): Record<string, unknown> {
  return {
    client_id: client.id,
    ...(once.secret && { client_secret: once.secret }),
    client_id_issued_at: seconds(client.createdAt),
    client_secret_expires_at: client.authMethod === 'private_key_jwt' ? 0 : seconds(validUntil(client)),
    client_name: client.name,
    token_endpoint_auth_method: client.authMethod,
    grant_types: ['client_credentials'],
    response_types: [],
    scope: client.scopes.join(' '),
    ...(client.jwks && { jwks: client.jwks }),
    registration_client_uri: `${siteOrigin()}/oauth/register/${client.id}`,
    ...(once.registrationToken && { registration_access_token: once.registrationToken }),
  };
}

/** The JSON of a body. @throws {OAuthError} `invalid_client_metadata` */
export async function jsonOf(request: Request): Promise<unknown> {
  const refuse = (message: string, status = 400) => new OAuthError('invalid_client_metadata', message, status);
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw refuse('Send JSON as application/json.');
  const body = await bodyWithin(request, 64_000);
  if (body === null) throw refuse('The body is larger than 64 kB.', 413);
  const value = jsonIn(body);
  if (value === undefined) throw refuse('The body is not JSON.');
  return value;
}
