/** oauth2-mock-server: gives a token to anybody who asks. A grave fault if it were a business (STANDARDS PR4). */
import type { Server } from 'node:http';
import { OAuth2Server } from 'oauth2-mock-server';
import { expectation } from '../worlds/lib/world.ts';
import { watch, type RealServer } from './types.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const mockServer: RealServer = {
  id: 'oauth2-mock-server',
  title: 'oauth2-mock-server: a token for every client',
  async start() {
    const mock = new OAuth2Server();
    await mock.issuer.keys.generate('RS256');
    const server: Server = createServer(mock.service.requestHandler);
    const log = watch(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    mock.issuer.url = url;
    return {
      url,
      log,
      stop: () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(() => resolve());
        }),
      expect: expectation({
        tokenEndpoint: `${url}/token`,
        // What its tokens open is nowhere to be seen.
        outcome: ['scored', 'blocked'],
        flows: {
          client_credentials: 'yes',
          authorization_code: ['yes', 'unknown'],
          password: ['yes', 'no', 'unknown'],
          refresh_token: ['yes', 'no', 'unknown'],
        },
        signals: { 'client-credentials': 'pass', 'oauth-discovery': ['pass', 'partial'] },
        antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
      }),
    };
  },
};
