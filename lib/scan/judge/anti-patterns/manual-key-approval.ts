import { said } from '../case.ts';
import { absent, present, undecided, type AntiPattern } from '../types.ts';

export const manualKeyApproval: AntiPattern = {
  meta: {
    id: 'manual-key-approval',
    title: 'Manual key approval',
    blocking: true,
    fix: 'self-service-keys',
    trap: 'Somebody at the vendor has to approve before a key is given.',
    cure: 'Give instant keys with rate limits, and review high volume afterwards.',
  },
  judge(subject, finding) {
    const keys = finding('self-service-keys');
    if (keys.kind === 'rung' && keys.rung === 'approval') {
      const words = said(subject, 'approval')[0];
      return present('documented', keys.summary, words?.quote ?? null, keys.evidence);
    }
    if (keys.kind === 'rung' && keys.rung !== 'sign-up') return absent(keys.confidence, keys.summary, keys.evidence);
    if (subject.open) return absent('observed', 'The API needs no credentials.');
    return undecided(
      'inferred',
      'Nothing published says who gives out keys, or the documents disagree.',
      keys.evidence,
    );
  },
};
