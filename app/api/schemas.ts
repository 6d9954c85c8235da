/** The shapes of requests and answers: routes read with them, the description is made of them, and a test holds answers to them. */
import { z } from 'zod';
import { comparison } from '@/lib/compare.ts';
import { openScopes, allScopes } from '@/lib/oauth/scopes.ts';
import { grantId } from '@/lib/scan/schema/facts.ts';
import { antiPatternIds, journeySteps, outcomes, fix, report, signalIds, tiers } from '@/lib/scan/schema/report.ts';
import { answerIds } from '@/lib/scan/vocabulary.ts';
import { surveyTable } from '@/lib/survey/tally.ts';

const moment = z.iso.datetime();
const count = z.number().int().min(0);
const counts = z.record(z.string(), count);
const uuid = z.uuid();
const score = z.number().int().min(0).max(100).nullable();

export const reportSchema = report.meta({ id: 'Report' });
export const fixSchema = fix.meta({ id: 'Fix' });

export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Leads to the meaning of the code.' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: 'What went wrong and what to do.' }),
    retryAfterSeconds: count.optional().meta({ description: 'As Retry-After, where a limit was reached.' }),
    position: count.optional().meta({ description: 'Place in line that the request would have had.' }),
    error: z.object({
      code: z.string(),
      message: z.string(),
      retryAfterSeconds: count.optional(),
      position: count.optional(),
    }),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457).' });

export const scanRequestSchema = z
  .object({
    // Too long an address is refused with its own code, where it is read.
    target: z
      .string()
      .optional()
      .meta({ description: 'Address of a site or an API.', examples: ['api.example.com'] }),
    url: z.string().optional().meta({ description: 'The same as target.' }),
    unlisted: z.boolean().default(false).meta({ description: 'The report is reachable by its id only.' }),
    again: z
      .boolean()
      .default(false)
      .meta({ description: 'Scan again instead of joining a scan that has just finished.' }),
  })
  .meta({ id: 'ScanRequest' });

const answerId = z
  .enum(answerIds)
  .nullable()
  .meta({ description: 'Can an AI agent let itself in? Null for reports of methodology 2026-11.' });

const scanFields = {
  id: uuid,
  status: z.enum(['queued', 'running', 'done', 'failed']),
  target: z.object({ input: z.string(), url: z.string(), host: z.string(), domain: z.string() }),
  unlisted: z.boolean(),
  createdAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  outcome: z.enum(outcomes).nullable(),
  answer: answerId,
  score,
  tier: z.enum(tiers).nullable(),
  error: z.object({ code: z.string().nullable(), message: z.string().nullable() }).nullable(),
  links: z.object({ self: z.string(), events: z.string(), page: z.string(), report: z.string().nullable() }),
  joined: z.boolean().optional().meta({ description: 'Only in the answer to POST: the scan was there already.' }),
};
export const scanSchema = z.object(scanFields).meta({ id: 'Scan' });

export const scanWithReportSchema = z
  .object({
    ...scanFields,
    state: z.looseObject({ status: z.string() }),
    steps: z.array(z.looseObject({ seq: count, attempt: count })),
    report: reportSchema.nullable(),
  })
  .meta({ id: 'ScanWithReport' });

const next = z.string().nullable().meta({ description: 'Value of `cursor` for the next page; null at the end.' });

const disputeText = z.string().max(10_000);
export const disputeRequestSchema = z
  .object({
    finding: z
      .string()
      .max(200)
      .meta({
        description:
          'Kind and id of the finding: `signal-`, `flow-`, `anti-pattern-` or `contradiction-`, or `answer`.',
        examples: ['signal-structured-401'],
      }),
    expected: disputeText.meta({ description: 'What the report should say.' }),
    reason: disputeText.meta({ description: 'Why.' }),
    exchange: z.string().max(50).nullable().default(null).meta({ description: 'The exchange that shows it: `x4`.' }),
  })
  .meta({ id: 'DisputeRequest' });
export const disputeSchema = z
  .object({ id: uuid, finding: z.string(), status: z.literal('open') })
  .meta({ id: 'Dispute' });

export const scanListSchema = z.object({ scans: z.array(scanSchema), next }).meta({ id: 'ScanList' });
export const historySchema = z.object({ domain: z.string(), scans: z.array(scanSchema), next }).meta({ id: 'History' });

export const comparisonSchema = comparison.extend({ before: scanSchema, after: scanSchema }).meta({ id: 'Comparison' });

export const leaderboardSchema = z
  .object({
    total: count,
    sites: z.array(
      z.object({
        rank: count.nullable(),
        domain: z.string(),
        answer: answerId,
        score,
        tier: z.enum(tiers).nullable(),
        industry: z.string().nullable(),
        flows: z.array(grantId),
        antiPatterns: z.array(z.enum(antiPatternIds)),
        finishedAt: moment,
        walk: z.array(
          z.object({ step: z.enum(journeySteps), status: z.enum(['ok', 'blocked', 'unknown']), wall: z.boolean() }),
        ),
        reportUrl: z.string(),
      }),
    ),
    next,
  })
  .meta({ id: 'Leaderboard' });

export const statisticsSchema = z
  .object({
    scans: z
      .object({
        asOf: moment,
        scans: count,
        domains: count,
        first: moment.nullable(),
        last: moment.nullable(),
        outcomes: counts,
        base: count.meta({ description: 'Domains with a score; all that follows rests on them.' }),
        d7: z.object({ lower: count, median: count, upper: count }).nullable(),
        tiers: counts,
        signals: z.record(z.enum(signalIds), counts),
        flows: z.record(grantId, counts),
        antiPatterns: z.record(z.enum(antiPatternIds), counts),
        oauth: z.object({ total: count, browserOnly: count, clientCredentials: count }),
        methodologies: counts,
      })
      .meta({ description: 'Listed scans; each domain counts once, by its newest.' }),
    survey: surveyTable,
    quoted: z
      .object({ browserOnlyOauth: z.number().min(0).max(1) })
      .meta({ description: 'Share that others quote; nobody says how it was counted.' }),
  })
  .meta({ id: 'Statistics' });

export const callerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['client', 'key']),
    scopes: z.array(z.enum(allScopes)),
    createdAt: moment,
    validUntil: moment,
    scans: z.object({ limit: count, remaining: count, resetSeconds: count }),
  })
  .meta({ id: 'Caller', description: 'Whose credential it is, and what is left of its limits.' });

export const keyRequestSchema = z
  .object({
    name: z.string().trim().min(1).max(100).default('unnamed'),
    scopes: z
      .array(z.enum(openScopes))
      .min(1)
      .default([...openScopes]),
  })
  .meta({ id: 'KeyRequest' });

export const keySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    key: z.string().meta({ description: 'Shown only once. Send it as `Authorization: Bearer`.' }),
    scopes: z.array(z.enum(allScopes)),
    validUntil: moment,
    forgottenAt: moment.meta({ description: 'When it is forgotten, unless it is used before.' }),
  })
  .meta({ id: 'ApiKey' });

export const registrationRequestSchema = z
  .object({
    client_name: z.string().max(100).optional(),
    token_endpoint_auth_method: z.enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt']).optional(),
    grant_types: z.array(z.string()).optional(),
    scope: z
      .string()
      .max(500)
      .optional()
      .meta({ examples: ['scans:write reports:read'] }),
    jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }).optional(),
  })
  .meta({ id: 'RegistrationRequest', description: 'RFC 7591 §2.' });

export const registrationSchema = z
  .looseObject({
    client_id: z.string(),
    client_secret: z.string().optional().meta({ description: 'Shown only once.' }),
    client_id_issued_at: count,
    client_secret_expires_at: count,
    client_name: z.string(),
    token_endpoint_auth_method: z.string(),
    grant_types: z.array(z.string()),
    scope: z.string(),
    registration_client_uri: z.string(),
    registration_access_token: z
      .string()
      .optional()
      .meta({ description: 'Shown only once. Opens registration_client_uri.' }),
  })
  .meta({ id: 'Registration', description: 'RFC 7591 §3.2.1.' });

export const tokenRequestSchema = z
  .object({
    grant_type: z.literal('client_credentials'),
    scope: z.string().optional(),
    resource: z.string().optional().meta({ description: 'RFC 8707. Left out: the API.' }),
    client_id: z.string().optional(),
    client_secret: z.string().optional(),
    client_assertion: z.string().optional(),
    client_assertion_type: z.string().optional(),
  })
  .meta({ id: 'TokenRequest' });

export const tokenSchema = z
  .object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: count, scope: z.string() })
  .meta({ id: 'Token', description: 'RFC 6749 §5.1.' });

export const oauthErrorSchema = z
  .object({ error: z.string(), error_description: z.string().optional(), error_uri: z.string().optional() })
  .meta({ id: 'OAuthError', description: 'RFC 6749 §5.2.' });
