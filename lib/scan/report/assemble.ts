/** Puts a report together: the facts, and what each stage made of them. */
import type { Findings } from '../judge/types.ts';
import type { Scored } from '../score/index.ts';
import { methodology } from '../score/methodology.ts';
import { schemaVersion, type Report } from '../schema/report.ts';
import type { Facts } from '../types.ts';
import { engineVersion } from '../version.ts';

/** D7 under the name that readers of the JSON know. */
function d7Of(scores: Report['scores']): Report['score'] {
  const security = scores.find((score) => score.code === 'D7');
  if (!security) throw new Error('There is no dimension D7.');
  const { value: d7, tier, provisional, range, weight, points, caps } = security;
  return { d7, tier, provisional, range, weight, points, caps };
}

/** The report, its members in the order of the schema. Pure. */
export function assembleReport(
  { target, surface, evidence, exchanges, scan }: Facts,
  findings: Findings,
  { signals, scores }: Scored,
  fixes: Report['fixes'],
): Report {
  return {
    schemaVersion,
    engine: { version: engineVersion, methodology },
    scan,
    target: { input: target.input, url: target.url, host: target.host, domain: target.domain },
    outcome: findings.outcome,
    answer: findings.answer,
    verdict: findings.verdict,
    surface,
    evidence,
    flows: findings.flows,
    signals,
    antiPatterns: findings.antiPatterns,
    contradictions: findings.contradictions,
    checklist: findings.checklist,
    journey: findings.journey,
    ...(findings.handshake && { handshake: findings.handshake }),
    score: d7Of(scores),
    scores,
    fixes,
    exchanges: [...exchanges],
  };
}
