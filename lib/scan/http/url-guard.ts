/**
 * The part of the guard that needs no lookup: scheme, userinfo, port and name of a URL (STANDARDS §10 U3-U5).
 * The visitor's input and every URL that a target hands us pass the same rules.
 */
import '../can-parse.ts';
import { isIP } from 'node:net';
import { judgeAddress } from './address.ts';
import { urlOf } from '../text.ts';

export type GuardCode =
  | 'bad-scheme'
  | 'userinfo'
  | 'bad-port'
  | 'bad-host'
  | 'not-public'
  | 'reserved-name'
  | 'single-label'
  | 'too-long';

export type UrlVerdict =
  | { allowed: true; url: URL; hostname: string; port: number }
  | { allowed: false; code: GuardCode };

/** Longest URL that is sent anywhere. Servers commonly stop at 8,000 (RFC 9110 §4.1 asks recipients for at least that). */
export const maxUrlLength = 8000;

/** Well-known ports that APIs listen on. Every other port below 1024 belongs to another protocol. */
const allowedPorts: ReadonlySet<number> = new Set([80, 443]);

/**
 * Names that never lead to a public host: RFC 6761, 6762, 7686, 8375, 9476, ICANN's `.internal`, the names that ICANN will not delegate
 * because inside networks use them, and cloud metadata services.
 */
export const reservedSuffixes: ReadonlySet<string> = new Set([
  'localhost',
  'local',
  'localdomain',
  'internal',
  'home.arpa',
  'arpa',
  'onion',
  'test',
  'invalid',
  'example',
  'alt',
  'lan',
  'corp',
  'home',
  'metadata.goog',
  'metadata.tencentyun.com',
]);

/** True for a name that is reserved, or lies under a reserved one. `name` is lower case without a trailing dot. */
export function isReserved(name: string): boolean {
  let suffix = name;
  for (;;) {
    if (reservedSuffixes.has(suffix)) return true;
    const dot = suffix.indexOf('.');
    if (dot === -1) return false;
    suffix = suffix.slice(dot + 1);
  }
}

/** Labels of letters, digits, hyphen and underscore, at most 63 each and 253 in all (RFC 1035 §2.3.4). */
export function isHostName(name: string): boolean {
  return name.length <= 253 && /^(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/.test(name);
}

/** The host of a URL without brackets and without the one trailing dot that WHATWG keeps (`localhost.`). */
export function bareHost(hostname: string): string {
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
}

/** The port that a URL leads to, default ports filled in. */
export function effectivePort(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/**
 * Judges a host as it stands in a URL (brackets allowed): an address by the special-purpose registries, a name by the reserved ones.
 * Reserved names open together with any block in `allowNets`; what they resolve to is still judged.
 */
export function judgeHost(hostname: string, allowNets: readonly string[]): GuardCode | null {
  const host = bareHost(hostname);
  if (isIP(host) !== 0) return judgeAddress(host, allowNets).allowed ? null : 'not-public';
  if (!isHostName(host)) return 'bad-host';
  if (isReserved(host)) return allowNets.length > 0 ? null : 'reserved-name';
  return host.includes('.') ? null : 'single-label';
}

/**
 * Judges one URL before any lookup. Allowed: http and https, no userinfo, ports 80, 443 and everything above 1023, a host that
 * `judgeHost` lets pass. The returned URL has no fragment and no trailing dot in its host.
 * Throws RangeError only when an entry of `allowNets` is not a CIDR block.
 */
export function judgeUrl(text: string, allowNets: readonly string[]): UrlVerdict {
  if (text.length > maxUrlLength) return { allowed: false, code: 'too-long' };
  const url = urlOf(text);
  if (url === null) return { allowed: false, code: 'bad-host' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { allowed: false, code: 'bad-scheme' };
  // Serialising can lengthen a URL threefold by percent-encoding.
  if (url.href.length > maxUrlLength) return { allowed: false, code: 'too-long' };
  if (url.username !== '' || url.password !== '') return { allowed: false, code: 'userinfo' };
  const port = effectivePort(url);
  if (port < 1024 && !allowedPorts.has(port)) return { allowed: false, code: 'bad-port' };
  const refusal = judgeHost(url.hostname, allowNets);
  if (refusal !== null) return { allowed: false, code: refusal };
  url.hash = '';
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  return { allowed: true, url, hostname: bareHost(url.hostname), port };
}
