/** Hono 4: client_credentials at a token endpoint (RFC 6749 §4.4). */
import type { Context, MiddlewareHandler } from 'hono';
import { ours, tokenAnswer } from '../node/token-answer.ts';

/** Where there is no token endpoint yet. */
export const tokenEndpoint = async (c: Context): Promise<Response> => answer(c, await formOf(c));

/** Before the one that is there: every other grant goes on to it, with its body still to be read. */
export const tokenBranch: MiddlewareHandler = async (c, next) => {
  const form = await formOf(c);
  return ours(form) ? answer(c, form) : next();
};

const formOf = async (c: Context): Promise<URLSearchParams> => new URLSearchParams(await c.req.text());

async function answer(c: Context, form: URLSearchParams): Promise<Response> {
  const { status, headers, body } = await tokenAnswer(form, c.req.header('Authorization'));
  return new Response(body, { status, headers });
}
