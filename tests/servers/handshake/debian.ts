/** Authorization servers that Debian packages: Doorkeeper on Rails, django-oauth-toolkit on Django. */
import { fileURLToPath } from 'node:url';
import { missing, run, type Program } from '../spawned.ts';
import { privateData, secrets, type Handshaker } from './api.ts';

const { clientId, secret } = secrets;

/** A handshake with a program; `packages` of it that are not here leave it out, by name. */
export interface PackagedHandshaker extends Handshaker {
  missing(): string | null;
}

const script = (name: string) => fileURLToPath(new URL(`../debian/${name}`, import.meta.url));

function packaged(program: Omit<Program, 'env'>, kind: string): PackagedHandshaker {
  return {
    id: program.id,
    title: program.title,
    missing: () => missing(program),
    async start() {
      let published: string | null = null;
      const env = { KIND: kind, CLIENT_ID: clientId, CLIENT_SECRET: secret, PRIVATE_DATA: privateData };
      const running = await run(
        { ...program, env },
        {
          '/.well-known/latchkey.txt': (_request, response) => {
            response.writeHead(published === null ? 404 : 200, { 'content-type': 'text/plain' });
            response.end(published ?? 'Not found');
          },
        },
      );
      return {
        ...running,
        request: {
          credentials: { kind: 'client-secret', clientId, secret },
          scope: 'orders:read orders:write',
          hosts: [new URL(running.url).host],
        },
        secrets: [secret],
        publish: (line) => {
          published = line;
        },
      };
    },
  };
}

const doorkeeper = (id: string, title: string, kind: string) =>
  packaged(
    {
      id,
      title: `Doorkeeper: ${title}`,
      packages: 'ruby-doorkeeper ruby-railties ruby-activerecord ruby-sqlite3 puma',
      probe: [
        'ruby',
        '-e',
        'require "rails"; require "doorkeeper"; require "active_record"; require "sqlite3"; require "puma"',
      ],
      command: () => ['ruby', script('doorkeeper.rb')],
    },
    kind,
  );

const toolkit = (id: string, title: string, kind: string) =>
  packaged(
    {
      id,
      title: `django-oauth-toolkit: ${title}`,
      packages: 'python3-django python3-django-oauth-toolkit python3-djangorestframework',
      probe: ['/usr/bin/python3', '-c', 'import django, oauth2_provider, rest_framework'],
      command: () => ['/usr/bin/python3', script('django-oauth-toolkit.py')],
    },
    kind,
  );

export const doorkeeperFresh = doorkeeper('doorkeeper', 'a new token for each request', 'fresh');
export const doorkeeperReuse = doorkeeper('doorkeeper-reuse', 'the same token until it ends', 'reuse');
export const toolkitRest = toolkit('django-oauth-rest', 'the API by Django REST framework', 'rest');
export const toolkitView = toolkit(
  'django-oauth-view',
  'the API by its own views, which refuse with an empty 403',
  'view',
);
