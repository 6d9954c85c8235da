import { expect, test } from 'vitest';
import { kindOfName } from '../../../../lib/scan/redact/names.ts';

test.each([
  ['password', 'secret'],
  ['DB_PASSWORD', 'secret'],
  ['newPassword2', 'secret'],
  ['password_confirmation', 'secret'],
  ['client-secret', 'secret'],
  ['clientSecret', 'secret'],
  ['SECRET_KEY_BASE', 'secret'],
  ['OPENAI_API_KEY', 'secret'],
  ['access-token', 'secret'],
  ['mytoken', 'secret'],
  ['X-Amz-Signature', 'secret'],
  ['HTTP_AUTHORIZATION', 'secret'],
  ['session_id', 'secret'],
  ['token', 'maybe'],
  ['key', 'maybe'],
  ['code', 'maybe'],
  ['sig', 'maybe'],
  ['token_endpoint', 'plain'],
  ['token_type', 'plain'],
  ['grant_types_supported', 'plain'],
  ['token_endpoint_auth_methods_supported', 'plain'],
  ['nextPageToken', 'plain'],
  ['max_tokens', 'plain'],
  ['password_policy', 'plain'],
  ['client_id', 'plain'],
  ['keyboard', 'plain'],
  ['secretary', 'plain'],
])('%s is %s', (name, kind) => {
  expect(kindOfName(name)).toBe(kind);
});
