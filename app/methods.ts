/**
 * Methods that no Request object can have (Fetch §2.2.1: CONNECT, TRACE, TRACK). Next makes one of each request and would answer 500; under another
 * method that no address of ours takes, they are answered as that one is.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const forbidden: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);
const refusedEverywhere = 'PATCH';

/** Tames every request that arrives at this process from now on. */
export function tameMethods(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (forbidden.has(request.method ?? '')) request.method = refusedEverywhere;
  });
}
