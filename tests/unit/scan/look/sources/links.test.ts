/** Pages of documentation whose HTML is an application's empty frame, with Markdown twins beside them. */
import { describe, expect, it } from 'vitest';
import { look } from '../../../../../lib/scan/look/index.ts';
import { html, impersonate, json, missing } from '../../web.ts';

const site = 'https://orchard.example';
const frame = html(
  200,
  '<!doctype html><title>Manual</title><script src="/app.js" defer></script><div id="app"></div><noscript>Please enable JavaScript.</noscript>',
);
const markdown = (body: string) => ({ status: 200, headers: { 'content-type': 'text/markdown' }, body });
/** Pages about tokens, and last in the list one that shows a call. */
const titles = [...Array.from({ length: 24 }, (_, index) => `Tokens, part ${index + 1}`), 'List pears'];
const pathOf = (title: string) => `/manual/p${titles.indexOf(title) + 1}`;
const index = `# Orchard\n\n${titles.map((title) => `- [${title}](${site}${pathOf(title)}.md)`).join('\n')}\n`;

async function read() {
  const { crawl, known, asked } = impersonate(({ url }) => {
    if (url === `${site}/llms.txt`) return markdown(index);
    const title = titles.find((one) => [site + pathOf(one), `${site}${pathOf(one)}.md`].includes(url));
    if (title === undefined) return url === `${site}/v1/pears` ? json(401, { error: 'no token' }) : missing;
    if (!url.endsWith('.md')) return frame;
    const call = title === 'List pears' ? `\n\nGET ${site}/v1/pears\n` : '';
    return markdown(`# ${title}\n\nA page about pears, which are kept in an orchard of many trees.${call}\n`);
  });
  await look(crawl, 'off');
  return { known, asked: asked.map((request) => request.url).filter((url) => url.includes('/manual/')) };
}

describe('empty pages with Markdown twins', () => {
  it('cost a request only until a twin was read in their place', async () => {
    const { asked } = await read();
    const twins = asked.filter((url) => url.endsWith('.md'));
    const frames = asked.filter((url) => !url.endsWith('.md'));
    expect(frames.length).toBeLessThanOrEqual(8);
    expect(twins.length).toBeGreaterThan(frames.length);
  });

  it('count as one page, so that what stands further down is read', async () => {
    const { known } = await read();
    expect(known.calls.map(({ url }) => url)).toContain(`${site}/v1/pears`);
  });
});
