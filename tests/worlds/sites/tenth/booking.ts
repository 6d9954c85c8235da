import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBare, isBearer, json, parameter, redirect, text, xml } from '../../lib/answers.ts';
import { robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';
import { frontOf } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';

const docs = 'https://developers.booking.com';
const api = 'https://demandapi.booking.com';
const sandbox = 'https://demandapi-sandbox.booking.com';
const exchange = 'https://connectivity-authentication.booking.com/token-based-authentication/exchange';

type Leaf = readonly [path: string, title: string, body: string];
const words = (body: string) =>
  body
    .replace(/<h2>(.*?)<\/h2>/g, '\n\n## $1\n\n')
    .replace(/<code>(.*?)<\/code>/g, '`$1`')
    .replace(/<\/(p|li|tr)>/g, '\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
/** Redocly Realm: pages, a Markdown twin of each, the title of the product above the menu. */
const realm = (product: string, leaves: readonly Leaf[]): Record<string, Answer> =>
  Object.fromEntries(
    leaves.flatMap(([path, title, body]): [string, Answer][] => [
      [
        `GET ${path}`,
        html(
          200,
          `<!DOCTYPE html><html lang="en" class="light"><head><meta charset="utf-8"><title>${title}</title><meta name="generator" content="Redocly Realm"></head><body><div id="root"><nav data-component-name="Navbar/Navbar"><a href="/">Booking.com Developers</a><a href="/demand/docs">Demand API</a><a href="/connectivity/docs">Connectivity APIs</a><a href="/demand/docs/support/faqs">Support</a></nav><div data-component-name="Sidebar/Sidebar"><span>${product}</span>${leaves.map(([href, label]) => `<a href="${href}">${label}</a>`).join('')}</div><article><div data-component-name="LastUpdated">Last updated 2 months ago</div><h1>${title}</h1>${body}</article><div>Was this helpful?</div></div></body></html>`,
        ),
      ],
      [
        `GET ${path}.md`,
        text(200, `# ${title}\n\n${words(body)}\n`, { 'content-type': 'text/markdown; charset=utf-8' }),
      ],
    ]),
  );
const admonition = (body: string) => `<div data-component-name="Markdoc/Admonition/Admonition"><p>${body}</p></div>`;

const refuse: Reply = (r) =>
  json(
    401,
    {
      request_id: '01k9m2t8q6r3x7',
      errors: [
        {
          id: 'unauthorized',
          message: isBare(r)
            ? 'Missing authentication credentials.'
            : r.headers['x-affiliate-id'] === undefined
              ? 'Missing X-Affiliate-Id header.'
              : 'The API key is not valid.',
        },
      ],
    },
    { 'x-request-id': '01k9m2t8q6r3x7' },
  );
const demand = {
  headers: { server: 'envoy' },
  routes: { '/3.1/*': refuse, '/3.2-beta/*': refuse },
  otherwise: json(404, { request_id: '01k9m2t8q6r3x8', errors: [{ id: 'not_found', message: 'Resource not found.' }] }),
};
const description = {
  openapi: '3.1.0',
  info: {
    title: 'Demand API',
    version: '3.1',
    description: 'Search, look and book accommodations, car rentals and attractions. For managed affiliate partners.',
  },
  servers: [
    { url: `${api}/3.1`, description: 'Production' },
    { url: `${sandbox}/3.1`, description: 'Sandbox' },
  ],
  security: [{ BearerAuth: [] }],
  paths: Object.fromEntries(
    [
      '/accommodations/search',
      '/accommodations/availability',
      '/accommodations/details',
      '/cars/search',
      '/common/locations/countries',
      '/orders/preview',
      '/orders/create',
    ].map((path) => [
      path,
      {
        post: {
          summary: path.split('/').slice(1).join(' '),
          parameters: [
            {
              name: 'X-Affiliate-Id',
              in: 'header',
              required: true,
              schema: { type: 'integer' },
              description: 'Your affiliate ID.',
            },
          ],
          responses: {
            200: { description: 'OK' },
            400: { description: 'Bad request' },
            401: { description: 'Unauthorised' },
          },
        },
      },
    ]),
  ),
  components: {
    securitySchemes: {
      BearerAuth: { type: 'http', scheme: 'bearer', description: 'API key token of your partner account.' },
    },
  },
};

/** Travel marketplace: one product for affiliates by a key and a second header, another for software of hotels in XML with tokens of an hour. */
export const booking: World = {
  id: 'booking-demand',
  kind: 'provider',
  title:
    'Travel marketplace: keys in a partner centre that an account manager opens after a contract; XML for hotels beside it',
  target: docs,
  dated: '2026-11',
  sources: [
    'developers.booking.com/demand/docs/development-guide/authentication',
    'developers.booking.com/demand/docs/getting-started/prerequisites',
    'developers.booking.com/demand/docs/support/error-handling/http-4xx-scenarios',
    'developers.booking.com/connectivity/docs/token-based-authentication',
  ],
  hosts: {
    'booking.com': aliasOf('https://www.booking.com'),
    'www.booking.com': {
      routes: {
        ...frontOf({
          name: 'Booking.com',
          origin: 'https://www.booking.com',
          hero: 'Find your next stay',
          nav: [
            ['Stays', 'https://www.booking.com/stays'],
            ['Flights', 'https://www.booking.com/flights'],
            ['Affiliates', 'https://www.booking.com/affiliate-program/v2/index.html'],
            ['Developers', `${docs}/`],
            ['Sign in', 'https://account.booking.com/sign-in'],
          ],
          stubs: ['/stays', '/flights'],
        }),
        'GET /affiliate-program/v2/index.html': html(
          200,
          '<!DOCTYPE html><html lang="en"><head><title>Affiliate partner programme</title></head><body><h1>Become an affiliate partner</h1><p>Join us: it is free and easy. Earn a commission on qualified bookings with links, banners and a search box. Registration runs over the CJ network.</p><a href="https://www.booking.com/stays">See our stays</a></body></html>',
        ),
      },
      otherwise: bare404('Booking.com'),
    },
    'account.booking.com': { routes: { 'GET *': shell('Sign in | Booking.com') } },
    'spadmin.booking.com': { routes: { 'GET *': shell('Partner Centre') } },
    'portal.connectivity.booking.com': { routes: { 'GET *': redirect(302, 'https://account.booking.com/sign-in') } },
    'developers.booking.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /llms.txt': text(
          200,
          `# Booking.com developer portal\n\n- [Demand API](${docs}/demand/docs.md)\n- [Authentication and authorisation](${docs}/demand/docs/development-guide/authentication.md)\n- [Prerequisites](${docs}/demand/docs/getting-started/prerequisites.md)\n- [Connectivity APIs](${docs}/connectivity/docs.md)\n`,
        ),
        'GET /': html(
          200,
          '<!DOCTYPE html><html lang="en"><head><title>Booking.com for Developers</title><meta name="generator" content="Redocly Realm"></head><body><h1>Build with Booking.com</h1><a href="/demand/docs"><h3>Demand API</h3><p>For affiliate partners: show our inventory to your travellers.</p></a><a href="/connectivity/docs"><h3>Connectivity APIs</h3><p>For software of properties: rates, availability, reservations.</p></a></body></html>',
        ),
        'GET /_bundle/demand/docs/open-api/demand-api.json': json(200, description),
        ...realm('Demand API', [
          [
            '/demand/docs',
            'Demand API',
            `<p>Let your travellers search, compare and book accommodations, cars and attractions. Version 3.1 is stable; 3.2-beta may change.</p>${table(
              [
                ['Production', `<code>${api}/3.1</code>`],
                ['Sandbox', `<code>${sandbox}/3.1</code>`],
              ],
            )}<p><a href="/_bundle/demand/docs/open-api/demand-api.json">Download the description</a></p>`,
          ],
          [
            '/demand/docs/getting-started/prerequisites',
            'Prerequisites',
            `<p><b>Complete these steps before you use the Demand API.</b></p>${table([
              ['☑', 'Be registered as a Booking.com <b>managed affiliate partner</b>.'],
              ['☑', 'Have access to Partner Centre, which your account manager gives you once the contract is signed.'],
              [
                '☑',
                'In <a href="https://spadmin.booking.com/partner/login-v3.html">Partner Centre</a>, generate an API key token and find your <code>X-Affiliate-Id</code>.',
              ],
              ['☑', 'Open this portal to use the try-out console.'],
            ])}${admonition('Keep both secret. Do not commit them to version control.')}`,
          ],
          [
            '/demand/docs/getting-started/become-a-partner',
            'Become a managed partner',
            '<p>The Demand API is not open to everybody. Tell us about your business, your traffic and what you want to build. Our partnerships team assesses every application; if it fits, they send a contract and an account manager is named. At this time we take on few new partners, and applications can take several weeks.</p>',
          ],
          [
            '/demand/docs/getting-started/sandbox',
            'Sandbox',
            `<p>The sandbox has test properties and no charges. Use the same API key and affiliate ID as in production, at <code>${sandbox}</code>.</p>`,
          ],
          [
            '/demand/docs/getting-started/try-out-the-api',
            'Try the API',
            `<p>All requests of the console must be authenticated, or the answer is HTTP 401.</p>${sample('{\n  "city": -2140479,\n  "booker": {"country": "nl", "platform": "desktop"},\n  "checkin": "2026-12-01",\n  "checkout": "2026-12-03",\n  "guests": {"number_of_adults": 2, "number_of_rooms": 1}\n}', 'json')}`,
          ],
          [
            '/demand/docs/development-guide/authentication',
            'Authentication and authorisation',
            `<p>Version 3 needs a pair of identifiers in every request, in production and in the sandbox: the API key token and the affiliate ID.</p><ul><li><code>Authorization: Bearer &lt;key&gt;</code>, where key is your active API key.</li><li><code>X-Affiliate-Id: &lt;aid&gt;</code>, where aid is one of your affiliate IDs.</li></ul>${sample(`curl --request POST '${sandbox}/3.1/accommodations/search' \\\n  --header 'X-Affiliate-Id: 123456' \\\n  --header 'Authorization: Bearer xyz.........xyz' \\\n  --data-raw '{ "city": -2140479 }'`)}${admonition('Use HTTPS always.')}<h2>API key management</h2><p>In Partner Centre, Affiliate details, Create API key. A key does not expire by itself; you can have two at a time, so that you can rotate: create the second, deploy it, delete the first.</p><h2>Authorisation</h2><p>What an affiliate ID may do is part of the contract. Ask your account manager for orders and payments.</p>`,
          ],
          [
            '/demand/docs/development-guide/rate-limiting',
            'Rate limiting',
            '<p>By default 50 requests a minute and endpoint. <code>429</code> beyond that. Your account manager can raise it.</p>',
          ],
          [
            '/demand/docs/support/error-handling/http-4xx-scenarios',
            'HTTP 4xx error scenarios',
            `<h2>400 - Bad request</h2>${sample('{\n  "request_id": "01gw5aaj8dkh7fvgwa7phs916x",\n  "errors": [{"id": "missing_parameter", "message": "Parameter \'checkin\' is missing."}]\n}', 'json')}<h2>401 - Unauthorised</h2><p>Common causes: a missing or incorrect <code>Authentication</code> or <code>X-Affiliate-Id</code> header, an invalid or revoked key. Check both, or generate a new key.</p><h2>403 - Forbidden</h2><p>The affiliate ID is not known or not allowed to use this endpoint.</p>`,
          ],
          [
            '/demand/docs/support/faqs',
            'FAQs',
            '<p>Can I have access for a student project? No, keys are only for partners under contract. Can I use the API without an affiliate ID? No.</p>',
          ],
        ]),
        ...realm('Connectivity APIs', [
          [
            '/connectivity/docs',
            'Connectivity APIs',
            '<p>For channel managers and property management systems. Content, rates and availability, reservations, messaging. OTA XML and B.XML, some JSON. You must be a connectivity provider: apply, pass the interview and the certification, and we create a machine account for you.</p>',
          ],
          [
            '/connectivity/docs/token-based-authentication',
            'Using the token-based authentication scheme',
            `<p>Sign in to the provider portal, create a client ID and a client secret for a machine account, and exchange them for a JSON Web Token:</p>${sample(`curl --location '${exchange}' \\\n  --header 'Content-Type: application/json' \\\n  --data '{\n    "client_id": "$YOUR_CLIENT_ID",\n    "client_secret": "$YOUR_CLIENT_SECRET"\n  }'`)}${sample('{"jwt": "eyJhbGciOiJSUzI1NiJ9…", "ruid": "UmFuZG9tSVYkc2RlIyh9Y"}', 'json')}<p>Send it as <code>Authorization: Bearer</code>. A token lives for one hour; up to 30 can be made in an hour. Do not make a token for each request.</p>`,
          ],
          [
            '/connectivity/docs/basic-authentication',
            'Using the credentials-based authentication scheme',
            `${admonition('End of life notice: this scheme was sunset on 31 December 2025. Migrate to tokens.')}<p>Base64 of user name and password of the machine account, in <code>Authorization: Basic</code>. Credentials in the body are ignored.</p>`,
          ],
          [
            '/connectivity/docs/ari',
            'Rates and availability',
            `<p><code>POST https://supply-xml.booking.com/hotels/xml/availability</code></p>${sample('<request>\n  <room id="10000001">\n    <date value="2026-12-05"><roomstosell>7</roomstosell></date>\n  </room>\n</request>', 'xml')}`,
          ],
        ]),
      },
      otherwise: bare404('Booking.com Developers'),
    },
    'demandapi.booking.com': demand,
    'demandapi-sandbox.booking.com': demand,
    'connectivity-authentication.booking.com': {
      routes: {
        'POST /token-based-authentication/exchange': (r) =>
          parameter(r, 'client_id') === undefined
            ? json(400, { errors: [{ code: 'INVALID_REQUEST', message: 'client_id must not be blank' }] })
            : json(401, { errors: [{ code: 'UNAUTHORIZED', message: 'Invalid client credentials' }] }),
      },
      otherwise: json(404, { message: 'Not Found' }),
    },
    'supply-xml.booking.com': {
      routes: {
        '/hotels/*': (r) =>
          isBearer(r)
            ? xml(401, '<?xml version="1.0" encoding="UTF-8"?>\n<fault code="401" string="Invalid token"/>\n')
            : xml(
                401,
                '<?xml version="1.0" encoding="UTF-8"?>\n<fault code="401" string="Authorization Required"/>\n',
                {
                  'www-authenticate': 'Basic realm="Booking.com XML"',
                },
              ),
      },
      otherwise: xml(404, '<?xml version="1.0" encoding="UTF-8"?>\n<fault code="1007" string="Invalid request"/>\n'),
    },
  },
  expect: expectation({
    apiBases: [[api, sandbox]],
    tokenEndpoint: [exchange, null],
    flows: {},
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': 'fail',
      'token-expiry': ['n/a', 'partial', 'pass', 'unknown'],
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': 'present',
      'token-rotation-without-refresh': ['absent', 'unknown'],
    },
    notJudged: ['client_credentials'],
  }),
  why: {
    apiBases: 'both servers of the description',
    outcome: 'documented paths refuse strangers with 401',
    tokenEndpoint: 'a guard: the exchange belongs to the other product, and is no endpoint of RFC 6749',
    'structured-401': '401 JSON: errors, each with id and message',
    'bearer-token': 'a key under Bearer, in manual and description, with a second header beside it',
    'client-credentials':
      'not judged: only the product for hotels changes an id and a secret for a token, by a call of its own',
    'self-service-keys': 'keys are made in a centre that an account manager opens after a contract',
    'manual-key-approval': '“our partnerships team assesses every application”, “only for partners under contract”',
    'browser-only-oauth': 'static keys; no OAuth',
    'session-cookie-only': 'bearer keys',
  },
};
