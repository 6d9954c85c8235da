/** What a dimension of the Agent Readiness Score is made of. Adding one is its file, its row in index.ts, and its signals. */
import type { ChecklistId } from '../schema/report.ts';

export interface Rung {
  /** 0 to 1. */
  value: number;
  status: 'pass' | 'partial' | 'fail';
  meaning: string;
  /** Why it is worth more than a rung that stands above it, or that has a better status. */
  because?: string;
}

export interface Group {
  id: string;
  title: string;
  weight: number;
  /** Of several signals the best one counts. A signal names a rung; only its ladder says what that is worth. */
  ladders: Readonly<Record<string, Readonly<Record<string, Rung>>>>;
  /** Without having seen this there is no score. */
  door?: true;
  /** Stays out of the sum where no signal of that group applies. */
  needs?: string;
  /** A checklist item that counts where none of the group's own signals applies. */
  standIn?: { item: ChecklistId; value: number };
}

export interface Dimension {
  id: string;
  /** Short name, such as `D7`. */
  code: string;
  name: string;
  /** Share in the Agent Readiness Score, 0 to 1. */
  weight: number;
  /** In report order. Score = 100 × Σ(weight × value) / Σ(weight). */
  groups: readonly Group[];
  /** Limits on the score, whatever the sum says. */
  caps: Readonly<Record<string, { limit: number; meaning: string }>>;
}
