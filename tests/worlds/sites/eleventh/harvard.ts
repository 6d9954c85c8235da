import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, redirect, text } from '../../lib/answers.ts';
import { robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';

const home = 'https://harvardartmuseums.org';
const api = 'https://api.harvardartmuseums.org';
const iiif = 'https://iiif.harvardartmuseums.org';
const repo = '/harvardartmuseums/api-docs';
const form = 'https://docs.google.com/forms/d/1Fe1H4nOhFkrLpaeBpLAnSrIMYvcAxnYWm0IU9a6IkFA/viewform';
const resources = ['object', 'person', 'exhibition', 'publication', 'gallery', 'spectrum', 'color', 'century'];

const museum = (title: string, body: string): Answer =>
  html(
    200,
    `<!doctype html><html lang="en" class="no-js"><head><meta charset="utf-8"><title>${title} | Harvard Art Museums</title><link rel="stylesheet" href="/build/app.css"></head><body><a class="skip" href="#main">Skip to main content</a><header><a href="${home}/">Harvard Art Museums</a><nav><a href="${home}/visit">Visit</a><a href="${home}/exhibitions">Exhibitions</a><a href="${home}/collections">Collections</a><a href="${home}/teaching-and-research">Teaching and research</a><a href="${home}/support">Join and give</a></nav></header><main id="main"><h1>${title}</h1>${body}</main><footer><a href="${home}/about">About</a><a href="${home}/collections/api">API</a><a href="${home}/terms">Terms</a><p>32 Quincy Street, Cambridge, MA. Open Tuesday to Sunday, 10am to 5pm. Admission is free.</p><form action="/newsletter" method="post"><input type="email" name="email"><button>Sign up</button></form></footer></body></html>`,
  );
/** GitHub as it prints a Markdown file. */
const github = (title: string, file: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en" data-color-mode="auto"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="GitHub"></head><body class="logged-out"><header><a href="https://github.com/">GitHub</a><a href="https://github.com/login">Sign in</a><a href="https://github.com/signup">Sign up</a></header><nav><a href="${repo}">Code</a><a href="${repo}/issues">Issues 12</a><a href="${repo}/pulls">Pull requests</a></nav><div class="file-name">${file}</div><article class="markdown-body entry-content container-lg" itemprop="text">${body}</article><footer>© 2026 GitHub, Inc. <a href="https://docs.github.com/rest">API</a><a href="https://docs.github.com/site-policy">Terms</a></footer></body></html>`,
  );
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  object: ['objectid', 'objectnumber', 'title', 'dated', 'classification', 'accesslevel'],
  person: ['personid', 'displayname', 'gender', 'birthplace', 'ulan_id'],
};
const refuse: Reply = (r) =>
  resources.some((name) => r.path === `/${name}` || r.path.startsWith(`/${name}/`))
    ? text(401, 'Unauthorized', { 'x-powered-by': 'Express', via: '1.1 heroku-router' })
    : null;

/** A university's art museums: a key in the query, a form that mails it, the manual is a README on GitHub, pictures are open. */
export const harvard: World = {
  id: 'harvard-art-museums',
  kind: 'provider',
  title:
    'Museum of a university: key in the query, mailed after a form, manual in a repository; manifests of pictures open',
  target: 'harvardartmuseums.org',
  dated: '2026-11',
  sources: [
    'github.com/harvardartmuseums/api-docs',
    'harvardartmuseums.org/collections/api',
    'express: res.sendStatus(401)',
  ],
  hosts: {
    'www.harvardartmuseums.org': aliasOf(home),
    'harvardartmuseums.org': {
      routes: {
        'GET /robots.txt': robots(
          'User-agent: *\nDisallow: /search\nSitemap: https://harvardartmuseums.org/sitemap.xml\n',
        ),
        'GET /sitemap.xml': {
          status: 200,
          headers: { 'content-type': 'application/xml' },
          body: `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${['/', '/visit', '/exhibitions', '/collections', '/collections/api', '/about'].map((path) => `<url><loc>${home}${path}</loc></url>`).join('')}</urlset>`,
        },
        'GET /': museum(
          'Harvard Art Museums',
          '<p>Three museums under one roof: Fogg, Busch-Reisinger, Sackler.</p><p>Request an appointment in the Art Study Center: our staff review each request and answer within two weeks.</p>',
        ),
        'GET /collections': museum(
          'Collections',
          `<p>Search 230,000 works of art.</p><form action="/collections" role="search"><input name="q"></form><p>Build with our data: <a href="${home}/collections/api">API</a>.</p>`,
        ),
        'GET /collections/api': museum(
          'API',
          `<p>The Harvard Art Museums API gives developers access to the data behind this site. It is for non-commercial use.</p><ul><li><a href="https://github.com${repo}">Read the documentation</a></li><li><a href="${form}">Get a key</a></li><li><a href="https://apps.harvardartmuseums.org/">See what others made</a></li></ul><h2>Images</h2><p>For images to publish, write to Digital Imaging and Visual Resources: permission must be requested and approved for each picture.</p>`,
        ),
        ...stubs(museum, ['/visit', '/exhibitions', '/teaching-and-research', '/support', '/about', '/terms']),
      },
      otherwise: html(404, '<!doctype html><title>Not found</title><h1>We lost that page in storage</h1>'),
    },
    'apps.harvardartmuseums.org': { routes: { 'GET /': museum('Apps', '<p>Suns Explorer. Art Explorer.</p>') } },
    'docs.google.com': {
      routes: {
        'GET /forms/d/1Fe1H4nOhFkrLpaeBpLAnSrIMYvcAxnYWm0IU9a6IkFA/viewform': html(
          200,
          '<!DOCTYPE html><html lang="en"><head><title>Harvard Art Museums API Key Request</title></head><body><form action="https://docs.google.com/forms/u/0/d/e/1FAIp/formResponse" method="POST"><div role="heading">Harvard Art Museums API Key Request</div><div>Tell us a little about yourself. When you press Submit, a key is generated and sent to your address within a minute or so. Look in the spam folder if it does not come.</div><label>Name <input name="entry.1"></label><label>Email address <input type="email" name="entry.2" required></label><label>What do you plan to make? <textarea name="entry.3"></textarea></label><label><input type="checkbox" name="entry.4"> I have read the terms of use</label><button>Submit</button></form><div>Never submit passwords through Google Forms. This form was created inside of Harvard Art Museums.</div></body></html>',
        ),
      },
      otherwise: html(
        404,
        '<html><head><title>Page Not Found</title></head><body>Sorry, unable to open the file.</body></html>',
      ),
    },
    'github.com': {
      routes: {
        [`GET ${repo}`]: github(
          'GitHub - harvardartmuseums/api-docs: Documentation for the Harvard Art Museums API',
          'README.md',
          `<h1>Harvard Art Museums API Documentation</h1><p>A REST-style service for developers who want to explore and use the museums’ collections in projects of their own. It is the same data that our website runs on.</p><h2>Access to the API</h2><p>Requests start with:</p>${sample(api, 'shell')}<p>then name the <a href="#resources">resource</a>:</p>${sample(`${api}/RESOURCE_TYPE`, 'shell')}<p>Each one also needs the parameter <code>apikey</code> with a key, which looks like <code>00000000-0000-0000-0000-000000000000</code>:</p>${sample(`${api}/RESOURCE_TYPE?apikey=YOUR_API_KEY`, 'shell')}<p><a href="${form}">Send a request</a> to obtain your key.</p><h2>Responses</h2><p>JSON throughout.</p>${sample('{\n  "info": {"totalrecordsperquery": 10, "totalrecords": 224111, "pages": 22412, "page": 1},\n  "records": []\n}', 'json')}<h2>Errors</h2><p>A bad or missing key gives <code>401 Unauthorized</code>; a resource that is not in the list gives <code>404 Not Found</code>.</p><h2>Images</h2><p>We speak IIIF. Manifests need no key: <code>${iiif}/manifests/object/299843</code></p><h2 id="resources">Resources that are available</h2><ul>${resources.map((name) => `<li><a href="${repo}/blob/master/sections/${name}.md">${name}</a></li>`).join('')}</ul><h2>Code snippets</h2>${sample(`curl -XGET ${api}/object?apikey=[YOUR APIKEY HERE]`, 'shell')}${sample(`r = http.request('GET', '${api}/object',\n    fields = {'apikey': 'YOUR APIKEY HERE', 'title': 'cat'})`, 'python')}<h2>Terms of use</h2><ul><li>Non-commercial use only.</li><li>2500 calls a day.</li><li>Do not store content for more than two weeks unless we gave written permission.</li><li>We may block or cancel your access without notice.</li><li>No logo of ours without written approval.</li></ul>`,
        ),
        ...Object.fromEntries(
          resources.map((name) => [
            `GET ${repo}/blob/master/sections/${name}.md`,
            github(
              `api-docs/sections/${name}.md at master`,
              `sections/${name}.md`,
              `<h1>${name}</h1>${sample(`GET /${name}`, 'shell')}${table([['Parameter', 'Value'], ['apikey', 'YOUR API KEY <strong>required</strong>'], ['size', '0-9+'], ['page', '0-9+'], ['sort', 'FIELD NAME'], ...(fieldsOf[name] ?? ['id', 'name']).map((field) => [field, 'search in this field'])])}<h4>Examples</h4>${sample(`${api}/${name}?apikey=YOUR_API_KEY&size=5`, 'text')}`,
            ),
          ]),
        ),
        [`GET ${repo}/issues`]: github(
          'Issues',
          '',
          '<ul><li>401 for a key that worked yesterday</li><li>Add OAuth?</li></ul>',
        ),
        [`GET ${repo}/pulls`]: github('Pull requests', '', ''),
        'GET /login': shell('Sign in to GitHub'),
        'GET /signup': shell('Join GitHub'),
        'GET /': shell('GitHub'),
      },
    },
    'docs.github.com': { routes: { 'GET *': html(200, '<h1>GitHub Docs</h1><p>Authenticate with a token.</p>') } },
    'api.harvardartmuseums.org': {
      headers: { server: 'Heroku' },
      routes: { 'GET /': redirect(302, `https://github.com${repo}`), 'GET *': refuse },
      otherwise: html(
        404,
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>Not Found</pre>\n</body>\n</html>\n',
        { 'x-powered-by': 'Express' },
      ),
    },
    'iiif.harvardartmuseums.org': {
      routes: {
        'GET /collections/top': {
          status: 200,
          headers: { 'content-type': 'application/ld+json', 'access-control-allow-origin': '*' },
          body: `{"@context":"http://iiif.io/api/presentation/2/context.json","@id":"${iiif}/collections/top","@type":"sc:Collection","label":"Harvard Art Museums"}`,
        },
        'GET /manifests/object/299843': {
          status: 200,
          headers: { 'content-type': 'application/ld+json', 'access-control-allow-origin': '*' },
          body: `{"@context":"http://iiif.io/api/presentation/2/context.json","@id":"${iiif}/manifests/object/299843","@type":"sc:Manifest","label":"Self-Portrait Dedicated to Paul Gauguin"}`,
        },
      },
      otherwise: text(404, 'Not Found'),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['partial', 'fail'],
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': signUp,
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    apiBases: 'first line of the README; its root leads back to the README',
    outcome: 'listed resources refuse strangers with 401',
    'structured-401': '401, one word of plain text, no challenge',
    'bearer-token': 'a key in the query is all that the README knows',
    'self-service-keys': 'the form mails a key “within a minute or so”; the README only says to send a request',
    'manual-key-approval':
      '“Send a request to obtain your key” sounds like one; what is approved are pictures and logos',
    'token-expiry': 'static keys',
    'browser-only-oauth': 'no OAuth; an issue that asks for it is not an offer',
    'session-cookie-only': 'a key in the query',
  },
};
