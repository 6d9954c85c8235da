/**
 * Express, for what frameworks share: tokens that never end (`timeless`), a CAPTCHA before the key (`captcha`), an API that nothing leads to
 * (`unpublished`), and one behind a wall for programs (`walled`, which nginx is).
 */
import { existsSync, readFileSync } from 'node:fs';
import express, { type RequestHandler } from 'express';
import * as site from '../site.ts';

const file = (name: string): string | null => (existsSync(name) ? readFileSync(name, 'utf8') : null);
const app = express();
const keys = new Set([site.knownKey]);
const tokens = new Set<string>();
const expires = (JSON.parse(file('token-response.json') ?? '{}') as { expires_in?: number }).expires_in;

// ---- new lines go here
app.get('/', (_request, response) => void response.type('html').send(site.home));
const describes = site.guard !== 'unpublished' || existsSync('api-catalog.json');
if (describes) app.get('/openapi.json', (_request, response) => void response.json(site.description));
app.get(site.guard === 'unpublished' ? '/authentication' : '/docs', (_request, response, next) => {
  if (!describes) return next();
  response.type('html').send(site.docs);
});
app.get('/.well-known/api-catalog', (_request, response, next) => {
  const catalog = file('api-catalog.json');
  if (catalog === null) return next();
  response.type('application/linkset+json').send(catalog);
});
app.get('/llms.txt', (_request, response, next) => {
  const text = file('llms.txt');
  if (text === null) return next();
  response.type('text/plain').send(text);
});
if (site.guard === 'timeless') {
  app.get(
    site.metadataPath,
    (_request, response) => void response.json(JSON.parse(file('authorization-server.json') ?? '{}')),
  );
  app.post('/oauth/token', express.urlencoded({ extended: false }), (request, response) => {
    const { grant_type: grant } = request.body as Record<string, string>;
    response.set('Cache-Control', 'no-store');
    if (grant !== 'client_credentials') return void response.status(400).json({ error: 'unsupported_grant_type' });
    const basic = Buffer.from(request.get('Authorization')?.split(' ')[1] ?? '', 'base64').toString();
    if (basic !== 'export:secret-of-this-run') return void response.status(401).json({ error: 'invalid_client' });
    const token = crypto.randomUUID();
    tokens.add(token);
    response.json({ access_token: token, token_type: 'Bearer', ...(expires ? { expires_in: expires } : {}) });
  });
}
if (site.guard === 'captcha') {
  const form = file('keys.html') ?? '';
  app.get('/developers/keys', (_request, response) => void response.type('html').send(form));
  app.post('/developers/keys', express.urlencoded({ extended: false }), (request, response) => {
    const { email, 'g-recaptcha-response': solved } = request.body as Record<string, string>;
    if (!email || (form.includes('recaptcha') && !solved)) return void response.status(400).type('html').send(form);
    const key = crypto.randomUUID();
    keys.add(key);
    response.type('html').send(`<p>Your key: <code>${key}</code></p>`);
  });
}
app.get('/v1/status', (_request, response) => void response.json({ ok: true }));
const guard: RequestHandler = (request, response, next) => {
  // nginx has asked already.
  if (site.guard === 'basic') return next();
  if (site.guard === 'timeless') {
    if (tokens.has(request.get('Authorization')?.slice('Bearer '.length) ?? '')) return next();
    return void response.status(401).set('WWW-Authenticate', site.challenge).json(site.unauthorized);
  }
  if (keys.has(request.get('X-API-Key') ?? '')) return next();
  response.status(403).json(site.keyMissing);
};
app.get('/v1/orders', guard, (_request, response) => void response.json(site.orders));
// Behind nginx the app listens beside it.
const socket = process.env['APP_SOCKET'];
if (socket) app.listen(socket);
else app.listen(site.port, '127.0.0.1');
