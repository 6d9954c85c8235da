/**
 * What a scan may do to a target (DESIGN §1.5, STANDARDS G6, PR1-PR5, Z2): read, ask a token endpoint with a client that cannot exist,
 * ask a registration endpoint something it cannot read or register, and open MCP and GraphQL with questions that change nothing.
 */
import type { Logged } from './serve.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
const mcpQuestions = new Set(['server/discover', 'initialize', 'ping', 'tools/list']);
/** OpenRPC's service discovery; JSON-RPC 2.0 §4.1 keeps the names that begin with `rpc.` for the protocol itself. */
const rpcQuestion = 'rpc.discover';

function members(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Client metadata that no server can register: no address is one, and no grant exists (RFC 7591 §3.2.2). */
function isImpossibleRegistration(body: Record<string, unknown>): boolean {
  const list = (name: string) => (Array.isArray(body[name]) ? (body[name] as unknown[]).map(String) : []);
  return (
    list('redirect_uris').length > 0 &&
    list('redirect_uris').every((uri) => !URL.canParse(uri)) &&
    list('grant_types').length > 0 &&
    list('grant_types').every((grant) => grant.startsWith('scan_none_'))
  );
}

/** Says what a request that is not plain reading is, or null when it may change something. */
export function harmlessPurpose(entry: Pick<Logged, 'method' | 'headers' | 'body' | 'path'>): string | null {
  // Some servers change things on GET; a name that says so is warning enough.
  if (reading.has(entry.method))
    return /[/._-](logout|log_out|signout|sign_out|delete|destroy|remove|unsubscribe|cancel|reset|purge)$/i.test(
      entry.path,
    )
      ? null
      : 'reading';
  if (entry.method === 'DELETE') return entry.headers['mcp-session-id'] ? 'end of an MCP session' : null;
  if (entry.method !== 'POST') return null;
  const type = entry.headers['content-type'] ?? '';
  if (/x-www-form-urlencoded/i.test(type))
    return new URLSearchParams(entry.body).has('grant_type') ? 'token probe' : null;
  return /json/i.test(type) ? harmlessJson(entry) : null;
}

function harmlessJson(entry: Pick<Logged, 'body' | 'path'>): string | null {
  const body = members(entry.body);
  // A body that is no JSON object cannot create a client (STANDARDS Z2c).
  if (body === null) return entry.body.trim() === '' ? null : 'unreadable body';
  if (typeof body['grant_type'] === 'string') return 'token probe';
  if (isImpossibleRegistration(body)) return 'registration that cannot succeed';
  // RPC-style operations that are documented as POST and named as reading, called with nothing in the body. The verb must stand alone
  // (`/item/get`, `/users/get_current_account`): `/messages`, `/meetings`, `/checkout` and `/listings` only begin like one.
  if (
    Object.keys(body).length === 0 &&
    /[/.](get|list|search|query|read|find|fetch|lookup|describe|whoami)([_-][a-z_-]+)?$/i.test(entry.path)
  )
    return 'reading by POST';
  if (body['jsonrpc'] === '2.0' && typeof body['method'] === 'string') {
    if (mcpQuestions.has(body['method'])) return 'MCP question';
    if (body['method'] === rpcQuestion) return 'JSON-RPC question';
  }
  if (typeof body['query'] === 'string' && !/\b(mutation|subscription)\b/.test(body['query']))
    return 'GraphQL question';
  return null;
}

/** The secrets that a request carries: bearer tokens, Basic pairs, client secrets, keys in the query. */
function credentials(entry: Logged): string[] {
  const found: string[] = [];
  const authorization = entry.headers['authorization'];
  if (authorization) {
    const value = authorization.replace(/^\S+\s+/, '');
    found.push(value);
    if (/^basic /i.test(authorization)) found.push(...Buffer.from(value, 'base64').toString('utf8').split(':'));
  }
  const form = new URLSearchParams(entry.body);
  for (const name of ['client_id', 'client_secret', 'api_key', 'access_token']) {
    const value = form.get(name) ?? new URLSearchParams(entry.search).get(name);
    if (value) found.push(value);
  }
  for (const name of ['x-api-key', 'cookie']) {
    const value = entry.headers[name];
    if (value) found.push(value);
  }
  return found.filter((value) => value.length >= 6);
}

/** Every way in which a scan misbehaved; empty when it did not. `limit` is the request budget. */
export function misconduct(log: readonly Logged[], limit = 90): string[] {
  const faults: string[] = [];
  if (log.length > limit) faults.push(`${log.length} requests, ${limit} allowed`);
  let seen = '';
  const sent = new Set<string>();
  for (const entry of log) {
    const where = `${entry.method} ${entry.scheme}://${entry.host}${entry.path}`;
    if (harmlessPurpose(entry) === null) faults.push(`${where} may change something: ${entry.body.slice(0, 120)}`);
    // A credential that the target itself printed earlier (an example key, a demo client) is not a random one.
    for (const credential of credentials(entry)) {
      if (!sent.has(credential) && seen.includes(credential))
        faults.push(`${where} used a credential taken from the target: ${credential.slice(0, 12)}…`);
      sent.add(credential);
    }
    seen += entry.answered;
  }
  return faults;
}
