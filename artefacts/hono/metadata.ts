/** Hono 4: the metadata of your authorization server (RFC 8414 §3) and of your API (RFC 9728 §3), from files where the server starts. */
import { readFileSync } from 'node:fs';
import type { Handler } from 'hono';

const serve = (file: string): Handler => {
  const document = readFileSync(file, 'utf8');
  return (c) => c.body(document, 200, { 'Content-Type': 'application/json' });
};

export const serverMetadata = serve('authorization-server.json');
export const resourceMetadata = serve('oauth-protected-resource.json');
