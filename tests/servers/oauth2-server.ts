/** @node-oauth/oauth2-server on express, as its own guide wires it. */
import { createRequire } from 'node:module';
import express from 'express';
import type OAuth2ServerType from '@node-oauth/oauth2-server';
import { expectation, noCredit } from '../worlds/lib/world.ts';
import { homePage } from './home-page.ts';
import { listenOnLoopback, type RealServer } from './types.ts';

// CommonJS whose default export is the class itself; the bundler-style import of a test runner and Node disagree about it.
const OAuth2Server = createRequire(import.meta.url)('@node-oauth/oauth2-server') as typeof OAuth2ServerType;

const model: OAuth2ServerType.ClientCredentialsModel = {
  getClient: () => Promise.resolve(false),
  getUserFromClient: () => Promise.resolve(false),
  saveToken: () => Promise.resolve(false),
  getAccessToken: () => Promise.resolve(false),
};

export const oauth2Server: RealServer = {
  id: 'node-oauth2-server',
  title: '@node-oauth/oauth2-server on express with client credentials',
  async start() {
    const { url, log, stop } = await listenOnLoopback((base) => {
      const server = new OAuth2Server({ model });
      const app = express();
      app.disable('x-powered-by');
      app.use(express.urlencoded({ extended: false }));
      app.get('/', (_request, response) =>
        response.type('html').send(homePage('Stock service', '<p>Warehouse stock.</p>')),
      );
      app.get('/docs', (_request, response) =>
        response
          .type('html')
          .send(
            homePage(
              'API documentation',
              `<p>Create a client in the admin console, then get an access token with the client credentials grant. It expires in one hour; request another one.</p><pre>curl -X POST ${base}/oauth/token -d grant_type=client_credentials -d client_id=$ID -d client_secret=$SECRET</pre><pre>curl ${base}/api/stock -H "Authorization: Bearer $TOKEN"</pre>`,
            ),
          ),
      );
      app.post('/oauth/token', (request, response) => {
        const oauthRequest = new OAuth2Server.Request(request);
        const oauthResponse = new OAuth2Server.Response(response);
        server.token(oauthRequest, oauthResponse).then(
          () => response.set(oauthResponse.headers ?? {}).json(oauthResponse.body),
          (error: OAuth2ServerType.OAuthError) =>
            response
              .set(oauthResponse.headers ?? {})
              .status(error.code)
              .json({ error: error.name, error_description: error.message }),
        );
      });
      app.get('/api/stock', (request, response) => {
        const oauthRequest = new OAuth2Server.Request(request);
        const oauthResponse = new OAuth2Server.Response(response);
        server.authenticate(oauthRequest, oauthResponse).then(
          () => response.json([]),
          (error: OAuth2ServerType.OAuthError) =>
            response
              .set(oauthResponse.headers ?? {})
              .status(error.code)
              .json({ error: error.name, error_description: error.message }),
        );
      });
      return app;
    });
    return {
      url,
      log,
      stop,
      expect: expectation({
        apiBases: [url],
        tokenEndpoint: `${url}/oauth/token`,
        flows: { client_credentials: 'yes' },
        signals: {
          'structured-401': 'pass',
          'bearer-token': 'pass',
          'client-credentials': 'pass',
          'oauth-discovery': 'fail',
          'self-service-keys': ['pass', 'partial'],
          'token-expiry': 'pass',
          'scope-restriction': noCredit,
        },
        antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      }),
    };
  },
};
