/**
 * Name lookup. Not getaddrinfo: its four threads wait 5 s a try and would stall every scan of the process behind one slow name server.
 * c-ares asks over its own sockets, with a cache, a bound on lookups in flight and a short limit.
 */
import { Resolver as CaresResolver } from 'node:dns/promises';
import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { wordsOf } from '../text.ts';

/**
 * `missing`: the name does not exist or has no address. `failed`: nobody answered in time, or the name server could not say.
 * Addresses of source `hosts` come from the operator's own hosts file or from RFC 6761 §6.3 (`localhost`).
 */
export type Resolution =
  | { kind: 'addresses'; addresses: readonly string[]; source: 'dns' | 'hosts' }
  | { kind: 'missing' }
  | { kind: 'failed'; code: 'timeout' | 'dns-failure' };

export interface Resolver {
  /** Addresses of a lower-case name without trailing dot. Never rejects for what the network does. */
  lookup(name: string): Promise<Resolution>;
}

export interface ResolverOptions {
  /** Name servers as `address` or `address:port`; default: the system's. */
  servers?: readonly string[] | undefined;
  hostsFile?: string;
  /** Limit of one try in milliseconds. */
  tryMs?: number;
  tries?: number;
  /** How long to wait for the second address family once the first has answered, in milliseconds. */
  graceMs?: number;
  /** Lookups in flight at once. */
  inFlight?: number;
}

/** What one question (A or AAAA) came to. */
type Answer =
  | { kind: 'addresses'; addresses: string[]; ttl: number }
  | { kind: 'nxdomain' }
  | { kind: 'no-data' }
  | { kind: 'failed'; code: 'timeout' | 'dns-failure' };

const defaultHostsFile =
  process.platform === 'win32' ? String.raw`C:\Windows\System32\drivers\etc\hosts` : '/etc/hosts';
const cacheEntries = 4000;
const maxHostsBytes = 1024 * 1024;
const maxAddresses = 16;
/** Seconds. Long enough for one scan to see one answer, short enough to follow a change. */
const ttlBounds = { least: 10, most: 300 };
const missingTtlMs = 30_000;
const failedTtlMs = 5000;

/** A resolver with its own cache. Throws TypeError when a name server is not an address. */
export function createResolver(options: ResolverOptions = {}): Resolver {
  const { servers, hostsFile = defaultHostsFile, tryMs = 1500, tries = 2, graceMs = 150, inFlight = 32 } = options;
  const cares = new CaresResolver({ timeout: tryMs, tries });
  if (servers !== undefined && servers.length > 0) cares.setServers([...servers]);
  const cache = new LRUCache<string, Resolution>({ max: cacheEntries });
  const running = new Map<string, Promise<Resolution>>();
  const limit = pLimit(inFlight);
  const hosts = hostsReader(hostsFile);

  async function query(name: string): Promise<Resolution> {
    const four = ask(cares.resolve4(name, { ttl: true }));
    const six = ask(cares.resolve6(name, { ttl: true }));
    // c-ares doubles its wait at every try; the deadline keeps the whole lookup at tries × tryMs.
    const deadline = timer(tryMs * tries);
    const late: Answer = { kind: 'failed', code: 'timeout' };
    try {
      const first = await Promise.race([
        four.then((a) => settles(a, 4)),
        six.then((a) => settles(a, 6)),
        Promise.all([four, six]),
        deadline.done,
      ]);
      // One family has answered for good: the other gets a little longer, not its whole limit.
      const grace = first === undefined ? timer(0) : timer(graceMs);
      const cut = first === true ? Promise.race([grace.done, deadline.done]) : deadline.done;
      const [a, aaaa] = await Promise.all([
        Promise.race([four, cut.then(() => late)]),
        Promise.race([six, cut.then(() => late)]),
      ]);
      grace.cancel();
      return remember(name, a, aaaa);
    } finally {
      deadline.cancel();
      // Questions that nobody waits for any more would keep the process alive for seconds.
      if (running.size <= 1) cares.cancel();
    }
  }

  function remember(name: string, a: Answer, aaaa: Answer): Resolution {
    const resolution = combine(a, aaaa);
    const ttls = [a, aaaa].flatMap((answer) => (answer.kind === 'addresses' ? [answer.ttl] : []));
    const ttl =
      resolution.kind === 'addresses'
        ? Math.min(Math.max(Math.min(...ttls), ttlBounds.least), ttlBounds.most) * 1000
        : resolution.kind === 'missing'
          ? missingTtlMs
          : failedTtlMs;
    cache.set(name, resolution, { ttl });
    return resolution;
  }

  return {
    async lookup(name) {
      const local = hosts().get(name);
      if (local !== undefined) return { kind: 'addresses', addresses: local, source: 'hosts' };
      if (name === 'localhost' || name.endsWith('.localhost'))
        return { kind: 'addresses', addresses: ['127.0.0.1', '::1'], source: 'hosts' };
      const known = cache.get(name);
      if (known !== undefined) return known;
      let lookup = running.get(name);
      if (lookup === undefined) {
        lookup = limit(() => query(name)).finally(() => running.delete(name));
        running.set(name, lookup);
      }
      return lookup;
    },
  };
}

/**
 * Resolves to true when `answer` alone makes the other family optional, else never. NXDOMAIN speaks for the name only from A:
 * some name servers wrongly send it for AAAA (RFC 4074 §4.2).
 */
function settles(answer: Answer, family: 4 | 6): Promise<true> | true {
  if (answer.kind === 'addresses' || (answer.kind === 'nxdomain' && family === 4)) return true;
  return new Promise<true>(() => {});
}

async function ask(question: Promise<{ address: string; ttl: number }[]>): Promise<Answer> {
  try {
    const records = (await question).slice(0, maxAddresses);
    if (records.length === 0) return { kind: 'no-data' };
    return { kind: 'addresses', addresses: records.map((r) => r.address), ttl: Math.min(...records.map((r) => r.ttl)) };
  } catch (error) {
    return answerOf(error);
  }
}

function answerOf(error: unknown): Answer {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    // EBADNAME: c-ares will not put such a name on the wire, so it cannot exist.
    case 'ENOTFOUND':
    case 'EBADNAME':
      return { kind: 'nxdomain' };
    case 'ENODATA':
      return { kind: 'no-data' };
    case 'ETIMEOUT':
    case 'ECANCELLED':
      return { kind: 'failed', code: 'timeout' };
    case undefined:
      throw error;
    default:
      return { kind: 'failed', code: 'dns-failure' };
  }
}

function combine(a: Answer, aaaa: Answer): Resolution {
  const addresses = [a, aaaa].flatMap((answer) => (answer.kind === 'addresses' ? answer.addresses : []));
  if (addresses.length > 0) return { kind: 'addresses', addresses, source: 'dns' };
  if (a.kind === 'nxdomain') return { kind: 'missing' };
  if (a.kind === 'failed') return { kind: 'failed', code: a.code };
  if (aaaa.kind === 'failed') return { kind: 'failed', code: aaaa.code };
  return { kind: 'missing' };
}

function timer(ms: number): { done: Promise<void>; cancel: () => void } {
  let cancel = (): void => {};
  const done = new Promise<void>((resolve) => {
    const handle = setTimeout(resolve, ms);
    cancel = () => clearTimeout(handle);
  });
  return { done, cancel };
}

/**
 * Reads a hosts file (hosts(5)) and again when it changes. Gives name → addresses; empty when there is no such file. The file is of this machine, and
 * a question to libuv's threads costs a hundred times what the answer does.
 */
function hostsReader(path: string): () => ReadonlyMap<string, readonly string[]> {
  let seen = '';
  let names: ReadonlyMap<string, readonly string[]> = new Map();
  return () => {
    try {
      const { mtimeMs, size } = statSync(path);
      const stamp = `${mtimeMs} ${size}`;
      if (stamp !== seen && size <= maxHostsBytes) {
        names = parseHosts(readFileSync(path, 'utf8'));
        seen = stamp;
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      names = new Map();
    }
    return names;
  };
}

function parseHosts(text: string): Map<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [address = '', ...aliases] = wordsOf(line.split('#', 1)[0] ?? '');
    if (isIP(address) === 0) continue;
    for (const alias of aliases) {
      const name = alias.toLowerCase().replace(/\.$/, '');
      const addresses = names.get(name);
      if (addresses === undefined) names.set(name, [address]);
      else if (!addresses.includes(address)) addresses.push(address);
    }
  }
  return names;
}

const shared = new Map<string, Resolver>();

/** The process-wide resolver for a list of name servers, so that scans share one cache and one bound on lookups. */
export function sharedResolver(servers: readonly string[] = []): Resolver {
  const key = servers.join(' ');
  let resolver = shared.get(key);
  if (resolver === undefined) {
    resolver = createResolver({ servers });
    shared.set(key, resolver);
  }
  return resolver;
}
