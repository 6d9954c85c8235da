/**
 * The report page under load, with 10,000 scans in the database: real reports of real servers on this machine, stored under 10,000 domains.
 * Visitors ask as browsers do (keep-alive, compressed); this process is theirs, so it takes its share of the processor too.
 */
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startProduct, type Product } from '../../tests/setup/product.ts';
import { loginTarget, oidcTarget, wallTarget } from '../../tests/e2e/targets.ts';

const scans = 10_000;
const domainOf = (number: number) => `shop-${String(number).padStart(5, '0')}.com`;

interface Visit {
  ms: number;
  bytes: number;
}

function visit(agent: Agent, url: string): Promise<Visit> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip, br', accept: 'text/html' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () =>
        response.statusCode === 200
          ? resolve({ ms: performance.now() - begun, bytes })
          : reject(new Error(`${url}: ${String(response.statusCode)}`)),
      );
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** Milliseconds of processor that a process has used so far; a tick of Linux is 10 ms. */
function processorMs(pid: number): number {
  // The name, in brackets, may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The processes of the launcher's that answer visitors; with WEB_PROCESSES there is one above them. */
function webProcesses(launcher: number): number[] {
  const children = (pid: number) =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  const named = (word: RegExp, pids: number[]) =>
    pids.filter((pid) => word.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')));
  const own = children(launcher);
  return named(/next/, [...own, ...named(/scripts\/web/, own).flatMap(children)]);
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** `visitors` at once, each asking again as soon as it was answered, `visits` in all. */
async function crowd(
  web: readonly number[],
  name: string,
  visitors: number,
  visits: number,
  address: (visit: number) => string,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: visitors });
  const all: Visit[] = [];
  let next = 0;
  const begun = performance.now();
  const processors = () => web.reduce((sum, pid) => sum + processorMs(pid), 0);
  const used = processors();
  await Promise.all(
    Array.from({ length: visitors }, async () => {
      while (next < visits) all.push(await visit(agent, address(next++)));
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const processor = (processors() - used) / visits;
  agent.destroy();
  const sorted = all.map(({ ms }) => ms).sort((a, b) => a - b);
  const kilobytes =
    quantile(
      all.map(({ bytes }) => bytes).sort((a, b) => a - b),
      0.5,
    ) / 1000;
  console.log(
    `  ${name.padEnd(52)} median ${quantile(sorted, 0.5).toFixed(1).padStart(6)} ms   p95 ${quantile(sorted, 0.95).toFixed(1).padStart(6)} ms   ${(visits / seconds).toFixed(0).padStart(5)} /s   ${kilobytes.toFixed(0)} kB   ${processor.toFixed(1)} ms of processor`,
  );
}

async function post(product: Product, target: string): Promise<string> {
  const answer = await fetch(`${product.url}/api/v1/scans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ target }),
  });
  const told = (await answer.json()) as { id?: string };
  if (told.id === undefined) throw new Error(`No scan of ${target}: ${JSON.stringify(told)}`);
  return told.id;
}

async function reported(product: Product, id: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const scan = (await (await fetch(`${product.url}/api/v1/scans/${id}`)).json()) as { status: string };
    if (scan.status === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Scan ${id} has no report after a minute.`);
}

async function inDatabase(product: Product, work: (client: Client) => Promise<unknown>): Promise<void> {
  const { databaseUrl } = JSON.parse(readFileSync(join(product.dataFolder, 'launcher.json'), 'utf8')) as {
    databaseUrl: string;
  };
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Copies the scans that are there until there are 10,000, each under a domain of its own. */
const fill = (product: Product): Promise<void> =>
  inDatabase(product, async (client) => {
    await client.query(
      `CREATE TEMP TABLE model AS SELECT row_number() OVER () - 1 AS nr, scan.* FROM scan WHERE status = 'done'`,
    );
    await client.query(
      `INSERT INTO site (id, domain) SELECT gen_random_uuid(), 'shop-' || lpad(n::text, 5, '0') || '.com' FROM generate_series(0, ${scans - 1}) n`,
    );
    await client.query(
      `INSERT INTO scan (id, site_id, status, input, target_url, host, domain, mode, unlisted, created_at, not_before, started_at, finished_at, attempts, outcome, engine_version, methodology, d7, tier, provisional, requests, duration_ms, report, journey)
       SELECT gen_random_uuid(), site.id, 'done', m.input, 'https://' || site.domain || '/', site.domain, site.domain, 'public', false, m.created_at, m.not_before, m.started_at, m.finished_at, 1,
         m.outcome, m.engine_version, m.methodology, m.d7, m.tier, m.provisional, m.requests, m.duration_ms, m.report, m.journey
       FROM site JOIN model m ON m.nr = substr(site.domain, 6, 5)::int % (SELECT count(*) FROM model) WHERE site.domain LIKE 'shop-%.com'`,
    );
    // Each has been drawn when it was scanned, as its model was.
    await client.query(
      `INSERT INTO drawing (scan_id, kind, shows, bytes)
       SELECT scan.id, kind, shows, bytes FROM scan
       JOIN model m ON m.nr = substr(scan.domain, 6, 5)::int % (SELECT count(*) FROM model) AND scan.domain LIKE 'shop-%.com'
       JOIN drawing ON drawing.scan_id = m.id`,
    );
    await client.query('ANALYZE');
  });

/** As after a new version: every report is to be drawn again. */
async function forget(product: Product): Promise<void> {
  await inDatabase(product, (client) => client.query(`UPDATE drawing SET shows = 'an older version'`));
}

/** Prints median and 95th percentile in milliseconds, requests a second, the size of an answer, and what one costs the web process, also on a busy machine. */
export async function pages(): Promise<void> {
  console.log(
    `\nreport page, ${scans.toLocaleString('en')} scans in the database, web processes: ${process.env.WEB_PROCESSES ?? 1}   (aims: median under 50 ms; 95th percentile under 200 ms with 50 visitors; load of this machine ${loadavg()[0]?.toFixed(1) ?? '?'} on ${availableParallelism()} cores)`,
  );
  const targets = await Promise.all([
    oidcTarget({ clientCredentials: true }),
    oidcTarget({ clientCredentials: false }),
    loginTarget(),
    wallTarget(),
  ]);
  const product = await startProduct({ env: { LOG_LEVEL: 'error' } });
  try {
    const ids: string[] = [];
    for (const [index, { url }] of targets.entries())
      ids.push(await post(product, index < 2 ? `${url}/api/orders` : url));
    for (const id of ids) await reported(product, id);
    await fill(product);
    const web = webProcesses(product.pid);
    const report = (number: number) => `${product.url}/report/${domainOf(number % scans)}`;
    // Steps that share no factor with 10,000 visit every report once before any comes back.
    const anywhere = (from: number) => (visit: number) => report(from + visit * 37);
    await crowd(web, 'warming up', 4, 200, anywhere(5));
    await crowd(web, 'one visitor, a report that nobody has opened', 1, 300, anywhere(3));
    await crowd(web, 'one visitor, a report that was just opened', 1, 500, () => report(3));
    await crowd(web, '50 visitors of one report', 50, 5000, () => report(3));
    await crowd(web, '50 visitors, four in five to 100 reports, one anywhere', 50, 3000, (visit) =>
      visit % 5 === 0 ? report(1 + visit * 13) : report(visit % 100),
    );
    await crowd(web, '50 visitors, each report for the first time', 50, 1500, anywhere(7));
    await forget(product);
    await crowd(web, '50 visitors, each report drawn for them', 50, 1500, anywhere(11));
  } finally {
    await product.stop();
    await Promise.all(targets.map((target) => target.stop()));
  }
}
