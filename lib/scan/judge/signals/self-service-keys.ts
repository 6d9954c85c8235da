import { couldRead, machineGrant, said, signUpCall, type Case } from '../case.ts';
import { notApplicable, onRung, rfc, unknown, type Signal } from '../types.ts';

/** Nothing was seen to be missing at the place where metadata sends an agent for its identity. */
const standsThere = ({ agentEndpoint }: Case['issuers'][number], { evidence }: Case): boolean =>
  !evidence.registrations.some((r) => r.url === agentEndpoint && r.state === 'absent');

/** There is no key to get: none is offered, or none is needed. */
function withoutKeys(subject: Case): ReturnType<typeof notApplicable> | null {
  const none = said(subject, 'no-tokens')[0];
  if (none) return notApplicable('documented', `No keys are offered: “${none.quote}”`, none.evidence);
  const free = subject.answersAnybody ? said(subject, 'open')[0] : undefined;
  return free ? notApplicable('documented', `No key is needed: “${free.quote}”`, free.evidence) : null;
}

/** A page on which a key is had. A sign-up page alone may be for shoppers; it counts only where developer documentation and an API were found beside it. */
const keyPage = ({ surface: { keyPages, docs }, callable }: Case): Case['surface']['keyPages'][number] | undefined =>
  keyPages.find(({ kind }) => kind === 'keys') ??
  keyPages.find(({ kind }) => kind === 'sign-up' && docs.length > 0 && callable);

export const selfServiceKeys: Signal<'self-service-keys'> = {
  meta: {
    id: 'self-service-keys',
    title: 'Self-service keys',
    question: 'Can the owner of an agent get credentials at once, without anybody’s approval?',
    reads: 'Registration endpoints, client ID metadata documents, and what the documentation and key pages say.',
    blindSpot: 'What happens after a form is submitted: the scanner never submits one.',
    spec: rfc(7591, '3'),
    fix: 'self-service-keys',
  },
  judge(subject) {
    const { evidence, surface } = subject;
    const call = signUpCall(subject);
    if (call)
      return onRung(
        'agent-sign-up',
        'declared',
        `An agent signs up by itself: the API description says that POST ${call.path} needs no credentials and answers with one.`,
        call.evidence,
      );
    const registration = evidence.registrations.find((r) => r.state === 'open');
    // A client alone gets no token where every grant takes a person.
    const people =
      !machineGrant(subject) && subject.grants.authorization_code.offered === 'yes'
        ? ' A client at once, but a person signs in.'
        : '';
    if (registration)
      return onRung(
        'open-registration',
        'observed',
        `${registration.url} registers clients without a person (${registration.reason}).${people}`,
        registration.evidence,
      );
    const cimd = subject.issuers.find((s) => s.clientIdMetadataDocument && s.conformance !== 'non-conforming');
    if (cimd)
      return onRung(
        'open-registration',
        'declared',
        `${cimd.issuer} takes client ID metadata documents, so no registration is needed.${people}`,
        cimd.evidence,
      );
    const anonymous = subject.issuers.find(
      (s) => s.agentIdentityTypes?.includes('anonymous') && standsThere(s, subject),
    );
    if (anonymous)
      return onRung(
        'open-registration',
        'declared',
        `${anonymous.issuer} gives anonymous agents an identity of their own.`,
        anonymous.evidence,
      );
    const instant = said(subject, 'self-service');
    const keys = instant.some((s) => s.credential === 'key' && s.strength === 3 && s.environment !== 'test');
    // Approval of more data, a scope or a feature comes after the key, and says nothing of who gives it out; a client that acts for
    // others is another credential than a key that one makes oneself.
    const approval = said(subject, 'approval').filter(
      (s) => s.condition !== 'scope' && !(keys && s.credential === 'client'),
    );
    if (instant[0] && approval.length === 0)
      return onRung(
        'instant-keys',
        'documented',
        `Keys at once: “${instant[0].quote}”`,
        instant.flatMap((s) => s.evidence),
      );
    if (instant[0] && approval[0]) {
      // Both are said: a decisive word on keys made by oneself stands against a likely word on approval of something else (STANDARDS WD2, WD4).
      const decisive = instant.some((s) => s.strength === 3) && !approval.some((s) => s.strength === 3);
      if (decisive)
        return onRung(
          'instant-keys',
          'documented',
          `Keys at once: “${instant[0].quote}”, though elsewhere: “${approval[0].quote}”`,
          [...instant[0].evidence, ...approval[0].evidence],
        );
      return onRung(
        'sign-up',
        'documented',
        `Some credentials are self-service (“${instant[0].quote}”), others need approval (“${approval[0].quote}”).`,
        [...instant[0].evidence, ...approval[0].evidence],
      );
    }
    if (approval[0])
      return onRung(
        'approval',
        'documented',
        `Somebody has to approve: “${approval[0].quote}”`,
        approval.flatMap((s) => s.evidence),
      );
    const keyless = withoutKeys(subject);
    if (keyless) return keyless;
    const signUp = said(subject, 'sign-up')[0];
    if (signUp)
      return onRung(
        'sign-up',
        'documented',
        `A person signs up first: “${signUp.quote}”. Nothing says whether anybody approves.`,
        signUp.evidence,
      );
    const page = keyPage(subject);
    if (page)
      return onRung(
        'sign-up',
        'inferred',
        `There is a sign-up page (${page.url}); nothing says whether anybody approves.`,
        page.evidence,
      );
    return unknown(
      couldRead(subject),
      'inferred',
      'Nothing published says how to get a credential.',
      surface.docs.flatMap((d) => d.evidence),
    );
  },
};
