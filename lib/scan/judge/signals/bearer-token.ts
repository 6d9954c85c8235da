import { said, wayOf } from '../case.ts';
import { bearerContrast, type WayId } from '../ways.ts';
import type { RungOf } from '../../score/methodology.ts';
import { cite, type Signal } from '../types.ts';

/** What stands in for bearer, best first, with the rung of the ladder. */
const instead: readonly [WayId, RungOf<'bearer-token'>, string][] = [
  ['other-scheme', 'other-scheme', 'a token in Authorization under another scheme word'],
  ['own-header', 'own-header', 'a key in a header of its own'],
  ['basic', 'basic', 'HTTP Basic'],
  ['query', 'query', 'a key in the query string'],
  ['cookie', 'cookie', 'a session cookie'],
];

export const bearerToken: Signal<'bearer-token'> = {
  meta: {
    id: 'bearer-token',
    title: 'Bearer token',
    question: 'Does the API take a token in the Authorization header, the one way that every client knows?',
    group: 'credential',
    reads: 'Challenges, the difference between no token, a random bearer token and an invented scheme, API descriptions, and documentation.',
    blindSpot: 'An API that answers every bad credential alike shows no difference.',
    spec: { label: 'RFC 6750 §2.1', url: 'https://www.rfc-editor.org/rfc/rfc6750.html#section-2.1' },
    fix: 'bearer-token',
  },
  judge(subject) {
    if (subject.open) return { kind: 'n/a', confidence: 'observed', summary: 'The API needs no credentials.', evidence: [] };
    const bearer = wayOf(subject, 'bearer');
    if (bearer && bearer.confidence !== 'inferred') {
      return { kind: 'rung', rung: bearer.confidence === 'verified' ? 'observed' : bearer.confidence, confidence: bearer.confidence, summary: `Bearer tokens are read: ${bearer.because}.`, evidence: cite(bearer.evidence) };
    }
    const others = instead.map(([id, rung, words]) => ({ way: wayOf(subject, id), rung, words }));
    // What is only inferred (an unknown scheme word in a challenge) speaks when nothing better does.
    for (const { way, rung, words } of [...others.filter((o) => o.way?.confidence !== 'inferred'), ...others]) {
      if (way) return { kind: 'rung', rung, confidence: way.confidence, summary: `The API takes ${words}${way.name ? ` (${way.name})` : ''}: ${way.because}.`, evidence: cite(way.evidence) };
    }
    const refused = subject.evidence.calls.find((call) => bearerContrast(call) === 'refused');
    if (refused?.bearer) return { kind: 'rung', rung: 'refused', confidence: 'observed', summary: `${refused.url} refuses bearer tokens.`, evidence: [refused.bearer.exchange] };
    const denial = said(subject, 'bearer', 'deny')[0] ?? said(subject, 'no-tokens')[0];
    if (denial) return { kind: 'rung', rung: 'refused', confidence: 'documented', summary: `The documentation says: “${denial.quote}”`, evidence: cite(denial.evidence) };
    const silent = subject.access.unobserved.length === 0 && subject.access.guarded.length > 0;
    return { kind: 'unknown', silent, confidence: 'inferred', summary: silent ? 'Nothing that we saw says how the API takes a credential: no challenge, no difference, no word in the documents.' : 'No call got far enough to tell how the API takes a credential.', evidence: cite(subject.access.guarded.map((g) => g.answer.exchange)) };
  },
};
