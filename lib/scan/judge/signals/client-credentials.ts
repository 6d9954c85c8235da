import { couldRead, machineGrant, staticKey } from '../case.ts';
import { cite, type Signal } from '../types.ts';

export const clientCredentials: Signal<'client-credentials'> = {
  meta: {
    id: 'client-credentials',
    title: 'Client credentials',
    question: 'Can a program trade a client id and secret for a token, with no person involved?',
    group: 'credential',
    reads: 'Metadata, API descriptions, documentation, and how the token endpoint treats this grant beside one that cannot exist.',
    blindSpot: 'A token endpoint that checks the client first hides which grants it knows.',
    spec: { label: 'RFC 6749 §4.4', url: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4' },
    fix: 'client-credentials',
  },
  judge(subject) {
    const { grants, oauth, open } = subject;
    const cc = grants.client_credentials;
    if (open) return { kind: 'n/a', confidence: 'observed', summary: 'The API needs no credentials.', evidence: [] };
    if (cc.offered === 'yes') {
      const rung = cc.confidence === 'observed' || cc.confidence === 'verified' ? 'observed' : cc.confidence === 'declared' ? 'declared' : 'documented';
      return { kind: 'rung', rung, confidence: cc.confidence, summary: `The client_credentials grant is offered: ${cc.because}.`, evidence: cite(cc.evidence) };
    }
    const machine = machineGrant(subject);
    if (machine) return { kind: 'rung', rung: 'machine-grant', confidence: machine.confidence, summary: `Not client_credentials, but a program can use ${machine.id}: ${machine.because}.`, evidence: cite(machine.evidence) };
    if (cc.offered === 'no') {
      const nearest = grants.device_code.offered === 'yes' ? 'device-code-only' : grants.authorization_code.offered === 'yes' ? 'authorization-code-only' : grants.implicit.offered === 'yes' ? 'implicit-only' : 'denied';
      return { kind: 'rung', rung: nearest, confidence: cc.confidence, summary: `The client_credentials grant is not offered: ${cc.because}.`, evidence: cite(cc.evidence) };
    }
    if (!oauth && staticKey(subject)) return { kind: 'n/a', confidence: 'inferred', summary: 'No OAuth was found: the API takes static credentials.', evidence: [] };
    const asked = subject.evidence.tokenEndpoints.find((t) => t.life !== 'dead');
    const silent = asked ? asked.life === 'alive' : couldRead(subject);
    return { kind: 'unknown', silent, confidence: asked ? 'observed' : 'inferred', summary: asked ? `The token endpoint does not let on whether it knows the grant: ${asked.reason}.` : 'Nothing public speaks of this grant.', evidence: cite(asked?.evidence ?? []) };
  },
};
