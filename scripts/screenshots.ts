/**
 * `npm run screenshots`: pictures of every kind of page into `screenshots/` (not in git), light and dark, phone and desktop, of
 * real scans of real servers on this machine.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSite } from '../tests/e2e/site.ts';
import { loginTarget, oidcTarget, slowTarget, wallTarget, websiteTarget } from '../tests/e2e/targets.ts';
import { root } from './processes.mjs';

const folder = join(root, 'screenshots');
const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 375, height: 720 } };

await mkdir(folder, { recursive: true });
console.log('Starting the product and servers to scan');
const [site, partial, open, walled, login, website, wall] = await Promise.all([startSite({ env: { COOLDOWN_S: '0' } }), oidcTarget({ clientCredentials: true, walled: ['/token', '/reg', '/.well-known'] }), oidcTarget({ clientCredentials: true }), oidcTarget({ clientCredentials: false }), loginTarget(), websiteTarget(), wallTarget()]);
const targets = [partial, open, walled, login, website, wall];
const gone = await websiteTarget();
await gone.stop();

const report = async (target: string) => `/report/127.0.0.1/${(await site.scan(target)).id}`;
const pages: [name: string, path: string][] = [
  ['home', '/'],
  ['methodology', '/methodology'],
  ['guide', '/guide'],
  ['signal', '/signals/structured-401'],
  ['statistics', '/statistics'],
  ['questions', '/faq'],
  ['bot', '/bot'],
  ['404', '/report/never-scanned.example'],
  ['503', '/unavailable'],
  ['removal', '/removal?domain=example.com'],
  ['report-good', await report(`${open.url}/api/orders`)],
  ['report-walled', await report(`${walled.url}/api/orders`)],
  ['report-bad', await report(login.url)],
  ['report-provisional', await report(`${partial.url}/api/orders`)],
  ['report-no-api', await report(website.url)],
  ['report-blocked', await report(wall.url)],
  ['report-unreachable', await report(gone.url)],
];

// The address of a report with an earlier one, and what previews and READMEs show of it.
await site.scan(`${open.url}/api/orders`, { again: true });
const latest = await site.scan(`${open.url}/api/orders`, { again: true });
pages.push(['report-again', '/report/127.0.0.1']);
for (const [name, path] of pages.filter(([, path]) => /^\/report\/127\.0\.0\.1\/./.test(path))) {
  const picture = await site.get(`/og/${path.split('/').at(-1) ?? ''}.png`);
  await writeFile(join(folder, `preview-${name}.png`), Buffer.from(await picture.arrayBuffer()));
}
for (const [name, domain] of [['scanned', '127.0.0.1'], ['not-scanned', 'never-scanned.example']] as const) await writeFile(join(folder, `badge-${name}.svg`), await (await site.get(`/badge/${domain}.svg`)).text());

// The picture in README: the first screen of a report, as a window of 1,200 pixels shows it.
const readme = await site.open({ colorScheme: 'light', viewport: { width: 1200, height: 760 }, reducedMotion: 'reduce' });
await readme.page.goto(`/report/127.0.0.1/${latest.id}`, { waitUntil: 'networkidle' });
await readme.page.screenshot({ path: join(root, 'docs/report.png') });
await readme.context.close();

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(sizes)) {
    const { page, context } = await site.open({ colorScheme, viewport, reducedMotion: 'reduce', deviceScaleFactor: size === 'phone' ? 2 : 1 });
    const shoot = async (on: Page, name: string, fullPage: boolean) => {
      const path = join(folder, `${name}-${size}-${colorScheme}${fullPage ? '' : '-first'}.png`);
      await on.screenshot({ path, fullPage });
    };
    for (const [name, path] of pages) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await shoot(page, name, false);
      await shoot(page, name, true);
    }
    await page.goto('/');
    await page.getByLabel('Address of a site or an API').fill('ftp://api.example.com');
    await page.getByRole('button', { name: 'Scan', exact: true }).click();
    await page.locator('form [role=alert][data-code]').waitFor();
    await shoot(page, 'home-refused', false);
    await page.goto('/report/127.0.0.1');
    await page.locator('details[data-menu] summary').click();
    await page.locator('details[data-menu] img').evaluate((image) => (image as HTMLImageElement).decode());
    await shoot(page, 'report-share', false);
    await page.goto(pages.find(([name]) => name === 'report-bad')?.[1] ?? '/');
    await page.locator('#fixes details').first().locator('summary').click();
    await shoot(page, 'report-fixes', true);
    await page.goto(pages.find(([name]) => name === 'report-good')?.[1] ?? '/');
    await page.evaluate(() => document.querySelectorAll('#evidence details').forEach((fold, index) => ((fold as HTMLDetailsElement).open = index > 9 && index < 14)));
    await shoot(page, 'report-evidence', true);

    const slow = await slowTarget();
    targets.push(slow);
    await page.goto('/');
    await page.getByLabel('Address of a site or an API').fill(`${slow.url}/api/orders`);
    await page.getByRole('button', { name: 'Scan', exact: true }).click();
    await page.locator('figure li li').first().waitFor({ timeout: 30_000 });
    await shoot(page, 'live', false);
    await context.close();
    console.log(`${size}, ${colorScheme}: done`);
  }
}
await site.stop();
await Promise.all(targets.map((target) => target.stop()));
console.log(`Pictures are in ${folder}`);
