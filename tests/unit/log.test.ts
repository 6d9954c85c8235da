import { describe, expect, it } from 'vitest';
import { withoutCredentials, withoutSecrets } from '../../lib/log.ts';

describe('withoutCredentials', () => {
  it.each([
    [
      'connect postgresql://app:s3cret@127.0.0.1:5432/x failed',
      'connect postgresql://[redacted]@127.0.0.1:5432/x failed',
    ],
    ['redis://:pw@cache:6379', 'redis://[redacted]@cache:6379'],
    ['https://example.com/a@b', 'https://example.com/a@b'],
    ['mail a@b.example', 'mail a@b.example'],
  ])('%s', (given, expected) => {
    expect(withoutCredentials(given)).toBe(expected);
  });
});

describe('withoutSecrets', () => {
  it.each([
    [
      { msg: 'sent', headers: { authorization: 'Bearer abc' } },
      { msg: 'sent', headers: { authorization: 'Bearer [redacted]' } },
    ],
    [{ msg: 'asked with password=hunter2 and failed' }, { msg: 'asked with password=[redacted] and failed' }],
    [
      { clientSecret: 'two words', scanId: '7' },
      { clientSecret: '[redacted]', scanId: '7' },
    ],
    [{ err: { cause: { message: '{"api_key":"k1"}' } } }, { err: { cause: { message: '{"api_key":"[redacted]"}' } } }],
    [
      { level: 30, host: 'api.example.com', ms: 5 },
      { level: 30, host: 'api.example.com', ms: 5 },
    ],
  ])('%j', (line, expected) => {
    expect(JSON.parse(withoutSecrets(`${JSON.stringify(line)}\n`))).toEqual(expected);
  });
});
