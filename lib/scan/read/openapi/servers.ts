/** Where an API description says that its API is (OpenAPI 2.0 host and basePath, 3.x Server Objects). */
import { own, type JsonObject } from '../json-body.ts';
import { Names } from '../../names.ts';
import { listOf, objectOf, stringOf } from './document.ts';
import { isLoopback } from '../../loopback.ts';
import { urlOf, webScheme } from '../../text.ts';

/** Hosts that store documents for others: a description found there says nothing about its own origin. */
const SHELVES = new Names(`
  githubusercontent.com *.githubusercontent.com github.com *.github.com *.github.io gitlab.com *.gitlab.com bitbucket.org *.bitbucket.org
  jsdelivr.net *.jsdelivr.net unpkg.com *.unpkg.com storage.googleapis.com *.storage.googleapis.com *.blob.core.windows.net
  swaggerhub.com *.swaggerhub.com readme.io *.readme.io stoplight.io *.stoplight.io postman.com *.postman.com apis.guru *.apis.guru
`);
const BUCKET = /(?:^|\.)s3[\w.-]{0,60}\.amazonaws\.com$/i;
/** A developer's own machine, by whichever of its names. */
const isOwnMachine = (host: string): boolean =>
  isLoopback(host) || ['0.0.0.0', '[::]', 'host.docker.internal'].includes(host);
const isLocal = (url: string): boolean => isOwnMachine(urlOf(url)?.hostname ?? '');
const MAX_SERVERS = 20;

/** Resolves a URL of the document; a template that no URL parser takes stays as written when it names its own scheme. */
export function absoluteUrl(value: string | null, base: string | null): string | null {
  if (value === null) return null;
  const url = urlOf(value, base ?? undefined);
  if (url) return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  return webScheme(value) === '' ? null : value;
}

/** A server URL without what a path cannot be put after. */
const trimmed = (url: string): string => url.replace(/[?#].*$/s, '').replace(/\/{1,20}$/, '');

/**
 * The servers, absolute, without a last slash, each once; variables take their default or first allowed value, others stay in
 * braces. Relative ones resolve against the document's URL (OpenAPI 3.1 "Server Object"), unless the document lies on a host that
 * stores other people's files. Development machines count only for a document that one of them serves.
 */
export function readServers(root: JsonObject, documentUrl: string, swagger: boolean, faults: Set<string>): string[] {
  const document = urlOf(documentUrl);
  const home =
    document &&
    (document.protocol === 'https:' || document.protocol === 'http:') &&
    !SHELVES.has(document.hostname) &&
    !BUCKET.test(document.hostname)
      ? document
      : null;
  const named = swagger ? fromHost(root, home, faults) : fromServers(root, home, faults);
  const atHome = home !== null && isOwnMachine(home.hostname);
  const remote = atHome ? named : named.filter((url) => !isLocal(url));
  if (named.length > remote.length && remote.length === 0)
    faults.add('it names no server but a developer’s own machine');
  if (remote.length > 0) return [...new Set(remote)].slice(0, MAX_SERVERS);
  if (named.length === 0) faults.add('it names no server');
  // OpenAPI 3: a missing list means "/", relative to the document. 2.0: a missing host is the host that serves the document.
  return home ? [trimmed(`${home.origin}${swagger ? basePath(root) : ''}`)] : [];
}

function basePath(root: JsonObject): string {
  const path = stringOf(own(root, 'basePath')) ?? '';
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}

function fromHost(root: JsonObject, home: URL | null, faults: Set<string>): string[] {
  const written = stringOf(own(root, 'host'), 300);
  if (written === null) return [];
  const host = written.slice(webScheme(written).length).split('/', 1)[0] ?? '';
  const schemes = listOf(own(root, 'schemes'), 10);
  const scheme = schemes.includes('https')
    ? 'https'
    : schemes.includes('http')
      ? 'http'
      : (home?.protocol.slice(0, -1) ?? 'https');
  if (scheme === 'http' && !isOwnMachine(host.replace(/:\d+$/, '').toLowerCase()))
    faults.add('its server is plain http');
  const url = absoluteUrl(`${scheme}://${host}${basePath(root)}`, null);
  return url === null ? [] : [trimmed(url)];
}

/** Server Objects of the root, a path or an operation. */
export function fromServers(holder: JsonObject, home: URL | null, faults: Set<string>): string[] {
  const servers: string[] = [];
  const raw = own(holder, 'servers');
  for (const entry of Array.isArray(raw) ? raw.slice(0, 100) : []) {
    const template = typeof entry === 'string' ? entry : stringOf(own(objectOf(entry), 'url'));
    if (template === null) continue;
    const variables = objectOf(own(objectOf(entry), 'variables'));
    const filled = template.trim().replaceAll(/\{([^{}]{1,100})\}/g, (whole, name: string) => {
      const variable = objectOf(own(variables, name));
      return stringOf(own(variable, 'default'), 300) ?? stringOf(listOf(own(variable, 'enum'), 1)[0], 300) ?? whole;
    });
    const url = absoluteUrl(filled, home?.href ?? null);
    if (url === null) continue;
    if (url.startsWith('http:') && !isLocal(url)) faults.add('its server is plain http');
    servers.push(trimmed(url));
  }
  // A TLS address of the same kind is the one to use.
  return servers.sort((a, b) => Number(a.startsWith('http:')) - Number(b.startsWith('http:')));
}
