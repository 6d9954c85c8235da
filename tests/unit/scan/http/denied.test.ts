/** Hosts that the operator has closed: nothing connects to them by name or by address. Rendered pages ask through the same client. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient, defaultBudget } from '../../../../lib/scan/http/client.ts';

let server: Server;
let port = 0;
let hits = 0;
let location = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    hits += 1;
    if (request.url === '/to') response.writeHead(302, { location }).end();
    else response.end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const connectTo = () => ({ host: '127.0.0.1', port });
const clientWith = (closed: readonly string[]) =>
  createHttpClient({
    budget: defaultBudget,
    allowNets: ['127.0.0.0/8'],
    userAgent: 'test',
    connectTo,
    denies: (host) => closed.includes(host),
  });

const rows: [what: string, url: string, closed: string[], reached: number, code: string | null][] = [
  ['an open host', 'http://open.example.com/', ['closed.example.com'], 1, null],
  ['a closed name', 'http://closed.example.com/', ['closed.example.com'], 0, 'blocked-target'],
  ['a name whose address is closed', 'http://open.example.com/', ['127.0.0.1'], 0, 'blocked-target'],
  ['a closed address', 'http://127.0.0.1:PORT/', ['127.0.0.1'], 0, 'blocked-target'],
  ['a redirect to a closed name', 'http://open.example.com/to', ['closed.example.com'], 1, 'blocked-target'],
];

describe('denies', () => {
  it.each(rows)('%s', async (_, url, closed, reached, code) => {
    hits = 0;
    location = 'http://closed.example.com/';
    const client = clientWith(closed);
    const answer = await client.request({
      method: 'GET',
      url: url.replace('PORT', String(port)),
      purpose: 'test',
      follow: 5,
    });
    await client.close();
    expect(hits).toBe(reached);
    expect(answer.kind === 'failure' ? answer.failure.code : null).toBe(code);
  });
});
