/** Prices what was judged: rungs become values, values a score per dimension, then caps, then tier. Pure arithmetic. */
import { dimensions, groups, priceOf, type CapId } from '../dimensions/index.ts';
import type { Dimension, Group } from '../dimensions/types.ts';
import { signals as registry } from '../judge/index.ts';
import type { Findings, SignalFinding } from '../judge/types.ts';
import { confidences } from '../vocabulary.ts';
import type { ChecklistId, DimensionScore, SignalResult, Tier } from '../schema/report.ts';
import { tierFloors } from './methodology.ts';

export interface ScoreInput {
  signals: readonly Pick<SignalResult, 'id' | 'status' | 'silent' | 'value' | 'confidence'>[];
  /** Checklist items that are done: some stand in for a group. */
  done: readonly ChecklistId[];
  /** The door was seen; otherwise there is no score. */
  scored: boolean;
  caps: readonly { id: CapId; reason: string }[];
  /** Something said here is refused there. */
  contradicted: boolean;
}

export interface Scored {
  signals: SignalResult[];
  scores: DimensionScore[];
  /** What the scores were computed from; fixes ask it what would be if a signal passed. */
  input: ScoreInput;
}

/** `null`: not applicable, out of the sum. `unobserved`: out of the sum, and the score is provisional. */
type GroupValue = number | null | 'unobserved';

function applicable(group: Pick<Group, 'ladders'>, { signals }: ScoreInput): ScoreInput['signals'] {
  return signals.filter((s) => Object.hasOwn(group.ladders, s.id) && s.status !== 'n/a');
}

function groupValue(group: Group, all: readonly Group[], input: ScoreInput): GroupValue {
  const needed = all.find((other) => other.id === group.needs);
  if (needed && applicable(needed, input).length === 0) return null;
  const members = applicable(group, input);
  if (members.length === 0 && group.standIn) return input.done.includes(group.standIn.item) ? group.standIn.value : 0;
  if (members.length === 0) return null;
  const best = Math.max(0, ...members.map((s) => s.value ?? 0));
  return best === 0 && members.some((s) => s.status === 'unknown' && !s.silent) ? 'unobserved' : best;
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

/** The tier of a score. */
export function tierOf(score: number): Tier {
  return tierFloors.find(({ floor }) => score >= floor)?.tier ?? 'not ready';
}

/** The strongest confidence on which at least half of the points rest; a contradiction takes one step away. */
function confidenceOf(dimension: Dimension, input: ScoreInput): DimensionScore['confidence'] {
  const points = dimension.groups.flatMap((group) => {
    const best = applicable(group, input).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
    return best?.value ? [{ at: confidences.indexOf(best.confidence), points: best.value * group.weight }] : [];
  });
  const total = points.reduce((all, one) => all + one.points, 0);
  const upTo = (at: number) => points.filter((one) => one.at <= at).reduce((all, one) => all + one.points, 0);
  const reached = total === 0 ? confidences.length - 1 : confidences.findIndex((_, at) => upTo(at) * 2 >= total);
  return confidences[Math.min(reached + Number(input.contradicted), confidences.length - 1)] ?? 'inferred';
}

/**
 * Score = 100 × Σ(weight × value) / Σ(weight) over applicable, observed groups, then caps.
 * Null when the door was not seen: what was not looked at gets no score.
 */
export function computeScore(dimension: Dimension, input: ScoreInput): DimensionScore {
  const values = dimension.groups.map((group) => ({ ...group, value: groupValue(group, dimension.groups, input) }));
  const unseen = values.filter((group) => group.value === 'unobserved');
  const raw = input.scored && !unseen.some((group) => group.door) ? sum(values, null) : null;
  const { id, code, name, weight } = dimension;
  const none = { id, code, name, weight, provisional: unseen.length > 0, confidence: confidenceOf(dimension, input) };
  if (raw === null) return { ...none, value: null, tier: null, range: null, points: null, caps: [] };
  const applied = input.caps.flatMap((cap) => {
    const limit = dimension.caps[cap.id]?.limit;
    return limit === undefined ? [] : [{ id: cap.id, limit, reason: cap.reason }];
  });
  const ceiling = Math.min(100, ...applied.map((cap) => cap.limit));
  const capped = (score: number | null) => Math.min(ceiling, Math.round(score ?? 0));
  const value = capped(raw);
  return {
    ...none,
    value,
    tier: tierOf(value),
    range: { low: capped(sum(values, 0)), high: capped(sum(values, 1)) },
    points: Math.round(value * weight * 10) / 10,
    caps: applied,
  };
}

/** A finding with its price. DESIGN §6: silent counts zero in the sum, unobserved stays out of it. */
function price(finding: SignalFinding): SignalResult {
  const { id, confidence, summary, evidence } = finding;
  const group = groups.find((g) => g.signals.includes(id));
  const meta = registry.find((signal) => signal.meta.id === id)?.meta;
  if (!group || !meta) throw new Error(`Signal ${id} stands in no group or no registry.`);
  const silent = finding.kind === 'unknown' && finding.silent;
  const rung = finding.kind === 'rung' ? finding.rung : null;
  const { status, value } =
    rung !== null
      ? priceOf(id, rung)
      : { status: finding.kind === 'n/a' ? ('n/a' as const) : ('unknown' as const), value: silent ? 0 : null };
  return {
    id,
    status,
    rung,
    silent,
    value,
    weight: group.weight,
    group: group.id,
    confidence,
    summary,
    evidence,
    fix: status === 'pass' || status === 'n/a' ? null : meta.fix,
  };
}

/** Prices the findings and scores every dimension. Pure. */
export function score(findings: Findings): Scored {
  const signals = findings.signals.map(price);
  const input: ScoreInput = {
    signals,
    done: findings.checklist.filter((item) => item.status === 'done').map((item) => item.id),
    scored: findings.outcome === 'scored',
    caps: findings.caps,
    contradicted: findings.contradictions.length > 0,
  };
  return { signals, scores: dimensions.map((dimension) => computeScore(dimension, input)), input };
}
