import {
  answer,
  base,
  call,
  challenge,
  data,
  description,
  failedCall,
  keyScheme,
  lookup,
  named,
  nameless,
  openApi,
  page,
  scheme,
  statement,
  toLogin,
} from '../facts.ts';
import { signalTable } from '../rows.ts';

const userinfo = {
  url: 'https://id.orchard.example/userinfo',
  base: 'https://id.orchard.example',
  via: 'metadata',
  declaredProtected: true,
} as const;
const mcp = {
  url: 'https://mcp.orchard.example/mcp',
  base: 'https://mcp.orchard.example',
  kind: 'mcp',
  method: 'POST',
} as const;

signalTable(
  'structured-401',
  [
    {
      name: 'an API that needs no credentials',
      given: openApi,
      expect: 'success',
      confidence: 'observed',
      cites: ['x10'],
    },
    {
      name: 'a key is to be had, and described resources answer without it',
      given: {
        ...openApi,
        calls: openApi.calls?.map((one) => ({ ...one, via: 'description' as const })),
        descriptions: [description([], { counts: { operations: 2, secured: 0, open: 0, undeclared: 2 } })],
        statements: [statement('self-service', 'Create a key in the dashboard.', { credential: 'key', strength: 3 })],
      },
      expect: 'success',
    },
    {
      name: 'a key is to be had, and nothing describes the resources that answer without it',
      given: {
        ...openApi,
        statements: [statement('self-service', 'Create a key in the dashboard.', { credential: 'key', strength: 3 })],
      },
      expect: 'unobserved',
    },
    {
      name: '401 with JSON that names the error',
      given: { calls: [call({ error: named() })] },
      expect: '401-names-error',
      confidence: 'observed',
      cites: ['x10'],
      says: /HTTP 401/,
    },
    {
      name: 'the same with a challenge beside it',
      given: { calls: [call({ error: named(), challenges: [challenge('Bearer')] })] },
      expect: '401-names-error',
    },
    { name: '401 with JSON that names nothing', given: { calls: [call({ error: nameless })] }, expect: '401-json' },
    {
      name: '401 with JSON that names nothing is worth no more with a challenge',
      given: { calls: [call({ error: nameless, challenges: [challenge('Bearer')] })] },
      expect: '401-json',
    },
    {
      name: '401 with a challenge and an empty body',
      given: { calls: [call({ challenges: [challenge('Bearer', { realm: 'api' })] })] },
      expect: '401-challenge',
    },
    {
      name: '401 with a challenge and an HTML body',
      given: { calls: [call({ challenges: [challenge('Basic')], error: page })] },
      expect: '401-challenge',
    },
    {
      name: '403 with a JSON error about credentials',
      given: { calls: [call({ status: 403, error: named() })] },
      expect: 'json-other-status',
    },
    {
      name: '403 with a JSON error where the description says protected',
      given: {
        calls: [
          call({ status: 403, error: named('nope', { speaksOfCredentials: false }) }, { declaredProtected: true }),
        ],
      },
      expect: 'json-other-status',
    },
    {
      name: '400 that names the missing credential',
      given: { calls: [call({ status: 400, error: named('api key missing') })] },
      expect: 'json-other-status',
    },
    {
      name: '404 that names the missing credential',
      given: { calls: [call({ status: 404, error: named('token missing') })] },
      expect: 'json-other-status',
    },
    {
      name: '200 with an error envelope',
      given: { calls: [call({ status: 200, error: named('not_authed', { envelope: true }) })] },
      expect: 'json-other-status',
    },
    {
      name: 'the credential is named only once a bad token is sent',
      given: { calls: [call({ status: 404, error: page }, { bearer: answer({ exchange: 'x11', error: named() }) })] },
      expect: 'json-other-status',
      cites: ['x10', 'x11'],
    },
    {
      name: 'a public endpoint beside one that refuses a bad token',
      given: {
        calls: [
          call({ exchange: 'x12', status: 200, error: data }),
          call(
            { status: 404, error: page },
            { url: `${base}/me`, bearer: answer({ exchange: 'x11', error: named() }) },
          ),
        ],
      },
      expect: 'json-other-status',
    },
    { name: '401 with text and no challenge', given: { calls: [call({ error: page })] }, expect: '401-text' },
    { name: '401 with an empty body and no challenge', given: { calls: [call({})] }, expect: '401-text' },
    { name: 'redirect to a login page', given: { calls: [call(toLogin)] }, expect: 'login-redirect' },
    {
      name: 'a login page under 200 where the description says protected',
      given: { calls: [call({ status: 200, error: page, loginPage: true }, { declaredProtected: true })] },
      expect: 'login-redirect',
    },
    {
      name: '403 HTML where the description says protected',
      given: { calls: [call({ status: 403, error: page }, { declaredProtected: true })] },
      expect: 'no-answer-for-programs',
    },
    {
      name: '500 page where the description says protected',
      given: { calls: [call({ status: 500, error: page }, { declaredProtected: true })] },
      expect: 'no-answer-for-programs',
    },

    {
      name: 'of several endpoints the one that tells most speaks',
      given: {
        calls: [
          call({ exchange: 'x11', error: page }),
          call({ exchange: 'x12', status: 403, error: named() }),
          call({ error: named() }, { url: `${base}/me` }),
        ],
      },
      expect: '401-names-error',
      cites: ['x10'],
    },
    {
      name: 'an MCP server speaks only where the API does not',
      given: { calls: [call({ exchange: 'x11', error: named() }, mcp), call({ error: page })] },
      expect: '401-text',
      cites: ['x10'],
    },
    { name: 'an MCP server alone', given: { calls: [call({ error: named() }, mcp)] }, expect: '401-names-error' },
    {
      name: 'the userinfo endpoint speaks only where the API does not',
      given: { calls: [call({ exchange: 'x11', error: named() }, userinfo), call({ status: 403, error: named() })] },
      expect: 'json-other-status',
    },
    {
      name: 'a public endpoint beside a protected one',
      given: { calls: [call({ exchange: 'x11', status: 200, error: data }), call({ error: named() })] },
      expect: '401-names-error',
      cites: ['x10'],
    },
    {
      name: 'a description that documents a 401, read alone',
      given: { descriptions: [description([scheme()], { documents401: true })], reach: { probes: 0 } },
      expect: '401-json',
      confidence: 'declared',
    },

    {
      name: 'a description that documents no 401, read alone',
      given: { descriptions: [description([scheme()])], reach: { probes: 0 } },
      expect: 'silent',
      confidence: 'declared',
    },

    {
      name: 'a firewall answered',
      given: { calls: [call({ status: 403, wall: 'Cloudflare', error: page }, { declaredProtected: true })] },
      expect: 'unobserved',
      says: /Cloudflare/,
      cites: ['x10'],
    },
    { name: 'no answer in time', given: { calls: [failedCall()] }, expect: 'unobserved', cites: ['x10'] },
    ...[407, 429, 502, 503, 504].map((status) => ({
      name: `HTTP ${status} speaks of the moment, not of the API`,
      given: { calls: [call({ status, error: page }, { declaredProtected: true })] },
      expect: 'unobserved' as const,
    })),
    { name: 'only a 404 page', given: { calls: [call({ status: 404, error: page })] }, expect: 'unobserved' },
    {
      name: '403 HTML on a guess: a CDN refuses like that',
      given: { calls: [call({ status: 403, error: page }, { via: 'convention' })] },
      expect: 'unobserved',
    },
    {
      name: '400 that speaks of something else',
      given: { calls: [call({ status: 400, error: named('page must be positive', { speaksOfCredentials: false }) })] },
      expect: 'unobserved',
    },
    {
      name: 'redirect to somewhere else',
      given: { calls: [call({ status: 301, location: `${base}/pears/` })] },
      expect: 'unobserved',
    },
    {
      name: 'an HTML page under 200 is no success',
      given: { calls: [call({ status: 200, error: page })], metadataLookups: [lookup('absent')] },
      expect: 'unobserved',
    },
    {
      name: 'a public endpoint of an API that has keys',
      given: {
        calls: [call({ status: 200, error: data })],
        descriptions: [description([keyScheme('header', 'X-Key')])],
      },
      expect: 'unobserved',
    },
    {
      name: 'a public endpoint of an API whose documents speak of bearer tokens',
      given: {
        calls: [call({ status: 200, error: data })],
        statements: [statement('bearer', 'Send Authorization: Bearer.')],
      },
      expect: 'unobserved',
    },
    {
      name: 'a public endpoint while another could not be seen',
      given: { calls: [call({ status: 200, error: data }), failedCall({ url: `${base}/me` })] },
      expect: 'unobserved',
    },
    {
      name: 'a userinfo endpoint that refuses with a page',
      given: { calls: [call({ status: 403, error: page }, userinfo)] },
      expect: 'unobserved',
    },
    { name: 'nothing to call', given: { surface: { apiBases: [] } }, expect: 'unobserved' },
    {
      name: 'the answer to credentials alone shows nothing of the bare call',
      given: { calls: [call(null, { bearer: answer({ error: named() }) })] },
      expect: 'unobserved',
    },
  ],
  { 'n/a': 'an API that needs no credentials stands on the rung success' },
);
