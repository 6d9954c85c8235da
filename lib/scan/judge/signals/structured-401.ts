import type { Handshake } from '../handshake.ts';
import { onRung, rfc, unknown, type Finding, type Signal } from '../types.ts';

const words: Record<string, string> = {
  '401-names-error': 'answers 401 with JSON that names the error, so an agent learns what to bring',
  '401-json': 'answers 401 with JSON that names nothing an agent could act on',
  '401-challenge': 'answers 401 with a challenge, but without a JSON body',
  'json-other-status': 'reports the missing credential in its body, but not with the status 401',
  '401-text': 'answers 401 with text or HTML and no challenge',
  'login-redirect': 'sends a program to a login page for people',
  'no-answer-for-programs': 'answers with a page or a server error, nothing that a program could read',
};

/** The 200 that the ladder begins with: the owner's credential opened the call, and without it the API says so in a form that a program reads. */
function answered({ letIn, refusal }: Handshake): Finding<'structured-401'> | null {
  if (!letIn || !refusal) return null;
  return onRung(
    'success',
    'verified',
    `${letIn.url} answers your credential with HTTP ${letIn.answer?.status ?? 200}, and a missing or a damaged one with HTTP ${refusal.answer.status} in a form that a program reads.`,
    [letIn.exchange, refusal.call.exchange],
  );
}

export const structured401: Signal<'structured-401'> = {
  meta: {
    id: 'structured-401',
    title: 'Structured 401',
    question: 'When an agent calls without credentials, does the answer say so in a form it can read?',
    reads:
      'The answers of protected endpoints to calls without credentials, compared with a random path on the same base.',
    blindSpot: 'Endpoints that no document names and no convention suggests.',
    spec: rfc(9110, '15.5.2'),
    fix: 'structured-401',
  },
  judge({ access, answersAnybody, callable, specOnly, evidence, handshake }) {
    const success = handshake && answered(handshake);
    if (success) return success;
    if (answersAnybody && access.open[0]) {
      const { call, answer } = access.open[0];
      return onRung('success', 'observed', `${call.url} answers without credentials, and nothing asks for any.`, [
        answer.exchange,
      ]);
    }
    const best = access.guarded[0];
    if (best) {
      const same = access.guarded.filter((g) => g.rung === best.rung);
      return onRung(
        best.rung,
        'observed',
        `${best.call.url} ${words[best.rung] ?? 'answered'} (HTTP ${best.answer.status}).`,
        same.map((g) => g.answer.exchange),
      );
    }
    const late = access.late[0];
    if (late)
      return onRung(
        'json-other-status',
        'observed',
        `${late.call.url} mentions the credential only when a bad one is sent (HTTP ${late.call.bare?.status ?? ''} without, HTTP ${late.answer.status} with).`,
        [...(late.call.bare ? [late.call.bare.exchange] : []), late.answer.exchange],
      );
    if (specOnly) {
      const documents = evidence.descriptions.some((d) => d.documents401);
      if (documents)
        return onRung(
          '401-json',
          'declared',
          'The API description documents a 401; only a call would show what its body names.',
        );
      return unknown(true, 'declared', 'The API description does not say how a call without credentials is answered.');
    }
    const lost = access.unobserved[0];
    if (lost) {
      const ids = [...(lost.bare ? [lost.bare.exchange] : []), ...lost.failures.map((f) => f.exchange)];
      return unknown(
        false,
        'observed',
        `No call to a protected endpoint got an answer from the API itself${lost.bare?.wall ? ` (${lost.bare.wall})` : ''}.`,
        ids,
      );
    }
    if (!callable) return unknown(false, 'inferred', 'No endpoint was found to call.');
    return unknown(
      false,
      'inferred',
      'No protected endpoint was found to call: those that answered did not ask for credentials.',
      access.open.map((o) => o.answer.exchange),
    );
  },
};
