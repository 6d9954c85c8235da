/** Real servers for the product to scan: npm's oidc-provider with a small protected API beside it, and servers without OAuth. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Response } from 'express';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider, type Configuration } from 'oidc-provider';

export interface ScanTarget {
  /** Origin, without a slash at the end. */
  url: string;
  /** Method and path of every request that arrived. */
  requests: string[];
  stop(): Promise<void>;
}

/** Listens on a free loopback port and hands each request to what `make` returns for the origin. */
export async function serveTarget(make: (origin: string, requests: string[]) => Express): Promise<ScanTarget> {
  const requests: string[] = [];
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = make(url, requests);
  server.on('request', (request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    app(request, response);
  });
  return {
    url,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refuse(response: Response, origin: string): void {
  response
    .status(401)
    .set(
      'www-authenticate',
      `Bearer realm="orders", resource_metadata="${origin}/.well-known/oauth-protected-resource"`,
    )
    .json({ error: 'unauthorized', message: 'This endpoint needs a bearer token.' });
}

/** An authorization server of the npm package, and an API that takes its tokens, under one origin. `walled`: paths behind a bot wall. */
export async function oidcTarget({
  clientCredentials,
  walled = [],
}: {
  clientCredentials: boolean;
  walled?: readonly string[];
}): Promise<ScanTarget> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const signingKey = await exportJWK(privateKey);
  return serveTarget((origin) => {
    const configuration: Configuration = {
      clients: [
        {
          client_id: 'shop',
          client_secret: 'a-secret-of-the-shop-that-nobody-guesses',
          grant_types: clientCredentials
            ? ['client_credentials', 'authorization_code', 'refresh_token']
            : ['authorization_code', 'refresh_token'],
          redirect_uris: ['https://shop.example/callback'],
          response_types: ['code'],
        },
      ],
      features: { clientCredentials: { enabled: clientCredentials }, devInteractions: { enabled: false } },
      scopes: ['openid', 'offline_access', 'orders:read', 'orders:write'],
      jwks: { keys: [signingKey] },
      cookies: { keys: ['only-for-this-test'] },
    };
    const provider = new Provider(origin, configuration);
    const app = express();
    app.get('/.well-known/oauth-protected-resource', (_request, response) => {
      response.json({
        resource: origin,
        authorization_servers: [origin],
        scopes_supported: ['orders:read', 'orders:write'],
        bearer_methods_supported: ['header'],
      });
    });
    app.get('/openapi.json', (_request, response) => {
      response.json({
        openapi: '3.0.3',
        info: { title: 'Orders', version: '1' },
        servers: [{ url: `${origin}/api` }],
        components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
        security: [{ bearer: [] }],
        paths: {
          '/orders': { get: { responses: { 200: { description: 'Orders' }, 401: { description: 'No token' } } } },
        },
      });
    });
    app.use('/api', (request, response) => {
      if (request.path === '/orders') refuse(response, origin);
      else response.status(404).json({ error: 'not_found' });
    });
    for (const path of walled) app.use(path, (_request, response) => challenge(response));
    app.use(provider.callback());
    return app;
  });
}

/** Open data: a description without security, and operations that answer anybody. */
export function openTarget(): Promise<ScanTarget> {
  return serveTarget((origin) => {
    const app = express();
    app.get('/openapi.json', (_request, response) => {
      const answers = { get: { responses: { 200: { description: 'Data' } } } };
      response.json({
        openapi: '3.0.3',
        info: { title: 'Timetable', version: '1' },
        servers: [{ url: `${origin}/api` }],
        paths: { '/lines': answers, '/stops': answers },
      });
    });
    app.get('/api/lines', (_request, response) => {
      response.json([{ id: 7, name: 'Harbour to Hill' }]);
    });
    app.get('/api/stops', (_request, response) => {
      response.json([{ id: 12, name: 'Fish market', lines: [7] }]);
    });
    app.use((_request, response) => {
      response.status(404).json({ error: 'not_found' });
    });
    return app;
  });
}

/** An API that refuses in a form a program can read, and a business that says nothing else. */
export function silentTarget(): Promise<ScanTarget> {
  return serveTarget(() => {
    const app = express();
    app.use('/api/orders', (_request, response) => {
      response.status(401).json({ error: 'unauthorized', message: 'Not authorized.' });
    });
    app.use((_request, response) => {
      response.status(404).json({ error: 'not_found' });
    });
    return app;
  });
}

/** A small website: pages, no API, no OAuth. */
export function websiteTarget(): Promise<ScanTarget> {
  return serveTarget(() => {
    const app = express();
    app.get('/', (_request, response) => {
      response
        .type('html')
        .send(
          '<!doctype html><html lang="en"><title>Corner bakery</title><h1>Bread since 1911</h1><p>Open from seven to noon.</p><a href="/find-us">Find us</a></html>',
        );
    });
    app.get('/find-us', (_request, response) => {
      response
        .type('html')
        .send('<!doctype html><html lang="en"><title>Find us</title><p>Next to the church.</p></html>');
    });
    app.use((_request, response) => {
      response.status(404).type('html').send('<!doctype html><title>Not found</title>');
    });
    return app;
  });
}

/** The same kind of website, whose robots.txt asks this scanner to stay out. */
export function closedTarget(): Promise<ScanTarget> {
  return serveTarget(() => {
    const app = express();
    app.get('/robots.txt', (_request, response) => {
      response.type('text').send('User-agent: Latchkey\nDisallow: /\n');
    });
    app.use((_request, response) => {
      response.type('html').send('<!doctype html><title>Private</title>');
    });
    return app;
  });
}

/** An API behind a login page made for people: every call is redirected, nothing else is published. */
export function loginTarget(): Promise<ScanTarget> {
  return serveTarget(() => {
    const app = express();
    app.get('/login', (_request, response) => {
      response
        .type('html')
        .send(
          '<!doctype html><html lang="en"><title>Log in</title><form method="post"><label>Email <input name="email" type="email"></label><label>Password <input name="password" type="password"></label><button>Log in</button></form></html>',
        );
    });
    app.get('/openapi.json', (_request, response) => {
      response.json({
        openapi: '3.0.3',
        info: { title: 'Intranet', version: '1' },
        servers: [{ url: '/api' }],
        components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } } },
        security: [{ session: [] }],
        paths: { '/staff': { get: { responses: { 200: { description: 'Staff' } } } } },
      });
    });
    app.use('/api', (_request, response) => response.redirect(302, '/login'));
    app.use((_request, response) => response.redirect(302, '/login'));
    return app;
  });
}

function challenge(response: Response): void {
  response
    .status(403)
    .set({ server: 'cloudflare', 'cf-mitigated': 'challenge', 'cf-ray': '8f0c0ffee0000000-FRA' })
    .type('html')
    .send(
      '<!doctype html><html lang="en"><head><title>Just a moment...</title></head><body><div id="challenge-form"></div><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>',
    );
}

/** A challenge page of a bot wall, with the marks that Cloudflare leaves, on everything. */
export function wallTarget(): Promise<ScanTarget> {
  return serveTarget(() => {
    const app = express();
    app.use((_request, response) => challenge(response));
    return app;
  });
}

/** Answers slowly, so that a scan of it can be watched. */
export function slowTarget(): Promise<ScanTarget> {
  return serveTarget((origin) => {
    const app = express();
    app.use((_request, _response, next) => setTimeout(next, 500));
    app.use('/api', (_request, response) => refuse(response, origin));
    app.use((_request, response) => {
      response.status(404).json({ error: 'not_found' });
    });
    return app;
  });
}
