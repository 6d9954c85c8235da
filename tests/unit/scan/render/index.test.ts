import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient, defaultBudget, type HttpClientOptions } from '../../../../lib/scan/http/client.ts';
import { createCrawl, type Crawl } from '../../../../lib/scan/look/crawl.ts';
import { missingSandbox } from '../../../../lib/scan/render/chromium.ts';
import { createRenderer, type Renderer, type RendererOptions } from '../../../../lib/scan/render/index.ts';
import { groupOf, processesOf } from '../../../../lib/scan/render/processes.ts';
import { sharedUser } from '../../../../lib/scan/render/user.ts';
import { certificateFor, throwAwayAuthority } from '../../../worlds/lib/certificates.ts';
import { rightsForRendering } from './rights.ts';
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
const userAgent = 'Latchkey-Test/1 (+https://latchkey.example/bot)';
const allowNets = ['127.0.0.5/32'];
/** A scan of `url` on its way: the client that sends for the browser, and what it knows. */
const scanOf = (url: string, options: Partial<HttpClientOptions> = {}): Crawl => {
  const http = kept(createHttpClient({ budget: defaultBudget, allowNets, userAgent, ...options }));
  const { hostname } = new URL(url);
  const domain = hostname.split('.').slice(-2).join('.');
  return createCrawl({ target: { input: url, url, host: hostname, domain }, http });
};
const rendererWith = (options: Partial<RendererOptions> = {}): Renderer =>
  kept(
    createRenderer({
      browserPath: executable,
      crawl: scanOf('http://127.0.0.5/'),
      allowNets,
      userAgent,
      totalMs: 30_000,
      ...options,
    }),
  );
const site = async (answer: Site | string): Promise<string> => {
  const { port } = kept(await serve(typeof answer === 'string' ? () => answer : answer, { host: '127.0.0.5' }));
  return `http://127.0.0.5:${port}`;
};

/** What /proc says of some processes, less those that ended while they were looked at: a page's own process may. */
async function said(
  pids: number[],
  file: 'cmdline' | 'environ' | 'stat' | 'status',
): Promise<{ pid: number; text: string }[]> {
  const all = await Promise.all(
    pids.map(async (pid) => {
      try {
        return [{ pid, text: await readFile(`/proc/${pid}/${file}`, 'utf8') }];
      } catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return [];
        throw error;
      }
    }),
  );
  return all.flat();
}

/** Process groups of the browsers that this test's process has started. */
async function browsers(parent = process.pid): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const children = (await said(pids, 'stat')).filter(({ text }) => {
    const [state, ppid] = text.replace(/^.*\)\s/s, '').split(' ');
    return Number(ppid) === parent && state !== 'Z';
  });
  const commands = await said(
    children.map(({ pid }) => pid),
    'cmdline',
  );
  return commands.flatMap(({ pid, text }) => (text.includes('--remote-debugging-pipe') ? [pid] : []));
}

const homes = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('latchkey-render-'));

/** Folders of browsers that run as a user; others render on this machine too. */
const homesOf = async (uid: number): Promise<string[]> => {
  const owners = await Promise.all(
    (await homes()).map(async (name) => ({ name, owner: await stat(join(tmpdir(), name)).catch(() => null) })),
  );
  return owners.flatMap(({ name, owner }) => (owner?.uid === uid ? [name] : []));
};

describe('what a page becomes', () => {
  it(
    'gives the DOM that scripts built, also what they fetched, and what stands in shadow trees',
    { timeout: 60_000 },
    async () => {
      const origin = await site((path, request) => {
        if (path === '/text')
          return {
            headers: { 'content-type': 'text/plain' },
            body: `Send a bearer token. ${request.headers['user-agent']}`,
          };
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
      for (const part of [
        '<title>API docs</title>',
        'Send a bearer token. Latchkey-Test/1 (+https://latchkey.example/bot)',
        '<a href="/keys">API keys</a>',
        'In the shadow',
        'deeper still',
      ])
        expect(html).toContain(part);
      expect(html).not.toContain('.never');
      expect(renderer.spent).toMatchObject({ pages: 1, refused: 0 });
    },
  );

  it('does not fetch images, fonts and media, nor send what may change something', { timeout: 60_000 }, async () => {
    const asked: string[] = [];
    const origin = await site((path, request) => {
      asked.push(`${request.method} ${path}`);
      return path === '/'
        ? `<div id="root"></div><img src="/i.png"><style>@font-face{font-family:x;src:url(/f.woff2)}</style><p style="font-family:x">x</p><video src="/v.mp4" autoplay></video><iframe src="/frame"></iframe>
        <script>fetch('/post', { method: 'POST', body: '1' }).catch(() => {}); fetch('/delete', { method: 'DELETE' }).catch(() => {}); navigator.sendBeacon('/beacon', '1'); fetch('/get')</script>`
        : 'x';
    });
    expect((await rendererWith().render(`${origin}/`)).kind).toBe('page');
    expect(asked.toSorted()).toEqual(['GET /', 'GET /frame', 'GET /get']);
  });

  it('follows redirects and says where they ended', { timeout: 60_000 }, async () => {
    const origin = await site((path) =>
      path === '/'
        ? { status: 302, headers: { location: '/next' } }
        : path === '/next'
          ? '<script>location.replace("/last?a=b")</script>'
          : '<p>arrived</p>',
    );
    expect(await rendererWith().render(`${origin}/`)).toMatchObject({
      kind: 'page',
      url: `${origin}/last?a=b`,
      html: expect.stringContaining('arrived'),
    });
  });

  it('keeps a page that tries to leave for an inside address', { timeout: 60_000 }, async () => {
    const inside = kept(await canary('127.0.0.1'));
    const origin = await site(
      `<main>Words that stay</main><script>addEventListener('load', () => { location = 'http://127.0.0.1:${inside.port}/' })</script>`,
    );
    expect(await rendererWith().render(`${origin}/`)).toMatchObject({
      kind: 'page',
      url: `${origin}/`,
      html: expect.stringContaining('Words that stay'),
    });
    expect(inside.hits.tcp).toBe(0);
  });

  it('cuts the HTML at one mebibyte, counted outside the reach of the page', { timeout: 60_000 }, async () => {
    const origin =
      await site(`<body><script>String.prototype.slice = function () { return this }; Object.defineProperty(Element.prototype, 'outerHTML', { get: () => 'forged' });
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
    ['a reset', () => reset, 'closed'],
    ['a redirect inside', () => ({ status: 302, headers: { location: 'http://127.0.0.1:9999/' } }), 'not-public'],
    ['an endless redirect', (path) => ({ status: 302, headers: { location: `${path}x` } }), 'network-error'],
  ])('fails for %s', { timeout: 60_000 }, async (_, answer, code) => {
    expect(await rendererWith().render(`${await site(answer)}/`)).toMatchObject({ kind: 'failure', code });
  });

  it.each([
    ['file:///etc/passwd', 'bad-scheme'],
    ['http://127.0.0.1/', 'not-public'],
    ['http://[::1]/', 'not-public'],
    ['http://127.0.0.5:22/', 'bad-port'],
    ['http://a@127.0.0.5/', 'userinfo'],
    ['chrome://version', 'bad-scheme'],
    ['', 'bad-host'],
  ])('refuses %j without a browser', async (url, code) => {
    const renderer = rendererWith({ browserPath: '/nowhere/chromium' });
    expect(await renderer.render(url)).toMatchObject({ kind: 'failure', code });
    expect(renderer.spent.pages).toBe(0);
  });
});

describe('TLS', () => {
  const secure = async (site: Site) => {
    const { certificate } = await throwAwayAuthority();
    const { port } = kept(await serve(site, { host: '127.0.0.5', tls: await certificateFor(['docs.render-tls.com']) }));
    const connectTo = () => ({ host: '127.0.0.5', port });
    const rendererFor = (ca?: string[]) =>
      rendererWith({ crawl: scanOf('https://docs.render-tls.com/', { connectTo, ca }) });
    return { certificate, rendererFor };
  };

  it("trusts the operator's own authority", { timeout: 60_000 }, async () => {
    const { certificate, rendererFor } = await secure((path) =>
      path === '/data'
        ? 'over TLS'
        : '<div id="root"></div><script>fetch("/data").then((r) => r.text()).then((t) => { root.textContent = t + " " + isSecureContext })</script>',
    );
    expect(await rendererFor([certificate]).render('https://docs.render-tls.com/')).toMatchObject({
      kind: 'page',
      url: 'https://docs.render-tls.com/',
      html: expect.stringContaining('over TLS true'),
    });
  });

  it('trusts nobody else', { timeout: 60_000 }, async () => {
    const { rendererFor } = await secure(() => 'x');
    expect(await rendererFor().render('https://docs.render-tls.com/')).toMatchObject({
      kind: 'failure',
      code: 'self-signed',
    });
  });
});

describe('limits', () => {
  it('renders as many pages as it may, several at once, in one browser', { timeout: 60_000 }, async () => {
    const origin = await site((path) => `<p>page ${path}</p>`);
    const renderer = rendererWith({ maxPages: 3 });
    const pages = await Promise.all(['/1', '/2', '/3', '/4'].map((path) => renderer.render(`${origin}${path}`)));
    expect(pages.map((page) => (page.kind === 'page' ? page.html.includes('page /') : page.code))).toEqual([
      true,
      true,
      true,
      'pages',
    ]);
    expect(await browsers()).toHaveLength(1);
    expect(renderer.spent.pages).toBe(3);
  });

  it.each<[string, Site]>([
    ['a script without end', () => '<p>x</p><script>for (;;);</script>'],
    ['a host that does not answer', () => hang],
    ['dialogs without end', () => '<script>for (;;) alert(1)</script>'],
    ['a page that always navigates', (path) => `<script>location = "${path}1"</script>`],
  ])('ends %s when its time is over, and reads the other pages', { timeout: 90_000 }, async (_, answer) => {
    const origin = await site((path, request) => (path === '/good' ? '<p>good words</p>' : answer(path, request)));
    const hasty = rendererWith({ totalMs: 1500 });
    expect(['page', 'failure']).toContain((await hasty.render(`${origin}/bad`)).kind);
    await hasty.close();
    const renderer = rendererWith({ totalMs: 60_000 });
    const bad = renderer.render(`${origin}/bad`);
    expect(await renderer.render(`${origin}/good`)).toMatchObject({
      kind: 'page',
      html: expect.stringContaining('good words'),
    });
    await renderer.close();
    expect(['page', 'failure']).toContain((await bad).kind);
    expect(await browsers()).toEqual([]);
  });

  it('reads a page that never comes to rest as it is', { timeout: 60_000 }, async () => {
    const origin = await site((path) =>
      path === '/'
        ? '<p id="p">first</p><script>setInterval(() => fetch("/poll?" + Math.random()), 50); fetch("/words").then(() => { p.textContent = "second" })</script><script src="/never.js" async></script>'
        : path === '/never.js'
          ? hang
          : 'x',
    );
    expect(await rendererWith({ totalMs: 30_000 }).render(`${origin}/`)).toMatchObject({
      kind: 'page',
      html: expect.stringContaining('second'),
    });
  });

  it('renders nothing more once its time is used up', { timeout: 60_000 }, async () => {
    const origin = await site(() => hang);
    const renderer = rendererWith({ totalMs: 1500 });
    expect(await renderer.render(`${origin}/1`)).toMatchObject({ kind: 'failure', code: 'time' });
    expect(await renderer.render(`${origin}/2`)).toMatchObject({ kind: 'failure', code: 'time' });
  });

  it('stops a page that asks too often', { timeout: 60_000 }, async () => {
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

  it('stops a page that loads too much', { timeout: 60_000 }, async () => {
    let sent = 0;
    const origin = await site((path) => {
      if (path === '/')
        return '<p>x</p><script>(async () => { for (let i = 0; ; i += 1) await (await fetch("/big?" + i)).text() })()</script>';
      sent += 1;
      return { headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(1_000_000) };
    });
    const renderer = rendererWith({ maxBytes: 4_000_000 });
    await renderer.render(`${origin}/`);
    expect(sent).toBeLessThan(12);
    expect(renderer.spent.bytes).toBeLessThan(6_000_000);
  });

  it.runIf(process.platform === 'linux')(
    'kills a browser that takes too much memory',
    { timeout: 60_000 },
    async () => {
      const origin = await site((path) =>
        path === '/'
          ? '<script src="/never.js" async></script><script>globalThis.held = []; setInterval(() => { for (let i = 0; i < 8; i += 1) held.push(new Uint8Array(8 * 1048576).fill(1)) }, 10)</script>'
          : hang,
      );
      const renderer = rendererWith({ maxMemory: 600 * 1048576 });
      expect(await renderer.render(`${origin}/`)).toMatchObject({
        kind: 'failure',
        code: expect.stringMatching(/memory|browser-crash/),
      });
      await renderer.close();
      expect(await browsers()).toEqual([]);
    },
  );
});

describe.runIf(process.platform === 'linux')('the end of the browser', () => {
  it('starts none before the first page, and leaves no process and no file', { timeout: 60_000 }, async () => {
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
    const mine = (await homes()).filter(
      (name) => !before.includes(name) && !existsSync(`${tmpdir()}/${name}/fonts.conf`),
    );
    expect(mine).toEqual([]);
    expect(await renderer.render(`${origin}/`)).toMatchObject({ kind: 'failure', code: 'closed' });
  });

  it('does not let the browser see the environment of the scanner', { timeout: 60_000 }, async () => {
    process.env['PLANTED_SECRET'] = 'planted-4711';
    try {
      const renderer = rendererWith();
      await renderer.render(`${await site('<p>x</p>')}/`);
      const [group = 0] = await browsers();
      const environments = (await said(await processesOf(group), 'environ')).map(({ text }) => text);
      expect(environments.length).toBeGreaterThan(1);
      for (const one of environments) expect(one).not.toMatch(/planted-4711|DATABASE_URL|REDIS_URL|npm_/);
      expect(environments[0]).toContain('latchkey-render-');
    } finally {
      delete process.env['PLANTED_SECRET'];
    }
  });

  it.each([0, 150, 600, 1500])('ends when the scan is aborted after %i ms', { timeout: 60_000 }, async (ms) => {
    const controller = new AbortController();
    const renderer = rendererWith({ signal: controller.signal });
    const origin = await site('<script>for (;;);</script>');
    const rendering = renderer.render(`${origin}/`);
    setTimeout(() => controller.abort(), ms);
    expect(await rendering).toMatchObject({ kind: 'failure', code: 'aborted' });
    await renderer.close();
    expect(await browsers()).toEqual([]);
  });

  it('renders nothing for a scan that was aborted before', async () => {
    const renderer = rendererWith({ signal: AbortSignal.abort() });
    expect(await renderer.render('http://127.0.0.5/')).toMatchObject({ kind: 'failure', code: 'aborted' });
    await renderer.close();
  });

  it('notices that the browser was killed', { timeout: 60_000 }, async () => {
    const renderer = rendererWith();
    const origin = await site((path) => (path === '/hang' ? hang : '<p>x</p>'));
    expect((await renderer.render(`${origin}/`)).kind).toBe('page');
    const hanging = renderer.render(`${origin}/hang`);
    const [group = 0] = await browsers();
    process.kill(-group, 'SIGKILL');
    expect(await hanging).toMatchObject({ kind: 'failure', code: 'browser-crash' });
    expect(await renderer.render(`${origin}/`)).toMatchObject({ kind: 'failure', code: 'browser-crash' });
    await renderer.close();
    await expect.poll(() => processesOf(group)).toEqual([]);
  });

  it('ends a browser that does not react', { timeout: 60_000 }, async () => {
    const renderer = rendererWith();
    expect((await renderer.render(`${await site('<p>x</p>')}/`)).kind).toBe('page');
    const [group = 0] = await browsers();
    process.kill(-group, 'SIGSTOP');
    await renderer.close();
    await expect.poll(() => processesOf(group)).toEqual([]);
  });

  it('leaves none of its helpers when the browser dies alone', { timeout: 60_000 }, async () => {
    const renderer = rendererWith();
    expect((await renderer.render(`${await site('<p>x</p>')}/`)).kind).toBe('page');
    const [group = 0] = await browsers();
    process.kill(group, 'SIGKILL');
    await renderer.close();
    await expect.poll(() => processesOf(group)).toEqual([]);
  });

  it('survives a page that crashes its own process', { timeout: 60_000 }, async () => {
    const renderer = rendererWith();
    const origin = await site((path) => (path === '/good' ? '<p>good</p>' : hang));
    const crashing = renderer.render(`${origin}/bad`);
    const good = renderer.render(`${origin}/good`);
    await good;
    const [group = 0] = await browsers();
    for (const { pid, text } of await said(await processesOf(group), 'cmdline'))
      if (text.includes('--type=renderer')) process.kill(pid, 'SIGKILL');
    expect((await crashing).kind).toBe('failure');
    expect((await good).kind).toBe('page');
  });

  it('may be started before its first page, once, and ends also when no page comes', { timeout: 60_000 }, async () => {
    const before = (await browsers()).length;
    const renderer = rendererWith();
    renderer.warm();
    renderer.warm();
    await expect.poll(async () => (await browsers()).length, { timeout: 30_000 }).toBe(before + 1);
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

  it('says why there is no sandbox, and rejects when there is no browser', { timeout: 60_000 }, async () => {
    const problem = await missingSandbox(executable);
    if (process.getuid?.() === 0) expect(problem).toBe('this process runs as root');
    // What an ordinary user may do is the machine's affair.
    else expect(problem === null || problem.length > 0).toBe(true);
    expect(await browsers()).toEqual([]);
    await expect(missingSandbox('/nowhere/chromium')).rejects.toThrow('ENOENT');
  });

  // Only root may change users; elsewhere the reason is all there is to see.
  const nobody = { uid: 65_534, gid: 65_534 };
  const others = process.getuid?.() === 0 ? [nobody] : [];
  if (others.length === 0) process.stderr.write('Not run as another user: only root can start a browser so.\n');
  it.each(others)(
    'runs as another user, with its sandbox where there is one, and leaves nothing',
    { timeout: 60_000 },
    async (user) => {
      const origin = await site('<title>App</title><p>rendered</p>');
      const renderer = rendererWith({ user });
      const reading = renderer.render(`${origin}/`);
      await expect.poll(() => browsers(), { timeout: 30_000 }).toHaveLength(1);
      expect(await reading).toMatchObject({ kind: 'page', html: expect.stringContaining('rendered') });
      const [first] = await browsers();
      const processes = await said(await processesOf((await groupOf(first ?? 0)) ?? 0), 'status');
      expect(processes.length).toBeGreaterThan(1);
      for (const { text } of processes) {
        expect(/^Uid:\t(.*)$/m.exec(text)?.[1]?.split('\t')).toEqual(Array(4).fill(String(user.uid)));
        expect(/^Groups:\t(.*)$/m.exec(text)?.[1]?.trim()).toBe('');
      }
      await renderer.close();
      expect(await browsers()).toEqual([]);
      expect(await homesOf(user.uid)).toEqual([]);
      expect(await missingSandbox(executable, 30_000, user)).not.toBe('this process runs as root');
    },
  );
  it.each(others)(
    'runs so with the rights that the container has, and nothing more',
    { timeout: 60_000 },
    async (user) => {
      const script = `
        const { launchChromium } = await import(${JSON.stringify(pathToFileURL('lib/scan/render/chromium.ts').href)});
        const { readFileSync } = await import('node:fs');
        const chromium = await launchChromium(${JSON.stringify(executable)}, 30_000, ${JSON.stringify(user)});
        const status = readFileSync('/proc/' + chromium.group + '/status', 'utf8');
        await chromium.stop(2000);
        console.log(JSON.stringify({ uid: /^Uid:\\s+(\\d+)/m.exec(status)[1], rights: /^CapEff:\\s+(\\w+)/m.exec(status)[1] }));
        process.exit(0);`;
      const rights = ['-all', ...rightsForRendering.map((right) => `+${right.toLowerCase()}`)].join();
      const command = ['--no-new-privs', '--bounding-set', rights, '--inh-caps', '-all', process.execPath];
      const { stdout } = await promisify(execFile)('setpriv', [
        ...command,
        ...['--import', 'tsx', '--input-type=module', '-e', script],
      ]);
      expect(JSON.parse(stdout)).toEqual({ uid: String(user.uid), rights: '0'.repeat(16) });
      expect(await homesOf(user.uid)).toEqual([]);
    },
  );
  it('says why it runs as this process does', () => {
    if (process.getuid?.() === 0) {
      expect(sharedUser(nobody)).toBeNull();
      expect(sharedUser(undefined)).toBe('no other is set');
      expect(sharedUser({ uid: 0, gid: 0 })).toBe('the one that is set is root');
    } else expect(sharedUser(nobody)).toMatch(/^only (?:root|Linux) /);
  });

  it('says that a browser cannot be started, and leaves nothing', { timeout: 60_000 }, async () => {
    const origin = await site('x');
    for (const path of ['/nowhere/chromium', '/bin/false', '/bin/cat']) {
      const renderer = rendererWith({ browserPath: path, totalMs: 3000 });
      expect(await renderer.render(`${origin}/`)).toMatchObject({
        kind: 'failure',
        code: expect.stringMatching(/browser-start|time/),
      });
      await renderer.close();
    }
  });

  it('ends with a scanner that is killed', { timeout: 60_000 }, async () => {
    const origin = await site((path) => (path === '/hang' ? hang : 'x'));
    const from = (path: string) => JSON.stringify(new URL(`../../../../lib/scan/${path}`, import.meta.url).href);
    const code = `import { createHttpClient, defaultBudget } from ${from('http/client.ts')};
      import { createCrawl } from ${from('look/crawl.ts')};
      import { createRenderer } from ${from('render/index.ts')};
      const allowNets = ['127.0.0.5/32'], userAgent = 'x', url = ${JSON.stringify(`${origin}/hang`)}, host = '127.0.0.5';
      const http = createHttpClient({ budget: defaultBudget, allowNets, userAgent });
      const crawl = createCrawl({ target: { input: url, url, host, domain: host }, http });
      createRenderer({ browserPath: ${JSON.stringify(executable)}, crawl, allowNets, userAgent, totalMs: 60000 }).render(url);
      setTimeout(() => process.exit(), 60000);`;
    // A scanner that is killed cannot remove its files.
    const files = await mkdtemp(join(tmpdir(), 'killed-scanner-'));
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      stdio: 'inherit',
      env: { ...process.env, TMPDIR: files },
    });
    try {
      await expect.poll(() => browsers(child.pid), { timeout: 30_000, interval: 100 }).toHaveLength(1);
      const [group = 0] = await browsers(child.pid);
      await expect.poll(async () => (await processesOf(group)).length, { timeout: 30_000 }).toBeGreaterThan(3);
      child.kill('SIGKILL');
      await expect.poll(() => processesOf(group), { timeout: 10_000, interval: 100 }).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      await rm(files, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  });
});
