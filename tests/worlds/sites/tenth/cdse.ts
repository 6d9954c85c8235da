import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBearer, json, redirect, xml } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';
import { bare404 } from '../providers/fourth-pages.ts';

const docs = 'https://documentation.dataspace.copernicus.eu';
const issuer = 'https://identity.dataspace.copernicus.eu/auth/realms/CDSE';
const token = `${issuer}/protocol/openid-connect/token`;
const hub = 'https://sh.dataspace.copernicus.eu';
const catalogue = 'https://catalogue.dataspace.copernicus.eu';
const download = 'https://download.dataspace.copernicus.eu';

const chapters: readonly (readonly [string, string])[] = [
  ['Home', '/Home.html'],
  ['Registration', '/Registration.html'],
  ['Quotas and Limitations', '/Quotas.html'],
  ['Data', '/Data.html'],
  ['Contributing Missions', '/Data/ContributingMissions.html'],
  ['APIs', '/APIs.html'],
  ['Catalogue APIs: OData', '/APIs/OData.html'],
  ['Catalogue APIs: STAC', '/APIs/STAC.html'],
  ['Access token', '/APIs/Token.html'],
  ['S3', '/APIs/S3.html'],
  ['openEO', '/APIs/openEO/openEO.html'],
  ['openEO: authentication', '/APIs/openEO/authentication.html'],
  ['Sentinel Hub', '/APIs/SentinelHub.html'],
  ['Sentinel Hub: Authentication', '/APIs/SentinelHub/Overview/Authentication.html'],
  ['Sentinel Hub: Process API', '/APIs/SentinelHub/Process.html'],
  ['Sentinel Hub: Catalog API', '/APIs/SentinelHub/Catalog.html'],
  ['Sentinel Hub: OGC services', '/APIs/SentinelHub/OGC.html'],
  ['Traceability', '/APIs/Traceability.html'],
  ['FAQ', '/FAQ.html'],
];
/** Quarto: a book with a floating side bar, every page ends in .html, code in numbered lines. */
const quarto = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en"><head>\n<meta charset="utf-8">\n<meta name="generator" content="quarto-1.5.57">\n<title>Documentation - ${title}</title>\n<script src="/site_libs/quarto-nav/quarto-nav.js"></script></head>\n<body class="nav-sidebar docked nav-fixed">\n<header id="quarto-header"><nav class="navbar"><a class="navbar-brand" href="/Home.html">Documentation</a><a href="https://dataspace.copernicus.eu/">Copernicus Data Space Ecosystem</a></nav></header>\n<nav id="quarto-sidebar">${chapters.map(([label, href]) => `<a href="${href}" class="sidebar-item-text sidebar-link"><span class="menu-text">${label}</span></a>`).join('\n')}</nav>\n<main class="content" id="quarto-document-content"><header id="title-block-header"><h1 class="title">${title}</h1></header>\n${body}\n</main>\n<footer class="footer">Implemented by ESA, financed by the European Union</footer></body></html>`,
  );
const code = (text: string, language: string) => sample(text, language).replace('highlight', 'sourceCode');
const refuse: Reply = () =>
  json(401, {
    error: {
      status: 401,
      reason: 'Unauthorized',
      message:
        'You are not authorized! Please provide a valid access token within the header [Authorization: Bearer <accessToken>] of your request.',
      code: 'COMMON_UNAUTHORIZED',
    },
  });
const keycloak = {
  issuer,
  authorization_endpoint: `${issuer}/protocol/openid-connect/auth`,
  token_endpoint: token,
  introspection_endpoint: `${token}/introspect`,
  userinfo_endpoint: `${issuer}/protocol/openid-connect/userinfo`,
  end_session_endpoint: `${issuer}/protocol/openid-connect/logout`,
  jwks_uri: `${issuer}/protocol/openid-connect/certs`,
  device_authorization_endpoint: `${issuer}/protocol/openid-connect/auth/device`,
  registration_endpoint: `${issuer}/clients-registrations/openid-connect`,
  revocation_endpoint: `${issuer}/protocol/openid-connect/revoke`,
  grant_types_supported: [
    'authorization_code',
    'implicit',
    'refresh_token',
    'password',
    'client_credentials',
    'urn:openid:params:grant-type:ciba',
    'urn:ietf:params:oauth:grant-type:device_code',
  ],
  response_types_supported: [
    'code',
    'none',
    'id_token',
    'token',
    'id_token token',
    'code id_token',
    'code token',
    'code id_token token',
  ],
  subject_types_supported: ['public', 'pairwise'],
  id_token_signing_alg_values_supported: ['PS384', 'ES384', 'RS384', 'HS256', 'RS256'],
  token_endpoint_auth_methods_supported: [
    'private_key_jwt',
    'client_secret_basic',
    'client_secret_post',
    'tls_client_auth',
    'client_secret_jwt',
  ],
  claims_supported: [
    'aud',
    'sub',
    'iss',
    'auth_time',
    'name',
    'given_name',
    'family_name',
    'preferred_username',
    'email',
    'acr',
  ],
  scopes_supported: [
    'openid',
    'email',
    'profile',
    'offline_access',
    'web-origins',
    'roles',
    'AUDIENCE_PUBLIC',
    'user-context',
    'phone',
    'address',
    'microprofile-jwt',
  ],
  code_challenge_methods_supported: ['plain', 'S256'],
};

/** Earth observation: seven services, three ways of authenticating, a Keycloak realm; OAuth clients made at once in a dashboard. */
export const cdse: World = {
  id: 'copernicus-dataspace',
  kind: 'provider',
  title:
    'Earth observation: open catalogues, client_credentials for one product, password grant for downloads, S3 keys beside',
  target: 'dataspace.copernicus.eu',
  dated: '2026-11',
  sources: [
    'documentation.dataspace.copernicus.eu/APIs/SentinelHub/Overview/Authentication.html',
    'documentation.dataspace.copernicus.eu/APIs/Token.html',
    'CRAN: CopernicusDataspace, vignette Authentication',
    'github.com/sentinel-hub/sentinelhub-py/issues/523',
    'Keycloak default metadata and errors',
  ],
  hosts: {
    'www.dataspace.copernicus.eu': aliasOf('https://dataspace.copernicus.eu'),
    'dataspace.copernicus.eu': {
      headers: { server: 'nginx', 'x-generator': 'Drupal 10 (https://www.drupal.org)' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /core/\nDisallow: /profiles/\nDisallow: /user/login\n'),
        'GET /': drupal(
          'Copernicus Data Space Ecosystem | Europe’s eyes on Earth',
          '<p>Explore free and open satellite data of the Copernicus programme, from the Sentinels to the land services.</p><div class="tiles"><a href="/explore-data">Explore data</a><a href="/analyse">Analyse</a><a href="/ecosystem">Ecosystem</a></div>',
        ),
        'GET /analyse/apis': drupal(
          'APIs',
          `<p>Streamlined access to the archive from your own code.</p><h3>Catalogue APIs</h3><p>OData, STAC, OpenSearch.</p><h3>Sentinel Hub APIs</h3><p>Images as you define them, in seconds. <a href="${docs}/APIs/SentinelHub.html">Documentation</a></p><h3>openEO</h3><p>Cloud processing. <a href="${docs}/APIs/openEO/openEO.html">Documentation</a></p><h3>S3</h3><p><a href="${docs}/APIs/S3.html">Documentation</a></p>`,
        ),
        'GET /news': drupal(
          'News',
          '<article><h2>New quotas for OData downloads</h2></article><article><h2>OpenSearch will be switched off in February</h2></article>',
        ),
        ...stubs(drupal, ['/explore-data', '/analyse', '/ecosystem', '/terms-and-conditions', '/contact']),
      },
      otherwise: bare404('Copernicus Data Space Ecosystem'),
    },
    'documentation.dataspace.copernicus.eu': {
      routes: {
        'GET /': redirect(302, '/Home.html'),
        'GET /Home.html': quarto(
          'Documentation',
          '<p>Welcome to the documentation of the Copernicus Data Space Ecosystem. Choose a topic at the left.</p>',
        ),
        'GET /Registration.html': quarto(
          'Registration',
          '<p>Browsing and searching need no account. To download or process data, register: open the login page, click Register, fill in the form, accept the terms, confirm the link in the e-mail. The account can be used at once as a Copernicus General User.</p><p>Copernicus Services and public authorities may have more: write to the support desk and tell us which body you work for; after we have verified that, your account gets another type.</p><h2>Two-factor authentication</h2><p>Optional. With it, password requests need the parameter <code>totp</code>.</p>',
        ),
        'GET /Quotas.html': quarto(
          'Quotas and Limitations',
          table([
            ['Service', 'Copernicus General User'],
            ['OData downloads', '4 at a time, 20 MBps each, 12 TB a month'],
            ['S3', '4 connections, 2000 requests a minute'],
            ['Sentinel Hub', '10,000 requests and 10,000 processing units a month, 300 a minute'],
            ['Access tokens', 'as many as you like, refresh sessions: 100'],
          ]),
        ),
        'GET /Data.html': quarto('Data', '<p>Sentinel-1, -2, -3, -5P, -6; Landsat, MODIS, ENVISAT.</p>'),
        'GET /Data/ContributingMissions.html': quarto(
          'Copernicus Contributing Missions',
          '<p>Very high resolution data of commercial satellites are restricted to eligible users. Apply through the CCM request form; ESA reviews and approves each application. This does not concern Sentinel data.</p>',
        ),
        'GET /APIs.html': quarto(
          'APIs',
          table([
            ['Catalogue', 'OData, STAC', 'no authentication for queries'],
            ['Download', 'OData', 'access token of your user'],
            ['S3', 'Object storage', 'access key and secret'],
            ['Sentinel Hub', 'Process, Catalog, Statistical, Batch, OGC', 'OAuth client'],
            ['openEO', 'Data cubes', 'OpenID Connect'],
          ]),
        ),
        'GET /APIs/OData.html': quarto(
          'OData',
          `<p>OData is a standard for querying by URL. The endpoint is <code>${catalogue}/odata/v1</code>; queries need no token.</p>${code(`${catalogue}/odata/v1/Products?$filter=Collection/Name eq 'SENTINEL-2'&$top=1`, 'text')}<h2>Product download</h2><p>Only registered users download. You need <a href="/APIs/Token.html">an access token</a>.</p>${code(`curl -H "Authorization: Bearer $ACCESS_TOKEN" '${download}/odata/v1/Products(db0c8ef3-8ec0-5185-a537-812dad3c58f8)/$value' --location-trusted --output product.zip`, 'bash')}`,
        ),
        'GET /APIs/STAC.html': quarto(
          'STAC',
          `<p>Landing page: <code>https://stac.dataspace.copernicus.eu/v1/</code>. Open to everybody.</p>${code('from pystac_client import Client\ncatalog = Client.open("https://stac.dataspace.copernicus.eu/v1")', 'python')}`,
        ),
        'GET /APIs/Token.html': quarto(
          'Access token',
          `<p>To download, generate a token with your user name and password and the public client <code>cdse-public</code>.</p>${code(`export ACCESS_TOKEN=$(curl -d 'client_id=cdse-public' \\\n  -d 'username=<LOGIN>' -d 'password=<PASSWORD>' \\\n  -d 'grant_type=password' \\\n  '${token}' | python3 -m json.tool | grep "access_token" | awk -F\\" '{print $4}')`, 'bash')}<h2>Response</h2>${code('{"access_token":"eyJhbGciOiJSUzI1NiIs…","expires_in":600,"refresh_expires_in":3600,"refresh_token":"eyJhbGci…","token_type":"Bearer","scope":"AUDIENCE_PUBLIC openid email profile"}', 'json')}<p>The access token lives for 10 minutes, the refresh token for 60 minutes.</p>${code(`curl --location --request POST '${token}' \\\n  --data-urlencode 'grant_type=refresh_token' \\\n  --data-urlencode 'refresh_token=<REFRESH_TOKEN>' \\\n  --data-urlencode 'client_id=cdse-public'`, 'bash')}`,
        ),
        'GET /APIs/S3.html': quarto(
          'S3',
          `<p>Generate secrets in the S3 Keys Manager, with a date on which they end. The secret is shown once.</p>${code('[cdse]\naccess_key = <access_key>\nhost_base = eodata.dataspace.copernicus.eu\nsecret_key = <secret_key>\nuse_https = true', 'ini')}`,
        ),
        'GET /APIs/openEO/openEO.html': quarto(
          'openEO',
          `<p>Connect to <code>https://openeo.dataspace.copernicus.eu/openeo/1.2</code>; metadata and processes may be read without an account.</p>${code('import openeo\nconnection = openeo.connect("openeo.dataspace.copernicus.eu").authenticate_oidc()', 'python')}`,
        ),
        'GET /APIs/openEO/authentication.html': quarto(
          'openEO: authentication',
          '<p>The client opens the device code flow: follow the link, sign in, and the script goes on. A refresh token is kept, so that you sign in again only after weeks. For machines without a person use client credentials: ask the support desk to create a service account for openEO, with your use case.</p>',
        ),
        'GET /APIs/SentinelHub.html': quarto(
          'Sentinel Hub',
          `<p>RESTful services at <code>${hub}</code>: Process, Asynchronous, Batch, Statistical, Catalog, BYOC, OGC. Requests are sent to the deployment that holds the data.</p>`,
        ),
        'GET /APIs/SentinelHub/Overview/Authentication.html': quarto(
          'Authentication',
          `<p>The Sentinel Hub API uses OAuth2 and requires an access token. You cannot use a token forever; get another from the token endpoint when it has expired. First register an OAuth client in your account settings, so that the server expects such requests from you.</p><h2>Registering an OAuth client</h2><p>In the <a href="https://shapps.dataspace.copernicus.eu/dashboard/#/account/settings">Dashboard</a>, User settings, OAuth clients: click Create, give it a name, choose an expiry date or "Never expire", and copy the client secret: you will not see it again. For applications in a browser, select "Single-Page Application" and give the origins.</p><p>Registering many clients has no benefit: quotas are for the account.</p><h2>Token request</h2><p><code>${token}</code></p>${code(`curl --request POST \\\n  --url ${token} \\\n  --header 'content-type: application/x-www-form-urlencoded' \\\n  --data 'grant_type=client_credentials&client_id=<your client id>' \\\n  --data-urlencode 'client_secret=<your client secret>'`, 'bash')}<p>Do not fetch a token for every request: token requests are limited, and an HTTP 429 means that you ask for too many. When it ends stands in the claim <code>exp</code>; currently tokens live for 30 minutes.</p><h2>Python</h2>${code("from oauthlib.oauth2 import BackendApplicationClient\nfrom requests_oauthlib import OAuth2Session\n\nclient = BackendApplicationClient(client_id=client_id)\noauth = OAuth2Session(client=client)\ntoken = oauth.fetch_token(token_url='" + token + "', client_secret=client_secret, include_client_id=True)", 'python')}`,
        ),
        'GET /APIs/SentinelHub/Process.html': quarto(
          'Process API',
          `<p>The most used: raw data, images, indices.</p>${code(`curl -X POST ${hub}/api/v1/process \\\n  -H 'Authorization: Bearer <your access token>' \\\n  -F 'request={"input": {"bounds": {"bbox": [13.8, 45.8, 13.9, 45.9]}, "data": [{"type": "sentinel-2-l2a"}]}}' \\\n  -F 'evalscript=//VERSION=3 …'`, 'bash')}`,
        ),
        'GET /APIs/SentinelHub/Catalog.html': quarto(
          'Catalog API',
          `<p>STAC under Sentinel Hub, with a token. <code>GET ${hub}/api/v1/catalog/1.0.0/collections</code></p>${code(`curl -H "Authorization: Bearer $TOKEN" ${hub}/api/v1/catalog/1.0.0/collections`, 'bash')}`,
        ),
        'GET /APIs/SentinelHub/OGC.html': quarto(
          'OGC services',
          `<p>WMS, WMTS and WFS need no token: the id of a configuration, which you make in the dashboard, is in the path. Whoever knows it can use it.</p>${code(`${hub}/ogc/wms/<INSTANCE_ID>?SERVICE=WMS&REQUEST=GetMap&LAYERS=TRUE_COLOR`, 'text')}`,
        ),
        'GET /APIs/Traceability.html': quarto(
          'Traceability',
          '<p>Check that a product was not changed. Reading traces is free for everybody.</p>',
        ),
        'GET /FAQ.html': quarto(
          'FAQ',
          '<h2>I get “Expected JWT token” on downloading</h2><p>Send a token of your user. Tokens of Sentinel Hub clients are not valid there.</p><h2>I get 403 on S3</h2><p>Your key has ended, or four connections are open.</p>',
        ),
      },
      otherwise: bare404('Documentation'),
    },
    'shapps.dataspace.copernicus.eu': { routes: { 'GET *': shell('Sentinel Hub Dashboard') } },
    'identity.dataspace.copernicus.eu': {
      headers: { 'strict-transport-security': 'max-age=31536000; includeSubDomains', 'x-frame-options': 'SAMEORIGIN' },
      routes: {
        'GET /auth/realms/CDSE/.well-known/openid-configuration': json(200, keycloak),
        'GET /auth/realms/CDSE': json(200, {
          realm: 'CDSE',
          public_key: 'MIIB',
          'token-service': `${issuer}/protocol/openid-connect`,
        }),
        'POST /auth/realms/CDSE/protocol/openid-connect/token': tokenEndpoint({
          grants: [
            'authorization_code',
            'client_credentials',
            'password',
            'refresh_token',
            'urn:ietf:params:oauth:grant-type:device_code',
          ],
          order: 'grant-first',
          missing: oauthError(400, 'invalid_request', 'Missing form parameter: grant_type'),
          unsupported: oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type'),
          unknownClient: oauthError(401, 'invalid_client', 'Invalid client or Invalid client credentials'),
        }),
        'GET /auth/realms/CDSE/protocol/openid-connect/auth': html(
          400,
          '<h1>We are sorry...</h1><p>Missing parameters: client_id</p>',
        ),
        '/auth/realms/CDSE/protocol/openid-connect/userinfo': json(
          401,
          { error: 'invalid_request', error_description: 'Token not provided' },
          {
            'www-authenticate': 'Bearer realm="CDSE", error="invalid_request", error_description="Token not provided"',
          },
        ),
        'POST /auth/realms/CDSE/clients-registrations/openid-connect': json(403, {
          error: 'insufficient_scope',
          error_description: "Policy 'Trusted Hosts' rejected request to client-registration service.",
        }),
      },
      otherwise: json(404, { error: 'Unable to find matching target resource method' }),
    },
    'sh.dataspace.copernicus.eu': {
      headers: { 'access-control-allow-origin': '*' },
      routes: {
        '/api/v1/*': refuse,
        '/ogc/*': xml(
          400,
          '<?xml version="1.0"?><ServiceExceptionReport version="1.3.0"><ServiceException>Invalid instance id</ServiceException></ServiceExceptionReport>',
        ),
      },
      otherwise: json(404, {
        error: { status: 404, reason: 'Not Found', message: 'HTTP 404 Not Found', code: 'COMMON_NOT_FOUND' },
      }),
    },
    'catalogue.dataspace.copernicus.eu': {
      routes: {
        'GET /odata/v1/Products*': json(200, {
          '@odata.context': '$metadata#Products',
          value: [
            { Id: 'db0c8ef3-8ec0-5185-a537-812dad3c58f8', Name: 'S2A_MSIL2A_20260611T095031.SAFE', Online: true },
          ],
        }),
        'GET /odata/v1': json(200, {
          '@odata.context': '$metadata',
          value: [{ name: 'Products', kind: 'EntitySet', url: 'Products' }],
        }),
      },
      otherwise: json(404, { detail: 'Not Found' }),
    },
    'download.dataspace.copernicus.eu': {
      routes: {
        '/odata/v1/*': (r) =>
          isBearer(r) ? json(401, { detail: 'Invalid JWT token' }) : json(401, { detail: 'Expected JWT token' }),
      },
      otherwise: json(404, { detail: 'Not Found' }),
    },
    'stac.dataspace.copernicus.eu': {
      routes: {
        'GET /v1': json(200, {
          type: 'Catalog',
          stac_version: '1.1.0',
          id: 'cdse-stac',
          description: 'STAC catalogue',
          links: [{ rel: 'data', href: 'https://stac.dataspace.copernicus.eu/v1/collections' }],
        }),
        'GET /v1/collections': json(200, { collections: [{ type: 'Collection', id: 'sentinel-2-l2a' }] }),
      },
      otherwise: json(404, { code: 'NotFoundError', description: 'Not found' }),
    },
    'openeo.dataspace.copernicus.eu': {
      routes: {
        'GET /openeo/1.2': json(200, {
          api_version: '1.2.0',
          backend_version: '0.60',
          title: 'Copernicus Data Space Ecosystem openEO API',
          endpoints: [{ path: '/jobs', methods: ['GET', 'POST'] }],
        }),
        'GET /openeo/1.2/credentials/oidc': json(200, {
          providers: [{ id: 'CDSE', issuer, title: 'CDSE', scopes: ['openid', 'email'] }],
        }),
        '/openeo/1.2/jobs': json(401, { code: 'AuthenticationRequired', message: 'Unauthorized', id: 'r-2611' }),
        '/openeo/1.2/me': json(401, { code: 'AuthenticationRequired', message: 'Unauthorized', id: 'r-2612' }),
      },
      otherwise: json(404, { code: 'NotFound', message: 'Resource not found' }),
    },
    'eodata.dataspace.copernicus.eu': {
      routes: {},
      otherwise: xml(
        403,
        '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><RequestId>tx0</RequestId></Error>',
      ),
    },
  },
  expect: expectation({
    apiBases: [
      [hub, download, catalogue, 'https://openeo.dataspace.copernicus.eu', 'https://stac.dataspace.copernicus.eu'],
    ],
    tokenEndpoint: token,
    flows: {
      client_credentials: 'yes',
      password: 'yes',
      refresh_token: 'yes',
      authorization_code: 'yes',
      device_code: 'yes',
      implicit: ['yes', 'no', 'unknown'],
    },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['pass', 'partial'],
      'self-service-keys': signUp,
      'token-expiry': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    tokenEndpoint: 'manual, metadata and its own errors',
    authorization_code: 'in the list of grants',
    client_credentials: 'in the list, in the manual, and by contrast',
    device_code: 'in the list, and openEO uses it',
    refresh_token: 'in the list, with a sample',
    password: 'in the list, with a sample for cdse-public',
    'bearer-token': 'the refusal says “Authorization: Bearer <accessToken>”',
    'session-cookie-only': 'tokens; cookies are those of the web site',
    'token-rotation-without-refresh': 'client_credentials and refresh tokens',
    outcome: 'Sentinel Hub, downloads and openEO refuse with 401',
    apiBases: 'one of five services; Sentinel Hub is the one whose clients are made by oneself',
    'structured-401': 'every guarded service answers 401 JSON; the catalogues are open',
    'client-credentials': 'manual, metadata, and the contrast at the token endpoint',
    'oauth-discovery':
      'an OpenID configuration under the issuer that the token endpoint and openEO name; no API host points to it',
    'self-service-keys':
      'account at once after a confirmed e-mail, OAuth clients in the dashboard; openEO service accounts are asked for',
    'token-expiry': '10 and 30 minutes; client_credentials and refresh tokens renew',
    'scope-restriction': 'not judged: the scopes that the metadata lists are those of sign-in',
    'manual-key-approval': 'what is approved are commercial satellites and other types of account',
    'browser-only-oauth': 'machine and password grants',
  },
};

function drupal(title: string, body: string): Answer {
  return html(
    200,
    `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8" /><meta name="Generator" content="Drupal 10 (https://www.drupal.org)" /><title>${title}</title></head><body><div class="dialog-off-canvas-main-canvas"><header><nav><ul class="menu"><li><a href="/explore-data">Explore data</a></li><li><a href="/analyse">Analyse</a><ul><li><a href="/analyse/apis">APIs</a></li></ul></li><li><a href="/ecosystem">Ecosystem</a></li><li><a href="/news">News</a></li><li><a href="${docs}/">Documentation</a></li><li><a href="https://shapps.dataspace.copernicus.eu/dashboard/">Login</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/terms-and-conditions">Terms and conditions</a><a href="/contact">Contact</a><div class="cookie-banner">This site uses session cookies that are needed to work.</div></footer></div></body></html>`,
  );
}
