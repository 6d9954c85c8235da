/** The machine-readable documents that fixes propose: metadata as it was fetched with one change, resource metadata, OpenAPI overlays. */
import { wayIds, type Way, type WayId } from '../judge/ways.ts';
import { wayOf } from '../judge/case.ts';
import { json, yaml, type Tree } from './quote.ts';
import type { Artefact, FixContext } from './types.ts';

/** Marks a title whose document holds addresses that we had to assume; JSON has no comments. */
const marked = (title: string, seen: boolean) => (seen ? title : `${title} (addresses assumed: put yours in)`);

/** A document that is no file of a framework. */
export const plain = (artefact: Pick<Artefact, 'title' | 'language' | 'text'> & Partial<Artefact>): Artefact => ({
  ...{ file: null, frameworks: [], marks: [], tested: null },
  ...artefact,
});

type Members = Record<string, unknown>;

/** Members to set; a list under `add` is joined to the one that is there. */
export type Change = Record<string, string | { add: readonly string[] }>;

/** Grants that a server offers which lists none (RFC 8414 §2), and client authentication that it takes. */
const omitted: Readonly<Record<string, readonly string[]>> = {
  grant_types_supported: ['authorization_code', 'implicit'],
  token_endpoint_auth_methods_supported: ['client_secret_basic'],
};

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

function changed(before: Members, change: Change): Members {
  const after = { ...before };
  for (const [name, value] of Object.entries(change)) {
    if (typeof value === 'string') after[name] = value;
    else
      after[name] = [
        ...new Set([...(Array.isArray(before[name]) ? listOf(before[name]) : (omitted[name] ?? [])), ...value.add]),
      ];
  }
  return after;
}

/** The document that a URL answered with, when all of it was recorded and nothing in it was hidden. */
function fetched({ exchanges }: FixContext, url: string): Members | null {
  const answer = exchanges.find(({ request, response }) => request.url === url && response?.status === 200)?.response;
  if (!answer || answer.truncated || /\[(redacted|random)\b/i.test(answer.body)) return null;
  try {
    const value: unknown = JSON.parse(answer.body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Lines of `json(after)`, counted from 1, that are not in `before`. */
function marksOf(before: Members, after: Members): number[] {
  const marks: number[] = [];
  let line = 1;
  for (const [name, value] of Object.entries(after)) {
    const lines = json({ [name]: value })
      .split('\n')
      .slice(1, -1);
    const old = before[name];
    const isNew = (text: string) =>
      old === undefined ||
      (Array.isArray(value) && Array.isArray(old)
        ? /^ {4}/.test(text) && !listOf(old).some((item) => text.trim().replace(/,$/, '') === json(item))
        : JSON.stringify(old) !== JSON.stringify(value));
    lines.forEach((text, index) => {
      if (isNew(text)) marks.push(line + index + 1);
    });
    line += lines.length;
  }
  return marks;
}

/** RFC 6902: the same change for the live document, whatever else it holds by then. */
function patch(before: Members, after: Members): Artefact | null {
  const operations = Object.entries(after).flatMap(([name, value]) => {
    const old = before[name];
    if (JSON.stringify(old) === JSON.stringify(value)) return [];
    if (Array.isArray(old) && Array.isArray(value))
      return value.flatMap((item: unknown) =>
        old.includes(item) ? [] : [{ op: 'add', path: `/${name}/-`, value: item }],
      );
    return [{ op: old === undefined ? 'add' : 'replace', path: `/${name}`, value }];
  });
  return operations.length === 0
    ? null
    : plain({
        title: 'The same as a JSON Patch (RFC 6902)',
        language: 'json',
        text: json(operations),
        file: 'authorization-server.patch.json',
      });
}

/** What is known of the published document where it was not recorded as a whole: enough to tell what changes, not to publish. */
function knownOf({ places }: FixContext): Members {
  const { server } = places;
  return Object.fromEntries(
    Object.entries({
      issuer: server?.issuer,
      token_endpoint: server?.tokenEndpoint ?? undefined,
      grant_types_supported: server?.grantTypes ?? undefined,
      token_endpoint_auth_methods_supported: server?.authMethods ?? undefined,
      registration_endpoint: server?.registrationEndpoint ?? undefined,
      scopes_supported: server?.scopes ?? undefined,
    }).filter(([, value]) => value !== undefined),
  );
}

/** A document for a server that publishes none (RFC 8414 §2). */
function written({ places }: FixContext): Members {
  const { slots, authorizationUrl, scopes, grants } = places;
  return {
    issuer: slots.ISSUER.value,
    ...(authorizationUrl === null ? {} : { authorization_endpoint: authorizationUrl }),
    token_endpoint: slots.TOKEN_URL.value,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    grant_types_supported: grants,
    // REQUIRED by §2. A server with no authorization endpoint returns nothing from it, which the registered value `none` says.
    response_types_supported: authorizationUrl === null ? ['none'] : ['code'],
    ...(authorizationUrl === null ? {} : { code_challenge_methods_supported: ['S256'] }),
    // §2: parameters with zero elements are omitted.
    ...(scopes.length > 0 ? { scopes_supported: scopes } : {}),
    ...(slots.DOCS_URL.seen ? { service_documentation: slots.DOCS_URL.value } : {}),
  };
}

/**
 * Authorization server metadata (RFC 8414 §2). Where one is published, the artefact is the document that was fetched with the change marked,
 * or, when it was not recorded as a whole, the change alone as a patch: nothing that it has is dropped. Where none is, a new document.
 */
export function serverMetadata(context: FixContext, change: Change): Artefact[] {
  const { places } = context;
  const { server, slots } = places;
  const file = 'authorization-server.json';
  if (!server)
    return [
      plain({
        title: marked(
          'Authorization server metadata, /.well-known/oauth-authorization-server',
          slots.ISSUER.seen && slots.TOKEN_URL.seen,
        ),
        language: 'json',
        text: json(changed(written(context), change)),
        file,
      }),
    ];
  const whole = fetched(context, server.url);
  const before = whole ?? knownOf(context);
  const after = changed(before, change);
  const asPatch = patch(before, after);
  if (asPatch === null) return [];
  if (whole === null) return [{ ...asPatch, title: 'The change to your metadata, as a JSON Patch (RFC 6902)' }];
  const marks = marksOf(before, after);
  return [
    plain({
      title: `Your metadata with the change in line ${marks.join(', ')}`,
      language: 'json',
      text: json(after),
      marks,
      file,
    }),
    asPatch,
  ];
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
  return plain({
    title: marked(
      'Protected resource metadata, /.well-known/oauth-protected-resource',
      slots.RESOURCE.seen && slots.ISSUER.seen,
    ),
    language: 'json',
    text: json(document),
    file: 'oauth-protected-resource.json',
  });
}

const scopeMap = (scopes: readonly string[]) =>
  Object.fromEntries(scopes.map((scope) => [scope, `What ${scope} allows.`]));

/** Scopes to show where none were seen: the two that most APIs begin with. */
export const exampleScopes: readonly string[] = ['read', 'write'];

/** OpenAPI 3 and Swagger 2.0 name the same schemes differently. */
function schemeOf(way: WayId, name: string | null, old: boolean): Tree | null {
  const header = name !== null && /^[A-Za-z][\w.-]{0,60}$/.test(name) ? name : null;
  if (way === 'bearer' || way === 'other-scheme') {
    return old
      ? { type: 'apiKey', in: 'header', name: 'Authorization', description: `${header ?? 'Bearer'} <token>` }
      : { type: 'http', scheme: (header ?? 'bearer').toLowerCase() };
  }
  if (way === 'signed') return { type: 'apiKey', in: 'header', name: 'Authorization', description: 'A signature' };
  if (way === 'digest' && !old) return { type: 'http', scheme: 'digest' };
  if (way === 'basic') return old ? { type: 'basic' } : { type: 'http', scheme: 'basic' };
  if (way === 'own-header') return { type: 'apiKey', in: 'header', name: header ?? 'X-API-Key' };
  if (way === 'cookie' && !old) return { type: 'apiKey', in: 'cookie', name: header ?? 'session' };
  if (way === 'query') return { type: 'apiKey', in: 'query', name: header ?? 'api_key' };
  return null;
}

const schemeNames: Readonly<Record<WayId, string>> = {
  bearer: 'bearer',
  'other-scheme': 'token',
  basic: 'basic',
  digest: 'digest',
  signed: 'signature',
  'own-header': 'apiKey',
  query: 'apiKeyQuery',
  cookie: 'session',
};

/** The schemes by names that the description does not use yet. */
function schemesOf(
  { subject, places }: FixContext,
  ways: readonly Pick<Way, 'id' | 'name'>[],
  machine: boolean,
  old: boolean,
): Record<string, Tree> {
  const taken = new Set(subject.evidence.descriptions[0]?.schemes.map(({ name }) => name));
  const free = (name: string) => (taken.has(name) ? `${name}ForPrograms` : name);
  const scopes = scopeMap(places.scopes.length > 0 ? places.scopes : exampleScopes);
  const flow: Tree = { tokenUrl: places.slots.TOKEN_URL.value, scopes };
  const schemes: Record<string, Tree> = {};
  if (machine)
    schemes[free('clientCredentials')] = old
      ? { type: 'oauth2', flow: 'application', ...flow }
      : { type: 'oauth2', flows: { clientCredentials: flow } };
  for (const { id, name } of ways) {
    const scheme = schemeOf(id, name, old);
    // Where OAuth is declared, its scheme already stands for the bearer token.
    if (scheme !== null && !(machine && id === 'bearer')) schemes[free(schemeNames[id])] = scheme;
  }
  return schemes;
}

/** Operations of the description that answered a call without credentials: they stay open when the rest is declared. */
function openOperations({ subject }: FixContext): string[] {
  const open = new Set(subject.access.open.map(({ call }) => call.url));
  const operations = subject.evidence.descriptions[0]?.operations ?? [];
  return operations
    .filter(({ url, path, secured }) => secured === null && open.has(url) && /^[\w/.~-]{1,200}$/.test(path))
    .map(({ path, method }) => `$.paths['${path}'].${method.toLowerCase()}`)
    .slice(0, 20);
}

/**
 * An Overlay (OpenAPI Initiative, 1.0.0) for the description that was read: `ways` is what the API takes, `machine` adds the OAuth client
 * credentials flow. An update is merged, so that nothing in the description is lost, whatever it holds.
 */
export function securityOverlay(
  context: FixContext,
  ways: readonly Pick<Way, 'id' | 'name'>[],
  machine: boolean,
): Artefact {
  const { subject, places } = context;
  const old = subject.evidence.descriptions[0]?.format === 'swagger-2.0';
  const schemes = schemesOf(context, ways, machine, old);
  const security = Object.keys(schemes).map((name) => ({ [name]: [] }));
  const refusal = {
    description: 'The credential is missing, unknown or expired.',
    ...(old ? {} : { headers: { 'WWW-Authenticate': { schema: { type: 'string' } } } }),
  };
  const update: Tree = old
    ? { securityDefinitions: schemes, security, responses: { Unauthorized: refusal } }
    : { components: { securitySchemes: schemes, responses: { Unauthorized: refusal } }, security };
  const { DESCRIPTION_URL } = places.slots;
  const overlay: Tree = {
    overlay: '1.0.0',
    info: { title: 'How the API takes credentials', version: '1.0.0' },
    ...(DESCRIPTION_URL.seen ? { extends: DESCRIPTION_URL.value } : {}),
    actions: [
      { target: '$', update },
      ...openOperations(context).map((target): Tree => ({ target, update: { security: [] } })),
    ],
  };
  const assumed = machine && !places.slots.TOKEN_URL.seen ? ['# tokenUrl is assumed; put yours in.'] : [];
  const unscoped =
    machine && places.scopes.length === 0 ? ['# The scopes are examples; list yours, or leave the map empty: {}'] : [];
  return plain({
    title: `Overlay for your ${old ? 'Swagger 2.0' : 'OpenAPI'} description`,
    language: 'yaml',
    file: 'security.overlay.yaml',
    text: [
      '# Apply with any tool for OpenAPI Overlays, or merge each update by hand. Open operations say security: []',
      ...assumed,
      ...unscoped,
      yaml(overlay),
    ].join('\n'),
  });
}

/**
 * What the API takes today, best first. Where that is the cookie of a browser and nothing else, a description that said otherwise would be
 * wrong; bearer stands where nothing is known at all.
 */
export function waysToday({ subject }: FixContext): Pick<Way, 'id' | 'name'>[] {
  const taken = wayIds.filter((id) => id !== 'cookie').flatMap((id) => wayOf(subject, id) ?? []);
  if (taken.length > 0) return taken;
  const page = subject.access.guarded.find(({ answer }) => answer.loginPage)?.answer;
  const cookie = wayOf(subject, 'cookie');
  if (cookie || page) return [{ id: 'cookie', name: cookie?.name ?? page?.sessionCookies[0] ?? null }];
  return [{ id: 'bearer', name: null }];
}
