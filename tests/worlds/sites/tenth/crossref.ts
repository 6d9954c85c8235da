import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, json, redirect, text } from '../../lib/answers.ts';
import { robots, sample, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';
import { swaggerUi } from '../providers/third-manuals.ts';

const home = 'https://www.crossref.org';
const api = 'https://api.crossref.org';
const under = '/documentation/retrieve-metadata';
const chapters: readonly (readonly [string, string])[] = [
  ['Documentation', '/documentation/'],
  ['Register and maintain records', '/documentation/register-maintain-records/'],
  ['Direct deposit', '/documentation/register-maintain-records/direct-deposit-xml/https-post/'],
  ['Retrieve metadata', `${under}/`],
  ['REST API', `${under}/rest-api/`],
  ['Access and authentication', `${under}/rest-api/access-and-authentication/`],
  ['Tips for using the REST API', `${under}/rest-api/tips-for-using-the-crossref-rest-api/`],
  ['XML API', `${under}/xml-api/`],
  ['Metadata Plus', `${under}/metadata-plus/`],
  ['OAI-PMH', `${under}/oai-pmh/`],
  ['Content negotiation', `${under}/content-negotiation/`],
];
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!doctype html><html lang="en-gb"><head><meta charset="utf-8"><meta name="generator" content="Hugo 0.125.4"><title>${title} - Crossref</title></head><body><nav class="navbar"><a href="${home}/">Crossref</a><ul><li><a href="${home}/community/">Get involved</a></li><li><a href="${home}/services/">Find a service</a></li><li><a href="${home}/documentation/">Documentation</a></li><li><a href="${home}/membership/">Become a member</a></li><li><a href="${home}/blog/">Blog</a></li></ul></nav><div class="container"><div class="col-md-3"><ul>${chapters.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></div><div class="col-md-9"><h1>${title}</h1>${body}<p><small>Page maintainer: Luis. Last updated: 2026-June-02</small></p></div></div><footer><a href="https://status.crossref.org/">Status</a><a href="https://community.crossref.org/">Community forum</a><p>The content of this site is licensed under CC BY 4.0</p></footer></body></html>`,
  );
const limits = {
  'x-rate-limit-limit': '5',
  'x-rate-limit-interval': '1s',
  'x-api-pool': 'public',
  'access-control-allow-origin': '*',
};
const list = (type: string, items: readonly unknown[]) => ({
  status: 'ok',
  'message-type': type,
  'message-version': '1.0.0',
  message: {
    'total-results': 172_000_000,
    'items-per-page': 20,
    query: { 'start-index': 0, 'search-terms': null },
    items,
  },
});
/** Open to everybody; only a key that is not valid is refused, as the manual says. */
const open =
  (answer: unknown): Reply =>
  (r) =>
    r.headers['crossref-plus-api-token'] === undefined
      ? json(200, answer, limits)
      : json(401, { status: 'failed', 'message-type': 'authorization-failure', message: 'API key is not valid' });
const get = (summary: string) => ({
  get: {
    summary,
    responses: { 200: { description: 'OK' } },
    parameters: [{ name: 'mailto', in: 'query', schema: { type: 'string' } }],
  },
});
const description = {
  swagger: '2.0',
  info: {
    title: 'Crossref REST API',
    version: '3.41.0',
    description:
      '# Welcome\nThe Crossref REST API exposes metadata that members deposit.\n# Access\nThe API is open to all: no sign-up is needed. Give a `mailto` and you are in the polite pool. Those who subscribe to Metadata Plus send a token in `Crossref-Plus-API-Token`.\n',
  },
  host: 'api.crossref.org',
  basePath: '/',
  schemes: ['https'],
  produces: ['application/json'],
  paths: {
    '/works': get('Returns a list of all works'),
    '/works/{doi}': get('Returns metadata of a DOI'),
    '/members': get('Returns a list of members'),
    '/journals': get('Returns a list of journals'),
    '/funders': get('Returns a list of funders'),
    '/types': get('Returns a list of types'),
  },
};

/** Scholarly metadata: open to all, better service for those who say who they are, a paid key that opens nothing more. */
export const crossref: World = {
  id: 'crossref',
  kind: 'provider',
  title:
    'Scholarly metadata: open to everybody, a polite pool by e-mail address, a paid key for speed, passwords only for depositing',
  target: 'www.crossref.org',
  dated: '2026-11',
  sources: [
    'crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication',
    'api.crossref.org/swagger-ui',
    'crossref.org/documentation/register-maintain-records/direct-deposit-xml/https-post',
  ],
  hosts: {
    'crossref.org': aliasOf(home),
    'status.crossref.org': { routes: { 'GET /': html(200, '<h1>All Systems Operational</h1>') } },
    'community.crossref.org': { routes: { 'GET /': html(200, '<h1>Crossref community</h1><p>Log in to reply.</p>') } },
    'www.crossref.org': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'You are Crossref',
          '<p>Crossref runs open infrastructure to link research objects, entities and actions. 22,000 members from 160 countries.</p><p>Looking for metadata? <a href="https://search.crossref.org/">Search</a></p>',
        ),
        'GET /documentation/': page('Documentation', '<p>Choose a topic at the left.</p>'),
        'GET /documentation/register-maintain-records/': page(
          'Register and maintain records',
          '<p>Members deposit metadata, by form or by XML. Apply for membership first; our membership team checks the application, and when the invoice is paid you get a prefix and a role.</p>',
        ),
        'GET /documentation/register-maintain-records/direct-deposit-xml/https-post/': page(
          'Direct deposit of XML by HTTPS POST',
          `<p>Send the file and your credentials as multipart/form-data to <code>https://doi.crossref.org/servlet/deposit</code>.</p>${sample('curl -F "operation=doMDUpload" -F "login_id=user@example.com/role" -F "login_passwd=password" \\\n  -F "fname=@submission.xml" https://doi.crossref.org/servlet/deposit')}${table(
            [
              ['200', 'The file is in the queue'],
              ['401', 'The credentials are wrong'],
            ],
          )}`,
        ),
        [`GET ${under}/`]: page(
          'Retrieve metadata',
          table([
            ['REST API', 'JSON', 'search, filters, sampling'],
            ['XML API', 'XML', 'one DOI or a citation'],
            ['OAI-PMH', 'XML', 'harvesting, Metadata Plus only for sets'],
            ['Content negotiation', 'many', 'by DOI'],
          ]),
        ),
        [`GET ${under}/rest-api/`]: page(
          'REST API',
          `<p>The REST API makes the metadata that our members registered available to everybody. It is the way that we recommend. The live reference is at <a href="${api}/swagger-ui/index.html">api.crossref.org</a>.</p><p>Example: <code>${api}/works?query=renear+ontologies&amp;rows=2</code></p><p>New records appear within twenty minutes.</p>`,
        ),
        [`GET ${under}/rest-api/access-and-authentication/`]: page(
          'Access and authentication',
          `<p>Anybody can use the REST API; no sign-up or registration is required.</p>${table([
            ['Option', 'How to authenticate'],
            ['Public', 'No authentication or identification.'],
            ['Polite', 'Your e-mail address in the parameter <code>mailto</code> or in the agent header.'],
            [
              'Metadata Plus',
              'Your API key in the request header, as <code>Crossref-Plus-API-Token: Bearer [API key]</code>',
            ],
          ])}<p>What you choose sets the rate limits. We recommend the polite way, so that we can write to you if there is a problem.</p><p>Those who subscribe to Metadata Plus receive an API key. Test it:</p>${sample(`curl -I -H "crossref-api-key: Bearer [API key]" "${api}/v1/works"`)}<p>If it works the answer is 200 (401 if the token is not valid), with <code>x-api-pool: plus</code>.</p><h2>Request limits</h2>${table(
            [
              ['Pool', 'Single records', 'Lists', 'At a time'],
              ['Public', '5 a second', '1 a second', '1'],
              ['Polite', '10 a second', '3 a second', '3'],
              ['Plus', '150 a second', '150 a second', 'no limit'],
            ],
          )}`,
        ),
        [`GET ${under}/rest-api/tips-for-using-the-crossref-rest-api/`]: page(
          'Tips for using the REST API',
          `<p>Cache what you get. Do not ask for rows=1000 if you need one. Use cursors.</p>${sample(`${api}/works?filter=has-full-text:true&mailto=GroovyBib@example.org`, 'text')}${sample('GroovyBib/1.1 (https://example.org/GroovyBib/; mailto:GroovyBib@example.org) BasedOnFunkyLib/1.4', 'text')}`,
        ),
        [`GET ${under}/xml-api/`]: page(
          'XML API',
          `<p>Give your e-mail address as <code>pid</code>. It need not be registered.</p>${sample('https://doi.crossref.org/servlet/query?pid=email@address.com&format=unixref&id=10.5555/12345678', 'text')}`,
        ),
        [`GET ${under}/metadata-plus/`]: page(
          'Metadata Plus',
          '<p>A subscription with snapshots, priority and a service level. Fees depend on revenue. To subscribe, contact us; we send an agreement, and after it is signed, instructions for the key manager, where you create and revoke keys.</p>',
        ),
        [`GET ${under}/oai-pmh/`]: page(
          'OAI-PMH',
          '<p>For harvesters: <code>https://oai.crossref.org/oai?verb=Identify</code>.</p>',
        ),
        [`GET ${under}/content-negotiation/`]: page(
          'Content negotiation',
          sample(
            'curl -LH "Accept: application/vnd.citationstyles.csl+json" https://doi.org/10.1126/science.169.3946.635',
          ),
        ),
        ...stubs(page, ['/community/', '/services/', '/membership/', '/blog/']),
      },
      otherwise: html(
        404,
        '<!doctype html><html><head><title>404 - Crossref</title></head><body><h1>Page not found</h1></body></html>',
      ),
    },
    'search.crossref.org': {
      routes: { 'GET /': html(200, '<h1>Crossref Metadata Search</h1><form><input name="q"></form>') },
    },
    'api.crossref.org': {
      headers: { server: 'Jetty(9.4.40.v20210413)', vary: 'Accept' },
      routes: {
        'GET /': redirect(302, '/swagger-ui/index.html'),
        'GET /swagger-ui/index.html': swaggerUi('Crossref Unified Resource API', '/swagger-docs'),
        'GET /swagger-docs': json(200, description),
        'GET /works': open(
          list('work-list', [
            {
              DOI: '10.5555/12345678',
              type: 'journal-article',
              title: ['Toward a Unified Theory of High-Energy Metaphysics'],
            },
          ]),
        ),
        'GET /v1/works': open(list('work-list', [{ DOI: '10.5555/12345678', type: 'journal-article' }])),
        'GET /members': open(list('member-list', [{ id: 7822, 'primary-name': 'Society of Psychoceramics' }])),
        'GET /journals': open(list('journal-list', [{ title: 'Journal of Psychoceramics', ISSN: ['0264-3561'] }])),
        'GET /funders': open(list('funder-list', [{ id: '100000001', name: 'National Science Foundation' }])),
        'GET /types': open(list('type-list', [{ id: 'book-section', label: 'Book Section' }])),
      },
      otherwise: text(404, 'Resource not found.'),
    },
    'doi.crossref.org': {
      routes: {
        'POST /servlet/deposit': text(401, 'The supplied credentials are not valid'),
        'GET /servlet/query': html(200, '<html><body>Missing parameter: pid</body></html>'),
      },
      otherwise: html(404, '<html><body>HTTP Status 404</body></html>'),
    },
    'oai.crossref.org': {
      routes: {
        'GET /oai': {
          status: 200,
          headers: { 'content-type': 'text/xml' },
          body: '<?xml version="1.0"?><OAI-PMH><Identify><repositoryName>Crossref</repositoryName></Identify></OAI-PMH>',
        },
      },
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'n/a'],
      'bearer-token': ['n/a', 'unknown', 'fail'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'n/a'],
      'token-expiry': ['n/a', 'unknown'],
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': ['absent', 'unknown'],
    },
  }),
  why: {
    apiBases: 'host of the description and of every sample',
    outcome: 'five lists answer strangers',
    'structured-401': 'open by design: the top of the ladder, or nothing applies',
    'bearer-token': 'a guard: the key that one may buy has a header of its own, though “Bearer” stands in it',
    'self-service-keys': '“no sign-up or registration is required”',
    'manual-key-approval': 'members are examined and subscriptions signed; reading needs neither',
    'browser-only-oauth': 'nothing needs OAuth',
    'session-cookie-only': 'nothing needs a session',
  },
};
