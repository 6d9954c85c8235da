/** OpenAPI 3.1 description of the public API, made of the schemas that the routes read and answer with. */
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { scopes, openScopes, type Scope } from '@/lib/oauth/scopes.ts';
import { reportFiles, reportTypes } from '../report-file.ts';
import * as schemas from './schemas.ts';

type Response = NonNullable<ZodOpenApiResponsesObject['200']>;

const text = z.string();
const answer = (description: string, schema: z.ZodType, example?: unknown): Response => ({
  description,
  content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
});
const retryAfter = { 'Retry-After': { schema: { type: 'integer' as const }, description: 'Seconds.' } };
const challenge = {
  'WWW-Authenticate': { schema: { type: 'string' as const }, description: 'Bearer, with resource_metadata.' },
};

const problemExample = (status: number, code: string, detail: string) => ({
  type: `/developers#${code}`,
  title: code.replaceAll('-', ' '),
  status,
  detail,
  error: { code, message: detail },
});
const refusal = (
  status: number,
  code: string,
  detail: string,
  headers?: typeof retryAfter | typeof challenge,
): Response => ({
  description: detail,
  ...(headers && { headers }),
  content: {
    'application/problem+json': { schema: schemas.problemSchema, example: problemExample(status, code, detail) },
  },
});
const oauthRefusal = (code: string, description: string): Response => ({
  description,
  content: {
    'application/json': { schema: schemas.oauthErrorSchema, example: { error: code, error_description: description } },
  },
});

const refused = {
  cursor: { 400: refusal(400, 'bad-cursor', 'The cursor did not come from here.') },
  token: {
    401: refusal(
      401,
      'invalid_token',
      'No credentials, or invalid ones: unknown, expired, revoked or for another resource.',
      challenge,
    ),
    403: refusal(403, 'insufficient_scope', 'The token lacks the scope that this needs.', challenge),
  },
  unknownScan: { 404: refusal(404, 'unknown-scan', 'There is no scan with this id.') },
  unknownDomain: { 404: refusal(404, 'unknown-domain', 'There is no report about this domain.') },
  unavailable: {
    503: refusal(503, 'unavailable', 'The database cannot be reached, or the queue is full.', retryAfter),
  },
  limit: {
    429: refusal(
      429,
      'too-many-requests',
      'Too many requests from one visitor or client, or too many scans of this domain in line.',
      retryAfter,
    ),
  },
};

const id = z.uuid();
const domain = z.string().meta({ examples: ['example.com'] });
const file = z.enum(reportFiles);
const fixes = {
  description:
    'With the files of every framework; a report carries those of the framework that was recognised alone. `framework` asks for one.',
  path: z.string().meta({ examples: ['client-credentials'] }),
  query: z.object({
    framework: z
      .string()
      .optional()
      .meta({ examples: ['express'] }),
  }),
};
const page = z.object({
  limit: z.number().int().min(1).max(100).optional().meta({ description: 'Rows per page; 20 if left out.' }),
  cursor: z.string().optional().meta({ description: '`next` from the page before.' }),
});

const anybody: ZodOpenApiOperationObject['security'] = [{}];
const withScope = (scope: Scope): ZodOpenApiOperationObject['security'] => [{ oauth: [scope] }, { key: [] }];
const orAnonymous = (scope: Scope): ZodOpenApiOperationObject['security'] => [{}, { oauth: [scope] }, { key: [] }];

/** What is JSON has a schema; the rest is text. */
const reportShapes: Readonly<Record<string, z.ZodType>> = {
  'application/json': schemas.reportSchema,
  'application/sarif+json': z.looseObject({ version: z.literal('2.1.0') }),
};

const reportContent = {
  description: 'The report.',
  headers: { ETag: { schema: { type: 'string' as const } } },
  content: Object.fromEntries(reportTypes.map((type) => [type, { schema: reportShapes[type] ?? text }])),
};
const notModified: Response = { description: 'The copy that If-None-Match names is still current.' };

const scanPaths: ZodOpenApiPathsObject = {
  '/api/v1/scans': {
    post: {
      operationId: 'requestScan',
      summary: 'Ask for a scan, or join one of the same address that is under way or has just finished',
      description:
        'Needs no credentials. With a token or key the limit is higher and the scan is listed among your own.',
      security: orAnonymous('scans:write'),
      requestParams: {
        header: z.object({
          'Idempotency-Key': z.string().max(200).optional().meta({
            description:
              'The same key and body again within a day makes no second scan. A key is its client’s; without a token it is bound to address and body.',
          }),
        }),
      },
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemas.scanRequestSchema, example: { target: 'api.example.com' } } },
      },
      responses: {
        200: answer('A scan of this address has just finished.', schemas.scanSchema),
        202: answer('The scan is waiting or running.', schemas.scanSchema),
        400: refusal(400, 'bad-request', 'The address is refused; the detail says why and what to enter instead.'),
        ...refused.token,
        409: refusal(
          409,
          'idempotent-request-under-way',
          'The first request with this Idempotency-Key is not answered yet.',
          retryAfter,
        ),
        413: refusal(413, 'too-long', 'The body is too large.'),
        415: refusal(415, 'not-json', 'The body is not sent as application/json.'),
        422: refusal(422, 'idempotency-key-reused', 'The Idempotency-Key was sent with another body.'),
        ...refused.limit,
        ...refused.unavailable,
      },
    },
    get: {
      operationId: 'listScans',
      summary: 'Your own scans, newest first, those that are not listed included',
      security: withScope('reports:read'),
      requestParams: { query: page },
      responses: {
        200: answer('A page of scans.', schemas.scanListSchema),
        ...refused.cursor,
        ...refused.token,
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/scans/{id}': {
    get: {
      operationId: 'getScan',
      summary: 'A scan, its steps so far, and its report once it is done',
      security: anybody,
      requestParams: {
        path: z.object({ id }),
        query: z.object({
          after: z.number().int().min(0).optional().meta({ description: 'Only steps after this number.' }),
        }),
      },
      responses: {
        200: answer('The scan.', schemas.scanWithReportSchema),
        ...refused.unknownScan,
        ...refused.unavailable,
      },
    },
    delete: {
      operationId: 'cancelScan',
      summary: 'Stop a scan of your own that is waiting or running',
      security: withScope('scans:write'),
      requestParams: { path: z.object({ id }) },
      responses: {
        200: answer(
          'The scan: failed with the code `cancelled`, or no longer yours because others have asked for it too and it goes on for them.',
          schemas.scanSchema,
        ),
        ...refused.token,
        ...refused.unknownScan,
        409: refusal(409, 'not-cancellable', 'The scan is not your own, or has ended.'),
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/scans/{id}/disputes': {
    post: {
      operationId: 'disputeFinding',
      summary: 'Say that a finding of the report is wrong',
      description: 'The operator of the site answers on the report. One open dispute for each finding and visitor.',
      security: anybody,
      requestParams: { path: z.object({ id }) },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: schemas.disputeRequestSchema,
            example: { finding: 'signal-structured-401', expected: 'Pass', reason: 'x4 is a 401 with a JSON body.' },
          },
        },
      },
      responses: {
        201: answer('The dispute is open.', schemas.disputeSchema),
        400: refusal(400, 'bad-request', 'The detail says what has to be put right.'),
        ...refused.unknownScan,
        413: refusal(413, 'too-long', 'The body is too large.'),
        415: refusal(415, 'not-json', 'The body is not sent as application/json.'),
        ...refused.limit,
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/scans/{id}/events': {
    get: {
      operationId: 'followScan',
      summary: 'Server-sent events: step, state, ping',
      security: anybody,
      requestParams: { path: z.object({ id }), header: z.object({ 'Last-Event-ID': z.number().int().optional() }) },
      responses: {
        200: {
          description: 'Events until the scan is done or has failed.',
          content: { 'text/event-stream': { schema: text } },
        },
        ...refused.unknownScan,
        ...refused.limit,
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/scans/{id}/retry': {
    post: {
      operationId: 'retryScan',
      summary: 'Put a failed scan back in line',
      security: anybody,
      requestParams: { path: z.object({ id }) },
      responses: {
        200: answer('The scan had not failed; it is unchanged.', schemas.scanSchema),
        202: answer('The scan is back in line.', schemas.scanSchema),
        403: refusal(403, 'foreign-origin', 'The request comes from a page of another site.'),
        ...refused.unknownScan,
        ...refused.limit,
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/scans/{id}/fixes/{fix}': {
    get: {
      operationId: 'getScanFix',
      summary: 'One fix of the report of one scan, whole',
      description: fixes.description,
      security: anybody,
      requestParams: { path: z.object({ id, fix: fixes.path }), query: fixes.query },
      responses: {
        200: answer('The fix.', schemas.fixSchema),
        404: refusal(404, 'unknown-fix', 'There is no such scan, fix or framework.'),
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/scans/{id}/{file}': {
    get: {
      operationId: 'getScanFile',
      summary: 'The report of one scan as a file',
      security: anybody,
      requestParams: { path: z.object({ id, file }) },
      responses: { 200: reportContent, 304: notModified, ...refused.unknownScan, ...refused.unavailable },
    },
  },
  '/api/v1/compare': {
    get: {
      operationId: 'compareScans',
      summary: 'What differs between two scans',
      security: anybody,
      requestParams: { query: z.object({ before: z.uuid(), after: z.uuid() }) },
      responses: {
        200: answer('The differences.', schemas.comparisonSchema),
        ...refused.unknownScan,
        409: refusal(409, 'no-report-yet', 'One of the scans has no report.'),
        ...refused.unavailable,
      },
    },
  },
};

const reportPaths: ZodOpenApiPathsObject = {
  '/api/v1/reports/{domain}': {
    get: {
      operationId: 'getReport',
      summary:
        'The report that stands for a domain, or for a host or port that stands alone, in the format that Accept names',
      security: anybody,
      requestParams: { path: z.object({ domain }) },
      responses: {
        200: reportContent,
        304: notModified,
        ...refused.unknownDomain,
        406: refusal(406, 'not-acceptable', 'Accept names none of the formats.'),
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/reports/{domain}/{file}': {
    get: {
      operationId: 'getReportFile',
      summary: 'The report that stands for a domain, or for a host or port that stands alone, as a file',
      security: anybody,
      requestParams: { path: z.object({ domain, file }) },
      responses: { 200: reportContent, 304: notModified, ...refused.unknownDomain, ...refused.unavailable },
    },
  },
  '/api/v1/reports/{domain}/fixes/{fix}': {
    get: {
      operationId: 'getReportFix',
      summary: 'One fix of the report that stands for a domain, whole',
      description: fixes.description,
      security: anybody,
      requestParams: { path: z.object({ domain, fix: fixes.path }), query: fixes.query },
      responses: {
        200: answer('The fix.', schemas.fixSchema),
        404: refusal(404, 'unknown-fix', 'There is no such report, fix or framework.'),
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/reports/{domain}/history': {
    get: {
      operationId: 'getHistory',
      summary: 'The listed scans of a domain, newest first',
      security: anybody,
      requestParams: { path: z.object({ domain }), query: page },
      responses: {
        200: answer('A page of scans.', schemas.historySchema),
        ...refused.cursor,
        ...refused.unknownDomain,
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/leaderboard': {
    get: {
      operationId: 'getLeaderboard',
      summary: 'Who lets an agent in without a person, by score, where the operator publishes it',
      security: anybody,
      requestParams: {
        query: z.object({
          cursor: z.string().optional(),
          sort: z.enum(['score', 'newest', 'domain', 'duration']).optional(),
          text: z.string().optional(),
        }),
      },
      responses: {
        200: answer('A page of sites.', schemas.leaderboardSchema),
        404: refusal(404, 'no-leaderboard', 'The operator publishes no leaderboard.'),
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/statistics': {
    get: {
      operationId: 'getStatistics',
      summary: 'Figures of all listed scans, beside a survey of published API descriptions',
      security: anybody,
      responses: {
        200: answer('The figures, at most a minute old.', schemas.statisticsSchema),
        ...refused.unavailable,
      },
    },
  },
  '/badge/{domain}.svg': {
    get: {
      operationId: 'getBadge',
      summary: 'The badge of a domain',
      security: anybody,
      requestParams: { path: z.object({ domain }) },
      responses: {
        200: {
          description: 'A picture; it says so where there is no score.',
          content: { 'image/svg+xml': { schema: text } },
        },
        ...refused.unavailable,
      },
    },
  },
};

const client: ZodOpenApiOperationObject['security'] = [{ basic: [] }, {}];
const credentialPaths: ZodOpenApiPathsObject = {
  '/oauth/register': {
    post: {
      operationId: 'registerClient',
      summary: 'Register a client, at once and without a person (RFC 7591)',
      security: anybody,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: schemas.registrationRequestSchema,
            example: { client_name: 'my agent', scope: 'scans:write reports:read' },
          },
        },
      },
      responses: {
        201: answer('The client; its secrets are shown only once.', schemas.registrationSchema),
        400: oauthRefusal('invalid_client_metadata', 'The description says what to change.'),
        413: oauthRefusal('invalid_client_metadata', 'The body is too large.'),
        429: oauthRefusal('slow_down', 'Too many registrations from one visitor.'),
        ...refused.unavailable,
      },
    },
  },
  '/oauth/token': {
    post: {
      operationId: 'requestToken',
      summary: 'Get an access token with client_credentials (RFC 6749 §4.4)',
      description:
        'The client proves itself by Basic, by client_id and client_secret in the body, or by private_key_jwt.',
      security: client,
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: schemas.tokenRequestSchema,
            example: { grant_type: 'client_credentials', scope: 'scans:write' },
          },
        },
      },
      responses: {
        200: answer('A token for 15 minutes.', schemas.tokenSchema, {
          access_token: 'lkt_...',
          token_type: 'Bearer',
          expires_in: 900,
          scope: 'scans:write',
        }),
        400: oauthRefusal('unsupported_grant_type', 'The request is not valid: the description says what to change.'),
        401: oauthRefusal('invalid_client', 'The client is unknown, or its secret is wrong.'),
        413: oauthRefusal('invalid_request', 'The body is too large.'),
        429: oauthRefusal('slow_down', 'Too many wrong credentials.'),
        ...refused.unavailable,
      },
    },
  },
  '/oauth/revoke': {
    post: {
      operationId: 'revokeToken',
      summary: 'End a token (RFC 7009)',
      security: client,
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: z.object({ token: z.string(), token_type_hint: z.string().optional() }),
          },
        },
      },
      responses: {
        200: { description: 'The token is no longer valid.' },
        400: oauthRefusal('invalid_request', 'The token is missing.'),
        401: oauthRefusal('invalid_client', 'The client is unknown, or its secret is wrong.'),
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/keys': {
    post: {
      operationId: 'createKey',
      summary: 'Make an API key, at once and without a person',
      security: anybody,
      requestBody: {
        content: { 'application/json': { schema: schemas.keyRequestSchema, example: { name: 'my agent' } } },
      },
      responses: {
        201: answer('The key; it is shown only once.', schemas.keySchema),
        400: refusal(400, 'bad-request', 'The body is not what was expected.'),
        413: refusal(413, 'too-long', 'The body is too large.'),
        ...refused.limit,
        ...refused.unavailable,
      },
    },
    put: {
      operationId: 'rotateKey',
      summary: 'Replace the key that the request carries; it ends at once',
      security: [{ key: [] }],
      responses: {
        200: answer('The new key; it is shown only once.', schemas.keySchema),
        401: refused.token[401],
        ...refused.unavailable,
      },
    },
  },
  '/api/v1/me': {
    get: {
      operationId: 'getCaller',
      summary: 'Whose credential this is, and what is left of its limit',
      security: [{ oauth: [] }, { key: [] }],
      responses: { 200: answer('The caller.', schemas.callerSchema), 401: refused.token[401], ...refused.unavailable },
    },
    delete: {
      operationId: 'revokeCaller',
      summary: 'Revoke the key, or the client with all its tokens, that the request carries',
      security: [{ oauth: [] }, { key: [] }],
      responses: { 204: { description: 'It is forgotten.' }, 401: refused.token[401], ...refused.unavailable },
    },
  },
};

const otherPaths: ZodOpenApiPathsObject = {
  '/openapi.json': {
    get: {
      operationId: 'describe',
      summary: 'This document',
      security: anybody,
      responses: { 200: answer('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })) },
    },
  },
  '/api/health': {
    get: {
      operationId: 'health',
      summary: 'Whether this process can serve',
      security: anybody,
      responses: { 200: answer('It can.', z.object({ status: z.literal('ok') })), ...refused.unavailable },
    },
  },
};

/** The document for a site of that name under that origin. */
export function description(siteName: string, origin: string): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: `${siteName} API`,
      version: '1',
      description: `Ask for a scan, follow it, read its report. Reading needs no credentials, nor does a scan now and then. ${origin}/auth.md says how a program gets credentials by itself.`,
    },
    servers: [{ url: origin }],
    externalDocs: { url: `${origin}/developers`, description: 'How to use it.' },
    security: [{}],
    paths: { ...scanPaths, ...reportPaths, ...credentialPaths, ...otherPaths },
    components: {
      securitySchemes: {
        oauth: {
          type: 'oauth2',
          description: 'A client registers itself at /oauth/register and gets tokens for 15 minutes.',
          flows: {
            clientCredentials: {
              tokenUrl: `${origin}/oauth/token`,
              scopes: Object.fromEntries(openScopes.map((scope) => [scope, scopes[scope]])),
            },
          },
        },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key from POST /api/v1/keys or from the page /keys.',
        },
        basic: {
          type: 'http',
          scheme: 'basic',
          description: 'client_id and client_secret, at the token endpoint only.',
        },
      },
    },
  });
}
