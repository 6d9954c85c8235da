/** What a judge is given and what it answers. Judges are pure: same case, same finding, byte for byte. */
import type { AntiPatternId, AntiPatternResult, ChecklistId, FlowResult, Report, SignalId } from '../schema/report.ts';
import type { RungOf } from '../dimensions/index.ts';
import type { Confidence } from '../types.ts';
import type { Case } from './case.ts';

export interface Spec {
  label: string;
  url: string;
}

/** An RFC, at the first of the sections that are named. */
export const rfc = (number: number, ...sections: readonly string[]): Spec => ({
  label: `RFC ${number}${sections.length > 0 ? ` §${sections.join(', §')}` : ''}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}.html${sections.length > 0 ? `#section-${sections[0] ?? ''}` : ''}`,
});

export interface Judgement {
  confidence: Confidence;
  summary: string;
  evidence: string[];
}

/** A signal names a rung, or says that it does not apply, or that it cannot tell and why. */
export type Finding<S extends SignalId = SignalId> =
  | ({ kind: 'rung'; rung: RungOf<S> } & Judgement)
  | ({ kind: 'n/a' } & Judgement)
  /** `silent`: we looked and nothing published says it; otherwise we could not look. */
  | ({ kind: 'unknown'; silent: boolean } & Judgement);

export interface Signal<S extends SignalId = SignalId> {
  meta: {
    id: S;
    title: string;
    question: string;
    /** What the signal reads, in words, for the methodology page. */
    reads: string;
    /** What a scanner cannot see of it. */
    blindSpot: string;
    spec: Spec;
    fix: string;
  };
  judge(subject: Case): Finding<S>;
}

/** Any of the seven, for the registry. */
export type AnySignal = { [S in SignalId]: Signal<S> }[SignalId];

export interface AntiPattern {
  meta: { id: AntiPatternId; title: string; trap: string; cure: string; fix: string; blocking: boolean };
  /** `finding`: what a signal found, for traps that build on one. */
  judge(
    subject: Case,
    finding: (id: SignalId) => SignalFinding,
  ): Judgement & { status: 'present' | 'absent' | 'unknown'; quote: string | null };
}

export interface ChecklistItem {
  meta: { id: ChecklistId; title: string; recommended: boolean };
  judge(subject: Case): { status: 'done' | 'todo' | 'unknown'; summary: string; evidence: string[] };
}

/** Why a score is held down, whatever its sum says: the cap's id in the methodology, and the reason seen here. */
export interface CapReason {
  id: 'plain-http' | 'blocking-anti-pattern';
  reason: string;
}

/** The finding of one signal among those of the others: any rung of any ladder. */
export type SignalFinding = { id: SignalId } & Judgement &
  ({ kind: 'rung'; rung: string } | { kind: 'n/a' } | { kind: 'unknown'; silent: boolean });

/** Everything that was judged, without a price: what each finding is worth the score says. */
export interface Findings extends Pick<
  Report,
  'outcome' | 'answer' | 'verdict' | 'contradictions' | 'checklist' | 'journey' | 'handshake'
> {
  signals: SignalFinding[];
  flows: FlowResult[];
  antiPatterns: AntiPatternResult[];
  caps: CapReason[];
}

/** A finding on a rung of its ladder. */
export const onRung = <const R extends string>(
  rung: R,
  confidence: Confidence,
  summary: string,
  evidence: string[] = [],
) => ({ kind: 'rung' as const, rung, confidence, summary, evidence });

/** The property cannot apply. */
export const notApplicable = (confidence: Confidence, summary: string, evidence: string[] = []) => ({
  kind: 'n/a' as const,
  confidence,
  summary,
  evidence,
});

/** Looked and found nothing (`silent`), or could not look. */
export const unknown = (silent: boolean, confidence: Confidence, summary: string, evidence: string[] = []) => ({
  kind: 'unknown' as const,
  silent,
  confidence,
  summary,
  evidence,
});

type TrapFinding = ReturnType<AntiPattern['judge']>;
/** A trap that was seen, with the exact words of the target that show it, if there are any. */
export const present = (
  confidence: Confidence,
  summary: string,
  quote: string | null,
  evidence: string[],
): TrapFinding => ({ status: 'present', confidence, summary, quote, evidence });
export const absent = (confidence: Confidence, summary: string, evidence: string[] = []): TrapFinding => ({
  status: 'absent',
  confidence,
  summary,
  quote: null,
  evidence,
});
export const undecided = (confidence: Confidence, summary: string, evidence: string[] = []): TrapFinding => ({
  status: 'unknown',
  confidence,
  summary,
  quote: null,
  evidence,
});

/** At most eight exchanges, in order, each once. */
export const cite = (evidence: readonly string[]): string[] => [...new Set(evidence)].slice(0, 8);
