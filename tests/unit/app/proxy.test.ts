/** What is refused before Next looks at it. */
import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { proxy } from '../../../proxy.ts';

const site = 'http://site.example';
const ask = (method: string, path: string, headers: Record<string, string>) =>
  proxy(new NextRequest(site + path, { method, headers: { host: 'site.example', ...headers } }));
const tree = encodeURIComponent(JSON.stringify(['', { children: ['__PAGE__', {}] }, null, null, true]));

describe('the proxy', () => {
  it.each<[what: string, method: string, path: string, headers: Record<string, string>, status: number]>([
    ['a form of ours', 'POST', '/', { origin: site, 'sec-fetch-site': 'same-origin' }, 200],
    ['a page', 'GET', '/', {}, 200],
    ['a link from elsewhere', 'GET', '/', { 'sec-fetch-site': 'cross-site' }, 200],
    ['a form elsewhere', 'POST', '/', { origin: 'https://evil.example' }, 403],
    [
      'a form elsewhere, for an action',
      'POST',
      '/removal',
      { origin: 'https://evil.example', 'next-action': 'x' },
      403,
    ],
    ['a program that posts to a page', 'POST', '/admin/login', {}, 403],
    ['the framework’s own state', 'GET', '/', { 'next-router-state-tree': tree }, 200],
    ['state that is none', 'GET', '/', { 'next-router-state-tree': 'junk' }, 400],
    ['state that is no text', 'GET', '/', { 'next-router-state-tree': '%' }, 400],
    ['state of another shape', 'GET', '/', { 'next-router-state-tree': '{}' }, 400],
  ])('answers %s', async (_, method, path, headers, status) => {
    expect((await ask(method, path, headers)).status).toBe(status);
  });
});
