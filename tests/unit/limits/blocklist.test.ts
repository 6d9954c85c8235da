import { describe, expect, it } from 'vitest';
import { isBlocked, refuseBlocked } from '../../../lib/limits/blocklist.ts';
import { ScanError } from '../../../lib/scan/errors.ts';

const list = ['example.com', 'Shop.Example.org', '198.51.100.0/24', '203.0.113.7', '2001:db8::/32'];

const rows: [host: string, blocked: boolean][] = [
  ['example.com', true],
  ['api.example.com', true],
  ['API.EXAMPLE.COM.', true],
  ['notexample.com', false],
  ['example.com.evil.net', false],
  ['example.org', false],
  ['shop.example.org', true],
  ['198.51.100.200', true],
  ['198.51.101.1', false],
  ['203.0.113.7', true],
  ['203.0.113.8', false],
  ['[2001:db8::1]', true],
  ['2001:db8:1::1', true],
  ['[2001:db9::1]', false],
  ['[::ffff:198.51.100.1]', true],
];

describe('isBlocked', () => {
  it.each(rows)('%s: %s', (host, blocked) => {
    expect(isBlocked(host, list)).toBe(blocked);
    expect(isBlocked(host, [])).toBe(false);
  });
});

describe('refuseBlocked', () => {
  it('names the host and its own code', () => {
    expect(() => refuseBlocked('https://api.example.com/v1?key=1', list)).toThrow(
      expect.objectContaining({
        name: 'ScanError',
        code: 'blocked-target',
        message: expect.stringContaining('`api.example.com` is not scanned here'),
      }),
    );
    expect(() => refuseBlocked('https://example.net/', list)).not.toThrow();
    expect(() => refuseBlocked('https://example.com/', list)).toThrow(ScanError);
  });
});
