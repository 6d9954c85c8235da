import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import { ipv4Blocks, ipv6Blocks, judgeAddress, sameAddress } from '../../../../lib/scan/http/address.ts';

const none: string[] = [];

function text(value: bigint, bits: 32 | 128): string {
  const bytes = Array.from({ length: bits / 8 }, (_, i) => Number((value >> BigInt(bits - 8 * (i + 1))) & 0xffn));
  return ipaddr.fromByteArray(bytes).toString();
}

function edges(cidr: string): { first: string; last: string; below: string | null; above: string | null } {
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const bits = address.kind() === 'ipv4' ? 32 : 128;
  const size = 1n << BigInt(bits - prefix);
  const first = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const last = first + size - 1n;
  return {
    first: text(first, bits),
    last: text(last, bits),
    below: first === 0n ? null : text(first - 1n, bits),
    above: last + 1n === 1n << BigInt(bits) ? null : text(last + 1n, bits),
  };
}

const within = (cidrs: readonly (readonly [string, string])[], ip: string): boolean =>
  cidrs.some(([cidr]) => {
    const block = ipaddr.parseCIDR(cidr);
    const address = ipaddr.parse(ip);
    return address.kind() === block[0].kind() && address.match(block);
  });

describe('every row of STANDARDS U2, IPv4', () => {
  // The table as the standard has it, written again, so that a row lost from the code is seen.
  const rows = [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.31.196.0/24',
    '192.52.193.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '192.175.48.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ];
  test.each(rows)('%s', (cidr) => {
    const { first, last, below, above } = edges(cidr);
    expect(judgeAddress(first, none).allowed).toBe(false);
    expect(judgeAddress(last, none).allowed).toBe(false);
    for (const neighbour of [below, above])
      if (neighbour !== null)
        expect(judgeAddress(neighbour, none).allowed, neighbour).toBe(!within(ipv4Blocks, neighbour));
  });
  test('the neighbours of most rows are public', () => {
    const outside = rows
      .flatMap((cidr) => [edges(cidr).below, edges(cidr).above])
      .filter((ip) => ip !== null && judgeAddress(ip, none).allowed);
    expect(outside.length).toBeGreaterThan(28);
  });
});

describe('every row of STANDARDS U2, IPv6', () => {
  const rows = [
    '::/128',
    '::1/128',
    '::/96',
    '::ffff:0:0/96',
    '::ffff:0:0:0/96',
    '64:ff9b:1::/48',
    '100::/64',
    '100:0:0:1::/64',
    '2001::/23',
    '2001:db8::/32',
    '3fff::/20',
    '2002::/16',
    '2620:4f:8000::/48',
    '5f00::/16',
    'fc00::/7',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
    '64:ff9b::/96',
  ];
  test.each(rows)('%s', (cidr) => {
    const { first, last, below, above } = edges(cidr);
    expect(judgeAddress(first, none).allowed).toBe(false);
    expect(judgeAddress(last, none).allowed).toBe(false);
    for (const neighbour of [below, above]) {
      if (neighbour === null) continue;
      const isPublic = within([['2000::/3', '']], neighbour) && !within(ipv6Blocks, neighbour);
      expect(judgeAddress(neighbour, none).allowed, neighbour).toBe(isPublic);
    }
  });
  test.each(['1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '4000::', '8000::1', 'fbff::1', '64:ff9b:2::', '::7f00:1'])(
    '%s lies outside global unicast',
    (ip) => {
      expect(judgeAddress(ip, none).allowed).toBe(false);
    },
  );
  test.each([
    '2000::',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
    '3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2001:200::',
  ])('%s is public', (ip) => {
    expect(judgeAddress(ip, none)).toEqual({ allowed: true });
  });
});

describe('addresses inside addresses', () => {
  test.each([
    ['::ffff:127.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['::ffff:8.8.8.8', true],
    ['::ffff:a9fe:a9fe', false],
    ['64:ff9b::8.8.8.8', true],
    ['64:ff9b::a00:1', false],
    ['64:ff9b::169.254.169.254', false],
    ['::127.0.0.1', false],
    ['::8.8.8.8', false],
    ['2002:7f00:1::', false],
    ['2002:808:808::', false],
    ['2001::1', false],
    ['::ffff:0:8.8.8.8', false],
  ])('%s: %s', (ip, allowed) => {
    expect(judgeAddress(ip, none).allowed).toBe(allowed);
  });
  test('the block of the inner address is named', () => {
    expect(judgeAddress('64:ff9b::10.0.0.1', none)).toEqual({ allowed: false, block: 'NAT64 of private network' });
  });
});

describe('what the operator opens', () => {
  test.each([
    ['10.0.0.0/8', '10.1.2.3', true],
    ['10.0.0.0/8', '11.0.0.1', true],
    ['10.0.0.0/8', '127.0.0.1', false],
    ['127.0.0.0/8', '::ffff:127.0.0.1', true],
    ['127.0.0.0/8', '::7f00:1', false],
    ['127.0.0.0/8', '::1', false],
    ['::1/128', '::1', true],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', '127.0.0.2', false],
    ['fe80::/10', 'fe80::1%eth0', true],
    ['::ffff:127.0.0.0/104', '127.9.9.9', true],
    ['0.0.0.0/0', '192.168.0.1', true],
    ['0.0.0.0/0', 'fd00::1', false],
    ['64:ff9b::/96', '64:ff9b::a00:1', true],
  ])('%s lets %s: %s', (net, ip, allowed) => {
    expect(judgeAddress(ip, [net]).allowed).toBe(allowed);
  });
  test.each(['10.0.0.0/33', 'fd00::/129', '10.0.0/8', 'example.com', '', '10.0.0.0/8/8', '10.0.0.0/-1', '10.0.0.0/a'])(
    '%s is no block',
    (net) => {
      expect(() => judgeAddress('8.8.8.8', [net])).toThrow(RangeError);
    },
  );
});

test.each([
  '',
  'localhost',
  '0177.0.0.1',
  '0x7f.1',
  '127.1',
  '2130706433',
  '1.2.3.4.5',
  '256.1.1.1',
  '[::1]',
  '1.2.3.4/8',
  ' 8.8.8.8',
])('%s is not an address in canonical form', (ip) => {
  expect(judgeAddress(ip, none)).toEqual({ allowed: false, block: 'not an address' });
});

test.each([
  ['127.0.0.1', '::ffff:127.0.0.1', true],
  ['::1', '0:0:0:0:0:0:0:1', true],
  ['FE80::1%eth0', 'fe80::1', true],
  ['127.0.0.1', '127.0.0.2', false],
  ['::7f00:1', '127.0.0.1', false],
  ['', '', false],
])('%s and %s are one: %s', (a, b, same) => {
  expect(sameAddress(a, b)).toBe(same);
});

test('reads IPv6 like an independent parser', () => {
  const spellings = [
    '::',
    '::1',
    '1::',
    '2001:db8::8:800:200c:417a',
    '2001:DB8:0:0:8:800:200C:417A',
    'ff01::101',
    '::ffff:1.2.3.4',
    '1:2:3:4:5:6:1.2.3.4',
    '1:2:3:4:5:6:7::',
    '::2:3:4:5:6:7:8',
    'fe80::1:0:0:1',
  ];
  for (const spelling of spellings) {
    const other = new URL(`http://[${spelling}]/`).hostname.slice(1, -1);
    expect(sameAddress(spelling, other), spelling).toBe(true);
    expect(sameAddress(spelling, ipaddr.parse(other).toNormalizedString()), spelling).toBe(true);
  }
});
