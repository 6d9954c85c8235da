/** How the API takes a credential, and who says so: the server's behaviour, a document, or prose. */
import type { Call, CallAnswer, Confidence, Description, Evidence, Statement } from '../types.ts';

export const wayIds = ['bearer', 'other-scheme', 'own-header', 'basic', 'query', 'cookie'] as const;
export type WayId = (typeof wayIds)[number];

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
  return lower === 'basic' || lower === 'digest' ? 'basic' : 'other-scheme';
};
/** Schemes that a stranger's program cannot use, or that say nothing about tokens (STANDARDS X5). */
const foreignSchemes = new Set(['negotiate', 'ntlm', 'hoba', 'mutual', 'vapid', 'payment', 'l402', 'privatetoken', 'xbasic', 'formbased', 'cookie', 'session']);

const sameAnswer = (a: CallAnswer, b: CallAnswer): boolean =>
  a.status === b.status && a.digest === b.digest && a.location === b.location &&
  a.challenges.map((c) => c.scheme + (c.parameters['error'] ?? '')).join() === b.challenges.map((c) => c.scheme + (c.parameters['error'] ?? '')).join();

const refusesBearer = /bearer[^.]{0,40}(not (supported|allowed|accepted|enabled)|disabled|unsupported)|unsupported (authori[sz]ation|authentication) (scheme|type|method)|unknown authentication scheme/i;

const awsMissingRoute = /^Missing Authentication Token$|not a valid key=value pair \(missing equal-sign\) in Authorization header/i;

/** STANDARDS B8, B9: random Bearer against nothing, and against a scheme that cannot exist. */
export function bearerContrast(call: Call): 'parsed' | 'refused' | 'noticed' | 'ignored' | 'unknown' {
  const { bare, bearer, invented } = call;
  // API Gateway quotes the scheme back from routes that do not exist, so its words differ without meaning anything (STANDARDS T2).
  if (awsMissingRoute.test(bearer?.error.message ?? '') || awsMissingRoute.test(bare?.error.message ?? '')) return 'unknown';
  if (!bare || !bearer || bare.wall || bearer.wall || bearer.status >= 500 || bearer.status === 429) return 'unknown';
  if (refusesBearer.test(bearer.error.message ?? '')) return 'refused';
  if (bearer.challenges.some((c) => c.scheme.toLowerCase() === 'bearer' && c.parameters['error'] !== undefined)) return 'parsed';
  if (sameAnswer(bare, bearer)) return 'ignored';
  if (!invented || invented.wall || invented.status === 429) return 'unknown';
  return sameAnswer(bearer, invented) ? 'noticed' : 'parsed';
}

/** A header that the server itself asks for in its error text, such as "X-API-Key header is missing". */
const namedHeader = /\b(x-[a-z0-9-]{0,60}?(?:key|token|auth|secret)[a-z0-9-]*|api[-_]key|apikey|ocp-apim-subscription-key)\b/i;

function observed(calls: readonly Call[]): Way[] {
  const ways: Way[] = [];
  for (const call of calls) {
    if (!call.bare) continue;
    for (const answer of [call.bare, call.bearer]) {
      if (!answer || answer.wall) continue;
      for (const { scheme, parameters } of answer.challenges) {
        if (foreignSchemes.has(scheme.toLowerCase())) continue;
        if (parameters['type'] === 'header' && parameters['name']) {
          ways.push({ id: 'own-header', confidence: 'observed', name: parameters['name'], evidence: [answer.exchange], because: `the challenge of ${call.url} asks for the header ${parameters['name']}` });
          continue;
        }
        // An unregistered word may name the vendor's mechanism rather than what goes into Authorization.
        const id = wayOfScheme(scheme);
        ways.push({ id, confidence: id === 'other-scheme' && !/^(token|api-?key|oauth|jwt|access-?token)$/i.test(scheme) ? 'inferred' : 'observed', name: scheme, evidence: [answer.exchange], because: `${call.url} answers with the challenge ${scheme}` });
      }
    }
    const contrast = bearerContrast(call);
    if (contrast === 'parsed' && call.bearer) {
      ways.push({ id: 'bearer', confidence: 'observed', name: 'Bearer', evidence: [call.bare.exchange, call.bearer.exchange], because: `${call.url} treats a bearer token differently from no token` });
    }
    if (call.bare.status === 401 || call.bare.status === 403 || call.bare.status === 400) {
      const message = call.bare.error.message ?? '';
      if (/\bbearer\b/i.test(message) && !refusesBearer.test(message)) {
        ways.push({ id: 'bearer', confidence: 'observed', name: 'Bearer', evidence: [call.bare.exchange], because: `${call.url} asks for a bearer token in its error` });
      } else {
        const header = namedHeader.exec(message)?.[1];
        if (header && /header|missing|required|provide/i.test(message) && /^x-|apim/i.test(header)) {
          ways.push({ id: 'own-header', confidence: 'observed', name: header, evidence: [call.bare.exchange], because: `${call.url} asks for the header ${header} in its error` });
        }
      }
    }
  }
  return ways;
}

function declared(descriptions: readonly Description[]): Way[] {
  const ways: Way[] = [];
  for (const description of descriptions) {
    for (const scheme of description.schemes) {
      if (!scheme.used && description.schemes.some((other) => other.used)) continue;
      const add = (id: WayId, name: string | null) =>
        ways.push({ id, confidence: 'declared', name, evidence: description.evidence, because: `the API description declares the security scheme “${scheme.name}”` });
      if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') add('bearer', 'Bearer');
      else if (scheme.type === 'http' && scheme.scheme) add(wayOfScheme(scheme.scheme), scheme.scheme);
      else if (scheme.type === 'apiKey' && scheme.in === 'header') {
        // OpenAPI 2.0 cannot express bearer; an apiKey named Authorization stands in for it (STANDARDS OA2).
        if (scheme.parameter?.toLowerCase() !== 'authorization') add('own-header', scheme.parameter);
        else {
          const word = /(?:^|[\s"'`:(<])(token|apikey|api-key|geniekey|bot|key|oauth|zoho-oauthtoken)\s+[<{"'`\w$]/i.exec(scheme.description)?.[1];
          if (/bearer|jwt|access token|oauth/i.test(scheme.description + scheme.name) || !word) add('bearer', 'Bearer');
          else add('other-scheme', word);
        }
      } else if (scheme.type === 'apiKey' && scheme.in === 'query') add('query', scheme.parameter);
      else if (scheme.type === 'apiKey' && scheme.in === 'cookie') add('cookie', scheme.parameter);
    }
  }
  return ways;
}

const wayOfTopic: Partial<Record<Statement['topic'], WayId>> = {
  bearer: 'bearer', 'scheme-word': 'other-scheme', 'key-header': 'own-header', basic: 'basic', 'key-query': 'query', cookie: 'cookie',
};

function documented(statements: readonly Statement[]): Way[] {
  return statements.flatMap((statement): Way[] => {
    const id = wayOfTopic[statement.topic];
    if (!id || statement.polarity === 'deny' || statement.strength < 2) return [];
    return [{ id, confidence: 'documented', name: statement.value, evidence: statement.evidence, because: `the documentation says: “${statement.quote}”` }];
  });
}

/** Every way that anything speaks of, best-evidenced first within its kind. */
export function readWays(evidence: Evidence): Way[] {
  const resource = evidence.protectedResources
    .filter((r) => r.conformance !== 'non-conforming' && (r.bearerMethods === null || r.bearerMethods.includes('header')))
    .map((r): Way => ({ id: 'bearer', confidence: 'declared', name: 'Bearer', evidence: r.evidence, because: `the protected resource metadata at ${r.url} speaks of bearer tokens` }));
  // What the API itself shows is cited before what an MCP server beside it shows.
  const calls = [...evidence.calls].sort((a, b) => Number(a.kind === 'mcp') - Number(b.kind === 'mcp'));
  return [...observed(calls), ...declared(evidence.descriptions), ...resource, ...documented(evidence.statements)];
}
