/** Hono: an app that works for people. */
import { serve } from '@hono/node-server';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import * as site from '../site.ts';

const app = new Hono();
const signedIn = (c: Context) => getCookie(c, 'sid') === 'ann';
app.get('/', (c) => c.html(site.home));
app.get('/docs', (c) => c.html(site.docs));
app.get('/openapi.json', (c) => c.json(site.description));
app.get('/login', (c) => c.html(site.loginForm));
app.post('/login', async (c) => {
  const { name, password } = await c.req.parseBody();
  if (!site.signsIn(name, password)) return c.html(site.loginForm, 403);
  setCookie(c, 'sid', 'ann', { httpOnly: true });
  return c.redirect('/');
});
app.get('/v1/status', (c) => c.json({ ok: true }));

const requireLogin: MiddlewareHandler = async (c, next) => {
  if (site.guard === 'key') return c.req.header('X-API-Key') === site.knownKey ? next() : c.json(site.keyMissing, 403);
  if (site.hasServer)
    return site.ofPeople(c.req.header('Authorization'))
      ? next()
      : c.json(site.unauthorized, 401, { 'WWW-Authenticate': site.challenge });
  if (signedIn(c)) return next();
  setCookie(c, 'sid', 'none', { httpOnly: true });
  return c.redirect('/login');
};

// ---- new lines go here
if (site.metadata) app.get(site.metadataPath, (c) => c.json(site.metadata));
if (site.hasServer) {
  app.get('/oauth/authorize', (c) =>
    c.redirect(signedIn(c) ? site.authorized(new URL(c.req.url).searchParams) : '/login'),
  );
  app.post('/oauth/token', async (c) => {
    const { status, body } = site.peopleToken(new URLSearchParams(await c.req.text()));
    return c.json(body, status === 200 ? 200 : 400, { 'Cache-Control': 'no-store' });
  });
}
app.use('/v1/*', requireLogin);
// ---- after the guard
app.get('/v1/orders', (c) => c.json(site.orders));
serve({ fetch: app.fetch, port: site.port, hostname: '127.0.0.1' });
