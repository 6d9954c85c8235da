import { expect, test } from 'vitest';
import { isReserved, judgeHost, judgeUrl, maxUrlLength } from '../../../../lib/scan/http/url-guard.ts';

test.each([
  ['https://api.example.com', 'https://api.example.com/', 'api.example.com', 443],
  ['http://api.example.com./x#y', 'http://api.example.com/x', 'api.example.com', 80],
  ['https://api.example.com:8443/?q', 'https://api.example.com:8443/?q', 'api.example.com', 8443],
  ['http://[2606:4700::1111]:5000/', 'http://[2606:4700::1111]:5000/', '2606:4700::1111', 5000],
  ['https://_dmarc.my_host.example.com/', 'https://_dmarc.my_host.example.com/', '_dmarc.my_host.example.com', 443],
])('%s passes', (text, href, hostname, port) => {
  const verdict = judgeUrl(text, []);
  expect(verdict.allowed && [verdict.url.href, verdict.hostname, verdict.port]).toEqual([href, hostname, port]);
});

test.each([
  ['ftp://example.com', 'bad-scheme'],
  ['/relative', 'bad-host'],
  ['https://u@example.com', 'userinfo'],
  ['https://:p@example.com', 'userinfo'],
  ['https://example.com:22', 'bad-port'],
  ['https://10.0.0.1', 'not-public'],
  ['https://shop.test', 'reserved-name'],
  ['https://shop', 'single-label'],
  ['https://a..b.com', 'bad-host'],
  ['https://a.b.com..', 'bad-host'],
  [`https://example.com/${'a'.repeat(maxUrlLength)}`, 'too-long'],
  [`https://example.com/${'ä'.repeat(maxUrlLength / 3)}`, 'too-long'],
])('%s is refused: %s', (text, code) => {
  expect(judgeUrl(text, [])).toEqual({ allowed: false, code });
});

test('names below a reserved one are reserved, names that only look alike are not', () => {
  expect(['a.b.test', 'test', 'x.home.arpa', 'metadata.goog'].map(isReserved)).toEqual([true, true, true, true]);
  expect(['test.com', 'mytest', 'localhost.com', 'example.com', 'internal.example.org'].map(isReserved)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('any opened block opens reserved names, none opens single labels', () => {
  expect(judgeHost('shop.test', ['10.0.0.0/8'])).toBeNull();
  expect(judgeHost('localhost', ['10.0.0.0/8'])).toBeNull();
  expect(judgeHost('intranet', ['10.0.0.0/8'])).toBe('single-label');
  expect(judgeHost('127.0.0.1', ['10.0.0.0/8'])).toBe('not-public');
});
