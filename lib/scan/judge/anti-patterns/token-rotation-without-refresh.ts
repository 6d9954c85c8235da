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
    const { client_credentials: cc, authorization_code: code, refresh_token: refresh } = subject.grants;
    // A grant that only the token endpoint's contrast shows says nothing of the tokens that people get by the code grant.
    if (cc.offered === 'yes' && cc.confidence === 'observed' && !cc.voices.some((v) => v.says === 'yes' && v.confidence !== 'observed') && code.offered === 'yes' && refresh.offered !== 'yes') {
      return { status: 'unknown', confidence: 'inferred', summary: 'A program can re-issue its own token; nothing says whether the tokens of the code grant renew.', quote: null, evidence: cite(cc.evidence) };
    }
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
