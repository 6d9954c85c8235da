/**
 * Our own door under load: so many requests a second, begun on time whether or not earlier ones were answered, on reads, on the token endpoint
 * and, beside them, on the health route.
 */
import { Agent, request } from 'undici';
import { startProduct } from '../../tests/setup/product.ts';
import { startApi } from '../../tests/integration/servers.ts';

const seconds = 60;
const perSecond = 200;

interface Load {
  name: string;
  send(nr: number): { path: string; method?: 'POST'; headers?: Record<string, string>; body?: string };
}

/** Sends at a steady rate; resolves to the milliseconds of each answer, from when it was due, and how many were no 2xx. */
async function load(
  origin: string,
  { send }: Load,
  rate: number,
): Promise<{ ms: number[]; errors: Map<string, number> }> {
  const dispatcher = new Agent({ connections: 256, pipelining: 1 });
  const ms: number[] = [];
  const errors = new Map<string, number>();
  const begun = performance.now();
  const pending: Promise<void>[] = [];
  const one = async (nr: number, due: number) => {
    const { path, ...init } = send(nr);
    let problem: string | null = null;
    try {
      const { statusCode, body } = await request(origin + path, { dispatcher, ...init });
      await body.dump();
      if (statusCode >= 300) problem = `${statusCode} ${path}`;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    ms.push(performance.now() - due);
    if (problem !== null) errors.set(problem, (errors.get(problem) ?? 0) + 1);
  };
  for (let nr = 0; nr < rate * seconds;) {
    const due = begun + (nr * 1000) / rate;
    if (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 1));
    else pending.push(one(nr++, due));
  }
  await Promise.all(pending);
  await dispatcher.close();
  return { ms: ms.sort((a, b) => a - b), errors };
}

/** Prints answers, errors, median and 95th percentile for each kind of request. */
export async function door(): Promise<void> {
  console.log(`\nAPI and token endpoint, ${perSecond} requests a second for ${seconds} s   (aim: no error)`);
  const product = await startProduct();
  const api = await startApi();
  const json = { 'content-type': 'application/json' };
  const post = async (path: string, body: unknown) =>
    (await (
      await fetch(product.url + path, { method: 'POST', headers: json, body: JSON.stringify(body) })
    ).json()) as Record<string, string>;
  try {
    const { id = '' } = await post('/api/v1/scans', { target: api.url });
    for (let status = ''; status !== 'done';) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      ({ status } = (await (await fetch(`${product.url}/api/v1/scans/${id}`)).json()) as { status: string });
    }
    const client = await post('/oauth/register', { client_name: 'load', scope: 'scans:write reports:read' });
    const basic = Buffer.from(`${client['client_id']}:${client['client_secret']}`).toString('base64');
    const reads = [
      `/api/v1/scans/${id}`,
      '/api/v1/reports/127.0.0.1',
      '/api/v1/statistics',
      '/openapi.json',
      '/.well-known/oauth-authorization-server',
    ];
    const loads: Load[] = [
      { name: 'health route', send: () => ({ path: '/api/health' }) },
      { name: 'reads', send: (nr) => ({ path: reads[nr % reads.length] ?? '/' }) },
      {
        name: 'token endpoint',
        send: () => ({
          path: '/oauth/token',
          method: 'POST',
          headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
          body: 'grant_type=client_credentials',
        }),
      },
    ];
    for (const one of loads) {
      const { ms, errors } = await load(product.url, one, perSecond);
      const at = (share: number) => (ms[Math.floor(ms.length * share)] ?? 0).toFixed(1).padStart(7);
      const failed = [...errors.values()].reduce((sum, count) => sum + count, 0);
      console.log(
        `  ${one.name.padEnd(20)} ${String(ms.length).padStart(6)} answers   errors ${failed}${failed ? ` (${[...errors].join('; ')})` : ''}   median ${at(0.5)} ms   p95 ${at(0.95)} ms`,
      );
    }
  } finally {
    await api.close();
    await product.stop();
  }
}
