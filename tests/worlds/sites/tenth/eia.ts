import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, json, redirect } from '../../lib/answers.ts';
import { robots, sample, stubs, table } from '../../lib/pages.ts';
import { expectation, keyApi } from '../../lib/world.ts';

const home = 'https://www.eia.gov';
const tabs: readonly (readonly [string, string])[] = [
  ['API Dashboard', '/opendata/browser/'],
  ['Documentation', '/opendata/documentation.php'],
  ['Bulk Downloads', '/opendata/bulkfiles.php'],
  ['Excel Add-In', '/opendata/excel/'],
  ['Terms of Service', '/opendata/api-terms-of-service.php'],
  ['FAQs', '/tools/faqs/faq.php'],
];
/** Pages of an agency that has written HTML for twenty-five years: tables for layout, tabs, mega menu, no main element. */
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!doctype html>\n<html lang="en">\n<head>\n<meta http-equiv="X-UA-Compatible" content="IE=edge">\n<title>${title} - U.S. Energy Information Administration (EIA)</title>\n<meta name="agency" content="EIA - Energy Information Administration">\n<script src="/global/scripts/jquery/jquery-3.4.1.min.js"></script>\n</head>\n<body>\n<a href="#page-sub-nav" class="skip-link">Skip to sub-navigation</a>\n<div id="outerX"><div class="header"><a href="/"><img src="/global/images/logos/eia-w_name.gif" alt="U.S. Energy Information Administration logo"></a><form action="/search/"><input name="q"></form></div>\n<div class="nav-primary"><ul><li>+ <a href="/petroleum/">Sources &amp; Uses</a></li><li>+ <a href="/outlooks/">Topics</a></li><li>+ <a href="/tools/">Tools</a></li><li><a href="/opendata/">Open Data</a></li><li><a href="/about/email/">Email updates</a></li></ul></div>\n<div id="page-sub-nav"><h2 class="page-title"><a href="/opendata/">Open Data</a></h2><ul>${tabs.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></div>\n<div class="main_col">${body}</div>\n<div class="footer"><p>U.S. Energy Information Administration, 1000 Independence Ave., SW Washington, DC 20585</p><ul><li><a href="/about/privacy_security_policy.php">Privacy/Security</a></li><li><a href="/about/foia/">FOIA</a></li></ul></div></div>\n</body></html>`,
    { 'content-type': 'text/html; charset=UTF-8' },
  );
const refuse: Reply = (r) => {
  const request = { command: r.path, params: Object.fromEntries(r.query.entries()) };
  return r.query.has('api_key')
    ? json(403, {
        error: {
          code: 'API_KEY_INVALID',
          message: `The API key submitted is invalid. Please register for a valid one at ${home}/opendata/register.php`,
        },
        request,
      })
    : json(403, {
        error: {
          code: 'API_KEY_MISSING',
          message: `No api_key was supplied.  Please register for one at ${home}/opendata/register.php`,
        },
        request,
      });
};

/** An agency: a key by e-mail, sent in the query, refused with 403; long manual of one page, bulk files beside it for everybody. */
export const eia: World = {
  id: 'eia',
  kind: 'provider',
  title: 'Agency: a key by e-mail after a form, in the query only, 403 JSON without it; old pages',
  target: `${home}/opendata/`,
  dated: '2026-11',
  sources: [
    'eia.gov/opendata/documentation.php',
    'ropensci.r-universe.dev/eia/doc/api.html',
    'biketobass.github.io: using the EIA API',
  ],
  hosts: {
    'eia.gov': aliasOf(home),
    'www.eia.gov': {
      headers: { server: 'Apache' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /dnav/\nDisallow: /opendata/qb.php\nCrawl-delay: 2\n'),
        'GET /': page('Homepage', '<h1>Today in Energy</h1><p>Natural gas storage is above the five-year average.</p>'),
        'GET /opendata/': page(
          'Opendata',
          `<h1>EIA Open Data</h1><p>EIA publishes its statistics through an application programming interface (API) and as bulk downloads, so that researchers, developers and anybody who likes data can use them in ways of their own. The API is free of charge; registration is required.</p><div class="box"><h3>Register</h3><p>Sign up for an API key and for news of changes.</p><a class="button" href="/opendata/register.php">Register</a></div><div class="box"><h3>API Dashboard</h3><p>Choose a data set, filter it, and copy the URL.</p></div><h3>What you will find</h3><ul><li>Hourly electricity: the balancing authorities since 2019</li><li>State Energy Data System</li><li>Petroleum, natural gas, coal, nuclear outages</li><li>Short-Term and Annual Energy Outlook</li></ul>`,
        ),
        'GET /opendata/register.php': page(
          'Register',
          '<h1>API Registration</h1><p>We ask only for what we need to send you the key. A message with your API key arrives at once; look into the spam folder if it does not. Lost your key? Register again with the same address and we send it once more.</p><form action="/opendata/register.php" method="post"><table><tr><td>First name*</td><td><input name="first_name"></td></tr><tr><td>Last name*</td><td><input name="last_name"></td></tr><tr><td>Email*</td><td><input type="email" name="email"></td></tr><tr><td>User type*</td><td><select name="type"><option>Academic</option><option>Private company</option><option>Government</option><option>Individual</option></select></td></tr><tr><td colspan="2"><input type="checkbox" name="tos"> I agree to the <a href="/opendata/api-terms-of-service.php">API Terms of Service</a></td></tr><tr><td colspan="2"><input type="checkbox" name="critical"> Subscribe to critical updates</td></tr></table><button>Register</button></form>',
        ),
        'GET /opendata/documentation.php': page(
          'Documentation',
          `<h1>EIA's API Technical Documentation</h1><p><b>API v2.1.8</b></p><h2>Changelog</h2><ul><li>November 2024, v2.1.8: minor fixes</li><li>January 2024, v2.1.6: data points are strings</li><li>November 2022, v2.1.0: legacy API closed, series IDs of it translated</li><li>May 2022, v2.0.2: public release</li></ul><h2>Introduction</h2><p>Our first API began in 2012. Since then the ways of the internet have changed. APIv2 is a RESTful one: data sets are arranged as a tree, and asking a node tells what hangs below it.</p><h2>Registering for a key</h2><p>Go to <a href="/opendata/register.php">the registration page</a>. The key comes by e-mail. Every call must have it; a call without one is answered with an error.</p><h2>Using the key</h2><p>The key goes into the URL, also when other parameters are sent in the header <code>X-Params</code>:</p>${sample('https://api.eia.gov/v2/electricity/retail-sales?api_key=xxxxxx', 'text')}<p>Do not put the key into the header: it is not read there.</p>${sample('{\n  "response": {\n    "id": "retail-sales",\n    "name": "Electricity Sales to Ultimate Customers",\n    "frequency": [{"id": "monthly", "format": "YYYY-MM"}],\n    "facets": [{"id": "stateid", "description": "State / Census Region"}, {"id": "sectorid", "description": "Sector"}],\n    "data": {"revenue": {"alias": "Revenue from Sales to Ultimate Customers", "units": "million dollars"}},\n    "startPeriod": "2001-01",\n    "endPeriod": "2026-08"\n  },\n  "request": {"command": "/v2/electricity/retail-sales/", "params": {"api_key": "xxxxxx"}},\n  "apiVersion": "2.1.8"\n}', 'json')}<h2>Examining a data set</h2><p>Put <code>/facet/</code> behind the route to learn the values of a facet.</p>${sample('https://api.eia.gov/v2/electricity/retail-sales/facet/sectorid/?api_key=xxxxxx', 'text')}<h2>Requesting data</h2>${sample('https://api.eia.gov/v2/electricity/retail-sales/data?api_key=xxxxxx&data[]=price&facets[sectorid][]=RES&facets[stateid][]=CO&frequency=monthly&sort[0][column]=period&sort[0][direction]=desc', 'text')}${table(
            [
              ['Parameter', 'Meaning'],
              ['<code>frequency</code>', 'annual, quarterly, monthly, weekly, daily, hourly, local-hourly'],
              ['<code>facets</code>', 'filters'],
              ['<code>start</code>, <code>end</code>', 'period'],
              ['<code>sort</code>', 'columns and direction'],
              ['<code>offset</code>, <code>length</code>', 'pages; 5,000 rows at most in JSON, 300 in XML'],
              ['<code>out=xml</code>', 'XML in place of JSON'],
            ],
          )}<h2>Sending parameters in the header</h2>${sample('curl \'https://api.eia.gov/v2/electricity/retail-sales/data?api_key=xxxxxx\' \\\n  -H \'X-Params: {"frequency": "monthly", "data": ["price"]}\'')}<h2>Errors</h2>${table(
            [
              ['400', 'A parameter is wrong; the message says which'],
              ['403', 'No key, or a key that we do not know'],
              ['404', 'No such route'],
              ['429', 'Too many calls: the key is suspended for a while, and back by itself'],
            ],
          )}<h2>Throttling</h2><p>We do not publish the exact limits. Keys that are used too hard are suspended automatically. Write to us if you need more.</p><h2>Backward compatibility with APIv1</h2>${sample('https://api.eia.gov/v2/seriesid/ELEC.SALES.CO-RES.A?api_key=xxxxxx', 'text')}`,
        ),
        'GET /opendata/browser/': html(
          200,
          '<!doctype html><html lang="en"><head><title>Opendata - API Dashboard</title></head><body><div id="app"><noscript>The dashboard needs JavaScript.</noscript></div><script>window.EIA={api:"https://api.eia.gov/v2/",register:"/opendata/register.php"}</script><script src="/opendata/browser/js/app.81c.js"></script></body></html>',
        ),
        'GET /opendata/bulkfiles.php': page(
          'Bulk Downloads',
          `<h1>Bulk Download Facility</h1><p>Everything in the API as ZIP files of JSON, refreshed twice a day at 5:00 and 15:00. No key is needed for them. A manifest tells when each was last changed.</p>${table(
            [
              ['Electricity', '<a href="/opendata/bulk/manifest.txt">ELEC.zip</a>', '182 MB'],
              ['State Energy Data System', 'SEDS.zip', '21 MB'],
              ['Petroleum', 'PET.zip', '96 MB'],
            ],
          )}`,
        ),
        'GET /opendata/bulk/manifest.txt': json(200, {
          dataset: { ELEC: { last_updated: '2026-11-20T06:00:00-05:00' } },
        }),
        'GET /opendata/excel/': page(
          'Excel Add-In',
          '<h1>Excel Data Add-In</h1><p>Paste your API key once. Series IDs of the first API work as before.</p>',
        ),
        'GET /opendata/api-terms-of-service.php': page(
          'API Terms of Service',
          '<h1>API Terms of Service</h1><p>By using the API you agree. Name EIA as the source. EIA may limit or end access at any time and for any reason. A key must not be shared.</p>',
        ),
        'GET /tools/faqs/faq.php': page(
          'FAQs',
          '<h1>Frequently asked questions</h1><p>Does EIA have data on each state’s electric power? Yes.</p><p>Can I have data before its release? Reporters with accreditation apply to the press office; requests are reviewed.</p>',
        ),
        'GET /opendata/qb.php': redirect(301, '/opendata/browser/'),
        ...stubs(page, [
          '/petroleum/',
          '/outlooks/',
          '/tools/',
          '/about/email/',
          '/about/privacy_security_policy.php',
          '/about/foia/',
        ]),
      },
      otherwise: html(
        404,
        '<html><head><title>404 - U.S. Energy Information Administration (EIA)</title></head><body><h1>Page not found</h1><p>We recently removed pages.</p></body></html>',
      ),
    },
    'api.eia.gov': {
      headers: { server: 'openresty', 'x-vcap-request-id': '5b0d', 'access-control-allow-origin': '*' },
      routes: {
        'GET /': redirect(302, `${home}/opendata/`),
        '/v2*': refuse,
        '/series*': json(410, { error: 'The legacy API was closed in March 2023.' }),
      },
      otherwise: json(404, { error: 'Not found', code: 404 }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.eia.gov'],
    tokenEndpoint: null,
    signals: {
      ...keyApi,
      'structured-401': 'partial',
      'bearer-token': 'fail',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    apiBases: 'every sample of the manual',
    outcome: 'every route refuses strangers with 403',
    'structured-401': '403 JSON with error.code API_KEY_MISSING and the place to register: not 401',
    'bearer-token': 'the key goes into the URL; “do not put the key into the header”, and a bearer changes nothing',
    'self-service-keys': 'a form, and the key comes by e-mail at once',
    'manual-key-approval': 'what is reviewed are reporters’ requests for data before release',
    'browser-only-oauth': 'a static key',
    'session-cookie-only': 'a key in the query',
  },
};
