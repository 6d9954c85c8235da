/** What the containers are started with, read from docker-compose.yml and the Dockerfile. */
import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseSettings, settingsTable } from '../../lib/settings.ts';
import { rightsForRendering } from './scan/render/rights.ts';

interface Service {
  image: string;
  environment?: Record<string, string>;
  ports?: string[];
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  pids_limit?: number;
  command?: string[];
  healthcheck?: { test?: string[] };
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const { services } = load(read('docker-compose.yml'), { schema: CORE_SCHEMA.withTags(mergeTag) }) as {
  services: Record<string, Service>;
};
const environmentOf = (name: string) => services[name]?.environment ?? {};

describe('docker-compose.yml', () => {
  it('passes every setting through to the process that reads it', () => {
    const passed = new Set([...Object.keys(environmentOf('web')), ...Object.keys(environmentOf('worker'))]);
    // Decided by the containers themselves, or never meant for a public site.
    const fixed = ['PORT', 'DATA_DIR', 'QUEUE_PREFIX', 'WORKER_HEALTH_FILE', 'WEB_PROCESSES', 'SCAN_ALLOW_NETS'];
    const names: string[] = settingsTable.map(({ name }) => name);
    expect(names.filter((name) => !passed.has(name) && !fixed.includes(name))).toEqual([]);
    expect([...passed].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('bounds the memory and the processes of every container, and lets none gain privileges', () => {
    for (const [name, service] of Object.entries(services)) {
      expect(service.mem_limit, name).toMatch(/\dg|\dm/);
      expect(service.pids_limit, name).toBeGreaterThan(0);
      expect(service.security_opt, name).toContain('no-new-privileges:true');
      if (name !== 'postgres') expect(service.cap_drop, name).toEqual(['ALL']);
    }
  });

  it('starts the worker with the rights that it takes to give the browser a user of its own, and the others with none', () => {
    const { worker, ...others } = services;
    // A program in /tmp starts the browser, which must be there already: without the right to own files nothing can be unpacked.
    const written = { read_only: true, tmpfs: ['/tmp:exec'] };
    expect(worker).toMatchObject({ user: 'root', cap_add: rightsForRendering, init: true, ...written });
    expect(read('Dockerfile')).toMatch(/^USER node\n(?:#.*\n)*RUN node \.cache\/worker\.mjs unpack-browser$/m);
    expect(environmentOf('worker')['RENDERER_USER']).toBe('${RENDERER_USER:-nobody}');
    for (const [name, service] of Object.entries(others)) expect(service, name).not.toHaveProperty('cap_add');
    expect(read('Dockerfile').match(/^USER .*$/gm)).toEqual(['USER node', 'USER node']);
  });

  it('opens one port, on this machine only unless BIND says otherwise, and then wants SITE_URL', () => {
    expect(Object.values(services).flatMap(({ ports = [] }) => ports)).toEqual([
      '${BIND:-127.0.0.1}:${PORT:-3000}:3000',
    ]);
    expect(environmentOf('web')['HOST']).toBe('${BIND:-127.0.0.1}');
    expect(() => parseSettings({ NODE_ENV: 'production', HOST: '0.0.0.0' })).toThrow('SITE_URL must be set');
  });

  it('connects as a role that is not the superuser, and to a Redis with a password', () => {
    expect(environmentOf('postgres')['POSTGRES_USER']).toBe('postgres');
    expect(environmentOf('worker')['DATABASE_URL']).toMatch(/^postgresql:\/\/latchkey:/);
    expect(read('docker/postgres-role.sh')).toMatch(/CREATE ROLE latchkey LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE/);
    expect(environmentOf('worker')['REDIS_URL']).toMatch(/^redis:\/\/default:\$\{REDIS_PASSWORD:\?/);
    const redis = services['redis']?.command?.join(' ');
    expect(redis).toContain('requirepass');
    // In the shell's place, or Redis never hears that it is to stop.
    expect(redis).toMatch(/^sh -c exec redis-server /);
    expect(services['redis']).toMatchObject({ user: 'redis', read_only: true });
  });

  it('takes PostgreSQL for ready when it has made the role, and not while it does', () => {
    expect(services['postgres']?.healthcheck?.test?.join(' ')).toContain('pg_isready -h 127.0.0.1');
  });

  it('runs on images of one exact version and digest, which an operator can replace', () => {
    const image = /^ARG NODE_IMAGE=(node:24\.\d+\.\d+-[a-z-]+@sha256:[0-9a-f]{64})$/m.exec(read('Dockerfile'))?.[1];
    expect(image).toBeDefined();
    for (const [name, version] of [
      ['POSTGRES', 'postgres:17'],
      ['REDIS', 'redis:7'],
    ] as const)
      expect(read('docker-compose.yml')).toMatch(
        new RegExp(`image: \\$\\{${name}_IMAGE:-${version}[\\w.-]+@sha256:[0-9a-f]{64}\\}`),
      );
    expect(read('docker-compose.yml').match(/NODE_IMAGE: \$\{NODE_IMAGE:-[^}]+\}/g)).toEqual(
      Array.from({ length: 3 }, () => `NODE_IMAGE: \${NODE_IMAGE:-${image}}`),
    );
    expect(
      read('Dockerfile')
        .match(/^FROM .*$/gm)
        ?.every((line) => line.startsWith('FROM ${NODE_IMAGE} AS')),
    ).toBe(true);
  });
});
