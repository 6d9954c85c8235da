/** What every API route answers with: JSON, also for errors, 405 with Allow, and one place that maps our errors to statuses. */
import { log } from '@/lib/log.ts';
import { ScanError } from '@/lib/scan/errors.ts';
import { LimitReached, ServiceUnavailable } from '@/lib/scans.ts';

// What the API tells is public; pages of others may read it.
const shared = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...shared, ...headers } });
}

/** `{"error": {"code", "message"}}`, the one shape of every error. */
export function problem(status: number, code: string, message: string, headers: Record<string, string> = {}): Response {
  return json({ error: { code, message } }, status, headers);
}

export const unknownScan = () => problem(404, 'unknown-scan', 'There is no scan with this id. POST /api/v1/scans asks for one.');

/** Runs a handler; a refused target becomes 400, a limit 429 or 503 and a part that is down 503 with Retry-After, anything else is our fault: logged, and 500. */
export async function answering(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof ScanError) return problem(400, error.code, error.message);
    if (error instanceof LimitReached) {
      const { code, message, position, retryAfterSeconds } = error;
      return json({ error: { code, message, retryAfterSeconds, ...(position !== null && { position }) } }, error.status, { 'retry-after': String(retryAfterSeconds) });
    }
    if (error instanceof ServiceUnavailable) return problem(503, 'unavailable', `${error.message} Try again in ${error.retryAfterSeconds} seconds.`, { 'retry-after': String(error.retryAfterSeconds) });
    log('web').error({ err: error }, 'request failed');
    return problem(500, 'internal', 'Something went wrong on our side. It is in the log; trying again may help.');
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** Handlers for the methods that a route does not have, OPTIONS included. Next's own 405 has no Allow field (RFC 9110 §15.5.6). */
export function otherMethods(has: readonly ('GET' | 'POST')[]): Record<Method, () => Response> {
  const allow = [...has, ...(has.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const refuse = () => problem(405, 'method-not-allowed', `This address answers ${allow}.`, { allow });
  const options = () => new Response(null, { status: 204, headers: { ...shared, allow, 'access-control-allow-methods': allow, 'access-control-allow-headers': 'content-type' } });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: options };
}
