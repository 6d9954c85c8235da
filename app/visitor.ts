/**
 * Who sent a request. Next keeps what a visitor writes into X-Forwarded-For and tells nobody the address of the connection, so the server
 * is watched: the address of each connection is put into a header of this process's own, whose name no visitor can know.
 */
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { clientAddress } from '@/lib/limits/address.ts';
import { settings } from '@/lib/settings.ts';

// Instrumentation and routes are bundled apart; they share the name through globalThis.
const shared = globalThis as typeof globalThis & { latchkeyPeerHeader?: string };

const peerHeader = () => (shared.latchkeyPeerHeader ??= `x-peer-${randomUUID()}`);

/** Marks every request that arrives at this process from now on with the address of its connection. */
export function watchConnections(): void {
  const header = peerHeader();
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[header] = request.socket.remoteAddress;
  });
}

/** The visitor's address behind the operator's own proxies (TRUSTED_PROXIES), or null when the connection is not known. */
export function visitorOf(headers: Pick<Headers, 'get'>): string | null {
  return clientAddress(headers.get(peerHeader()), headers.get('x-forwarded-for'), settings().trustedProxies);
}
