import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectWords, startSite, type Site } from './site.ts';
import { secrets } from '../servers/handshake/api.ts';
import { oidcBasic } from '../servers/handshake/oidc.ts';
import {
  loginTarget,
  oidcTarget,
  openTarget,
  silentTarget,
  slowTarget,
  wallTarget,
  websiteTarget,
  type ScanTarget,
} from './targets.ts';
import { prove, verifyWith } from './verifying.ts';

let site: Site;
const targets: ScanTarget[] = [];
/** Path of each kind of page, by name. */
const paths: Record<string, string> = {
  home: '/',
  example: '/example',
  methodology: '/methodology',
  bot: '/bot',
  'not found': '/report/never-scanned.example',
  unavailable: '/unavailable',
  developers: '/developers',
  removal: '/removal?domain=example.com',
};

beforeAll(async () => {
  site = await startSite();
  const [open, walled, website, wall, gone, yes, closed, silent] = await Promise.all([
    oidcTarget({ clientCredentials: true }),
    oidcTarget({ clientCredentials: false }),
    websiteTarget(),
    wallTarget(),
    websiteTarget(),
    openTarget(),
    loginTarget(),
    silentTarget(),
  ]);
  targets.push(open, walled, website, wall, yes, closed, silent);
  await gone.stop();
  const scanned: [string, string][] = [
    ['report, open', `${open.url}/api/orders`],
    ['report, walled', `${walled.url}/api/orders`],
    ['report, no API', website.url],
    ['report, blocked', wall.url],
    ['report, unreachable', gone.url],
    ['report, yes', yes.url],
    ['report, closed', closed.url],
    ['report, unknown', `${silent.url}/api/orders`],
  ];
  for (const [name, target] of scanned) {
    const { id } = await site.scan(target);
    paths[name] = `/report/127.0.0.1/${id}`;
  }
  const owner = await oidcBasic.start();
  targets.push({ ...owner, requests: [] });
  await site.scan(owner.url);
  const { page, context } = await site.open();
  await page.goto(`/verify?${new URLSearchParams({ target: owner.url }).toString()}`);
  await prove(page, owner);
  const { clientId, awkward: secret } = secrets;
  await verifyWith(page, owner, { clientId, secret, scope: 'orders:read orders:write', publish: true });
  paths['report, verified'] = new URL(page.url()).pathname;
  await context.close();
  paths.dispute = `/dispute/${paths['report, open']?.split('/').at(-1) ?? ''}?finding=signal-structured-401`;
});

afterAll(async () => {
  await site.stop();
  await Promise.all(targets.map((target) => target.stop()));
});

const reports = [
  'report, open',
  'report, walled',
  'report, no API',
  'report, blocked',
  'report, unreachable',
  'report, yes',
  'report, closed',
  'report, unknown',
  'report, verified',
];
const pages = [
  'home',
  'example',
  'methodology',
  'bot',
  'not found',
  'unavailable',
  'removal',
  'dispute',
  'developers',
  ...reports,
];
const at = (name: string) => paths[name] ?? expect.unreachable(`no page ${name}`);

describe('every page', () => {
  it.each(pages)(
    '%s has no violation of axe, unfolded too, and none of the content security policy; fits a phone, shows code as code, and says the same of one thing everywhere',
    async (name) => {
      const { page, faults } = await site.look(at(name));
      await page.evaluate(() => document.querySelectorAll('details').forEach((fold, index) => (fold.open = index < 6)));
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.evaluate(() => {
        for (const code of document.querySelectorAll('pre, code, svg')) code.remove();
      });
      // What is to be pasted may be written in a language that has backticks; it is gone by now.
      const words = await page.locator('main').innerText();
      expect(words).not.toContain('`');
      expectWords(words);
      expect(faults).toEqual([]);
    },
  );

  it('the live scan has no violation either', async () => {
    const slow = await slowTarget();
    targets.push(slow);
    const { page, faults } = await site.open();
    const { id } = (await (await site.post('/api/v1/scans', { target: `${slow.url}/api` })).json()) as { id: string };
    await page.goto(`/scan/${id}`);
    await page.locator('figure li li').first().waitFor({ timeout: 20_000 });
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('the first sight', () => {
  it('shows on the home page the first screen of the example, which says that it is one and stands in no list', async () => {
    const { page, context, faults } = await site.open();
    await page.goto('/');
    expect(await page.getByText('It costs nothing').count()).toBe(1);
    const shown = page.locator('section', { has: page.locator('#example') });
    expect(await shown.locator('[data-answer]').getAttribute('data-answer')).toBe('no');
    await shown.getByRole('link', { name: 'Open the whole example' }).click();
    await page.getByText('An example. The business is invented').waitFor();
    expect(await page.locator('[data-answer]').getAttribute('data-answer')).toBe('no');
    // What needs a stored scan is not offered for it.
    const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.filter((href) => /^\/(?:dispute|api|removal|report)\//.test(href))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
    // No table holds it, so neither does anything that is counted or ranked.
    expect((await site.get('/api/v1/reports/fieldnotes.test')).status).toBe(404);
    expect(await (await site.get('/sitemap.xml')).text()).not.toContain('fieldnotes');
    const picture = await site.get('/og/example.png');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it.each([true, false])('scans what an example names with one click, with script %s', async (javaScriptEnabled) => {
    const { page, context } = await site.open({ javaScriptEnabled });
    await page.goto('/');
    const form = page.locator('form[action="/scan"]', { has: page.locator('input[type=hidden]') }).first();
    const body = new URLSearchParams({ target: (await form.locator('input').getAttribute('value')) ?? '' });
    expect(await form.getByRole('button').innerText()).toBe(body.get('target'));
    // Nothing outside this machine is scanned here: the form is sent for a server of ours.
    const [, , website] = targets;
    const sent = new URLSearchParams({ target: website?.url ?? '' }).toString();
    await page.route('**/scan', (route) => route.continue({ postData: sent }));
    await form.getByRole('button').click();
    await page.waitForURL(/\/scan\/[0-9a-f-]{36}$|\/report\//);
    await context.close();
  });
});

describe('every report', () => {
  it.each([
    ['a desktop', { width: 1280, height: 800 }, 3],
    ['a phone', { width: 390, height: 844 }, 6],
  ] as const)('a report of each kind is read in one sitting on %s', async (_, viewport, screens) => {
    const long: string[] = [];
    for (const name of reports) {
      const { page } = await site.look(at(name), viewport);
      const length = await page.evaluate(() => document.documentElement.scrollHeight);
      if (length > screens * viewport.height) long.push(`${name}: ${length} px`);
    }
    expect(long).toEqual([]);
  });

  it('a report of each kind has three pages on paper at most, whatever the reader has unfolded', async () => {
    const long: string[] = [];
    for (const name of reports) {
      const { page } = await site.look(at(name), { width: 1280, height: 800 });
      await page.locator('details').evaluateAll((folds) => {
        for (const fold of folds) (fold as HTMLDetailsElement).open = true;
      });
      const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sheets = paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(sheets, name).toBeGreaterThan(0);
      if (sheets > 3) long.push(`${name}: ${sheets}`);
    }
    expect(long).toEqual([]);
  });

  it('the answer, the score, the walk and the first fix are on the first screen of a desktop', async () => {
    const { page } = await site.look(at('report, walled'), { width: 1280, height: 800 });
    for (const part of ['[data-answer]', '[data-score]', 'figure svg[role=img]', '#fixes li:first-child summary h3'])
      expect((await page.locator(part).first().boundingBox())?.y ?? 9999, part).toBeLessThan(780);
  });

  it('a phone shows the paths of the evidence, which differ, and not only the hosts, which do not', async () => {
    const { page } = await site.look(at('report, open'), { width: 375, height: 720 });
    await page.locator('#evidence summary').first().click();
    const cut = await page
      .locator('#evidence summary .font-mono:nth-child(1)')
      .evaluateAll((lines) =>
        lines
          .filter((line) => line.scrollWidth > line.clientWidth && line.clientWidth > 0)
          .map((line) => line.textContent),
      );
    expect(cut).toEqual([]);
  });

  it.each(pages)('%s is sent with the usual security headers and a strict policy', async (name) => {
    const [first, second] = await Promise.all([site.get(at(name)), site.get(at(name))]);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    });
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe/);
    if (name.startsWith('report') || ['home', 'example', 'developers'].includes(name)) {
      // The same bytes for everybody: no inline code at all instead of a nonce.
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';/);
    } else {
      expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
      expect(policy).not.toBe(second.headers.get('content-security-policy'));
    }
    expect(await first.text()).not.toMatch(/<[^>]+ style="/);
  });

  it('says its name in a title of its own', async () => {
    const titles = await Promise.all(
      pages
        .filter((name) => !name.startsWith('report'))
        .map(async (name) => /<title[^>]*>([^<]*)<\/title>/.exec(await (await site.get(at(name))).text())?.[1]),
    );
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toContain('Latchkey');
  });
});

describe('the report page', () => {
  it('loads less than 130 kB of JavaScript, gzipped', async () => {
    const { page, context } = await site.open();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const scripts = new Map<string, number>();
    const kinds = new Map<string, string>();
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      scripts.set(requestId, encodedDataLength),
    );
    await page.goto(at('report, open'), { waitUntil: 'networkidle' });
    const bytes = [...scripts].filter(([id]) => kinds.get(id) === 'Script').map(([, size]) => size);
    expect(bytes.length).toBeGreaterThan(0);
    const total = bytes.reduce((sum, size) => sum + size, 0);
    console.log(`JavaScript of the report page: ${(total / 1000).toFixed(1)} kB in ${bytes.length} files`);
    expect(total).toBeLessThan(130_000);
    await context.close();
  });

  it('opens the exchange that its address names', async () => {
    const { page } = await site.look(`${at('report, open')}#x3`);
    expect(await page.locator('details:has(#x3):not([open])').count()).toBe(0);
  });

  it('can be read from top to bottom without JavaScript', async () => {
    const { page } = await site.open({ javaScriptEnabled: false });
    await page.goto(at('report, walled'));
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(
      expect.arrayContaining(['What to fix first', 'Findings', 'Flows', 'Evidence', 'How this was measured']),
    );
    expect(
      await page.getByRole('button', { name: 'Copy as curl' }).count(),
      'a button that needs script is not shown',
    ).toBe(0);
    await page.context().close();
  });

  it('counts down to the next scan and then offers it', async () => {
    const { page } = await site.open();
    const { id } = await site.scan(`${targets[0]?.url ?? ''}/api/orders?again`);
    await page.goto(`/report/127.0.0.1/${id}`);
    const button = page.getByRole('button', { name: /^Scan again in 0:\d\d$/ });
    await button.waitFor();
    expect(await button.isDisabled()).toBe(true);
    await page.clock.install();
    await page.reload();
    await page.clock.fastForward('01:05');
    await page.getByRole('button', { name: 'Scan again', exact: true }).waitFor();
    await page.context().close();
  });
});

describe('the button for another scan', () => {
  it('works at once without script: the new scan waits in line until its target has had its pause', async () => {
    const { page } = await site.open({ javaScriptEnabled: false });
    // A server of its own: one that was scanned a moment ago would first have its pause.
    const target = await oidcTarget({ clientCredentials: true });
    targets.push(target);
    const { id } = await site.scan(`${target.url}/api/orders`);
    await page.goto(`/report/127.0.0.1/${id}`);
    await page.getByRole('button', { name: 'Scan again' }).click();
    await page.waitForURL(/\/scan\//);
    expect(page.url()).not.toContain(id);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/is next$/);
    await page.context().close();
  });

  it('is not for other sites to press, and leads to the form when its address is refused', async () => {
    const send = (headers: Record<string, string>, target: string) =>
      site.get('/scan', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ target }).toString(),
      });
    const foreign: Record<string, string>[] = [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    ];
    for (const headers of foreign)
      expect((await send(headers, 'example.com')).status, JSON.stringify(headers)).toBe(403);
    const refused = await send({ origin: site.product.url }, 'ftp://example.com');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/<input[^>]* name="target"[^>]* value="ftp:\/\/example.com"/);
  });
});

describe('the colours', () => {
  const ground = () => getComputedStyle(document.body).backgroundColor;
  const paper = { light: 'rgb(251, 250, 247)', dark: 'rgb(21, 20, 15)' };

  it('follow the system, until the reader chooses; the choice is there from the first byte of the next page', async () => {
    const { page } = await site.open({ colorScheme: 'light' });
    await page.goto('/');
    expect(await page.evaluate(ground)).toBe(paper.light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate(ground)).toBe(paper.dark);
    await page.getByLabel('Colours').selectOption('Light');
    expect(await page.evaluate(ground)).toBe(paper.light);
    const html = await (await page.context().request.get('/methodology')).text();
    expect(html).toMatch(/<html[^>]* data-theme="light"/);
    await page.goto('/methodology');
    expect(await page.evaluate(ground)).toBe(paper.light);
    await page.getByLabel('Colours').selectOption('System');
    expect(await page.evaluate(ground)).toBe(paper.dark);
    await page.context().close();
  });
});

describe('the walk', () => {
  it('does not move for readers who asked for that', async () => {
    const { page } = await site.open({ reducedMotion: 'reduce' });
    await page.goto('/');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.context().close();
  });
});

describe('the keyboard', () => {
  it('reaches the content first, then the field, and scans with Enter', async () => {
    const { page } = await site.look('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.getByLabel('Address of a site or an API').focus();
    await page.keyboard.type('hello world');
    await page.keyboard.press('Enter');
    await page.locator('form [role=alert][data-code=not-an-address]').waitFor();
  });
});
