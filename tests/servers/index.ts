/** Every real server. */
import { betterAuthDescribed, betterAuthSessions } from './better-auth.ts';
import { debianPrograms } from './debian-programs.ts';
import { debianServers } from './debian.ts';
import { expressBasic, expressSession, files, koaBearer } from './express-guards.ts';
import { fastifyBearer, fastifyKey, fastifyLogin } from './fastify.ts';
import { honoBearer, honoJwt } from './hono.ts';
import { mcpElsewhere, mcpOpen, mcpProtected, mcpSessions } from './mcp.ts';
import { mockServer } from './mock-server.ts';
import { oauth2Server } from './oauth2-server.ts';
import {
  loginProxyPath,
  loginProxyRoot,
  oidcProviderDevice,
  oidcProviderMachine,
  oidcProviderMounted,
  oidcProviderPeople,
} from './oidc-provider.ts';
import { openJson, yoga, yogaOpen } from './open-data.ts';
import { limited } from './rate-limit.ts';
import type { RealServer } from './types.ts';

export const servers: readonly RealServer[] = [
  oidcProviderMachine,
  oidcProviderPeople,
  oauth2Server,
  mockServer,
  mcpProtected,
  mcpOpen,
  fastifyBearer,
  expressBasic,
  expressSession,
  koaBearer,
  openJson,
  yoga,
  files,
  oidcProviderDevice,
  oidcProviderMounted,
  fastifyKey,
  honoBearer,
  honoJwt,
  limited,
  mcpElsewhere,
  fastifyLogin,
  betterAuthSessions,
  betterAuthDescribed,
  mcpSessions,
  yogaOpen,
  loginProxyRoot,
  loginProxyPath,
  ...debianServers,
  ...debianPrograms,
];

/** Those that this machine has the packages for, and what the others lack. */
export function installed(): { here: readonly RealServer[]; lacking: readonly { id: string; packages: string }[] } {
  const asked = servers.map((server) => ({ server, packages: server.missing?.() ?? null }));
  return {
    here: asked.filter(({ packages }) => packages === null).map(({ server }) => server),
    lacking: asked.flatMap(({ server: { id }, packages }) => (packages === null ? [] : [{ id, packages }])),
  };
}
