import { describe, expect, test } from 'vitest';
import { exchange as exchangeSchema } from '../../../../lib/scan/schema/facts.ts';
import {
  escapeControls,
  recordAnswer,
  recordFailure,
  recordRequest,
  stored,
} from '../../../../lib/scan/http/exchange.ts';

const bare = () => recordRequest('x1', 'bare call', 'GET', 'https://api.example.com/', [['accept', '*/*']], null, []);

function answered(text: string, headers: [string, string][] = []) {
  const exchange = bare();
  recordAnswer(exchange, { status: 200, headers, text, bytes: Buffer.byteLength(text), truncated: false });
  return exchangeSchema.parse(exchange);
}

describe('what is stored of an answer', () => {
  test('the first 4 KiB of the body, and how long it was', () => {
    const { response } = answered('a'.repeat(10_000));
    expect([response?.body.length, response?.bodyBytes, response?.truncated]).toEqual([stored.body, 10_000, true]);
    expect(answered('short').response).toMatchObject({ body: 'short', bodyBytes: 5, truncated: false });
  });

  test('60 header fields of 1 KiB', () => {
    const { response } = answered(
      '',
      Array.from({ length: 100 }, (_, i): [string, string] => [`x-${i}`, 'v'.repeat(3000)]),
    );
    expect(response?.headers).toHaveLength(stored.headers);
    expect(response?.headers.every(([, value]) => value.length === stored.headerValue && value.endsWith('…'))).toBe(
      true,
    );
  });

  test('a secret across the edge does not show its first half', () => {
    const secret = `"access_token":"${'s3cr3t'.repeat(20)}"`;
    for (let lead = stored.body - 40; lead < stored.body; lead += 3)
      expect(answered(`${'a'.repeat(lead)}${secret}`).response?.body).not.toContain('s3cr3t');
  });

  test('control characters, half characters and reversed text are spelled out', () => {
    const { response } = answered('a\u0000b\u0007c\u009bd\u202ee\nf\tg\ud800h', [['x-evil', 'a\r\nb\u0000']]);
    expect(response?.body).toBe(String.raw`a\u0000b\u0007c\u009bd\u202ee` + '\nf\tg\ufffdh');
    expect(response?.headers).toEqual([['x-evil', String.raw`a\u000d\u000ab\u0000`]]);
    expect(escapeControls('\u2066x\u2069')).toBe(String.raw`\u2066x\u2069`);
  });

  test('a cut never splits a character', () => {
    expect(answered('😀'.repeat(4000)).response?.body.isWellFormed()).toBe(true);
    expect(answered(`a${'😀'.repeat(4000)}`).response?.body.isWellFormed()).toBe(true);
  });

  test('a failure, also after a part of the answer', () => {
    const exchange = bare();
    recordFailure(exchange, { step: 'body', code: 'closed', message: 'm' });
    expect(exchangeSchema.parse(exchange)).toMatchObject({ response: null, error: { code: 'closed' } });
  });
});

test('a long URL is cut and its secrets are hidden', () => {
  const exchange = recordRequest(
    'x1',
    'p',
    'GET',
    `https://example.com/?api_key=hunter22&q=${'a'.repeat(5000)}`,
    [],
    null,
    [],
  );
  expect(exchange.request.url).toHaveLength(stored.url);
  expect(exchange.request.url).toContain('api_key=[redacted]&q=aaa');
});

test('our own random client stays readable, its random secret is named', () => {
  const exchange = recordRequest(
    'x1',
    'p',
    'POST',
    'https://example.com/token',
    [],
    'client_id=latchkey-1234&client_secret=0123456789abcdef',
    ['0123456789abcdef'],
  );
  expect(exchange.request.body).toBe('client_id=latchkey-1234&client_secret=[random]');
});
