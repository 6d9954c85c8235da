/** What every app of the trials in Node shows to people, and the authorization server that some of them have. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const port = Number(process.env['PORT']);
export const origin = `http://127.0.0.1:${port}`;
/**
 * What stands before the API: the `session` of somebody who signed in, a `key` in a field of its own, or tokens of an authorization server for
 * people (`oauth`), which may publish no metadata (`bare`).
 */
export const guard = process.env['GUARD'] ?? 'session';
export const hasServer = guard === 'oauth' || guard === 'bare';

/** Pages and documents are files, as a person would keep them. */
const text = (file: string): string => readFileSync(file, 'utf8');
export const home = text('home.html');
export const docs = text('docs.html');
export const loginForm = text('login.html');

const document = (file: string): unknown => JSON.parse(text(file)) as unknown;
export const description = document('openapi.json');
export const metadataPath = '/.well-known/oauth-authorization-server';
export const metadata = guard === 'oauth' ? document('authorization-server.json') : null;

export const orders = { orders: [{ id: 1 }] };
export const signsIn = (name: unknown, password: unknown) => name === 'ann' && password === 'tulip';
export const knownKey = 'key-of-ann';
export const keyMissing = { message: 'The X-API-Key header is missing' };

const codes = new Set<string>();
const refreshTokens = new Set<string>();
const tokens = new Set<string>();
const make = (kept: Set<string>) => {
  const made = randomUUID();
  kept.add(made);
  return made;
};

/** Where somebody who signed in is sent with a code. */
export const authorized = (query: URLSearchParams) =>
  `${query.get('redirect_uri') ?? ''}?code=${make(codes)}&state=${query.get('state') ?? ''}`;

/** The answer of the token endpoint for people: it checks the grant first, and knows no machines. */
export function peopleToken(form: URLSearchParams): { status: number; body: object } {
  const grant = form.get('grant_type');
  const held = grant === 'authorization_code' ? codes : grant === 'refresh_token' ? refreshTokens : null;
  if (!held) return { status: 400, body: { error: 'unsupported_grant_type' } };
  if (!held.delete(form.get('code') ?? form.get('refresh_token') ?? ''))
    return { status: 400, body: { error: 'invalid_grant' } };
  return {
    status: 200,
    body: { access_token: make(tokens), token_type: 'Bearer', expires_in: 600, refresh_token: make(refreshTokens) },
  };
}

export const ofPeople = (authorization: string | null | undefined) =>
  tokens.has(/^bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '');
export const unauthorized = { error: 'unauthorized', error_description: 'A token is needed.' };
export const challenge = `Bearer realm="orders"`;
