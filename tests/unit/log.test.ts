import { describe, expect, it } from 'vitest';
import { withoutCredentials } from '../../lib/log.ts';

describe('withoutCredentials', () => {
  it.each([
    ['connect postgresql://app:s3cret@127.0.0.1:5432/x failed', 'connect postgresql://[redacted]@127.0.0.1:5432/x failed'],
    ['redis://:pw@cache:6379', 'redis://[redacted]@cache:6379'],
    ['https://example.com/a@b', 'https://example.com/a@b'],
    ['mail a@b.example', 'mail a@b.example'],
  ])('%s', (given, expected) => {
    expect(withoutCredentials(given)).toBe(expected);
  });
});
