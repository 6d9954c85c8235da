/** What a registration endpoint answers (RFC 7591 §3): a program registers its own client and may begin at once. */
import { createClient, knownScopes } from './machine-clients.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** How many clients one address may register in an hour. */
const most = 20;
let counted = new Map<string, number>();
let hour = 0;

function tooMany(address: string): boolean {
  const now = Math.floor(Date.now() / 3_600_000);
  if (now !== hour) counted = new Map();
  hour = now;
  const count = (counted.get(address) ?? 0) + 1;
  counted.set(address, count);
  return count > most;
}

/** `text` is the body of the request, `address` where it came from. New clients get every known scope: give them less, or low limits. */
export async function registrationAnswer(text: string, address: string): Promise<Answer> {
  const metadata = parse(text);
  if (metadata === null) return refuse(400, 'invalid_client_metadata', 'The body is not a JSON object.');
  const { client_name = 'unnamed', grant_types = ['client_credentials'] } = metadata;
  if (typeof client_name !== 'string' || client_name.length > 100)
    return refuse(400, 'invalid_client_metadata', 'client_name is a text of at most 100 characters.');
  if (!Array.isArray(grant_types) || grant_types.some((grant) => grant !== 'client_credentials'))
    return refuse(400, 'invalid_client_metadata', 'Send grant_types ["client_credentials"].');
  if (tooMany(address))
    return refuse(429, 'temporarily_unavailable', 'Too many registrations from this address.', {
      'Retry-After': '3600',
    });
  const { id, secret } = await createClient(client_name);
  return answer(201, {
    client_id: id,
    client_secret: secret,
    client_id_issued_at: Math.floor(Date.now() / 1000),
    client_secret_expires_at: 0,
    client_name,
    grant_types,
    token_endpoint_auth_method: 'client_secret_basic',
    scope: knownScopes.join(' '),
  });
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function answer(status: number, body: object, headers: Record<string, string> = {}): Answer {
  const always = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  return { status, headers: { ...always, ...headers }, body: JSON.stringify(body) };
}

function refuse(status: number, error: string, error_description: string, headers?: Record<string, string>): Answer {
  return answer(status, { error, error_description }, headers);
}
