/** Servers that do what they should not: with tokens, with the credential, and with where it is sent. */
import { randomBytes } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { bearerOf, describe, orders, refuse, secrets, serve, type Given, type Handshaker } from './api.ts';

const { secret, clientId } = secrets;
const given: Given = { credentials: { kind: 'client-secret', clientId, secret } };

interface Trap {
  /** Members of the metadata that differ. */
  metadata?: (origin: string) => Record<string, unknown>;
  /** Answers a request for a token of the right client. Default: gives one. */
  token?: (request: Request, response: Response, give: () => void) => void;
  /** Answers a call. Default: lets in the tokens that were given. */
  call?: (request: Request, response: Response, known: ReadonlySet<string>) => void;
  request?: (origin: string) => Partial<Given>;
  hosts?: (origin: string) => string[];
  accepts?: (secret: string) => boolean;
}

/** Whether a request for a token comes from the right client, by Basic or in the body. */
function clientSecret(request: Request): string {
  const basic = /^Basic (.+)$/.exec(request.get('authorization') ?? '')?.[1];
  if (basic !== undefined)
    return decodeURIComponent(Buffer.from(basic, 'base64').toString().split(':').slice(1).join(':'));
  const inBody = (request.body as Record<string, unknown> | undefined)?.['client_secret'];
  return typeof inBody === 'string' ? inBody : '';
}

function trap(id: string, title: string, { metadata, token, call, request, hosts, accepts }: Trap): Handshaker {
  return {
    id,
    title,
    start: () =>
      serve((app: Express, origin) => {
        const known = new Set<string>();
        describe(app, origin);
        app.get('/.well-known/oauth-authorization-server', (_request, response) => {
          response.json({
            issuer: origin,
            token_endpoint: `${origin}/oauth/token`,
            response_types_supported: [],
            grant_types_supported: ['client_credentials'],
            token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
            scopes_supported: ['orders:read'],
            ...metadata?.(origin),
          });
        });
        app.post('/oauth/token', express.urlencoded({ extended: false }), (asked, response) => {
          response.set('cache-control', 'no-store');
          const { grant_type: grant } = asked.body as Record<string, string>;
          const give = () => {
            const access_token = randomBytes(24).toString('base64url');
            known.add(access_token);
            response.json({ access_token, token_type: 'Bearer', expires_in: 600 });
          };
          const right = accepts ?? ((sent: string) => sent === secret);
          if (grant !== 'client_credentials') response.status(400).json({ error: 'unsupported_grant_type' });
          else if (!right(clientSecret(asked))) response.status(401).json({ error: 'invalid_client' });
          else if (token) token(asked, response, give);
          else give();
        });
        app.get('/api/orders', (asked, response) => {
          if (call && bearerOf(asked) !== '') call(asked, response, known);
          else if (known.has(bearerOf(asked))) orders(response);
          else refuse(response);
        });
        return { ...given, ...request?.(origin) };
      }, hosts),
  };
}

/** What a server that repeats what it was sent writes: the same in every encoding that a log or an error page uses. */
function echo(request: Request): Record<string, unknown> {
  const sent = [
    request.get('authorization') ?? '',
    clientSecret(request),
    bearerOf(request),
    JSON.stringify(request.body ?? {}),
  ];
  const bytes = (text: string) => Buffer.from(text);
  return {
    error: 'not_today',
    debug: sent.flatMap((text) => [
      text,
      encodeURIComponent(text),
      bytes(text).toString('base64'),
      bytes(`request was ${text} at noon`).toString('base64url'),
      bytes(text).toString('hex'),
      text.toUpperCase(),
      JSON.stringify(JSON.stringify({ text })),
      text.replace(/[^a-z]/gi, (sign) => `&#${sign.charCodeAt(0)};`),
      text.slice(0, -3),
    ]),
  };
}

export const anyToken = trap('trap-any-token', 'takes any bearer token', {
  call: (_request, response) => void orders(response),
});

export const refusesOwn = trap('trap-refuses-own', 'gives machine tokens and refuses them', {
  call: (_request, response) => refuse(response),
});

export const errorIn200 = trap('trap-error-in-200', 'answers a call with an error under HTTP 200', {
  call: (_request, response) => void response.json({ ok: false, error: 'token_not_allowed' }),
});

export const tokenErrorIn200 = trap(
  'trap-token-error-in-200',
  'answers a request for a token with an error under HTTP 200',
  {
    token: (_request, response) =>
      void response.json({ error: 'unauthorized_client', error_description: 'This client is asleep.' }),
  },
);

export const wrongAudience = trap('trap-audience', 'gives a JWT for another audience and refuses it for that', {
  token: (_request, response) => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    response.json({
      access_token: `${part({ alg: 'none' })}.${part({ aud: 'urn:another:api', sub: clientId })}.${randomBytes(32).toString('base64url')}`,
      token_type: 'Bearer',
      expires_in: 600,
    });
  },
  call: (_request, response) =>
    void response.status(401).json({ error: 'invalid_token', error_description: 'wrong audience' }),
});

let rotated = false;
export const rotates = trap('trap-rotates', 'changes the secret with the first token', {
  accepts: (sent) => sent === secret && !rotated,
  token: (_request, response, give) => {
    rotated = true;
    response.set('x-new-client-secret', 'Wn5kB8tQ2yH7pC3vM9dZ4xLg');
    give();
  },
  request: () => ({ secrets: ['Wn5kB8tQ2yH7pC3vM9dZ4xLg'] }),
});

const wantsCertificate = (id: string, title: string, methods: string[], description: string) =>
  trap(id, title, {
    metadata: () => ({
      token_endpoint_auth_methods_supported: methods,
      tls_client_certificate_bound_access_tokens: true,
    }),
    token: (_request, response) =>
      void response.status(401).json({ error: 'invalid_client', error_description: description }),
  });

export const certificateListed = wantsCertificate(
  'trap-mtls-listed',
  'lists mutual TLS as the only way to authenticate, and refuses without a reason',
  ['tls_client_auth', 'self_signed_tls_client_auth'],
  'Client authentication failed.',
);

export const certificateSaid = wantsCertificate(
  'trap-mtls-said',
  'lists a secret as enough, and refuses because there is no client certificate',
  ['client_secret_basic', 'tls_client_auth'],
  'No client certificate was presented.',
);

export const slow = trap('trap-slow', 'never answers the right client', { token: () => undefined });

export const echoes = trap(
  'trap-echoes',
  'repeats what it was sent in every encoding, from the token endpoint and from the API',
  {
    accepts: () => true,
    token: (request, response, give) => {
      if (clientSecret(request) === secret && request.get('authorization')) give();
      else
        response
          .status(400)
          .set('x-debug', request.get('authorization') ?? clientSecret(request))
          .json(echo(request));
    },
    call: (request, response, known) => {
      response.set('x-debug', request.get('authorization') ?? '');
      if (known.has(bearerOf(request))) response.json(echo(request));
      else response.status(401).json(echo(request));
    },
  },
);

export const refusedByRule: (Handshaker & { code: string })[] = [
  {
    code: 'redirects',
    ...trap('rule-redirects', 'a token endpoint that redirects', {
      accepts: () => true,
      token: (_request, response) => response.redirect(307, 'https://collector.example/token'),
    }),
  },
  {
    code: 'foreign-issuer',
    ...trap('rule-issuer', 'metadata that speaks for another issuer', {
      metadata: () => ({ issuer: 'https://login.elsewhere.example' }),
    }),
  },
  {
    code: 'foreign-endpoint',
    ...trap('rule-foreign', 'a token endpoint on a host that nothing of the domain names', {
      request: () => ({ tokenEndpoint: 'https://collector.example/token' }),
      hosts: (origin) => [new URL(origin).host, 'collector.example'],
    }),
  },
  {
    code: 'not-confirmed',
    ...trap('rule-unconfirmed', 'a token endpoint on another host, named by the domain, confirmed by nobody', {
      metadata: () => ({ token_endpoint: 'https://collector.example/token' }),
    }),
  },
  {
    code: 'plain-http',
    ...trap('rule-plain', 'a token endpoint over plain HTTP', {
      request: () => ({ tokenEndpoint: 'http://collector.example/token' }),
      hosts: () => ['collector.example'],
    }),
  },
  {
    code: 'not-public',
    ...trap('rule-inside', 'a token endpoint inside a network, named by the domain and confirmed', {
      metadata: () => ({ token_endpoint: 'https://10.0.0.5/token' }),
      hosts: (origin) => [new URL(origin).host, '10.0.0.5'],
    }),
  },
  {
    code: 'foreign-operation',
    ...trap('rule-operation', 'an operation on a host that is not the domain’s', {
      request: () => ({ operation: 'https://collector.example/orders' }),
      hosts: (origin) => [new URL(origin).host, 'collector.example'],
    }),
  },
  {
    code: 'changes-something',
    ...trap('rule-order', 'an operation that says that it changes something', {
      request: (origin) => ({ operation: `${origin}/api/orders/5/cancel` }),
    }),
  },
];
