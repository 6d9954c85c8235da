/** Groups into D7, then caps, then tier (DESIGN §6). Pure arithmetic over judged signals. */
import type { Score, SignalResult, Tier } from '../report/schema.ts';
import { caps, d7Weight, groups, openapiSecurityValue, tierFloors } from './methodology.ts';

export interface ScoreInput {
  signals: readonly Pick<SignalResult, 'id' | 'status' | 'silent' | 'value'>[];
  /** The checklist fact that stands in for discovery where no OAuth is offered. */
  openapiSecurity: boolean;
  /** There is something to call; otherwise D7 is null. */
  callable: boolean;
  caps: readonly { id: keyof typeof caps; reason: string }[];
}

/** `null`: not applicable, out of the sum. `unobserved`: out of the sum, and the score is provisional. */
type GroupValue = number | null | 'unobserved';

function applicable(group: (typeof groups)[number], { signals }: ScoreInput): ScoreInput['signals'] {
  return signals.filter((s) => group.signals.includes(s.id) && s.status !== 'n/a');
}

function groupValue(group: (typeof groups)[number], input: ScoreInput): GroupValue {
  const members = applicable(group, input);
  if (group.id === 'discovery') {
    // An API that needs no credentials has nothing that an agent would have to discover.
    if (groups.some((other) => other.id === 'credential' && applicable(other, input).length === 0)) return null;
    if (members.length === 0) return input.openapiSecurity ? openapiSecurityValue : 0;
  }
  if (members.length === 0) return null;
  const best = Math.max(0, ...members.map((s) => s.value ?? 0));
  if (best === 0 && members.some((s) => s.status === 'unknown' && !s.silent)) return 'unobserved';
  return best;
}

function sum(values: readonly { weight: number; value: GroupValue }[], unobservedAs: number | null): number | null {
  let weight = 0;
  let total = 0;
  for (const group of values) {
    const value = group.value === 'unobserved' ? unobservedAs : group.value;
    if (value === null) continue;
    weight += group.weight;
    total += group.weight * value;
  }
  return weight === 0 ? null : (100 * total) / weight;
}

/** The tier of a D7. */
export function tierOf(d7: number): Tier {
  return tierFloors.find(({ floor }) => d7 >= floor)?.tier ?? 'not ready';
}

/**
 * D7 = 100 × Σ(weight × value) / Σ(weight) over applicable, observed groups, then caps.
 * Null when there is nothing to call, or when the challenge or the credential group could not be observed: a door that we did not
 * see gets no score.
 */
export function computeScore(input: ScoreInput): Score {
  const values = groups.map((group) => ({ id: group.id, weight: group.weight, value: groupValue(group, input) }));
  const applied = input.caps.map(({ id, reason }) => ({ id, limit: caps[id].limit, reason }));
  const limit = Math.min(100, ...applied.map((cap) => cap.limit));
  const none: Score = { d7: null, tier: null, provisional: false, range: null, weight: d7Weight, points: null, caps: [] };
  if (!input.callable) return none;
  const unseen = values.some((v) => v.value === 'unobserved');
  const doorUnseen = values.some((v) => (v.id === 'challenge' || v.id === 'credential') && v.value === 'unobserved');
  const raw = sum(values, null);
  if (doorUnseen || raw === null) return { ...none, provisional: unseen };
  const capped = (value: number | null) => Math.min(limit, Math.round(value ?? 0));
  const d7 = capped(raw);
  return {
    d7,
    tier: tierOf(d7),
    provisional: unseen,
    range: { low: capped(sum(values, 0)), high: capped(sum(values, 1)) },
    weight: d7Weight,
    points: Math.round(d7 * d7Weight * 10) / 10,
    caps: applied,
  };
}
