/** The one document that page, API, CLI and statistics are views of (DESIGN §5). Add members freely; never rename one. */
import { z } from 'zod';
import { answerIds } from '../vocabulary.ts';
import { groupIds, signalIds } from '../dimensions/index.ts';
import { confidence, evidenceFacts, exchange, grantId, surface } from './facts.ts';

export { groupIds, signalIds, type SignalId } from '../dimensions/index.ts';

export const schemaVersion = 1;

export const outcomes = ['scored', 'no-api', 'blocked', 'unreachable', 'refused'] as const;
export const tiers = ['platinum', 'gold', 'silver', 'bronze', 'not ready'] as const;
export const antiPatternIds = [
  'browser-only-oauth',
  'captcha-before-token',
  'session-cookie-only',
  'manual-key-approval',
  'token-rotation-without-refresh',
] as const;
export const checklistIds = [
  'token-endpoint',
  'client-authentication',
  'token-response',
  'bearer-accepted',
  'structured-401',
  'metadata',
  'openapi-security',
] as const;
export const journeySteps = ['find', 'understand', 'get-credential', 'get-token', 'call'] as const;

const evidence = z.array(z.string());

/** Can an AI agent let itself in? `door`: whether every step was seen to be passable, one is unknown, or a wall stands there. */
export const answer = z.object({
  id: z.enum(answerIds),
  word: z.string(),
  meaning: z.string(),
  door: z.enum(['open', 'ajar', 'shut']),
});

export const signalResult = z.object({
  id: z.enum(signalIds),
  status: z.enum(['pass', 'partial', 'fail', 'unknown', 'n/a']),
  /** The rung of the signal's ladder in score/methodology.ts; null when unknown or not applicable. */
  rung: z.string().nullable(),
  /** For `unknown`: true when we looked and nothing published says it, false when we could not look. */
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
  /** Points that it adds over all dimensions: the score of what a second scan would see, minus the score. */
  gain: z.number().int(),
  effort: z.enum(['minutes', 'hours', 'days']),
  steps: z.array(z.string()),
  artefacts: z.array(
    z.object({
      title: z.string(),
      language: z.string(),
      text: z.string(),
      /** Its name beside the others that belong to it; null for what is no file. */
      file: z.string().nullable().default(null),
      /** The frameworks that it is for; none: it is for whatever there is. */
      frameworks: z.array(z.string()).default([]),
      /** Lines, counted from 1, in which it differs from what was fetched. */
      marks: z.array(z.number().int()).default([]),
      /** What it was run in when it was proved, such as `Express 5.3.0`; null for code that was not run, and for documents. */
      tested: z.string().nullable().default(null),
    }),
  ),
  /**
   * Code for frameworks, which is the same for everybody but for the values: `artefacts` holds that of the framework that was recognised, and
   * the rest is made from this. Null where no code belongs to the fix, and in reports from before.
   */
  code: z
    .object({
      /** What the code is for, such as `token-endpoint`. */
      kinds: z.array(z.string()),
      /** The values of its marked places. */
      values: z.record(z.string(), z.string()),
      /** The framework that gave itself away; null: none did. */
      recognised: z.string().nullable(),
      /** Every framework that there is code for, with its files. */
      frameworks: z.array(z.object({ name: z.string(), files: z.array(z.string()), tested: z.string().nullable() })),
    })
    .nullable()
    .default(null),
  /** The product that was recognised and that the steps are for, with what gave it away; null where none was, or none matters. */
  product: z
    .object({ id: z.string(), name: z.string(), because: z.string(), manual: z.string() })
    .nullable()
    .default(null),
  /** What must go on as it is. */
  keeps: z.array(z.string()).default([]),
  /** How to go back. */
  undo: z.string().default(''),
  /** Commands that show whether it is done, and what each has to answer; `answer` is null where only a person can tell. */
  checks: z
    .array(
      z.object({
        command: z.string(),
        expect: z.string(),
        answer: z
          .object({
            status: z.array(z.number().int()),
            /** Text that a header field holds, in any case. */
            headers: z.record(z.string(), z.string()),
            members: z.array(z.string()),
            /** One of these is the body’s `error`; none: any. */
            error: z.array(z.string()),
            /** The body is JSON that names an error. */
            names: z.boolean(),
          })
          .nullable(),
      }),
    )
    .default([]),
  /** It takes away what stands on the first step of the walk that is blocked. */
  wall: z.boolean().default(false),
  /** Ids of fixes with which, and only with which, it lifts a cap. */
  together: z.array(z.string()).default([]),
  /** A brief to hand to a coding agent; everything taken from the target is marked as data. */
  agentText: z.string(),
});

/** The score of one dimension. */
export const dimensionScore = z.object({
  id: z.string(),
  /** Short name, such as `D7`. */
  code: z.string(),
  name: z.string(),
  value: z.number().int().min(0).max(100).nullable(),
  tier: z.enum(tiers).nullable(),
  /** Some group could not be observed; `range` tells what it could change. */
  provisional: z.boolean(),
  range: z.object({ low: z.number().int(), high: z.number().int() }).nullable(),
  /** What most of the points rest on; a contradiction takes one step away. */
  confidence,
  /** Share in the Agent Readiness Score, 0 to 1, and the points that it adds there. */
  weight: z.number(),
  points: z.number().nullable(),
  caps: z.array(z.object({ id: z.string(), limit: z.number().int(), reason: z.string() })),
});

/** D7 Security once more, under the name by which readers of the JSON know it; report/assemble.ts is its only writer. */
export const score = z.object({
  d7: z.number().int().min(0).max(100).nullable(),
  tier: z.enum(tiers).nullable(),
  provisional: z.boolean(),
  range: z.object({ low: z.number().int(), high: z.number().int() }).nullable(),
  weight: z.number(),
  points: z.number().nullable(),
  caps: z.array(z.object({ id: z.string(), limit: z.number().int(), reason: z.string() })),
});

export const handshakeStepIds = [
  'allowed',
  'token',
  'token-answer',
  'demands',
  'call',
  'audience',
  'damaged',
  'query',
  'scope',
  'again',
  'refresh',
  'expiry',
  'revocation',
] as const;

const handshakeStep = z.object({
  id: z.enum(handshakeStepIds),
  status: z.enum(['passed', 'failed', 'unknown']),
  summary: z.string(),
  evidence,
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
    mode: z.enum(['public', 'verified', 'spec', 'example']),
  }),
  target: z.object({ input: z.string(), url: z.string(), host: z.string(), domain: z.string() }),
  outcome: z.enum(outcomes),
  /** Reports of methodology 2026-11 have none. */
  answer: answer.nullable().default(null),
  verdict: z.object({
    sentence: z.string(),
    kind: z.enum(['open', 'human', 'wall', 'unknown', 'no-api', 'unreachable']),
    /** The chain of origins that proves it, in the order an agent meets them. */
    chain: z.array(
      z.object({
        role: z.enum(['site', 'docs', 'api', 'protected-resource', 'issuer', 'token-endpoint']),
        origin: z.string(),
        evidence,
      }),
    ),
  }),
  surface,
  evidence: evidenceFacts,
  flows: z.array(flowResult),
  signals: z.array(signalResult),
  antiPatterns: z.array(antiPatternResult),
  contradictions: z.array(
    z.object({
      id: z.string(),
      summary: z.string(),
      /** Signals whose finding it casts doubt on: unless behaviour was seen, they lose a step of confidence. */
      about: z.array(z.enum(signalIds)).default([]),
      evidence,
    }),
  ),
  checklist: z.array(
    z.object({ id: z.enum(checklistIds), status: z.enum(['done', 'todo', 'unknown']), summary: z.string(), evidence }),
  ),
  journey: z.array(
    z.object({
      step: z.enum(journeySteps),
      status: z.enum(['ok', 'blocked', 'unknown']),
      summary: z.string(),
      wall: z.string().nullable(),
      evidence,
    }),
  ),
  /** What was done with the owner's own client, step by step; left out of a scan that had none. */
  handshake: z.array(handshakeStep).optional(),
  score,
  /** A row per dimension. Reports of methodology 2026-11 have none. */
  scores: z.array(dimensionScore).default([]),
  fixes: z.array(fix),
  exchanges: z.array(exchange),
});

export type Report = z.infer<typeof report>;
export type Answer = z.infer<typeof answer>;
export type SignalResult = z.infer<typeof signalResult>;
export type FlowResult = z.infer<typeof flowResult>;
export type AntiPatternResult = z.infer<typeof antiPatternResult>;
export type Fix = z.infer<typeof fix>;
export type DimensionScore = z.infer<typeof dimensionScore>;
export type Outcome = (typeof outcomes)[number];

/** Whether there are findings to show: something to call was found, whatever became of the score. */
export const hasFindings = ({ outcome }: { outcome: Outcome }): boolean =>
  outcome === 'scored' || outcome === 'blocked';
export type Tier = (typeof tiers)[number];
export type AntiPatternId = (typeof antiPatternIds)[number];
export type ChecklistId = (typeof checklistIds)[number];

/** The Report as JSON Schema 2020-12, for consumers in other languages. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(report);
}
