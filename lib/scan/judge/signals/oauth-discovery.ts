import { counted } from '../../counted.ts';
import { staticKey, type Case } from '../case.ts';
import { originOf } from '../origin.ts';
import { notApplicable, onRung, rfc, unknown, type Finding, type Signal } from '../types.ts';

/** A challenge that names metadata which is not there: a client that follows it stops (RFC 9728 §5.1). */
export function deadChallenge({ evidence }: Case): { call: string; url: string; evidence: string[] } | null {
  for (const { url, bare } of evidence.calls)
    for (const { parameters } of bare?.challenges ?? []) {
      const named = parameters['resource_metadata'];
      const found = evidence.metadataLookups.filter((l) => l.url === named);
      if (bare && named && found.length > 0 && found.every((l) => l.outcome === 'absent'))
        return { call: url, url: named, evidence: [bare.exchange, ...found.flatMap((l) => l.evidence)] };
    }
  return null;
}

/**
 * Places of authorization server metadata that gave no answer of their own, on the origins where it stands first of all: beside the token
 * endpoint where one is known, else beside the API. What other hosts say instead proves nothing.
 */
function unseenPlaces({ evidence, surface }: Case): Case['evidence']['metadataLookups'] {
  const endpoint = evidence.tokenEndpoints.find((t) => t.life !== 'dead');
  const origins = new Set(
    endpoint ? [originOf(endpoint.url)] : [...surface.apiBases, ...evidence.calls].map(({ url }) => originOf(url)),
  );
  const beside = evidence.metadataLookups.filter(
    (l) => origins.has(originOf(l.url)) && !l.url.includes('/.well-known/oauth-protected-resource'),
  );
  const unseen = beside.filter((l) => l.outcome === 'unobserved');
  return unseen.length > 0 && (!endpoint || unseen.length === beside.length) ? unseen : [];
}

/** What is published, and how good it is. */
function published({ evidence, issuers: servers, handshake }: Case): Finding<'oauth-discovery'> | null {
  const valid =
    servers.find((s) => s.standardPlace && s.conformance === 'conforming') ??
    servers.find((s) => s.standardPlace && s.conformance === 'sloppy');
  const proved =
    handshake?.token && servers.find((s) => s.standardPlace && s.tokenEndpoint === handshake.fact.tokenEndpoint);
  if (proved && proved === valid)
    return onRung(
      'valid',
      'verified',
      `${valid.url} describes the issuer ${valid.issuer}, and its token endpoint gave a token.`,
      [...valid.evidence, handshake.token?.exchange ?? ''],
    );
  if (valid) return onRung('valid', 'declared', `${valid.url} describes the issuer ${valid.issuer}.`, valid.evidence);
  const pretended = evidence.authorizationServers.find((s) => !servers.includes(s));
  if (pretended && servers.length === 0)
    return onRung(
      'faulty',
      'observed',
      `${pretended.url} names the token endpoint ${pretended.tokenEndpoint ?? ''}, and nothing answers there as one.`,
      [...pretended.evidence, ...evidence.tokenEndpoints.flatMap((t) => t.evidence)],
    );
  const faulty = servers[0];
  if (faulty) {
    const why = faulty.faults[0] ?? 'nothing leads there: no challenge, document or page names its issuer';
    return onRung('faulty', 'declared', `Metadata exists at ${faulty.url}, but ${why}.`, faulty.evidence);
  }
  const resource = evidence.protectedResources.find((r) => r.conformance !== 'non-conforming');
  if (resource)
    return onRung(
      'faulty',
      'declared',
      `${resource.url} describes the protected resource, but no issuer that it names has valid metadata.`,
      resource.evidence,
    );
  const malformed = evidence.metadataLookups.find((l) => l.outcome === 'malformed');
  if (malformed)
    return onRung(
      'faulty',
      'observed',
      `The document at ${malformed.url} is not usable: ${malformed.problem}.`,
      malformed.evidence,
    );
  return null;
}

export const oauthDiscovery: Signal<'oauth-discovery'> = {
  meta: {
    id: 'oauth-discovery',
    title: 'OAuth discovery',
    question: 'Can an agent find the token endpoint by itself, from documents at standard addresses?',
    reads:
      'RFC 8414, OpenID Connect and RFC 9728 documents at the addresses that the standards derive, and in challenges.',
    blindSpot: 'Metadata under an issuer path that nothing names.',
    spec: rfc(8414, '3'),
    fix: 'metadata',
  },
  judge(subject) {
    const { evidence, oauth } = subject;
    const servers = subject.issuers;
    const dead = deadChallenge(subject);
    if (dead)
      return onRung(
        servers.length > 0 ? 'faulty' : 'none',
        'observed',
        `The challenge of ${dead.call} leads to ${dead.url}, where there is no metadata.`,
        dead.evidence,
      );
    const found = published(subject);
    if (found) return found;
    const looked = evidence.metadataLookups.filter((l) => l.outcome === 'absent');
    // The ways in are known and none of them is OAuth: there is nothing to discover.
    const without = staticKey(subject) !== null || evidence.descriptions.some((d) => d.schemes.length > 0);
    const walled = unseenPlaces(subject);
    if (walled[0] && !staticKey(subject))
      return unknown(
        false,
        'inferred',
        `Whether metadata is published could not be seen: ${walled[0].url} gave no answer of its own (${walled[0].problem}).`,
        walled.flatMap((l) => l.evidence),
      );
    if (!oauth && looked.length > 0 && !without)
      return unknown(
        true,
        'inferred',
        `Nothing published says where tokens come from: no metadata was found at ${counted(looked.length, 'address', 'addresses')}.`,
        looked.flatMap((l) => l.evidence),
      );
    if (!oauth && looked.length > 0)
      return notApplicable(
        'observed',
        'No OAuth was found, so there is nothing to discover; a documented security scheme serves instead.',
        looked.flatMap((l) => l.evidence).slice(0, 2),
      );
    if (looked.length === 0)
      return unknown(
        false,
        'inferred',
        'None of the addresses for metadata gave an answer of its own.',
        evidence.metadataLookups.flatMap((l) => l.evidence),
      );
    const endpoint = evidence.tokenEndpoints.find((t) => t.life !== 'dead');
    if (endpoint)
      return onRung(
        'token-endpoint-only',
        'observed',
        `The token endpoint ${endpoint.url} is known only from ${endpoint.via === 'description' ? 'the API description' : 'the documentation'}: no metadata was found at ${counted(looked.length, 'address', 'addresses')}.`,
        looked.flatMap((l) => l.evidence),
      );
    return onRung(
      'none',
      'observed',
      `OAuth is mentioned, but no metadata was found at ${counted(looked.length, 'address', 'addresses')}.`,
      looked.flatMap((l) => l.evidence),
    );
  },
};
