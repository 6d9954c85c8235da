/**
 * Where a credential would go, worked out before one is sent: the token endpoint that the business itself names, the operation to call, and the
 * hosts of both. Pure, so that a page can show the hosts before anything is asked for.
 */
import { isLoopback } from '../loopback.ts';
import { effectOf } from '../http/effects.ts';
import { ownHosts } from '../look/affiliation.ts';
import type { AuthorizationServer, Evidence, Surface, Target } from '../types.ts';
import type { VerifyRequest } from '../schema/verify-request.ts';
import { isWebUrl, withoutSlash } from '../text.ts';

/** A rule that forbids to send the credential. */
export interface Refusal {
  code:
    | 'no-token-endpoint'
    | 'bad-address'
    | 'plain-http'
    | 'foreign-endpoint'
    | 'foreign-issuer'
    | 'foreign-operation'
    | 'changes-something'
    | 'not-confirmed'
    | 'redirects'
    | 'not-public'
    | 'blocked'
    | 'no-method';
  reason: string;
  evidence: string[];
}

export interface Plan {
  /** Null for an API key, which goes to the API only. */
  tokenEndpoint: string | null;
  issuer: string | null;
  /** The metadata that names the token endpoint. */
  server: AuthorizationServer | null;
  /** Addresses to call with GET, best first; the first that answers with data is the one that counts. Empty: nothing may be called. */
  operations: string[];
  /** What the API calls itself (RFC 9728 `resource`), else its origin. */
  resource: string | null;
  /** Every host that receives the credential or a token. */
  hosts: string[];
}

type Found = { target: Pick<Target, 'host' | 'domain'>; surface: Surface; evidence: Evidence };

/** Operations that are tried until one answers with data. */
const mostOperations = 3;

const refuse = (code: Refusal['code'], reason: string, evidence: string[] = []): Refusal => ({
  code,
  reason,
  evidence,
});
export const isRefusal = (value: Plan | Refusal): value is Refusal => 'code' in value;

const sameUrl = (a: string, b: string): boolean =>
  URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href;

/** TLS is required wherever a credential goes (RFC 6749 §3.2, RFC 6750 §5.3). Loopback does not leave the machine. */
export function addressProblem(url: string, what: string): Refusal | null {
  if (!URL.canParse(url)) return refuse('bad-address', `The ${what} is not a web address.`);
  const { protocol, hostname, username } = new URL(url);
  if (username !== '' || !isWebUrl(url))
    return refuse('bad-address', `The ${what} is not a web address that may be asked.`);
  if (protocol === 'http:' && !isLoopback(hostname))
    return refuse('plain-http', `The ${what} ${url} is not encrypted, so no credential is sent there (RFC 6749 §3.2).`);
  return null;
}

/** Whether a document that stands on the business's own hosts names this token endpoint. */
function namedByOwn(url: string, { target, evidence }: Found): boolean {
  const own = ownHosts(target);
  const isOwn = (address: string) => URL.canParse(address) && own(new URL(address).hostname);
  const issuers = new Set(
    evidence.protectedResources
      .filter((r) => isOwn(r.url))
      .flatMap((r) => r.authorizationServers.map((i) => withoutSlash(i))),
  );
  return (
    evidence.authorizationServers.some(
      (s) =>
        s.tokenEndpoint !== null &&
        sameUrl(s.tokenEndpoint, url) &&
        (isOwn(s.url) || issuers.has(withoutSlash(s.issuer))),
    ) ||
    evidence.descriptions.some(
      (d) =>
        isOwn(d.url) && d.schemes.some((s) => s.flows.some((f) => f.tokenUrl !== null && sameUrl(f.tokenUrl, url))),
    )
  );
}

function tokenEndpointOf(request: VerifyRequest, { evidence }: Found): string | null {
  if (request.tokenEndpoint) return request.tokenEndpoint;
  const dead = new Set(evidence.tokenEndpoints.filter((t) => t.life === 'dead').map((t) => t.url));
  const named = evidence.authorizationServers.flatMap((s) => s.tokenEndpoint ?? []).find((url) => !dead.has(url));
  return (
    named ??
    evidence.tokenEndpoints.find((t) => t.life === 'alive')?.url ??
    evidence.tokenEndpoints.find((t) => t.life !== 'dead')?.url ??
    null
  );
}

/** What forbids to send the credential to this token endpoint, whatever the owner confirms. */
function endpointProblem(url: string, found: Found): Refusal | null {
  const problem = addressProblem(url, 'token endpoint');
  if (problem) return problem;
  const { hostname } = new URL(url);
  if (!ownHosts(found.target)(hostname) && !namedByOwn(url, found))
    return refuse(
      'foreign-endpoint',
      `The token endpoint ${url} is on a host of somebody else, and no document on the hosts of ${found.target.domain} names it.`,
    );
  for (const server of found.evidence.authorizationServers.filter(
    (s) => s.tokenEndpoint !== null && sameUrl(s.tokenEndpoint, url),
  )) {
    // RFC 8414 §3.3: metadata speaks for the issuer from whose address it was derived, and for nobody else.
    if (!URL.canParse(server.issuer) || new URL(server.issuer).origin !== new URL(server.url).origin)
      return refuse(
        'foreign-issuer',
        `${server.url} names the issuer ${server.issuer}, which is another server than the one that answered.`,
        server.evidence,
      );
  }
  const asked = found.evidence.tokenEndpoints.find((t) => sameUrl(t.url, url));
  const moved = [asked?.basic, asked?.body, asked?.bogus].find(
    (answer) => answer && answer.status >= 300 && answer.status < 400,
  );
  if (moved)
    return refuse(
      'redirects',
      `The token endpoint ${url} redirects${moved.location ? ` to ${moved.location}` : ''}, and a credential is not sent on.`,
      [moved.exchange],
    );
  return null;
}

/**
 * Operations that may be called: the one that was named, or those that a description on the business's own hosts declares as GET and that take no
 * parameter that would have to be made up. Those that were seen to ask for a credential come first.
 */
function operationsOf(request: VerifyRequest, found: Found): string[] | Refusal {
  const own = ownHosts(found.target);
  const { evidence, surface } = found;
  if (request.operation) {
    const problem = addressProblem(request.operation, 'operation');
    if (problem) return problem;
    const url = new URL(request.operation);
    const named = surface.apiBases.some((base) => URL.canParse(base.url) && new URL(base.url).host === url.host);
    if (!own(url.hostname) && !named)
      return refuse(
        'foreign-operation',
        `The operation ${url.href} is not on a host of ${found.target.domain}, nor on one of its API that was found.`,
      );
    const word = effectOf(url);
    if (word !== null)
      return refuse(
        'changes-something',
        `The operation ${url.href} says that it changes something (“${word}”), so it is not called.`,
      );
    return [url.href];
  }
  const guarded = new Set(evidence.calls.filter((c) => c.bare && c.bare.status >= 400).map((c) => c.url));
  const rank = (url: string) => (guarded.has(url) ? 0 : 1);
  return evidence.descriptions
    .flatMap((d) => d.operations)
    .filter(
      ({ method, url, path, secured, required }) =>
        method === 'GET' &&
        secured !== false &&
        required.length === 0 &&
        !/[{}:]/.test(path) &&
        addressProblem(url, 'operation') === null &&
        own(new URL(url).hostname),
    )
    .map(({ url }) => url)
    .toSorted((a, b) => rank(a) - rank(b))
    .filter((url, at, all) => all.indexOf(url) === at)
    .slice(0, mostOperations);
}

/** Works out where the credential goes, or which rule forbids to send it. Hosts are not compared with those that were confirmed: see `unconfirmed`. */
export function planVerification(request: VerifyRequest, found: Found): Plan | Refusal {
  const operations = operationsOf(request, found);
  if (!Array.isArray(operations)) return operations;
  const [first] = operations;
  const resource =
    found.evidence.protectedResources.find((r) => first !== undefined && first.startsWith(r.resource)) ??
    found.evidence.protectedResources[0];
  const named = resource?.resource ?? (first === undefined ? null : new URL(first).origin);
  const plan = (tokenEndpoint: string | null, server: AuthorizationServer | null): Plan => ({
    tokenEndpoint,
    issuer: server?.issuer ?? (tokenEndpoint === null ? null : new URL(tokenEndpoint).origin),
    server,
    operations,
    resource: named,
    hosts: [
      ...new Set([...(tokenEndpoint === null ? [] : [tokenEndpoint]), ...operations].map((url) => new URL(url).host)),
    ],
  });
  if (request.credentials.kind === 'api-key')
    return operations.length > 0
      ? plan(null, null)
      : refuse(
          'no-token-endpoint',
          'There is no operation to call: no API description was found, and none was named. Name an address that answers a GET.',
        );
  const tokenEndpoint = tokenEndpointOf(request, found);
  if (tokenEndpoint === null) return refuse('no-token-endpoint', 'No token endpoint was found. Name its address.');
  const problem = endpointProblem(tokenEndpoint, found);
  if (problem) return problem;
  const servers = found.evidence.authorizationServers.filter(
    (s) => s.tokenEndpoint !== null && sameUrl(s.tokenEndpoint, tokenEndpoint),
  );
  return plan(tokenEndpoint, servers.find((s) => s.conformance !== 'non-conforming') ?? servers[0] ?? null);
}

/** Hosts of a plan that nobody has confirmed as receivers. */
export const unconfirmed = (plan: Plan, hosts: readonly string[]): string[] =>
  plan.hosts.filter((host) => !hosts.includes(host));
