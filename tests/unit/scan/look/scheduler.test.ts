import { expect, test } from 'vitest';
import { createCrawl, type Crawl } from '../../../../lib/scan/look/crawl.ts';
import { runSources } from '../../../../lib/scan/look/scheduler.ts';
import { source, type Source } from '../../../../lib/scan/look/source.ts';
import { parseTarget } from '../../../../lib/scan/index.ts';
import { clientFor, serveHttp } from '../../../hostile/support/servers.ts';

/** A crawl of a server that answers a path at once, or when `tell` is called with it, and what became of the rows that ask it. */
async function yard(answersAtOnce: (path: string) => boolean) {
  const held = new Map<string, () => void>();
  const seen: string[] = [];
  const server = await serveHttp((request, response) => {
    const path = request.url ?? '';
    seen.push(path);
    if (answersAtOnce(path)) response.end(path);
    else held.set(path, () => void response.end(path));
  });
  const http = clientFor({});
  const site = `http://127.0.0.1:${server.port}`;
  const crawl: Crawl = createCrawl({ target: parseTarget(site, { allowNets: ['127.0.0.0/8'] }), http });
  const entered: string[] = [];
  const steps: string[] = [];
  const row = (id: string, more: Partial<Source<string, unknown>> = {}) =>
    source<string, unknown>({
      id,
      ...more,
      due: () => [`${site}/${id}`],
      key: (url) => url,
      ask: (_crawl, url) => {
        steps.push(`asks ${id}`);
        return crawl.ask({ url, purpose: id });
      },
      read: () => {
        steps.push(`enters ${id}`);
        entered.push(id);
      },
    });
  const stop = async () => {
    await http.close();
    await server.stop();
  };
  return { crawl, row, seen, entered, steps, tell: (path: string) => held.get(path)?.(), stop };
}

test('what an answer makes certain is asked while others are under way, and entered in its turn', async () => {
  const { crawl, row, seen, entered, tell, stop } = await yard((path) => path !== '/slow');
  const rows = [
    row('first'),
    row('slow'),
    row('later', { needs: ['first'] }),
    row('certain', { needs: ['first'], with: 'first' }),
  ];
  try {
    const done = runSources(rows, crawl);
    await expect.poll(() => seen).toEqual(['/first', '/slow', '/certain']);
    expect(entered).toEqual([]);
    tell('/slow');
    await done;
    expect(seen).toEqual(['/first', '/slow', '/certain', '/later']);
    expect(entered).toEqual(['first', 'slow', 'later', 'certain']);
  } finally {
    await stop();
  }
});

test('a guess waits for what may lead further, and for nothing else', async () => {
  const guess = { when: 'last' } as const;
  const first = await yard((path) => path === '/guess');
  try {
    const rows = [first.row('leads'), first.row('end', { final: true }), first.row('guess', guess)];
    const done = runSources(rows, first.crawl);
    await expect.poll(() => first.seen.toSorted()).toEqual(['/end', '/leads']);
    first.tell('/end');
    first.tell('/leads');
    await done;
    expect(first.steps).toEqual(['asks leads', 'asks end', 'enters leads', 'enters end', 'asks guess', 'enters guess']);
  } finally {
    await first.stop();
  }
  const second = await yard((path) => path === '/guess');
  try {
    const done = runSources([second.row('end', { final: true }), second.row('guess', guess)], second.crawl);
    await expect.poll(() => second.seen.toSorted()).toEqual(['/end', '/guess']);
    second.tell('/end');
    await done;
    expect(second.entered).toEqual(['end', 'guess']);
  } finally {
    await second.stop();
  }
});
