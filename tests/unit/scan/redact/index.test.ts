import { describe, expect, test } from 'vitest';
import {
  isCredentialHeader,
  markRandoms,
  redactHeader,
  redactQuote,
  redactText,
  redactUrl,
} from '../../../../lib/scan/redact/index.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

describe('text', () => {
  test.each([
    ['{"access_token":"abc","token_type":"Bearer"}', '{"access_token":"[redacted]","token_type":"Bearer"}'],
    ['{"client_secret" : "s3cret"}', '{"client_secret" : "[redacted]"}'],
    ["{'api_key':'k'}", "{'api_key':'[redacted]'}"],
    ['{"body":"{\\"access_token\\":\\"abc\\"}"}', '{"body":"{\\"access_token\\":\\"[redacted]\\"}"}'],
    ['{"access_token":"abc cut off here', '{"access_token":"[redacted]'],
    ['{"code":"invalid_token"}', '{"code":"invalid_token"}'],
    ['{"code":"4f9a8b7c6d5e4f3a2b1c"}', '{"code":"[redacted]"}'],
    ['{"access-token":"addfacb0-87ae-727d-5c3c-460bbc7c1c26"}', '{"access-token":"[redacted]"}'],
    ["ENV['API_KEY'] ||= '4f9a8b7c6d5e4f3a2b1c'", "ENV['API_KEY'] ||= '[redacted]'"],
    [
      '{"access_token":"[redacted]","id":"4f9a8b7c6d5e4f3a2b1c"}',
      '{"access_token":"[redacted]","id":"4f9a8b7c6d5e4f3a2b1c"}',
    ],
    ['api_key is gone. Request 4f9a8b7c6d5e4f3a2b1c', 'api_key is gone. Request 4f9a8b7c6d5e4f3a2b1c'],
    ['{"token":"required","key":"name"}', '{"token":"required","key":"name"}'],
    [
      'grant_type=client_credentials&client_id=abc&client_secret=xyz',
      'grant_type=client_credentials&client_id=abc&client_secret=[redacted]',
    ],
    [`id ${jwt} x`, 'id [redacted] x'],
    ['curl -u sk_live_4eC39HqLyjWDarjtT1zdp7dc:', 'curl -u sk_live_[redacted]:'],
    ['ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'ghp_[redacted]'],
    ['AKIAIOSFODNN7EXAMPLE', 'AKIA[redacted]'],
    ['curl -H "Authorization: Bearer 9f8e7d6c5b4a39281706f5e4"', 'curl -H "Authorization: Bearer [redacted]"'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', '[redacted]'],
    ['Authorization: Bearer YOUR_ACCESS_TOKEN_HERE', 'Authorization: Bearer YOUR_ACCESS_TOKEN_HERE'],
    ['GET /v1?api_key=YOUR_API_KEY', 'GET /v1?api_key=YOUR_API_KEY'],
    ['GET /v1?api_key={key}', 'GET /v1?api_key={key}'],
    [
      '"token_endpoint_auth_methods_supported":["client_secret_basic"]',
      '"token_endpoint_auth_methods_supported":["client_secret_basic"]',
    ],
    ['Bearer authentication is required for this endpoint', 'Bearer authentication is required for this endpoint'],
    ['X-Api-Key: 9f8e7d6c5b4a3928', 'X-Api-Key: [redacted]'],
    ['{&quot;api_key&quot;: &quot;9f8e7d6c5b4a3928&quot;}', '{&quot;api_key&quot;: &quot;[redacted]&quot;}'],
    ['<access_token>abc</access_token>', '<access_token>[redacted]</access_token>'],
    [
      '<input type="hidden" name="csrf_token" value="abc1">',
      '<input type="hidden" name="csrf_token" value="[redacted]">',
    ],
    ['<input type="hidden" name="page" value="2">', '<input type="hidden" name="page" value="2">'],
    ['Set-Cookie: session=abc; Path=/; lang=en', 'Set-Cookie: session=[redacted]; Path=/; lang=en'],
    ['Authorization: Basic YWRtaW46cGFzcw==', 'Authorization: Basic [redacted]'],
    // A word before parameters is a scheme, whoever made it up, unless it could be a secret itself.
    [
      'Authorization: PAY2-SHA256-RSA2048 merchant="1900009191",signature="uOVRnA4qG4MNnYzdQxJanN"',
      'Authorization: PAY2-SHA256-RSA2048 [redacted]',
    ],
    ['Authorization: q7Zk2Lw9Xv4Tn8Rb3Ym6 realm="acme"', 'Authorization: [redacted] realm="acme"'],
    ['Basic authentication', 'Basic authentication'],
    ['curl -u admin:pa55word https://a.example', 'curl -u admin:[redacted] https://a.example'],
    ['see https://admin:pa55word@a.example/', 'see https://[redacted]@a.example/'],
    ['https://{user}:{password}@a.example/', 'https://{user}:{password}@a.example/'],
    ['https://hooks.slack.com/services/T0/B0/abcdef', 'https://hooks.slack.com/services/[redacted]'],
    ['https://a.example/x?v=9f8e7d6c5b4a39281706f5e4', 'https://a.example/x?v=[redacted]'],
  ])('%j', (text, safe) => {
    expect(redactText(text)).toBe(safe);
  });

  test.each([
    ['Your key is 9f8e7d6c5b4a39281706f5e4.', 'Your key is [redacted].'],
    ['Keys such as aB3dE6gH9jK2mN5pQ8sT are secret', 'Keys such as [redacted] are secret'],
    ['Read getting-started-with-the-new-api-v2', 'Read getting-started-with-the-new-api-v2'],
    ['the member accessTokenExpirationTimestampMs', 'the member accessTokenExpirationTimestampMs'],
  ])('quoted: %j', (text, safe) => {
    expect(redactQuote(text)).toBe(safe);
  });

  test('is linear on text made to be slow', () => {
    const rest = 20_000;
    for (const attack of [
      '"access_token"'.repeat(rest),
      'eyJ'.repeat(rest),
      'Bearer '.repeat(rest),
      'api_key='.repeat(rest),
      `"token"${' '.repeat(rest)}`,
      '-----BEGIN PRIVATE KEY-----'.repeat(2000),
      `eyJ${'a.'.repeat(rest)}`,
      `${'token=a '.repeat(80)}${','.repeat(rest)}x`,
      'password,a\n'.repeat(2000),
      'a1b2c3d4 '.repeat(5000),
    ]) {
      const before = process.cpuUsage().user;
      redactText(attack);
      // Microseconds of our own CPU. A pattern that backtracks takes seconds to minutes for these lengths, a linear one a few milliseconds.
      expect(process.cpuUsage().user - before).toBeLessThan(500_000);
    }
  });
});

test.each([
  ['https://api.example.com/cb?code=4f9a8b7c6d5e4f3a&state=1', 'https://api.example.com/cb?code=[redacted]&state=1'],
  ['https://user:pass@example.com/x', 'https://[redacted]@example.com/x'],
  ['https://example.com/#access_token=abc', 'https://example.com/#access_token=[redacted]'],
  [
    'https://example.com/authorize?response_type=code&client_id=a',
    'https://example.com/authorize?response_type=code&client_id=a',
  ],
  ['https://s3.example.com/x?X-Amz-Signature=abcdef0123', 'https://s3.example.com/x?X-Amz-Signature=[redacted]'],
])('URL %s', (url, safe) => {
  expect(redactUrl(url)).toBe(safe);
});

describe('headers', () => {
  test.each([
    ['authorization', 'Bearer abc', 'Bearer [redacted]'],
    ['authorization', 'abc', '[redacted]'],
    ['authorization', 'Basic dXNlcjpwYXNz', 'Basic [redacted]'],
    ['cookie', 'sid=abc; theme=dark', 'sid=[redacted]; theme=[redacted]'],
    ['set-cookie', 'sid=abc=d; Path=/; HttpOnly', 'sid=[redacted]; Path=/; HttpOnly'],
    ['set-cookie', 'sid=; Max-Age=0', 'sid=; Max-Age=0'],
    ['set-cookie2', 'sid=abc; Path=/', 'sid=[redacted]; Path=/'],
    ['x-amz-cookie', 'sess=abc', 'sess=[redacted]'],
    ['x-api-key', 'abc', '[redacted]'],
    ['location', '/invite/3f2504e0-4f89-41d3-9a0c-0305e82c3301', '/invite/[redacted]'],
    ['location', '/orders/3f2504e0-4f89-41d3-9a0c-0305e82c3301', '/orders/3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
    ['location', '/cb?access_token=abc', '/cb?access_token=[redacted]'],
    ['www-authenticate', 'Bearer realm="api", error="invalid_token"', 'Bearer realm="api", error="invalid_token"'],
    ['x-debug', `token ${jwt}`, 'token [redacted]'],
  ])('%s: %s', (name, value, safe) => {
    expect(redactHeader(name, value)).toBe(safe);
  });
  test('our own random strings are shown as such', () => {
    const random = 'kJ8s7dfh2ka9sdf0';
    expect(redactHeader('authorization', `Bearer ${random}`, [random])).toBe('Bearer [random]');
    expect(redactHeader('authorization', `Basic ${Buffer.from(`client:${random}`).toString('base64')}`, [random])).toBe(
      'Basic [random]',
    );
    expect(redactHeader('x-api-key', random, [random])).toBe('[random]');
    expect(redactHeader('authorization', 'Bearer another', [random])).toBe('Bearer [redacted]');
    expect(
      markRandoms(`You sent ${random.toUpperCase()}, that is ${Buffer.from(`id:${random}`).toString('base64')}.`, [
        random,
      ]),
    ).toBe('You sent [random], that is [random].');
  });
  test('credentials are known by name', () => {
    expect(['authorization', 'cookie', 'x-api-key', 'accept', 'user-agent'].map(isCredentialHeader)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
