/** What the app knows of people, and what its authorization server gave them: in files, since proxy and routes are bundles of their own. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const guard = process.env['GUARD'] ?? 'session';
export const hasServer = guard === 'oauth' || guard === 'bare';

const text = (file: string): string => readFileSync(join(process.cwd(), file), 'utf8');
export const page = (name: string, status = 200): Response =>
  new Response(text(`${name}.html`), { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
export const document = (file: string): Response => Response.json(JSON.parse(text(file)));

const place = (kind: string, made: string) => join(process.cwd(), 'held', `${kind}-${made.replace(/[^\w-]/g, '')}`);
export function make(kind: string): string {
  const made = randomUUID();
  mkdirSync(join(process.cwd(), 'held'), { recursive: true });
  writeFileSync(place(kind, made), '');
  return made;
}
function take(kind: string, made: string): boolean {
  if (made === '' || !existsSync(place(kind, made))) return false;
  rmSync(place(kind, made));
  return true;
}
export const ofPeople = (authorization: string | null): boolean => {
  const [, token] = /^bearer (.+)$/i.exec(authorization ?? '') ?? [];
  return token !== undefined && existsSync(place('token', token));
};

/** The answer of the token endpoint for people: it checks the grant first, and knows no machines. */
export function peopleToken(form: URLSearchParams): { status: number; body: object } {
  const kinds: Readonly<Record<string, string>> = { authorization_code: 'code', refresh_token: 'refresh' };
  const kind = kinds[form.get('grant_type') ?? ''];
  if (kind === undefined) return { status: 400, body: { error: 'unsupported_grant_type' } };
  if (!take(kind, form.get('code') ?? form.get('refresh_token') ?? ''))
    return { status: 400, body: { error: 'invalid_grant' } };
  const body = { access_token: make('token'), token_type: 'Bearer', expires_in: 600, refresh_token: make('refresh') };
  return { status: 200, body };
}
