/** Fastify 5: the metadata of your authorization server (RFC 8414 §3) and of your API (RFC 9728 §3), from files where the server starts. */
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

export async function metadata(app: FastifyInstance): Promise<void> {
  const serve = (path: string, file: string) => {
    const document = readFileSync(file, 'utf8');
    app.get(path, async (_request, reply) => reply.type('application/json').send(document));
  };
  serve('{{METADATA_PATH}}', 'authorization-server.json');
  serve('{{RESOURCE_METADATA_PATH}}', 'oauth-protected-resource.json');
}
