import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFrontier } from '../../../../lib/scan/discover/frontier.ts';
import { createNotebook } from '../../../../lib/scan/discover/notebook.ts';
import { enterPage } from '../../../../lib/scan/discover/reading.ts';
import { createScout } from '../../../../lib/scan/discover/scout.ts';
import { createHttpClient, defaultBudget } from '../../../../lib/scan/http/client.ts';
import { createRenderer, type Renderer, type Rendering } from '../../../../lib/scan/render/index.ts';
import { renderPages } from '../../../../lib/scan/render/pages.ts';
import type { PageFact, ScanEvent } from '../../../../lib/scan/types.ts';
import { browserPath, serve, type Site } from './yard.ts';

let executable = '';
beforeAll(async () => {
  executable = await browserPath();
}, 90_000);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const shell = (title = 'App'): string => `<!doctype html><html><head><title>${title}</title><script src="/app.js" defer></script></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>`;

/** What the shell's script turns each path into. */
const views: Record<string, string> = {
  '/docs': '<main><h1>Authentication</h1><p>Send your token in the Authorization header as a bearer token with each request that you make to the API.</p><pre>curl https://api.app-shell.com/v1/users -H "Authorization: Bearer $TOKEN"</pre><a href="/docs/oauth-scopes">OAuth scopes</a></main>',
  '/signup': '<main><h1>Create your account</h1><form method="post" action="/signup"><input name="email"><input type="password" name="password"><div class="g-recaptcha" data-sitekey="x"></div><button>Sign up</button></form></main>',
  '/keys': '<main><h1>API keys</h1><p>Create a key in the dashboard at once. It works immediately and can be revoked by you at any time you like.</p></main>',
  '/gone': '<main><h1>404</h1><p>Page not found</p></main>',
};
const app = `document.title = ({ '/docs': 'Authentication', '/signup': 'Sign up', '/gone': 'Page not found' })[location.pathname] ?? document.title;
  document.getElementById('root').innerHTML = (${JSON.stringify(views)})[location.pathname] ?? '';
  if (location.pathname === '/away') location = 'http://login.elsewhere.com/';
  if (location.pathname === '/moved') location.replace('/docs');`;
const site: Site = (path) => (path === '/app.js' ? { headers: { 'content-type': 'text/javascript' }, body: app } : shell());

/** A scan that has read the shells of `paths`, on a business of its own. */
async function scanOf(paths: Record<string, PageFact['role']>) {
  const { port, close } = await serve(site, { host: '127.0.0.5' });
  const connectTo = (host: string) => (host === 'app-shell.com' ? { host: '127.0.0.5', port } : { host: '127.0.0.1', port });
  const http = createHttpClient({ budget: defaultBudget, allowNets: ['127.0.0.5/32'], connectTo, userAgent: 'Latchkey/0.1' });
  const events: ScanEvent[] = [];
  const scout = createScout({ input: 'app-shell.com', url: 'http://app-shell.com/', host: 'app-shell.com', domain: 'app-shell.com' }, http, (event) => events.push(event), () => 0);
  const notebook = createNotebook();
  const frontier = createFrontier(scout.affiliation);
  for (const [path, role] of Object.entries(paths)) {
    const answer = await scout.ask({ url: `http://app-shell.com${path}`, purpose: 'page' });
    if (answer.kind === 'failure') throw new Error(answer.failure.message);
    enterPage(scout, notebook, frontier, answer, role, 'page-link', true);
  }
  const renderer = createRenderer({ browserPath: executable, allowNets: ['127.0.0.5/32'], connectTo, userAgent: 'Latchkey/0.1', totalMs: 20_000 });
  open.push(renderer, http, { close });
  return { scout, notebook, frontier, renderer, events };
}

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

describe('renderPages with a real browser', () => {
  it('reads docs, keys and sign-up again, citing the original exchanges', { timeout: 40_000 }, async () => {
    const { scout, notebook, frontier, renderer, events } = await scanOf({ '/': 'home', '/docs': 'docs', '/signup': 'sign-up', '/keys': 'keys' });
    expect(notebook.pageFacts.map((fact) => [fact.needsScript, fact.rendered])).toEqual([[true, false], [true, false], [true, false], [true, false]]);
    expect(notebook.mentions).toEqual([]);
    expect(await renderPages(scout, notebook, frontier, renderer)).toBe('used');

    expect(notebook.pageFacts.map(({ url, title, role, needsScript, rendered, evidence }) => [new URL(url).pathname, title, role, needsScript, rendered, evidence])).toEqual([
      ['/', 'App', 'home', true, false, ['x1']],
      ['/docs', 'Authentication', 'docs', true, true, ['x2']],
      ['/signup', 'Sign up', 'sign-up', true, true, ['x3']],
      ['/keys', 'App', 'keys', true, true, ['x4']],
    ]);
    expect(notebook.pages.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/docs', '/signup', '/keys']);
    expect(notebook.pages[1]).toMatchObject({ evidence: ['x2'], blocks: expect.arrayContaining([expect.objectContaining({ kind: 'prose', text: expect.stringContaining('bearer token') })]) });
    expect(notebook.mentions).toEqual([expect.objectContaining({ kind: 'api', url: 'https://api.app-shell.com/v1/users', via: 'docs-sample', evidence: ['x2'] })]);
    expect(notebook.captchas).toEqual([expect.objectContaining({ product: 'reCAPTCHA', guards: 'sign-up', evidence: ['x3'] })]);
    expect(notebook.docs).toEqual([{ url: 'http://app-shell.com/docs', via: 'page-link', evidence: ['x2'], title: 'Authentication' }]);
    expect(notebook.keyPages.map(({ url, kind }) => [new URL(url).pathname, kind])).toEqual([['/signup', 'sign-up'], ['/keys', 'keys']]);
    expect(frontier.take(5, ['docs']).map(({ url }) => new URL(url).pathname)).toContain('/docs/oauth-scopes');
    expect(events.some((event) => event.type === 'found' && event.text === 'Documentation: Authentication')).toBe(true);
    expect(await renderPages(scout, notebook, frontier, renderer)).toBe('not-needed');
  });

  it('unmasks a shell that answers for pages which do not exist, and ignores what leads away', { timeout: 40_000 }, async () => {
    const { scout, notebook, frontier, renderer } = await scanOf({ '/docs': 'docs', '/gone': 'docs', '/moved': 'docs' });
    expect(await renderPages(scout, notebook, frontier, renderer)).toBe('used');
    expect(notebook.pageFacts.map(({ url }) => new URL(url).pathname)).toEqual(['/docs']);
    expect(notebook.pages.map(({ url }) => new URL(url).pathname)).toEqual(['/docs']);
    expect(notebook.docs.map(({ url }) => new URL(url).pathname)).toEqual(['/docs']);
  });
});

describe('renderPages', () => {
  it('says why nothing was rendered', async () => {
    const nothing = await scanOf({ '/': 'home' });
    const some = await scanOf({ '/docs': 'docs' });
    const never = fromMemory(() => timeOver);
    expect(await renderPages(nothing.scout, nothing.notebook, nothing.frontier, never)).toBe('not-needed');
    expect(await renderPages(nothing.scout, nothing.notebook, nothing.frontier, null)).toBe('not-needed');
    expect(never.asked).toEqual([]);
    const before = structuredClone(some.notebook);
    expect(await renderPages(some.scout, some.notebook, some.frontier, null)).toBe('none-found');
    expect(await renderPages(some.scout, some.notebook, some.frontier, 'off')).toBe('off');
    expect(await renderPages(some.scout, some.notebook, some.frontier, never)).toBe('failed');
    expect(some.notebook).toEqual(before);
  });

  it('takes three at most, the best of each role first', async () => {
    const { scout, notebook, frontier } = await scanOf({ '/docs/intro': 'docs', '/docs/webhooks': 'docs', '/docs/authentication': 'docs', '/docs/api-keys': 'docs', '/signup': 'sign-up', '/pricing': 'pricing', '/login': 'log-in' });
    const renderer = fromMemory(() => timeOver);
    await renderPages(scout, notebook, frontier, renderer);
    expect(renderer.asked).toEqual(['/docs/authentication', '/signup', '/docs/api-keys']);
  });

  it('does not enter a page of somebody else', async () => {
    const { scout, notebook, frontier } = await scanOf({ '/docs': 'docs' });
    const before = structuredClone(notebook);
    const renderer = fromMemory(() => ({ kind: 'page', html: '<main><h1>Log in</h1></main>', url: 'https://login.elsewhere.com/', ms: 1 }));
    expect(await renderPages(scout, notebook, frontier, renderer)).toBe('failed');
    expect(notebook).toEqual(before);
  });
});
