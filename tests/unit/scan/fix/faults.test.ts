/** What pasted fixes once broke, each as it was met by somebody who tried them. The artefacts are run as the files that they are. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beside } from '../../../../artefacts/express/beside.ts';
import { tokenBranch } from '../../../../artefacts/express/token-endpoint.ts';
import { callerOf } from '../../../../artefacts/node/machine-clients.ts';
import { registrationAnswer } from '../../../../artefacts/node/registration-answer.ts';
import { tokenAnswer } from '../../../../artefacts/node/token-answer.ts';
import { bundled, bundleText } from '../../../../scripts/artefacts.mjs';
import { clientRefusals, grantRefusals, unknownClient, unknownGrant } from '../../../../lib/scan/fix/expect.ts';
import { proposeFixes } from '../../../../lib/scan/fix/index.ts';
import { decideGrant } from '../../../../lib/scan/read/grant-decision.ts';
import { OAUTH_CODES } from '../../../../lib/scan/read/token-words.ts';
import type { Exchange, TokenAnswer } from '../../../../lib/scan/types.ts';
import { fault } from '../../../fixes/answer.ts';
import { readProofs, staleProofs } from '../../../fixes/proofs.ts';
import { judgeSite, server, sites, type Site } from './sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixes-'));
const closers: (() => void)[] = [];
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(join(import.meta.dirname, '../../../..'));
  for (const close of closers) close();
  rmSync(folder, { recursive: true, force: true });
});

async function listen(make: (origin: string) => RequestListener): Promise<string> {
  let handle: RequestListener = () => {};
  const running = createServer((request, response) => handle(request, response));
  closers.push(() => running.close());
  await new Promise<void>((done) => running.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(running.address() as AddressInfo).port}`;
  handle = make(origin);
  return origin;
}

const post = async (url: string, fields: Record<string, string>) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

function theFix(site: Site, id: string, exchanges: readonly Exchange[] = []) {
  const { subject, findings, scored } = judgeSite(site);
  const found = proposeFixes(subject, findings, scored, exchanges).find((fix) => fix.id === id);
  if (!found) throw new Error(`${id} was not proposed`);
  return found;
}

it('what is called tested was tested as it is now; npm run fixes proves it again', () => {
  expect(staleProofs(readProofs())).toEqual([]);
});

it('the bundle holds the files as they are', () => {
  expect(readFileSync(bundled, 'utf8')).toBe(bundleText());
});

describe('a token endpoint before an authorization server', () => {
  it('answers its own grant and hands every other one on', async () => {
    const origin = await listen((issuer) => {
      const client = { client_id: 'web', client_secret: 'secret-of-web', redirect_uris: [`${issuer}/back`] };
      const provider = new Provider(issuer, {
        clients: [{ ...client, grant_types: ['authorization_code', 'refresh_token'] }],
        scopes: ['openid', 'offline_access'],
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
        cookies: { keys: ['signs-cookies-of-this-run'] },
      });
      return express().post('/token', tokenBranch).use(provider.callback());
    });
    const web = { client_id: 'web', client_secret: 'secret-of-web' };
    for (const grant_type of ['authorization_code', 'refresh_token']) {
      const { body } = await post(`${origin}/token`, {
        ...web,
        grant_type,
        code: 'none',
        refresh_token: 'none',
        redirect_uri: `${origin}/back`,
      });
      expect(body['error']).toBe('invalid_grant');
    }
    const machine = await post(`${origin}/token`, {
      grant_type: 'client_credentials',
      client_id: 'x',
      client_secret: 'y',
    });
    expect(machine.body['error']).toBe('invalid_client');
  });

  it('is not what is handed out first: the server’s own switch is', () => {
    expect(theFix(sites.browserOnly, 'client-credentials').steps[0]).toMatch(
      /^Switch the grant on in the authorization server/,
    );
  });
});

describe('metadata', () => {
  const published = {
    issuer: 'https://login.acme.example',
    token_endpoint: 'https://login.acme.example/oauth2/token',
    authorization_endpoint: 'https://login.acme.example/oauth2/authorize',
    jwks_uri: 'https://login.acme.example/keys',
    userinfo_endpoint: 'https://login.acme.example/userinfo',
    id_token_signing_alg_values_supported: ['ES256'],
    response_types_supported: ['code', 'code id_token'],
    scopes_supported: ['openid', 'orders:read'],
    grant_types_supported: ['authorization_code'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    'x-of-the-vendor': { kept: true },
  };
  const { url } = server();
  const exchange = (body: string, truncated = false): Exchange => ({
    ...{ id: 'x9', purpose: 'metadata', error: null, ms: 1 },
    request: { method: 'GET', url, headers: [], body: null },
    response: { status: 200, headers: [], body, bodyBytes: body.length, truncated },
  });

  it('is the document that was fetched, with the one change marked', () => {
    const fix = theFix(sites.browserOnly, 'client-credentials', [exchange(JSON.stringify(published))]);
    const found = fix.artefacts.find(({ file }) => file === 'authorization-server.json');
    const lines = found?.text.split('\n') ?? [];
    expect(JSON.parse(found?.text ?? '')).toEqual({
      ...published,
      grant_types_supported: ['authorization_code', 'client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    });
    expect(found?.marks.map((mark) => lines[mark - 1]?.trim())).toEqual([
      '"client_credentials"',
      '"client_secret_basic"',
    ]);
  });

  it('that was not recorded as a whole, or holds something hidden, is a patch', () => {
    for (const cut of [exchange('{"issuer": "ht', true), exchange(JSON.stringify({ ...published, a: '[redacted]' }))])
      expect(
        theFix(sites.browserOnly, 'client-credentials', [cut]).artefacts.some(
          ({ file }) => file === 'authorization-server.json',
        ),
      ).toBe(false);
  });
});

it('a guard with tokens beside it lets a signed-in browser in, and sends the others where they were sent', async () => {
  const guard: express.RequestHandler = (request, response, next) =>
    request.get('cookie') === 'sid=ann' ? next() : response.redirect('/login');
  const origin = await listen(() =>
    express()
      .use('/v1/', beside(guard))
      .get('/v1/orders', (_, response) => void response.json([])),
  );
  const ask = (headers: Record<string, string>) => fetch(`${origin}/v1/orders`, { headers, redirect: 'manual' });
  expect((await ask({ cookie: 'sid=ann' })).status).toBe(200);
  expect((await ask({ cookie: 'sid=ann', accept: 'text/html' })).status).toBe(200);
  expect((await ask({ accept: 'text/html' })).headers.get('location')).toBe('/login');
  const program = await ask({ accept: 'application/json' });
  expect([program.status, await program.json()]).toEqual([401, expect.objectContaining({ error: 'missing_token' })]);
});

it('a client that registered itself gets a token, and the token is known', async () => {
  const registered = await registrationAnswer('{"client_name":"trial"}', '192.0.2.1');
  const client = JSON.parse(registered.body) as Record<string, string>;
  expect(registered.status).toBe(201);
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client['client_id'] ?? '',
    client_secret: client['client_secret'] ?? '',
  });
  const answer = await tokenAnswer(form, undefined);
  expect(answer.status).toBe(200);
  const { access_token } = JSON.parse(answer.body) as Record<string, string>;
  expect(await callerOf(`Bearer ${access_token}`)).toMatchObject({ clientId: client['client_id'] });
  for (const broken of ['{', '[]', '{"grant_types":["password"]}', '{"client_name":5}'])
    expect(await registrationAnswer(broken, '192.0.2.1')).toMatchObject({ status: 400 });
});

it('the token answer keeps to RFC 6749 §5.2', async () => {
  const basic = `Basic ${Buffer.from('nobody:wrong').toString('base64')}`;
  for (const [text, authorization, status, error] of [
    ['grant_type=client_credentials', basic, 401, 'invalid_client'],
    ['grant_type=client_credentials', 'Basic !!!', 401, 'invalid_client'],
    ['grant_type=client_credentials', undefined, 401, 'invalid_client'],
    ['grant_type=no_such_grant', undefined, 400, 'unsupported_grant_type'],
    ['grant_type=client_credentials&grant_type=password', undefined, 400, 'invalid_request'],
    ['', undefined, 400, 'invalid_request'],
    ['grant_type=client_credentials&client_id=a&client_secret=b', basic, 400, 'invalid_request'],
  ] as const) {
    const answer = await tokenAnswer(new URLSearchParams(text), authorization);
    expect([answer.status, JSON.parse(answer.body)], text).toEqual([status, expect.objectContaining({ error })]);
    expect(answer.headers['Cache-Control']).toBe('no-store');
  }
});

describe('“done when”', () => {
  const answerOf = (code: string): TokenAnswer => ({
    ...{ exchange: 'x1', code, text: '', format: 'oauth', challenges: [], location: null, wall: null },
    status: code === 'invalid_client' ? 401 : 400,
  });
  const decide = (known: string, bogus: string) =>
    decideGrant({ basic: answerOf(known), body: answerOf(known), bogus: answerOf(bogus), json: null }).verdict;
  const wire = (status: number, error: string) =>
    `HTTP/1.1 ${status} X\nContent-Type: application/json\n\n{"error":"${error}"}`;

  it('takes from a token endpoint what the engine takes: a server that checks the client first is right too', () => {
    for (const code of grantRefusals) {
      expect(decide('invalid_client', code)).not.toBe('unsupported');
      expect(fault(wire(400, code), unknownGrant)).toBeNull();
    }
    for (const code of clientRefusals) expect(fault(wire(401, code), unknownClient)).toBeNull();
    // What the engine reads as a refusal of the grant itself never counts as done.
    const refusing = [...OAUTH_CODES].filter((code) => decide(code, 'unsupported_grant_type') === 'unsupported');
    expect(refusing).toEqual(['unsupported_grant_type']);
    for (const code of refusing) expect(fault(wire(400, code), unknownClient)).not.toBeNull();
  });

  it('fails before the fix', () => {
    expect(fault('HTTP/1.1 404 Not Found\n\n', unknownGrant)).toMatch(/^HTTP 404/);
  });
});

it('behind a CAPTCHA the CAPTCHA comes first', () => {
  const { subject, findings, scored } = judgeSite(sites.captcha);
  expect(proposeFixes(subject, findings, scored)[0]).toMatchObject({ id: 'captcha', wall: true });
});
