/** Our own door: the API as it is described, OAuth without a person, MCP from the first 401 to an answer, and what our own scan says of it all. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { ClientCredentialsProvider } from '@modelcontextprotocol/sdk/client/auth-extensions.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import express from 'express';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiErrors, apiExamples } from '../../content/api.ts';
import { parseTarget, scan as scanTarget, type Report } from '../../lib/scan/index.ts';
import { tally } from '../setup/tally.ts';
import { expectAccessible, startSite, type Site } from './site.ts';
import { oidcTarget, serveTarget, type ScanTarget } from './targets.ts';

let site: Site;
let target: ScanTarget;
let report: Report;

beforeAll(async () => {
  const started = await startSite({ env: { COOLDOWN_S: '0', CLIENT_SCANS: '1000', LOG_LEVEL: 'debug' } });
  const noting = (answer: Promise<Response>) =>
    answer.then((response) => {
      if (response.headers.get('content-type')?.includes('json'))
        void response
          .clone()
          .text()
          .then((text) => {
            for (const [, secret] of text.matchAll(secretMembers)) if (secret !== undefined) handedOut.add(secret);
          });
      return response;
    });
  site = {
    ...started,
    get: (path, init) => noting(started.get(path, init)),
    post: (path, body) => noting(started.post(path, body)),
  };
  target = await oidcTarget({ clientCredentials: true });
  ({ report } = await site.scan(`${target.url}/api/orders`));
});

/** Every secret that the door has handed out in this run. */
const handedOut = new Set<string>();
const secretMembers = /"(?:client_secret|access_token|registration_access_token|key)":\s*"([^"]{16,})"/g;

afterAll(async () => {
  await site.stop();
  await target.stop();
});

interface Registered {
  client_id: string;
  client_secret: string;
  registration_client_uri: string;
  registration_access_token: string;
}

const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
});
const basic = ({ client_id, client_secret }: Pick<Registered, 'client_id' | 'client_secret'>) => ({
  authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`,
});
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function register(metadata: Record<string, unknown> = {}): Promise<Registered> {
  const answer = await site.post('/oauth/register', { client_name: 'a test', ...metadata });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Registered;
}

async function tokenFor(client: Registered, fields: Record<string, string> = {}): Promise<string> {
  const answer = await site.get('/oauth/token', form({ grant_type: 'client_credentials', ...fields }, basic(client)));
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function refusal(answer: Response): Promise<[number, string]> {
  const { error } = (await answer.json()) as { error: string | { code: string } };
  return [answer.status, typeof error === 'string' ? error : error.code];
}

describe('OAuth without a person', () => {
  it('gives a token by Basic, by body and by a signed assertion, and opens what it is for', async () => {
    const client = await register({ scope: 'scans:write reports:read' });
    const answer = await site.get(
      '/oauth/token',
      form({ grant_type: 'client_credentials', scope: 'reports:read' }, basic(client)),
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'reports:read' });
    const { client_id, client_secret } = client;
    const byBody = await site.get('/oauth/token', form({ grant_type: 'client_credentials', client_id, client_secret }));
    const { access_token } = (await byBody.json()) as { access_token: string };
    expect((await site.get('/api/v1/scans', { headers: bearer(access_token) })).status).toBe(200);

    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' };
    const keyed = await register({ token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [jwk] } });
    expect(keyed.client_secret).toBeUndefined();
    const assertion = (jti: string, audience = `${site.product.url}/oauth/token`) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setIssuer(keyed.client_id)
        .setSubject(keyed.client_id)
        .setAudience(audience)
        .setJti(jti)
        .setExpirationTime('1m')
        .sign(privateKey);
    const asked = (client_assertion: string) =>
      site.get(
        '/oauth/token',
        form({
          grant_type: 'client_credentials',
          client_assertion,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        }),
      );
    const once = await assertion('first');
    expect((await asked(once)).status).toBe(200);
    expect(await refusal(await asked(once))).toEqual([401, 'invalid_client']);
    expect(await refusal(await asked(await assertion('second', 'https://elsewhere.example')))).toEqual([
      401,
      'invalid_client',
    ]);
    expect(await refusal(await asked(`${(await assertion('third')).slice(0, -3)}AAA`))).toEqual([
      401,
      'invalid_client',
    ]);
  });

  it('names what is wrong with a request for a token', async () => {
    const client = await register({ scope: 'reports:read' });
    const ask = (fields: Record<string, string>, headers = basic(client)) =>
      site.get('/oauth/token', form(fields, headers)).then(refusal);
    const grant = { grant_type: 'client_credentials' };
    expect(await ask({})).toEqual([400, 'invalid_request']);
    expect(await ask({ grant_type: 'password' })).toEqual([400, 'unsupported_grant_type']);
    expect(await ask({ ...grant, scope: 'scans:write' })).toEqual([400, 'invalid_scope']);
    expect(await ask({ ...grant, scope: 'admin:read' })).toEqual([400, 'invalid_scope']);
    expect(await ask({ ...grant, resource: 'https://elsewhere.example/' })).toEqual([400, 'invalid_target']);
    expect(await ask({ ...grant, client_secret: 'x' })).toEqual([400, 'invalid_request']);
    expect(await ask(grant, basic({ ...client, client_secret: 'wrong' }))).toEqual([401, 'invalid_client']);
    expect(await ask(grant, basic({ client_id: 'nobody', client_secret: 'wrong' }))).toEqual([401, 'invalid_client']);
    expect(await refusal(await site.post('/oauth/token', grant))).toEqual([400, 'invalid_request']);
    const twice = await site.get('/oauth/token', {
      ...form(grant, basic(client)),
      body: 'grant_type=client_credentials&grant_type=client_credentials',
    });
    expect(await refusal(twice)).toEqual([400, 'invalid_request']);
    const other = await register();
    const challenge = (
      await site.get('/oauth/token', form(grant, basic({ ...other, client_secret: 'wrong' })))
    ).headers.get('www-authenticate');
    expect(challenge).toMatch(/^Basic realm=/);
  });

  it('ends tokens when they are revoked, and with their client', async () => {
    const client = await register();
    const own = () => tokenFor(client);
    const status = async (token: string) => (await site.get('/api/v1/scans', { headers: bearer(token) })).status;
    const revoked = await own();
    const stranger = await register();
    await site.get('/oauth/revoke', form({ token: revoked }, basic(stranger)));
    expect(await status(revoked)).toBe(200);
    expect((await site.get('/oauth/revoke', form({ token: revoked }, basic(client)))).status).toBe(200);
    expect(await status(revoked)).toBe(401);

    const before = await own();
    const manage = (method: string, body?: unknown) =>
      fetch(client.registration_client_uri, {
        method,
        headers: {
          ...bearer(client.registration_access_token),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    expect(await (await manage('GET')).json()).not.toHaveProperty('client_secret');
    const renewed = (await (await manage('PUT', { client_name: 'renewed' })).json()) as Registered;
    expect(renewed.client_secret).not.toBe(client.client_secret);
    expect(await status(before)).toBe(401);
    expect(
      await refusal(await site.get('/oauth/token', form({ grant_type: 'client_credentials' }, basic(client)))),
    ).toEqual([401, 'invalid_client']);
    const after = await tokenFor(renewed);
    expect((await manage('DELETE')).status).toBe(204);
    expect(await status(after)).toBe(401);
    expect((await manage('GET')).status).toBe(401);
  });

  it('refuses registrations that it cannot serve, with what to change', async () => {
    const ask = async (body: unknown) => refusal(await site.post('/oauth/register', body));
    expect(await ask({ grant_types: ['authorization_code'] })).toEqual([400, 'invalid_client_metadata']);
    expect(await ask({ token_endpoint_auth_method: 'none' })).toEqual([400, 'invalid_client_metadata']);
    expect(await ask({ scope: 'admin:read' })).toEqual([400, 'invalid_client_metadata']);
    expect(await ask({ token_endpoint_auth_method: 'private_key_jwt' })).toEqual([400, 'invalid_client_metadata']);
    expect(await ask([])).toEqual([400, 'invalid_client_metadata']);
  });

  it('challenges with the way to the metadata, and tells a wrong token, audience and scope apart', async () => {
    const bare = await site.get('/api/v1/scans');
    expect(bare.status).toBe(401);
    expect(bare.headers.get('content-type')).toBe('application/problem+json');
    const metadata = /resource_metadata="([^"]+)"/.exec(bare.headers.get('www-authenticate') ?? '')?.[1] ?? '';
    expect(bare.headers.get('www-authenticate')).not.toContain('error=');
    expect(await (await fetch(metadata)).json()).toMatchObject({
      resource: `${site.product.url}/api/v1`,
      authorization_servers: [site.product.url],
    });
    const damaged = await site.get('/api/v1/scans', { headers: bearer('lkt_nobody') });
    expect(damaged.headers.get('www-authenticate')).toContain('error="invalid_token"');
    const client = await register();
    const forMcp = await tokenFor(client, { resource: `${site.product.url}/mcp` });
    expect(await refusal(await site.get('/api/v1/scans', { headers: bearer(forMcp) }))).toEqual([401, 'invalid_token']);
    const narrow = await tokenFor(client, { scope: 'reports:read' });
    const refused = await site.get('/api/v1/scans', {
      method: 'POST',
      headers: { ...bearer(narrow), 'content-type': 'application/json' },
      body: JSON.stringify({ target: `${target.url}/api/orders` }),
    });
    expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
    expect(await refusal(refused)).toEqual([403, 'insufficient_scope']);
  });

  it('gives keys that can be replaced and revoked', async () => {
    const made = (await (await site.post('/api/v1/keys', { name: 'mine' })).json()) as { key: string };
    const me = await site.get('/api/v1/me', { headers: bearer(made.key) });
    expect(await me.json()).toMatchObject({ name: 'mine', kind: 'key', scans: { limit: 1000 } });
    const replaced = (await (await site.get('/api/v1/keys', { method: 'PUT', headers: bearer(made.key) })).json()) as {
      key: string;
    };
    expect((await site.get('/api/v1/me', { headers: bearer(made.key) })).status).toBe(401);
    expect((await site.get('/api/v1/me', { method: 'DELETE', headers: bearer(replaced.key) })).status).toBe(204);
    expect((await site.get('/api/v1/me', { headers: bearer(replaced.key) })).status).toBe(401);
  });
});

describe('scans of one’s own', () => {
  it('are listed page by page, and the same request sent again makes no second one', async () => {
    const token = await tokenFor(await register());
    const send = (body: unknown, key: string) =>
      site.get('/api/v1/scans', {
        method: 'POST',
        headers: { ...bearer(token), 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      });
    const ask = (n: number) => ({ target: `${target.url}/api/orders?n=${n}`, unlisted: true });
    const first = await send(ask(1), 'a');
    const { id } = (await first.json()) as { id: string };
    expect(first.headers.get('ratelimit-policy')).toBe('"scans";q=1000;w=600');
    expect(first.headers.get('ratelimit')).toMatch(/^"scans";r=999;t=\d+$/);
    expect(await (await send(ask(1), 'a')).json()).toMatchObject({ id });
    expect(await refusal(await send(ask(2), 'a'))).toEqual([422, 'idempotency-key-reused']);
    await send(ask(2), 'b');
    const page = async (query: string) =>
      (await (await site.get(`/api/v1/scans${query}`, { headers: bearer(token) })).json()) as {
        scans: { id: string }[];
        next: string | null;
      };
    const one = await page('?limit=1');
    const two = await page(`?limit=1&cursor=${one.next ?? ''}`);
    expect([...one.scans, ...two.scans].map((scan) => scan.id)).toHaveLength(2);
    expect(two.scans[0]?.id).toBe(id);
    expect(two.next).toBeNull();
    expect(await refusal(await site.get('/api/v1/scans?cursor=nonsense', { headers: bearer(token) }))).toEqual([
      400,
      'bad-cursor',
    ]);
  });

  it('are told apart by address and body without a token, where two visitors may have the same Idempotency-Key', async () => {
    const send = (body: unknown) =>
      site.get('/api/v1/scans', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'once' },
        body: JSON.stringify(body),
      });
    const ask = (n: number) => ({ target: `${target.url}/api/orders?visitor=${n}`, unlisted: true });
    const made = [];
    for (const n of [1, 2, 1]) made.push(((await (await send(ask(n))).json()) as { id: string }).id);
    expect(made[2]).toBe(made[0]);
    expect(new Set(made).size).toBe(2);
  });

  it('can be cancelled by their client and by nobody else', async () => {
    const [mine, others] = [await tokenFor(await register()), await tokenFor(await register())];
    // It takes a connection and never says a word.
    const silent = await serveTarget(() => express().use(() => undefined));
    const made = await site.get('/api/v1/scans', {
      method: 'POST',
      headers: { ...bearer(mine), 'content-type': 'application/json' },
      body: JSON.stringify({ target: `${silent.url}/api`, unlisted: true }),
    });
    const { id } = (await made.json()) as { id: string };
    const cancel = (token: string) => site.get(`/api/v1/scans/${id}`, { method: 'DELETE', headers: bearer(token) });
    expect(await refusal(await cancel(others))).toEqual([409, 'not-cancellable']);
    const answer = await cancel(mine);
    expect(await answer.json()).toMatchObject({ status: 'failed', error: { code: 'cancelled' } });
    expect(await refusal(await cancel(mine))).toEqual([409, 'not-cancellable']);
    await silent.stop();
  });
});

interface Described {
  paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
}

describe('the description', () => {
  it('is kept by every operation', async () => {
    const document = (await (await site.get('/openapi.json')).json()) as Described & Record<string, unknown>;
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(document, 'api');
    const token = await tokenFor(await register());
    const key = ((await (await site.post('/api/v1/keys', {})).json()) as { key: string }).key;
    const client = await register();
    const scanId = report.scan.id;
    const credentials = { authorization: `Bearer ${token}` };
    const calls: Record<string, [string, RequestInit?][]> = {
      requestScan: [
        [
          '/api/v1/scans',
          {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ target: `${target.url}/api/orders?contract` }),
          },
        ],
        ['/api/v1/scans', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }],
      ],
      listScans: [
        ['/api/v1/scans', { headers: credentials }],
        ['/api/v1/scans'],
        ['/api/v1/scans?cursor=x', { headers: credentials }],
      ],
      getScan: [[`/api/v1/scans/${scanId}`], ['/api/v1/scans/nothing']],
      cancelScan: [
        [`/api/v1/scans/${scanId}`, { method: 'DELETE' }],
        [`/api/v1/scans/${scanId}`, { method: 'DELETE', headers: credentials }],
        ['/api/v1/scans/x', { method: 'DELETE', headers: credentials }],
      ],
      disputeFinding: [
        [
          `/api/v1/scans/${scanId}/disputes`,
          {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ finding: 'signal-structured-401', expected: 'Pass', reason: 'It is a JSON 401.' }),
          },
        ],
        [
          `/api/v1/scans/${scanId}/disputes`,
          { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"finding":"signal-x"}' },
        ],
        [`/api/v1/scans/${scanId}/disputes`, { method: 'POST', body: '{}' }],
      ],
      followScan: [[`/api/v1/scans/${scanId}/events`], ['/api/v1/scans/x/events']],
      retryScan: [
        [`/api/v1/scans/${scanId}/retry`, { method: 'POST' }],
        ['/api/v1/scans/x/retry', { method: 'POST' }],
      ],
      getScanFile: [
        [`/api/v1/scans/${scanId}/report.json`],
        [`/api/v1/scans/${scanId}/report.csv`],
        [`/api/v1/scans/${scanId}/report.exe`],
      ],
      getScanFix: [[`/api/v1/scans/${scanId}/fixes/none`], ['/api/v1/scans/nothing/fixes/structured-401']],
      compareScans: [[`/api/v1/compare?before=${scanId}&after=${scanId}`], ['/api/v1/compare']],
      getReport: [
        ['/api/v1/reports/127.0.0.1'],
        ['/api/v1/reports/127.0.0.1', { headers: { accept: 'text/csv' } }],
        ['/api/v1/reports/127.0.0.1', { headers: { accept: 'image/png' } }],
        ['/api/v1/reports/nobody.example'],
      ],
      getReportFile: [['/api/v1/reports/127.0.0.1/report.sarif'], ['/api/v1/reports/nobody.example/report.md']],
      getReportFix: [
        ['/api/v1/reports/127.0.0.1/fixes/structured-401?framework=express'],
        ['/api/v1/reports/127.0.0.1/fixes/none'],
        ['/api/v1/reports/nobody.example/fixes/structured-401'],
      ],
      getHistory: [
        ['/api/v1/reports/127.0.0.1/history?limit=1'],
        ['/api/v1/reports/nobody.example/history'],
        ['/api/v1/reports/127.0.0.1/history?cursor=x'],
      ],
      getLeaderboard: [['/api/v1/leaderboard']],
      getStatistics: [['/api/v1/statistics']],
      getBadge: [['/badge/127.0.0.1.svg']],
      registerClient: [
        ['/oauth/register', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }],
        ['/oauth/register', { method: 'POST', body: '{}' }],
      ],
      requestToken: [
        ['/oauth/token', form({ grant_type: 'client_credentials' }, basic(client))],
        ['/oauth/token', form({})],
        ['/oauth/token', form({ grant_type: 'client_credentials' })],
      ],
      revokeToken: [
        ['/oauth/revoke', form({ token: 'x' }, basic(client))],
        ['/oauth/revoke', form({}, basic(client))],
        ['/oauth/revoke', form({ token: 'x' })],
      ],
      createKey: [
        ['/api/v1/keys', { method: 'POST' }],
        ['/api/v1/keys', { method: 'POST', body: '{' }],
      ],
      getCaller: [['/api/v1/me', { headers: credentials }], ['/api/v1/me']],
      rotateKey: [
        ['/api/v1/keys', { method: 'PUT' }],
        ['/api/v1/keys', { method: 'PUT', headers: bearer(key) }],
      ],
      revokeCaller: [
        ['/api/v1/me', { method: 'DELETE' }],
        ['/api/v1/me', { method: 'DELETE', headers: credentials }],
      ],
      describe: [['/openapi.json']],
      health: [['/api/health']],
    };
    let answers = 0;
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    // The last two end credentials that others use.
    const last = ['rotateKey', 'revokeCaller'];
    for (const { path, method, operation } of operations.sort(
      (a, b) => last.indexOf(a.operation.operationId) - last.indexOf(b.operation.operationId),
    )) {
      const asked = calls[operation.operationId];
      expect(asked, `${operation.operationId} is called`).toBeDefined();
      for (const [address, init] of asked ?? []) {
        const answer = await site.get(address, init);
        const where = `${operation.operationId} ${address} ${answer.status}`;
        const described = operation.responses[String(answer.status)];
        expect(described, where).toBeDefined();
        const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
        const body = await answer.text();
        answers += 1;
        if (!described?.content) continue;
        expect(Object.keys(described.content), where).toContain(type);
        if (!type.endsWith('json')) continue;
        const pointer = ['paths', path, method, 'responses', String(answer.status), 'content', type, 'schema']
          .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
          .join('/');
        const validate: ValidateFunction | undefined = ajv.getSchema(`api#/${pointer}`);
        expect(validate, where).toBeDefined();
        expect(validate?.(JSON.parse(body)) ? [] : validate?.errors, where).toEqual([]);
        if (type === 'application/problem+json') {
          const { error } = JSON.parse(body) as { error: { code: string } };
          expect(
            apiErrors.map(({ code }) => code),
            where,
          ).toContain(error.code);
        }
      }
    }
    console.log(`${operations.length} operations, ${answers} answers held to the description`);
    expect(Object.keys(calls).sort()).toEqual(operations.map(({ operation }) => operation.operationId).sort());
  });

  it('is linked from the front page and the catalogue', async () => {
    expect((await site.get('/')).headers.get('link')).toContain('</openapi.json>; rel="service-desc"');
    const catalogue = await site.get('/.well-known/api-catalog');
    expect(catalogue.headers.get('content-type')).toMatch(/^application\/linkset\+json/);
    expect(await catalogue.json()).toMatchObject({
      linkset: [{ anchor: `${site.product.url}/api/v1` }, { anchor: `${site.product.url}/mcp` }],
    });
  });
});

describe('the page about the API', () => {
  it('shows commands that work, one after the other', async () => {
    const env: NodeJS.ProcessEnv = { ...process.env };
    for (const { id, command, gives = {} } of apiExamples(site.product.url, `${target.url}/api/orders`)) {
      const output = await new Promise<string>((resolve, reject) => {
        let text = '';
        const child = spawn('sh', ['-c', command.replace('curl ', 'curl --fail-with-body ')], { env });
        child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        child.once('close', (code) =>
          code === 0 ? resolve(text) : reject(new Error(`${id}: ${String(code)} ${text}`)),
        );
      });
      expect(output.length, id).toBeGreaterThan(20);
      for (const [name, path] of Object.entries(gives)) {
        const value = path
          .split('.')
          .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], JSON.parse(output));
        expect(typeof value, `${id}: ${name}`).toBe('string');
        env[name] = String(value);
      }
    }
  });

  it.each(['/developers', '/keys'])('%s is accessible in both themes', async (path) => {
    const { page, faults } = await site.look(path);
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });

  it('makes a key in the browser that works', async () => {
    const { page, context } = await site.open();
    await page.goto('/keys');
    await page.getByLabel('What it is for').fill('a person');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const key = (await page.getByRole('group', { name: 'API key' }).textContent()) ?? '';
    await context.close();
    expect((await site.get('/api/v1/me', { headers: bearer(key.trim()) })).status).toBe(200);
  });
});

describe('for agents', () => {
  it('pages and reports can be had as Markdown, by name and by Accept', async () => {
    const byName = await site.get('/methodology.md');
    expect(byName.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const text = await byName.text();
    expect(text).toMatch(/^# /m);
    expect(text).toMatch(/\| .* \|/);
    expect(await (await site.get('/methodology', { headers: { accept: 'text/markdown' } })).text()).toBe(text);
    expect(
      (await site.get('/methodology', { headers: { accept: 'text/html,*/*;q=0.8' } })).headers.get('content-type'),
    ).toContain('text/html');
    expect(await (await site.get('/report/127.0.0.1.md')).text()).toContain(report.verdict.sentence.slice(0, 20));
    expect((await site.get('/nowhere.md')).status).toBe(404);
  });

  it('llms.txt links to nothing that is not there', async () => {
    const text = await (await site.get('/llms.txt')).text();
    const links = [...text.matchAll(/\((http[^)]+)\)/g)].map(([, url]) => url ?? '');
    expect(links.length).toBeGreaterThan(10);
    for (const url of links.filter((one) => !one.endsWith('/mcp'))) expect((await fetch(url)).status, url).toBe(200);
  });

  it('the MCP server is reached from nothing but its address', async () => {
    const server = `${site.product.url}/mcp`;
    const bare = await fetch(server, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(bare.status).toBe(401);
    const resourceUrl = /resource_metadata="([^"]+)"/.exec(bare.headers.get('www-authenticate') ?? '')?.[1] ?? '';
    const resource = (await (await fetch(resourceUrl)).json()) as { resource: string; authorization_servers: string[] };
    expect(resource.resource).toBe(server);
    const metadata = (await (
      await fetch(`${resource.authorization_servers[0] ?? ''}/.well-known/oauth-authorization-server`)
    ).json()) as { registration_endpoint: string };
    const registered = (await (
      await fetch(metadata.registration_endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"client_name": "mcp test"}',
      })
    ).json()) as Registered;

    const authProvider = new ClientCredentialsProvider({
      clientId: registered.client_id,
      clientSecret: registered.client_secret,
      expectedIssuer: site.product.url,
    });
    const client = new Client({ name: 'test', version: '1' });
    // The SDK walks 401, resource metadata, server metadata and token endpoint by itself.
    await client.connect(new StreamableHTTPClientTransport(new URL(server), { authProvider }));
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'compare_reports',
      'explain_finding',
      'get_fix',
      'get_report',
      'scan_site',
    ]);
    const told: string[] = [];
    const scanned = await client.callTool(
      { name: 'scan_site', arguments: { target: `${target.url}/api/orders?mcp` } },
      undefined,
      { onprogress: ({ message }) => told.push(message ?? '') },
    );
    expect(scanned.structuredContent).toMatchObject({ status: 'done', score: report.score.d7 });
    expect(told.length).toBeGreaterThan(2);
    const read = await client.callTool({ name: 'get_report', arguments: { report: report.scan.id } });
    expect(read.structuredContent).toMatchObject({ scanId: report.scan.id, sentence: report.verdict.sentence });
    const explained = await client.callTool({
      name: 'explain_finding',
      arguments: { report: report.scan.id, finding: 'structured-401' },
    });
    expect(explained.structuredContent).toMatchObject({ id: 'structured-401' });
    const compared = await client.callTool({
      name: 'compare_reports',
      arguments: { before: report.scan.id, after: report.scan.id },
    });
    expect(compared.structuredContent).toMatchObject({ changes: [] });
    const fix = report.fixes[0];
    if (fix)
      expect(
        (await client.callTool({ name: 'get_fix', arguments: { report: report.scan.id, fix: fix.id } }))
          .structuredContent,
      ).toMatchObject({ id: fix.id });
    expect(await client.callTool({ name: 'get_report', arguments: { report: 'nobody.example' } })).toMatchObject({
      isError: true,
    });
    const { resources } = await client.listResources();
    const guide = resources.find(({ uri }) => uri.endsWith('/guide.md'));
    expect((await client.readResource({ uri: guide?.uri ?? '' })).contents[0]).toMatchObject({
      mimeType: 'text/markdown',
    });
    await client.close();
    // A hundred calls in one request would answer with a hundred reports.
    const access = await tokenFor(registered, { resource: server });
    const calls = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'get_report', arguments: { report: report.scan.id } },
    };
    const many = await fetch(server, {
      method: 'POST',
      headers: { ...bearer(access), 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify(Array.from({ length: 100 }, () => calls)),
    });
    expect(many.status).toBe(400);
    const foreign = await fetch(server, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(foreign.status).toBe(403);
  });
});

describe('our own scan of ourselves', () => {
  it('scores at least 96, with every item of the checklist done and no anti-pattern', async () => {
    const walk = scanTarget(parseTarget(site.product.url, { allowNets: ['127.0.0.0/8'] }), {
      allowNets: ['127.0.0.0/8'],
    });
    let step = await walk.next();
    while (!step.done) step = await walk.next();
    const own = step.value;
    const failures = own.checklist
      .filter(({ status }) => status !== 'done')
      .map(({ id, summary }) => `${id}: ${summary}`);
    expect(failures).toEqual([]);
    expect(own.antiPatterns.filter(({ status }) => status === 'present')).toEqual([]);
    expect(
      own.signals
        .filter(({ status }) => status !== 'pass')
        .map(({ id, status, summary }) => `${id} ${status}: ${summary}`),
    ).toEqual([]);
    expect(own.score.d7).toBeGreaterThanOrEqual(96);
  });
});

describe('what was handed out', () => {
  it('stands in no row of the database and no line of the log', async () => {
    expect(handedOut.size).toBeGreaterThan(20);
    const { databaseUrl } = JSON.parse(await readFile(join(site.product.dataFolder, 'launcher.json'), 'utf8')) as {
      databaseUrl: string;
    };
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const places = new Map([['the log', site.product.output()]]);
    try {
      const { rows: tables } = await client.query<{ name: string }>(
        `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
         WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
      );
      for (const { name } of tables) {
        const { rows } = await client.query<{ row: string }>(`SELECT row::text FROM ${name} row`);
        places.set(name, rows.map(({ row }) => row).join('\n'));
      }
    } finally {
      await client.end();
    }
    expect(places.get('public.oauth_client')).toContain('a test');
    tally('secrets of the door', { 'looked for': handedOut.size, places: places.size });
    for (const [place, text] of places)
      expect(
        [...handedOut].filter(
          (secret) => text.includes(secret) || text.includes(Buffer.from(secret).toString('base64')),
        ),
        place,
      ).toEqual([]);
  });

  it('scores 100 when it is verified with a client that it has just registered itself', async () => {
    const client = await register({ scope: 'scans:write reports:read' });
    const walk = scanTarget(parseTarget(site.product.url, { allowNets: ['127.0.0.0/8'] }), {
      allowNets: ['127.0.0.0/8'],
      verify: {
        credentials: { kind: 'client-secret', clientId: client.client_id, secret: client.client_secret },
        scope: 'scans:write reports:read',
        hosts: [new URL(site.product.url).host],
      },
    });
    let step = await walk.next();
    while (!step.done) step = await walk.next();
    const own = step.value;
    expect(
      own.handshake?.filter(({ status }) => status === 'failed').map(({ id, summary }) => `${id}: ${summary}`),
    ).toEqual([]);
    expect(own.handshake?.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['token', 'call', 'damaged', 'again', 'revocation']),
    );
    // Our pages explain grants that our own server does not offer; nothing else may disagree.
    expect(own.contradictions.filter(({ id }) => !id.startsWith('grant-'))).toEqual([]);
    expect(own.signals.find(({ id }) => id === 'structured-401')).toMatchObject({ value: 1, confidence: 'verified' });
    expect(own.score.d7).toBe(100);
    const text = JSON.stringify(own);
    expect(text).not.toContain(client.client_secret);
    expect(text).not.toContain(client.client_id);
  });
});
