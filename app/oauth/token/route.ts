import { otherMethods } from '@/app/api/answers.ts';
import { clientOf, formOf, oauthAnswering, oauthJson } from '@/app/oauth/answers.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';
import { resourcesOf } from '@/lib/oauth/metadata.ts';
import { issueToken, tokenSeconds } from '@/lib/oauth/tokens.ts';

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['POST']);

/** An access token for a client that proves itself (RFC 6749 §4.4). */
export function POST(request: Request): Promise<Response> {
  return oauthAnswering(async () => {
    const form = await formOf(request);
    const grant = form.get('grant_type');
    if (grant === undefined)
      throw new OAuthError('invalid_request', 'grant_type is missing: send grant_type=client_credentials.');
    if (grant !== 'client_credentials')
      throw new OAuthError('unsupported_grant_type', 'The only grant here is client_credentials.');
    const client = await clientOf(request, form);
    const { token, scopes } = await issueToken(
      client,
      { scope: form.get('scope'), resource: form.get('resource') },
      resourcesOf(siteOrigin()),
    );
    return oauthJson({ access_token: token, token_type: 'Bearer', expires_in: tokenSeconds, scope: scopes.join(' ') });
  });
}
