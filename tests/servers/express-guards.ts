/** express and koa with their usual guards: Basic, a session cookie with a login form, a JWT middleware; plain files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import basicAuth from 'express-basic-auth';
import session from 'express-session';
import Koa from 'koa';
import koaJwt from 'koa-jwt';
import sirv from 'sirv';
import { expectation, noCredit, staticKeys } from '../worlds/lib/world.ts';
import { homePage } from './home-page.ts';
import { listenOnLoopback, type RealServer } from './types.ts';

export const expressBasic: RealServer = {
  id: 'express-basic-auth',
  title: 'express-basic-auth with a challenge, API described on its home page',
  async start() {
    const { url, log, stop } = await listenOnLoopback((base) => {
      const app = express();
      app.get('/', (_request, response) =>
        response
          .type('html')
          .send(
            homePage(
              'Print server',
              `<p>REST API with HTTP Basic authentication: <code>${base}/api/printers</code></p>`,
            ),
          ),
      );
      app.get('/docs', (_request, response) =>
        response
          .type('html')
          .send(
            homePage(
              'API documentation',
              `<p>Use the user name and password of a service account.</p><pre>curl -u account:password ${base}/api/printers</pre>`,
            ),
          ),
      );
      app.use(
        '/api',
        basicAuth({
          users: { nobody: 'a-password-that-nobody-sends' },
          challenge: true,
          realm: 'printers',
          unauthorizedResponse: { error: 'unauthorized' },
        }),
      );
      app.get('/api/printers', (_request, response) => response.json([]));
      return app;
    });
    return {
      url,
      log,
      stop,
      expect: expectation({
        apiBases: [url],
        tokenEndpoint: null,
        signals: {
          'structured-401': 'pass',
          'bearer-token': 'fail',
          'client-credentials': noCredit,
          'oauth-discovery': noCredit,
          'token-expiry': staticKeys,
          'scope-restriction': noCredit,
        },
        antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
      }),
    };
  },
};

export const expressSession: RealServer = {
  id: 'express-session',
  title: 'express-session with a login form; the JSON endpoints redirect to it',
  async start() {
    const { url, log, stop } = await listenOnLoopback((base) => {
      const app = express();
      app.use(session({ secret: 'signs-cookies-of-this-run', resave: false, saveUninitialized: true }));
      app.get('/login', (_request, response) =>
        response
          .type('html')
          .send(
            '<!doctype html><title>Log in</title><form method="post" action="/login"><input name="email" type="email"><input name="password" type="password"><button>Log in</button></form>',
          ),
      );
      app.get('/help', (_request, response) =>
        response
          .type('html')
          .send(
            homePage(
              'Help',
              `<h2>Is there an API?</h2><p>The addresses under <code>${base}/api</code> are for our own pages and need the cookie of a signed-in browser. There are no API keys and no tokens.</p>`,
            ),
          ),
      );
      app.get('/', (_request, response) =>
        response
          .type('html')
          .send(
            '<!doctype html><title>Duty roster</title><h1>Duty roster</h1><p><a href="/login">Log in</a> <a href="/help">Help</a></p><script>window.apiBase = "/api"</script>',
          ),
      );
      app.use('/api', (request, response) =>
        response.redirect(302, `/login?next=${encodeURIComponent(request.originalUrl)}`),
      );
      return app;
    });
    return {
      url,
      log,
      stop,
      expect: expectation({
        tokenEndpoint: null,
        outcome: ['scored', 'no-api'],
        signals: {
          'structured-401': ['fail', 'unknown', 'n/a'],
          'bearer-token': noCredit,
          'client-credentials': noCredit,
          'oauth-discovery': noCredit,
          'self-service-keys': noCredit,
          'token-expiry': noCredit,
          'scope-restriction': noCredit,
        },
        antiPatterns: { 'session-cookie-only': 'present' },
      }),
    };
  },
};

export const koaBearer: RealServer = {
  id: 'koa-jwt',
  title: 'koa-jwt: 401 as text, everything else 404',
  async start() {
    const { url, log, stop } = await listenOnLoopback((base) => {
      const app = new Koa();
      app.silent = true;
      app.use(async (context, next) => {
        if (context.path === '/') context.body = homePage('Parking API', '<p>Free places near you.</p>');
        else if (context.path === '/docs')
          context.body = homePage(
            'API documentation',
            `<p>Create an API token in your profile and send it as a bearer token. Tokens do not expire.</p><pre>curl ${base}/v1/places -H "Authorization: Bearer $TOKEN"</pre>`,
          );
        else await next();
      });
      app.use(async (context, next) =>
        context.path.startsWith('/v1/') ? koaJwt({ secret: 'a-key-that-nobody-has' })(context, next) : next(),
      );
      const handle = app.callback();
      return (request, response) => void handle(request, response);
    });
    return {
      url,
      log,
      stop,
      expect: expectation({
        apiBases: [url],
        tokenEndpoint: null,
        signals: {
          'structured-401': 'partial',
          'bearer-token': 'pass',
          'client-credentials': noCredit,
          'oauth-discovery': noCredit,
          'self-service-keys': ['pass', 'partial'],
          'token-expiry': staticKeys,
          'scope-restriction': noCredit,
        },
        antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
      }),
    };
  },
};

export const files: RealServer = {
  id: 'static-files',
  title: 'sirv: a folder of files, nothing else',
  async start() {
    const folder = await mkdtemp(join(tmpdir(), 'static-files-'));
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><html lang="en"><title>Choir</title><h1>Choir of Saint Anna</h1><p>Rehearsals on Tuesdays. <a href="concerts.html">Concerts</a></p>',
    );
    await writeFile(
      join(folder, 'concerts.html'),
      '<!doctype html><html lang="en"><title>Concerts</title><h1>Concerts</h1><p>12 December, 19:30. Tickets at the door.</p>',
    );
    const { url, log, stop } = await listenOnLoopback(() => {
      const serve = sirv(folder);
      return (request, response) =>
        serve(request, response, () => {
          response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
        });
    });
    return {
      url,
      log,
      stop: async () => {
        await stop();
        await rm(folder, { recursive: true, force: true });
      },
      expect: expectation({
        outcome: 'no-api',
        apiBases: [],
        tokenEndpoint: null,
        signals: {
          'structured-401': noCredit,
          'bearer-token': noCredit,
          'client-credentials': noCredit,
          'oauth-discovery': noCredit,
          'self-service-keys': noCredit,
          'token-expiry': noCredit,
          'scope-restriction': noCredit,
        },
      }),
    };
  },
};
