/** The MCP TypeScript SDK: a server with its own authorization router, and one without any authorization. */
import { randomUUID } from 'node:crypto';
import {
  createOAuthMetadata,
  mcpAuthMetadataRouter,
  mcpAuthRouter,
} from '@modelcontextprotocol/sdk/server/auth/router.js';
import { InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import type { OAuthServerProvider } from '@modelcontextprotocol/sdk/server/auth/provider.js';
import type { OAuthClientInformationFull } from '@modelcontextprotocol/sdk/shared/auth.js';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import express from 'express';
import { expectation } from '../worlds/lib/world.ts';
import { listenOnLoopback, type RealServer } from './types.ts';

function provider(): OAuthServerProvider {
  const clients = new Map<string, OAuthClientInformationFull>();
  const refuse = () => Promise.reject(new InvalidTokenError('Unknown token'));
  return {
    clientsStore: {
      getClient: (id) => clients.get(id),
      registerClient(client) {
        const made: OAuthClientInformationFull = { ...client, client_id: randomUUID() };
        clients.set(made.client_id, made);
        return made;
      },
    },
    authorize: (_client, _parameters, response) => {
      response.status(200).type('html').send('<form method="post"><button>Allow</button></form>');
      return Promise.resolve();
    },
    challengeForAuthorizationCode: refuse,
    exchangeAuthorizationCode: refuse,
    exchangeRefreshToken: refuse,
    verifyAccessToken: refuse,
  };
}

function newServer(): McpServer {
  const server = new McpServer({ name: 'tide-tables', version: '1.0.0' });
  server.registerTool('tides', { description: 'Tides of a harbour' }, () => ({
    content: [{ type: 'text', text: 'high' }],
  }));
  return server;
}

const serve = (mount: (app: express.Express, base: string) => void) =>
  listenOnLoopback((base) => {
    const app = express();
    // Keeps the framework from printing the errors that it answers.
    app.set('env', 'test');
    mount(app, base);
    return app;
  });

const rpc: express.RequestHandler = (request, response, next) => {
  // Stateless, as the SDK's own example for serverless hosts: one transport per request.
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  const server = newServer();
  response.on('close', () => void transport.close());
  server
    .connect(transport)
    .then(() => transport.handleRequest(request, response, request.body))
    .catch(next);
};

export const mcpProtected: RealServer = {
  id: 'mcp-sdk-protected',
  title: 'MCP TypeScript SDK with mcpAuthRouter and requireBearerAuth',
  async start() {
    const oauth = provider();
    const {
      url: origin,
      log,
      stop,
    } = await serve((app, base) => {
      app.use(
        mcpAuthRouter({
          provider: oauth,
          issuerUrl: new URL(base),
          scopesSupported: ['tides:read'],
          resourceServerUrl: new URL(`${base}/mcp`),
        }),
      );
      app.use(express.json());
      app.all(
        '/mcp',
        requireBearerAuth({ verifier: oauth, resourceMetadataUrl: `${base}/.well-known/oauth-protected-resource/mcp` }),
        rpc,
      );
    });
    return {
      url: `${origin}/mcp`,
      log,
      stop,
      expect: expectation({
        apiBases: [origin],
        tokenEndpoint: `${origin}/token`,
        flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
        signals: {
          'structured-401': 'pass',
          'bearer-token': 'pass',
          'client-credentials': 'fail',
          'oauth-discovery': ['pass', 'partial'],
          'self-service-keys': 'pass',
          'token-expiry': ['pass', 'partial', 'unknown'],
          'scope-restriction': 'pass',
        },
        antiPatterns: { 'session-cookie-only': 'absent' },
        notJudged: ['browser-only-oauth'],
      }),
    };
  },
};

export const mcpElsewhere: RealServer = {
  id: 'mcp-sdk-other-host',
  title: 'MCP TypeScript SDK whose authorization server stands on another host',
  async start() {
    const oauth = provider();
    const issuer = await serve((app, base) => {
      app.use(mcpAuthRouter({ provider: oauth, issuerUrl: new URL(base), scopesSupported: ['tides:read'] }));
    });
    const resource = await serve((app, base) => {
      app.use(
        mcpAuthMetadataRouter({
          oauthMetadata: createOAuthMetadata({
            provider: oauth,
            issuerUrl: new URL(issuer.url),
            scopesSupported: ['tides:read'],
          }),
          resourceServerUrl: new URL(`${base}/mcp`),
          scopesSupported: ['tides:read'],
        }),
      );
      app.use(express.json());
      app.all(
        '/mcp',
        requireBearerAuth({ verifier: oauth, resourceMetadataUrl: `${base}/.well-known/oauth-protected-resource/mcp` }),
        rpc,
      );
    });
    return {
      url: `${resource.url}/mcp`,
      log: resource.log,
      stop: async () => {
        await resource.stop();
        await issuer.stop();
      },
      expect: expectation({
        apiBases: [resource.url],
        tokenEndpoint: `${issuer.url}/token`,
        flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
        signals: {
          'structured-401': 'pass',
          'bearer-token': 'pass',
          'client-credentials': 'fail',
          'oauth-discovery': 'pass',
          'self-service-keys': 'pass',
          'token-expiry': 'pass',
          'scope-restriction': 'pass',
        },
        antiPatterns: { 'browser-only-oauth': 'present', 'session-cookie-only': 'absent' },
      }),
    };
  },
};

export const mcpOpen: RealServer = {
  id: 'mcp-sdk-open',
  title: 'MCP TypeScript SDK without authorization',
  async start() {
    const {
      url: origin,
      log,
      stop,
    } = await serve((app) => {
      app.use(express.json());
      app.post('/mcp', rpc);
      app.get('/mcp', (_request, response) =>
        response
          .status(405)
          .json({ jsonrpc: '2.0', error: { code: -32000, message: 'Method not allowed.' }, id: null }),
      );
    });
    return {
      url: `${origin}/mcp`,
      log,
      stop,
      expect: expectation({
        apiBases: [origin],
        tokenEndpoint: null,
        signals: {
          'structured-401': ['pass', 'n/a', 'unknown'],
          'bearer-token': ['n/a', 'unknown', 'fail'],
          'client-credentials': ['fail', 'unknown', 'n/a'],
          'oauth-discovery': ['fail', 'unknown', 'n/a'],
          'token-expiry': ['n/a', 'unknown'],
          'scope-restriction': ['n/a', 'unknown'],
        },
        antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
      }),
    };
  },
};

export const mcpSessions: RealServer = {
  id: 'mcp-sdk-sessions',
  title: 'MCP TypeScript SDK with sessions and events that can be had again, without authorization',
  async start() {
    const transports = new Map<string, StreamableHTTPServerTransport>();
    const {
      url: origin,
      log,
      stop,
    } = await serve((app) => {
      app.use(express.json());
      app.all('/mcp', (request, response, next) => {
        const known = transports.get(request.get('mcp-session-id') ?? '');
        if (known) {
          known.handleRequest(request, response, request.body).catch(next);
          return;
        }
        if (request.method !== 'POST') {
          response.status(400).json({
            jsonrpc: '2.0',
            error: { code: -32000, message: 'Bad Request: No valid session ID provided' },
          });
          return;
        }
        const transport = new StreamableHTTPServerTransport({
          sessionIdGenerator: randomUUID,
          onsessioninitialized: (id) => void transports.set(id, transport),
          // With a store, a stream begins with an event that has an id and no message.
          eventStore: {
            storeEvent: () => Promise.resolve(randomUUID()),
            replayEventsAfter: () => Promise.resolve(''),
          },
        });
        newServer()
          .connect(transport)
          .then(() => transport.handleRequest(request, response, request.body))
          .catch(next);
      });
    });
    return {
      url: `${origin}/mcp`,
      log,
      stop,
      expect: expectation({
        apiBases: [origin],
        tokenEndpoint: null,
        signals: {
          'structured-401': 'pass',
          'bearer-token': 'n/a',
          'client-credentials': 'n/a',
          'token-expiry': 'n/a',
        },
        antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
      }),
    };
  },
};
