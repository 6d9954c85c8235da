/** Where things are at the target, or where they would be: every address that a fix names, each marked as seen or assumed. */
import { wayOf, type Case } from '../judge/case.ts';
import { limiting } from '../judge/signals/scope-restriction.ts';
import { grantWords } from '../vocabulary.ts';
import type { AuthorizationServer, Target } from '../types.ts';
import { isLoopback } from '../loopback.ts';
import { plainHttp } from '../judge/index.ts';
import { clean, webUrl } from './quote.ts';
import { urlOf, withoutSlash } from '../text.ts';

export const slots = [
  'SITE_URL',
  'API_URL',
  'CALL_URL',
  'ISSUER',
  'TOKEN_URL',
  'SERVER_METADATA_URL',
  'RESOURCE',
  'RESOURCE_METADATA_URL',
  'DOCS_URL',
  'KEYS_URL',
  'DESCRIPTION_URL',
  'CATALOG_URL',
  'REGISTRATION_URL',
  'CAPTCHA_URL',
  'PLAIN_URL',
  'KEY_HEADER',
] as const;
export type Slot = (typeof slots)[number];

/** An address with its origin: `seen` at the target, or assumed by us where the target names none. */
export interface Place {
  value: string;
  seen: boolean;
}

export interface Places {
  slots: Record<Slot, Place>;
  /** `host[:port]` of the API, for realms. */
  realm: string;
  /** The path under which the API's operations lie, with a slash at both ends. */
  prefix: string;
  tokenPath: string;
  authorizationUrl: string | null;
  server: AuthorizationServer | undefined;
  /** Scope tokens seen that limit something (RFC 6749 §3.3), at most 20. */
  scopes: string[];
  /** Wire names of the grants that are offered. */
  grants: string[];
  /** How CALL_URL is called. */
  callKind: 'get' | 'graphql' | 'json-rpc' | 'post';
}

/** OAuth endpoints need TLS (RFC 6749 §3.2, RFC 8414 §2), so what we propose is https, whatever was seen. */
export function secured(url: string): string {
  const parsed = urlOf(url);
  return parsed === null || isLoopback(parsed.hostname) ? url : url.replace(/^http:/, 'https:');
}

/** `sub.domain` where the domain is a name that can have subdomains, else the site's own origin (an address, a single label). */
function guessOrigin(target: Target, sub: string): string {
  const domain = webUrl(`https://${target.domain}`);
  const named =
    domain !== null && target.domain.includes('.') && !/^[\d.]+$/.test(target.domain) && !target.domain.startsWith('[');
  if (named) return `https://${sub}.${new URL(domain).host}`;
  const site = webUrl(target.url);
  return site === null ? `https://${sub}.example.com` : new URL(site).origin;
}

/** Inserts a well-known segment between host and path (RFC 8414 §3.1, RFC 9728 §3.1), after removing a terminating slash. */
export function wellKnown(identifier: string, name: string): string {
  const url = new URL(identifier);
  return `${url.origin}/.well-known/${name}${withoutSlash(url.pathname)}${url.search}`;
}

const firstUrl = (...candidates: readonly (string | null | undefined)[]): string | null => {
  for (const candidate of candidates) {
    const url = webUrl(candidate);
    if (url !== null) return url;
  }
  return null;
};

/** The server whose metadata an agent would use: conforming at a standard place first. */
function bestServer(servers: readonly AuthorizationServer[]): AuthorizationServer | undefined {
  return servers.find((s) => s.standardPlace && s.conformance !== 'non-conforming') ?? servers[0];
}

/** RFC 6749 §3.3: scope-token = 1*( %x21 / %x23-5B / %x5D-7E ). */
const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]{1,80}$/;

function scopesOf({ evidence }: Case): string[] {
  const lists = [
    ...evidence.protectedResources.map((r) => r.scopes ?? []),
    ...evidence.descriptions.flatMap((d) => d.schemes.flatMap((s) => s.flows.map((f) => f.scopes))),
    ...evidence.authorizationServers.map((s) => s.scopes ?? []),
  ];
  const tokens = lists.map((list) => limiting(list).filter((scope) => scopeToken.test(scope)));
  return [...new Set(tokens.find((list) => list.length > 0) ?? [])].slice(0, 20);
}

/** A header field name that may stand in code (RFC 9110 §5.1, narrowed to letters, digits and hyphens). */
const headerName = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;

function callOf(subject: Case): Pick<Places, 'callKind'> & { url: string | null } {
  const { evidence, access } = subject;
  const call = access.guarded[0]?.call ?? access.unobserved[0] ?? evidence.calls[0];
  const url = webUrl(call?.url);
  if (!call || url === null) {
    const operation = evidence.descriptions
      .flatMap((d) => d.operations)
      .find((o) => o.secured && o.method.toUpperCase() === 'GET' && webUrl(o.url) !== null);
    return { url: webUrl(operation?.url), callKind: 'get' };
  }
  if (call.method === 'GET') return { url, callKind: 'get' };
  return {
    url,
    callKind: call.kind === 'graphql' ? 'graphql' : call.kind === 'mcp' || call.kind === 'a2a' ? 'json-rpc' : 'post',
  };
}

/** Where tokens are given: what metadata, answers, pages or descriptions name, unless it is dead. */
function tokenUrlOf({ surface, evidence }: Case, server: ReturnType<typeof bestServer>): string | null {
  const dead = new Set(evidence.tokenEndpoints.filter((t) => t.life === 'dead').map((t) => t.url));
  const named = [
    server?.tokenEndpoint,
    ...evidence.tokenEndpoints.map((t) => t.url),
    ...surface.tokenEndpoints.map((t) => t.url),
    ...evidence.descriptions.flatMap((d) => d.schemes.flatMap((s) => s.flows.map((f) => f.tokenUrl))),
  ];
  return firstUrl(...named.filter((url) => url && !dead.has(url)));
}

/** An MCP server is its whole URL (MCP authorization, RFC 9728 §3.1); a REST API is known by its origin. */
function resourceOf({ surface, evidence }: Case, api: string): string {
  const base = surface.apiBases.find((b) => webUrl(b.url) !== null);
  const wholeUrl = base?.kind === 'mcp' || (base === undefined && surface.mcp.length > 0);
  return secured(firstUrl(evidence.protectedResources[0]?.resource) ?? (wholeUrl ? api : new URL(api).origin));
}

const keyPageOf = ({ keyPages }: Case['surface']) =>
  keyPages.find((p) => p.kind === 'keys') ?? keyPages.find((p) => p.kind === 'sign-up') ?? keyPages[0];

const captchaOf = ({ captchas }: Case['evidence']) =>
  captchas.find((c) => c.mode !== 'present' && ['sign-up', 'key', 'token'].includes(c.guards));

/** Every address that fixes name. Pure. */
export function readPlaces(subject: Case): Places {
  const { target, surface, evidence } = subject;
  const place = (seen: string | null, assumed: string): Place =>
    seen === null ? { value: assumed, seen: false } : { value: seen, seen: true };
  const secure = (seen: string | null) => (seen === null ? null : secured(seen));

  const site = firstUrl(target.url) ?? guessOrigin(target, 'www');
  const base = surface.apiBases.find((b) => webUrl(b.url) !== null);
  const call = callOf(subject);
  const seenApi = firstUrl(base?.url, surface.mcp[0]?.url, evidence.descriptions[0]?.servers[0], call.url);
  const api = place(seenApi, guessOrigin(target, 'api'));

  const server = bestServer(evidence.authorizationServers);
  const seenToken = secure(tokenUrlOf(subject, server));
  const seenIssuer = secure(
    firstUrl(
      server?.issuer,
      surface.authorizationServers[0]?.issuer,
      ...evidence.protectedResources.flatMap((r) => r.authorizationServers),
    ),
  );
  const issuer = place(seenIssuer, seenToken === null ? guessOrigin(target, 'auth') : new URL(seenToken).origin);
  const token = place(seenToken, `${new URL(issuer.value).origin}/oauth/token`);

  const resource = resourceOf(subject, api.value);
  const header = wayOf(subject, 'own-header')?.name ?? null;
  const apiUrl = new URL(api.value);
  const keys = place(firstUrl(keyPageOf(surface)?.url), `${new URL(site).origin}/developers/keys`);

  return {
    slots: {
      SITE_URL: { value: site, seen: true },
      API_URL: api,
      CALL_URL: place(call.url, api.value),
      ISSUER: issuer,
      TOKEN_URL: token,
      SERVER_METADATA_URL: { value: wellKnown(issuer.value, 'oauth-authorization-server'), seen: issuer.seen },
      RESOURCE: { value: resource, seen: api.seen },
      RESOURCE_METADATA_URL: { value: wellKnown(resource, 'oauth-protected-resource'), seen: api.seen },
      DOCS_URL: place(firstUrl(...surface.docs.map((d) => d.url)), `${guessOrigin(target, 'docs')}/authentication`),
      KEYS_URL: keys,
      DESCRIPTION_URL: place(
        firstUrl(...evidence.descriptions.map((d) => d.url), ...surface.descriptions.map((d) => d.url)),
        `${apiUrl.origin}/openapi.json`,
      ),
      CATALOG_URL: { value: `${new URL(site).origin}/.well-known/api-catalog`, seen: true },
      REGISTRATION_URL: place(
        secure(firstUrl(server?.registrationEndpoint, ...evidence.registrations.map((r) => r.url))),
        `${new URL(issuer.value).origin}/oauth/register`,
      ),
      CAPTCHA_URL: place(firstUrl(captchaOf(evidence)?.url), keys.value),
      PLAIN_URL: place(webUrl(plainHttp(subject)), `http://${apiUrl.host}/`),
      KEY_HEADER:
        header !== null && headerName.test(header)
          ? { value: header, seen: true }
          : { value: 'X-API-Key', seen: false },
    },
    realm: apiUrl.host,
    prefix: `${withoutSlash(apiUrl.pathname)}/`,
    tokenPath: new URL(token.value).pathname,
    authorizationUrl: secure(
      firstUrl(server?.authorizationEndpoint, ...surface.authorizationEndpoints.map((a) => a.url)),
    ),
    server,
    scopes: scopesOf(subject).map((scope) => clean(scope, 80)),
    grants: Object.values(subject.grants).flatMap((g) => (g.offered === 'yes' ? (grantWords[g.id].wire ?? []) : [])),
    callKind: call.callKind,
  };
}
