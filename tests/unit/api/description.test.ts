/** The description of our own API, against the routes that there are. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { description } from '../../../app/api/description.ts';

const app = fileURLToPath(new URL('../../../app', import.meta.url));

interface Described {
  paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}
const document = description('Latchkey', 'https://latchkey.example') as unknown as Described;

/** `GET /api/v1/scans/{id}` and so on, from the route files and the methods that they say they have. */
const routes = ['api/v1', 'oauth'].flatMap((folder) =>
  readdirSync(join(app, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .flatMap((file) => {
      const path = `/${folder}/${dirname(file).split(sep).join('/').replaceAll('[', '{').replaceAll(']', '}')}`;
      const methods = /otherMethods\(\[([^\]]+)\]\)/.exec(readFileSync(join(app, folder, file), 'utf8'))?.[1] ?? '';
      return [...methods.matchAll(/'([A-Z]+)'/g)].map(([, method]) => `${method ?? ''} ${path}`);
    }),
);
/** RFC 7592: its address and token come with each registration, so nobody needs it described. */
const ofOneClient = ['GET', 'PUT', 'DELETE'].map((method) => `${method} /oauth/register/{id}`);
/** It answers that there is nothing to authorize. */
const nothing = 'GET /oauth/authorize';

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })),
);

describe('the description of our own API', () => {
  it('has every public route', () => {
    expect(routes.length).toBeGreaterThan(18);
    expect(operations.map(({ name }) => name)).toEqual(
      expect.arrayContaining(routes.filter((route) => route !== nothing && !ofOneClient.includes(route))),
    );
  });

  it('names every operation once and declares every parameter of its path', () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, operation } of operations) {
      const declared = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name);
      expect(declared, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it('refers to schemas and security schemes that it has', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual(['basic', 'key', 'oauth']);
  });
});
