/** Hono 4: a token beside your guard. */
import type { MiddlewareHandler } from 'hono';
import { callerOf, type Caller } from '../node/machine-clients.ts';
import { restate } from './restate.ts';

declare module 'hono' {
  interface ContextVariableMap {
    caller: Caller | undefined;
  }
}

/** Who holds a known token goes on, as `c.get('caller')`; everybody else is the guard's, as before. */
export function beside(guard: MiddlewareHandler): MiddlewareHandler {
  const otherwise = restate(guard);
  return async (c, next) => {
    const caller = await callerOf(c.req.header('Authorization'));
    if (!caller) return otherwise(c, next);
    c.set('caller', caller);
    await next();
  };
}
