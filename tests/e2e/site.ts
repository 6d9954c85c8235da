/** The running product and a browser, and the few things that every end-to-end test does with them. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Report } from '../../lib/scan/schema/report.ts';
import { workTakes } from '../../content/guide.ts';
import { launchBrowser } from '../setup/browser.ts';
import { pluralsOfOne } from '../setup/singular.ts';
import { startProduct, type Product, type ProductOptions } from '../setup/product.ts';

export interface Site {
  product: Product;
  browser: Browser;
  /** A page of its own context; what goes wrong in it is collected in `faults`. */
  open(options?: BrowserContextOptions): Promise<{ page: Page; context: BrowserContext; faults: string[] }>;
  /** Asks for a scan through the API and waits for its report. */
  scan(target: string, options?: Record<string, unknown>): Promise<{ id: string; report: Report }>;
  get(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts the product and a browser. */
export async function startSite(options?: ProductOptions): Promise<Site> {
  const [product, browser] = await Promise.all([startProduct(options), launchBrowser()]);
  const get = (path: string, init: RequestInit = {}) => fetch(product.url + path, { redirect: 'manual', ...init });
  const post = (path: string, body: unknown) =>
    get(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    product,
    browser,
    get,
    post,
    async open(contextOptions) {
      const context = await browser.newContext({ baseURL: product.url, ...contextOptions });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        // The browser reports each 404 and 503 that a test asks for; a violated policy or a React error comes with other words.
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
      });
      return { page, context, faults };
    },
    async scan(target, extra = {}) {
      const answer = await post('/api/v1/scans', { target, ...extra });
      expect([200, 202]).toContain(answer.status);
      const { id } = (await answer.json()) as { id: string };
      const report = await reportOf(get, id);
      return { id, report };
    },
    async stop() {
      await browser.close();
      await product.stop();
    },
  };
}

const patience = 60_000;

async function reportOf(get: Site['get'], id: string): Promise<Report> {
  const until = Date.now() + patience;
  for (;;) {
    const body = (await (await get(`/api/v1/scans/${id}`)).json()) as {
      status: string;
      error: unknown;
      report: Report | null;
    };
    if (body.report) return body.report;
    if (body.status === 'failed' || Date.now() > until)
      throw new Error(`Scan ${id} has no report: ${body.status}, ${JSON.stringify(body.error)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Types an address into the home page and sends it. */
export async function typeTarget(page: Page, target: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Address of a site or an API').fill(target);
  await page.getByRole('button', { name: 'Scan', exact: true }).click();
}

/** What two pages must not say differently: one in the singular, and how long the work takes together with for whom. */
export function expectWords(text: string): void {
  expect(pluralsOfOne(text)).toEqual([]);
  if (/\bthirty minutes\b|\bhalf an hour\b|\b30 minutes\b/i.test(text)) expect(text).toContain(workTakes);
  expect(text).not.toMatch(/sends no credentials/i);
}

/** What axe finds on a page, a line each. Legacy mode runs in the page itself: ours have no frames. What is in order is not listed. */
async function violationsOn(page: Page, rules: readonly string[] | null): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await (rules === null ? axe : axe.withRules([...rules])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** The rules of axe that look at colours: nothing else differs between the themes. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** Every rule of axe, WCAG 2.2 AA included, in the light theme, and those of colours in the dark one. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that a form leads to draws its heading first: for a moment it has no title.
  await expect.poll(() => page.title(), { timeout: 30_000 }).not.toBe('');
  expect(await violationsOn(page, null), 'in the light theme').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map(({ finished }) => finished),
    ),
  );
  expect(await violationsOn(page, ofColour), 'in the dark theme').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}
