/** Reads an API description (OpenAPI 2.0 to 3.2, JSON or YAML) into what it declares about authentication (STANDARDS §3.5). No network. */
import { isObject, own, type JsonObject } from '../json-body.ts';
import type { Description, Via } from '../../types.ts';
import { listOf, objectOf, parseDescription, resolver, stringOf } from './document.ts';
import { walkOperations } from './operations.ts';
import { isEveryday, readSchemes } from './security.ts';
import { readServers } from './servers.ts';

/** A document that may be a description. `url` is where it was found, after redirects. */
export interface DescriptionSource {
  text: string;
  url: string;
  via: Via;
  evidence: string[];
  /** Characters of YAML that are parsed at most; default 1 MiB. More is for documents that no stranger sent. */
  mostYaml?: number;
}

/** `words`: what the description says in prose of the whole API, as Markdown: of itself, its tags and its security schemes. */
export type DescriptionReading =
  | { kind: 'present'; value: Description; words: string }
  | { kind: 'malformed'; problem: string }
  | { kind: 'absent'; reason: string };

const MAX_FAULTS = 20;
/** Characters of prose that are handed on. */
const MAX_WORDS = 60_000;
const MAX_TAGS = 100;

function wordsOf(root: JsonObject, schemes: Description['schemes']): string {
  const info = objectOf(own(root, 'info'));
  const section = (name: string, text: string | null) =>
    text === null || text === '' ? [] : [`## ${name}\n\n${text}`];
  return [
    ...[own(info, 'summary'), own(info, 'description')].flatMap((text) => stringOf(text, MAX_WORDS) ?? []),
    ...schemes.flatMap(({ name, description }) => section(name, description)),
    ...listOf(own(root, 'tags'), MAX_TAGS).flatMap((tag) => {
      const read = objectOf(tag);
      return section(stringOf(own(read, 'name'), 100) ?? '', stringOf(own(read, 'description'), 10_000));
    }),
  ]
    .join('\n\n')
    .slice(0, MAX_WORDS);
}

function formatOf(root: JsonObject, faults: Set<string>): Description['format'] {
  const openapi = own(root, 'openapi');
  const version = openapi ?? own(root, 'swagger');
  // YAML reads an unquoted 3.0 as the number three.
  if (typeof version === 'number') faults.add('its version is a number instead of a string');
  // An object may say what it is when it is made a string: `toString` of its own, which is no function.
  const text = typeof version === 'number' ? version.toFixed(1) : typeof version === 'string' ? version.trim() : '';
  if (text.startsWith('2')) return 'swagger-2.0';
  if (text.startsWith('3.0')) return 'openapi-3.0';
  if (text.startsWith('3.1')) return 'openapi-3.1';
  if (text.startsWith('3.2')) return 'openapi-3.2';
  faults.add('its version is none that OpenAPI has');
  return openapi === undefined ? 'swagger-2.0' : 'openapi';
}

/**
 * Reads a description. `absent`: this is none; `malformed`: it means to be one and cannot be read. Tolerant: what can be understood
 * is, and each fault is listed. Only references inside the document are followed (U9). Time and memory are linear in its size, and
 * nothing that it says makes this recurse. Never throws.
 */
export function readDescription(source: DescriptionSource): DescriptionReading {
  const parsed = parseDescription(source.text, source.mostYaml);
  if (parsed.kind !== 'present') return parsed;
  const { root } = parsed;
  const faults = new Set<string>();
  const format = formatOf(root, faults);
  const swagger = format === 'swagger-2.0';
  if (!isObject(own(root, 'paths')) && !isObject(own(root, 'components')) && !isObject(own(root, 'webhooks')))
    return { kind: 'malformed', problem: 'it has a version but neither paths nor components' };

  const resolve = resolver(root, faults);
  const servers = readServers(root, source.url, swagger, faults);
  const named = readSchemes(root, swagger, resolve, servers[0] === undefined ? null : `${servers[0]}/`, faults);
  const free = new Set(named.filter(isEveryday).map(({ name }) => name));
  const schemes = named.filter(({ name }) => !free.has(name));
  const walk = walkOperations(root, servers, resolve, faults, free);

  // OA5: a key that names no scheme spoils its own alternative only.
  const defined = new Set(schemes.map((scheme) => scheme.name));
  for (const name of walk.required)
    if (!defined.has(name)) faults.add(`a requirement names the scheme “${name.slice(0, 60)}”, which is not defined`);
  if (schemes.length > 0 && !schemes.some((scheme) => walk.required.has(scheme.name)))
    faults.add('it defines security schemes and requires none');
  if (schemes.length === 0 && walk.documents401) faults.add('it documents 401 answers and declares no security');
  return {
    kind: 'present',
    value: {
      url: source.url,
      via: source.via,
      evidence: source.evidence,
      format,
      title: stringOf(own(objectOf(own(root, 'info')), 'title'), 200) ?? 'untitled',
      servers,
      schemes: schemes.map((scheme) => ({ ...scheme, used: walk.required.has(scheme.name) })),
      counts: walk.counts,
      operations: walk.operations,
      issuing: walk.issuing,
      documents401: walk.documents401,
      faults: [...faults].slice(0, MAX_FAULTS),
    },
    words: wordsOf(root, schemes),
  };
}
