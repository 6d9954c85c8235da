/** Real worker processes, as production runs them, and waiting for what they do. */
import { fork, type ChildProcess } from 'node:child_process';
import { bundle } from '../../scripts/prepare.mjs';
import { root } from '../../scripts/processes.mjs';

/** A worker process. */
export interface WorkerProcess {
  child: ChildProcess;
  output(): string;
  /** Sends the signal and resolves when the process is gone, to its exit code or the signal that ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string | null>;
}

let bundled: Promise<string> | undefined;

/** Starts a worker with the settings of this test file and those in `env`, and options of Node; resolves when it takes scans. */
export async function startWorker(env: Record<string, string> = {}, execArgv: string[] = []): Promise<WorkerProcess> {
  bundled ??= bundle('worker/index.ts', `.cache/test-worker-${process.pid}.mjs`);
  const child = fork(await bundled, {
    cwd: root,
    execArgv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, LOG_LEVEL: 'info', SCAN_BROWSER: 'off', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exited = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The worker ended with ${String(code)} while starting:\n${said}`)));
  });
  return {
    child,
    output: () => said,
    end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

/** Asks every 50 ms until `ask` gives something that is not null, false or undefined. @throws after `ms`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  ms = 60_000,
): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Still waiting after ${ms} ms: ${what}`);
}
