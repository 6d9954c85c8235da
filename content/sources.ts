/** The standards that the pages link to, by section. Drafts are marked in what is said about them. */
import type { Source } from './types.ts';

const rfc = (number: number, section: string | null, says: string): Source => ({
  label: section === null ? `RFC ${number}` : `RFC ${number} §${section}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}.html${section === null ? '' : `#section-${section}`}`,
  says,
});

export const sources = {
  httpAuthentication: rfc(9110, '11.6.1', 'A 401 carries at least one challenge.'),
  http401: rfc(9110, '15.5.2', 'What 401 means, and that 403 means something else.'),
  bearerHeader: rfc(6750, '2.1', 'The token travels in the `Authorization` field.'),
  bearerChallenge: rfc(6750, '3', 'What the challenge says, and when it names an error.'),
  problemDetails: rfc(9457, null, 'A standard shape for errors in JSON.'),
  resourceMetadata: rfc(9728, '3', 'The document with which an API points at its authorization server.'),
  resourceMetadataChallenge: rfc(9728, '5.1', 'The challenge names that document.'),
  serverMetadata: rfc(8414, '3', 'Where the metadata of an authorization server lies.'),
  serverMetadataMembers: rfc(8414, '2', 'Its members, and what an omitted one means.'),
  clientCredentials: rfc(6749, '4.4', 'The grant: one request, client authentication, a token.'),
  clientPassword: rfc(6749, '2.3.1', 'Client id and secret in HTTP Basic or in the body.'),
  tokenResponse: rfc(6749, '5.1', 'The members of a token response.'),
  tokenError: rfc(6749, '5.2', 'The error codes of a token endpoint.'),
  scope: rfc(6749, '3.3', 'What a scope is, and how it is written.'),
  refresh: rfc(6749, '6', 'Refreshing an access token.'),
  authorizationCode: rfc(6749, '4.1', 'The authorization code grant.'),
  pkce: rfc(7636, null, 'The proof key that ties the code to whoever asked for it.'),
  device: rfc(8628, null, 'The device authorization grant.'),
  deviceUser: rfc(8628, '3.3', 'A person confirms the code.'),
  jwtBearer: rfc(7523, '2.1', 'A signed assertion as a grant.'),
  jwtClient: rfc(7523, '2.2', 'A signed assertion in place of the client secret.'),
  tokenExchange: rfc(8693, null, 'Trading one token for another.'),
  registration: rfc(7591, '3', 'A program registers its own client.'),
  registrationManagement: rfc(7592, '2.3', 'And deletes it again.'),
  revocation: rfc(7009, '2', 'Revoking a token.'),
  bestPractice: rfc(9700, null, 'Best current practice for OAuth security.'),
  bestPracticeImplicit: rfc(9700, '2.1.2', 'The implicit grant should not be used.'),
  bestPracticePassword: rfc(9700, '2.4', 'The password grant must not be used.'),
  bestPracticeClient: rfc(9700, '2.5', 'Asymmetric client authentication is recommended.'),
  bestPracticeQuery: rfc(9700, '4.3.2', 'No tokens in the URL.'),
  bestPracticeRefresh: rfc(9700, '4.14.2', 'Refresh tokens are rotated, and a second use ends them all.'),
  resourceIndicators: rfc(8707, null, 'A token for one API and no other.'),
  tooManyRequests: rfc(6585, '4', '429 and `Retry-After`.'),
  openapi: {
    label: 'OpenAPI 3.1, Security Scheme Object',
    url: 'https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object',
    says: 'How a description declares credentials and flows.',
  },
} as const satisfies Record<string, Source>;
