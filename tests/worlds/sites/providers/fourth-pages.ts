/** Pages as terse as a hand-written digest of a manual: a navigation, a heading, one or two dense paragraphs, a code sample; no banner, no decoration. */
import type { Answer, Reply } from '../../lib/world.ts';
import { html, isBasic, json, markdown, parameter } from '../../lib/answers.ts';
import { escapeHtml } from '../../lib/pages.ts';

type Links = readonly (readonly [label: string, href: string])[];
const items = (links: Links): string =>
  links.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('');
export const pre = (code: string): string => `<pre><code>${escapeHtml(code)}</code></pre>`;

interface Plain {
  desc?: string;
  nav?: Links;
  foot?: Links;
  h1?: string;
  head?: string;
  end?: string;
  status?: number;
  headers?: Record<string, string>;
}
/** One plain page whose title is written out in full. */
export const plainPage = (title: string, body: string, it: Plain = {}): Answer =>
  html(
    it.status ?? 200,
    `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${it.desc ? `<meta name="description" content="${escapeHtml(it.desc)}">` : ''}
<link rel="icon" href="/favicon.ico">
<link rel="stylesheet" href="/assets/site.css">
${it.head ?? ''}
</head>
<body>
${it.nav ? `<header><nav><ul>${items(it.nav)}</ul></nav></header>` : ''}
<main>
<h1>${it.h1 ?? title}</h1>
${body}
</main>
${it.foot ? `<footer><ul>${items(it.foot)}</ul></footer>` : ''}
${it.end ?? ''}
</body>
</html>`,
    it.headers ?? {},
  );
/** Pages that share a navigation and the end of their title. */
export const manual =
  (suffix: string, nav: Links, foot: Links = []) =>
  (title: string, body: string, extra: Plain = {}): Answer =>
    plainPage(title + suffix, body, { nav, foot, h1: title, ...extra });
/** Marketing pages that say nothing. */
export const shallow = (brand: string, nav: Links, paths: readonly string[]): Record<string, Answer> =>
  Object.fromEntries(
    paths.map((path) => {
      const word = (path.split('/').findLast((part) => part !== '') ?? 'page').replace(/-/g, ' ');
      return [
        `GET ${path}`,
        plainPage(`${word.slice(0, 1).toUpperCase()}${word.slice(1)} | ${brand}`, `<p>${word} at ${brand}.</p>`, {
          nav,
        }),
      ];
    }),
  );
export const bare404 = (brand: string): Answer =>
  html(
    404,
    `<!DOCTYPE html><html><head><title>Page not found | ${brand}</title></head><body><h1>404</h1></body></html>`,
  );
/** Every Markdown twin that nobody wrote out. */
export const stubTwin = (brand: string, index: string): Answer =>
  markdown(`# ${brand} documentation\n\nSee ${index}\n`);
/** The status page of a business. */
export const statusHost = (brand: string): { routes: Record<string, Reply> } => ({
  routes: { 'GET /': plainPage(`${brand} Status`, '<p>All Systems Operational</p>') },
});
export const hasClient = (request: Parameters<Extract<Reply, (...a: never[]) => unknown>>[0]): boolean =>
  isBasic(request) || parameter(request, 'client_id') !== undefined;
export const failure = (
  status: number,
  error: string,
  description: string,
  more: Record<string, unknown> = {},
): Answer => json(status, { error, error_description: description, ...more });
