/** Documentation as the usual software prints it, and marketing sites with their usual traps, for the third set of providers. */
import type { Answer, Reply } from '../../lib/world.ts';
import { html, text } from '../../lib/answers.ts';
import { escapeHtml, recaptcha, robots, site, stubs } from '../../lib/pages.ts';

/** One page: path, title, body in HTML. */
export type Leaf = readonly [path: string, title: string, body: string];

const plainWords = (body: string): string =>
  body
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();

/** The Markdown twin of a page, as Mintlify and GitBook offer one under `.md`. */
function twin(title: string, body: string): string {
  const blocks = body
    .replace(
      /<div class="highlight"><pre class="language-(\w+)"><code>([\s\S]*?)<\/code><\/pre><\/div>/g,
      (_, language: string, code: string) => `\n\n\`\`\`${language}\n${code}\n\`\`\`\n\n`,
    )
    .replace(/<h2>(.*?)<\/h2>/g, '\n\n## $1\n\n')
    .replace(/<code>(.*?)<\/code>/g, '`$1`')
    .replace(/<a href="([^"]+)">(.*?)<\/a>/g, '[$2]($1)')
    .replace(/<li>(.*?)<\/li>/g, '\n- $1')
    .replace(/<\/tr>/g, '\n')
    .replace(/<\/td><td>/g, ' | ')
    .replace(/<\/p>/g, '\n\n');
  return `# ${title}\n\n${plainWords(blocks)}\n`;
}

const sidebar = (leaves: readonly Leaf[]): string =>
  `<ul>${leaves.map(([path, title]) => `<li><a href="${path}">${title}</a></li>`).join('')}</ul>`;
const page = (title: string, head: string, body: string, lang = 'en'): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`,
  );

/** Docusaurus: sidebar, breadcrumbs, an article, edit link and pager. */
export const docusaurus = (name: string, leaves: readonly Leaf[]): Record<string, Answer> =>
  Object.fromEntries(
    leaves.map(([path, title, body], index) => {
      const next = leaves[index + 1];
      return [
        `GET ${path}`,
        page(
          `${title} | ${name}`,
          '<meta name="generator" content="Docusaurus v3.8.1"><link rel="stylesheet" href="/assets/css/styles.9d1c.css"><script src="/assets/js/main.71aa.js" defer></script>',
          `<div id="__docusaurus"><nav class="navbar"><a class="navbar__brand" href="${leaves[0]?.[0] ?? '/'}">${name}</a></nav><aside class="theme-doc-sidebar-container"><nav class="menu">${sidebar(leaves)}</nav></aside><main><article><nav class="theme-doc-breadcrumbs"><span>${title}</span></nav><div class="theme-doc-markdown markdown"><h1>${title}</h1>${body}</div><footer><em>Last updated on Sep 3, 2026</em></footer></article>${next ? `<nav class="pagination-nav"><a href="${next[0]}">Next: ${next[1]}</a></nav>` : ''}</main></div>`,
        ),
      ];
    }),
  );

/** ReadMe: the page in the markup, and once more in an attribute for the script. */
export const readme = (name: string, leaves: readonly Leaf[]): Record<string, Answer> =>
  Object.fromEntries(
    leaves.map(([path, title, body]) => [
      `GET ${path}`,
      page(
        title,
        `<meta name="readme-deploy" content="5.521.0"><meta property="og:site_name" content="${name}">`,
        `<script id="ssr-props" type="application/json">${JSON.stringify({ doc: { title, slug: path.split('/').at(-1) } }).replace(/</g, '\\u003c')}</script><div id="ssr-main"><div class="App"><header class="rm-Header">${name}</header><nav class="rm-Sidebar">${sidebar(leaves)}</nav><main class="rm-Guides"><header id="content-head"><h1>${title}</h1></header><div class="rm-Markdown markdown-body">${body}</div><div class="PaginationControls">Updated 4 months ago</div></main></div></div>`,
      ),
    ]),
  );

/** Mintlify: pages, Markdown twins and `llms.txt` below the folder `under`. */
export const mintlify = (
  name: string,
  origin: string,
  leaves: readonly Leaf[],
  under = '',
): Record<string, Answer> => ({
  [`GET ${under}/llms.txt`]: text(
    200,
    `# ${name}\n\n## Docs\n\n${leaves.map(([path, title, body]) => `- [${title}](${origin}${path}.md): ${plainWords(body).slice(0, 70)}`).join('\n')}\n`,
  ),
  ...Object.fromEntries(
    leaves.map(([path, title, body]) => [
      `GET ${path}.md`,
      text(200, twin(title, body), { 'content-type': 'text/markdown; charset=utf-8' }),
    ]),
  ),
  ...Object.fromEntries(
    leaves.map(([path, title, body]) => [
      `GET ${path}`,
      page(
        `${title} - ${name}`,
        '<meta name="generator" content="Mintlify">',
        `<div id="sidebar">${sidebar(leaves)}</div><div id="content-area"><header id="header"><h1 id="page-title">${title}</h1></header><div class="mdx-content prose">${body}</div></div><p>Was this page helpful?</p>`,
      ),
    ]),
  ),
});

/** Sphinx with the Read the Docs theme: relative links, a version switch, no script. */
export const sphinx = (name: string, leaves: readonly Leaf[]): Record<string, Answer> =>
  Object.fromEntries(
    leaves.map(([path, title, body]) => [
      `GET ${path}`,
      page(
        `${title} &mdash; ${name} documentation`,
        '<meta name="generator" content="Docutils 0.21.2: http://docutils.sourceforge.net/"><link rel="stylesheet" href="/_static/css/theme.css">',
        `<nav class="wy-nav-side"><div class="wy-side-scroll"><a class="icon icon-home" href="${leaves[0]?.[0] ?? '/'}">${name}</a>${sidebar(leaves)}</div></nav><section class="wy-nav-content-wrap"><div role="main" class="document"><section id="content"><h1>${title}<a class="headerlink" href="#content">¶</a></h1>${body}</section></div><footer><p>Built with Sphinx using a theme provided by Read the Docs.</p></footer></section>`,
      ),
    ]),
  );

/** A help centre: articles with votes, related articles, and a form behind "Submit a request". */
export const helpCentre = (name: string, leaves: readonly Leaf[], lang = 'en'): Record<string, Answer> =>
  Object.fromEntries(
    leaves.map(([path, title, body]) => [
      `GET ${path}`,
      page(
        `${title} &ndash; ${name}`,
        '<meta name="generator" content="Zendesk Guide">',
        `<header class="header"><a href="${leaves[0]?.[0] ?? '/'}">${name}</a></header><main><article class="article"><h1 class="article-title">${title}</h1><section class="article-body">${body}</section><div class="article-votes">Was this article helpful? 212 out of 301 found this helpful</div></article><section class="related-articles">${sidebar(leaves)}</section></main>`,
        lang,
      ),
    ]),
  );

/** Redoc, fed from a URL. */
export const redoc = (title: string, specUrl: string, end = ''): Answer =>
  page(
    title,
    '',
    `<redoc spec-url="${specUrl}"></redoc><script src="https://cdn.redoc.ly/redoc/latest/bundles/redoc.standalone.js"></script>${end}`,
  );
/** Swagger UI, configured in the page. */
export const swaggerUi = (title: string, specUrl: string): Answer =>
  page(
    title,
    '<link rel="stylesheet" href="./swagger-ui.css">',
    `<div id="swagger-ui"></div><script src="./swagger-ui-bundle.js"></script><script>window.onload = () => { window.ui = SwaggerUIBundle({ url: ${JSON.stringify(specUrl)}, dom_id: "#swagger-ui", deepLinking: true }); };</script>`,
  );
/** Stoplight Elements. */
export const elements = (title: string, specUrl: string): Answer =>
  page(
    title,
    '<script src="https://unpkg.com/@stoplight/elements/web-components.min.js"></script>',
    `<elements-api apiDescriptionUrl="${specUrl}" router="hash"></elements-api>`,
  );

export interface Front {
  name: string;
  origin: string;
  /** What the site sells, one sentence. */
  hero: string;
  /** Links of the header. */
  nav: readonly (readonly [string, string])[];
  /** Links that only the footer has. */
  footer?: readonly (readonly [string, string])[];
  /** Further short pages, so that the header leads somewhere. */
  stubs?: readonly string[];
  lang?: string;
  routes?: Record<string, Reply>;
}

/** The marketing site of a grown company: blog on OAuth, contact form with a CAPTCHA, careers, a privacy page that speaks of access requests. */
export function frontOf(front: Front): Record<string, Reply> {
  const paths = ['/about', '/careers', '/blog', '/contact', '/privacy'].map((path) => front.origin + path);
  const look = site({
    name: front.name,
    ...(front.lang ? { lang: front.lang } : {}),
    nav: front.nav,
    footer: [
      ...(front.footer ?? []),
      ['About', paths[0] ?? ''],
      ['Careers', paths[1] ?? ''],
      ['Blog', paths[2] ?? ''],
      ['Contact', paths[3] ?? ''],
      ['Privacy', paths[4] ?? ''],
    ],
  });
  return {
    'GET /': look(
      front.hero,
      `<p>${escapeHtml(front.hero)}.</p><p>Trusted by thousands of teams. Rated 4.6 on G2.</p><a href="${paths[3]}">Talk to sales</a>`,
    ),
    'GET /about': look('About us', '<p>We are 400 people in nine countries.</p>'),
    'GET /careers': look('Careers', '<p>Apply now. We review every application within two weeks.</p>'),
    'GET /blog': look(
      'Blog',
      `<article><h2><a href="${front.origin}/blog/oauth-explained">OAuth explained in ten minutes</a></h2></article><article><h2>How we redesigned our dashboard</h2></article>`,
    ),
    'GET /blog/oauth-explained': look(
      'OAuth explained in ten minutes',
      '<p>With the client credentials grant, a service gets a token for itself; with the device code flow, a television asks a person to type a code. Always use PKCE. Many old APIs still used the implicit flow, where tokens came back in the fragment.</p>',
    ),
    'GET /contact': look(
      'Contact sales',
      `<form action="/contact" method="post"><input name="name"><input type="email" name="email"><textarea name="message"></textarea>${recaptcha.field}<button>Send</button></form><p>We usually answer within one business day.</p>`,
      { head: recaptcha.head },
    ),
    'GET /privacy': look(
      'Privacy',
      '<p>You may request access to the data that we hold about you. Your request will be reviewed by our data protection officer and approved after we have verified your identity.</p>',
    ),
    ...stubs(look, front.stubs ?? []),
    'GET /robots.txt': robots(),
    ...front.routes,
  };
}

/** A status page of a third party. */
export const statusPage = (name: string): Record<string, Answer> => ({
  'GET /': page(
    `${name} Status`,
    '',
    '<h1>All Systems Operational</h1><p>API: Operational. Dashboard: Operational. OAuth: Operational.</p>',
  ),
});
