/** Next.js 16: the metadata of your authorization server (RFC 8414 §3) and of your API (RFC 9728 §3), from the files beside this one. */
import server from './authorization-server.json';
import resource from './oauth-protected-resource.json';

export const serverMetadata = (): Response => Response.json(server);
export const resourceMetadata = (): Response => Response.json(resource);
