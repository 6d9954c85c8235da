/** The flags that say how requests leave, as servers on loopback see them. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hostedScanner } from '../../../lib/cli/hosted.ts';
import { localScanner } from '../../../lib/cli/local.ts';
import type { ScanFlags } from '../../../lib/cli/scanner.ts';

interface Seen {
  host: string;
  headers: IncomingHttpHeaders;
  from: number | undefined;
}

let folder: string;
const seen: Seen[] = [];
const servers: (Server | SecureServer)[] = [];
let port: number;
let foreign: number;
let secure: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-requests-'));
  const listen = async (server: Server | SecureServer, address = '127.0.0.1') => {
    servers.push(server);
    server.on('request', (request, response) => {
      const { headers, socket } = request;
      seen.push({ host: headers.host ?? '', headers, from: socket.remotePort });
      if (request.url === '/')
        response
          .writeHead(200, { 'content-type': 'text/html' })
          // A target may repeat what it was sent.
          .end(
            `<title>Orchard</title><p>You sent ${String(request.headers['x-preview'] ?? 'nothing')}.</p><p>The API reference is at <a href="http://127.0.0.2:${foreign}/docs/api">API documentation</a>, the base URL is <code>http://127.0.0.2:${foreign}/api/v1</code>.</p>`,
          );
      else response.writeHead(404).end();
    });
    server.listen(0, address);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  foreign = await listen(createServer(), '127.0.0.2');
  port = await listen(createServer());
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'api.orchard.test' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'api.orchard.test' }] }],
  } as never);
  await writeFile(join(folder, 'ca.pem'), cert);
  secure = await listen(createSecureServer({ key, cert }));
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true });
});

async function scan(address: string, flags: ScanFlags) {
  seen.length = 0;
  const surroundings = { packagedBrowser: false, startProduct: null };
  const scanner = await localScanner({ allowPrivate: true, browser: false, ...flags }, surroundings);
  const report = await scanner.scan(scanner.target(address), { signal: new AbortController().signal, tell: () => {} });
  return { report, text: JSON.stringify(report), requests: [...seen] };
}

describe('--header', () => {
  it('goes to the target’s own hosts alone, and its value is nowhere in the report', async () => {
    const { report, text, requests } = await scan(`http://127.0.0.1:${port}`, {
      header: ['X-Preview: orchard-preview-7'],
    });
    const own = requests.filter(({ host }) => host === `127.0.0.1:${port}`);
    const others = requests.filter(({ host }) => host === `127.0.0.2:${foreign}`);
    expect(own.length).toBeGreaterThan(3);
    expect(own.filter(({ headers }) => headers['x-preview'] !== 'orchard-preview-7')).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ headers }) => 'x-preview' in headers)).toEqual([]);
    expect(text).not.toContain('orchard-preview-7');
    expect(report.exchanges.some(({ response }) => response?.body.includes('You sent [header].'))).toBe(true);
  });
});

describe('--resolve', () => {
  it('connects there for this host and port, and looks up nothing', async () => {
    const address = `http://api.orchard.test:${port}`;
    const { report, requests } = await scan(address, { resolve: [`api.orchard.test:${port}:127.0.0.1`] });
    expect(report.outcome).not.toBe('unreachable');
    expect(requests.some(({ host }) => host === `api.orchard.test:${port}`)).toBe(true);
  });
  it('opens no door: the address is judged like any other', async () => {
    const { report, requests } = await scan(`https://api.orchard.org:${port}`, {
      allowPrivate: false,
      resolve: [`api.orchard.org:${port}:127.0.0.1`],
    });
    expect(report.outcome).toBe('unreachable');
    expect(requests).toEqual([]);
  });
});

describe('--ca', () => {
  const flags = () => ({ resolve: [`api.orchard.test:${secure}:127.0.0.1`] });
  it('is trusted besides Node’s own', async () => {
    const address = `https://api.orchard.test:${secure}`;
    expect((await scan(address, flags())).report.outcome).toBe('unreachable');
    const { report } = await scan(address, { ...flags(), ca: join(folder, 'ca.pem') });
    expect(report.outcome).not.toBe('unreachable');
  });
});

describe('--proxy', () => {
  const tunnels: string[] = [];
  /** Ports that the proxy's own connections come from. */
  const opened = new Set<number | undefined>();
  let proxy: number;
  beforeAll(async () => {
    const server = createServer();
    server.on('connect', (request, client: Socket) => {
      tunnels.push(request.url ?? '');
      const { hostname, port: to } = new URL(`http://${request.url}`);
      const upstream = connect(Number(to), hostname, () => {
        opened.add(upstream.localPort);
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        client.pipe(upstream).pipe(client);
      });
      for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = (server.address() as AddressInfo).port;
  });

  it('carries every connection of a scan', async () => {
    const { report, requests } = await scan(`http://127.0.0.1:${port}`, { proxy: `http://127.0.0.1:${proxy}` });
    expect(report.outcome).not.toBe('unreachable');
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter(({ from }) => !opened.has(from))).toEqual([]);
    expect(tunnels).toContain(`127.0.0.1:${port}`);
  });
  it('that cannot be reached ends the scan as one that could not run', async () => {
    const { report } = await scan(`http://127.0.0.1:${port}`, { proxy: 'http://127.0.0.1:9' });
    expect(report.outcome).toBe('unreachable');
    expect(JSON.stringify(report)).toContain('The proxy could not be reached.');
  });
});

it('--user-agent is sent with every request', async () => {
  const { requests } = await scan(`http://127.0.0.1:${port}`, { userAgent: 'Orchard-CI/1' });
  expect(new Set(requests.map(({ headers }) => headers['user-agent']))).toEqual(new Set(['Orchard-CI/1']));
});

it('--max-requests bounds a scan', async () => {
  const { report, requests } = await scan(`http://127.0.0.1:${port}`, { maxRequests: 5 });
  expect(requests.length).toBeLessThanOrEqual(5);
  expect(report.scan.requests).toBeLessThanOrEqual(5);
});

it('the secret for an instance stays there, whatever its token endpoint looks like', async () => {
  let named = '';
  const asked: string[] = [];
  const other = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('{}');
  });
  const instance = createServer((request, response) => {
    response.writeHead(request.method === 'GET' ? 200 : 404).end(JSON.stringify({ token_endpoint: named }));
  });
  servers.push(other, instance);
  const [origin, elsewhere] = await Promise.all(
    [instance, other].map(async (server) => {
      await once(server.listen(0, '127.0.0.1'), 'listening');
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }),
  );
  vi.stubEnv('LATCHKEY_SERVER_CLIENT_ID', 'id');
  vi.stubEnv('LATCHKEY_SERVER_CLIENT_SECRET', 'secret');
  for (named of [
    `${origin}//${elsewhere?.slice(7)}/token`,
    `${origin}/\\\\${elsewhere?.slice(7)}/token`,
    `${elsewhere}/token`,
  ]) {
    const scanner = await hostedScanner(origin ?? '', {});
    const run = { signal: new AbortController().signal, tell: () => undefined };
    await expect(scanner.scan(scanner.target('acme.dev'), run)).rejects.toThrow(origin);
  }
  vi.unstubAllEnvs();
  expect(asked).toEqual([]);
});
