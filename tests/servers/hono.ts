/** hono with the guards that it brings along. */
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { jwt } from 'hono/jwt';
import { expectation, noCredit } from '../worlds/lib/world.ts';
import { listenOnLoopback, type RealServer } from './types.ts';

/** Both answer 401 with the text "Unauthorized" and a challenge that says Bearer. */
const expected = (url: string) =>
  expectation({
    apiBases: [url],
    tokenEndpoint: null,
    outcome: 'scored',
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['fail', 'partial', 'unknown'],
      'token-expiry': ['n/a', 'unknown', 'partial'],
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': ['absent', 'unknown'] },
  });

async function serve(path: string, make: () => Hono): ReturnType<RealServer['start']> {
  const handle = getRequestListener(make().fetch);
  const { url, log, stop } = await listenOnLoopback(() => (request, response) => void handle(request, response));
  return { url: url + path, log, stop, expect: expected(url) };
}

export const honoBearer: RealServer = {
  id: 'hono-bearer',
  title: 'hono with bearerAuth before everything under /api; the root says hello, nothing is documented',
  start: () =>
    serve('', () =>
      new Hono()
        .get('/', (context) => context.text('Hello Hono!'))
        .use('/api/*', bearerAuth({ token: 'a-key-that-nobody-sends' }))
        .get('/api/page', (context) => context.json({ page: 1 })),
    ),
};

export const honoJwt: RealServer = {
  id: 'hono-jwt',
  title: 'hono with its JWT middleware; the address of one endpoint is typed',
  start: () =>
    serve('/auth/page', () =>
      new Hono()
        .use('/auth/*', jwt({ secret: 'a-secret-that-nobody-has', alg: 'HS256' }))
        .get('/auth/page', (context) => context.text('You are authorized')),
    ),
};
