/** What a fix is made of: each one in its own file, all of them listed in index.ts. */
import type { Case } from '../judge/case.ts';
import type { Findings } from '../judge/types.ts';
import type { ChecklistId, Fix } from '../schema/report.ts';
import type { Scored } from '../score/index.ts';
import type { Evidence, Exchange, Surface } from '../types.ts';
import type { Kind } from './frameworks.ts';
import type { Places } from './places.ts';
import type { Recognised } from './products.ts';
import type { Values } from './sources.ts';

export const fixIds = [
  'publish-api',
  'allow-scanner',
  'https',
  'structured-401',
  'client-credentials',
  'bearer-token',
  'metadata',
  'openapi-security',
  'self-service-keys',
  'token-expiry',
  'scope-restriction',
  'captcha',
] as const;
export type FixId = (typeof fixIds)[number];

export interface FixContext {
  /** Surface and evidence in the views that judges share. */
  subject: Case;
  findings: Findings;
  scored: Scored;
  places: Places;
  /** What was recorded on the wire: documents as they were fetched, and what products give away. */
  exchanges: readonly Exchange[];
  /** The products that answer, best-evidenced first. */
  products: readonly Recognised[];
  /** The name of the framework that gave itself away, or null. */
  framework: string | null;
}

export type Artefact = Fix['artefacts'][number];

/** Code of `artefacts/`: which kinds of it, with which values in its marked places, and for which frameworks alone (none named: for all). */
export interface Code {
  kinds: readonly Kind[];
  values: Values;
  only?: readonly string[];
}

/** What an answer has to be; `says` is the same as a sentence. An empty `status` means that only a person can tell. */
export type Expectation = NonNullable<Fix['checks'][number]['answer']> & { says: string };

/**
 * Text with slots: `{{CALL_URL}}` and the like stand for what was found at the target. For the owner they become the address itself, for a
 * coding agent the name of a variable whose value stands in the data block, so that no word of the target mixes with ours.
 */
export interface Check {
  /** A shell line; a slot is a whole word or part of one, and needs no quotes around it. */
  command: string;
  /** What the line shows once the fix works. */
  expect: Expectation;
}

/** What is handed out decides how long it takes: a switch or a document minutes, an endpoint hours, a policy days. */
export type Work = 'switch' | 'document' | 'endpoint' | 'policy';

export interface Built {
  /** Why an agent stops here, in our own words; what was seen goes in front of it. */
  reason: string;
  /** One to six imperative sentences, with slots. */
  steps: string[];
  /** What must go on as it is, one sentence each. */
  keeps: string[];
  /** How to go back. */
  undo: string;
  work: Work;
  checks: Check[];
  /** Documents and settings; code is told apart, since reports carry it for one framework at most. */
  artefacts: Artefact[];
  code: Code | null;
}

/** What looking finds; a fix changes it as a second scan would find it. */
export interface Seen {
  surface: Surface;
  evidence: Evidence;
}

export interface FixDefinition {
  id: FixId;
  title: string;
  /** Checklist items that the fix closes. */
  checklist: readonly ChecklistId[];
  /** A cause of its own, beside signals, anti-patterns and checklist. */
  appliesTo?(context: FixContext): boolean;
  /** The property cannot apply to this target, whatever the checklist says. */
  pointless?(context: FixContext): boolean;
  /** More of what was seen than the findings say, such as the challenge itself. Raw text of the target; the caller cleans it. */
  details?(context: FixContext): string[];
  /** What a second scan would see once the artefacts are in place: the gain is the score of that, minus the score as it is. */
  after?(seen: Seen, context: FixContext): Seen;
  build(context: FixContext): Built;
}
