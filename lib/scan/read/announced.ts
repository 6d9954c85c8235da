/** Ways of authentication that an index of an API or an agent card lists, in the shape of an API description's schemes. */
import type { DescribedScheme } from '../types.ts';
import { isObject, own, type JsonObject } from './json-body.ts';
import { bareScheme } from './openapi/bare-scheme.ts';
import { readSchemes } from './openapi/security.ts';
import { Names } from '../names.ts';
import { plainName } from '../text.ts';

const most = 20;
/** Members under which an index lists its ways of authentication, as the WordPress REST API does under `authentication`. */
const listed = ['authentication', 'auth', 'authentication_methods', 'auth_methods', 'authenticationSchemes'];

/** Names of ways without blanks and dashes. */
const ways: readonly [Names, Partial<DescribedScheme>][] = [
  [
    new Names('applicationpassword applicationpasswords basic basicauth* httpbasic httpbasicauth*'),
    { type: 'http', scheme: 'basic' },
  ],
  [new Names('digest httpdigest'), { type: 'http', scheme: 'digest' }],
  [
    new Names('bearer jwt bearertoken bearertokens accesstoken accesstokens apitoken apitokens oauth oauth2 oauth2.0'),
    { type: 'http', scheme: 'bearer' },
  ],
  [new Names('apikey apikeys'), { type: 'apiKey', in: 'header' }],
  [new Names('cookie cookies session sessions'), { type: 'apiKey', in: 'cookie' }],
];

/** What the name of a way says; null for names that say nothing. */
function schemeNamed(name: string): Partial<DescribedScheme> | null {
  const plain = plainName(name.replaceAll(' ', ''));
  return ways.find(([names]) => names.has(plain))?.[1] ?? null;
}

const schemeOf = (name: string): DescribedScheme[] => {
  const said = name.length > 60 ? null : schemeNamed(name);
  return said === null ? [] : [{ ...bareScheme, name, type: 'http', used: true, ...said }];
};

/** The ways that an index of an API lists by name: members of an object, or texts in a list. Empty when it lists none. */
export function readIndexSchemes(document: unknown): DescribedScheme[] {
  if (!isObject(document)) return [];
  return listed.flatMap((member) => {
    const value = own(document, member);
    const names = isObject(value) ? Object.keys(value) : Array.isArray(value) ? value : [];
    return names
      .slice(0, most)
      .filter((name): name is string => typeof name === 'string')
      .flatMap(schemeOf);
  });
}

/** One entry of a card's `securitySchemes`: OpenAPI's shape, or that of A2A 1.0, where a member names the kind (`httpAuthSecurityScheme`). */
function openApiShape(entry: unknown): unknown {
  if (!isObject(entry) || 'type' in entry) return entry;
  const [kind, inside] = Object.entries(entry)[0] ?? [];
  const type = /^(apiKey|http|oauth2|openIdConnect|mtls)/.exec(kind ?? '')?.[1];
  if (type === undefined || !isObject(inside)) return entry;
  return { ...inside, type: type === 'mtls' ? 'mutualTLS' : type, in: own(inside, 'in') ?? own(inside, 'location') };
}

/** The security schemes of an A2A agent card; `url` is where it stands. Those that no requirement names count as unused. */
export function readCardSchemes(card: JsonObject, url: string): DescribedScheme[] {
  const declared = own(card, 'securitySchemes');
  if (!isObject(declared)) return [];
  const schemes = Object.fromEntries(
    Object.entries(declared)
      .slice(0, most)
      .map(([name, entry]) => [name, openApiShape(entry)]),
  );
  const named = JSON.stringify(own(card, 'security') ?? own(card, 'securityRequirements') ?? null);
  const read = readSchemes(
    { components: { securitySchemes: schemes } },
    false,
    (value) => (isObject(value) ? value : {}),
    url,
    new Set(),
  );
  return read.map((scheme) => ({
    ...scheme,
    used: named === 'null' || named.includes(JSON.stringify(scheme.name)),
  }));
}
