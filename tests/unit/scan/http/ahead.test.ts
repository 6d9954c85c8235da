/** Requests that wait for a host's robots.txt: connections for them are opened meanwhile, and nothing is sent on one before the answer. */
import { afterEach, describe, expect, test } from 'vitest';
import type { ServerResponse } from 'node:http';
import type { HttpAnswer, HttpClient } from '../../../../lib/scan/types.ts';
import { clientFor, serveHttp, type Listening } from '../../../hostile/support/servers.ts';

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

interface Site {
  server: Listening;
  seen: string[];
  /** Answers the request for robots.txt, which until then nobody answers. */
  tell(text: string): void;
  /** Closes all connections but the one that asks for it. */
  hangUp(): void;
}

async function site(): Promise<Site> {
  const seen: string[] = [];
  let asked: ServerResponse | undefined;
  const server = await serveHttp((request, response) => {
    seen.push(request.url ?? '');
    if (request.url === '/robots.txt') asked = response;
    else response.end('page');
  });
  ending.push(() => server.stop());
  return {
    server,
    seen,
    tell: (text) => void asked?.end(text),
    hangUp: () => server.keepOnly(asked?.socket ?? undefined),
  };
}

function ask(
  own: boolean,
  { server }: Site,
  paths: readonly string[],
): { http: HttpClient; answers: Promise<HttpAnswer[]> } {
  const http = clientFor({}, { own: () => own });
  ending.push(() => http.close());
  const answers = paths.map((path) => http.request({ url: `http://127.0.0.1:${server.port}${path}`, purpose: 'p' }));
  return { http, answers: Promise.all(answers) };
}

const pages = ['/1', '/2', '/3', '/4', '/5', '/6'];

describe('while the robots.txt of a host is on its way', () => {
  test('the business gets as many connections as it may have requests at once, and they carry the requests', async () => {
    const business = await site();
    const { answers } = ask(true, business, pages);
    await expect.poll(() => business.server.connections).toBe(4);
    expect(business.seen).toEqual(['/robots.txt']);
    business.tell('');
    expect((await answers).map((answer) => answer.kind)).toEqual(pages.map(() => 'response'));
    expect(business.server.connections).toBe(4);
  });

  test('what it forbids is not sent, whatever stands open', async () => {
    const business = await site();
    const { http, answers } = ask(true, business, pages);
    await expect.poll(() => business.server.connections).toBe(4);
    business.tell('User-agent: Latchkey\nDisallow: /');
    expect((await answers).map((answer) => answer.kind)).toEqual(pages.map(() => 'failure'));
    expect(business.seen).toEqual(['/robots.txt']);
    await http.close();
    await expect.poll(() => business.server.open).toBe(0);
  });

  test('a single request takes over the connection that brought the answer', async () => {
    const business = await site();
    const { answers } = ask(true, business, ['/1']);
    await expect.poll(() => business.seen).toEqual(['/robots.txt']);
    business.tell('');
    await answers;
    expect(business.server.connections).toBe(1);
  });

  test('a foreign host gets no connection but the one that asks', async () => {
    const stranger = await site();
    const { answers } = ask(false, stranger, pages);
    await expect.poll(() => stranger.seen).toEqual(['/robots.txt']);
    expect(stranger.server.connections).toBe(1);
    stranger.tell('User-agent: Latchkey\nDisallow: /');
    await answers;
    expect(stranger.server.connections).toBe(1);
  });

  test('one that the host has closed in the meantime is replaced', async () => {
    const business = await site();
    const { answers } = ask(true, business, pages);
    await expect.poll(() => business.server.connections).toBe(4);
    business.hangUp();
    await expect.poll(() => business.server.open).toBe(1);
    business.tell('');
    expect((await answers).map((answer) => answer.kind)).toEqual(pages.map(() => 'response'));
  });
});
