/** Asks token endpoints with a random client which grants they know (STANDARDS §2.4). The expected answer is a refusal. */
import type { Discovery } from '../discover/index.ts';
import { isExampleHost } from '../discover/affiliation.ts';
import type { Scout } from '../discover/scout.ts';
import { decideGrant, readTokenAnswer } from '../protocol/token-error.ts';
import { vias } from '../facts.ts';
import type { HttpAnswer, TokenAnswer, TokenEndpoint, Via } from '../types.ts';

interface Candidate {
  url: string;
  via: Via;
  evidence: string[];
  hits: number;
}

/** Token endpoints that validated metadata, a description or the documentation names, best-evidenced first (PR1). */
export function tokenCandidates(scout: Scout, { notebook }: Discovery): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (raw: string | null, via: Via, evidence: string[]) => {
    if (!raw || !URL.canParse(raw)) return;
    const url = new URL(raw);
    if (!/^https?:$/.test(url.protocol) || isExampleHost(url.hostname, scout.target.host)) return;
    url.hash = '';
    url.search = via === 'metadata' || via === 'description' ? url.search : '';
    const known = found.get(url.href);
    if (!known) found.set(url.href, { url: url.href, via, evidence: evidence.slice(0, 4), hits: 1 });
    else known.hits += 1;
  };
  for (const server of notebook.servers) add(server.tokenEndpoint, 'metadata', server.evidence);
  for (const description of notebook.descriptions) for (const scheme of description.schemes) for (const flow of scheme.flows) add(flow.tokenUrl, 'description', description.evidence);
  const mentions = notebook.mentions.filter((m) => m.kind === 'token' && URL.canParse(m.url));
  const ownNamed = found.size > 0 || mentions.some((m) => scout.affiliation.own(new URL(m.url).hostname));
  for (const mention of mentions) {
    // A foreign token endpoint is asked only when the documentation knows no other: samples also show how to log in with others.
    if (!scout.affiliation.own(new URL(mention.url).hostname) && ownNamed) continue;
    add(mention.url, mention.via, mention.evidence);
  }
  const ownFirst = (candidate: Candidate) => Number(!scout.affiliation.own(new URL(candidate.url).hostname));
  return [...found.values()]
    .sort((a, b) => ownFirst(a) - ownFirst(b) || vias.indexOf(a.via) - vias.indexOf(b.via) || b.hits - a.hits || (a.url < b.url ? -1 : 1));
}

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

/** The grant type was sent: an endpoint that misses it did not read the form. */
const missesGrant = /grant[_ ]?type\W.{0,40}(missing|required|not (set|found|provided|given))|(missing|requires?|no)\W.{0,40}grant[_ ]?type/i;

async function askEndpoint(scout: Scout, candidate: Candidate, discovery: Discovery, random: () => string): Promise<TokenEndpoint> {
  const { url, via } = candidate;
  const clientId = `latchkey-scan-${random()}`;
  const clientSecret = random();
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const post = (body: string, purpose: string, headers: Record<string, string>) =>
    scout.ask({ url, method: 'POST', purpose, body, headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...headers } });
  const read = (answer: HttpAnswer): TokenAnswer | null =>
    answer.kind === 'response' ? readTokenAnswer({ status: answer.status, contentType: answer.contentType, text: answer.text, headers: answer.headers, exchange: answer.id, wall: scout.wallOf(answer) }) : null;
  const halted = (answer: TokenAnswer | null) => answer === null || answer.wall !== null || answer.status === 429 || answer.status === 503;
  const ids: string[] = [];
  const keep = (answer: HttpAnswer) => {
    ids.push(answer.id);
    return read(answer);
  };
  // A server that lists only client_secret_post need not be bothered with Basic (PR3), nor one that has no token by Basic at all.
  const server = discovery.notebook.servers.find((s) => s.tokenEndpoint === url);
  const postOnly = server?.authMethods?.length === 1 && server.authMethods[0] === 'client_secret_post';
  const withBasic = postOnly ? null : keep(await post(form({ grant_type: 'client_credentials' }), 'client_credentials with a random client (Basic)', { authorization: basic }));
  let withBody: TokenAnswer | null = null;
  let bogus: TokenAnswer | null = null;
  let json: TokenAnswer | null = null;
  let strangeJson: TokenAnswer | null = null;
  if (postOnly || !halted(withBasic)) {
    const [body, strange] = await Promise.all([
      post(form({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }), 'client_credentials with a random client (body)', {}),
      post(form({ grant_type: `scan_none_${random().slice(0, 8)}`, client_id: clientId, client_secret: clientSecret }), 'a grant type that cannot exist', {}),
    ]);
    withBody = keep(body);
    bogus = keep(strange);
    const formRefused = [withBody, withBasic].some((a) => a && (a.status === 415 || /json/i.test(a.text) || missesGrant.test(a.text)) && a.code !== 'invalid_client' && a.code !== 'unsupported_grant_type');
    if (!halted(withBody) && formRefused) {
      const postJson = (grant: string, purpose: string) => scout.ask({ url, method: 'POST', purpose, headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ grant_type: grant, client_id: clientId, client_secret: clientSecret }) });
      json = keep(await postJson('client_credentials', 'client_credentials with a random client (JSON)'));
      if (!halted(json)) strangeJson = keep(await postJson(`scan_none_${random().slice(0, 8)}`, 'a grant type that cannot exist (JSON)'));
    }
  }
  const asForm = decideGrant({ basic: withBasic, body: withBody, bogus, json });
  // What reads no form tells its grants apart in the format that it reads, by the same contrast.
  const asJson = decideGrant({ basic: null, body: json, bogus: strangeJson, json: null });
  const decision = asForm.verdict === 'unknown' && asJson.verdict !== 'unknown' ? { ...asJson, reason: `${asJson.reason} (sent as JSON)` } : asForm;
  if (decision.life === 'alive') scout.found('get-token', `Token endpoint ${url}`, url);
  return { url, via, evidence: [...new Set([...ids, ...candidate.evidence])].slice(0, 8), basic: withBasic, body: withBody, bogus, json, row: decision.row, clientCredentials: decision.verdict, life: decision.life, reason: decision.reason };
}

/** Asks up to three endpoints that were not asked before; the rest stays in the surface, unasked. */
export async function askTokenEndpoints(scout: Scout, discovery: Discovery, random: () => string, known: readonly TokenEndpoint[]): Promise<TokenEndpoint[]> {
  const callable = tokenCandidates(scout, discovery).filter(({ url }) => !/[{}<>]|%7B/i.test(url) && !known.some((done) => done.url === url));
  return Promise.all(callable.slice(0, Math.max(0, 3 - known.length)).map((candidate) => askEndpoint(scout, candidate, discovery, random)));
}
