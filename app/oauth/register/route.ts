import { otherMethods } from '@/app/api/answers.ts';
import { countRegistration, oauthAnswering, oauthJson } from '@/app/oauth/answers.ts';
import { readRegistration, registerClient } from '@/lib/oauth/clients.ts';
import { jsonOf, registrationOf } from './registration.ts';

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['POST']);

/** A client for whoever asks, at once (RFC 7591 §3, open registration). */
export function POST(request: Request): Promise<Response> {
  return oauthAnswering(async () => {
    const wanted = readRegistration(await jsonOf(request));
    await countRegistration(request);
    const { client, ...once } = await registerClient(wanted);
    return oauthJson(registrationOf(client, once), 201);
  });
}
