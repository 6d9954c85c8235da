/** Guide, signals, anti-patterns, flows, questions and statistics in a real browser, on figures of real scans. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths as everyPath } from '../../components/knowledge/catalogue.ts';
import { guidePaths } from '../../components/knowledge/fix-guide.tsx';
import type { Report } from '../../lib/scan/schema/report.ts';
import type { ScanStatistics } from '../../lib/statistics.ts';
import { textOf } from '../setup/singular.ts';
import { expectAccessible, expectWords, startSite, type Site } from './site.ts';
import { oidcTarget, type ScanTarget } from './targets.ts';

/** Every page of ours; the methodology page and the example have their own tests. */
const paths = everyPath.filter((path) => path !== '/methodology' && path !== '/example');
const kindOf = (path: string) =>
  path.split('/').length > 2 && !path.startsWith('/methodology') ? path.split('/')[1] : path;
/** One page of each kind: those of a signal, an anti-pattern or a flow differ in their words alone. */
const kinds = [
  ...new Map([...paths, '/guide/structured-401/express'].toReversed().map((path) => [kindOf(path), path])).values(),
];

let site: Site;
let target: ScanTarget;
let before: { figures: ScanStatistics; page: string };
let report: Report;

const figures = async () => ((await (await site.get('/api/v1/statistics')).json()) as { scans: ScanStatistics }).scans;
const html = async (path: string) => (await site.get(path)).text();
/** Every page of knowledge as it is sent, asked for once. */
const texts = new Map<string, string>();
const tagsOf = (text: string) => text.replaceAll('&amp;', '&');

/** Figures are kept for half a minute. */
async function until(holds: (found: ScanStatistics) => boolean): Promise<ScanStatistics> {
  const end = Date.now() + 45_000;
  for (;;) {
    const found = await figures();
    if (holds(found)) return found;
    if (Date.now() > end) throw new Error(`The figures did not come: ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

beforeAll(async () => {
  site = await startSite();
  before = { figures: await figures(), page: await html('/statistics') };
  target = await oidcTarget({ clientCredentials: false });
  ({ report } = await site.scan(`${target.url}/api/orders`));
  await until(({ base }) => base > 0);
  for (const path of paths) texts.set(path, await html(path));
});

afterAll(async () => {
  await site.stop();
  await target.stop();
});

describe('every page of knowledge', () => {
  it.each(kinds)('%s has no violation of axe, unfolded too, and none of the content security policy', async (path) => {
    const { page, faults, status } = await site.look(path);
    expect(status).toBe(200);
    await page.evaluate(() => document.querySelectorAll('details').forEach((fold, index) => (fold.open = index === 0)));
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });

  it('has a title, a description and an address of its own', () => {
    const heads = [...texts].map(([path, text]) => {
      const [, title = ''] = /<title[^>]*>([^<]*)<\/title>/.exec(text) ?? [];
      const [, description = ''] = /<meta name="description" content="([^"]*)"/.exec(text) ?? [];
      const [, canonical = ''] = /<link rel="canonical" href="([^"]*)"/.exec(text) ?? [];
      return { path, title, description, canonical };
    });
    expect(new Set(heads.map(({ title }) => title)).size).toBe(paths.length);
    expect(new Set(heads.map(({ description }) => description)).size).toBe(paths.length);
    for (const { path, title, description, canonical } of heads) {
      expect(title).toContain('Latchkey');
      expect(description.length, path).toBeGreaterThan(60);
      expect(new URL(canonical, site.product.url).pathname).toBe(path);
    }
  });

  it('has one h1, and headings that skip no level', () => {
    for (const [path, text] of texts) {
      const levels = [...text.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toEqual([1]);
      expect(
        levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1),
        `${path}: ${levels.join('')}`,
      ).toBe(true);
    }
  });

  it('holds no style attribute', () => {
    for (const [path, text] of texts) expect(text, path).not.toMatch(/<[^>]+ style="/);
  });

  it('leads only to addresses of this site that are there, and to anchors that are there', async () => {
    const links = new Map<string, string>();
    for (const [path, text] of texts)
      for (const [, href = ''] of tagsOf(text).matchAll(/<a [^>]*href="([^"]+)"/g))
        if (/^[/#]/.test(href)) links.set(href.startsWith('#') ? path + href : href, path);
    expect(links.size).toBeGreaterThan(60);
    const documents = new Map<string, { status: number; text: string }>();
    for (const [href, from] of links) {
      const [path = '', anchor] = href.split('#');
      if (!documents.has(path)) {
        const answer = await site.get(path);
        documents.set(path, { status: answer.status, text: await answer.text() });
      }
      const found = documents.get(path);
      expect(found?.status, `${from} → ${href}`).toBe(200);
      if (anchor) expect(found?.text.includes(` id="${anchor}"`), `${from} → ${href}`).toBe(true);
    }
  });

  it('fits a phone without scrolling sideways, unfolded, counts one in the singular, and names no thirty minutes without saying for whom', async () => {
    const { page, context } = await site.open({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
    for (const path of paths) {
      await page.goto(path);
      await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
      await page.evaluate(() => document.querySelectorAll('pre, code, svg').forEach((code) => code.remove()));
      expectWords(await page.locator('main').innerText());
    }
    await context.close();
  });

  it('of a fix for a framework is in the site map, has a title of its own, and says of one thing what the others say', async () => {
    const named = [...(await html('/sitemap.xml')).matchAll(/<loc>([^<]*\/guide\/[^<]+)<\/loc>/g)].map(
      ([, address = '']) => new URL(address).pathname,
    );
    expect(named).toEqual(guidePaths());
    expect(named.length).toBeGreaterThan(50);
    const titles = new Set<string>();
    for (const path of named) {
      const page = await html(path);
      titles.add(/<title[^>]*>([^<]*)<\/title>/.exec(page)?.[1] ?? '');
      const words = textOf(/<main\b[\s\S]*<\/main>/.exec(page)?.[0] ?? '');
      expect(words.length, path).toBeGreaterThan(100);
      expect(words, path).not.toMatch(/`|\bundefined\b|\{\{/);
      expectWords(words);
    }
    expect(titles.size).toBe(named.length);
  });

  it.each(['/llms.txt', '/auth.md', '/guide.md', '/developers.md', '/robots.txt'])(
    '%s, which programs read, says of one thing what the pages say',
    async (path) => {
      const text = await html(path);
      expect(text).not.toMatch(/\bundefined\b|\[object/);
      expectWords(text.replace(/```[\s\S]*?```/g, ' '));
    },
  );

  it('can be read without JavaScript, and offers no button there that would need it', async () => {
    const { page, context } = await site.open({ javaScriptEnabled: false });
    await page.goto('/signals/structured-401');
    await page.getByRole('link', { name: 'Fastify' }).click();
    await page.waitForURL('**/guide/structured-401/fastify');
    expect((await page.locator('pre').allInnerTexts()).join('\n')).toMatch(/addHook|onSend|setErrorHandler/);
    expect(await page.getByRole('button', { name: /Copy/ }).count()).toBe(0);
    await context.close();
  });

  it('is 404 where there is no such signal, anti-pattern or flow', async () => {
    for (const path of [
      '/signals/nothing',
      '/anti-patterns/nothing',
      '/flows/nothing',
      '/flows/constructor',
      '/signals/__proto__',
      '/guide/structured-401/cobol',
      '/guide/nothing/express',
    ])
      expect((await site.get(path)).status, path).toBe(404);
  });
});

describe('what is to be pasted', () => {
  it('stands on a page for each framework, and the page of the signal stays small', async () => {
    expect((await html('/signals/structured-401')).length).toBeLessThan(150_000);
    const links = (await html('/signals/structured-401')).match(/\/guide\/structured-401\/[a-z]+/g) ?? [];
    expect(new Set(links).size).toBeGreaterThan(10);
    for (const path of new Set(links)) expect(await html(path), path).toMatch(/www-?authenticate/i);
  });

  it('is copied whole', async () => {
    const { page, context } = await site.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/signals/client-credentials');
    const button = page.getByRole('button', { name: 'Copy: Command 1' });
    await button.click();
    await page.getByText('Copied').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'curl -sS -i -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials https://auth.example.com/oauth/token',
    );
    await context.close();
  });
});

describe('the statistics', () => {
  it('say that there is nothing before the first scan, and show the survey all the same', () => {
    expect(before.figures).toMatchObject({ scans: 0, domains: 0, base: 0 });
    expect(before.page).toContain('Nothing to count yet.');
    expect(before.page).toContain('964 of 1,011');
  });

  it('count a real scan: each status of its report once', async () => {
    const found = await figures();
    expect(found).toMatchObject({
      scans: 1,
      domains: 1,
      base: 1,
      d7: { median: report.score.d7 },
      outcomes: { scored: 1 },
    });
    for (const { id, status } of report.signals) expect(found.signals[id], id).toMatchObject({ [status]: 1 });
    for (const { id, offered } of report.flows) expect(found.flows[id], id).toMatchObject({ [offered]: 1 });
    for (const { id, status } of report.antiPatterns) expect(found.antiPatterns[id], id).toMatchObject({ [status]: 1 });
    expect(found.tiers).toMatchObject({ [report.score.tier ?? '']: 1 });
    expect(found.oauth).toEqual({
      total: 1,
      browserOnly: report.antiPatterns.some(({ id, status }) => id === 'browser-only-oauth' && status === 'present')
        ? 1
        : 0,
      clientCredentials: 0,
    });
  });

  it('show the same figures on the page, in tables that need no drawing', async () => {
    const { page } = await site.look('/statistics');
    const cells = async (table: string, name: string) =>
      (
        await page
          .getByRole('table', { name: table })
          .getByRole('row')
          .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
          .getByRole('cell')
          .allInnerTexts()
      )
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '');
    const challenge = report.signals.find(({ id }) => id === 'structured-401');
    expect(await cells('Status of each signal', 'Structured 401')).toEqual(
      ['pass', 'partial', 'fail', 'unknown', 'n/a'].map((status) => (challenge?.status === status ? '1' : '0')),
    );
    const code = report.flows.find(({ id }) => id === 'authorization_code');
    expect(await cells('OAuth grants offered', 'Authorization code')).toEqual(
      ['yes', 'no', 'unknown'].map((answer) => (code?.offered === answer ? '1' : '0')),
    );
    expect(await page.getByText('no percentages below 20 domains').count()).toBe(1);
  });

  it('are read by other origins, and only read', async () => {
    const answer = await site.get('/api/v1/statistics');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=30',
      'content-type': 'application/json',
    });
    const post = await site.post('/api/v1/statistics', {});
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

describe('the site map', () => {
  it('names every page of knowledge', async () => {
    const answer = await site.get('/sitemap.xml');
    expect(answer.status).toBe(200);
    const named = [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      (match) => new URL(match[1] ?? '').pathname,
    );
    expect(paths.filter((path) => !named.includes(path))).toEqual([]);
  });
});
