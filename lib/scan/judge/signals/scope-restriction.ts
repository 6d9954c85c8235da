import { couldRead, said } from '../case.ts';
import { cite, type Signal } from '../types.ts';

export const scopeRestriction: Signal<'scope-restriction'> = {
  meta: {
    id: 'scope-restriction',
    title: 'Scope restriction',
    question: 'Can a credential be limited to less than everything?',
    group: 'scope',
    reads: 'scopes_supported, scopes in API descriptions and challenges, and permissions per key in the documentation.',
    blindSpot: 'Permissions that appear only after signing in.',
    spec: { label: 'RFC 6749 §3.3', url: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-3.3' },
    fix: 'scope-restriction',
  },
  judge(subject) {
    const { evidence, open } = subject;
    if (open) return { kind: 'n/a', confidence: 'observed', summary: 'The API needs no credentials.', evidence: [] };
    const resource = evidence.protectedResources.find((r) => (r.scopes?.length ?? 0) > 0);
    if (resource?.scopes) return { kind: 'rung', rung: 'scoped', confidence: 'declared', summary: `The protected resource lists ${resource.scopes.length} scopes, such as ${resource.scopes.slice(0, 3).join(', ')}.`, evidence: cite(resource.evidence) };
    const described = evidence.descriptions.flatMap((d) => d.schemes.flatMap((s) => s.flows.map((f) => ({ scopes: f.scopes, evidence: d.evidence })))).sort((a, b) => b.scopes.length - a.scopes.length)[0];
    if (described && described.scopes.length > 0) return { kind: 'rung', rung: 'scoped', confidence: 'declared', summary: `The API description lists ${described.scopes.length} scopes, such as ${described.scopes.slice(0, 3).join(', ')}.`, evidence: cite(described.evidence) };
    // RFC 8414 §2 lets a server leave scopes out of its metadata, so an absent list proves nothing.
    const server = [...subject.issuers].sort((a, b) => (b.scopes?.length ?? 0) - (a.scopes?.length ?? 0))[0];
    if (server?.scopes && server.scopes.length > 0) return { kind: 'rung', rung: 'scoped', confidence: 'declared', summary: `The issuer lists ${server.scopes.length} scopes, such as ${server.scopes.slice(0, 3).join(', ')}.`, evidence: cite(server.evidence) };
    for (const call of evidence.calls) {
      const challenge = call.bare?.challenges.find((c) => c.parameters['scope']);
      if (call.bare && challenge) return { kind: 'rung', rung: 'scoped', confidence: 'observed', summary: `The challenge of ${call.url} names the scope ${challenge.parameters['scope'] ?? ''}.`, evidence: [call.bare.exchange] };
    }
    const scopes = said(subject, 'scopes')[0];
    if (scopes) return { kind: 'rung', rung: 'scoped', confidence: 'documented', summary: `A credential can be limited: “${scopes.quote}”`, evidence: cite(scopes.evidence) };
    const roles = said(subject, 'roles')[0];
    if (roles) return { kind: 'rung', rung: 'roles', confidence: 'documented', summary: `Only by role: “${roles.quote}”`, evidence: cite(roles.evidence) };
    const none = said(subject, 'no-scopes')[0];
    if (none) return { kind: 'rung', rung: 'none', confidence: 'documented', summary: `Every credential can do everything: “${none.quote}”`, evidence: cite(none.evidence) };
    return { kind: 'unknown', silent: couldRead(subject), confidence: 'inferred', summary: 'None was seen: nothing public says that a credential can be limited.', evidence: [] };
  },
};
