import { accountOf, anyCaller } from '@/app/api/caller.ts';
import { answering, json, otherMethods } from '@/app/api/answers.ts';
import { forgetClient, validUntil } from '@/lib/oauth/clients.ts';
import { scansLeft } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, OPTIONS } = otherMethods(['GET', 'DELETE']);

/** Whose credential it is, what it may do, and what is left of its limit. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const caller = await anyCaller(request);
    const { client, scopes, via } = caller;
    const { limit, remaining, resetSeconds } = await scansLeft(accountOf(caller, request));
    return json(
      {
        id: client.id,
        name: client.name,
        kind: via === 'key' ? 'key' : 'client',
        scopes,
        createdAt: client.createdAt,
        validUntil: validUntil(client),
        scans: { limit, remaining, resetSeconds },
      },
      200,
      { 'cache-control': 'private, no-store' },
    );
  });
}

/** Revokes the credential that the request carries: the key, or the client with all its tokens. */
export function DELETE(request: Request): Promise<Response> {
  return answering(async () => {
    const { client } = await anyCaller(request);
    await forgetClient(client.id);
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  });
}
