/** The documents that an app of the trials keeps as files, and what a person does with those that a fix brings. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Fix } from '../../lib/scan/schema/report.ts';

/** Where an app's authorization server is asked. */
export interface Paths {
  authorize: string;
  token: string;
}

export type Guard = 'session' | 'key' | 'oauth' | 'bare' | 'timeless' | 'captcha' | 'unpublished' | 'walled' | 'basic';

const operation = (description: string) => ({ get: { responses: { '200': { description } } } });

/** Writes what the app publishes. */
export function writeDocuments(folder: string, origin: string, guard: Guard, paths: Paths): void {
  const people = guard === 'oauth' || guard === 'bare';
  const flows = {
    authorizationCode: {
      authorizationUrl: `${origin}${paths.authorize}`,
      tokenUrl: `${origin}${paths.token}`,
      scopes: {},
    },
  };
  const description = {
    openapi: '3.1.0',
    info: { title: 'Orders', version: '1' },
    servers: [{ url: `${origin}/v1` }],
    paths: { '/orders': operation('Orders'), '/status': operation('Status') },
    ...(people
      ? { components: { securitySchemes: { people: { type: 'oauth2', flows } } }, security: [{ people: [] }] }
      : {}),
  };
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(description, null, 2));
  if (guard === 'timeless') {
    const machines = {
      issuer: origin,
      token_endpoint: `${origin}${paths.token}`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: ['none'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
    };
    writeFileSync(join(folder, 'authorization-server.json'), JSON.stringify(machines, null, 2));
  }
  if (guard !== 'oauth') return;
  const metadata = {
    issuer: origin,
    authorization_endpoint: `${origin}${paths.authorize}`,
    token_endpoint: `${origin}${paths.token}`,
    jwks_uri: `${origin}/oauth/keys`,
    userinfo_endpoint: `${origin}/oauth/userinfo`,
    response_types_supported: ['code', 'code id_token'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['none'],
    id_token_signing_alg_values_supported: ['ES256', 'RS256'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid'],
  };
  writeFileSync(join(folder, 'authorization-server.json'), JSON.stringify(metadata, null, 2));
}

/** Applies the update of an Overlay action (OpenAPI Overlay 1.0.0 §4.4.3): objects are merged, lists are joined, the rest is replaced. */
function merged(old: unknown, update: unknown): unknown {
  if (Array.isArray(old) && Array.isArray(update)) return [...(old as unknown[]), ...(update as unknown[])];
  if (!isMap(old) || !isMap(update)) return update;
  const both = { ...old };
  for (const [name, value] of Object.entries(update))
    both[name] = Object.hasOwn(old, name) ? merged(old[name], value) : value;
  return both;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Applies one action below a node. @throws when its target leads nowhere */
function applied(node: unknown, [step, ...more]: readonly string[], update: unknown): unknown {
  if (step === undefined) return merged(node, update);
  if (!isMap(node) || !Object.hasOwn(node, step)) throw new Error(`The target leads nowhere at ${step}.`);
  return { ...node, [step]: applied(node[step], more, update) };
}

/** Applies an Overlay to a description. Its targets are `$` and members below it. @throws when a target leads nowhere */
export function overlaid(description: unknown, overlay: string): unknown {
  const { actions } = load(overlay) as { actions: { target: string; update: unknown }[] };
  let document = description;
  for (const { target, update } of actions) {
    const steps = [...target.matchAll(/\['([^']+)'\]|\.(\w+)/g)].map((match) => match[1] ?? match[2] ?? '');
    document = applied(document, steps, update);
  }
  return document;
}

/** Puts the documents of a fix where a person would. */
export function applyDocuments({ artefacts }: Fix, folder: string): void {
  for (const { title, file, frameworks, text } of artefacts) {
    const words = join(folder, 'words.md');
    const openapi = join(folder, 'openapi.json');
    if (title === 'Words for the documentation')
      writeFileSync(words, `${existsSync(words) ? readFileSync(words, 'utf8') : ''}\n${text}\n`);
    else if (file?.endsWith('.overlay.yaml'))
      writeFileSync(openapi, JSON.stringify(overlaid(JSON.parse(readFileSync(openapi, 'utf8')), text), null, 2));
    else if (frameworks.length === 0 && file !== null) writeFileSync(join(folder, file), `${text}\n`);
  }
}
