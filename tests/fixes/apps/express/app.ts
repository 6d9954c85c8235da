/** Express: an app that works for people. */
import express, { type RequestHandler } from 'express';
import session from 'express-session';
import * as site from '../site.ts';

declare module 'express-session' {
  interface SessionData {
    name: string;
  }
}

const app = express();
app.use(session({ secret: 'signs-cookies-of-this-run', resave: false, saveUninitialized: true }));
app.get('/', (_request, response) => void response.type('html').send(site.home));
app.get('/docs', (_request, response) => void response.type('html').send(site.docs));
app.get('/openapi.json', (_request, response) => void response.json(site.description));
app.get('/login', (_request, response) => void response.type('html').send(site.loginForm));
app.post('/login', express.urlencoded({ extended: false }), (request, response) => {
  const { name, password } = request.body as Record<string, string>;
  if (!site.signsIn(name, password)) return void response.status(403).type('html').send(site.loginForm);
  request.session.name = 'ann';
  response.redirect('/');
});
app.get('/v1/status', (_request, response) => void response.json({ ok: true }));

const requireLogin: RequestHandler = (request, response, next) => {
  if (site.guard === 'key') {
    if (request.get('X-API-Key') === site.knownKey) return next();
    return void response.status(403).json(site.keyMissing);
  }
  if (site.hasServer) {
    if (site.ofPeople(request.get('Authorization'))) return next();
    return void response.status(401).set('WWW-Authenticate', site.challenge).json(site.unauthorized);
  }
  if (request.session.name === 'ann') return next();
  response.redirect('/login');
};

// ---- new lines go here
if (site.metadata) app.get(site.metadataPath, (_request, response) => void response.json(site.metadata));
if (site.hasServer) {
  app.get('/oauth/authorize', (request, response) => {
    const query = new URL(request.url, site.origin).searchParams;
    response.redirect(request.session.name === 'ann' ? site.authorized(query) : '/login');
  });
  app.post('/oauth/token', express.text({ type: 'application/x-www-form-urlencoded' }), (request, response) => {
    const form = new URLSearchParams(request.body as string | Record<string, string>);
    const { status, body } = site.peopleToken(form);
    response.status(status).set('Cache-Control', 'no-store').json(body);
  });
}
app.use('/v1/', requireLogin);
// ---- after the guard
app.get('/v1/orders', (_request, response) => void response.json(site.orders));
app.listen(site.port, '127.0.0.1');
