/** What the metadata of an authorization server is worth (RFC 8414, OpenID Connect Discovery 1.0). */
import type { AuthorizationServer } from '../../types.ts';
import { withOneLoopback } from '../../loopback.ts';
import { withoutSlash } from '../../text.ts';
import { isObject, own, stringsOf, type JsonObject } from '../json-body.ts';
import {
  type Answer,
  type Derivation,
  type MetadataRead,
  Faults,
  endpointOf,
  inClear,
  listOf,
  MAX_LIST,
  metadataUrls,
  OAUTH,
  oneLoopback,
  plainUrl,
  readDocument,
  webUrl,
} from './document.ts';

const TEMPLATE = /[{}]|%7b/i;
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
