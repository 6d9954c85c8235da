/** OpenAPI 3.1 description of the public API. Nothing in it needs credentials. */
import { z } from 'zod';
import { reportJsonSchema } from '@/lib/scan/report/schema.ts';
import { surveyTable } from '@/lib/survey/tally.ts';

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (name: string) => ({ content: { 'application/json': { schema: reference(name) } } });
const answer = (text: string, name: string) => ({ description: text, ...content(name) });
const unavailable = { ...answer('The database cannot be reached; try again after Retry-After seconds.', 'Error'), headers: { 'Retry-After': { schema: { type: 'integer' } } } };
const retryAfter = { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } };
const limited = { ...answer('Too many requests of one visitor, or too many scans of this domain wait.', 'Error'), headers: retryAfter };
const busy = { ...answer('The queue is full (code `busy`, with the position) or the database cannot be reached (`unavailable`).', 'Error'), headers: retryAfter };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };

const file = { name: 'file', in: 'path', required: true, schema: { enum: ['report.json', 'report.md', 'report.sarif'] } };
const fileContent = { 'application/json': { schema: reference('Report') }, 'text/markdown': { schema: { type: 'string' } }, 'application/sarif+json': { schema: { type: 'object' } } };

const scan = {
  type: 'object',
  required: ['id', 'status', 'target', 'links'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    status: { enum: ['queued', 'running', 'done', 'failed'] },
    target: { type: 'object', properties: { input: { type: 'string' }, url: { type: 'string' }, host: { type: 'string' }, domain: { type: 'string' } } },
    unlisted: { type: 'boolean' },
    createdAt: { type: 'string', format: 'date-time' },
    startedAt: { type: ['string', 'null'], format: 'date-time' },
    finishedAt: { type: ['string', 'null'], format: 'date-time' },
    outcome: { type: ['string', 'null'], description: 'scored, no-api, blocked, unreachable or refused' },
    score: { type: ['integer', 'null'], minimum: 0, maximum: 100 },
    tier: { type: ['string', 'null'] },
    error: { type: ['object', 'null'], properties: { code: { type: 'string' }, message: { type: 'string' } } },
    links: { type: 'object', properties: { self: { type: 'string' }, events: { type: 'string' }, page: { type: 'string' }, report: { type: ['string', 'null'] } } },
    joined: { type: 'boolean', description: 'Only in the answer to POST: the scan was there already.' },
  },
};

const error = {
  type: 'object',
  required: ['error'],
  properties: { error: { type: 'object', required: ['code', 'message'], properties: { code: { type: 'string' }, message: { type: 'string' }, retryAfterSeconds: { type: 'integer', description: 'As Retry-After, where a limit was reached.' }, position: { type: 'integer', description: 'Place in line that the request would have had.' } } } },
};

const integer = { type: 'integer', minimum: 0 };
const integers = (...names: string[]) => ({ type: 'object', properties: Object.fromEntries(names.map((name) => [name, integer])) });
/** Counts by a key that the text names. */
const counts = (text: string) => ({ type: 'object', additionalProperties: integer, description: text });
const countsById = (text: string) => ({ type: 'object', additionalProperties: { type: 'object', additionalProperties: integer }, description: text });
const moment = { type: ['string', 'null'], format: 'date-time' };

const statistics = () => ({
  type: 'object',
  required: ['scans', 'survey', 'quoted'],
  properties: {
    scans: {
      type: 'object',
      description: 'Listed scans; each domain counts once, by its newest.',
      properties: {
        asOf: { type: 'string', format: 'date-time', description: 'When it was counted.' },
        ...integers('scans', 'domains').properties,
        first: moment,
        last: moment,
        outcomes: counts('Domains by outcome.'),
        base: { ...integer, description: 'Domains with a score; all that follows rests on them.' },
        d7: { ...integers('lower', 'median', 'upper'), type: ['object', 'null'], description: 'D7 at the quarters of all scores.' },
        tiers: counts('Domains by tier.'),
        signals: countsById('Domains by signal and status.'),
        flows: countsById('Domains by grant and whether it is offered.'),
        antiPatterns: countsById('Domains by anti-pattern and status.'),
        oauth: { ...integers('total', 'browserOnly', 'clientCredentials'), description: 'Domains that offer an OAuth grant; where a browser is the only way; where client credentials is offered.' },
        methodologies: counts('Domains by the methodology that judged them.'),
      },
    },
    survey: z.toJSONSchema(surveyTable),
    quoted: { type: 'object', properties: { browserOnlyOauth: { type: 'number', minimum: 0, maximum: 1, description: 'Share that others quote; nobody says how it was counted.' } } },
  },
});

/** The document for a site of that name under that origin. */
export function description(siteName: string, origin: string): object {
  return {
    openapi: '3.1.0',
    info: { title: `${siteName} API`, version: '1', description: 'Ask for a scan, follow it, read its report.' },
    servers: [{ url: origin }],
    security: [],
    paths: {
      '/api/v1/scans': {
        post: {
          operationId: 'requestScan',
          summary: 'Ask for a scan, or join one of the same address that is under way or has just finished',
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['target'],
                  properties: {
                    target: { type: 'string', maxLength: 2000, examples: ['api.example.com'] },
                    unlisted: { type: 'boolean', default: false, description: 'Reachable by its id only.' },
                    again: { type: 'boolean', default: false, description: 'Scan again instead of joining a scan that has just finished.' },
                  },
                },
              },
            },
          },
          responses: {
            200: answer('A scan of this address has just finished.', 'Scan'),
            202: answer('The scan waits or runs.', 'Scan'),
            400: answer('The address is refused; the message says why and what to enter instead.', 'Error'),
            413: answer('The body is too large.', 'Error'),
            429: limited,
            503: busy,
          },
        },
      },
      '/api/v1/scans/{id}': {
        get: {
          operationId: 'getScan',
          summary: 'A scan, its steps so far, and its report once it is done',
          parameters: [id, { name: 'after', in: 'query', schema: { type: 'integer', minimum: 0 }, description: 'Only steps after this number.' }],
          responses: { 200: answer('The scan.', 'ScanWithReport'), 404: answer('No such scan.', 'Error'), 503: unavailable },
        },
      },
      '/api/v1/scans/{id}/events': {
        get: {
          operationId: 'followScan',
          summary: 'Server-sent events: step, state, ping',
          parameters: [id, { name: 'Last-Event-ID', in: 'header', schema: { type: 'integer' } }],
          responses: { 200: { description: 'Events until the scan is done or has failed.', content: { 'text/event-stream': { schema: { type: 'string' } } } }, 404: answer('No such scan.', 'Error'), 503: unavailable },
        },
      },
      '/api/v1/scans/{id}/retry': {
        post: {
          operationId: 'retryScan',
          summary: 'Put a failed scan back in line',
          parameters: [id],
          responses: { 200: answer('The scan had not failed; it is unchanged.', 'Scan'), 202: answer('The scan waits again.', 'Scan'), 404: answer('No such scan.', 'Error'), 429: limited, 503: busy },
        },
      },
      '/api/v1/reports/{domain}': {
        get: {
          operationId: 'getReport',
          summary: 'The newest report of a registrable domain',
          parameters: [{ name: 'domain', in: 'path', required: true, schema: { type: 'string' }, example: 'example.com' }],
          responses: { 200: answer('The report.', 'Report'), 404: answer('No report about this domain.', 'Error'), 503: unavailable },
        },
      },
      '/api/v1/reports/{domain}/{file}': {
        get: {
          operationId: 'getReportFile',
          summary: 'The newest report of a registrable domain as a file',
          parameters: [{ name: 'domain', in: 'path', required: true, schema: { type: 'string' }, example: 'example.com' }, file],
          responses: { 200: { description: 'The report.', content: fileContent }, 404: answer('No report about this domain, or no such file.', 'Error'), 503: unavailable },
        },
      },
      '/api/v1/scans/{id}/{file}': {
        get: {
          operationId: 'getScanFile',
          summary: 'The report of one scan as a file',
          parameters: [id, file],
          responses: { 200: { description: 'The report.', content: fileContent }, 404: answer('No such scan or file, or no report yet.', 'Error'), 503: unavailable },
        },
      },
      '/api/v1/statistics': {
        get: {
          operationId: 'getStatistics',
          summary: 'Figures of all listed scans, beside a survey of published API descriptions',
          responses: { 200: answer('The figures, at most a minute old.', 'Statistics'), 503: unavailable },
        },
      },
      '/api/v1/openapi.json': {
        get: { operationId: 'describe', summary: 'This document', responses: { 200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } } } },
      },
      '/api/health': {
        get: { operationId: 'health', summary: 'Whether this process can serve', responses: { 200: { description: 'It can.' }, 503: unavailable } },
      },
    },
    components: {
      schemas: {
        Scan: scan,
        ScanWithReport: {
          allOf: [
            reference('Scan'),
            { type: 'object', properties: { steps: { type: 'array', items: { type: 'object' } }, state: { type: 'object' }, report: { anyOf: [reference('Report'), { type: 'null' }] } } },
          ],
        },
        Report: reportJsonSchema(),
        Statistics: statistics(),
        Error: error,
      },
    },
  };
}
