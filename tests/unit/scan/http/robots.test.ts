import { describe, expect, test } from 'vitest';
import { closed, forbids, parseRobots, readRobots } from '../../../../lib/scan/http/robots.ts';
import type { HttpAnswer } from '../../../../lib/scan/types.ts';

const forbidden = (text: string, path: string, foreign = false): boolean =>
  forbids(parseRobots(text), new URL(path, 'https://acme-widgets.com'), foreign);
const ours = (rules: string): string => `User-agent: Latchkey\n${rules}`;

test.each<[string, string, string, boolean]>([
  ['everything', ours('Disallow: /'), '/', true],
  ['nothing', ours('Disallow:'), '/', false],
  ['a prefix', ours('Disallow: /private'), '/private/x', true],
  ['not what only holds it', ours('Disallow: /private'), '/open/private', false],
  ['the longest rule', ours('Disallow: /a\nAllow: /a/b'), '/a/b/c', false],
  ['whatever the order', ours('Allow: /a/b\nDisallow: /a'), '/a/b/c', false],
  ['at a tie the one that allows', ours('Disallow: /a\nAllow: /a'), '/a', false],
  ['a wildcard', ours('Disallow: /*/secret'), '/x/y/secret/z', true],
  ['several wildcards', ours('Disallow: /a*b*c'), '/axxbxxc', true],
  ['wildcards in their order', ours('Disallow: /a*b*c'), '/axxcxxb', false],
  ['an end', ours('Disallow: /*.pdf$'), '/x.pdf', true],
  ['an end that is none', ours('Disallow: /*.pdf$'), '/x.pdf?a', false],
  ['an end without wildcard', ours('Disallow: /x$'), '/x/y', false],
  ['an end that occurs before', ours('Disallow: /a*a$'), '/aba', true],
  ['the query', ours('Disallow: /*?id='), '/x?id=5', true],
  ['an encoded character', ours('Disallow: /caf%c3%a9'), '/café', true],
  ['a character that needs no encoding', ours('Disallow: /%61pi'), '/api', true],
  ['an encoded slash as itself', ours('Disallow: /a%2fb'), '/a/b', false],
  ['text without an escape', ours('Disallow: /café'), '/caf%C3%A9', true],
  ['a line of spaces and tabs', 'User-agent:\tLatchkey \n \tDisallow\t: / ', '/', true],
  ['line ends of old', 'User-agent: latchkey\rDisallow: /', '/', true],
  ['a byte order mark', `\ufeff${ours('Disallow: /')}`, '/', true],
  ['a version after the token', 'User-agent: Latchkey/0.1\nDisallow: /', '/', true],
  ['not another name that begins alike', 'User-agent: LatchkeyBot\nDisallow: /', '/', false],
  [
    'groups of one name together',
    `${ours('Disallow: /a')}\nUser-agent: x\nDisallow: /\n${ours('Disallow: /b')}`,
    '/b',
    true,
  ],
  ['several names over one group', 'User-agent: x\nUser-agent: Latchkey\nDisallow: /', '/', true],
  ['records in between', 'User-agent: Latchkey\nSitemap: https://x/y\nCrawl-delay: 1\nDisallow: /', '/', true],
  ['never the file itself', ours('Disallow: /'), '/robots.txt', false],
  ['the file of another name', ours('Disallow: /'), '/robots.txt?x', false],
  ['a comment as nothing', ours('Disallow: # /'), '/', false],
  ['a page as nothing', '<html>User-agent: Latchkey<br>Disallow: /</html>', '/', false],
])('obeys %s', (_what, text, path, expected) => {
  expect(forbidden(text, path)).toBe(expected);
});

describe('a group for everybody', () => {
  const all = 'User-agent: *\nDisallow: /\n';
  test('holds on foreign hosts', () => {
    expect([forbidden(all, '/x', true), forbidden(all, '/x', false)]).toEqual([true, false]);
  });
  test('gives way to one of ours, even an empty one', () => {
    expect(forbidden(`${all}User-agent: Latchkey\n`, '/x', true)).toBe(false);
  });
});

describe('an answer', () => {
  const answer = (status: number, text = '', truncated = false): HttpAnswer => ({
    kind: 'response',
    id: 'x1',
    chain: ['x1'],
    url: 'https://acme-widgets.com/robots.txt',
    status,
    headers: new Map(),
    setCookies: [],
    contentType: 'text/plain',
    text,
    truncated,
  });
  const failure = (step: 'guard' | 'connect'): HttpAnswer => ({
    kind: 'failure',
    id: 'x1',
    chain: ['x1'],
    url: 'https://acme-widgets.com/robots.txt',
    failure: { step, code: 'x', message: 'x' },
  });
  test.each([500, 503, 599, 429])('%i forbids', (status) => expect(readRobots(answer(status))).toBe(closed));
  test.each([401, 403, 404, 410, 304])('%i allows', (status) =>
    expect(readRobots(answer(status, ours('Disallow: /')))).toEqual({ ours: null, everybodys: [] }),
  );
  test('that never came forbids; redirects without end allow', () => {
    expect(readRobots(failure('connect'))).toBe(closed);
    expect(readRobots(failure('guard'))).toEqual({ ours: null, everybodys: [] });
  });
  test('that was cut loses the half line at its end', () => {
    const cut = readRobots(answer(200, ours('Disallow: /private\nDisallow: /'), true));
    expect(forbids(cut, new URL('https://acme-widgets.com/open'), false)).toBe(false);
    expect(forbids(cut, new URL('https://acme-widgets.com/private'), false)).toBe(true);
  });
});

test('500 KiB of wildcards are read and matched in time that is linear in them', () => {
  const text = ours(`Disallow: /${'*a'.repeat(100)}b\n`.repeat(2_400));
  const robots = parseRobots(text + Array.from({ length: 20_000 }, (_, i) => `Disallow: /*${i}*z\n`).join(''));
  expect(robots.ours?.length).toBeLessThanOrEqual(10_000);
  expect(forbids(robots, new URL(`https://acme-widgets.com/${'a'.repeat(7_000)}`), false)).toBe(false);
});
