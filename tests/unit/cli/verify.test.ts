/** Where the credential of `verify` comes from: the environment or a prompt, never an argument; and no refusal repeats it. */
import { describe, expect, it } from 'vitest';
import { confirmHosts, readVerifyRequest, type Prompt, type VerifyFlags } from '../../../lib/cli/verify.ts';
import { createProgram } from '../../../lib/cli/program.ts';
import { ScanError } from '../../../lib/scan/errors.ts';

const target = { url: 'https://api.orchard.example:8443/v1' };
const secret = 'zw8Hq2LrT5vXn9KdP3mB7cYf';
const nothing: Record<'clientId' | 'clientSecret' | 'privateKey' | 'apiKey', string | undefined> = {
  clientId: undefined,
  clientSecret: undefined,
  privateKey: undefined,
  apiKey: undefined,
};

/** Answers questions in order, and keeps what was asked. */
function prompt(...answers: (string | null)[]): Prompt & { asked: { question: string; hidden: boolean }[] } {
  const asked: { question: string; hidden: boolean }[] = [];
  return {
    asked,
    ask: (question, { hidden = false } = {}) => {
      asked.push({ question, hidden });
      return Promise.resolve(answers.shift() ?? null);
    },
  };
}
const read = (flags: VerifyFlags, given: Partial<typeof nothing> = {}, asking = prompt()) =>
  readVerifyRequest(flags, target, { ...nothing, ...given }, asking);

describe('the credential', () => {
  it('comes from the environment', async () => {
    const asking = prompt();
    expect(await read({ scope: 'a b' }, { clientId: 'shop', clientSecret: secret }, asking)).toEqual({
      credentials: { kind: 'client-secret', clientId: 'shop', secret },
      scope: 'a b',
      hosts: ['api.orchard.example:8443'],
    });
    expect(asking.asked).toEqual([]);
    expect(await read({ keyIn: 'header:X-Api-Key' }, { apiKey: secret })).toMatchObject({
      credentials: { kind: 'api-key', key: secret, place: { in: 'header', name: 'x-api-key' } },
    });
  });

  it('is asked for where there is somebody to ask, the secret without showing it', async () => {
    const asking = prompt('shop', secret);
    expect(await read({}, {}, asking)).toMatchObject({ credentials: { clientId: 'shop', secret } });
    expect(asking.asked.map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it.each<[string, VerifyFlags, Partial<typeof nothing>, RegExp]>([
    ['nothing is there', {}, {}, /LATCHKEY_CLIENT_ID/],
    ['the secret is missing', {}, { clientId: 'shop' }, /LATCHKEY_CLIENT_SECRET or LATCHKEY_PRIVATE_KEY/],
    ['the key is missing', { keyIn: 'bearer' }, {}, /LATCHKEY_API_KEY/],
    ['the place is unknown', { keyIn: 'cookie' }, { apiKey: secret }, /--key-in takes/],
    ['the secret could not be hidden', {}, { clientId: 'shop', clientSecret: 'secret' }, /could not be hidden/],
    [
      'the operation is no GET',
      { operation: 'DELETE /v1/pears' },
      { clientId: 'shop', clientSecret: secret },
      /Only GET/,
    ],
    ['the header is not the API’s own', { keyIn: 'header:Host' }, { apiKey: secret }, /cannot be used/],
  ])('is refused with what to do when %s', async (_name, flags, given, says) => {
    const error = await read(flags, given).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ScanError);
    expect(String(error)).toMatch(says);
    expect(String(error)).not.toContain(secret);
  });

  it('can be given by no argument', () => {
    const options = createProgram({ packagedBrowser: false, startProduct: null }, () => undefined).commands.flatMap(
      ({ options: flags }) => flags.map(({ long }) => long ?? ''),
    );
    expect(options.length).toBeGreaterThan(10);
    expect(options.filter((long) => /secret|private-key|password|client-id|api-?key$/.test(long))).toEqual([]);
  });
});

describe('what it is asked for', () => {
  it.each([
    ['/v2/me', 'https://api.orchard.example:8443/v2/me'],
    ['GET /v2/me', 'https://api.orchard.example:8443/v2/me'],
    ['https://eu.orchard.example/me', 'https://eu.orchard.example/me'],
  ])('the operation %s is %s', async (operation, address) => {
    expect(await read({ operation }, { clientId: 'shop', clientSecret: secret })).toMatchObject({ operation: address });
  });

  it('further hosts are confirmed by name or by an answer, and by nothing else', async () => {
    const flags = { confirmHost: ['ID.orchard.example'] };
    expect(await read(flags, { clientId: 'shop', clientSecret: secret })).toMatchObject({
      hosts: ['api.orchard.example:8443', 'id.orchard.example'],
    });
    for (const [answer, confirmed] of [
      ['y', true],
      ['yes', true],
      ['', false],
      ['n', false],
      ['yellow', false],
      [null, false],
    ] as const)
      expect(await confirmHosts(['id.orchard.example'], prompt(answer))).toBe(confirmed);
  });
});
