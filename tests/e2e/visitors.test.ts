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
function exchange(head: string[], more?: (write: (piece: string | Buffer) => Promise<boolean>) => Promise<void>): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(site.product.url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
    socket.once('close', () => resolve(answer));
    // The server may hang up while we still send.
    socket.on('error', () => undefined);
    socket.setTimeout(10_000, () => socket.destroy());
    socket.write(`${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n`);
    const write = (piece: string | Buffer) => new Promise<boolean>((done) => socket.write(piece, (error) => done(!error)));
    void more?.(write);
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

/** What a path answers when it is sent as it is. */
const ask = (path: string, ...headers: string[]) => exchange([`GET ${path} HTTP/1.1`, ...(headers.some((header) => header.startsWith('Host:')) ? [] : ['Host: 127.0.0.1']), ...headers]);

describe('a report', () => {
  // A document is kept for a minute for each address and each choice of colours, so each of these has one of its own to spoil.
  const build = () => readFileSync('.next/BUILD_ID', 'utf8').trim();
  const rows: [what: string, page: () => string, cookie: string, spoil: (page: string) => [path: string, headers: Record<string, string>]][] = [
    ['by the header of a data request', () => `/report/127.0.0.1/${id}`, '', (page) => [page, { 'x-nextjs-data': '1' }]],
    ['by the parameter of a data request', () => `/report/127.0.0.1/${id}`, 'theme=dark', (page) => [`${page}?__nextDataReq=1`, {}]],
    ['by the address of its data', () => `/report/127.0.0.1/${id}`, 'theme=light', (page) => [`/_next/data/${build()}${page}.json`, {}]],
    ['by a prefetch', () => '/report/127.0.0.1', '', (page) => [page, { 'x-middleware-prefetch': '1', 'x-nextjs-data': '1' }]],
    ['by a HEAD request of a part', () => '/report/127.0.0.1', 'theme=dark', (page) => [page, { range: 'bytes=0-9' }]],
    ['by a policy for development', () => '/report/127.0.0.1', 'theme=light', (page) => [page, { 'content-security-policy': "script-src 'unsafe-eval'" }]],
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
  const pages = () => ['/', '/methodology', '/sitemap.xml', '/robots.txt', '/admin', '/nope', '/api/v1/openapi.json', '/badge/127.0.0.1.svg', '/api/v1/reports/127.0.0.1/report.md', '/report/127.0.0.1', `/report/127.0.0.1/${id}`, `/scan/${id}`];

  it.each(['Host', 'X-Forwarded-Host', 'X-Forwarded-Prefix', 'X-Original-URL', 'X-Rewrite-URL', 'X-Pathname', 'X-Nonce', 'X-Invoke-Path', 'X-Matched-Path'])('the field %s', async (name) => {
    for (const page of pages()) {
      const answer = await ask(page, `${name}: evil.example`);
      expect(statusOf(answer), page).toBeLessThan(500);
      expect(answer, page).not.toContain('evil.example');
    }
  });
});

describe('a redirect', () => {
  it.each([
    '//evil.example', '///evil.example//', String.raw`/\evil.example/`, '/%5cevil.example/', '/%2f%2fevil.example/', '/.//evil.example/', '//evil.example/%2e%2e/', '/report//evil.example/', '/report/evil.example/',
    '/scan?target=//evil.example', '/admin/login?next=//evil.example', '/_next/image?url=http://evil.example/x.png&w=64&q=75',
  ])('from %s stays on this site', async (path) => {
    const answer = await ask(path);
    expect(statusOf(answer)).toBeLessThan(500);
    const to = /^(?:location: |refresh: \d+;url=)(.*)$/im.exec(answer)?.[1]?.trim();
    expect(new URL(to ?? '/', site.product.url).origin).toBe(site.product.url);
  });
});

describe('an address that leads nowhere', () => {
  const odd = ['%00', 'a%00.example', '%ff', '..%2f..%2fetc', "'%20OR%201=1--", '%0d%0aset-cookie:%20a=b', '__proto__', 'constructor', '2147483648', '-1', '9007199254740991', 'NaN', '%F0%9F%98%80', '%E2%80%AE', '%ED%A0%80', 'a'.repeat(4000)];

  it.each(odd)('%s is no fault of ours', async (word) => {
    const places = [
      `/scan/${word}`, `/report/${word}`, `/report/${word}/${word}`, `/report/127.0.0.1/${word}`, `/api/v1/scans/${word}`, `/api/v1/scans/${word}/events`, `/api/v1/scans/${id}/${word}`, `/api/v1/reports/${word}`,
      `/api/v1/reports/${word}/report.md`, `/badge/${word}.svg`, `/og/${word}.png`, `/signals/${word}`, `/flows/${word}`, `/admin/link/${word}`, `/?target=${word}`, `/leaderboard?text=${word}&industry=${word}&page=${word}`,
      `/removal?domain=${word}`, `/admin/login?next=${word}`, `/api/v1/scans/${id}?after=${word}`,
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

  it('without end is not read on', async () => {
    let sent = 0;
    const answer = await exchange(['POST /api/v1/scans HTTP/1.1', 'Host: 127.0.0.1', 'Content-Type: application/json', 'Transfer-Encoding: chunked'], async (write) => {
      while (sent < 64 && (await write(`${megabyte.length.toString(16)}\r\n`)) && (await write(megabyte)) && (await write('\r\n'))) sent += 1;
    });
    expect(statusOf(answer)).toBe(413);
    // What the connection's buffers take; the body was never held.
    expect(sent).toBeLessThan(32);
  });

  it.each([
    ['JSON', 'application/json', '{}'],
    ['no type', '', 'target=example.com'],
    ['a multipart without its boundary', 'multipart/form-data', 'x'],
    ['a multipart that breaks off', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="target"\r\n'],
    ['a form of a megabyte', 'application/x-www-form-urlencoded', `target=${'a'.repeat(1024 * 1024)}`],
  ])('that is no form of ours, %s, leads back to the form', async (_, type, body) => {
    const answer = await site.get('/scan', { method: 'POST', headers: { 'content-type': type }, body });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  });
});
