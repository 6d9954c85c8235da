/** Every real server. */
import { expressBasic, expressSession, files, koaBearer } from './express-guards.ts';
import { fastifyBearer, fastifyKey } from './fastify.ts';
import { honoBearer, honoJwt } from './hono.ts';
import { mcpOpen, mcpProtected } from './mcp.ts';
import { mockServer } from './mock-server.ts';
import { oauth2Server } from './oauth2-server.ts';
import { oidcProviderDevice, oidcProviderMachine, oidcProviderMounted, oidcProviderPeople } from './oidc-provider.ts';
import { openJson, yoga } from './open-data.ts';
import { limited } from './rate-limit.ts';
import type { RealServer } from './types.ts';

export const servers: readonly RealServer[] = [
  oidcProviderMachine, oidcProviderPeople, oauth2Server, mockServer, mcpProtected, mcpOpen, fastifyBearer, expressBasic, expressSession, koaBearer, openJson, yoga, files,
  oidcProviderDevice, oidcProviderMounted, fastifyKey, honoBearer, honoJwt, limited,
];
