import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendTarget, startSite, type Site } from './site.ts';
import { closedTarget, oidcTarget, wallTarget, websiteTarget, type ScanTarget } from './targets.ts';

let site: Site;
let withGrant: ScanTarget;
let withoutGrant: ScanTarget;
let website: ScanTarget;
let wall: ScanTarget;

beforeAll(async () => {
  [withGrant, withoutGrant, website, wall] = await Promise.all([
    oidcTarget({ clientCredentials: true }),
    oidcTarget({ clientCredentials: false }),
    websiteTarget(),
    wallTarget(),
  ]);
  // A short pause, so that a test can see a second scan of the same address.
  site = await startSite({ env: { COOLDOWN_S: '3', SCAN_BROWSER: 'auto' } });
});

afterAll(async () => {
  await site.stop();
  await Promise.all([withGrant, withoutGrant, website, wall].map((target) => target.stop()));
});

describe('an address typed into the page', () => {
  it('of an authorization server with client_credentials ends in a report that says so, with the evidence', async () => {
    const { page, faults } = await site.look('/');
    await sendTarget(page, `${withGrant.url}/api/orders`);
    await page.waitForURL(/\/report\/127\.0\.0\.1/, { timeout: 60_000 });

    // What the server really offers, as it answers to anybody who asks.
    const metadata = (await (await fetch(`${withGrant.url}/.well-known/openid-configuration`)).json()) as {
      token_endpoint: string;
      grant_types_supported: string[];
    };
    expect(metadata.grant_types_supported).toContain('client_credentials');

    const flow = page.locator('[data-row=flow-client_credentials]');
    await expect.poll(() => flow.innerText()).toMatch(/Offered/);
    expect(await flow.innerText()).toMatch(/No person needed/);
    expect(await page.locator('[data-answer]').innerText()).toMatch(/^(Yes|With a key)$/);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/gets a token in one request/);
    await page.getByText('What was found').click();
    expect(await page.locator('#found').innerText()).toContain(metadata.token_endpoint);
    const score = Number(await page.locator('[data-score]').innerText());
    expect(score).toBeGreaterThanOrEqual(75);

    // A finding leads to its exchange, which opens and shows the structured answer as it came.
    await page.getByText(/signals? passed/).click();
    const signal = page.locator('[data-row=signal-structured-401]');
    expect(await signal.innerText()).toMatch(/Pass/);
    await signal.locator('summary').click();
    await signal
      .getByRole('link', { name: /^\[x\d+\]$/ })
      .first()
      .click();
    const exchange = page.locator('details[open] [role=group]:visible', { hasText: '401 Unauthorized' });
    await expect.poll(() => exchange.count()).toBeGreaterThan(0);
    const shown = await exchange.first().innerText();
    expect(shown).toContain('"error": "unauthorized"');
    expect(shown).toContain(`resource_metadata="${withGrant.url}/.well-known/oauth-protected-resource"`);
    expect(faults).toEqual([]);
  });

  it('of the same server without client_credentials says that the grant is not offered', async () => {
    const metadata = (await (await fetch(`${withoutGrant.url}/.well-known/openid-configuration`)).json()) as {
      grant_types_supported: string[];
    };
    expect(metadata.grant_types_supported).not.toContain('client_credentials');
    const { page } = await site.look('/');
    await sendTarget(page, `${withoutGrant.url}/api/orders`);
    await page.waitForURL(/\/report\//, { timeout: 60_000 });
    await page.getByText(/grants? not offered/).click();
    expect(await page.locator('[data-row=flow-client_credentials]').innerText()).toMatch(/Not offered/);
    expect(await page.locator('[data-row=signal-client-credentials]').innerText()).toMatch(/^Fail/);
    expect(await page.locator('[data-row=anti-pattern-browser-only-oauth]').innerText()).toMatch(/^Present/);
    expect(await page.locator('[data-answer]').innerText()).toBe('With a person, once');
    expect(await page.locator('article > header').innerText(), 'a closed door gets no medal').not.toMatch(
      /Bronze|Silver|Gold/,
    );
    expect(Number(await page.locator('[data-score]').innerText())).toBeLessThanOrEqual(49);
  });

  it('of a website without an API gets no score, but what to publish first', async () => {
    const { page } = await site.look('/');
    await sendTarget(page, website.url);
    await page.waitForURL(/\/report\//, { timeout: 60_000 });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/no API was found/);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toContain('What to publish first');
    expect(await page.locator('article').innerText()).not.toMatch(/of 100|Not ready/);
  });

  it('of a port that is closed says which step failed and what to check', async () => {
    const gone = await websiteTarget();
    await gone.stop();
    const { page } = await site.look('/');
    await sendTarget(page, gone.url);
    await page.waitForURL(/\/report\//, { timeout: 60_000 });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/cannot reach/);
    expect(await page.locator('#advice').innerText()).toContain('Check that a server listens on this port.');
    expect(await page.locator('article').innerText()).not.toMatch(/of 100|Not ready/);
  });

  it('of a port that does not speak TLS says that this was the step that failed', async () => {
    const { report } = await site.scan(website.url.replace('http:', 'https:'));
    expect(report).toMatchObject({
      outcome: 'unreachable',
      score: { d7: null, tier: null },
      evidence: { reach: { unreachable: { step: 'tls' } } },
    });
    const { page } = await site.look(`/report/127.0.0.1/${report.scan.id}`);
    expect(await page.locator('#advice').innerText()).toContain('Check that it speaks TLS 1.2 or 1.3.');
  });

  it('of a site that asks this scanner to stay out says so, and was asked for nothing but what was typed and robots.txt', async () => {
    const closed = await closedTarget();
    const { report } = await site.scan(closed.url);
    expect(report).toMatchObject({ outcome: 'refused', score: { d7: null, tier: null } });
    const { page } = await site.look(`/report/127.0.0.1/${report.scan.id}`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('asks this scanner to stay out');
    expect(await page.locator('#advice').innerText()).toContain('robots.txt');
    expect(closed.requests.filter((request) => request !== 'GET /' && request !== 'GET /robots.txt')).toEqual([]);
    expect(closed.requests).toContain('GET /robots.txt');
    await closed.stop();
  });

  it('of a bot wall is told as blocked, with how many probes and how to let the scanner through, never as a low score', async () => {
    const { report } = await site.scan(wall.url);
    expect(report).toMatchObject({ outcome: 'blocked', score: { d7: null, tier: null } });
    const { page } = await site.look(`/report/127.0.0.1/${report.scan.id}`);
    expect(await page.locator('#advice').innerText()).toMatch(/\d+ of \d+ probes were blocked/);
    expect(await page.locator('article').innerText()).not.toMatch(/of 100|Not ready/);
  });
});

describe('a report', () => {
  it('stays at its permanent address and names a newer one', async () => {
    const { id } = await site.scan(`${withGrant.url}/api/orders`, { again: true, unlisted: false });
    await site.scan(`${withGrant.url}/api/orders`, { again: true });
    const { page } = await site.look(`/report/127.0.0.1/${id}`);
    expect(await page.locator('article header').innerText()).toContain(new URL(withGrant.url).host);
    expect(await page.getByRole('link', { name: 'newer report' }).getAttribute('href')).toBe(
      `/report/${new URL(withGrant.url).host}`,
    );
    await page.locator('#history summary').click();
    expect(await page.locator('#history').getByRole('row').count()).toBeGreaterThan(2);
  });

  it('that is not listed is found by its id alone', async () => {
    const own = await oidcTarget({ clientCredentials: true });
    const { id } = await site.scan(`${own.url}/api/orders`, { unlisted: true });
    const latest = (await (await site.get('/api/v1/reports/127.0.0.1')).json()) as { scan: { id: string } };
    expect(latest.scan.id).not.toBe(id);
    const { page } = await site.look(`/scan/${id}`);
    expect(page.url()).toBe(`${site.product.url}/report/127.0.0.1/${id}`);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toMatch(/noindex/);
    await own.stop();
  });

  it('copies an exchange as a curl command that really repeats it', async () => {
    const { page, context } = await site.open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { report } = await site.scan(`${withGrant.url}/api/orders`);
    const exchange = report.exchanges.find(
      ({ request, response }) => request.url === `${withGrant.url}/api/orders` && response?.status === 401,
    );
    await page.goto(`/report/127.0.0.1/${report.scan.id}#${exchange?.id ?? ''}`);
    const fold = page.locator(`details:has(#${exchange?.id ?? ''})`);
    await fold.getByRole('button', { name: 'Copy as curl' }).click();
    await expect.poll(() => fold.getByRole('button', { name: 'Copied' }).count()).toBe(1);
    const command = await page.evaluate(() => navigator.clipboard.readText());
    const { execFile } = await import('node:child_process');
    const { promisify } = await import('node:util');
    const { stdout } = await promisify(execFile)('bash', ['-c', `${command} --silent --noproxy '*'`]);
    expect(stdout).toMatch(/^HTTP\/1.1 401/);
    expect(stdout).toContain('"error":"unauthorized"');
    await context.close();
  });
});
