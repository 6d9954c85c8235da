/** Express 5: the metadata of your authorization server (RFC 8414 §3) and of your API (RFC 9728 §3), from files where the server starts. */
import { readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';

const serve = (file: string): RequestHandler => {
  const document = readFileSync(file, 'utf8');
  return (_request, response) => {
    response.type('json').send(document);
  };
};

export const serverMetadata = serve('authorization-server.json');
export const resourceMetadata = serve('oauth-protected-resource.json');
