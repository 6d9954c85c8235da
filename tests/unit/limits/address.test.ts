import { describe, expect, it } from 'vitest';
import { clientAddress, visitorKey } from '../../../lib/limits/address.ts';

const proxies = ['10.0.0.0/8', 'fd00::/8', '127.0.0.1/32'];

/** What the connection and the field say, and who is believed to ask. */
const rows: [
  what: string,
  peer: string | null,
  forwardedFor: string | null,
  trusted: string[],
  address: string | null,
][] = [
  ['no proxy: the connection', '203.0.113.9', null, proxies, '203.0.113.9'],
  ['no proxy: a field that the visitor made up counts for nothing', '203.0.113.9', '1.2.3.4', proxies, '203.0.113.9'],
  ['no proxy trusted: nor from inside', '10.0.0.2', '1.2.3.4', [], '10.0.0.2'],
  ['one proxy', '10.0.0.2', '203.0.113.9', proxies, '203.0.113.9'],
  ['one proxy: what the visitor wrote stands further left', '10.0.0.2', '1.2.3.4, 203.0.113.9', proxies, '203.0.113.9'],
  ['one proxy: also when they wrote a trusted address', '10.0.0.2', '10.9.9.9, 203.0.113.9', proxies, '203.0.113.9'],
  ['two proxies', '127.0.0.1', '203.0.113.9, 10.0.0.2', proxies, '203.0.113.9'],
  ['two proxies over IPv6', '::1', 'junk', ['::1/128'], '::1'],
  ['IPv6 visitor, with brackets and port', 'fd00::2', '[2001:db8::7]:4711', proxies, '2001:db8::7'],
  ['IPv4 visitor with port', '10.0.0.2', '203.0.113.9:4711', proxies, '203.0.113.9'],
  ['IPv4-mapped connection is IPv4', '::ffff:10.0.0.2', '203.0.113.9', proxies, '203.0.113.9'],
  ['IPv4-mapped visitor is IPv4', '10.0.0.2', '::ffff:203.0.113.9', proxies, '203.0.113.9'],
  ['junk beside the proxy: the proxy itself', '10.0.0.2', '203.0.113.9, unknown', proxies, '10.0.0.2'],
  ['an address in an odd spelling is junk', '10.0.0.2', '0x7f.1', proxies, '10.0.0.2'],
  ['nothing in the field', '10.0.0.2', '', proxies, '10.0.0.2'],
  ['nothing but proxies', '10.0.0.2', '10.0.0.3, 10.0.0.4', proxies, '10.0.0.3'],
  [
    'endless field',
    '10.0.0.2',
    `1.2.3.4, ${Array.from({ length: 50_000 }, () => '10.0.0.3').join(', ')}`,
    proxies,
    '10.0.0.3',
  ],
  ['no connection', null, '203.0.113.9', proxies, null],
  ['zone of a link-local connection', 'fe80::1%eth0', null, proxies, 'fe80::1'],
];

describe('clientAddress', () => {
  it.each(rows)('%s', (_, peer, forwardedFor, trusted, address) => {
    expect(clientAddress(peer, forwardedFor, trusted)).toBe(address);
  });
});

describe('visitorKey', () => {
  it('tells visitors apart, keeps one the same, and depends on the secret', () => {
    const keys = ['203.0.113.9', '203.0.113.10', '2001:db8:0:1::7', '2001:db8:0:2::7', 'unknown'].map((address) =>
      visitorKey(address, 'a'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(visitorKey('203.0.113.9', 'a')).toBe(keys[0]);
    expect(visitorKey('203.0.113.9', 'b')).not.toBe(keys[0]);
  });

  it('is one for all addresses of an IPv6 /64, and for both spellings of an IPv4 address', () => {
    expect(visitorKey('2001:db8:0:1::7', 'a')).toBe(visitorKey('2001:db8:0:1:ffff::1', 'a'));
  });

  it('does not hold the address', () => {
    expect(visitorKey('203.0.113.9', 'a')).toMatch(/^[\w-]{22}$/);
  });
});
