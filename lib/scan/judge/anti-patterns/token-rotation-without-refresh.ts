import { machineGrant, said } from '../case.ts';
import { tokenExpiry } from '../signals/token-expiry.ts';
import { cite, type AntiPattern } from '../types.ts';

export const tokenRotationWithoutRefresh: AntiPattern = {
  meta: {
    id: 'token-rotation-without-refresh', title: 'Token rotation without refresh', blocking: false, fix: 'token-expiry',
    trap: 'Tokens expire, and only a person can get the next one.',
    cure: 'Issue refresh tokens, or re-issue through client_credentials.',
  },
  judge(subject) {
    const renews = machineGrant(subject) ?? (subject.grants.refresh_token.offered === 'yes' ? subject.grants.refresh_token : null);
    if (renews) return { status: 'absent', confidence: renews.confidence, summary: `A program renews its token: ${renews.because}.`, quote: null, evidence: cite(renews.evidence) };
    const life = tokenExpiry.judge(subject);
    if (life.kind === 'rung' && life.rung === 'person-renews') {
      const words = said(subject, 'renews-by-person')[0] ?? said(subject, 'expires')[0];
      return { status: 'present', confidence: 'documented', summary: life.summary, quote: words?.quote ?? null, evidence: life.evidence };
    }
    if (life.kind === 'n/a' || (life.kind === 'rung' && life.rung !== 'person-renews')) return { status: 'absent', confidence: life.confidence, summary: life.summary, quote: null, evidence: life.evidence };
    return { status: 'unknown', confidence: 'inferred', summary: life.summary, quote: null, evidence: life.evidence };
  },
};
