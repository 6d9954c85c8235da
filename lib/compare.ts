/** What changed between two scans of one address. Pure: two judgements in, differences out. */

import { z } from 'zod';
import type { Report } from './scan/schema/report.ts';

/** What is compared: ids and statuses, without sentences. */
export interface Judged {
  outcome: string;
  methodology: string;
  /** D7, 0 to 100, or null. */
  d7: number | null;
  signals: readonly { id: string; status: string }[];
  flows: readonly { id: string; offered: string }[];
  antiPatterns: readonly { id: string; status: string }[];
}

/** `better` and `worse` as an agent sees it; `known` and `lost` where something came into view or went out of it; `other` is neither. */
const direction = z.enum(['better', 'worse', 'known', 'lost', 'other']);
export type Direction = z.infer<typeof direction>;

const change = z.object({
  kind: z.enum(['signal', 'flow', 'anti-pattern']),
  id: z.string(),
  before: z.string(),
  after: z.string(),
  direction,
});
export type Change = z.infer<typeof change>;

export const comparison = z.object({
  score: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
  outcome: z.object({ before: z.string(), after: z.string() }),
  /** The two were scored by different tables, so the figures do not compare. */
  methodology: z.object({ before: z.string(), after: z.string() }).nullable(),
  /** In the order: signals, flows, anti-patterns, each as the newer scan has them. */
  changes: z.array(change),
});
export type Comparison = z.infer<typeof comparison>;

/** Statuses from bad to good. What does not stand here is neither: unknown, or not applicable. */
const ladders: Record<Change['kind'], readonly string[]> = {
  signal: ['fail', 'partial', 'pass'],
  flow: ['no', 'yes'],
  'anti-pattern': ['present', 'absent'],
};

/** Grants that let an agent in without a person: their coming and going is progress and loss; that of the others is only a change. */
const machineGrants: ReadonlySet<string> = new Set(['client_credentials', 'jwt_bearer']);

function directionOf(kind: Change['kind'], id: string, before: string, after: string): Direction {
  const from = ladders[kind].indexOf(before);
  const to = ladders[kind].indexOf(after);
  if (before === 'n/a' || after === 'n/a') return 'other';
  if (from < 0) return to < 0 ? 'other' : 'known';
  if (to < 0) return 'lost';
  if (kind === 'flow' && !machineGrants.has(id)) return 'other';
  return to > from ? 'better' : 'worse';
}

function changesOf(
  kind: Change['kind'],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Change[] {
  return [...after].flatMap(([id, status]) => {
    const was = before.get(id);
    // What only one of the two judges was not compared: a signal that the methodology gained or dropped says nothing about the target.
    return was === undefined || was === status
      ? []
      : [{ kind, id, before: was, after: status, direction: directionOf(kind, id, was, status) }];
  });
}

const statuses = (items: Judged['signals']) => new Map(items.map(({ id, status }) => [id, status]));
const offers = (items: Judged['flows']) => new Map(items.map(({ id, offered }) => [id, offered]));

/** The differences from `before` to `after`. */
export function compare(before: Judged, after: Judged): Comparison {
  return {
    score: { before: before.d7, after: after.d7 },
    outcome: { before: before.outcome, after: after.outcome },
    methodology:
      before.methodology === after.methodology ? null : { before: before.methodology, after: after.methodology },
    changes: [
      ...changesOf('signal', statuses(before.signals), statuses(after.signals)),
      ...changesOf('flow', offers(before.flows), offers(after.flows)),
      ...changesOf('anti-pattern', statuses(before.antiPatterns), statuses(after.antiPatterns)),
    ],
  };
}

type Reported = Pick<Report, 'outcome' | 'engine' | 'score' | 'signals' | 'flows' | 'antiPatterns'>;

/** The differences between two reports. */
export function compareReports(before: Reported, after: Reported): Comparison {
  const judged = ({ outcome, engine, score, signals, flows, antiPatterns }: Reported): Judged => ({
    outcome,
    methodology: engine.methodology,
    d7: score.d7,
    signals,
    flows,
    antiPatterns,
  });
  return compare(judged(before), judged(after));
}
