/**
 * What a token endpoint answers to grant_type=client_credentials (RFC 6749 §4.4): Basic or body client authentication but not both (§2.3),
 * `no-store` (§5.1), the registered error codes (§5.2). It answers that grant alone; `ours` says whether a request is for it, so that every
 * other grant goes on to what was there before.
 */
import { findClient, issueToken, lifetime } from './machine-clients.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Whether this request asks for the grant that is answered here. */
export const ours = (form: URLSearchParams): boolean => form.get('grant_type') === 'client_credentials';

/** The answer, whose body is JSON. `authorization` is that field of the request. */
export async function tokenAnswer(form: URLSearchParams, authorization: string | null | undefined): Promise<Answer> {
  if (new Set(form.keys()).size !== [...form.keys()].length)
    return refuse(400, 'invalid_request', 'A parameter is repeated.');
  if (!form.get('grant_type'))
    return refuse(400, 'invalid_request', 'grant_type is missing. Send the body as application/x-www-form-urlencoded.');
  if (!ours(form)) return refuse(400, 'unsupported_grant_type', 'Use client_credentials.');
  const given = credentials(form, authorization);
  if (!given)
    return refuse(400, 'invalid_request', 'Send client_id and client_secret in Basic or in the body, not in both.');
  const client = await findClient(given.id, given.secret);
  if (!client)
    return refuse(401, 'invalid_client', 'The client id or secret is wrong.', {
      'WWW-Authenticate': 'Basic realm="token"',
    });
  const scopes = form.get('scope')?.split(' ') ?? client.scopes;
  if (scopes.some((scope) => !client.scopes.includes(scope)))
    return refuse(400, 'invalid_scope', `This client has: ${client.scopes.join(' ')}`);
  const access_token = await issueToken(client, scopes);
  return answer(200, { access_token, token_type: 'Bearer', expires_in: lifetime, scope: scopes.join(' ') });
}

function answer(status: number, body: object, headers: Record<string, string> = {}): Answer {
  const always = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  return { status, headers: { ...always, ...headers }, body: JSON.stringify(body) };
}

function refuse(status: number, error: string, error_description: string, headers?: Record<string, string>): Answer {
  return answer(status, { error, error_description }, headers);
}

function credentials(
  form: URLSearchParams,
  authorization: string | null | undefined,
): { id: string; secret: string } | null {
  if (!authorization) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  if (form.has('client_secret')) return null;
  const encoded = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization)?.[1] ?? '';
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id: formDecode(id), secret: formDecode(rest.join(':')) };
}

/** RFC 6749 §2.3.1: id and secret are form-urlencoded before base64. */
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text; // a client that did not encode
  }
}
