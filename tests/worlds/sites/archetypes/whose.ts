/** Whose words are these: lessons on the field, a vendor's own exchange, a web service of the older kind, promises without a place. */
import { bearerChallenge, html, isBearer, json } from '../../lib/answers.ts';
import { metadata, oauthError } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { robots, sample, site } from '../../lib/pages.ts';
import { expectation, noCredit, type World } from '../../lib/world.ts';

const guarded = (request: Parameters<typeof isBearer>[0]) =>
  json(
    401,
    { error: isBearer(request) ? 'invalid_token' : 'missing_token', message: 'Send an access token.' },
    bearerChallenge(),
  );

const lessons: World = {
  id: 'lessons-on-oauth',
  kind: 'archetype',
  title: 'A site that explains OAuth with other firms’ endpoints; its own data is open',
  target: 'https://frostline.test',
  dated: '2026-11',
  sources: ['a common kind of developer blog'],
  hosts: {
    'frostline.test': {
      routes: {
        'GET /': site({
          name: 'Frostline',
          nav: [
            ['API documentation', '/docs'],
            ['Learn', '/learn/client-credentials'],
          ],
        })('Frost warnings', '<p>Open data for growers.</p>'),
        'GET /docs': site({ name: 'Frostline' })(
          'API',
          '<p>No key is needed: <code>GET https://frostline.test/v1/frost</code> and <code>GET https://frostline.test/v1/stations</code>.</p>',
        ),
        'GET /learn/client-credentials': site({ name: 'Frostline' })(
          'What is the client credentials grant?',
          '<p>A program posts its id and secret to <code>https://login.bigcloud.test/common/oauth2/token</code> with <code>grant_type=client_credentials</code>; another firm takes a signed assertion at <code>https://oauth2.searchfirm.test/token</code>. Create an API key in the dashboard. Tokens expire after an hour.</p>',
        ),
        'GET /v1/frost': json(200, { frost: [{ station: 4, low: -2 }] }),
        'GET /v1/stations': json(200, { stations: [{ id: 4, name: 'North slope' }] }),
        'GET /robots.txt': robots(),
      },
      otherwise: html(404, '<h1>Not found</h1>'),
    },
  },
  expect: expectation({
    apiBases: ['https://frostline.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'n/a'],
      'client-credentials': ['n/a', 'unknown'],
      'self-service-keys': ['n/a', 'unknown'],
      'token-expiry': ['n/a', 'unknown'],
    },
    antiPatterns: { 'browser-only-oauth': ['absent', 'unknown'] },
  }),
  why: { 'client-credentials': 'the lesson speaks of other firms' },
};

const exchange: World = {
  id: 'vendor-exchange-words',
  kind: 'archetype',
  title: 'A consumer id and a consumer secret against a session token, beside OAuth for people',
  target: 'https://slateyard.test',
  dated: '2026-11',
  sources: ['the habit of older vendors'],
  hosts: {
    'slateyard.test': {
      routes: {
        'GET /': site({ name: 'Slateyard', nav: [['API documentation', '/docs']] })('Slate', '<p>By the square.</p>'),
        'GET /docs': site({ name: 'Slateyard' })(
          'Authentication',
          `<p>Your program exchanges its consumer id and consumer secret for a session token, which works for 60 minutes.</p>${sample('POST https://slateyard.test/session/create\n{"consumer_id": "c", "consumer_secret": "s"}\n\n{"session_token": "t", "expires_in": 3600}', 'http')}${sample('curl https://slateyard.test/v1/slates -H "Authorization: Bearer t"')}<p>Apps that act for our customers use the authorization code grant at <code>https://slateyard.test/authorize</code>.</p>`,
        ),
        'GET /.well-known/oauth-authorization-server': json(
          200,
          metadata('https://slateyard.test', { grant_types_supported: ['authorization_code', 'refresh_token'] }),
        ),
        'POST /token': oauthError(400, 'unsupported_grant_type'),
        '/v1/slates': guarded,
        'GET /robots.txt': robots(),
      },
      otherwise: html(404, '<h1>Not found</h1>'),
    },
  },
  expect: expectation({
    apiBases: ['https://slateyard.test'],
    flows: { authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'partial',
      'token-expiry': ['pass', 'partial'],
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: {
    'client-credentials':
      'an id and a secret against a token is a machine grant of the vendor’s own, whatever it is called',
  },
};

const soap: World = {
  id: 'soap-basic',
  kind: 'archetype',
  title: 'A SOAP web service behind HTTP Basic, found by a menu word',
  target: 'https://ledgerhall.test',
  dated: '2026-11',
  sources: ['RFC 7617', 'WSDL 1.1'],
  hosts: {
    'ledgerhall.test': {
      routes: {
        'GET /': site({ name: 'Ledgerhall', nav: [['Web service', '/webservice']] })('Ledgers', '<p>Since 1998.</p>'),
        'GET /webservice': site({ name: 'Ledgerhall' })(
          'Web service',
          `<p>The service is described in <a href="/soap?wsdl">its WSDL</a>. Each call carries HTTP Basic authentication with your user name and password.</p>${sample('POST https://ledgerhall.test/soap HTTP/1.1\nAuthorization: Basic dXNlcjpwYXNz\nSOAPAction: "GetLedger"', 'http')}`,
        ),
        '/soap': {
          status: 401,
          headers: { 'content-type': 'text/xml', 'www-authenticate': 'Basic realm="ledger"' },
          body: '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Client</faultcode><faultstring>Authentication required</faultstring></soap:Fault></soap:Body></soap:Envelope>',
        },
        'GET /robots.txt': robots(),
      },
      otherwise: html(404, '<h1>Not found</h1>'),
    },
  },
  expect: expectation({
    apiBases: ['https://ledgerhall.test'],
    tokenEndpoint: null,
    signals: { 'structured-401': 'partial', 'bearer-token': 'fail', 'client-credentials': noCredit },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { 'structured-401': 'a challenge, and a fault in XML' },
};

const described: World = {
  id: 'guarded-description',
  kind: 'archetype',
  title: 'The description itself is kept from strangers',
  target: 'https://kilnworks.test',
  dated: '2026-11',
  sources: ['hapi-swagger under a default strategy of authentication'],
  hosts: {
    'kilnworks.test': {
      routes: {
        'GET /': site({ name: 'Kilnworks', nav: [['API documentation', '/docs']] })('Kilns', '<p>By the hour.</p>'),
        'GET /docs': html(
          200,
          '<!doctype html><html><head><title>Kilns API</title></head><body><div id="swagger-ui"></div><script>SwaggerUIBundle({ url: "/swagger.json", dom_id: "#swagger-ui" })</script></body></html>',
        ),
        'GET /swagger.json': guarded,
        'GET /robots.txt': robots(),
      },
      otherwise: html(404, '<h1>Not found</h1>'),
    },
  },
  expect: expectation({
    apiBases: ['https://kilnworks.test'],
    tokenEndpoint: null,
    signals: { 'structured-401': 'pass', 'bearer-token': 'pass', 'client-credentials': noCredit },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { 'structured-401': 'a link that answers 401 is an endpoint' },
};

const missingIdentity: World = {
  id: 'agent-auth-nowhere',
  kind: 'archetype',
  title: 'agent_auth whose place does not exist',
  target: 'https://tidemark.test',
  dated: '2026-11',
  sources: ['auth.md (WorkOS)'],
  hosts: {
    'tidemark.test': {
      routes: {
        'GET /openapi.json': json(
          200,
          openapi({
            title: 'Tidemark',
            servers: ['https://tidemark.test'],
            schemes: { token: { type: 'http', scheme: 'bearer' } },
            security: [{ token: [] }],
            operations: ['get /v1/tides'],
          }),
        ),
        'GET /.well-known/oauth-authorization-server': json(
          200,
          metadata('https://tidemark.test', {
            authorization_endpoint: null,
            response_types_supported: null,
            grant_types_supported: ['client_credentials'],
            agent_auth: { register_uri: 'https://tidemark.test/agents', identity_types_supported: ['anonymous'] },
          }),
        ),
        'POST /token': oauthError(401, 'invalid_client'),
        '/v1/tides': guarded,
        'GET /robots.txt': robots(),
      },
      otherwise: html(404, '<h1>Not found</h1>'),
    },
  },
  expect: expectation({
    apiBases: ['https://tidemark.test'],
    flows: { client_credentials: 'yes' },
    signals: { 'structured-401': 'pass', 'bearer-token': 'pass', 'self-service-keys': ['unknown', 'fail', 'partial'] },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: { 'self-service-keys': 'what metadata promises has no place' },
};

export const whoseWorlds: readonly World[] = [lessons, exchange, soap, described, missingIdentity];
