/** What the metadata of a protected resource is worth (RFC 9728). */
import type { ProtectedResource } from '../../types.ts';
import { withOneLoopback } from '../../loopback.ts';
import { Names } from '../../names.ts';
import { withoutSlash } from '../../text.ts';
import { own, stringsOf, type JsonObject } from '../json-body.ts';
import {
  type Answer,
  type Derivation,
  type MetadataRead,
  Faults,
  inClear,
  listOf,
  oneLoopback,
  plainUrl,
  protectedResourceUrls,
  readDocument,
  webUrl,
} from './document.ts';

const RESOURCE_MEMBERS = ['resource', 'authorization_servers', 'bearer_methods_supported'];
/** Members of RFC 9728 §2 that speak of tokens. A document without any is a vendor's own, whatever a challenge calls it. */
const OF_TOKENS = new Names(`
  authorization_servers bearer_methods_supported scopes_supported jwks_uri signed_metadata
  resource_signing_* dpop_signing_* dpop_bound_* tls_client_* authorization_details_*
`);

/** W2: `resource` against the identifier that led here and against the place itself. */
function checkResource(resource: string, input: Derivation, faults: Faults): void {
  const url = webUrl(resource);
  if (!url) {
    faults.add('non-conforming', `its resource ${resource} is no http(s) URL`);
    return;
  }
  if (inClear(url)) faults.add('non-conforming', `its resource ${resource} is plain http`);
  if (url.hash !== '') faults.add('sloppy', 'its resource has a fragment');
  const { expected } = input;
  if (resource === expected) return;
  const asked = webUrl(expected ?? input.url);
  const places = protectedResourceUrls(resource);
  if (expected !== null && withoutSlash(resource) === withoutSlash(expected)) {
    faults.add('sloppy', `its resource ${resource} differs from ${expected} by a last slash`);
  } else if (asked && asked.origin !== url.origin) {
    // As with issuers, a redirect may have led to the resource's own place.
    if (places[0] === input.url) faults.add('note', `it was asked for as ${asked.origin} and describes ${resource}`);
    else faults.add('non-conforming', `its resource ${resource} is on another origin than ${asked.origin}`);
  } else if (expected === null) {
    if (places[0] !== input.url && withoutSlash(places[0] ?? '') !== withoutSlash(input.url))
      faults.add('sloppy', `its resource ${resource} does not derive this place`);
  } else {
    const [shorter, longer] = [resource, expected].map(withoutSlash).toSorted((a, b) => a.length - b.length);
    const related =
      shorter !== undefined &&
      longer !== undefined &&
      (longer.startsWith(`${shorter}/`) || longer.startsWith(`${shorter}?`));
    faults.add(related ? 'sloppy' : 'non-conforming', `its resource ${resource} is not ${expected}`);
  }
}

/**
 * Reads RFC 9728 metadata (STANDARDS W1-W5). `expectedResource`: the identifier from which the URL was derived, or for a URL out of
 * a challenge the URL that was called (RFC 9728 §3.3); null when the document was named outright. Whether the issuers it names live
 * is for the caller to find out. Never throws.
 */
export function readProtectedResource(
  input: Answer & { expectedResource: string | null; standardPlace: boolean },
): MetadataRead<ProtectedResource> {
  const faults = new Faults();
  const read = readDocument(input, RESOURCE_MEMBERS, faults);
  if (!('object' in read)) return read;
  const { object } = read;
  const registered = new URL(input.url).pathname.includes('/.well-known/oauth-protected-resource');
  if (!registered && !Object.keys(object).some((name) => OF_TOKENS.has(name)))
    return { kind: 'absent', reason: 'the document says nothing of tokens (RFC 9728 §2)' };
  const resource = own(object, 'resource');
  if (typeof resource !== 'string' || resource === '' || resource.length > 2000)
    return { kind: 'malformed', problem: resource === undefined ? 'it names no resource' : 'its resource is no text' };
  checkResource(withOneLoopback(resource), oneLoopback({ ...input, expected: input.expectedResource }), faults);
  // W3: an empty list of bearer methods has a meaning of its own, so it is not read as an omitted one.
  const methods = own(object, 'bearer_methods_supported');
  const value: ProtectedResource = {
    url: input.url,
    via: input.via,
    evidence: input.evidence,
    resource,
    conformance: 'conforming',
    faults: [],
    authorizationServers: issuersOf(object, faults),
    scopes: listOf(object, 'scopes_supported', faults),
    bearerMethods:
      Array.isArray(methods) && methods.length === 0 ? [] : listOf(object, 'bearer_methods_supported', faults),
    documentation: plainUrl(own(object, 'resource_documentation')),
  };
  return { kind: 'present', value: { ...value, conformance: faults.conformance, faults: faults.texts } };
}

/** W5: issuer identifiers; a metadata URL in place of one is understood and marked. */
function issuersOf(object: JsonObject, faults: Faults): string[] {
  const raw = own(object, 'authorization_servers');
  if (raw === undefined || raw === null) {
    faults.add('sloppy', 'it names no authorization server');
    return [];
  }
  const list = typeof raw === 'string' ? [raw] : stringsOf(raw, 50);
  if (list === null || list.length === 0) {
    faults.add('non-conforming', 'its authorization_servers is empty');
    return [];
  }
  if (typeof raw === 'string') faults.add('sloppy', 'its authorization_servers is a string instead of a list');
  const issuers: string[] = [];
  for (const text of list) {
    const url = webUrl(text);
    if (!url) {
      faults.add('non-conforming', `its authorization server ${text} is no http(s) URL`);
      continue;
    }
    if (inClear(url)) faults.add('non-conforming', `its authorization server ${text} is plain http`);
    const inserted =
      /^(.{0,2000}?)\/\.well-known\/(?:oauth-authorization-server|openid-configuration)(\/.{0,2000})?$/.exec(
        url.pathname,
      );
    if (!inserted) {
      issuers.push(text);
      continue;
    }
    faults.add('sloppy', `its authorization_servers holds the metadata URL ${text} instead of an issuer`);
    issuers.push(`${url.origin}${inserted[1] ?? ''}${inserted[2] ?? ''}`);
  }
  return [...new Set(issuers)];
}
