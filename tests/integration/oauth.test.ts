/** What strangers register and sign, at the authorization server itself. */
import { afterAll, expect, it } from 'vitest';
import { POST as register } from '../../app/oauth/register/route.ts';
import { POST as token } from '../../app/oauth/token/route.ts';
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
  const registered = await register(
    new Request(`${site}/oauth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [key] } }),
    }),
  );
  const { client_id: sub } = (await registered.json()) as { client_id: string };
  expect(await ask(assertion(alg, sub))).toEqual([401, 'invalid_client']);
});
