/** Looks up authorization server and protected resource metadata, and keeps a record of every place looked at. */
import { metadataUrls, protectedResourceUrls, readAuthorizationServer, readProtectedResource } from '../protocol/metadata.ts';
import type { AuthorizationServer, Evidence, ProtectedResource, Via } from '../types.ts';
import type { Scout } from './scout.ts';

export interface MetadataBook {
  servers: AuthorizationServer[];
  resources: ProtectedResource[];
  lookups: Evidence['metadataLookups'];
}

export interface Lookup {
  url: string;
  what: 'oauth' | 'oidc' | 'resource';
  /** Issuer or resource identifier that the URL was derived from; null when the document was named outright. */
  expected: string | null;
  via: Via;
  /** The standards' walk leads here (root of the API's or issuer's host, a challenge, a named issuer), not a guess of ours. */
  standardPlace: boolean;
}

/** Lookups for the root of an origin: RFC 8414 §3.1, OIDC Discovery §4, RFC 9728 §3.1. */
export function rootLookups(origin: string, via: Via, which: readonly Lookup['what'][]): Lookup[] {
  const all: Lookup[] = [
    { url: `${origin}/.well-known/oauth-authorization-server`, what: 'oauth', expected: origin, via, standardPlace: true },
    { url: `${origin}/.well-known/openid-configuration`, what: 'oidc', expected: origin, via, standardPlace: true },
    { url: `${origin}/.well-known/oauth-protected-resource`, what: 'resource', expected: origin, via, standardPlace: true },
  ];
  return all.filter((lookup) => which.includes(lookup.what));
}

/**
 * Lookups for an issuer that something names: RFC 8414 §3.1 inserted and OIDC Discovery §4 appended. The other two places of
 * STANDARDS O3 are rare, and every lookup counts against the budget.
 */
export function issuerLookups(issuer: string, via: Via, standardPlace: boolean): Lookup[] {
  const { pathname } = new URL(issuer);
  return metadataUrls(issuer)
    .filter(({ url, kind, standard }) => standard && (pathname === '/' || (kind === 'oauth') !== url.endsWith('/.well-known/openid-configuration')) && !(kind === 'oidc' && pathname !== '/' && !url.endsWith('/.well-known/openid-configuration')))
    .map(({ url, kind }) => ({ url, what: kind, expected: issuer, via, standardPlace }));
}

export function resourceLookups(resource: string, via: Via): Lookup[] {
  return protectedResourceUrls(resource).map((url) => ({ url, what: 'resource', expected: resource, via, standardPlace: true }));
}

const protocolSegment = /^(protocol|openid-connect|openid|connect|oauth|v\d[\d.]*|tokens?|api)$/i;

/**
 * Issuers that a documented endpoint suggests, at most four. Real issuers are the path above their endpoints (`…/login/oauth` above
 * `…/login/oauth/access_token`), often without the segments that name the protocol and its version (`/realms/x` above
 * `/realms/x/protocol/openid-connect/token`), and sometimes with the version but without `oauth2` (`/tenant/v2.0`).
 */
export function issuersAbove(endpoint: string): string[] {
  const url = new URL(endpoint);
  const above = url.pathname.split('/').filter(Boolean).slice(0, -1);
  const core = [...above];
  while (core.length > 1 && protocolSegment.test(core.at(-1) ?? '')) core.pop();
  const version = above.at(-1) ?? '';
  const withoutProtocol = /^v\d/.test(version) && above.at(-2) === 'oauth2' ? [[...above.slice(0, -2), version]] : [];
  const join = (segments: readonly string[]) => (segments.length === 0 ? url.origin : `${url.origin}/${segments.join('/')}`);
  return [...new Set([above, core, ...withoutProtocol, []].map(join))];
}

/** Asks all places at once and enters what they answer. A document is entered once, under the first place that gave it. */
export async function lookUp(scout: Scout, book: MetadataBook, lookups: readonly Lookup[]): Promise<void> {
  const fresh = lookups.filter((lookup, index) => lookups.findIndex((other) => other.url === lookup.url) === index && !book.lookups.some((done) => done.url === lookup.url));
  const answers = await Promise.all(fresh.map((lookup) => scout.ask({ url: lookup.url, purpose: lookup.what === 'resource' ? 'protected resource metadata' : 'authorization server metadata', follow: 3 })));
  for (const [index, lookup] of fresh.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    const enter = (outcome: MetadataBook['lookups'][number]['outcome'], problem: string) => book.lookups.push({ url: lookup.url, evidence: [answer.id], outcome, problem });
    if (answer.kind === 'failure') {
      enter('unobserved', answer.failure.message);
      continue;
    }
    const wall = scout.wallOf(answer);
    if (wall || answer.status === 429 || answer.status >= 500) {
      enter('unobserved', wall ?? `HTTP ${answer.status}`);
      continue;
    }
    const common = { text: answer.text, contentType: answer.contentType, status: answer.status, url: answer.url, via: lookup.via, evidence: [answer.id], standardPlace: lookup.standardPlace };
    if (lookup.what === 'resource') {
      const read = readProtectedResource({ ...common, expectedResource: lookup.expected });
      enter(read.kind, read.kind === 'present' ? '' : read.kind === 'malformed' ? read.problem : read.reason);
      if (read.kind === 'present' && !book.resources.some((r) => r.resource === read.value.resource)) {
        book.resources.push(read.value);
        scout.found('understand', `Protected resource metadata for ${read.value.resource}`, read.value.url);
      }
    } else {
      const read = readAuthorizationServer({ ...common, kind: lookup.what, expectedIssuer: lookup.expected });
      enter(read.kind, read.kind === 'present' ? '' : read.kind === 'malformed' ? read.problem : read.reason);
      if (read.kind === 'present' && !book.servers.some((s) => s.url === read.value.url || (s.issuer === read.value.issuer && s.kind === read.value.kind && s.standardPlace))) {
        book.servers.push(read.value);
        scout.found('understand', `Authorization server metadata of ${read.value.issuer}`, read.value.url);
      }
    }
  }
}
