/** The table of sources. Rows ask as soon as what they need is known; where several are due at once, the order is this one. */
import type { Row } from '../source.ts';
import { apiHosts } from './api-hosts.ts';
import { calls, contrasts, conventional } from './calls.ts';
import { agentCard, aiCatalog, apiCatalog, serverCards } from './catalogues.ts';
import { apiBelow, conventions } from './conventions.ts';
import { graphql, graphqlFields } from './graphql.ts';
import { home } from './home.ts';
import { hosts, website } from './hosts.ts';
import { jsonRpc } from './json-rpc.ts';
import { descriptions, documentationHosts, llmsTxt, menu, pages, signUps } from './links.ts';
import { mcp } from './mcp.ts';
import { conventionalMetadata, metadata } from './metadata.ts';
import { registration } from './registration.ts';
import { rendering, type Browser } from './rendering.ts';
import { robots } from './robots.ts';
import { agentIdentity, authMd, onboarding, openapiJson } from './site-documents.ts';
import { smart } from './smart.ts';
import { tokenEndpoints } from './token-endpoints.ts';

/** `renderer`: a browser for pages that are empty without JavaScript; null when none was found, 'off' when none is wanted. */
export const sources = (renderer: Browser | null | 'off'): Row[] => [
  // The target and what stands beside it.
  robots,
  hosts,
  home,
  website,
  // Documents at well-known places.
  metadata,
  smart,
  llmsTxt,
  apiCatalog,
  openapiJson,
  agentCard,
  aiCatalog,
  serverCards,
  authMd,
  onboarding,
  apiHosts,
  documentationHosts,
  // What those name.
  pages,
  descriptions,
  signUps,
  rendering(renderer),
  // Doors, knocked at without credentials.
  tokenEndpoints,
  registration,
  agentIdentity,
  mcp,
  graphql,
  jsonRpc,
  calls,
  graphqlFields,
  contrasts,
  // Guesses, made where nothing led further.
  menu,
  apiBelow,
  conventions,
  conventionalMetadata,
  conventional,
];
