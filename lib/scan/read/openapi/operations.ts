/** Walks the operations of an API description: counts what they demand, and picks those that a scanner may call. */
import { asksToConfirm, effectOfCall, startsWithOrder } from '../../http/effects.ts';
import { isObject, own, textOf, type JsonObject } from '../json-body.ts';
import { Names } from '../../names.ts';
import type { DescribedOperation, Description, IssuingOperation } from '../../types.ts';
import { listOf, objectOf, stringOf, type Resolve } from './document.ts';
import { readIssuing } from './issuing.ts';
import { readRequirement, type Requirement } from './security.ts';
import { fromServers } from './servers.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;
const KEPT = 40;
/** The largest real description has 30,000; a document that says one operation a million times by reference is cut here. */
const MAX_OPERATIONS = 100_000;
const MAX_PARAMETERS = 60;

/** Operations about the caller need nothing but a credential, and hide no private object behind a 404 (STANDARDS T4). */
const ABOUT_CALLER = new Names(`
  me self whoami user users account accounts profile current_user current-user currentuser
  organization organizations organisation organisations project projects team teams workspace workspaces settings
  customer customers contact contacts lists orders invoices charges balance messages documents files items
`);
const isAboutCaller = (path: string): boolean => {
  const [before, last = ''] = path
    .replace(/\.json$/i, '')
    .toLowerCase()
    .split('/')
    .slice(-2);
  return ABOUT_CALLER.has(last) || (before === 'users' && last === 'current');
};
/** Safe by its method and not by its name (STANDARDS G6): these start work, never end, or lead people elsewhere. */
const NOT_TO_CALL =
  /(?:^|[/_.-])(?:trigger|execute|run|start|stop|callback|redirect|authorize|stream|sse|firehose|watch|subscribe|download|export)(?:$|[/_.-])/i;

/** A GET is called when neither its path nor its name gives an order, and nothing is asked to confirm one. */
const mayBeCalled = (path: string, operation: JsonObject, parameters: readonly JsonObject[]): boolean =>
  path.length <= 500 &&
  !NOT_TO_CALL.test(path) &&
  effectOfCall(new URL(`https://host.invalid${path}`)) === null &&
  !startsWithOrder(stringOf(own(operation, 'operationId'), 200) ?? '') &&
  !parameters.some((parameter) => asksToConfirm(stringOf(own(parameter, 'name'), 100) ?? ''));

export interface Walk {
  counts: Description['counts'];
  operations: DescribedOperation[];
  issuing: IssuingOperation[];
  /** Names of schemes that the root or some operation requires. */
  required: Set<string>;
  documents401: boolean;
}

interface Ranked {
  points: number;
  operation: DescribedOperation;
}

/** Walks `paths`. `servers`: the document's servers, absolute; `free`: schemes that ask for no credential. Time is linear in the document, up to 100,000 operations. */
export function walkOperations(
  root: JsonObject,
  servers: readonly string[],
  resolve: Resolve,
  faults: Set<string>,
  free: ReadonlySet<string>,
): Walk {
  const walk: Walk = {
    counts: { operations: 0, secured: 0, open: 0, undeclared: 0 },
    operations: [],
    issuing: [],
    required: new Set(),
    documents401: false,
  };
  const general = readRequirement(own(root, 'security'), faults, free);
  for (const name of general.schemes) walk.required.add(name);
  const ranked: Ranked[] = [];
  const unsaid: IssuingOperation[] = [];
  for (const [path, raw] of Object.entries(objectOf(own(root, 'paths')))) {
    if (!path.startsWith('/')) continue;
    const item = resolve(raw);
    for (const [method, operation] of operationsOf(item)) {
      if (walk.counts.operations >= MAX_OPERATIONS) {
        faults.add('only its first 100,000 operations were read');
        return { ...walk, operations: best(ranked) };
      }
      const requirement =
        own(operation, 'security') === undefined ? general : readRequirement(own(operation, 'security'), faults, free);
      count(walk, operation, requirement);
      if (method === 'post' && servers[0] !== undefined && walk.issuing.length + unsaid.length < 10)
        noteIssuing(requirement, readIssuing(`${servers[0]}${path}`, path, operation, resolve), walk.issuing, unsaid);
      const parameters = [
        ...listOf(own(item, 'parameters'), MAX_PARAMETERS),
        ...listOf(own(operation, 'parameters'), MAX_PARAMETERS),
      ].map(resolve);
      if (
        parameters.some(
          (p) => own(p, 'in') === 'header' && stringOf(own(p, 'name'), 40)?.toLowerCase() === 'authorization',
        )
      )
        faults.add('it describes Authorization as a parameter instead of a security scheme');
      if (method !== 'get' || !mayBeCalled(path, operation, parameters)) continue;
      const [server] = [
        ...fromServers(operation, base(servers[0]), faults),
        ...fromServers(item, base(servers[0]), faults),
        ...servers,
      ];
      if (server === undefined) continue;
      ranked.push(rank(server, path, operation, parameters, requirement));
      if (ranked.length > 4000) ranked.splice(0, ranked.length, ...topOf(ranked));
    }
  }
  // An operation without a word on security needs none where others say that they do; where nothing says so, nothing tells them apart.
  const issuing = walk.counts.secured > 0 ? [...walk.issuing, ...unsaid].slice(0, 5) : walk.issuing.slice(0, 5);
  return { ...walk, issuing, operations: best(ranked) };
}

/** What gives out a credential, by what it says of security itself; an unsaid key may be one for those who are known already. */
function noteIssuing(
  { secured }: Requirement,
  issuing: IssuingOperation | null,
  open: IssuingOperation[],
  unsaid: IssuingOperation[],
): void {
  if (issuing === null || secured === true) return;
  if (secured === false) open.push(issuing);
  else if (issuing.issues === 'token') unsaid.push(issuing);
}

const base = (server: string | undefined): URL | null =>
  server !== undefined && URL.canParse(server) ? new URL(`${server}/`) : null;

/** The operations of one path item, with those that 3.2 lists under `additionalOperations`. */
function* operationsOf(item: JsonObject): Generator<[string, JsonObject]> {
  for (const method of METHODS) {
    const operation = own(item, method);
    if (isObject(operation)) yield [method, operation];
  }
  for (const [method, operation] of Object.entries(objectOf(own(item, 'additionalOperations'))).slice(0, 20))
    if (isObject(operation)) yield [method, operation];
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
  const candidates = [
    own(parameter, 'example'),
    own(objectOf(example), 'value'),
    own(schema, 'example'),
    listOf(own(schema, 'examples'), 1)[0],
    own(schema, 'default'),
    own(parameter, 'default'),
    listOf(own(schema, 'enum'), 1)[0],
    listOf(own(parameter, 'enum'), 1)[0],
    own(parameter, 'x-example'),
  ];
  for (const candidate of candidates) {
    const text = textOf(candidate);
    // A dot segment would be taken out of the path again (RFC 3986 §5.2.4).
    if (text !== null && text.length <= 100 && !/^\.{1,2}$/.test(text)) return encodeURIComponent(text);
  }
  return null;
}

/** Header parameters that a description says elsewhere, so that these are ignored (OpenAPI 3.0 §4.7.12.1). */
const OTHERWISE_SAID = new Names('authorization accept content-type');

function rank(
  server: string,
  path: string,
  operation: JsonObject,
  parameters: readonly JsonObject[],
  requirement: Requirement,
): Ranked {
  const named = (name: string, where: string): JsonObject | undefined =>
    parameters.find((p) => own(p, 'name') === name && own(p, 'in') === where);
  const filled = path.replaceAll(/\{([^{}]{1,100})\}/g, (whole, name: string) => {
    const parameter = named(name, 'path');
    return (parameter && valueOf(parameter)) ?? whole;
  });
  const query: string[] = [];
  const required: string[] = [];
  for (const parameter of parameters) {
    const name = stringOf(own(parameter, 'name'), 100);
    const where = own(parameter, 'in');
    if (
      name === null ||
      own(parameter, 'required') !== true ||
      (where !== 'query' && where !== 'header') ||
      OTHERWISE_SAID.has(name)
    )
      continue;
    // T6: some servers look at parameters before credentials, so those with a known value are sent along.
    const value = where === 'query' && query.length < 10 ? valueOf(parameter) : null;
    if (value !== null) query.push(`${encodeURIComponent(name)}=${value}`);
    else required.push(name);
  }
  const left = (filled.match(/\{/g) ?? []).length;
  const given = (path.match(/\{/g) ?? []).length - left;
  const points =
    (requirement.secured === true ? 20 : requirement.secured === null ? 10 : 0) -
    left * 4 -
    given -
    required.length * 3 -
    query.length * 0.5 -
    (own(operation, 'deprecated') === true ? 2 : 0) +
    (isAboutCaller(filled) ? 3 : 0) -
    path.split('/').length * 0.2;
  return {
    points,
    operation: {
      method: 'GET',
      url: `${server}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      path,
      secured: requirement.secured,
      required: required.slice(0, 20),
    },
  };
}

const topOf = (ranked: readonly Ranked[]): Ranked[] =>
  ranked.toSorted((a, b) => b.points - a.points || (a.operation.url < b.operation.url ? -1 : 1)).slice(0, KEPT);
const best = (ranked: readonly Ranked[]): DescribedOperation[] => topOf(ranked).map(({ operation }) => operation);
