import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../../lib/scan/read/page/index.ts';
import { isArticle, readStatements } from '../../../../../lib/scan/read/prose/index.ts';

const statements = (text: string, contentType = 'text/html', url = 'https://docs.acme.com/auth') =>
  readStatements(readPage({ text, contentType, url, evidence: ['x7'] }));
const short = (text: string, contentType?: string, url?: string) =>
  statements(text, contentType, url).map(
    ({ polarity, topic, value, strength }) =>
      `${polarity === 'affirm' ? '+' : '-'}${topic}${value === null ? '' : `=${value}`}(${strength})`,
  );

describe('readStatements', () => {
  test('a statement cites the sentence as written, the page and the exchange', () => {
    expect(statements('<p>Hello there. Access tokens expire after “one hour”.</p>')).toEqual([
      {
        topic: 'expires',
        polarity: 'affirm',
        subject: 'api',
        actor: null,
        condition: null,
        environment: null,
        credential: 'token',
        strength: 3,
        value: '3600',
        quote: 'Access tokens expire after “one hour”.',
        url: 'https://docs.acme.com/auth',
        evidence: ['x7'],
      },
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString'])('a grant called %s is none that is known', (name) => {
    expect(short(`<p>Send grant_type=${name}.</p><p>The grant type is \`${name}\`.</p>`)).toEqual([]);
  });

  test('quotes are cut at 300 characters', () => {
    expect(statements(`<p>Create an API key in the dashboard ${'and more '.repeat(80)}</p>`)[0]?.quote.length).toBe(
      300,
    );
  });

  test.each([
    ['footer', '<footer><p>Request API access. Create an API key in the dashboard.</p></footer>', []],
    [
      'menu',
      '<nav><a href="/x">Request API access</a><ul><li>Device flow</li><li>Create API key</li></ul></nav>',
      ['+grant:device_code(1)'],
    ],
    ['main', '<main><p>Request API access.</p></main>', ['+approval(3)']],
  ])('region: %s', (_name, text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  test.each([
    ['privacy page', '<title>Privacy policy</title><p>API keys never expire.</p>', 'https://acme.com/x', []],
    ['legal path', '<title>Acme</title><p>API keys never expire.</p>', 'https://acme.com/legal/terms', []],
    ['blog', '<title>Acme</title><p>API keys never expire.</p>', 'https://acme.com/blog/keys', ['+never-expires(1)']],
    ['changelog', '<title>Changelog</title><p>API keys never expire.</p>', 'https://acme.com/x', ['+never-expires(1)']],
    [
      'webhooks heading',
      '<title>Acme</title><h2>Webhooks</h2><p>The secret never expires.</p>',
      'https://acme.com/x',
      [],
    ],
  ])('%s', (_name, text, url, expected) => {
    expect(short(text, 'text/html', url)).toEqual(expected);
  });

  test('approval of more than everybody gets at once comes after the key', () => {
    const page = readPage({
      text: 'Up to five apps; for more, send us a request.',
      contentType: 'text/markdown',
      url: 'https://docs.acme.com/apps',
      evidence: ['x1'],
    });
    expect(readStatements(page)).toMatchObject([{ topic: 'approval', condition: 'scope' }]);
  });

  test('a bare secret beside an app is that of a client', () => {
    const page = readPage({
      text: 'Register an app in the dashboard; its secret is shown there.',
      contentType: 'text/markdown',
      url: 'https://docs.acme.com/apps',
      evidence: ['x1'],
    });
    expect(readStatements(page)).toMatchObject([{ topic: 'self-service', credential: 'client' }]);
  });

  test('a table says yes or no under a column of support', () => {
    expect(
      short(
        '<table><tr><th>Grant</th><th>Supported</th><th>PKCE needed</th></tr><tr><td>Authorization code</td><td>Yes</td><td>No</td></tr><tr><td>Implicit</td><td>No</td><td>No</td></tr><tr><td>Client credentials</td><td>✓</td><td>No</td></tr></table>',
      ),
    ).toEqual([
      '+grant:authorization_code_pkce(3)',
      '+grant:authorization_code(3)',
      '-grant:implicit(3)',
      '+grant:client_credentials(3)',
    ]);
  });

  test('columns of other things do not deny a grant', () => {
    expect(
      short(
        '<table><tr><th>Flow</th><th>Needs a user</th><th>Refresh</th></tr><tr><td>Client credentials</td><td>No</td><td>No</td></tr></table>',
      ),
    ).toEqual(['+grant:client_credentials(3)']);
  });

  test('the subject of a life comes from the sentence before', () => {
    expect(short('<p>The access token is a string. It is valid for 1 hour (3600 seconds).</p>')).toEqual([
      '+expires=3600(3)',
    ]);
    expect(short('<p>The upload link is a string. It is valid for 1 hour.</p>')).toEqual([]);
  });

  test('self-service after an approval on the same page is weaker (WD2)', () => {
    const before = '<p>Create an API key in the dashboard.</p>';
    const gate = '<p>Request API access first.</p>';
    expect(short(before + gate)).toEqual(['+self-service(3)', '+approval(3)']);
    expect(short(gate + before)).toEqual(['+approval(3)', '+self-service(2)']);
  });

  test('"server-to-server OAuth" gives way to the grant that the page spells out', () => {
    expect(short('<p>Server-to-server OAuth apps exist.</p>')).toEqual(['+grant:client_credentials(1)']);
    expect(short('<p>Server-to-server OAuth apps exist.</p><p>POST with grant_type=account_credentials.</p>')).toEqual([
      '+grant:vendor=account_credentials(3)',
    ]);
  });

  test('approval of a listing is a hint, unless keys are at stake', () => {
    expect(short('<p>Apply to be listed in our marketplace. We review your application after a demo.</p>')).toEqual([
      '+approval(1)',
    ]);
    expect(
      short('<p>Apply to be listed in our marketplace. We review your application before you get keys.</p>'),
    ).toEqual(['+approval(3)']);
  });

  test('where signing in is a call, a program signs in again', () => {
    const again = '<p>The token is valid for one hour; sign in again to get a new one.</p>';
    expect(short(again)).toEqual(['+expires=3600(3)', '+renews-by-person(3)']);
    expect(short(`<p>First call Sign In with your key.</p>${again}`)).toEqual(['+expires=3600(3)', '+renews(2)']);
    expect(
      short(
        '<p>First call Sign In with your key.</p><p>After an hour the user has to sign in again for a new token.</p>',
      ),
    ).toEqual(['+renews-by-person(3)', '+expires=3600(3)']);
  });

  test('a page is read up to 150,000 characters that rules may match, menus last', () => {
    const filler = (count: number) =>
      Array.from(
        { length: count },
        (_, index) =>
          `<p>Part ${index} tells about colours, sizes and shapes of the things that we sell. ${'They come in many sizes. '.repeat(8)}</p>`,
      ).join('');
    const rotate = (count: number) =>
      Array.from(
        { length: count },
        (_, index) =>
          `<p>In case ${index} the secret access token was lost by somebody ${'somewhere in this large building '.repeat(6)} ask the owner</p>`,
      ).join('');
    expect(short(`<main>${filler(500)}<p>API keys never expire.</p></main>`)).toEqual(['+never-expires(3)']);
    expect(short(`<main>${rotate(400)}<p>API keys never expire.</p></main>`)).toEqual(['+never-expires(3)']);
    expect(short(`<main>${rotate(900)}<p>API keys never expire.</p></main>`)).toEqual([]);
    expect(short(`<nav><ul><li>Device flow</li></ul></nav><main>${rotate(900)}</main>`)).toEqual([
      '+grant:device_code(1)',
    ]);
  });

  test('equal statements are told once, and there is a limit', () => {
    expect(short('<p>API keys never expire.</p><p>API keys never expire.</p>')).toEqual(['+never-expires(3)']);
    expect(
      statements(Array.from({ length: 400 }, (_, index) => `<p>Number ${index}: API keys never expire.</p>`).join(''))
        .length,
    ).toBe(200);
  });

  test('an empty page says nothing', () => {
    expect(statements('')).toEqual([]);
  });
});

describe('hostile text is read like any other', () => {
  test.each([
    ['key words', 'key token access secret '],
    ['openings', 'create an API key in the '],
    ['expiries', 'expires in 5 '],
    ['fields', 'Authorization: '],
    ['hyphens', 'a-'],
    ['arrows', ' > API'],
    ['quotes', '"\'`'],
    ['semicolons', '; '],
    ['grants', 'only the client credentials grant is '],
    ['CJK', '申請APIキー発行'],
    ['negations', 'not no never '],
    ['curl', 'curl -u '],
    ['question marks', '?key=&key='],
  ])('%s: no more statements than a page may have', (_name, piece) => {
    for (const tag of ['p', 'pre']) {
      const paragraph = piece.repeat(Math.ceil(990 / piece.length)).slice(0, 990);
      const text = Array.from({ length: 40 }, () => `<${tag}>${paragraph}</${tag}>`).join('');
      expect(statements(text).length).toBeLessThanOrEqual(200);
    }
  });
});

describe('articles', () => {
  test.each<[boolean, string, string]>([
    [true, 'What is client credentials?', 'https://orchard.example/learn/client-credentials'],
    [true, 'How OAuth works', 'https://orchard.example/oauth'],
    [true, 'JWT explained', 'https://orchard.example/guides/jwt'],
    [true, 'New features', 'https://orchard.example/blog/new'],
    [true, 'Changelog', 'https://docs.orchard.example/changes'],
    [false, 'Authentication', 'https://orchard.example/learn/authentication'],
    [false, 'What is Orchard?', 'https://docs.orchard.example/intro'],
    [false, 'Getting started', 'https://orchard.example/guides/start'],
  ])('%s: %s at %s', (expected, title, url) => expect(isArticle({ title, url })).toBe(expected));

  test('give hints at most', () => {
    const [first] = statements(
      '<title>What is client credentials?</title><p>With the client credentials grant a program gets a token.</p>',
      'text/html',
      'https://orchard.example/learn/cc',
    );
    expect(first).toMatchObject({ topic: 'grant:client_credentials', strength: 1 });
  });
});

describe('what an operation does', () => {
  test('is no promise of a key', () => {
    expect(short('<p>Creates a new API key in the dashboard.</p>')).toEqual([]);
    expect(short('<p>Create a new API key in the dashboard.</p>')).toEqual(['+self-service(3)']);
  });
});

describe('an id and a secret against a token', () => {
  test.each(['consumer', 'app', 'merchant'])('%s', (whose) => {
    const sample = `POST https://api.acme.com/session\n{"${whose}_id": "a", "${whose}_secret": "b"}\n\n{"session_token": "c"}`;
    expect(short(`<pre>${sample}</pre>`)).toContain('+grant:vendor=app id and app secret(3)');
  });
  test('but not where a code is traded', () => {
    const sample = 'POST https://api.acme.com/token\n{"app_id": "a", "app_secret": "b", "code": "c"}\n\n{"token": "d"}';
    expect(short(`<pre>${sample}</pre>`)).not.toContain('+grant:vendor=app id and app secret(3)');
  });
});

describe('a client id and its secret in Basic against a token', () => {
  const call = 'curl -d "" -X POST "https://api.acme.com/auth/token" \\\n  --user 7a1f:0e4c';
  const unnamed = '+grant:vendor=client id and secret in Basic(3)';
  const about = (words: string, sample = call) => short(`<p>${words}</p><pre>${sample}</pre>`);
  test('are a grant without a name', () => {
    expect(about('You are given a client ID and client secret.')).toContain(unnamed);
    expect(
      about(
        'Your client id and secret go into the header.',
        'POST https://api.acme.com/token\nAuthorization: Basic {base64}',
      ),
    ).toContain(unnamed);
  });
  test.each([
    ['a person’s name and password', 'Use the password of your account.', call],
    ['a client’s, which another sample sends', 'client id and secret', `${call} -d username=a`],
    ['a named grant', 'client id and secret', `${call} -d grant_type=client_credentials`],
    ['a code', 'client id and secret', `${call} -d code=abc`],
    ['a collection of tokens', 'client id and secret', call.replace('/token', '/tokens')],
    ['a call by GET', 'client id and secret', 'curl https://api.acme.com/auth/token --user a:b'],
  ])('but not %s', (_, words, sample) => expect(about(words, sample)).not.toContain(unnamed));
  test('and leave what the page says of client_credentials as it is', () => {
    expect(about('Use your client id and client secret to request a token.')).toEqual(
      expect.arrayContaining([unnamed, expect.stringContaining('grant:client_credentials')]),
    );
  });
});

describe('a role', () => {
  test.each([
    'Only users with the Delegate role can manage credentials from the console.',
    'Members with the owner role may create an API key.',
    'Ask the help desk for credentials. Your contact can contact the help desk to assign these roles.',
  ])('of the people who handle keys limits no key: %s', (sentence) =>
    expect(short(`<p>${sentence}</p>`).filter((one) => one.startsWith('+roles'))).toEqual([]),
  );
  test.each([
    'Each API key has a role.',
    'Users choose a role when creating an API key.',
    'Create a user with the role Reader and generate an API key for it.',
    'Users with the admin role can create read-only API keys.',
  ])('of a key limits it: %s', (sentence) => expect(short(`<p>${sentence}</p>`)).toContain('+roles(2)'));
});

describe('an administrator of one’s own', () => {
  test.each([
    ['en', 'If you lack the permission, contact your team admin to request access.'],
    ['zh', '申请发布后，由你所在企业的管理员在管理后台审核，通过后应用生效。'],
  ])('is no gate of the business (%s)', (lang, sentence) =>
    expect(short(`<html lang="${lang}"><p>${sentence}</p></html>`).filter((one) => one.includes('approval'))).toEqual(
      [],
    ),
  );
  test('but the platform’s is', () =>
    expect(short('<html lang="zh"><p>应用提交后由平台管理员审核，通过后才能获取密钥。</p></html>')).toContain(
      '+approval(3)',
    ));
});

test('a platform that does something is no place where one gets a key', () => {
  const selfService = (sentence: string) =>
    short(`<html lang="zh"><p>${sentence}</p></html>`).filter((one) => one.includes('self-service'));
  expect(
    selfService('开放平台设计了访问凭证（access_token）机制，即告知平台当前是谁、以什么身份获取什么租户的数据。'),
  ).toEqual([]);
  expect(selfService('登录开放平台，获取 access_token。')).toEqual(['+self-service(3)']);
});
