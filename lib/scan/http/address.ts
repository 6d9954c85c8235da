/**
 * Which IP addresses a scan may reach. Everything is refused that the IANA special-purpose registries list, that no registry has
 * handed out for global unicast, or that carries such an address inside (STANDARDS §10 U2). The operator opens blocks by CIDR.
 */
import { isIP } from 'node:net';

/** One refused block: CIDR, and the name that a log or the operator reads. */
export type Block = readonly [cidr: string, name: string];

/** IANA IPv4 Special-Purpose Address Registry, plus multicast. Blocks that the registry calls globally reachable are refused too: no API lives there. */
export const ipv4Blocks: readonly Block[] = [
  ['0.0.0.0/8', 'this network'],
  ['10.0.0.0/8', 'private network'],
  ['100.64.0.0/10', 'shared address space of a carrier'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local and cloud metadata'],
  ['172.16.0.0/12', 'private network'],
  ['192.0.0.0/24', 'IETF protocol assignments'],
  ['192.0.2.0/24', 'documentation'],
  ['192.31.196.0/24', 'AS112'],
  ['192.52.193.0/24', 'AMT'],
  ['192.88.99.0/24', '6to4 relay'],
  ['192.168.0.0/16', 'private network'],
  ['192.175.48.0/24', 'AS112'],
  ['198.18.0.0/15', 'benchmarking'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved and broadcast'],
];

/**
 * IANA IPv6 Special-Purpose Address Registry and what lies outside global unicast. The first row that holds an address names it.
 * Two blocks are missing on purpose, because the IPv4 address inside them is judged instead: ::ffff:0:0/96 and 64:ff9b::/96.
 */
export const ipv6Blocks: readonly Block[] = [
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['::/96', 'IPv4-compatible, deprecated'],
  ['::ffff:0:0:0/96', 'IPv4-translated (SIIT)'],
  ['64:ff9b:1::/48', 'local NAT64'],
  ['100::/64', 'discard-only'],
  ['100:0:0:1::/64', 'dummy prefix'],
  ['2001::/23', 'IETF protocol assignments'],
  ['2001:db8::/32', 'documentation'],
  ['2002::/16', '6to4'],
  ['2620:4f:8000::/48', 'AS112'],
  ['3fff::/20', 'documentation'],
  ['5f00::/16', 'SRv6 segment identifiers'],
  ['fc00::/7', 'unique local'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'site-local, deprecated'],
  ['ff00::/8', 'multicast'],
];

export type AddressVerdict = { allowed: true } | { allowed: false; block: string };

/** A CIDR block as numbers: `network` is the address shifted right by `shift`, so that a match is one shift and one comparison. */
interface Net {
  bits: 32 | 128;
  shift: bigint;
  network: bigint;
  name: string;
}

interface Numeric {
  bits: 32 | 128;
  value: bigint;
}

/** Address text as a number, or null when it is none. A zone (`%eth0`) says where an address is, not which, and is dropped. */
function numeric(text: string): Numeric | null {
  const zone = text.indexOf('%');
  const address = zone === -1 ? text : text.slice(0, zone);
  // node:net knows the dotted and colon forms only; 0177.0.0.1 and 127.1 are no addresses here.
  const family = isIP(address);
  if (family === 0) return null;
  return family === 4 ? { bits: 32, value: dotted(address) } : { bits: 128, value: colons(address) };
}

function dotted(address: string): bigint {
  return address.split('.').reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** RFC 4291 §2.2, all three forms. `address` has been validated. (ipaddr.js reads `::8.8.8.8` as `::ffff:8.8.8.8`, hence our own.) */
function colons(address: string): bigint {
  const [head = '', tail] = address.split('::');
  const groups = (part: string): bigint[] =>
    part === ''
      ? []
      : part
          .split(':')
          .flatMap((group) =>
            group.includes('.') ? [dotted(group) >> 16n, dotted(group) & 0xffffn] : [BigInt(`0x${group}`)],
          );
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0n);
  return [...left, ...zeros, ...right].reduce((value, group) => (value << 16n) | group, 0n);
}

function parseNet(cidr: string, name: string): Net {
  const [address = '', length, ...rest] = cidr.trim().split('/');
  const parsed = numeric(address);
  const bits = parsed?.bits ?? 0;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if (parsed === null || rest.length > 0 || prefix < 0 || prefix > bits) {
    throw new RangeError(`\`${cidr.slice(0, 60)}\` is not a CIDR block such as 10.0.0.0/8.`);
  }
  // Mapped addresses are judged as IPv4, so a block of them has to become one too.
  if (parsed.bits === 128 && prefix >= 96 && parsed.value >> 32n === mappedPrefix) {
    const shift = BigInt(128 - prefix);
    return { bits: 32, shift, network: (parsed.value & lower32) >> shift, name };
  }
  const shift = BigInt(parsed.bits - prefix);
  return { bits: parsed.bits, shift, network: parsed.value >> shift, name };
}

const lower32 = 0xffff_ffffn;
const mappedPrefix = 0xffffn;
const nat64Prefix = 0x64_ff9b_0000_0000_0000_0000n;
const globalUnicast = 1n;

const refused4 = ipv4Blocks.map(([cidr, name]) => parseNet(cidr, name));
const refused6 = ipv6Blocks.map(([cidr, name]) => parseNet(cidr, name));
const openedNets = new WeakMap<readonly string[], readonly Net[]>();

/** The operator's blocks, parsed once per list. Throws RangeError naming the entry that is no CIDR block. */
function opened(allowNets: readonly string[]): readonly Net[] {
  let nets = openedNets.get(allowNets);
  if (nets === undefined) {
    nets = allowNets.map((cidr) => parseNet(cidr, cidr));
    openedNets.set(allowNets, nets);
  }
  return nets;
}

function find(nets: readonly Net[], { bits, value }: Numeric): Net | undefined {
  return nets.find((net) => net.bits === bits && value >> net.shift === net.network);
}

/**
 * Whether a scan may connect to `ip`, written in dotted or colon form (a URL's host without brackets, or a socket's remote
 * address). `allowNets` are CIDR blocks that the operator opens. Anything that is not an address is refused.
 * Throws RangeError when an entry of `allowNets` is not a CIDR block.
 * Source: IANA special-purpose registries; RFC 6052 §2.1 for NAT64; RFC 4291 §2.4 and §2.5.5 for what IPv6 may carry.
 */
export function judgeAddress(ip: string, allowNets: readonly string[]): AddressVerdict {
  const address = numeric(ip);
  if (address === null) return { allowed: false, block: 'not an address' };
  if (address.bits === 128) {
    const prefix = address.value >> 32n;
    const inner: Numeric = { bits: 32, value: address.value & lower32 };
    if (prefix === mappedPrefix) return judge(inner, allowNets);
    if (prefix === nat64Prefix) {
      if (find(opened(allowNets), address) !== undefined) return { allowed: true };
      // On an IPv6-only network every IPv4 site has such an address (RFC 6147), so the IPv4 address behind it decides.
      const verdict = judge(inner, allowNets);
      return verdict.allowed ? verdict : { allowed: false, block: `NAT64 of ${verdict.block}` };
    }
  }
  return judge(address, allowNets);
}

function judge(address: Numeric, allowNets: readonly string[]): AddressVerdict {
  if (find(opened(allowNets), address) !== undefined) return { allowed: true };
  const block = find(address.bits === 32 ? refused4 : refused6, address);
  if (block !== undefined) return { allowed: false, block: block.name };
  // Only 2000::/3 has been handed out for global unicast; whatever the table forgets outside it is refused here.
  if (address.bits === 128 && address.value >> 125n !== globalUnicast)
    return { allowed: false, block: 'not global unicast' };
  return { allowed: true };
}

/** Whether two spellings are one address: case, zeros, zone and the IPv4-mapped form do not count. */
export function sameAddress(left: string, right: string): boolean {
  const a = unmapped(left);
  const b = unmapped(right);
  return a !== null && b !== null && a.bits === b.bits && a.value === b.value;
}

function unmapped(ip: string): Numeric | null {
  const address = numeric(ip);
  if (address === null || address.bits === 32 || address.value >> 32n !== mappedPrefix) return address;
  return { bits: 32, value: address.value & lower32 };
}
