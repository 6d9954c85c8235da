/**
 * `npm run screenshots`: pictures of every kind of page into `screenshots/` (not in git), light and dark, phone and desktop, of
 * real scans of real servers on this machine: a report for each answer, and one for each way to have no score. Prints how long each report is,
 * in pixels, in screens before anything is unfolded, and in pages on paper.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSite } from '../tests/e2e/site.ts';
import {
  loginTarget,
  oidcTarget,
  openTarget,
  silentTarget,
  slowTarget,
  wallTarget,
  websiteTarget,
} from '../tests/e2e/targets.ts';
import { prove, verifyWith } from '../tests/e2e/verifying.ts';
import { secrets } from '../tests/servers/handshake/api.ts';
import { oidcBasic } from '../tests/servers/handshake/oidc.ts';
import type { AnswerId } from '../lib/scan/vocabulary.ts';
import { root } from './processes.mjs';

const folder = join(root, 'screenshots');
const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 375, height: 720 } };

await mkdir(folder, { recursive: true });
console.log('Starting the product and servers to scan');
const [site, partial, open, machine, people, login, silent, website, wall] = await Promise.all([
  startSite({ env: { COOLDOWN_S: '0' } }),
  oidcTarget({ clientCredentials: true, walled: ['/token', '/reg', '/.well-known'] }),
  openTarget(),
  oidcTarget({ clientCredentials: true }),
  oidcTarget({ clientCredentials: false }),
  loginTarget(),
  silentTarget(),
  websiteTarget(),
  wallTarget(),
]);
const targets: { stop(): Promise<unknown> }[] = [partial, open, machine, people, login, silent, website, wall];
const gone = await websiteTarget();
await gone.stop();

/** Reports that stand for an answer. */
const answers: Readonly<Record<string, AnswerId>> = {
  'report-open': 'yes',
  'report-key': 'key',
  'report-person': 'person',
  'report-closed': 'no',
  'report-unknown': 'unknown',
};
const report = async (target: string) => `/report/127.0.0.1/${(await site.scan(target)).id}`;
const pages: [name: string, path: string][] = [
  ['home', '/'],
  ['example', '/example'],
  ['methodology', '/methodology'],
  ['changes', '/methodology/changes'],
  ['command-line', '/cli'],
  ['api', '/developers'],
  ['guide', '/guide'],
  ['signal', '/signals/structured-401'],
  ['statistics', '/statistics'],
  ['questions', '/faq'],
  ['bot', '/bot'],
  ['404', '/report/never-scanned.example'],
  ['503', '/unavailable'],
  ['removal', '/removal?domain=example.com'],
  ['report-open', await report(open.url)],
  ['report-key', await report(`${machine.url}/api/orders`)],
  ['report-person', await report(`${people.url}/api/orders`)],
  ['report-closed', await report(login.url)],
  ['report-unknown', await report(`${silent.url}/api/orders`)],
  ['report-provisional', await report(`${partial.url}/api/orders`)],
  ['report-no-api', await report(website.url)],
  ['report-blocked', await report(wall.url)],
  ['report-unreachable', await report(gone.url)],
];
for (const [name, path] of pages.filter(([, path]) => path.startsWith('/report/127.0.0.1/'))) {
  const scan = (await (await site.get(`/api/v1/scans/${path.split('/').at(-1) ?? ''}`)).json()) as {
    answer: string | null;
  };
  console.log(`${name}: the answer is ${scan.answer ?? 'none'}`);
  const wanted = answers[name];
  if (wanted && scan.answer !== wanted) throw new Error(`${name} was to show the answer ${wanted}.`);
}

// An owner's report, and the pages on the way to it.
const owner = await oidcBasic.start();
targets.push(owner);
await site.scan(owner.url);
const verifying = await site.open();
await verifying.page.goto(`/verify?${new URLSearchParams({ target: owner.url }).toString()}`);
await prove(verifying.page, owner);
pages.push(['verify', '/verify'], ['verify-proved', new URL(verifying.page.url()).pathname]);
const { clientId, awkward: secret } = secrets;
const scope = 'orders:read orders:write';
await verifyWith(verifying.page, owner, { clientId, secret, scope, publish: true });
pages.push(['report-verified', new URL(verifying.page.url()).pathname]);
await verifying.context.close();

// The address of a report with an earlier one, and what previews and READMEs show of it.
await site.scan(`${machine.url}/api/orders`, { again: true });
const latest = await site.scan(`${machine.url}/api/orders`, { again: true });
pages.push(['report-again', '/report/127.0.0.1']);
for (const [name, path] of pages.filter(([, path]) => /^\/report\/127\.0\.0\.1\/./.test(path))) {
  const picture = await site.get(`/og/${path.split('/').at(-1) ?? ''}.png`);
  await writeFile(join(folder, `preview-${name}.png`), Buffer.from(await picture.arrayBuffer()));
}
for (const [name, domain] of [
  ['scanned', '127.0.0.1'],
  ['not-scanned', 'never-scanned.example'],
] as const)
  await writeFile(join(folder, `badge-${name}.svg`), await (await site.get(`/badge/${domain}.svg`)).text());

// The picture in README: the first screen of a report, as a window of 1,200 pixels shows it.
const readme = await site.open({
  colorScheme: 'light',
  viewport: { width: 1200, height: 760 },
  reducedMotion: 'reduce',
});
await readme.page.goto(`/report/127.0.0.1/${latest.id}`, { waitUntil: 'networkidle' });
await readme.page.screenshot({ path: join(root, 'docs/report.png') });
await readme.context.close();

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(sizes)) {
    const { page, context } = await site.open({
      colorScheme,
      viewport,
      reducedMotion: 'reduce',
      deviceScaleFactor: size === 'phone' ? 2 : 1,
    });
    const shoot = async (on: Page, name: string, fullPage: boolean) => {
      const path = join(folder, `${name}-${size}-${colorScheme}${fullPage ? '' : '-first'}.png`);
      await on.screenshot({ path, fullPage });
    };
    for (const [name, path] of pages) {
      await page.goto(path, { waitUntil: 'networkidle' });
      if (colorScheme === 'light' && name.startsWith('report-')) {
        const length = await page.evaluate(() => document.documentElement.scrollHeight);
        const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        console.log(
          `${name}, ${size}: ${length} px, ${(length / viewport.height).toFixed(1)} screens, ${paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0} on paper`,
        );
      }
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
    await page.goto(pages.find(([name]) => name === 'report-closed')?.[1] ?? '/');
    await page.locator('#fixes details summary').first().click();
    await shoot(page, 'report-fixes', true);
    // A fix in the words of the product that answers, and one with the files of the framework that does.
    for (const [name, of, id] of [
      ['fix-product', 'report-person', 'client-credentials'],
      ['fix-framework', 'report-closed', 'bearer-token'],
    ] as const) {
      await page.goto(pages.find(([report]) => report === of)?.[1] ?? '/');
      const fix = page.locator(`details:has(> #fix-${id})`);
      await fix.evaluate((fold) => {
        for (let at: Element | null = fold; at; at = at.parentElement)
          if (at instanceof HTMLDetailsElement) at.open = true;
      });
      await fix.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
    }
    await page.goto(pages.find(([name]) => name === 'report-key')?.[1] ?? '/');
    await page.evaluate(() =>
      document
        .querySelectorAll('#evidence details')
        .forEach((fold, index) => ((fold as HTMLDetailsElement).open = index > 9 && index < 14)),
    );
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
