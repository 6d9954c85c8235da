/** What the trials want to know of an app, whatever it is written in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fix } from '../../lib/scan/schema/report.ts';
import type { Guard, Paths } from './documents.ts';
import { mount } from './mount.ts';

/** The folder of the apps' sources. */
export const sources = fileURLToPath(new URL('apps/', import.meta.url));

export interface App {
  id: string;
  /** As reports name it. */
  framework: string;
  /** Name and version of what runs, or why it does not. */
  version(): { is: string } | { missing: string };
  prepare(folder: string): void;
  command(folder: string): string[];
  mount(folder: string, lines: string): void;
  /** Prints CLIENT_ID, CLIENT_SECRET and TOKEN; a word after it is the one scope that the client is given. */
  makeClient?(folder: string): string;
  /** A client that the fix itself makes, for a product: it gets its token at the token endpoint. */
  client?: { id: string; secret: string };
  /** Variables that the app is started with, and that commands of the fix see. */
  env?: Record<string, string>;
  /** NODE_ENV of the app; absent: production. */
  mode?: 'development';
  /** Paths that are asked once before anything else, since the first answer takes long. */
  warm?: readonly string[];
  /** The product that answers, whose own switch is tried; absent: code for the framework is. */
  product?: string;
  /** Where its authorization server is asked. */
  paths?: Paths;
  /** The scope that its authorization server wants to hear from people. */
  scope?: string;
  /** Puts in what neither a file nor a mark in the app can take. */
  apply?(fix: Fix, folder: string): void;
  /** What holds only with the fix; a sentence for each thing that does not. */
  after?(url: string, guard: Guard): Promise<string[]>;
  /** The guard, the fix, and one that was applied before. */
  trials: readonly (readonly [Guard, string, string?])[];
}

/** Where most apps have their authorization server. */
export const usualPaths: Paths = { authorize: '/oauth/authorize', token: '/oauth/token' };

/** A fix that the session app is offered, and those that only make sense for one with keys. */
export const usual = [
  ['session', 'structured-401'],
  ['session', 'bearer-token'],
  ['session', 'client-credentials'],
  ['key', 'structured-401'],
  ['key', 'bearer-token'],
  ['key', 'openapi-security'],
  ['key', 'self-service-keys'],
  ['key', 'scope-restriction'],
  ['oauth', 'client-credentials'],
  ['oauth', 'self-service-keys'],
  ['oauth', 'scope-restriction'],
  ['bare', 'metadata'],
  ['session', 'self-service-keys', 'client-credentials'],
] as const;

/** Changes one file of the app. */
export function change(file: string, how: (text: string) => string): void {
  writeFileSync(file, how(readFileSync(file, 'utf8')));
}

/** Mounts into this file of the app. */
export const mountInto =
  (file: string) =>
  (folder: string, lines: string): void =>
    change(join(folder, file), (text) => mount(text, lines));
