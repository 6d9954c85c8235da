import { directoryResponseHeaders, MediaType } from 'web-bot-auth';
import { otherMethods, problem } from '@/app/api/answers.ts';
import { settings } from '@/lib/settings.ts';
import { publicKey, signerOf } from '@/lib/signing.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** Seconds that a copy of the directory may be kept. */
const maxAge = 3600;

/** The keys that sign our requests; the answer is signed with them, which proves that this site holds them. */
export async function GET(request: Request): Promise<Response> {
  const { signingKey } = settings();
  if (!signingKey) return problem(404, 'no-signing-key', 'The scanner of this site does not sign its requests.');
  const created = new Date();
  const headers = await directoryResponseHeaders(
    { response: { status: 200, headers: {} }, request: { method: 'GET', url: request.url, headers: {} } },
    [{ ...signerOf(signingKey), sign: (data) => signerOf(signingKey).signSync(data) }],
    { created, expires: new Date(created.getTime() + maxAge * 1000) },
  );
  return new Response(JSON.stringify({ keys: [publicKey(signingKey)], purpose: 'scanning' }), {
    headers: {
      ...(headers as unknown as Record<string, string>),
      'content-type': MediaType.HTTP_MESSAGE_SIGNATURES_DIRECTORY,
      'cache-control': `public, max-age=${maxAge}`,
      'access-control-allow-origin': '*',
    },
  });
}
