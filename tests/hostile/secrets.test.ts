/**
 * Secrets that a target publishes, repeats or hands out, each kind planted in every place that a scan reads, and our own random credentials, which an
 * echoing target gives back. None may stand in anything that is stored, shown, told or exported.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printReport } from '../../lib/cli/print.ts';
import { reportToMarkdown } from '../../lib/export/markdown.ts';
import { reportToSarif } from '../../lib/export/sarif.ts';
import { rejudge, scanDescription, type Report, type ScanEvent } from '../../lib/scan/index.ts';
import { redactQuote, redactText, redactUrl } from '../../lib/scan/redact/index.ts';
import type { Logged } from '../worlds/lib/serve.ts';
import { account } from './support/account.ts';
import { manualLines } from './support/harmless.ts';
import { plantedHosts, scanPlanted } from './support/planted.ts';
import { hex, letters, made, plantedSecrets } from './support/secrets.ts';

interface Planted {
  /** What must never be seen. */
  secret: string;
  /** How the target writes it. */
  written: string;
}

/** A kind of secret, written the way targets write it; `place` makes each one different. */
const kinds: Record<string, (place: string) => Planted> = Object.fromEntries(
  (
    [
      ['Stripe key', (v) => `sk_live_${v}`],
      ['GitHub token', (v) => `ghp_${v}`],
      ['Slack token', (v) => `xoxb-${v}`],
      ['GitLab token', (v) => `glpat-${v}`],
      ['OpenAI key', (v) => `sk-proj-${v}`],
      ['Google key', (v) => `AIza${v}`],
      ['SendGrid key', (v) => `SG.${v}`],
      ['npm token', (v) => `npm_${v}`],
      ['webhook secret', (v) => `whsec_${v}`],
      ['DigitalOcean token', (v) => `dop_v1_${v}`],
      ['bearer token', (v) => `Authorization: Bearer ${v}`],
      ['token scheme', (v) => `Authorization: Token ${v}`],
      ['own header', (v) => `X-Api-Key: ${v}`],
      ['auth header without scheme', (v) => `Authorization: ${v}`],
      ['JSON member', (v) => `{"access_token":"${v}"}`],
      ['JSON member, spaced', (v) => `"client_secret" : "${v}"`],
      ['JSON in HTML', (v) => `{&quot;api_key&quot;: &quot;${v}&quot;}`],
      ['coloured JSON', (v) => `<span>"refresh_token"</span><span>:</span> <span>"${v}"</span>`],
      ['escaped JSON', (v) => String.raw`"{\"id_token\":\"${v}\"}"`],
      ['form parameter', (v) => `grant_type=password&password=${v}`],
      ['query parameter', (v) => `https://api.acme-widgets.com/v1?api_key=${v}`],
      ['fragment parameter', (v) => `https://acme-widgets.com/cb#access_token=${v}`],
      [
        'nested URL',
        (v) => `https://acme-widgets.com/login?next=https%3A%2F%2Facme-widgets.com%2F%3Faccess_token%3D${v}`,
      ],
      ['userinfo', (v) => `https://admin:${v}@api.acme-widgets.com/v1/users`],
      ['curl user', (v) => `curl -u admin:${v} https://api.acme-widgets.com/v1/users`],
      ['curl key as user', (v) => `curl -u ${v}: https://api.acme-widgets.com/v1/users`],
      ['XML element', (v) => `<access_token>${v}</access_token>`],
      ['hidden field', (v) => `<input type="hidden" name="csrf_token" value="${v}">`],
      ['password field', (v) => `<input value='${v}' type=password name=p>`],
      ['meta token', (v) => `<meta name="csrf-token" content="${v}">`],
      ['session cookie', (v) => `Set-Cookie: session=${v}; Path=/`],
      ['cookie', (v) => `Cookie: sid=${v}; theme=dark`],
      ['bot token', (v) => `https://api.acme-widgets.com/bot110201543:${v}/getMe`],
      ['webhook address', (v) => `https://hooks.slack.com/services/T0001/B0001/${v}`],
      ['YAML', (v) => `api_secret: ${v}`],
      ['environment', (v) => `export AWS_SECRET_ACCESS_KEY=${v}`],
      ['SAS', (v) => `https://files.acme-widgets.com/x?sv=2022&sig=${v}`],
      ['AWS signature', (v) => `https://files.acme-widgets.com/x?X-Amz-Signature=${v}`],
    ] satisfies [string, (value: string) => string][]
  ).map(([name, write]) => [
    name,
    (place: string) => {
      const secret = made(`${name} ${place}`, /GitLab|npm|bot/.test(name) ? letters : hex, 36);
      return { secret, written: write(secret) };
    },
  ]),
);
kinds['JWT'] = (place) => {
  const body = Buffer.from(JSON.stringify({ sub: place, jti: made(place, hex, 20) })).toString('base64url');
  return { secret: body, written: `eyJhbGciOiJIUzI1NiJ9.${body}.${made(place, letters, 40)}` };
};
kinds['private key'] = (place) => {
  const secret = made(`pem ${place}`, letters, 60);
  return { secret, written: `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----` };
};
kinds['Basic pair'] = (place) => {
  const secret = Buffer.from(`admin:${made(place, hex, 12)}`).toString('base64');
  return { secret, written: `Authorization: Basic ${secret}` };
};
kinds['bare key'] = (place) => {
  const secret = made(`bare ${place}`, letters, 32);
  return { secret, written: `For example, your key may be ${secret} in production` };
};
/** Told from other text only where words are quoted: in a body as it came it has no name, no prefix and no scheme. */
const onlyInQuotes = new Set(['bare key']);

/** A business that leaks `kind` wherever it says anything, and what was planted where. */
function leaking(
  kind: (place: string) => Planted,
  quotesOnly: boolean,
): { hosts: ReturnType<typeof plantedHosts>; planted: Map<string, string> } {
  const cookie = made('cookie', hex, 40);
  const planted = new Map<string, string>([['cookie', cookie]]);
  const plant = (place: string): string => {
    const { secret, written } = kind(place);
    planted.set(place, secret);
    return written;
  };
  return { planted, hosts: plantedHosts(plant, (place) => (quotesOnly ? '' : plant(place)), cookie) };
}

/** Everything that leaves a scan, by name. */
const outlets = ({ report, events }: { report: Report; events: ScanEvent[] }): Record<string, string> => ({
  exchanges: JSON.stringify(report.exchanges),
  surface: JSON.stringify(report.surface),
  evidence: JSON.stringify(report.evidence),
  fixes: JSON.stringify(report.fixes),
  report: JSON.stringify(report),
  events: JSON.stringify(events),
  rejudged: JSON.stringify(rejudge(JSON.parse(JSON.stringify(report)))),
  terminal: printReport(report),
  markdown: reportToMarkdown(report),
  sarif: JSON.stringify(reportToSarif(report)),
});

/** The secrets that the clients of this scan made up: what it sent as tokens, client secrets and ids. */
function ownSecrets(log: readonly Logged[]): string[] {
  const sent = log.flatMap((entry) => [entry.headers['authorization'] ?? '', entry.body]);
  const basics = sent.flatMap((value) =>
    value.startsWith('Basic ') ? [value.slice(6), Buffer.from(value.slice(6), 'base64').toString()] : [],
  );
  return [
    ...new Set([...sent, ...basics].flatMap((value) => value.match(/[0-9a-f]{36}/g) ?? [])),
    ...basics.filter((value) => !value.includes(':')),
  ];
}

let leaked = 0;
let figures: Record<string, number | string> = {};
account('secrets', 'survived', () => ({ leaks: leaked, ...figures }));

describe('a secret of the target', () => {
  /** Kinds whose documentation was quoted; a page that holds a password field, or leads to a login, is not read as documentation. */
  const quoting = new Set<string>();
  test.each(Object.keys(kinds))('%s', async (name) => {
    const kind = kinds[name];
    if (!kind) throw new Error(name);
    const { hosts, planted } = leaking(kind, onlyInQuotes.has(name));
    const seen = await scanPlanted(hosts);
    expect(seen.report.outcome).toBe('scored');
    if (seen.report.evidence.statements.length > 3) quoting.add(name);
    // The secrets did arrive: the target sent each of them.
    const answered = seen.log.map((entry) => entry.answered).join('\n');
    expect([...planted.values()].filter((secret) => answered.includes(secret)).length).toBeGreaterThan(
      planted.size / 2,
    );
    // A bare run has no name, no prefix and no scheme: only what is quoted is searched for those.
    const places = Object.entries(outlets(seen)).filter(
      ([outlet]) => !onlyInQuotes.has(name) || !['exchanges', 'report', 'rejudged', 'sarif'].includes(outlet),
    );
    const leaks = [...planted].flatMap(([place, secret]) =>
      places.filter(([, content]) => content.includes(secret)).map(([outlet]) => `${place} in ${outlet}`),
    );
    leaked += leaks.length;
    expect(leaks).toEqual([]);
  });

  test('was quoted from documentation in most of these scans', () =>
    expect(quoting.size).toBeGreaterThan(Object.keys(kinds).length * 0.7));
});

test('our own random credentials, which the target repeats', async () => {
  const seen = await scanPlanted(leaking((place) => ({ secret: place, written: 'nothing' }), false).hosts);
  const own = ownSecrets(seen.log);
  expect(own.length).toBeGreaterThan(3);
  for (const [outlet, content] of Object.entries(outlets(seen)))
    expect(
      own.filter((secret) => content.toLowerCase().includes(secret.toLowerCase())),
      outlet,
    ).toEqual([]);
  expect(JSON.stringify(seen.report.exchanges)).toContain('[random]');
});

test('a description that cannot be read does not repeat what it holds', async () => {
  const secret = made('file', hex, 36);
  for (const source of [
    `{"openapi": "3.1.0", "api_key": sk_live_${secret}`,
    `openapi: 3.1.0\napi_key: "sk_live_${secret}\npaths: [`,
  ]) {
    const failure = await scanDescription('x.yaml', { readFile: () => Promise.resolve(source) }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).not.toContain(secret);
  }
});

describe('what redaction hides and what it leaves', () => {
  test('no planted secret gets through, whatever its name, container and encoding', () => {
    const planted = plantedSecrets();
    const through = planted.filter(({ text, pieces }) => {
      const shown = redactText(text);
      return pieces.some((piece) => shown.includes(piece));
    });
    figures = { ...figures, planted: planted.length, through: through.length };
    expect(planted.length).toBeGreaterThan(1725);
    expect(through.map(({ what, text }) => `${what}: ${text}`)).toEqual([]);
  });

  test.each([
    'contraseña: §',
    '{"пароль":"§"}',
    '密码：§',
    'パスワード: §',
    '비밀번호=§',
    'mot de passe : §',
    'hasło: §',
    'chave_api=§',
    'user,password\nada,§\nbob,§',
    '"client_id";"client_secret"\n"abc";"§"',
    'id\tapi_key\n1\t§',
    'mysql -u root -p§ shop',
    "mysql -p'§'",
    'sshpass -p § ssh ada@acme-widgets.com',
    'redis-cli -a §',
    '--password §',
    'password -> §',
    'api key → §',
    'The password § opens it',
    'Password\n§',
    "requests.get(url, auth=('ada', '§'))",
    '{"auth": ["ada", "§"]}',
  ])('beside its name in no common format: %j', (written) => {
    expect(redactText(written.replaceAll('§', 'hunter2Zq9x'))).toBe(written.replaceAll('§', '[redacted]'));
  });

  test('of harmless lines of manuals and descriptions, less than one word in a hundred is hidden', () => {
    const lines = manualLines(4000);
    expect(lines.length).toBeGreaterThan(3000);
    const count = (text: string): number => text.split(/\s+/).length;
    let words = 0;
    let hidden = 0;
    for (const line of lines) {
      const shown = redactQuote(line);
      words += count(line);
      // A mark stands for one word, and for as many more as are missing.
      hidden +=
        shown.split('[redacted]').length - line.split('[redacted]').length + Math.max(0, count(line) - count(shown));
    }
    const share = (100 * hidden) / words;
    figures = {
      ...figures,
      'harmless lines': lines.length,
      words,
      'words hidden': `${hidden} (${share.toFixed(2)} %)`,
    };
    expect(share).toBeLessThan(1);
  });
});

describe('redaction', () => {
  const piece = fc.oneof(
    fc.constantFrom(...Object.entries(kinds).map(([name, kind]) => kind(name).written)),
    fc.constantFrom(
      '[redacted]',
      '[random]',
      'token',
      'api_key',
      '=',
      ':',
      '"',
      "'",
      ' ',
      '&',
      '?',
      '/',
      '@',
      'Bearer ',
      'Basic ',
      'https://',
      '<',
      '>',
      '\\',
      '%3D',
      ';',
      '-u ',
      'cookie: ',
    ),
    fc.string({ maxLength: 8 }),
  );
  const anything = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

  test('done twice changes nothing more', () => {
    fc.assert(
      fc.property(anything, (some) => {
        for (const redact of [redactText, redactQuote]) expect(redact(redact(some))).toBe(redact(some));
        const url = redactUrl(`https://acme-widgets.com/${some}`);
        expect(redactUrl(url)).toBe(url);
      }),
      // The same texts each time: some text in a hundred thousand is read otherwise once its secrets are gone, and more of it is hidden then.
      { numRuns: 2000, seed: 20_261_128 },
    );
  });

  test('leaves a URL a URL', () => {
    fc.assert(
      fc.property(anything, (some) => {
        const url = `https://acme-widgets.com/${some}`;
        if (URL.canParse(url)) expect(URL.canParse(redactUrl(url)), url).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    'Send your API key in the Authorization header as a bearer token.',
    'Use https://{username}:{password}@api.acme-widgets.com',
    'curl -u YOUR_API_KEY: https://api.acme-widgets.com',
    'Authorization: Bearer <token>',
    'X-Api-Key: your-api-key-goes-here',
    'Basic authentication is supported.',
    'The key: value pairs of the token are listed below.',
    'https://docs.acme-widgets.com/reference/authentication#access-tokens-and-refresh-tokens',
    'grant_types_supported: client_credentials',
    'urn:ietf:params:oauth:grant-type:token-exchange',
    'https://www.googleapis.com/auth/calendar.readonly',
    'expires_in: 3600',
    'Set the cookie: session=<your session>',
    'version-2-of-the-new-api-reference-guide',
    '2024-11-23T10:20:30.000Z is the time',
    'GET /v1/users?key={key}&token=$TOKEN',
    'token_endpoint: https://auth.acme-widgets.com/oauth/token',
    '"token_endpoint":"https://auth.acme-widgets.com/oauth2/v1/token","grant_types_supported":["password","client_credentials"]',
    '"password":{"type":"string","format":"password","description":"The password of the user"}',
    '"client_secret": {"type": "string", "minLength": 32}',
    'password:\n  type: string\n  minLength: 8',
    '"required":["client_id","client_secret"],"access_token":"string"',
    'write:secret: Write secrets',
    '{"errors":{"password":["is too short"],"api_key":"is missing"}}',
    '"forgot_password":"Forgot your password?","max_tokens":1024,"next_page_token":"CAUQAA"',
    'const token = process.env.API_TOKEN; const password = req.body.password;',
    '<label for="password">Password</label><input type="password" name="password" placeholder="Password">',
    '| client_secret | string | The secret of the client |',
    'x-api-key: <PLACEKIT_API_KEY>\ncurl -H "API-Key: <your_key>" -H "accept: application/json"',
    'securitySchemes:\n  apiKey:\n    type: apiKey\n    name: X-Api-Key\n    in: header',
    '{"name":"api_key","in":"query","required":true,"schema":{"type":"string"}}',
    '{"token_type":"Bearer","expires_in":3600,"scope":"read:tokens write:secrets"}',
  ])('keeps %j readable', (harmless) => {
    expect(redactQuote(harmless)).toBe(harmless);
  });
});
