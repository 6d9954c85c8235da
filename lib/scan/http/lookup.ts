/** From a host and port to the addresses that a connection may be pinned to: mapped or looked up once, and every one of them judged. */
import { isIP } from 'node:net';
import type { Failure } from '../types.ts';
import { judgeAddress } from './address.ts';
import type { Pin } from './connector.ts';
import { deniedHost, dnsFailures, noPublicAddress } from './failures.ts';
import type { Resolver } from './resolver.ts';
import { bareHost } from './url-guard.ts';

/** Says where a host and port really are. Undefined: connect as usual. Null: the name does not exist. */
export type ConnectTo = (host: string, port: number) => { host: string; port: number } | null | undefined;

export interface LookupOptions {
  /** CIDR blocks that the operator opens. */
  allowNets: readonly string[];
  resolver: Resolver;
  /** Whether the operator has closed a name or an address. */
  denies?: ((host: string) => boolean) | undefined;
  connectTo?: ConnectTo | undefined;
  /** A proxy connects by name: what this machine cannot look up is left to it, without addresses. */
  proxied?: boolean;
  /** Look a mapped name up all the same, and map only the connection: for worlds that bring their own name server. */
  alsoLookUp?: boolean;
}

/**
 * `addresses` are those of the name, `pin` is where its connections go; they differ only when `connectTo` maps them.
 * `answer` says why there is no pin. It stays inside: visitors are told the same for `no` and `refused` (STANDARDS §10 U10).
 */
export type PinVerdict =
  | { kind: 'pinned'; addresses: readonly string[]; pin: Pin }
  | { kind: 'failed'; failure: Failure; answer: 'no' | 'refused' | 'unknown' };

const denied: PinVerdict = { kind: 'failed', failure: deniedHost, answer: 'refused' };
const missing: PinVerdict = { kind: 'failed', failure: noPublicAddress, answer: 'no' };

/**
 * Finds where `hostname` (lower case, no brackets, no trailing dot) may be connected to (STANDARDS §10 U1, U6). One refused address among
 * several refuses them all, because such answers are how rebinding begins. Only the operator's own hosts file is sifted instead: it
 * commonly gives `localhost` two families of which one is opened. Throws RangeError when an entry of `allowNets` is not a CIDR block.
 */
export async function findPin(hostname: string, port: number, options: LookupOptions): Promise<PinVerdict> {
  const any = options.denies?.(hostname) ? denied : await findAnyPin(hostname, port, options);
  const found: PinVerdict =
    options.proxied === true && any.kind === 'failed' && any.answer !== 'refused'
      ? { kind: 'pinned', addresses: [], pin: { addresses: [], port } }
      : any;
  return found.kind === 'pinned' &&
    [...found.addresses, ...found.pin.addresses].some((address) => options.denies?.(address))
    ? denied
    : found;
}

async function findAnyPin(hostname: string, port: number, options: LookupOptions): Promise<PinVerdict> {
  const elsewhere = options.connectTo?.(hostname, port);
  if (elsewhere === null) return missing;
  if (elsewhere === undefined) return resolve(hostname, port, options);
  const there = await resolve(bareHost(elsewhere.host), elsewhere.port, options);
  if (options.alsoLookUp !== true || isIP(hostname) !== 0) return there;
  const named = await resolve(hostname, port, options);
  if (named.kind === 'failed') return named;
  return there.kind === 'pinned' ? { ...there, addresses: named.addresses } : there;
}

async function resolve(host: string, port: number, { allowNets, resolver }: LookupOptions): Promise<PinVerdict> {
  if (isIP(host) !== 0) return judgeAll([host], port, allowNets, false);
  const resolution = await resolver.lookup(host);
  switch (resolution.kind) {
    case 'missing':
      return missing;
    case 'failed':
      return { kind: 'failed', failure: dnsFailures[resolution.code], answer: 'unknown' };
    case 'addresses':
      return judgeAll(resolution.addresses, port, allowNets, resolution.source === 'hosts');
  }
}

function judgeAll(addresses: readonly string[], port: number, allowNets: readonly string[], sift: boolean): PinVerdict {
  const allowed = addresses.filter((address) => judgeAddress(address, allowNets).allowed);
  if (allowed.length === 0 || (!sift && allowed.length < addresses.length))
    return { kind: 'failed', failure: noPublicAddress, answer: 'refused' };
  return { kind: 'pinned', addresses: allowed, pin: { addresses: allowed, port } };
}
