/** The requests of a handshake with the owner's client, in their order, each noted as a fact. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DPoPHandle } from 'oauth4webapi';
import { isOpen } from '../read/bare-answer.ts';
import { readCallAnswer } from '../read/call-answer.ts';
import { isObject, own, readJson } from '../read/json-body.ts';
import { detectWall } from '../read/wall.ts';
import type { Literals } from '../redact/literals.ts';
import type { Credentials, VerifyRequest } from '../schema/verify-request.ts';
import { wordsOf } from '../text.ts';
import type {
  CallAnswer,
  Evidence,
  HttpAnswer,
  HttpClient,
  HttpRequest,
  Surface,
  Target,
  TokenTry,
  VerifiedCall,
  Verification,
} from '../types.ts';
import { identityScopes } from '../vocabulary.ts';
import { addressProblem, type Plan } from './plan.ts';
import {
  askToken,
  callWithProof,
  methodsFor,
  proofKey,
  revoke,
  type Asking,
  type Brought,
  type Method,
} from './token.ts';

export interface VerifyContext {
  request: VerifyRequest;
  target: Target;
  surface: Surface;
  evidence: Omit<Evidence, 'statements'>;
  /** Asks whoever started the scan whether hosts that they have not confirmed may receive the credential. Default: they may not. */
  confirm?: ((hosts: readonly string[]) => Promise<boolean>) | undefined;
  /** Opens a client of its own for these hosts alone. It shares the scan's exchanges, and the caller closes it. */
  connect(hosts: readonly string[]): HttpClient;
  secrets: Literals;
  /** A fresh string that is bound to fail as a credential. */
  random(): string;
  tell(step: 'get-token' | 'call', text: string): void;
  signal?: AbortSignal | undefined;
}

/** A token that lives longer is not waited for, in seconds. */
const mostWaitedS = 90;
/** Further scopes that are tried one by one, to see whether less scope opens less. */
const mostNarrow = 2;

/** The token with its last letter or digit changed: in Base64 the highest bit of that character, since the lowest may be padding (RFC 4648 §3.5). */
export function damaged(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (let at = token.length - 1; at >= 0; at -= 1) {
    const index = alphabet.indexOf(token[at] ?? '');
    if (index !== -1 && index < 62) {
      const other = alphabet[index ^ 32] ?? 'A';
      return token.slice(0, at) + (/[\w]/.test(other) ? other : 'A') + token.slice(at + 1);
    }
  }
  return `${token}A`;
}

/** `aud` of a self-contained token (RFC 9068 §2.2), read without trusting it. */
function audienceOf(token: string): string[] | null {
  const [, payload] = token.split('.');
  if (payload === undefined || token.split('.').length !== 3) return null;
  const read = readJson(Buffer.from(payload, 'base64url').toString('utf8'));
  const aud = read.ok && isObject(read.value) ? own(read.value, 'aud') : undefined;
  const list = (Array.isArray(aud) ? aud : [aud]).filter((one) => typeof one === 'string');
  return list.length > 0 ? list.slice(0, 5).map((one) => one.slice(0, 200)) : null;
}

/** Words of a success are the API's data, and nobody else's business. */
const withoutData = (answer: CallAnswer): CallAnswer =>
  answer.status < 300 && !answer.error.envelope
    ? { ...answer, error: { ...answer.error, identifier: null, message: null } }
    : answer;

/** One handshake. `keys` or `tokens` goes through it; what it learns is written into `fact`. */
export class Handshake implements Asking {
  readonly http: HttpClient;
  readonly secrets: Literals;
  readonly plan: Plan;
  readonly fact: Verification;
  readonly #context: VerifyContext;
  readonly #given: Credentials;
  /** Tokens to take back at the end. */
  readonly #live = new Set<string>();
  #dpop: DPoPHandle | null = null;

  constructor(context: VerifyContext, http: HttpClient, plan: Plan, fact: Verification) {
    this.#context = context;
    this.#given = context.request.credentials;
    this.http = http;
    this.secrets = context.secrets;
    this.plan = plan;
    this.fact = fact;
  }

  /** The last gate before the wire: whatever asks, nothing leaves unencrypted, nor for a host that was not confirmed. */
  send(request: HttpRequest): Promise<HttpAnswer> {
    const { host, origin } = new URL(request.url);
    if (!this.fact.hosts.includes(host) || addressProblem(request.url, 'address') !== null)
      throw new Error(`A request with a credential was about to leave for ${origin}, which nobody confirmed.`);
    return this.http.request(request);
  }

  // ---------------------------------------------------------------- calls

  #noted(
    what: VerifiedCall['what'],
    url: string,
    answer: HttpAnswer | null,
    scope: string | null = null,
  ): VerifiedCall {
    const call: VerifiedCall =
      answer?.kind === 'response'
        ? {
            what,
            url,
            exchange: answer.id,
            answer: withoutData(readCallAnswer(answer, detectWall(answer))),
            failure: null,
            scope,
          }
        : {
            what,
            url,
            exchange: answer?.id ?? this.http.exchanges.at(-1)?.id ?? 'x1',
            answer: null,
            failure: answer?.failure.code ?? 'not-sent',
            scope,
          };
    this.fact.calls.push(call);
    return call;
  }

  /** A call with these fields. What an answer repeats of them is hidden; what it gives out is the API's own data and is not kept beyond the record. */
  async #call(
    what: VerifiedCall['what'],
    url: string,
    headers: Record<string, string>,
    scope: string | null = null,
  ): Promise<VerifiedCall> {
    const answer = await this.send({
      url,
      headers: { accept: 'application/json, */*;q=0.1', ...headers },
      purpose: `verified call: ${what}`,
      unkept: true,
    });
    return this.#noted(what, url, answer, scope);
  }

  async #withToken(
    what: VerifiedCall['what'],
    url: string,
    token: string,
    scope: string | null = null,
  ): Promise<VerifiedCall> {
    if (this.#dpop)
      return this.#noted(what, url, await callWithProof(this, url, token, this.#dpop, `verified call: ${what}`), scope);
    return this.#call(what, url, { authorization: `Bearer ${token}` }, scope);
  }

  /** Calls the operations until one answers with data, bare first. Resolves to the call that counts; null when there is nothing to call. */
  async #open(call: (url: string) => Promise<VerifiedCall>): Promise<VerifiedCall | null> {
    let last: VerifiedCall | null = null;
    for (const url of this.plan.operations) {
      const bare = await this.#call('bare', url, {});
      // What answers anybody shows nothing of a credential.
      if (isOpen(bare) && this.plan.operations.length > 1) continue;
      last = await call(url);
      if (isOpen(last)) break;
    }
    const counts = last;
    if (counts) {
      this.fact.operation = counts.url;
      this.#context.tell(
        'call',
        isOpen(counts)
          ? `${counts.url} answers the credential with HTTP ${counts.answer?.status ?? 0}`
          : `${counts.url} does not let the credential in`,
      );
    }
    return counts;
  }

  // ---------------------------------------------------------------- API keys

  async keys(given: Extract<Credentials, { kind: 'api-key' }>): Promise<void> {
    const { place } = given;
    const fields = (key: string): Record<string, string> => {
      if (place.in === 'header') return { [place.name]: key };
      if (place.in === 'bearer') return { authorization: `Bearer ${key}` };
      const pair = place.user === undefined ? `${key}:` : `${place.user}:${key}`;
      return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
    };
    const right = await this.#open((url) => this.#call('credential', url, fields(given.key)));
    // A wrong key is one more failed attempt on somebody's account: it is sent only where the right one was let in.
    if (right && isOpen(right)) {
      const wrong = damaged(given.key);
      this.secrets.add(wrong);
      await this.#call('damaged', right.url, fields(wrong));
    }
  }

  // ---------------------------------------------------------------- tokens

  async #ask(request: {
    purpose: TokenTry['purpose'];
    method: Method;
    scope?: string | null;
    parameters?: Record<string, string>;
    refreshToken?: string;
  }): Promise<Brought> {
    const given = this.#given;
    if (given.kind === 'api-key') throw new Error('An API key asks for no token.');
    const { scope = this.#context.request.scope ?? null, parameters = this.#parameters(), ...rest } = request;
    const brought = await askToken(this, { ...rest, given, scope, parameters, dpop: this.#dpop });
    // Some servers hand a client the token that it has until that one ends.
    if (brought.accessToken !== null && this.#live.has(brought.accessToken)) brought.fact.repeats = true;
    this.fact.tokens.push(brought.fact);
    if (brought.accessToken) this.#live.add(brought.accessToken);
    if (brought.refreshToken) this.#live.add(brought.refreshToken);
    return brought;
  }

  #parameters(): Record<string, string> {
    const { resource, audience } = this.#context.request;
    return { ...(resource && { resource }), ...(audience && { audience }) };
  }

  /** What a refusal wants beyond a client id and a secret: by its words, or because the metadata lists no other way in (RFC 8705 §2.1.1, §2.2.1). */
  #demandOf({ code, message }: TokenTry): 'dpop' | 'mtls' | null {
    const words = `${code ?? ''} ${message ?? ''}`;
    if (/dpop/i.test(words)) return 'dpop';
    const listed = this.fact.listedMethods ?? [];
    const byCertificate = listed.length > 0 && listed.every((method) => method.endsWith('tls_client_auth'));
    return byCertificate || /mutual[- ]?tls|\bmtls\b|client[- ]certificate|tls_client_auth/i.test(words)
      ? 'mtls'
      : null;
  }

  /** The API's own challenges ask for tokens that are bound to a key, and for nothing else (RFC 9449 §7.1). */
  #wantsProof(): boolean {
    const asked = this.#context.evidence.calls.filter(({ url }) => this.plan.operations.includes(url));
    const schemes = asked.flatMap(({ bare }) => bare?.challenges.map((one) => one.scheme.toLowerCase()) ?? []);
    return schemes.includes('dpop') && !schemes.includes('bearer');
  }

  /** Goes through the methods, each once, until one brings a token. Stops when the refusal is not about the client's authentication. */
  async #first(): Promise<{ brought: Brought; method: Method } | null> {
    if ('clientId' in this.#given && this.#wantsProof()) {
      this.#dpop = await proofKey(this.#given);
      this.fact.demands.push('dpop');
    }
    for (const method of methodsFor(this.#given, this.fact.listedMethods)) {
      let brought = await this.#ask({ purpose: 'first', method });
      const demand = brought.accessToken === null && this.#dpop === null ? this.#demandOf(brought.fact) : null;
      if (demand && !this.fact.demands.includes(demand)) this.fact.demands.push(demand);
      if (demand === 'dpop' && 'clientId' in this.#given) {
        this.#dpop = await proofKey(this.#given);
        brought = await this.#ask({ purpose: 'first', method });
      }
      if (brought.accessToken !== null) return { brought, method };
      const { code, status, outcome } = brought.fact;
      const aboutClient =
        outcome === 'refused' && (code === 'invalid_client' || status === 401 || code === 'invalid_request');
      if (!aboutClient) return null;
    }
    return null;
  }

  /** The API refuses a token that the server has just given: perhaps it is for another audience (RFC 8707 §2). */
  async #otherAudience(method: Method, url: string): Promise<{ brought: Brought; call: VerifiedCall } | null> {
    const { resource: given, audience } = this.#context.request;
    const wanted = this.plan.resource;
    if (wanted === null || given !== undefined || audience !== undefined) return null;
    for (const name of ['resource', 'audience'] as const) {
      const brought = await this.#ask({ purpose: name, method, parameters: { [name]: wanted } });
      if (brought.accessToken === null) continue;
      this.fact.expectedAudience = wanted;
      const call = await this.#withToken(name, url, brought.accessToken);
      if (isOpen(call)) return { brought, call };
    }
    return null;
  }

  /** Asks for less than was asked before, and calls with it. */
  async #narrower(method: Method, url: string, granted: TokenTry, parameters: Record<string, string>): Promise<void> {
    const asked = wordsOf(this.#context.request.scope ?? granted.scopeGranted ?? '');
    const listed = this.plan.server?.scopes?.filter((scope) => !identityScopes.has(scope)) ?? [];
    const less = asked.length > 1 ? asked : listed.filter((scope) => !asked.includes(scope));
    for (const scope of less.slice(0, mostNarrow)) {
      const { accessToken, fact } = await this.#ask({ purpose: 'narrow', method, scope, parameters });
      if (accessToken !== null) await this.#withToken('narrow', url, accessToken, fact.scopeGranted ?? scope);
    }
  }

  /** Waits until a token of at most 90 seconds has ended, and calls with it once more. */
  async #ended(url: string, token: string, { expiresIn }: TokenTry, since: number): Promise<void> {
    if (expiresIn === null || expiresIn > mostWaitedS) return;
    const left = since + (expiresIn + 1) * 1000 - performance.now();
    this.#context.tell('call', `The token ends after ${expiresIn} s, which is waited for`);
    await sleep(Math.max(0, left), undefined, { signal: this.#context.signal });
    await this.#withToken('expired', url, token);
  }

  async #revokeAll(method: Method, url: string | null): Promise<void> {
    const endpoint = this.plan.server?.revocationEndpoint ?? null;
    const given = this.#given;
    if (endpoint === null || given.kind === 'api-key' || addressProblem(endpoint, 'revocation endpoint')) return;
    if (!this.fact.hosts.includes(new URL(endpoint).host)) return;
    for (const [at, token] of [...this.#live].entries()) {
      const answer = await revoke(this, { given, method, token, endpoint });
      if (answer === null) continue;
      this.fact.revocations.push({ exchange: answer.id, status: answer.kind === 'response' ? answer.status : null });
      if (answer.kind === 'failure') return;
      if (at === 0 && url !== null && answer.status === 200) await this.#withToken('revoked', url, token);
    }
  }

  async tokens(): Promise<void> {
    const got = await this.#first();
    if (!got) {
      this.#context.tell('get-token', 'No token was given');
      return;
    }
    const { method } = got;
    let { brought } = got;
    let since = performance.now();
    let parameters = this.#parameters();
    this.#context.tell('get-token', `${this.plan.tokenEndpoint ?? ''} gives a token`);
    // Once the client is known to be right, the other way of sending the same secret shows what else is taken.
    for (const other of methodsFor(this.#given, this.fact.listedMethods).filter(
      (one) => one !== method && !this.fact.tokens.some((t) => t.method === one),
    ))
      await this.#ask({ purpose: 'contrast', method: other });
    this.fact.audience = audienceOf(brought.accessToken ?? '');
    let call = await this.#open((url) => this.#withToken('credential', url, brought.accessToken ?? ''));
    if (call && !isOpen(call)) {
      const better = await this.#otherAudience(method, call.url);
      if (better) {
        ({ brought, call } = better);
        since = performance.now();
        const name = brought.fact.purpose === 'resource' ? 'resource' : 'audience';
        parameters = { [name]: this.fact.expectedAudience ?? '' };
      }
    }
    const token = brought.accessToken ?? '';
    const open = call && isOpen(call) ? call.url : null;
    if (open !== null) {
      await this.#misused(open, token);
      await this.#narrower(method, open, brought.fact, parameters);
    }
    await this.#ask({ purpose: 'again', method, parameters });
    const refreshToken = brought.refreshToken;
    if (refreshToken) await this.#ask({ purpose: 'refresh', method, refreshToken });
    if (open !== null) await this.#ended(open, token, brought.fact, since);
    // A token that has ended cannot show that it was taken back.
    const alive = (brought.fact.expiresIn ?? Infinity) > mostWaitedS;
    await this.#revokeAll(method, alive ? open : null);
  }

  /** The same call with the token changed by one letter, and with the token in the query. */
  async #misused(url: string, token: string): Promise<void> {
    const wrong = damaged(token);
    this.secrets.add(wrong);
    await this.#withToken('damaged', url, wrong);
    if (this.#dpop) return;
    const inQuery = new URL(url);
    inQuery.searchParams.set('access_token', token);
    this.#noted('query', url, await this.send({ url: inQuery.href, purpose: 'verified call: query', unkept: true }));
  }
}
