import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenAnswer } from '../../../../lib/scan/schema/facts.ts';
import { decideGrant } from '../../../../lib/scan/read/grant-decision.ts';
import { readTokenAnswer } from '../../../../lib/scan/read/token-answer.ts';
import { processorMs, seed } from './seed.ts';

interface Wire {
  status: number;
  body: string;
  type: string | null;
  headers?: Record<string, string>;
  wall?: string;
}

const j = (status: number, value: unknown, headers?: Record<string, string>): Wire => ({
  status,
  body: JSON.stringify(value),
  type: 'application/json',
  ...(headers ? { headers } : {}),
});
const oauth = (status: number, error: string, description?: string) =>
  j(status, { error, ...(description === undefined ? {} : { error_description: description }) });
const raw = (
  status: number,
  body: string,
  type: string | null = 'text/plain',
  headers?: Record<string, string>,
): Wire => ({ status, body, type, ...(headers ? { headers } : {}) });
const html = (status: number, body: string) =>
  raw(status, `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`, 'text/html');
const form = (status: number, fields: Record<string, string>) =>
  raw(status, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');

const read = (wire: Wire | null) =>
  wire === null
    ? null
    : readTokenAnswer({
        status: wire.status,
        contentType: wire.type,
        text: wire.body,
        headers: new Map(Object.entries(wire.headers ?? {})),
        exchange: 'x1',
        wall: wire.wall ?? null,
      });

interface Probe {
  basic?: Wire | null;
  body?: Wire | null;
  bogus?: Wire | null;
  json?: Wire | null;
}
/** `cc` stands for both ways to send the client. */
const decide = ({ cc = null, ...probe }: Probe & { cc?: Wire | null }) =>
  decideGrant({
    basic: read(probe.basic === undefined ? cc : probe.basic),
    body: read(probe.body === undefined ? cc : probe.body),
    bogus: read(probe.bogus ?? null),
    json: read(probe.json ?? null),
  });

const invalidClient = oauth(401, 'invalid_client', 'Client authentication failed');
const unsupported = oauth(400, 'unsupported_grant_type', 'The grant type is not supported');

type Row = [name: string, probe: Probe & { cc?: Wire | null }, row: number, verdict: string, life: string];

describe('the decision table, row by row', () => {
  test.each<Row>([
    ['1 invalid_client, unsupported_grant_type', { cc: invalidClient, bogus: unsupported }, 1, 'supported', 'alive'],
    [
      '2 invalid_client, generic invalid_request',
      {
        cc: invalidClient,
        bogus: oauth(
          400,
          'invalid_request',
          'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.',
        ),
      },
      2,
      'supported',
      'alive',
    ],
    [
      '2 the sentence of RFC 6749 mentions grant types in passing',
      {
        cc: invalidClient,
        bogus: oauth(
          400,
          'invalid_request',
          'The request is missing a required parameter, includes an unsupported parameter value (other than grant type), or is otherwise malformed.',
        ),
      },
      2,
      'supported',
      'alive',
    ],
    ['3 invalid_client twice', { cc: invalidClient, bogus: invalidClient }, 3, 'unknown', 'alive'],
    ['4 unsupported_grant_type twice', { cc: unsupported, bogus: unsupported }, 4, 'unsupported', 'alive'],
    ['5 unsupported_grant_type, anything', { cc: unsupported, bogus: invalidClient }, 5, 'unsupported', 'alive'],
    ['5 nothing to compare with', { cc: unsupported }, 5, 'unsupported', 'alive'],
    [
      '6 unauthorized_client, unsupported_grant_type',
      { cc: oauth(400, 'unauthorized_client'), bogus: unsupported },
      6,
      'supported',
      'alive',
    ],
    [
      '7 unauthorized_client twice',
      { cc: oauth(400, 'unauthorized_client'), bogus: oauth(400, 'unauthorized_client') },
      7,
      'unknown',
      'alive',
    ],
    [
      '7 access_denied twice',
      { cc: oauth(401, 'access_denied', 'Unauthorized'), bogus: oauth(401, 'access_denied', 'Unauthorized') },
      7,
      'unknown',
      'alive',
    ],
    ['8 invalid_scope', { cc: oauth(400, 'invalid_scope'), bogus: unsupported }, 8, 'supported', 'alive'],
    ['8 invalid_target', { cc: oauth(400, 'invalid_target'), bogus: unsupported }, 8, 'supported', 'alive'],
    [
      '8 invalid_request naming the audience',
      { cc: oauth(400, 'invalid_request', 'Missing required parameter: audience'), bogus: unsupported },
      8,
      'supported',
      'alive',
    ],
    [
      '9 client_id missing after Basic, no second answer',
      { basic: oauth(400, 'invalid_request', 'client_id is missing'), body: null, bogus: unsupported },
      9,
      'unknown',
      'alive',
    ],
    [
      '9 client_id missing after Basic only',
      { basic: oauth(400, 'invalid_request', 'client_id is missing'), body: null },
      9,
      'unknown',
      'alive',
    ],
    [
      '9 Basic not read, the body decides',
      { basic: oauth(400, 'invalid_request', 'client_id is missing'), body: invalidClient, bogus: unsupported },
      1,
      'supported',
      'alive',
    ],
    [
      '10 invalid_request twice',
      {
        cc: oauth(400, 'invalid_request', 'Malformed request'),
        bogus: oauth(400, 'invalid_request', 'Malformed request'),
      },
      10,
      'unknown',
      'alive',
    ],
    [
      '10 the grant type is called missing although it was sent',
      {
        cc: oauth(400, 'unsupported_grant_type', 'grant_type parameter is missing'),
        bogus: oauth(400, 'unsupported_grant_type', 'grant_type parameter is missing'),
      },
      10,
      'unknown',
      'alive',
    ],
    ['11 invalid_grant', { cc: oauth(400, 'invalid_grant'), bogus: unsupported }, 11, 'supported', 'alive'],
    [
      '12 vendor codes apart',
      { cc: j(400, { code: 'invalid_client_id' }), bogus: j(400, { code: 'invalid_grant_type' }) },
      12,
      'supported',
      'alive',
    ],
    [
      '12 numbers with messages',
      {
        cc: j(401, { code: 4010, message: 'Unknown client' }),
        bogus: j(400, { code: 4002, message: 'Unsupported grant type' }),
      },
      12,
      'supported',
      'alive',
    ],
    [
      '13 vendor code twice',
      { cc: j(400, { code: 'bad_client_secret' }), bogus: j(400, { code: 'bad_client_secret' }) },
      13,
      'unknown',
      'alive',
    ],
    [
      '13 two words about the client',
      { cc: j(400, { code: 'invalid_client_id' }), bogus: j(400, { code: 'bad_client_secret' }) },
      13,
      'unknown',
      'alive',
    ],
    [
      '14 refusal without reason',
      { cc: j(401, { message: 'Unauthorized' }), bogus: j(401, { message: 'Unauthorized' }) },
      14,
      'unknown',
      'alive',
    ],
    [
      '14 403',
      { cc: j(403, { message: 'Forbidden' }), bogus: j(403, { message: 'Forbidden' }) },
      14,
      'unknown',
      'alive',
    ],
    ['15 404 pages', { cc: html(404, 'Not found'), bogus: html(404, 'Not found') }, 15, 'unknown', 'dead'],
    [
      '15 404 of a router',
      {
        cc: j(404, { statusCode: 404, message: 'Cannot POST /token', error: 'Not Found' }),
        bogus: j(404, { message: 'Cannot POST /token' }),
      },
      15,
      'unknown',
      'dead',
    ],
    [
      '15 404 in JSON that may refuse the client',
      { cc: j(404, { error: 'Not Found' }), bogus: j(404, { error: 'Not Found' }) },
      15,
      'unknown',
      'unknown',
    ],
    [
      '15 AWS has no such route',
      {
        cc: j(403, { message: 'Missing Authentication Token' }),
        bogus: j(403, { message: 'Missing Authentication Token' }),
      },
      15,
      'unknown',
      'dead',
    ],
    ['16 405', { cc: raw(405, ''), bogus: raw(405, '') }, 16, 'unknown', 'dead'],
    [
      '17 415',
      { cc: j(415, { message: 'Unsupported Media Type' }), bogus: j(415, { message: 'Unsupported Media Type' }) },
      17,
      'unknown',
      'alive',
    ],
    [
      '17 wants JSON, and then says more',
      {
        cc: j(400, { message: 'Expected JSON body' }),
        bogus: j(400, { message: 'Expected JSON body' }),
        json: j(401, { error: 'invalid_client' }),
      },
      17,
      'unknown',
      'alive',
    ],
    [
      '17 wants JSON, and then denies the grant',
      { cc: raw(415, ''), bogus: raw(415, ''), json: unsupported },
      5,
      'unsupported',
      'alive',
    ],
    [
      '18 redirect on the host',
      {
        cc: raw(307, '', null, { location: 'https://as.example/token/' }),
        bogus: raw(307, '', null, { location: 'https://as.example/token/' }),
      },
      18,
      'unknown',
      'unknown',
    ],
    [
      '18 redirect to a login',
      { cc: raw(302, '', null, { location: 'https://as.example/login?next=/token' }) },
      18,
      'unknown',
      'dead',
    ],
    ['19 a page', { cc: html(200, 'Welcome'), bogus: html(200, 'Welcome') }, 19, 'unknown', 'dead'],
    [
      '21 nginx wants a certificate first',
      { cc: html(400, '<h1>400 Bad Request</h1>No required SSL certificate was sent<hr>nginx') },
      21,
      'unknown',
      'unknown',
    ],
    ['20 wall', { cc: { ...html(403, 'Just a moment'), wall: 'Cloudflare' } }, 20, 'unknown', 'unknown'],
    ['21 429', { cc: j(429, { message: 'Slow down' }) }, 21, 'unknown', 'unknown'],
    ['21 503', { cc: raw(503, 'upstream') }, 21, 'unknown', 'unknown'],
    [
      '21 500',
      { cc: j(500, { message: 'Internal Server Error' }), bogus: j(500, { message: 'Internal Server Error' }) },
      21,
      'unknown',
      'unknown',
    ],
    ['21 no answer', {}, 21, 'unknown', 'unknown'],
    ['21 no answer to compare with', { cc: invalidClient }, 21, 'unknown', 'alive'],
    ['21 the comparison failed with 503', { cc: invalidClient, bogus: raw(503, '') }, 21, 'unknown', 'alive'],
    ['22 a token', { cc: j(200, { access_token: 'secret', token_type: 'Bearer' }) }, 22, 'supported', 'alive'],
    [
      '22 a token for the invented grant',
      { cc: invalidClient, bogus: j(200, { access_token: 'secret' }) },
      22,
      'unknown',
      'alive',
    ],
    [
      '23 errors under 200',
      { cc: oauth(200, 'invalid_client'), bogus: oauth(200, 'unsupported_grant_type') },
      23,
      'supported',
      'alive',
    ],
    [
      '23 under 200, undecided',
      { cc: oauth(200, 'invalid_client'), bogus: oauth(200, 'invalid_client') },
      23,
      'unknown',
      'alive',
    ],
  ])('%s', (_name, probe, row, verdict, life) => {
    const decision = decide(probe);
    expect([decision.row, decision.verdict, decision.life]).toEqual([row, verdict, life]);
    expect(decision.reason).not.toBe('');
  });
});

/** Behaviour as the vendors document it, or as their open source answers; none of it was measured by us. */
describe('vendors, as documented', () => {
  const keycloak = {
    cc: oauth(401, 'invalid_client', 'Invalid client or Invalid client credentials'),
    bogus: oauth(400, 'unsupported_grant_type', 'Unsupported grant_type'),
  };
  const entra = (code: string, text: string) =>
    j(400, {
      error: code,
      error_description: `${text} Trace ID: 5f1c2a00-1111-4222-8333-abcdefabcdef Correlation ID: 5f1c2a00-1111-4222-8333-abcdefabcde0 Timestamp: 2026-11-23 10:00:00Z`,
      error_codes: [700016],
      timestamp: '2026-11-23 10:00:00Z',
      trace_id: 'x',
    });
  const league = (hint: string) =>
    j(400, {
      error: 'unsupported_grant_type',
      error_description: 'The authorization grant type is not supported by the authorization server.',
      hint,
      message: 'The authorization grant type is not supported by the authorization server.',
    });
  test.each<Row>([
    [
      'Slack, oauth.v2.access',
      {
        cc: j(200, { ok: false, error: 'invalid_grant_type' }),
        bogus: j(200, { ok: false, error: 'invalid_grant_type' }),
      },
      23,
      'unsupported',
      'alive',
    ],
    [
      'Slack, openid.connect.token',
      {
        cc: j(200, { ok: false, error: 'invalid_client_id' }),
        bogus: j(200, { ok: false, error: 'invalid_client_id' }),
      },
      23,
      'unknown',
      'alive',
    ],
    [
      'LinkedIn',
      {
        basic: oauth(400, 'invalid_request', 'A required parameter "client_id" is missing'),
        body: oauth(401, 'invalid_client', 'Client authentication failed'),
        bogus: oauth(400, 'invalid_request', 'A invalid parameter "grant_type" was passed to the request'),
      },
      2,
      'supported',
      'alive',
    ],
    [
      'Amadeus',
      {
        basic: j(400, {
          error: 'invalid_request',
          error_description: 'Mandatory client_id form parameter missing',
          code: 38187,
          title: 'Invalid parameters',
        }),
        body: j(401, {
          error: 'invalid_client',
          error_description: 'Client credentials are invalid',
          code: 38187,
          title: 'Invalid parameters',
        }),
        bogus: j(400, {
          error: 'unsupported_grant_type',
          error_description: 'Only client_credentials value is allowed for the body parameter grant_type',
          code: 38187,
          title: 'Invalid parameters',
        }),
      },
      1,
      'supported',
      'alive',
    ],
    [
      'GitHub, 404 in form encoding',
      { cc: form(404, { error: 'Not Found' }), bogus: form(404, { error: 'Not Found' }) },
      15,
      'unknown',
      'unknown',
    ],
    [
      'GitHub, known client, 200 in form encoding',
      {
        cc: form(200, {
          error: 'incorrect_client_credentials',
          error_description: 'The client_id and/or client_secret passed are incorrect.',
        }),
        bogus: form(200, {
          error: 'incorrect_client_credentials',
          error_description: 'The client_id and/or client_secret passed are incorrect.',
        }),
      },
      23,
      'unknown',
      'alive',
    ],
    [
      'Stripe Connect',
      {
        cc: oauth(401, 'invalid_client', 'Invalid API Key provided: abcd****'),
        bogus: oauth(401, 'invalid_client', 'Invalid API Key provided: abcd****'),
      },
      3,
      'unknown',
      'alive',
    ],
    [
      'Spotify',
      {
        cc: oauth(400, 'invalid_client', 'Invalid client'),
        bogus: oauth(
          400,
          'unsupported_grant_type',
          'grant_type must be client_credentials, authorization_code or refresh_token',
        ),
      },
      1,
      'supported',
      'alive',
    ],
    [
      'Auth0',
      { cc: oauth(401, 'access_denied', 'Unauthorized'), bogus: oauth(401, 'access_denied', 'Unauthorized') },
      7,
      'unknown',
      'alive',
    ],
    [
      'Auth0, grant first',
      {
        cc: oauth(401, 'access_denied', 'Unauthorized'),
        bogus: oauth(403, 'unsupported_grant_type', 'Unsupported grant type: scan_none_1a2b'),
      },
      6,
      'supported',
      'alive',
    ],
    [
      'Entra ID',
      {
        cc: entra(
          'unauthorized_client',
          "AADSTS700016: Application with identifier 'x' was not found in the directory 'y'.",
        ),
        bogus: entra(
          'unsupported_grant_type',
          "AADSTS70003: The app requested an unsupported grant type 'scan_none_1a2b'.",
        ),
      },
      6,
      'supported',
      'alive',
    ],
    [
      'Entra ID, wrong tenant',
      {
        cc: entra('invalid_request', "AADSTS90002: Tenant 'x' not found."),
        bogus: entra('invalid_request', "AADSTS90002: Tenant 'x' not found."),
      },
      10,
      'unknown',
      'alive',
    ],
    ['Keycloak', keycloak, 1, 'supported', 'alive'],
    [
      'Keycloak, grant not sent',
      {
        cc: oauth(400, 'invalid_request', 'Missing form parameter: grant_type'),
        bogus: oauth(400, 'invalid_request', 'Missing form parameter: grant_type'),
      },
      10,
      'unknown',
      'alive',
    ],
    [
      'Ory Hydra',
      {
        cc: oauth(
          401,
          'invalid_client',
          'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).',
        ),
        bogus: oauth(
          400,
          'invalid_request',
          'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.',
        ),
      },
      2,
      'supported',
      'alive',
    ],
    [
      'Okta',
      {
        cc: j(401, {
          errorCode: 'invalid_client',
          errorSummary: "Invalid value for 'client_id' parameter.",
          errorLink: 'invalid_client',
        }),
        bogus: j(401, {
          errorCode: 'invalid_client',
          errorSummary: "Invalid value for 'client_id' parameter.",
          errorLink: 'invalid_client',
        }),
      },
      3,
      'unknown',
      'alive',
    ],
    [
      'Zoom',
      {
        cc: j(400, { reason: 'Invalid client_id or client_secret', error: 'invalid_client' }),
        bogus: j(400, { reason: 'unsupported grant type', error: 'unsupported_grant_type' }),
      },
      1,
      'supported',
      'alive',
    ],
    ['PayPal', { cc: invalidClient, bogus: invalidClient }, 3, 'unknown', 'alive'],
    [
      'Salesforce, grant known',
      {
        cc: oauth(400, 'invalid_client_id', 'client identifier invalid'),
        bogus: oauth(400, 'unsupported_grant_type', 'grant type not supported'),
      },
      12,
      'supported',
      'alive',
    ],
    [
      'Salesforce, grant off for the domain',
      {
        cc: oauth(400, 'invalid_grant', 'request not supported on this domain'),
        bogus: oauth(400, 'unsupported_grant_type', 'grant type not supported'),
      },
      11,
      'supported',
      'alive',
    ],
    [
      'Google',
      {
        cc: oauth(400, 'unsupported_grant_type', 'Invalid grant_type: client_credentials'),
        bogus: oauth(400, 'unsupported_grant_type', 'Invalid grant_type: scan_none_1a2b'),
      },
      4,
      'unsupported',
      'alive',
    ],
    [
      'Reddit',
      { cc: j(401, { message: 'Unauthorized', error: 401 }), bogus: j(401, { message: 'Unauthorized', error: 401 }) },
      14,
      'unknown',
      'alive',
    ],
    [
      'Discord',
      { cc: oauth(401, 'invalid_client'), bogus: oauth(400, 'unsupported_grant_type') },
      1,
      'supported',
      'alive',
    ],
    [
      'Shopify, a page that speaks OAuth',
      {
        cc: html(400, 'Oauth error application_cannot_be_found: The application cannot be found or has been deleted.'),
        bogus: html(
          400,
          'Oauth error application_cannot_be_found: The application cannot be found or has been deleted.',
        ),
      },
      13,
      'unknown',
      'alive',
    ],
    [
      'HubSpot',
      {
        cc: j(400, { status: 'BAD_CLIENT_ID', message: 'missing or unknown client id', correlationId: 'a' }),
        bogus: j(400, { status: 'BAD_GRANT_TYPE', message: 'missing or unknown grant type', correlationId: 'b' }),
      },
      12,
      'supported',
      'alive',
    ],
    [
      'HubSpot, grant unknown or unread',
      {
        cc: j(400, { status: 'BAD_GRANT_TYPE', message: 'missing or unknown grant type' }),
        bogus: j(400, { status: 'BAD_GRANT_TYPE', message: 'missing or unknown grant type' }),
      },
      10,
      'unknown',
      'alive',
    ],
    [
      'Twitch',
      {
        cc: j(400, { status: 400, message: 'invalid client' }),
        bogus: j(400, { status: 400, message: 'invalid client' }),
      },
      13,
      'unknown',
      'alive',
    ],
    [
      'Twitch, grant apart',
      {
        cc: j(400, { status: 400, message: 'invalid client' }),
        bogus: j(400, { status: 400, message: 'invalid grant type' }),
      },
      12,
      'supported',
      'alive',
    ],
    [
      'Notion, JSON only',
      {
        cc: j(400, {
          object: 'error',
          status: 400,
          code: 'validation_error',
          message: 'body failed validation: body.grant_type should be defined, instead was `undefined`.',
        }),
        bogus: j(400, {
          object: 'error',
          status: 400,
          code: 'validation_error',
          message: 'body failed validation: body.grant_type should be defined, instead was `undefined`.',
        }),
        json: j(401, { error: 'invalid_client' }),
      },
      17,
      'unknown',
      'alive',
    ],
    [
      'Xero (IdentityServer: client first)',
      { cc: oauth(400, 'invalid_client'), bogus: oauth(400, 'invalid_client') },
      3,
      'unknown',
      'alive',
    ],
    [
      'Square',
      {
        cc: j(401, { message: 'Not Authorized', type: 'service.not_authorized' }),
        bogus: j(401, { message: 'Not Authorized', type: 'service.not_authorized' }),
      },
      14,
      'unknown',
      'alive',
    ],
    [
      'Atlassian',
      { cc: oauth(401, 'access_denied', 'Unauthorized'), bogus: oauth(401, 'access_denied', 'Unauthorized') },
      7,
      'unknown',
      'alive',
    ],
    [
      'Dropbox',
      {
        cc: oauth(400, 'invalid_client', 'Invalid client_id or client_secret'),
        bogus: oauth(400, 'unsupported_grant_type', 'unsupported grant type'),
      },
      1,
      'supported',
      'alive',
    ],
    [
      'Box',
      {
        cc: oauth(400, 'invalid_client', 'The client credentials are invalid'),
        bogus: oauth(400, 'unsupported_grant_type', 'Grant type is unsupported or missing'),
      },
      1,
      'supported',
      'alive',
    ],
    [
      'Laravel Passport',
      {
        cc: oauth(401, 'invalid_client', 'Client authentication failed'),
        bogus: league('Check that all required parameters have been provided'),
      },
      1,
      'supported',
      'alive',
    ],
    [
      'Laravel Passport without the grant',
      {
        cc: league('Check that all required parameters have been provided'),
        bogus: league('Check that all required parameters have been provided'),
      },
      4,
      'unsupported',
      'alive',
    ],
    [
      'Doorkeeper',
      {
        cc: oauth(
          401,
          'invalid_client',
          'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
        ),
        bogus: oauth(
          400,
          'unsupported_grant_type',
          'The authorization grant type is not supported by the authorization server.',
        ),
      },
      1,
      'supported',
      'alive',
    ],
    [
      'Twilio',
      {
        cc: oauth(401, 'invalid_client', 'Client authentication failed'),
        bogus: oauth(400, 'unsupported_grant_type', 'The authorization grant type is not supported'),
      },
      1,
      'supported',
      'alive',
    ],
    [
      'FastAPI password form',
      {
        cc: j(422, {
          detail: [
            {
              type: 'string_pattern_mismatch',
              loc: ['body', 'grant_type'],
              msg: "String should match pattern '^password$'",
              input: 'client_credentials',
            },
          ],
        }),
        bogus: j(422, {
          detail: [
            {
              type: 'string_pattern_mismatch',
              loc: ['body', 'grant_type'],
              msg: "String should match pattern '^password$'",
              input: 'scan_none_1',
            },
          ],
        }),
      },
      4,
      'unsupported',
      'alive',
    ],
    [
      'Django REST, field errors',
      {
        cc: j(401, { detail: 'Invalid client' }),
        bogus: j(400, { grant_type: ['"scan_none_1" is not a valid choice.'] }),
      },
      12,
      'supported',
      'alive',
    ],
    [
      'Fitbit',
      {
        cc: j(401, {
          errors: [{ errorType: 'invalid_client', message: 'Invalid authorization header format.' }],
          success: false,
        }),
        bogus: j(401, {
          errors: [{ errorType: 'invalid_client', message: 'Invalid authorization header format.' }],
          success: false,
        }),
      },
      3,
      'unknown',
      'alive',
    ],
    [
      'Apigee',
      {
        cc: j(401, { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' }),
        bogus: j(400, { ErrorCode: 'invalid_request', Error: 'Unsupported grant type : scan_none_1' }),
      },
      2,
      'supported',
      'alive',
    ],
    [
      'nested error objects',
      {
        cc: j(401, { error: { code: 'invalid_client', message: 'no' } }),
        bogus: j(400, { error: { code: 'unsupported_grant_type', message: 'no' } }),
      },
      1,
      'supported',
      'alive',
    ],
    [
      'XML',
      {
        cc: raw(401, '<?xml version="1.0"?><OAuth><error>invalid_client</error></OAuth>', 'application/xml'),
        bogus: raw(400, '<?xml version="1.0"?><OAuth><error>unsupported_grant_type</error></OAuth>', 'application/xml'),
      },
      1,
      'supported',
      'alive',
    ],
    [
      'plain text',
      { cc: raw(401, 'Invalid client id'), bogus: raw(400, 'Unsupported grant type') },
      12,
      'supported',
      'alive',
    ],
    [
      'code in the challenge only',
      {
        cc: raw(401, '', null, { 'www-authenticate': 'Bearer error="invalid_client"' }),
        bogus: raw(400, '', null, { 'www-authenticate': 'Bearer error="unsupported_grant_type"' }),
      },
      1,
      'supported',
      'alive',
    ],
  ])('%s', (_name, probe, row, verdict, life) => {
    const decision = decide(probe);
    expect([decision.row, decision.verdict, decision.life, decision.reason]).toEqual([
      row,
      verdict,
      life,
      expect.any(String),
    ]);
  });
});

describe('what the words add', () => {
  const listing = (list: string) => oauth(400, 'unsupported_grant_type', `grant_type must be ${list}`);
  test('the answer to the invented grant names client_credentials', () => {
    expect(
      decide({
        cc: j(500, {}),
        basic: j(401, { message: 'Unauthorized' }),
        body: j(401, { message: 'Unauthorized' }),
        bogus: j(401, { message: 'Unauthorized. Supported grant types: authorization_code, client_credentials' }),
      }),
    ).toMatchObject({ verdict: 'supported', row: 12 });
    expect(
      decide({
        cc: j(400, { message: 'Bad Request' }),
        bogus: j(400, {
          message: 'Invalid Form Body',
          errors: {
            grant_type: { _errors: [{ message: "Value must be one of ('refresh_token', 'client_credentials')." }] },
          },
        }),
      }),
    ).toMatchObject({ verdict: 'supported' });
  });
  test('the answer to the invented grant names others only', () => {
    expect(
      decide({
        basic: null,
        body: oauth(400, 'unsupported_grant_type', 'grant_type is missing'),
        bogus: listing('authorization_code or refresh_token'),
      }),
    ).toMatchObject({ verdict: 'unsupported', row: 5 });
  });
  test('behaviour outranks a list that leaves the grant out', () => {
    expect(decide({ cc: invalidClient, bogus: listing('authorization_code or refresh_token') })).toMatchObject({
      verdict: 'supported',
    });
  });
  test('a server that refuses the grant and lists it is undecided', () => {
    expect(decide({ cc: unsupported, bogus: listing('client_credentials or refresh_token') })).toMatchObject({
      verdict: 'unknown',
    });
  });
  test('“invalid client_credentials” is no list', () => {
    expect(
      decide({
        cc: oauth(401, 'invalid_client', 'invalid client_credentials'),
        bogus: oauth(401, 'invalid_client', 'invalid client_credentials'),
      }),
    ).toMatchObject({ verdict: 'unknown', row: 3 });
  });
  test('Basic gets to the client, the body does not', () => {
    expect(decide({ basic: invalidClient, body: unsupported, bogus: unsupported })).toMatchObject({
      verdict: 'unknown',
      row: 3,
    });
  });
  test('without the body’s answer, a generic refusal is no contrast', () => {
    expect(
      decide({
        basic: invalidClient,
        body: null,
        bogus: oauth(400, 'invalid_request', 'Authorization header expected'),
      }),
    ).toMatchObject({ verdict: 'unknown' });
    expect(decide({ basic: invalidClient, body: null, bogus: unsupported })).toMatchObject({ verdict: 'supported' });
  });
  test('a word about the client under invalid_request is about the client', () => {
    expect(
      decide({
        cc: oauth(400, 'invalid_request', 'Unknown client'),
        bogus: oauth(400, 'invalid_request', 'Unsupported grant_type'),
      }),
    ).toMatchObject({ verdict: 'supported' });
  });
  test('ids and times do not tell answers apart', () => {
    expect(
      decide({
        cc: j(400, { message: 'Request 8f14e45fceea167a failed' }),
        bogus: j(400, { message: 'Request c9f0f895fb98ab91 failed' }),
      }),
    ).toMatchObject({ verdict: 'unknown', row: 13 });
  });
});

describe('readTokenAnswer', () => {
  test.each<[string, Wire, object]>([
    ['OAuth', oauth(400, 'invalid_client', 'Nope'), { code: 'invalid_client', format: 'oauth', text: 'Nope' }],
    ['vendor', j(400, { error: 'bad_client_secret' }), { code: 'bad_client_secret', format: 'json' }],
    [
      'form',
      form(200, { error: 'bad_verification_code', error_description: 'The code passed is incorrect' }),
      { code: 'bad_verification_code', format: 'form', text: 'The code passed is incorrect' },
    ],
    ['text', raw(400, 'Bad Request'), { code: null, format: 'text', text: 'Bad Request' }],
    ['empty', raw(400, ''), { code: null, format: 'empty', text: '' }],
    ['a JSON string', raw(401, '"invalid_client"', 'application/json'), { code: 'invalid_client', format: 'json' }],
    ['an address is no form', raw(200, 'https://example.com/?error=1'), { format: 'text' }],
  ])('%s', (_name, wire, expected) => {
    expect(read(wire)).toMatchObject(expected);
  });
  test.each([
    j(200, { access_token: 'eyJsecret', token_type: 'Bearer' }),
    j(201, { accessToken: 'eyJsecret' }),
    j(200, { data: { access_token: 'eyJsecret' } }),
    form(200, { access_token: 'eyJsecret', token_type: 'bearer' }),
  ])('a token is never kept (PR4): %j', (wire) => {
    const answer = read(wire);
    expect(JSON.stringify(answer)).not.toContain('eyJsecret');
    expect(decideGrant({ basic: answer, body: null, bogus: null, json: null }).row).toBe(22);
  });
  test('challenges and location come along', () => {
    expect(read(raw(401, '', null, { 'www-authenticate': 'Basic realm="x"', location: '/y' }))).toMatchObject({
      challenges: [{ scheme: 'Basic' }],
      location: '/y',
    });
  });
});

test('no answer breaks the reader or the table', () => {
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom('error', 'error_description', 'code', 'message', 'access_token', 'grant_type', '__proto__'),
          fc.string(),
        ),
        tie('node'),
        { maxKeys: 4 },
      ),
    ),
  })).node;
  const words = fc
    .array(
      fc.constantFrom(
        'invalid',
        'client',
        'grant_type',
        'missing',
        'unsupported',
        'client_credentials',
        'must be one of',
        'error=',
        '&',
        '<html>',
        '{',
        '}',
      ),
      { maxLength: 12 },
    )
    .map((list) => list.join(' '));
  const wire = fc.record({
    status: fc.integer({ min: 100, max: 599 }),
    body: fc.oneof(
      value.map((v) => JSON.stringify(v)),
      words,
      fc.string({ unit: 'binary' }),
    ),
    type: fc.constantFrom('application/json', 'text/html', 'application/x-www-form-urlencoded', null),
  });
  const maybe = fc.option(wire);
  fc.assert(
    fc.property(maybe, maybe, maybe, maybe, (basic, body, bogus, json) => {
      for (const one of [basic, body, bogus, json])
        if (one) expect(tokenAnswer.safeParse(read(one)).success).toBe(true);
      const decision = decide({ basic, body, bogus, json });
      expect(decision.row).toBeGreaterThan(0);
      expect(decision.row).toBeLessThan(24);
    }),
    { seed, numRuns: 500 },
  );
}, 60_000);

test.each(['<head>', 'grant_type ', 'client ', 'a=', 'error=', 'aadsts900144 '])(
  '1 MB of %s takes bounded time',
  (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    expect(
      processorMs(() => {
        for (const body of [text, `<html>${text}`, JSON.stringify({ error: text })])
          decide({ cc: raw(400, body, null), bogus: raw(400, body, null) });
      }),
    ).toBeLessThan(1500);
  },
);
