import { originOf } from '../origin.ts';
import { cite, type Signal } from '../types.ts';

export const oauthDiscovery: Signal<'oauth-discovery'> = {
  meta: {
    id: 'oauth-discovery',
    title: 'OAuth discovery',
    question: 'Can an agent find the token endpoint by itself, from documents at standard places?',
    group: 'discovery',
    reads: 'RFC 8414, OpenID Connect and RFC 9728 documents at the places that the standards derive, and in challenges.',
    blindSpot: 'Metadata under an issuer path that nothing names.',
    spec: { label: 'RFC 8414 §3', url: 'https://www.rfc-editor.org/rfc/rfc8414.html#section-3' },
    fix: 'metadata',
  },
  judge(subject) {
    const { evidence, oauth } = subject;
    const servers = subject.issuers;
    const valid = servers.find((s) => s.standardPlace && s.conformance === 'conforming') ?? servers.find((s) => s.standardPlace && s.conformance === 'sloppy');
    if (valid) return { kind: 'rung', rung: 'valid', confidence: 'declared', summary: `${valid.url} describes the issuer ${valid.issuer}.`, evidence: cite(valid.evidence) };
    const pretended = evidence.authorizationServers.find((s) => !servers.includes(s));
    if (pretended && servers.length === 0) return { kind: 'rung', rung: 'faulty', confidence: 'observed', summary: `${pretended.url} names the token endpoint ${pretended.tokenEndpoint ?? ''}, and nothing answers there as one.`, evidence: cite(pretended.evidence, evidence.tokenEndpoints.flatMap((t) => t.evidence)) };
    const faulty = servers[0];
    if (faulty) {
      const why = faulty.faults[0] ?? 'nothing leads there: no challenge, document or page names its issuer';
      return { kind: 'rung', rung: 'faulty', confidence: 'declared', summary: `Metadata exists at ${faulty.url}, but ${why}.`, evidence: cite(faulty.evidence) };
    }
    const resource = evidence.protectedResources.find((r) => r.conformance !== 'non-conforming');
    if (resource) return { kind: 'rung', rung: 'faulty', confidence: 'declared', summary: `${resource.url} describes the protected resource, but no issuer that it names has valid metadata.`, evidence: cite(resource.evidence) };
    const malformed = evidence.metadataLookups.find((l) => l.outcome === 'malformed');
    if (malformed) return { kind: 'rung', rung: 'faulty', confidence: 'observed', summary: `The document at ${malformed.url} is not usable: ${malformed.problem}.`, evidence: cite(malformed.evidence) };
    const looked = evidence.metadataLookups.filter((l) => l.outcome === 'absent');
    if (!oauth && looked.length > 0) return { kind: 'n/a', confidence: 'observed', summary: 'No OAuth was found, so there is nothing to discover; a documented security scheme serves instead.', evidence: cite(looked.flatMap((l) => l.evidence).slice(0, 2)) };
    if (looked.length === 0) return { kind: 'unknown', silent: false, confidence: 'inferred', summary: 'No place for metadata gave an answer of its own.', evidence: cite(evidence.metadataLookups.flatMap((l) => l.evidence)) };
    const endpoint = evidence.tokenEndpoints.find((t) => t.life !== 'dead');
    // Metadata stands first of all beside the token endpoint: where those places gave no answer, other hosts prove nothing.
    const beside = endpoint ? evidence.metadataLookups.filter((l) => originOf(l.url) === originOf(endpoint.url)) : [];
    if (endpoint && beside.length > 0 && beside.every((l) => l.outcome === 'unobserved')) return { kind: 'unknown', silent: false, confidence: 'inferred', summary: `No place for metadata beside the token endpoint ${endpoint.url} gave an answer of its own.`, evidence: cite(beside.flatMap((l) => l.evidence)) };
    if (endpoint) return { kind: 'rung', rung: 'token-endpoint-only', confidence: 'observed', summary: `The token endpoint ${endpoint.url} is known only from ${endpoint.via === 'description' ? 'the API description' : 'the documentation'}: no metadata was found at ${looked.length} places.`, evidence: cite(looked.flatMap((l) => l.evidence)) };
    return { kind: 'rung', rung: 'none', confidence: 'observed', summary: `OAuth is spoken of, but no metadata was found at ${looked.length} places.`, evidence: cite(looked.flatMap((l) => l.evidence)) };
  },
};
