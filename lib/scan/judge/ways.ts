/** How the API takes a credential, and who says so: the server's behaviour, a document, or prose. */
import type { Call, CallAnswer, Confidence, DescribedScheme, Evidence, Statement } from '../types.ts';

import { readHandshake } from './handshake.ts';
import { holds, Names } from '../names.ts';
import { behind, isSigningScheme, wordsBeforeCredential } from '../schemes.ts';

/** How a credential can travel, best first; `key`: what travels so may be a key that opens the API by itself. */
export const wayTable = {
  bearer: { inAuthorization: true, key: false, words: 'a bearer token' },
  'other-scheme': { inAuthorization: true, key: true, words: 'a token in Authorization under another scheme word' },
  'own-header': { inAuthorization: false, key: true, words: 'a key in a header of its own' },
  basic: { inAuthorization: true, key: true, words: 'HTTP Basic' },
  digest: { inAuthorization: true, key: true, words: 'HTTP Digest' },
  signed: { inAuthorization: true, key: true, words: 'a signature over each request' },
  query: { inAuthorization: false, key: true, words: 'a key in the query string' },
  cookie: { inAuthorization: false, key: false, words: 'a session cookie' },
} as const;
export type WayId = keyof typeof wayTable;
export const wayIds = Object.keys(wayTable) as WayId[];

export interface Way {
  id: WayId;
  confidence: Confidence;
  /** Scheme word, header or parameter name, when known. */
  name: string | null;
  evidence: string[];
  because: string;
}

const wayOfScheme = (scheme: string): WayId => {
  const lower = scheme.toLowerCase();
  // DPoP is a sender-constrained access token in Authorization (RFC 9449 §7.1): a program can do it, so it ranks with Bearer.
  if (lower === 'bearer' || lower === 'dpop') return 'bearer';
  if (lower === 'basic' || lower === 'digest') return lower;
  if (isSigningScheme(lower)) return 'signed';
  // RFC 6648: names that begin with X- are names of header fields; no scheme is registered under one.
  return /^x-|^ocp-apim-/.test(lower) ? 'own-header' : 'other-scheme';
};
/** Schemes that a stranger's program cannot use, or that say nothing about tokens (STANDARDS X5). */
const foreignSchemes = new Set([
  'negotiate',
  'ntlm',
  'hoba',
  'mutual',
  'vapid',
  'payment',
  'l402',
  'privatetoken',
  'xbasic',
  'formbased',
  'cookie',
  'session',
]);

/** Where a redirect leads. Its query and its page carry a state or nonce that no two answers share (RFC 6749 §10.12). */
const placeOf = ({ location }: CallAnswer): string => (location ?? '').replace(/[?#].*$/, '');
const redirects = ({ status, location }: CallAnswer): boolean => status >= 300 && status < 400 && location !== null;

const sameAnswer = (a: CallAnswer, b: CallAnswer): boolean =>
  a.status === b.status &&
  (a.digest === b.digest || (redirects(a) && redirects(b))) &&
  placeOf(a) === placeOf(b) &&
  a.challenges.map((c) => c.scheme + (c.parameters['error'] ?? '')).join() ===
    b.challenges.map((c) => c.scheme + (c.parameters['error'] ?? '')).join();

const refusesBearer =
  /bearer[^.]{0,40}(not (supported|allowed|accepted|enabled)|disabled|unsupported)|unsupported (authori[sz]ation|authentication) (scheme|type|method)|unknown authentication scheme/i;

const awsMissingRoute =
  /^Missing Authentication Token$|not a valid key=value pair \(missing equal-sign\) in Authorization header/i;

/** An answer of the API itself. API Gateway quotes the scheme back from routes that do not exist, without meaning anything (STANDARDS T2). */
const speaks = ({ wall, status, error }: CallAnswer): boolean =>
  wall === null && status !== 429 && !awsMissingRoute.test(error.message ?? '');

/** STANDARDS B8, B9: random Bearer against nothing, and against a scheme that cannot exist. */
export function bearerContrast(call: Call): 'parsed' | 'refused' | 'noticed' | 'ignored' | 'unknown' {
  const { bare, bearer, invented } = call;
  if (!bare || !bearer || !speaks(bare) || !speaks(bearer) || bearer.status >= 500) return 'unknown';
  if (refusesBearer.test(bearer.error.message ?? '')) return 'refused';
  if (bearer.challenges.some((c) => c.scheme.toLowerCase() === 'bearer' && c.parameters['error'] !== undefined))
    return 'parsed';
  if (sameAnswer(bare, bearer)) return 'ignored';
  // A server that says what it takes, and not Bearer, noticed that the field was there (RFC 9110 §11.6.1: the challenges that apply).
  const offered = [...bare.challenges, ...bearer.challenges];
  if (offered.length > 0 && !offered.some((c) => wayOfScheme(c.scheme) === 'bearer')) return 'noticed';
  // RFC 6750 §3.1: a code of the Bearer scheme, for a token that was read and found to be none.
  if (bearer.error.identifier === 'invalid_token' && bare.error.identifier !== 'invalid_token') return 'parsed';
  if (!invented || !speaks(invented)) return 'unknown';
  return sameAnswer(bearer, invented) ? 'noticed' : 'parsed';
}

/** A header that the server itself asks for in its error text, such as "X-API-Key header is missing". */
const namedHeader =
  /\b(x-[a-z0-9-]{0,60}?(?:key|token|auth|secret)[a-z0-9-]*|api[-_]key|apikey|ocp-apim-subscription-key)\b/i;

const asking = new Names('*header* *missing* *required* *provide*');
const ownHeader = new Names('x-* *apim*');

/** What an error asks for in words. */
function askedFor(url: string, { status, error, exchange }: CallAnswer): Way[] {
  const message = error.message ?? '';
  const way = (id: WayId, name: string, what: string): Way[] => [
    { id, confidence: 'observed', name, evidence: [exchange], because: `${url} asks for ${what} in its error` },
  ];
  if (![400, 401, 403].includes(status)) return [];
  if (/\bbearer\b/i.test(message) && !refusesBearer.test(message)) return way('bearer', 'Bearer', 'a bearer token');
  const header = namedHeader.exec(message)?.[1];
  const asks = asking.has(message) && ownHeader.has(header ?? '');
  return header && asks ? way('own-header', header, `the header ${header}`) : [];
}

/** A refusal that says by which field of the request it was decided. */
const variedBy = (url: string, { status, variesBy, exchange }: CallAnswer): Way[] =>
  variesBy && (status === 401 || status === 403)
    ? [
        {
          id: 'own-header',
          confidence: 'observed',
          name: variesBy,
          evidence: [exchange],
          because: `the refusal of ${url} varies by the header ${variesBy}`,
        },
      ]
    : [];

function observed(calls: readonly Call[]): Way[] {
  const ways: Way[] = [];
  for (const call of calls) {
    if (!call.bare) continue;
    for (const answer of [call.bare, call.bearer]) {
      if (!answer || answer.wall) continue;
      for (const { scheme, parameters } of answer.challenges) {
        if (foreignSchemes.has(scheme.toLowerCase())) continue;
        if (parameters['type'] === 'header' && parameters['name']) {
          ways.push({
            id: 'own-header',
            confidence: 'observed',
            name: parameters['name'],
            evidence: [answer.exchange],
            because: `the challenge of ${call.url} asks for the header ${parameters['name']}`,
          });
          continue;
        }
        // An unregistered word may name the vendor's mechanism rather than what goes into Authorization.
        const id = wayOfScheme(scheme);
        ways.push({
          id,
          confidence:
            id === 'other-scheme' && !/^(token|api-?key|oauth|jwt|access-?token)$/i.test(scheme)
              ? 'inferred'
              : 'observed',
          name: scheme,
          evidence: [answer.exchange],
          because: `${call.url} answers with the challenge ${scheme}`,
        });
      }
    }
    const contrast = bearerContrast(call);
    if (contrast === 'parsed' && call.bearer) {
      ways.push({
        id: 'bearer',
        confidence: 'observed',
        name: 'Bearer',
        evidence: [call.bare.exchange, call.bearer.exchange],
        because: `${call.url} treats a bearer token differently from no token`,
      });
    }
    ways.push(...askedFor(call.url, call.bare), ...variedBy(call.url, call.bare));
  }
  return ways;
}

const announcers = { index: 'the index of the API', 'agent-card': 'the agent card' } as const;

/** Words before something, in a description. */
const leadingWords = (text: string): string[] =>
  [...text.matchAll(/(?<=^|[\s"'`:(<])([\w-]{2,30})(?=\s+["'`\w])/g)].map(([word]) => word);

/** OpenAPI 2.0 cannot express bearer; an apiKey named Authorization stands in for it (STANDARDS OA2), unless something tells another word. */
function wayInAuthorization({ name, description }: DescribedScheme, withoutBearer: boolean): [WayId, string] {
  const text = (description + name).toLowerCase();
  const shown = wordsBeforeCredential(description).find(({ word }) => behind(word) && !isSigningScheme(word))?.word;
  if (shown !== undefined && !text.includes('bearer')) return [wayOfScheme(shown), shown];
  const word = leadingWords(description).find(behind);
  if (description.split(/[^\w-]+/).some(isSigningScheme)) return ['signed', ''];
  if (holds(text, 'bearer', 'jwt', 'access token', 'oauth')) return ['bearer', 'Bearer'];
  if (word !== undefined) return [wayOfScheme(word), word];
  return withoutBearer ? ['other-scheme', ''] : ['bearer', 'Bearer'];
}

function declared({ descriptions, announced, statements }: Evidence): Way[] {
  const ways: Way[] = [];
  // The manual shows what goes into the field: another word or none at all, and Bearer nowhere.
  const shows = (topic: Statement['topic']) =>
    statements.some((s) => s.subject === 'api' && s.topic === topic && s.polarity === 'affirm' && s.strength > 1);
  const withoutBearer = shows('scheme-word') && !shows('bearer');
  const documents = [
    ...descriptions.map((one) => ({ ...one, by: 'the API description' })),
    ...announced.map((one) => ({ ...one, by: announcers[one.by] })),
  ];
  for (const { schemes, evidence, by } of documents) {
    for (const scheme of schemes) {
      if (!scheme.used && schemes.some((other) => other.used)) continue;
      const add = (id: WayId, name: string | null) =>
        ways.push({
          id,
          confidence: 'declared',
          name,
          evidence,
          because: `${by} declares the security scheme “${scheme.name}”`,
        });
      if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') add('bearer', 'Bearer');
      else if (scheme.type === 'http' && scheme.scheme) add(wayOfScheme(scheme.scheme), scheme.scheme);
      else if (scheme.type === 'apiKey' && scheme.in === 'header') {
        if (scheme.parameter?.toLowerCase() !== 'authorization') add('own-header', scheme.parameter);
        else add(...wayInAuthorization(scheme, withoutBearer));
      } else if (scheme.type === 'apiKey' && scheme.in === 'query') add('query', scheme.parameter);
      else if (scheme.type === 'apiKey' && scheme.in === 'cookie') add('cookie', scheme.parameter);
    }
  }
  return ways;
}

const wayOfTopic: Partial<Record<Statement['topic'], WayId>> = {
  bearer: 'bearer',
  'scheme-word': 'other-scheme',
  'key-header': 'own-header',
  basic: 'basic',
  signed: 'signed',
  'key-query': 'query',
  cookie: 'cookie',
};

function documented(statements: readonly Statement[]): Way[] {
  return statements.flatMap((statement): Way[] => {
    const id = wayOfTopic[statement.topic];
    if (!id || statement.subject !== 'api' || statement.polarity === 'deny' || statement.strength < 2) return [];
    return [
      {
        id,
        confidence: 'documented',
        name: statement.value,
        evidence: statement.evidence,
        because: `the documentation says: “${statement.quote}”`,
      },
    ];
  });
}

/** The way on which the owner's own credential was let in. */
function verified(fact: Evidence['verification']): Way[] {
  const handshake = readHandshake(fact);
  if (!handshake?.letIn) return [];
  const {
    letIn,
    fact: { keyPlace },
  } = handshake;
  const way: Pick<Way, 'id' | 'name'> =
    keyPlace === null || keyPlace === 'bearer'
      ? { id: 'bearer', name: 'Bearer' }
      : keyPlace === 'basic'
        ? { id: 'basic', name: 'Basic' }
        : { id: 'own-header', name: keyPlace };
  return [
    {
      ...way,
      confidence: 'verified',
      evidence: [letIn.exchange],
      because: `${letIn.url} let your ${keyPlace === null ? 'token' : 'key'} in`,
    },
  ];
}

/** Every way that anything speaks of, best-evidenced first within its kind. */
export function readWays(evidence: Evidence): Way[] {
  const resource = evidence.protectedResources
    .filter(
      (r) => r.conformance !== 'non-conforming' && (r.bearerMethods === null || r.bearerMethods.includes('header')),
    )
    .map((r): Way => ({
      id: 'bearer',
      confidence: 'declared',
      name: 'Bearer',
      evidence: r.evidence,
      because: `the protected resource metadata at ${r.url} speaks of bearer tokens`,
    }));
  // What the API itself shows is cited before what an MCP server beside it shows.
  const calls = [...evidence.calls].sort((a, b) => Number(a.kind === 'mcp') - Number(b.kind === 'mcp'));
  const shown = [...verified(evidence.verification), ...observed(calls), ...declared(evidence), ...resource];
  const told = documented(evidence.statements);
  return [...shown, ...(speaksOfOthers(shown, evidence) ? told.map(doubted) : told)];
}

/**
 * Bearer in prose means another API of the business where the description of this one knows a header of its own and no Bearer, the server asks for
 * that header, and a bearer token changes nothing. Where the manual shows such a header, or another scheme word, in calls, a `token_type` in an answer
 * is habit.
 */
function speaksOfOthers(shown: readonly Way[], { calls, statements }: Evidence): boolean {
  const about = (topic: Statement['topic'], least: number) =>
    statements.filter(
      (s) => s.subject === 'api' && s.topic === topic && s.polarity === 'affirm' && s.strength >= least,
    );
  const inHeader = [...about('key-header', 3), ...about('scheme-word', 3)];
  const inBearer = about('bearer', 3);
  // A sample that carries both needs both.
  if (shown.some((way) => way.id === 'bearer') || inBearer.some(({ quote }) => inHeader.some((s) => s.quote === quote)))
    return false;
  const asks = calls.some(
    (call) =>
      call.bare !== null &&
      bearerContrast(call) === 'ignored' &&
      askedFor(call.url, call.bare).some((way) => way.id === 'own-header'),
  );
  const describedSo = shown.some((way) => way.id === 'own-header' && way.confidence === 'declared');
  return (asks && describedSo) || (inHeader.length > 0 && inBearer.length === 0);
}

const doubted = (way: Way): Way => (way.id === 'bearer' ? { ...way, confidence: 'inferred' } : way);
