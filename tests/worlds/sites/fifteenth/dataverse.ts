import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, html, json } from '../../lib/answers.ts';
import { contactForm, robots, sample, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const home = 'https://data.kystforskning.no';
const www = 'https://www.kystforskning.no';
const guides = 'https://guides.dataverse.org/en/6.8';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'PUT, GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': 'Accept, Content-Type, X-Dataverse-key, Range, X-Dataverse-unblock-key',
};
const ok = (data: unknown): Answer => json(200, { status: 'OK', data }, cors);
const failed = (status: number, message: string): Answer => json(status, { status: 'ERROR', message }, cors);
const key = (r: Incoming): boolean => r.headers['x-dataverse-key'] !== undefined || r.query.get('key') !== null;
/** A wrong key is refused wherever it is brought, also where nobody would need one. A bearer is not looked at. */
const open =
  (answer: Answer) =>
  (r: Incoming): Answer =>
    key(r) ? failed(401, 'Bad API key') : answer;
const personal = (r: Incoming): Answer =>
  failed(401, key(r) ? 'Bad API key' : 'Only authenticated users can perform the requested operation');

/** A page of the application (JSF). */
const app = (title: string, body: string, status = 200): Answer =>
  html(
    status,
    `<?xml version='1.0' encoding='UTF-8' ?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><meta charset="utf-8" /><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1" /><link type="text/css" rel="stylesheet" href="/jakarta.faces.resource/primefaces/components.css.xhtml?ln=primefaces" /></head><body><nav class="navbar navbar-default"><a class="navbar-brand" href="/">KystData</a><ul class="nav navbar-nav"><li><a href="/dataverse/root/search">Search</a></li><li><a href="${www}/about-data">About</a></li><li><a href="${guides}/user/">User Guide</a></li><li><a href="#" onclick="return false">Support</a></li><li><a href="/dataverseuser.xhtml?editMode=CREATE&amp;redirectPage=%2Fdataverse.xhtml">Sign Up</a></li><li><a href="/loginpage.xhtml?redirectPage=%2Fdataverse.xhtml">Log In</a></li></ul></nav><div class="container" id="content">${body}</div><footer><div class="poweredbylogo"><span>Powered by</span> <a href="https://dataverse.org/" target="_blank">Dataverse</a> v. 6.8 build 1892-6f1c</div></footer></body></html>`,
    {
      'set-cookie': 'JSESSIONID=4d1aa0c8; Path=/; Secure; HttpOnly; SameSite=Lax',
      'content-type': 'text/html;charset=UTF-8',
      'x-frame-options': 'SAMEORIGIN',
    },
  );
const guide = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en" data-content_root="../"><head><meta charset="utf-8"/><title>${title} — Dataverse.org</title><meta name="generator" content="Docutils 0.19"/></head><body><div class="navbar"><a href="https://dataverse.org">Dataverse Project</a><ul><li><a href="${guides}/user/">User Guide</a></li><li><a href="${guides}/api/">API Guide</a></li></ul></div><div class="body" role="main"><section><h1>${title}</h1>${body}</section></div></body></html>`,
  );
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | Norwegian Coastal Research</title></head><body><header><a href="/">Norwegian Coastal Research</a><nav><ul><li><a href="/research">Research</a></li><li><a href="/vessels">Vessels</a></li><li><a href="/about-data">Data</a></li><li><a href="/contact">Contact</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><p>Org. no. 999 999 999</p></footer></body></html>`,
  );
const items = [
  {
    name: 'Kelp forest cover 2015-2025',
    type: 'dataset',
    url: 'https://doi.org/10.99999/KD/8QX2LM',
    global_id: 'doi:10.99999/KD/8QX2LM',
    published_at: '2026-02-11T09:12:44Z',
    publisher: 'KystData',
  },
  {
    name: 'Salmon lice counts, Hardanger',
    type: 'dataset',
    url: 'https://doi.org/10.99999/KD/R0B7ZT',
    global_id: 'doi:10.99999/KD/R0B7ZT',
    published_at: '2025-10-03T13:40:02Z',
    publisher: 'KystData',
  },
];

/** Dataverse of an institute: whoever reads what is published needs nothing, whoever deposits needs a key that ends after a year. */
export const dataverse: World = {
  id: 'dataverse',
  kind: 'provider',
  title:
    'Dataverse of an institute: open search, 401 JSON for what is personal, a key in a header for a year that a call renews',
  target: 'data.kystforskning.no',
  dated: '2026-11',
  sources: [
    'IQSS/dataverse: src/main/java/edu/harvard/iq/dataverse/api/auth/ApiKeyAuthMechanism.java (header, query, “Bad API key”)',
    'IQSS/dataverse: api/auth/WrappedAuthErrorResponse.java, api/AbstractApiBean.java, api/ApiConstants.java (the words of refusals)',
    'guides.dataverse.org/en/latest/api/auth.html, /api/native-api.html (users/token, users/token/recreate), /user/account.html',
    'IQSS/dataverse issue 9229 (bearer tokens are a flag that is off)',
  ],
  hosts: {
    'kystforskning.no': aliasOf(www),
    'www.kystforskning.no': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page('Research for a living coast', '<p>130 people in Bergen, Tromsø and at sea.</p>'),
        'GET /research': page('Research', '<p>Fjords, kelp, fish health.</p>'),
        'GET /vessels': page(
          'Vessels',
          '<p>Time on board is granted by the cruise committee, which reviews applications twice a year.</p>',
        ),
        'GET /about-data': page(
          'Data',
          `<p>We publish what we measure in <a href="${home}/">KystData</a>. Everybody may read; everybody may open an account and deposit.</p><h2>By program</h2><p>Published data sets need no key:</p>${sample(`curl "${home}/api/search?q=kelp&type=dataset"`)}<p>To deposit, or to read drafts, send your API token. Sign up, choose <i>API Token</i> in the menu under your name, press <i>Create Token</i>, and it is there.</p>${sample(`export API_TOKEN=xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx\ncurl -H "X-Dataverse-key:$API_TOKEN" ${home}/api/users/:me`)}<p>A token expires after one year. Before that, a program can exchange it for a new one:</p>${sample(`curl -H "X-Dataverse-key:$API_TOKEN" -X POST ${home}/api/users/token/recreate`)}<p>A token may do whatever you may do; there are no tokens with fewer rights.</p><p>More in the <a href="${guides}/api/">API guide of the software</a>.</p>`,
        ),
        'GET /contact': page('Contact', contactForm),
      },
    },
    'guides.dataverse.org': {
      routes: {
        'GET /en/6.8/user': guide(
          'User Guide',
          '<ul><li>Account Creation + Management</li><li>Finding and Using Data</li></ul>',
        ),
        'GET /en/6.8/api': guide(
          'API Guide',
          `<ul><li><a href="${guides}/api/auth.html">API Tokens and Authentication</a></li><li>Search API</li><li>Data Access API</li><li>Native API</li></ul>`,
        ),
        'GET /en/6.8/api/auth.html': guide(
          'API Tokens and Authentication',
          `<p>An API token works like a password and is valid on one server only.</p><p>The preferred way is the header <code>X-Dataverse-key</code>:</p>${sample('export SERVER_URL=https://demo.dataverse.org\ncurl -H X-Dataverse-key:$API_TOKEN $SERVER_URL/api/dataverses/root/contents')}<p>The second way is the query parameter <code>key</code>.</p><p>Bearer tokens of OpenID Connect are experimental and have to be switched on by whoever runs the installation.</p>`,
        ),
      },
    },
    'data.kystforskning.no': {
      headers: { server: 'Apache' },
      routes: {
        'GET /robots.txt': robots(
          'User-agent: *\nAllow: /$\nAllow: /dataset.xhtml\nAllow: /dataverse/\nAllow: /api/info\nAllow: /api/search\nAllow: /api/users\nDisallow: /dataverse/*?q\nDisallow: /api/access/datafile/\n',
        ),
        'GET /': app(
          'KystData',
          `<h1>KystData</h1><p>Open data of Norwegian Coastal Research.</p>${table(items.map((item) => [`<a href="${item.url}">${item.name}</a>`, item.published_at.slice(0, 10)]))}<div class="btn-group"><a href="/dataverse/root/search">All 412 data sets</a></div>`,
        ),
        'GET /dataverse.xhtml': app('KystData', '<h1>KystData</h1>'),
        'GET /dataverse/root/search': app('Search - KystData', '<p>412 results</p>'),
        'GET /loginpage.xhtml': app(
          'Account - KystData',
          '<h1>Log In</h1><p>Log in with your username or e-mail, or with Feide.</p><form method="post"><input type="text" name="u"/><input type="password" name="p"/><button>Log In</button></form>',
        ),
        'GET /dataverseuser.xhtml': app(
          'Sign Up - KystData',
          '<h1>Sign Up</h1><form method="post"><input name="username"/><input type="password" name="p1"/><input name="email"/><label><input type="checkbox"/> I accept the general terms of use</label><button>Create Account</button></form>',
        ),
        'GET /api/info/version': open(ok({ version: '6.8', build: '1892-6f1c' })),
        'GET /api/info/server': open(ok({ message: 'data.kystforskning.no' })),
        'GET /api/search': (r) =>
          key(r)
            ? failed(401, 'Bad API key')
            : r.query.get('q') === null
              ? failed(400, 'q parameter is missing')
              : ok({
                  q: r.query.get('q'),
                  total_count: 412,
                  start: 0,
                  spelling_alternatives: {},
                  items,
                  count_in_response: 2,
                }),
        'GET /api/dataverses/root': open(
          ok({ id: 1, alias: 'root', name: 'KystData', dataverseType: 'RESEARCH_PROJECTS' }),
        ),
        'GET /api/dataverses/root/contents': open(ok([{ id: 2, type: 'dataverse', title: 'Fjords' }])),
        '/api/users/:me': personal,
        '/api/users/token*': personal,
        '/api/mydata/*': personal,
        '/api/dataverses/*': (r) =>
          r.method === 'GET'
            ? failed(404, "Can't find dataverse with identifier='" + (r.path.split('/')[3] ?? '') + "'")
            : personal(r),
        '/api/admin/*': failed(
          403,
          'Endpoint available from localhost only. Please contact the dataverse administrator',
        ),
        '/api/*': (r) =>
          json(
            404,
            {
              status: 'ERROR',
              code: 404,
              message:
                'API endpoint does not exist on this server. Please check your code for typos, or consult our API guide at http://guides.dataverse.org.',
              requestUrl: home + r.path,
              requestMethod: r.method,
            },
            cors,
          ),
      },
      otherwise: app(
        '404 Not Found',
        '<div class="alert alert-danger"><strong>Page Not Found</strong> - The page you are looking for was not found.</div>',
        404,
      ),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': 'fail',
    },
    antiPatterns: {
      'session-cookie-only': 'absent',
      'browser-only-oauth': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    target:
      'the installation; “About” in its bar leads to the institute’s own page on data; its robots.txt allows more than that of the guide',
    apiBases: 'samples of that page; addresses below /api answer',
    tokenEndpoint: 'tokens are made in the product, and exchanged at an endpoint of its own',
    'structured-401': 'what is personal is refused with 401 JSON and a message; what is published is open',
    'bearer-token': 'a header of its own or the query; a bearer changes nothing, and the guide calls it experimental',
    'self-service-keys': 'an account and a token at once, also for strangers',
    'token-expiry': 'a year, and a call gives another',
    'scope-restriction': '“no tokens with fewer rights”',
    'manual-key-approval': 'what a committee reviews is time on board',
    'session-cookie-only': 'the cookie belongs to the pages',
  },
};
