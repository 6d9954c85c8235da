/** What a fix is worth: the score as it would be, minus the score as it is. */
import { antiPatterns, signals, type Judged } from '../judge/index.ts';
import type { SignalId } from '../report/schema.ts';
import { computeScore, type ScoreInput } from '../score/index.ts';
import { ladders } from '../score/methodology.ts';
import type { FixId } from './types.ts';

/** The value of a signal that passes in full: the top rung of its ladder. */
export function topValue(id: SignalId): number {
  return Math.max(...Object.values(ladders[id]).map((rung) => rung.value));
}

/** The score's input after the fix: its signal passes in full, and the caps whose cause it removes are gone. */
export function afterFix(id: FixId, judged: Pick<Judged, 'scoreInput' | 'antiPatterns'>): ScoreInput {
  const passing = signals.filter((s) => s.meta.fix === id).map((s): SignalId => s.meta.id);
  // The cap names one blocking anti-pattern; it goes only when no other one would hold it up (the rule of judge/index.ts).
  const blocking = antiPatterns.filter((a) => a.meta.blocking && judged.antiPatterns.some((r) => r.id === a.meta.id && r.status === 'present' && (r.confidence === 'observed' || r.confidence === 'declared')));
  const unblocks = blocking.length > 0 && blocking.every((a) => a.meta.fix === id);
  const removed = (cap: ScoreInput['caps'][number]) => (cap.id === 'plain-http' ? id === 'https' : unblocks);
  return {
    ...judged.scoreInput,
    signals: judged.scoreInput.signals.map((s) => (passing.includes(s.id) ? { id: s.id, status: 'pass', value: topValue(s.id), silent: false } : s)),
    openapiSecurity: judged.scoreInput.openapiSecurity || id === 'openapi-security',
    caps: judged.scoreInput.caps.filter((cap) => !removed(cap)),
  };
}

/** Points of D7 that the fix adds, never negative: a group that rises to its full value lowers no mean. 0 when there is no score to add to. */
export function gainOf(id: FixId, judged: Pick<Judged, 'score' | 'scoreInput' | 'antiPatterns'>): number {
  const now = judged.score.d7;
  const then = computeScore(afterFix(id, judged)).d7;
  return now === null || then === null ? 0 : then - now;
}
