import { afterEach, describe, expect, it } from 'vitest';
import { openStream } from '../../../lib/limits/streams.ts';
import { settings } from '../../../lib/settings.ts';

const ends: (() => void)[] = [];
const open = (visitor: string | null) => ends.push(openStream(visitor));
const most = settings().visitorStreams;
const fill = (visitor: (number: number) => string | null) => {
  for (let number = 0; number < most; number++) open(visitor(number));
};

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

describe('live views of one visitor', () => {
  it.each<[string, (number: number) => string | null, string | null, string]>([
    ['one address', () => '203.0.113.7', '203.0.113.7', '203.0.113.8'],
    [
      'many addresses of one IPv6 network',
      (number) => `2001:db8:0:1::${(number + 1).toString(16)}`,
      '2001:db8:0:1:ffff::1',
      '2001:db8:0:2::1',
    ],
    ['nobody knows where', () => null, null, '203.0.113.7'],
  ])('from %s are as many as the setting says, and others have their own', (_, visitor, same, other) => {
    fill(visitor);
    expect(() => open(same)).toThrow(expect.objectContaining({ code: 'too-many-streams', status: 429 }));
    open(other);
    ends.shift()?.();
    open(same);
  });

  it('leave room for others, until there are as many as this process serves', () => {
    const { streamLimit } = settings();
    for (let number = 0; number < streamLimit; number++) open(`203.0.${number >> 8}.${number & 255}`);
    expect(() => open('198.51.100.1')).toThrow(expect.objectContaining({ code: 'busy', status: 503 }));
    ends.shift()?.();
    open('198.51.100.1');
  });
});
