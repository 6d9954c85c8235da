import { describe, expect, test } from 'vitest';
import { ScanError } from '../../../../lib/scan/errors.ts';
import { parseTarget } from '../../../../lib/scan/target/index.ts';

const closed = { allowNets: [] };
const opened = { allowNets: ['127.0.0.0/8', '::1/128'] };

function refusal(input: string, options: { allowNets: string[] } = closed): ScanError {
  try {
    parseTarget(input, options);
  } catch (error) {
    if (error instanceof ScanError) return error;
    throw error;
  }
  throw new Error(`${input.slice(0, 60)} was accepted`);
}

describe('forgiven', () => {
  test.each([
    ['api.example.com', 'https://api.example.com/', 'example.com'],
    ['  https://api.example.com/v1 \n', 'https://api.example.com/v1', 'example.com'],
    ['HTTPS://API.Example.COM/V1', 'https://api.example.com/V1', 'example.com'],
    ['http://api.example.com', 'http://api.example.com/', 'example.com'],
    ['<https://api.example.com/v1?x=1#frag>', 'https://api.example.com/v1?x=1', 'example.com'],
    ['"api.example.com"', 'https://api.example.com/', 'example.com'],
    ['“https://api.example.com”', 'https://api.example.com/', 'example.com'],
    ['`api.example.com`', 'https://api.example.com/', 'example.com'],
    ["'<api.example.com>'", 'https://api.example.com/', 'example.com'],
    ['https://api.example.com/very/\n   long/path', 'https://api.example.com/very/long/path', 'example.com'],
    ['api.exam\u200bple.com', 'https://api.example.com/', 'example.com'],
    ['//api.example.com/x', 'https://api.example.com/x', 'example.com'],
    ['https:/api.example.com', 'https://api.example.com/', 'example.com'],
    ['api.example.com.', 'https://api.example.com/', 'example.com'],
    ['api.example.com:443', 'https://api.example.com/', 'example.com'],
    ['api.example.com:80/x', 'http://api.example.com/x', 'example.com'],
    ['api.example.com:8080', 'http://api.example.com:8080/', 'example.com'],
    ['api.example.com:8443', 'https://api.example.com:8443/', 'example.com'],
    ['https://api.example.com:5000', 'https://api.example.com:5000/', 'example.com'],
    ['https://bücher.de/ä', 'https://xn--bcher-kva.de/%C3%A4', 'xn--bcher-kva.de'],
    ['api.example.co.uk', 'https://api.example.co.uk/', 'example.co.uk'],
    ['user.github.io/api', 'https://user.github.io/api', 'user.github.io'],
    ['github.io', 'https://github.io/', 'github.io'],
    ['8.8.8.8', 'https://8.8.8.8/', '8.8.8.8'],
    ['0x08080808', 'https://8.8.8.8/', '8.8.8.8'],
    ['2606:4700::1111', 'https://[2606:4700::1111]/', '[2606:4700::1111]'],
    ['[2606:4700::1111]:8443/x', 'https://[2606:4700::1111]:8443/x', '[2606:4700::1111]'],
  ])('%j is %s of %s', (input, url, domain) => {
    expect(parseTarget(input, closed)).toMatchObject({ url, domain, host: new URL(url).hostname });
  });

  test('a query without secrets stays', () => {
    expect(parseTarget('https://api.example.com/v1?code=US&key=name', closed).url).toBe(
      'https://api.example.com/v1?code=US&key=name',
    );
  });
});

describe('refused', () => {
  test.each([
    ['', 'empty-target'],
    ['   \n\t', 'empty-target'],
    ['\u200b', 'empty-target'],
    ['hello world', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['?', 'not-an-address'],
    ['https://exa mple.com', 'not-an-address'],
    ['256.1.1.1', 'not-an-address'],
    ['1.2.3.4.5', 'not-an-address'],
    ['08.0.0.1', 'not-an-address'],
    ['https://a<b>.com', 'not-an-address'],
    ['x'.repeat(10_240), 'too-long'],
    [`https://example.com/${'a'.repeat(2000)}`, 'too-long'],
    ['ftp://example.com', 'bad-scheme'],
    ['javascript:alert(1)', 'bad-scheme'],
    ['JavaScript://example.com/%0aalert(1)', 'bad-scheme'],
    ['data:text/html,x', 'bad-scheme'],
    ['file:///etc/passwd', 'bad-scheme'],
    ['gopher://example.com', 'bad-scheme'],
    ['mailto:someone@example.com', 'bad-scheme'],
    ['ws://example.com', 'bad-scheme'],
    ['blob:https://example.com/x', 'bad-scheme'],
    ['view-source:https://example.com', 'bad-scheme'],
    ['https://user@example.com', 'userinfo'],
    ['https://user:pass@example.com', 'userinfo'],
    ['user:pass@example.com', 'userinfo'],
    ['user@example.com', 'userinfo'],
    ['https://example.com@127.0.0.1/', 'userinfo'],
    ['https://api.example.com/v1?page=2&api_key=abcdef123456', 'secret-in-address'],
    ['https://api.example.com/v1?access_token=x1', 'secret-in-address'],
    ['api.example.com/v1?X-Amz-Signature=9f8e7d6c5b4a39281706f5e4', 'secret-in-address'],
    ['https://example.com/cb#access_token=abc', 'secret-in-address'],
    ['https://example.com/login?next=https%3A%2F%2Fa.example%2F%3Fclient_secret%3Dabc', 'secret-in-address'],
    ['https://hooks.slack.com/services/T0/B0/abcdefgh', 'secret-in-address'],
    ['https://api.example.com/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe', 'secret-in-address'],
    ['https://example.com/?jwt=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'secret-in-address'],
    ['example.com:22', 'bad-port'],
    ['example.com:0', 'bad-port'],
    ['https://example.com:1023', 'bad-port'],
    ['example.com:65536', 'bad-port'],
    ['example.com:abc', 'bad-port'],
    ['*.example.com', 'bad-host'],
    ['https://a..example.com', 'bad-host'],
    ['127.0.0.1..', 'bad-host'],
    ['[fe80::1%25eth0]', 'bad-host'],
    ['fe80::1%eth0', 'bad-host'],
    [`${'a'.repeat(64)}.com`, 'bad-host'],
    [`${'a.'.repeat(130)}com`, 'bad-host'],
    ['127.0.0.1', 'private-address'],
    ['10.0.0.1', 'private-address'],
    ['169.254.169.254/latest/meta-data', 'private-address'],
    ['[::1]', 'private-address'],
    ['::1', 'private-address'],
    ['localhost', 'reserved-name'],
    ['localhost:3000', 'reserved-name'],
    ['localhost.', 'reserved-name'],
    ['app.localhost', 'reserved-name'],
    ['shop.test', 'reserved-name'],
    ['printer.local', 'reserved-name'],
    ['db.internal', 'reserved-name'],
    ['metadata.google.internal', 'reserved-name'],
    ['x.onion', 'reserved-name'],
    ['router.home.arpa', 'reserved-name'],
    ['1.0.0.127.in-addr.arpa', 'reserved-name'],
    ['x.invalid', 'reserved-name'],
    ['x.example', 'reserved-name'],
    ['LOCALHOST', 'reserved-name'],
    ['ｌocalhost', 'reserved-name'],
    ['intranet', 'single-label'],
    ['hello', 'single-label'],
    ['com', 'single-label'],
    ['metadata', 'single-label'],
  ])('%j: %s', (input, code) => {
    expect(refusal(input).code).toBe(code);
  });

  test('every refusal says what to do, on one short line', () => {
    for (const input of [
      '',
      'hello world',
      'x'.repeat(10_240),
      `${'y'.repeat(1500)} z`,
      'ftp://a.b',
      'https://u:hunter2@a.b',
      'a.b:22',
      'https://a.b/?api_key=hunter2',
      'two words, password=hunter2',
      '10.0.0.1',
      'a.test',
      'intranet',
      '*.a.b',
      `${'q'.repeat(70)}.com`,
    ]) {
      const { message } = refusal(input);
      expect(message, input.slice(0, 20)).toMatch(/Enter|Use|use|Remove|Leave/);
      expect(message.length).toBeLessThan(260);
      expect(message).not.toContain('hunter2');
      for (const echoed of message.matchAll(/`([^`]*)`/g)) expect((echoed[1] ?? '').length).toBeLessThanOrEqual(60);
    }
  });

  test('the sentence of the voice guide', () => {
    expect(refusal('ftp://example.com').message).toBe(
      '`ftp://` cannot be scanned. Enter a web address such as `api.example.com`.',
    );
    expect(refusal('javascript:alert(1)').message).toBe(
      '`javascript:` cannot be scanned. Enter a web address such as `api.example.com`.',
    );
  });

  test('control and bidirectional characters are not repeated', () => {
    expect(refusal('a\u202eb\u0007c d').message).toBe(
      '`abc d` contains a space, so it is not a single web address. Enter a web address such as `api.example.com`.',
    );
  });
});

describe('opened by the operator', () => {
  test.each([
    ['127.0.0.1:3000', 'http://127.0.0.1:3000/', '127.0.0.1'],
    ['localhost:3000', 'http://localhost:3000/', 'localhost'],
    ['app.localhost', 'http://app.localhost/', 'app.localhost'],
    ['[::1]:3000', 'http://[::1]:3000/', '[::1]'],
    ['https://localhost:3000', 'https://localhost:3000/', 'localhost'],
    ['api.shop.test', 'https://api.shop.test/', 'shop.test'],
    ['8.8.8.8', 'https://8.8.8.8/', '8.8.8.8'],
  ])('%s is %s of %s', (input, url, domain) => {
    expect(parseTarget(input, opened)).toMatchObject({ url, domain });
  });
  test.each([
    ['10.0.0.1', 'private-address'],
    ['[fd00::1]', 'private-address'],
    ['[::127.0.0.1]', 'private-address'],
    ['intranet', 'single-label'],
    ['https://u@localhost', 'userinfo'],
    ['localhost:22', 'bad-port'],
  ])('%s stays %s', (input, code) => {
    expect(refusal(input, opened).code).toBe(code);
  });
  test('a wrong block is the operator’s mistake, not the visitor’s', () => {
    expect(() => parseTarget('127.0.0.1', { allowNets: ['nonsense'] })).toThrow(RangeError);
  });
});
