/** Answers that the hosts of a world give: status, fields and body in one call. */
import type { Answer, Incoming, Reply, Site } from './world.ts';

type Fields = Record<string, string | string[]>;

/** JSON. `body` may be any value that JSON can hold. */
export const json = (status: number, body: unknown, headers: Fields = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});
/** RFC 9457 problem details. */
export const problem = (status: number, body: unknown, headers: Fields = {}): Answer =>
  json(status, body, { 'content-type': 'application/problem+json', ...headers });
export const html = (status: number, body: string, headers: Fields = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
});
export const text = (status: number, body: string, headers: Fields = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body,
});
export const markdown = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/markdown; charset=utf-8' },
  body,
});
export const xml = (status: number, body: string, headers: Fields = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/xml', ...headers },
  body,
});
export const empty = (status: number, headers: Fields = {}): Answer => ({ status, headers, body: '' });
export const redirect = (status: number, location: string, headers: Fields = {}): Answer => ({
  status,
  headers: { location, ...headers },
  body: '',
});
export const hang: Answer = { status: 0, instead: 'hang' };
export const reset: Answer = { status: 0, instead: 'reset' };
export const after = (delayMs: number, answer: Answer): Answer => ({ ...answer, delayMs });

/** Asks for a bearer token (RFC 6750 §3). */
export const bearerChallenge = (parameters = 'realm="api"'): Fields => ({
  'www-authenticate': `Bearer ${parameters}`.trim(),
});

export const isBearer = (request: Incoming): boolean =>
  request.authorization.scheme === 'bearer' && request.authorization.value !== '';
export const isBasic = (request: Incoming): boolean =>
  request.authorization.scheme === 'basic' && request.authorization.value !== '';
/** No Authorization field at all. */
export const isBare = (request: Incoming): boolean => request.headers['authorization'] === undefined;

/** A parameter from the form body, the JSON body or the query, in that order. */
export function parameter(request: Incoming, name: string): string | undefined {
  const inForm = request.form.get(name);
  if (inForm !== null) return inForm;
  if (request.json && typeof request.json === 'object' && !Array.isArray(request.json)) {
    const value: unknown = Object.entries(request.json).find(([key]) => key === name)?.[1];
    if (typeof value === 'string') return value;
  }
  return request.query.get(name) ?? undefined;
}

/** An unguessable value that differs on every call, as request ids do. */
export const fresh = (length = 16): string => {
  let out = '';
  while (out.length < length) out += Math.random().toString(16).slice(2);
  return out.slice(0, length);
};

/** A host that sends every request to another origin, path kept. */
export const aliasOf = (origin: string, status = 301): Site => ({
  routes: { '*': (request) => redirect(status, origin + request.path + request.search) },
});
/** A host that sends every request to one URL. */
export const allTo = (url: string, status = 302): Site => ({ routes: { '*': redirect(status, url) } });
/** A host that gives one answer whatever is asked. */
export const always = (reply: Reply): Site => ({ routes: {}, otherwise: reply });
