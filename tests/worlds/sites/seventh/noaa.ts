import type { Reply, World } from '../../lib/world.ts';
import { html, json, redirect, text } from '../../lib/answers.ts';
import { robots } from '../../lib/pages.ts';
import { expectation, keyApi } from '../../lib/world.ts';
import { pre } from '../providers/fourth-pages.ts';

const home = 'https://www.ncei.noaa.gov';
const menu = [
  ['Home', '/'],
  ['Products', '/products'],
  ['Services', '/cdo-web/'],
  ['Resources', '/resources'],
  ['News', '/news'],
  ['About', '/about-us'],
  ['Contact', '/contact'],
]
  .map(([label, href]) => `<li><a href="${href}">${label}</a></li>`)
  .join('');
const endpoints = ['datasets', 'datacategories', 'datatypes', 'locationcategories', 'locations', 'stations', 'data'];
const page = (title: string, body: string) =>
  html(
    200,
    `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><title>${title} | Climate Data Online (CDO) | National Climatic Data Center (NCDC)</title></head><body><div class="usa-banner">An official website of the United States government. Official websites use .gov. Secure .gov websites use HTTPS.</div><div id="nav"><ul>${menu}</ul></div><div id="content"><h2>${title}</h2>${body}</div><div id="side"><h4>Web Services v2</h4><ul><li><a href="/cdo-web/webservices/v2">Getting started</a></li>${endpoints.map((name) => `<li><a href="/cdo-web/webservices/v2#${name}">${name}</a></li>`).join('')}<li><a href="/cdo-web/token">Request token</a></li></ul></div><div id="footer"><a href="/privacy">Privacy</a> | <a href="/foia">FOIA</a> | Submit a FOIA request: your request is reviewed within 20 working days.</div></body></html>`,
  );
const refuse: Reply = (r) =>
  json(400, {
    status: '400',
    message: r.headers['token'] === undefined ? 'Token parameter is required.' : 'Token is invalid.',
  });

/** Public agency: a token by mail, in a header called token; 400 where others say 401. */
export const noaa: World = {
  id: 'noaa-cdo',
  kind: 'provider',
  title: 'Climate data: a token by mail, sent in a header called token; refusals are 400',
  target: `${home}/cdo-web/webservices/v2`,
  dated: '2026-11',
  sources: ['ncei.noaa.gov/cdo-web/webservices/v2', 'ncdc.noaa.gov/cdo-web/token'],
  hosts: {
    'ncei.noaa.gov': { routes: { '*': (r) => redirect(301, home + r.path) } },
    'www.ncdc.noaa.gov': { routes: { '*': (r) => redirect(301, home + r.path) } },
    'www.ncei.noaa.gov': {
      headers: { server: 'Apache' },
      routes: {
        'GET /': page('National Centers for Environmental Information', '<p>Stewards of environmental data.</p>'),
        'GET /cdo-web/': page(
          'Climate Data Online',
          '<p>Free access to archived weather and climate data: search, order by mail, or use the <a href="/cdo-web/webservices/v2">web services</a>.</p><p>Orders are processed by hand when they are larger than 1 GB.</p>',
        ),
        'GET /cdo-web/webservices/v2': page(
          'Web Services Documentation',
          `<h3>Getting Started with Web Services v2</h3><p>CDO offers web services for developers who write their own scripts or programs against the database of weather and climate data. An access token is required to use the API. Each token is limited to five requests per second and 10,000 requests per day.</p><h4>Step 1: Request token</h4><p>A token must first be obtained from the <a href="/cdo-web/token">token request page</a>.</p><h4>Step 2: Make a request</h4><p>Append one of the endpoint paths to the base URL.</p><p><b>Base URL</b></p>${pre(`${home}/cdo-web/api/v2/{endpoint}`)}<table>${endpoints.map((name) => `<tr><td><a name="${name}"></a>/${name}</td><td>A list of ${name}, or one of them by its id.</td></tr>`).join('')}</table><h4>Header</h4><table><tr><td>token</td><td>${pre(`curl -H "token:<token>" "${home}/cdo-web/api/v2/datasets"`)}${pre('$.ajax({ url:<url>, data:{<data>}, headers:{ token:<token> } })')}</td><td>The token from the token request page.</td></tr></table><h4>Step 3: Get a response</h4><p>All responses are JSON.</p>${pre('{"id": "GSOY", "name": "Global Summary of the Year", "datacoverage": 1, "mindate": "1763-01-01"}')}`,
        ),
        'GET /cdo-web/token': page(
          'Request Token',
          '<p>To gain access to NCDC CDO web services, register with your email address. An email will be sent containing your unique token.</p><form method="post" action="/cdo-web/token"><label>Email <input type="text" name="email"></label><input type="submit" value="Submit"></form>',
        ),
        '/cdo-web/api/v2/*': refuse,
        ...Object.fromEntries(
          ['/products', '/resources', '/news', '/about-us', '/contact', '/privacy', '/foia'].map((path) => [
            `GET ${path}`,
            page(path.slice(1), '<p>See the archive.</p>'),
          ]),
        ),
        'GET /robots.txt': robots('User-agent: *\nCrawl-delay: 1\nDisallow: /pub/orders/\n'),
      },
      otherwise: text(404, 'Not Found', { 'content-type': 'text/html' }),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'fail',
      ...keyApi,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    'structured-401': '400 with JSON that names the missing credential',
    'bearer-token': 'a header called token, nothing in Authorization',
  },
};
