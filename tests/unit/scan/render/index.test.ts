import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRenderer, type Renderer, type RendererOptions } from '../../../../lib/scan/render/index.ts';
import { processesOf } from '../../../../lib/scan/render/processes.ts';
import { certificateFor, throwAwayAuthority } from '../../../worlds/lib/certificates.ts';
import { browserPath, canary, hang, reset, serve, type Site } from './yard.ts';

let executable = '';
beforeAll(async () => {
  executable = await browserPath();
}, 90_000);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
function kept<T extends { close(): Promise<void> }>(one: T): T {
  open.push(one);
  return one;
}
const rendererWith = (options: Partial<RendererOptions> = {}): Renderer =>
  kept(createRenderer({ browserPath: executable, allowNets: ['127.0.0.5/32'], userAgent: 'Latchkey-Test/1 (+https://latchkey.example/bot)', totalMs: 20_000, ...options }));
const site = async (answer: Site | string): Promise<string> => {
  const { port } = kept(await serve(typeof answer === 'string' ? () => answer : answer, { host: '127.0.0.5' }));
  return `http://127.0.0.5:${port}`;
};

/** Process groups of the browsers that this test's process has started. */
async function browsers(parent = process.pid): Promise<number[]> {
  const found: number[] = [];
  for (const name of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8');
      const [state, ppid] = stat.replace(/^.*\)\s/s, '').split(' ');
      if (Number(ppid) === parent && state !== 'Z' && (await readFile(`/proc/${name}/cmdline`, 'utf8')).includes('--remote-debugging-pipe')) found.push(Number(name));
    } catch (error) {
      // A process that ended while it was looked at.
      if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))) throw error;
    }
  }
  return found;
}
const homes = async (): Promise<string[]> => (await readdir(tmpdir())).filter((name) => name.startsWith('latchkey-render-'));

describe('what a page becomes', () => {
  it('gives the DOM that scripts built, also what they fetched, and what stands in shadow trees', { timeout: 30_000 }, async () => {
    const origin = await site((path, request) => {
      if (path === '/text') return { headers: { 'content-type': 'text/plain' }, body: `Send a bearer token. ${request.headers['user-agent']}` };
      return `<!doctype html><html lang="de"><title>App</title><style>.never{}</style><div id="root"></div><script>
        fetch('/text').then((r) => r.text()).then((text) => {
          root.innerHTML = '<main><h1>Authentication</h1><p>' + text + '</p><a href="/keys">API keys</a></main><api-docs></api-docs>';
          document.querySelector('api-docs').attachShadow({ mode: 'open' }).innerHTML = '<p>In the shadow</p><inner-part></inner-part>';
          document.querySelector('api-docs').shadowRoot.querySelector('inner-part').attachShadow({ mode: 'open' }).innerHTML = '<p>deeper still</p>';
          document.title = 'API docs';
          history.pushState(null, '', '/docs/auth#top');
        })</script></html>`;
    });
    const renderer = rendererWith();
    const page = await renderer.render(`${origin}/#/`);
    expect(page).toMatchObject({ kind: 'page', url: `${origin}/docs/auth` });
    const html = page.kind === 'page' ? page.html : '';
    expect(html).toMatch(/^<html lang="de">/);
    for (const part of ['<title>API docs</title>', 'Send a bearer token. Latchkey-Test/1 (+https://latchkey.example/bot)', '<a href="/keys">API keys</a>', 'In the shadow', 'deeper still']) expect(html).toContain(part);
    expect(html).not.toContain('.never');
    expect(renderer.spent).toMatchObject({ pages: 1, refused: 0 });
  });

  it('does not fetch images, fonts and media, nor send what may change something', { timeout: 30_000 }, async () => {
    const asked: string[] = [];
    const origin = await site((path, request) => {
      asked.push(`${request.method} ${path}`);
      return path === '/' ? `<div id="root"></div><img src="/i.png"><style>@font-face{font-family:x;src:url(/f.woff2)}</style><p style="font-family:x">x</p><video src="/v.mp4" autoplay></video><iframe src="/frame"></iframe>
        <script>fetch('/post', { method: 'POST', body: '1' }).catch(() => {}); fetch('/delete', { method: 'DELETE' }).catch(() => {}); navigator.sendBeacon('/beacon', '1'); fetch('/get')</script>` : 'x';
    });
    expect((await rendererWith().render(`${origin}/`)).kind).toBe('page');
    expect(asked.toSorted()).toEqual(['GET /', 'GET /frame', 'GET /get']);
  });

  it('follows redirects and says where they ended', { timeout: 30_000 }, async () => {
    const origin = await site((path) => (path === '/' ? { status: 302, headers: { location: '/next' } } : path === '/next' ? '<script>location.replace("/last?a=b")</script>' : '<p>arrived</p>'));
    expect(await rendererWith().render(`${origin}/`)).toMatchObject({ kind: 'page', url: `${origin}/last?a=b`, html: expect.stringContaining('arrived') });
  });

  it('keeps a page that tries to leave for an inside address', { timeout: 30_000 }, async () => {
    const inside = kept(await canary('127.0.0.1'));
    const origin = await site(`<main>Words that stay</main><script>addEventListener('load', () => { location = 'http://127.0.0.1:${inside.port}/' })</script>`);
    expect(await rendererWith().render(`${origin}/`)).toMatchObject({ kind: 'page', url: `${origin}/`, html: expect.stringContaining('Words that stay') });
    expect(inside.hits.tcp).toBe(0);
  });

  it('cuts the HTML at one mebibyte, counted outside the reach of the page', { timeout: 30_000 }, async () => {
    const origin = await site(`<body><script>String.prototype.slice = function () { return this }; Object.defineProperty(Element.prototype, 'outerHTML', { get: () => 'forged' });
      const p = document.createElement('p'); p.hidden = true; p.textContent = 'é€😀'.repeat(400000); document.body.append(p)</script>`);
    const page = await rendererWith().render(`${origin}/`);
    expect(page.kind).toBe('page');
    const html = page.kind === 'page' ? page.html : '';
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.byteLength(html)).toBeGreaterThan(1024 * 1024 - 8);
    expect(html).not.toContain('\uFFFD');
    expect(html).toContain('é€😀é€😀');
  });

  it.each<[string, Site, string]>([
    ['an error', () => ({ status: 403, body: 'no' }), 'status'],
    ['a file', () => ({ headers: { 'content-type': 'application/zip' }, body: 'PK' }), 'not-html'],
    ['JSON', () => ({ headers: { 'content-type': 'application/json' }, body: '{}' }), 'not-html'],
    ['a reset', () => reset, 'reset'],
    ['a redirect inside', () => ({ status: 302, headers: { location: 'http://127.0.0.1:9999/' } }), 'not-public'],
    ['an endless redirect', (path) => ({ status: 302, headers: { location: `${path}x` } }), 'network-error'],
  ])('fails for %s', { timeout: 30_000 }, async (_, answer, code) => {
    expect(await rendererWith().render(`${await site(answer)}/`)).toMatchObject({ kind: 'failure', code });
  });

  it.each([['file:///etc/passwd', 'bad-scheme'], ['http://127.0.0.1/', 'not-public'], ['http://[::1]/', 'not-public'], ['http://127.0.0.5:22/', 'bad-port'], ['http://a@127.0.0.5/', 'userinfo'], ['chrome://version', 'bad-scheme'], ['', 'bad-host']])('refuses %j without a browser', async (url, code) => {
    const renderer = rendererWith({ browserPath: '/nowhere/chromium' });
    expect(await renderer.render(url)).toMatchObject({ kind: 'failure', code });
    expect(renderer.spent.pages).toBe(0);
  });
});

describe('TLS', () => {
  const secure = async (site: Site) => {
    const { certificate } = await throwAwayAuthority();
    const { port } = kept(await serve(site, { host: '127.0.0.5', tls: await certificateFor(['docs.render-tls.com']) }));
    return { certificate, connectTo: () => ({ host: '127.0.0.5', port }) };
  };

  it("trusts the operator's own authority, from end to end", { timeout: 30_000 }, async () => {
    const { certificate, connectTo } = await secure((path) => (path === '/data' ? 'over TLS' : '<div id="root"></div><script>fetch("/data").then((r) => r.text()).then((t) => { root.textContent = t + " " + isSecureContext })</script>'));
    expect(await rendererWith({ ca: [certificate], connectTo }).render('https://docs.render-tls.com/')).toMatchObject({ kind: 'page', url: 'https://docs.render-tls.com/', html: expect.stringContaining('over TLS true') });
  });

  it('trusts nobody else', { timeout: 30_000 }, async () => {
    const { connectTo } = await secure(() => 'x');
    expect(await rendererWith({ connectTo }).render('https://docs.render-tls.com/')).toMatchObject({ kind: 'failure', code: 'untrusted' });
  });
});

describe('limits', () => {
  it('renders as many pages as it may, several at once, in one browser', { timeout: 40_000 }, async () => {
    const origin = await site((path) => `<p>page ${path}</p>`);
    const renderer = rendererWith({ maxPages: 3 });
    const pages = await Promise.all(['/1', '/2', '/3', '/4'].map((path) => renderer.render(`${origin}${path}`)));
    expect(pages.map((page) => (page.kind === 'page' ? page.html.includes('page /') : page.code))).toEqual([true, true, true, 'pages']);
    expect(await browsers()).toHaveLength(1);
    expect(renderer.spent.pages).toBe(3);
  });

  it.each<[string, Site]>([
    ['a script without end', () => '<p>x</p><script>for (;;);</script>'],
    ['a host that does not answer', () => hang],
    ['dialogs without end', () => '<script>for (;;) alert(1)</script>'],
    ['a page that always navigates', (path) => `<script>location = "${path}1"</script>`],
  ])('ends in time with %s, and the other pages are read', { timeout: 40_000 }, async (_, answer) => {
    const origin = await site((path, request) => (path === '/good' ? '<p>good words</p>' : answer(path, request)));
    const renderer = rendererWith({ totalMs: 4500 });
    const began = performance.now();
    const [bad, good] = await Promise.all([renderer.render(`${origin}/bad`), renderer.render(`${origin}/good`)]);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(['page', 'failure']).toContain(bad.kind);
    expect(good).toMatchObject({ kind: 'page', html: expect.stringContaining('good words') });
    await renderer.close();
    expect(performance.now() - began).toBeLessThan(9000);
    expect(await browsers()).toEqual([]);
  });

  it('reads a page that never comes to rest as it is', { timeout: 40_000 }, async () => {
    const origin = await site((path) => (path === '/' ? '<p id="p">first</p><script>setInterval(() => fetch("/poll?" + Math.random()), 50); setTimeout(() => { p.textContent = "second" }, 800)</script><script src="/never.js" async></script>' : path === '/never.js' ? hang : 'x'));
    const began = performance.now();
    expect(await rendererWith({ totalMs: 10_000 }).render(`${origin}/`)).toMatchObject({ kind: 'page', html: expect.stringContaining('second') });
    expect(performance.now() - began).toBeLessThan(10_300);
  });

  it('counts the time of rendering only, over all pages', { timeout: 40_000 }, async () => {
    const origin = await site((path) => (path === '/hang' ? hang : '<p>x</p>'));
    const renderer = rendererWith({ totalMs: 5000 });
    expect((await renderer.render(`${origin}/`)).kind).toBe('page');
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect((await renderer.render(`${origin}/`)).kind).toBe('page');
    expect(await renderer.render(`${origin}/hang`)).toMatchObject({ kind: 'failure', code: 'time' });
  });

  it('stops a page that asks too often', { timeout: 40_000 }, async () => {
    let hits = 0;
    const origin = await site(() => {
      hits += 1;
      return '<script>for (let i = 0; i < 300; i += 1) fetch("/" + i).catch(() => {})</script>';
    });
    const renderer = rendererWith({ maxRequests: 20 });
    expect((await renderer.render(`${origin}/`)).kind).toBe('page');
    expect(hits).toBeLessThanOrEqual(20);
    expect(renderer.spent.refused).toBeGreaterThan(200);
  });

  it('stops a page that loads too much', { timeout: 40_000 }, async () => {
    let sent = 0;
    const origin = await site((path) => {
      if (path === '/') return '<p>x</p><script>(async () => { for (let i = 0; ; i += 1) await (await fetch("/big?" + i)).text() })()</script>';
      sent += 1;
      return { headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(1_000_000) };
    });
    const renderer = rendererWith({ maxBytes: 4_000_000 });
    await renderer.render(`${origin}/`);
    expect(sent).toBeLessThan(12);
    expect(renderer.spent.bytes).toBeLessThan(6_000_000);
  });

  it.runIf(process.platform === 'linux')('kills a browser that takes too much memory', { timeout: 40_000 }, async () => {
    const origin = await site((path) => (path === '/' ? '<script src="/never.js" async></script><script>globalThis.held = []; setInterval(() => { for (let i = 0; i < 8; i += 1) held.push(new Uint8Array(8 * 1048576).fill(1)) }, 10)</script>' : hang));
    const renderer = rendererWith({ maxMemory: 600 * 1048576 });
    expect(await renderer.render(`${origin}/`)).toMatchObject({ kind: 'failure', code: expect.stringMatching(/memory|browser-crash/) });
    await renderer.close();
    expect(await browsers()).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('the end of the browser', () => {
  it('starts none before the first page, and leaves no process and no file', { timeout: 30_000 }, async () => {
    const before = await homes();
    const renderer = rendererWith();
    expect(await browsers()).toEqual([]);
    const origin = await site('<p>x</p>');
    expect((await renderer.render(`${origin}/`)).kind).toBe('page');
    const [group = 0] = await browsers();
    expect((await processesOf(group)).length).toBeGreaterThan(1);
    await Promise.all([renderer.close(), renderer.close()]);
    expect(await processesOf(group)).toEqual([]);
    // Other tests on this machine may render at the same time; what is new must be theirs and in use.
    const mine = (await homes()).filter((name) => !before.includes(name) && !existsSync(`${tmpdir()}/${name}/fonts.conf`));
    expect(mine).toEqual([]);
    expect(await renderer.render(`${origin}/`)).toMatchObject({ kind: 'failure', code: 'closed' });
  });

  it('does not let the browser see the environment of the scanner', { timeout: 30_000 }, async () => {
    process.env['PLANTED_SECRET'] = 'planted-4711';
    try {
      const renderer = rendererWith();
      await renderer.render(`${await site('<p>x</p>')}/`);
      const [group = 0] = await browsers();
      const all = await Promise.all((await processesOf(group)).map((pid) => readFile(`/proc/${pid}/environ`, 'utf8').catch((error: NodeJS.ErrnoException) => error.code)));
      // The page's own process may be ending while it is looked at.
      const environments = all.filter((one) => one !== 'ESRCH' && one !== 'ENOENT');
      expect(environments.length).toBeGreaterThan(1);
      for (const one of environments) expect(one).not.toMatch(/planted-4711|DATABASE_URL|REDIS_URL|npm_/);
      expect(environments[0]).toContain('latchkey-render-');
    } finally {
      delete process.env['PLANTED_SECRET'];
    }
  });

  it.each([0, 150, 600, 1500])('ends when the scan is aborted after %i ms', { timeout: 30_000 }, async (ms) => {
    const controller = new AbortController();
    const renderer = rendererWith({ signal: controller.signal });
    const origin = await site('<script>for (;;);</script>');
    const began = performance.now();
    const rendering = renderer.render(`${origin}/`);
    setTimeout(() => controller.abort(), ms);
    expect(await rendering).toMatchObject({ kind: 'failure', code: 'aborted' });
    expect(performance.now() - began).toBeLessThan(ms + 700);
    await renderer.close();
    expect(await browsers()).toEqual([]);
  });

  it('renders nothing for a scan that was aborted before', async () => {
    const renderer = rendererWith({ signal: AbortSignal.abort() });
    expect(await renderer.render('http://127.0.0.5/')).toMatchObject({ kind: 'failure', code: 'aborted' });
    await renderer.close();
  });

  it('notices that the browser was killed', { timeout: 30_000 }, async () => {
    const renderer = rendererWith();
    const origin = await site((path) => (path === '/hang' ? hang : '<p>x</p>'));
    expect((await renderer.render(`${origin}/`)).kind).toBe('page');
    const hanging = renderer.render(`${origin}/hang`);
    const [group = 0] = await browsers();
    process.kill(-group, 'SIGKILL');
    expect(await hanging).toMatchObject({ kind: 'failure', code: 'browser-crash' });
    expect(await renderer.render(`${origin}/`)).toMatchObject({ kind: 'failure', code: 'browser-crash' });
    await renderer.close();
    expect(await processesOf(group)).toEqual([]);
  });

  it('ends a browser that does not react', { timeout: 30_000 }, async () => {
    const renderer = rendererWith();
    expect((await renderer.render(`${await site('<p>x</p>')}/`)).kind).toBe('page');
    const [group = 0] = await browsers();
    process.kill(-group, 'SIGSTOP');
    const began = performance.now();
    await renderer.close();
    expect(performance.now() - began).toBeLessThan(4000);
    await expect.poll(() => processesOf(group)).toEqual([]);
  });

  it('leaves none of its helpers when the browser dies alone', { timeout: 30_000 }, async () => {
    const renderer = rendererWith();
    expect((await renderer.render(`${await site('<p>x</p>')}/`)).kind).toBe('page');
    const [group = 0] = await browsers();
    process.kill(group, 'SIGKILL');
    await renderer.close();
    await expect.poll(() => processesOf(group)).toEqual([]);
  });

  it('survives a page that crashes its own process', { timeout: 30_000 }, async () => {
    const renderer = rendererWith();
    const origin = await site((path) => (path === '/good' ? '<p>good</p>' : hang));
    const crashing = renderer.render(`${origin}/bad`);
    const good = renderer.render(`${origin}/good`);
    await good;
    const [group = 0] = await browsers();
    for (const pid of await processesOf(group)) {
      if ((await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('--type=renderer')) process.kill(pid, 'SIGKILL');
    }
    expect((await crashing).kind).toBe('failure');
    expect((await good).kind).toBe('page');
  });

  it('may be started before its first page, once, and ends also when no page comes', { timeout: 30_000 }, async () => {
    const before = (await browsers()).length;
    const renderer = rendererWith();
    renderer.warm();
    renderer.warm();
    await expect.poll(async () => (await browsers()).length, { timeout: 15_000 }).toBe(before + 1);
    expect(renderer.spent.pages).toBe(0);
    expect((await renderer.render(`${await site('<p>x</p>')}/`)).kind).toBe('page');
    expect((await browsers()).length).toBe(before + 1);
    await renderer.close();
    await expect.poll(async () => (await browsers()).length).toBe(before);
    const unused = rendererWith();
    unused.warm();
    await unused.close();
    await expect.poll(async () => (await browsers()).length).toBe(before);
    unused.warm();
    expect(await browsers()).toHaveLength(before);
  });

  it('says that a browser cannot be started, and leaves nothing', { timeout: 30_000 }, async () => {
    const origin = await site('x');
    for (const path of ['/nowhere/chromium', '/bin/false', '/bin/cat']) {
      const renderer = rendererWith({ browserPath: path, totalMs: 3000 });
      expect(await renderer.render(`${origin}/`)).toMatchObject({ kind: 'failure', code: expect.stringMatching(/browser-start|time/) });
      await renderer.close();
    }
  });

  it('ends with a scanner that is killed', { timeout: 40_000 }, async () => {
    const origin = await site((path) => (path === '/hang' ? hang : 'x'));
    const code = `import { createRenderer } from ${JSON.stringify(new URL('../../../../lib/scan/render/index.ts', import.meta.url).href)};
      createRenderer({ browserPath: ${JSON.stringify(executable)}, allowNets: ['127.0.0.5/32'], userAgent: 'x', totalMs: 60000 }).render(${JSON.stringify(`${origin}/hang`)});
      setTimeout(() => process.exit(), 60000);`;
    // A scanner that is killed cannot remove its files.
    const files = await mkdtemp(join(tmpdir(), 'killed-scanner-'));
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { stdio: 'inherit', env: { ...process.env, TMPDIR: files } });
    try {
      await expect.poll(() => browsers(child.pid), { timeout: 15_000, interval: 100 }).toHaveLength(1);
      const [group = 0] = await browsers(child.pid);
      await expect.poll(async () => (await processesOf(group)).length, { timeout: 15_000 }).toBeGreaterThan(3);
      child.kill('SIGKILL');
      await expect.poll(() => processesOf(group), { timeout: 10_000, interval: 100 }).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      await rm(files, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  });

  it('refuses a setting that is no CIDR block', () => {
    expect(() => createRenderer({ browserPath: executable, allowNets: ['nonsense'], userAgent: 'x' })).toThrow(RangeError);
  });
});
