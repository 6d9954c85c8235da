/** Hostile visitors: what they send to get words into pages, other people onto other sites, or the server out of breath. */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite, type Site } from './site.ts';
import { oidcTarget, type ScanTarget } from './targets.ts';

let site: Site;
let target: ScanTarget;
let id: string;

beforeAll(async () => {
  site = await startSite();
  target = await oidcTarget({ clientCredentials: true });
  ({ id } = await site.scan(`${target.url}/api/orders`));
});

afterAll(async () => {
  await site.stop();
  await target.stop();
});

/** What the server answers to these bytes, as text; `fetch` would put an odd path or Host right. */
function exchange(
  head: string[],
  more?: (write: (piece: string | Buffer) => Promise<boolean>) => Promise<void>,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(site.product.url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
    socket.once('close', () => resolve(answer));
    // The server may hang up while we still send.
    socket.on('error', () => undefined);
    socket.setTimeout(10_000, () => socket.destroy());
    socket.write(`${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n`);
    const write = (piece: string | Buffer) =>
      new Promise<boolean>((done) => socket.write(piece, (error) => done(!error)));
    void more?.(write);
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

/** What a path answers when it is sent as it is. */
const ask = (path: string, ...headers: string[]) =>
  exchange([
    `GET ${path} HTTP/1.1`,
    ...(headers.some((header) => header.startsWith('Host:')) ? [] : ['Host: 127.0.0.1']),
    ...headers,
  ]);

describe('a report', () => {
  // A document is kept for a minute for each address and each choice of colours, so each of these has one of its own to spoil.
  const build = () => readFileSync('.next/BUILD_ID', 'utf8').trim();
  const rows: [
    what: string,
    page: () => string,
    cookie: string,
    spoil: (page: string) => [path: string, headers: Record<string, string>],
  ][] = [
    [
      'by the header of a data request',
      () => `/report/127.0.0.1/${id}`,
      '',
      (page) => [page, { 'x-nextjs-data': '1' }],
    ],
    [
      'by the parameter of a data request',
      () => `/report/127.0.0.1/${id}`,
      'theme=dark',
      (page) => [`${page}?__nextDataReq=1`, {}],
    ],
    [
      'by the address of its data',
      () => `/report/127.0.0.1/${id}`,
      'theme=light',
      (page) => [`/_next/data/${build()}${page}.json`, {}],
    ],
    [
      'by a prefetch',
      () => '/report/127.0.0.1',
      '',
      (page) => [page, { 'x-middleware-prefetch': '1', 'x-nextjs-data': '1' }],
    ],
    ['by a HEAD request of a part', () => '/report/127.0.0.1', 'theme=dark', (page) => [page, { range: 'bytes=0-9' }]],
    [
      'by a policy for development',
      () => '/report/127.0.0.1',
      'theme=light',
      (page) => [page, { 'content-security-policy': "script-src 'unsafe-eval'" }],
    ],
  ];

  it.each(rows)('is not spoiled for others %s', async (_, page, cookie, spoil) => {
    const [path, headers] = spoil(page());
    await (await site.get(path, { headers: { ...headers, cookie } })).text();
    const answer = await site.get(page(), { headers: { cookie } });
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toMatch(/^<!DOCTYPE html><html[^]*<\/html>$/);
  });
});

describe('no page repeats', () => {
  const pages = () => [
    '/',
    '/methodology',
    '/sitemap.xml',
    '/robots.txt',
    '/admin',
    '/nope',
    '/api/v1/openapi.json',
    '/badge/127.0.0.1.svg',
    '/api/v1/reports/127.0.0.1/report.md',
    '/report/127.0.0.1',
    `/report/127.0.0.1/${id}`,
    `/scan/${id}`,
  ];

  it.each([
    'Host',
    'X-Forwarded-Host',
    'X-Forwarded-Prefix',
    'X-Original-URL',
    'X-Rewrite-URL',
    'X-Pathname',
    'X-Nonce',
    'X-Invoke-Path',
    'X-Matched-Path',
  ])('the field %s', async (name) => {
    for (const page of pages()) {
      const answer = await ask(page, `${name}: evil.example`);
      expect(statusOf(answer), page).toBeLessThan(500);
      expect(answer, page).not.toContain('evil.example');
    }
  });
});

describe('a redirect', () => {
  it.each([
    '//evil.example',
    '///evil.example//',
    String.raw`/\evil.example/`,
    '/%5cevil.example/',
    '/%2f%2fevil.example/',
    '/.//evil.example/',
    '//evil.example/%2e%2e/',
    '/report//evil.example/',
    '/report/evil.example/',
    '/scan?target=//evil.example',
    '/admin/login?next=//evil.example',
    '/_next/image?url=http://evil.example/x.png&w=64&q=75',
  ])('from %s stays on this site', async (path) => {
    const answer = await ask(path);
    expect(statusOf(answer)).toBeLessThan(500);
    const to = /^(?:location: |refresh: \d+;url=)(.*)$/im.exec(answer)?.[1]?.trim();
    expect(new URL(to ?? '/', site.product.url).origin).toBe(site.product.url);
  });
});

describe('an address that leads nowhere', () => {
  const odd = [
    '%00',
    'a%00.example',
    '%ff',
    '..%2f..%2fetc',
    "'%20OR%201=1--",
    '%0d%0aset-cookie:%20a=b',
    '__proto__',
    'constructor',
    '2147483648',
    '-1',
    '9007199254740991',
    'NaN',
    '%F0%9F%98%80',
    '%E2%80%AE',
    '%ED%A0%80',
    'a'.repeat(4000),
  ];

  it.each(odd)('%s is no fault of ours', async (word) => {
    const places = [
      `/scan/${word}`,
      `/report/${word}`,
      `/report/${word}/${word}`,
      `/report/127.0.0.1/${word}`,
      `/api/v1/scans/${word}`,
      `/api/v1/scans/${word}/events`,
      `/api/v1/scans/${id}/${word}`,
      `/api/v1/reports/${word}`,
      `/api/v1/reports/${word}/report.md`,
      `/badge/${word}.svg`,
      `/og/${word}.png`,
      `/signals/${word}`,
      `/flows/${word}`,
      `/admin/link/${word}`,
      `/?target=${word}`,
      `/leaderboard?text=${word}&industry=${word}&page=${word}`,
      `/removal?domain=${word}`,
      `/admin/login?next=${word}`,
      `/api/v1/scans/${id}?after=${word}`,
    ];
    for (const place of places) {
      const answer = await ask(place);
      expect(statusOf(answer), place).toBeLessThan(500);
      expect(answer.slice(0, answer.indexOf('\r\n\r\n')), place).not.toMatch(/^set-cookie: a=b/im);
    }
  });
});

describe('a body', () => {
  const megabyte = Buffer.alloc(1024 * 1024, 'a');

  const head = [
    'POST /api/v1/scans HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    'Transfer-Encoding: chunked',
  ];
  const chunk = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

  it('that is too long is refused while the rest of it is still to come', async () => {
    const answer = await exchange(head, async (write) => void (await write(chunk(megabyte.subarray(0, 65 * 1024)))));
    expect(statusOf(answer)).toBe(413);
  });

  it('without end is not read on', async () => {
    let sent = 0;
    const answer = await exchange(head, async (write) => {
      while (sent < 64 && (await write(chunk(megabyte)))) sent += 1;
    });
    // Who still sends when the server hangs up may lose the answer (RFC 9112 section 9.6).
    expect(['413', 'NaN']).toContain(String(statusOf(answer)));
    // What the connection's buffers take; the body was never held.
    expect(sent).toBeLessThan(32);
  });

  it.each([
    ['JSON', 'application/json', '{}'],
    ['no type', '', 'target=example.com'],
    ['a multipart without its boundary', 'multipart/form-data', 'x'],
    [
      'a multipart that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="target"\r\n',
    ],
    ['a form of a megabyte', 'application/x-www-form-urlencoded', `target=${'a'.repeat(1024 * 1024)}`],
  ])('that is no form of ours, %s, brings the form back with the reason', async (_, type, body) => {
    const answer = await site.get('/scan', {
      method: 'POST',
      headers: { 'content-type': type, origin: site.product.url },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('role="alert" data-code="unreadable-form"');
  });
});

describe('where something starts', () => {
  const json = { 'content-type': 'application/json' };
  const rows: [what: string, path: () => string, headers: Record<string, string>, body: string, status: number][] = [
    ['a scan, from another site', () => '/api/v1/scans', { ...json, origin: 'https://evil.example' }, '{}', 403],
    [
      'a scan, by the word of the browser',
      () => '/api/v1/scans',
      { ...json, 'sec-fetch-site': 'cross-site' },
      '{}',
      403,
    ],
    ['a scan, from a page in a sandbox', () => '/api/v1/scans', { ...json, origin: 'null' }, '{}', 403],
    [
      'a scan, as text that a form can send',
      () => '/api/v1/scans',
      { 'content-type': 'text/plain' },
      '{"target":"example.com"}',
      415,
    ],
    [
      'a scan, as a form',
      () => '/api/v1/scans',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'target=example.com',
      415,
    ],
    ['a scan, as nothing', () => '/api/v1/scans', {}, '', 415],
    ['a second try, from another site', () => `/api/v1/scans/${id}/retry`, { origin: 'https://evil.example' }, '', 403],
    ['a client, from another site', () => '/oauth/register', { ...json, origin: 'https://evil.example' }, '{}', 403],
    ['a key, from another site', () => '/api/v1/keys', { ...json, 'sec-fetch-site': 'cross-site' }, '{}', 403],
    [
      'a wrong secret, from another site',
      () => '/oauth/token',
      { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      'grant_type=client_credentials&client_id=a&client_secret=b',
      403,
    ],
    [
      'a scan, from a page whose name its owner leads here',
      () => '/api/v1/scans',
      { ...json, origin: 'https://evil.com', 'sec-fetch-site': 'same-origin' },
      '{}',
      403,
    ],
    ['the form, from another site', () => '/scan', { origin: 'https://evil.example' }, 'target=example.com', 403],
    [
      'the form, by a program',
      () => '/scan',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'target=a.com',
      403,
    ],
    [
      'a page without a form, from another site',
      () => '/',
      { origin: 'https://evil.example', 'next-action': 'a'.repeat(42) },
      '[]',
      403,
    ],
    ['the owners’ form, by a program', () => '/removal', { 'next-action': 'a'.repeat(42) }, '[]', 403],
    [
      'a sign-in, from another site',
      () => '/admin/login',
      { 'sec-fetch-site': 'cross-site', 'next-action': 'a'.repeat(42) },
      '[]',
      403,
    ],
  ];

  it.each(rows)('%s is refused', async (_, path, headers, body, status) => {
    const answer = await site.get(path(), { method: 'POST', headers, body });
    expect(answer.status).toBe(status);
  });

  it('another site’s page may read and not start', async () => {
    const options = await site.get('/api/v1/scans', { method: 'OPTIONS' });
    expect(options.headers.get('access-control-allow-methods') ?? '').not.toMatch(/POST|PUT|PATCH|DELETE/);
  });

  it('programs and our own pages may', async () => {
    const body = JSON.stringify({ target: 'ftp://example.com' });
    for (const headers of [
      json,
      { ...json, origin: site.product.url },
      { 'content-type': 'Application/JSON; charset=utf-8' },
    ])
      expect((await site.get('/api/v1/scans', { method: 'POST', headers, body })).status).toBe(400);
  });
});

describe('a header of the framework', () => {
  const rows: [name: string, value: string][] = [
    ['Next-Router-State-Tree', 'junk'],
    ['Next-Router-State-Tree', '%'],
    ['Next-Router-State-Tree', '{}'],
    ['Next-Action', 'junk'],
    ['Next-Action', 'a'.repeat(42)],
    ['Next-Url', '//evil.example'],
    ['Next-Router-Segment-Prefetch', '/%'],
    ['RSC', 'junk'],
    ['X-Middleware-Subrequest', 'proxy:proxy:proxy:proxy:proxy'],
    ['X-Nextjs-Data', '1'],
    ['Next-Resume', '1'],
    ['X-Now-Route-Matches', '1=%'],
    ['X-Matched-Path', '/%'],
  ];
  it.each(rows)('%s: %s is no fault of ours', async (name, value) => {
    for (const method of ['GET', 'POST'])
      for (const path of ['/', '/removal', '/admin/login', `/scan/${id}`, '/report/127.0.0.1']) {
        const answer = await exchange([
          `${method} ${path} HTTP/1.1`,
          'Host: 127.0.0.1',
          'Origin: http://127.0.0.1',
          `${name}: ${value}`,
          'RSC: 1',
          'Content-Length: 0',
        ]);
        expect(statusOf(answer), `${method} ${path}`).toBeLessThan(500);
      }
  });

  it.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'PURGE', 'DELETE', 'PUT', 'PATCH'])(
    'the method %s neither',
    async (method) => {
      for (const path of [
        '/',
        '/removal',
        '/report/127.0.0.1',
        `/scan/${id}`,
        '/api/v1/scans',
        '/badge/127.0.0.1.svg',
      ]) {
        const status = statusOf(await exchange([`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Content-Length: 0']));
        expect(Number.isNaN(status) || status < 500, `${method} ${path}: ${status}`).toBe(true);
      }
    },
  );
});

describe('a visitor who leaves', () => {
  it('in the middle of a body is no error of ours', async () => {
    for (const [path, type] of [
      ['/api/v1/scans', 'application/json'],
      ['/scan', 'application/x-www-form-urlencoded'],
      ['/removal', 'multipart/form-data; boundary=x'],
    ])
      await new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(site.product.url).port), '127.0.0.1', () => {
          socket.write(
            `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: 5000\r\n\r\n{`,
            () => setTimeout(() => socket.destroy(), 200),
          );
        });
        socket.once('close', () => resolve());
      });
    // Another request after them, so that theirs has been dealt with.
    await (await site.get('/api/health')).text();
    expect(site.product.output()).not.toMatch(/request failed|aborted|ECONNRESET/);
  });
});
