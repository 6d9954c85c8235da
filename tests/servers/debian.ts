/** Software that Debian packages: Python frameworks, a container registry, a monitor, a store, a calendar server. */
import { fileURLToPath } from 'node:url';
import { expectation, noCredit, staticKeys } from '../worlds/lib/world.ts';
import { throwAwayAuthority } from '../worlds/lib/certificates.ts';
import { spawned } from './spawned.ts';
import type { RealServer } from './types.ts';

const python = '/usr/bin/python3';
const script = (name: string) => fileURLToPath(new URL(`debian/${name}.py`, import.meta.url));
const imports = (...modules: string[]) => [python, '-c', `import ${modules.join(', ')}`] as const;
/** A hash that no password has: nobody can sign in. */
const nobody = '$2y$05$abcdefghijklmnopqrstuuJ0b8QzK7Y8qz6k5o1m3nJH6qJ5l1w5e';

const fastapiPassword = spawned({
  id: 'fastapi-password',
  title: 'FastAPI: OAuth2 with a password, as its tutorial ends',
  packages: 'python3-fastapi python3-uvicorn python3-multipart',
  probe: imports('fastapi', 'uvicorn', 'multipart'),
  command: () => [python, script('fastapi-password')],
  expect: (origin) =>
    expectation({
      apiBases: [origin],
      tokenEndpoint: `${origin}/token`,
      flows: { password: 'yes' },
      signals: {
        'structured-401': ['partial', 'pass'],
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
    }),
});

const fastapiKey = spawned({
  id: 'fastapi-key',
  title: 'FastAPI: a key in a header of its own, refused with 403',
  packages: 'python3-fastapi python3-uvicorn',
  probe: imports('fastapi', 'uvicorn'),
  command: () => [python, script('fastapi-key')],
  expect: (origin) =>
    expectation({
      apiBases: [origin],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'partial',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'token-expiry': staticKeys,
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
    }),
});

const authlib = spawned({
  id: 'flask-authlib',
  title: 'Flask with Authlib: an authorization server and what it guards',
  packages: 'python3-flask python3-authlib',
  probe: imports('flask', 'authlib'),
  command: () => [python, script('flask-authlib')],
  expect: (origin) =>
    expectation({
      apiBases: [origin],
      tokenEndpoint: `${origin}/oauth/token`,
      flows: { client_credentials: 'yes', authorization_code: ['yes', 'unknown'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'token-expiry': 'pass',
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
    }),
});

const djangoRest = (kind: 'token' | 'oauth' | 'session', title: string, expect: Parameters<typeof expectation>[0]) =>
  spawned({
    id: `django-rest-${kind}`,
    title: `Django REST framework: ${title}`,
    packages: 'python3-djangorestframework python3-django-oauth-toolkit',
    probe: imports('rest_framework', 'oauth2_provider'),
    command: () => [python, script('django-rest')],
    env: { KIND: kind },
    expect: (origin) => expectation({ apiBases: [origin], ...expect }),
  });
const djangoToken = djangoRest('token', 'its own tokens, under the scheme word Token', {
  signals: { 'structured-401': 'pass', 'bearer-token': 'partial', 'client-credentials': noCredit },
  antiPatterns: { 'session-cookie-only': 'absent' },
});
const djangoOauth = djangoRest('oauth', 'OAuth 2.0 by django-oauth-toolkit, whose address nothing names', {
  flows: { client_credentials: ['yes', 'unknown'], authorization_code: ['yes', 'unknown'] },
  signals: { 'structured-401': 'pass', 'bearer-token': 'pass', 'client-credentials': ['pass', 'unknown'] },
  antiPatterns: { 'session-cookie-only': 'absent' },
});
const djangoSession = djangoRest('session', 'sessions of its own site', {
  tokenEndpoint: null,
  signals: {
    'structured-401': 'partial',
    'bearer-token': ['fail', 'unknown'],
    'client-credentials': noCredit,
  },
  antiPatterns: { 'session-cookie-only': ['present', 'unknown'] },
});

const registry = (id: string, title: string, auth: string, bearer: 'pass' | 'fail', files = {}) =>
  spawned({
    id: `docker-registry-${id}`,
    title: `docker-registry: ${title}`,
    packages: 'docker-registry',
    probe: ['docker-registry', '--version'],
    files: {
      'config.yml': `version: 0.1\nstorage: { filesystem: { rootdirectory: ./data } }\nauth: ${auth}\n`,
      htpasswd: `nobody:${nobody}\n`,
      ...files,
    },
    command: () => ['sh', '-c', 'REGISTRY_HTTP_ADDR=127.0.0.1:$PORT exec docker-registry serve config.yml'],
    path: '/v2/',
    expect: (origin) =>
      expectation({
        apiBases: [origin],
        tokenEndpoint: null,
        signals: { 'structured-401': 'pass', 'bearer-token': bearer, 'client-credentials': noCredit },
        antiPatterns: { 'session-cookie-only': 'absent' },
      }),
  });
const registryBasic = registry(
  'basic',
  'a file of passwords',
  '{ htpasswd: { realm: registry, path: ./htpasswd } }',
  'fail',
);

const { certificate } = await throwAwayAuthority();
const registryToken = registry(
  'token',
  'tokens of a server elsewhere, named in the challenge',
  '{ token: { realm: "https://auth.orchard.example/token", service: registry, issuer: orchard, rootcertbundle: ./ca.pem } }',
  'pass',
  { 'ca.pem': certificate },
);

const prometheus = (id: string, title: string, web: string, expect: Parameters<typeof expectation>[0]) =>
  spawned({
    id,
    title,
    packages: 'prometheus',
    probe: ['prometheus', '--version'],
    files: { 'prometheus.yml': 'global: {}\n', 'web.yml': web },
    command: (port) => [
      'prometheus',
      '--config.file=prometheus.yml',
      '--web.config.file=web.yml',
      '--storage.tsdb.path=./data',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    expect: () => expectation({ tokenEndpoint: null, ...expect }),
  });
const prometheusOpen = prometheus('prometheus', 'Prometheus as it is installed', '{}\n', {
  outcome: ['scored', 'no-api', 'blocked'],
  signals: { 'bearer-token': ['n/a', 'unknown'], 'client-credentials': noCredit },
});
const prometheusBasic = prometheus(
  'prometheus-basic',
  'Prometheus with basic_auth_users',
  `basic_auth_users: { nobody: "${nobody}" }\n`,
  {
    signals: { 'structured-401': 'partial', 'bearer-token': 'fail', 'client-credentials': noCredit },
    antiPatterns: { 'session-cookie-only': 'absent' },
  },
);

const etcd = spawned({
  id: 'etcd',
  title: 'etcd: a gateway of gRPC that says nothing of itself',
  packages: 'etcd-server',
  probe: ['etcd', '--version'],
  command: (port) => [
    'etcd',
    '--data-dir=./data',
    `--listen-client-urls=http://127.0.0.1:${port}`,
    `--advertise-client-urls=http://127.0.0.1:${port}`,
    '--listen-peer-urls=http://127.0.0.1:0',
  ],
  expect: () =>
    expectation({
      tokenEndpoint: null,
      outcome: ['scored', 'no-api', 'blocked'],
      signals: { 'bearer-token': ['n/a', 'unknown'], 'client-credentials': noCredit },
    }),
});

const radicale = spawned({
  id: 'radicale',
  title: 'Radicale: calendars behind a page for people',
  packages: 'radicale python3-bcrypt',
  probe: ['radicale', '--version'],
  files: { htpasswd: `nobody:${nobody}\n` },
  command: (port) => [
    'radicale',
    `--server-hosts=127.0.0.1:${port}`,
    '--auth-type=htpasswd',
    '--auth-htpasswd-filename=htpasswd',
    '--auth-htpasswd-encryption=plain',
    '--storage-filesystem-folder=./data',
  ],
  expect: () =>
    expectation({
      tokenEndpoint: null,
      outcome: ['scored', 'no-api', 'blocked'],
      signals: { 'bearer-token': ['fail', 'unknown'], 'structured-401': ['partial', 'unknown'] },
    }),
});

export const debianServers: readonly RealServer[] = [
  fastapiPassword,
  fastapiKey,
  authlib,
  djangoToken,
  djangoOauth,
  djangoSession,
  registryBasic,
  registryToken,
  prometheusOpen,
  prometheusBasic,
  etcd,
  radicale,
];
