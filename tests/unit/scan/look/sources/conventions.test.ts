/** Where documentation is looked for when nothing leads to any. */
import { describe, expect, it } from 'vitest';
import { look } from '../../../../../lib/scan/look/index.ts';
import { html, impersonate, json, missing, type Web } from '../../web.ts';

const site = 'https://orchard.example';
const described = {
  openapi: '3.0.3',
  info: { title: 'Pears', version: '1' },
  components: { securitySchemes: { key: { type: 'apiKey', name: 'X-API-Key', in: 'header' } } },
  security: [{ key: [] }],
  paths: { '/pears': { get: { responses: { 200: { description: 'pears' } } } } },
};

async function found(web: Web) {
  const { crawl, known, asked } = impersonate(web);
  await look(crawl, 'off');
  return { known, asked };
}

describe('default places of documentation', () => {
  it.each([
    '/openapi.json',
    '/swagger.json',
    '/v3/api-docs',
    '/api-docs',
    '/documentation/json',
    '/swagger/v1/swagger.json',
    '/docs/openapi.json',
    '/api-json',
  ])('a description at %s is found', async (path) => {
    const { known } = await found(({ url }) => (url === site + path ? json(200, described) : missing));
    expect(known.descriptions).toMatchObject([{ url: site + path, title: 'Pears', via: 'convention' }]);
  });

  it('a description in YAML is found', async () => {
    const yaml =
      'openapi: 3.0.3\ninfo: {title: Pears, version: "1"}\npaths:\n  /pears:\n    get: {responses: {"200": {description: pears}}}\n';
    const { known } = await found(({ url }) =>
      url === `${site}/openapi.yaml`
        ? { status: 200, headers: { 'content-type': 'application/yaml' }, body: yaml }
        : missing,
    );
    expect(known.descriptions).toMatchObject([{ url: `${site}/openapi.yaml` }]);
  });

  it('a viewer at /api-docs leads to the description inside its script', async () => {
    const { known } = await found(({ url }) => {
      if (url === `${site}/api-docs`)
        return html(
          200,
          '<title>Swagger UI</title><div id="swagger-ui"></div><script src="./api-docs/swagger-ui-init.js"></script>',
        );
      if (url === `${site}/api-docs/swagger-ui-init.js`)
        return {
          status: 200,
          headers: { 'content-type': 'application/javascript' },
          body: `window.onload = function() { var options = {"swaggerDoc": ${JSON.stringify(described)}} }`,
        };
      return missing;
    });
    expect(known.descriptions).toMatchObject([{ title: 'Pears' }]);
  });

  it('a viewer at the root of an API host leads to the description that it loads', async () => {
    const api = 'https://api.orchard.example';
    const { crawl, known } = impersonate(({ url }) => {
      if (url === `${api}/`)
        return html(200, '<div id="swagger-ui"></div><script>SwaggerUIBundle({ url: "/swagger/docs/v1" })</script>');
      return url === `${api}/swagger/docs/v1` ? json(200, described) : missing;
    });
    crawl.http.addresses = (host) => Promise.resolve(host === 'api.orchard.example' ? ['127.0.0.9'] : []);
    await look(crawl, 'off');
    expect(known.descriptions).toMatchObject([{ url: `${api}/swagger/docs/v1`, title: 'Pears' }]);
  });

  it('an API host that sends people elsewhere shows where its documentation begins', async () => {
    const api = 'https://api.orchard.example';
    const { crawl, known } = impersonate(({ url }) =>
      url === `${site}/bots` ? html(200, '<title>Bots</title><h1>Bots</h1><p>Write to @maker.</p>') : missing,
    );
    const ask = crawl.http.request.bind(crawl.http);
    // What a client that follows the redirect gives back.
    crawl.http.request = (request) => ask(request.url === `${api}/` ? { ...request, url: `${site}/bots` } : request);
    crawl.http.addresses = (host) => Promise.resolve(host === 'api.orchard.example' ? ['127.0.0.9'] : []);
    await look(crawl, 'off');
    expect(known.docs).toMatchObject([{ url: `${site}/bots`, title: 'Bots' }]);
  });

  it('a page that answers every path is no documentation', async () => {
    const { known } = await found(() => html(200, '<title>Orchard</title><h1>Orchard</h1>'));
    expect(known.docs).toEqual([]);
    expect(known.descriptions).toEqual([]);
  });

  it('a redirect is followed, but not the one that every path gets', async () => {
    const moved = await found(({ url }) =>
      url === `${site}/api-docs`
        ? { status: 301, headers: { location: '/api-docs/' } }
        : url === `${site}/api-docs/`
          ? json(200, described)
          : missing,
    );
    expect(moved.known.descriptions).toMatchObject([{ url: `${site}/api-docs/` }]);
    const { asked } = await found(({ url }) =>
      url === `${site}/robots.txt`
        ? missing
        : { status: 302, headers: { location: `/login?next=${encodeURIComponent(url)}` } },
    );
    expect(
      asked.filter(({ url, purpose }) => purpose === 'documentation by convention' && url.includes('/login')),
    ).toEqual([]);
  });

  it('the issuer of a login under /api/auth is found', async () => {
    const issuer = `${site}/api/auth`;
    const { known } = await found(({ url }) =>
      url === `${issuer}/.well-known/openid-configuration`
        ? json(200, {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/jwks`,
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
          })
        : missing,
    );
    expect(known.servers).toMatchObject([{ issuer, standardPlace: false }]);
  });

  describe('an API apart from pages', () => {
    const page = html(404, '<h1>Not found</h1>');
    const guarded = json(401, { message: 'You need to be authenticated.' }, { 'www-authenticate': 'Basic realm="x"' });
    const bases = async (web: Web) => (await found(web)).known.roots.map(({ url }) => url);

    it('is found by its refusal, and called', async () => {
      const { known } = await found(({ url }) => (url.startsWith(`${site}/api/v3`) ? guarded : page));
      expect(known.roots).toMatchObject([{ url: `${site}/api/v3`, via: 'convention' }]);
      expect(known.calls.map(({ url }) => url)).toContain(`${site}/api/v3`);
    });
    it('is asked for also where there is documentation, unless that shows a call', async () => {
      const web =
        (docs: string): Web =>
        ({ url }) =>
          url === `${site}/`
            ? html(200, '<a href="/docs">Documentation</a>')
            : url === `${site}/docs`
              ? html(200, docs)
              : page;
      const asked = async (docs: string) => (await found(web(docs))).asked.map(({ url }) => url);
      expect(await asked('<title>Docs</title><p>All about pears.</p>')).toContain(`${site}/api/v1`);
      expect(await asked(`<title>Docs</title><p>Call ${site}/api/pears.</p>`)).not.toContain(`${site}/api/v1`);
    });
    it('is found by what it says of a path that it does not know', async () => {
      expect(
        await bases(({ url }) => (url.startsWith(`${site}/api/v4`) ? json(404, { error: '404 Not Found' }) : page)),
      ).toEqual([`${site}/api/v4`]);
    });
    it('is all of /api where everything below that answers programs, and other paths show a page', async () => {
      expect(await bases(({ url }) => (url.startsWith(`${site}/api/`) ? json(404, { error: 'no' }) : page))).toEqual([
        `${site}/api`,
      ]);
    });
    it('is none where every path answers programs, where a page answers, and where the server is out of order', async () => {
      expect(await bases(() => json(404, { error: 'no' }))).toEqual([]);
      expect(await bases(({ url }) => (url === `${site}/api/v1` ? html(200, '<h1>API 1</h1>') : page))).toEqual([]);
      expect(await bases(({ url }) => (url === `${site}/api/v1` ? json(502, { error: 'x' }) : page))).toEqual([]);
    });
  });
});
