import { cpuMs } from '../../../../setup/cpu.ts';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../../lib/scan/read/page/index.ts';

const html = (text: string, url = 'https://docs.acme.com/guide/auth') =>
  readPage({ text, contentType: 'text/html', url, evidence: ['x1'] });
const markdown = (text: string, url = 'https://docs.acme.com/auth.md') =>
  readPage({ text, contentType: 'text/markdown', url, evidence: ['x1'] });
const urls = (text: string) => html(text).urls.map(({ method, url }) => (method === null ? url : `${method} ${url}`));
const code = (text: string) => urls(`<pre><code>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</code></pre>`);

describe('HTML structure', () => {
  test('blocks keep whole paragraphs, items, rows and samples, with inline code in its sentence', () => {
    const page =
      html(`<html lang="en-GB"><head><title>Auth &amp; keys</title></head><body><main><h1>Auth</h1><p>Send <code>Authorization: Bearer &lt;token&gt;</code> with <b>each</b> call.</p>
      <ul><li>One <a href="/x">link</a></li><li>Two</li></ul><table><tr><th>Scope</th><th>Access</th></tr><tr><td><p>read:org</p></td><td>Read</td></tr></table>
      <pre><code>curl \\\n  -u a:b https://api.acme.com</code></pre></main></body></html>`);
    expect(page.title).toBe('Auth & keys');
    expect(page.lang).toBe('en-GB');
    expect(page.blocks).toEqual([
      { text: 'Auth', kind: 'heading', region: 'main' },
      { text: 'Send Authorization: Bearer <token> with each call.', kind: 'prose', region: 'main' },
      { text: 'One link', kind: 'item', region: 'main' },
      { text: 'Two', kind: 'item', region: 'main' },
      { text: 'Scope | Access', kind: 'row', region: 'main' },
      { text: 'read:org | Read', kind: 'row', region: 'main' },
      { text: 'curl \\\n  -u a:b https://api.acme.com', kind: 'code', region: 'main' },
    ]);
  });

  test('a table used for layout gives up its headings and samples', () => {
    expect(
      html('<table><tr><td><h2>Keys</h2><p>Create a key.</p><pre>a\nb</pre></td></tr></table>').blocks.map(
        ({ kind, text }) => [kind, text],
      ),
    ).toEqual([
      ['heading', 'Keys'],
      ['prose', 'Create a key.'],
      ['code', 'a\nb'],
    ]);
  });

  test.each([
    ['<header><p>Top text</p></header>', 'nav'],
    ['<nav><p>Top text</p></nav>', 'nav'],
    ['<div role="navigation"><div><p>Top text</p></div></div>', 'nav'],
    ['<footer><p>Top text</p></footer>', 'footer'],
    ['<div role="contentinfo"><p>Top text</p></div>', 'footer'],
    ['<div class="x site-footer"><p>Top text</p></div>', 'footer'],
    ['<aside><p>Top text</p></aside>', 'nav'],
    ['<main><aside><p>Top text</p></aside></main>', 'main'],
    ['<main><header><p>Top text</p></header></main>', 'main'],
    ['<article><footer><p>Top text</p></footer></article>', 'main'],
    ['<main><nav><p>Top text</p></nav></main>', 'nav'],
    ['<nav><div></div></nav><p>Top text</p>', 'main'],
    ['<div class="sidebar"><div><ul><li>a b</li></ul></div></div><p>Top text</p>', 'main'],
    ['<main><nav></main><p>Top text</p>', 'main'],
  ])('region of %s', (markup, region) => {
    expect(html(markup).blocks.find((block) => block.text === 'Top text')?.region).toBe(region);
  });

  test('links are absolute http(s), resolved against the base element, with text, rel and region', () => {
    const page = html(
      '<head><base href="/v2/"><link rel="service-desc alternate" href="openapi.json"></head><nav><a href="keys">API <b>keys</b></a></nav><a href="javascript:alert(1)">x</a><a href="mailto:a@b.c">m</a><a href="#top">t</a><a href="//cdn.acme.com/x" aria-label="CDN"><img></a>',
    );
    expect(page.links).toEqual([
      { url: 'https://docs.acme.com/v2/openapi.json', text: '', rel: ['service-desc', 'alternate'], region: 'head' },
      { url: 'https://docs.acme.com/v2/keys', text: 'API keys', rel: [], region: 'nav' },
      { url: 'https://cdn.acme.com/x', text: 'CDN', rel: [], region: 'main' },
    ]);
  });

  test('forms carry fields, absolute action, labels, buttons and the nearest heading', () => {
    const [form] = html(
      '<h1>Create your account</h1><form action="/signup" method="POST"><label>Work e-mail <input name="email" type="email"></label><input type="password" name="pw"><button>Start</button></form>',
    ).forms;
    expect(form).toMatchObject({
      action: 'https://docs.acme.com/signup',
      method: 'post',
      fields: [
        { name: 'email', type: 'email' },
        { name: 'pw', type: 'password' },
      ],
    });
    expect(form?.text).toBe('Create your account Work e-mail Start');
  });

  test('fields outside of any form count when they ask for a password', () => {
    expect(html('<h2>Log in</h2><div><input name="user"><input type="password" name="pw"></div>').forms).toMatchObject([
      { action: null, fields: [{ name: 'user' }, { type: 'password' }], text: 'Log in' },
    ]);
    expect(html('<input name="q">').forms).toEqual([]);
  });

  test.each([
    ['<meta http-equiv="refresh" content="0; url=/login">', 'https://docs.acme.com/login'],
    ['<meta http-equiv="Refresh" content="5;URL=\'https://acme.com/x\'">', 'https://acme.com/x'],
    ['<meta http-equiv="refresh" content="360">', null],
    ['<script>window.location.href = "/en/";</script>', 'https://docs.acme.com/en/'],
    ['<script>location.replace("https://acme.com/app")</script>', 'https://acme.com/app'],
    ['<script>location.href = "https://acme.com/wall?t=" + t;</script>', null],
    [`<p>${'Long text. '.repeat(60)}</p><script>function f(){location.href = "/x";}</script>`, null],
  ])('refresh of %s', (markup, target) => {
    expect(html(markup).refresh).toBe(target);
  });

  test.each([
    [
      '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/main.js"></script>',
      true,
    ],
    ['<div id="main"></div><footer><a href="/a">About</a></footer><script src="/player.js"></script>', true],
    ['<app-root></app-root><script src="/main.js"></script>', true],
    ['<body><script src="/main.js"></script></body>', true],
    ['<div id="app">Loading…</div><noscript>Please turn on JavaScript</noscript><script src="/a.js"></script>', true],
    [`<div id="root"><main><p>${'Real words here. '.repeat(30)}</p></main></div><script src="/a.js"></script>`, false],
    ['<h1>404</h1><p>Not found</p>', false],
    [
      '<div id="app"><form><input name="email"></form></div><script src="/a.js"></script><noscript>JavaScript is needed</noscript>',
      false,
    ],
    ['<h1>Sign in</h1><noscript><img src="/pixel.gif"></noscript><script src="/t.js"></script>', false],
  ])('needsScript of %s', (markup, expected) => {
    expect(html(markup).needsScript).toBe(expected);
  });

  test('scripts, styles and templates are no text, unclosed ones swallow nothing but themselves', () => {
    expect(
      html(
        '<p>Before</p><style>p{}</style><template><p>Hidden</p></template><script>var p="<p>no</p>"</script><p>After</p>',
      ).blocks.map((block) => block.text),
    ).toEqual(['Before', 'After']);
  });
});

describe('URLs in text', () => {
  test.each([
    ['<p>Base URL: <code>https://api.acme.com</code>. HTTPS only.</p>', ['https://api.acme.com']],
    [
      '<p>See https://api.acme.com/v1/, (https://acme.com/a_(b)) and "https://x.acme.com".</p>',
      ['https://api.acme.com/v1/', 'https://acme.com/a_(b)', 'https://x.acme.com'],
    ],
    ['<p>Flight Offers Search. Base URL test.api.acme.com.</p>', ['https://test.api.acme.com']],
    ['<p>All endpoints live under api.acme.com/v2 and use JSON.</p>', ['https://api.acme.com/v2']],
    ['<p>Call api.acme.com/v2 to begin.</p>', ['https://api.acme.com/v2']],
    ['<p>The method users.list and the file openapi.json belong to Node.js; write to api@acme.com.</p>', []],
    ['<p>Our endpoints: users.info, auth.test, chat.post and config.json.</p>', []],
    ['<p>Read more on www.acme.com/blog.</p>', []],
    [
      '<p>Send a POST request to https://auth.acme.com/oauth/token with your client ID.</p>',
      ['POST https://auth.acme.com/oauth/token'],
    ],
    [
      '<p>Retrieve tokens by POST to https://www.acme.com/api/v1/access_token with HTTP Basic.</p>',
      ['POST https://www.acme.com/api/v1/access_token'],
    ],
    [
      '<p>The shop answers at https://{shop}.acme.com/admin/api and https://&lt;tenant&gt;.acme.com/x.</p>',
      ['https://{shop}.acme.com/admin/api', 'https://{tenant}.acme.com/x'],
    ],
    ['<p>请求地址：https://api.acme.cn/v1。以及其他</p>', ['https://api.acme.cn/v1']],
    ['<table><tr><td>POST</td><td>https://api.acme.com/token</td></tr></table>', ['POST https://api.acme.com/token']],
    [
      '<script>window.APP={app:"https://app.acme.com",api:"https:\\/\\/app.acme.com\\/api\\/v2"};</script>',
      ['https://app.acme.com', 'https://app.acme.com/api/v2'],
    ],
    [
      '<div data-api-base="https://api.acme.com/v9" data-image="https://cdn.acme.com/i.png"></div>',
      ['https://api.acme.com/v9'],
    ],
    [
      '<script type="application/json">{"endpoint":"https://gql.acme.com/graphql"}</script>',
      ['https://gql.acme.com/graphql'],
    ],
    ['<script type="application/ld+json">{"url":"https://schema.acme.com/"}</script>', []],
  ])('%s', (markup, expected) => {
    expect(urls(markup)).toEqual(expected);
  });

  test.each([
    [
      'POST /api/conversations.create\nHost: slack.com\nAuthorization: Bearer xoxb',
      ['POST https://slack.com/api/conversations.create'],
    ],
    ['GET /v1/me HTTP/1.1\nAccept: */*\nHost: api.acme.com', ['GET https://api.acme.com/v1/me']],
    ['POST https://login.acme.com/token HTTP/1.1\nContent-Type: x', ['POST https://login.acme.com/token']],
    ['GET /v1/me HTTP/1.1', ['GET https://docs.acme.com/v1/me']],
    ['curl https://api.acme.com/v1/me -H "Authorization: Bearer $T"', ['GET https://api.acme.com/v1/me']],
    ['curl -X DELETE https://api.acme.com/v1/me', ['DELETE https://api.acme.com/v1/me']],
    ["curl --request POST --url 'https://auth.acme.com/token' --header 'a: b'", ['POST https://auth.acme.com/token']],
    [
      'curl "https://auth.acme.com/token" \\\n  -d "grant_type=client_credentials&redirect_uri=https://you.example.com/cb"',
      ['POST https://auth.acme.com/token', 'https://you.example.com/cb'],
    ],
    ['curl -G https://api.acme.com/search -d q=1 -u $A:$B', ['GET https://api.acme.com/search']],
    [
      'curl -XPUT https://api.acme.com/a\ncurl https://api.acme.com/b',
      ['PUT https://api.acme.com/a', 'GET https://api.acme.com/b'],
    ],
    ['curl api.acme.com/v2/users -u key:', ['GET https://api.acme.com/v2/users']],
    ['curl -i -X POST ^\n  "https://api.acme.com/win"', ['POST https://api.acme.com/win']],
    ['requests.post("https://api.acme.com/token", data={})', ['POST https://api.acme.com/token']],
    ['const r = await fetch("https://api.acme.com/x", {\n  method: "POST" })', ['POST https://api.acme.com/x']],
    ['fetch(`https://api.acme.com/${id}/y`)', ['GET https://api.acme.com/{id}/y']],
    ['curl https://$SUBDOMAIN.acme.com/api/v2', ['GET https://{SUBDOMAIN}.acme.com/api/v2']],
  ])('sample %s', (sample, expected) => {
    expect(code(sample)).toEqual(expected);
  });

  test('the line that holds the URL comes along', () => {
    expect(html('<p>One. Base URL: https://api.acme.com</p>').urls[0]).toEqual({
      url: 'https://api.acme.com',
      line: 'One. Base URL: https://api.acme.com',
      kind: 'prose',
      method: null,
    });
  });
});

describe('Markdown and text', () => {
  test('headings, items, rows, fences, links and references', () => {
    const page = markdown(
      '# Acme API\n\n> Base URL `https://api.acme.com`.\n\nSend a **token**\nwith each [call](/call "Call").\n\n- [Keys](keys.md): how to\n- plain\n\n| Grant | Use |\n| --- | --- |\n| code | web |\n\n```bash\ncurl https://api.acme.com/v1\n\necho\n```\n\nSee [docs][d].\n\n[d]: https://x.acme.com/d\n',
    );
    expect(page.format).toBe('markdown');
    expect(page.title).toBe('Acme API');
    expect(page.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Acme API'],
      ['prose', 'Base URL https://api.acme.com.'],
      ['prose', 'Send a token with each call.'],
      ['item', 'Keys: how to'],
      ['item', 'plain'],
      ['row', 'Grant | Use'],
      ['row', 'code | web'],
      ['code', 'curl https://api.acme.com/v1\n\necho'],
      ['prose', 'See docs.'],
    ]);
    expect(page.links.map((link) => link.url)).toEqual(
      expect.arrayContaining(['https://docs.acme.com/call', 'https://docs.acme.com/keys.md', 'https://x.acme.com/d']),
    );
    expect(page.urls.map(({ method, url }) => [method, url])).toEqual([
      [null, 'https://api.acme.com'],
      ['GET', 'https://api.acme.com/v1'],
    ]);
  });

  test('an address under another method is another operation', () => {
    expect(
      code(
        'GET https://api.acme.com/v2/token\nDELETE https://api.acme.com/v2/token\nGET https://api.acme.com/v2/token',
      ),
    ).toEqual(['GET https://api.acme.com/v2/token', 'DELETE https://api.acme.com/v2/token']);
  });

  test('bare URLs of llms.txt are links, in whatever type it comes', () => {
    const page = readPage({
      text: '# Acme\n\n## Docs\n- [Auth](https://docs.acme.com/auth.md): how\n- https://docs.acme.com/keys.md\n',
      contentType: 'text/plain',
      url: 'https://acme.com/llms.txt',
      evidence: [],
    });
    expect(page.format).toBe('markdown');
    expect(page.links.map((link) => link.url)).toEqual([
      'https://docs.acme.com/auth.md',
      'https://docs.acme.com/keys.md',
    ]);
  });

  test('HTML served as llms.txt is read as HTML', () => {
    expect(
      readPage({
        text: '<!DOCTYPE html><html><head><title>404</title></head></html>',
        contentType: 'text/html',
        url: 'https://acme.com/llms.txt',
        evidence: [],
      }).format,
    ).toBe('html');
  });

  test('plain text', () => {
    const page = readPage({
      text: 'Acme API notes\n\nUse the key.\nEvery call needs it.\n\n    curl -u key: https://api.acme.com/v1\n',
      contentType: 'text/plain',
      url: 'https://acme.com/api.txt',
      evidence: [],
    });
    expect(page.format).toBe('text');
    expect(page.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['prose', 'Acme API notes'],
      ['prose', 'Use the key. Every call needs it.'],
      ['code', '    curl -u key: https://api.acme.com/v1'],
    ]);
    expect(page.urls[0]).toMatchObject({ method: 'GET', url: 'https://api.acme.com/v1' });
  });
});

describe('hostile documents cost time in proportion to their length', () => {
  const big = 200_000;
  test.each([
    ['nested divs', '<div>'.repeat(100_000) + 'deep' + '</div>'.repeat(100_000)],
    ['unmatched end tags', '<div>'.repeat(100_000) + '</x>'.repeat(100_000)],
    ['nested landmarks', '<nav>'.repeat(100_000)],
    ['nested rows', '<table><tr><td>'.repeat(50_000)],
    ['open anchors and forms', '<a href=x><form>'.repeat(60_000)],
    ['attributes', `<div ${'a=1 '.repeat(big)}>`],
    ['half tags', '<'.repeat(big * 2)],
    ['comment starts', '<!--'.repeat(big)],
    ['open brackets', `<p>${'['.repeat(big)}</p>`],
    ['half URLs', `<p>${'https://<'.repeat(50_000)}</p>`],
    ['dotted words', `<p>base url ${'a.'.repeat(big)}</p>`],
    ['curl words', `<pre>${'curl '.repeat(big / 4)}</pre>`],
    ['quotes after curl', `<pre>curl ${'"'.repeat(big)}</pre>`],
    ['blank lines', `<pre>${'\n'.repeat(big)}</pre>`],
    ['script URLs', `<script>${'"https://a.acme.com/x",'.repeat(20_000)}</script>`],
  ])('%s', (_name, text) => {
    const started = cpuMs();
    html(text);
    expect(cpuMs() - started).toBeLessThan(2_500);
  });

  test.each([
    ['[', '['],
    ['link starts', '[a]('],
    ['fences', '```\n'],
    ['pipes', '|'],
    ['tags', '<a '],
    ['backslashes', '\\'],
    ['stars', '**a'],
    ['definitions', '[a]: b\n'],
  ])('Markdown %s', (_name, piece) => {
    const started = cpuMs();
    markdown(piece.repeat(60_000));
    expect(cpuMs() - started).toBeLessThan(2_500);
  });

  test('limits hold', () => {
    const page = html(
      `${'<a href="/x">x</a>'.repeat(5_000)}${'<p>Text here.</p>'.repeat(6_000)}${'<p>https://a.acme.com/1</p>'.repeat(10)}<form>${'<input>'.repeat(500)}</form>`,
    );
    expect(page.links.length).toBe(3_000);
    expect(page.blocks.length).toBeLessThanOrEqual(4_000);
    expect(page.forms[0]?.fields.length).toBe(80);
  });
});
