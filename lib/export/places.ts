/** Where in the text of an API description a finding is about: the line that code scanning and annotations point at. */
import { isMap, isScalar, LineCounter, parseDocument, type Node } from 'yaml';
import type { Report } from '../scan/schema/report.ts';

/** Longer documents are not read a second time for their lines; their findings point at the first. In characters. */
const longest = 4 * 1024 * 1024;

export interface DocumentPlaces {
  /** Path of the document as it was given, with slashes. */
  uri: string;
  /** Line of a finding, from 1. */
  lineOf: (finding: string) => number;
}

interface Spot {
  key: Node;
  value: unknown;
}

/** The pair of a mapping under a name, as it stands in the text. */
function member(value: unknown, name: string): Spot | null {
  if (!isMap(value)) return null;
  const pair = value.items.find(({ key }) => isScalar(key) && String(key.value) === name);
  return pair && isScalar(pair.key) ? { key: pair.key, value: pair.value } : null;
}

const at = (value: unknown, ...path: readonly string[]): Spot | null =>
  path.reduce<Spot | null>((spot, name, index) => member(index === 0 ? value : spot?.value, name), null);

const members = (value: unknown): Spot[] =>
  isMap(value) ? value.items.flatMap(({ key, value: inner }) => (isScalar(key) ? [{ key, value: inner }] : [])) : [];

const textOf = (value: unknown, name: string): unknown => {
  const spot = member(value, name);
  return spot && isScalar(spot.value) ? spot.value.value : undefined;
};

/** The security schemes of an OpenAPI 3 or Swagger 2 document. */
const schemesOf = (root: unknown): Spot | null =>
  at(root, 'components', 'securitySchemes') ?? at(root, 'securityDefinitions');

function schemeOf(root: unknown, fits: (scheme: unknown) => boolean): Spot | null {
  return members(schemesOf(root)?.value).find(({ value }) => fits(value)) ?? null;
}

const isOauth = (scheme: unknown) => textOf(scheme, 'type') === 'oauth2';
const isBearer = (scheme: unknown) => String(textOf(scheme, 'scheme')).toLowerCase() === 'bearer';

/** The first operation's answers: where a 401 is described, or missing. */
function answers(root: unknown): Spot | null {
  for (const path of members(at(root, 'paths')?.value))
    for (const operation of members(path.value)) {
      const responses = member(operation.value, 'responses');
      if (responses) return member(responses.value, '401') ?? responses;
    }
  return at(root, 'paths');
}

/** The flows of the first OAuth scheme, or what stands there of one of them. */
function flowPart(root: unknown, name: string): Spot | null {
  const scheme = schemeOf(root, isOauth);
  const flows = member(scheme?.value, 'flows');
  for (const flow of members(flows?.value)) {
    const part = member(flow.value, name);
    if (part) return part;
  }
  return member(scheme?.value, name) ?? flows ?? scheme;
}

const cookie = (scheme: unknown) => textOf(scheme, 'in') === 'cookie';

/** For each finding the spot that an owner would edit, from the most to the least exact. */
const spots: Record<string, (root: unknown) => Spot | null> = {
  'structured-401': answers,
  'client-credentials': (root) => flowPart(root, 'clientCredentials') ?? schemesOf(root),
  'bearer-token': (root) => schemeOf(root, isBearer) ?? schemesOf(root),
  'oauth-discovery': (root) => schemeOf(root, isOauth) ?? schemesOf(root),
  'self-service-keys': (root) => schemesOf(root) ?? at(root, 'info'),
  'token-expiry': (root) => flowPart(root, 'refreshUrl') ?? schemesOf(root),
  'scope-restriction': (root) => flowPart(root, 'scopes') ?? schemesOf(root),
  'browser-only-oauth': (root) => schemeOf(root, isOauth) ?? schemesOf(root),
  'session-cookie-only': (root) => schemeOf(root, cookie) ?? schemesOf(root),
  'captcha-before-token': (root) => at(root, 'info'),
  'manual-key-approval': (root) => at(root, 'info'),
  'token-rotation-without-refresh': (root) => flowPart(root, 'refreshUrl') ?? schemesOf(root),
};

/** Reads the lines of a description, YAML or JSON (which YAML 1.2 holds). What it does not hold points at the first line. */
export function placesIn(text: string, uri: string): DocumentPlaces {
  const lines = new LineCounter();
  const root: unknown =
    text.length > longest
      ? null
      : parseDocument(text, { lineCounter: lines, keepSourceTokens: false, logLevel: 'silent' }).contents;
  return {
    uri,
    lineOf(finding) {
      const spot = Object.hasOwn(spots, finding) ? spots[finding]?.(root) : null;
      const start = spot?.key.range?.[0];
      return start === undefined ? 1 : lines.linePos(start).line;
    },
  };
}

/** The description that each report was made of, where it was a file. */
export type PlacesOf = (report: Report) => DocumentPlaces | null;
