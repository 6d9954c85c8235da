import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegistrationAnswer } from '../../../../lib/scan/read/registration.ts';
import { seed } from './seed.ts';

const answer = (status: number, body: unknown, over: { type?: string | null; challenge?: string } = {}) =>
  readRegistrationAnswer({
    status,
    contentType: over.type === undefined ? 'application/json' : over.type,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    headers: new Map(over.challenge === undefined ? [] : [['www-authenticate', over.challenge]]),
  });
const page = (text: string) =>
  `<!doctype html><html><head><title>Error</title></head><body><pre>${text}</pre></body></html>`;

describe('readRegistrationAnswer (Z3)', () => {
  test.each<[name: string, state: string, status: number, body: unknown, over?: Parameters<typeof answer>[2]]>([
    [
      'RFC 7591 error',
      'open',
      400,
      { error: 'invalid_client_metadata', error_description: 'At least one redirect URI is required' },
    ],
    ['invalid_request', 'open', 400, { error: 'invalid_request', error_description: 'Invalid JSON payload' }],
    ['invalid_redirect_uri', 'open', 400, { error: 'invalid_redirect_uri' }],
    ['generic JSON 400', 'open', 400, { message: 'Bad Request' }],
    ['422 of a validator', 'open', 422, { detail: [{ type: 'json_invalid', msg: 'JSON decode error' }] }],
    [
      'a framework that could not parse, as a page',
      'open',
      400,
      page('SyntaxError: Expected property name or &#39;}&#39; in JSON at position 1'),
      { type: 'text/html' },
    ],
    ['a framework that could not parse, as text', 'open', 400, 'Unexpected end of JSON input', { type: 'text/plain' }],
    ['“unexpected token” asks for no token', 'open', 400, { message: 'Invalid token { in JSON at position 0' }],
    ['error under 200', 'open', 200, { error: 'invalid_client_metadata' }],
    ['a client for a broken body', 'open', 201, { client_id: 'x' }],
    ['401', 'token-required', 401, { error: 'invalid_token' }, { challenge: 'Bearer realm="x"' }],
    ['401 without a word', 'token-required', 401, '', { type: null }],
    ['403 with a challenge', 'token-required', 403, '', { type: null, challenge: 'Bearer error="insufficient_scope"' }],
    [
      '403 of Keycloak’s host policy',
      'token-required',
      403,
      {
        error: 'insufficient_scope',
        error_description:
          "Policy 'Trusted Hosts' rejected request to client-registration service. Details: Host not trusted.",
      },
    ],
    [
      '400 that asks for a token',
      'token-required',
      400,
      { error: 'invalid_token', error_description: 'no access token provided' },
    ],
    ['400 in words only', 'token-required', 400, { message: 'Initial access token required' }],
    ['404', 'absent', 404, { error: 'not_found' }],
    ['410', 'absent', 410, ''],
    ['405', 'absent', 405, ''],
    ['501', 'absent', 501, ''],
    [
      'switched off',
      'absent',
      403,
      { error: 'registration_not_supported', error_description: 'Dynamic client registration is disabled.' },
    ],
    ['AWS has no such route', 'absent', 403, { message: 'Missing Authentication Token' }],
    ['403 page', 'unknown', 403, page('Forbidden'), { type: 'text/html' }],
    ['403 that names nothing', 'unknown', 403, { message: 'Forbidden' }],
    ['415', 'unknown', 415, { message: 'Unsupported Media Type' }],
    ['400 page', 'unknown', 400, page('Bad Request'), { type: 'text/html' }],
    ['400 with nothing', 'unknown', 400, '', { type: null }],
    ['200 page', 'unknown', 200, page('Register'), { type: 'text/html' }],
    ['200 of a catch-all', 'unknown', 200, { ok: true }],
    ['302', 'unknown', 302, '', { type: null }],
    ['429', 'unknown', 429, { error: 'invalid_request' }],
    ['500', 'unknown', 500, { message: 'Unexpected end of JSON input' }],
  ])('%s: %s', (_name, state, status, body, over) => {
    const result = answer(status, body, over);
    expect([result.state, result.reason.startsWith(`HTTP ${status}: `)]).toEqual([state, true]);
  });

  test('any answer is read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('application/json', 'text/html', null),
        (status, body, type) => {
          expect(['open', 'token-required', 'absent', 'unknown']).toContain(answer(status, body, { type }).state);
        },
      ),
      { seed, numRuns: 500 },
    );
  }, 60_000);
});
