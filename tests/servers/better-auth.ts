/** better-auth in front of a service of one's own: people sign in, and the service looks at the session. */
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node';
import { openAPI } from 'better-auth/plugins';
import express from 'express';
import { expectation, noCredit } from '../worlds/lib/world.ts';
import { listenOnLoopback, type RealServer } from './types.ts';

const tables = () => memoryAdapter({ user: [], session: [], account: [], verification: [] });

/** `described`: with the plugin that describes its own endpoints. */
const betterAuthServer = (id: string, title: string, described: boolean): RealServer => ({
  id,
  title,
  async start() {
    const { url, log, stop } = await listenOnLoopback((baseURL) => {
      const auth = betterAuth({
        baseURL,
        secret: 'a secret of thirty-two letters, at least',
        database: tables(),
        emailAndPassword: { enabled: true },
        plugins: described ? [openAPI()] : [],
        logger: { disabled: true },
        telemetry: { enabled: false },
      });
      const app = express();
      app.all('/api/auth/{*any}', toNodeHandler(auth));
      app.get('/', (_request, response) =>
        response
          .type('html')
          .send(
            `<html lang="en"><head><title>Notes</title></head><body><h1>Notes</h1>${described ? '<a href="/api/auth/reference">API reference</a> ' : ''}<a href="/api/notes">Notes</a></body></html>`,
          ),
      );
      app.get('/api/notes', (request, response, next) => {
        auth.api
          .getSession({ headers: fromNodeHeaders(request.headers) })
          .then((session) => (session ? response.json([]) : response.status(401).json({ message: 'Unauthorized' })))
          .catch(next);
      });
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
          'structured-401': ['pass', 'partial'],
          // Its description declares bearer tokens, which only a plugin would make it take.
          'bearer-token': described ? ['pass', 'fail', 'unknown'] : ['fail', 'unknown'],
          'client-credentials': noCredit,
          'oauth-discovery': noCredit,
        },
        antiPatterns: { 'session-cookie-only': ['present', 'absent', 'unknown'] },
      }),
    };
  },
});

export const betterAuthSessions = betterAuthServer(
  'better-auth',
  'better-auth: sessions, and a service behind them',
  false,
);
export const betterAuthDescribed = betterAuthServer(
  'better-auth-described',
  'better-auth with its openAPI plugin',
  true,
);
