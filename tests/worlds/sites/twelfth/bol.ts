import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, fresh, html, isBearer, problem, redirect } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';

const api = 'https://api.bol.com';
const login = 'https://login.bol.com';
const partner = 'https://partnerplatform.bol.com';
const www = 'https://www.bol.com';
const under = '/retailer/public/Retailer-API';

const chapters: readonly (readonly [string, string])[] = [
  ['Introduction', `${under}/index.html`],
  ['Authentication', `${under}/authentication.html`],
  ['Intermediary authorization on behalf of partners', `${under}/intermediary-authorization.html`],
  ['Versioning', `${under}/versioning.html`],
  ['Rate limiting', `${under}/rate-limits.html`],
  ['Errors', `${under}/errors.html`],
  ['Orders: retrieve and ship', `${under}/orders.html`],
  ['Events and subscriptions', `${under}/subscriptions.html`],
  ['Demo environment', `${under}/demo.html`],
];
const chapter = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="Antora 3.1.9"><title>${title} :: bol Retailer API</title></head><body class="article"><header class="header"><a class="navbar-item" href="${under}/index.html">bol Retailer API</a><a href="${partner}/nl">Partnerplatform</a></header><nav class="nav-menu"><ul class="nav-list">${chapters.map(([label, href]) => `<li class="nav-item"><a class="nav-link" href="${href}">${label}</a></li>`).join('')}</ul></nav><main class="article"><article class="doc"><h1 class="page">${title}</h1>${body}</article></main></body></html>`,
    { 'strict-transport-security': 'max-age=31536000' },
  );
const hulp = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>${title} | bol partnerplatform</title></head><body><header><a href="${partner}/nl">partnerplatform</a><a href="${partner}/nl/api/client-credentials-aanmaken">API</a><a href="${partner}/nl/intermediairs">Intermediairs</a><a href="${www}/">bol</a></header><main><h1>${title}</h1>${body}</main><footer><a href="${partner}/nl/contact">Partnerservice</a></footer></body></html>`,
  );

const refuse: Reply = (r) =>
  problem(401, {
    type: 'https://api.bol.com/problems',
    title: 'Unauthorized Request',
    status: 401,
    detail: isBearer(r)
      ? 'JWT Validation Error: The token was expected to have 3 parts, but got 1.'
      : 'The request does not contain a valid JWT.',
    host: `Instance-${fresh(3)}`,
    instance: `${api}${r.path}`,
  });

/** Dutch marketplace: sellers make client credentials themselves, software houses are let in by the partner programme. */
export const bol: World = {
  id: 'bol',
  kind: 'provider',
  title: 'Dutch marketplace: client_credentials that sellers make themselves, a code flow for intermediaries who apply',
  target: `${api}${under}/index.html`,
  dated: '2026-11',
  sources: [
    'api.bol.com/retailer/public/Retailer-API/authentication.html',
    'api.bol.com/retailer/public/Retailer-API/intermediary-authorization.html',
    'developers.bol.com/apiv3authentication',
    'partnerplatform.bol.com/en/idp/getting-access-with-api-client-credentials',
    'api.bol.com/marketing/docs/catalog-api/errors.html',
  ],
  hosts: {
    'bol.com': aliasOf(www),
    'www.bol.com': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /nl/checkout\n'),
        'GET /': html(
          200,
          `<!DOCTYPE html><html lang="nl"><head><title>bol | de winkel van ons allemaal</title></head><body><h1>de winkel van ons allemaal</h1><a href="/boeken">Boeken</a><a href="/elektronica">Elektronica</a><a href="${partner}/nl">Zakelijk verkopen</a></body></html>`,
        ),
        ...stubs(
          (title, body) =>
            html(200, `<!DOCTYPE html><html lang="nl"><head><title>${title}</title></head><body>${body}</body></html>`),
          ['/boeken', '/elektronica'],
        ),
      },
    },
    'partnerplatform.bol.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/nl'),
        'GET /nl': hulp('Welkom op het partnerplatform', '<p>Alles over verkopen via bol.</p>'),
        'GET /nl/contact': hulp(
          'Partnerservice',
          '<p>Chat of bel met Partnerservice. We reageren binnen één werkdag.</p>',
        ),
        'GET /nl/verkopen/aanmelden': hulp(
          'Aanmelden als verkoper',
          '<p>Met een KvK-nummer meld je je aan. We controleren je gegevens; meestal kun je dezelfde dag beginnen.</p>',
        ),
        'GET /nl/api/client-credentials-aanmaken': hulp(
          'Toegang krijgen met API Client credentials',
          `<p>Om toegang te krijgen tot de API heb je Client credentials nodig. Dat is een soort gebruikersnaam en wachtwoord voor de API. Zo maak je ze aan:</p><ol><li>Log in op je verkoopaccount, open Instellingen en ga onder het kopje Diensten naar <b>API-instellingen</b>.</li><li>Vul de gegevens van je technische contactpersoon in en klik op Opslaan.</li><li>Klik onder <b>Client credentials voor de Retailer API</b> op Aanmaken en geef ze een naam.</li><li>De Client ID staat direct op het scherm. Klik op Toon secret voor het Client secret.</li></ol><p>Werk je met meerdere partijen? Maak dan voor elke partij eigen credentials aan.</p><p>Technische uitleg staat in de <a href="${api}${under}/authentication.html">documentatie van de Retailer API</a>.</p>`,
        ),
        'GET /nl/intermediairs': hulp(
          'Intermediair worden',
          '<p>Bouw je software voor verkopers? Meld je aan voor het intermediairprogramma. We beoordelen je aanvraag en je koppeling voordat we je brons, zilver of goud toekennen. Je hebt minstens tien verkopers nodig.</p>',
        ),
      },
    },
    'login.bol.com': {
      routes: {
        'GET /': redirect(302, '/wsp/login'),
        'GET /wsp/login': shell('Inloggen | bol'),
        'GET /authorize': redirect(302, '/wsp/login'),
        'POST /token': tokenEndpoint({
          grants: ['client_credentials', 'authorization_code', 'refresh_token'],
          order: 'client-first',
          reads: ['form', 'query'],
          unknownClient: oauthError(401, 'invalid_client', 'Client authentication failed'),
        }),
        'GET /token': { status: 405, headers: { allow: 'POST' }, body: '' },
      },
      otherwise: { status: 404, body: '' },
    },
    'api.bol.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, `${under}/index.html`),
        'GET /retailer/public/Retailer-API': redirect(302, `${under}/index.html`),
        [`GET ${under}/index.html`]: chapter(
          'Introduction',
          `<p>With the Retailer API you automate your shop on bol: offers, orders, shipments, returns, inventory and insights.</p><p>All endpoints live under <code>${api}/retailer</code>. A copy with fixed data is the <a href="${under}/demo.html">demo environment</a>, under <code>${api}/retailer-demo</code>.</p>`,
        ),
        [`GET ${under}/authentication.html`]: chapter(
          'Authentication',
          `<p>Before you can use the Retailer API you need to take a few steps to gain access. For any and all authorized endpoints we require partners to authenticate themselves.</p><h2>Technology</h2><p>OAuth 2.0 is the industry-standard protocol for authorization. Using OAuth2, users can authenticate and request an access token, which will be in JWT format.</p><p>The tokens provide clients access to Retailer API endpoints for a limited time and are used to determine the identity of the caller.</p><h2>Client credentials flow</h2><p>This flow is intended for retailers who develop their own connection. Create your credentials in the seller dashboard, see <a href="${partner}/nl/api/client-credentials-aanmaken">Client credentials</a>. Exchange them at <code>${login}/token</code>:</p>${sample(`curl -X POST "${login}/token?grant_type=client_credentials" \\\n  -u "{client_id}:{client_secret}" \\\n  -H "Accept: application/json"`)}${sample('{\n  "access_token": "eyJraWQiOiJyc2EzIiwiYWxnIjoiUlMyNTYifQ…",\n  "token_type": "Bearer",\n  "expires_in": 299,\n  "scope": "RETAILER"\n}', 'json')}<p>Please reuse a token until it expires; asking for a new token with each call gets your IP blocked. There is no refresh token in this flow: request another one with the same call.</p><h2>Using the token</h2>${sample(`curl "${api}/retailer/orders?page=1" \\\n  -H "Authorization: Bearer {access_token}" \\\n  -H "Accept: application/vnd.retailer.v10+json"`)}`,
        ),
        [`GET ${under}/intermediary-authorization.html`]: chapter(
          'Intermediary authorization on behalf of partners',
          `<p>Intermediaries can apply for intermediary authorization so they can offer partners the opportunity to log in by entering their bol account details. It removes the need for the partner to request and enter API keys.</p><h2>Requirements</h2><ul><li>You take part in the <a href="${partner}/nl/intermediairs">intermediary programme</a>.</li><li>Send us your logo, the callback URI and the name of the application. When we receive this information you will receive an intermediary ClientID from us.</li></ul><h2>Code flow</h2><ol><li><code>/authorize?response_type=code&amp;client_id=&lt;clientId&gt;&amp;scope=offline_access&amp;redirect_uri=https://&lt;callback_uri&gt;&amp;state=&lt;csrf_token&gt;</code></li><li>The partner logs in and allows the link.</li><li>Exchange the short-lived code: <code>POST ${login}/token</code> with <code>grant_type=authorization_code</code>.</li><li>Renew with <code>grant_type=refresh_token</code>; a refresh token is valid for one year.</li></ol>`,
        ),
        [`GET ${under}/versioning.html`]: chapter(
          'Versioning',
          '<p>Ask for a version in the Accept header: <code>application/vnd.retailer.v10+json</code>. Other values get 406.</p>',
        ),
        [`GET ${under}/rate-limits.html`]: chapter(
          'Rate limiting',
          '<p>Each endpoint has limits, see <code>X-RateLimit-Remaining</code>. Above that: 429 with Retry-After.</p>',
        ),
        [`GET ${under}/errors.html`]: chapter(
          'Errors',
          `${table([
            ['400', 'Bad request, with violations'],
            ['401', 'The Authorization header is not set or the bearer token in it is invalid'],
            ['403', 'Your account lacks the rights, or is not active as a seller'],
            ['404', 'Not found. If you get it from the login server, your IP is blocked'],
            ['429', 'Too many requests'],
          ])}${sample(`{\n  "type": "https://api.bol.com/problems",\n  "title": "Unauthorized Request",\n  "status": 401,\n  "instance": "${api}/retailer/orders"\n}`, 'json')}`,
        ),
        [`GET ${under}/orders.html`]: chapter(
          'Orders: retrieve and ship',
          '<p><code>GET /retailer/orders</code> lists open orders. The customer may ask to cancel; approve or deny the cancellation with <code>PUT /retailer/orders/cancellation</code>.</p>',
        ),
        [`GET ${under}/subscriptions.html`]: chapter(
          'Events and subscriptions',
          '<p>We sign events with RSA. Get the public key from <code>GET /retailer/subscriptions/signature-keys</code>.</p>',
        ),
        [`GET ${under}/demo.html`]: chapter(
          'Demo environment',
          '<p>Replace <code>/retailer</code> by <code>/retailer-demo</code>. Use your own client credentials; data are fixed.</p>',
        ),
        '/retailer/*': refuse,
        '/retailer-demo/*': refuse,
      },
      otherwise: html(404, '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>'),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: `${login}/token`,
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': ['pass', 'partial'],
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    target: 'the manual stands on the host of the API, below a public folder',
    apiBases: 'introduction and samples; endpoints under /retailer',
    tokenEndpoint: 'the page on authentication',
    client_credentials: 'a section of its own; the server looks at the client before the grant',
    authorization_code: 'code flow of intermediaries',
    refresh_token: '“Renew with grant_type=refresh_token”, in the code flow',
    outcome: 'below /retailer strangers are refused with 401',
    'structured-401': '401 problem details',
    'bearer-token': 'sample, errors page, and another answer to a bearer token',
    'client-credentials': 'documented with its endpoint',
    'oauth-discovery': 'no metadata; the endpoint is documented',
    'self-service-keys': 'made in the seller’s settings at once; a shop is needed first',
    'token-expiry': '299 seconds, and another by the same call',
    'manual-key-approval': 'intermediaries and sellers are examined, a seller’s own credentials are not',
    'scope-restriction': 'not judged: one scope that everybody gets',
    'token-rotation-without-refresh': 'client_credentials renews',
    'browser-only-oauth': 'a machine grant',
    'session-cookie-only': 'bearer tokens',
  },
};
