/** Who is asking: a visitor's address, believed only as far as the operator's own proxies vouch for it, and the key it is counted under. */
import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.process>;

/** Longest chain of proxies that is read; a longer one is nobody's real path. */
const MAX_HOPS = 20;

/** The address in the text, IPv4-mapped IPv6 as IPv4, or null. With or without a port, as proxies write it: `1.2.3.4:5678`, `[::1]:443`. */
function addressIn(text: string): Address | null {
  const trimmed = text.trim();
  const bare =
    /^\[([^\]]+)\](?::\d{1,5})?$/.exec(trimmed)?.[1] ??
    /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(trimmed)?.[1] ??
    trimmed;
  // ipaddr.js also takes `127.1` and `0x7f.1`, which no proxy writes.
  return isIP(bare) === 0 ? null : ipaddr.process(bare.split('%')[0] ?? '');
}

function isWithin(address: Address, nets: readonly string[]): boolean {
  return nets.some((net) => {
    const [network, bits] = ipaddr.parseCIDR(net);
    return network.kind() === address.kind() && address.match(network, bits);
  });
}

/**
 * The visitor's address in its one usual spelling, or null when the connection's own is not known.
 * `peer` is the address of the connection; `forwardedFor` the value of X-Forwarded-For. That field is read from right to left, since
 * each proxy appends whom it was asked by: as long as the address so far is one of `trustedNets`, the one to its left is believed. What a
 * visitor has written there stands left of what the first trusted proxy has seen, and is never reached.
 */
export function clientAddress(
  peer: string | null,
  forwardedFor: string | null,
  trustedNets: readonly string[],
): string | null {
  let address = peer === null ? null : addressIn(peer);
  if (address === null) return null;
  const hops = (forwardedFor ?? '').split(',').slice(-MAX_HOPS);
  while (isWithin(address, trustedNets)) {
    const said = addressIn(hops.pop() ?? '');
    if (said === null) break;
    address = said;
  }
  return address.toString();
}

/** Where a visitor is: the address, of IPv6 the /64, which is the least that one household gets and can roam in. */
export function placeOf(address: string): string {
  const parsed = addressIn(address);
  return parsed?.kind() === 'ipv6' ? parsed.toByteArray().slice(0, 8).join('.') : address;
}

/** The network around a visitor: of IPv6 the /48, which is what one site is given (RFC 6177 §2), of IPv4 the /24. */
export function networkOf(address: string): string {
  const parsed = addressIn(address);
  if (parsed === null) return address;
  return `${parsed
    .toByteArray()
    .slice(0, parsed.kind() === 'ipv6' ? 6 : 3)
    .join('.')}/`;
}

/**
 * The name under which a place is counted: a keyed hash, because the few billion IPv4 addresses can be tried one by one against a plain one.
 */
const keyOf = (place: string, secret: string) =>
  createHmac('sha256', secret).update(place).digest('base64url').slice(0, 22);

/** The name under which a visitor is counted. */
export const visitorKey = (address: string, secret: string): string => keyOf(placeOf(address), secret);

/** The name under which a visitor's network is counted. */
export const networkKey = (address: string, secret: string): string => keyOf(networkOf(address), secret);
