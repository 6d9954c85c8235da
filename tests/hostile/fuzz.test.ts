/**
 * Random targets. Real answers of the impersonated worlds are spoiled at random and handed to every reader, to the HTTP client as bytes, and to
 * whole scans. Whatever comes: no exception, a result that fits the schema, bounded time and memory.
 *
 *     FUZZ_SEED=1234 FUZZ_FACTOR=10 npm test -- hostile tests/hostile/fuzz.test.ts
 *
 * FUZZ_SEED repeats a run (the seed is printed), FUZZ_FACTOR multiplies the number of cases.
 */
import { createServer as createHttps } from 'node:https';
import { createServer as createHttp, type IncomingMessage, type RequestListener } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { printReport } from '../../lib/cli/print.ts';
import { reportToMarkdown } from '../../lib/export/markdown.ts';
import { reportToSarif } from '../../lib/export/sarif.ts';
import { rateLink } from '../../lib/scan/look/rate-link.ts';
import { embeddedDescription, readViewer } from '../../lib/scan/read/page/viewer.ts';
import { readMentions } from '../../lib/scan/look/mentions.ts';
import { readDescription } from '../../lib/scan/read/openapi/index.ts';
import { readPage } from '../../lib/scan/read/page/index.ts';
import * as facts from '../../lib/scan/schema/facts.ts';
import { redactQuote, redactText, redactUrl } from '../../lib/scan/redact/index.ts';
import { parseTarget, rejudge, scan, type Report, type ScanEvent } from '../../lib/scan/index.ts';
import { readStatements } from '../../lib/scan/read/prose/index.ts';
import { parseChallenges } from '../../lib/scan/read/challenge.ts';
import { readErrorShape } from '../../lib/scan/read/error-shape.ts';
import { readAuthorizationServer } from '../../lib/scan/read/metadata/authorization-server.ts';
import { readProtectedResource } from '../../lib/scan/read/metadata/protected-resource.ts';
import { readRegistrationAnswer } from '../../lib/scan/read/registration.ts';
import { isLoginPage, looksLikeLogin, sessionCookieNames } from '../../lib/scan/read/session-cookie.ts';
import { decideGrant } from '../../lib/scan/read/grant-decision.ts';
import { readTokenAnswer } from '../../lib/scan/read/token-answer.ts';
import { detectWall } from '../../lib/scan/read/wall.ts';
import { report as reportSchema } from '../../lib/scan/schema/report.ts';
import { bodiesOf, challengeFields, kindOf, samples, type Sample } from './support/corpus.ts';
import { account, megabytes } from './support/account.ts';
import { cpuOf, heapInUse } from './support/measure.ts';
import { spoiled, spoiledJson } from './support/mutations.ts';
import { certificateFor, clientFor, listen, serveRaw, type Listening } from './support/servers.ts';

const seed = process.env['FUZZ_SEED'] === undefined ? Date.now() % 2_147_483_647 : Number(process.env['FUZZ_SEED']);
const factor = Number(process.env['FUZZ_FACTOR'] ?? 1);
let cases = 0;
let before = 0;
let after = 0;
account('fuzz', 'survived', () => ({ cases, seed, 'heap before': megabytes(before), 'heap after': megabytes(after) }));
/** CPU time that one case may take, in milliseconds: what grows with the square of its input takes minutes. */
const mostMs = 10_000;

const url = 'https://docs.acme-widgets.com/docs/auth';
const types = [
  'text/html',
  'text/html; charset=utf-8',
  'application/json',
  'text/plain',
  'text/markdown',
  'application/yaml',
  'application/problem+json',
  'application/xml',
  'image/png',
  null,
] as const;
const contentType = fc.constantFrom(...types);
const status = fc.oneof(
  fc.constantFrom(200, 400, 401, 403, 404, 405, 415, 429, 500, 503),
  fc.integer({ min: 100, max: 999 }),
);

const pages = [...bodiesOf('html'), ...bodiesOf('markdown'), ...bodiesOf('text')];
const jsons = bodiesOf('json').filter((body) => isJson(body));
const descriptions = jsons.filter((body) => /"(?:openapi|swagger)":/.test(body));
const metadata = jsons.filter((body) => /"issuer"|"authorization_servers"/.test(body));
const yamls = [
  ...bodiesOf('yaml'),
  'openapi: 3.1.0\ninfo: &info\n  title: A\npaths:\n  /a: &a\n    get: &get { security: [ { key: [] } ] }\n  /b: { <<: *a }\ncomponents:\n  securitySchemes:\n    key: { type: http, scheme: bearer }\n',
];
const texts = [...pages, ...jsons, ...yamls];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Runs `work` on random inputs and measures each; a throw, a wrong shape or a slow case fails with the smallest input that shows it. */
function fuzz<T>(input: fc.Arbitrary<T>, runs: number, work: (value: T) => void): void {
  fc.assert(
    fc.property(input, (value) => {
      cases += 1;
      // Once more before it is blamed: a garbage collection may have fallen into it.
      if (cpuOf(() => work(value)) > mostMs && cpuOf(() => work(value)) > mostMs)
        throw new Error(`More than ${mostMs} ms of CPU time.`);
    }),
    { seed, numRuns: Math.ceil(runs * factor) },
  );
}

const fits = (schema: z.ZodType, value: unknown): void => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
};

beforeAll(() => {
  console.log(`fuzz seed ${seed} (repeat with FUZZ_SEED=${seed}), ${samples.length} real answers`);
  before = heapInUse();
});

describe('readers', () => {
  test('pages', () =>
    fuzz(fc.record({ text: spoiled(pages), contentType }), 500, ({ text, contentType }) => {
      const page = readPage({ text, contentType, url, evidence: ['x1'] });
      fits(z.array(facts.statement), readStatements(page));
      fits(z.array(facts.captcha), page.captchas);
      for (const { url: found } of readMentions(page)) expect(typeof found).toBe('string');
      for (const link of page.links) {
        expect(link.url).toMatch(/^https?:/);
        rateLink(link, true);
      }
      isLoginPage(page);
      const { descriptions, scripts } = readViewer(text, url);
      for (const found of [...descriptions, ...scripts]) expect(URL.canParse(found)).toBe(true);
      embeddedDescription(text);
    }));
  test('captchas', () =>
    fuzz(spoiled(pages), 200, (text) =>
      fits(z.array(facts.captcha), readPage({ text, contentType: 'text/html', url, evidence: ['x1'] }).captchas),
    ));

  const description = (text: string): void => {
    const read = readDescription({ text, url, via: 'link', evidence: ['x1'] });
    if (read.kind === 'present') fits(facts.description, read.value);
  };
  test('descriptions, values replaced', () => fuzz(spoiledJson(descriptions), 400, description));
  test('descriptions, text spoiled', () => fuzz(spoiled(descriptions), 200, description));
  test('descriptions in YAML', () => fuzz(spoiled(yamls), 300, description));
  test('anything as a description', () => fuzz(spoiled(texts), 200, description));

  const authorizationServer = (text: string): void => {
    const common = {
      text,
      contentType: 'application/json',
      status: 200,
      url: 'https://auth.acme-widgets.com/.well-known/oauth-authorization-server',
      via: 'metadata' as const,
      evidence: ['x1'],
      standardPlace: true,
    };
    for (const kind of ['oauth', 'oidc'] as const) {
      const read = readAuthorizationServer({ ...common, kind, expectedIssuer: 'https://auth.acme-widgets.com' });
      if (read.kind === 'present') fits(facts.authorizationServer, read.value);
    }
    const read = readProtectedResource({ ...common, expectedResource: null });
    if (read.kind === 'present') fits(facts.protectedResource, read.value);
  };
  test('metadata, values replaced', () => fuzz(spoiledJson(metadata), 400, authorizationServer));
  test('metadata, text spoiled', () => fuzz(spoiled(metadata), 200, authorizationServer));

  test('challenges', () =>
    fuzz(spoiled(challengeFields), 1000, (field) => fits(z.array(facts.challenge), parseChallenges(field))));

  const answer = ({
    text,
    contentType,
    status,
    field,
  }: {
    text: string;
    contentType: string | null;
    status: number;
    field: string;
  }): void => {
    const headers = new Map([
      ['www-authenticate', field],
      ['location', field],
      ['set-cookie', field],
    ]);
    fits(facts.errorShape, readErrorShape(text, contentType, status));
    const token = readTokenAnswer({ status, contentType, text, headers, exchange: 'x1', wall: null });
    fits(facts.tokenAnswer, token);
    decideGrant({ basic: token, body: token, bogus: { ...token, status: 400 }, json: null });
    readRegistrationAnswer({ status, contentType, text, headers });
    detectWall({ status, headers, setCookies: [field], text });
    sessionCookieNames([field]);
    looksLikeLogin(field);
  };
  test('answers of APIs and token endpoints', () =>
    fuzz(
      fc.record({
        text: fc.oneof(spoiled(jsons), spoiledJson(jsons)),
        contentType,
        status,
        field: spoiled(challengeFields),
      }),
      500,
      answer,
    ));
  test('answers that are pages', () =>
    fuzz(fc.record({ text: spoiled(pages), contentType, status, field: spoiled(challengeFields) }), 200, answer));
  test('redaction', () =>
    fuzz(spoiled(texts.map((text) => text.slice(0, 4000))), 300, (text) => {
      for (const redact of [redactText, redactQuote, redactUrl])
        expect(redact(text.slice(0, 5000)).length).toBeLessThan(20_000);
    }));
});

describe('bombs', () => {
  const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);
  const aliases = (width: number, levels: number): string =>
    `openapi: 3.1.0\nx0: &x0 [${Array.from({ length: width }, () => 'lol').join(', ')}]\n${Array.from({ length: levels }, (_, i) => `x${i + 1}: &x${i + 1} [${Array.from({ length: width }, () => `*x${i}`).join(', ')}]\n`).join('')}paths: *x${levels}\n`;
  const operations = (count: number, operation: string): string =>
    `{"openapi":"3.1.0","info":{"title":"A"},"paths":{${Array.from({ length: count }, (_, i) => `"/p${i}":${operation}`).join(',')}},"components":{"securitySchemes":{"key":{"type":"http","scheme":"bearer"}},"x":{"get":{"security":[{"key":[]}]}}}}`;
  const rows: { name: string; text: string }[] = [
    { name: 'JSON 200,000 arrays deep', text: `{"openapi":"3.1.0","paths":${nested('[', ']', 200_000)}}` },
    {
      name: 'JSON 100,000 objects deep',
      text: `{"openapi":"3.1.0","paths":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    },
    { name: 'a member of every path is itself', text: operations(2000, '{"$ref":"#/paths"}') },
    {
      name: 'references in a circle',
      text: '{"openapi":"3.1.0","paths":{"/a":{"$ref":"#/paths/~1b"},"/b":{"$ref":"#/paths/~1c"},"/c":{"$ref":"#/paths/~1a"}}}',
    },
    {
      name: 'a reference to itself',
      text: '{"openapi":"3.1.0","paths":{"/a":{"$ref":"#/paths/~1a"}},"components":{"securitySchemes":{"k":{"$ref":"#/components/securitySchemes/k"}}}}',
    },
    {
      name: 'a chain of 10,000 references',
      text: `{"openapi":"3.1.0","paths":{${Array.from({ length: 10_000 }, (_, i) => `"/${i}":{"$ref":"#/paths/~1${i + 1}"}`).join(',')}}}`,
    },
    { name: 'one path item, 100,000 times by reference', text: operations(100_000, '{"$ref":"#/components/x"}') },
    {
      name: 'a pointer 100,000 steps long',
      text: `{"openapi":"3.1.0","paths":{"/a":{"$ref":"#${'/paths'.repeat(100_000)}"}}}`,
    },
    {
      name: '100,000 schemes',
      text: `{"openapi":"3.1.0","paths":{},"components":{"securitySchemes":{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":{"type":"http","scheme":"bearer"}`).join(',')}}}}`,
    },
    {
      name: '100,000 servers',
      text: `{"openapi":"3.1.0","paths":{},"servers":[${Array.from({ length: 100_000 }, (_, i) => `{"url":"https://h${i}.acme-widgets.com"}`).join(',')}]}`,
    },
    {
      name: 'a server with 10,000 variables',
      text: `{"openapi":"3.1.0","paths":{},"servers":[{"url":"https://${'{a}'.repeat(10_000)}","variables":{"a":{"default":"${'{a}'.repeat(100)}"}}}]}`,
    },
    {
      name: 'prototype members everywhere',
      text: '{"openapi":"3.1.0","__proto__":{"paths":{"/x":{}}},"constructor":1,"paths":{"__proto__":{"get":{}},"/constructor":{"get":{"security":[{"__proto__":[]}]}}},"components":{"securitySchemes":{"__proto__":{"type":"http"},"constructor":{"type":"oauth2","flows":{"__proto__":{}}}}}}',
    },
    { name: 'a billion laughs in YAML', text: aliases(10, 9) },
    { name: 'wide aliases in YAML', text: aliases(1000, 3) },
    {
      name: 'merge keys in YAML',
      text: `openapi: 3.1.0\na: &a { ${Array.from({ length: 1000 }, (_, i) => `k${i}: 1`).join(', ')} }\npaths:\n${Array.from({ length: 2000 }, (_, i) => `  /p${i}: { <<: *a }\n`).join('')}`,
    },
    { name: 'an alias of what holds it', text: 'openapi: 3.1.0\npaths: &p\n  /a: *p\n' },
    {
      name: 'YAML 10,000 levels deep',
      text: `openapi: 3.1.0\npaths:\n${Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(Math.min(i + 2, 500))}a:\n`).join('')}`,
    },
    { name: 'flow YAML 100,000 levels deep', text: `openapi: 3.1.0\npaths: ${'{a: '.repeat(100_000)}` },
    { name: 'YAML of 1 MiB in one scalar', text: `openapi: 3.1.0\npaths: |\n  ${'x'.repeat(1024 * 1024)}` },
    { name: 'YAML of 200,000 documents', text: `openapi: 3.1.0\n${'---\n'.repeat(200_000)}` },
    {
      name: 'YAML tags',
      text: 'openapi: 3.1.0\npaths: !!js/function "function(){ return 1 }"\nx: !<tag:yaml.org,2002:python/object/apply:os.system> ["id"]\n',
    },
    { name: 'a number of a million digits', text: `{"openapi":${'9'.repeat(1_000_000)},"paths":{}}` },
    { name: 'a title of 1 MiB', text: `{"openapi":"3.1.0","info":{"title":"${'t'.repeat(1024 * 1024)}"},"paths":{}}` },
  ];
  test.each(rows)('$name', ({ text }) => {
    cases += 1;
    const once = () =>
      cpuOf(() => {
        const read = readDescription({ text, url, via: 'link', evidence: ['x1'] });
        if (read.kind !== 'present') return;
        fits(facts.description, read.value);
        expect(JSON.stringify(read.value).length).toBeLessThan(2_000_000);
      });
    // A busy machine counts what its neighbours do to the caches: what is too much is too much twice.
    expect(once() < mostMs || once() < mostMs).toBe(true);
  });
});

describe('HTTP answers as bytes', () => {
  const heads = samples
    .slice(0, 400)
    .map(
      ({ status, headers, body }) =>
        `HTTP/1.1 ${status} OK\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 3000)}`,
    );
  const chunked = heads.map((head) =>
    head
      .replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked')
      .replace(
        /\r\n\r\n([^]*)$/,
        (_all, body: string) => `\r\n\r\n${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`,
      ),
  );

  test('every answer becomes data', async () => {
    let bytes = '';
    const server = await serveRaw((socket) => {
      socket.write(Buffer.from(bytes, 'latin1'), () => socket.end());
    });
    try {
      await fc.assert(
        fc.asyncProperty(spoiled([...heads, ...chunked]), async (text) => {
          cases += 1;
          bytes = text;
          const http = clientFor({ requestMs: 300, connectMs: 300, bodyBytes: 64 * 1024, totalBytes: 256 * 1024 });
          try {
            const answer = await http.request({ url: `http://127.0.0.1:${server.port}/`, purpose: 'fuzz', follow: 0 });
            expect(['response', 'failure']).toContain(answer.kind);
            fits(z.array(facts.exchange), http.exchanges);
            expect(http.spent.bytes).toBeLessThanOrEqual(256 * 1024);
          } finally {
            await http.close();
          }
        }),
        { seed, numRuns: Math.ceil(250 * factor) },
      );
    } finally {
      await server.stop();
    }
  });
});

describe('whole scans', () => {
  /** Answers of a kind, for paths that promise it. */
  const pool = (test: (sample: Sample) => boolean): Sample[] => samples.filter(test);
  const pools = {
    metadata: pool((sample) => /"issuer"|"authorization_servers"/.test(sample.body)),
    description: pool((sample) => /"?(?:openapi|swagger)"?:/.test(sample.body)),
    page: pool((sample) => kindOf(sample) === 'html' && sample.status === 200),
    refusal: pool((sample) => sample.status === 401),
    token: pool((sample) => /token|oauth/.test(sample.path) && sample.status >= 400),
    any: [...samples],
  };
  const poolOf = (path: string, method: string): readonly Sample[] => {
    if (path.startsWith('/.well-known/')) return pools.metadata;
    if (/openapi|swagger/.test(path)) return pools.description;
    if (method === 'POST') return pools.token;
    return /^\/(?:docs?|$|auth|guide|reference|sign)/.test(path) ? pools.page : pools.refusal;
  };
  /** What the whole target does in one scan: numbers that choose samples, pieces that spoil them. */
  const behaviour = fc.record({
    picks: fc.array(fc.nat(100_000), { minLength: 40, maxLength: 40 }),
    texts: fc.array(spoiled(texts), { minLength: 6, maxLength: 6 }),
    fields: fc.array(
      spoiled([
        ...challengeFields,
        'https://api.acme-widgets.com/v1',
        'session=1; Path=/',
        '</openapi.json>; rel=service-desc',
        'https://user:pw@[::1]:99999/%zz',
        '//acme-widgets.com:0x50/..//',
        'http://acme-widgets.com\\@x/',
        'https://{tenant}.acme-widgets.com/{id}',
      ]),
      { minLength: 4, maxLength: 4 },
    ),
    rawness: fc.nat(3),
  });
  type Behaviour = typeof behaviour extends fc.Arbitrary<infer T> ? T : never;

  /** A target with servers of its own. Several at once, because scans of such targets mostly wait. */
  interface Lane {
    current: Behaviour;
    turn: number;
    options: Parameters<typeof scan>[1];
  }
  const lanes: Lane[] = [];
  const listening: Listening[] = [];

  const answerTo = (lane: Lane, request: IncomingMessage): string => {
    lane.turn += 1;
    const { current, turn } = lane;
    const pick = (current.picks[turn % current.picks.length] ?? 0) + turn;
    const path = request.url ?? '/';
    const candidates = pick % 7 === 0 ? pools.any : poolOf(path, request.method ?? 'GET');
    const sample = candidates[pick % candidates.length] ?? { path, status: 200, headers: [], body: '' };
    // Names of the worlds lead nowhere here: everything is on the one domain that answers.
    const own = (text: string): string =>
      text.replace(
        /https?:\/\/([a-z0-9-]+)(?:\.[a-z0-9-]+)+/gi,
        (_all, label: string) => `https://${/^(?:www|[a-z]{8,})$/.test(label) ? '' : `${label}.`}acme-widgets.com`,
      );
    const spoiledText = current.texts[pick % current.texts.length] ?? '';
    const middle = pick % (sample.body.length + 1);
    const field = (current.fields[pick % current.fields.length] ?? '').replace(/[\r\n]/g, ' ');
    const mixed =
      pick % 5 === 0
        ? spoiledText
        : pick % 5 === 1
          ? sample.body.slice(0, middle) + spoiledText.slice(0, 400) + sample.body.slice(middle)
          : sample.body;
    const body = own(pick % 4 === 0 ? mixed.replace(/https?:\/\/[^\s"'<>]{1,200}/, () => field) : mixed);
    const cutBody = pick % 11 === 0 ? body.slice(0, pick % (body.length + 1)) : body;
    const headers = [
      ...sample.headers.map(([name, value]) => [name, own(value)]),
      ...(pick % 3 === 0
        ? [
            ['www-authenticate', field],
            ['location', field],
            ['set-cookie', field],
            ['link', field],
          ]
        : []),
    ];
    const lines = headers
      .map(
        ([name, value]) => `${name}: ${current.rawness > 1 ? value : (value ?? '').replace(/[^\x20-\x7e]/g, '?')}\r\n`,
      )
      .join('');
    const code = pick % 13 === 0 ? 100 + (pick % 900) : sample.status;
    return `HTTP/1.1 ${code} X\r\n${lines}Content-Length: ${Buffer.byteLength(cutBody)}\r\nConnection: close\r\n\r\n${request.method === 'HEAD' ? '' : cutBody}`;
  };

  beforeAll(async () => {
    const authority = await certificateFor([], { authority: true });
    const certificate = await certificateFor(['acme-widgets.com', '*.acme-widgets.com'], { issuer: authority });
    for (let i = 0; i < 5; i += 1) {
      const lane: Lane = { current: { picks: [0], texts: [''], fields: [''], rawness: 0 }, turn: 0, options: {} };
      const listener: RequestListener = (request) => {
        request.resume();
        request.on('end', () => request.socket.end(answerTo(lane, request)));
      };
      const secure = createHttps({ key: certificate.key, cert: certificate.cert }, listener);
      // A client that hangs up during the handshake is its own affair.
      secure.on('tlsClientError', (_error, socket) => socket.destroy());
      const [https, http] = await Promise.all([listen(secure), listen(createHttp(listener))]);
      listening.push(https, http);
      lane.options = {
        allowNets: ['127.0.0.0/8'],
        ca: [authority.cert],
        connectTo: (_host, port) => ({ host: '127.0.0.1', port: port === 80 ? http.port : https.port }),
        budget: {
          requests: 40,
          concurrent: 8,
          perHost: 8,
          requestMs: 1000,
          connectMs: 1000,
          bodyBytes: 128 * 1024,
          totalBytes: 2 * 1024 * 1024,
          totalMs: 4000,
        },
      };
      lanes.push(lane);
    }
  });
  afterAll(() => Promise.all(listening.map((server) => server.stop())));

  const outcomes = new Map<string, number>();

  async function run(lane: Lane): Promise<{ report: Report; events: ScanEvent[] }> {
    const steps = scan(parseTarget('acme-widgets.com', { allowNets: [] }), lane.options);
    const events: ScanEvent[] = [];
    for (;;) {
      const step = await steps.next();
      if (step.done) return { report: step.value, events };
      events.push(step.value);
    }
  }

  test('of a target that answers at random', async () => {
    const runOne = async (lane: Lane, chosen: Behaviour): Promise<void> => {
      cases += 1;
      lane.current = chosen;
      lane.turn = 0;
      const { report, events } = await run(lane);
      fits(reportSchema, report);
      expect(report.scan.requests).toBeLessThanOrEqual(40);
      for (const event of events) expect(typeof event.text).toBe('string');
      outcomes.set(report.outcome, (outcomes.get(report.outcome) ?? 0) + 1);
      // Every view of it can be drawn, and judging what was stored gives the same report.
      const stored = JSON.parse(JSON.stringify(report)) as unknown;
      expect(JSON.stringify(rejudge(stored))).toBe(JSON.stringify(report));
      expect(
        printReport(report).length + reportToMarkdown(report).length + JSON.stringify(reportToSarif(report)).length,
      ).toBeGreaterThan(0);
    };
    // Lanes do not wait for each other: a scan that runs into its limits holds up none.
    await Promise.all(
      lanes.map((lane, number) =>
        fc.assert(
          fc.asyncProperty(behaviour, (chosen) => runOne(lane, chosen)),
          { seed: seed + number, numRuns: Math.ceil(12 * factor) },
        ),
      ),
    );
    console.log(
      `fuzz: outcomes of whole scans ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`,
    );
    // The random target has to be believable enough for the whole engine to be exercised.
    expect(outcomes.get('scored') ?? 0).toBeGreaterThan(10 * Math.min(1, factor));
  }, 600_000);
});

test('afterwards no more memory is held, and nothing is polluted', () => {
  after = heapInUse();
  // Caches of parsers and of compiled patterns are warm afterwards; a leak would grow with the cases.
  expect(after - before).toBeLessThan(80 * 1024 * 1024);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
