/** What a fix is made of: each one in its own file, all of them listed in index.ts. */
import type { Case } from '../judge/case.ts';
import type { Judged } from '../judge/index.ts';
import type { ChecklistId, Fix } from '../report/schema.ts';
import type { Target } from '../types.ts';
import type { Places } from './places.ts';

export const fixIds = [
  'publish-api', 'allow-scanner', 'https', 'structured-401', 'client-credentials', 'bearer-token', 'metadata', 'openapi-security',
  'self-service-keys', 'token-expiry', 'scope-restriction', 'captcha',
] as const;
export type FixId = (typeof fixIds)[number];

export interface FixContext {
  target: Target;
  judged: Judged;
  /** Surface and evidence in the views that judges share. */
  subject: Case;
  places: Places;
}

export type Artefact = Fix['artefacts'][number];

/**
 * Text with slots: `{{CALL_URL}}` and the like stand for what was found at the target. For the owner they become the address itself, for a
 * coding agent the name of a variable whose value stands in the data block, so that no word of the target mixes with ours.
 */
export interface Check {
  /** A shell line; a slot is a whole word or part of one, and needs no quotes around it. */
  command: string;
  /** What the line shows once the fix works. Holds no slot. */
  expect: string;
}

export interface Built {
  /** Why an agent stops here, in our own words; what was seen goes in front of it. */
  reason: string;
  /** Three to six imperative sentences, with slots. */
  steps: string[];
  checks: Check[];
  artefacts: Artefact[];
}

export interface FixDefinition {
  id: FixId;
  title: string;
  effort: Fix['effort'];
  /** Checklist items that the fix closes. */
  checklist: readonly ChecklistId[];
  /** A cause of its own, beside signals, anti-patterns and checklist. */
  appliesTo?(context: FixContext): boolean;
  /** The property cannot apply to this target, whatever the checklist says. */
  pointless?(context: FixContext): boolean;
  /** More of what was seen than the findings say, such as the challenge itself. Raw text of the target; the caller cleans it. */
  details?(context: FixContext): string[];
  build(context: FixContext): Built;
}
