/** Servers that answer anybody: json-server, and GraphQL Yoga whose data needs a token. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSchema, createYoga } from 'graphql-yoga';
import { GraphQLError } from 'graphql';
import jsonServer from 'json-server';
import { expectation, noCredit } from '../worlds/lib/world.ts';
import { listenOnLoopback, watch, type RealServer } from './types.ts';

export const openJson: RealServer = {
  id: 'json-server',
  title: 'json-server: every resource open',
  async start() {
    const {
      url: origin,
      log,
      stop,
    } = await listenOnLoopback(() => {
      const app = jsonServer.create();
      app.use(jsonServer.defaults({ logger: false }));
      app.use(jsonServer.router({ posts: [{ id: 1, title: 'hello' }], comments: [{ id: 1, postId: 1, body: 'hi' }] }));
      return app;
    });
    return {
      url: `${origin}/posts`,
      log,
      stop,
      expect: expectation({
        apiBases: [origin],
        // One resource that answers is no proof that the others need no credentials.
        outcome: 'undecided',
        tokenEndpoint: null,
        signals: {
          'structured-401': ['pass', 'n/a', 'unknown'],
          'bearer-token': ['n/a', 'unknown', 'fail'],
          'client-credentials': noCredit,
          'oauth-discovery': noCredit,
          'self-service-keys': ['pass', 'n/a', 'unknown'],
          'token-expiry': ['n/a', 'unknown'],
          'scope-restriction': ['n/a', 'unknown'],
        },
        antiPatterns: {
          'session-cookie-only': ['absent', 'unknown'],
          'browser-only-oauth': 'absent',
          'manual-key-approval': ['absent', 'unknown'],
        },
      }),
    };
  },
};

export const yoga: RealServer = {
  id: 'graphql-yoga',
  title: 'GraphQL Yoga: schema open, every field refuses without a bearer token',
  async start() {
    const refuse = (): never => {
      throw new GraphQLError('A bearer token is needed', {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers: { 'www-authenticate': 'Bearer' } } },
      });
    };
    const app = createYoga({
      schema: createSchema({
        typeDefs: 'type Query { me: String, orders: [String] }',
        resolvers: { Query: { me: refuse, orders: refuse } },
      }),
      logging: false,
    });
    const server = createServer((request, response) => void app(request, response));
    const log = watch(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return {
      url: `${origin}/graphql`,
      log,
      stop: () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(() => resolve());
        }),
      expect: expectation({
        apiBases: [origin],
        // Its schema is open and its fields are not: an answer to a question about neither tells them apart.
        outcome: 'scored',
        tokenEndpoint: null,
        signals: {
          'structured-401': ['pass', 'unknown', 'n/a'],
          'bearer-token': ['pass', 'unknown', 'n/a'],
          'client-credentials': noCredit,
          'oauth-discovery': noCredit,
          'token-expiry': ['unknown', 'n/a'],
          'scope-restriction': noCredit,
        },
        antiPatterns: { 'session-cookie-only': ['absent', 'unknown'] },
      }),
    };
  },
};
