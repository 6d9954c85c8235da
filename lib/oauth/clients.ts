/** Programs that may ask for tokens, and the holders of API keys: rows that anybody can make, that say little and do not live for ever. */
import { z } from 'zod';
import { db } from '../db/index.ts';
import { storableJson, storableText } from '../db/json.ts';
import { OAuthError } from './errors.ts';
import { openScopes, scopesIn, type Scope } from './scopes.ts';
import { digest, matches, newId, newSecret } from './secrets.ts';

/** How a client proves itself (RFC 7591 §2, RFC 7523). */
export const authMethods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;
export type AuthMethod = (typeof authMethods)[number] | 'api_key';

const HOUR = 3_600_000;
/** A client that nobody uses within this time was registered in passing. */
export const unusedMs = 24 * HOUR;
/** A client's secret, and an API key, are good for this long after they were issued. */
export const lifetimeMs = 90 * 24 * HOUR;

export interface Client {
  id: string;
  name: string;
  authMethod: AuthMethod;
  secretHash: string | null;
  jwks: { keys: Record<string, unknown>[] } | null;
  scopes: Scope[];
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date;
}

const jwk = z.looseObject({ kty: z.enum(['EC', 'RSA', 'OKP']) });
const jwks = z.object({ keys: z.array(jwk).min(1).max(5) });
/** Members of a private key (RFC 7518 §6). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** The part of RFC 7591 §2 that a client without a person needs. Other members are ignored, as §2 demands. */
export const registrationRequest = z.object({
  client_name: z.string().trim().min(1).max(100).default('unnamed'),
  token_endpoint_auth_method: z.string().max(60).default('client_secret_basic'),
  grant_types: z.array(z.string().max(200)).max(20).optional(),
  scope: z.string().max(500).optional(),
  jwks: z.unknown().optional(),
});

/** What a client wants to be. @throws {OAuthError} `invalid_client_metadata` with what to change. */
export function readRegistration(body: unknown): Pick<Client, 'name' | 'authMethod' | 'jwks' | 'scopes'> {
  const refuse = (message: string) => new OAuthError('invalid_client_metadata', message);
  const read = registrationRequest.safeParse(body);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw refuse(
      `Send a JSON object as RFC 7591 section 2 describes it. ${issue?.path.join('.') || 'The body'}: ${(issue?.message ?? 'wrong').replaceAll(/["\\]/g, "'")}.`,
    );
  }
  const { client_name, token_endpoint_auth_method: method, grant_types, scope } = read.data;
  if (grant_types && !grant_types.includes('client_credentials'))
    throw refuse(
      'Only the grant client_credentials is given here: send grant_types with client_credentials, or leave it out.',
    );
  const authMethod = authMethods.find((one) => one === method);
  if (!authMethod) throw refuse(`token_endpoint_auth_method must be one of ${authMethods.join(', ')}.`);
  const scopes = scope === undefined ? openScopes : scopesIn(scope);
  if (!scopes?.length || !scopes.every((one) => (openScopes as string[]).includes(one)))
    throw refuse(`scope may name ${openScopes.join(', ')}, separated by spaces.`);
  return {
    name: storableText(client_name),
    authMethod,
    scopes,
    jwks: authMethod === 'private_key_jwt' ? readKeys(read.data.jwks) : null,
  };
}

function readKeys(value: unknown): Client['jwks'] {
  const read = jwks.safeParse(value);
  if (!read.success)
    throw new OAuthError(
      'invalid_client_metadata',
      'private_key_jwt needs jwks: an object with the member keys, one to five public keys (RFC 7517).',
    );
  if (read.data.keys.some((key) => privateMembers.some((member) => member in key)))
    throw new OAuthError(
      'invalid_client_metadata',
      'jwks holds a private key. Send public keys only, and replace that key: it has been sent.',
    );
  if (JSON.stringify(read.data).length > 20_000)
    throw new OAuthError('invalid_client_metadata', 'jwks is longer than 20 kB.');
  return read.data;
}

const fields = {
  id: true,
  name: true,
  authMethod: true,
  secretHash: true,
  jwks: true,
  scopes: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
} as const;

/** A new client with what is shown once. `registrationToken` opens the client's own registration (RFC 7592 §3). */
export async function registerClient(
  wanted: Pick<Client, 'name' | 'authMethod' | 'jwks' | 'scopes'>,
): Promise<{ client: Client; secret: string | null; registrationToken: string }> {
  const secret = wanted.authMethod === 'private_key_jwt' ? null : newSecret('lks_');
  const registrationToken = newSecret('lkr_');
  const client = await create({ ...wanted, id: newId('lkc_') }, secret, digest(registrationToken));
  return { client, secret, registrationToken };
}

/** A new API key: `<id>.<secret>`, shown once. */
export async function createKey(name: string, scopes: Scope[] = openScopes): Promise<{ client: Client; key: string }> {
  const secret = newSecret('');
  const client = await create(
    { id: newId('lkk_'), name: storableText(name), authMethod: 'api_key', jwks: null, scopes },
    secret,
    null,
  );
  return { client, key: `${client.id}.${secret}` };
}

async function create(
  { jwks: keys, ...data }: Pick<Client, 'id' | 'name' | 'authMethod' | 'jwks' | 'scopes'>,
  secret: string | null,
  registrationHash: string | null,
): Promise<Client> {
  const row = await db().oauthClient.create({
    data: {
      ...data,
      ...(keys && { jwks: storableJson(keys) }),
      secretHash: secret === null ? null : digest(secret),
      registrationHash,
      expiresAt: new Date(Date.now() + unusedMs),
    },
    select: fields,
  });
  return row as unknown as Client;
}

/** A client that has not been forgotten, or null. */
export async function findClient(id: string): Promise<Client | null> {
  if (id.length > 60) return null;
  const row = await db().oauthClient.findUnique({ where: { id: storableText(id) }, select: fields });
  return row && row.expiresAt > new Date() ? (row as unknown as Client) : null;
}

/** The client whose registration access token this is, or null (RFC 7592 §3). */
export async function registeredClient(id: string, registrationToken: string): Promise<Client | null> {
  const client = await findClient(id);
  const row =
    client && (await db().oauthClient.findUnique({ where: { id: client.id }, select: { registrationHash: true } }));
  return matches(registrationToken, row?.registrationHash ?? null) ? client : null;
}

/** When the client's secret or key ends, if it is used before it is forgotten. */
export const validUntil = ({ createdAt, lastUsedAt, expiresAt }: Client): Date =>
  lastUsedAt ? expiresAt : new Date(createdAt.getTime() + lifetimeMs);

/** Notes that a client was used, once an hour; the first use turns the day of grace into the full time. */
export async function noteUse(client: Client): Promise<void> {
  if (client.lastUsedAt && Date.now() - client.lastUsedAt.getTime() < HOUR) return;
  await db().oauthClient.updateMany({
    where: { id: client.id },
    data: { lastUsedAt: new Date(), expiresAt: validUntil(client) },
  });
}

/** Changes a client and gives it a new secret; the old one, and every token issued so far, end at once. Returns what is shown once. */
export async function renewClient(
  client: Client,
  wanted: Pick<Client, 'name' | 'authMethod' | 'jwks' | 'scopes'>,
): Promise<{ client: Client; secret: string | null }> {
  const secret =
    wanted.authMethod === 'private_key_jwt' ? null : newSecret(wanted.authMethod === 'api_key' ? '' : 'lks_');
  const { jwks: keys, ...data } = wanted;
  const [row] = await db().$transaction([
    db().oauthClient.update({
      where: { id: client.id },
      data: {
        ...data,
        jwks: keys ? storableJson(keys) : undefined,
        secretHash: secret === null ? null : digest(secret),
        lastUsedAt: new Date(),
        expiresAt: new Date(Date.now() + lifetimeMs),
      },
      select: fields,
    }),
    db().oauthToken.deleteMany({ where: { clientId: client.id } }),
  ]);
  return { client: row as unknown as Client, secret };
}

/** Forgets a client, its tokens with it. */
export async function forgetClient(id: string): Promise<void> {
  await db().oauthClient.deleteMany({ where: { id } });
}
