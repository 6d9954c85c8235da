import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { freePort } from '../../../scripts/processes.mjs';

const port = await freePort(0);
process.env.PORT = String(port);
// A process reads its settings once, and other tests in this one may have done so.
vi.resetModules();
const { pageAsMarkdown } = await import('../../../app/markdown.ts');
const { GET } = await import('../../../app/markdown/[[...path]]/route.ts');

/** Stands where the process would ask itself, and answers as the site does: what leads to the route, by it. */
const asked: string[] = [];
const answerTo = async ({ url = '', headers }: IncomingMessage, reply: ServerResponse): Promise<void> => {
  asked.push(url);
  const path = /^\/markdown\/(.*)$/.exec(url)?.[1] ?? /^\/(.*)\.md$/.exec(url)?.[1];
  if (path === undefined) {
    reply.writeHead(200, { 'content-type': 'text/html' }).end('<main><h1>Ours</h1></main>');
    return;
  }
  const request = new NextRequest(`http://127.0.0.1${url}`, { headers: headers as Record<string, string> });
  const answer = await GET(request, { params: Promise.resolve({ path: path.split('/') }) });
  reply.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(await answer.text());
};
const site = createServer((request, reply) => void answerTo(request, reply));

beforeAll(() => new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve)));
afterAll(() => {
  site.close();
  delete process.env.PORT;
  vi.resetModules();
});

it('a page is fetched once and translated', async () => {
  expect(await pageAsMarkdown('/methodology')).toBe('# Ours\n');
  expect(await pageAsMarkdown('/methodology')).toBe('# Ours\n');
  expect(asked.splice(0)).toEqual(['/methodology']);
});

it.each([
  ['endings', `/methodology${'.md'.repeat(50)}`],
  ['folders', `${'/markdown'.repeat(50)}/faq`],
])('one request of a visitor is one more at most, however many %s its path has', async (_, path) => {
  expect(await pageAsMarkdown(path)).toBeNull();
  expect(asked.splice(0)).toEqual([path]);
});
