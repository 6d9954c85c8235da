import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite, typeTarget, type Site } from './site.ts';
import { slowTarget, type ScanTarget } from './targets.ts';

let site: Site;
const targets: ScanTarget[] = [];

beforeAll(async () => {
  site = await startSite();
});

afterAll(async () => {
  await site.stop();
  await Promise.all(targets.map((target) => target.stop()));
});

/** A slow server of its own, so that no test joins the scan of another. */
async function fresh(): Promise<string> {
  const target = await slowTarget();
  targets.push(target);
  return `${target.url}/api/orders`;
}

/** Reads server-sent events until the stream ends. */
async function events(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ event: string; id: number; data: unknown }[]> {
  const answer = await site.get(path, { headers });
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const text = await answer.text();
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      return { event: field('event'), id: Number(field('id')), data: JSON.parse(field('data')) as unknown };
    });
}

describe('a running scan', () => {
  it('shows what was found as it is found, survives a reload, and leaves to the report by itself', async () => {
    const { page, faults } = await site.open();
    await typeTarget(page, await fresh());
    await page.waitForURL(/\/scan\//);
    const address = page.url();
    await page.getByRole('heading', { level: 1, name: /^Walking to/ }).waitFor();
    const things = page.locator('figure li li');
    await expect.poll(() => things.count(), { timeout: 20_000 }).toBeGreaterThan(0);
    const seen = await things.first().innerText();
    await expect.poll(() => page.getByText(/^[1-9]\d* requests?$/).count()).toBe(1);
    // The log tells each request, with what it was for, how it was answered and where it went.
    const log = page.getByRole('region', { name: 'Log of the scan' });
    await log
      .getByText(/^control: \d{3}\s+127\.0\.0\.1:/)
      .first()
      .waitFor();

    await page.reload();
    expect(page.url()).toBe(address);
    // Drawn by the server: it is there before any script has run.
    expect(await (await site.get(new URL(address).pathname)).text()).toContain(seen.split('\n')[0]);
    expect(await things.allInnerTexts()).toContain(seen);

    await page.waitForURL(/\/report\/127\.0\.0\.1/, { timeout: 60_000 });
    await page.goBack();
    expect(page.url(), 'the live page is replaced, not kept in the history').toBe(`${site.product.url}/`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('counts requests from the first one on, before anything was found', async () => {
    const address = await fresh();
    const { id } = (await (
      await site.get('/api/v1/scans', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ target: address }),
      })
    ).json()) as { id: string };
    const steps = (await events(`/api/v1/scans/${id}/events`)).filter(({ event }) => event === 'step');
    const data = steps.map((step) => (step.data as { data: { type: string; requests: number; text: string } }).data);
    const first = data.findIndex(({ type }) => type === 'found');
    expect(data.slice(0, first).filter(({ type }) => type === 'request').length).toBeGreaterThan(0);
    const counts = data.map(({ requests }) => requests);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(data.filter(({ type }) => type === 'request').length).toBeGreaterThan(20);
  });

  it('is followed by polling where events do not come through', async () => {
    const { page } = await site.open();
    await page.route(/\/events/, (route) => route.abort());
    await typeTarget(page, await fresh());
    await page.waitForURL(/\/scan\//);
    await expect.poll(() => page.locator('figure li li').count(), { timeout: 30_000 }).toBeGreaterThan(0);
    await page.waitForURL(/\/report\//, { timeout: 60_000 });
    await page.context().close();
  });

  it('is followed without JavaScript, from the form to the report', async () => {
    const { page } = await site.open({ javaScriptEnabled: false });
    await typeTarget(page, await fresh());
    await page.waitForURL(/\/scan\//);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^(Walking to|.* is next)/);
    // The page asks for itself again every few seconds.
    await page.waitForURL(/\/report\//, { timeout: 60_000 });
    expect(await page.locator('#evidence details').count()).toBeGreaterThan(3);
    await page.context().close();
  });

  it('sends each step once, resumes after the last one that arrived, and ends with the report’s address', async () => {
    const target = await fresh();
    const { host } = new URL(target);
    const { id } = (await (await site.post('/api/v1/scans', { target })).json()) as { id: string };
    const all = await events(`/api/v1/scans/${id}/events`);
    const steps = all.filter(({ event }) => event === 'step').map((step) => step.id);
    expect(steps.length).toBeGreaterThan(2);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(new Set(steps).size).toBe(steps.length);
    expect(all.at(-1)).toMatchObject({ event: 'state', data: { status: 'done', report: `/report/${host}` } });

    const third = steps[2] ?? 0;
    const rest = await events(`/api/v1/scans/${id}/events`, { 'last-event-id': String(third) });
    expect(rest.filter(({ event }) => event === 'step').map((step) => step.id)).toEqual(
      steps.filter((seq) => seq > third),
    );
  });

  it('is joined by a second request for the same address', async () => {
    const target = await fresh();
    const [first, second] = await Promise.all([
      site.post('/api/v1/scans', { target }),
      site.post('/api/v1/scans', { target }),
    ]);
    const [a, b] = [(await first.json()) as { id: string }, (await second.json()) as { id: string }];
    expect(a.id).toBe(b.id);
  });

  it('lets the product stop while somebody watches', async () => {
    const own = await startSite();
    const { id } = (await (await own.post('/api/v1/scans', { target: await fresh() })).json()) as { id: string };
    const watching = own.get(`/api/v1/scans/${id}/events`).then((answer) => answer.text());
    await new Promise((resolve) => setTimeout(resolve, 500));
    const stopped = own.stop();
    await watching.catch((error: unknown) =>
      expect(error, 'a stream that is cut is a broken connection').toBeInstanceOf(TypeError),
    );
    await stopped;
  });
});
