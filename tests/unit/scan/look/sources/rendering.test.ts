import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCrawl, type Crawl } from '../../../../../lib/scan/look/crawl.ts';
import { enterPage } from '../../../../../lib/scan/look/enter.ts';
import { runSources } from '../../../../../lib/scan/look/scheduler.ts';
import { rendering } from '../../../../../lib/scan/look/sources/rendering.ts';
import { createHttpClient, defaultBudget } from '../../../../../lib/scan/http/client.ts';
import { createRenderer, type Renderer, type Rendering } from '../../../../../lib/scan/render/index.ts';
import type { PageFact, ScanEvent } from '../../../../../lib/scan/types.ts';
import { browserPath, serve, type Site } from '../../render/yard.ts';

let executable = '';
beforeAll(async () => {
  executable = await browserPath();
}, 90_000);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const shell = (title = 'App'): string =>
  `<!doctype html><html><head><title>${title}</title><script src="/app.js" defer></script></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>`;

/** What the shell's script turns each path into. */
const views: Record<string, string> = {
  '/docs':
    '<main><h1>Authentication</h1><p>Send your token in the Authorization header as a bearer token with each request that you make to the API.</p><pre>curl https://api.app-shell.com/v1/users -H "Authorization: Bearer $TOKEN"</pre><a href="/docs/oauth-scopes">OAuth scopes</a></main>',
  '/signup':
    '<main><h1>Create your account</h1><form method="post" action="/signup"><input name="email"><input type="password" name="password"><div class="g-recaptcha" data-sitekey="x"></div><button>Sign up</button></form></main>',
  '/keys':
    '<main><h1>API keys</h1><p>Create a key in the dashboard at once. It works immediately and can be revoked by you at any time you like.</p></main>',
  '/gone': '<main><h1>404</h1><p>Page not found</p></main>',
};
const app = `document.title = ({ '/docs': 'Authentication', '/signup': 'Sign up', '/gone': 'Page not found' })[location.pathname] ?? document.title;
  document.getElementById('root').innerHTML = (${JSON.stringify(views)})[location.pathname] ?? '';
  if (location.pathname === '/away') location = 'http://login.elsewhere.com/';
  if (location.pathname === '/moved') location.replace('/docs');`;
const site: Site = (path) =>
  path === '/app.js' ? { headers: { 'content-type': 'text/javascript' }, body: app } : shell();

/** A scan that has read the shells of `paths`, on a business of its own. */
async function scanOf(paths: Record<string, PageFact['role']>) {
  const { port, close } = await serve(site, { host: '127.0.0.5' });
  const connectTo = (host: string) =>
    host === 'app-shell.com' ? { host: '127.0.0.5', port } : { host: '127.0.0.1', port };
  const http = createHttpClient({
    budget: defaultBudget,
    allowNets: ['127.0.0.5/32'],
    connectTo,
    userAgent: 'Latchkey/0.1',
  });
  const events: ScanEvent[] = [];
  const crawl = createCrawl({
    target: { input: 'app-shell.com', url: 'http://app-shell.com/', host: 'app-shell.com', domain: 'app-shell.com' },
    http,
    emit: (event) => events.push(event),
  });
  for (const [path, role] of Object.entries(paths)) {
    const answer = await crawl.ask({ url: `http://app-shell.com${path}`, purpose: 'page' });
    if (answer.kind === 'failure') throw new Error(answer.failure.message);
    await enterPage(crawl, answer, role, 'page-link', true);
  }
  const renderer = createRenderer({
    browserPath: executable,
    crawl,
    allowNets: ['127.0.0.5/32'],
    userAgent: 'Latchkey/0.1',
    totalMs: 30_000,
  });
  open.push(renderer, http, { close });
  return { crawl, known: crawl.known, renderer, events };
}

async function renderPages(crawl: Crawl, renderer: Renderer | null | 'off') {
  await runSources([rendering(renderer)], crawl);
  return crawl.known.browser;
}
/** A copy of everything known that may change. */
const copy = ({ links: _links, ...facts }: Crawl['known']) => structuredClone(facts);

/** A renderer that answers from memory and notes what it was asked. */
function fromMemory(answer: (url: string) => Rendering): Renderer & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    spent: { pages: 0, requests: 0, bytes: 0, refused: 0 },
    warm: () => undefined,
    close: () => Promise.resolve(),
    render(url) {
      asked.push(new URL(url).pathname);
      return Promise.resolve(answer(url));
    },
  };
}
const timeOver: Rendering = { kind: 'failure', code: 'time', message: 'The time for rendering is over.' };

describe('rendering with a real browser', () => {
  it('reads docs, keys and sign-up again, citing the original exchanges', { timeout: 40_000 }, async () => {
    const { crawl, known, renderer, events } = await scanOf({
      '/': 'home',
      '/docs': 'docs',
      '/signup': 'sign-up',
      '/keys': 'keys',
    });
    expect(known.pageFacts.map((fact) => [fact.needsScript, fact.rendered])).toEqual([
      [true, false],
      [true, false],
      [true, false],
      [true, false],
    ]);
    expect(known.mentions).toEqual([]);
    expect(await renderPages(crawl, renderer)).toBe('used');

    expect(
      known.pageFacts.map(({ url, title, role, needsScript, rendered, evidence }) => [
        new URL(url).pathname,
        title,
        role,
        needsScript,
        rendered,
        evidence,
      ]),
    ).toEqual([
      ['/', 'App', 'home', true, false, ['x1']],
      ['/docs', 'Authentication', 'docs', true, true, ['x2']],
      ['/signup', 'Sign up', 'sign-up', true, true, ['x3']],
      ['/keys', 'App', 'keys', true, true, ['x4']],
    ]);
    expect(known.pages.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/docs', '/signup', '/keys']);
    expect(known.pages[1]).toMatchObject({
      evidence: ['x2'],
      blocks: expect.arrayContaining([
        expect.objectContaining({ kind: 'prose', text: expect.stringContaining('bearer token') }),
      ]),
    });
    expect(known.mentions).toEqual([
      expect.objectContaining({
        kind: 'api',
        url: 'https://api.app-shell.com/v1/users',
        via: 'docs-sample',
        evidence: ['x2'],
      }),
    ]);
    expect(known.captchas).toEqual([
      expect.objectContaining({ product: 'reCAPTCHA', guards: 'sign-up', evidence: ['x3'] }),
    ]);
    expect(known.docs).toEqual([
      { url: 'http://app-shell.com/docs', via: 'page-link', evidence: ['x2'], title: 'Authentication' },
    ]);
    expect(known.keyPages.map(({ url, kind }) => [new URL(url).pathname, kind])).toEqual([
      ['/signup', 'sign-up'],
      ['/keys', 'keys'],
    ]);
    expect(known.links.best(5, ['docs']).map(({ url }) => new URL(url).pathname)).toContain('/docs/oauth-scopes');
    expect(events.some((event) => event.type === 'found' && event.text === 'Documentation: Authentication')).toBe(true);
  });

  it(
    'unmasks a shell that answers for pages which do not exist, and ignores what leads away',
    { timeout: 40_000 },
    async () => {
      const { crawl, known, renderer } = await scanOf({
        '/docs': 'docs',
        '/gone': 'docs',
        '/moved': 'docs',
      });
      expect(await renderPages(crawl, renderer)).toBe('used');
      expect(known.pageFacts.map(({ url }) => new URL(url).pathname)).toEqual(['/docs']);
      expect(known.pages.map(({ url }) => new URL(url).pathname)).toEqual(['/docs']);
      expect(known.docs.map(({ url }) => new URL(url).pathname)).toEqual(['/docs']);
    },
  );
});

describe('rendering', () => {
  it('says why nothing was rendered', async () => {
    const nothing = await scanOf({ '/': 'home' });
    const some = await scanOf({ '/docs': 'docs' });
    const never = fromMemory(() => timeOver);
    expect(await renderPages(nothing.crawl, never)).toBe('not-needed');
    expect(await renderPages(nothing.crawl, null)).toBe('not-needed');
    expect(never.asked).toEqual([]);
    const before = { ...copy(some.known), browser: 'failed' };
    expect(await renderPages(some.crawl, null)).toBe('none-found');
    expect(await renderPages(some.crawl, 'off')).toBe('off');
    expect(await renderPages(some.crawl, never)).toBe('failed');
    expect(copy(some.known)).toEqual(before);
  });

  it('takes three at most, the best of each role first', async () => {
    const { crawl } = await scanOf({
      '/docs/intro': 'docs',
      '/docs/webhooks': 'docs',
      '/docs/authentication': 'docs',
      '/docs/api-keys': 'docs',
      '/signup': 'sign-up',
      '/pricing': 'pricing',
      '/login': 'log-in',
    });
    const renderer = fromMemory(() => timeOver);
    await renderPages(crawl, renderer);
    expect(renderer.asked).toEqual(['/docs/authentication', '/signup', '/docs/api-keys']);
  });

  it('does not enter a page of somebody else', async () => {
    const { crawl, known } = await scanOf({ '/docs': 'docs' });
    const before = { ...copy(known), browser: 'failed' };
    const renderer = fromMemory(() => ({
      kind: 'page',
      html: '<main><h1>Log in</h1></main>',
      url: 'https://login.elsewhere.com/',
      ms: 1,
    }));
    expect(await renderPages(crawl, renderer)).toBe('failed');
    expect(copy(known)).toEqual(before);
  });
});
