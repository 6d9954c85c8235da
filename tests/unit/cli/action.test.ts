/**
 * The action as a runner runs it: action.yml is read, its inputs are put into the steps' environment, each step is a script of bash with the flags that
 * GitHub's runner gives it, and files stand for outputs and summary. GitHub's API is a server on loopback that keeps comments.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageCommand } from '../../../scripts/package.mjs';
import { sarifProblems } from '../export/official-sarif.ts';

const root = process.cwd();
const step = z.strictObject({
  name: z.string(),
  id: z.string().optional(),
  shell: z.literal('bash'),
  env: z.record(z.string(), z.string()).default({}),
  run: z.string(),
});
const action = z.object({
  inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string().optional() })),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({ using: z.literal('composite'), steps: z.array(step) }),
});

const comments: { id: number; body: string }[] = [];
let mayComment = true;
let github: Server;
let folder: string;
let definition: z.infer<typeof action>;
beforeAll(async () => {
  definition = action.parse(parse(await readFile('action.yml', 'utf8')));
  folder = await mkdtemp(join(tmpdir(), 'latchkey-action-'));
  github = createServer((request, response) => {
    void (async () => {
      const body = await readAll(request);
      const answer = (status: number, value: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      const path = new URL(request.url ?? '/', 'http://x').pathname;
      if (request.headers.authorization !== 'Bearer ghs_test') answer(401, {});
      else if (request.method === 'GET') answer(200, comments);
      else if (!mayComment) answer(403, { message: 'Resource not accessible by integration' });
      else if (request.method === 'POST' && path === '/repos/o/r/issues/7/comments') {
        comments.push({ id: comments.length + 100, ...(JSON.parse(body) as { body: string }) });
        answer(201, {});
      } else {
        const found = comments.find(({ id }) => path === `/repos/o/r/issues/comments/${id}`);
        if (found) Object.assign(found, JSON.parse(body));
        answer(found ? 200 : 404, {});
      }
    })();
  }).listen(0, '127.0.0.1');
  await once(github, 'listening');
});
afterAll(async () => {
  github.close();
  await rm(folder, { recursive: true });
});

interface Outcome {
  code: number;
  log: string;
  summary: string;
  outputs: Record<string, string>;
}

/** What the runner does of expressions, as far as this action uses them. */
function evaluate(expression: string, values: Record<string, string>): string {
  for (const term of expression.split('||')) {
    const value = values[term.trim()] ?? '';
    if (value !== '') return value;
  }
  return '';
}
const substitute = (text: string, values: Record<string, string>) =>
  text.replace(/\$\{\{(.*?)\}\}/g, (_whole, expression: string) => evaluate(expression, values));

async function runAction(inputs: Record<string, string>): Promise<Outcome> {
  const work = await mkdtemp(join(folder, 'run-'));
  const values: Record<string, string> = { 'github.token': 'ghs_test' };
  for (const [name, { default: usual = '' }] of Object.entries(definition.inputs))
    values[`inputs.${name}`] = inputs[name] ?? substitute(usual, values);
  const summaryFile = join(work, 'summary');
  const event = join(work, 'event.json');
  await writeFile(event, JSON.stringify({ pull_request: { number: 7 } }));
  await writeFile(summaryFile, '');
  let log = '';
  let code = 0;
  for (const [at, { id, env, run }] of definition.runs.steps.entries()) {
    const script = join(work, `step-${at}.sh`);
    const outputFile = join(work, `output-${at}`);
    await writeFile(script, substitute(run, values));
    await writeFile(outputFile, '');
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: work,
        CI: 'true',
        RUNNER_TEMP: work,
        GITHUB_ACTION_PATH: root,
        GITHUB_OUTPUT: outputFile,
        GITHUB_STEP_SUMMARY: summaryFile,
        GITHUB_EVENT_PATH: event,
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_API_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
        ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, substitute(value, values)])),
      } as never,
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    [code] = (await once(child, 'close')) as [number];
    for (const line of (await readFile(outputFile, 'utf8')).split('\n')) {
      const [, name, value] = /^([\w-]+)=(.*)$/.exec(line) ?? [];
      if (name !== undefined && id !== undefined) values[`steps.${id}.outputs.${name}`] = value ?? '';
    }
    if (code !== 0) break;
  }
  const outputs = Object.fromEntries(
    Object.entries(definition.outputs).map(([name, { value }]) => [name, substitute(value, values)]),
  );
  return { code, log, summary: await readFile(summaryFile, 'utf8'), outputs };
}

const description = (scheme: string) =>
  `openapi: 3.1.0\ninfo: {title: Orchard, version: "1"}\nservers: [{url: "https://api.orchard.example"}]\ncomponents:\n  securitySchemes:\n    main: ${scheme}\nsecurity: [{main: []}]\npaths: {/pears: {get: {responses: {"200": {description: ok}, "401": {description: no}}}}}\n`;
const bearer = '{type: http, scheme: bearer}';
const browser =
  '{type: oauth2, flows: {authorizationCode: {authorizationUrl: "https://id.orchard.example/a", tokenUrl: "https://id.orchard.example/t", scopes: {}}}}';

describe('the action', () => {
  it('tells of a description: outputs, summary, annotations, SARIF and one comment that stays one', async () => {
    await writeFile(join(folder, 'openapi.yaml'), description(bearer));
    const before = await runAction({ openapi: 'openapi.yaml', format: 'html,junit,json' });
    expect(before.code, before.log).toBe(0);
    expect(before.outputs).toMatchObject({
      'exit-code': '0',
      outcome: 'scored',
      score: expect.stringMatching(/^\d+$/),
      tier: expect.stringMatching(/./),
    });
    expect(before.summary).toMatch(/## Journey\n\n- \*\*find\*\*/);
    const report = before.outputs['report'] ?? '';
    expect((await readdir(join(report, '..'))).sort()).toEqual(
      ['report.html', 'report.json', 'report.junit', 'report.markdown', 'report.sarif', 'sentences'].sort(),
    );
    const sarif = JSON.parse(await readFile(before.outputs['sarif'] ?? '', 'utf8')) as unknown;
    expect(sarifProblems(sarif)).toEqual([]);
    expect(JSON.stringify(sarif)).toContain('"uri":"openapi.yaml"');
    expect(comments.map(({ body }) => body.includes('What changed'))).toEqual([false]);

    await writeFile(join(folder, 'openapi.yaml'), description(browser));
    const after = await runAction({ openapi: 'openapi.yaml', baseline: report, 'fail-on': 'browser-only-oauth' });
    expect(after.code, after.log).toBe(1);
    expect(after.outputs['exit-code']).toBe('1');
    expect(after.log).toMatch(/^::error file=openapi\.yaml,line=6,title=Latchkey%3A browser-only-oauth::/m);
    expect(after.summary).toMatch(/^```\nbrowser-only-oauth is present: /);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/^<!-- latchkey [\w-]+ -->\n# /);
    expect(comments[0]?.body).toMatch(
      /## What changed\n\n[\s\S]*\| worse \| anti-pattern `browser-only-oauth` \| absent \| present \|/,
    );
  }, 120_000);

  it('scans a URL, with settings from a file; a scan that ends without an answer passes nothing', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port: closed } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    await writeFile(join(folder, 'latchkey.config.json'), JSON.stringify({ allowPrivate: true, browser: false }));
    const { code, outputs, log } = await runAction({
      url: `http://127.0.0.1:${closed}/`,
      config: 'latchkey.config.json',
      'fail-under': '0',
      baseline: 'not-yet.json',
      comment: 'false',
    });
    expect({ code, outputs }).toMatchObject({
      code: 2,
      outputs: { 'exit-code': '2', outcome: 'unreachable', score: '' },
    });
    expect(log).toContain('::notice title=Latchkey::There is no baseline at not-yet.json yet.');
    expect(log).toMatch(/no gate is passed/);
  }, 120_000);

  it('says what is wrong with its inputs, and takes none of them for a command', async () => {
    expect(await runAction({})).toMatchObject({
      code: 2,
      log: expect.stringContaining('Give one of the inputs url and openapi.'),
    });
    const { code, log } = await runAction({ openapi: '$(touch pwned); `touch pwned` "x', 'fail-on': '; touch pwned' });
    expect({ code }).toEqual({ code: 2 });
    expect(log).toMatch(/There is no finding "; touch pwned"/);
    expect(await readdir(folder)).not.toContain('pwned');
  }, 120_000);

  it('goes on where it may not comment', async () => {
    mayComment = false;
    await writeFile(join(folder, 'openapi.yaml'), description(bearer));
    const { code, log } = await runAction({ openapi: 'openapi.yaml' });
    expect({ code, log }).toEqual({
      code: 0,
      log: expect.stringMatching(/^::warning title=Latchkey::The comment could not be written: GitHub answered 403/m),
    });
  }, 120_000);

  it('uses nothing of others, and puts no expression into a script', () => {
    for (const { run } of definition.runs.steps) expect(run).not.toContain('${{');
  });
});

describe('the examples', () => {
  const workflow = z.object({
    on: z.unknown(),
    permissions: z.record(z.string(), z.string()),
    jobs: z.record(
      z.string(),
      z.object({
        'runs-on': z.string(),
        steps: z.array(z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() })),
      }),
    ),
  });
  it.each(['public-scan.yml', 'openapi-pull-request.yml', 'verified-nightly.yml'])(
    '%s uses what there is, pinned',
    async (name) => {
      const { jobs } = workflow.parse(parse(await readFile(`docs/ci/${name}`, 'utf8')));
      for (const { uses = '', with: given = {} } of Object.values(jobs).flatMap(({ steps }) => steps)) {
        if (uses !== '') expect(uses).toMatch(/@[0-9a-f]{40}$/);
        if (uses.startsWith('your-org/latchkey@'))
          for (const input of Object.keys(given)) expect(Object.keys(definition.inputs)).toContain(input);
      }
    },
  );
  it('the one for any CI keeps a baseline and hands the code on', async () => {
    const { file } = await packageCommand({ single: true });
    await writeFile(join(folder, 'shell.yaml'), description(bearer));
    const check = () =>
      promisify(execFile)('bash', [join(root, 'docs/ci/check.sh'), 'shell.yaml'], {
        cwd: folder,
        env: { PATH: process.env['PATH'], LATCHKEY: `${process.execPath} ${file}` } as never,
      }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
      );
    expect(await check()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('this report is the new baseline'),
    });
    await writeFile(join(folder, 'shell.yaml'), description(browser));
    expect(await check()).toMatchObject({ code: 1, stdout: expect.stringContaining('A gate failed.') });
    await rm(join(folder, 'shell.yaml'));
    expect(await check()).toMatchObject({ code: 2, stdout: expect.stringContaining('nothing is known') });
  }, 60_000);
  it('the one for GitLab has commands that the program knows', async () => {
    const { openapi, scan } = parse(await readFile('docs/ci/gitlab-ci.yml', 'utf8')) as Record<
      string,
      { script: string[] }
    >;
    const readme = await readFile('docs/cli.md', 'utf8');
    for (const line of [...(openapi?.script ?? []), ...(scan?.script ?? [])])
      for (const [flag] of line.matchAll(/--[\w-]+/g)) expect(readme).toContain(flag);
  });
});
