/** Hono 4: what a guard refuses, told so that a program understands it. */
import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { mustRestate, refusal } from '../node/refusal.ts';

/** Runs your guard. Its answers to browsers stay; what it lets through is answered as before. */
export function restate(guard: MiddlewareHandler): MiddlewareHandler {
  return async (c, next) => {
    let passed = false;
    const field = (name: string) => c.req.header(name);
    const refused = await guard(c, async () => {
      passed = true;
      await next();
    }).catch((failure: unknown) => {
      if (passed || !(failure instanceof HTTPException)) throw failure;
      return failure.getResponse();
    });
    const old = refused ?? c.res;
    if (passed || !mustRestate(old.status, field)) return refused;
    const { headers, body } = refusal(field, await old.clone().text());
    c.res = new Response(body, { status: 401, headers });
    return c.res;
  };
}
