/** Requests through an HTTP proxy: by name, verified end to end, and never to what can be seen here to lead inside. */
import { createServer as createHttp, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { HttpClient } from '../../../../lib/scan/types.ts';
import {
  certificateFor,
  clientFor,
  closedPort,
  listen,
  serveHttp,
  serveHttps,
  serveNames,
  serveOnConnect,
  type Certificate,
  type Listening,
  type NameServer,
} from '../../../hostile/support/servers.ts';

let authority: Certificate;
let site: Listening;
let secure: Listening;
let names: NameServer;
let proxy: Listening;
let secureProxy: Listening;
const asked: { authority: string; credentials: string | undefined }[] = [];
const ending: (() => Promise<void>)[] = [];

/** The names that lead somewhere, as the proxy sees it. */
const known: Record<string, () => number> = {
  'api.orchard.test': () => secure.port,
  'plain.orchard.test': () => site.port,
  '198.51.100.7': () => site.port,
};

function tunnelling(server: Server): Server {
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    asked.push({ authority: request.url ?? '', credentials: request.headers['proxy-authorization'] });
    client.on('error', () => client.destroy());
    const host = (request.url ?? '').replace(/:\d+$/, '');
    const to = known[host]?.();
    if (host === 'closed.orchard.test') client.end('HTTP/1.1 407 Who\r\n\r\n');
    else if (host === 'talkative.orchard.test') client.end('HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n');
    else if (to === undefined) client.end('HTTP/1.1 502 No\r\n\r\n');
    else {
      const upstream = connect(to, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        client.pipe(upstream).pipe(client);
      });
      upstream.on('error', () => client.destroy());
      client.on('close', () => upstream.destroy());
    }
  });
  return server;
}

beforeAll(async () => {
  authority = await certificateFor([], { authority: true });
  const signed = (name: string) => certificateFor([name], { issuer: authority });
  site = await serveHttp((_request, response) => response.end('plain'));
  secure = await serveHttps(await signed('api.orchard.test'), (_request, response) => response.end('secure'));
  proxy = await listen(tunnelling(createHttp()));
  secureProxy = await listen(tunnelling(createHttps(await signed('127.0.0.1'))));
  names = await serveNames({
    'inside.orchard.org': { a: ['10.0.0.1'] },
    'plain.orchard.test': { a: ['198.51.100.7'] },
    'broken.orchard.org': { rcode: 2 },
  });
});
afterAll(() => Promise.all([site, secure, proxy, secureProxy, names].map((server) => server.stop())));
afterEach(async () => {
  asked.length = 0;
  for (const end of ending.splice(0)) await end();
});

function through(address: string, allowNets = ['198.51.100.0/24']): HttpClient {
  const http = clientFor({}, { proxy: new URL(address), ca: [authority.cert], dnsServers: [names.address], allowNets });
  ending.push(() => http.close());
  return http;
}
const plainly = (user = ''): string => `http://${user}127.0.0.1:${proxy.port}`;
const ask = async (http: HttpClient, url: string) => {
  const answer = await http.request({ url, purpose: 'p' });
  return answer.kind === 'response'
    ? answer.text
    : `${answer.failure.step} ${answer.failure.code}: ${answer.failure.message}`;
};

describe('through a proxy', () => {
  test('a name that only the proxy can look up is reached by name, with TLS verified against it', async () => {
    expect(await ask(through(plainly()), 'https://api.orchard.test/')).toBe('secure');
    expect(asked).toEqual([{ authority: 'api.orchard.test:443', credentials: undefined }]);
  });
  test('plain HTTP is tunnelled as well', async () => {
    expect(await ask(through(plainly()), 'http://plain.orchard.test/')).toBe('plain');
    expect(asked.map((one) => one.authority)).toEqual(['plain.orchard.test:80']);
  });
  test('a certificate of another name is refused', async () => {
    known['other.orchard.test'] = () => secure.port;
    expect(await ask(through(plainly()), 'https://other.orchard.test/')).toMatch(/^tls cert-name/);
  });
  test('the proxy itself may speak TLS', async () => {
    expect(await ask(through(`https://127.0.0.1:${secureProxy.port}`), 'https://api.orchard.test/')).toBe('secure');
    expect(asked).toHaveLength(1);
  });
  test('a connection is kept', async () => {
    const http = through(plainly());
    for (const path of ['a', 'b', 'c']) expect(await ask(http, `https://api.orchard.test/${path}`)).toBe('secure');
    expect(asked).toHaveLength(1);
  });
  test('its credentials go to the proxy, and nowhere else', async () => {
    const http = through(plainly('us%65r:pass%20word@'));
    expect(await ask(http, 'https://api.orchard.test/')).toBe('secure');
    expect(asked[0]?.credentials).toBe(`Basic ${Buffer.from('user:pass word').toString('base64')}`);
    expect(JSON.stringify(http.exchanges)).not.toMatch(/pass|dXNlc/);
  });
});

describe('is not asked for', () => {
  test.each([
    'http://inside.orchard.org/',
    'http://127.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://metadata.google.internal/',
    'http://intranet/',
    'https://api.orchard.test:25/',
  ])('%s', async (url) => {
    expect(await ask(through(plainly(), []), url)).toMatch(/^(?:guard|dns) /);
    expect(asked).toEqual([]);
  });
});

describe('what the proxy answers instead is no fault of the host:', () => {
  test.each([
    ['a name that it does not know either', 'http://nowhere.orchard.org/', /^connect proxy: .*HTTP 502/],
    ['a name whose name servers fail here', 'http://broken.orchard.org/', /^connect proxy: .*HTTP 502/],
    ['a wish for credentials', 'http://closed.orchard.test/', /^connect proxy: .*asks for credentials/],
    ['something before the host', 'http://talkative.orchard.test/', /^connect proxy: .*before the host/],
  ])('%s', async (_name, url, told) => {
    expect(await ask(through(plainly()), url)).toMatch(told);
    expect(asked).toHaveLength(1);
  });
  test('nothing, because it is away', async () => {
    const nobody = `http://127.0.0.1:${await closedPort()}`;
    expect(await ask(through(nobody), 'https://api.orchard.test/')).toMatch(/^connect proxy: .*not be reached/);
  });
  test('nothing, for ever', async () => {
    const silent = await serveOnConnect(() => undefined);
    ending.push(() => silent.stop());
    expect(await ask(through(`http://127.0.0.1:${silent.port}`), 'https://api.orchard.test/')).toMatch(
      /^connect timeout/,
    );
  });
});
