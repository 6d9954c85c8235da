/**
 * A connection through an HTTP proxy (CONNECT, RFC 9110 §9.3.6). The name goes to the proxy as it is, so where it leads is the proxy's to decide and
 * to guard; what is checked before, the name and what this machine's own name servers say of it, stays checked.
 */
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { unescape } from 'node:querystring';
import type { SecureContext } from 'node:tls';
import type { Failure } from '../types.ts';
import { FailureError, failureOf } from './failures.ts';

const gone = failureOf('connect', 'proxy', 'The proxy could not be reached.');
const extra = failureOf('connect', 'proxy', 'The proxy sent something before the host could.');

function refusal(status: number): Failure {
  if (status === 407) return failureOf('connect', 'proxy', 'The proxy asks for credentials, or takes others.');
  return failureOf('connect', 'proxy', `The proxy did not connect to the host (HTTP ${status}).`);
}

/** User name and password of a proxy's address (RFC 7617); what is wrongly escaped stays as it is. */
function credentials({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const pair = `${unescape(username)}:${unescape(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/**
 * Asks `proxy` for a connection to `hostname` (no brackets) and `port`. `opened` hears of its socket at once, `done` of the result, once: a socket
 * that carries what the host sends, or a FailureError.
 */
export function connectThrough(
  proxy: URL,
  hostname: string,
  port: number,
  secureContext: SecureContext | undefined,
  opened: (socket: Socket) => void,
  done: (error: FailureError | null, socket: Socket | null) => void,
): void {
  const authority = `${isIP(hostname) === 6 ? `[${hostname}]` : hostname}:${port}`;
  const secure = proxy.protocol === 'https:';
  const host = proxy.hostname.replace(/^\[|\]$/g, '');
  const asking = (secure ? requestSecure : requestPlain)({
    method: 'CONNECT',
    host,
    port: proxy.port === '' ? (secure ? 443 : 80) : Number(proxy.port),
    path: authority,
    headers: { host: authority, ...credentials(proxy) },
    agent: false,
    // Node would take the name for SNI from the field Host, which names the other end.
    ...(secure && { servername: isIP(host) === 0 ? host : '' }),
    ...(secure && secureContext !== undefined && { secureContext }),
  });
  const fail = (failure: Failure, cause?: unknown): void => {
    asking.destroy();
    done(new FailureError(failure, { cause }), null);
  };
  asking.once('socket', opened);
  asking.once('error', (error) => fail(gone, error));
  asking.once('connect', (answer: IncomingMessage, socket: Socket, head: Buffer) => {
    const { statusCode = 0 } = answer;
    if (statusCode < 200 || statusCode > 299) fail(refusal(statusCode));
    else if (head.length > 0) fail(extra);
    else done(null, socket);
  });
  asking.end();
}
