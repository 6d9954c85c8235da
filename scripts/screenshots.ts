/**
 * `npm run screenshots`: pictures of every kind of page into `screenshots/` (not in git), light and dark, phone and desktop, of
 * real scans of real servers on this machine.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSite } from '../tests/e2e/site.ts';
import { loginTarget, oidcTarget, slowTarget, wallTarget, websiteTarget } from '../tests/e2e/targets.ts';
import { root } from './processes.mjs';

const folder = join(root, 'screenshots');
const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 375, height: 720 } };

await mkdir(folder, { recursive: true });
console.log('Starting the product and servers to scan');
const [site, open, walled, login, website, wall] = await Promise.all([startSite(), oidcTarget({ clientCredentials: true }), oidcTarget({ clientCredentials: false }), loginTarget(), websiteTarget(), wallTarget()]);
const targets = [open, walled, login, website, wall];
const gone = await websiteTarget();
await gone.stop();

const report = async (target: string) => `/report/127.0.0.1/${(await site.scan(target)).id}`;
const pages: [name: string, path: string][] = [
  ['home', '/'],
  ['methodology', '/methodology'],
  ['bot', '/bot'],
  ['404', '/report/never-scanned.example'],
  ['503', '/unavailable'],
  ['report-good', await report(`${open.url}/api/orders`)],
  ['report-walled', await report(`${walled.url}/api/orders`)],
  ['report-bad', await report(login.url)],
  ['report-no-api', await report(website.url)],
  ['report-blocked', await report(wall.url)],
  ['report-unreachable', await report(gone.url)],
];

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
