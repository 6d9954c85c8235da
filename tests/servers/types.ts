/** Third-party server software, started on loopback the way people deploy it. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Expectation } from '../worlds/lib/world.ts';
import type { Logged } from '../worlds/lib/serve.ts';

export interface RunningServer {
  url: string;
  expect: Expectation;
  log: readonly Logged[];
  stop(): Promise<void>;
}

export interface RealServer {
  id: string;
  /** Package and what it is set up as. */
  title: string;
  /** The packages that this machine lacks to run it, null when it has them. Left out: it comes with the repository. */
  missing?(): string | null;
  start(): Promise<RunningServer>;
}

/** Notes every request of a server without touching it. The answer is not seen, so `answered` stays empty. */
export function watch(server: Server): Logged[] {
  const log: Logged[] = [];
  server.prependListener('request', (request: IncomingMessage) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    );
    const entry: Logged = {
      scheme: 'http',
      method: request.method ?? 'GET',
      host: '127.0.0.1',
      path: url.pathname,
      search: url.search,
      headers,
      body: '',
      status: 0,
      planned: true,
      answered: '',
    };
    log.push(entry);
    const chunk = request.push.bind(request);
    // The body is read by the server itself; a copy is taken as it is pushed, so that no listener changes the stream's mode.
    request.push = (data: unknown, encoding?: BufferEncoding): boolean => {
      if (Buffer.isBuffer(data)) entry.body += data.toString('utf8');
      return chunk(data, encoding);
    };
  });
  return log;
}

/** Listens on a free loopback port; the listener may need to know its own URL before it can be made. */
export async function listenOnLoopback(
  make: (url: string) => RequestListener | Promise<RequestListener>,
): Promise<{ url: string; server: Server; log: Logged[]; stop(): Promise<void> }> {
  let handle: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => handle(request, response));
  const log = watch(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  handle = await make(url);
  return {
    url,
    server,
    log,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
