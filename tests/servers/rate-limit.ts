/** express-rate-limit that lets five requests through and answers 429 from then on. */
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { expectation, noCredit } from '../worlds/lib/world.ts';
import { homePage } from './home-page.ts';
import { listenOnLoopback, type RealServer } from './types.ts';

export const limited: RealServer = {
  id: 'express-rate-limit',
  title: 'express-rate-limit: 429 from the sixth request on',
  async start() {
    const { url, log, stop } = await listenOnLoopback((base) => {
      const app = express();
      app.use(rateLimit({ windowMs: 60_000, limit: 5 }));
      app.get('/', (_request, response) =>
        response.type('html').send(homePage('Weather', `<pre>curl ${base}/api/forecast -H "X-API-Key: $KEY"</pre>`)),
      );
      app.use('/api', (_request, response) => response.status(401).json({ error: 'Send your key in X-API-Key' }));
      return app;
    });
    return {
      url,
      log,
      stop,
      expect: expectation({
        apiBases: [url],
        tokenEndpoint: null,
        outcome: ['blocked', 'scored'],
        // What five answers do not show is unknown, and no fault of the API.
        signals: {
          'structured-401': ['pass', 'unknown'],
          'bearer-token': ['fail', 'unknown'],
          'client-credentials': noCredit,
          'oauth-discovery': ['n/a', 'unknown'],
          'self-service-keys': ['partial', 'unknown'],
          'token-expiry': ['n/a', 'unknown'],
          'scope-restriction': ['n/a', 'unknown'],
        },
        antiPatterns: { 'session-cookie-only': ['absent', 'unknown'], 'browser-only-oauth': ['absent', 'unknown'] },
      }),
    };
  },
};
