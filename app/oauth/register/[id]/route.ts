import { otherMethods } from '@/app/api/answers.ts';
import { oauthAnswering, oauthJson } from '@/app/oauth/answers.ts';
import { forgetClient, readRegistration, registeredClient, renewClient, type Client } from '@/lib/oauth/clients.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';
import { jsonOf, registrationOf } from '../registration.ts';

export const { POST, PATCH, OPTIONS } = otherMethods(['GET', 'PUT', 'DELETE']);

type Context = RouteContext<'/oauth/register/[id]'>;

/** The client that the address and the registration access token name. @throws {OAuthError} 401 `invalid_token` (RFC 7592 §2.1) */
async function known(request: Request, context: Context): Promise<Client> {
  const token = /^bearer +(\S{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const client = await registeredClient((await context.params).id, token);
  if (client) return client;
  throw new OAuthError(
    'invalid_token',
    'Send the registration_access_token of this client as Authorization: Bearer.',
    401,
    { 'www-authenticate': 'Bearer realm="registration", error="invalid_token"' },
  );
}

/** What is registered (RFC 7592 §2.1), without the secret: only its hash is kept. */
export const GET = (request: Request, context: Context): Promise<Response> =>
  oauthAnswering(async () => oauthJson(registrationOf(await known(request, context))));

/** Changes the registration (RFC 7592 §2.2) and rotates the secret: the old one and its tokens end. */
export const PUT = (request: Request, context: Context): Promise<Response> =>
  oauthAnswering(async () => {
    const client = await known(request, context);
    const renewed = await renewClient(client, readRegistration(await jsonOf(request)));
    return oauthJson(registrationOf(renewed.client, { secret: renewed.secret }));
  });

/** Forgets the client and its tokens (RFC 7592 §2.3). */
export const DELETE = (request: Request, context: Context): Promise<Response> =>
  oauthAnswering(async () => {
    await forgetClient((await known(request, context)).id);
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  });
