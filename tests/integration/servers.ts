/** Small HTTP servers for scans to walk to. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback. */
export interface LoopbackServer {
  /** Address without a slash at the end. */
  url: string;
  requests(): number;
  close(): Promise<void>;
}

/**
 * An API whose every path wants a bearer token, each answer `delayMs` late and with `text` in its error. Bound to `host`: 0.0.0.0 gives it
 * every address of 127.0.0.0/8, each of which is a target of its own.
 */
export async function startApi({
  delayMs = 0,
  text = 'A bearer token is needed.',
  host = '127.0.0.1',
}: { delayMs?: number; text?: string; host?: string } = {}): Promise<LoopbackServer> {
  let requests = 0;
  const answer: RequestListener = (request, response) => {
    requests += 1;
    setTimeout(() => {
      response.writeHead(401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer realm="api"' });
      response.end(
        request.method === 'HEAD' ? undefined : JSON.stringify({ error: 'invalid_token', error_description: text }),
      );
    }, delayMs);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
