/** What a judge is given and what it answers. Judges are pure: same case, same finding, byte for byte. */
import type { AntiPatternId, ChecklistId, GroupId, SignalId } from '../report/schema.ts';
import type { RungOf } from '../score/methodology.ts';
import type { Confidence } from '../types.ts';
import type { Case } from './case.ts';

export interface Judgement {
  confidence: Confidence;
  summary: string;
  evidence: string[];
}

/** A signal names a rung, or says that it does not apply, or that it cannot tell and why. */
export type Finding<S extends SignalId = SignalId> =
  | ({ kind: 'rung'; rung: RungOf<S> } & Judgement)
  | ({ kind: 'n/a' } & Judgement)
  /** `silent`: we looked and nothing public says it; otherwise we could not look. */
  | ({ kind: 'unknown'; silent: boolean } & Judgement);

export interface Signal<S extends SignalId = SignalId> {
  meta: {
    id: S;
    title: string;
    question: string;
    group: GroupId;
    /** What the signal reads, in words, for the methodology page. */
    reads: string;
    /** What a scanner cannot see of it. */
    blindSpot: string;
    spec: { label: string; url: string };
    fix: string;
  };
  judge(subject: Case): Finding<S>;
}

/** Any of the seven, for the registry. */
export type AnySignal = { [S in SignalId]: Signal<S> }[SignalId];

export interface AntiPattern {
  meta: { id: AntiPatternId; title: string; trap: string; cure: string; fix: string; blocking: boolean };
  judge(subject: Case): Judgement & { status: 'present' | 'absent' | 'unknown'; quote: string | null };
}

export interface ChecklistItem {
  meta: { id: ChecklistId; title: string; recommended: boolean };
  judge(subject: Case): { status: 'done' | 'todo' | 'unknown'; summary: string; evidence: string[] };
}

/** Keeps at most `limit` exchange ids, without repeats, in order. */
export function cite(...lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].slice(0, 8);
}
