/** What a fix is worth: the score as it would be, minus the score as it is. */
import { antiPatterns, signals, type Judged } from '../judge/index.ts';
import type { SignalId } from '../report/schema.ts';
import { computeScore, type ScoreInput } from '../score/index.ts';
import { ladders } from '../score/methodology.ts';
import type { FixId } from './types.ts';

/** Rungs that no change of the API shows to a public scan: a 2xx comes only from an open API or a verified scan (DESIGN §6). */
const beyondFixing: Partial<Record<SignalId, readonly string[]>> = { 'structured-401': ['success'] };

/** The value of a signal after its fix: the best rung of its ladder that a fix can reach. */
export function topValue(id: SignalId): number {
  const reachable = Object.entries(ladders[id]).filter(([rung]) => !beyondFixing[id]?.includes(rung));
  return Math.max(...reachable.map(([, { value }]) => value));
}

/**
 * The score's input after the fix: its signal stands on the best rung that a fix reaches, never on a lower one than now, and the caps
 * whose cause it removes are gone. A signal that does not apply still does not.
 */
export function afterFix(id: FixId, judged: Pick<Judged, 'scoreInput' | 'antiPatterns'>): ScoreInput {
  const passing = signals.filter((s) => s.meta.fix === id).map((s): SignalId => s.meta.id);
  // The cap names one blocking anti-pattern; it goes only when no other one would hold it up (the rule of judge/index.ts).
  const blocking = antiPatterns.filter((a) => a.meta.blocking && judged.antiPatterns.some((r) => r.id === a.meta.id && r.status === 'present' && (r.confidence === 'observed' || r.confidence === 'declared')));
  const unblocks = blocking.length > 0 && blocking.every((a) => a.meta.fix === id);
  const removed = (cap: ScoreInput['caps'][number]) => (cap.id === 'plain-http' ? id === 'https' : unblocks);
  return {
    ...judged.scoreInput,
    signals: judged.scoreInput.signals.map((s) => (passing.includes(s.id) && s.status !== 'n/a' ? { id: s.id, status: 'pass', value: Math.max(s.value ?? 0, topValue(s.id)), silent: false } : s)),
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
