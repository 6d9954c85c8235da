import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorShape as schema } from '../../../../lib/scan/schema/facts.ts';
import { speaksOfCredentials } from '../../../../lib/scan/read/credential-words.ts';
import { isAwsMissingRoute, readErrorShape } from '../../../../lib/scan/read/error-shape.ts';
import { processorMs, seed } from './seed.ts';

const json = (value: unknown, status = 401, type = 'application/json') =>
  readErrorShape(JSON.stringify(value), type, status);

describe('shapes of E4: where the identifier sits', () => {
  test.each<
    [
      name: string,
      body: unknown,
      status: number,
      identifier: string | null,
      message: string | null,
      credentials: boolean,
    ]
  >([
    [
      'Stripe',
      { error: { message: 'You did not provide an API key.', type: 'invalid_request_error' } },
      401,
      'invalid_request_error',
      'You did not provide an API key.',
      true,
    ],
    [
      'OpenAI, code null',
      {
        error: {
          message: 'Missing bearer authentication in header',
          type: 'invalid_request_error',
          param: null,
          code: null,
        },
      },
      401,
      'invalid_request_error',
      'Missing bearer authentication in header',
      true,
    ],
    [
      'OpenAI, code',
      { error: { message: 'Incorrect API key provided', type: 'invalid_request_error', code: 'invalid_api_key' } },
      401,
      'invalid_api_key',
      'Incorrect API key provided',
      true,
    ],
    [
      'Anthropic',
      { type: 'error', error: { type: 'authentication_error', message: 'x-api-key header is required' } },
      401,
      'authentication_error',
      'x-api-key header is required',
      true,
    ],
    [
      'GitHub',
      { message: 'Requires authentication', documentation_url: 'https://docs.github.com/rest', status: '401' },
      401,
      null,
      'Requires authentication',
      true,
    ],
    [
      'errors of codes',
      { errors: [{ code: 'token_missing', message: 'Missing access token' }] },
      401,
      'token_missing',
      'Missing access token',
      true,
    ],
    ['errors of strings', { errors: ['Not authenticated'] }, 401, null, 'Not authenticated', true],
    [
      'JSON:API',
      {
        errors: [
          { status: '401', code: 'UNAUTHENTICATED', title: 'Unauthenticated', detail: 'Sign in first', source: {} },
        ],
      },
      401,
      'UNAUTHENTICATED',
      'Sign in first',
      true,
    ],
    [
      'Resend',
      { statusCode: 401, name: 'missing_api_key', message: 'Missing API key in the authorization header' },
      401,
      'missing_api_key',
      'Missing API key in the authorization header',
      true,
    ],
    [
      'NestJS',
      { statusCode: 401, message: 'Unauthorized', error: 'Unauthorized' },
      401,
      'Unauthorized',
      'Unauthorized',
      true,
    ],
    [
      'Google',
      {
        error: {
          code: 401,
          message: 'Request is missing required authentication credential.',
          status: 'UNAUTHENTICATED',
          details: [{ '@type': 't', reason: 'CREDENTIALS_MISSING' }],
        },
      },
      401,
      'UNAUTHENTICATED',
      'Request is missing required authentication credential.',
      true,
    ],
    [
      'AWS',
      { __type: 'UnrecognizedClientException', message: 'The security token included in the request is invalid.' },
      400,
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      true,
    ],
    ['API Gateway, capital', { Message: 'Unauthorized' }, 401, null, 'Unauthorized', true],
    ['gRPC gateway', { code: 16, message: 'unauthenticated', details: [] }, 401, '16', 'unauthenticated', true],
    [
      'DRF',
      { detail: 'Authentication credentials were not provided.' },
      401,
      null,
      'Authentication credentials were not provided.',
      true,
    ],
    [
      'DRF JWT',
      { detail: 'Given token not valid for any token type', code: 'token_not_valid', messages: [{ message: 'x' }] },
      401,
      'token_not_valid',
      'Given token not valid for any token type',
      true,
    ],
    [
      'FastAPI header',
      { detail: [{ type: 'missing', loc: ['header', 'authorization'], msg: 'Field required', input: null }] },
      422,
      null,
      'Field required',
      true,
    ],
    [
      'GraphQL',
      { errors: [{ message: 'You must be logged in.', extensions: { code: 'UNAUTHENTICATED' } }], data: null },
      200,
      'UNAUTHENTICATED',
      'You must be logged in.',
      true,
    ],
    [
      'JSON-RPC',
      { jsonrpc: '2.0', id: null, error: { code: -32001, message: 'missing_token' } },
      401,
      '-32001',
      'missing_token',
      true,
    ],
    ['Slack', { ok: false, error: 'not_authed' }, 200, 'not_authed', 'not_authed', true],
    [
      'Cloudflare',
      { success: false, errors: [{ code: 10000, message: 'Authentication error' }], messages: [], result: null },
      403,
      '10000',
      'Authentication error',
      true,
    ],
    [
      'OData',
      { error: { code: 'InvalidAuthenticationToken', message: 'Access token is empty.', innerError: {} } },
      401,
      'InvalidAuthenticationToken',
      'Access token is empty.',
      true,
    ],
    [
      'problem+json',
      { type: 'https://api.example/problems/no-token', title: 'No token', status: 401, detail: 'Send a bearer token.' },
      401,
      'https://api.example/problems/no-token',
      'Send a bearer token.',
      true,
    ],
    [
      'problem+json, blank type',
      { type: 'about:blank', title: 'Unauthorized', status: 401 },
      401,
      null,
      'Unauthorized',
      true,
    ],
    [
      'OAuth',
      { error: 'invalid_token', error_description: 'The token expired' },
      401,
      'invalid_token',
      'The token expired',
      true,
    ],
    ['Spotify', { error: { status: 401, message: 'No token provided' } }, 401, null, 'No token provided', true],
    [
      'Salesforce, a list',
      [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
      401,
      'INVALID_SESSION_ID',
      'Session expired or invalid',
      true,
    ],
    [
      'Okta',
      { errorCode: 'E0000011', errorSummary: 'Invalid token provided', errorLink: 'E0000011' },
      401,
      'E0000011',
      'Invalid token provided',
      true,
    ],
    [
      'Apigee',
      { fault: { faultstring: 'Invalid access token', detail: { errorcode: 'oauth.v2.InvalidAccessToken' } } },
      401,
      'oauth.v2.InvalidAccessToken',
      'Invalid access token',
      true,
    ],
    [
      'Twilio',
      { code: 20003, message: 'Authenticate', more_info: 'https://www.twilio.com/docs/errors/20003', status: 401 },
      401,
      '20003',
      'Authenticate',
      true,
    ],
    [
      'Amadeus',
      {
        errors: [
          {
            code: 38191,
            title: 'Invalid HTTP header',
            detail: 'Missing or invalid format for mandatory Authorization header',
            status: 401,
          },
        ],
      },
      401,
      '38191',
      'Missing or invalid format for mandatory Authorization header',
      true,
    ],
    [
      'LinkedIn',
      { status: 401, serviceErrorCode: 65604, code: 'EMPTY_ACCESS_TOKEN', message: 'Empty oauth2 access token' },
      401,
      'EMPTY_ACCESS_TOKEN',
      'Empty oauth2 access token',
      true,
    ],
    ['prose under error', { error: 'Invalid API key provided' }, 401, null, 'Invalid API key provided', true],
    ['Reddit', { message: 'Unauthorized', error: 401 }, 401, null, 'Unauthorized', true],
    [
      'Instagram',
      {
        meta: {
          code: 400,
          error_type: 'OAuthParameterException',
          error_message: 'Missing client_id or access_token URL parameter.',
        },
      },
      400,
      null,
      'Missing client_id or access_token URL parameter.',
      true,
    ],
  ])('%s', (_name, body, status, identifier, message, credentials) => {
    expect(json(body, status)).toMatchObject({
      format: 'json',
      level: 'names',
      identifier,
      message,
      speaksOfCredentials: credentials,
    });
  });
});

describe('levels (E1, DESIGN §6)', () => {
  test.each<[string, unknown, 'names' | 'structured' | 'none']>([
    ['top', { error: 'x' }, 'names'],
    ['a message by its short name', { msg: 'Provided credentials are missing' }, 'names'],
    ['one level down', { response: { code: 'x' } }, 'names'],
    ['one level down, in a list', { problems: [{ message: 'x' }] }, 'names'],
    ['a list at the top', [{ code: 1 }], 'names'],
    ['two levels down names nothing', { a: { b: { message: 'x' } } }, 'structured'],
    ['empty members name nothing', { error: null, errors: [], message: '', detail: {}, code: 0 }, 'structured'],
    ['a boolean names nothing', { error: true }, 'structured'],
    ['other members name nothing', { status: 401, ok: false }, 'structured'],
    ['empty object', {}, 'structured'],
    ['list of numbers', [1, 2], 'structured'],
    ['a bare string', 'Unauthorized', 'none'],
    ['null', null, 'none'],
  ])('%s', (_name, body, level) => {
    expect(json(body)).toMatchObject({ format: 'json', level });
  });
});

describe('formats', () => {
  test.each<[string, string, string | null, number, Partial<ReturnType<typeof readErrorShape>>]>([
    ['empty', '', 'application/json', 401, { format: 'empty', level: 'none', message: null }],
    ['spaces', ' \n', null, 401, { format: 'empty' }],
    [
      'JSON as text/plain',
      '{"error":"unauthorized"}',
      'text/plain',
      401,
      { format: 'json', level: 'names', identifier: 'unauthorized' },
    ],
    ['JSON as text/html', '{"message":"No token"}', 'text/html', 401, { format: 'json', level: 'names' }],
    ['JSON without a type', '\n {"message":"No token"}', null, 401, { format: 'json', level: 'names' }],
    [
      'JSON with a byte order mark',
      '﻿{"error":"no_token"}',
      'application/json',
      401,
      { format: 'json', identifier: 'no_token' },
    ],
    [
      'JSON behind a guard',
      ')]}\'\n{"error":"no_token"}',
      'application/json',
      401,
      { format: 'json', identifier: 'no_token' },
    ],
    ['vendor JSON', '{"errors":[{"code":1}]}', 'application/vnd.api+json', 401, { format: 'json', level: 'names' }],
    [
      'text',
      'Unauthorized',
      'text/plain',
      401,
      { format: 'text', level: 'none', message: 'Unauthorized', speaksOfCredentials: true },
    ],
    ['text called JSON', 'Unauthorized', 'application/json', 401, { format: 'text', level: 'none' }],
    ['cut JSON', '{"error":"no_to', 'application/json', 401, { format: 'text', level: 'none' }],
    [
      'HTML',
      '<!DOCTYPE html><html><head><title>Sign in &amp; go</title></head></html>',
      'text/html',
      401,
      { format: 'html', level: 'none', message: 'Sign in & go', speaksOfCredentials: true },
    ],
    [
      'HTML called JSON',
      '<html><title>403 Forbidden</title></html>',
      'application/json',
      403,
      { format: 'html', speaksOfCredentials: false },
    ],
    [
      'S3',
      '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
      'application/xml',
      403,
      { format: 'xml', level: 'names', identifier: 'AccessDenied', message: 'Access Denied' },
    ],
    [
      'SOAP 1.1',
      '<?xml version="1.0"?><s:Envelope><s:Body><s:Fault><faultcode>s:Client.Auth</faultcode><faultstring>Invalid credentials</faultstring></s:Fault></s:Body></s:Envelope>',
      'text/xml',
      500,
      {
        format: 'xml',
        level: 'names',
        identifier: 's:Client.Auth',
        message: 'Invalid credentials',
        speaksOfCredentials: true,
      },
    ],
    [
      'SOAP 1.2',
      '<?xml version="1.0"?><e:Fault><e:Code><e:Value>e:Sender</e:Value></e:Code><e:Reason><e:Text xml:lang="en">Login required</e:Text></e:Reason></e:Fault>',
      'application/soap+xml',
      401,
      { format: 'xml', identifier: 'e:Sender', message: 'Login required', speaksOfCredentials: true },
    ],
    [
      'Twilio XML',
      "<?xml version='1.0'?><TwilioResponse><RestException><Code>20003</Code><Message>Authenticate</Message></RestException></TwilioResponse>",
      'application/xml',
      401,
      { format: 'xml', level: 'names', identifier: '20003' },
    ],
    [
      'Flickr XML',
      '<?xml version="1.0"?><rsp stat="fail"><err code="100" msg="Invalid API Key (Key has invalid format)" /></rsp>',
      'text/xml',
      200,
      { format: 'xml', level: 'names', identifier: '100', message: 'Invalid API Key (Key has invalid format)' },
    ],
    [
      'XML that names nothing',
      '<?xml version="1.0"?><response><status>401</status></response>',
      'application/xml',
      401,
      { format: 'xml', level: 'structured', identifier: null },
    ],
    [
      'CDATA',
      '<?xml version="1.0"?><error><message><![CDATA[Bad token]]></message></error>',
      'application/xml',
      401,
      { format: 'xml', message: 'Bad token' },
    ],
  ])('%s', (_name, text, type, status, expected) => {
    expect(readErrorShape(text, type, status)).toMatchObject(expected);
  });
});

describe('envelopes in XML', () => {
  test.each<[string, string, number, boolean]>([
    [
      'a state of the root',
      '<r Status="ERROR"><Errors><Error Number="1">API key is missing</Error></Errors></r>',
      200,
      true,
    ],
    ['Flickr', '<rsp stat="fail"><err code="100" msg="Invalid API Key" /></rsp>', 200, true],
    ['a state within', '<xml><return_code>1</return_code><result>FAIL</result></xml>', 200, true],
    ['an error as the root', '<error><message>Bad token</message></error>', 200, true],
    ['SOAP', '<e:Envelope><e:Body><e:Data>1</e:Data></e:Body></e:Envelope>', 200, false],
    ['success', '<r Status="OK"><Errors /><Item>1</Item></r>', 200, false],
    ['a record that failed', '<jobs><job><name>a</name><outcome>failed</outcome></job></jobs>', 200, false],
    ['same under 401', '<r Status="ERROR"><Error>no</Error></r>', 401, false],
  ])('%s', (_name, text, status, expected) => {
    expect(readErrorShape(`<?xml version="1.0"?>${text}`, 'text/xml', status).envelope).toBe(expected);
  });
  test('each of several errors counts for what it speaks of', () => {
    const body =
      '<?xml version="1.0"?><r Status="ERROR"><Error Number="1">Page is missing</Error><Error Number="2">Parameter APIKey is missing</Error></r>';
    expect(readErrorShape(body, 'text/xml', 200)).toMatchObject({ identifier: '1', speaksOfCredentials: true });
  });
});

describe('envelopes (E5)', () => {
  test.each<[string, unknown, number, boolean]>([
    ['Slack', { ok: false, error: 'not_authed' }, 200, true],
    [
      'Slack with a warning',
      { ok: false, error: 'invalid_auth', warning: 'missing_charset', response_metadata: { warnings: ['x'] } },
      200,
      true,
    ],
    ['Slack that succeeds', { ok: true, url: 'https://x' }, 200, false],
    ['Cloudflare', { success: false, errors: [{ code: 1 }], messages: [], result: null }, 200, true],
    ['GraphQL error', { errors: [{ message: 'no' }] }, 200, true],
    ['GraphQL, null data', { errors: [{ message: 'no' }], data: null }, 200, true],
    ['GraphQL, null field', { errors: [{ message: 'no' }], data: { viewer: null } }, 200, true],
    ['GraphQL, partial', { errors: [{ message: 'no' }], data: { viewer: null, rate: 5 } }, 200, false],
    ['OAuth code', { error: 'invalid_client', error_description: 'no' }, 200, true],
    ['JSON-RPC', { jsonrpc: '2.0', id: 1, error: { code: -32000, message: 'no' } }, 200, true],
    ['Google Maps', { error_message: 'You must use an API key', results: [], status: 'REQUEST_DENIED' }, 200, true],
    ['Flickr', { stat: 'fail', code: 100, message: 'Invalid API Key' }, 200, true],
    ['OMDb', { Response: 'False', Error: 'No API key provided.' }, 200, true],
    ['WeChat', { errcode: 41001, errmsg: 'access_token missing' }, 200, true],
    ['code in the body', { code: 401, msg: 'Not logged in', data: null }, 200, true],
    ['a record that has an error field', { id: 1, customer: 'x', error: 'last run failed' }, 200, false],
    ['success flag and data', { success: false, data: [{ id: 1 }] }, 200, false],
    ['no error', { error: null, data: [] }, 200, false],
    ['error none', { error: 'none', version: '1' }, 200, false],
    ['status code in a health page', { status: 'ok', code: 200 }, 200, false],
    ['same under 401', { ok: false, error: 'not_authed' }, 401, false],
    ['a list is none', [{ error: 'x' }], 200, false],
  ])('%s', (_name, body, status, expected) => {
    expect(json(body, status).envelope).toBe(expected);
  });
});

describe('speaksOfCredentials', () => {
  test.each([
    'API key missing',
    'Invalid apikey',
    'INVALID_API_KEY',
    'Missing X-API-Key header',
    'not_authed',
    'invalid_auth',
    'Unauthorized',
    'UnauthorizedException',
    'authentication required',
    'Please log in',
    'Login required',
    'You must be signed in',
    'No credentials found',
    'AccessTokenExpired',
    'Bearer token malformed',
    'invalid session',
    'Subscription key is required',
    'Bad signature',
    'Anmeldung erforderlich',
    'Nicht autorisiert',
    'Jeton manquant',
    'Authentification requise',
    'Non autorisé',
    'No autorizado',
    'Credenciales inválidas',
    'Não autenticado: credenciais',
    'Autenticazione richiesta',
    'Niet ingelogd',
    'Brak uwierzytelnienia',
    'Требуется авторизация',
    'Неверный токен',
    'Kimlik doğrulama gerekli',
    '未授权',
    '请先登录',
    '認証が必要です',
    '로그인이 필요합니다',
    'missing token',
  ])('%s', (text) => {
    expect(speaksOfCredentials(text)).toBe(true);
  });
  test.each([
    'Forbidden',
    'Access Denied',
    'You do not have permission to perform this action',
    'Not Found',
    'Unexpected token < in JSON at position 0',
    'CSRF token missing',
    'Invalid page token',
    'Idempotency key reused',
    'The author was not found',
    'No route matches GET /api/login',
    'See https://docs.example/authentication',
    'Cannot POST /oauth/token',
    'Contact the authority',
    'Rate limit exceeded',
    'Validation failed',
    '',
  ])('not: %s', (text) => {
    expect(speaksOfCredentials(text)).toBe(false);
  });
  test('a path echoed by Spring does not speak', () => {
    expect(
      json({ timestamp: 'x', status: 404, error: 'Not Found', path: '/auth/token' }, 404).speaksOfCredentials,
    ).toBe(false);
  });
  test('a validation error on the key does', () => {
    expect(json({ api_key: ['This field is required.'] }, 400).speaksOfCredentials).toBe(true);
  });
});

describe('AWS API Gateway (T2)', () => {
  const missing = '{"message":"Missing Authentication Token"}';
  test('its 403 asks for no token', () => {
    expect(isAwsMissingRoute(missing)).toBe(true);
    expect(
      isAwsMissingRoute(
        '{"message":"\'abc\' not a valid key=value pair (missing equal-sign) in Authorization header: \'Bearer abc\'."}',
      ),
    ).toBe(true);
    expect(isAwsMissingRoute('{"message":"Unauthorized"}')).toBe(false);
    expect(readErrorShape(missing, 'application/json', 403)).toMatchObject({
      level: 'names',
      speaksOfCredentials: false,
    });
    expect(readErrorShape(missing, 'application/json', 401).speaksOfCredentials).toBe(true);
  });
});

describe('hostile bodies', () => {
  test('depth, width and prototype keys', () => {
    const deep = `${'{"error":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect(readErrorShape(deep, 'application/json', 401).level).toBe('names');
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, { a: 1 }])));
    expect(readErrorShape(wide, 'application/json', 401).level).toBe('structured');
    expect(readErrorShape('{"__proto__":{"error":"x"},"constructor":"y"}', 'application/json', 401).format).toBe(
      'json',
    );
    expect(({} as Record<string, unknown>)['error']).toBeUndefined();
  });
  test.each(['<', '<a', '<a:', '<error ', '<code>', '<![CDATA[', '&amp;', '{"a":'])(
    '2 MB of %s take bounded time',
    (part) => {
      const text = `<?xml ${part.repeat(Math.ceil(2_000_000 / part.length))}`;
      expect(
        processorMs(() => {
          readErrorShape(text, 'application/xml', 401);
          readErrorShape(text.slice(6), 'text/html', 401);
          readErrorShape(text.slice(6), 'application/json', 401);
        }),
      ).toBeLessThan(1500);
    },
  );
  test('any text and any JSON give a shape that fits the schema', () => {
    const word = fc.constantFrom(
      'error',
      'errors',
      'code',
      'type',
      'message',
      'detail',
      'ok',
      'success',
      'data',
      'status',
      '__proto__',
      'extensions',
      'fault',
    );
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(word, fc.string()), tie('node'), { maxKeys: 5 }),
      ),
    })).node;
    const text = fc.oneof(
      value.map((v) => JSON.stringify(v)),
      fc.string({ unit: 'binary' }),
      fc.string().map((s) => `<${s}>`),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('application/json', 'text/html', 'application/xml', null),
        fc.constantFrom(200, 401, 403, 404),
        (body, type, status) => {
          expect(schema.safeParse(readErrorShape(body, type, status)).success).toBe(true);
        },
      ),
      { seed, numRuns: 500 },
    );
  }, 60_000);
});
