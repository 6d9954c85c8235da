import { said, wayOf } from '../case.ts';
import { bearerContrast } from '../ways.ts';
import { cite, type AntiPattern } from '../types.ts';

export const sessionCookieOnly: AntiPattern = {
  meta: {
    id: 'session-cookie-only', title: 'Session cookies only', blocking: true, fix: 'bearer-token',
    trap: 'The API knows only the session cookie of a signed-in browser.',
    cure: 'Accept bearer tokens in Authorization.',
  },
  judge(subject) {
    const taken = (['bearer', 'other-scheme', 'own-header', 'basic', 'query'] as const).map((id) => wayOf(subject, id)).find((way) => way !== undefined);
    if (taken) return { status: 'absent', confidence: taken.confidence, summary: `The API takes credentials that a program can carry: ${taken.because}.`, quote: null, evidence: cite(taken.evidence) };
    const made = said(subject, 'self-service')[0];
    if (made) return { status: 'absent', confidence: 'documented', summary: `Credentials that a program can carry are made by oneself: “${made.quote}”`, quote: null, evidence: cite(made.evidence) };
    if (subject.open) return { status: 'absent', confidence: 'observed', summary: 'The API needs no credentials.', quote: null, evidence: [] };
    const words = said(subject, 'cookie')[0] ?? said(subject, 'no-tokens')[0];
    const cookieScheme = subject.ways.find((way) => way.id === 'cookie' && way.confidence === 'declared');
    // STANDARDS CK1: one sign alone is weak; two together, with a bearer that changes nothing (CK2), are the pattern.
    for (const { call, answer, rung } of subject.access.guarded) {
      const contrast = bearerContrast(call);
      const signs = [
        rung === 'login-redirect' || answer.loginPage ? `it leads to the login page${answer.location ? ` ${answer.location}` : ''}` : null,
        answer.sessionCookies.length > 0 ? `it sets the session cookie ${answer.sessionCookies.join(', ')}` : null,
        words ? `the documentation says: “${words.quote}”` : null,
        cookieScheme ? 'the API description knows only a cookie' : null,
      ].filter((sign) => sign !== null);
      if (signs.length >= 2 && (contrast === 'ignored' || contrast === 'noticed')) {
        return { status: 'present', confidence: 'observed', summary: `${call.url} answers a program with HTTP ${answer.status}, with or without a bearer token; ${signs.join('; ')}.`, quote: words?.quote ?? null, evidence: cite([answer.exchange], call.bearer ? [call.bearer.exchange] : [], words?.evidence ?? []) };
      }
    }
    if (words && said(subject, 'no-tokens')[0] && said(subject, 'cookie')[0]) return { status: 'present', confidence: 'documented', summary: `The documentation says: “${words.quote}”`, quote: words.quote, evidence: cite(words.evidence) };
    if (subject.oauth) return { status: 'absent', confidence: 'inferred', summary: 'OAuth is offered, whose tokens do not travel in cookies.', quote: null, evidence: [] };
    return { status: 'unknown', confidence: 'inferred', summary: 'How the API takes a credential is not known.', quote: null, evidence: [] };
  },
};
