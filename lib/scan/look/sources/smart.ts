/** SMART on FHIR (SMART App Launch 2.2, "Conformance"): metadata of the authorization server at a place of its own, below the base. */
import { isObject, own } from '../../read/json-body.ts';
import type { HttpAnswer } from '../../types.ts';
import { findBases } from '../bases.ts';
import { parseJson, type Crawl } from '../crawl.ts';
import { source } from '../source.ts';
import { askLookup, readLookup, type Lookup } from './metadata.ts';
import { withoutSlash } from '../../text.ts';

/** A FHIR resource names its type, errors included (FHIR R4 §2.1.0). */
const isFhir = (text: string): boolean => {
  const document = parseJson(text);
  return isObject(document) && typeof own(document, 'resourceType') === 'string';
};

/** A release of FHIR, by which servers divide their base. */
const release = /^(dstu\d|stu\d|r\d\w?|\d[.]\d[.]\d)$/i;

/** Bases that are called FHIR, and the typed address when it answers as FHIR does. */
function fhirBases(crawl: Crawl): string[] {
  const { known, target } = crawl;
  if (known.home === null) return [];
  const { origin, pathname } = new URL(target.url);
  const typed = isFhir(known.home.text) ? [origin + withoutSlash(pathname)] : [];
  const named = [...known.mentions, ...findBases(crawl)].flatMap(({ url }) => {
    if (!/fhir/i.test(url) || !URL.canParse(url)) return [];
    const segments = new URL(url).pathname.split('/');
    const at = segments.findIndex((segment) => segment.toLowerCase() === 'fhir');
    return at < 0 || !crawl.affiliation.own(url)
      ? []
      : [`${new URL(url).origin}${segments.slice(0, at + (release.test(segments[at + 1] ?? '') ? 2 : 1)).join('/')}`];
  });
  return [...new Set([...typed, ...named])].slice(0, 2);
}

export const smart = source<Lookup, HttpAnswer>({
  id: 'SMART configuration',
  needs: ['home'],
  due: (crawl) =>
    fhirBases(crawl).map((base) => ({
      url: `${base}/.well-known/smart-configuration`,
      what: 'oauth',
      expected: null,
      via: 'convention',
      standardPlace: true,
    })),
  key: ({ url }) => url,
  ask: askLookup,
  read(crawl, lookup, answer) {
    const document = answer.kind === 'response' ? parseJson(answer.text) : undefined;
    if (answer.kind === 'failure' || !isObject(document)) return readLookup(crawl, lookup, answer);
    // The issuer may be left out where nobody signs in with OpenID Connect; where it stands it derives another place.
    const issuer = own(document, 'issuer') ?? answer.url.replace(/\/\.well-known\/.*$/, '');
    const named = { ...answer, text: JSON.stringify({ ...document, issuer }) };
    return readLookup(crawl, { ...lookup, expected: typeof issuer === 'string' ? issuer : null }, named);
  },
});
