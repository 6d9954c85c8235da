/** Every setting, in one place. The only reader of process.env outside scripts and tests; `settings()` reads it once, on first use. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { judgeHost } from './scan/http/url-guard.ts';

const blankIsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const list = (text: string) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

/** Whether the text is an address block such as `127.0.0.0/8` or `fd00::/8`. */
function isCidr(text: string): boolean {
  const [address = '', bits = '', ...rest] = text.split('/');
  const version = isIP(address);
  return version !== 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

/** Whether the text is `address`, `address:port` or `[address]:port`. */
function isDnsServer(text: string): boolean {
  if (isIP(text) !== 0) return true;
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  return match !== null && isIP(match[1] ?? match[2] ?? '') !== 0 && Number(match[3]) > 0 && Number(match[3]) < 65_536;
}

/** Whether the text is a host name of at least two labels, such as `example.com`. */
const isDomain = (text: string) =>
  /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(text);

/** An http or https origin, given back without its trailing slash. */
const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((text) => `${new URL(text).origin}/` === new URL(text).href)
  .transform((text) => new URL(text).origin);

/** 32 bytes in base64url, as members of an Ed25519 key are. */
const keyPart = z.string().regex(/^[\w-]{43}$/);

/** The JSON in a text; undefined when it is none, which no schema takes. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The bytes that a text writes in hexadecimal or in either Base64. */
const keyBytes = (text: string): Uint8Array =>
  new Uint8Array(/^[\da-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64'));

/** Whether nobody drew a key at random: 32 random bytes hold some 30 different ones, and hardly ever letters alone. */
const isChosen = (key: Uint8Array): boolean =>
  new Set(key).size < 20 || key.every((byte) => byte >= 0x20 && byte < 0x7f);

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

interface Setting<Schema extends z.ZodType> {
  schema: Schema;
  /** What applies when the variable is not set, as text; empty: nothing. */
  default: string;
  /** One sentence for README and .env.example. */
  meaning: string;
  /** What a right value looks like; ends the sentence "SITE_URL must be …". */
  expects: string;
}

const setting = <Schema extends z.ZodType>(schema: Schema, of: Omit<Setting<Schema>, 'schema'>): Setting<Schema> => ({
  schema,
  ...of,
});

const definitions = {
  SITE_NAME: setting(z.string().trim().min(1).max(60), {
    default: 'Latchkey',
    meaning: 'Name of the site, shown on every page.',
    expects: 'a name of 1 to 60 characters',
  }),
  SITE_URL: setting(origin.optional(), {
    default: '',
    meaning:
      'Public address of the site, used in share links, metadata and the scanner’s User-Agent. Unset: the local address.',
    expects: 'an http or https address without a path, such as https://latchkey.example',
  }),
  DATABASE_URL: setting(z.url({ protocol: /^postgres(ql)?$/ }).optional(), {
    default: '',
    meaning:
      'PostgreSQL (14 or newer) that holds scans and reports. Unset: `npm start` runs an embedded one in `.data/`.',
    expects: 'a PostgreSQL address such as postgresql://user:password@host:5432/latchkey',
  }),
  REDIS_URL: setting(z.url({ protocol: /^rediss?$/ }).optional(), {
    default: '',
    meaning: 'Redis for the queue. Unset: the queue lives in PostgreSQL.',
    expects: 'a Redis address such as redis://host:6379',
  }),
  QUEUE_PREFIX: setting(z.string().regex(/^[a-z0-9_-]{1,40}$/i), {
    default: 'latchkey',
    meaning: 'Prefix of the queue’s keys in Redis, for installations that share one.',
    expects: '1 to 40 letters, digits, hyphens or underscores',
  }),
  DATA_DIR: setting(z.string().min(1), {
    default: '.data',
    meaning: 'Folder of the embedded PostgreSQL, relative to the project.',
    expects: 'the path of a folder',
  }),
  DATABASE_POOL: setting(whole(1, 100), {
    default: '10',
    meaning: 'Database connections that each process may hold, besides a few of the queue.',
    expects: 'a whole number from 1 to 100',
  }),
  PORT: setting(whole(1, 65_535), {
    default: '3000',
    meaning: 'Port of the web server. When it is taken, `npm start` uses the next free one.',
    expects: 'a port number from 1 to 65535',
  }),
  HOST: setting(z.string().regex(/^[a-z0-9.:-]+$/i), {
    default: '127.0.0.1',
    meaning: 'Address that the web server listens on; 0.0.0.0 for every network of the machine.',
    expects: 'an address or host name such as 0.0.0.0',
  }),
  LOG_LEVEL: setting(z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']), {
    default: 'info',
    meaning: 'How much the processes log.',
    expects: 'one of silent, fatal, error, warn, info, debug, trace',
  }),
  SCAN_ALLOW_NETS: setting(
    z
      .string()
      .transform(list)
      .refine((nets) => nets.every(isCidr)),
    {
      default: '',
      meaning:
        'Address blocks that may be scanned although they are not public, for trying it on your own network. Never set it on a public site.',
      expects: 'a comma-separated list of address blocks such as 127.0.0.0/8,::1/128',
    },
  ),
  SCAN_CONCURRENCY: setting(whole(1, 200), {
    default: '8',
    meaning: 'Scans that one worker runs at once.',
    expects: 'a whole number from 1 to 200',
  }),
  SCAN_MAX_REQUESTS: setting(whole(10, 500), {
    default: '90',
    meaning: 'Requests that one scan may send.',
    expects: 'a whole number from 10 to 500',
  }),
  SCAN_TIMEOUT_S: setting(whole(5, 300), {
    default: '45',
    meaning: 'Seconds that one scan may take.',
    expects: 'a whole number from 5 to 300',
  }),
  SCAN_DNS_SERVERS: setting(
    z
      .string()
      .transform(list)
      .refine((servers) => servers.every(isDnsServer)),
    {
      default: '',
      meaning: 'DNS servers that the scanner asks. Unset: the system’s.',
      expects: 'a comma-separated list of addresses, each with or without a port, such as 9.9.9.9,[2620:fe::fe]:53',
    },
  ),
  SCAN_BROWSER: setting(z.enum(['auto', 'off']), {
    default: 'auto',
    meaning: '`auto` renders pages that are empty without JavaScript when a Chromium is installed; `off` never does.',
    expects: 'auto or off',
  }),
  RENDERER_USER: setting(
    z
      .string()
      .regex(/^[a-z_][a-z0-9_-]{0,31}$/i)
      .optional(),
    {
      default: '',
      meaning:
        'User of the machine that the browser for rendering runs as when the worker runs as root, such as `nobody`. Unset: as the worker does.',
      expects: 'the name of a user',
    },
  ),
  COOLDOWN_S: setting(whole(0, 86_400), {
    default: '60',
    meaning:
      'Seconds for which a finished scan answers new requests for the same address, and the pause between scans of one domain.',
    expects: 'a whole number from 0 to 86400',
  }),
  BLOCKED_TARGETS: setting(
    z
      .string()
      .transform(list)
      .refine((entries) => entries.every((entry) => isDomain(entry) || isIP(entry) !== 0 || isCidr(entry))),
    {
      default: '',
      meaning: 'Sites that are never scanned: domains (with everything below them), addresses and address blocks.',
      expects: 'a comma-separated list of domains and address blocks such as example.com,198.51.100.0/24',
    },
  ),
  VISITOR_SCANS: setting(whole(1, 1_000_000), {
    default: '30',
    meaning:
      'New scans that one visitor may ask for within VISITOR_WINDOW_S. Joining a scan that is under way or just done is free.',
    expects: 'a whole number from 1 to 1000000',
  }),
  CLIENT_SCANS: setting(whole(1, 1_000_000), {
    default: '120',
    meaning: 'New scans that one client with a token or an API key may ask for within VISITOR_WINDOW_S.',
    expects: 'a whole number from 1 to 1000000',
  }),
  VISITOR_WINDOW_S: setting(whole(1, 86_400), {
    default: '600',
    meaning: 'Seconds after which a visitor’s count begins anew.',
    expects: 'a whole number from 1 to 86400',
  }),
  VISITOR_WAITING: setting(whole(1, 100_000), {
    default: '10',
    meaning:
      'Scans of one visitor that may wait or run at once; of all visitors of an IPv4 /24 or IPv6 /48 together three times as many. When the queue fills up, fewer.',
    expects: 'a whole number from 1 to 100000',
  }),
  VISITOR_RUNNING: setting(whole(1, 1000), {
    default: '4',
    meaning: 'Scans of one visitor that run at once while others of theirs wait; of a network three times as many.',
    expects: 'a whole number from 1 to 1000',
  }),
  VISITOR_STREAMS: setting(whole(1, 10_000), {
    default: '20',
    meaning: 'Live views of scans that one visitor may hold open at each web process.',
    expects: 'a whole number from 1 to 10000',
  }),
  WEB_PROCESSES: setting(whole(1, 16), {
    default: '1',
    meaning:
      'Web processes that `npm start` runs on the one port. Where a limit says “each web process”, each of them counts for itself; each keeps up to 130 MB of documents, pictures and files.',
    expects: 'a whole number from 1 to 16',
  }),
  STREAM_LIMIT: setting(whole(1, 100_000), {
    default: '500',
    meaning:
      'Live views of scans that each web process serves at once; further visitors ask for the state now and then instead.',
    expects: 'a whole number from 1 to 100000',
  }),
  TRUSTED_PROXIES: setting(
    z
      .string()
      .transform(list)
      .refine((nets) => nets.every(isCidr)),
    {
      default: '',
      meaning:
        'Address blocks of your own reverse proxies. Only their X-Forwarded-For is believed, read from right to left; unset: nobody’s.',
      expects: 'a comma-separated list of address blocks such as 10.0.0.0/8,fd00::/8',
    },
  ),
  QUEUE_LIMIT: setting(whole(1, 100_000), {
    default: '500',
    meaning:
      'Scans that may wait. When so many do, further ones are refused with their place in line and when to come back.',
    expects: 'a whole number from 1 to 100000',
  }),
  TARGET_QUEUE_LIMIT: setting(whole(1, 1000), {
    default: '5',
    meaning:
      'Scans of one domain that may wait: they run one after the other, with the pause of COOLDOWN_S in between.',
    expects: 'a whole number from 1 to 1000',
  }),
  KEEP_REPORTS: setting(whole(1, 100_000), {
    default: '20',
    meaning:
      'Reports of each host that are kept however old they are: so many of the newest with a score, and as many without.',
    expects: 'a whole number from 1 to 100000',
  }),
  KEEP_DAYS: setting(whole(1, 36_500), {
    default: '180',
    meaning: 'Days for which every report is kept.',
    expects: 'a whole number from 1 to 36500',
  }),
  DRAIN_S: setting(whole(0, 600), {
    default: '25',
    meaning: 'Seconds that a stopping worker gives its running scans before it hands them back to the queue.',
    expects: 'a whole number from 0 to 600',
  }),
  SIGNING_KEY: setting(
    z
      .string()
      .transform(parsedJson)
      .pipe(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: keyPart, d: keyPart }))
      .optional(),
    {
      default: '',
      meaning:
        'Ed25519 key as a JWK with which the scanner signs its requests (Web Bot Auth), so that firewalls can let it in. `npm run -s admin -- signing-key` makes one; it needs SITE_URL.',
      expects: 'a private Ed25519 key as JSON, as `npm run -s admin -- signing-key` prints it',
    },
  ),
  CREDENTIALS_KEY: setting(
    z
      .string()
      .transform(keyBytes)
      .refine((key) => key.length === 32)
      .optional(),
    {
      default: '',
      meaning:
        'Key that encrypts the credentials of owners who verify with a client of their own, for the minutes between web and worker: 32 random bytes, the same for all processes, such as `openssl rand -base64 32` prints. Unset: verifying is not offered, except that `npm start` draws a key for its embedded PostgreSQL.',
      expects: '32 random bytes in Base64 or as 64 hexadecimal digits, such as `openssl rand -base64 32` prints',
    },
  ),
  WORKER_HEALTH_FILE: setting(z.string().min(1).optional(), {
    default: '',
    meaning: 'File whose time a worker renews whenever it has reached database and queue, for health checks.',
    expects: 'the path of a file such as /tmp/latchkey-worker',
  }),
  ALLOW_WEAK_SETTINGS: setting(z.enum(['no', 'yes']), {
    default: 'no',
    meaning: '`yes` starts a public site although a setting makes it unsafe.',
    expects: 'yes or no',
  }),
};

type Variable = keyof typeof definitions;
type Parsed = { [Name in Variable]: z.output<(typeof definitions)[Name]['schema']> };
type Camel<Text extends string> = Text extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<Camel<Tail>>}`
  : Lowercase<Text>;

/** All settings by their camel-case names: SCAN_ALLOW_NETS is `scanAllowNets`. */
export type Settings = { readonly [Name in Variable as Camel<Name>]: Parsed[Name] };

/** PostgreSQL passwords that are the first to be tried. */
const guessable: ReadonlySet<string> = new Set([
  'postgres',
  'password',
  'passwort',
  'secret',
  'latchkey',
  'admin',
  'root',
  'test',
  'changeme',
  'change-me',
  'example',
  '123456',
]);

/** Whether a database address goes to another machine than this one, where its password is all that protects it. */
const isElsewhere = (hostname: string) =>
  hostname !== '' && hostname !== 'localhost' && !hostname.startsWith('127.') && hostname !== '[::1]';

/** Whether a web server on `host` is reached from its own machine only. */
const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * What makes a public site unsafe, one sentence for each variable. A site is public when it runs in production and strangers can reach it:
 * under its SITE_URL, or, when it has none, on a HOST that is not this machine's own. Trying things at home is nobody's business.
 */
function weaknesses(
  environment: Readonly<Record<string, string | undefined>>,
  { siteUrl, host, scanAllowNets, trustedProxies, cooldownS, credentialsKey, databaseUrl: database }: Settings,
): string[] {
  const open = siteUrl ? judgeHost(new URL(siteUrl).hostname, []) === null : !isLoopback(host);
  if (environment.NODE_ENV !== 'production' || !open) return [];
  const { hostname = '', password = '' } = database ? new URL(database) : {};
  const found = [
    !siteUrl &&
      'SITE_URL must be set on a public site, and HOST opens this one to other machines: without it, links and the scanner’s User-Agent name an address that nobody reaches.',
    scanAllowNets.length > 0 &&
      'SCAN_ALLOW_NETS must be empty on a public site: with it, strangers aim the scanner at your own network.',
    trustedProxies.some((net) => net.endsWith('/0')) &&
      'TRUSTED_PROXIES must not hold a block of every address on a public site: with it, visitors choose their own address and no limit counts.',
    credentialsKey !== undefined &&
      isChosen(credentialsKey) &&
      'CREDENTIALS_KEY must be drawn at random on a public site: this one looks chosen, and it protects the credentials of others.',
    cooldownS === 0 && 'COOLDOWN_S must not be 0 on a public site: with it, strangers use the scanner to flood others.',
    isElsewhere(hostname) &&
      guessable.has(decodeURIComponent(password).toLowerCase()) &&
      'DATABASE_URL must hold a password on a public site that nobody guesses.',
  ];
  return found
    .filter((sentence) => sentence !== false)
    .map((sentence) => `${sentence} ALLOW_WEAK_SETTINGS=yes starts all the same.`);
}

/** One or more variables hold something that cannot be used; the message names each and what it must look like. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`Settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** Name, default and meaning of every setting, in the order of the documents that list them. */
export const settingsTable: readonly { name: string; default: string; meaning: string; expects: string }[] =
  Object.entries(definitions).map(([name, { default: fallback, meaning, expects }]) => ({
    name,
    default: fallback,
    meaning,
    expects,
  }));

const camel = (name: string) => name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Reads settings from environment variables; a blank one counts as not set.
 * @throws {SettingsError} naming every variable that is wrong, or unsafe on a public site. Values are not repeated: they may hold passwords.
 */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, default: fallback, expects }] of Object.entries(definitions)) {
    const optional = schema.safeParse(undefined).success;
    const given = blankIsUnset(environment[name]) ?? (optional ? undefined : fallback);
    const result = schema.safeParse(given);
    if (result.success) values[camel(name)] = result.data;
    else problems.push(`${name} must be ${expects}.`);
  }
  if (problems.length > 0) throw new SettingsError(problems);
  // Each value came out of the schema of its own name, which is what Settings says.
  const read = values as Settings;
  const weak = read.allowWeakSettings === 'yes' ? [] : weaknesses(environment, read);
  if (weak.length > 0) throw new SettingsError(weak);
  return read;
}

let current: Settings | undefined;

/** The settings of this process, read from its environment on the first call. @throws {SettingsError} */
export function settings(): Settings {
  current ??= parseSettings(process.env);
  return current;
}

/** The address of the database. @throws {SettingsError} when none is set: the launcher sets one, a process started by hand needs it. */
export function databaseUrl(): string {
  const url = settings().databaseUrl;
  if (!url)
    throw new SettingsError([
      `DATABASE_URL must be ${definitions.DATABASE_URL.expects}. \`npm start\` sets it to its embedded PostgreSQL.`,
    ]);
  return url;
}

/** The owner's own client for a verified scan on the command line. No setting: it is read when it is asked for, and kept nowhere. */
export function ownClient(): Record<'clientId' | 'clientSecret' | 'privateKey' | 'apiKey', string | undefined> {
  const { LATCHKEY_CLIENT_ID, LATCHKEY_CLIENT_SECRET, LATCHKEY_PRIVATE_KEY, LATCHKEY_API_KEY } = process.env;
  return {
    clientId: LATCHKEY_CLIENT_ID,
    clientSecret: LATCHKEY_CLIENT_SECRET,
    privateKey: LATCHKEY_PRIVATE_KEY,
    apiKey: LATCHKEY_API_KEY,
  };
}
