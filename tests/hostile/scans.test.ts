/**
 * Whole scans of hostile sites. Each row is one site on 127.0.0.2, the only address that is open, with what its scan must come to. Canaries stand
 * where an inside service would, on other loopback addresses; names and addresses of insides and of clouds lead to them or nowhere. After each
 * scan: they counted nothing, no credential went anywhere but to the origin that it was made for, and the next scan is as quick as ever.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseTarget, scan, type Report } from '../../lib/scan/index.ts';
import { report as reportSchema } from '../../lib/scan/schema/report.ts';
import { account, megabytes } from './support/account.ts';
import { heapInUse } from './support/measure.ts';
import { listen, serveHttp, serveNames, type Listening, type NameServer } from './support/servers.ts';

const siteAddress = '127.0.0.2';
const insides = ['127.0.0.1', '127.9.9.9', '127.0.0.53'];

/** One request that reached the site. */
interface Seen {
  host: string;
  method: string;
  path: string;
  authorization: string | null;
  cookie: string | null;
  body: string;
}

interface Place {
  /** Origin of the site itself. */
  self: string;
  /** Origins of the canaries, and of insides that are refused by name or by address. */
  inside: string[];
  /** Another origin of the attacker's own, which may be asked and may learn nothing. */
  other: string;
}

type Play = (request: IncomingMessage, reply: ServerResponse, at: Place) => void;

interface Row {
  name: string;
  play: Play;
  outcomes: readonly Report['outcome'][];
  /** More than this is asked, or the attack was not met at all. */
  requests?: number;
}

const send = (
  reply: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string | string[]> = {},
): void => {
  reply.writeHead(status, { 'content-type': type, ...headers });
  reply.end(body);
};
const html = (reply: ServerResponse, body: string, headers: Record<string, string | string[]> = {}): void =>
  send(reply, 200, 'text/html', body, headers);
const json = (
  reply: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string | string[]> = {},
): void => send(reply, status, 'application/json', JSON.stringify(value), headers);
const missing = (reply: ServerResponse): void => send(reply, 404, 'text/plain', 'not found');

/** Sends `piece` for as long as anybody reads. */
function pour(reply: ServerResponse, type: string, start: string, piece: string): void {
  reply.writeHead(200, { 'content-type': type });
  reply.write(start);
  const more = (): void => {
    while (!reply.destroyed && reply.write(piece)) continue;
  };
  reply.on('drain', more);
  more();
}

const docsPage = (body: string): string =>
  `<html><head><title>API documentation</title></head><body><main><h1>Authentication</h1><p>Send your API key in the Authorization header as a bearer token.</p>${body}</main></body></html>`;
const insideLinks = (at: Place, path: string, write: (url: string) => string): string =>
  at.inside.map((origin) => write(`${origin}${path}`)).join('\n');

/** Made once: a site that needs half a second to make its answer would be slow, not large. */
const large = Buffer.from(`<html><body>${'<p>Authentication with an API key. </p>'.repeat(1_300_000)}`);
const manyLinks = docsPage(
  Array.from({ length: 100_000 }, (_, i) => `<a href="/docs/auth-${i}">API authentication ${i}</a>`).join(''),
);

const rows: Row[] = [
  // size
  {
    name: 'HTML of 50 MB',
    outcomes: ['scored', 'no-api'],
    play: (_q, reply) => {
      reply.writeHead(200, { 'content-type': 'text/html' });
      reply.end(large);
    },
  },
  {
    name: 'HTML without end',
    outcomes: ['scored', 'no-api', 'unreachable', 'blocked'],
    play: (_q, reply) =>
      pour(reply, 'text/html', '<html><body>', '<p>Send your API key as a bearer token.</p>'.repeat(400)),
  },
  { name: '100,000 links', outcomes: ['scored', 'no-api'], play: (_q, reply) => html(reply, manyLinks) },
  {
    name: '100,000 hosts under the own domain',
    outcomes: ['scored', 'no-api'],
    play: (_q, reply) =>
      html(
        reply,
        docsPage(
          Array.from(
            { length: 30_000 },
            (_, i) => `<a href="http://docs${i}.hostile-widgets.com/docs">API docs</a>`,
          ).join(''),
        ),
      ),
  },
  {
    name: '100,000 nested elements',
    outcomes: ['scored', 'no-api'],
    play: (_q, reply) => html(reply, `<html><body>${'<div>'.repeat(100_000)}x`),
  },
  {
    name: 'nested tables, lists and forms',
    outcomes: ['scored', 'no-api'],
    play: (_q, reply) => html(reply, `<html><body>${'<table><tr><td><ul><li><form><select><option>'.repeat(20_000)}x`),
  },
  {
    name: 'one attribute of 5 MB',
    outcomes: ['scored', 'no-api'],
    play: (_q, reply) => html(reply, `<html><body><a href="/docs" title="${'a'.repeat(5_000_000)}">API docs</a>`),
  },
  {
    name: 'JSON without end',
    outcomes: ['scored', 'no-api', 'unreachable', 'blocked'],
    play: (_q, reply) =>
      pour(reply, 'application/json', '{"openapi":"3.1.0","paths":{', '"/a":{"get":{}},'.repeat(1000)),
  },
  {
    name: 'JSON 100,000 levels deep everywhere',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (_q, reply) => send(reply, 200, 'application/json', '['.repeat(100_000) + ']'.repeat(100_000)),
  },
  {
    name: 'an alias bomb for every description',
    outcomes: ['scored', 'no-api'],
    play: (q, reply) =>
      /openapi|swagger|docs/.test(q.url ?? '')
        ? send(
            reply,
            200,
            'application/yaml',
            `openapi: 3.1.0\na: &a [x,x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [${`*a${i === 0 ? '' : i - 1},`.repeat(10)}]\n`).join('')}paths: *a8\n`,
          )
        : html(reply, docsPage('<a href="/openapi.yaml">OpenAPI</a>')),
  },
  {
    name: 'robots.txt of 5 MB',
    outcomes: ['scored', 'no-api', 'refused'],
    play: (q, reply) =>
      q.url === '/robots.txt'
        ? send(
            reply,
            200,
            'text/plain',
            `${'\n'.repeat(2_000_000)}${'User-agent: x\nDisallow: /*a*b*c$\n'.repeat(100_000)}User-agent: Latchkey\nDisallow: /`,
          )
        : html(reply, docsPage('')),
  },
  {
    name: 'robots.txt with 20,000 rules for us',
    outcomes: ['scored', 'no-api', 'refused'],
    play: (q, reply) =>
      q.url === '/robots.txt'
        ? send(reply, 200, 'text/plain', `User-agent: Latchkey\n${`Disallow: /${'*a'.repeat(200)}\n`.repeat(200)}`)
        : html(reply, docsPage('')),
  },
  {
    name: 'llms.txt of 5 MB',
    outcomes: ['scored', 'no-api'],
    play: (q, reply) =>
      q.url === '/llms.txt'
        ? send(
            reply,
            200,
            'text/plain',
            '- [API authentication](https://hostile-widgets.com/docs/auth): keys\n'.repeat(80_000),
          )
        : missing(reply),
  },
  {
    name: 'a sitemap index of itself',
    outcomes: ['scored', 'no-api'],
    play: (q, reply, at) =>
      /sitemap/.test(q.url ?? '')
        ? send(
            reply,
            200,
            'application/xml',
            `<sitemapindex>${`<sitemap><loc>${at.self}/sitemap-docs.xml?${Math.random()}</loc></sitemap>`.repeat(5000)}</sitemapindex>`,
          )
        : missing(reply),
  },
  {
    name: 'cookies by the thousand',
    outcomes: ['scored', 'no-api', 'unreachable', 'blocked'],
    play: (_q, reply) =>
      html(reply, docsPage(''), {
        'set-cookie': Array.from({ length: 900 }, (_, i) => `session${i}=${'v'.repeat(10)}`),
      }),
  },
  {
    name: 'more header bytes than are read',
    outcomes: ['unreachable', 'blocked', 'no-api'],
    play: (_q, reply) =>
      html(reply, docsPage(''), {
        'set-cookie': Array.from({ length: 5000 }, (_, i) => `session${i}=${'v'.repeat(40)}`),
      }),
  },

  // mazes
  {
    name: 'a redirect maze',
    outcomes: ['unreachable', 'no-api', 'blocked'],
    play: (_q, reply, at) => send(reply, 302, 'text/html', '', { location: `${at.self}/${Math.random()}` }),
  },
  {
    name: 'a redirect maze over hosts',
    outcomes: ['unreachable', 'no-api', 'blocked'],
    play: (_q, reply, at) =>
      send(reply, 307, 'text/html', '', {
        location: `http://h${Math.floor(Math.random() * 1e6)}.hostile-widgets.com:${new URL(at.self).port}/`,
      }),
  },
  {
    name: 'pages that link to new pages',
    outcomes: ['scored', 'no-api'],
    requests: 8,
    play: (_q, reply) =>
      html(
        reply,
        docsPage(Array.from({ length: 50 }, () => `<a href="/docs/auth-${Math.random()}">Authentication</a>`).join('')),
      ),
  },
  {
    name: 'metadata that names new issuers',
    outcomes: ['scored', 'no-api'],
    requests: 8,
    play: (q, reply, at) => {
      const path = q.url ?? '';
      if (/protected-resource/.test(path))
        json(reply, {
          resource: at.self,
          authorization_servers: Array.from({ length: 100 }, () => `${at.self}/${Math.random()}`),
        });
      else if (/well-known/.test(path))
        json(reply, {
          issuer: `${at.self}/${Math.random()}`,
          token_endpoint: `${at.self}/token/${Math.random()}`,
          authorization_endpoint: `${at.self}/a`,
          registration_endpoint: `${at.self}/r/${Math.random()}`,
          userinfo_endpoint: `${at.self}/u`,
          response_types_supported: ['code'],
        });
      else
        json(reply, { error: 'no' }, 401, {
          'www-authenticate': `Bearer resource_metadata="${at.self}/.well-known/oauth-protected-resource/${Math.random()}"`,
        });
    },
  },
  {
    name: 'every answer 401 with another huge challenge',
    outcomes: ['scored'],
    requests: 8,
    play: (_q, reply) =>
      json(reply, { error: 'unauthorized' }, 401, {
        'www-authenticate': Array.from(
          { length: 60 },
          (_, i) =>
            `Scheme${i}${Math.floor(Math.random() * 1e9)} realm="${'r'.repeat(200)}", nonce="${Math.random()}", x${i}="\\"\\\\"`,
        ),
      }),
  },
  {
    name: 'every answer is slow',
    outcomes: ['scored', 'no-api', 'unreachable', 'blocked'],
    play: (_q, reply) => {
      setTimeout(() => html(reply, docsPage('')), 900);
    },
  },
  {
    name: 'every answer drips',
    outcomes: ['unreachable', 'no-api', 'blocked'],
    play: (_q, reply) => {
      reply.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => (reply.destroyed ? clearInterval(timer) : reply.write('<p>')), 20);
    },
  },
  {
    name: 'every answer 429 without end',
    outcomes: ['blocked', 'no-api', 'unreachable'],
    play: (_q, reply) => send(reply, 429, 'text/plain', 'slow down', { 'retry-after': '999999999' }),
  },
  {
    name: 'every status there is',
    outcomes: ['scored', 'no-api', 'unreachable', 'blocked'],
    play: (q, reply) => {
      const status = 200 + (((q.url ?? '').length * 37) % 700);
      send(reply, status, 'application/json', '{"error":"x"}', status < 400 ? { location: '/x' } : {});
    },
  },

  // ways inside
  {
    name: 'redirect inside',
    outcomes: ['unreachable', 'no-api', 'blocked'],
    play: (_q, reply, at) =>
      send(reply, 302, 'text/html', '', {
        location: `${at.inside[Math.floor(Math.random() * at.inside.length)]}/latest/meta-data/`,
      }),
  },
  {
    name: 'meta refresh and script location inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (_q, reply, at) =>
      html(
        reply,
        `<html><head><meta http-equiv="refresh" content="0; url=${at.inside[0]}/"></head><body><script>location = '${at.inside[1]}/'</script></body></html>`,
      ),
  },
  {
    name: 'links, base, forms and frames inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (_q, reply, at) =>
      html(
        reply,
        `<html><head><base href="${at.inside[0]}/"><link rel="service-desc" href="/openapi.json"></head><body><a href="/docs">API docs</a>${insideLinks(at, '/docs/api/authentication', (url) => `<a href="${url}">API authentication</a><iframe src="${url}"></iframe><form action="${url}"></form><img src="${url}">`)}</body></html>`,
      ),
  },
  {
    name: 'Link fields inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (_q, reply, at) =>
      html(reply, docsPage(''), {
        link: at.inside.map(
          (origin) =>
            `<${origin}/openapi.json>; rel="service-desc", <${origin}/wp-json/>; rel="https://api.w.org/", <${origin}/docs>; rel="service-doc"`,
        ),
      }),
  },
  {
    name: 'llms.txt and sitemap inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (q, reply, at) => {
      if (q.url === '/llms.txt')
        send(
          reply,
          200,
          'text/plain',
          `# Docs\n${insideLinks(at, '/docs/auth.md', (url) => `- [API authentication](${url})`)}\n`,
        );
      else if (/sitemap/.test(q.url ?? ''))
        send(
          reply,
          200,
          'application/xml',
          `<urlset>${insideLinks(at, '/docs/api', (url) => `<url><loc>${url}</loc></url>`)}</urlset>`,
        );
      else if (q.url === '/robots.txt')
        send(
          reply,
          200,
          'text/plain',
          insideLinks(at, '/sitemap.xml', (url) => `Sitemap: ${url}`),
        );
      else missing(reply);
    },
  },
  {
    name: 'API catalogue and agent cards inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (q, reply, at) => {
      if (/api-catalog/.test(q.url ?? ''))
        json(reply, {
          linkset: at.inside.map((origin) => ({
            anchor: `${origin}/api`,
            item: [{ href: `${origin}/v1` }],
            'service-desc': [{ href: `${origin}/openapi.json` }],
            'service-doc': [{ href: `${origin}/docs` }],
          })),
        });
      else if (/agent-card|ai-catalog|server-card/.test(q.url ?? ''))
        json(reply, {
          name: 'x',
          skills: [],
          url: at.inside[0],
          entries: at.inside.map((origin) => ({ type: 'application/mcp-server-card+json', url: `${origin}/card` })),
          remotes: at.inside.map((origin) => ({ url: `${origin}/mcp` })),
        });
      else missing(reply);
    },
  },
  {
    name: 'documentation that calls inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (_q, reply, at) =>
      html(
        reply,
        docsPage(
          `<pre>${insideLinks(at, '/v1/me', (url) => `curl ${url} -H 'Authorization: Bearer TOKEN'`)}\n${insideLinks(at, '/oauth/token', (url) => `POST ${url}\ngrant_type=client_credentials`)}\n${insideLinks(at, '/mcp', (url) => `MCP endpoint: ${url}`)}</pre><p>The base URL is ${at.inside[0]}/v1. The token endpoint is ${at.inside[1]}/oauth/token.</p>`,
        ),
      ),
  },
  {
    name: 'a viewer that loads its description inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (_q, reply, at) =>
      html(
        reply,
        docsPage(
          `<div id="swagger-ui"></div><script>${insideLinks(at, '/openapi.json', (url) => `SwaggerUIBundle({ url: "${url}" });`)}</script><redoc spec-url="${at.inside[0]}/openapi.json"></redoc>`,
        ),
      ),
  },
  {
    name: 'a description whose servers, token URLs and references are inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (q, reply, at) => {
      if (!/openapi/.test(q.url ?? '')) return html(reply, docsPage('<a href="/openapi.json">OpenAPI</a>'));
      return json(reply, {
        openapi: '3.1.0',
        info: { title: 'x', version: '1' },
        servers: at.inside.map((url) => ({ url })),
        externalDocs: { url: `${at.inside[0]}/docs` },
        components: {
          securitySchemes: {
            ...Object.fromEntries(
              at.inside.map((origin, i) => [
                `o${i}`,
                {
                  type: 'oauth2',
                  flows: {
                    clientCredentials: { tokenUrl: `${origin}/token`, refreshUrl: `${origin}/refresh`, scopes: {} },
                    authorizationCode: {
                      authorizationUrl: `${origin}/authorize`,
                      tokenUrl: `${origin}/token`,
                      scopes: {},
                    },
                  },
                  'x-metadata': origin,
                },
              ]),
            ),
            ...Object.fromEntries(
              at.inside.map((origin, i) => [
                `c${i}`,
                { type: 'openIdConnect', openIdConnectUrl: `${origin}/.well-known/openid-configuration` },
              ]),
            ),
            ref: { $ref: `${at.inside[0]}/components.json#/x` },
          },
        },
        security: [{ o0: [] }],
        paths: {
          '/me': { $ref: `${at.inside[0]}/paths.json` },
          '/users': { servers: at.inside.map((url) => ({ url })), get: { security: [{ o0: [] }] } },
        },
      });
    },
  },
  {
    name: 'metadata whose endpoints are inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (q, reply, at) => {
      const inside = (path: string, i = 0): string => `${at.inside[i % at.inside.length]}${path}`;
      if (/protected-resource/.test(q.url ?? ''))
        return json(reply, {
          resource: at.self,
          authorization_servers: at.inside,
          jwks_uri: inside('/jwks'),
          resource_documentation: inside('/docs'),
        });
      if (/oauth-authorization-server|openid/.test(q.url ?? ''))
        return json(reply, {
          issuer: at.self,
          token_endpoint: inside('/token', 1),
          authorization_endpoint: inside('/a', 2),
          jwks_uri: inside('/j', 3),
          registration_endpoint: inside('/r', 4),
          userinfo_endpoint: inside('/u', 5),
          revocation_endpoint: inside('/v', 6),
          introspection_endpoint: inside('/i'),
          device_authorization_endpoint: inside('/d'),
          service_documentation: inside('/docs/auth', 1),
          op_policy_uri: inside('/p'),
          response_types_supported: ['code'],
          grant_types_supported: ['client_credentials'],
        });
      return json(reply, { error: 'unauthorized' }, 401, {
        'www-authenticate': at.inside.map(
          (origin) =>
            `Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource", authorization_uri="${origin}/oauth"`,
        ),
      });
    },
  },
  {
    name: 'JSON of an API that links inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (_q, reply, at) =>
      json(reply, {
        token_url: `${at.inside[0]}/oauth/token`,
        authorization_url: `${at.inside[1]}/authorize`,
        documentation_url: `${at.inside[2]}/docs`,
        openapi: `${at.inside[3]}/openapi.json`,
        users_url: `${at.inside[4]}/users`,
        routes: { '/x': {}, '//127.0.0.1/x': {} },
      }),
  },
  {
    name: 'the token endpoint redirects inside',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (q, reply, at) => {
      if (/well-known\/oauth-authorization-server/.test(q.url ?? ''))
        return json(reply, {
          issuer: at.self,
          token_endpoint: `${at.self}/token`,
          response_types_supported: ['code'],
          grant_types_supported: ['client_credentials'],
        });
      if (q.method === 'POST') return send(reply, 307, 'text/plain', '', { location: `${at.inside[0]}/token` });
      return json(reply, { error: 'unauthorized' }, 401);
    },
  },

  // credentials elsewhere
  {
    name: 'answers to credentials redirect to another origin',
    outcomes: ['scored', 'no-api', 'blocked'],
    requests: 8,
    play: (q, reply, at) => {
      if (q.headers.host?.startsWith('other')) return json(reply, { ok: true });
      if (/well-known\/oauth-authorization-server/.test(q.url ?? ''))
        return json(reply, {
          issuer: at.self,
          token_endpoint: `${at.self}/token`,
          response_types_supported: ['code'],
          grant_types_supported: ['client_credentials'],
          userinfo_endpoint: `${at.self}/me`,
        });
      if (q.headers.authorization !== undefined || q.method === 'POST')
        return send(reply, 307, 'text/plain', '', { location: `${at.other}${q.url}`, 'set-cookie': 'session=1' });
      return json(reply, { error: 'unauthorized' }, 401, { 'www-authenticate': 'Bearer' });
    },
  },
  {
    name: 'cookies are set on every answer',
    outcomes: ['scored', 'no-api', 'blocked'],
    play: (_q, reply) =>
      json(reply, { error: 'unauthorized' }, 401, {
        'set-cookie': ['session=abc; Path=/', 'csrf=def'],
        'www-authenticate': 'Bearer',
      }),
  },
];

let site: Listening;
let canaries: Listening[] = [];
let names: NameServer;
let current: Row | null = null;
let place: Place = { self: '', inside: [], other: '' };
const seen: Seen[] = [];

beforeAll(async () => {
  site = await listen(
    createServer({ maxHeaderSize: 64 * 1024 }, (request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({
          host: request.headers.host ?? '',
          method: request.method ?? '',
          path: request.url ?? '',
          authorization: request.headers.authorization ?? null,
          cookie: request.headers.cookie ?? null,
          body: Buffer.concat(chunks).toString(),
        });
        current?.play(request, reply, place);
      });
    }),
    siteAddress,
  );
  canaries = await Promise.all(
    [...insides, '::1'].map((address) => serveHttp((_request, reply) => reply.end('{"secret":true}'), address)),
  );
  heapBefore = heapInUse();
  names = await serveNames({
    'hostile-widgets.com': { a: [siteAddress] },
    'other.hostile-widgets.com': { a: [siteAddress] },
    'api.hostile-widgets.com': { a: [siteAddress] },
    'inside.hostile-widgets.com': { a: ['127.0.0.1'] },
    'mixed.hostile-widgets.com': { a: [siteAddress, '127.0.0.1'] },
    'rebound.hostile-widgets.com': { a: ['127.9.9.9'] },
    'metadata.hostile-widgets.com': { a: ['169.254.169.254'] },
  });
  const ports = canaries.map((canary) => canary.port);
  place = {
    self: `http://hostile-widgets.com:${site.port}`,
    other: `http://other.hostile-widgets.com:${site.port}`,
    inside: [
      ...insides.map((address, i) => `http://${address}:${ports[i]}`),
      `http://[::1]:${ports[3]}`,
      `http://[::ffff:127.0.0.1]:${ports[0]}`,
      `http://inside.hostile-widgets.com:${ports[0]}`,
      `http://mixed.hostile-widgets.com:${ports[0]}`,
      `http://rebound.hostile-widgets.com:${ports[1]}`,
      `http://2130706433:${ports[0]}`,
      `http://0x7f.1:${ports[0]}`,
      'http://169.254.169.254',
      'http://metadata.google.internal',
      'http://metadata.hostile-widgets.com',
      'http://100.100.100.200',
      'http://[fd00:ec2::254]',
      'http://10.0.0.1',
    ],
  };
});

let heapBefore = 0;
account('hostile targets', 'survived', () => ({
  'canary hits': canaries.reduce((sum, canary) => sum + canary.connections, 0),
  'heap before': megabytes(heapBefore),
  'heap after': megabytes(heapInUse()),
}));

afterAll(async () => {
  await Promise.all([site, ...canaries, names].map((server) => server.stop()));
});

async function run(): Promise<Report> {
  const steps = scan(parseTarget(`http://hostile-widgets.com:${site.port}/`, { allowNets: [] }), {
    allowNets: [`${siteAddress}/32`],
    dnsServers: [names.address],
    budget: { requests: 60, requestMs: 1000, connectMs: 500, totalMs: 6000 },
  });
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

/** The origin that each random credential was sent to first; it may never be seen at another. */
function strayCredentials(): string[] {
  const home = new Map<string, string>();
  const stray: string[] = [];
  for (const { host, authorization, body } of seen) {
    for (const secret of [
      ...(authorization?.match(/[0-9a-f]{36}/g) ?? []),
      ...(body.match(/[0-9a-f]{36}/g) ?? []),
      ...(authorization?.startsWith('Basic ') ? [authorization] : []),
    ]) {
      const first = home.get(secret) ?? host;
      home.set(secret, first);
      if (first !== host) stray.push(`${host} saw what was sent to ${first}`);
    }
  }
  return stray;
}

describe('a whole scan of', () => {
  test.each(rows)('$name', async (row) => {
    current = row;
    seen.length = 0;
    const heap = heapInUse();
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    }, 50);
    // A target that holds the scan past its limits ends in the test's own time limit.
    const report = await run();
    clearInterval(watch);
    expect(row.outcomes).toContain(report.outcome);
    expect(reportSchema.safeParse(report).success).toBe(true);
    expect(report.scan.requests).toBeLessThanOrEqual(60);
    // What is on its way when the last byte is spent still arrives: a piece for each of eight requests.
    expect(report.scan.bytes).toBeLessThanOrEqual(12 * 1024 * 1024 + 8 * 64 * 1024 + 64 * 1024);
    expect(seen.length).toBeGreaterThanOrEqual(row.requests ?? 1);
    expect(JSON.stringify(report).length).toBeLessThan(4_000_000);
    expect(peak - heap).toBeLessThan(400 * 1024 * 1024);
    // Nobody came where nobody may come, and what the inside says is nowhere.
    expect(canaries.map((canary) => canary.connections)).toEqual(canaries.map(() => 0));
    expect(JSON.stringify(report)).not.toContain('{"secret":true}');
    expect(strayCredentials()).toEqual([]);
    expect(seen.filter(({ cookie }) => cookie !== null)).toEqual([]);
    await expect.poll(() => site.open, { timeout: 3000 }).toBe(0);
  });

  test('the canaries do count who comes', async () => {
    const [canary] = canaries;
    const count = canary?.connections ?? 0;
    await (await fetch(`http://${insides[0]}:${canary?.port}/`)).text();
    expect(canary?.connections).toBe(count + 1);
    // This one came from the test itself.
    canaries = canaries.filter((one) => one !== canary);
    await canary?.stop();
  });
});
