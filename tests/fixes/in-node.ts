/** The apps of npm's frameworks. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { change, mountInto, sources, usual, type App } from './app.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string }).version;

/** What lets Node read TypeScript: without the command of the same name, which would be a second process beside each. */
export const tsx = pathToFileURL(join(modules, 'tsx/dist/loader.mjs')).href;

export function nodeApp(id: string, framework: string, name: string): App {
  return {
    id,
    framework,
    version: () => ({ is: `${framework} ${versionOf(name)}` }),
    prepare(folder) {
      const text = readFileSync(join(sources, id, 'app.ts'), 'utf8').replace("'../site.ts'", "'./site.ts'");
      writeFileSync(join(folder, 'app.ts'), text);
      cpSync(join(sources, 'site.ts'), join(folder, 'site.ts'));
    },
    command: () => [process.execPath, '--import', tsx, 'app.ts'],
    mount: mountInto('app.ts'),
    makeClient: () => `'${process.execPath}' --import '${tsx}' make-client.ts trial`,
    trials: usual,
  };
}

/** Decorators are written as calls in the app: `@UseGuards(…)` above the class is `UseGuards(…)` in its list. */
function nest(): App {
  const app = nodeApp('nest', 'NestJS', '@nestjs/core');
  return {
    ...app,
    mount(folder, lines) {
      const decorators = [...lines.matchAll(/^@UseGuards\((.*)\)$/gm)].map((match) => match[1] ?? '');
      app.mount(folder, lines.replaceAll(/^\/\/ (instead of|after the guard).*\n@UseGuards.*\nexport class .*$/gm, ''));
      if (decorators.length > 0)
        change(join(folder, 'app.ts'), (text) =>
          text.replace('UseGuards(RequireLogin)', `UseGuards(${decorators.join(', ')})`),
        );
    },
  };
}

const routeOf = (path: string): string => join('app', path, 'route.ts');

/** Each piece is for a file of its own, which its first comment names. */
function mountNext(folder: string, lines: string): void {
  for (const piece of lines.split('\n\n')) {
    const [head = '', ...rest] = piece.split('\n');
    const [, path] = /route\.ts of '([^']+)'/.exec(head) ?? [];
    if (head.startsWith('// proxy.ts, ')) {
      mountInto('proxy.ts')(folder, piece.replace('// proxy.ts, ', '// ').replace(/^(.*:)\n(import .*)\n/, '$2\n$1\n'));
    } else if (path === undefined) {
      // A handler that refuses first and goes on as before.
      const [, refusal = ''] = /\{\n([^]*)\n {2}\/\/ as before/.exec(piece) ?? [];
      const imported = rest.find((line) => line.startsWith('import ')) ?? '';
      change(join(folder, routeOf('/v1/orders')), (text) =>
        `${imported}\n${text}`.replace('  // ---- after the guard', refusal),
      );
    } else {
      const file = join(folder, routeOf(path));
      const text = rest.join('\n');
      mkdirSync(dirname(file), { recursive: true });
      // What is there today becomes `before`, or makes way where only the file was there.
      const old = existsSync(file) && text.includes('(before)') ? readFileSync(file, 'utf8') : '';
      const [imported = '', ...others] = rest;
      writeFileSync(
        file,
        old === '' ? `${text}\n` : `${imported}\n${old.replace(/^export const POST = before;$/m, others.join('\n'))}`,
      );
    }
  }
}

/** Next.js on its own server, as `next dev` starts it: every route is compiled when it is first asked for. */
function next(): App {
  const app = nodeApp('next', 'Next.js', 'next');
  return {
    ...app,
    prepare: (folder) => cpSync(join(sources, 'next'), folder, { recursive: true }),
    command: () => [
      'bash',
      '-c',
      `exec '${process.execPath}' '${join(modules, 'next/dist/bin/next')}' dev -H 127.0.0.1 -p "$PORT"`,
    ],
    env: { NEXT_TELEMETRY_DISABLED: '1' },
    mode: 'development',
    warm: [
      '/',
      '/docs',
      '/openapi.json',
      '/login',
      '/v1/status',
      '/v1/orders',
      '/none',
      '/oauth/authorize',
      '/oauth/token',
      '/oauth/register',
      '/.well-known/oauth-authorization-server',
      '/.well-known/oauth-protected-resource',
    ],
    mount: mountNext,
  };
}

/** The authorization server of this package as it is told to let programs in. */
function oidcProvider(): App {
  const secret = 'secret-of-the-billing-export-of-this-run';
  const { makeClient: _none, ...app } = nodeApp('oidc-provider', 'node-oidc-provider', 'oidc-provider');
  return {
    ...app,
    product: 'oidc-provider',
    client: { id: 'billing-export', secret },
    env: { BILLING_EXPORT_SECRET: secret },
    scope: 'openid offline_access',
    trials: [['bare', 'client-credentials']],
  };
}

/** Better Auth as it is told to let programs in. Its settings are a file of their own, which the command of the fix reads too. */
function betterAuth(): App {
  const { makeClient: _none, ...app } = nodeApp('better-auth', 'Better Auth', 'better-auth');
  return {
    ...app,
    product: 'better-auth',
    prepare(folder) {
      app.prepare(folder);
      const text = readFileSync(join(sources, 'better-auth/auth.ts'), 'utf8').replace("'../site.ts'", "'./site.ts'");
      writeFileSync(join(folder, 'auth.ts'), text);
    },
    mount: mountInto('auth.ts'),
    env: { OPERATOR_EMAIL: 'ann@shop.example', OPERATOR_PASSWORD: 'tulip' },
    paths: { authorize: '/api/auth/oauth2/authorize', token: '/api/auth/oauth2/token' },
    scope: 'openid offline_access',
    trials: [['bare', 'client-credentials']],
  };
}

export const nodeApps: readonly App[] = [
  nodeApp('express', 'Express', 'express'),
  nodeApp('fastify', 'Fastify', 'fastify'),
  nodeApp('hono', 'Hono', 'hono'),
  nest(),
  next(),
];
export const nodeProducts: readonly App[] = [oidcProvider(), betterAuth()];
