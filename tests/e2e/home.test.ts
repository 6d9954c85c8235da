/** The home page and its form: a plain document that works without any script, and comes back with a reason when something is refused. */
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, sendTarget, startSite, type Site } from './site.ts';
import { websiteTarget, type ScanTarget } from './targets.ts';

let site: Site;
let target: ScanTarget;

beforeAll(async () => {
  [site, target] = await Promise.all([startSite({ env: { VISITOR_SCANS: '4' } }), websiteTarget()]);
});

afterAll(async () => {
  await site.stop();
  await target.stop();
});

const field = (page: Page) => page.getByLabel('Address of a site or an API');
const unlisted = (page: Page) => page.getByLabel(/^Keep the report unlisted/);
const alert = (page: Page) => page.locator('form [role=alert][data-code]');

/** What the server answers to the form of a page. */
async function sent(page: Page, text: string): Promise<Response> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    sendTarget(page, text),
  ]);
  return answer;
}

/** Sends a form of ours without a browser. */
const post = (fields: Record<string, string>) =>
  site.get('/scan', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields).toString(),
  });

describe('the home page', () => {
  it('loads one script of ours, and none of the framework', async () => {
    const { page, context, faults } = await site.open();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(scripts).toEqual(['/enhance.js']);
    expect(await page.content()).not.toMatch(/__NEXT_DATA__|self\.__next|\/_next\/static\/[^"]*\.js/);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('tells search engines and previews what it is', async () => {
    const html = await (await site.get('/')).text();
    const property = (name: string) => new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1];
    expect(/<title>([^<]*)<\/title>/.exec(html)?.[1]).toBe('Latchkey: can an AI agent let itself in?');
    expect(html).toContain(`<link rel="canonical" href="${site.product.url}/"`);
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"');
    expect(html).toContain('<meta name="robots" content="index, follow"');
    expect(property('og:type')).toBe('website');
    expect(property('og:title')).toBe('Latchkey: can an AI agent let itself in?');
    expect(property('og:image')).toBe(`${site.product.url}/og/site.png`);
  });

  it('is asked for again each time, and sent again only when it has changed', async () => {
    const first = await site.get('/');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect((await site.get('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await site.get('/?target=example.com', { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it.each([
    ['HEAD', '/', 200, null],
    ['HEAD', '/scan', 303, null],
    ['GET', '/scan', 303, null],
    ['PUT', '/', 405, 'GET, HEAD'],
    ['DELETE', '/', 405, 'GET, HEAD'],
    ['PUT', '/scan', 405, 'GET, HEAD, POST'],
  ])('answers %s %s with %i', async (method, path, status, allow) => {
    const answer = await site.get(path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow]);
    if (status === 303) expect(answer.headers.get('location')).toBe('/');
    if (method === 'HEAD') expect(await answer.text()).toBe('');
  });

  it('has in its field what its address names, and says what that is with and without script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, context } = await site.open({ javaScriptEnabled });
      await page.goto('/?target=api.example.com%2Fv1%3Fa%3D%22b');
      expect(await field(page).inputValue()).toBe('api.example.com/v1?a="b');
      expect(await page.getByText('Scans api.example.com/v1', { exact: true }).count()).toBe(1);
      await context.close();
    }
  });

  it('says what will be scanned while one types', async () => {
    const { page } = await site.look('/');
    const hint = page.locator('form [data-reading]');
    expect(await hint.innerText()).toBe('');
    await field(page).fill('api.example.com/v2');
    expect(await hint.innerText()).toBe('Scans api.example.com/v2');
    expect(await field(page).getAttribute('aria-describedby')).toBe(await hint.getAttribute('id'));
    await field(page).fill('ftp://example.com');
    expect(await hint.innerText()).toBe('Only http and https can be scanned, not ftp.');
    await field(page).fill('');
    expect(await hint.innerText()).toBe('');
  });
});

describe.each([
  ['with script', true],
  ['without script', false],
] as const)('%s, what is refused', (_, javaScriptEnabled) => {
  it('comes back with its reason, with what was typed, and with the box as it was', async () => {
    const { page, context, faults } = await site.open({ javaScriptEnabled });
    await page.goto('/');
    await unlisted(page).check();
    const answer = await sent(page, 'ftp://example.com/"><b>');
    await alert(page).waitFor();
    expect(answer.status()).toBe(400);
    expect(answer.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(answer.headers()['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(await alert(page).getAttribute('data-code')).toBe('bad-scheme');
    expect(await field(page).inputValue()).toBe('ftp://example.com/"><b>');
    expect(await unlisted(page).isChecked()).toBe(true);
    // Who hears pages is taken to the field, and hears the reason with it.
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    const described = await field(page).getAttribute('aria-describedby');
    expect(await alert(page).getAttribute('id')).toBe(described);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Can an AI agent let itself in?');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('writes no secret that was typed into an address or the log', async () => {
    const { page, context } = await site.open({ javaScriptEnabled });
    await page.goto('/');
    await sent(page, 'https://admin:hunter2hunter2@example.com/');
    await alert(page).waitFor();
    expect(await field(page).inputValue()).toContain('hunter2hunter2');
    expect(page.url()).not.toContain('hunter2');
    expect(site.product.output()).not.toContain('hunter2');
    await context.close();
  });
});

describe('a refused form', () => {
  it('is in order for axe, in both themes', async () => {
    const { page, faults } = await site.look('/');
    await sendTarget(page, 'ftp://example.com');
    await alert(page).waitFor();
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });

  it('is not sent again by who loads the page again, and is out of the way of who comes back from a scan', async () => {
    const { page, context } = await site.open();
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(request.url());
    });
    await page.goto('/');
    await sendTarget(page, 'ftp://example.com');
    await alert(page).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect((await page.reload())?.status()).toBe(200);
    expect(await alert(page).count()).toBe(0);

    await sendTarget(page, 'ftp://example.com');
    await alert(page).waitFor();
    await sendTarget(page, target.url);
    await page.waitForURL(/\/report\//, { timeout: 60_000 });
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await page.getByRole('button', { name: 'Scan', exact: true }).isEnabled()).toBe(true);
    expect(posts.filter((url) => url.endsWith('/scan'))).toHaveLength(3);
    await context.close();
  });
});

describe('a form on its way', () => {
  const button = (page: Page) => page.getByRole('button', { name: 'Scan', exact: true });

  it('says so on its button until the next page is there, and works again for who comes back', async () => {
    const { page, context, faults } = await site.open();
    await page.goto('/');
    await page.evaluate(() =>
      addEventListener('pagehide', () => {
        const { disabled, textContent } = document.querySelector<HTMLButtonElement>('#scan button') ?? {};
        sessionStorage.setItem('left', JSON.stringify({ disabled, textContent }));
      }),
    );
    await sendTarget(page, `${target.url}/?sent`);
    await page.waitForURL(/\/(?:scan|report)\//);
    const left = await page.evaluate(() => sessionStorage.getItem('left'));
    expect(JSON.parse(left ?? '')).toEqual({ disabled: true, textContent: 'Setting out' });
    await page.goBack();
    expect(await button(page).isEnabled()).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('works again when the page is shown again as it was left, and when nothing comes of it', async () => {
    const { page, context } = await site.open();
    await page.clock.install();
    await page.goto('/');
    // As when the reader stops the next page.
    await page.evaluate(() => document.addEventListener('submit', (event) => event.preventDefault()));
    await sendTarget(page, target.url);
    const away = page.getByRole('button', { name: 'Setting out' });
    expect(await away.isDisabled()).toBe(true);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    expect(await button(page).isEnabled()).toBe(true);
    await button(page).click();
    expect(await away.isDisabled()).toBe(true);
    await page.clock.fastForward(11_000);
    expect(await button(page).isEnabled()).toBe(true);
    expect(await page.getByLabel('Address of a site or an API').inputValue()).toBe(target.url);
    await context.close();
  });
});

// The last here: afterwards this visitor may not ask for more.
describe('a visitor at the limit', () => {
  it.each([
    ['with script', true],
    ['without script', false],
  ] as const)('%s is told so by the form, which keeps what was typed', async (_, javaScriptEnabled) => {
    for (let n = 0; n < 4; n++) await post({ target: `${target.url}/?limit=${n}` });
    const { page, context } = await site.open({ javaScriptEnabled });
    await page.goto('/');
    await unlisted(page).check();
    const answer = await sent(page, `${target.url}/?one-more`);
    await alert(page).waitFor();
    expect([answer.status(), answer.headers()['cache-control']]).toEqual([429, 'no-store']);
    expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
    expect(await alert(page).getAttribute('data-code')).toBe('too-many-requests');
    expect(await alert(page).innerText()).toMatch(/^One visitor may ask for 4 new scans every/);
    expect(await field(page).inputValue()).toBe(`${target.url}/?one-more`);
    expect(await unlisted(page).isChecked()).toBe(true);
    await context.close();
  });

  it('is told so in the same way by the button of a suggestion and of a report', async () => {
    const answer = await post({ target: `${target.url}/?again`, again: 'yes' });
    expect(answer.status).toBe(429);
    expect(await answer.text()).toMatch(/data-code="too-many-requests"[^>]*>One visitor may ask for 4 new scans/);
  });
});
