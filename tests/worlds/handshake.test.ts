/** The handshake with real authorization servers, with an app that takes keys, and with servers that do what they should not. */
import { afterAll, describe, expect, test } from 'vitest';
import { rejudge, type Report } from '../../lib/scan/index.ts';
import type { ScanEvent, ScanOptions } from '../../lib/scan/types.ts';
import { parseTarget, scan } from '../../lib/scan/index.ts';
import { privateData, type Handshaker } from '../servers/handshake/api.ts';
import {
  doorkeeperFresh,
  doorkeeperReuse,
  toolkitRest,
  toolkitView,
  type PackagedHandshaker,
} from '../servers/handshake/debian.ts';
import { oidcBasic, oidcBody, oidcDpop, oidcKey, oidcResource, oidcWrong } from '../servers/handshake/oidc.ts';
import { betterAuthServer, keyAsBearer, keyInBasic, keyInHeader, nodeOauth } from '../servers/handshake/others.ts';
import { placesWith, spelled } from '../servers/handshake/traces.ts';
import * as traps from '../servers/handshake/traps.ts';
import { html, json, redirect } from './lib/answers.ts';
import { serve } from './lib/serve.ts';
import type { Answer, Incoming, Reply, Site } from './lib/world.ts';

const allowNets = ['127.0.0.0/8'];
type Step = NonNullable<Report['handshake']>[number];

interface Row {
  server: Handshaker;
  /** Every step of the handshake with its status. */
  steps: Partial<Record<Step['id'], Step['status']>>;
  /** The rung of the challenge ladder: `success` is worth 1.00. */
  challenge: string;
  door?: 'open' | 'ajar' | 'shut';
  contradictions?: string[];
  says?: RegExp;
}

const letIn = { call: 'passed', damaged: 'passed' } as const;
const tokens = { token: 'passed', 'token-answer': 'passed', again: 'passed', query: 'passed' } as const;

const rows: Row[] = [
  { server: oidcBasic, steps: { ...tokens, ...letIn, scope: 'passed', revocation: 'passed' }, challenge: 'success' },
  {
    server: oidcBody,
    steps: { ...tokens, ...letIn, scope: 'passed', revocation: 'passed' },
    challenge: 'success',
    says: /client_secret_basic and client_secret_post/,
  },
  {
    server: oidcKey,
    steps: { ...tokens, ...letIn, scope: 'passed', revocation: 'passed' },
    challenge: 'success',
    says: /with private_key_jwt/,
  },
  {
    server: oidcDpop,
    steps: {
      token: 'passed',
      'token-answer': 'passed',
      demands: 'passed',
      again: 'passed',
      scope: 'unknown',
      revocation: 'passed',
      ...letIn,
    },
    challenge: 'success',
  },
  {
    server: oidcResource,
    steps: { ...tokens, ...letIn, audience: 'passed', scope: 'unknown', revocation: 'passed' },
    challenge: 'success',
    says: /with resource=/,
  },
  { server: oidcWrong, steps: { token: 'failed' }, challenge: '401-names-error', says: /invalid_client/ },
  { server: nodeOauth, steps: { ...tokens, ...letIn, expiry: 'passed' }, challenge: 'success', says: /lasts [12] s/ },
  {
    server: betterAuthServer,
    steps: { ...tokens, ...letIn, scope: 'passed' },
    challenge: 'success',
  },
  { server: keyInHeader, steps: letIn, challenge: 'success' },
  { server: keyInBasic, steps: letIn, challenge: 'success' },
  { server: keyAsBearer, steps: letIn, challenge: 'success' },
  {
    server: traps.anyToken,
    steps: { ...tokens, call: 'unknown', damaged: 'failed', scope: 'unknown' },
    challenge: '401-names-error',
    contradictions: ['damaged-credential-accepted'],
  },
  {
    server: traps.refusesOwn,
    steps: { token: 'passed', 'token-answer': 'passed', again: 'passed', call: 'failed', audience: 'unknown' },
    challenge: '401-names-error',
    door: 'shut',
    contradictions: ['own-token-refused'],
  },
  {
    server: traps.errorIn200,
    steps: { token: 'passed', 'token-answer': 'passed', again: 'passed', call: 'failed', audience: 'unknown' },
    challenge: '401-names-error',
    door: 'shut',
    contradictions: ['own-token-refused'],
    says: /HTTP 200 with an error inside/,
  },
  { server: traps.tokenErrorIn200, steps: { token: 'failed' }, challenge: '401-names-error', says: /asleep/ },
  {
    server: traps.wrongAudience,
    steps: { token: 'passed', 'token-answer': 'passed', again: 'passed', call: 'failed', audience: 'unknown' },
    challenge: '401-names-error',
    door: 'shut',
    contradictions: ['own-token-refused'],
    says: /urn:another:api/,
  },
  {
    server: traps.rotates,
    steps: { ...tokens, ...letIn, again: 'failed' },
    challenge: 'success',
    says: /got no token the second time/,
  },
  ...[traps.certificateListed, traps.certificateSaid].map((server): Row => ({
    server,
    steps: { token: 'failed', demands: 'unknown' },
    challenge: '401-names-error',
    says: /a client certificate \(mutual TLS, RFC 8705\)/,
  })),
  { server: traps.slow, steps: { token: 'unknown' }, challenge: '401-names-error', says: /timeout/ },
  { server: traps.echoes, steps: { ...tokens, ...letIn, scope: 'unknown' }, challenge: 'success' },
];

/** Both frameworks read a token from the query as well, which nobody can switch off in either. */
const takesQuery = { query: 'failed', scope: 'passed' } as const;

/** Those that this machine may lack the packages for. */
const packaged: (Row & { server: PackagedHandshaker })[] = [
  {
    server: doorkeeperFresh,
    steps: { ...tokens, ...letIn, ...takesQuery },
    challenge: 'success',
    says: /gets another token/,
  },
  {
    server: doorkeeperReuse,
    steps: { ...tokens, ...letIn, ...takesQuery },
    challenge: 'success',
    says: /gets the same token again/,
  },
  {
    server: toolkitRest,
    steps: { ...tokens, ...letIn, ...takesQuery },
    challenge: 'success',
    says: /which names invalid_token|gets HTTP 401/,
  },
  {
    server: toolkitView,
    steps: { ...tokens, ...letIn, ...takesQuery },
    challenge: 'no-answer-for-programs',
    says: /HTTP 403, where RFC 6750 §3.1 wants 401/,
  },
];
const lacking = packaged.flatMap(({ server }) => {
  const packages = server.missing();
  return packages === null ? [] : [`${server.id}: left out, needs ${packages}`];
});
const here = packaged.filter(({ server }) => server.missing() === null);

const places = { searched: 0, found: [] as string[] };

/** Looks for secrets in everything that a scan leaves: each text of the report, and each event. */
function search(where: string, value: unknown, secrets: readonly string[]): void {
  const walk = (item: unknown, path: string): void => {
    if (typeof item === 'object' && item !== null)
      for (const [name, member] of Object.entries(item)) walk(member, `${path}.${name}`);
    if (typeof item !== 'string') return;
    places.searched += 1;
    places.found.push(...placesWith([item], secrets).map((text) => `${where}${path}: ${text}`));
  };
  walk(value, '');
}

async function verified(server: Handshaker, options: Partial<ScanOptions> = {}) {
  const running = await server.start();
  try {
    const events: ScanEvent[] = [];
    const walk = scan(parseTarget(running.url, { allowNets }), {
      allowNets,
      verify: running.request,
      budget: { requestMs: 2000 },
      ...options,
    });
    let step = await walk.next();
    for (; !step.done; step = await walk.next()) events.push(step.value);
    const report = step.value;
    const sent = running.log.flatMap(({ headers, search: query }) => [
      /^(?:Bearer|DPoP) (.+)$/.exec(headers['authorization'] ?? '')?.[1] ?? '',
      new URLSearchParams(query).get('access_token') ?? '',
    ]);
    const secrets = [...new Set([...running.secrets, ...sent])].filter(
      // Of the bearer tokens on the wire, those that looking made up open nothing and are shown as such.
      (one) => one.length >= 16 && !/^[\da-f]{36}$/.test(one),
    );
    // Who lets a made-up token in shows his data to everybody: looking has recorded that already.
    search(server.id, report, server === traps.anyToken ? secrets : [...secrets, privateData]);
    search(`${server.id} events`, events, secrets);
    return { report, running, events };
  } finally {
    await running.stop();
  }
}

const table: string[] = [];
afterAll(() => {
  console.log(
    `${[...table, ...lacking].join('\n')}\nplanted secrets: ${places.found.length} found in ${places.searched} places`,
  );
});

describe('the handshake', () => {
  test.each([...rows, ...here].map((row) => [row.server.id, row] as const))('%s', async (_id, row) => {
    const { report, running } = await verified(row.server);
    const steps = report.handshake ?? [];
    const signal = (id: string) => report.signals.find((one) => one.id === id);
    table.push(
      `${row.server.id.padEnd(24)} ${String(report.score.d7).padStart(3)} ${steps.map(({ id, status }) => `${id}:${status}`).join(' ')}`,
    );
    expect(
      Object.fromEntries(steps.map(({ id, status }) => [id, status])),
      steps.map(({ summary }) => summary).join('\n'),
    ).toEqual(row.steps);
    expect(signal('structured-401')?.rung).toBe(row.challenge);
    expect(report.contradictions.map(({ id }) => id).filter((id) => !id.startsWith('grant-'))).toEqual(
      row.contradictions ?? [],
    );
    if (row.door) expect(report.answer?.door).toBe(row.door);
    if (row.says) expect(steps.map(({ summary }) => summary).join('\n')).toMatch(row.says);
    if (row.challenge === 'success') {
      expect(signal('structured-401')).toMatchObject({ value: 1, confidence: 'verified' });
      expect(report.journey.at(-1)).toMatchObject({ step: 'call', status: 'ok' });
      expect(report.scores[0]?.confidence).toBe('verified');
    }
    expect(report.scan.mode).toBe('verified');
    // Every citation is an exchange of the report, and the report is judged again to the same bytes.
    const ids = new Set(report.exchanges.map(({ id }) => id));
    expect(steps.flatMap(({ evidence }) => evidence).filter((id) => !ids.has(id))).toEqual([]);
    expect(JSON.stringify(rejudge(JSON.parse(JSON.stringify(report))))).toBe(JSON.stringify(report));
    // The owner's client is sent no more than once in each way before it is known to be right.
    const failed = report.evidence.verification?.tokens.filter(({ outcome }) => outcome === 'refused') ?? [];
    const perMethod = failed.filter(({ purpose, dpop }) => purpose === 'first' && !dpop).map(({ method }) => method);
    expect(new Set(perMethod).size).toBe(perMethod.length);
    expect(running.log.length).toBeGreaterThan(0);
  });

  test.each(traps.refusedByRule.map((one) => [one.id, one] as const))('%s: nothing is sent', async (_id, server) => {
    const { report, running } = await verified(server);
    table.push(
      `${server.id.padEnd(24)} ${String(report.score.d7).padStart(3)} refused: ${report.evidence.verification?.refusal?.code ?? ''}`,
    );
    expect(report.evidence.verification).toMatchObject({
      state: 'refused',
      refusal: { code: server.code },
      tokens: [],
      calls: [],
    });
    expect(report.handshake).toMatchObject([{ id: 'allowed', status: 'failed' }]);
    const wire = JSON.stringify(running.log);
    for (const secret of running.secrets.flatMap(spelled)) expect(wire).not.toContain(secret);
  });

  /** Another server under `https://acme.dev`, of which these members of the metadata, or its token, lead astray. */
  const astray: [string, { metadata?: object; token?: string; answer?: Answer; sees?: object }][] = [
    ['tokens taken back unencrypted', { metadata: { revocation_endpoint: 'http://acme.dev/revoke' } }],
    [
      'a token with the end of a line',
      {
        token: 'kT8wq2Lm5vXz\r\nX-Injected: y',
        sees: { calls: [{}, ...['x', 'y', 'z'].map(() => ({ failure: 'bad-field' }))] },
      },
    ],
    ['a call led elsewhere', { answer: redirect(307, 'https://collector.dev/x') }],
    [
      'the host with a dot',
      { metadata: { token_endpoint: 'https://acme.dev./token' }, sees: { refusal: { code: 'not-confirmed' } } },
    ],
    [
      'a host before the host',
      {
        metadata: { token_endpoint: 'https://collector.dev\\@acme.dev/token' },
        sees: { refusal: { code: 'not-confirmed' } },
      },
    ],
  ];
  test.each(astray)(
    '%s: nothing goes astray',
    async (_what, { metadata, token = 'kT8wq2Lm5vXz', answer, sees = {} }) => {
      const secret = 'Xk29vLq8ZtR4mWp7Yb1N';
      const known = ({ body, headers }: Incoming) =>
        `${body} ${Buffer.from(headers['authorization']?.slice(6) ?? '', 'base64').toString()}`.includes(secret);
      const origin = 'https://acme.dev';
      const routes: Record<string, Reply> = {
        '/': html(
          200,
          `<title>Acme API</title><a href="/docs">API documentation</a><pre>curl ${origin}/v1/users</pre>`,
        ),
        '/.well-known/oauth-authorization-server': json(200, {
          ...{ issuer: origin, token_endpoint: `${origin}/token`, grant_types_supported: ['client_credentials'] },
          ...metadata,
        }),
        'POST /token': (request) =>
          known(request)
            ? json(200, { access_token: token, token_type: 'Bearer' })
            : json(401, { error: 'invalid_client' }),
        '/v1/users': (request) =>
          request.authorization.value.startsWith('kT8wq2Lm5vXz')
            ? (answer ?? json(200, [1]))
            : json(401, { error: 'invalid_token' }),
      };
      const anything: Site = { routes: { '*': json(200, {}) }, plain: 'same' };
      const served = await serve({ hosts: { 'acme.dev': { routes, plain: 'same' }, 'collector.dev': anything } });
      const credentials = { kind: 'client-secret' as const, clientId: 'client-7', secret };
      const verify = { credentials, hosts: ['acme.dev'], operation: `${origin}/v1/users` };
      const walk = scan(parseTarget('acme.dev', { allowNets: [] }), { ...served.options, verify });
      let step = await walk.next();
      while (!step.done) step = await walk.next();
      await served.stop();
      expect(step.value.evidence.verification).toMatchObject(sees);
      const abroad = served.log.filter(({ scheme, host }) => scheme === 'http' || host !== 'acme.dev');
      expect(
        abroad.filter((one) =>
          spelled(secret)
            .concat('kT8wq2Lm5vXz')
            .some((text) => JSON.stringify(one).includes(text)),
        ),
      ).toEqual([]);
    },
  );

  test('no planted secret is in any text of any report or event', () => {
    expect(places.searched).toBeGreaterThan(5000);
    expect(places.found).toEqual([]);
  });
});
