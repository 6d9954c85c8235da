/**
 * Access tokens: random, kept as hashes, good for 15 minutes and for one resource. A row a token makes revoking one end it at once, which a
 * signed token that nobody looks up cannot.
 */
import { db } from '../db/index.ts';
import { findClient, noteUse, type Client } from './clients.ts';
import { OAuthError } from './errors.ts';
import { scopesIn, type Scope } from './scopes.ts';
import { digest, matches, newSecret } from './secrets.ts';

/** Seconds that an access token is good for. */
export const tokenSeconds = 900;

/** Issues a token. `scope` and `resource` as the client sent them; `resources`: what this server opens, the default first. */
export async function issueToken(
  client: Client,
  { scope, resource }: { scope: string | undefined; resource: string | undefined },
  resources: readonly string[],
): Promise<{ token: string; scopes: Scope[] }> {
  const wanted = scope === undefined ? client.scopes : scopesIn(scope);
  if (!wanted?.length || !wanted.every((one) => client.scopes.includes(one)))
    throw new OAuthError('invalid_scope', `This client may have: ${client.scopes.join(' ')}.`);
  const audience = resource === undefined ? resources[0] : resources.find((one) => one === resource);
  if (audience === undefined)
    throw new OAuthError('invalid_target', `resource must be one of: ${resources.join(' ')}.`);
  const token = newSecret('lkt_');
  await db().oauthToken.create({
    data: {
      hash: digest(token),
      clientId: client.id,
      scopes: wanted,
      audience,
      expiresAt: new Date(Date.now() + tokenSeconds * 1000),
    },
  });
  return { token, scopes: wanted };
}

/** Ends a token of this client; somebody else's, or none, is left alone (RFC 7009 §2.1). */
export async function revokeToken(client: Client, token: string): Promise<void> {
  await db().oauthToken.deleteMany({ where: { hash: digest(token), clientId: client.id } });
}

/** Whoever sent a request, and what they may do. */
export interface Caller {
  client: Client;
  scopes: readonly Scope[];
  via: 'token' | 'key';
}

/**
 * The caller whose `Authorization: Bearer` this is (RFC 6750 §2.1), a token for `resource` or an API key; null when the field is absent.
 * @throws {OAuthError} `invalid_token` for another scheme, and for what is unknown, expired, revoked or meant for another resource.
 */
export async function callerOf(authorization: string | null, resource: string): Promise<Caller | null> {
  if (authorization === null) return null;
  const refuse = (message: string) => new OAuthError('invalid_token', message, 401);
  const presented = /^bearer +([\w.~+/-]{1,300}=*)$/i.exec(authorization)?.[1];
  if (presented === undefined) throw refuse('Send Authorization: Bearer with an access token or an API key.');
  const caller = presented.startsWith('lkk_') ? await byKey(presented) : await byToken(presented, resource);
  if (caller === 'audience') throw refuse(`This token is for another resource. Ask for one with resource=${resource}`);
  if (!caller) throw refuse('The token is unknown, expired or revoked. Ask the token endpoint for a new one.');
  return caller;
}

async function byKey(presented: string): Promise<Caller | null> {
  const [id = '', secret = ''] = presented.split('.');
  const client = await findClient(id);
  if (!matches(secret, client?.authMethod === 'api_key' ? client.secretHash : null) || !client) return null;
  await noteUse(client);
  return { client, scopes: client.scopes, via: 'key' };
}

async function byToken(presented: string, resource: string): Promise<Caller | 'audience' | null> {
  const row = await db().oauthToken.findUnique({ where: { hash: digest(presented) } });
  if (!row || row.expiresAt <= new Date()) return null;
  if (row.audience !== resource) return 'audience';
  const client = await findClient(row.clientId);
  return client && { client, scopes: row.scopes as Scope[], via: 'token' };
}
