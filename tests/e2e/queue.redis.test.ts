import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSite, typeTarget, type Site } from './site.ts';
import { oidcTarget, type ScanTarget } from './targets.ts';

let site: Site;
let target: ScanTarget;

beforeAll(async () => {
  target = await oidcTarget({ clientCredentials: true });
  site = await startSite({ redisUrl: process.env.TEST_REDIS_URL ?? '' });
});

afterAll(async () => {
  await site.stop();
  await target.stop();
});

it('a scan that travels through Redis ends in the same report', async () => {
  await expect.poll(() => site.product.output(), { timeout: 10_000 }).toContain('"queue":"redis"');
  const { page } = await site.open();
  await typeTarget(page, `${target.url}/api/orders`);
  await page.waitForURL(/\/report\/127\.0\.0\.1/, { timeout: 60_000 });
  expect(await page.locator('#flows').innerText()).toMatch(/Offered\s+Client credentials/);
  expect(Number(await page.locator('[data-score]').innerText())).toBeGreaterThanOrEqual(75);
  await page.context().close();
});
