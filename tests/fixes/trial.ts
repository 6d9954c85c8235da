/**
 * One trial: an app that works for people is started and scanned; a fix is applied as the report prints it and nothing else; the app is
 * started again and scanned again; then its old doors and the commands of the fix are tried.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anyPort } from '../../scripts/processes.mjs';
import { wholeFix } from '../../lib/scan/fix/whole.ts';
import type { Fix, Report } from '../../lib/scan/schema/report.ts';
import { scanToEnd } from '../worlds/lib/engine.ts';
import { fault } from './answer.ts';
import { usualPaths, type App } from './app.ts';
import { applyDocuments, writeDocuments, type Guard } from './documents.ts';
import { doors, type Door } from './doors.ts';
import { writePages } from './pages.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const place = join(root, '.cache/fixes');

export interface Trial {
  app: App;
  guard: Guard;
  fix: string;
  /** A fix that was applied before. */
  first?: string | undefined;
}

export interface Outcome {
  before: number | null;
  after: number | null;
  promised: number;
  /** What did not hold, in sentences; empty: everything did. */
  faults: string[];
  /** How many of the fix's commands were run, and of the old doors. */
  checks: number;
  doors: number;
}

const scan = (url: string): Promise<Report> => scanToEnd(url, { allowNets: ['127.0.0.0/8'], browserPath: null });

/** Starts the app in its folder and waits until it answers. @throws with what it said when it ends before */
async function start(app: App, folder: string, port: number, guard: string): Promise<{ stop(): Promise<void> }> {
  const [command = '', ...args] = app.command(folder);
  const child: ChildProcess = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...app.env, NODE_ENV: app.mode ?? 'production', PORT: String(port), GUARD: guard },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The app does not start: ${said.slice(-3000)}`);
    try {
      await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
      for (const path of app.warm ?? []) await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
      return { stop };
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** Whether an artefact goes into this app: code of its framework, or what a product is told. */
const isFor = ({ framework, product }: App, { frameworks, title }: Fix['artefacts'][number]): boolean =>
  frameworks.includes(framework) || (product !== undefined && frameworks.length === 0 && /line/i.test(title));

/** Writes the files of a fix, and the documents that belong to it; lines go where they say, and command lines are run. Returns what they print. */
function apply(fix: Fix, app: App, folder: string, env: Record<string, string>): string {
  let said = '';
  const mine = wholeFix(fix).artefacts.filter((artefact) => isFor(app, artefact));
  applyDocuments(fix, folder);
  app.apply?.(fix, folder);
  for (const { file, text } of mine) {
    if (file === null) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  }
  for (const { file, text, language } of mine) {
    if (file !== null) continue;
    if (language === 'bash') said += shell(text, folder, env);
    else app.mount(folder, text);
  }
  return said;
}

/** @throws when the command cannot be run at all */
function shell(command: string, folder: string, env: Record<string, string>): string {
  const { stdout, error } = spawnSync('bash', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  return stdout;
}

const told = (text: string, name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1] ?? '';

/** A client of the fix's own making, and a token of it, for the commands that want one. */
async function credentials(app: App, folder: string, url: string, said: string): Promise<Record<string, string>> {
  if (app.client || told(said, 'CLIENT_ID') !== '') {
    const id = app.client?.id ?? told(said, 'CLIENT_ID');
    const secret = app.client?.secret ?? told(said, 'CLIENT_SECRET');
    const answer = await fetch(`${url}${(app.paths ?? usualPaths).token}`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`${id}:${secret}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    return { CLIENT_ID: id, CLIENT_SECRET: secret, TOKEN: token ?? '' };
  }
  const make = app.makeClient?.(folder);
  if (!make) return {};
  const made = shell(make, folder, {});
  return {
    CLIENT_ID: told(made, 'CLIENT_ID'),
    CLIENT_SECRET: told(made, 'CLIENT_SECRET'),
    TOKEN: told(made, 'TOKEN'),
    NARROW_TOKEN: told(shell(`${make} write`, folder, {}), 'TOKEN'),
  };
}

/** The client that a fix made gets in with a token of its own. */
async function letsIn(url: string, { TOKEN }: Record<string, string>): Promise<string[]> {
  if (!TOKEN) return ['its client gets no token'];
  const { status } = await fetch(`${url}/v1/orders`, { headers: { authorization: `Bearer ${TOKEN}` } });
  return status === 200 ? [] : [`its client’s token is answered ${status}`];
}

async function failing(open: readonly Door[], url: string): Promise<string[]> {
  const tried = await Promise.all(open.map(async ({ name, opens }) => ((await opens(url)) ? [] : [name])));
  return tried.flat();
}

/** What one start of the app showed. */
async function seen(
  app: App,
  folder: string,
  port: number,
  guard: Guard,
  look: (url: string) => Promise<string[]>,
  id?: string,
) {
  const url = `http://127.0.0.1:${port}`;
  writePages(folder, url, guard, app.paths ?? usualPaths);
  const running = await start(app, folder, port, guard);
  try {
    const report = await scan(url);
    const fix = report.fixes.find((one) => one.id === id);
    const commands = fix ? commandsOf(fix) : [];
    // Without the fix at least one of its commands has to fail, or they show nothing.
    const unmet = commands.filter(({ command, answer }) => fault(shell(command, folder, {}), answer) !== null);
    return { report, faults: await look(url), fails: commands.length === 0 || unmet.length > 0 };
  } finally {
    await running.stop();
  }
}

/** The commands of a fix that a program can judge. */
const commandsOf = (fix: Fix) => fix.checks.flatMap(({ command, answer }) => (answer ? [{ command, answer }] : []));

/** Runs one trial. Never throws for what the app or the fix does wrong: that is a fault. */
export async function run({ app, guard, fix: id, first }: Trial): Promise<Outcome> {
  const folder = join(place, `${app.id}-${guard}-${id}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const port = await anyPort();
  const paths = app.paths ?? usualPaths;
  writeDocuments(folder, `http://127.0.0.1:${port}`, guard, paths);
  const env = { ...app.env, PORT: String(port), GUARD: guard };
  const open = doors(guard, paths, app.scope);
  const shut = (when: string) => async (url: string) => (await failing(open, url)).map((name) => `${when}: ${name}`);
  const outcome: Outcome = { before: null, after: null, promised: 0, faults: [], checks: 0, doors: open.length };
  const named = (report: Report, wanted: string) => {
    const found = report.fixes.find((one) => one.id === wanted);
    if (!found) throw new Error(`${wanted} is not proposed; there are ${report.fixes.map((one) => one.id).join(', ')}`);
    return found;
  };
  try {
    app.prepare(folder);
    if (first)
      apply(named((await seen(app, folder, port, guard, shut('shut before'))).report, first), app, folder, env);
    const { report, faults, fails } = await seen(app, folder, port, guard, shut('shut before'), id);
    outcome.before = report.score.d7;
    outcome.faults.push(...faults);
    const fix = named(report, id);
    const commands = commandsOf(fix);
    outcome.promised = fix.gain;
    outcome.checks = commands.length;
    if (!fails) outcome.faults.push('its commands pass without it');
    const said = apply(fix, app, folder, env);
    if (app.product !== undefined && id !== 'metadata' && fix.product?.id !== app.product)
      outcome.faults.push(`it speaks of ${fix.product?.name ?? 'no product'}`);
    const again = await seen(app, folder, port, guard, async (url) => {
      const client = await credentials(app, folder, url, said);
      return [
        ...(await shut('shut now')(url)),
        ...((await app.after?.(url, guard)) ?? []),
        ...(app.product !== undefined && /client|keys/.test(id) ? await letsIn(url, client) : []),
        ...commands.flatMap(({ command, answer }) => {
          const wrong = fault(shell(command, folder, client), answer);
          return wrong === null ? [] : [`${command}: ${wrong}`];
        }),
      ];
    });
    outcome.after = again.report.score.d7;
    outcome.faults.push(...again.faults);
    if (again.report.fixes.some((one) => one.id === id)) outcome.faults.push('the finding is still there');
    // Where nothing was judged before there is no point to gain, but a score to come.
    const rose = outcome.before === null && outcome.after !== null ? 0 : (outcome.after ?? 0) - (outcome.before ?? 0);
    if (outcome.after === null) outcome.faults.push('there is no score');
    if (rose !== fix.gain) outcome.faults.push(`promised ${fix.gain}, rose by ${rose}`);
  } catch (error) {
    outcome.faults.push(error instanceof Error ? error.message : String(error));
  }
  return outcome;
}
