import { otherMethods } from '@/app/api/answers.ts';
import { oauthAnswering } from '@/app/oauth/answers.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** No response type is given here (RFC 6749 §4.1.2.1), and nobody is sent on: no redirect address is known to be anybody's. */
export const GET = (): Promise<Response> =>
  oauthAnswering(async () => {
    throw new OAuthError(
      'unsupported_response_type',
      `Nobody signs in here. Ask ${siteOrigin()}/oauth/token for a token with grant_type=client_credentials.`,
    );
  });
