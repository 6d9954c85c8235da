/** One line of the rule table: what words mean which topic. */
import type { Topic } from '../../types.ts';
import type { Polarity } from './negation.ts';
import type { Unit, UnitKind } from './units.ts';

export interface Rule {
  topic: Topic;
  /** 3 decisive, 2 likely, 1 hint (STANDARDS §9). */
  strength: 1 | 2 | 3;
  /** Global pattern; every match counts on its own. Each quantifier has a limit, so that a unit costs linear time. */
  pattern: RegExp;
  /** Kinds of unit that it reads. Default: sentences, items and rows. */
  where?: readonly UnitKind[];
  /** Units that match this are passed over before anything else is tried. */
  skip?: RegExp;
  /** The unit must also match this. */
  needs?: RegExp;
  /** And this, where one pattern for both orders would be long. */
  when?: RegExp;
  /** What stands beside the unit (its heading, the sentence before) must match this. */
  beside?: RegExp;
  /** The unit, its heading, its lead-in or its table's header must match this. */
  context?: RegExp;
  /** The unit must match none of these. */
  unless?: RegExp | readonly RegExp[];
  /** Nor must the part between semicolons that holds the match match this. */
  unlessNear?: RegExp;
  /** Affirmed, denied, or (null) not meant. Default: affirmed. */
  polarity?: (unit: Unit, match: RegExpExecArray) => Polarity | null;
  /** The part that matters, or null; `undefined` voids the match. */
  value?: (match: RegExpExecArray, unit: Unit) => string | null | undefined;
  /** Replaces the rule's strength for one match. */
  weigh?: (unit: Unit, match: RegExpExecArray) => 1 | 2 | 3;
}

export const PROSE: readonly UnitKind[] = ['sentence', 'item', 'row'];
export const ANY_TEXT: readonly UnitKind[] = ['sentence', 'item', 'row', 'heading'];
export const CODE: readonly UnitKind[] = ['line'];
export const EVERYWHERE: readonly UnitKind[] = ['sentence', 'item', 'row', 'heading', 'line'];
