/** Fastify 5: client_credentials at a token endpoint (RFC 6749 §4.4). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ours, tokenAnswer } from '../node/token-answer.ts';

/** Where there is no token endpoint yet. */
export async function tokenEndpoint(app: FastifyInstance): Promise<void> {
  // As text, in this plugin alone: parsers of the rest of your server stay as they are.
  app.removeContentTypeParser('application/x-www-form-urlencoded');
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 8192 },
    (_request, body, done) => done(null, body),
  );
  app.post('{{TOKEN_PATH}}', async (request, reply) => answer(formOf(request), request, reply));
}

/** A preHandler hook before the one that is there, whose own parser has read the form: every other grant goes on to it. */
export async function tokenBranch(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const form = formOf(request);
  const asked = request.method === 'POST' && request.routeOptions.url === '{{TOKEN_PATH}}' && ours(form);
  return asked ? answer(form, request, reply) : undefined;
}

async function answer(form: URLSearchParams, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { status, headers, body } = await tokenAnswer(form, request.headers.authorization);
  return reply.code(status).headers(headers).send(body);
}

function formOf({ body }: FastifyRequest): URLSearchParams {
  if (typeof body === 'string') return new URLSearchParams(body);
  const fields = Object.entries((body ?? {}) as Record<string, string | string[]>);
  return new URLSearchParams(fields.flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
}
