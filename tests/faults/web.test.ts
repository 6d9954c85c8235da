/** Two web processes in front of one database: what visitors may ask for, whoever answers them, and a web process that dies in mid-stream. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../scripts/prepare.mjs';
import { db } from '../../lib/db/index.ts';
import { startApi, type LoopbackServer } from '../integration/servers.ts';
import { startWorker, until, type WorkerProcess } from '../integration/workers.ts';
import { tally } from '../setup/tally.ts';
import { startWeb, type WebProcess } from './processes.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
const database = process.env.DATABASE_URL ?? '';
const limits = {
  VISITOR_SCANS: '10',
  VISITOR_WINDOW_S: '600',
  // Here the count of the window is tried; tests/integration/queue.test.ts tries what may wait.
  VISITOR_WAITING: '1000',
  VISITOR_STREAMS: '4',
  QUEUE_LIMIT: '40',
  TARGET_QUEUE_LIMIT: '3',
  TRUSTED_PROXIES: '127.0.0.9/32',
  BLOCKED_TARGETS: '127.0.66.0/24',
};
let api: LoopbackServer;
let webs: WebProcess[] = [];
let worker: WorkerProcess | undefined;

const target = (number: number, path = '') =>
  `http://127.0.${30 + Math.floor(number / 250)}.${1 + (number % 250)}:${new URL(api.url).port}/${path}`;

interface Answer {
  status: number;
  retryAfter: number;
  body: { id?: string; error?: { code: string; message: string; position?: number; retryAfterSeconds?: number } };
}

async function ask(web: WebProcess | undefined, url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(`${web?.url ?? ''}/api/v1/scans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ target: url }),
  });
  return {
    status: answer.status,
    retryAfter: Number(answer.headers.get('retry-after')),
    body: (await answer.json()) as Answer['body'],
  };
}

/** Asks as a client does that is told "unavailable, try again": on a busy machine a database connection may take its five seconds and more. */
async function askUntilHeard(...of: Parameters<typeof ask>): Promise<Answer> {
  for (let again = 0; again < 10; again += 1) {
    const answer = await ask(...of);
    if (answer.body.error?.code !== 'unavailable') return answer;
  }
  return ask(...of);
}

const count = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length;

async function sql<Row>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Everybody's count begins anew, and nothing waits. */
async function clear(): Promise<void> {
  await sql(
    "TRUNCATE limits.visitor; UPDATE scan SET status = 'failed', claim = NULL, finished_at = now() - interval '1 day' WHERE status IN ('queued', 'running')",
  );
}

beforeAll(async () => {
  await ensureBuilt();
  api = await startApi({ delayMs: 50, host: '0.0.0.0' });
  webs = await Promise.all([startWeb({ env: limits }), startWeb({ env: limits })]);
}, 180_000);

afterAll(async () => {
  await worker?.end('SIGKILL');
  await Promise.all(webs.map((web) => web.end('SIGKILL')));
  await api.close();
});

describe('the limit of a visitor', () => {
  it('is exact over two web processes, however many ask at once and whatever they write into X-Forwarded-For', async () => {
    await clear();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, number) =>
        ask(webs[number % 2], target(number % 20), { 'x-forwarded-for': `198.51.100.${number}` }),
      ),
    );
    // Twenty targets three times over: joining is free, so what counts is new scans.
    const made = await sql<{ made: number }>("SELECT count(*)::int AS made FROM scan WHERE status = 'queued'");
    expect(made).toEqual([{ made: 10 }]);
    const refused = answers.filter(({ status }) => status !== 202);
    for (const { status, retryAfter, body } of refused) {
      expect(status).toBe(429);
      expect(retryAfter).toBeGreaterThan(500);
      expect(retryAfter).toBeLessThanOrEqual(600);
      expect(body.error).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: retryAfter });
      expect(body.error?.message).toMatch(
        /^One visitor may ask for 10 new scans every 10 minutes, and you have\. Please try again in \d+ (seconds|minutes)\.$/,
      );
    }
    expect(refused.length).toBeGreaterThanOrEqual(10);
    tally('visitor limit over two web processes', {
      'asked at once': 60,
      'new scans': made[0]?.made ?? -1,
      refused: refused.length,
    });
    // Whoever is at the limit may still join.
    const known = answers.findIndex(({ status }) => status === 202) % 20;
    expect((await ask(webs[0], target(known))).status).toBe(202);
  });

  it('stores no address', async () => {
    const rows = await sql<{ key: string }>('SELECT key FROM limits.visitor');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.key).toMatch(/^visitor:[\w-]{22}$/);
    expect(rows[0]?.key).not.toMatch(/127|198/);
  });

  it('is not charged for what is refused or does not come about', async () => {
    await clear();
    for (let number = 0; number < 12; number++)
      expect((await ask(webs[number % 2], 'ftp://example.com')).status).toBe(400);
    expect((await ask(webs[0], `http://127.0.66.1:8080/`)).body.error?.code).toBe('blocked-target');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, number) => ask(webs[number % 2], target(60 + number))),
    );
    expect(count(answers, 202)).toBe(10);
    expect((await ask(webs[0], target(80))).status).toBe(429);
  });

  it('is each visitor’s own behind a trusted proxy, which alone is believed', async () => {
    await clear();
    const [first] = webs;
    if (!first) throw new Error('no web process');
    const proxied = await startWeb({ env: { ...limits, TRUSTED_PROXIES: '127.0.0.0/8' } });
    const from = (address: string, number: number) => ask(proxied, target(number), { 'x-forwarded-for': address });
    for (let number = 0; number < 10; number++) expect((await from('203.0.113.7', 90 + number)).status).toBe(202);
    expect((await from('203.0.113.7', 101)).status).toBe(429);
    expect((await from('10.1.1.1, 203.0.113.7', 102)).status, 'what the visitor wrote further left').toBe(429);
    expect((await from('203.0.113.8', 103)).status, 'another visitor').toBe(202);
    expect(
      (await ask(first, target(104), { 'x-forwarded-for': '203.0.113.7' })).status,
      'where the proxy is not trusted, the connection counts',
    ).toBe(202);
    await proxied.end('SIGKILL');
  });

  it('has the same sentence on the API and on forms, with its status', async () => {
    await clear();
    await Promise.all(Array.from({ length: 10 }, (_, number) => ask(webs[0], target(110 + number))));
    const form = new FormData();
    form.set('target', target(130));
    const page = await fetch(`${webs[1]?.url ?? ''}/scan`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: form,
      redirect: 'manual',
    });
    expect(page.status).toBe(429);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(500);
    const html = await page.text();
    expect(html).toMatch(
      /data-code="too-many-requests"[^>]*>One visitor may ask for 10 new scans every 10 minutes, and you/,
    );
    expect(html, 'what was typed is kept').toContain(`value="${target(130)}"`);
  });

  it('holds for live views too, and gives them back', async () => {
    await clear();
    const { body } = await ask(webs[0], target(140));
    const url = `${webs[0]?.url ?? ''}/api/v1/scans/${body.id ?? ''}/events`;
    const streams = await Promise.all(Array.from({ length: 6 }, () => fetch(url)));
    expect(streams.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 200, 200, 429, 429]);
    for (const stream of streams) await stream.body?.cancel();
    await until('a live view to be free again', async () => {
      const again = await fetch(url);
      await again.body?.cancel();
      return again.status === 200;
    });
  });
});

describe('a web process', () => {
  it('of a public site does not start with a setting that makes it unsafe, and names it', async () => {
    await expect(startWeb({ env: { SITE_URL: 'https://latchkey-scan.com' } })).rejects.toThrow(
      /SCAN_ALLOW_NETS must be empty on a public site: .*ALLOW_WEAK_SETTINGS=yes/,
    );
  });
});

describe('a target', () => {
  it('is scanned once for parallel requests to two web processes', async () => {
    await clear();
    const answers = await Promise.all(Array.from({ length: 30 }, (_, number) => ask(webs[number % 2], target(150))));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(count(answers, 202)).toBe(30);
  });

  it('has a line of its own that is not endless', async () => {
    await clear();
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, number) => ask(webs[number % 2], target(151, `page-${number}`))),
    );
    expect(count(answers, 202)).toBe(3);
    for (const { status, body, retryAfter } of answers.filter((answer) => answer.status !== 202)) {
      expect(status).toBe(429);
      expect(retryAfter).toBeGreaterThan(0);
      expect(body.error).toMatchObject({ code: 'target-busy', position: 4 });
      expect(body.error?.message).toMatch(
        /^3 scans of http:\/\/127\.0\.\d+\.\d+:\d+ wait already, .*Yours would be number 4\. Please try again in about \d+ (second|minute)s?\.$/,
      );
    }
  });

  it('that is blocked, in the settings or in the table, is refused with its own code', async () => {
    await clear();
    await sql(
      "INSERT INTO blocked_target (entry, reason, added_by) VALUES ('shop.example.net', 'asked for it', 'test'), ('127.0.67.0/24', 'asked for it', 'test')",
    );
    for (const url of ['http://127.0.66.4:8080/', 'http://127.0.67.4:8080/', 'https://api.shop.example.net/v1']) {
      const { status, body } = await ask(webs[0], url);
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        code: 'blocked-target',
        message: expect.stringContaining('is not scanned here'),
      });
    }
  });
});

describe('the queue', () => {
  it('refuses what does not fit with the place in line and when to come back, exactly at its limit over two processes', async () => {
    await clear();
    const proxied = await Promise.all(
      [0, 1].map(() => startWeb({ env: { ...limits, TRUSTED_PROXIES: '127.0.0.0/8' } })),
    );
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, number) =>
        askUntilHeard(proxied[number % 2], target(160 + number), { 'x-forwarded-for': `203.0.${number}.1` }),
      ),
    );
    expect([count(answers, 202), count(answers, 503)]).toEqual([40, 20]);
    for (const { retryAfter, body } of answers.filter(({ status }) => status === 503)) {
      expect(retryAfter).toBeGreaterThanOrEqual(10);
      expect(body.error).toMatchObject({ code: 'busy', position: 41 });
      expect(body.error?.message).toMatch(
        /^We are busy: 40 scans wait, which is as many as we take, and yours would be number 41\. Please try again later\.$/,
      );
    }
    tally('full queue over two web processes', {
      'asked at once': 60,
      accepted: count(answers, 202),
      'told their place': count(answers, 503),
    });
    await Promise.all(proxied.map((web) => web.end('SIGKILL')));
  });
});

describe('a web process that dies', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'by %s in mid-stream costs its viewers nothing: another one goes on where it stopped',
    { timeout: 60_000 },
    async (signal) => {
      await clear();
      const slow = await startApi({ delayMs: 120 });
      worker ??= await startWorker({ COOLDOWN_S: '0' });
      const first = await startWeb({ env: limits });
      const { status, body } = await ask(first, `${slow.url}/${signal}`);
      expect(status).toBe(202);
      const steps: number[] = [];
      let state = '';
      const follow = async (web: WebProcess) => {
        const answer = await fetch(`${web.url}/api/v1/scans/${body.id ?? ''}/events`, {
          headers: { 'last-event-id': String(steps.at(-1) ?? 0) },
        });
        expect(answer.status).toBe(200);
        let text = '';
        try {
          for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
            text += chunk;
            const events = text.split('\n\n');
            text = events.pop() ?? '';
            for (const event of events) {
              const step = /^id: (\d+)$/m.exec(event)?.[1];
              if (step) steps.push(Number(step));
              if (/^event: state$/m.test(event)) state = /"status":"(\w+)"/.exec(event)?.[1] ?? state;
            }
          }
        } catch (error) {
          // That is what a viewer sees of a process that is killed.
          expect(error).toBeInstanceOf(TypeError);
        }
      };
      const following = follow(first);
      await until('a few steps', async () => steps.length >= 2);
      await first.end(signal);
      await following;
      const seen = steps.length;
      expect(state).not.toBe('done');
      const [next] = webs;
      if (next === undefined) throw new Error('There is no other web process.');
      await follow(next);
      expect(state).toBe('done');
      expect(steps.length).toBeGreaterThan(seen);
      expect(steps).toEqual(steps.map((_, index) => index + 1));
      expect(await db().scanEvent.count({ where: { scanId: body.id ?? '' } })).toBe(steps.length);
      tally(`web process ended by ${signal} in mid-stream`, {
        'steps before': seen,
        'steps after': steps.length - seen,
        'steps lost': 0,
      });
      await slow.close();
    },
  );
});
