/** Pages as businesses really serve them: navigation, cookie banner, footer with its traps, application shells, forms, walls. */
import type { Answer } from './world.ts';
import { fresh, html } from './answers.ts';

export const escapeHtml = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** A code sample as documentation sites mark it up. */
export const sample = (code: string, language = 'bash'): string =>
  `<div class="highlight"><pre class="language-${language}"><code>${escapeHtml(code)}</code></pre></div>`;
export const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
export const table = (rows: readonly (readonly string[])[]): string =>
  `<table><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

type Link = readonly [text: string, href: string];
const anchors = (links: readonly Link[]): string =>
  links.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('');

export interface Look {
  /** Brand, appended to titles. */
  name: string;
  nav?: readonly Link[];
  footer?: readonly Link[];
  lang?: string;
  headers?: Record<string, string>;
  /** Extra markup in the head. */
  head?: string;
  /** Extra markup at the end of the body. */
  end?: string;
  /** Plain pages of small firms have no banner and no social links. */
  plain?: boolean;
}

/** Words that sit in every footer and banner and mean nothing for an API: data requests, session cookies, newsletter. */
const cookieBanner =
  '<div id="consent-banner" role="dialog" aria-label="Cookies"><p>We use strictly necessary session cookies and, with your consent, analytics cookies. You can change your choice at any time.</p><button>Accept all</button><button>Reject</button></div>';
const social = (name: string): readonly Link[] => {
  const handle = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return [
    ['GitHub', `https://github.com/${handle}`],
    ['X', `https://x.com/${handle}`],
    ['LinkedIn', `https://www.linkedin.com/company/${handle}`],
    ['YouTube', `https://www.youtube.com/@${handle}`],
  ];
};

/** Pages of one site: `page(title, body)` gives a 200 with the site's own navigation, banner and footer. */
export function site(look: Look): (title: string, body: string, extra?: Partial<Look> & { status?: number }) => Answer {
  return (title, body, extra = {}) => {
    const it = { ...look, ...extra };
    const footer = [...(it.footer ?? []), ...(it.plain ? [] : social(it.name))];
    return html(
      extra.status ?? 200,
      `<!DOCTYPE html>
<html lang="${it.lang ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${it.name}</title>
<link rel="stylesheet" href="/assets/main.css">
${it.plain ? '' : '<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-5N2X"></script>'}
${it.head ?? ''}
</head>
<body>
<header><a href="/">${it.name}</a><nav><ul>${anchors(it.nav ?? [])}</ul></nav></header>
<main><h1>${title}</h1>
${body}
</main>
<footer><ul>${anchors(footer)}</ul>${it.plain ? '' : '<p>Under the GDPR you can request access to your personal data at any time. We review each request within 30 days.</p>'}<p>&copy; ${it.name}</p></footer>
${it.plain ? '' : cookieBanner}
${it.end ?? ''}
</body>
</html>`,
      it.headers ?? {},
    );
  };
}

/** Short marketing pages at given paths, so that a navigation does not lead to dead ends. */
export function stubs(page: (title: string, body: string) => Answer, paths: readonly string[]): Record<string, Answer> {
  return Object.fromEntries(
    paths.map((path) => {
      const word = (path.split('/').findLast((part) => part !== '') ?? 'page').replace(/-/g, ' ');
      const title = word.charAt(0).toUpperCase() + word.slice(1);
      return [`GET ${path}`, page(title, `<p>${title}: find out more, or talk to our team.</p>`)];
    }),
  );
}

/** The page of a client-rendered application: no content without JavaScript. */
export const shell = (
  title: string,
  options: { status?: number; head?: string; end?: string; headers?: Record<string, string> } = {},
): Answer =>
  html(
    options.status ?? 200,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>${title}</title><meta name="viewport" content="width=device-width,initial-scale=1"/>${options.head ?? ''}<link href="/static/css/main.3f1c.css" rel="stylesheet"><script defer="defer" src="/static/js/main.92ab.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>${options.end ?? ''}</body></html>`,
    options.headers ?? {},
  );

export const loginForm = (action = '/login'): string =>
  `<form action="${action}" method="post"><label>Email <input type="email" name="email" required></label><label>Password <input type="password" name="password" required></label><button type="submit">Log in</button></form>`;
export const signUpForm = (extra = '', action = '/signup'): string =>
  `<form action="${action}" method="post"><label>Work email <input type="email" name="email" required></label><label>Password <input type="password" name="password" required></label>${extra}<button type="submit">Create account</button></form>`;
export const contactForm =
  '<form action="/contact" method="post"><input name="name"><input type="email" name="email"><textarea name="message"></textarea><button>Send</button></form>';

export const recaptcha = {
  head: '<script src="https://www.google.com/recaptcha/api.js" async defer></script>',
  field: '<div class="g-recaptcha" data-sitekey="6Lc0000AAAAAExampleSiteKey"></div>',
};
export const turnstile = {
  head: '<script src="https://challenges.cloudflare.com/turnstile/v0/api.js" async defer></script>',
  field: '<div class="cf-turnstile" data-sitekey="0x4AAAAAAAexample"></div>',
};
export const hcaptcha = {
  head: '<script src="https://js.hcaptcha.com/1/api.js" async defer></script>',
  field: '<div class="h-captcha" data-sitekey="10000000-ffff-ffff-ffff-000000000001"></div>',
};

/** Cloudflare's managed challenge. */
export const cloudflareChallenge = (): Answer =>
  html(
    403,
    `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"><meta http-equiv="refresh" content="360"></head><body><div class="main-wrapper" role="main"><noscript><span id="challenge-error-text">Enable JavaScript and cookies to continue</span></noscript></div><script>(function(){window._cf_chl_opt = {cType: 'managed', cRay: '${fresh()}'};var a = document.createElement('script');a.src = '/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=${fresh()}';document.getElementsByTagName('head')[0].appendChild(a);}());</script></body></html>`,
    {
      server: 'cloudflare',
      'cf-mitigated': 'challenge',
      'cf-ray': `${fresh()}-FRA`,
      'cache-control': 'private, max-age=0, no-store, no-cache, must-revalidate',
    },
  );
/** DataDome's refusal with a CAPTCHA. */
export const datadomeWall = (): Answer =>
  html(
    403,
    `<html lang="en"><head><title>example</title></head><body><p id="cmsg">Please enable JS and disable any ad blocker</p><script data-cfasync="false">var dd={'rt':'c','cid':'AHrlqAAAAAMA${fresh(20)}','hsh':'499AE34129FA4E4FABC31582C3075D','t':'fe','s':17439,'host':'geo.captcha-delivery.com'}</script></body></html>`,
    { 'x-datadome': 'protected', 'x-dd-b': '1', 'set-cookie': `datadome=${fresh(40)}; Path=/; Secure; SameSite=Lax` },
  );
/** AWS WAF's silent challenge: 202 and a page only for browsers. */
export const awsWafChallenge = (): Answer => html(202, '', { 'x-amzn-waf-action': 'challenge', server: 'CloudFront' });

export const notFoundPage = (name: string): Answer =>
  html(
    404,
    `<!DOCTYPE html><html lang="en"><head><title>Page not found | ${name}</title></head><body><h1>Page not found</h1><p>Sorry, we could not find that page. <a href="/">Go home</a></p></body></html>`,
  );
export const robots = (body = 'User-agent: *\nAllow: /\n'): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
