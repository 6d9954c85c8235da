/** The running product and a browser, and the few things that every end-to-end test does with them. */
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page, ViewportSize } from 'playwright-core';
import { expect } from 'vitest';
import type { Report } from '../../lib/scan/schema/report.ts';
import { workTakes } from '../../content/guide.ts';
import { launchBrowser } from '../setup/browser.ts';
import { pluralsOfOne } from '../setup/singular.ts';
import { startProduct, type Product, type ProductOptions } from '../setup/product.ts';

/** A page of a context of its own; what goes wrong in it is collected in `faults`. */
export interface Opened {
  page: Page;
  context: BrowserContext;
  faults: string[];
}

export interface Site {
  product: Product;
  browser: Browser;
  /** A page for a test that leaves something behind: cookies, a clock, permissions. It closes the context. */
  open(options?: BrowserContextOptions): Promise<Opened>;
  /** Loads an address in the one page of a reader who goes from place to place, which spares what a new page costs; `faults` begin anew. */
  look(path: string, viewport?: ViewportSize): Promise<Opened & { status: number }>;
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
  let reader: Promise<Opened> | undefined;
  const open: Site['open'] = async (contextOptions) => {
    const context = await browser.newContext({ baseURL: product.url, ...contextOptions });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // The browser reports each 404 and 503 that a test asks for; a violated policy or a React error comes with other words.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
    });
    return { page, context, faults };
  };
  return {
    product,
    browser,
    get,
    post,
    open,
    async look(path, viewport = { width: 1280, height: 720 }) {
      const opened = await (reader ??= open());
      await opened.page.setViewportSize(viewport);
      opened.faults.length = 0;
      const answer = await opened.page.goto(path);
      return { ...opened, status: answer?.status() ?? 0 };
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
  await sendTarget(page, target);
}

/** Types an address into the form of a page and sends it. */
export async function sendTarget(page: Page, target: string): Promise<void> {
  await page.getByLabel('Address of a site or an API').fill(target);
  await page.getByRole('button', { name: 'Scan', exact: true }).click();
}

/** What two pages must not say differently: one in the singular, and how long the work takes together with for whom. */
export function expectWords(text: string): void {
  expect(pluralsOfOne(text)).toEqual([]);
  if (/\bthirty minutes\b|\bhalf an hour\b|\b30 minutes\b(?! ago)/i.test(text)) expect(text).toContain(workTakes);
  expect(text).not.toMatch(/sends no credentials/i);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The rules of axe that look at colours: nothing else differs between the themes, and nothing else takes as long. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** The looks whose contrast was enough, on whatever page. */
const passed = new Set<string>();

const tell = (violations: readonly { id: string; nodes: readonly { html: string }[] }[]) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);

/** What axe finds on a page into which it has been put, a line each, but for colours. What is in order is not listed. */
async function violationsOn(page: Page): Promise<string[]> {
  // Targets of 24 pixels (WCAG 2.2 §2.5.8) are left out unless asked for; links within a sentence are no targets of their own.
  const rules = {
    ...Object.fromEntries(ofColour.map((id) => [id, { enabled: false }])),
    'target-size': { enabled: true },
  };
  return tell(
    await page.evaluate(async (off) => {
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'], rules: off });
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
    }, rules),
  );
}

/**
 * What axe finds of the colours on a page into which it has been put, a line each. Contrast is a matter of the look of an element alone: of its
 * styles and the grounds that it stands on. So of each look that has not passed yet, here or elsewhere, it is tried on three elements.
 */
async function coloursOn(page: Page): Promise<string[]> {
  const found = await page.evaluate(
    async ([rules, known]) => {
      const looks = new Map<string, Element[]>();
      const walk = (element: Element, above: string): void => {
        const style = getComputedStyle(element);
        if (style.display === 'none') return;
        const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = style;
        const ground = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode].join();
        const on = ground === 'rgba(0, 0, 0, 0),none,1,none,normal' ? above : `${above} > ${ground}`;
        if ([...element.childNodes].some((child) => child instanceof Text && child.data.trim().length > 1)) {
          const { color, fontSize, fontWeight, textShadow, visibility } = style;
          const off = element.matches(':disabled');
          const look = [element.localName, color, fontSize, fontWeight, textShadow, visibility, off, on].join();
          looks.set(look, [...(looks.get(look) ?? []), element]);
        }
        for (const child of element.children) walk(child, on);
      };
      walk(document.documentElement, '');
      const passed = new Set(known);
      for (const [look, all] of looks)
        if (!passed.has(look))
          for (const element of [all[0], all[all.length >> 1], all.at(-1)]) element?.setAttribute('data-look', look);
      window.axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-look]' }] });
      const { passes, violations } = await window.axe.run(document, {
        runOnly: rules,
        resultTypes: ['passes', 'violations'],
        selectors: false,
        elementRef: true,
      });
      const elements = passes.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes);
      const right = elements.flatMap(({ element }) => element?.getAttribute('data-look') ?? []);
      for (const element of document.querySelectorAll('[data-look]')) element.removeAttribute('data-look');
      const wrong = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
      return { right, wrong, looks: looks.size };
    },
    [ofColour, [...passed]] as const,
  );
  expect(found.looks).toBeGreaterThan(0);
  for (const look of found.right) passed.add(look);
  return tell(found.wrong);
}

/** Every rule of axe, WCAG 2.2 AA included, in the light theme, and those of colours in the dark one. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that a form leads to draws its heading first: for a moment it has no title.
  await expect.poll(() => page.title(), { timeout: 30_000 }).not.toBe('');
  await page.evaluate(axe.source);
  expect(await violationsOn(page)).toEqual([]);
  expect(await coloursOn(page), 'in the light theme').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map(({ finished }) => finished),
    ),
  );
  expect(await coloursOn(page), 'in the dark theme').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}
