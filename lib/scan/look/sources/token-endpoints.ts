/** Asks token endpoints with a random client which grants they know (STANDARDS §2.4). The expected answer is a refusal. */
import { grantWords } from '../../vocabulary.ts';
import { decideGrant } from '../../read/grant-decision.ts';
import { readTokenAnswer } from '../../read/token-answer.ts';
import type { HttpAnswer, TokenAnswer, TokenEndpoint } from '../../types.ts';
import type { Crawl } from '../crawl.ts';
import { source } from '../source.ts';
import { tokenCandidates, type TokenCandidate } from '../token-candidates.ts';
import { confirmations } from './metadata.ts';

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

/** The grant type was sent: an endpoint that misses it did not read the form. */
const missesGrant =
  /grant[_ ]?type\W.{0,40}(missing|required|not (set|found|provided|given))|(missing|requires?|no)\W.{0,40}grant[_ ]?type/i;

/** What each question to a token endpoint sends: which grant, how the client names itself, in which format. */
const questions = {
  basic: { grant: 'client_credentials', purpose: 'client_credentials with a random client (Basic)' },
  body: { grant: 'client_credentials', purpose: 'client_credentials with a random client (body)' },
  bogus: { grant: null, purpose: 'a grant type that cannot exist' },
  json: { grant: 'client_credentials', purpose: 'client_credentials with a random client (JSON)' },
  strangeJson: { grant: null, purpose: 'a grant type that cannot exist (JSON)' },
  // Grants that trade a token or an assertion which somebody else has signed, complete but for the signature.
  tokenExchange: {
    grant: grantWords.token_exchange.wire,
    purpose: `${grantWords.token_exchange.wire} with a random token`,
  },
  jwtBearer: { grant: grantWords.jwt_bearer.wire, purpose: `${grantWords.jwt_bearer.wire} with a random token` },
} as const;
type QuestionName = keyof typeof questions;

/** What was asked of one token endpoint, by one random client, and answered so far. */
export interface TokenTalk {
  candidate: TokenCandidate;
  clientId: string;
  clientSecret: string;
  evidence: string[];
  answers: Partial<Record<QuestionName, TokenAnswer | null>>;
}

interface Question {
  candidate: TokenCandidate;
  name: QuestionName;
}

const halted = (answer: TokenAnswer | null | undefined): boolean =>
  !answer || answer.wall !== null || answer.status === 429 || answer.status === 503;

/** An endpoint that reads no form: it says so, or misses the grant type that was sent. */
const refusesForms = (answer: TokenAnswer | null | undefined): boolean =>
  !!answer &&
  (answer.status === 415 || /json/i.test(answer.text) || missesGrant.test(answer.text)) &&
  answer.code !== 'invalid_client' &&
  answer.code !== 'unsupported_grant_type';

/** What is asked next: each question only when the answers before leave it open. */
function nextQuestions(
  { known, http }: Crawl,
  { url, method }: TokenCandidate,
  { answers }: Pick<TokenTalk, 'answers'>,
): QuestionName[] {
  if (method === 'GET') return http.welcomes(url) && answers.body === undefined ? ['body', 'bogus'] : [];
  // A server that lists only client_secret_post need not be bothered with Basic (PR3), nor one that has no token by Basic at all.
  const server = known.servers.find((s) => s.tokenEndpoint === url);
  // A foreign one that nothing confirms gets two requests in all, and the contrast takes both.
  const postOnly =
    !http.welcomes(url) || (server?.authMethods?.length === 1 && server.authMethods[0] === 'client_secret_post');
  if (!postOnly && answers.basic === undefined && answers.body === undefined) return ['basic'];
  if (answers.body === undefined) return postOnly || !halted(answers.basic) ? ['body', 'bogus'] : [];
  if (halted(answers.body)) return [];
  if (answers.json === undefined && [answers.body, answers.basic].some(refusesForms)) return ['json', 'strangeJson'];
  if (answers.bogus?.code !== 'unsupported_grant_type') return [];
  const named = (wire: string) =>
    server?.grantTypes?.includes(wire) ||
    known.pages.some((page) => page.blocks.some((block) => block.text.includes(wire)));
  return (['tokenExchange', 'jwtBearer'] as const).filter(
    (name) => answers[name] === undefined && named(questions[name].grant),
  );
}

/** Questions to up to three endpoints; the rest stays in the surface, unasked. */
function due(crawl: Crawl): Question[] {
  const talks = crawl.known.tokenTalks;
  const fresh = tokenCandidates(crawl)
    .filter(({ url }) => !/[{}<>]|%7B/i.test(url) && !talks.some((talk) => talk.candidate.url === url))
    .slice(0, Math.max(0, 3 - talks.length));
  const { http, known } = crawl;
  /** Metadata that could confirm a foreign endpoint is looked for first. */
  const looked = (url: string) =>
    http.welcomes(url) || confirmations(url).every((lookup) => known.lookups.some((done) => done.url === lookup.url));
  return [...talks, ...fresh.filter(({ url }) => looked(url)).map((candidate) => ({ candidate, answers: {} }))].flatMap(
    (talk) => nextQuestions(crawl, talk.candidate, talk).map((name) => ({ candidate: talk.candidate, name })),
  );
}

function talkOf({ known, random }: Crawl, candidate: TokenCandidate): TokenTalk {
  const before = known.tokenTalks.find((talk) => talk.candidate.url === candidate.url);
  if (before) return before;
  const talk = { candidate, clientId: `latchkey-scan-${random()}`, clientSecret: random(), evidence: [], answers: {} };
  known.tokenTalks.push(talk);
  return talk;
}

const inventedGrant = ({ random }: Crawl): string => `scan_none_${random().slice(0, 8)}`;

function ask(crawl: Crawl, { candidate, name }: Question): Promise<HttpAnswer> {
  const { clientId, clientSecret } = talkOf(crawl, candidate);
  const { grant, purpose } = questions[name];
  const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  if (candidate.method === 'GET') {
    const url = new URL(candidate.url);
    url.searchParams.set('grant_type', grant ?? inventedGrant(crawl));
    return crawl.ask({ url: url.href, purpose: `${purpose}, by GET`, headers: { authorization } });
  }
  const asJson = name === 'json' || name === 'strangeJson';
  const fields: Record<string, string> = {
    grant_type: grant ?? inventedGrant(crawl),
    ...(['body', 'bogus', 'json', 'strangeJson'].includes(name) && {
      client_id: clientId,
      client_secret: clientSecret,
    }),
    ...(name === 'tokenExchange' && {
      subject_token: crawl.random(),
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    }),
    ...(name === 'jwtBearer' && { assertion: crawl.random() }),
  };
  return crawl.ask({
    url: candidate.url,
    method: 'POST',
    purpose,
    body: asJson ? JSON.stringify(fields) : form(fields),
    headers: {
      'content-type': asJson ? 'application/json' : 'application/x-www-form-urlencoded',
      accept: 'application/json',
      ...(name === 'basic' && { authorization }),
    },
  });
}

function read(crawl: Crawl, { candidate, name }: Question, answer: HttpAnswer): void {
  const talk = talkOf(crawl, candidate);
  talk.evidence.push(answer.id);
  talk.answers[name] =
    answer.kind === 'response'
      ? readTokenAnswer({
          status: answer.status,
          contentType: answer.contentType,
          text: answer.text,
          headers: answer.headers,
          exchange: answer.id,
          wall: crawl.wallOf(answer),
        })
      : null;
  if (factOf(talk).life === 'alive') crawl.found('get-token', `Token endpoint ${candidate.url}`, candidate.url);
}

export const tokenEndpoints = source<Question, HttpAnswer>({
  id: 'token endpoints',
  final: true,
  needs: ['home'],
  due,
  key: ({ candidate, name }) => `${candidate.url} ${name}`,
  ask,
  read,
});

/** A grant is known when its own fields are refused, and one that cannot exist is refused for its name. */
function contrastOf(asked: TokenAnswer | null, bogus: TokenAnswer | null): TokenEndpoint['tokenExchange'] {
  if (asked?.code === 'unsupported_grant_type') return 'unsupported';
  const refusals = ['invalid_grant', 'invalid_request', 'invalid_target', 'invalid_token'];
  const refusesFields = refusals.includes(asked?.code ?? '');
  return refusesFields && bogus?.code === 'unsupported_grant_type' ? 'supported' : 'unknown';
}

/** What the answers of one endpoint show together. */
export function factOf({ candidate, evidence, answers }: TokenTalk): TokenEndpoint {
  const { basic = null, body = null, bogus = null, json = null, strangeJson = null } = answers;
  const asForm = decideGrant({ basic, body, bogus, json });
  // What reads no form tells its grants apart in the format that it reads, by the same contrast.
  const asJson = decideGrant({ basic: null, body: json, bogus: strangeJson, json: null });
  const told = asForm.verdict === 'unknown' && asJson.verdict !== 'unknown';
  const decision = told ? { ...asJson, reason: `${asJson.reason} (sent as JSON)` } : asForm;
  return {
    url: candidate.url,
    via: candidate.via,
    evidence: [...new Set([...evidence, ...candidate.evidence])].slice(0, 8),
    basic,
    body,
    bogus,
    json,
    row: decision.row,
    clientCredentials: decision.verdict,
    tokenExchange: contrastOf(answers.tokenExchange ?? null, bogus),
    jwtBearer: contrastOf(answers.jwtBearer ?? null, bogus),
    life: decision.life === 'dead' && candidate.ofTyped ? 'unknown' : decision.life,
    reason: decision.reason,
  };
}
