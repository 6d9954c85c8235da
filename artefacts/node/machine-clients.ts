/**
 * Programs that call this API as themselves: their clients, and the tokens that they hold. Secrets and tokens are long and random, so that a
 * SHA-256 hash of each is enough, and only hashes are kept: in one JSON file, which suits one process. For several, put `read` and `write` on
 * your database; nothing else has to change.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What a client may be given at all. */
export const knownScopes = '{{SCOPES}}'.split(' ');
/** Seconds for which a token works; a program then asks for the next one (RFC 6749 §4.4.3). */
export const lifetime = 3600;

export interface MachineClient {
  id: string;
  name: string;
  secretHash: string;
  scopes: string[];
}

/** Who calls, as a token says. */
export interface Caller {
  clientId: string;
  scopes: string[];
}

interface Store {
  clients: MachineClient[];
  tokens: (Caller & { hash: string; expiresAt: number })[];
}

const file = process.env['MACHINE_CLIENTS_FILE'] ?? 'machine-clients.json';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const random = () => randomBytes(32).toString('base64url');
const same = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b));

function read(): Store {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Store) : { clients: [], tokens: [] };
}

function write(store: Store): void {
  writeFileSync(`${file}.new`, JSON.stringify(store), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Makes a client. Its secret is told once and cannot be read again. */
export async function createClient(
  name: string,
  scopes: string[] = knownScopes,
): Promise<{ id: string; secret: string }> {
  const store = read();
  const id = `machine-${randomBytes(9).toString('hex')}`;
  const secret = random();
  store.clients.push({ id, name, secretHash: sha256(secret), scopes });
  write(store);
  return { id, secret };
}

/** The client of this id and secret, or null. Unknown ids are compared too, so that the time of an answer does not tell which exist. */
export async function findClient(id: string, secret: string): Promise<MachineClient | null> {
  const client = read().clients.find((one) => one.id === id);
  return same(sha256(secret), client?.secretHash ?? sha256('')) && client !== undefined ? client : null;
}

/** A new token for this client. */
export async function issueToken(client: MachineClient, scopes: string[]): Promise<string> {
  const store = read();
  const token = random();
  const now = Date.now();
  store.tokens = store.tokens.filter(({ expiresAt }) => expiresAt > now);
  store.tokens.push({ hash: sha256(token), clientId: client.id, scopes, expiresAt: now + lifetime * 1000 });
  write(store);
  return token;
}

/** Who holds the token of an Authorization field, or null: no Bearer token, unknown, or expired. */
export async function callerOf(authorization: string | null | undefined): Promise<Caller | null> {
  const token = /^bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  const hash = sha256(token);
  const found = read().tokens.find((one) => one.hash === hash && one.expiresAt > Date.now());
  return found ? { clientId: found.clientId, scopes: found.scopes } : null;
}
