import { said, wayOf } from '../case.ts';
import { bearerContrast, wayIds, wayTable } from '../ways.ts';
import { onRung, rfc, unknown, type Signal } from '../types.ts';

/** What stands in for bearer, best first; each is a rung of the ladder. */
const instead = wayIds.filter((id) => id !== 'bearer');

export const bearerToken: Signal<'bearer-token'> = {
  meta: {
    id: 'bearer-token',
    title: 'Bearer token',
    question: 'Does the API take a token in the Authorization header, the one way that every client knows?',
    reads:
      'Challenges, the difference between no token, a random bearer token and an invented scheme, API descriptions, and documentation.',
    blindSpot: 'An API that answers every bad credential alike shows no difference.',
    spec: rfc(6750, '2.1'),
    fix: 'bearer-token',
  },
  judge(subject) {
    const { turnedAway = null, token = null } = subject.handshake ?? {};
    if (turnedAway && token)
      return onRung(
        'refused',
        'verified',
        `${turnedAway.url} refuses the token that its own token endpoint had just given.`,
        [token.exchange, turnedAway.exchange],
      );
    const bearer = wayOf(subject, 'bearer');
    if (bearer && bearer.confidence !== 'inferred') {
      return onRung(
        bearer.confidence === 'verified' ? 'observed' : bearer.confidence,
        bearer.confidence,
        `Bearer tokens are read: ${bearer.because}.`,
        bearer.evidence,
      );
    }
    const others = instead.map((rung) => ({ rung, way: wayOf(subject, rung) }));
    // What is only inferred (an unknown scheme word in a challenge) speaks when nothing better does.
    for (const { way, rung } of [...others.filter((o) => o.way?.confidence !== 'inferred'), ...others]) {
      if (way)
        return onRung(
          rung,
          way.confidence,
          `The API takes ${wayTable[rung].words}${way.name ? ` (${way.name})` : ''}: ${way.because}.`,
          way.evidence,
        );
    }
    const refused = subject.evidence.calls.find((call) => bearerContrast(call) === 'refused');
    if (refused?.bearer)
      return onRung('refused', 'observed', `${refused.url} refuses bearer tokens.`, [refused.bearer.exchange]);
    const denial = said(subject, 'bearer', 'deny')[0] ?? said(subject, 'no-tokens')[0];
    if (denial) return onRung('refused', 'documented', `The documentation says: “${denial.quote}”`, denial.evidence);
    const silent = subject.access.unobserved.length === 0 && subject.access.guarded.length > 0;
    return unknown(
      silent,
      'inferred',
      silent
        ? 'Nothing we saw says how the API takes a credential: no challenge, no difference between answers, no word in the documents.'
        : 'No call got far enough to tell how the API takes a credential.',
      subject.access.guarded.map((g) => g.answer.exchange),
    );
  },
};
