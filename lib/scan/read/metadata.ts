/** Where authorization servers and protected resources publish their metadata, and what such a document is worth (RFC 8414, OpenID Connect Discovery 1.0, RFC 9728). */
import { grantIds, grantWords } from '../vocabulary.ts';
import type { AuthorizationServer, Conformance, GrantId, ProtectedResource, Via } from '../types.ts';
import { withOneLoopback } from '../loopback.ts';
import { isObject, own, readJson, stringsOf, type JsonObject } from './json-body.ts';
import { withoutSlash } from '../text.ts';

/** What came of a document: usable to some degree, there but broken, or not there (STANDARDS G2). */
export type MetadataRead<T> =
  | { kind: 'present'; value: T }
  | { kind: 'malformed'; problem: string }
  | { kind: 'absent'; reason: string };

/** A place to look at. `standard`: a specification derives it from the issuer; otherwise only servers that misread one answer there. */
export interface MetadataUrl {
  url: string;
  kind: 'oauth' | 'oidc';
  standard: boolean;
}

/** An answer to a metadata request. `contentType` is the media type in lower case, `url` the URL that answered after redirects. */
interface Answer {
  text: string;
  contentType: string | null;
  status: number;
  url: string;
  via: Via;
  evidence: string[];
}

const OAUTH = '/.well-known/oauth-authorization-server';
const OIDC = '/.well-known/openid-configuration';
const RESOURCE = '/.well-known/oauth-protected-resource';

/** Longest list that is kept from a document; real ones list scopes by the hundred. */
const MAX_LIST = 500;

const webUrl = (text: string): URL | null => {
  if (text.length > 4000 || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
};

/**
 * The places of an issuer's metadata in the order to try (STANDARDS O3): RFC 8414 §3.1 and §5 insert the well-known segment between
 * host and path, OpenID Connect Discovery §4 appends it; appending RFC 8414's is a misreading that is worth a look (M1). Empty for
 * an issuer that is no http(s) URL.
 */
export function metadataUrls(issuer: string): MetadataUrl[] {
  const url = webUrl(issuer);
  if (!url) return [];
  const path = withoutSlash(url.pathname);
  const inserted: MetadataUrl[] = [
    { url: `${url.origin}${OAUTH}${path}`, kind: 'oauth', standard: true },
    { url: `${url.origin}${OIDC}${path}`, kind: 'oidc', standard: true },
  ];
  if (path === '') return inserted;
  return [
    ...inserted,
    { url: `${url.origin}${path}${OIDC}`, kind: 'oidc', standard: true },
    { url: `${url.origin}${path}${OAUTH}`, kind: 'oauth', standard: false },
  ];
}

/**
 * The places of a resource's metadata in the order to try (RFC 9728 §3.1; STANDARDS W1): inserted before path and query, for a path
 * with a last slash also without it, then at the root, where clients look last (MC1). Empty for what is no http(s) URL.
 */
export function protectedResourceUrls(resource: string): string[] {
  const url = webUrl(resource);
  if (!url) return [];
  const path = url.pathname === '/' ? '' : url.pathname;
  const trimmed = withoutSlash(path);
  return [
    ...new Set([
      `${url.origin}${RESOURCE}${path}${url.search}`,
      `${url.origin}${RESOURCE}${trimmed}${url.search}`,
      `${url.origin}${RESOURCE}`,
    ]),
  ];
}

// ---------------------------------------------------------------- faults

type Severity = 'note' | 'sloppy' | 'non-conforming';
const RANK: Record<Severity, number> = { 'non-conforming': 0, sloppy: 1, note: 2 };

/** Collects faults as clauses that read on after "there is metadata, but …". Notes are reported and cost nothing. */
class Faults {
  readonly #all: { text: string; severity: Severity }[] = [];

  add(severity: Severity, text: string): void {
    if (this.#all.length < 40 && !this.#all.some((fault) => fault.text === text))
      this.#all.push({ severity, text: text.slice(0, 400) });
  }

  get conformance(): Conformance {
    if (this.#all.some((f) => f.severity === 'non-conforming')) return 'non-conforming';
    return this.#all.some((f) => f.severity === 'sloppy') ? 'sloppy' : 'conforming';
  }

  get texts(): string[] {
    return this.#all.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).map((f) => f.text);
  }
}

/** Host names and literal addresses that lead into the reader's own machine or network. */
const LOOPBACK = /^(?:localhost|(?:.{1,200}\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;
const PRIVATE =
  /^(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|\[f[cd][0-9a-f]{2}:.{0,40}\]|\[fe[89ab][0-9a-f]:.{0,40}\])$/i;
const isInside = (host: string): boolean => LOOPBACK.test(host) || PRIVATE.test(host);

/** Credentials go in clear over http, except inside one machine. */
const inClear = (url: URL): boolean => url.protocol === 'http:' && !LOOPBACK.test(url.hostname);

// ---------------------------------------------------------------- reading

/** G2: a document is there when the status is exactly 200 and the body is a JSON object that has something to do with the matter. */
function readDocument(
  answer: Answer,
  telling: readonly string[],
  faults: Faults,
): { object: JsonObject } | { kind: 'malformed'; problem: string } | { kind: 'absent'; reason: string } {
  const { status, contentType } = answer;
  if (status !== 200) return { kind: 'absent', reason: `HTTP ${status}` };
  const body = answer.text.trim();
  if (body === '') return { kind: 'absent', reason: 'the answer is empty' };
  const looksJson = /^\uFEFF?[[{]/.test(body);
  const saysJson = /[/+]json$/.test(contentType ?? '');
  if (!looksJson && (body.startsWith('<') || !saysJson))
    return {
      kind: 'absent',
      reason: body.startsWith('<') ? 'the answer is a page, not a document' : 'the answer is not JSON',
    };
  const read = readJson(body);
  if (!read.ok) return { kind: 'malformed', problem: `it is not valid JSON (${read.problem})` };
  if (!isObject(read.value)) return { kind: 'malformed', problem: 'it is not one JSON object' };
  const object = read.value;
  // A catch-all that answers {} or an error object under 200 has published nothing.
  if (!telling.some((name) => own(object, name) !== undefined))
    return { kind: 'absent', reason: 'the answer is JSON but not metadata' };
  if (!saysJson) faults.add('sloppy', `it comes as ${contentType ?? 'no media type'} instead of application/json`);
  return { object };
}

/** A list of strings. RFC 8414 §3.2: a list without elements is to be omitted, so an empty one means what an omitted one means. */
function listOf(object: JsonObject, name: string, faults: Faults): string[] | null {
  const value = own(object, name);
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') {
    faults.add('sloppy', `its ${name} is a string instead of a list`);
    const words = value
      .slice(0, 20_000)
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .slice(0, MAX_LIST);
    return words.length > 0 ? words : null;
  }
  const list = stringsOf(value, MAX_LIST);
  if (list === null) {
    faults.add('sloppy', `its ${name} is no list`);
    return null;
  }
  if (list.length === 0) {
    faults.add('sloppy', `its ${name} is an empty list, which is to be omitted`);
    return null;
  }
  return list;
}

/** An endpoint as an absolute URL (M7). A relative one is resolved, since what it means is plain, but a generic client stops there. */
function endpointOf(object: JsonObject, name: string, base: string, faults: Faults): string | null {
  const value = own(object, name);
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') {
    faults.add('non-conforming', `its ${name} is no URL`);
    return null;
  }
  const text = value.trim().slice(0, 4000);
  const absolute = webUrl(text);
  if (absolute) {
    if (inClear(absolute))
      faults.add('non-conforming', `its ${name} is plain http, so credentials would travel in clear`);
    const here = webUrl(base);
    if (here && isInside(absolute.hostname) && !isInside(here.hostname))
      faults.add('non-conforming', `its ${name} is on an address inside a private network`);
    else if (here && absolute.host !== here.host)
      faults.add('note', `its ${name} is on another host, ${absolute.host}`);
    return text;
  }
  faults.add('non-conforming', `its ${name} is no absolute http(s) URL`);
  return text.startsWith('/') && URL.canParse(text, base) ? new URL(text, base).href : null;
}

const TEMPLATE = /[{}]|%7b/i;
/** Where a document stands, and the identifier from which that place was derived (null: it was named outright). */
interface Derivation {
  url: string;
  expected: string | null;
}

const oneLoopback = ({ url, expected }: Derivation): Derivation => ({
  url: withOneLoopback(url),
  expected: expected === null ? null : withOneLoopback(expected),
});

/** M2, O4 and 3.11: the issuer against the identifier that led here and against the place itself. */
function checkIssuer(issuer: string, input: Derivation, faults: Faults): void {
  const url = webUrl(issuer);
  if (TEMPLATE.test(issuer)) {
    faults.add('sloppy', `its issuer ${issuer} is a template`);
    return;
  }
  if (!url) {
    faults.add('non-conforming', `its issuer ${issuer} is no http(s) URL`);
    return;
  }
  if (inClear(url)) faults.add('non-conforming', `its issuer ${issuer} is plain http`);
  if (url.search !== '' || url.hash !== '' || issuer.endsWith('?') || issuer.endsWith('#'))
    faults.add('sloppy', 'its issuer has a query or a fragment');
  if (issuer !== input.expected) checkPlace(issuer, url, input, faults);
}

function checkPlace(issuer: string, url: URL, input: Derivation, faults: Faults): void {
  const { expected } = input;
  if (expected !== null && withoutSlash(issuer) === withoutSlash(expected)) {
    faults.add('sloppy', `its issuer ${issuer} differs from ${expected} by a last slash`);
    return;
  }
  if (expected !== null && webUrl(expected)?.href === url.href) {
    faults.add('sloppy', `its issuer ${issuer} is another spelling of ${expected}`);
    return;
  }
  const place = metadataUrls(issuer).find((candidate) => candidate.url === input.url);
  // A redirect led to the issuer's own place: what stands there is its own, whatever name we came with.
  if (place?.standard) {
    if (expected !== null) faults.add('note', `it was asked for as ${expected} and describes ${issuer}`);
    return;
  }
  const asked = webUrl(expected ?? input.url);
  if (asked && asked.host !== url.host)
    faults.add('non-conforming', `its issuer ${issuer} is on another host than ${asked.host}`);
  else if (expected !== null)
    faults.add('non-conforming', `its issuer ${issuer} is not ${expected}, from which this place derives`);
  else faults.add('sloppy', `its issuer ${issuer} does not derive this place`);
}

const SERVER_MEMBERS = [
  'issuer',
  'token_endpoint',
  'authorization_endpoint',
  'jwks_uri',
  'grant_types_supported',
  'response_types_supported',
  'registration_endpoint',
  'device_authorization_endpoint',
];
/** Grants that never visit the authorization endpoint (RFC 8414 §2: it is required unless no supported grant uses it). */
const USES_AUTHORIZATION_ENDPOINT = new Set(['authorization_code', 'implicit']);

/**
 * Reads RFC 8414 or OpenID Connect metadata (STANDARDS M2-M7, O2, O4, table 3.11).
 * `expectedIssuer`: the identifier from which the URL was derived, null when the document was named outright; `standardPlace` is
 * handed on. The value keeps what the document says even when it is non-conforming: a generic client must not use it, a report may.
 * `malformed` when there is a document without a readable issuer; never throws.
 */
export function readAuthorizationServer(
  input: Answer & { expectedIssuer: string | null; kind: 'oauth' | 'oidc'; standardPlace: boolean },
): MetadataRead<AuthorizationServer> {
  const faults = new Faults();
  const read = readDocument(input, SERVER_MEMBERS, faults);
  if (!('object' in read)) return read;
  const { object } = read;
  const issuer = own(object, 'issuer');
  if (typeof issuer !== 'string' || issuer === '' || issuer.length > 2000)
    return { kind: 'malformed', problem: issuer === undefined ? 'it names no issuer' : 'its issuer is no text' };
  checkIssuer(withOneLoopback(issuer), oneLoopback({ ...input, expected: input.expectedIssuer }), faults);
  const list = (name: string) => listOf(object, name, faults);
  const endpoint = (name: string) => endpointOf(object, name, input.url, faults);
  const path = webUrl(input.url)?.pathname ?? '';
  if (path.endsWith(OAUTH) && path !== OAUTH)
    faults.add('sloppy', 'it stands below the path of its issuer instead of before it (RFC 8414 §3.1)');

  const grantTypes = list('grant_types_supported');
  const responseTypes = list('response_types_supported');
  const authMethods = list('token_endpoint_auth_methods_supported');
  const tokenEndpoint = endpoint('token_endpoint');
  const authorizationEndpoint = endpoint('authorization_endpoint');
  checkServer(
    object,
    { kind: input.kind, grantTypes, responseTypes, authMethods, tokenEndpoint, authorizationEndpoint },
    faults,
  );
  const value: AuthorizationServer = {
    url: input.url,
    via: input.via,
    evidence: input.evidence,
    kind: input.kind,
    issuer,
    conformance: 'conforming',
    faults: [],
    standardPlace: input.standardPlace,
    tokenEndpoint,
    authorizationEndpoint,
    deviceAuthorizationEndpoint: endpoint('device_authorization_endpoint'),
    registrationEndpoint: endpoint('registration_endpoint'),
    userinfoEndpoint: endpoint('userinfo_endpoint'),
    revocationEndpoint: endpoint('revocation_endpoint'),
    introspectionEndpoint: endpoint('introspection_endpoint'),
    grantTypes,
    responseTypes,
    authMethods,
    scopes: list('scopes_supported'),
    pkceMethods: list('code_challenge_methods_supported'),
    clientIdMetadataDocument: own(object, 'client_id_metadata_document_supported') === true,
    serviceDocumentation: plainUrl(own(object, 'service_documentation')),
    grantProfiles: stringsOf(own(object, 'authorization_grant_profiles_supported'), MAX_LIST),
    agentIdentityTypes: agentIdentityTypes(own(object, 'agent_auth')),
    agentEndpoint: agentEndpoint(own(object, 'agent_auth')),
  };
  return { kind: 'present', value: { ...value, conformance: faults.conformance, faults: faults.texts } };
}

/** What RFC 8414 §2 requires beside the issuer (M3 to M7), and OpenID Connect Discovery §3 (O2). */
function checkServer(
  object: JsonObject,
  server: Pick<
    AuthorizationServer,
    'kind' | 'grantTypes' | 'responseTypes' | 'authMethods' | 'tokenEndpoint' | 'authorizationEndpoint'
  >,
  faults: Faults,
): void {
  const { grantTypes, authMethods } = server;
  const algorithms = listOf(object, 'token_endpoint_auth_signing_alg_values_supported', faults);
  // A server of the implicit grant alone has none.
  if (server.tokenEndpoint === null && !(grantTypes?.every((grant) => grant === 'implicit') ?? false))
    faults.add('non-conforming', 'it names no token_endpoint');
  if (
    server.authorizationEndpoint === null &&
    (grantTypes?.some((grant) => USES_AUTHORIZATION_ENDPOINT.has(grant)) ?? true)
  )
    faults.add('sloppy', 'it names no authorization_endpoint');
  if (server.responseTypes === null) faults.add('sloppy', 'it lists no response_types_supported');
  if (
    algorithms === null &&
    authMethods?.some((method) => method === 'private_key_jwt' || method === 'client_secret_jwt')
  )
    faults.add('sloppy', 'it lists no signing algorithms for JWT client authentication');
  if (algorithms?.includes('none')) faults.add('sloppy', 'it allows the signing algorithm none');
  if (server.kind !== 'oidc') return;
  // O2: required for OpenID Connect; a program that wants a token for itself needs none of them.
  for (const name of ['jwks_uri', 'subject_types_supported', 'id_token_signing_alg_values_supported'])
    if (own(object, name) === undefined) faults.add('sloppy', `it lacks ${name}`);
}

const plainUrl = (value: unknown): string | null =>
  typeof value === 'string' && webUrl(value.trim()) ? value.trim() : null;

/** Y3: the list, or for versions without one the kinds that have an object of their own. */
function agentIdentityTypes(value: unknown): string[] | null {
  if (!isObject(value)) return null;
  const listed = stringsOf(own(value, 'identity_types_supported'), 20);
  if (listed) return listed;
  const named = ['anonymous', 'identity_assertion', 'service_auth', 'verified_email'].filter((name) =>
    isObject(own(value, name)),
  );
  return named.length > 0 ? named : null;
}

/** Y3: the place has had several names. */
const agentEndpoint = (value: unknown): string | null =>
  isObject(value)
    ? (['identity_endpoint', 'register_uri', 'registration_endpoint']
        .map((name) => plainUrl(own(value, name)))
        .find((url) => url !== null) ?? null)
    : null;

const RESOURCE_MEMBERS = ['resource', 'authorization_servers', 'bearer_methods_supported'];

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

// ---------------------------------------------------------------- grants

/** `declared`: the document says so; `default`: it says nothing, and RFC 8414 §2 fills the gap, which proves little (M4). */
export interface GrantListing {
  grant: GrantId;
  listed: boolean;
  basis: 'declared' | 'default';
}

/** What metadata says about every grant, yes or no, and whether it says it or leaves it to the default of RFC 8414 §2. */
export function grantsOf(server: AuthorizationServer): GrantListing[] {
  const types = server.grantTypes;
  const basis: GrantListing['basis'] = types === null ? 'default' : 'declared';
  return grantIds.map((grant): GrantListing => {
    if (grant === 'authorization_code_pkce')
      return {
        grant,
        listed: server.pkceMethods !== null,
        basis: server.pkceMethods === null ? 'default' : 'declared',
      };
    // RFC 8628 §4: the endpoint alone announces the device grant; `device_code` is its name in old drafts.
    if (grant === 'device_code' && server.deviceAuthorizationEndpoint !== null)
      return { grant, listed: true, basis: 'declared' };
    if (types === null) return { grant, listed: grant === 'authorization_code' || grant === 'implicit', basis };
    return {
      grant,
      listed: types.includes(grantWords[grant].wire) || (grant === 'device_code' && types.includes('device_code')),
      basis,
    };
  });
}
