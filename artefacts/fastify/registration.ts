/** Fastify 5: programs register themselves. */
import type { FastifyInstance } from 'fastify';
import { registrationAnswer } from '../node/registration-answer.ts';

export async function registration(app: FastifyInstance): Promise<void> {
  // As text, in this plugin alone: a broken body is refused in the words of RFC 7591.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) =>
    done(null, body),
  );
  app.post('{{REGISTRATION_PATH}}', async (request, reply) => {
    const text = typeof request.body === 'string' ? request.body : '';
    const { status, headers, body } = await registrationAnswer(text, request.ip);
    return reply.code(status).headers(headers).send(body);
  });
}
