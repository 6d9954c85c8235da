import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSettings, SettingsError, settingsTable } from '../../lib/settings.ts';
import { envExample, withTable } from '../../scripts/settings-docs.mjs';

const rejected: [variable: string, value: string][] = [
  ['SITE_NAME', 'x'.repeat(61)],
  ['SITE_URL', 'latchkey.example'],
  ['SITE_URL', 'https://latchkey.example/path'],
  ['SITE_URL', 'javascript:alert(1)'],
  ['DATABASE_URL', 'mysql://localhost/latchkey'],
  ['DATABASE_URL', 'localhost:5432'],
  ['REDIS_URL', 'http://localhost:6379'],
  ['QUEUE_PREFIX', 'a:b'],
  ['DATABASE_POOL', '0'],
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['HOST', 'a b'],
  ['LOG_LEVEL', 'loud'],
  ['SCAN_ALLOW_NETS', '127.0.0.1'],
  ['SCAN_ALLOW_NETS', '127.0.0.0/33'],
  ['SCAN_ALLOW_NETS', '127.0.0.0/8,localhost'],
  ['SCAN_CONCURRENCY', '1.5'],
  ['SCAN_MAX_REQUESTS', '-1'],
  ['SCAN_TIMEOUT_S', '45s'],
  ['SCAN_DNS_SERVERS', 'dns.example'],
  ['SCAN_DNS_SERVERS', '9.9.9.9:99999'],
  ['SCAN_BROWSER', 'firefox'],
  ['COOLDOWN_S', 'never'],
  ['BLOCKED_TARGETS', 'example'],
  ['BLOCKED_TARGETS', 'https://example.com'],
  ['BLOCKED_TARGETS', '10.0.0.0/40'],
  ['VISITOR_SCANS', '0'],
  ['VISITOR_WINDOW_S', '0'],
  ['VISITOR_STREAMS', 'many'],
  ['TRUSTED_PROXIES', '10.0.0.1'],
  ['QUEUE_LIMIT', '0'],
  ['TARGET_QUEUE_LIMIT', '0'],
  ['KEEP_REPORTS', '0'],
  ['KEEP_DAYS', '0'],
  ['ALLOW_WEAK_SETTINGS', 'true'],
  ['CREDENTIALS_KEY', 'a-password-of-some-length'],
  ['CREDENTIALS_KEY', 'c2hvcnQ='],
  ['DRAIN_S', '-5'],
];

describe('parseSettings', () => {
  it('gives every setting its default when nothing is set, and when everything is blank', () => {
    const blank = Object.fromEntries(settingsTable.map(({ name }) => [name, ' ']));
    expect(parseSettings({})).toEqual(parseSettings(blank));
    expect(parseSettings({})).toMatchObject({
      siteName: 'Latchkey',
      siteUrl: undefined,
      scanAllowNets: [],
      scanMaxRequests: 90,
      scanTimeoutS: 45,
      cooldownS: 60,
    });
  });

  it('reads lists, numbers and origins', () => {
    const read = parseSettings({
      SCAN_ALLOW_NETS: '127.0.0.0/8, ::1/128',
      SCAN_DNS_SERVERS: '9.9.9.9,127.0.0.1:5353,[::1]:53',
      PORT: '8080',
      SITE_URL: 'https://Latchkey.example/',
    });
    expect(read).toMatchObject({
      scanAllowNets: ['127.0.0.0/8', '::1/128'],
      scanDnsServers: ['9.9.9.9', '127.0.0.1:5353', '[::1]:53'],
      port: 8080,
      siteUrl: 'https://latchkey.example',
    });
  });

  it.each(rejected)('refuses %s=%s with the name and what it must look like', (name, value) => {
    const expects = settingsTable.find((row) => row.name === name)?.expects ?? 'missing';
    expect(() => parseSettings({ [name]: value })).toThrow(new SettingsError([`${name} must be ${expects}.`]));
  });

  it('names every wrong variable at once and never repeats a value', () => {
    const wrong = { DATABASE_URL: 'mysql://root:hunter2@db/x', PORT: 'x', REDIS_URL: 'redis' };
    expect(() => parseSettings(wrong)).toThrow(/DATABASE_URL[^]*REDIS_URL[^]*PORT/);
    expect(() => parseSettings(wrong)).not.toThrow(/hunter2/);
  });

  it('accepts its own defaults and the examples of its messages', () => {
    for (const { name, default: fallback } of settingsTable)
      expect(() => parseSettings({ [name]: fallback })).not.toThrow();
    for (const { name, expects } of settingsTable) {
      const example = /such as (\S+)$/.exec(expects)?.[1];
      if (example) expect(() => parseSettings({ [name]: example }), name).not.toThrow();
    }
  });
});

describe('a public site in production', () => {
  const site = { NODE_ENV: 'production', SITE_URL: 'https://latchkey-scan.com' };
  const weak: [name: string, value: string][] = [
    ['SCAN_ALLOW_NETS', '127.0.0.0/8'],
    ['TRUSTED_PROXIES', '10.0.0.0/8,0.0.0.0/0'],
    ['TRUSTED_PROXIES', '::/0'],
    ['COOLDOWN_S', '0'],
    ['CREDENTIALS_KEY', '0'.repeat(64)],
    ['CREDENTIALS_KEY', Buffer.from('correct horse battery staple now').toString('base64')],
    ['DATABASE_URL', 'postgresql://app:postgres@db.internal:5432/latchkey'],
    ['DATABASE_URL', 'postgresql://app:change%2Dme@10.0.0.7:5432/latchkey'],
  ];

  it.each(weak)(
    'does not start with %s=%s, says so in one sentence that begins with its name, and starts when told to',
    (name, value) => {
      const environment = { ...site, [name]: value };
      expect(() => parseSettings(environment)).toThrow(
        new RegExp(`^Settings cannot be used:\n  ${name} must[^\n]*ALLOW_WEAK_SETTINGS=yes[^\n]*$`),
      );
      expect(() => parseSettings({ ...environment, ALLOW_WEAK_SETTINGS: 'yes' })).not.toThrow();
      for (const other of [
        { NODE_ENV: 'development' },
        { SITE_URL: 'http://127.0.0.1:3000' },
        { SITE_URL: 'http://localhost:3000' },
        { SITE_URL: 'http://192.168.1.7' },
        { SITE_URL: '' },
      ]) {
        expect(() => parseSettings({ ...environment, ...other }), JSON.stringify(other)).not.toThrow();
      }
    },
  );

  it.each(['0.0.0.0', '::', '192.168.1.7', 'latchkey.internal'])(
    'does not start on HOST=%s without SITE_URL, unless it is told to',
    (HOST) => {
      const open = { NODE_ENV: 'production', HOST };
      expect(() => parseSettings(open)).toThrow(/^Settings cannot be used:\n  SITE_URL must be set[^\n]*$/);
      for (const fine of [
        { SITE_URL: 'https://latchkey-scan.com' },
        { SITE_URL: 'http://192.168.1.7:3000' },
        { ALLOW_WEAK_SETTINGS: 'yes' },
        { NODE_ENV: 'development' },
        { HOST: '127.0.0.1' },
        { HOST: '127.0.0.9' },
        { HOST: '::1' },
        { HOST: 'localhost' },
        { HOST: '' },
      ])
        expect(() => parseSettings({ ...open, ...fine }), JSON.stringify(fine)).not.toThrow();
    },
  );

  it('starts with nothing else set, with good settings, and with the database of this machine', () => {
    for (const good of [
      {},
      { TRUSTED_PROXIES: '10.0.0.0/8' },
      { CREDENTIALS_KEY: 'vJ3o0d8m1x3m0s5l8t2Q6wYb9eRkZ4uHfN7cA1pXgKI=' },
      { DATABASE_URL: 'postgresql://app:kX9-vb2.Qe@db.internal/latchkey' },
      { DATABASE_URL: 'postgresql://app:postgres@127.0.0.1/latchkey' },
    ]) {
      expect(() => parseSettings({ ...site, ...good })).not.toThrow();
    }
  });
});

describe('documents', () => {
  it('.env.example lists every setting (npm run settings:docs)', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample(settingsTable));
  });

  it('README.md lists every setting (npm run settings:docs)', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toBe(withTable(readme, settingsTable));
  });
});
