/** The grants, a row each in report order: what each asks of a person (STANDARDS §4), and whether it is offered. */
import { grantWords } from '../vocabulary.ts';
import type { FlowResult } from '../schema/report.ts';
import type { GrantId } from '../types.ts';
import type { Case } from './case.ts';
import { rfc, type Spec } from './types.ts';

export interface Flow {
  meta: { id: GrantId; title: string; spec: Spec; about: string };
  verdict(subject: Case): FlowResult['verdict'];
}

/** A person is asked once when a refresh token carries on afterwards; when nothing says that one is denied, that is assumed. */
export const onceIfRenewed = (subject: Case): FlowResult['verdict'] =>
  subject.grants.refresh_token.offered === 'no' ? 'human-each-time' : 'human-once';

const flow = (id: GrantId, spec: Spec, about: string, verdict: Flow['verdict']): Flow => ({
  meta: { id, title: grantWords[id].name, spec, about },
  verdict,
});

export const flows: readonly Flow[] = [
  flow(
    'client_credentials',
    rfc(6749, '4.4'),
    'The program trades its client id and secret for a token. Nobody else is asked.',
    () => 'agent-friendly',
  ),
  flow(
    'jwt_bearer',
    rfc(7523, '2.1'),
    'The program signs an assertion with a key that was registered once.',
    (subject) => (subject.assertsPeople ? 'human-once' : 'agent-friendly'),
  ),
  flow(
    'authorization_code',
    rfc(6749, '4.1'),
    'A person signs in with a browser and clicks Allow; the program gets a code and trades it for a token.',
    onceIfRenewed,
  ),
  flow(
    'authorization_code_pkce',
    rfc(7636),
    'The same, with a proof that whoever started it also ends it.',
    onceIfRenewed,
  ),
  flow(
    'device_code',
    rfc(8628),
    'The program shows a code; a person types it on another device, once.',
    () => 'human-once',
  ),
  flow(
    'refresh_token',
    rfc(6749, '6'),
    'After a person has agreed once, the program gets the next token by itself.',
    () => 'human-once',
  ),
  flow(
    'token_exchange',
    rfc(8693),
    'A token already held is traded for another; it needs whoever gave the first.',
    (subject) =>
      subject.federated || subject.grants.client_credentials.offered === 'yes' ? 'agent-friendly' : 'human-once',
  ),
  flow('password', rfc(9700, '2.4'), 'The program is handed a person’s password. Deprecated.', () => 'deprecated'),
  flow(
    'implicit',
    rfc(9700, '2.1.2'),
    'The token comes back in the address bar of a browser. Deprecated.',
    () => 'deprecated',
  ),
];

/** The flow's row of the report. */
export function judgeFlow(flow: Flow, subject: Case): FlowResult {
  const view = subject.grants[flow.meta.id];
  const lead = view.offered === 'yes' ? 'Offered' : view.offered === 'no' ? 'Not offered' : 'Not known';
  return {
    id: flow.meta.id,
    offered: view.offered,
    verdict: flow.verdict(subject),
    confidence: view.confidence,
    summary: `${lead}: ${view.because}.`,
    evidence: view.evidence,
  };
}
