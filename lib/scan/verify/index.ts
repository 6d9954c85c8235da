/**
 * The handshake, done for real: a token from the token endpoint, a call with it, and the same call with everything that must be refused. It gathers
 * facts and judges nothing. No rule of `plan.ts` is left to the server's word, and no credential is sent before all of them hold.
 */
import type { Credentials, VerifyRequest } from '../schema/verify-request.ts';
import type { Evidence, HttpClient, Verification } from '../types.ts';
import { Handshake, type VerifyContext } from './handshake.ts';
import { isRefusal, planVerification, unconfirmed, type Plan, type Refusal } from './plan.ts';

/** Before anything is known of the credential: how an answer of this kind of request is remembered. */
const start = (request: VerifyRequest): Verification => ({
  state: 'done',
  refusal: null,
  credential: request.credentials.kind,
  keyPlace: request.credentials.kind === 'api-key' ? placeWord(request.credentials.place) : null,
  hosts: request.hosts,
  issuer: null,
  tokenEndpoint: null,
  listedMethods: null,
  operation: null,
  demands: [],
  tokens: [],
  calls: [],
  audience: null,
  expectedAudience: null,
  revocations: [],
});

const placeWord = (place: Extract<Credentials, { kind: 'api-key' }>['place']): string =>
  place.in === 'header' ? place.name : place.in;

/** What forbids to go on, seen only by asking without a credential: where names lead, and whether the token endpoint sends clients elsewhere. */
async function gate({ evidence, random }: VerifyContext, http: HttpClient, plan: Plan): Promise<Refusal | null> {
  for (const host of plan.hosts) {
    const found = await http.resolves(new URL(`http://${host}`).hostname);
    if (found === 'refused' || found === 'no')
      return {
        code: 'not-public',
        reason: `${host} does not lead to a public address, so no credential is sent there.`,
        evidence: [],
      };
  }
  const url = plan.tokenEndpoint;
  if (url === null || evidence.tokenEndpoints.some((t) => t.url === url && (t.basic ?? t.body ?? t.bogus))) return null;
  const id = random();
  const answer = await http.request({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: random() }).toString(),
    purpose: 'token endpoint asked with a random client first',
  });
  if (answer.kind === 'failure')
    return { code: 'blocked', reason: `${url} was not reached: ${answer.failure.message}`, evidence: [answer.id] };
  if (answer.status < 300 || answer.status >= 400) return null;
  const to = answer.headers.get('location');
  return {
    code: 'redirects',
    reason: `The token endpoint ${url} redirects${to ? ` to ${to}` : ''}, and a credential is not sent on.`,
    evidence: [answer.id],
  };
}

/**
 * Does the handshake. Resolves to what came of it; a refusal of ours is such an outcome too. `learnCredentials` comes before the scan's first request.
 * @throws what is a mistake of ours, or the abort of `signal`
 */
export async function verify(context: VerifyContext): Promise<Verification> {
  const { request, target, surface } = context;
  const evidence: Evidence = { ...context.evidence, statements: [] };
  const fact = start(request);
  const refused = (refusal: Refusal): Verification => ({ ...fact, state: 'refused', refusal });
  const plan = planVerification(request, { target, surface, evidence });
  if (isRefusal(plan)) return refused(plan);
  fact.issuer = plan.issuer;
  fact.tokenEndpoint = plan.tokenEndpoint;
  fact.listedMethods = plan.server?.authMethods ?? null;
  const strange = unconfirmed(plan, request.hosts);
  if (strange.length > 0 && !(await context.confirm?.(strange)))
    return refused({
      code: 'not-confirmed',
      reason: `The credential would go to ${strange.join(' and ')}, which was not confirmed.`,
      evidence: [],
    });
  fact.hosts = [...request.hosts.filter((host) => !strange.includes(host)), ...strange];
  const http = context.connect(fact.hosts);
  const closed = await gate(context, http, plan);
  if (closed) return refused(closed);
  const handshake = new Handshake(context, http, plan, fact);
  if (request.credentials.kind === 'api-key') await handshake.keys(request.credentials);
  else await handshake.tokens();
  return fact;
}
