/** Grant names as they stand in `grant_types_supported` (RFC 6749, 7523, 8628, 8693); PKCE is no grant of its own (RFC 7636). */
import type { GrantId } from '../types.ts';

export const grantWireNames: Partial<Record<GrantId, string>> = {
  authorization_code: 'authorization_code',
  implicit: 'implicit',
  client_credentials: 'client_credentials',
  password: 'password',
  device_code: 'urn:ietf:params:oauth:grant-type:device_code',
  refresh_token: 'refresh_token',
  jwt_bearer: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  token_exchange: 'urn:ietf:params:oauth:grant-type:token-exchange',
};
