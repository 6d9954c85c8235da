/** Fastify 5: a token beside your guard. */
import type { FastifyInstance } from 'fastify';
import { callerOf, type Caller } from '../node/machine-clients.ts';
import { restate, type Guard } from './restate.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** Who holds a known token goes on, as `request.caller`; everybody else is the guard's, as before. */
export function beside(api: FastifyInstance, guard: Guard): void {
  api.decorateRequest('caller', null);
  restate(api, async (request, reply) => {
    request.caller = await callerOf(request.headers.authorization);
    return request.caller ? undefined : guard(request, reply);
  });
}
