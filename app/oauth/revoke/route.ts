import { otherMethods } from '@/app/api/answers.ts';
import { clientOf, formOf, oauthAnswering, oauthJson } from '@/app/oauth/answers.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';
import { revokeToken } from '@/lib/oauth/tokens.ts';

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['POST']);

/** Ends a token (RFC 7009): 200 also for one that is not known, since then there is nothing left to end. */
export function POST(request: Request): Promise<Response> {
  return oauthAnswering(async () => {
    const form = await formOf(request);
    const client = await clientOf(request, form);
    const token = form.get('token');
    if (token === undefined) throw new OAuthError('invalid_request', 'token is missing.');
    await revokeToken(client, token);
    return oauthJson({});
  });
}
