/** Asks for tokens with the owner's client, through oauth4webapi and the scan's own guarded client. */
import { importPKCS8 } from 'jose';
import * as oauth from 'oauth4webapi';
import { isObject, own, readJson } from '../read/json-body.ts';
import { readTokenAnswer } from '../read/token-answer.ts';
import { detectWall } from '../read/wall.ts';
import { isLoopback } from '../loopback.ts';
import type { HttpAnswer, HttpClient, HttpResponse, TokenTry } from '../types.ts';
import type { Literals } from '../redact/literals.ts';
import type { Credentials } from '../schema/verify-request.ts';
import { readPrivateKey } from './credentials.ts';
import type { Plan } from './plan.ts';

export type Method = TokenTry['method'];

const revocation = 'token revocation';

/** What a request for a token brought: the fact, and the token itself, which no fact holds. */
export interface Brought {
  fact: TokenTry;
  accessToken: string | null;
  refreshToken: string | null;
}

/** One handshake's means. `send` refuses hosts that are not confirmed. */
export interface Asking {
  http: HttpClient;
  secrets: Literals;
  plan: Plan;
  send(request: Parameters<HttpClient['request']>[0]): Promise<HttpAnswer>;
}

/** Thrown into oauth4webapi when there is no answer to hand it, and caught where it was called. */
class NoAnswer extends Error {}

/** Members of a token answer, or of anything that stands in for one, that hold what nobody else may have. */
const secretMember = /token|secret|key|assertion|jwt|password|code/i;
const harmlessMember = /^(?:token_?type|issued_token_type|expires.*|token_endpoint.*|error.*|scope)$/i;

/** Learns the secrets of a JSON answer, at any depth, before the answer is recorded. */
export function learnFrom(text: string, secrets: Literals): void {
  const read = readJson(text);
  const walk = (value: unknown, depth: number) => {
    if (!isObject(value) || depth > 4) return;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'string' && secretMember.test(name) && !harmlessMember.test(name)) secrets.add(member);
      else walk(member, depth + 1);
    }
  };
  if (read.ok) walk(read.value, 0);
}

/** The Fetch API's view of an answer; what it cannot hold (RFC 9110 §15: a status outside 200 to 599) becomes 500. */
const asResponse = ({ status, headers, text }: HttpResponse): Response =>
  new Response([101, 204, 205, 304].includes(status) ? null : text, {
    status: status >= 200 && status <= 599 ? status : 500,
    headers: [...headers],
  });

/** `fetch` for oauth4webapi: one request through the guarded client, never a redirect. `kept` holds the last answer. */
function fetchThrough(asking: Asking, purpose: string, kept: { answer: HttpAnswer | null }) {
  return async (url: string, init: { method: string; headers: Record<string, string>; body?: unknown }) => {
    const sent = init.body;
    const body = sent instanceof URLSearchParams || typeof sent === 'string' ? sent.toString() : undefined;
    const assertion = body === undefined ? null : new URLSearchParams(body).get('client_assertion');
    if (assertion) asking.secrets.add(assertion);
    const headers = Object.fromEntries(
      Object.entries(init.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    if (headers['dpop']) asking.secrets.add(headers['dpop']);
    delete headers['user-agent'];
    kept.answer = await asking.send({
      url,
      method: init.method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body !== undefined && { body }),
      purpose,
      unkept: purpose.startsWith('verified call'),
      // `/oauth/revoke` says what it does, and that is what it is asked for.
      deliberate: purpose === revocation,
      learn: (text) => learnFrom(text, asking.secrets),
    });
    if (kept.answer.kind === 'failure') throw new NoAnswer(kept.answer.failure.message);
    return asResponse(kept.answer);
  };
}

/** What oauth4webapi needs of a request, over plain HTTP only where that stays inside the machine. */
const optionsFor = (asking: Asking, purpose: string, kept: { answer: HttpAnswer | null }, url: string) => ({
  [oauth.customFetch]: fetchThrough(asking, purpose, kept),
  [oauth.allowInsecureRequests]: isLoopback(new URL(url).hostname),
});

/** The algorithm of a key, for its import: that of the JOSE registry which each kind of key has in common use (RFC 7518 §3.1, RFC 8037 §3.1). */
function algorithmOf(key: ReturnType<typeof readPrivateKey>['key']): string {
  if (key.asymmetricKeyType === 'ed25519') return 'EdDSA';
  if (key.asymmetricKeyType === 'rsa-pss') return 'PS256';
  if (key.asymmetricKeyType !== 'ec') return 'RS256';
  const curve = key.asymmetricKeyDetails?.namedCurve;
  return curve === 'secp384r1' ? 'ES384' : curve === 'secp521r1' ? 'ES512' : 'ES256';
}

/** `application/x-www-form-urlencoded` as the URL Standard writes it: `-`, `.` and `_` stay, which servers that decode nothing need. */
const formEncoded = (text: string): string => new URLSearchParams({ v: text }).toString().slice(2);

/** RFC 6749 §2.3.1. The library's own encodes more signs than any form does. */
const basicAuth =
  (secret: string): oauth.ClientAuth =>
  (_server, client, _body, headers) => {
    const pair = `${formEncoded(client.client_id)}:${formEncoded(secret)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  };

async function authenticationOf(given: Credentials, method: Method): Promise<oauth.ClientAuth> {
  if (given.kind === 'private-key') {
    const { key, kid } = readPrivateKey(given.privateKey);
    const pem = key.export({ format: 'pem', type: 'pkcs8' }).toString();
    const signing = await importPKCS8(pem, algorithmOf(key));
    return oauth.PrivateKeyJwt(kid === undefined ? signing : { key: signing, kid });
  }
  if (given.kind === 'api-key') throw new Error('An API key asks for no token.');
  return method === 'client_secret_post' ? oauth.ClientSecretPost(given.secret) : basicAuth(given.secret);
}

/** Methods that fit the credential, in the order in which the server lists them; those that it does not list come after. */
export function methodsFor(given: Credentials, listed: readonly string[] | null): Method[] {
  if (given.kind === 'private-key') return ['private_key_jwt'];
  const both = ['client_secret_basic', 'client_secret_post'] as const;
  // RFC 8414 §2: without a list, client_secret_basic is meant.
  const rank = (method: Method) => (listed === null || !listed.includes(method) ? both.length : listed.indexOf(method));
  return both.toSorted((a, b) => rank(a) - rank(b));
}

/** Departures from RFC 6749 §5.1 of an answer that gives a token. */
function faultsOf(
  { status, headers, contentType }: HttpResponse,
  body: Record<string, unknown>,
  strict: string | null,
): string[] {
  const type = own(body, 'token_type');
  const expires = own(body, 'expires_in');
  const scope = own(body, 'scope');
  const found = [
    status !== 200 && `HTTP ${status} where 200 is required`,
    contentType !== 'application/json' && `Content-Type ${contentType ?? 'missing'} where application/json is required`,
    typeof own(body, 'access_token') !== 'string' && 'access_token is missing under that name',
    typeof type !== 'string'
      ? 'token_type is missing'
      : !/^(?:bearer|dpop)$/i.test(type) && `token_type is ${type.slice(0, 40)}`,
    expires === undefined
      ? 'expires_in is missing, which is recommended'
      : typeof expires !== 'number' && 'expires_in is not a number',
    !/\bno-store\b/i.test(headers.get('cache-control') ?? '') &&
      'Cache-Control: no-store is missing, so a cache may keep the token',
    scope !== undefined && typeof scope !== 'string' && 'scope is not a string',
  ].filter((fault) => fault !== false);
  // Whatever the library refuses besides is told in its words.
  return strict !== null && found.length === 0 ? [strict.slice(0, 200)] : found;
}

interface TokenRequest {
  purpose: TokenTry['purpose'];
  method: Method;
  given: Credentials & { clientId: string };
  scope: string | null;
  parameters?: Record<string, string>;
  refreshToken?: string;
  dpop: oauth.DPoPHandle | null;
}

/** Sends one request for a token. Never throws for what the server does. */
export async function askToken(asking: Asking, request: TokenRequest): Promise<Brought> {
  const { plan, http } = asking;
  const { purpose, method, given, scope, parameters = {}, refreshToken, dpop } = request;
  const url = plan.tokenEndpoint ?? '';
  const server: oauth.AuthorizationServer = { issuer: plan.issuer ?? new URL(url).origin, token_endpoint: url };
  const client: oauth.Client = { client_id: given.clientId };
  const kept: { answer: HttpAnswer | null } = { answer: null };
  const options = { ...optionsFor(asking, `token request: ${purpose}`, kept, url), ...(dpop && { DPoP: dpop }) };
  const form = new URLSearchParams({ ...(scope !== null && { scope }), ...parameters });
  let strict: string | null = null;
  const once = async () => {
    const authentication = await authenticationOf(given, method);
    const answer =
      refreshToken === undefined
        ? await oauth.clientCredentialsGrantRequest(server, client, authentication, form, options)
        : await oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, options);
    if (refreshToken === undefined) await oauth.processClientCredentialsResponse(server, client, answer);
    else await oauth.processRefreshTokenResponse(server, client, answer);
  };
  const told = async () => {
    strict = null;
    try {
      await once();
      return null;
    } catch (error) {
      if (!(error instanceof NoAnswer) && error instanceof Error) strict = error.message;
      return error;
    }
  };
  const error = await told();
  // RFC 9449 §8: the server hands out the nonce that it wants with its refusal; nothing was used up.
  if (dpop && oauth.isDPoPNonceError(error)) await told();
  const { answer } = kept;
  const base = { purpose, method, dpop: dpop !== null, scopeAsked: scope };
  if (answer === null) {
    // Nothing was sent: the key does not fit, or a mistake of ours.
    if (error instanceof Error && given.kind !== 'private-key') throw error;
    const exchange = http.exchanges.at(-1)?.id ?? 'x1';
    const message = 'The key could not sign an assertion.';
    return without({ ...base, exchange, outcome: 'unobserved', status: null, code: 'bad-key', message, faults: [] });
  }
  if (answer.kind === 'failure') {
    const { code, message } = answer.failure;
    return without({ ...base, exchange: answer.id, outcome: 'unobserved', status: null, code, message, faults: [] });
  }
  return readTry(answer, base, strict);
}

/** What an answer of the token endpoint says, leniently: a token counts also where the rest of the answer has faults. */
function readTry(
  answer: HttpResponse,
  base: Pick<TokenTry, 'purpose' | 'method' | 'dpop' | 'scopeAsked'>,
  strict: string | null,
): Brought {
  const read = readJson(answer.text);
  const body = read.ok && isObject(read.value) ? read.value : {};
  const accessToken = [own(body, 'access_token'), own(body, 'accessToken'), own(body, 'token')].find(
    (token) => typeof token === 'string' && token !== '',
  );
  const issued = answer.status < 300 && own(body, 'error') === undefined && typeof accessToken === 'string';
  const wall = detectWall(answer);
  const refusal = readTokenAnswer({ ...answer, exchange: answer.id, wall });
  const text = (name: string) => {
    const value = own(body, name);
    return typeof value === 'string' ? value.slice(0, 300) : null;
  };
  const expires = Number(own(body, 'expires_in') ?? Number.NaN);
  const refresh = own(body, 'refresh_token');
  const common = { ...base, exchange: answer.id, status: answer.status };
  if (!issued) {
    const unavailable = wall !== null || answer.status === 429 || (answer.status >= 500 && refusal.code === null);
    const silent = answer.status < 300 && refusal.code === null;
    const faults = answer.status < 300 ? [`the refusal comes under HTTP ${answer.status}`] : [];
    return without({
      ...common,
      outcome: unavailable ? 'unobserved' : silent ? 'no-token' : 'refused',
      code: refusal.code,
      message: refusal.text.slice(0, 300) || null,
      faults,
    });
  }
  return {
    fact: {
      ...common,
      outcome: 'token',
      code: null,
      message: null,
      tokenType: text('token_type'),
      expiresIn: Number.isFinite(expires) && expires >= 0 ? Math.round(expires) : null,
      scopeGranted: text('scope'),
      refreshToken: typeof refresh === 'string',
      faults: faultsOf(answer, body, strict),
    },
    accessToken,
    refreshToken: typeof refresh === 'string' ? refresh : null,
  };
}

/** What a request brought that brought no token. */
const without = (told: Omit<TokenTry, 'tokenType' | 'expiresIn' | 'scopeGranted' | 'refreshToken'>): Brought => ({
  fact: { ...told, tokenType: null, expiresIn: null, scopeGranted: null, refreshToken: false },
  accessToken: null,
  refreshToken: null,
});

/** Takes a token back (RFC 7009). Resolves to the answer. */
export async function revoke(
  asking: Asking,
  {
    given,
    method,
    token,
    endpoint,
  }: { given: Credentials & { clientId: string }; method: Method; token: string; endpoint: string },
): Promise<HttpAnswer | null> {
  const kept: { answer: HttpAnswer | null } = { answer: null };
  const server: oauth.AuthorizationServer = {
    issuer: asking.plan.issuer ?? new URL(endpoint).origin,
    revocation_endpoint: endpoint,
  };
  try {
    await oauth.revocationRequest(
      server,
      { client_id: given.clientId },
      await authenticationOf(given, method),
      token,
      optionsFor(asking, revocation, kept, endpoint),
    );
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
  }
  return kept.answer;
}

/** Calls with a token that is bound to a key (RFC 9449 §7.1). Resolves to the answer, whatever it is. */
export async function callWithProof(
  asking: Asking,
  url: string,
  token: string,
  dpop: oauth.DPoPHandle,
  purpose: string,
): Promise<HttpAnswer | null> {
  const kept: { answer: HttpAnswer | null } = { answer: null };
  const once = async (): Promise<unknown> => {
    try {
      await oauth.protectedResourceRequest(token, 'GET', new URL(url), undefined, undefined, {
        ...optionsFor(asking, purpose, kept, url),
        DPoP: dpop,
      });
      return null;
    } catch (error) {
      // A challenge is an answer; the library throws it.
      return error;
    }
  };
  const error = await once();
  if (error !== null && kept.answer === null && !(error instanceof NoAnswer)) throw error;
  if (oauth.isDPoPNonceError(error)) await once();
  return kept.answer;
}

/** A key pair for DPoP proofs, which never leaves this process. */
export async function proofKey(given: { clientId: string }): Promise<oauth.DPoPHandle> {
  return oauth.DPoP({ client_id: given.clientId } as oauth.Client, await oauth.generateKeyPair('ES256'));
}
