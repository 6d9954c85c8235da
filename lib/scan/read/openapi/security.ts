/** What an API description declares about authentication: its schemes, their flows, and what its requirements mean (STANDARDS OA2-OA8). */
import { isObject, own, type JsonObject } from '../json-body.ts';
import type { DescribedFlow, DescribedScheme } from '../../types.ts';
import { listOf, objectOf, stringOf, wordOf, type Resolve } from './document.ts';
import { bareScheme } from './bare-scheme.ts';
import { absoluteUrl } from './servers.ts';
import { isLoopback } from '../../loopback.ts';
import { urlOf } from '../../text.ts';

const MAX_SCHEMES = 200;
const MAX_SCOPES = 300;

/** Flow names of 2.0, of 3.x, and what authors write in their place, in one spelling. */
const GRANTS: ReadonlyMap<string, DescribedFlow['grant']> = new Map([
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['application', 'client_credentials'],
  ['clientcredentials', 'client_credentials'],
  ['accesscode', 'authorization_code'],
  ['authorizationcode', 'authorization_code'],
  ['deviceauthorization', 'device_code'],
  ['devicecode', 'device_code'],
]);
const CURRENT_NAMES = new Set([
  'implicit',
  'password',
  'application',
  'clientCredentials',
  'accessCode',
  'authorizationCode',
  'deviceAuthorization',
]);

/** OA4: the URLs that each flow needs. */
const NEEDS: Record<DescribedFlow['grant'], readonly ('tokenUrl' | 'authorizationUrl')[]> = {
  implicit: ['authorizationUrl'],
  password: ['tokenUrl'],
  client_credentials: ['tokenUrl'],
  authorization_code: ['authorizationUrl', 'tokenUrl'],
  device_code: ['tokenUrl'],
};

function scopesOf(value: unknown): string[] {
  const names = isObject(value)
    ? Object.keys(value)
    : listOf(value, MAX_SCOPES).filter((scope): scope is string => typeof scope === 'string');
  return names.filter((scope) => scope.length <= 300 && scope.trim() !== '').slice(0, MAX_SCOPES);
}

/** OA4: in 3.x URLs of flows may be relative and resolve against the server, not the document. */
function flowOf(
  grant: DescribedFlow['grant'],
  flow: JsonObject,
  server: string | null,
  faults: Set<string>,
): DescribedFlow {
  const url = (name: string): string | null => {
    const raw = stringOf(own(flow, name));
    const found = absoluteUrl(raw, server);
    if (raw !== null && found === null) faults.add(`a ${name} is no http(s) URL`);
    if (found !== null && /^http:/i.test(found) && !isLoopback(urlOf(found)?.hostname ?? ''))
      faults.add('an OAuth URL is plain http (RFC 6749 §3.1 and §3.2 ask for TLS)');
    return found;
  };
  const read: DescribedFlow = {
    grant,
    tokenUrl: url('tokenUrl'),
    authorizationUrl: url('authorizationUrl'),
    refreshUrl: url('refreshUrl'),
    scopes: scopesOf(own(flow, 'scopes')),
  };
  for (const name of NEEDS[grant]) if (read[name] === null) faults.add(`the flow ${grant} has no ${name}`);
  return read;
}

function flowsOf(raw: JsonObject, resolve: Resolve, server: string | null, faults: Set<string>): DescribedFlow[] {
  const single = stringOf(own(raw, 'flow'), 60);
  const several = own(raw, 'flows');
  const entries: [string, JsonObject][] = isObject(several)
    ? Object.entries(several)
        .slice(0, 20)
        .map(([name, flow]) => [name, resolve(flow)])
    : [];
  if (single !== null) entries.push([single, raw]);
  // Extensions (x-…) among the flows are not flows.
  const named = entries.filter(([name]) => !name.toLowerCase().startsWith('x-'));
  if (named.length === 0) faults.add('an oauth2 scheme names no flow');
  return named.flatMap(([name, flow]) => {
    const grant = GRANTS.get(wordOf(name.slice(0, 60)));
    if (!grant) faults.add(`the flow “${name.slice(0, 60)}” is none that OpenAPI knows`);
    else if (!CURRENT_NAMES.has(name)) faults.add(`the flow “${name.slice(0, 60)}” is written otherwise in OpenAPI`);
    return grant ? [flowOf(grant, flow, server, faults)] : [];
  });
}

function schemeOf(
  name: string,
  raw: JsonObject,
  resolve: Resolve,
  server: string | null,
  faults: Set<string>,
): DescribedScheme | null {
  const type = stringOf(own(raw, 'type'), 60);
  const common = { ...bareScheme, name, description: stringOf(own(raw, 'description'), 1000) ?? '' };
  switch (wordOf(type ?? '')) {
    case 'basic':
      return { ...common, type: 'http', scheme: 'basic' };
    case 'http': {
      const scheme = stringOf(own(raw, 'scheme'), 60)?.toLowerCase() ?? null;
      if (scheme === null) faults.add('an http scheme does not say which');
      return { ...common, type: 'http', scheme, bearerFormat: stringOf(own(raw, 'bearerFormat'), 60) };
    }
    // No version of OpenAPI has a type `bearer`; what it means is plain.
    case 'bearer':
      faults.add('the type “bearer” is written otherwise in OpenAPI');
      return { ...common, type: 'http', scheme: 'bearer' };
    case 'apikey': {
      const where = stringOf(own(raw, 'in'), 20)?.toLowerCase();
      const parameter = stringOf(own(raw, 'name'), 200);
      if (where === 'header' && parameter?.toLowerCase() === 'authorization')
        faults.add('an apiKey scheme stands for the Authorization header, which hides that it takes Bearer');
      return {
        ...common,
        type: 'apiKey',
        in: where === 'header' || where === 'query' || where === 'cookie' ? where : null,
        parameter,
      };
    }
    case 'openidconnect':
      return {
        ...common,
        type: 'openIdConnect',
        openIdConnectUrl: absoluteUrl(stringOf(own(raw, 'openIdConnectUrl')), server),
      };
    case 'mutualtls':
      return { ...common, type: 'mutualTLS' };
    case 'oauth2':
      return {
        ...common,
        type: 'oauth2',
        flows: flowsOf(raw, resolve, server, faults),
        metadataUrl: absoluteUrl(stringOf(own(raw, 'oauth2MetadataUrl')), server),
      };
    default:
      faults.add(`the security scheme “${name.slice(0, 60)}” has no type that OpenAPI knows`);
      return null;
  }
}

/** The schemes of a document, wherever its author put them; `used` is still false everywhere. */
export function readSchemes(
  root: JsonObject,
  swagger: boolean,
  resolve: Resolve,
  server: string | null,
  faults: Set<string>,
): DescribedScheme[] {
  const older = objectOf(own(root, 'securityDefinitions'));
  const newer = objectOf(own(objectOf(own(root, 'components')), 'securitySchemes'));
  const [right, wrong] = swagger ? [older, newer] : [newer, older];
  if (Object.keys(wrong).length > 0)
    faults.add('it defines security schemes where another version of OpenAPI has them');
  const names = new Set<string>();
  return [...Object.entries(right), ...Object.entries(wrong)].slice(0, MAX_SCHEMES).flatMap(([name, raw]) => {
    const cut = name.slice(0, 200);
    if (names.has(cut)) return [];
    names.add(cut);
    const scheme = schemeOf(cut, resolve(raw), resolve, server, faults);
    return scheme ? [scheme] : [];
  });
}

/** RFC 9110 §10.1, §12.5: fields that every client fills as it likes. A scheme that asks for one of them asks for no credential. */
const everyday = new Set(['user-agent', 'from', 'referer', 'accept', 'accept-language', 'content-type']);
export const isEveryday = ({ type, in: place, parameter }: DescribedScheme): boolean =>
  type === 'apiKey' && place === 'header' && everyday.has(parameter?.toLowerCase() ?? '');

/** One `security` list, read: what it demands, and the schemes that it names. */
export interface Requirement {
  /** True: every alternative needs credentials; false: none are needed, or `{}` is among them; null: nothing declared (OA5). */
  secured: boolean | null;
  schemes: readonly string[];
}

const UNDECLARED: Requirement = { secured: null, schemes: [] };

/**
 * OA5: a list is OR, the members of one object are AND, `{}` allows anonymous calls, and an empty list removes what the root demands.
 * What is no list declares nothing, except one object alone, which authors write for a list of one.
 * @param free schemes that ask for no credential
 */
export function readRequirement(value: unknown, faults: Set<string>, free: ReadonlySet<string>): Requirement {
  if (value === undefined || value === null) return UNDECLARED;
  if (!Array.isArray(value) && !isObject(value)) {
    faults.add('a security requirement is no list');
    return UNDECLARED;
  }
  if (isObject(value)) faults.add('a security requirement is no list');
  const alternatives: unknown[] = Array.isArray(value) ? value.slice(0, 200) : [value];
  const schemes: string[] = [];
  let open = alternatives.length === 0;
  for (const alternative of alternatives) {
    if (typeof alternative === 'string') {
      faults.add('a security requirement names a scheme without the object around it');
      schemes.push(alternative.slice(0, 200));
    } else if (isObject(alternative)) {
      const names = Object.keys(alternative)
        .slice(0, 50)
        .filter((name) => !free.has(name));
      if (names.length === 0) open = true;
      // 3.2 also names a scheme by the URI of its object.
      schemes.push(
        ...names.map((name) =>
          (name.startsWith('#/components/securitySchemes/')
            ? name.slice('#/components/securitySchemes/'.length)
            : name
          ).slice(0, 200),
        ),
      );
    }
  }
  if (alternatives.length > 0 && !open && schemes.length === 0) return UNDECLARED;
  return { secured: !open, schemes };
}
