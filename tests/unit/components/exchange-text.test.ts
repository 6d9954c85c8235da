import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlOf, requestText, responseText, visible } from '../../../components/report/exchange-text.ts';
import { exchangeOf } from './sample-report.ts';

describe('an exchange as HTTP', () => {
  it('has a request line, the host, headers and the body', () => {
    const exchange = exchangeOf(
      'x1',
      'token',
      'https://a.example/token?x=1',
      { status: 200 },
      { method: 'POST', headers: [['content-type', 'text/plain']], body: 'a=b' },
    );
    expect(requestText(exchange).lines).toEqual([
      'POST /token?x=1',
      'host: a.example',
      'content-type: text/plain',
      '',
      'a=b',
    ]);
  });

  it('indents JSON and marks status, challenge and the members that name the error, where something rests on it', () => {
    const exchange = exchangeOf('x1', 'call', 'https://a.example/', {
      status: 401,
      headers: [
        ['www-authenticate', 'Bearer'],
        ['date', 'now'],
      ],
      body: '{"error":"no","other":1}',
    });
    const cited = responseText(exchange, true);
    expect(cited?.lines).toEqual([
      '401 Unauthorized',
      'www-authenticate: Bearer',
      'date: now',
      '',
      '{',
      '  "error": "no",',
      '  "other": 1',
      '}',
    ]);
    expect(cited?.marks).toEqual([0, 1, 5]);
    expect(responseText(exchange, false)?.marks).toEqual([]);
  });

  it('leaves cut or broken JSON as it came', () => {
    expect(
      responseText(
        exchangeOf('x1', 'call', 'https://a.example/', { status: 200, body: '{"a": [1, 2' }),
        false,
      )?.lines.at(-1),
    ).toBe('{"a": [1, 2');
  });

  it('says when a body goes on, and stays small whatever its size', () => {
    const long = responseText(
      exchangeOf('x1', 'call', 'https://a.example/', { status: 200, body: 'line\n'.repeat(10_000) }),
      false,
    );
    expect(long?.cut).toBe('Only the beginning of the body is shown.');
    expect(long?.lines.length).toBeLessThan(80);
    const wide = responseText(
      exchangeOf('x1', 'call', 'https://a.example/', { status: 200, body: 'x'.repeat(100_000) }),
      false,
    );
    expect(wide?.lines.join('\n').length).toBeLessThan(5000);
  });

  it('keeps a header with a line break on its own line', () => {
    const exchange = exchangeOf('x1', 'call', 'https://a.example/', {
      status: 200,
      headers: [['x-a', 'one\r\nset-cookie: evil=1']],
    });
    expect(responseText(exchange, false)?.lines[1]).toBe('x-a: one set-cookie: evil=1');
  });

  it.each([
    ['a null byte', 'a\u0000b', 'a␀b'],
    ['an escape sequence', '\u001b[31mred', '␛[31mred'],
    ['text that turns round', 'abc\u202Etxt.exe', 'abc\\u202etxt.exe'],
    ['an invisible space', 'pay\u200Bpal', 'pay\\u200bpal'],
    ['a carriage return', 'a\r\nb\rc', 'a\nb\nc'],
    ['tabs and line feeds, which stay', 'a\tb\n', 'a\tb\n'],
  ])('makes %s visible', (_, given, shown) => expect(visible(given)).toBe(shown));
});

describe('an exchange as curl', () => {
  it('repeats method, headers and body, and leaves to curl what is curl’s', () => {
    const exchange = exchangeOf('x1', 'token', 'https://a.example/token', null, {
      method: 'POST',
      headers: [
        ['host', 'a.example'],
        ['content-length', '9'],
        ['accept', '*/*'],
      ],
      body: "it's=$HOME",
    });
    expect(curlOf(exchange)).toBe(
      `curl -i --globoff -X POST 'https://a.example/token' -H 'accept: */*' --data-raw 'it'\\''s=$HOME'`,
    );
  });

  it.each([
    "'; rm -rf ~ #",
    '$(id)',
    '`id`',
    "a'b'c",
    'line\nfeed',
    "both 'quote' and\nline",
    '\u001b]0;title\u0007',
    '\\',
    "\\'\n",
    '!!',
    '[1-9]{a,b}',
  ])('keeps %j one word of the shell', (text) => {
    const exchange = exchangeOf('x1', 'call', 'https://a.example/', null, { headers: [['x-a', text]], body: text });
    // The shell splits the command, and printf shows each word that it made of it.
    const words = execFileSync('bash', ['-c', `printf '%s\\0' ${curlOf(exchange)}`])
      .toString('utf8')
      .split('\0')
      .slice(0, -1);
    expect(words).toEqual(['curl', '-i', '--globoff', 'https://a.example/', '-H', `x-a: ${text}`, '--data-raw', text]);
  });

  it('never holds a raw control character, which a terminal would obey when it is pasted', () => {
    const exchange = exchangeOf('x1', 'call', 'https://a.example/', null, { body: 'a\nrm -rf ~\u001b[A\u0085' });
    // eslint-disable-next-line no-control-regex -- control characters are what this looks for
    expect(curlOf(exchange)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});
