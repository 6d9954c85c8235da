/** Fastify 5: what a guard refuses, told so that a program understands it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mustRestate, refusal } from '../node/refusal.ts';

/** An async onRequest hook of yours: it answers, or returns and lets the request through. */
export type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Adds your guard as a hook. Its answers to browsers stay; what it lets through is answered as before. */
export function restate(api: FastifyInstance, guard: Guard): void {
  const guarding = new WeakSet<FastifyReply>();
  api.addHook('onRequest', async (request, reply) => {
    guarding.add(reply);
    await guard(request, reply);
    if (!reply.sent) guarding.delete(reply);
  });
  api.addHook('onSend', async (request, reply, payload) => {
    const field = (name: string) => request.headers[name.toLowerCase()]?.toString();
    if (!guarding.has(reply) || !mustRestate(reply.statusCode, field)) return payload;
    const { headers, body } = refusal(field, typeof payload === 'string' ? payload : '');
    reply.removeHeader('location').removeHeader('content-length').code(401).headers(headers);
    return body;
  });
}
