/** An owner verifies with a client of their own, in a browser: from the report to the verified one, and what is left of the credential anywhere. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { privateData, secrets } from '../servers/handshake/api.ts';
import { oidcBasic } from '../servers/handshake/oidc.ts';
import { nodeOauth } from '../servers/handshake/others.ts';
import { spelled } from '../servers/handshake/traces.ts';
import { expectAccessible, startSite, type Site } from './site.ts';
import { prove, reloaded, verifyWith, type Verifiable } from './verifying.ts';

const { clientId, awkward } = secrets;
let site: Site;
let target: Verifiable;

beforeAll(async () => {
  [site, target] = await Promise.all([startSite({ env: { COOLDOWN_S: '0' } }), oidcBasic.start()]);
});

afterAll(async () => {
  await site.stop();
  await target.stop();
});

/** Every file below a folder that holds one of the words. */
async function filesWith(folder: string, words: readonly string[]): Promise<{ searched: number; found: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  let searched = 0;
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    // PostgreSQL takes files away while it works.
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EACCES') return null;
      throw error;
    });
    if (!bytes) continue;
    searched += 1;
    if (words.some((word) => bytes.includes(word))) found.push(path);
  }
  return { searched, found };
}

describe('verifying in a browser', () => {
  it('leads from the report to a verified one, says what it does, and keeps nothing', async () => {
    const { report: before } = await site.scan(target.url);
    const { page, context, faults } = await site.open();
    const { host } = new URL(target.url);
    await page.goto(`/report/${host}`);
    await page.getByRole('link', { name: 'Verify with your own client' }).click();
    await expect.poll(() => page.getByLabel('Address of the API').inputValue()).toBe(`${target.url}/`);
    await expectAccessible(page);
    await prove(page, target, () => expectAccessible(page));
    const form = page.url();
    await expectAccessible(page);

    // Somebody else who has the address sees nothing. Their connection is ours, so another browser is not enough: the form is sent without confirming.
    await page.getByLabel('Client id').fill(clientId);
    await page.getByLabel('Client secret').fill(awkward);
    await page.getByText('What to ask for').click();
    await page.getByLabel('Scope').fill('orders:read orders:write');
    await page.getByRole('button', { name: 'Verify', exact: true }).click();
    await page.getByText('Confirm every host').waitFor();
    expect(await page.content()).not.toContain(awkward);
    expect(await page.getByLabel('Client secret').inputValue()).toBe('');
    expect(await page.getByLabel('Scope').inputValue()).toBe('orders:read orders:write');

    await page.getByLabel('Client secret').fill(awkward);
    await page.getByLabel(`Send it to ${host}`).check();
    await page.getByRole('button', { name: 'Verify', exact: true }).click();
    await page.waitForURL(/\/report\//, { timeout: 60_000 });
    await page.getByRole('heading', { name: 'The handshake' }).waitFor();
    const permalink = new URL(page.url()).pathname;
    await expectAccessible(page);
    for (const [width, height, screens] of [
      [1440, 900, 3],
      [390, 844, 6],
    ] as const) {
      await page.setViewportSize({ width, height });
      const length = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(length, `on a screen of ${width} pixels`).toBeLessThanOrEqual(screens * height);
    }
    expect(await page.getByText('As expected').count()).toBeGreaterThanOrEqual(7);
    expect(faults).toEqual([]);
    await context.close();

    const id = permalink.split('/').at(-1) ?? '';
    const pages = await Promise.all(
      [permalink, `${permalink}.md`, `/api/v1/scans/${id}`, form, '/', '/leaderboard'].map(async (path) =>
        (await fetch(new URL(path, site.product.url))).text(),
      ),
    );
    const { report } = JSON.parse(pages[2] ?? '') as { report: typeof before };
    expect(report.score.d7).toBeGreaterThan(before.score.d7 ?? 100);
    expect(report.scan.mode).toBe('verified');
    const words = [...spelled(awkward), privateData];
    const files = await filesWith(site.product.dataFolder, words);
    const texts = [...pages, ...site.product.output().split('\n')];
    expect(texts.filter((text) => words.some((word) => text.includes(word)))).toEqual([]);
    expect(files.found).toEqual([]);
    expect(files.searched).toBeGreaterThan(500);
    console.log(
      `the owner's secret: 0 found in ${files.searched} files, ${pages.length} pages and ${texts.length - pages.length} lines`,
    );
    // Unlisted: what strangers see of the domain is what it was.
    expect(await (await fetch(`${site.product.url}/api/v1/reports/${host}`)).text()).toContain(before.scan.id);
  });

  it('lets a published report stand before newer ones from outside, and the owner choose between them', async () => {
    const running = await nodeOauth.start();
    try {
      const { host } = new URL(running.url);
      await site.scan(running.url);
      const { page, context, faults } = await site.open();
      await page.goto(`/verify?${new URLSearchParams({ target: running.url }).toString()}`);
      await prove(page, running);
      const form = page.url();
      await verifyWith(page, running, { clientId, secret: secrets.secret, publish: true });

      const outside = await site.scan(running.url, { again: true });
      const stands = async () => (await site.get(`/report/${host}`)).text();
      const verified = await stands();
      expect(verified).toContain('The handshake');
      expect(verified).toMatch(new RegExp(`href="[^"]*${outside.id}"[^>]*>\\s*newer scan from outside`));
      await page.goto(`/report/${host}`);
      await expectAccessible(page);

      await page.goto(form);
      await page.getByLabel('from outside').check();
      await page.getByRole('button', { name: 'Let it stand' }).click();
      const choice = () => page.getByRole('region', { name: 'Which report stands' }).textContent();
      await reloaded(page, choice, 'You have chosen it');
      await expectAccessible(page);
      const chosen = await stands();
      expect(chosen).toContain(`Whoever runs ${host} has chosen this report.`);
      expect(chosen).not.toContain('id="handshake"');

      await page.getByLabel('Whatever the rules say').check();
      await page.getByRole('button', { name: 'Let it stand' }).click();
      await reloaded(page, choice, 'Nobody has chosen it');
      expect(await stands()).toContain('The handshake');
      expect(faults).toEqual([]);
      await context.close();
    } finally {
      await running.stop();
    }
  });
});
