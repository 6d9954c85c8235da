/** What the OAuth endpoints answer with: JSON that no cache keeps, errors as RFC 6749 §5.2 has them, and limits on guessing. */
import { answering, requestId } from '@/app/api/answers.ts';
import { bodyWithin } from '@/app/body.ts';
import { notFromHere, senderOf } from '@/app/sender.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { visitorOf } from '@/app/visitor.ts';
import { left, take } from '@/lib/limits/counters.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';
import { authenticateClient } from '@/lib/oauth/authenticate.ts';
import type { Client } from '@/lib/oauth/clients.ts';

const shared = {
  'cache-control': 'no-store',
  pragma: 'no-cache',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'www-authenticate, retry-after, x-request-id',
};

/** A JSON answer that nothing keeps (RFC 6749 §5.1). */
export const oauthJson = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { ...shared, 'x-request-id': requestId(), ...headers } });

/** Runs a handler; an OAuthError becomes its code with a description, everything else what the API answers. */
export function oauthAnswering(handle: () => Promise<Response>): Promise<Response> {
  return answering(async () => {
    try {
      return await handle();
    } catch (error) {
      if (error instanceof OAuthError)
        return oauthJson(
          { error: error.code, error_description: error.message, error_uri: `${siteOrigin()}/developers#errors` },
          error.status,
          error.headers,
        );
      throw error;
    }
  });
}

/** Longest form that is read; a signed assertion is a few kilobytes. */
const largestForm = 32_000;

/** The parameters of a form (RFC 6749 §3.2: none twice, an empty one counts as left out). @throws {OAuthError} `invalid_request` */
export async function formOf(request: Request): Promise<Map<string, string>> {
  const refuse = (message: string, status = 400) => new OAuthError('invalid_request', message, status);
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw refuse('Send the parameters as application/x-www-form-urlencoded.');
  const body = await bodyWithin(request, largestForm);
  if (body === null) throw refuse('The body is larger than 32 kB.', 413);
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body.toString())) {
    if (form.has(name)) throw refuse('A parameter is sent twice. Send each once.');
    if (value !== '') form.set(name, value);
  }
  return form;
}

/** Lets pass what no page of another site sent: it counts on the visitor whose browser it came from. @throws {OAuthError} */
function refuseElsewhere(request: Request): void {
  if (senderOf(request.headers) === 'elsewhere') throw new OAuthError('invalid_request', notFromHere, 403);
}

/** Wrong secrets that one visitor may send: enough for a slip, too few for guessing. */
const wrongSecrets = { points: 30, seconds: 600 };

/** The client behind a form. Whoever keeps sending wrong secrets has to wait, right ones included only from elsewhere. @throws {OAuthError} */
export async function clientOf(request: Request, form: ReadonlyMap<string, string>): Promise<Client> {
  refuseElsewhere(request);
  const who = { visitor: visitorOf(request.headers) };
  const state = await left('wrong-secret', wrongSecrets, who);
  if (!state.allowed)
    throw new OAuthError('slow_down', `Too many wrong credentials. Try again in ${state.resetSeconds} seconds.`, 429, {
      'retry-after': String(state.resetSeconds),
    });
  const origin = siteOrigin();
  try {
    return await authenticateClient(request.headers.get('authorization'), form, [origin, `${origin}/oauth/token`]);
  } catch (error) {
    if (error instanceof OAuthError && error.code === 'invalid_client') await take('wrong-secret', wrongSecrets, who);
    throw error;
  }
}

/** Registrations and keys of one visitor, and of the network around them, whose holder has 65,536 of what counts as a visitor with IPv6. */
const registrations = { visitor: { points: 20, seconds: 3600 }, network: { points: 60, seconds: 3600 } };

/** Counts a registration of a visitor. @throws {OAuthError} `slow_down` */
export async function countRegistrationOf(visitor: string | null): Promise<void> {
  const own = await take('registration', registrations.visitor, { visitor });
  const near = own.allowed ? await take('registration-network', registrations.network, { network: visitor }) : own;
  if (near.allowed) return;
  const [who, { points }] = own.allowed ? ['network', registrations.network] : ['visitor', registrations.visitor];
  throw new OAuthError(
    'slow_down',
    `One ${who} may register ${points} clients and keys an hour. Use the one you have, or try again in ${near.resetSeconds} seconds.`,
    429,
    { 'retry-after': String(near.resetSeconds) },
  );
}

/** Counts a registration. @throws {OAuthError} `slow_down` */
export async function countRegistration(request: Request): Promise<void> {
  refuseElsewhere(request);
  await countRegistrationOf(visitorOf(request.headers));
}
