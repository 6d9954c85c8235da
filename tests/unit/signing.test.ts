import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verify } from 'web-bot-auth';
import { verifierFromJWK } from 'web-bot-auth/crypto';
import { describe, expect, it } from 'vitest';
import { createHttpClient, defaultBudget } from '../../lib/scan/http/client.ts';
import { parseSettings } from '../../lib/settings.ts';
import { newSigningKey, publicKey, signedFields } from '../../lib/signing.ts';

type Key = Parameters<typeof signedFields>[0];

describe('signed requests', () => {
  it('can be checked by whoever receives them, with the published key alone', async () => {
    const key = newSigningKey() as Key;
    const seen: { method: string; url: string; headers: Record<string, string> }[] = [];
    const server = createServer((request, response) => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      seen.push({ method: request.method ?? '', url: `http://${headers['host'] ?? ''}${request.url ?? ''}`, headers });
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createHttpClient({
      budget: defaultBudget,
      allowNets: ['127.0.0.0/8'],
      userAgent: 'test',
      sign: signedFields(key, 'https://latchkey.example'),
    });
    await client.request({ url: `${origin}/a?b=c`, purpose: 'test' });
    await client.request({ url: `${origin}/d`, method: 'POST', body: 'x', purpose: 'test' });
    await client.close();
    server.close();
    expect(seen.length).toBe(2);
    for (const request of seen) {
      expect(request.headers['signature-agent']).toBe('"https://latchkey.example"');
      const told: unknown[] = [];
      const check = await verifierFromJWK(publicKey(key));
      await verify(request, async (data, signature, params) => {
        told.push(params.keyid, params.tag);
        await check(data, signature, params);
      });
      expect(told).toEqual([publicKey(key).kid, 'web-bot-auth']);
      const other = await verifierFromJWK(publicKey(newSigningKey() as Key));
      await expect(verify(request, other)).rejects.toThrow(/signature/i);
    }
    expect(seen[0]?.headers['signature']).not.toBe(seen[1]?.headers['signature']);
  });

  it('need a key that is one', () => {
    expect(parseSettings({ SIGNING_KEY: JSON.stringify(newSigningKey()) }).signingKey?.crv).toBe('Ed25519');
    expect(() => parseSettings({ SIGNING_KEY: 'secret' })).toThrow(/SIGNING_KEY must be a private Ed25519 key/);
    expect(() => parseSettings({ SIGNING_KEY: '{"kty":"RSA"}' })).toThrow(/SIGNING_KEY/);
  });
});
