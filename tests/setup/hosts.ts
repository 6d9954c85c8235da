/** Many hosts on loopback, each at an address of its own (127.0.0.0/8, which Linux has whole), with one small API behind all of them. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small API with its home page. */
export const api: RequestListener = (request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname;
  if (path.startsWith('/api'))
    response
      .writeHead(401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer' })
      .end('{"error":{"code":"missing_token","message":"Send a bearer token."}}');
  else if (path === '/')
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<title>Orchard</title><p>The base URL is <code>http://${request.headers.host ?? ''}/api/v1</code>. Send your key as <code>Authorization: Bearer &lt;key&gt;</code>.</p>`,
      );
  else response.writeHead(404).end();
};

export interface Hosts {
  urls: string[];
  stop: () => void;
}

/** Starts `count` hosts. `listener`: what they answer. */
export async function startHosts(count: number, listener: RequestListener = api): Promise<Hosts> {
  const servers: Server[] = [];
  const urls: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const address = `127.${77 + Math.floor(at / 62_500)}.${Math.floor(at / 250) % 250}.${(at % 250) + 1}`;
    const server = createServer(listener).listen(0, address);
    await once(server, 'listening');
    servers.push(server);
    urls.push(`http://${address}:${(server.address() as AddressInfo).port}/`);
  }
  return {
    urls,
    stop() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
