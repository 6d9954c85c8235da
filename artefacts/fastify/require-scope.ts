/** Fastify 5, behind `beside`: a scope that a machine client must have. People are not limited by it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import './beside.ts';

export function requireScope(scope: string) {
  return async ({ caller }: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (!caller || caller.scopes.includes(scope)) return;
    return reply
      .code(403)
      .header('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${scope}"`)
      .send({ error: 'insufficient_scope', error_description: `This token lacks the scope ${scope}.`, scope });
  };
}
