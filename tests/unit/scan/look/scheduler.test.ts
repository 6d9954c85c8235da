import { expect, test } from 'vitest';
import { createCrawl, type Crawl } from '../../../../lib/scan/look/crawl.ts';
import { runSources } from '../../../../lib/scan/look/scheduler.ts';
import { source } from '../../../../lib/scan/look/source.ts';
import { parseTarget } from '../../../../lib/scan/index.ts';
import { clientFor, serveHttp } from '../../../hostile/support/servers.ts';

test('what an answer makes certain is asked while others are under way, and entered in its turn', async () => {
  let tellSlow = (): void => undefined;
  const seen: string[] = [];
  const server = await serveHttp((request, response) => {
    const path = request.url ?? '';
    seen.push(path);
    if (path === '/slow') tellSlow = () => void response.end('slow');
    else response.end(path);
  });
  const http = clientFor({});
  const site = `http://127.0.0.1:${server.port}`;
  const crawl: Crawl = createCrawl({ target: parseTarget(site, { allowNets: ['127.0.0.0/8'] }), http });
  const entered: string[] = [];
  const row = (id: string, path: string, more: { needs?: string[]; with?: string } = {}) =>
    source<string, unknown>({
      id,
      ...more,
      due: () => [site + path],
      key: (url) => url,
      ask: (_crawl, url) => crawl.ask({ url, purpose: id }),
      read: () => void entered.push(id),
    });
  const rows = [
    row('first', '/first'),
    row('slow', '/slow'),
    row('later', '/later', { needs: ['first'] }),
    row('certain', '/certain', { needs: ['first'], with: 'first' }),
  ];
  try {
    const done = runSources(rows, crawl);
    await expect.poll(() => seen).toEqual(['/first', '/slow', '/certain']);
    expect(entered).toEqual([]);
    tellSlow();
    await done;
    expect(seen).toEqual(['/first', '/slow', '/certain', '/later']);
    expect(entered).toEqual(['first', 'slow', 'later', 'certain']);
  } finally {
    await http.close();
    await server.stop();
  }
});
