/** Walks the operations of an API description: counts what they demand, and picks those that a scanner may call. */
import { isObject, own, textOf, type JsonObject } from '../../protocol/json-body.ts';
import type { DescribedOperation, Description } from '../../types.ts';
import { listOf, objectOf, stringOf, type Resolve } from './document.ts';
import { readRequirement, type Requirement } from './security.ts';
import { fromServers } from './servers.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;
const KEPT = 40;
/** The largest real description has 30,000; a document that says one operation a million times by reference is cut here. */
const MAX_OPERATIONS = 100_000;
const MAX_PARAMETERS = 60;

/** Operations about the caller need nothing but a credential, and hide no private object behind a 404 (STANDARDS T4). */
const ABOUT_CALLER = /\/(?:me|self|whoami|user|users|users\/(?:me|self|current)|account|accounts|profile|current[_-]?user|organi[sz]ations?|projects?|teams?|workspaces?|settings|customers?|contacts?|lists|orders|invoices|charges|balance|messages|documents|files|items)(?:\.json)?$/i;
/** Safe by its method and not by its name (STANDARDS G6): these may end a session, start work or never end. */
const NOT_TO_CALL = /(?:^|[/_.-])(?:log-?out|log_out|sign-?out|delete|remove|destroy|revoke|unsubscribe|cancel|reset|purge|flush|trigger|execute|run|start|stop|restart|send|callback|redirect|authorize|stream|sse|firehose|watch|subscribe|download|export)(?:$|[/_.-])/i;

export interface Walk {
  counts: Description['counts'];
  operations: DescribedOperation[];
  /** Names of schemes that the root or some operation requires. */
  required: Set<string>;
  documents401: boolean;
}

interface Ranked {
  points: number;
  operation: DescribedOperation;
}

/** Walks `paths`. `servers`: the document's servers, absolute. Time is linear in the document, up to 100,000 operations. */
export function walkOperations(root: JsonObject, servers: readonly string[], resolve: Resolve, faults: Set<string>): Walk {
  const walk: Walk = { counts: { operations: 0, secured: 0, open: 0, undeclared: 0 }, operations: [], required: new Set(), documents401: false };
  const general = readRequirement(own(root, 'security'), faults);
  for (const name of general.schemes) walk.required.add(name);
  const ranked: Ranked[] = [];
  for (const [path, raw] of Object.entries(objectOf(own(root, 'paths')))) {
    if (!path.startsWith('/')) continue;
    const item = resolve(raw);
    for (const [method, operation] of operationsOf(item)) {
      if (walk.counts.operations >= MAX_OPERATIONS) {
        faults.add('only its first 100,000 operations were read');
        return { ...walk, operations: best(ranked) };
      }
      const requirement = own(operation, 'security') === undefined ? general : readRequirement(own(operation, 'security'), faults);
      count(walk, operation, requirement);
      const parameters = [...listOf(own(item, 'parameters'), MAX_PARAMETERS), ...listOf(own(operation, 'parameters'), MAX_PARAMETERS)].map(resolve);
      if (parameters.some((p) => own(p, 'in') === 'header' && stringOf(own(p, 'name'), 40)?.toLowerCase() === 'authorization')) faults.add('it describes Authorization as a parameter instead of a security scheme');
      if (method !== 'get' || NOT_TO_CALL.test(path) || path.length > 500) continue;
      const [server] = [...fromServers(operation, base(servers[0]), faults), ...fromServers(item, base(servers[0]), faults), ...servers];
      if (server === undefined) continue;
      ranked.push(rank(server, path, operation, parameters, requirement));
      if (ranked.length > 4000) ranked.splice(0, ranked.length, ...topOf(ranked));
    }
  }
  return { ...walk, operations: best(ranked) };
}

const base = (server: string | undefined): URL | null => (server !== undefined && URL.canParse(server) ? new URL(`${server}/`) : null);

/** The operations of one path item, with those that 3.2 lists under `additionalOperations`. */
function* operationsOf(item: JsonObject): Generator<[string, JsonObject]> {
  for (const method of METHODS) {
    const operation = own(item, method);
    if (isObject(operation)) yield [method, operation];
  }
  for (const [method, operation] of Object.entries(objectOf(own(item, 'additionalOperations'))).slice(0, 20)) if (isObject(operation)) yield [method, operation];
}

function count(walk: Walk, operation: JsonObject, requirement: Requirement): void {
  walk.counts.operations += 1;
  if (requirement.secured === null) walk.counts.undeclared += 1;
  else if (requirement.secured) walk.counts.secured += 1;
  else walk.counts.open += 1;
  for (const name of requirement.schemes) if (walk.required.size < 1000) walk.required.add(name);
  const responses = own(operation, 'responses');
  if (isObject(responses) && Object.hasOwn(responses, '401')) walk.documents401 = true;
}

/** A value that the document itself gives for a parameter, fit to stand in a URL; null when there is none. */
function valueOf(parameter: JsonObject): string | null {
  const schema = objectOf(own(parameter, 'schema'));
  const example = Object.values(objectOf(own(parameter, 'examples')))[0];
  const candidates = [own(parameter, 'example'), own(objectOf(example), 'value'), own(schema, 'example'), listOf(own(schema, 'examples'), 1)[0], own(schema, 'default'), own(parameter, 'default'), listOf(own(schema, 'enum'), 1)[0], listOf(own(parameter, 'enum'), 1)[0], own(parameter, 'x-example')];
  for (const candidate of candidates) {
    const text = textOf(candidate);
    // A dot segment would be taken out of the path again (RFC 3986 §5.2.4).
    if (text !== null && text.length <= 100 && !/^\.{1,2}$/.test(text)) return encodeURIComponent(text);
  }
  return null;
}

function rank(server: string, path: string, operation: JsonObject, parameters: readonly JsonObject[], requirement: Requirement): Ranked {
  const named = (name: string, where: string): JsonObject | undefined => parameters.find((p) => own(p, 'name') === name && own(p, 'in') === where);
  const filled = path.replaceAll(/\{([^{}]{1,100})\}/g, (whole, name: string) => {
    const parameter = named(name, 'path');
    return (parameter && valueOf(parameter)) ?? whole;
  });
  const query: string[] = [];
  const required: string[] = [];
  for (const parameter of parameters) {
    const name = stringOf(own(parameter, 'name'), 100);
    const where = own(parameter, 'in');
    if (name === null || own(parameter, 'required') !== true || (where !== 'query' && where !== 'header') || /^(?:authorization|accept|content-type)$/i.test(name)) continue;
    // T6: some servers look at parameters before credentials, so those with a known value are sent along.
    const value = where === 'query' && query.length < 10 ? valueOf(parameter) : null;
    if (value !== null) query.push(`${encodeURIComponent(name)}=${value}`);
    else required.push(name);
  }
  const left = (filled.match(/\{/g) ?? []).length;
  const given = (path.match(/\{/g) ?? []).length - left;
  const points =
    (requirement.secured === true ? 20 : requirement.secured === null ? 10 : 0) - left * 4 - given - required.length * 3 - query.length * 0.5 -
    (own(operation, 'deprecated') === true ? 2 : 0) + (ABOUT_CALLER.test(filled) ? 3 : 0) - path.split('/').length * 0.2;
  return { points, operation: { method: 'GET', url: `${server}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`, path, secured: requirement.secured, required: required.slice(0, 20) } };
}

const topOf = (ranked: readonly Ranked[]): Ranked[] => ranked.toSorted((a, b) => b.points - a.points || (a.operation.url < b.operation.url ? -1 : 1)).slice(0, KEPT);
const best = (ranked: readonly Ranked[]): DescribedOperation[] => topOf(ranked).map(({ operation }) => operation);
