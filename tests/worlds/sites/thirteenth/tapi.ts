import type { Answer, World } from '../../lib/world.ts';
import { aliasOf, html, redirect } from '../../lib/answers.ts';
import { contactForm, recaptcha, robots, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const www = 'https://www.tapi.com';
const connect = 'https://connect.tapi.com';

const menu: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  [
    'APIs',
    '/api-products',
    [
      ['API product catalog', '/api-products'],
      ['API portfolio by therapeutic area', '/api-products/therapeutic-areas'],
      ['API documentation', '/api-products/documentation'],
      ['New APIs in development', '/api-products/pipeline'],
    ],
  ],
  [
    'CDMO',
    '/cdmo',
    [
      ['API development services', '/cdmo/api-development'],
      ['Highly potent APIs', '/cdmo/hpapi'],
      ['Peptides', '/cdmo/peptides'],
    ],
  ],
  [
    'Services',
    '/services',
    [
      ['Worldwide regulation', '/services/value-added-services/worldwide_regulation'],
      ['Crystallization and micronization', '/services/crystallization'],
      ['Reference standards', '/services/reference-standards'],
    ],
  ],
  ['Sustainability', '/sustainability', []],
  ['Insights', '/insights', []],
  ['About', '/about', []],
  ['Contact', '/contact', []],
];
const page = (title: string, body: string, head = ''): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8"><title>${title} | TAPI: your API partner</title><meta name="Generator" content="Drupal 10 (https://www.drupal.org)"><meta name="description" content="TAPI is a leading supplier of APIs: active pharmaceutical ingredients for the global industry."><link rel="stylesheet" href="/sites/default/files/css/css_8f.css"><script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js"></script>${head}</head><body class="path-node"><header><a href="/">TAPI Technology &amp; API Services</a><nav role="navigation"><ul>${menu.map(([label, href, below]) => `<li><a href="${href}">${label}</a>${below.length > 0 ? `<ul>${below.map(([sub, to]) => `<li><a href="${to}">${sub}</a></li>`).join('')}</ul>` : ''}</li>`).join('')}</ul></nav><form action="/search" role="search"><input name="keys" placeholder="Search APIs"></form><a href="${connect}/">Customer login</a></header><main><h1>${title}</h1>${body}</main><footer><h4>Talk to our API experts</h4><a href="/contact">Request an API sample</a><a href="/careers">Careers</a><a href="/privacy">Privacy notice</a><a href="/terms">Terms of use</a><a href="https://www.linkedin.com/company/tapi">LinkedIn</a><p>© 2026 TAPI. All rights reserved.</p></footer><div id="onetrust-banner-sdk"><p>We use cookies for sessions and statistics.</p><button>Accept all</button></div></body></html>`,
  );
const catalog = table([
  ['API', 'CAS', 'Therapeutic area', 'US DMF', 'CEP', 'JDMF'],
  ['<a href="/api-products/apixaban">Apixaban</a>', '503612-47-3', 'Cardiovascular', 'Available', 'Available', ''],
  [
    '<a href="/api-products/rivaroxaban">Rivaroxaban</a>',
    '366789-02-8',
    'Cardiovascular',
    'Available',
    'Available',
    '',
  ],
  ['Semaglutide', '910463-68-2', 'Metabolic', 'Under development', '', ''],
  ['Tacrolimus', '104987-11-3', 'Immunology', 'Available', 'Available', 'Available'],
]);
const substance = (name: string): Answer =>
  page(
    `${name} API`,
    `<p>TAPI manufactures the ${name} API under cGMP in Europe. The product page is for information only; products protected by valid patents are not offered in countries where that would infringe them.</p><h2>API details</h2>${table(
      [
        ['Form', 'Crystalline powder'],
        ['Key starting materials', 'Produced in house'],
        ['Documentation', 'US DMF, EU ASMF, CEP'],
      ],
    )}<h2>Request access to the API documentation</h2><p>The open part of the DMF is sent to customers after a confidentiality agreement is signed. Your account manager will issue a Letter of Authorization, so that the agency can refer to our file. We review every request within five business days.</p><a href="/contact">Request information</a>`,
  );

/** A maker of drug substances, whose every page speaks of APIs, keys, documentation and access, and who has no interface at all. */
export const tapi: World = {
  id: 'tapi',
  kind: 'provider',
  title:
    'A maker of active pharmaceutical ingredients: “API” on every page, documentation on request, and no interface',
  target: 'https://www.tapi.com',
  dated: '2026-11',
  sources: [
    'www.tapi.com/services/value-added-services/worldwide_regulation',
    'ICH Q7; public texts on active pharmaceutical ingredients and master files',
  ],
  hosts: {
    'tapi.com': aliasOf(www),
    'www.tapi.com': {
      headers: { server: 'cloudflare', 'x-drupal-cache': 'HIT', 'x-generator': 'Drupal 10 (https://www.drupal.org)' },
      routes: {
        'GET /robots.txt': robots(
          'User-agent: *\nAllow: /core/*.css$\nAllow: /core/*.js$\nDisallow: /core/\nDisallow: /profiles/\nDisallow: /README.md\nDisallow: /admin/\nDisallow: /user/login\nDisallow: /user/register\nSitemap: https://www.tapi.com/sitemap.xml\n',
        ),
        'GET /sitemap.xml': {
          status: 200,
          headers: { 'content-type': 'application/xml' },
          body: `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${['/', '/api-products', '/api-products/apixaban', '/api-products/documentation', '/cdmo/api-development', '/services', '/contact'].map((path) => `<url><loc>${www}${path}</loc></url>`).join('')}</urlset>`,
        },
        'GET /': page(
          'The APIs behind the medicines',
          '<p>With more than 80 years of experience and an industry-leading portfolio of over 350 APIs, we serve 1,000 customers in 100 countries.</p><a href="/api-products">Explore our APIs</a><h2>Why integrate our API into your product?</h2><p>Reliable supply from 13 sites, regulatory support in every market, and a team of API experts who guide you from the request to the launch.</p><h2>Get started with our APIs in three steps</h2><ol><li>Find your API in the catalog.</li><li>Request a sample and the API documentation.</li><li>Sign the supply agreement.</li></ol><h2>API news</h2><p><a href="/insights">Five questions to ask your API provider</a></p>',
        ),
        'GET /api-products': page(
          'API product catalog',
          `<p>Search or browse our APIs from A to Z.</p>${catalog}<p>Versions of this list: <a href="/sites/default/files/tapi-api-catalog-2026.pdf">PDF</a></p>`,
        ),
        'GET /sites/default/files/tapi-api-catalog-2026.pdf': {
          status: 200,
          headers: { 'content-type': 'application/pdf' },
          body: '%PDF-1.4\n%stub\n',
        },
        'GET /api-products/apixaban': substance('Apixaban'),
        'GET /api-products/rivaroxaban': substance('Rivaroxaban'),
        'GET /api-products/therapeutic-areas': page(
          'API portfolio by therapeutic area',
          '<ul><li>Cardiovascular: 41 APIs</li><li>Central nervous system: 78 APIs</li><li>Oncology: 39 APIs</li><li>Respiratory: 17 APIs</li></ul>',
        ),
        'GET /api-products/documentation': page(
          'API documentation',
          `<p>For each API we keep a master file. Which documents can you ask for?</p>${table([
            ['Document', 'Who gets it'],
            ['Certificate of analysis', 'Everybody, with a sample'],
            ['Open part of the DMF or ASMF', 'Customers, after a confidentiality agreement'],
            ['Closed part', 'Authorities only'],
            ['Letter of Authorization (access letter)', 'Customers, issued by regulatory affairs'],
          ])}<p>Apply for access with the form; access is granted on a case-by-case basis. Your access letter expires with the agreement and can be renewed.</p><a href="/contact">Request API documentation</a>`,
        ),
        'GET /api-products/pipeline': page('New APIs in development', '<p>Join the waiting list for new peptides.</p>'),
        'GET /cdmo': page('CDMO', '<p>From the first gram to tons.</p>'),
        'GET /cdmo/api-development': page(
          'API development services',
          '<p>Our API developers design the route, choose the key starting materials and validate the process. Each API key intermediate is tested. With quality by design we test in a laboratory sandbox before we go to production scale.</p><h2>Technology transfer</h2><p>A secure exchange of documents; our team authorizes each user.</p>',
        ),
        'GET /cdmo/hpapi': page('Highly potent APIs', '<p>Isolators with an exposure limit of 10 ng/m³.</p>'),
        'GET /cdmo/peptides': page('Peptides', '<p>Solid phase, liquid phase, hybrid.</p>'),
        'GET /services': page('Services', '<p>Regulation, solid state, analysis, supply.</p>'),
        'GET /services/value-added-services/worldwide_regulation': page(
          'Worldwide regulation',
          '<p>Our Regulatory Affairs team has experience with submissions in many markets. DMFs are submitted in the US, Europe, Canada, Japan, Korea and China.</p><h2>The application process</h2><p>In main regulatory markets, the standard format for a drug product application is based on the Common Technical Document (CTD), where API information is included in module 3, section 2 entitled “Drug Substance”. The holder of a master file submits it in support of an application; the applicant refers to it. Confidential information on the active substance is retained by its manufacturer.</p><h2>Applying in Europe</h2><p>When planning to market a medicinal product in more than one member state, you must obtain a marketing authorization.</p>',
        ),
        'GET /services/crystallization': page(
          'Crystallization and micronization',
          '<p>Particle size at the push of a button.</p>',
        ),
        'GET /services/reference-standards': page(
          'Reference standards',
          '<p>Order API reference standards and impurities by mail.</p>',
        ),
        'GET /sustainability': page('Sustainability', '<p>Green chemistry saves solvents.</p>'),
        'GET /insights': page(
          'Insights',
          '<article><h2>Five questions to ask your API provider</h2><p>Is the API documented? Who grants access? What happens when the authorization expires? Is there a second source? How fast is the response?</p></article><article><h2>API market outlook</h2></article>',
        ),
        'GET /about': page('About', '<p>4,000 people, 13 sites.</p>'),
        'GET /careers': page('Careers', '<p>We review every application. Wanted: API chemist, SAP developer.</p>'),
        'GET /contact': page(
          'Contact our API experts',
          `<p>Request an API, a sample, a quote or documentation. A member of our sales team will approve your request and contact you.</p>${contactForm}${recaptcha.field}`,
          recaptcha.head,
        ),
        'GET /search': page('Search', '<p>No results.</p>'),
        'GET /privacy': page(
          'Privacy notice',
          '<p>You may request access to your data. We verify your identity first.</p>',
        ),
        'GET /terms': page('Terms of use', '<p>No automated scraping of prices.</p>'),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="en"><head><title>Page not found | TAPI</title></head><body><h1>Page not found</h1><p>The requested page could not be found. <a href="/api-products">See all APIs</a></p></body></html>',
      ),
    },
    'connect.tapi.com': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /s/\n'),
        'GET /': redirect(302, '/login'),
        'GET /login': html(
          200,
          '<!DOCTYPE html><html lang="en"><head><title>TAPI Connect</title></head><body><h1>TAPI Connect</h1><p>Track your API orders. Accounts are opened by your account manager.</p><form action="/login" method="post"><input type="email" name="un"><input type="password" name="pw"><button>Log in</button></form></body></html>',
          { 'set-cookie': 'BrowserId=abcdef; path=/; secure' },
        ),
      },
      otherwise: redirect(302, '/login'),
    },
  },
  expect: expectation({
    outcome: 'no-api',
    apiBases: [],
    tokenEndpoint: null,
    signals: {
      'structured-401': noCredit,
      'bearer-token': noCredit,
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': noCredit,
      'token-expiry': noCredit,
      'scope-restriction': noCredit,
    },
  }),
  why: {
    target: '“API” stands here for a drug substance, in the menu, in addresses and in headings',
    outcome: 'no description, no sample, no endpoint; the portal is a login for customers’ people',
    'self-service-keys': 'what is asked for and examined are master files, not keys',
    'manual-key-approval': 'approval of requests for substances and documents says nothing of keys',
    'captcha-before-token': 'the CAPTCHA stands before the contact form',
    'session-cookie-only': 'a portal for people is no API',
  },
};
