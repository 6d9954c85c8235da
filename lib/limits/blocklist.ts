/** The operator's list of sites that are never scanned. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ScanError } from '../scan/errors.ts';

/** Longest name that the refusal repeats. */
const MAX_ECHO = 60;

function addressMatches(host: string, entry: string): boolean {
  const [network = '', bits] = entry.split('/');
  if (isIP(network) === 0) return false;
  const address = ipaddr.process(host);
  const block = ipaddr.process(network);
  if (address.kind() !== block.kind()) return false;
  return address.match(block, bits === undefined ? (block.kind() === 'ipv4' ? 32 : 128) : Number(bits));
}

/**
 * Whether an entry of the list holds for the host of a URL (brackets allowed): a domain for itself and everything below it, an address
 * or block for a host that is such an address. Names are not looked up.
 */
export function isBlocked(hostname: string, entries: readonly string[]): boolean {
  const host = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  if (isIP(host) !== 0) return entries.some((entry) => addressMatches(host, entry));
  return entries.some((entry) => {
    const domain = entry.toLowerCase();
    return host === domain || host.endsWith(`.${domain}`);
  });
}

/** Lets a URL pass that is not on the list. @throws {ScanError} `blocked-target` */
export function refuseBlocked(url: string, entries: readonly string[]): void {
  const { hostname } = new URL(url);
  if (!isBlocked(hostname, entries)) return;
  throw new ScanError(
    'blocked-target',
    `\`${hostname.slice(0, MAX_ECHO)}\` is not scanned here: its owner or the operator of this site has asked for that.`,
  );
}
