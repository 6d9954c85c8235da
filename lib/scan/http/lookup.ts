/** From a host and port to the addresses that a connection may be pinned to: mapped or looked up once, and every one of them judged. */
import { isIP } from 'node:net';
import type { Failure } from '../types.ts';
import { judgeAddress } from './address.ts';
import type { Pin } from './connector.ts';
import { dnsFailures, noPublicAddress } from './failures.ts';
import type { Resolver } from './resolver.ts';
import { bareHost } from './url-guard.ts';

export interface LookupOptions {
  /** CIDR blocks that the operator opens. */
  allowNets: readonly string[];
  resolver: Resolver;
  /** Says where a host and port really are. Undefined: look it up as usual. Null: the name does not exist. */
  connectTo?: ((host: string, port: number) => { host: string; port: number } | null | undefined) | undefined;
}

export type PinVerdict = { kind: 'pinned'; pin: Pin } | { kind: 'failed'; failure: Failure };

/**
 * Finds where `hostname` (lower case, no brackets, no trailing dot) may be connected to (STANDARDS §10 U1, U6). One refused address among
 * several refuses them all, because such answers are how rebinding begins. Only the operator's own hosts file is sifted instead: it
 * commonly gives `localhost` two families of which one is opened. Throws RangeError when an entry of `allowNets` is not a CIDR block.
 */
export async function findPin(hostname: string, port: number, options: LookupOptions): Promise<PinVerdict> {
  const mapped = options.connectTo?.(hostname, port);
  if (mapped === null) return { kind: 'failed', failure: noPublicAddress };
  const host = bareHost(mapped?.host ?? hostname);
  const target = mapped?.port ?? port;
  if (isIP(host) !== 0) return judgeAll([host], target, options.allowNets, false);
  const resolution = await options.resolver.lookup(host);
  switch (resolution.kind) {
    case 'missing':
      return { kind: 'failed', failure: noPublicAddress };
    case 'failed':
      return { kind: 'failed', failure: dnsFailures[resolution.code] };
    case 'addresses':
      return judgeAll(resolution.addresses, target, options.allowNets, resolution.source === 'hosts');
  }
}

function judgeAll(addresses: readonly string[], port: number, allowNets: readonly string[], sift: boolean): PinVerdict {
  const allowed = addresses.filter((address) => judgeAddress(address, allowNets).allowed);
  if (allowed.length === 0 || (!sift && allowed.length < addresses.length)) return { kind: 'failed', failure: noPublicAddress };
  return { kind: 'pinned', pin: { addresses: allowed, port } };
}
