/** The machine-readable documents that fixes propose: metadata, protected resource metadata, OpenAPI security. */
import { wayIds, type Way, type WayId } from '../judge/ways.ts';
import { wayOf } from '../judge/case.ts';
import { json, yaml, webUrl, type Tree } from './quote.ts';
import type { Artefact, FixContext } from './types.ts';

/** Marks a title whose document holds addresses that we had to assume; JSON has no comments. */
const marked = (title: string, seen: boolean) => (seen ? title : `${title} (addresses assumed: put yours in)`);

const union = (seen: readonly string[] | null | undefined, wanted: readonly string[]) => [...new Set([...(seen ?? []).filter((name) => /^[\w.:-]{1,100}$/.test(name)), ...wanted])].slice(0, 20);

/**
 * RFC 8414 §2 metadata for this issuer, keeping what it publishes today. `grants`: wire names that must be listed besides those that are
 * offered already, for an omitted list means authorization_code and implicit.
 */
export function serverMetadata({ places }: FixContext, grants: readonly string[]): Artefact {
  const { server, slots, authorizationUrl, scopes } = places;
  const endpoint = (url: string | null | undefined) => webUrl(url) ?? undefined;
  const document = {
    issuer: slots.ISSUER.value,
    ...(authorizationUrl === null ? {} : { authorization_endpoint: authorizationUrl }),
    token_endpoint: slots.TOKEN_URL.value,
    token_endpoint_auth_methods_supported: union(server?.authMethods?.filter((method) => method !== 'none'), ['client_secret_basic', 'client_secret_post']),
    grant_types_supported: union(server?.grantTypes ?? places.grants, grants),
    // REQUIRED by §2. A server with no authorization endpoint returns nothing from it, which the registered value `none` says.
    response_types_supported: authorizationUrl === null ? ['none'] : union(server?.responseTypes?.filter((type) => type !== 'none'), ['code']),
    registration_endpoint: endpoint(server?.registrationEndpoint),
    revocation_endpoint: endpoint(server?.revocationEndpoint),
    introspection_endpoint: endpoint(server?.introspectionEndpoint),
    device_authorization_endpoint: endpoint(server?.deviceAuthorizationEndpoint),
    code_challenge_methods_supported: authorizationUrl === null ? undefined : union(server?.pkceMethods, ['S256']),
    // §2: parameters with zero elements are omitted.
    scopes_supported: scopes.length > 0 ? scopes : undefined,
    service_documentation: slots.DOCS_URL.seen ? slots.DOCS_URL.value : undefined,
  };
  return { title: marked('Authorization server metadata, /.well-known/oauth-authorization-server', slots.ISSUER.seen && slots.TOKEN_URL.seen), language: 'json', text: json(document) };
}

/** RFC 9728 §2 protected resource metadata for this API. */
export function resourceMetadata({ places }: FixContext): Artefact {
  const { slots, scopes } = places;
  const document = {
    resource: slots.RESOURCE.value,
    authorization_servers: [slots.ISSUER.value],
    bearer_methods_supported: ['header'],
    scopes_supported: scopes.length > 0 ? scopes : undefined,
    resource_documentation: slots.DOCS_URL.seen ? slots.DOCS_URL.value : undefined,
  };
  return { title: marked('Protected resource metadata, /.well-known/oauth-protected-resource', slots.RESOURCE.seen && slots.ISSUER.seen), language: 'json', text: json(document) };
}

const scopeMap = (scopes: readonly string[]) => Object.fromEntries(scopes.map((scope) => [scope, `What ${scope} allows.`]));

/** Scopes to show where none were seen: the two that most APIs begin with. */
export const exampleScopes: readonly string[] = ['read', 'write'];

/** OpenAPI 3 and Swagger 2.0 name the same schemes differently. */
function schemeOf(way: WayId, name: string | null, old: boolean): Tree | null {
  const header = name !== null && /^[A-Za-z][\w.-]{0,60}$/.test(name) ? name : null;
  if (way === 'bearer' || way === 'other-scheme') {
    return old ? { type: 'apiKey', in: 'header', name: 'Authorization', description: `${header ?? 'Bearer'} <token>` } : { type: 'http', scheme: (header ?? 'bearer').toLowerCase() };
  }
  if (way === 'basic') return old ? { type: 'basic' } : { type: 'http', scheme: 'basic' };
  if (way === 'own-header') return { type: 'apiKey', in: 'header', name: header ?? 'X-API-Key' };
  if (way === 'query') return { type: 'apiKey', in: 'query', name: header ?? 'api_key' };
  return null;
}

/**
 * A patch that declares how the API takes credentials: `ways` is what it takes, `machine` adds the OAuth client credentials flow. In the
 * dialect of the description that was found, else OpenAPI 3.1; valid YAML and, being flow-free, easy to turn into JSON.
 */
export function securityPatch(context: FixContext, ways: readonly Pick<Way, 'id' | 'name'>[], machine: boolean): Artefact {
  const { subject, places } = context;
  const old = subject.evidence.descriptions[0]?.format === 'swagger-2.0';
  const scopes = scopeMap(places.scopes.length > 0 ? places.scopes : exampleScopes);
  const flow: Tree = { tokenUrl: places.slots.TOKEN_URL.value, scopes };
  const schemes: Record<string, Tree> = {};
  if (machine) schemes['clientCredentials'] = old ? { type: 'oauth2', flow: 'application', ...flow } : { type: 'oauth2', flows: { clientCredentials: flow } };
  for (const { id, name } of ways) {
    const scheme = schemeOf(id, name, old);
    // Where OAuth is declared, its scheme already stands for the bearer token.
    if (scheme !== null && !(machine && id === 'bearer')) schemes[{ bearer: 'bearer', 'other-scheme': 'token', basic: 'basic', 'own-header': 'apiKey', query: 'apiKeyQuery', cookie: 'session' }[id]] = scheme;
  }
  const security = Object.keys(schemes).map((name) => ({ [name]: [] }));
  const refusal = { description: 'The token is missing, unknown or expired.', ...(old ? {} : { headers: { 'WWW-Authenticate': { schema: { type: 'string' } } } }) };
  const patch: Tree = old
    ? { securityDefinitions: schemes, security, responses: { Unauthorized: refusal } }
    : { components: { securitySchemes: schemes, responses: { Unauthorized: refusal } }, security };
  const assumed = machine && !places.slots.TOKEN_URL.seen ? ['# tokenUrl is assumed; put yours in.'] : [];
  const unscoped = machine && places.scopes.length === 0 ? ['# The scopes are examples; list yours, or leave the map empty: {}'] : [];
  return {
    title: `${old ? 'Swagger 2.0' : 'OpenAPI'} patch`,
    language: 'yaml',
    text: ['# Merge into your API description. Operations that need no credentials say security: []', ...assumed, ...unscoped, yaml(patch)].join('\n'),
  };
}

/** What the API takes from programs, best first; bearer where nothing is known, for that is what the other fixes propose. */
export function programWays({ subject }: FixContext): Pick<Way, 'id' | 'name'>[] {
  const taken = wayIds.filter((id) => id !== 'cookie').flatMap((id) => wayOf(subject, id) ?? []);
  return taken.length > 0 ? taken : [{ id: 'bearer', name: null }];
}
