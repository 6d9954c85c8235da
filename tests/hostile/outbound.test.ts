/**
 * Pages that make the browser send something to strangers, over https: beacons, sockets, workers, prefetching, forms, popups. Whatever a page
 * tries, no stranger counts a connection, and the business itself sees only what the scan recorded. Each row runs in every kind of browser.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient, defaultBudget } from '../../lib/scan/http/client.ts';
import { createCrawl } from '../../lib/scan/look/crawl.ts';
import { createRenderer, type Renderer, type Rendering, type RendererOptions } from '../../lib/scan/render/index.ts';
import type { Budget, HttpClient } from '../../lib/scan/types.ts';
import { everyBrowser } from '../unit/scan/render/yard.ts';
import { account } from './support/account.ts';
import { attacks, openStrangers, ownDomain, type OwnRequest, type Seen, type Strangers } from './support/strangers.ts';

const userAgent = 'Latchkey/0.1';
const allowNets = ['127.0.0.5/32', '127.0.0.6/32'];
const browsers = await everyBrowser();
const total: Seen = { connections: 0, requests: 0, datagrams: 0, first: [] };
account('pages that send to strangers', 'survived', () => ({
  browsers: browsers.length,
  'requests that strangers saw': total.requests,
  'connections that strangers saw': total.connections,
}));

describe.each(browsers)('in the $kind browser', ({ executablePath }) => {
  let yard: Strangers;
  const open: { close(): Promise<void> }[] = [];
  const renderings: Rendering[] = [];
  let http: HttpClient;

  /** A scan of the first row's host that renders: strangers are open to it, only what pages may ask for keeps it away from them. */
  const scanWith = (
    budget: Partial<Budget>,
    limits: Partial<RendererOptions>,
    adopted: readonly string[] = [],
  ): { http: HttpClient; renderer: Renderer } => {
    const { connectTo, ca, placeOf } = yard;
    const url = `${placeOf(0).self}/`;
    const client = createHttpClient({
      budget: { ...defaultBudget, ...budget },
      allowNets,
      connectTo,
      ca: [ca],
      userAgent,
    });
    const target = { input: url, url, host: new URL(url).host, domain: ownDomain };
    const crawl = createCrawl({ target, http: client });
    for (const place of adopted) crawl.affiliation.adopt(place);
    const renderer = createRenderer({ browserPath: executablePath, crawl, allowNets, userAgent, ...limits });
    open.push(renderer, client);
    return { http: client, renderer };
  };

  beforeAll(async () => {
    yard = await openStrangers();
    const many = { totalMs: 400_000, maxPages: attacks.length, maxRequests: 2000, maxBytes: 32 * 1024 * 1024 };
    const scan = scanWith({ requests: 5000, totalMs: 400_000, totalBytes: many.maxBytes }, many);
    ({ http } = scan);
    const waiting = [...attacks.keys()];
    const work = async (): Promise<void> => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift())
        renderings[row] = await scan.renderer.render(`${yard.placeOf(row).self}/`);
    };
    await Promise.all([work(), work(), work(), work()]);
    await scan.renderer.close();
  }, 420_000);
  afterAll(async () => {
    await Promise.all(open.map((one) => one.close()));
    await yard.close();
  });

  it.each(attacks.map(({ name }, row) => ({ name, row })))('$name', ({ row }) => {
    expect(yard.seen(row)).toEqual({ connections: 0, requests: 0, datagrams: 0, first: [] });
    // The attack ran: the page was read, led away at once, or never held still; a form that goes from https to http makes a full browser
    // show a page of its own.
    const rendering = renderings[row];
    if (rendering?.kind === 'page') expect(rendering.html).toContain('Words that stay');
    else expect(['foreign-host', 'unreadable', 'network-error']).toContain(rendering?.code);
    // All that the business saw was asked by the scan, counted and recorded.
    const { self } = yard.placeOf(row);
    const own = yard.own.filter((request) => request.row === row);
    expect(own.map(({ method, path }: OwnRequest) => `${method} ${self}${path}`).toSorted()).toEqual(
      http.exchanges
        .map(({ request }) => `${request.method} ${request.url}`)
        .filter((one) => one.includes(`${self}/`))
        .toSorted(),
    );
    expect(own.length).toBeGreaterThan(0);
    for (const { method, userAgent: said } of own) {
      expect(['GET', 'HEAD']).toContain(method);
      expect(said).toBe(userAgent);
    }
  });

  it('counts nothing at the strangers’ addresses either', () => {
    const seen = yard.total();
    total.connections += seen.connections;
    total.requests += seen.requests;
    expect(seen).toEqual({ connections: 0, requests: 0, datagrams: 0, first: [] });
    expect(http.spent.requests).toBe(yard.own.length);
  });

  it('brings a page that navigates in a loop to rest', { timeout: 120_000 }, async () => {
    yard.forget();
    const { renderer, http: client } = scanWith({}, { totalMs: 60_000, maxPages: 1 });
    const loop = attacks.findIndex(({ name }) => name.startsWith('pagehide'));
    expect(await renderer.render(`${yard.placeOf(loop).self}/`)).toMatchObject({ kind: 'page' });
    expect(yard.own.length).toBeLessThanOrEqual(12);
    expect(client.spent.requests).toBe(yard.own.length);
  });

  it(
    'asks strangers once they count as the business’s own: the zeros are the guard’s',
    { timeout: 120_000 },
    async () => {
      const row = attacks.findIndex(({ name }) => name.startsWith('images, media'));
      const { self, stranger } = yard.placeOf(row);
      yard.forget();
      await scanWith({}, { totalMs: 60_000 }, [`${stranger}/`]).renderer.render(`${self}/`);
      expect(yard.seen(row).requests).toBeGreaterThan(0);
    },
  );
});
