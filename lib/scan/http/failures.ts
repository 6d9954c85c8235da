/** Everything that can go wrong on the wire, as data: the step, a stable code, and a plain sentence that repeats nothing of the answer. */
import type { Failure } from '../types.ts';
import type { GuardCode } from './url-guard.ts';
import { holds } from '../names.ts';

type Step = Failure['step'];

/** An error that already knows its failure; thrown and passed inside this folder only. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(failure.message, options);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

export function failureOf(step: Step, code: string, message: string): Failure {
  return { step, code, message };
}

const guardMessages: Record<GuardCode, string> = {
  'bad-scheme': 'The URL is neither http nor https.',
  userinfo: 'The URL holds a user name or password.',
  'bad-port': 'The URL names a port that belongs to another protocol.',
  'bad-host': 'The URL has no valid host.',
  'not-public': 'The URL leads to an address that is not public.',
  'reserved-name': 'The host is a reserved name that exists only inside networks.',
  'single-label': 'The host has no domain, so it exists only inside a network.',
  'too-long': 'The URL is too long.',
};

export function guardFailure(code: GuardCode): Failure {
  return failureOf('guard', code, guardMessages[code]);
}

/**
 * One failure for a name without public address, whether it does not exist or points inside a network: the difference would let
 * strangers map names and networks that only the scanner can see (STANDARDS §10 U10).
 */
export const noPublicAddress: Failure = failureOf(
  'dns',
  'nxdomain',
  'The name does not lead to a public address: it does not exist, or it has no address that the internet can reach.',
);

/** The operator of this installation has closed the host. */
export const deniedHost: Failure = failureOf(
  'guard',
  'blocked-target',
  'The host is not scanned here: its owner or the operator of this site has asked for that.',
);

export const dnsFailures = {
  timeout: failureOf('dns', 'timeout', 'No name server answered in time.'),
  'dns-failure': failureOf('dns', 'dns-failure', 'The name servers answered with an error.'),
} as const;

interface Entry {
  /** Overrides the step at which the error surfaced. */
  step?: Step;
  code: string;
  message: string;
}

const untrusted: Entry = {
  step: 'tls',
  code: 'untrusted',
  message:
    'The certificate does not lead to a trusted authority; often the intermediate certificate is not sent along.',
};
const selfSigned: Entry = { step: 'tls', code: 'self-signed', message: 'The certificate is self-signed.' };
const reset: Entry = { code: 'reset', message: 'The connection was reset.' };
const closed: Entry = { code: 'closed', message: 'The connection was closed before the answer was complete.' };
const unreachable: Entry = { step: 'connect', code: 'unreachable', message: 'There is no route to the address.' };
const clientCertificate: Entry = {
  step: 'tls',
  code: 'client-certificate',
  message: 'The host wants a client certificate.',
};
const badHttp: Entry = { code: 'bad-http', message: 'The answer is not valid HTTP/1.1.' };
const headersTooLarge: Entry = {
  step: 'headers',
  code: 'headers-too-large',
  message: 'The header fields of the answer are too large.',
};
const tlsVersion: Entry = { step: 'tls', code: 'tls-version', message: 'The host does not support TLS 1.2 or later.' };
const notTls: Entry = { step: 'tls', code: 'not-tls', message: 'The port does not speak TLS.' };

const byCode: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  [
    'ECONNREFUSED',
    { step: 'connect', code: 'refused', message: 'The connection was refused: nothing listens on this port.' },
  ],
  ['ETIMEDOUT', { code: 'timeout', message: 'The host did not answer in time.' }],
  ['EHOSTUNREACH', unreachable],
  ['ENETUNREACH', unreachable],
  ['EADDRNOTAVAIL', unreachable],
  ['EHOSTDOWN', unreachable],
  ['ENETDOWN', unreachable],
  ['ECONNRESET', reset],
  ['ECONNABORTED', reset],
  ['EPIPE', reset],
  ['CERT_HAS_EXPIRED', { step: 'tls', code: 'cert-expired', message: 'The certificate has expired.' }],
  ['CERT_NOT_YET_VALID', { step: 'tls', code: 'cert-not-yet-valid', message: 'The certificate is not valid yet.' }],
  ['CERT_REVOKED', { step: 'tls', code: 'cert-revoked', message: 'The certificate has been revoked.' }],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    { step: 'tls', code: 'cert-name', message: 'The certificate belongs to another name.' },
  ],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', selfSigned],
  ['SELF_SIGNED_CERT_IN_CHAIN', selfSigned],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted],
  ['UNABLE_TO_GET_ISSUER_CERT', untrusted],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', untrusted],
  ['CERT_UNTRUSTED', untrusted],
  ['INVALID_CA', untrusted],
  ['CERT_CHAIN_TOO_LONG', untrusted],
  ['INVALID_PURPOSE', untrusted],
  ['ERR_SSL_WRONG_VERSION_NUMBER', notTls],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', notTls],
  ['ERR_SSL_HTTP_REQUEST', notTls],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', tlsVersion],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', tlsVersion],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', clientCertificate],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', clientCertificate],
  [
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    { step: 'tls', code: 'handshake-failure', message: 'The host refused the TLS handshake.' },
  ],
  [
    'ERR_SSL_TLSV1_UNRECOGNIZED_NAME',
    { step: 'tls', code: 'tls-name', message: 'The host has no certificate for this name.' },
  ],
  ['UND_ERR_HEADERS_OVERFLOW', headersTooLarge],
  ['HPE_HEADER_OVERFLOW', headersTooLarge],
  [
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    { step: 'body', code: 'wrong-length', message: 'The body is not as long as Content-Length says.' },
  ],
  ['ERR_ASSERTION', badHttp],
]);

/** Errors that only a mistake of ours can cause; they are thrown, not reported as the target's. */
const ourMistakes: ReadonlySet<string> = new Set([
  'UND_ERR_INVALID_ARG',
  'UND_ERR_NOT_SUPPORTED',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
]);

/** The code of an error, under the name that OpenSSL gave its alerts before 3.5, which comes with Node 24. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return code.replace('SSL/TLS_ALERT', 'SSLV3_ALERT');
}

/**
 * Maps an error of node:net, node:tls or undici to a failure; `step` is where the request stood. Throws the error itself when
 * it comes from a mistake of ours.
 */
export function failureFrom(error: unknown, step: Step): Failure {
  if (error instanceof FailureError) return error.failure;
  const code = codeOf(error);
  if (ourMistakes.has(code)) throw error;
  const entry = byCode.get(code) ?? guess(error, code, step);
  return failureOf(entry.step ?? step, entry.code, entry.message);
}

function guess(error: unknown, code: string, step: Step): Entry {
  const message = error instanceof Error ? error.message : '';
  if (code.startsWith('HPE_') || message.startsWith('Response does not match')) return badHttp;
  if (code === 'UND_ERR_SOCKET') return message === 'bad response' || message === 'bad upgrade' ? badHttp : closed;
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || step === 'tls') {
    if (holds(message.toLowerCase(), 'wrong version number', 'packet length', 'http request')) return notTls;
    return { step: 'tls', code: 'tls-error', message: 'The TLS handshake failed.' };
  }
  return { code: 'network-error', message: 'The connection failed.' };
}
