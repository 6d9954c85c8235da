/** The operator's area, from the first link of the command line to the last closed session, in a real browser. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import type { storeScan as StoreScan } from '../integration/admin-seed.ts';
import { expectAccessible, expectWords, startSite, type Opened, type Site } from './site.ts';
import { loginTarget, oidcTarget, slowTarget, type ScanTarget } from './targets.ts';

const email = 'operator@example.com';
const password = 'a sentence that nobody guesses';
const pages = [
  '/admin/leaderboard',
  '/admin/scans',
  '/admin/bulk',
  '/admin/disputes',
  '/admin/statistics',
  '/admin/blocklist',
  '/admin/limits',
  '/admin/settings',
  '/admin/operators',
  '/admin/audit',
];

let site: Site;
let oidc: ScanTarget;
let login: ScanTarget;
let slow: ScanTarget;
let storeScan: typeof StoreScan;
/** Cookies of a browser that is signed in. */
let signedIn: BrowserContextOptions['storageState'];

/** Runs `npm run admin` on the running product. */
async function cli(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [join(root, 'scripts/admin.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: site.product.dataFolder, DATABASE_URL: '' },
  });
}

const operatorPage = (options: BrowserContextOptions = {}) =>
  site.open({ ...(signedIn && { storageState: signedIn }), ...options });
let operator: Promise<Opened> | undefined;
/** The one page in which an operator goes from place to place, as wide as a desktop to begin with. */
async function operatorAt(path: string): Promise<Opened & { status: number }> {
  const opened = await (operator ??= operatorPage());
  await opened.page.setViewportSize({ width: 1280, height: 800 });
  opened.faults.length = 0;
  const answer = await opened.page.goto(path);
  return { ...opened, status: answer?.status() ?? 0 };
}
const sites = (page: Page) => page.getByRole('region', { name: 'Leaderboard' }).locator('tbody th a').allInnerTexts();
const rowOf = (page: Page, name: string) => page.locator('tbody tr', { hasText: name });

async function tryPassword(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(typed);
  // The sentence of the last try stands there until the answer to this one.
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Sign in' }).click(),
  ]);
}

beforeAll(async () => {
  [oidc, login, slow] = await Promise.all([oidcTarget({ clientCredentials: true }), loginTarget(), slowTarget()]);
  site = await startSite({ env: { COOLDOWN_S: '0', SCAN_BROWSER: 'auto' } });
  const { databaseUrl } = JSON.parse(readFileSync(join(site.product.dataFolder, 'launcher.json'), 'utf8')) as {
    databaseUrl: string;
  };
  process.env.DATABASE_URL = databaseUrl;
  ({ storeScan } = await import('../integration/admin-seed.ts'));
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
  await storeScan({
    domain: 'ledgerworks.com',
    d7: 96,
    finishedAt: day(1),
    flows: ['client_credentials', 'authorization_code_pkce'],
  });
  await storeScan({ domain: 'parcelway.com', d7: 91, finishedAt: day(9), flows: ['client_credentials'] });
  await storeScan({
    domain: 'hr-cloud.com',
    d7: 49,
    finishedAt: day(2),
    flows: ['authorization_code'],
    traps: ['browser-only-oauth'],
    journey: true,
  });
  await storeScan({ domain: 'quiet.com', d7: 99, finishedAt: day(2), unlisted: true });
});

afterAll(async () => {
  const { closeDb } = await import('../../lib/db/index.ts');
  await closeDb();
  await site.stop();
  await Promise.all([oidc, login, slow].map((target) => target.stop()));
});

describe('a visitor', () => {
  it.each(['/admin', ...pages, '/admin/scans/3f2c1a90-0d4e-4f6b-9a51-6c1a2b3c4d5e'])(
    'is sent from %s to the login page',
    async (path) => {
      const answer = await site.get(path);
      expect(answer.status).toBe(307);
      expect(answer.headers.get('location')).toMatch(/^\/admin\/login\?next=%2Fadmin/);
      expect(await answer.text()).not.toContain('ledgerworks');
    },
  );

  it.each([
    {},
    { authorization: 'Bearer nonsense-of-the-right-length' },
    { cookie: 'latchkey.session_token=forged.signature' },
  ])('gets 401 from the export with %j', async (headers) => {
    const answer = await site.get('/api/admin/leaderboard?format=csv', { headers: headers as Record<string, string> });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="operator"');
    expect(await answer.json()).toMatchObject({ error: { code: 'unauthorized' } });
  });

  it('finds no default account, and reads how the first one is made', async () => {
    const { page, faults } = await site.look('/admin/login');
    expect(await page.locator('main').innerText()).toContain('npm run -s admin -- create');
    expect(await page.getByLabel('Password').count()).toBe(0);
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });

  it('cannot sign up: the routes of the login library are not there', async () => {
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/session'])
      expect((await site.post(path, { email, password, name: 'x' })).status).toBe(404);
  });
});

describe('the first operator', () => {
  it('comes in by a link of the command line, once', async () => {
    const { stdout } = await cli('create', email);
    const link = stdout.trim();
    expect(link).toMatch(new RegExp(`^${site.product.url}/admin/link/[\\w-]{43}$`));
    const { page, context, faults } = await site.open();
    await page.goto(link);
    await expectAccessible(page);
    await page.getByLabel('New password').fill('short');
    await page.getByLabel('The same again').fill('short');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByText('Use at least 12 characters.').waitFor();
    await page.getByLabel('New password').fill(password);
    await page.getByLabel('The same again').fill(password);
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.waitForURL('**/admin/leaderboard');
    signedIn = await context.storageState();
    const cookie = (await context.cookies()).find(({ name }) => name === 'latchkey.session_token');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    await page.goto(link);
    await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
    await expect(cli('create', email)).rejects.toThrow('is an operator already');
  });

  it('is asked for work after five wrong passwords, and gets in with the right one', async () => {
    const { page, context, faults } = await site.open();
    await page.goto('/admin/scans?status=failed');
    await page.waitForURL('**/admin/login?next=*');
    for (let round = 1; round <= 5; round++) {
      await tryPassword(page, `wrong password number ${round}`);
      await page.getByText('Address and password do not match.').waitFor();
      expect(await page.getByLabel('Email address').inputValue()).toBe(email);
      // The answer empties the field; what is typed before it has arrived would go with it, and the browser would not send an empty one.
      await expect.poll(() => page.getByLabel('Password').inputValue()).toBe('');
    }
    await tryPassword(page, password);
    await page.getByText(/There were many wrong tries for this address/).waitFor();
    await expectAccessible(page);
    await expect.poll(() => page.getByLabel('Password').inputValue()).toBe('');
    await tryPassword(page, password);
    await page.waitForURL('**/admin/scans');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('signs in without script, and goes nowhere else than into the area', async () => {
    const { page, context } = await site.open({ javaScriptEnabled: false });
    await page.goto('/admin/login?next=https%3A%2F%2Fevil.example%2F');
    await tryPassword(page, password);
    await page.waitForURL(`${site.product.url}/admin/leaderboard`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/admin/login');
    expect((await page.goto('/admin/audit'))?.url()).toContain('/admin/login');
    await context.close();
  });
});

describe('the leaderboard', () => {
  it('shows real scans and stored ones, ranked; what has no public name has no rank', async () => {
    const { report } = await site.scan(`${oidc.url}/api`);
    const { page, faults } = await operatorAt('/admin/leaderboard');
    const own = rowOf(page, '127.0.0.1');
    expect(await own.innerText()).toContain(String(report.score.d7));
    expect(await own.innerText()).toContain('Not a public name');
    expect(await own.innerText()).toContain('Client credentials');
    expect(await own.locator('td').first().innerText()).toBe('–');
    expect((await sites(page)).filter((name) => name !== '127.0.0.1')).toEqual([
      'ledgerworks.com',
      'parcelway.com',
      'hr-cloud.com',
    ]);
    expect(await rowOf(page, 'hr-cloud.com').getByRole('img').getAttribute('aria-label')).toContain('login page');
    expect(faults).toEqual([]);
  });

  it.each([
    ['Tier', 'platinum', ['ledgerworks.com', 'parcelway.com']],
    ['Offers', 'authorization_code', ['hr-cloud.com']],
    ['Anti-pattern', 'browser-only-oauth', ['hr-cloud.com']],
  ])('is filtered by %s', async (label, value, expected) => {
    const { page } = await operatorAt('/admin/leaderboard?show=listed');
    await page.getByLabel(label).selectOption(value);
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByText('found.').waitFor();
    const found = await sites(page);
    expect(found).toEqual(expected);
    await page.getByRole('link', { name: 'Clear' }).click();
    await page.getByText('with a score.').waitFor();
  });

  it('is sorted by its headings, both ways', async () => {
    const { page } = await operatorAt('/admin/leaderboard?show=listed');
    await page.getByRole('link', { name: 'Site', exact: true }).and(page.locator('th a')).click();
    await page.waitForURL(/sort=domain/);
    expect(await sites(page)).toEqual(['hr-cloud.com', 'ledgerworks.com', 'parcelway.com']);
    await page.locator('th a', { hasText: 'Site' }).click();
    await page.waitForURL(/order=desc/);
    expect(await sites(page)).toEqual(['parcelway.com', 'ledgerworks.com', 'hr-cloud.com']);
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  });

  it.each([true, false])('hides, shows, pins and tags (script: %s)', async (javaScriptEnabled) => {
    const { page, context, faults } = await operatorPage({ javaScriptEnabled });
    await page.goto('/admin/leaderboard?show=listed');
    await page.getByRole('button', { name: 'Hide ledgerworks.com' }).click();
    await rowOf(page, 'ledgerworks.com').waitFor({ state: 'detached' });
    expect(await rowOf(page, 'parcelway.com').locator('td').first().innerText()).toBe('1');
    await page.goto('/admin/leaderboard?show=hidden');
    await page.getByRole('button', { name: 'Show ledgerworks.com' }).click();
    await page.getByText('No site fits.').waitFor();

    await page.goto('/admin/leaderboard?show=listed');
    await page.getByRole('button', { name: 'Pin hr-cloud.com', exact: true }).click();
    await page.getByRole('button', { name: 'Unpin hr-cloud.com' }).waitFor();
    expect(await sites(page)).toEqual(['hr-cloud.com', 'ledgerworks.com', 'parcelway.com']);
    expect(await rowOf(page, 'hr-cloud.com').locator('td').first().innerText()).toBe('3');
    await page.getByRole('button', { name: 'Unpin hr-cloud.com' }).click();
    await page.getByRole('button', { name: 'Pin hr-cloud.com', exact: true }).waitFor();

    const row = rowOf(page, 'parcelway.com');
    await row.locator('summary').click();
    await row.getByLabel('Industry of parcelway.com').fill('=HYPERLINK("http://evil.example";"x")');
    await row.getByRole('button', { name: 'Save' }).click();
    await row.locator('summary', { hasText: '=HYPERLINK' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is exported as CSV that no spreadsheet runs, and as JSON, with what is filtered', async () => {
    const { page } = await operatorAt('/admin/leaderboard?flow=client_credentials&show=listed');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^leaderboard-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe(
      '"rank","domain","score","tier","provisional","industry","pinned","hidden","flows","anti_patterns","methodology","finished_at","report"',
    );
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^1,"ledgerworks.com",96,"platinum",false,/);
    expect(lines[2]).toContain(`"'=HYPERLINK(""http://evil.example"";""x"")"`);
    expect(lines.slice(1).every((line) => !/(^|,)"?[=+@-]/.test(line))).toBe(true);

    const { stdout } = await cli('token', email);
    const answer = await site.get('/api/admin/leaderboard?show=listed', {
      headers: { authorization: `Bearer ${stdout.trim()}` },
    });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(((await answer.json()) as { sites: { domain: string }[] }).sites.map(({ domain }) => domain)).toEqual([
      'ledgerworks.com',
      'parcelway.com',
      'hr-cloud.com',
    ]);
  });
});

describe('the browser that renders pages', () => {
  it('is told with what the system does to confine it', async () => {
    const { page, context, faults } = await operatorPage();
    // The worker tells it when it is ready, which may be after the first page is served.
    const section = page.locator('section', { has: page.getByRole('heading', { name: 'Rendering browser' }) });
    await expect
      .poll(async () => (await page.goto('/admin/settings'), section.count()), { timeout: 60_000 })
      .toBeGreaterThan(0);
    expect(await section.innerText()).toMatch(
      process.getuid?.() === 0 ? /Without a sandbox[^]*this process runs as root/ : /In its sandbox|Without a sandbox/,
    );
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the public leaderboard', () => {
  it('is 404 until it is switched on, then lists what is listed', async () => {
    expect((await site.get('/leaderboard')).status).toBe(404);
    const { page, faults } = await operatorAt('/admin/settings');
    await page.getByRole('button', { name: 'Switch on the public leaderboard' }).click();
    await page.getByRole('button', { name: 'Switch off the public leaderboard' }).waitFor();
    await page.goto('/admin/leaderboard?show=listed');
    await page.getByRole('button', { name: 'Hide parcelway.com' }).click();
    await rowOf(page, 'parcelway.com').waitFor({ state: 'detached' });

    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      // Nothing that a visitor asks for shows what is hidden.
      const visitor = await site.look('/leaderboard?show=all', viewport);
      expect(await sites(visitor.page)).toEqual(['ledgerworks.com', 'hr-cloud.com']);
      expect(await visitor.page.getByRole('button', { name: /Hide|Pin/ }).count()).toBe(0);
      expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      await expectAccessible(visitor.page);
      expect(visitor.faults).toEqual([]);
    }
    expect(await (await site.get('/')).text()).toContain('href="/leaderboard"');
    // The footers learn of it without asking for each page.
    const footer = async () => (await (await site.get('/developers')).text()).split('<footer')[1];
    await expect.poll(footer, { timeout: 30_000 }).toContain('href="/leaderboard"');
    const html = await (await site.get('/leaderboard')).text();
    for (const secret of ['parcelway', new URL(oidc.url).host, 'quiet.com', email]) expect(html).not.toContain(secret);

    await page.goto('/admin/settings');
    await page.getByRole('button', { name: 'Switch off the public leaderboard' }).click();
    await page.getByRole('button', { name: 'Switch on the public leaderboard' }).waitFor();
    expect((await site.get('/leaderboard')).status).toBe(404);
    expect(faults).toEqual([]);
  });
});

describe('a list of addresses', () => {
  it.each([true, false])('is scanned, watched and fetched (script: %s)', async (javaScriptEnabled) => {
    const { page, context, faults } = await operatorPage({ javaScriptEnabled });
    await page.goto('/admin/bulk');
    await page.getByLabel(/^Addresses/).fill('not an address');
    await page.getByRole('button', { name: 'Scan the list' }).click();
    await page.getByText('No line is an address.').waitFor();
    expect(await page.getByLabel(/^Addresses/).inputValue()).toBe('not an address');
    const list = `${login.url}/api/staff?list=${javaScriptEnabled}\n${oidc.url}/?list=${javaScriptEnabled}\nftp://x.example`;
    if (javaScriptEnabled) await page.getByLabel(/^Addresses/).fill(list);
    else {
      await page.getByLabel(/^Addresses/).fill('');
      await page
        .getByLabel('Or a file of them')
        .setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from(list) });
    }
    await page.getByLabel('Name of the list').fill('Two of ours');
    await page.getByRole('button', { name: 'Scan the list' }).click();
    await page.waitForURL(/\/admin\/bulk\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: 'Two of ours' }).waitFor();
    // With script the page draws itself anew; without it, it is loaded again.
    await expect
      .poll(
        async () => {
          if (!javaScriptEnabled) await page.reload();
          return page.getByRole('status').first().innerText();
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe('Done: 3 of 3');
    if (javaScriptEnabled) await expectAccessible(page);
    const id = page.url().split('/').at(-1) ?? '';
    const lines = (await (await context.request.get(`/api/admin/bulk/${id}`)).text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ status: 'done', outcome: 'scored', report: expect.stringContaining('/report/') }),
      expect.objectContaining({ status: 'done', outcome: 'scored', report: expect.stringContaining('/report/') }),
      expect.objectContaining({ status: 'refused', report: null, problem: expect.stringContaining('ftp') }),
    ]);
    const csv = await context.request.get(`/api/admin/bulk/${id}?format=csv`);
    expect(csv.headers()['content-type']).toContain('text/csv');
    expect((await csv.text()).trimEnd().split('\r\n')).toHaveLength(4);
    expect((await site.get(`/api/admin/bulk/${id}`)).status).toBe(401);
    expect((await context.request.get('/api/admin/bulk/3f2c1a90-0d4e-4f6b-9a51-6c1a2b3c4d5e')).status()).toBe(404);
    await page.locator('summary', { hasText: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.waitForURL('**/admin/bulk');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('disputes', () => {
  it('go from a finding to the operator and back to the finding, with and without script', async () => {
    const { id } = await site.scan(`${login.url}/api/staff?disputed`);
    const report = `/report/127.0.0.1/${id}`;
    for (const [index, javaScriptEnabled] of [true, false].entries()) {
      const finding = ['signal-structured-401', 'signal-client-credentials'][index] ?? '';
      const reader = await site.open({ javaScriptEnabled });
      await reader.page.goto(`${report}#${finding}`);
      await reader.page.locator(`[data-row=${finding}]`).getByRole('link', { name: 'This is wrong' }).click();
      expect(await reader.page.getByLabel('Which finding').inputValue()).toBe(finding);
      await reader.page.getByLabel('What it should say').fill('Pass');
      await reader.page.getByRole('button', { name: 'Send' }).click();
      await reader.page.locator('form [role=alert]').waitFor();
      expect(await reader.page.getByLabel('What it should say').inputValue()).toBe('Pass');
      await reader.page.getByLabel('Why').fill('<b>It is JSON.</b>');
      await reader.page.getByRole('button', { name: 'Send' }).click();
      await reader.page.getByRole('heading', { name: 'Thank you' }).waitFor();
      await reader.page.goto(report);
      expect(await reader.page.locator(`[data-row=${finding}]`).innerText()).toContain('disputed');
      await reader.context.close();
    }
    const { page, context, faults } = await operatorAt('/admin/disputes');
    expect(await page.getByRole('link', { name: /^Disputes/ }).innerText()).toMatch(/Disputes\s*2/);
    await page.getByLabel('Your answer').first().fill('Indeed: x3 is JSON.');
    await page.getByRole('button', { name: 'The report is wrong' }).first().click();
    await page.getByText('Indeed: x3 is JSON.').waitFor();
    const lines = (await (await context.request.get('/api/admin/disputes')).text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ finding: 'signal-structured-401', reportIsWrong: true, reason: '<b>It is JSON.</b>' }),
    ]);
    expect((await site.get('/api/admin/disputes')).status).toBe(401);
    await page.goto(`${report}#signal-structured-401`);
    expect(await page.locator('[data-row=signal-structured-401]').innerText()).toContain('Indeed: x3 is JSON.');
    expect(faults).toEqual([]);
  });
});

describe('scans', () => {
  it('are listed, inspected and deleted with their report', async () => {
    const { id } = await site.scan(`${login.url}/api/staff`);
    const { page, faults } = await operatorAt(`/admin/scans?text=${new URL(login.url).port}`);
    await rowOf(page, new URL(login.url).host).getByRole('link').first().click();
    await page.waitForURL(`**/admin/scans/${id}`);
    expect(await page.locator('#steps li').count()).toBeGreaterThan(2);
    await expectAccessible(page);
    await page.locator('summary', { hasText: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.waitForURL('**/admin/scans');
    expect((await site.get(`/api/v1/scans/${id}`)).status).toBe(404);
    expect((await page.goto(`/admin/scans/${id}`))?.status()).toBe(404);
    expect(faults).toEqual([]);
  });

  it('show what the owner of their domain chose, which the operator can end', async () => {
    const { db } = await import('../../lib/db/index.ts');
    const [domain, targetUrl] = ['chosen-face.com', 'https://api.chosen-face.com/'];
    const id = await storeScan({ domain, d7: 70, finishedAt: new Date().toISOString() });
    await db().faceChoice.create({ data: { name: domain, domain, targetUrl, mode: 'public' } });
    const { page, faults } = await operatorAt(`/admin/scans/${id}`);
    const choice = page.getByText(`For ${domain}: ${targetUrl}, from outside`);
    await choice.waitFor();
    await page.getByRole('button', { name: 'End it' }).click();
    await choice.waitFor({ state: 'detached' });
    expect(await db().faceChoice.count({ where: { domain } })).toBe(0);
    expect(
      await db().auditEntry.findMany({ where: { action: 'face.end' }, select: { actor: true, subject: true } }),
    ).toEqual([{ actor: email, subject: domain }]);
    expect(faults).toEqual([]);
  });

  it('that run are cancelled, and their worker lets go; failed ones are retried', async () => {
    const answer = await site.post('/api/v1/scans', { target: `${slow.url}/api/orders` });
    const { id } = (await answer.json()) as { id: string };
    await expect
      .poll(async () => ((await (await site.get(`/api/v1/scans/${id}`)).json()) as { status: string }).status, {
        timeout: 20_000,
      })
      .toBe('running');
    const { page, faults } = await operatorAt(`/admin/scans/${id}`);
    await page.getByRole('button', { name: /^Cancel/ }).click();
    await page.getByText('The operator of this site cancelled the scan.').waitFor();
    await expect
      .poll(() => site.product.output().includes('scan lost to another worker'), { timeout: 20_000 })
      .toBe(true);
    const requests = slow.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(slow.requests.length).toBeLessThanOrEqual(requests + 1);
    await page.getByRole('button', { name: /^Retry/ }).click();
    await page.getByRole('button', { name: /^Cancel/ }).waitFor();
    await page.getByRole('button', { name: /^Cancel/ }).click();
    await page.getByRole('button', { name: /^Retry/ }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('the blocklist', () => {
  it('refuses scans from the next one on, with a sentence, and again not', async () => {
    const { page, faults } = await operatorAt('/admin/blocklist');
    await page.getByLabel('Domain, address or block').fill('not a domain');
    await page.getByRole('button', { name: 'Block', exact: true }).click();
    await page.getByText('Enter a domain such as').waitFor();
    await page.getByLabel('Domain, address or block').fill('https://127.0.0.1:8080/some/path');
    await page.getByLabel('Reason, for other operators').fill('Its owner asked.');
    await page.getByRole('button', { name: 'Block', exact: true }).click();
    await page.getByText('127.0.0.1 will not be scanned any more.').waitFor();
    const refused = await site.post('/api/v1/scans', { target: `${oidc.url}/other` });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { code: 'blocked-target' } });
    await page.getByRole('button', { name: 'Unblock 127.0.0.1' }).click();
    await page.getByText('Nothing is blocked.').waitFor();
    expect([200, 202]).toContain((await site.post('/api/v1/scans', { target: `${oidc.url}/other` })).status);
    expect(faults).toEqual([]);
  });
});

describe('requests that an operator did not mean', () => {
  it('change nothing: without a session, or from another site', async () => {
    const { page } = await operatorAt('/admin/leaderboard?show=listed');
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST'),
      page.getByRole('button', { name: 'Pin hr-cloud.com', exact: true }).click(),
    ]);
    await page.getByRole('button', { name: 'Unpin hr-cloud.com' }).click();
    await page.getByRole('button', { name: 'Pin hr-cloud.com', exact: true }).waitFor();
    const headers = await sent.allHeaders();
    const body = sent.postDataBuffer();
    const send = (change: Record<string, string>) => {
      const {
        'next-action': action = '',
        'content-type': type = '',
        cookie = '',
        'next-router-state-tree': tree = '',
      } = headers;
      return site.get('/admin/leaderboard?show=listed', {
        method: 'POST',
        body: body && new Uint8Array(body),
        headers: {
          'next-action': action,
          'content-type': type,
          cookie,
          'next-router-state-tree': tree,
          origin: site.product.url,
          ...change,
        },
      });
    };
    const pinned = async () => {
      await page.goto('/admin/leaderboard?show=pinned');
      return sites(page).then((names) => names.join());
    };
    const anonymous = await send({ cookie: '' });
    expect(anonymous.headers.get('x-action-redirect') ?? anonymous.headers.get('location')).toContain('/admin/login');
    expect((await send({ origin: 'https://evil.example' })).status).toBeGreaterThanOrEqual(400);
    expect(await page.goto('/admin/leaderboard?show=pinned').then(() => page.getByText('No site fits.').count())).toBe(
      1,
    );
    // The same request with session and origin does change it: the test sends what counts.
    expect((await send({})).status).toBe(200);
    expect(await pinned()).toBe('hr-cloud.com');
    await page.getByRole('button', { name: 'Unpin hr-cloud.com' }).click();
    await page.getByText('No site fits.').waitFor();
  });
});

describe('operators', () => {
  it('invite others, end sessions, and everything stands in the audit log', async () => {
    const { page, faults } = await operatorAt('/admin/operators');
    await page.getByLabel('Email address').fill('second@example.com');
    await page.getByRole('button', { name: 'Make a link' }).click();
    const said = await page.getByText('Send this to second@example.com').innerText();
    const other = await site.open();
    await other.page.goto(/https?:\S+/.exec(said)?.[0] ?? '');
    await other.page.getByLabel('New password').fill(password);
    await other.page.getByLabel('The same again').fill(password);
    await other.page.getByRole('button', { name: 'Set password' }).click();
    await other.page.waitForURL('**/admin/leaderboard');

    await page.reload();
    await page.getByRole('button', { name: 'End this session of second@example.com' }).click();
    await page.getByText('Not signed in anywhere.').waitFor();
    await other.page.goto('/admin/scans');
    expect(new URL(other.page.url()).pathname).toBe('/admin/login');
    await other.context.close();
    await page.locator('summary', { hasText: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('heading', { name: 'second@example.com' }).waitFor({ state: 'detached' });

    await page.goto('/admin/audit');
    const log = await page.getByRole('region', { name: 'Audit log' }).innerText();
    for (const line of [
      'removed the operator second@example.com',
      'ended a session of second@example.com',
      'blocked 127.0.0.1',
      'cancelled the scan',
      'retried the scan',
      'deleted the scan',
      'changed the setting public-leaderboard',
      'hid ledgerworks.com',
      'pinned hr-cloud.com',
      'set the industry of parcelway.com',
      'was locked out after too many tries',
      'failed to sign in',
    ])
      expect(log).toContain(line);
    expect(faults).toEqual([]);
  });
});

describe('every page of the area', () => {
  it.each(pages)('%s is accessible and fits, a desktop and a phone', async (path) => {
    const { page, faults, status } = await operatorAt(path);
    expect(status).toBe(200);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    expectWords(await page.locator('main').innerText());
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(faults).toEqual([]);
  });
});
