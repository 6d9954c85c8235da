/** A request to the authorization server that is refused, as RFC 6749 §5.2 wants it answered. */

export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_scope'
  | 'invalid_target'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'unsupported_token_type'
  | 'invalid_client_metadata'
  | 'invalid_token'
  | 'unauthorized'
  | 'insufficient_scope'
  | 'slow_down';

/** `message` says what to do and becomes `error_description`: ASCII without quotes and backslashes (RFC 6749 §5.2). */
export class OAuthError extends Error {
  readonly code: OAuthErrorCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: OAuthErrorCode, message: string, status = 400, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'OAuthError';
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}
