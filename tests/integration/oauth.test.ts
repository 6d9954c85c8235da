/** What strangers register and sign, at the authorization server itself. */
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { POST as register } from '../../app/oauth/register/route.ts';
import { POST as token } from '../../app/oauth/token/route.ts';
import { db } from '../../lib/db/index.ts';
import { once } from '../../lib/idempotency.ts';
import { closeVisitors } from '../../lib/limits/visitors.ts';

const site = 'http://127.0.0.1:3000';
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const assertion = (alg: string, sub: unknown) =>
  `${encoded({ alg })}.${encoded({ iss: sub, sub, aud: site, exp: Date.now() / 1000 + 60, jti: 'x' })}.c2ln`;

/** Status and code of what the token endpoint answers to an assertion. */
async function ask(client_assertion: string): Promise<unknown[]> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion,
  });
  const answer = await token(new Request(`${site}/oauth/token`, { method: 'POST', body }));
  return [answer.status, ((await answer.json()) as { error: string }).error];
}

afterAll(closeVisitors);

/** The id of a new client that signs with this key. */
async function clientWith(key: object): Promise<string> {
  const registered = await register(
    new Request(`${site}/oauth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [key] } }),
    }),
  );
  return ((await registered.json()) as { client_id: string }).client_id;
}

it.each([[{}], [5], [['x']], [null], ['\0']])('calls an assertion of %j a mistake of its sender', async (sub) => {
  expect(await ask(assertion('ES256', sub))).toEqual([401, 'invalid_client']);
});

it.each([
  ['ES256', { kty: 'EC' }],
  ['ES256', { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' }],
  ['ES256', { kty: 'EC', crv: 'P-256', x: 5, y: {} }],
  ['RS256', { kty: 'RSA', n: 'AQAB', e: 'AQAB' }],
  ['RS256', { kty: 'RSA', n: 'A'.repeat(6000), e: 'A'.repeat(6000) }],
  ['EdDSA', { kty: 'OKP', crv: 'Ed25519', x: '!!' }],
])('calls a key that is none a mistake of its sender: %s %o', async (alg, key) => {
  expect(await ask(assertion(alg, await clientWith(key)))).toEqual([401, 'invalid_client']);
});

const seconds = () => Math.floor(Date.now() / 1000);
const pairs: Record<'own' | 'other', Awaited<ReturnType<typeof generateKeyPair>>> = {} as never;
let own = '';
beforeAll(async () => {
  for (const whose of ['own', 'other'] as const) pairs[whose] = await generateKeyPair('ES256', { extractable: true });
  own = await clientWith(await exportJWK(pairs.own.publicKey));
});
const signed = (claims: object, { header = {}, by = 'own' }: { header?: object; by?: 'own' | 'other' } = {}) =>
  new SignJWT({ iss: own, sub: own, aud: `${site}/oauth/token`, exp: seconds() + 60, jti: randomUUID(), ...claims })
    .setProtectedHeader({ alg: 'ES256', ...header })
    .sign(pairs[by].privateKey);

it('takes one assertion once, however many bring it at the same time', async () => {
  const one = await signed({});
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(one)));
  expect(answers.filter(([status]) => status === 200)).toHaveLength(1);
});

it.each<[string, object, Parameters<typeof signed>[1]?]>([
  ['signed by another key', {}, { by: 'other' }],
  ['made out to somebody else', { aud: 'https://elsewhere.example/oauth/token' }],
  ['made out by somebody else', { iss: 'lkc_other' }],
  ['without jti', { jti: undefined }],
  ['without end', { exp: undefined }],
  ['with an end far away', { exp: seconds() + 3600 }],
  ['that has ended', { exp: seconds() - 60 }],
  ['not yet good', { nbf: seconds() + 600 }],
  ['that brings its own key by address', {}, { by: 'other', header: { jku: 'https://elsewhere.example/jwks' } }],
  ['that names another key', {}, { by: 'other', header: { kid: '../own' } }],
])('does not take an assertion %s', async (_what, claims, how) => {
  expect(await ask(await signed(claims, how))).toEqual([401, 'invalid_client']);
});

const scanRow = async () => {
  const { id: siteId } = await db().site.upsert({
    where: { domain: 'once.example' },
    create: { domain: 'once.example' },
    update: {},
  });
  const url = `https://once.example/${randomUUID()}`;
  return db().scan.create({
    data: { siteId, input: url, targetUrl: url, host: 'once.example', domain: 'once.example', status: 'done' },
  });
};

it('does what an Idempotency-Key asks for once for each sender, and again when a process died over it', async () => {
  const [key, never] = [randomUUID(), () => Promise.reject(new Error('must not run'))];
  const made = await scanRow();
  const same = await Promise.all(Array.from({ length: 10 }, () => once('a', key, 'body', () => Promise.resolve(made))));
  expect(same.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  expect(await once('a', key, 'body', never)).toEqual({ kind: 'again', scanId: made.id });
  expect(await once('a', key, 'another', never)).toEqual({ kind: 'other-body' });
  expect(await once('b', key, 'body', () => Promise.resolve(made))).toMatchObject({ kind: 'done' });

  const dead = new Promise<never>(() => undefined);
  await new Promise<void>((begun) => void once('c', key, 'body', () => (begun(), dead)));
  expect(await once('c', key, 'body', never)).toEqual({ kind: 'busy' });
  await db()
    .$executeRaw`UPDATE idempotent_request SET created_at = now() - interval '61 seconds' WHERE scan_id IS NULL`;
  expect(await once('c', key, 'another', never)).toEqual({ kind: 'other-body' });
  expect(await once('c', key, 'body', () => Promise.resolve(made))).toMatchObject({ kind: 'done' });
  await db().scan.delete({ where: { id: made.id } });
  expect(await once('c', key, 'body', scanRow)).toMatchObject({ kind: 'done' });
});
