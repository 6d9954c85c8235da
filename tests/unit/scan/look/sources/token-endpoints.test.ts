/** Which token endpoints are asked, with what, and when the scanner stops (STANDARDS §2.4). */
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../../../lib/scan/look/mentions.ts';
import { runSources } from '../../../../../lib/scan/look/scheduler.ts';
import { factOf, tokenEndpoints } from '../../../../../lib/scan/look/sources/token-endpoints.ts';
import { tokenCandidates } from '../../../../../lib/scan/look/token-candidates.ts';
import { readPage } from '../../../../../lib/scan/read/page/index.ts';
import { authorizationServer, description, flow, oauthScheme, target, tokenUrl } from '../../judge/facts.ts';
import { html, impersonate, json, missing, type Impersonation, type Web } from '../../web.ts';

const mention = (url: string, over: Partial<Mention> = {}): Mention => ({
  kind: 'token',
  url,
  method: 'POST',
  via: 'docs-sample',
  evidence: ['x5'],
  strong: true,
  guarded: true,
  accept: null,
  ...over,
});
type Fill = (known: Impersonation['known']) => void;
const listed: Fill = (book) => book.servers.push(authorizationServer());

async function asked(web: Web, fill: Fill) {
  const made = impersonate(web);
  fill(made.known);
  await runSources([tokenEndpoints], made.crawl);
  return { endpoints: made.known.tokenTalks.map(factOf), ...made };
}
function candidates(fill: Fill): string[] {
  const { crawl, known } = impersonate(() => missing);
  fill(known);
  return tokenCandidates(crawl).map(({ url }) => url);
}

/** A server that knows client_credentials and looks at the grant first. */
const grantFirst: Web = ({ body = '' }) =>
  body.includes('client_credentials')
    ? json(401, { error: 'invalid_client' })
    : json(400, { error: 'unsupported_grant_type' });
const clientFirst: Web = () => json(401, { error: 'invalid_client' });

describe('candidates', () => {
  it('come from metadata before the description before samples', () => {
    expect(
      candidates((book) => {
        book.mentions.push(mention('https://orchard.example/oauth/token'));
        book.descriptions.push(
          description([oauthScheme(flow('client_credentials', { tokenUrl: 'https://auth.orchard.example/token' }))]),
        );
        book.servers.push(authorizationServer());
      }),
    ).toEqual([tokenUrl, 'https://auth.orchard.example/token', 'https://orchard.example/oauth/token']);
  });
  it('are not addresses that are also deleted or changed', () => {
    const url = 'https://api.orchard.example/v2/access-token';
    expect(
      candidates((book) => book.mentions.push(mention(url, { method: 'GET' }), mention(url, { method: 'DELETE' }))),
    ).toEqual([]);
    expect(candidates((book) => book.mentions.push(mention(url, { method: 'GET' })))).toEqual([url]);
  });
  it('of a foreign host count only where no other is known', () => {
    const foreign = mention('https://login.partner.com/oauth/token');
    expect(candidates((book) => book.mentions.push(foreign))).toEqual(['https://login.partner.com/oauth/token']);
    expect(candidates((book) => book.mentions.push(foreign, mention('https://id.orchard.example/token')))).toEqual([
      'https://id.orchard.example/token',
    ]);
  });
  it.each<[string, string, string[]]>([
    ['Sign in with Google', 'https://oauth2.googleapis.com/token', []],
    ['Sync with Dropbox', 'https://api.dropboxapi.com/oauth2/token', []],
    ['Moving your calendar', 'https://oauth2.googleapis.com/token', []],
    ['Authentication', 'https://login.partner.com/oauth/token', ['https://login.partner.com/oauth/token']],
    ['Auth', 'https://dev-7.auth0.com/oauth/token', ['https://dev-7.auth0.com/oauth/token']],
    ['Orchard on Azure', 'https://orchard.b2clogin.com/token', ['https://orchard.b2clogin.com/token']],
  ])('of a foreign host count unless the page is on its owner: %s', (title, url, expected) =>
    expect(
      candidates((book) => {
        book.pages.push(
          readPage({
            text: `# ${title}`,
            contentType: 'text/markdown',
            url: 'https://orchard.example/x',
            evidence: ['x5'],
          }),
        );
        book.mentions.push(mention(url));
      }),
    ).toEqual(expected),
  );
  it('lose the query of a sample, which may hold a credential', () =>
    expect(
      candidates((book) => book.mentions.push(mention('https://id.orchard.example/token?client_secret=s3cr3t'))),
    ).toEqual(['https://id.orchard.example/token']));
  it('are no placeholders and no other protocol', () =>
    expect(
      candidates((book) =>
        book.mentions.push(mention('https://example.com/oauth/token'), mention('ftp://id.orchard.example/token')),
      ),
    ).toEqual([]));
});

describe('an endpoint that the typed issuer names', () => {
  it('is not taken for dead when it answers 404 to a stranger', async () => {
    const issuer = 'https://orchard.example/tenant/a';
    const made = impersonate(() => missing, { ...target, url: issuer });
    made.known.servers.push(authorizationServer({ issuer, tokenEndpoint: `${issuer}/token` }));
    await runSources([tokenEndpoints], made.crawl);
    expect(made.known.tokenTalks.map(factOf).map(({ life }) => life)).toEqual(['unknown']);
  });
  it('is dead there, when the issuer is another', async () => {
    const { endpoints } = await asked(() => missing, listed);
    expect(endpoints.map(({ life }) => life)).toEqual(['dead']);
  });
});

/** Its documentation asks it by GET, with the grant in the query. */
const byGet = (place: string): Fill => {
  const asks = `${place}?grant_type=client_credentials`;
  return (book) => book.mentions.push(mention(asks, { method: 'GET' }));
};

describe('an endpoint that its documentation asks by GET', () => {
  const place = 'https://orchard.example/oauth/v1/generate';
  it('is asked so, with a random client in Basic and a grant that cannot exist beside it', async () => {
    const { endpoints, asked: requests } = await asked(
      ({ url }) =>
        json(400, {
          error: url.includes('client_credentials') ? 'invalid_client' : 'unsupported_grant_type',
        }),
      byGet(place),
    );
    expect(requests.map(({ method = 'GET', url, body }) => [method, url.replace(/none_.*/, 'none'), body])).toEqual([
      ['GET', `${place}?grant_type=client_credentials`, undefined],
      ['GET', `${place}?grant_type=scan_none`, undefined],
    ]);
    expect(new Set(requests.map(({ headers }) => headers?.['authorization'])).size).toBe(1);
    expect(endpoints).toMatchObject([{ url: place, clientCredentials: 'supported', life: 'alive' }]);
  });
  it('is posted to where the secret stands in the query as well', async () => {
    const { asked: requests } = await asked(clientFirst, (book) =>
      book.mentions.push(mention(`${place}?grant_type=client_credentials&client_secret=x`, { method: 'GET' })),
    );
    expect(new Set(requests.map(({ method, url }) => `${method} ${url}`))).toEqual(new Set([`POST ${place}`]));
  });
  it('is posted to where anything shows a POST', async () => {
    const { asked: requests } = await asked(clientFirst, (book) => {
      byGet(place)(book);
      book.mentions.push(mention(place));
    });
    expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['POST']));
  });
});

describe('asking', () => {
  it('sends a random client by Basic, then in the body, then a grant that cannot exist', async () => {
    const { endpoints, asked: requests } = await asked(grantFirst, listed);
    expect(requests).toHaveLength(3);
    expect(
      requests.every(
        ({ method, url, headers }) =>
          method === 'POST' &&
          url === tokenUrl &&
          headers?.['content-type'] === 'application/x-www-form-urlencoded' &&
          headers['accept'] === 'application/json',
      ),
    ).toBe(true);
    const [basic, body, bogus] = requests;
    expect(basic?.body).toBe('grant_type=client_credentials');
    const [id, secret] = Buffer.from((basic?.headers?.['authorization'] ?? '').replace('Basic ', ''), 'base64')
      .toString()
      .split(':');
    expect(id).toMatch(/^latchkey-scan-/);
    expect(Object.fromEntries(new URLSearchParams(body?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: secret,
    });
    expect(body?.headers?.['authorization']).toBeUndefined();
    expect(new URLSearchParams(bogus?.body).get('grant_type')).toMatch(/^scan_none_[^:/]+$/);
    expect(endpoints).toMatchObject([
      { url: tokenUrl, clientCredentials: 'supported', row: 1, life: 'alive', evidence: ['x1', 'x2', 'x3', 'x20'] },
    ]);
  });

  it('skips Basic where the metadata lists client_secret_post only', async () => {
    const { asked: requests } = await asked(grantFirst, (book) =>
      book.servers.push(authorizationServer({ authMethods: ['client_secret_post'] })),
    );
    expect(requests.filter((request) => request.headers?.['authorization'])).toEqual([]);
  });

  it('tries JSON where the form is refused, and only there', async () => {
    const jsonOnly: Web = ({ headers = {} }) =>
      headers['content-type'] === 'application/json'
        ? json(401, { error: 'invalid_client' })
        : json(415, { error: 'unsupported_media_type' });
    expect(
      (await asked(jsonOnly, listed)).asked.filter(
        (request) => request.headers?.['content-type'] === 'application/json',
      ),
    ).toHaveLength(2);
    expect(
      (await asked(clientFirst, listed)).asked.filter(
        (request) => request.headers?.['content-type'] === 'application/json',
      ),
    ).toEqual([]);
  });

  it('tells grants apart in JSON where the form is not read', async () => {
    const reads =
      (known: Web): Web =>
      (request) =>
        request.headers?.['content-type'] === 'application/json'
          ? known(request)
          : json(400, { error: 'invalid_request', error_description: 'grant_type is missing' });
    expect((await asked(reads(grantFirst), listed)).endpoints).toMatchObject([
      { clientCredentials: 'supported', row: 1, life: 'alive' },
    ]);
    expect((await asked(reads(clientFirst), listed)).endpoints).toMatchObject([{ clientCredentials: 'unknown' }]);
    expect(
      (
        await asked(
          reads(() => json(400, { error: 'unsupported_grant_type' })),
          listed,
        )
      ).endpoints,
    ).toMatchObject([{ clientCredentials: 'unsupported' }]);
  });

  it.each<[string, Web]>([
    ['429', () => json(429, {}, { 'retry-after': '30' })],
    ['503', () => html(503, 'later')],
    ['a lost connection', () => null],
    [
      'a bot wall',
      () => html(403, '<title>Just a moment...</title>', { 'cf-mitigated': 'challenge', server: 'cloudflare' }),
    ],
  ])('stops after %s, and concludes nothing', async (_name, web) => {
    const { endpoints, asked: requests } = await asked(web, listed);
    expect(requests).toHaveLength(1);
    expect(endpoints).toMatchObject([{ clientCredentials: 'unknown', life: 'unknown' }]);
  });

  it.each<[string, Web, object]>([
    ['a server that checks the client first', clientFirst, { clientCredentials: 'unknown', life: 'alive', row: 3 }],
    [
      'a server that denies the grant',
      () => json(400, { error: 'unsupported_grant_type' }),
      { clientCredentials: 'unsupported', life: 'alive', row: 4 },
    ],
    ['nothing there', () => missing, { clientCredentials: 'unknown', life: 'dead', row: 15 }],
    [
      'a page for everything',
      () => html(200, '<!doctype html><p>Welcome'),
      { clientCredentials: 'unknown', life: 'dead', row: 19 },
    ],
    [
      'only GET',
      () => ({ status: 405, headers: { allow: 'GET' } }),
      { clientCredentials: 'unknown', life: 'dead', row: 16 },
    ],
  ])('reads %s', async (_name, web, expected) =>
    expect((await asked(web, listed)).endpoints).toMatchObject([expected]),
  );

  it('tells of a living endpoint only', async () => {
    const told = async (web: Web) => (await asked(web, listed)).told.filter((event) => event.type === 'found').length;
    expect(await told(clientFirst)).toBe(1);
    expect(await told(() => missing)).toBe(0);
  });

  it('asks three endpoints at most, none twice, and no template', async () => {
    const many: Fill = (book) =>
      book.mentions.push(
        ...Array.from({ length: 5 }, (_, index) => mention(`https://id${index}.orchard.example/token`)),
        mention('https://{tenant}.orchard.example/token'),
      );
    const { endpoints, crawl, asked: requests } = await asked(clientFirst, many);
    expect(endpoints.map(({ url }) => url)).toEqual([
      'https://id0.orchard.example/token',
      'https://id1.orchard.example/token',
      'https://id2.orchard.example/token',
    ]);
    const before = requests.length;
    await runSources([tokenEndpoints], crawl);
    expect(requests).toHaveLength(before);
  });

  it('keeps no token that a faulty server issues', async () => {
    const { endpoints } = await asked(
      () => json(200, { access_token: 'eyJ-very-secret', token_type: 'Bearer', expires_in: 3600 }),
      listed,
    );
    expect(endpoints).toMatchObject([{ row: 22 }]);
    expect(JSON.stringify(endpoints)).not.toContain('eyJ-very-secret');
  });
});
