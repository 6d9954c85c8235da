/** Servers that answer anybody: json-server, GraphQL Yoga with open data, and with data that needs a token. */
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
        outcome: 'blocked',
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

const refuse = (): never => {
  throw new GraphQLError('A bearer token is needed', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers: { 'www-authenticate': 'Bearer' } } },
  });
};

const yogaOf = (
  { id, title }: Pick<RealServer, 'id' | 'title'>,
  schema: Parameters<typeof createSchema>[0],
  expect: Parameters<typeof expectation>[0],
): RealServer => ({
  id,
  title,
  async start() {
    const app = createYoga({ schema: createSchema(schema), logging: false });
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
      expect: expectation({ apiBases: [origin], outcome: 'scored', tokenEndpoint: null, ...expect }),
    };
  },
});

export const yoga = yogaOf(
  { id: 'graphql-yoga', title: 'GraphQL Yoga: schema open, every field refuses without a bearer token' },
  {
    typeDefs: 'type Query { me: String, orders: [String] }',
    resolvers: { Query: { me: refuse, orders: refuse } },
  },
  {
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'token-expiry': ['unknown', 'n/a'],
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent' },
  },
);

export const yogaOpen = yogaOf(
  { id: 'graphql-yoga-open', title: 'GraphQL Yoga: every field open' },
  {
    typeDefs: 'type Book { title: String } type Query { books: [Book], authors: [String], book(id: ID!): Book }',
    resolvers: { Query: { books: () => [{ title: 'The Awakening' }], authors: () => ['Kate Chopin'] } },
  },
  {
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'n/a',
      'client-credentials': 'n/a',
      'self-service-keys': 'n/a',
      'token-expiry': 'n/a',
      'scope-restriction': 'n/a',
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  },
);
