/** One grant, its offer and what it asks of a person (STANDARDS §4). */
import type { FlowResult } from '../../schema/report.ts';
import type { GrantId } from '../../types.ts';
import type { Case } from '../case.ts';
import { cite } from '../types.ts';

export interface Flow {
  meta: { id: GrantId; title: string; spec: { label: string; url: string }; about: string };
  verdict(subject: Case): FlowResult['verdict'];
}

/** A person is asked once when a refresh token carries on afterwards; when nothing says that one is denied, that is assumed. */
export const onceIfRenewed = (subject: Case): FlowResult['verdict'] =>
  subject.grants.refresh_token.offered === 'no' ? 'human-each-time' : 'human-once';

/** The flow's row of the report. */
export function judgeFlow(flow: Flow, subject: Case): FlowResult {
  const view = subject.grants[flow.meta.id];
  const lead = view.offered === 'yes' ? 'Offered' : view.offered === 'no' ? 'Not offered' : 'Not known';
  return {
    id: flow.meta.id,
    offered: view.offered,
    verdict: flow.verdict(subject),
    confidence: view.confidence,
    summary: `${lead}: ${view.because}.`,
    evidence: cite(view.evidence),
  };
}
