/** oidc-provider in the ways in which it authenticates clients and binds tokens. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider, type ClientMetadata, type Configuration } from 'oidc-provider';
import { bearerOf, describe, orders, refuse, secrets, serve, waiting, type Handshaker } from './api.ts';

const { secret, awkward, clientId } = secrets;

async function provider(
  origin: string,
  client: Partial<ClientMetadata>,
  features: Configuration['features'] = {},
  more: Partial<Configuration> = {},
): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return new Provider(origin, {
    clients: [
      {
        client_id: clientId,
        client_secret: secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        ...client,
      },
    ],
    scopes: ['orders:read', 'orders:write'],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: () => true },
      introspection: { enabled: true },
      ...features,
    },
    ttl: { ClientCredentials: () => 600 },
    // Says what it does, as many do.
    routes: { revocation: '/token/revoke' },
    jwks: { keys: [await exportJWK(privateKey)] },
    cookies: { keys: ['signs-cookies-of-this-run'] },
    ...more,
  });
}

/** One server for each row: the client it registers, and what its owner gives. */
async function start(
  credentials: (key: JWK) => Parameters<typeof serve>[0] extends (...given: never[]) => infer G ? Awaited<G> : never,
  client: (key: JWK) => Partial<ClientMetadata>,
): ReturnType<Handshaker['start']> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  return serve(async (app, origin) => {
    const issuer = await provider(origin, client({ ...publicJwk, kid: 'one', use: 'sig', alg: 'ES256' }));
    describe(app, origin);
    app.get(
      '/api/orders',
      waiting(async (request, response) => {
        const found = await issuer.ClientCredentials.find(bearerOf(request) || 'none');
        if (!found) refuse(response);
        else if (!found.scope?.includes('orders:read')) refuse(response, 'insufficient_scope', 403);
        else orders(response);
      }),
    );
    app.use(issuer.callback());
    return credentials({ ...privateJwk, kid: 'one' });
  });
}

const scope = 'orders:read orders:write';

export const oidcBasic: Handshaker = {
  id: 'oidc-basic',
  title: 'oidc-provider, client_secret_basic with a secret that every encoding writes differently',
  start: () =>
    start(
      () => ({ credentials: { kind: 'client-secret', clientId, secret: awkward }, scope }),
      () => ({ client_secret: awkward, token_endpoint_auth_method: 'client_secret_basic' }),
    ),
};

export const oidcBody: Handshaker = {
  id: 'oidc-body',
  title: 'oidc-provider, client_secret_post',
  start: () =>
    start(
      () => ({ credentials: { kind: 'client-secret', clientId, secret }, scope }),
      () => ({ token_endpoint_auth_method: 'client_secret_post' }),
    ),
};

export const oidcKey: Handshaker = {
  id: 'oidc-private-key-jwt',
  title: 'oidc-provider, private_key_jwt with a JWK',
  start: () =>
    start(
      (key) => ({
        credentials: { kind: 'private-key', clientId, privateKey: JSON.stringify(key) },
        scope,
        secrets: [key.d ?? ''],
      }),
      (key) => ({
        client_secret: undefined,
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [key] },
      }),
    ),
};

export const oidcWrong: Handshaker = {
  id: 'oidc-wrong-secret',
  title: 'oidc-provider, a secret that is not the client’s',
  start: () =>
    start(
      () => ({ credentials: { kind: 'client-secret', clientId, secret: 'Qm4vT9wZ1xN6bR3kL8pD5sHa' }, scope }),
      () => ({ token_endpoint_auth_method: 'client_secret_basic' }),
    ),
};

export const oidcDpop: Handshaker = {
  id: 'oidc-dpop',
  title: 'oidc-provider, tokens bound to a key (DPoP), checked by the API',
  start: () =>
    serve(async (app, origin) => {
      const issuer = await provider(origin, { dpop_bound_access_tokens: true }, { dPoP: { enabled: true } });
      describe(app, origin);
      app.get(
        '/api/orders',
        waiting(async (request, response) => {
          const token = /^DPoP (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? '';
          const found = await issuer.ClientCredentials.find(token || 'none');
          // The proof's own key is compared with the one that the token is bound to (RFC 9449 §6.1).
          const [header = ''] = (request.get('dpop') ?? '').split('.');
          const jwk =
            header === ''
              ? null
              : ((JSON.parse(Buffer.from(header, 'base64url').toString()) as { jwk?: JWK }).jwk ?? null);
          if (!found || jwk === null || (await calculateJwkThumbprint(jwk)) !== (found as { jkt?: string }).jkt) {
            response
              .status(401)
              .set('www-authenticate', 'DPoP error="invalid_token", algs="ES256"')
              .json({ error: 'invalid_token' });
          } else orders(response);
        }),
      );
      app.use(issuer.callback());
      return { credentials: { kind: 'client-secret', clientId, secret } };
    }),
};

export const oidcResource: Handshaker = {
  id: 'oidc-resource',
  title: 'oidc-provider, the API takes only tokens that were asked for with its resource indicator (RFC 8707)',
  start: () =>
    serve(async (app, origin) => {
      const resource = `${origin}/api`;
      const issuer = await provider(
        origin,
        {},
        {
          resourceIndicators: {
            enabled: true,
            getResourceServerInfo: () => ({
              scope: 'orders:read',
              audience: resource,
              accessTokenFormat: 'opaque',
              accessTokenTTL: 600,
            }),
          },
        },
      );
      describe(app, origin);
      app.get('/.well-known/oauth-protected-resource', (_request, response) => {
        response.json({ resource, authorization_servers: [origin], bearer_methods_supported: ['header'] });
      });
      app.get(
        '/api/orders',
        waiting(async (request, response) => {
          const found = await issuer.ClientCredentials.find(bearerOf(request) || 'none');
          if (!found || found.aud !== resource) refuse(response);
          else orders(response);
        }),
      );
      app.use(issuer.callback());
      return { credentials: { kind: 'client-secret', clientId, secret } };
    }),
};
