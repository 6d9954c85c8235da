/** Scans from this machine. */
import { access, constants } from 'node:fs/promises';
import { isIP } from 'node:net';
import { createSecureContext } from 'node:tls';
import { findBrowser } from '../browser.ts';
import { createRestraint, memoryLimiter } from '../limits/restraint.ts';
import { domainOf } from '../scan/http/domain.ts';
import { parseTarget, scan, type Report, type ScanOptions, type Target } from '../scan/index.ts';
import { isCredentialHeader } from '../scan/redact/index.ts';
import { report as schema } from '../scan/schema/report.ts';
import { Refusal } from './exit.ts';
import { readText } from './files.ts';
import { proxyOf } from './proxy.ts';
import { interrupted, type ScanFlags, type Scanner, type ScanRun, type Surroundings } from './scanner.ts';

/** Every address, for `--allow-private`: the person at the terminal owns the machine it runs on. */
export const everyNet = ['0.0.0.0/0', '::/0'];

/** Fields that frame a request or that the client itself must set. */
const framing =
  /^(?:host|connection|content-length|content-type|transfer-encoding|accept-encoding|user-agent|upgrade|te|trailer|expect|keep-alive|proxy-.*)$/;

/** `Name: value` of `--header`. @throws Refusal for what may not be sent */
function headerOf(line: string): [string, string] {
  const [, name = '', value = ''] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*$/.exec(line) ?? [];
  const lower = name.toLowerCase();
  if (lower === '' || value === '')
    throw new Refusal('--header takes a field as HTTP writes it, such as "X-Preview: on".');
  if (framing.test(lower)) throw new Refusal(`The header ${name} is set by the scanner itself.`);
  if (isCredentialHeader(lower))
    throw new Refusal(
      `The header ${name} carries a credential, but a scan shows what a caller without one sees: leave it out.`,
    );
  return [lower, value];
}

/** `host:port:address` as curl takes it. @throws Refusal */
function mapping(entry: string): [string, string] {
  const [, host = '', port = '', raw = ''] = /^([^:]+|\[[^\]]+\]):(\d{1,5}):(.+)$/.exec(entry) ?? [];
  const address = raw.replace(/^\[|\]$/g, '');
  if (host === '' || isIP(address) === 0 || Number(port) < 1 || Number(port) > 65_535)
    throw new Refusal('--resolve takes host:port:address, such as api.example.com:443:192.0.2.1.');
  return [`${host.replace(/^\[|\]$/g, '').toLowerCase()}:${Number(port)}`, address];
}

/** The certificates of a PEM file. @throws Refusal when there is none, or one that cannot be read */
export async function certificates(file: string): Promise<string> {
  const pem = await readText(file, 'The --ca file');
  const found = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  try {
    createSecureContext({ ca: found });
  } catch (error) {
    throw new Refusal(`The --ca file ${file} has a certificate that cannot be read.`, { cause: error });
  }
  if (found.length === 0) throw new Refusal(`The --ca file ${file} has no certificate in PEM form.`);
  return pem;
}

async function browserOf(
  { browser }: ScanFlags,
  { packagedBrowser }: Surroundings,
): Promise<Pick<ScanOptions, 'browserPath'>> {
  if (browser === false) return {};
  if (typeof browser === 'string') {
    try {
      await access(browser, constants.X_OK);
    } catch (error) {
      throw new Refusal(`--browser ${browser} is not a program that can be run.`, { cause: error });
    }
  }
  const path =
    typeof browser === 'string' ? browser : (await findBrowser({ packaged: packagedBrowser }))?.executablePath;
  // The driver is an optional dependency of the package.
  const driver = await import('playwright-core').then(
    () => true,
    () => false,
  );
  if (typeof browser === 'string' && !driver)
    throw new Refusal('--browser needs the package playwright-core: install it next to latchkey.');
  return { browserPath: driver ? (path ?? null) : null };
}

/** The report without values of `--header`, which a target may repeat anywhere. */
function withoutValues(report: Report, values: readonly string[]): Report {
  const secrets = values.filter((value) => value.length >= 4);
  if (secrets.length === 0) return report;
  const text = secrets.reduce(
    (json, value) => json.replaceAll(JSON.stringify(value).slice(1, -1), '[header]'),
    JSON.stringify(report),
  );
  return schema.parse(JSON.parse(text));
}

export async function localScanner(flags: ScanFlags, surroundings: Surroundings): Promise<Scanner> {
  const proxy = proxyOf(flags.proxy);
  if (proxy !== undefined && flags.resolve !== undefined)
    throw new Refusal('--resolve and --proxy cannot be combined: the proxy resolves names by itself.');
  if (flags.unlisted) throw new Refusal('--unlisted works only with --server: a report made here is yours alone.');
  const allowNets = flags.allowPrivate ? everyNet : [];
  const headers = (flags.header ?? []).map(headerOf);
  const addresses = new Map((flags.resolve ?? []).map(mapping));
  const options: ScanOptions = {
    allowNets,
    restraint: createRestraint(memoryLimiter, allowNets),
    budget: {
      ...(flags.maxRequests ? { requests: Math.floor(flags.maxRequests) } : {}),
      ...(flags.timeout ? { totalMs: flags.timeout * 1000 } : {}),
    },
    ...(await browserOf(flags, surroundings)),
    ...(proxy ? { proxy } : {}),
    ...(flags.userAgent ? { userAgent: flags.userAgent } : {}),
    ...(flags.ca ? { ca: [await certificates(flags.ca)] } : {}),
    ...(addresses.size > 0
      ? {
          connectTo: (host, port) => {
            const address = addresses.get(`${host}:${port}`);
            return address === undefined ? undefined : { host: address, port };
          },
        }
      : {}),
  };
  if (flags.userAgent && !/^[\x20-\x7e]{1,300}$/.test(flags.userAgent))
    throw new Refusal('--user-agent takes one line of ASCII, at most 300 characters.');
  /** Foreign hosts get none of the fields: they were meant for the target. */
  const fieldsFor = ({ domain }: Target): Pick<ScanOptions, 'sign'> =>
    headers.length === 0
      ? {}
      : { sign: ({ url }) => (domainOf(new URL(url).hostname) === domain ? Object.fromEntries(headers) : {}) };

  return {
    target: (input) => parseTarget(input, { allowNets }),
    async scan(target, { signal, tell, handshake }: ScanRun) {
      const run = scan(target, { ...options, ...fieldsFor(target), ...handshake, signal });
      for (;;) {
        const step = await run.next();
        if (signal.aborted) throw new Refusal(interrupted);
        if (!step.done) tell(step.value);
        else
          return withoutValues(
            step.value,
            headers.map(([, value]) => value),
          );
      }
    },
  };
}
