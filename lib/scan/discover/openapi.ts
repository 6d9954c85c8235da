/** Reads an API description (OpenAPI 2.0 to 3.2, JSON or YAML) into what it declares about authentication (STANDARDS §3.5). No network. */
import { load } from 'js-yaml';
import type { DescribedFlow, DescribedOperation, DescribedScheme, Description, Via } from '../types.ts';

export interface DescriptionSource {
  text: string;
  url: string;
  via: Via;
  evidence: string[];
}

export type DescriptionReading = { kind: 'present'; value: Description } | { kind: 'malformed'; problem: string } | { kind: 'absent'; reason: string };

type Json = Record<string, unknown>;

/** A larger YAML document would hold the process for seconds; the largest real ones are JSON. */
const largestYaml = 16 * 1024 * 1024;
const maxReferenceHops = 32;
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;
const keptOperations = 40;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): Json => (isObject(value) ? value : {});
const own = (value: Json, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

/** What the start of a text must hold to be worth parsing: a version key, in JSON or YAML. */
const versionKey = /["']?(openapi|swagger)["']?\s*:\s*["']?\d/;

function parse(source: string): { document: unknown } | { problem: string } {
  try {
    if (/^\s*[[{]/.test(source)) return { document: JSON.parse(source) as unknown };
  } catch (error) {
    // Some servers publish YAML flow style that starts like JSON; it gets its chance below.
    if (source.length > largestYaml) return { problem: `it is not valid JSON: ${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'}` };
  }
  if (source.length > largestYaml) return { problem: 'it is a YAML document of more than 16 MiB' };
  try {
    return { document: load(source, { maxDepth: 100, maxAliases: 1_000 }) as unknown };
  } catch (error) {
    return { problem: `it is neither valid JSON nor YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 120) : 'unreadable'}` };
  }
}

/** Follows internal references only (RFC 6901 pointers); an external one is left alone, never fetched (STANDARDS U9). */
function resolver(root: Json, faults: Set<string>): (value: unknown) => Json {
  return (value) => {
    let current = value;
    for (let hop = 0; hop < maxReferenceHops; hop += 1) {
      if (!isObject(current)) return {};
      const reference = own(current, '$ref');
      if (typeof reference !== 'string') return current;
      if (!reference.startsWith('#/')) {
        faults.add('it refers to other documents, which were not fetched');
        return current;
      }
      let at: unknown = root;
      for (const part of reference.slice(2).split('/')) {
        const key = decodePointer(part);
        at = isObject(at) ? own(at, key) : Array.isArray(at) && /^\d{1,6}$/.test(key) ? at[Number(key)] : undefined;
      }
      if (at === undefined) faults.add('a reference leads nowhere');
      current = at;
    }
    faults.add('its references go round in a circle');
    return {};
  };
}

function decodePointer(part: string): string {
  const plain = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    // A stray percent sign belongs to the key itself.
    return plain;
  }
}

const absolute = (value: string | null, base: string): string | null => {
  if (value === null || value.length > 2_000) return null;
  return URL.canParse(value, base) ? new URL(value, base).href : value;
};

function serversOf(root: Json, url: string, swagger: boolean, faults: Set<string>): string[] {
  if (swagger) {
    const host = text(own(root, 'host'));
    const scheme = list(own(root, 'schemes')).find((s) => s === 'https') ?? list(own(root, 'schemes')).find((s) => s === 'http') ?? 'https';
    const path = text(own(root, 'basePath')) ?? '';
    const base = host ? `${String(scheme)}://${host.replace(/^https?:\/\//, '')}` : (URL.canParse(url) ? new URL(url).origin : '');
    return base && URL.canParse(base) ? [`${base}${path.startsWith('/') || path === '' ? path : `/${path}`}`.replace(/\/+$/, '')] : [];
  }
  const servers: string[] = [];
  for (const entry of list(own(root, 'servers')).slice(0, 20)) {
    const raw = text(own(object(entry), 'url'));
    if (raw === null) continue;
    const variables = object(own(object(entry), 'variables'));
    const filled = raw.replace(/\{([^{}]{1,100})\}/g, (whole, name: string) => {
      const variable = object(own(variables, name));
      return text(own(variable, 'default')) ?? text(list(own(variable, 'enum'))[0]) ?? whole;
    });
    const resolved = absolute(filled, url);
    if (resolved === null || !/^https?:/i.test(resolved)) continue;
    servers.push(resolved.replace(/\/+$/, ''));
  }
  if (servers.length === 0) {
    faults.add('it names no server');
    // OpenAPI 3 says that a missing list means "/", relative to the document.
    if (/^https?:/.test(url)) servers.push(new URL(url).origin);
  }
  return [...new Set(servers)];
}

const grantOf2: Record<string, DescribedFlow['grant']> = { implicit: 'implicit', password: 'password', application: 'client_credentials', accessCode: 'authorization_code' };
const grantOf3: Record<string, DescribedFlow['grant']> = { implicit: 'implicit', password: 'password', clientCredentials: 'client_credentials', authorizationCode: 'authorization_code', deviceAuthorization: 'device_code' };

function flowOf(grant: DescribedFlow['grant'], flow: Json, base: string): DescribedFlow {
  const scopes = own(flow, 'scopes');
  return {
    grant,
    // OpenAPI 3 resolves relative URLs of flows against the server, not the document (STANDARDS OA4).
    tokenUrl: absolute(text(own(flow, 'tokenUrl')), base),
    authorizationUrl: absolute(text(own(flow, 'authorizationUrl')), base),
    refreshUrl: absolute(text(own(flow, 'refreshUrl')), base),
    scopes: (isObject(scopes) ? Object.keys(scopes) : list(scopes).filter((s): s is string => typeof s === 'string')).filter((s) => s.length <= 300 && s.trim() !== '').slice(0, 300),
  };
}

function schemeOf(name: string, raw: Json, base: string, faults: Set<string>): DescribedScheme | null {
  const type = text(own(raw, 'type'));
  const common = { name: name.slice(0, 200), description: (text(own(raw, 'description')) ?? '').slice(0, 1_000), scheme: null, in: null, parameter: null, flows: [], openIdConnectUrl: null, metadataUrl: null, used: false };
  if (type === 'basic') return { ...common, type: 'http', scheme: 'basic' };
  if (type === 'http') return { ...common, type: 'http', scheme: (text(own(raw, 'scheme')) ?? '').toLowerCase() || null };
  if (type === 'apiKey') {
    const where = text(own(raw, 'in'));
    return { ...common, type: 'apiKey', in: where === 'header' || where === 'query' || where === 'cookie' ? where : null, parameter: text(own(raw, 'name')) };
  }
  if (type === 'openIdConnect') return { ...common, type: 'openIdConnect', openIdConnectUrl: absolute(text(own(raw, 'openIdConnectUrl')), base) };
  if (type === 'mutualTLS') return { ...common, type: 'mutualTLS' };
  if (type === 'oauth2') {
    const single = text(own(raw, 'flow'));
    const grant2 = single === null ? undefined : grantOf2[single];
    const flows = grant2 ? [flowOf(grant2, raw, base)] : Object.entries(object(own(raw, 'flows'))).flatMap(([key, flow]) => {
      const grant = Object.hasOwn(grantOf3, key) ? grantOf3[key] : undefined;
      return grant && isObject(flow) ? [flowOf(grant, flow, base)] : [];
    });
    if (flows.some((f) => f.tokenUrl?.startsWith('http:') || f.authorizationUrl?.startsWith('http:'))) faults.add('an OAuth URL is plain http (RFC 6749 §3.1, §3.2 ask for TLS)');
    return { ...common, type: 'oauth2', flows, metadataUrl: absolute(text(own(raw, 'oauth2MetadataUrl')), base) };
  }
  faults.add(`the security scheme “${common.name.slice(0, 60)}” has no known type`);
  return null;
}

/** STANDARDS OA5: a list is OR, the members of one object are AND, `{}` allows anonymous calls, an empty list removes the root's. */
function securedBy(requirement: unknown): boolean | null {
  if (!Array.isArray(requirement)) return null;
  if (requirement.length === 0) return false;
  return requirement.every((alternative) => isObject(alternative) && Object.keys(alternative).length > 0);
}

const aboutTheCaller = /\/(me|self|user|users|users\/me|account|accounts|whoami|profile|current[_-]?user|projects|organizations|teams|settings|customers|contacts|lists|items|orders|invoices|charges|balance|messages|documents|files|events)(\.json)?$/i;

interface Ranked {
  operation: DescribedOperation;
  points: number;
}

function fillFromExample(path: string, parameters: readonly Json[]): string {
  return path.replace(/\{([^{}]{1,100})\}/g, (whole, name: string) => {
    const parameter = parameters.find((p) => own(p, 'name') === name && own(p, 'in') === 'path');
    if (!parameter) return whole;
    const schema = object(own(parameter, 'schema'));
    const value = own(parameter, 'example') ?? own(schema, 'example') ?? own(schema, 'default') ?? own(parameter, 'default') ?? list(own(schema, 'enum'))[0] ?? list(own(parameter, 'enum'))[0];
    return typeof value === 'string' || typeof value === 'number' ? encodeURIComponent(String(value).slice(0, 100)) : whole;
  });
}

/**
 * Reads a description. Tolerant: faults are listed, not fatal. Time and memory are linear in the size of the document; nothing that the
 * document says makes this recurse.
 */
export function readDescription(source: DescriptionSource): DescriptionReading {
  if (/^\s*<(!doctype|html|\?xml)/i.test(source.text.slice(0, 300))) return { kind: 'absent', reason: 'an HTML or XML page stands there' };
  // A version key far inside a large document (keys sorted by name) is still found: JSON is parsed whatever its order.
  if (!versionKey.test(source.text.slice(0, 20_000)) && !/^\s*\{/.test(source.text)) return { kind: 'absent', reason: 'it carries no openapi or swagger version' };
  const parsed = parse(source.text);
  if ('problem' in parsed) return versionKey.test(source.text.slice(0, 20_000)) ? { kind: 'malformed', problem: parsed.problem } : { kind: 'absent', reason: parsed.problem };
  const root = parsed.document;
  if (!isObject(root)) return { kind: 'absent', reason: 'it is not an object' };
  const swaggerVersion = own(root, 'swagger');
  const openapiVersion = own(root, 'openapi');
  const swagger = swaggerVersion !== undefined && openapiVersion === undefined;
  if (swaggerVersion === undefined && openapiVersion === undefined) return { kind: 'absent', reason: 'it carries no openapi or swagger version' };
  const version = String(swagger ? swaggerVersion : openapiVersion);
  const paths = own(root, 'paths');
  if (!isObject(paths) && !isObject(own(root, 'components')) && !isObject(own(root, 'webhooks'))) return { kind: 'malformed', problem: 'it has a version but neither paths nor components' };

  const faults = new Set<string>();
  const resolve = resolver(root, faults);
  const servers = serversOf(root, source.url, swagger, faults);
  const base = servers[0] && URL.canParse(servers[0]) ? `${servers[0]}/` : source.url;
  const definitions = object(swagger ? own(root, 'securityDefinitions') : own(object(own(root, 'components')), 'securitySchemes'));
  const schemes = Object.entries(definitions).slice(0, 200).flatMap(([name, raw]) => {
    const scheme = schemeOf(name, resolve(raw), swagger ? source.url : base, faults);
    return scheme ? [scheme] : [];
  });
  const known = new Set(schemes.map((s) => s.name));
  const used = new Set<string>();
  const note = (requirement: unknown) => {
    for (const alternative of list(requirement)) {
      for (const name of Object.keys(object(alternative))) {
        used.add(name);
        if (!known.has(name)) faults.add(`a requirement names the scheme “${name.slice(0, 60)}”, which is not defined`);
      }
    }
  };
  const rootSecurity = own(root, 'security');
  note(rootSecurity);

  const counts = { operations: 0, secured: 0, open: 0, undeclared: 0 };
  const ranked: Ranked[] = [];
  let documents401 = false;
  for (const [path, rawItem] of Object.entries(object(paths))) {
    if (!path.startsWith('/')) continue;
    const item = resolve(rawItem);
    for (const method of methods) {
      const operation = own(item, method);
      if (!isObject(operation)) continue;
      counts.operations += 1;
      const requirement = own(operation, 'security');
      if (requirement !== undefined) note(requirement);
      const secured = securedBy(requirement === undefined ? rootSecurity : requirement);
      if (secured === true) counts.secured += 1;
      else if (secured === false) counts.open += 1;
      else counts.undeclared += 1;
      if (isObject(own(operation, 'responses')) && Object.hasOwn(object(own(operation, 'responses')), '401')) documents401 = true;
      if (method !== 'get') continue;
      // Ranking needs parameters only of operations that may be kept.
      const parameters = [...list(own(item, 'parameters')), ...list(own(operation, 'parameters'))].slice(0, 60).map(resolve);
      const filled = fillFromExample(path, parameters);
      const required = parameters.flatMap((p) => {
        const name = text(own(p, 'name'));
        const where = own(p, 'in');
        if (name && where === 'header' && name.toLowerCase() === 'authorization') faults.add('it describes Authorization as a parameter instead of a security scheme');
        return name && own(p, 'required') === true && (where === 'query' || where === 'header') ? [name] : [];
      });
      const open = (filled.match(/\{/g) ?? []).length;
      const server = text(own(object(list(own(operation, 'servers'))[0] ?? list(own(item, 'servers'))[0]), 'url'));
      const origin = absolute(server, base)?.replace(/\/+$/, '') ?? servers[0] ?? '';
      ranked.push({
        points: (secured === true ? 20 : secured === null ? 10 : 0) - open * 4 - required.length * 3 + (aboutTheCaller.test(filled) ? 3 : 0) - filled.split('/').length * 0.2,
        operation: { method: 'GET', url: `${origin}${filled}`, path, secured, required: required.slice(0, 20) },
      });
      if (ranked.length > 2_000) {
        ranked.sort((a, b) => b.points - a.points);
        ranked.length = keptOperations;
      }
    }
  }
  if (schemes.length > 0 && used.size === 0) faults.add('it defines security schemes but requires none');
  const format = swagger ? 'swagger-2.0' : version.startsWith('3.0') ? 'openapi-3.0' : version.startsWith('3.1') ? 'openapi-3.1' : version.startsWith('3.2') ? 'openapi-3.2' : 'openapi';
  return {
    kind: 'present',
    value: {
      url: source.url, via: source.via, evidence: source.evidence, format,
      title: (text(own(object(own(root, 'info')), 'title')) ?? 'untitled').slice(0, 200),
      servers: servers.slice(0, 20),
      schemes: schemes.map((scheme) => ({ ...scheme, used: used.has(scheme.name) })),
      counts,
      operations: ranked.sort((a, b) => b.points - a.points || (a.operation.url < b.operation.url ? -1 : 1)).slice(0, keptOperations).map((r) => r.operation),
      documents401,
      faults: [...faults].slice(0, 20),
    },
  };
}
