/** @node-oauth/oauth2-server, better-auth, and an app that takes a key of its own. */
import { createRequire } from 'node:module';
import { oauthProvider } from '@better-auth/oauth-provider';
import type OAuth2ServerType from '@node-oauth/oauth2-server';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';
import { jwt } from 'better-auth/plugins';
import express from 'express';
import { bearerOf, describe, orders, refuse, secrets, serve, waiting, type Handshaker } from './api.ts';

// CommonJS whose default export is the class itself; the bundler-style import of a test runner and Node disagree about it.
const OAuth2Server = createRequire(import.meta.url)('@node-oauth/oauth2-server') as typeof OAuth2ServerType;
const { secret, clientId, key } = secrets;

export const nodeOauth: Handshaker = {
  id: 'node-oauth2-server',
  title: '@node-oauth/oauth2-server, which takes the secret in the body or by Basic; tokens of two seconds',
  start: () =>
    serve((app, origin) => {
      const client = { id: clientId, grants: ['client_credentials'] };
      const tokens = new Map<string, OAuth2ServerType.Token>();
      const server = new OAuth2Server({
        accessTokenLifetime: 2,
        model: {
          getClient: (id: string, given: string) => Promise.resolve(id === clientId && given === secret && client),
          getUserFromClient: () => Promise.resolve({ id: 'machine' }),
          saveToken: (token: OAuth2ServerType.Token, _client: unknown, user: OAuth2ServerType.User) => {
            const saved = { ...token, client, user };
            tokens.set(token.accessToken, saved);
            return Promise.resolve(saved);
          },
          // Ends by what was seen, not by the clock: once the client has come back for another token.
          getAccessToken: (token: string) => {
            const found = tokens.get(token);
            const accessTokenExpiresAt = new Date(Date.now() + (tokens.size < 3 ? 60_000 : -1));
            return Promise.resolve(found ? { ...found, accessTokenExpiresAt } : false);
          },
        } satisfies OAuth2ServerType.ClientCredentialsModel,
      });
      describe(app, origin, {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: `${origin}/oauth/token`, scopes: {} } },
      });
      app.use(express.urlencoded({ extended: false }));
      const answer =
        (
          work: (request: OAuth2ServerType.Request, response: OAuth2ServerType.Response) => Promise<unknown>,
          then: (body: unknown, response: express.Response) => void,
        ): express.RequestHandler =>
        (request, response) => {
          const [asked, answered] = [new OAuth2Server.Request(request), new OAuth2Server.Response(response)];
          work(asked, answered).then(
            () => then(answered.body, response.set(answered.headers ?? {})),
            (error: OAuth2ServerType.OAuthError) =>
              response
                .set(answered.headers ?? {})
                .status(error.code)
                .json({ error: error.name, error_description: error.message }),
          );
        };
      app.post(
        '/oauth/token',
        answer(
          (asked, answered) => server.token(asked, answered),
          (body, response) => void response.json(body),
        ),
      );
      app.get(
        '/api/orders',
        answer(
          (asked, answered) => server.authenticate(asked, answered),
          (_body, response) => void orders(response),
        ),
      );
      return { credentials: { kind: 'client-secret', clientId, secret } };
    }),
};

const keyApp = (id: string, title: string, header: string | null): Handshaker => ({
  id,
  title,
  start: () =>
    serve((app, origin) => {
      describe(
        app,
        origin,
        header === null ? { type: 'http', scheme: 'basic' } : { type: 'apiKey', in: 'header', name: header },
      );
      app.get('/api/orders', (request, response) => {
        const sent =
          header === null
            ? Buffer.from((request.get('authorization') ?? '').replace(/^Basic /, ''), 'base64')
                .toString()
                .replace(/:$/, '')
            : request.get(header);
        if (sent === key) orders(response);
        else
          response
            .status(401)
            .set('www-authenticate', header === null ? 'Basic realm="orders"' : `ApiKey name="${header}"`)
            .json({ error: 'unauthorized', message: 'Send your key.' });
      });
      return {
        credentials: {
          kind: 'api-key',
          key,
          place: header === null ? { in: 'basic' } : { in: 'header', name: header.toLowerCase() },
        },
      };
    }),
});

export const keyInHeader = keyApp('key-header', 'an express app that takes a key in a header of its own', 'X-Api-Key');
export const keyInBasic = keyApp('key-basic', 'an express app that takes a key as the user name of Basic', null);

export const keyAsBearer: Handshaker = {
  id: 'key-bearer',
  title: 'an express app that takes a key as a bearer token',
  start: () =>
    serve((app, origin) => {
      describe(app, origin);
      app.get('/api/orders', (request, response) => {
        if (bearerOf(request) === key) orders(response);
        else refuse(response);
      });
      return { credentials: { kind: 'api-key', key, place: { in: 'bearer' } } };
    }),
};

export const betterAuthServer: Handshaker = {
  id: 'better-auth',
  title: 'better-auth with its OAuth provider; the API asks its introspection endpoint (RFC 7662)',
  start: () =>
    serve(async (app, origin) => {
      const auth = betterAuth({
        baseURL: origin,
        secret: 'signs-what-better-auth-signs-in-this-run',
        database: memoryAdapter({
          user: [],
          session: [],
          account: [],
          verification: [],
          jwks: [],
          oauthClient: [],
          oauthAccessToken: [],
          oauthRefreshToken: [],
          oauthConsent: [],
          oauthResource: [],
          oauthClientResource: [],
          oauthClientAssertion: [],
        }),
        telemetry: { enabled: false },
        rateLimit: { enabled: false },
        logger: { disabled: true },
        emailAndPassword: { enabled: true },
        plugins: [
          jwt(),
          oauthProvider({
            loginPage: '/login',
            consentPage: '/consent',
            scopes: ['orders:read', 'orders:write'],
            clientPrivileges: () => true,
            clientCredentialGrantDefaultScopes: ['orders:read'],
            silenceWarnings: { oauthAuthServerConfig: true, openidConfig: true },
          }),
        ],
      });
      const { headers } = await auth.api.signUpEmail({
        body: { name: 'Operator', email: 'ops@shop.example', password: 'only-in-this-process' },
        returnHeaders: true,
      });
      const client = await auth.api.adminCreateOAuthClient({
        headers: new Headers({
          cookie: headers
            .getSetCookie()
            .map((one) => one.split(';')[0])
            .join('; '),
        }),
        body: {
          client_name: 'a test',
          grant_types: ['client_credentials'],
          token_endpoint_auth_method: 'client_secret_basic',
          redirect_uris: ['https://shop.example/none'],
          scope: 'orders:read orders:write',
          client_credentials_scopes: ['orders:read', 'orders:write'],
        },
      });
      const made = client.client_secret ?? '';
      const basic = `Basic ${Buffer.from(`${client.client_id}:${made}`).toString('base64')}`;
      describe(app, origin, {
        type: 'oauth2',
        flows: {
          clientCredentials: { tokenUrl: `${origin}/api/auth/oauth2/token`, scopes: { 'orders:read': 'Orders' } },
        },
      });
      app.get(
        '/.well-known/oauth-authorization-server/api/auth',
        waiting(async (_request, response) => {
          response.json(await auth.api.getOAuthServerConfig());
        }),
      );
      app.get(
        '/api/orders',
        waiting(async (request, response) => {
          const answer = await fetch(`${origin}/api/auth/oauth2/introspect`, {
            method: 'POST',
            headers: { authorization: basic, 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ token: bearerOf(request) || 'none' }),
          });
          const { active, scope } = (await answer.json()) as { active?: boolean; scope?: string };
          if (!active) refuse(response);
          else if (!scope?.includes('orders:read')) refuse(response, 'insufficient_scope', 403);
          else orders(response);
        }),
      );
      app.all('/api/auth/*path', toNodeHandler(auth));
      return {
        credentials: { kind: 'client-secret', clientId: client.client_id, secret: made },
        scope: 'orders:read orders:write',
      };
    }),
};
