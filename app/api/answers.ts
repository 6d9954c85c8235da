/** What every API route answers with: JSON, also for errors, 405 with Allow, and one place that maps our errors to statuses. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { isAbort, noteAbort } from '@/app/aborts.ts';
import { reaching } from '@/lib/db/unavailable.ts';
import { log } from '@/lib/log.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';
import { ScanError } from '@/lib/scan/errors.ts';
import { LimitReached, ServiceUnavailable } from '@/lib/scans.ts';

const requests = new AsyncLocalStorage<string>();

/** Names the request in its answer and in the log, so that somebody who reports a fault can say which one it was. */
export const requestId = (): string => requests.getStore() ?? randomUUID();

// What the API tells is public; pages of others may read it.
const shared = () => ({
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'etag, link, location, ratelimit, ratelimit-policy, retry-after, www-authenticate, x-request-id',
  'cache-control': 'no-store',
  'x-request-id': requestId(),
});

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...shared(), ...headers } });
}

/** What an error may say beside its code and its sentence. */
export type ProblemDetail = Partial<Record<'retryAfterSeconds' | 'position', number>>;

/**
 * Problem details (RFC 9457 §3). `error` says the same as `{"code", "message"}`, as it did before there were problem details here.
 * `type` leads to the list of codes.
 */
export function problem(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
  detail: ProblemDetail = {},
): Response {
  const body = {
    type: `/developers#${code}`,
    title: code.replaceAll(/[-_]/g, ' ').replace(/^./, (first) => first.toUpperCase()),
    status,
    detail: message,
    ...detail,
    error: { code, message, ...detail },
  };
  return json(body, status, { 'content-type': 'application/problem+json', ...headers });
}

export const unknownDomain = () =>
  problem(404, 'unknown-domain', 'There is no report about this domain. POST /api/v1/scans asks for a scan.');
export const unknownScan = () =>
  problem(404, 'unknown-scan', 'There is no scan with this id. POST /api/v1/scans asks for one.');

function answerTo(error: unknown): Response {
  if (error instanceof ScanError) return problem(400, error.code, error.message);
  if (error instanceof OAuthError) return problem(error.status, error.code, error.message, error.headers);
  if (error instanceof LimitReached) {
    const { code, message, position, retryAfterSeconds } = error;
    const detail = { retryAfterSeconds, ...(position !== null && { position }) };
    return problem(error.status, code, message, { 'retry-after': String(retryAfterSeconds) }, detail);
  }
  if (error instanceof ServiceUnavailable)
    return problem(503, 'unavailable', `${error.message} Try again in ${error.retryAfterSeconds} seconds.`, {
      'retry-after': String(error.retryAfterSeconds),
    });
  if (isAbort(error)) {
    noteAbort();
    return new Response(null, { status: 499 });
  }
  log('web').error({ err: error, requestId: requestId() }, 'request failed');
  return problem(500, 'internal', 'Something went wrong on our side. It is in the log; trying again may help.');
}

/**
 * Runs a handler; a refused target becomes 400, credentials that do not hold 401 or 403, a limit 429 or 503 and a part that is down 503 with
 * Retry-After, anything else is our fault: logged, and 500.
 */
export function answering(handle: () => Promise<Response>): Promise<Response> {
  return requests.run(requests.getStore() ?? randomUUID(), async () => {
    try {
      return await reaching(handle);
    } catch (error) {
      return answerTo(error);
    }
  });
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** Handlers for the methods that a route does not have, OPTIONS included. Next's own 405 has no Allow field (RFC 9110 §15.5.6). */
export function otherMethods(has: readonly ('GET' | 'POST' | 'PUT' | 'DELETE')[]): Record<Method, () => Response> {
  const allow = [...has, ...(has.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const refuse = () => problem(405, 'method-not-allowed', `This address answers ${allow}.`, { allow });
  const options = () =>
    new Response(null, {
      status: 204,
      headers: {
        ...shared(),
        allow,
        // Pages of others may read, and nothing else.
        ...(has.includes('GET') && { 'access-control-allow-methods': 'GET, HEAD, OPTIONS' }),
        'access-control-allow-headers': 'authorization, content-type, idempotency-key, last-event-id',
        'access-control-max-age': '86400',
      },
    });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: options };
}
