/** Which endpoints are called, how, and what is never sent. */
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../../../lib/scan/look/mentions.ts';
import { runSources } from '../../../../../lib/scan/look/scheduler.ts';
import { calls as source, contrasts, conventional as guesses } from '../../../../../lib/scan/look/sources/calls.ts';
import { graphql } from '../../../../../lib/scan/look/sources/graphql.ts';
import { jsonRpc } from '../../../../../lib/scan/look/sources/json-rpc.ts';
import type { DescribedOperation } from '../../../../../lib/scan/types.ts';
import { authorizationServer, description } from '../../judge/facts.ts';
import { html, impersonate, json, missing, type Impersonation, type Web } from '../../web.ts';

const mention = (url: string, over: Partial<Mention> = {}): Mention => ({
  kind: 'api',
  url,
  method: 'GET',
  via: 'docs-sample',
  evidence: ['x5'],
  strong: true,
  guarded: true,
  accept: null,
  ...over,
});
const operation = (path: string, over: Partial<DescribedOperation> = {}): DescribedOperation => ({
  method: 'GET',
  url: `https://api.orchard.example${path}`,
  path,
  secured: true,
  required: [],
  ...over,
});
const unauthorized = json(401, { error: { code: 'missing_token', message: 'Send a token.' } });

type Fill = (known: Impersonation['known']) => void;

async function named(web: Web, fill: Fill) {
  const made = impersonate(web);
  made.known.sites = [];
  fill(made.known);
  await runSources([graphql, jsonRpc, source, contrasts], made.crawl);
  return { calls: made.known.calls, ...made };
}
const bareUrls = (asked: Impersonation['asked']) =>
  asked
    .filter((request) => request.purpose === 'bare call')
    .map((request) => `${request.method ?? 'GET'} ${request.url}`);

describe('the four requests of a protected endpoint', () => {
  const web: Web = ({ url, headers = {} }) => {
    if (url.includes('control')) return missing;
    if (headers['authorization']?.startsWith('Bearer '))
      return json(401, { error: { code: 'bad_token' } }, { 'www-authenticate': 'Bearer error="invalid_token"' });
    return unauthorized;
  };
  const fill: Fill = (book) => book.mentions.push(mention('https://api.orchard.example/v1/pears'));

  it('are bare, control, random bearer and invented scheme', async () => {
    const { calls, asked } = await named(web, fill);
    expect(asked.map(({ method, url, headers }) => [method ?? 'GET', url, headers?.['authorization'] ?? null])).toEqual(
      [
        ['GET', 'https://api.orchard.example/v1/pears', null],
        ['GET', 'https://api.orchard.example/v1/latchkey-control-seed', null],
        ['GET', 'https://api.orchard.example/v1/pears', 'Bearer random-1-0000000000'],
        ['GET', 'https://api.orchard.example/v1/pears', 'Zzz random-1-0000000000'],
      ],
    );
    expect(calls).toMatchObject([
      {
        url: 'https://api.orchard.example/v1/pears',
        base: 'https://api.orchard.example/v1',
        via: 'docs-sample',
        declaredProtected: true,
        bare: { status: 401, exchange: 'x1' },
        control: { status: 404 },
        bearer: { challenges: [{ scheme: 'Bearer' }] },
        invented: { status: 401, challenges: [] },
        failures: [],
      },
    ]);
  });

  it('are two where the endpoint does not ask for credentials', async () => {
    const { asked, calls } = await named(
      ({ url }) => (url.includes('control') ? missing : json(200, [{ pear: 1 }])),
      (book) => book.mentions.push(mention('https://api.orchard.example/v1/pears', { strong: false, guarded: false })),
    );
    expect(asked.map((request) => request.purpose).sort()).toEqual(['bare call', 'control']);
    expect(calls[0]).toMatchObject({ bearer: null, invented: null });
  });

  it('are repeated with tokens for two endpoints at most', async () => {
    const { asked } = await named(web, (book) =>
      book.descriptions.push(
        description([], { operations: ['/v1/a', '/v1/b', '/v1/c', '/v1/d'].map((path) => operation(path)) }),
      ),
    );
    expect(
      asked.filter((request) => request.headers?.['authorization']?.startsWith('Bearer')).length,
    ).toBeLessThanOrEqual(2);
  });

  it('are four where JSON forbids what a path beside it does not have', async () => {
    const forbidden: Web = ({ url, headers = {} }) =>
      url.includes('control')
        ? json(404, { error: { name: 'NotFoundError' } })
        : headers['authorization']
          ? json(401, { error: { name: 'UnauthorizedError' } })
          : json(403, { error: { name: 'ForbiddenError' } });
    const open: Fill = (book) =>
      book.mentions.push(mention('https://api.orchard.example/v1/pears', { strong: false, guarded: false }));
    expect((await named(forbidden, open)).calls).toMatchObject([
      { declaredProtected: true, bare: { status: 403 }, bearer: { status: 401 } },
    ]);
    const everywhere = await named(() => json(403, { error: { name: 'ForbiddenError' } }), open);
    expect(everywhere.calls).toMatchObject([{ bare: { status: 403 }, bearer: null }]);
  });

  it('see the door in what is forbidden beside a path that does not exist, unless a page forbids what was guessed', async () => {
    const text: Web = ({ url }) =>
      url.includes('control') ? missing : { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Forbidden' };
    expect((await named(text, fill)).calls).toMatchObject([{ declaredProtected: true, bare: { status: 403 } }]);
    const made = impersonate(text);
    made.known.roots.push({ url: 'https://api.orchard.example/', via: 'link', evidence: ['x5'] });
    await runSources([guesses], made.crawl);
    const guessed = made.known.calls.filter(({ via }) => via === 'convention');
    expect(guessed.length).toBeGreaterThan(0);
    expect(new Set(guessed.map(({ declaredProtected }) => declaredProtected))).toEqual(new Set([null]));
  });

  it('leave a failure as a failure', async () => {
    const { calls } = await named(({ url }) => (url.includes('control') ? missing : null), fill);
    expect(calls).toMatchObject([{ bare: null, failures: [{ what: 'bare', code: 'ECONNREFUSED' }] }]);
  });
});

describe('the choice of endpoints', () => {
  it('takes secured operations of a description first, six at a time, and never more than twelve', async () => {
    const operations = [
      operation('/v1/status', { secured: false }),
      ...Array.from({ length: 12 }, (_, index) => operation(`/v1/list${index}`)),
    ];
    const { asked } = await named(
      () => missing,
      (book) => book.descriptions.push(description([], { operations })),
    );
    expect(bareUrls(asked).length).toBeLessThanOrEqual(12);
    expect(bareUrls(asked).slice(0, 6)).not.toContain('GET https://api.orchard.example/v1/status');
  });
  it('fills path parameters with a harmless value', async () => {
    const { asked } = await named(
      () => missing,
      (book) => book.descriptions.push(description([], { operations: [operation('/v1/pears/{id}/trees')] })),
    );
    expect(bareUrls(asked)).toEqual(['GET https://api.orchard.example/v1/pears/1/trees']);
  });
  it('never repeats a credential of a sample', async () => {
    const { asked } = await named(
      () => missing,
      (book) =>
        book.mentions.push(
          mention('https://api.orchard.example/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe'),
          mention('https://api.orchard.example/v1/pears?api_key=4eC39HqLyjWDarjtT1'),
        ),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const request of asked) expect(JSON.stringify(request)).not.toMatch(/AAHdqTcvCH1v|4eC39HqLyjWDarjtT1/);
  });
  it('never calls what changes something', async () => {
    const { asked } = await named(
      () => missing,
      (book) =>
        book.mentions.push(
          mention('https://api.orchard.example/v1/pears/delete', { method: 'POST' }),
          mention('https://api.orchard.example/v1/pears/7/delete'),
          mention('https://api.orchard.example/v1/pears/list', { method: 'POST' }),
          mention('https://api.orchard.example/v1/users/create_list', { method: 'POST' }),
          mention('https://api.orchard.example/v1/logout'),
          mention('https://api.orchard.example/v1/payments', { method: 'DELETE' }),
        ),
    );
    expect(asked.filter((request) => /delete|create|logout/.test(request.url))).toEqual([]);
    expect(asked.every((request) => ['GET', 'POST'].includes(request.method ?? 'GET'))).toBe(true);
    // A read that is documented as POST is sent as one, with an empty object.
    expect(asked.filter((request) => request.method === 'POST').map((request) => [request.url, request.body])).toEqual([
      ['https://api.orchard.example/v1/pears/list', '{}'],
    ]);
  });
  it('asks GraphQL for the name of its own root, and nothing else', async () => {
    const { asked } = await named(
      () => unauthorized,
      (book) => book.mentions.push(mention('https://api.orchard.example/graphql', { kind: 'graphql', method: 'POST' })),
    );
    const bodies = new Set(asked.filter((request) => request.method === 'POST').map((request) => request.body));
    expect([...bodies]).toEqual(['{"query":"{__typename}"}']);
  });
  it('asks JSON-RPC for the description of its service, once, and no endpoint that was called before', async () => {
    const url = 'https://api.orchard.example/rpc';
    const { asked, calls, crawl } = await named(
      () => json(200, { jsonrpc: '2.0', id: 1, error: { code: -32601, message: 'Method not found' } }),
      (book) => book.jsonRpc.push(url),
    );
    const posts = () => asked.filter((request) => request.url === url).map(({ method, body }) => [method, body]);
    expect(posts()).toEqual([['POST', '{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}']]);
    expect(calls).toMatchObject([{ url, method: 'POST', declaredProtected: true }]);
    await runSources([jsonRpc], crawl);
    expect(calls).toHaveLength(1);
  });
  it('calls the userinfo endpoint of an issuer (OIDC Core §5.3)', async () => {
    const { calls } = await named(
      () => unauthorized,
      (book) => book.servers.push(authorizationServer({ userinfoEndpoint: 'https://id.orchard.example/userinfo' })),
    );
    expect(calls).toMatchObject([
      { url: 'https://id.orchard.example/userinfo', via: 'metadata', declaredProtected: true },
    ]);
  });
  it('does not call the hosts of examples', async () => {
    const { asked } = await named(
      () => missing,
      (book) =>
        book.descriptions.push(
          description([], {
            servers: ['https://api.example.com'],
            operations: [operation('/x', { url: 'https://api.example.com/x' })],
          }),
        ),
    );
    expect(asked).toEqual([]);
  });
  it('asks no more once protection was met', async () => {
    const made = impersonate(() => unauthorized);
    made.known.mentions.push(mention('https://api.orchard.example/v1/pears'));
    await runSources([graphql, jsonRpc, source, contrasts], made.crawl);
    const before = made.asked.length;
    made.known.mentions.push(mention('https://api.orchard.example/v1/apples'));
    await runSources([source, guesses], made.crawl);
    expect(made.asked).toHaveLength(before);
  });
});

describe('conventional endpoints', () => {
  const base = { url: 'https://api.orchard.example', via: 'subdomain' as const, evidence: ['x2'] };
  const conventional = async (web: Web) => {
    const made = impersonate(web);
    made.known.roots.push(base);
    await runSources([guesses], made.crawl);
    return { calls: made.known.calls, ...made };
  };
  it('are asked where nothing is named: paths about the caller, by GET', async () => {
    const { calls, asked } = await conventional(({ url }) => (url.endsWith('/me') ? unauthorized : missing));
    expect(calls.find((call) => call.url === 'https://api.orchard.example/me')?.bare?.status).toBe(401);
    expect(asked.every((request) => (request.method ?? 'GET') === 'GET')).toBe(true);
    expect(calls.length).toBeLessThanOrEqual(10);
  });
  it('are taken from the routes that the root lists, as WordPress does', async () => {
    const { calls } = await conventional(({ url }) =>
      url === 'https://api.orchard.example'
        ? json(200, { routes: { '/wp/v2/users/me': {}, '/wp/v2/posts/(?P<id>[\\d]+)': {} } })
        : url.endsWith('users/me')
          ? unauthorized
          : missing,
    );
    expect(calls.some((call) => call.url === 'https://api.orchard.example/wp/v2/users/me' && call.via === 'link')).toBe(
      true,
    );
  });
  it('are not asked of a template', async () => {
    const made = impersonate(() => missing);
    made.known.roots.push({ ...base, url: 'https://mytenant.orchard.example/api' });
    await runSources([guesses], made.crawl);
    expect(made.asked).toEqual([]);
  });
});

it('a page that answers 200 to everything shows nothing of protection', async () => {
  const { calls } = await named(
    () => html(200, '<html><body>Welcome</body></html>'),
    (book) => book.mentions.push(mention('https://api.orchard.example/v1/pears', { strong: false, guarded: false })),
  );
  expect(calls).toMatchObject([
    { bare: { status: 200, error: { format: 'html' } }, control: { status: 200 }, bearer: null },
  ]);
});

describe('a sample of a manual for software that people run themselves', () => {
  const web: Web = ({ url }) => (url.includes('control') ? missing : unauthorized);

  it('is asked at the server at hand, when no other host is named', async () => {
    const made = impersonate(web);
    made.known.sites = ['https://www.orchard.example'];
    made.known.mentions.push(
      mention('https://orchard.example.com/api/v1/me'),
      mention('https://pears.example/api/v1/lists'),
    );
    await runSources([source], made.crawl);
    expect(bareUrls(made.asked).sort()).toEqual([
      'GET https://www.orchard.example/api/v1/lists',
      'GET https://www.orchard.example/api/v1/me',
    ]);
  });

  it('is asked nowhere, when documentation names the API’s own host', async () => {
    const { asked } = await named(web, (book) =>
      book.mentions.push(
        mention('https://api.orchard.example/v1/pears'),
        mention('https://pears.example.com/api/v1/me'),
      ),
    );
    expect(bareUrls(asked)).toEqual(['GET https://api.orchard.example/v1/pears']);
  });
});

describe('the query of a sample', () => {
  const asks = async (url: string) => {
    const { asked } = await named(
      () => json(200, []),
      (book) => book.mentions.push(mention(url)),
    );
    return bareUrls(asked)[0];
  };

  it('goes along, since an endpoint may need its parameters', async () => {
    expect(await asks('https://api.orchard.example/v1/pears?site=north&sort=name')).toBe(
      'GET https://api.orchard.example/v1/pears?site=north&sort=name',
    );
  });

  it.each([
    'site=north&api_key=demo',
    'access_token=4f9a',
    'user=YOUR_NAME',
    'id={id}',
    'appid=b1b15e88',
    'q=a%20b%20c',
  ])('stays behind as a whole when it holds %s', async (query) => {
    expect(await asks(`https://api.orchard.example/v1/pears?${query}`)).toBe(
      'GET https://api.orchard.example/v1/pears',
    );
  });
});

describe('a base that does not exist, under which everything is refused', () => {
  it('is called at one of its paths', async () => {
    const base = 'https://api.orchard.example/v3';
    const { calls } = await named(
      ({ url }) => (url === base ? missing : unauthorized),
      (book) => book.mentions.push(mention(base)),
    );
    expect(calls.map(({ url, bare }) => [url, bare?.status])).toEqual([
      [base, 404],
      [`${base}/me`, 401],
    ]);
  });
});
