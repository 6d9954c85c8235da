/**
 * oidc-provider with and without client credentials, a resource server that validates its tokens beside it on the same origin; for
 * devices only; mounted under a path with registration open to all.
 */
import express from 'express';
import { auth } from 'express-oauth2-jwt-bearer';
import { Provider, type Configuration } from 'oidc-provider';
import { expectation, noCredit } from '../worlds/lib/world.ts';
import { homePage } from './home-page.ts';
import { listenOnLoopback, type RealServer, type RunningServer } from './types.ts';

/** Prints development warnings on start, through the channel that it chose; they are not ours. */
async function start(machine: boolean): Promise<RunningServer> {
  const { url, log, stop } = await listenOnLoopback((issuer) => {
    const configuration: Configuration = {
      clients: [
        {
          client_id: 'billing',
          client_secret: 'a-secret-that-nobody-sends',
          grant_types: machine ? ['client_credentials'] : ['authorization_code', 'refresh_token'],
          redirect_uris: machine ? [] : [`${issuer}/callback`],
          response_types: machine ? [] : ['code'],
        },
      ],
      scopes: ['openid', 'offline_access', 'invoices:read', 'invoices:write'],
      features: {
        clientCredentials: { enabled: machine },
        devInteractions: { enabled: false },
        introspection: { enabled: true },
        revocation: { enabled: true },
      },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      cookies: { keys: ['signs-cookies-of-this-run'] },
    };
    const provider = new Provider(issuer, configuration);
    const app = express();
    app.disable('x-powered-by');
    app.get('/', (_request, response) =>
      response.type('html').send(homePage('Invoice service', '<p>Self-hosted invoices.</p>')),
    );
    const how = machine
      ? `<p>Use the client credentials grant. Tokens expire after ten minutes, then request a new one.</p><pre>curl -u "$CLIENT:$SECRET" -d grant_type=client_credentials -d scope=invoices:read ${issuer}/token</pre>`
      : `<p>Apps send the user through the authorization code flow. Access tokens expire after one hour; use the refresh token to renew them.</p>`;
    app.get('/docs', (_request, response) =>
      response
        .type('html')
        .send(
          homePage(
            'API documentation',
            `${how}<pre>curl ${issuer}/api/invoices -H "Authorization: Bearer $TOKEN"</pre>`,
          ),
        ),
    );
    app.use(
      '/api',
      auth({ issuer, audience: 'urn:invoices', jwksUri: `${issuer}/jwks`, tokenSigningAlg: 'RS256' }),
      (_request, response) => response.json([]),
    );
    // Express writes the error as text unless told otherwise; this is the handler of the middleware's own documentation.
    app.use('/api', ((
      error: { status?: number; code?: string; message: string; headers?: Record<string, string> },
      _request,
      response,
      _next,
    ) => {
      response
        .set(error.headers ?? {})
        .status(error.status ?? 500)
        .json({ error: error.code ?? 'unauthorized', message: error.message });
    }) satisfies express.ErrorRequestHandler);
    app.use(provider.callback());
    return app;
  });
  return {
    url,
    log,
    stop,
    expect: expectation({
      apiBases: [url],
      tokenEndpoint: `${url}/token`,
      flows: machine
        ? {
            client_credentials: 'yes',
            authorization_code: ['yes', 'no', 'unknown'],
            refresh_token: ['yes', 'no', 'unknown'],
            implicit: ['yes', 'no', 'unknown'],
          }
        : {
            client_credentials: 'no',
            authorization_code: 'yes',
            refresh_token: 'yes',
            implicit: ['yes', 'no', 'unknown'],
          },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': machine ? 'pass' : 'fail',
        'oauth-discovery': ['pass', 'partial'],
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': machine ? 'absent' : 'present', 'session-cookie-only': 'absent' },
    }),
  };
}

export const oidcProviderMachine: RealServer = {
  id: 'oidc-provider-machine',
  title: 'oidc-provider with client credentials, express-oauth2-jwt-bearer in front of the API',
  start: () => start(true),
};
export const oidcProviderPeople: RealServer = {
  id: 'oidc-provider-people',
  title: 'oidc-provider without client credentials',
  start: () => start(false),
};

export const oidcProviderDevice: RealServer = {
  id: 'oidc-provider-device',
  title: 'oidc-provider with the device code grant only',
  async start() {
    const { url, log, stop } = await listenOnLoopback((issuer) =>
      new Provider(issuer, {
        clients: [
          {
            client_id: 'television',
            token_endpoint_auth_method: 'none',
            grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
            redirect_uris: [],
            response_types: [],
          },
        ],
        responseTypes: [],
        features: { deviceFlow: { enabled: true }, devInteractions: { enabled: false } },
        cookies: { keys: ['signs-cookies-of-this-run'] },
      }).callback(),
    );
    return {
      url,
      log,
      stop,
      expect: expectation({
        apiBases: [url],
        tokenEndpoint: `${url}/token`,
        flows: {
          device_code: 'yes',
          refresh_token: 'yes',
          authorization_code: 'no',
          client_credentials: 'no',
          implicit: 'no',
          password: 'no',
        },
        signals: {
          'structured-401': 'pass',
          'bearer-token': 'pass',
          'client-credentials': 'fail',
          'oauth-discovery': 'pass',
          'self-service-keys': ['fail', 'partial', 'unknown'],
          'token-expiry': ['pass', 'partial', 'unknown'],
          // Only scopes about a person (openid, offline_access), which limit nothing.
          'scope-restriction': 'unknown',
        },
        antiPatterns: { 'session-cookie-only': 'absent' },
        notJudged: ['browser-only-oauth'],
      }),
    };
  },
};

export const oidcProviderMounted: RealServer = {
  id: 'oidc-provider-mounted',
  title: 'oidc-provider mounted at /oidc, dynamic registration open to all; nothing names the issuer',
  async start() {
    const { url, log, stop } = await listenOnLoopback((base) => {
      const provider = new Provider(`${base}/oidc`, {
        clients: [],
        scopes: ['openid', 'offline_access', 'parcels:read'],
        features: {
          registration: { enabled: true },
          clientCredentials: { enabled: true },
          devInteractions: { enabled: false },
        },
        interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
        cookies: { keys: ['signs-cookies-of-this-run'] },
      });
      const app = express();
      app.get('/', (_request, response) =>
        response.type('html').send('<!doctype html><title>Parcels</title><h1>Parcels</h1><p>Sign-in for our apps.</p>'),
      );
      app.use('/oidc', provider.callback());
      return app;
    });
    return {
      url,
      log,
      stop,
      expect: expectation({
        apiBases: [url],
        tokenEndpoint: `${url}/oidc/token`,
        flows: {
          client_credentials: 'yes',
          authorization_code: 'yes',
          refresh_token: 'yes',
          device_code: 'no',
          password: 'no',
          implicit: ['yes', 'no', 'unknown'],
        },
        // An agent that follows the standards from this origin meets no document that names the issuer /oidc.
        signals: {
          'structured-401': 'pass',
          'bearer-token': 'pass',
          'client-credentials': 'pass',
          'oauth-discovery': 'partial',
          'self-service-keys': 'pass',
          'token-expiry': ['pass', 'partial', 'unknown'],
          'scope-restriction': 'pass',
        },
        antiPatterns: {
          'browser-only-oauth': 'absent',
          'session-cookie-only': 'absent',
          'manual-key-approval': ['absent', 'unknown'],
        },
      }),
    };
  },
};

/** A guard as login proxies have it: whoever brings no session is sent to the authorization endpoint, whatever was asked for. */
const behindLogin = (id: string, title: string, path: string): RealServer => ({
  id,
  title,
  async start() {
    const issuer = await listenOnLoopback((base) =>
      new Provider(base, {
        clients: [
          { client_id: 'proxy', client_secret: 'a-secret-that-nobody-sends', redirect_uris: [`${base}/callback`] },
        ],
        features: { devInteractions: { enabled: false } },
        cookies: { keys: ['signs-cookies-of-this-run'] },
      }).callback(),
    );
    const query = 'response_type=code&scope=openid&client_id=proxy&state=';
    const { url, log, stop } = await listenOnLoopback(() => {
      const app = express();
      app.use((_request, response) => response.redirect(302, `${issuer.url}/auth?${query}${Math.random()}`));
      return app;
    });
    return {
      url: url + path,
      log,
      stop: async () => {
        await stop();
        await issuer.stop();
      },
      expect: expectation({
        apiBases: [url],
        tokenEndpoint: [`${issuer.url}/token`, null],
        outcome: 'scored',
        flows: { authorization_code: ['yes', 'unknown'], refresh_token: ['yes', 'no', 'unknown'] },
        notJudged: ['implicit'],
        signals: {
          'structured-401': 'fail',
          // What the login takes at its own endpoints opens nothing behind it.
          'bearer-token': noCredit,
          'client-credentials': noCredit,
        },
        antiPatterns: {
          'session-cookie-only': ['present', 'unknown'],
          'browser-only-oauth': ['present', 'unknown'],
        },
      }),
    };
  },
});
export const loginProxyRoot = behindLogin('login-proxy-root', 'A login proxy before everything, typed at its root', '');
export const loginProxyPath = behindLogin('login-proxy-path', 'A login proxy before an API', '/api/orders');
