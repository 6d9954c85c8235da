/** The pages of every app of the trials, as files that it reads when it starts. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Guard, Paths } from './documents.ts';

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`;

/** Words that were added to the documentation since. */
function added(folder: string): string {
  const file = join(folder, 'words.md');
  if (!existsSync(file)) return '';
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.map((line) => (line.startsWith('## ') ? `<h2>${line.slice(3)}</h2>` : `<p>${line}</p>`)).join('');
}

/** How the documentation says that callers are known; what it asks of key owners goes when new words stand there. */
function authentication(origin: string, guard: Guard, paths: Paths, words: string): string {
  const key = 'Send your key in the header X-API-Key with every request.';
  const people = `<p>Apps use the authorization code grant. Send the user to ${origin}${paths.authorize} and trade the code at the token endpoint.</p><pre>curl -d grant_type=authorization_code ${origin}${paths.token}</pre>`;
  const ways: Readonly<Record<Guard, string>> = {
    session: '<p>Sign in, then call the API with your session cookie.</p>',
    key: words ? `<p>${key}</p>` : `<p>${key} Contact us to apply for a key; we review every application.</p>`,
    oauth: people,
    bare: people,
    timeless: `<p>Use the client credentials grant: ask for a token at ${origin}${paths.token}.</p>${words ? '' : '<p>Access tokens never expire.</p>'}`,
    captcha: `<p>${key} <a href="/developers/keys">Create an API key</a> yourself; it works at once.</p>`,
    unpublished: `<p>${key}</p>`,
    walled: `<p>${key}</p>`,
    basic: '<p>Send your name and password with HTTP Basic.</p>',
  };
  return ways[guard];
}

/** Writes the pages that the app shows from its next start on. */
export function writePages(folder: string, origin: string, guard: Guard, paths: Paths): void {
  const words = added(folder);
  // Once requests are limited, the CAPTCHA is taken off, as the first step of that fix says.
  const riddle = existsSync(join(folder, 'limit-requests.ts'))
    ? ''
    : '<script src="https://www.google.com/recaptcha/api.js" async defer></script><div class="g-recaptcha" data-sitekey="6Lc"></div>';
  const links =
    guard === 'unpublished' && !existsSync(join(folder, 'api-catalog.json'))
      ? ''
      : `<a href="${guard === 'unpublished' ? '/authentication' : '/docs'}">API documentation</a> <a href="/openapi.json">OpenAPI</a>`;
  const pages = {
    home: page('Orders', `<p>Orders for shops.</p>${links}`),
    keys: page(
      'Create an API key',
      `<form method="post" action="/developers/keys"><label>E-mail <input type="email" name="email"></label>${riddle}<button>Create key</button></form>`,
    ),
    docs: page(
      'API documentation',
      `<h2>Authentication</h2>${authentication(origin, guard, paths, words)}<pre>curl ${origin}/v1/orders</pre><p>GET /v1/orders lists the orders of your shop.</p>${words}`,
    ),
    login: page(
      'Log in',
      '<form method="post" action="/login"><input name="name"><input type="password" name="password"><button>Log in</button></form>',
    ),
  };
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), text);
}
