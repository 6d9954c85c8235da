import { callerOf } from '@/lib/oauth/tokens.ts';
import { challenge } from '@/app/api/caller.ts';
import { answering, json, otherMethods, problem } from '@/app/api/answers.ts';
import { keyRequestSchema } from '@/app/api/schemas.ts';
import { bodyWithin } from '@/app/body.ts';
import { countRegistration } from '@/app/oauth/answers.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { createKey, renewClient, validUntil, type Client } from '@/lib/oauth/clients.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';

export const { GET, PATCH, DELETE, OPTIONS } = otherMethods(['POST', 'PUT']);

const keyJson = (client: Client, key: string) => ({
  id: client.id,
  name: client.name,
  key,
  scopes: client.scopes,
  validUntil: validUntil(client),
  forgottenAt: client.expiresAt,
});

/** An API key for whoever asks, at once. It is shown in this answer and never again. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const sent = await bodyWithin(request, 4000);
    if (sent === null) return problem(413, 'too-long', 'The body is larger than 4 kB. Send {"name": "my agent"}.');
    let body: unknown = {};
    try {
      if (sent.length > 0) body = JSON.parse(sent.toString());
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return problem(400, 'bad-request', 'The body is not JSON. Send {"name": "my agent"}, or nothing.');
    }
    const wanted = keyRequestSchema.safeParse(body);
    if (!wanted.success)
      return problem(400, 'bad-request', 'The body is not what was expected. Send {"name": "my agent"}, or nothing.');
    await countRegistration(request);
    const { client, key } = await createKey(wanted.data.name, wanted.data.scopes);
    return json(keyJson(client, key), 201);
  });
}

/** A new key in place of the one that the request carries, which ends at once. */
export function PUT(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await callerOf(request.headers.get('authorization'), `${siteOrigin()}/api/v1`);
    if (caller?.via !== 'key')
      throw new OAuthError(
        'unauthorized',
        'Send the API key that is to be replaced as Authorization: Bearer.',
        401,
        challenge('/api/v1'),
      );
    const { client, secret } = await renewClient(caller.client, caller.client);
    return json(keyJson(client, `${client.id}.${secret ?? ''}`));
  });
}
