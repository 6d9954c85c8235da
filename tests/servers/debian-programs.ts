/** Finished programs that Debian packages, set up as their manuals do it, and frameworks in other languages than ours. */
import { fileURLToPath } from 'node:url';
import { expectation, noCredit, staticKeys } from '../worlds/lib/world.ts';
import { spawned } from './spawned.ts';
import type { RealServer } from './types.ts';

type Stated = Parameters<typeof expectation>[0];

const python = '/usr/bin/python3';
const file = (name: string) => fileURLToPath(new URL(`debian/${name}`, import.meta.url));
const imports = (...modules: string[]) => [python, '-c', `import ${modules.join(', ')}`] as const;
const knows = (command: string) => ['sh', '-c', `command -v ${command}`] as const;

const noTrap = { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' } as const;
/** A name and a password with every call, and no OAuth anywhere. */
const basic: Stated = {
  tokenEndpoint: null,
  signals: {
    'structured-401': 'partial',
    'bearer-token': 'fail',
    'client-credentials': noCredit,
    'oauth-discovery': noCredit,
    'token-expiry': staticKeys,
  },
  antiPatterns: noTrap,
};

const rclone = spawned({
  id: 'rclone',
  title: 'rclone as a remote control, with a name and a password',
  packages: 'rclone',
  probe: knows('rclone'),
  command: (port) => ['rclone', 'rcd', '--rc-addr', `127.0.0.1:${port}`, '--rc-user', 'nobody', '--rc-pass', 'nobody'],
  expect: () => expectation(basic),
});

const transmission = spawned({
  id: 'transmission',
  title: 'Transmission: its RPC behind Basic, a page in HTML as the refusal',
  packages: 'transmission-daemon',
  probe: knows('transmission-daemon'),
  command: (port, directory) =>
    `transmission-daemon -f -p ${port} -r 127.0.0.1 -g ${directory} -t -u nobody -v nobody -P 0`.split(' ') as [string],
  path: '/transmission/rpc',
  expect: () => expectation(basic),
});

const powerdns = spawned({
  id: 'powerdns',
  title: 'PowerDNS: a challenge whose scheme is the name of a header',
  packages: 'pdns-server pdns-backend-sqlite3 python3',
  probe: [
    'sh',
    '-c',
    `command -v pdns_server && ${python} -c 'import sqlite3' && test -e /usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql`,
  ],
  files: {
    'zones.py':
      "import sqlite3; sqlite3.connect('zones.db').executescript(open('/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql').read())",
  },
  command: (port, directory) => [
    'sh',
    '-c',
    `${python} zones.py && exec pdns_server --daemon=no --guardian=no --launch=gsqlite3 --gsqlite3-database=zones.db --config-dir=${directory} ` +
      `--socket-dir=${directory} --setuid= --setgid= --local-address=127.0.0.2 --local-port=${port} --webserver=yes --webserver-address=127.0.0.1 ` +
      `--webserver-port=${port} --api=yes --api-key=nobody`,
  ],
  path: '/api/v1',
  expect: () => expectation({ ...basic, signals: { ...basic.signals, 'structured-401': ['partial', 'pass'] } }),
});

const keystone = spawned({
  id: 'keystone',
  title: 'OpenStack Keystone: a scheme of its own in the challenge, a token in a header of its own',
  packages: 'keystone',
  probe: [
    'sh',
    '-c',
    `command -v keystone-manage && command -v keystone-wsgi-public && ${python} -c 'import keystone'`,
  ],
  files: {
    'keystone.conf':
      '[database]\nconnection = sqlite:///keystone.db\n[fernet_tokens]\nkey_repository = ./keys\n[fernet_receipts]\nkey_repository = ./keys\n[credential]\nkey_repository = ./keys\n[cache]\nenabled = false\n',
  },
  // Its tool for the database ends with an error of a thread that is already gone.
  command: (port) => [
    'sh',
    '-c',
    `mkdir -m 700 keys; head -c 32 /dev/urandom | base64 | tr +/ -_ > keys/0; export OS_KEYSTONE_CONFIG_DIR=$PWD; ` +
      `keystone-manage --config-file keystone.conf db_sync; exec ${python} "$(command -v keystone-wsgi-public)" --host 127.0.0.1 --port ${port}`,
  ],
  path: '/v3/users',
  expect: () =>
    expectation({
      ...basic,
      signals: { ...basic.signals, 'structured-401': 'pass' },
      antiPatterns: { 'browser-only-oauth': 'absent' },
    }),
});

const victoria = spawned({
  id: 'victoria-metrics',
  title: 'VictoriaMetrics with a name and a password',
  packages: 'victoria-metrics',
  probe: knows('victoria-metrics'),
  command: (port) => [
    'victoria-metrics',
    '-httpAuth.username=nobody',
    '-httpAuth.password=nobody',
    `-httpListenAddr=127.0.0.1:${port}`,
    '-storageDataPath=./data',
  ],
  expect: () => expectation(basic),
});

const doorkeeper = spawned({
  id: 'rails-doorkeeper',
  title: 'Rails with Doorkeeper: a good challenge without a body, and nothing that names the authorization server',
  packages: 'ruby-doorkeeper ruby-sqlite3 rails puma',
  probe: ['sh', '-c', "command -v puma && ruby -e \"require 'doorkeeper'; require 'sqlite3'\""],
  command: (port) => ['puma', '-b', `tcp://127.0.0.1:${port}`, file('doorkeeper.ru')],
  path: '/api/v1/pears',
  expect: (origin) =>
    expectation({
      apiBases: [origin],
      tokenEndpoint: [`${origin}/oauth/token`, null],
      flows: { client_credentials: ['yes', 'unknown'], authorization_code: ['yes', 'unknown'] },
      signals: {
        'structured-401': 'partial',
        'bearer-token': 'pass',
        'client-credentials': ['pass', 'unknown'],
        'oauth-discovery': noCredit,
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': ['absent', 'unknown'] },
    }),
});

const tornado = spawned({
  id: 'tornado-login',
  title: 'Tornado: an endpoint that sends whoever is not signed in to a login page',
  packages: 'python3-tornado',
  probe: imports('tornado'),
  command: () => [python, file('tornado-login.py')],
  path: '/api/orders',
  expect: (origin) =>
    expectation({
      apiBases: [origin],
      tokenEndpoint: null,
      signals: { 'structured-401': 'fail', 'bearer-token': ['fail', 'unknown'], 'client-credentials': noCredit },
      antiPatterns: { 'session-cookie-only': ['present', 'unknown'], 'browser-only-oauth': ['absent', 'unknown'] },
    }),
});

const falcon = spawned({
  id: 'falcon-token',
  title: 'Falcon: a token under a scheme word of its own',
  packages: 'python3-falcon',
  probe: imports('falcon'),
  command: () => [python, file('falcon-token.py')],
  path: '/notes',
  expect: (origin) =>
    expectation({
      apiBases: [origin],
      tokenEndpoint: null,
      signals: { 'structured-401': 'pass', 'bearer-token': 'partial', 'client-credentials': noCredit },
      antiPatterns: noTrap,
    }),
});

const aiohttp = spawned({
  id: 'aiohttp-bearer',
  title: 'aiohttp: no challenge, but a JSON error for each fault of a token',
  packages: 'python3-aiohttp',
  probe: imports('aiohttp'),
  command: () => [python, file('aiohttp-bearer.py')],
  path: '/api/items',
  expect: (origin) =>
    expectation({
      apiBases: [origin],
      tokenEndpoint: null,
      signals: { 'structured-401': 'pass', 'bearer-token': 'pass', 'client-credentials': noCredit },
      antiPatterns: noTrap,
    }),
});

const jupyter = spawned({
  id: 'jupyter-server',
  title: 'Jupyter Server: strangers are forbidden in JSON that names nothing',
  packages: 'jupyter-server',
  probe: knows('jupyter-server'),
  command: (port) => [
    'jupyter-server',
    '--no-browser',
    '--allow-root',
    '--ip=127.0.0.1',
    `--port=${port}`,
    '--ServerApp.token=a-token-that-nobody-sends',
  ],
  path: '/api/contents',
  expect: (origin) =>
    expectation({
      apiBases: [origin],
      tokenEndpoint: null,
      signals: { 'structured-401': 'partial', 'bearer-token': noCredit, 'client-credentials': noCredit },
      antiPatterns: { 'session-cookie-only': ['absent', 'unknown'] },
    }),
});

const qbittorrent = spawned({
  id: 'qbittorrent',
  title: 'qBittorrent: strangers are forbidden in a word of text',
  packages: 'qbittorrent-nox',
  probe: knows('qbittorrent-nox'),
  files: {
    'qBittorrent/config/qBittorrent.conf':
      '[LegalNotice]\nAccepted=true\n[Preferences]\nWebUI\\HostHeaderValidation=false\n',
  },
  command: (port, directory) => ['qbittorrent-nox', `--webui-port=${port}`, `--profile=${directory}`],
  path: '/api/v2/app/version',
  expect: (origin) =>
    expectation({
      apiBases: [origin],
      tokenEndpoint: null,
      signals: { 'structured-401': 'fail', 'bearer-token': noCredit, 'client-credentials': noCredit },
      antiPatterns: { 'session-cookie-only': ['present', 'unknown'] },
    }),
});

const aria2 = spawned({
  id: 'aria2',
  title: 'aria2: JSON-RPC, asked by the method that describes a service',
  packages: 'aria2',
  probe: knows('aria2c'),
  command: (port) => [
    'aria2c',
    '--enable-rpc',
    `--rpc-listen-port=${port}`,
    '--rpc-secret=nobody',
    '--enable-dht=false',
  ],
  path: '/jsonrpc',
  expect: (origin) =>
    expectation({
      apiBases: [origin],
      tokenEndpoint: null,
      outcome: ['scored', 'blocked'],
      signals: {
        'structured-401': ['partial', 'unknown', 'fail'],
        'bearer-token': noCredit,
        'client-credentials': noCredit,
      },
      antiPatterns: { 'session-cookie-only': ['absent', 'unknown'] },
    }),
});

export const debianPrograms: readonly RealServer[] = [
  jupyter,
  qbittorrent,
  aria2,
  rclone,
  transmission,
  powerdns,
  keystone,
  victoria,
  doorkeeper,
  tornado,
  falcon,
  aiohttp,
];
