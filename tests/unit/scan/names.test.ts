import { describe, expect, it } from 'vitest';
import { anyOf, isHtml, Names, oneOf } from '../../../lib/scan/names.ts';
import { looksLikeLogin } from '../../../lib/scan/read/session-cookie.ts';
import { oneLine, plainName, spaced, webScheme, withoutSlash } from '../../../lib/scan/text.ts';

describe('a table of names', () => {
  const table = new Names('Express nginx* *_session *csrf*');
  it.each([
    ['express', true],
    ['EXPRESS', true],
    ['expressly', false],
    ['nginx/1.27', true],
    ['my-nginx', false],
    ['shop_session', true],
    ['_session_id', false],
    ['X-CSRF-Token', true],
    ['', false],
  ])('%s: %s', (name, there) => expect(table.has(name)).toBe(there));

  it('knows pages by their media type', () =>
    expect(['text/html; charset=utf-8', 'application/xhtml+xml', 'text/plain', null].map(isHtml)).toEqual([
      true,
      true,
      false,
      false,
    ]));

  it('makes a pattern of phrases and of words', () => {
    expect(anyOf([String.raw`\b${oneOf('access refresh')} token\b`]).test('A Refresh token')).toBe(true);
    expect(anyOf([String.raw`\b${oneOf('access refresh')} token\b`]).test('a push token')).toBe(false);
  });
});

describe('small steps on text', () => {
  it.each([
    ['https://a.test', 'https://a.test'],
    ['https://a.test//', 'https://a.test'],
    ['/', ''],
  ])('%s without slashes at its end', (text, bare) => expect(withoutSlash(text)).toBe(bare));

  it('say how an address begins, and read names in any spelling', () => {
    expect([webScheme('HTTPS://a.test'), webScheme('ftp://a.test'), webScheme('a http://')]).toEqual([
      'HTTPS://',
      '',
      '',
    ]);
    expect([plainName('Client-ID'), spaced('api__keys-now'), oneLine(' a\n\t b ')]).toEqual([
      'clientid',
      'api keys now',
      'a b',
    ]);
  });
});

describe('an address that people log in at', () => {
  it.each([
    ['https://a.test/oauth2/v2.0/authorize', true],
    ['https://a.test/oauth/authorization/', true],
    ['https://a.test/v1/authorize', false],
    ['https://a.test/sessions/new', true],
    ['https://a.test/sessions/newest', false],
    ['https://a.test/realms/shop/protocol/openid-connect/auth', true],
    ['https://accounts.a.test/?continue=x', true],
    ['https://a.test/portal?return_url=x', true],
    ['https://a.test/pears?return_url=x', false],
  ])('%s: %s', (url, login) => expect(looksLikeLogin(url)).toBe(login));
});
