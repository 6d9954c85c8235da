import { couldRead, said } from '../case.ts';
import { cite, type Signal } from '../types.ts';

const beyondTheKey = /\b(data|scopes?|features?|permissions?|tiers?|quotas?)\b[^.;]{0,60}\b(needs?|requires?|(is|are) subject to)\b[^.;]{0,30}\b(approval|review)/i;

export const selfServiceKeys: Signal<'self-service-keys'> = {
  meta: {
    id: 'self-service-keys',
    title: 'Self-service keys',
    question: 'Can the owner of an agent get credentials at once, without anybody’s approval?',
    group: 'self-service',
    reads: 'Registration endpoints, client ID metadata documents, and what the documentation and key pages say.',
    blindSpot: 'What happens after a form is sent: the scanner never sends one.',
    spec: { label: 'RFC 7591 §3', url: 'https://www.rfc-editor.org/rfc/rfc7591.html#section-3' },
    fix: 'self-service-keys',
  },
  judge(subject) {
    const { evidence, surface, open } = subject;
    if (open) return { kind: 'n/a', confidence: 'observed', summary: 'The API needs no credentials.', evidence: [] };
    const registration = evidence.registrations.find((r) => r.state === 'open');
    if (registration) return { kind: 'rung', rung: 'open-registration', confidence: 'observed', summary: `${registration.url} registers clients without a person (${registration.reason}).`, evidence: cite(registration.evidence) };
    const cimd = subject.issuers.find((s) => s.clientIdMetadataDocument && s.conformance !== 'non-conforming');
    if (cimd) return { kind: 'rung', rung: 'open-registration', confidence: 'declared', summary: `${cimd.issuer} takes client ID metadata documents, so no registration is needed.`, evidence: cite(cimd.evidence) };
    const anonymous = subject.issuers.find((s) => s.agentIdentityTypes?.includes('anonymous'));
    if (anonymous) return { kind: 'rung', rung: 'open-registration', confidence: 'declared', summary: `${anonymous.issuer} gives anonymous agents an identity of their own.`, evidence: cite(anonymous.evidence) };
    const instant = said(subject, 'self-service');
    // Approval of more data, a scope or a feature comes after the key, and says nothing of who gives it out.
    const approval = said(subject, 'approval').filter((s) => !beyondTheKey.test(s.quote));
    if (instant[0] && approval.length === 0) return { kind: 'rung', rung: 'instant-keys', confidence: 'documented', summary: `Keys at once: “${instant[0].quote}”`, evidence: cite(instant.flatMap((s) => s.evidence)) };
    if (instant[0] && approval[0]) {
      // Both are said: a decisive word on keys made by oneself stands against a likely word on approval of something else (STANDARDS WD2, WD4).
      const decisive = instant.some((s) => s.strength === 3) && !approval.some((s) => s.strength === 3);
      if (decisive) return { kind: 'rung', rung: 'instant-keys', confidence: 'documented', summary: `Keys at once: “${instant[0].quote}”, though elsewhere: “${approval[0].quote}”`, evidence: cite(instant[0].evidence, approval[0].evidence) };
      return { kind: 'rung', rung: 'sign-up', confidence: 'documented', summary: `Some credentials are made by oneself (“${instant[0].quote}”), others need approval (“${approval[0].quote}”).`, evidence: cite(instant[0].evidence, approval[0].evidence) };
    }
    if (approval[0]) return { kind: 'rung', rung: 'approval', confidence: 'documented', summary: `Somebody has to approve: “${approval[0].quote}”`, evidence: cite(approval.flatMap((s) => s.evidence)) };
    const none = said(subject, 'no-tokens')[0];
    if (none) return { kind: 'n/a', confidence: 'documented', summary: `No keys are offered: “${none.quote}”`, evidence: cite(none.evidence) };
    const signUp = said(subject, 'sign-up')[0];
    if (signUp) return { kind: 'rung', rung: 'sign-up', confidence: 'documented', summary: `A person signs up first: “${signUp.quote}”. Nothing says whether anybody approves.`, evidence: cite(signUp.evidence) };
    const page = surface.keyPages.find((p) => p.kind === 'keys') ?? surface.keyPages.find((p) => p.kind === 'sign-up');
    // A sign-up page alone may be for shoppers; it counts only where developer documentation was found beside it.
    if (page && (page.kind === 'keys' || surface.docs.length > 0)) return { kind: 'rung', rung: 'sign-up', confidence: 'inferred', summary: `There is a page to sign up at (${page.url}); nothing says whether anybody approves.`, evidence: cite(page.evidence) };
    return { kind: 'unknown', silent: couldRead(subject), confidence: 'inferred', summary: 'Nothing public says how to get a credential.', evidence: cite(surface.docs.flatMap((d) => d.evidence)) };
  },
};
