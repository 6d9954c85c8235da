/** Fastify: an app that works for people. */
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import * as site from '../site.ts';

const app = Fastify();
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
  done(null, Object.fromEntries(new URLSearchParams(String(body)))),
);
const signedIn = (request: FastifyRequest) => /\bsid=ann\b/.test(request.headers.cookie ?? '');
const html = (text: string) => async (_request: FastifyRequest, reply: FastifyReply) =>
  reply.type('text/html').send(text);

// ---- new lines go here
app.get('/', html(site.home));
app.get('/docs', html(site.docs));
app.get('/login', async (_request, reply) =>
  reply.header('set-cookie', 'sid=none').type('text/html').send(site.loginForm),
);
app.get('/openapi.json', async () => site.description);
app.post('/login', async (request, reply) => {
  const { name, password } = request.body as Record<string, string>;
  if (!site.signsIn(name, password)) return reply.code(403).type('text/html').send(site.loginForm);
  return reply.header('set-cookie', 'sid=ann; HttpOnly').redirect('/');
});
app.get('/v1/status', async () => ({ ok: true }));
if (site.metadata) app.get(site.metadataPath, async () => site.metadata);
if (site.hasServer) {
  app.get('/oauth/authorize', async (request, reply) =>
    reply.redirect(signedIn(request) ? site.authorized(new URL(request.url, site.origin).searchParams) : '/login'),
  );
  app.post('/oauth/token', async (request, reply) => {
    const { status, body } = site.peopleToken(new URLSearchParams(request.body as Record<string, string>));
    return reply.code(status).header('Cache-Control', 'no-store').send(body);
  });
}

async function requireLogin(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (site.guard === 'key') {
    if (request.headers['x-api-key'] === site.knownKey) return;
    return reply.code(403).send(site.keyMissing);
  }
  if (site.hasServer) {
    if (site.ofPeople(request.headers.authorization)) return;
    return reply.code(401).header('WWW-Authenticate', site.challenge).send(site.unauthorized);
  }
  if (signedIn(request)) return;
  return reply.header('set-cookie', 'sid=none').redirect('/login');
}

await app.register(
  async (api) => {
    api.addHook('onRequest', requireLogin);
    // ---- after the guard
    api.get('/orders', async () => site.orders);
  },
  { prefix: '/v1' },
);
await app.listen({ port: site.port, host: '127.0.0.1' });
