/** An API that takes the tokens of Better Auth, and the pages where people sign in and agree. */
import { createHash } from 'node:crypto';
import { toNodeHandler } from 'better-auth/node';
import express, { type RequestHandler } from 'express';
import * as site from '../site.ts';
import { auth, emailOf } from './auth.ts';

/** The API has the tables of the authorization server, where tokens without an audience are kept by their hash. */
async function isActive(token: string): Promise<boolean> {
  const { adapter } = await auth.$context;
  const value = createHash('sha256').update(token).digest('base64url');
  const found = await adapter.findOne<{ expiresAt: Date; revoked?: Date | null }>({
    model: 'oauthAccessToken',
    where: [{ field: 'token', value }],
  });
  return found !== null && !found.revoked && found.expiresAt > new Date();
}

const requireToken: RequestHandler = (request, response, next) => {
  const [, token] = /^Bearer (.+)$/i.exec(request.get('Authorization') ?? '') ?? [];
  void (token === undefined ? Promise.resolve(false) : isActive(token)).then((active) => {
    if (active) return next();
    response.status(401).set('WWW-Authenticate', site.challenge).json(site.unauthorized);
  }, next);
};

const form = express.urlencoded({ extended: false });
const fields = (request: express.Request) => request.body as Record<string, string>;

const signIn: RequestHandler = (request, response, next) => {
  const { name, password = '' } = fields(request);
  void auth.api
    .signInEmail({ body: { email: emailOf(name), password }, returnHeaders: true })
    .then(({ headers }) => response.append('Set-Cookie', headers.getSetCookie()).redirect('/'), next);
};

/** The page hands back the query that it was opened with. */
const askConsent: RequestHandler = (request, response) => {
  const query = encodeURIComponent(new URL(request.originalUrl, site.origin).search.slice(1));
  response
    .type('html')
    .send(
      `<form method="post" action="/consent"><input type="hidden" name="query" value="${query}"><button>Agree</button></form>`,
    );
};

/** Asks the endpoint for consent, as the client library does in a page. */
async function redirectOf(request: express.Request): Promise<string> {
  const answer = await fetch(`${site.origin}/api/auth/oauth2/consent`, {
    method: 'POST',
    headers: { cookie: request.get('Cookie') ?? '', origin: site.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ accept: true, oauth_query: decodeURIComponent(fields(request)['query'] ?? '') }),
  });
  return ((await answer.json()) as { url: string }).url;
}

const agree: RequestHandler = (request, response, next) =>
  void redirectOf(request).then((url) => response.redirect(url), next);

const app = express();
app.get('/', (_request, response) => void response.type('html').send(site.home));
app.get('/docs', (_request, response) => void response.type('html').send(site.docs));
app.get('/openapi.json', (_request, response) => void response.json(site.description));
app.get('/v1/status', (_request, response) => void response.json({ ok: true }));
app.get('/v1/orders', requireToken, (_request, response) => void response.json(site.orders));
app.get('/login', (_request, response) => void response.type('html').send(site.loginForm));
app.post('/login', form, signIn);
app.get('/consent', askConsent);
app.post('/consent', form, agree);
app.all(['/api/auth/{*any}', '/.well-known/oauth-authorization-server/api/auth'], toNodeHandler(auth));
app.listen(site.port, '127.0.0.1');
