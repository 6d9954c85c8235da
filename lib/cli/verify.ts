/**
 * The owner's own client for `verify <url>`. The credential comes from the environment or from a prompt that shows nothing, never from
 * an argument: arguments stand in the shell's history and in the list of processes.
 */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ScanError } from '../scan/errors.ts';
import { verifyRequest, type KeyPlace, type VerifyRequest } from '../scan/schema/verify-request.ts';
import type { Target } from '../scan/types.ts';
import { refuseUnhideable } from '../scan/verify/credentials.ts';
import { ownClient } from '../settings.ts';
import { printable } from './printable.ts';

/** What the flags say. Nothing of it is secret. */
export interface VerifyFlags {
  scope?: string;
  resource?: string;
  audience?: string;
  tokenEndpoint?: string;
  operation?: string;
  /** Where an API key goes: `bearer`, `basic`, `basic:<user>` or `header:<name>`. Default `bearer`. */
  keyIn?: string;
  /** Hosts, besides that of the address, that may receive the credential. */
  confirmHost?: string[];
}

type Environment = ReturnType<typeof ownClient>;

/** Where questions are asked. `ask` resolves to null when there is nobody to ask. */
export interface Prompt {
  ask(question: string, options?: { hidden?: boolean }): Promise<string | null>;
}

/** Asks on the terminal; what is typed to a hidden question is not shown. */
export const terminalPrompt: Prompt = {
  async ask(question, { hidden = false } = {}) {
    if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
    process.stderr.write(question);
    const echo = new Writable({
      write(chunk: Buffer, _encoding, done) {
        if (!hidden) process.stderr.write(chunk);
        done();
      },
    });
    const line = createInterface({ input: process.stdin, output: echo, terminal: true, historySize: 0 });
    try {
      return (await line.question('')).trim();
    } finally {
      line.close();
      if (hidden) process.stderr.write('\n');
    }
  },
};

const missing = (message: string) => new ScanError('bad-credentials', message);

function placeOf(word: string): KeyPlace {
  const [kind = '', ...rest] = word.split(':');
  const name = rest.join(':');
  if (kind === 'bearer') return { in: 'bearer' };
  if (kind === 'basic') return name === '' ? { in: 'basic' } : { in: 'basic', user: name };
  if (kind === 'header' && name !== '') return { in: 'header', name };
  throw missing('--key-in takes bearer, basic, basic:<user> or header:<name>, such as header:X-Api-Key.');
}

async function credentialOf(flags: VerifyFlags, environment: Environment, { ask }: Prompt): Promise<unknown> {
  const { apiKey: key, privateKey, clientSecret: secret, clientId } = environment;
  if (key) return { kind: 'api-key', key, place: placeOf(flags.keyIn ?? 'bearer') };
  if (flags.keyIn !== undefined) {
    const typed = await ask('API key (not shown): ', { hidden: true });
    if (typed) return { kind: 'api-key', key: typed, place: placeOf(flags.keyIn) };
    throw missing('No API key was given. Set LATCHKEY_API_KEY, or run this in a terminal and it will ask.');
  }
  const id = clientId ?? (await ask('Client id: '));
  if (!id)
    throw missing(
      'No credential was given. Set LATCHKEY_CLIENT_ID and LATCHKEY_CLIENT_SECRET (or LATCHKEY_PRIVATE_KEY), or LATCHKEY_API_KEY, or run this in a terminal and it will ask.',
    );
  if (privateKey) return { kind: 'private-key', clientId: id, privateKey: privateKey.replaceAll(String.raw`\n`, '\n') };
  const typed = secret ?? (await ask('Client secret (not shown): ', { hidden: true }));
  if (!typed)
    throw missing('The client has neither a secret nor a key. Set LATCHKEY_CLIENT_SECRET or LATCHKEY_PRIVATE_KEY.');
  return { kind: 'client-secret', clientId: id, secret: typed };
}

/**
 * Puts the request for a verified scan together. The host of the address that was typed counts as confirmed; others are asked for while the scan
 * runs (`confirmHosts`), or named by `--confirm-host`.
 * @throws {ScanError} `bad-credentials` with what is missing; no message repeats a credential
 */
export async function readVerifyRequest(
  flags: VerifyFlags,
  target: Pick<Target, 'url'>,
  environment: Environment = ownClient(),
  prompt: Prompt = terminalPrompt,
): Promise<VerifyRequest> {
  const { scope, resource, audience, tokenEndpoint, operation } = flags;
  const parsed = verifyRequest.safeParse({
    credentials: await credentialOf(flags, environment, prompt),
    scope,
    resource,
    audience,
    tokenEndpoint,
    operation: operation === undefined ? undefined : addressOf(operation, target.url),
    hosts: [new URL(target.url).host, ...(flags.confirmHost ?? [])],
  });
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join(' ') ?? '';
    throw missing(
      `What was given for ${where || 'the handshake'} cannot be used: it is empty, too long or not a valid name.`,
    );
  }
  refuseUnhideable(parsed.data.credentials);
  return parsed.data;
}

/** An operation as an address, `GET ` before it and a path alone included. */
function addressOf(typed: string, base: string): string {
  const bare = typed.trim().replace(/^GET\s+/i, '');
  if (/^[A-Z]+\s/.test(bare))
    throw missing('Only GET requests are made. Name an operation that reads, such as --operation /v1/me.');
  return URL.canParse(bare, base) ? new URL(bare, base).href : bare;
}

/** Asks whether further hosts may receive the credential; without a terminal they may not. */
export async function confirmHosts(hosts: readonly string[], { ask }: Prompt = terminalPrompt): Promise<boolean> {
  const answer = await ask(`Send the credential to ${hosts.map((host) => printable(host)).join(' and ')}? [y/N] `);
  return answer !== null && /^y(?:es)?$/i.test(answer);
}
