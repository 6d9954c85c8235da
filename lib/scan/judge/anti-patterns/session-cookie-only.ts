import type { RefusalShape } from '../../read/bare-answer.ts';
import type { CallAnswer, Statement } from '../../types.ts';
import { said, wayOf } from '../case.ts';
import { bearerContrast, wayIds } from '../ways.ts';
import { absent, present, undecided, type AntiPattern } from '../types.ts';

/** Signs that only the cookie of a signed-in browser is taken, in words. */
const signsOf = (answer: CallAnswer, rung: RefusalShape, words: Statement | undefined, described: boolean): string[] =>
  [
    rung === 'login-redirect' || answer.loginPage
      ? `it leads to the login page${answer.location ? ` ${answer.location}` : ''}`
      : null,
    answer.sessionCookies.length > 0 ? `it sets the session cookie ${answer.sessionCookies.join(', ')}` : null,
    words ? `the documentation says: “${words.quote}”` : null,
    described ? 'the API description knows only a cookie' : null,
  ].filter((sign) => sign !== null);

export const sessionCookieOnly: AntiPattern = {
  meta: {
    id: 'session-cookie-only',
    title: 'Session cookies only',
    blocking: true,
    fix: 'bearer-token',
    trap: 'The API knows only the session cookie of a signed-in browser.',
    cure: 'Accept bearer tokens in Authorization.',
  },
  judge(subject) {
    const taken = wayIds
      .filter((id) => id !== 'cookie')
      .map((id) => wayOf(subject, id))
      .find((way) => way !== undefined);
    if (taken)
      return absent(
        taken.confidence,
        `The API takes credentials that a program can carry: ${taken.because}.`,
        taken.evidence,
      );
    const made = said(subject, 'self-service')[0];
    if (made)
      return absent(
        'documented',
        `Credentials that a program can carry are self-service: “${made.quote}”`,
        made.evidence,
      );
    if (subject.open) return absent('observed', 'The API needs no credentials.');
    const words = said(subject, 'cookie')[0] ?? said(subject, 'no-tokens')[0];
    const cookieScheme = subject.ways.find((way) => way.id === 'cookie' && way.confidence === 'declared');
    // STANDARDS CK1: one sign alone is weak; two together, with a bearer that changes nothing (CK2), are the pattern.
    for (const { call, answer, rung } of subject.access.guarded) {
      const contrast = bearerContrast(call);
      const signs = signsOf(answer, rung, words, cookieScheme !== undefined);
      if (signs.length >= 2 && (contrast === 'ignored' || contrast === 'noticed')) {
        return present(
          'observed',
          `${call.url} answers a program with HTTP ${answer.status}, with or without a bearer token; ${signs.join('; ')}.`,
          words?.quote ?? null,
          [answer.exchange, ...(call.bearer ? [call.bearer.exchange] : []), ...(words?.evidence ?? [])],
        );
      }
    }
    if (words && said(subject, 'no-tokens')[0] && said(subject, 'cookie')[0])
      return present('documented', `The documentation says: “${words.quote}”`, words.quote, words.evidence);
    if (subject.oauth && !subject.behindLogin)
      return absent('inferred', 'OAuth is offered, whose tokens do not travel in cookies.');
    return undecided('inferred', 'Nobody could tell how the API takes a credential.');
  },
};
