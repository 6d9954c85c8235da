/** The first stage: what a visitor typed becomes a target, or a refusal that says what to type instead. Sends nothing. */
import { isIP, isIPv6 } from 'node:net';
import { getDomain } from 'tldts';
import { ScanError, type ScanErrorCode } from '../errors.ts';
import { judgeAddress } from '../http/address.ts';
import { redactText, redactUrl } from '../redact/index.ts';
import { bareHost, effectivePort, judgeUrl, type GuardCode } from '../http/url-guard.ts';
import type { Target } from '../types.ts';
import { hasSpace } from '../text.ts';

/** Longest address that is scanned, in characters. */
const maxInput = 2000;
/** Longest piece of the input that a refusal repeats. */
const maxEcho = 60;
const advice = 'Enter a web address such as `api.example.com`.';

/** Schemes that people paste without `//`. Other words before a colon are taken for a host with a port. */
const slashlessSchemes: ReadonlySet<string> = new Set([
  'about',
  'blob',
  'chrome',
  'data',
  'file',
  'ftp',
  'geo',
  'intent',
  'javascript',
  'magnet',
  'mailto',
  'sms',
  'ssh',
  'tel',
  'urn',
  'vbscript',
  'view-source',
  'ws',
  'wss',
]);

/** Wrappers that come along when an address is copied out of a text. */
const wrappers: readonly (readonly [string, string])[] = [
  ['<', '>'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
];

/**
 * Normalises `input` or refuses it. Forgiven: surrounding space, quotes and angle brackets, line breaks inside, a missing scheme, an
 * international name, a fragment. Path and query stay. An address with what looks like a secret in it is refused: it would be sent and published.
 * A missing scheme becomes https; http for ports 80 and 8080, for localhost, and for special-purpose addresses that `allowNets` opens.
 * `allowNets` are CIDR blocks that the operator opens; reserved names open together with any of them.
 * Throws ScanError with a sentence for the visitor, and RangeError when an entry of `allowNets` is not a CIDR block.
 * Rules: WHATWG URL for the syntax (the same parser fetches), STANDARDS §10 U3-U5, registrable domain by the Public Suffix List.
 */
export function parseTarget(input: string, { allowNets }: { allowNets: readonly string[] }): Target {
  const text = clean(input);
  if (text === '') throw new ScanError('empty-target', `Nothing was entered. ${advice}`);
  if (text.length > maxInput) {
    throw new ScanError(
      'too-long',
      `This is ${text.length.toLocaleString('en')} characters long; an address has at most ${maxInput.toLocaleString('en')}. ${advice}`,
    );
  }
  if (hasSpace(text))
    throw new ScanError(
      'not-an-address',
      `${quote(text)} contains a space, so it is not a single web address. ${advice}`,
    );

  const address = withScheme(text, allowNets);
  if (!URL.canParse(address)) throw unreadable(text, address);
  const verdict = judgeUrl(address, allowNets);
  if (!verdict.allowed) throw refusal(verdict.code, new URL(address));
  const { url, hostname } = verdict;
  if (holdsSecret(address))
    throw new ScanError(
      'secret-in-address',
      'The address holds what looks like a key, a token or a password. Remove it: a scan needs no credentials, and reports are public.',
    );
  return { input: text, url: url.href, host: url.hostname, domain: registrableDomain(hostname) };
}

/** Whether anything in the address would have to be hidden, its fragment included: what was typed is stored and shown. */
function holdsSecret(address: string): boolean {
  const { href } = new URL(address);
  return redactUrl(href) !== href;
}

/** Line breaks and invisible characters go, wherever they stand; wrapping quotes and brackets go at the ends. */
function clean(input: string): string {
  // A line break with indentation is how terminals and mails wrap a long address.
  let text = input.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').trim();
  if (text.length <= maxInput) text = text.replace(/[ \t]*[\r\n]+[ \t]*/g, '');
  for (let peeled = true; peeled && text.length > 1;) {
    peeled = false;
    for (const [open, close] of wrappers) {
      if (text.startsWith(open) && text.endsWith(close) && text.length > 1) {
        text = text.slice(open.length, -close.length).trim();
        peeled = true;
      }
    }
  }
  return text;
}

function withScheme(text: string, allowNets: readonly string[]): string {
  if (isIPv6(text)) return withScheme(`[${text}]`, allowNets);
  const match = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(text);
  if (match !== null) {
    const scheme = (match[1] ?? '').toLowerCase();
    const rest = match[2] ?? '';
    if (scheme === 'http' || scheme === 'https') return text;
    // `example.com:abc` is a host with a bad port, `admin:secret@example.com` one with credentials; no scheme has a dot in practice.
    const isHost = scheme.includes('.') || rest.includes('@') || /^\d*(?:[/?#\\]|$)/.test(rest);
    if (rest.startsWith('//') || slashlessSchemes.has(scheme) || !isHost) throw badScheme(scheme, rest);
  }
  const secure = `https://${text.replace(/^\/\//, '')}`;
  return URL.canParse(secure) && speaksPlainHttp(new URL(secure), allowNets)
    ? secure.replace('https:', 'http:')
    : secure;
}

/** Whether an address typed without scheme more likely means http. `url` carries the https scheme that was assumed. */
function speaksPlainHttp(url: URL, allowNets: readonly string[]): boolean {
  if (url.port === '80' || url.port === '8080') return true;
  if (allowNets.length === 0) return false;
  const host = bareHost(url.hostname);
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return isIP(host) !== 0 && !judgeAddress(host, []).allowed && judgeAddress(host, allowNets).allowed;
}

function badScheme(scheme: string, rest: string): ScanError {
  return new ScanError(
    'bad-scheme',
    `\`${clip(scheme)}:${rest.startsWith('//') ? '//' : ''}\` cannot be scanned. ${advice}`,
  );
}

/** The refusal for text that is no URL at all. */
function unreadable(text: string, address: string): ScanError {
  const port = /^https?:\/*[^/?#\\]*:([^/?#\\\]]*)(?:[/?#\\]|$)/i.exec(address)?.[1];
  if (port !== undefined && port !== '' && URL.canParse(address.replace(`:${port}`, ''))) {
    return new ScanError('bad-port', `${quote(port)} is not a port. Leave it out, or use 80, 443 or one above 1023.`);
  }
  if (/%[0-9a-z]*\]/i.test(address))
    return new ScanError(
      'bad-host',
      `An address with a zone such as \`%eth0\` means something on one machine only. ${advice}`,
    );
  if (/^https?:[/\\]*(?:[?#]|$)/i.test(address))
    return new ScanError('not-an-address', `${quote(text)} names no host. ${advice}`);
  return new ScanError('not-an-address', `${quote(text)} is not a web address. ${advice}`);
}

const scanErrorCodes: Record<GuardCode, ScanErrorCode> = {
  'bad-scheme': 'bad-scheme',
  userinfo: 'userinfo',
  'bad-port': 'bad-port',
  'bad-host': 'bad-host',
  'not-public': 'private-address',
  'reserved-name': 'reserved-name',
  'single-label': 'single-label',
  'too-long': 'too-long',
};

function refusal(code: GuardCode, url: URL): ScanError {
  return new ScanError(scanErrorCodes[code], reason(code, url));
}

function reason(code: GuardCode, url: URL): string {
  const host = quote(bareHost(url.hostname));
  switch (code) {
    case 'bad-scheme':
      return `\`${clip(url.protocol)}\` cannot be scanned. ${advice}`;
    case 'userinfo':
      return 'The address holds a user name or password before `@`. Remove it: a scan needs no credentials, and reports are public.';
    case 'bad-port':
      return `Port ${effectivePort(url)} belongs to another protocol. Use 80, 443 or a port above 1023.`;
    case 'bad-host':
      return url.hostname.includes('*')
        ? `${host} stands for many hosts. Enter one of them.`
        : `${host} is not a name that a host can have. ${advice}`;
    case 'not-public':
      return `${host} is not a public address. Enter the address that your customers use; to scan an inside network, run Latchkey there with \`--allow-private\`.`;
    case 'reserved-name':
      return `${host} is a reserved name that exists only inside a network. Enter the public name; to scan an inside network, run Latchkey there with \`--allow-private\`.`;
    case 'single-label':
      return `${host} has no domain. Enter the full name, such as \`${clip(/^[a-z0-9-]+$/.test(url.hostname) ? url.hostname : 'example', 30)}.com\`.`;
    case 'too-long':
      return `This address is too long. Leave out its query. ${advice}`;
  }
}

/**
 * The registrable domain of a URL's host name (IPv6 with or without brackets), private suffixes such as `github.io` included; the host itself,
 * as a URL spells it, where there is none.
 */
export function registrableDomain(hostname: string): string {
  if (isIPv6(hostname)) return `[${hostname}]`;
  if (isIP(hostname) !== 0 || !hostname.includes('.')) return hostname;
  // Reserved names (`.test`, `.internal`) have a registrable part by the Public Suffix List's default rule, like any unknown suffix.
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}

function clip(text: string, length = maxEcho): string {
  const safe = text.toWellFormed().replace(/[\p{Cc}\p{Cf}`]/gu, '');
  return safe.length > length ? `${[...safe].slice(0, length - 1).join('')}…` : safe;
}

function quote(text: string): string {
  return `\`${clip(redactText(text))}\``;
}
