/** Puts one world on loopback: https and http on random ports, its own name server, and a log of every request. */
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ScanOptions } from '../../../lib/scan/types.ts';
import type { Answer, Incoming, World } from './world.ts';
import { certificateFor, throwAwayAuthority } from './certificates.ts';
import { hostFor, startNameServer } from './names.ts';
import { router } from './routes.ts';

/** One request as it arrived, and what it got. */
export interface Logged {
  scheme: 'https' | 'http';
  method: string;
  host: string;
  path: string;
  search: string;
  headers: Record<string, string>;
  body: string;
  status: number;
  /** False when no route of the world spoke of it. */
  planned: boolean;
  /** What was answered, for checks on what a client may have copied from it. */
  answered: string;
}

export interface ServedWorld {
  log: Logged[];
  /** What a scan of this world must be given to stay inside it. */
  options: Pick<ScanOptions, 'allowNets' | 'dnsServers' | 'connectTo' | 'ca'>;
  stop(): Promise<void>;
}

const bodyLimit = 1 << 20;
/** Nothing listens here: a port of this process that is closed again at once. */
async function closedPort(): Promise<number> {
  const probe = createHttp();
  const port = await listen(probe);
  await close(probe);
  return port;
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function incoming(scheme: 'https' | 'http', request: IncomingMessage, body: string): Incoming {
  const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  const url = new URL(request.url ?? '/', `${scheme}://${host || 'nameless'}`);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const authorization = headers['authorization'] ?? '';
  const space = authorization.indexOf(' ');
  const type = headers['content-type'] ?? '';
  return {
    scheme,
    method: request.method ?? 'GET',
    host,
    path: url.pathname,
    search: url.search,
    query: url.searchParams,
    headers,
    body,
    authorization: {
      scheme: (space < 0 ? authorization : authorization.slice(0, space)).toLowerCase(),
      value: space < 0 ? '' : authorization.slice(space + 1).trim(),
    },
    form: /x-www-form-urlencoded/i.test(type) ? new URLSearchParams(body) : new URLSearchParams(),
    json: /json/i.test(type) ? parseJson(body) : undefined,
    params: {},
  };
}

function send(response: ServerResponse, method: string, answer: Answer): void {
  if (answer.instead === 'hang') return;
  if (answer.instead === 'reset') {
    response.socket?.destroy();
    return;
  }
  const body = Buffer.from(answer.body ?? '');
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': body.length,
    date: new Date().toUTCString(),
  });
  response.end(method === 'HEAD' ? undefined : body);
}

/** Starts a world. `latencyMs` delays every answer, as a network with that round-trip time would. */
export async function serve(world: Pick<World, 'hosts'>, settings: { latencyMs?: number } = {}): Promise<ServedWorld> {
  const hosts = Object.keys(world.hosts).map((host) => host.toLowerCase());
  const routers = new Map(
    Object.entries(world.hosts).map(([host, site]) => [host.toLowerCase(), { site, route: router(host, site) }]),
  );
  const log: Logged[] = [];

  const listener =
    (scheme: 'https' | 'http'): RequestListener =>
    (request, response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      request.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= bodyLimit) chunks.push(chunk);
      });
      request.on('end', () => {
        const it = incoming(scheme, request, Buffer.concat(chunks).toString('utf8'));
        const entry = routers.get(hostFor(it.host, hosts) ?? '');
        let result: { answer: Answer; planned: boolean };
        if (!entry)
          result = {
            answer: { status: 421, headers: { 'content-type': 'text/plain' }, body: 'misdirected request' },
            planned: false,
          };
        else if (scheme === 'http' && (entry.site.plain ?? 'redirect') === 'redirect')
          result = {
            answer: { status: 301, headers: { location: `https://${it.host}${request.url ?? '/'}` } },
            planned: true,
          };
        else result = entry.route(it);
        const { answer, planned } = result;
        log.push({
          scheme,
          method: it.method,
          host: it.host,
          path: it.path,
          search: it.search,
          headers: it.headers,
          body: it.body,
          status: answer.status,
          planned,
          answered: answer.body ?? '',
        });
        const wait = (settings.latencyMs ?? 0) + (answer.delayMs ?? 0);
        if (wait > 0) setTimeout(() => send(response, it.method, answer), wait);
        else send(response, it.method, answer);
      });
    };

  const { certificate } = await throwAwayAuthority();
  const secure = createHttps(await certificateFor(hosts), listener('https'));
  // A client that hangs up during the handshake is its own affair.
  secure.on('tlsClientError', () => undefined);
  const plain = createHttp(listener('http'));
  const [securePort, plainPort, deadPort, names] = await Promise.all([
    listen(secure),
    listen(plain),
    closedPort(),
    startNameServer(hosts),
  ]);

  return {
    log,
    options: {
      allowNets: ['127.0.0.0/8'],
      dnsServers: [`127.0.0.1:${names.port}`],
      ca: [certificate],
      connectTo(host, port) {
        const entry = routers.get(hostFor(host, hosts) ?? '');
        if (entry && port === 443 && entry.site.secure !== 'closed') return { host: '127.0.0.1', port: securePort };
        if (entry && port === 80 && entry.site.plain !== 'closed') return { host: '127.0.0.1', port: plainPort };
        return { host: '127.0.0.1', port: deadPort };
      },
    },
    async stop() {
      await Promise.all([close(secure), close(plain), names.stop()]);
    },
  };
}
