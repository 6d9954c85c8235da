/** The apps of the trials. */
import type { App } from './app.ts';
import { goApp } from './in-go.ts';
import { laravelApp } from './in-php.ts';
import { rubyApps, rubyProducts } from './in-ruby.ts';
import { nodeApps, nodeProducts } from './in-node.ts';
import { ways } from './in-ways.ts';
import { pythonApps, pythonProducts } from './in-python.ts';

export const apps: readonly App[] = [
  ...nodeApps,
  ...pythonApps,
  goApp,
  laravelApp,
  ...rubyApps,
  ...nodeProducts,
  ...pythonProducts,
  ...rubyProducts,
  ...ways,
];

const hosted = 'a hosted service; it runs at its vendor only';
const unpackaged = 'not packaged for Debian or npm';
const words = 'its advice is words for a console, with nothing to paste that could run';

/** Why no app stands for a framework or a product. */
export const notRun: Readonly<Record<string, string>> = {
  https: 'its cap does not hold for loopback addresses, and a trial has no others',
  spring: 'Debian packages Spring 4 without Spring Security, which this code is for',
  aspnet: unpackaged,
  keycloak: unpackaged,
  auth0: hosted,
  okta: hosted,
  'entra-id': hosted,
  cognito: hosted,
  ping: hosted,
  forgerock: unpackaged,
  curity: unpackaged,
  hydra: unpackaged,
  zitadel: unpackaged,
  authentik: unpackaged,
  fusionauth: unpackaged,
  supabase: hosted,
  clerk: hosted,
  workos: hosted,
  stytch: hosted,
  'laravel-passport': 'Debian packages Laravel without Passport',
  'spring-authorization-server': unpackaged,
  openiddict: unpackaged,
  identityserver: unpackaged,
  wordpress: words,
  kong: unpackaged,
  apigee: hosted,
  'aws-api-gateway': hosted,
  'azure-api-management': hosted,
  cloudflare: hosted,
  envoy: unpackaged,
  traefik: words,
  apache: words,
};
