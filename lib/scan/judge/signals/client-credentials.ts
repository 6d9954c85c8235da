import { couldRead, machineGrant, staticKey, type Case } from '../case.ts';
import type { RungOf } from '../../dimensions/index.ts';
import { notApplicable, onRung, rfc, unknown, type Signal } from '../types.ts';

/** The offered grant that comes nearest to one for machines. */
function nearestTo({ grants }: Case): RungOf<'client-credentials'> {
  const order = [
    ['device_code', 'device-code-only'],
    ['authorization_code', 'authorization-code-only'],
    ['implicit', 'implicit-only'],
  ] as const;
  return order.find(([grant]) => grants[grant].offered === 'yes')?.[1] ?? 'denied';
}

export const clientCredentials: Signal<'client-credentials'> = {
  meta: {
    id: 'client-credentials',
    title: 'Client credentials',
    question: 'Can a program trade a client id and secret for a token, with no person involved?',
    reads:
      'Metadata, API descriptions, documentation, and how the token endpoint treats this grant compared with one that cannot exist.',
    blindSpot: 'A token endpoint that checks the client first hides which grants it knows.',
    spec: rfc(6749, '4.4'),
    fix: 'client-credentials',
  },
  judge(subject) {
    const { grants, oauth } = subject;
    const cc = grants.client_credentials;
    if (cc.offered === 'yes') {
      const rung =
        cc.confidence === 'observed' || cc.confidence === 'verified'
          ? 'observed'
          : cc.confidence === 'declared'
            ? 'declared'
            : 'documented';
      return onRung(rung, cc.confidence, `The client_credentials grant is offered: ${cc.because}.`, cc.evidence);
    }
    const machine = machineGrant(subject);
    const told = machine?.confidence === 'documented';
    if (machine && machine === subject.federated)
      return onRung(
        told ? 'federated-documented' : 'federated',
        machine.confidence,
        `A workload trades a token that its own platform signed, with no secret to store: ${machine.because}.`,
        machine.evidence,
      );
    if (machine)
      return onRung(
        told ? 'machine-grant-documented' : 'machine-grant',
        machine.confidence,
        `Not client_credentials, but a program can use ${machine.id}: ${machine.because}.`,
        machine.evidence,
      );
    if (cc.offered === 'no') {
      const nearest = nearestTo(subject);
      return onRung(nearest, cc.confidence, `The client_credentials grant is not offered: ${cc.because}.`, cc.evidence);
    }
    if (!oauth && staticKey(subject))
      return notApplicable('inferred', 'No OAuth was found: the API takes static credentials.');
    const asked = subject.evidence.tokenEndpoints.find((t) => t.life !== 'dead');
    const silent = asked ? asked.life === 'alive' : couldRead(subject);
    return unknown(
      silent,
      asked ? 'observed' : 'inferred',
      asked
        ? `The token endpoint does not reveal whether it knows the grant: ${asked.reason}.`
        : 'Nothing published mentions this grant.',
      asked?.evidence ?? [],
    );
  },
};
