import { machineGrant, said } from '../case.ts';
import { absent, present, undecided, type AntiPattern } from '../types.ts';

export const tokenRotationWithoutRefresh: AntiPattern = {
  meta: {
    id: 'token-rotation-without-refresh',
    title: 'Token rotation without refresh',
    blocking: false,
    fix: 'token-expiry',
    trap: 'Tokens expire, and only a person can get the next one.',
    cure: 'Issue refresh tokens, or re-issue through client_credentials.',
  },
  judge(subject, finding) {
    const { client_credentials: cc, authorization_code: code, refresh_token: refresh } = subject.grants;
    // A grant that only the token endpoint's contrast shows says nothing of the tokens that people get by the code grant.
    if (
      cc.offered === 'yes' &&
      cc.confidence === 'observed' &&
      !cc.voices.some((v) => v.says === 'yes' && v.confidence !== 'observed') &&
      code.offered === 'yes' &&
      refresh.offered !== 'yes'
    ) {
      return undecided(
        'inferred',
        'A program can re-issue its own token; nothing says whether the tokens of the code grant renew.',
        cc.evidence,
      );
    }
    const renews =
      machineGrant(subject) ?? (subject.grants.refresh_token.offered === 'yes' ? subject.grants.refresh_token : null);
    if (renews) return absent(renews.confidence, `A program renews its token: ${renews.because}.`, renews.evidence);
    const life = finding('token-expiry');
    if (life.kind === 'rung' && life.rung === 'person-renews') {
      const words = said(subject, 'renews-by-person')[0] ?? said(subject, 'expires')[0];
      return present('documented', life.summary, words?.quote ?? null, life.evidence);
    }
    if (life.kind === 'n/a' || (life.kind === 'rung' && life.rung !== 'person-renews'))
      return absent(life.confidence, life.summary, life.evidence);
    return undecided('inferred', life.summary, life.evidence);
  },
};
