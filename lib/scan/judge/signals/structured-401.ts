import { cite, type Signal } from '../types.ts';

const words: Record<string, string> = {
  '401-names-error': 'answers 401 with JSON that names the error, so an agent learns what to bring',
  '401-json': 'answers 401 with JSON that names nothing an agent could act on',
  '401-challenge': 'answers 401 with a challenge, but without a JSON body',
  'json-other-status': 'tells of the missing credential in JSON, but not under the status 401',
  '401-text': 'answers 401 with text or HTML and no challenge',
  'login-redirect': 'sends a program to a login page for people',
  'no-answer-for-programs': 'answers with a page or a server error, nothing that a program could read',
};

export const structured401: Signal<'structured-401'> = {
  meta: {
    id: 'structured-401',
    title: 'Structured 401',
    question: 'When an agent calls without credentials, does the answer say so in a form it can read?',
    group: 'challenge',
    reads: 'The answers of protected endpoints to calls without credentials, beside a random path on the same base.',
    blindSpot: 'Endpoints that no document names and no convention suggests.',
    spec: { label: 'RFC 9110 §15.5.2', url: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.2' },
    fix: 'structured-401',
  },
  judge({ access, open, callable, specOnly, evidence }) {
    if (open && access.open[0]) {
      const { call, answer } = access.open[0];
      return { kind: 'rung', rung: 'success', confidence: 'observed', summary: `${call.url} answers without credentials, and nothing asks for any.`, evidence: [answer.exchange] };
    }
    const best = access.guarded[0];
    if (best) {
      const same = access.guarded.filter((g) => g.rung === best.rung);
      return { kind: 'rung', rung: best.rung, confidence: 'observed', summary: `${best.call.url} ${words[best.rung] ?? 'answered'} (HTTP ${best.answer.status}).`, evidence: cite(same.map((g) => g.answer.exchange)) };
    }
    const late = access.late[0];
    if (late) return { kind: 'rung', rung: 'json-other-status', confidence: 'observed', summary: `${late.call.url} tells of the credential only when a bad one is sent (HTTP ${late.call.bare?.status ?? ''} without, HTTP ${late.answer.status} with).`, evidence: cite(late.call.bare ? [late.call.bare.exchange] : [], [late.answer.exchange]) };
    if (specOnly) {
      const documents = evidence.descriptions.some((d) => d.documents401);
      if (documents) return { kind: 'rung', rung: '401-json', confidence: 'declared', summary: 'The API description documents a 401; what its body names only a call would show.', evidence: [] };
      return { kind: 'unknown', silent: true, confidence: 'declared', summary: 'The API description does not say how a call without credentials is answered.', evidence: [] };
    }
    const lost = access.unobserved[0];
    if (lost) {
      const ids = [...(lost.bare ? [lost.bare.exchange] : []), ...lost.failures.map((f) => f.exchange)];
      return { kind: 'unknown', silent: false, confidence: 'observed', summary: `No call to a protected endpoint got an answer from the API itself${lost.bare?.wall ? ` (${lost.bare.wall})` : ''}.`, evidence: cite(ids) };
    }
    if (!callable) return { kind: 'unknown', silent: false, confidence: 'inferred', summary: 'No endpoint was found to call.', evidence: [] };
    return { kind: 'unknown', silent: false, confidence: 'inferred', summary: 'No protected endpoint was found to call: those that answered did not ask for credentials.', evidence: cite(access.open.map((o) => o.answer.exchange)) };
  },
};
