/** The JavaScript that we hand out, run: real frameworks, real requests on loopback. */
import { build } from 'esbuild';
import express from 'express';
import Fastify from 'fastify';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { proposeFixes } from '../../../../lib/scan/fixes/index.ts';
import { judgeSite, sites, type Site } from './sites.ts';

const directory = mkdtempSync(join(tmpdir(), 'fixes-'));
const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await Promise.all(closers.map((close) => close()));
  rmSync(directory, { recursive: true, force: true });
});

function artefact(site: Site, id: string, title: string): string {
  const { target, surface, evidence, judged } = judgeSite(site);
  const found = proposeFixes(target, surface, evidence, judged).find((fix) => fix.id === id)?.artefacts.find((a) => a.title === title);
  if (!found) throw new Error(`${id} brings no ${title}`);
  return found.text;
}

const secretHash = createHash('sha256').update('s3cret:+%').digest('hex');
/** The modules that the owner writes, in their smallest form. */
const owners: Record<string, string> = {
  './verify-token.js': `export const verifyToken = async (token) => (token === 'good' ? { id: 'acme', scope: 'read' } : null);`,
  './verify-token': `export const verifyToken = async (token) => (token === 'good' ? { id: 'acme' } : null);`,
  './clients.js': `export const saved = []; export const findClient = async (id) => (id === 'a b' ? { id, secretHash: '${secretHash}', scopes: ['read', 'write'] } : null);
    export const saveToken = async (token) => { saved.push(token); }; export const saveClient = async () => {}; export const tooMany = async () => false;`,
  '@/lib/clients': `export const findClient = async (id) => (id === 'a b' ? { id, secretHash: '${secretHash}', scopes: ['read', 'write'] } : null); export const saveToken = async () => {};`,
};

let files = 0;
/** Bundles an artefact with the owner's modules and loads it. */
async function run<Exports>(text: string, loader: 'js' | 'ts' = 'js'): Promise<Exports> {
  const result = await build({
    stdin: { contents: text, loader, resolveDir: process.cwd() }, bundle: true, platform: 'node', format: 'cjs', write: false, logLevel: 'silent', legalComments: 'none',
    plugins: [{
      name: 'owner',
      setup(plugin) {
        plugin.onResolve({ filter: /^(\.\/(verify-token|clients)|@\/lib\/)/ }, ({ path }) => (Object.hasOwn(owners, path) ? { path, namespace: 'owner' } : undefined));
        plugin.onLoad({ filter: /.*/, namespace: 'owner' }, ({ path }) => ({ contents: owners[path] ?? '', loader: 'js' }));
      },
    }],
  });
  const file = join(directory, `artefact-${files++}.cjs`);
  writeFileSync(file, result.outputFiles[0]?.text ?? '');
  return createRequire(file)(file) as Exports;
}

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  closers.push(() => new Promise((done) => server.close(done)));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const challenge = 'Bearer realm="api.acme.example", resource_metadata="https://api.acme.example/.well-known/oauth-protected-resource"';

/** The contrast that the scanner itself looks for (RFC 6750 §3.1). */
async function expectRefusals(ask: (authorization: string | null) => Promise<Response>): Promise<void> {
  for (const [authorization, error, header] of [
    [null, 'missing_token', challenge],
    ['Basic YTpi', 'missing_token', challenge],
    ['Bearer ', 'missing_token', challenge],
    ['Bearer bad', 'invalid_token', `${challenge}, error="invalid_token"`],
  ] as const) {
    const response = await ask(authorization);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe(header);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toMatchObject({ error, help: 'https://docs.acme.example/authentication' });
  }
  for (const authorization of ['Bearer good', 'bearer  good']) expect((await ask(authorization)).status).toBe(200);
}

const withHeader = (authorization: string | null): { headers: Record<string, string> } => ({ headers: authorization === null ? {} : { authorization } });

describe('the middleware', () => {
  it('refuses and lets in, in Express', async () => {
    const { requireBearer } = await run<{ requireBearer: express.RequestHandler }>(artefact(sites.browserOnly, 'structured-401', 'Express'));
    const app = express();
    app.use('/v1/', requireBearer);
    app.get('/v1/orders', (_, response) => { response.json({ client: response.locals['client'] }); });
    const origin = await listen(app);
    await expectRefusals((authorization) => fetch(`${origin}/v1/orders`, withHeader(authorization)));
  });

  it('refuses and lets in, in Fastify', async () => {
    const { requireBearer } = await run<{ requireBearer: (api: unknown) => void }>(artefact(sites.browserOnly, 'structured-401', 'Fastify'));
    const app = Fastify();
    closers.push(() => app.close());
    await app.register(async (api) => {
      requireBearer(api);
      api.get('/orders', async () => ({ ok: true }));
    }, { prefix: '/v1/' });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    await expectRefusals((authorization) => fetch(`${origin}/v1/orders`, withHeader(authorization)));
  });

  it('refuses and lets in, in a Next.js route handler', async () => {
    const { withBearer } = await run<{ withBearer: (handler: () => Response) => (request: Request, context: object) => Promise<Response> }>(artefact(sites.browserOnly, 'structured-401', 'Next.js'), 'ts');
    const handler = withBearer(() => Response.json({ ok: true }));
    await expectRefusals((authorization) => handler(new Request('https://api.acme.example/v1/orders', withHeader(authorization)), {}));
  });
});

describe('the token endpoint', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  // RFC 6749 §2.3.1: form-urlencoded before base64.
  const basic = `Basic ${Buffer.from(`${encodeURIComponent('a b')}:${encodeURIComponent('s3cret:+%')}`).toString('base64')}`;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'a b', client_secret: 's3cret:+%' }).toString();

  async function expectTokens(ask: (init: { headers: Record<string, string>; body: string }) => Promise<Response>): Promise<void> {
    for (const [init, status, expected] of [
      [{ headers: { ...form, authorization: basic }, body: 'grant_type=client_credentials' }, 200, { token_type: 'Bearer', expires_in: 3600, scope: 'read write' }],
      [{ headers: form, body }, 200, { token_type: 'Bearer', scope: 'read write' }],
      [{ headers: form, body: `${body}&scope=read` }, 200, { scope: 'read' }],
      [{ headers: form, body: `${body}&scope=admin` }, 400, { error: 'invalid_scope' }],
      [{ headers: { ...form, authorization: 'Basic bm9ib2R5Ondyb25n' }, body: 'grant_type=client_credentials' }, 401, { error: 'invalid_client' }],
      [{ headers: { ...form, authorization: 'Basic !!!' }, body: 'grant_type=client_credentials' }, 401, { error: 'invalid_client' }],
      [{ headers: form, body: 'grant_type=client_credentials' }, 401, { error: 'invalid_client' }],
      [{ headers: form, body: 'grant_type=client_credentials&client_id=a+b&client_secret=wrong' }, 401, { error: 'invalid_client' }],
      [{ headers: form, body: 'grant_type=no_such_grant' }, 400, { error: 'unsupported_grant_type' }],
      [{ headers: form, body: 'grant_type=client_credentials&grant_type=password' }, 400, { error: 'invalid_request' }],
      [{ headers: form, body: '' }, 400, { error: 'invalid_request' }],
      [{ headers: { ...form, authorization: basic }, body }, 400, { error: 'invalid_request' }],
    ] as const) {
      const response = await ask(init);
      const answer: unknown = await response.json();
      expect(answer, init.body).toMatchObject(expected);
      expect(response.status, init.body).toBe(status);
      expect(response.headers.get('cache-control')).toBe('no-store');
      if (status === 401) expect(response.headers.get('www-authenticate')).toBe('Basic realm="token"');
      if (status === 200) expect(answer).toHaveProperty('access_token', expect.stringMatching(/^[\w-]{43}$/));
    }
  }

  it('issues and refuses, in Express', async () => {
    const { tokenEndpoint } = await run<{ tokenEndpoint: express.Router }>(artefact(sites.browserOnly, 'client-credentials', 'Token endpoint, Express'));
    const app = express();
    app.use(tokenEndpoint);
    const origin = await listen(app);
    await expectTokens((init) => fetch(`${origin}/oauth2/token`, { method: 'POST', ...init }));
  });

  it('issues and refuses, in a Next.js route handler', async () => {
    const { POST } = await run<{ POST: (request: Request) => Promise<Response> }>(artefact(sites.browserOnly, 'client-credentials', 'Token endpoint, Next.js'), 'ts');
    await expectTokens((init) => POST(new Request('https://login.acme.example/oauth2/token', { method: 'POST', ...init })));
  });
});

describe('client registration', () => {
  it('creates a client for a good body and nothing for a broken one', async () => {
    const { registration } = await run<{ registration: express.Router }>(artefact(sites.browserOnly, 'self-service-keys', 'Client registration, Express'));
    const app = express();
    app.use(registration);
    const origin = await listen(app);
    const post = (body: string) => fetch(`${origin}/oauth/register`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const created = await post('{"client_name":"trial","grant_types":["client_credentials"]}');
    expect(created.status).toBe(201);
    expect(await created.json()).toMatchObject({ client_secret_expires_at: 0, token_endpoint_auth_method: 'client_secret_basic' });
    for (const broken of ['{', '{"grant_types":["password"]}', '{"client_name":5}']) {
      const refused = await post(broken);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ error: 'invalid_client_metadata' });
    }
  });
});

describe('the scope check', () => {
  it('names the scope that is missing', async () => {
    const site: Site = { evidence: { ...sites.silent.evidence } };
    const { requireScope } = await run<{ requireScope: (scope: string) => express.RequestHandler }>(artefact(site, 'scope-restriction', 'Scope check, Express'));
    const app = express();
    app.use((_, response, next) => { response.locals['client'] = { scope: 'read' }; next(); });
    app.get('/read', requireScope('read'), (_, response) => { response.json({}); });
    app.get('/write', requireScope('write'), (_, response) => { response.json({}); });
    const origin = await listen(app);
    expect((await fetch(`${origin}/read`)).status).toBe(200);
    const refused = await fetch(`${origin}/write`);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="api.acme.example", error="insufficient_scope", scope="write"');
  });
});
