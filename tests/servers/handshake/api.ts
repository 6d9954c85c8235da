/** What the servers of this folder share: a described API beside an authorization server, on one origin of loopback. */
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { VerifyRequest } from '../../../lib/scan/schema/verify-request.ts';
import { listenOnLoopback, type RunningServer } from '../types.ts';

/** Made up for these servers; nothing else knows them. Each has a shape of its own, so that no pattern but the letter finds all of them. */
export const secrets = {
  secret: 'zw8Hq2LrT5vXn9KdP3mB7cYf',
  /** With signs that every encoding writes differently. */
  awkward: 'kiosk+harbour/ledger "quartz" & walnut=9',
  key: 'lk_live_5dR2xV8nQ0bT7mZ4',
  clientId: 'shop-9f2c1d77e0',
} as const;

/** Something of the API's own, which no report may hold. */
export const privateData = 'Hedwig Amselfeld, 14 boxes of tangerines';

export interface Handshaker {
  id: string;
  title: string;
  start(): Promise<
    Pick<RunningServer, 'url' | 'log' | 'stop'> & {
      request: VerifyRequest;
      secrets: string[];
      /** Puts a line into the file by which owners prove an address; null takes it away. */
      publish(line: string | null): void;
    }
  >;
}

export type Given = Omit<VerifyRequest, 'hosts'> & { secrets?: string[] };

/** Starts an app whose request for verification names its own host, unless it names others. */
export async function serve(
  make: (app: Express, origin: string) => Given | Promise<Given>,
  hosts?: (origin: string) => string[],
): ReturnType<Handshaker['start']> {
  let given: Given | undefined;
  let published: string | null = null;
  const { url, log, stop } = await listenOnLoopback(async (origin) => {
    const app = express();
    app.disable('x-powered-by');
    app.get('/.well-known/latchkey.txt', (_request, response) => {
      if (published === null) response.status(404).json({ error: 'not_found' });
      else response.type('text').send(`${published}\n`);
    });
    given = await make(app, origin);
    return app;
  });
  if (!given) throw new Error('The server was not made.');
  const { secrets: more = [], ...request } = given;
  const { credentials } = request;
  const own =
    credentials.kind === 'client-secret' ? credentials.secret : credentials.kind === 'api-key' ? credentials.key : '';
  return {
    url,
    log,
    stop,
    request: { ...request, hosts: hosts?.(url) ?? [new URL(url).host] },
    secrets: [own, ...more].filter(Boolean),
    publish: (line) => {
      published = line;
    },
  };
}

/** An API description with one operation that reads. */
export function describe(
  app: Express,
  origin: string,
  security: Record<string, unknown> = { type: 'http', scheme: 'bearer' },
): void {
  app.get('/openapi.json', (_request, response) => {
    response.json({
      openapi: '3.0.3',
      info: { title: 'Orders', version: '1' },
      servers: [{ url: `${origin}/api` }],
      components: { securitySchemes: { credential: security } },
      security: [{ credential: [] }],
      paths: {
        '/orders': { get: { responses: { 200: { description: 'Orders' }, 401: { description: 'No credential' } } } },
      },
    });
  });
}

export const orders = (response: Response) => response.json([{ id: 1, customer: privateData }]);

export function refuse(response: Response, error = 'invalid_token', status = 401): void {
  response
    .status(status)
    .set('www-authenticate', `Bearer error="${error}"`)
    .json({ error, error_description: 'The access token is missing, damaged or has ended.' });
}

export const bearerOf = (request: Request): string =>
  /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? '';

/** A handler that waits for something; what fails is the server's own 500. */
export const waiting =
  (work: (request: Request, response: Response) => Promise<unknown>): RequestHandler =>
  (request, response, next) => {
    work(request, response).catch(next);
  };
