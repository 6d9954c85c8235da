/** oidc-provider: an authorization server for people, and an API that asks it about tokens. */
import express, { type RequestHandler } from 'express';
import { Provider, type Configuration } from 'oidc-provider';
import * as site from '../site.ts';

const issuer = site.origin;
const routes = { authorization: '/oauth/authorize', token: '/oauth/token', introspection: '/oauth/introspect' };
const api = { client_id: 'orders-api', client_secret: 'secret-of-the-api-of-this-run' };
const configuration: Configuration = {
  routes,
  clients: [
    {
      client_id: 'web',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: ['https://web.example/back'],
      response_types: ['code'],
    },
    { ...api, grant_types: [], redirect_uris: [], response_types: [] },
  ],
  cookies: { keys: ['signs-cookies-of-this-run'] },
  features: { introspection: { enabled: true } },
};
// ---- new lines go here
const provider = new Provider(issuer, configuration);

/** Asks the authorization server about the token (RFC 7662). */
async function isActive(token: string): Promise<boolean> {
  const credentials = Buffer.from(`${api.client_id}:${api.client_secret}`).toString('base64');
  const answer = await fetch(`${issuer}${routes.introspection}`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }).toString(),
  });
  return ((await answer.json()) as { active?: boolean }).active === true;
}

const requireToken: RequestHandler = (request, response, next) => {
  const [, token] = /^Bearer (.+)$/i.exec(request.get('Authorization') ?? '') ?? [];
  void (token === undefined ? Promise.resolve(false) : isActive(token)).then((active) => {
    if (active) return next();
    response.status(401).set('WWW-Authenticate', site.challenge).json(site.unauthorized);
  }, next);
};

const app = express();
app.get('/', (_request, response) => void response.type('html').send(site.home));
app.get('/docs', (_request, response) => void response.type('html').send(site.docs));
app.get('/openapi.json', (_request, response) => void response.json(site.description));
app.get('/v1/status', (_request, response) => void response.json({ ok: true }));
app.get('/v1/orders', requireToken, (_request, response) => void response.json(site.orders));
app.use(provider.callback());
app.listen(site.port, '127.0.0.1');
