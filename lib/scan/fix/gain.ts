/** What a fix is worth: what a second scan would see is judged and scored like any scan, and compared. */
import { readCase } from '../judge/case.ts';
import { judge } from '../judge/index.ts';
import type { Findings } from '../judge/types.ts';
import { score, type Scored } from '../score/index.ts';
import { fixIds, type FixContext, type FixDefinition, type Seen } from './types.ts';

export interface Foreseen {
  findings: Findings;
  scored: Scored;
}

/** Findings and score once these fixes are in place, in the order of the registry: a token that is taken changes the challenge last. */
export function foresee(definitions: readonly FixDefinition[], context: FixContext): Foreseen {
  const { subject } = context;
  const inOrder = definitions.toSorted((a, b) => fixIds.indexOf(a.id) - fixIds.indexOf(b.id));
  const seen = inOrder.reduce<Seen>((before, { after }) => after?.(before, context) ?? before, {
    surface: subject.surface,
    evidence: subject.evidence,
  });
  const findings = judge(readCase(subject.target, seen.surface, seen.evidence));
  return { findings, scored: score(findings) };
}

/** Points between two scorings over all dimensions, never negative; 0 where there is no score to add to. */
export function pointsBetween(now: Pick<Scored, 'scores'>, then: Pick<Scored, 'scores'>): number {
  const gains = now.scores.map(({ id, value }) => {
    const later = then.scores.find((one) => one.id === id)?.value ?? null;
    return value === null || later === null ? 0 : later - value;
  });
  return Math.max(
    0,
    gains.reduce((all, one) => all + one, 0),
  );
}

/** The first step of the walk that is blocked, and its wall. */
export const firstWall = ({ journey }: Pick<Findings, 'journey'>) => journey.find((step) => step.status === 'blocked');

/** Whether the first wall of the walk is gone. */
export function opens(now: Findings, then: Findings): boolean {
  const wall = firstWall(now);
  return wall !== undefined && then.journey.find((step) => step.step === wall.step)?.status !== 'blocked';
}

/**
 * The fixes with which, and only with which, this one lifts a cap (`alone`: what is seen with it alone): none of them lifts it alone. Empty where it lifts one by itself, or
 * nothing does.
 */
export function together(
  definition: FixDefinition,
  alone: Foreseen,
  all: readonly FixDefinition[],
  context: FixContext,
): FixDefinition[] {
  const now = context.findings.caps.length;
  const lifts = (chosen: readonly FixDefinition[]) => foresee(chosen, context).findings.caps.length < now;
  const others = all.filter((one) => one !== definition);
  if (now === 0 || alone.findings.caps.length < now || !lifts([definition, ...others])) return [];
  // What is not needed for it is left out, one after the other, beginning with what comes last in the registry.
  const needed = others.reduceRight((kept, one) => {
    const without = kept.filter((other) => other !== one);
    return lifts([definition, ...without]) ? without : kept;
  }, others);
  return lifts(needed) ? [] : needed;
}
