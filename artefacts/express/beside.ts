/** Express 5: a token beside your guard. */
import type { RequestHandler } from 'express';
import { callerOf } from '../node/machine-clients.ts';
import { restate } from './restate.ts';

/** Who holds a known token goes on, as `response.locals.caller`; everybody else is the guard's, as before. */
export function beside(guard: RequestHandler): RequestHandler {
  const otherwise = restate(guard);
  return async (request, response, next) => {
    const caller = await callerOf(request.get('Authorization'));
    if (!caller) return otherwise(request, response, next);
    response.locals['caller'] = caller;
    next();
  };
}
