/** The one document that page, API, CLI and statistics are views of (DESIGN §5). Add members freely; never rename one. */
import { z } from 'zod';
import { confidence, evidenceFacts, exchange, grantId, surface } from '../facts.ts';

export const schemaVersion = 1;

export const outcomes = ['scored', 'no-api', 'blocked', 'unreachable', 'refused'] as const;
export const tiers = ['platinum', 'gold', 'silver', 'bronze', 'not ready'] as const;
export const signalIds = [
  'structured-401', 'client-credentials', 'bearer-token', 'oauth-discovery', 'self-service-keys', 'token-expiry', 'scope-restriction',
] as const;
export const antiPatternIds = [
  'browser-only-oauth', 'captcha-before-token', 'session-cookie-only', 'manual-key-approval', 'token-rotation-without-refresh',
] as const;
export const checklistIds = [
  'token-endpoint', 'client-authentication', 'token-response', 'bearer-accepted', 'structured-401', 'metadata', 'openapi-security',
] as const;
export const journeySteps = ['find', 'understand', 'get-credential', 'get-token', 'call'] as const;
export const groupIds = ['challenge', 'credential', 'discovery', 'self-service', 'token-life', 'scope'] as const;

const evidence = z.array(z.string());

export const signalResult = z.object({
  id: z.enum(signalIds),
  status: z.enum(['pass', 'partial', 'fail', 'unknown', 'n/a']),
  /** The rung of the signal's ladder in score/methodology.ts; null when unknown or not applicable. */
  rung: z.string().nullable(),
  /** For `unknown`: true when we looked and nothing public says it, false when we could not look. */
  silent: z.boolean(),
  value: z.number().min(0).max(1).nullable(),
  weight: z.number(),
  group: z.enum(groupIds),
  confidence,
  summary: z.string(),
  evidence,
  fix: z.string().nullable(),
});

export const flowResult = z.object({
  id: grantId,
  offered: z.enum(['yes', 'no', 'unknown']),
  verdict: z.enum(['agent-friendly', 'human-once', 'human-each-time', 'deprecated']),
  confidence,
  summary: z.string(),
  evidence,
});

export const antiPatternResult = z.object({
  id: z.enum(antiPatternIds),
  status: z.enum(['present', 'absent', 'unknown']),
  confidence,
  summary: z.string(),
  /** The exact words or line of the target that the finding rests on. */
  quote: z.string().nullable(),
  evidence,
  fix: z.string().nullable(),
});

export const fix = z.object({
  id: z.string(),
  title: z.string(),
  /** Why an agent stops here, naming the target's own hosts. */
  why: z.string(),
  /** Points of D7 that passing this signal would add. */
  gain: z.number().int(),
  effort: z.enum(['minutes', 'hours', 'days']),
  steps: z.array(z.string()),
  artefacts: z.array(z.object({ title: z.string(), language: z.string(), text: z.string() })),
  /** A brief to hand to a coding agent; everything taken from the target is marked as data. */
  agentText: z.string(),
});

export const score = z.object({
  d7: z.number().int().min(0).max(100).nullable(),
  tier: z.enum(tiers).nullable(),
  provisional: z.boolean(),
  range: z.object({ low: z.number().int(), high: z.number().int() }).nullable(),
  weight: z.number(),
  points: z.number().nullable(),
  caps: z.array(z.object({ id: z.string(), limit: z.number().int(), reason: z.string() })),
});

export const report = z.object({
  schemaVersion: z.literal(schemaVersion),
  engine: z.object({ version: z.string(), methodology: z.string() }),
  scan: z.object({
    id: z.string(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime(),
    durationMs: z.number().int(),
    requests: z.number().int(),
    bytes: z.number().int(),
    mode: z.enum(['public', 'verified', 'spec']),
  }),
  target: z.object({ input: z.string(), url: z.string(), host: z.string(), domain: z.string() }),
  outcome: z.enum(outcomes),
  verdict: z.object({
    sentence: z.string(),
    kind: z.enum(['open', 'human', 'wall', 'unknown', 'no-api', 'unreachable']),
    /** The chain of origins that proves it, in the order an agent meets them. */
    chain: z.array(z.object({ role: z.enum(['site', 'docs', 'api', 'protected-resource', 'issuer', 'token-endpoint']), origin: z.string(), evidence })),
  }),
  surface,
  evidence: evidenceFacts,
  flows: z.array(flowResult),
  signals: z.array(signalResult),
  antiPatterns: z.array(antiPatternResult),
  contradictions: z.array(z.object({ id: z.string(), summary: z.string(), evidence })),
  checklist: z.array(z.object({ id: z.enum(checklistIds), status: z.enum(['done', 'todo', 'unknown']), summary: z.string(), evidence })),
  journey: z.array(z.object({ step: z.enum(journeySteps), status: z.enum(['ok', 'blocked', 'unknown']), summary: z.string(), wall: z.string().nullable(), evidence })),
  score,
  fixes: z.array(fix),
  exchanges: z.array(exchange),
});

export type Report = z.infer<typeof report>;
export type SignalResult = z.infer<typeof signalResult>;
export type FlowResult = z.infer<typeof flowResult>;
export type AntiPatternResult = z.infer<typeof antiPatternResult>;
export type Fix = z.infer<typeof fix>;
export type Score = z.infer<typeof score>;
export type Outcome = (typeof outcomes)[number];
export type Tier = (typeof tiers)[number];
export type SignalId = (typeof signalIds)[number];
export type AntiPatternId = (typeof antiPatternIds)[number];
export type ChecklistId = (typeof checklistIds)[number];
export type GroupId = (typeof groupIds)[number];

/** The Report as JSON Schema 2020-12, for consumers in other languages. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(report);
}
