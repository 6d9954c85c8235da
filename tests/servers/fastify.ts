/** fastify with @fastify/swagger: static keys as bearer tokens beside a description at /openapi.json; a key header beside one at /documentation/json. */
import bearerAuth from '@fastify/bearer-auth';
import swagger from '@fastify/swagger';
import fastify from 'fastify';
import { expectation, noCredit } from '../worlds/lib/world.ts';
import { watch, type RealServer } from './types.ts';

export const fastifyBearer: RealServer = {
  id: 'fastify-bearer',
  title: 'fastify with @fastify/bearer-auth, OpenAPI by @fastify/swagger',
  async start() {
    const app = fastify();
    await app.register(swagger, {
      openapi: {
        openapi: '3.0.3',
        info: { title: 'Sensor API', version: '1.0.0' },
        components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A static key' } } },
        security: [{ key: [] }],
      },
    });
    app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
    await app.register(async (guarded) => {
      await guarded.register(bearerAuth, { keys: new Set(['a-key-that-nobody-sends']) });
      guarded.get(
        '/sensors',
        { schema: { summary: 'List sensors', response: { 200: { type: 'array', items: { type: 'string' } } } } },
        () => [],
      );
      guarded.get(
        '/readings',
        { schema: { summary: 'List readings', response: { 200: { type: 'array', items: { type: 'string' } } } } },
        () => [],
      );
    });
    await app.ready();
    const log = watch(app.server);
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    return {
      url,
      log,
      stop: () => app.close(),
      expect: expectation({
        apiBases: [url],
        tokenEndpoint: null,
        signals: {
          'structured-401': 'pass',
          'bearer-token': 'pass',
          'client-credentials': noCredit,
          'oauth-discovery': noCredit,
          'self-service-keys': ['fail', 'partial', 'unknown'],
          'token-expiry': ['n/a', 'unknown', 'partial'],
          'scope-restriction': noCredit,
        },
        antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': ['absent', 'unknown'] },
      }),
    };
  },
};

export const fastifyLogin: RealServer = {
  id: 'fastify-login',
  title: 'fastify with a sign-in by call that answers with a token, OpenAPI at /documentation/json',
  async start() {
    const app = fastify();
    await app.register(swagger, {
      openapi: {
        openapi: '3.0.3',
        info: { title: 'Fleet API', version: '1.0.0' },
        components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      },
    });
    const text = { type: 'string' } as const;
    app.get('/documentation/json', { schema: { hide: true } }, () => app.swagger());
    await app.register(async (guarded) => {
      await guarded.register(bearerAuth, { keys: new Set(['a-key-that-nobody-sends']) });
      guarded.get('/vans', { schema: { summary: 'List vans', security: [{ token: [] }] } }, () => []);
    });
    app.post(
      '/login',
      {
        schema: {
          summary: 'Sign in',
          body: { type: 'object', properties: { username: text, password: text } },
          response: {
            200: { type: 'object', properties: { token: text } },
            401: { type: 'object', properties: { message: text } },
          },
        },
      },
      (_request, reply) => reply.code(401).send({ message: 'Wrong name or password' }),
    );
    await app.ready();
    const log = watch(app.server);
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    return {
      url,
      log,
      stop: () => app.close(),
      expect: expectation({
        apiBases: [url],
        signals: {
          'structured-401': 'pass',
          'bearer-token': 'pass',
          'client-credentials': noCredit,
          'token-expiry': ['pass', 'partial'],
        },
        antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
      }),
    };
  },
};

export const fastifyKey: RealServer = {
  id: 'fastify-key',
  title: 'fastify with a key in X-API-Key; nothing at the root, the description where @fastify/swagger-ui puts it',
  async start() {
    const app = fastify();
    await app.register(swagger, {
      openapi: {
        openapi: '3.0.3',
        info: { title: 'Fleet API', version: '1.0.0' },
        components: { securitySchemes: { key: { type: 'apiKey', name: 'X-API-Key', in: 'header' } } },
        security: [{ key: [] }],
      },
    });
    app.get('/documentation/json', { schema: { hide: true } }, () => app.swagger());
    await app.register((guarded, _options, done) => {
      guarded.addHook('onRequest', (request, reply, next) => {
        if (request.headers['x-api-key']) next();
        else void reply.code(401).send({ statusCode: 401, error: 'Unauthorized', message: 'Missing API key' });
      });
      guarded.get(
        '/vehicles',
        { schema: { summary: 'List vehicles', response: { 200: { type: 'array', items: { type: 'string' } } } } },
        () => [],
      );
      done();
    });
    await app.ready();
    const log = watch(app.server);
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    return {
      url,
      log,
      stop: () => app.close(),
      expect: expectation({
        apiBases: [url],
        tokenEndpoint: null,
        outcome: 'scored',
        signals: {
          'structured-401': 'pass',
          'bearer-token': 'fail',
          'client-credentials': noCredit,
          'oauth-discovery': noCredit,
          'self-service-keys': ['fail', 'partial', 'unknown'],
          'token-expiry': ['n/a', 'unknown', 'partial'],
          'scope-restriction': noCredit,
        },
        antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': ['absent', 'unknown'] },
      }),
    };
  },
};
