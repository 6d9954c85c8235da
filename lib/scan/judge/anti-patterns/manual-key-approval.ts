import { said } from '../case.ts';
import { selfServiceKeys } from '../signals/self-service-keys.ts';
import { cite, type AntiPattern } from '../types.ts';

export const manualKeyApproval: AntiPattern = {
  meta: {
    id: 'manual-key-approval', title: 'Manual key approval', blocking: true, fix: 'self-service-keys',
    trap: 'Somebody at the vendor has to approve before a key is given.',
    cure: 'Give instant keys with rate limits, and review high volume afterwards.',
  },
  judge(subject) {
    const keys = selfServiceKeys.judge(subject);
    if (keys.kind === 'rung' && keys.rung === 'approval') {
      const words = said(subject, 'approval')[0];
      return { status: 'present', confidence: 'documented', summary: keys.summary, quote: words?.quote ?? null, evidence: keys.evidence };
    }
    if (keys.kind === 'rung' && (keys.rung === 'instant-keys' || keys.rung === 'open-registration')) return { status: 'absent', confidence: keys.confidence, summary: keys.summary, quote: null, evidence: keys.evidence };
    if (subject.open) return { status: 'absent', confidence: 'observed', summary: 'The API needs no credentials.', quote: null, evidence: [] };
    return { status: 'unknown', confidence: 'inferred', summary: 'Nothing public says who gives out keys, or the documents say both.', quote: null, evidence: cite(keys.evidence) };
  },
};
