/** The description of our own API, against the routes that there are. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { description } from '../../../app/api/description.ts';
import { arrange } from '../../../lib/statistics.ts';

const app = fileURLToPath(new URL('../../../app', import.meta.url));

interface Described {
  paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, { properties: Record<string, { properties: Record<string, unknown> }> }> };
}
const document = description('Latchkey', 'https://latchkey.example') as Described;

/** `GET /api/v1/scans/{id}` and so on, from the files under app/api/v1 and the methods that they say they have. */
const routes = readdirSync(join(app, 'api/v1'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .flatMap((file) => {
    const path = `/api/v1/${dirname(file).split(sep).join('/').replaceAll('[', '{').replaceAll(']', '}')}`;
    const methods = /otherMethods\(\[([^\]]+)\]\)/.exec(readFileSync(join(app, 'api/v1', file), 'utf8'))?.[1] ?? '';
    return [...methods.matchAll(/'([A-Z]+)'/g)].map(([, method]) => `${method ?? ''} ${path}`);
  });

const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })));

describe('the description of our own API', () => {
  it('has every public route, and no other', () => {
    expect(routes.length).toBeGreaterThan(8);
    expect(operations.map(({ name }) => name).filter((name) => name !== 'GET /api/health').sort()).toEqual([...routes].sort());
  });

  it('names every operation once and declares every parameter of its path', () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, operation } of operations) {
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(declared, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it('refers to schemas that it has', () => {
    const references = [...JSON.stringify(document.paths).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('knows every field of the statistics', () => {
    const none = arrange({ scans: 0, domains: 0, first: null, last: null, lower: null, median: null, upper: null }, [], new Date(0));
    expect(Object.keys(document.components.schemas.Statistics?.properties.scans?.properties ?? {})).toEqual(Object.keys(none));
  });
});
