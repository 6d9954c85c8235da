/** The web server in WEB_PROCESSES processes that share one port. They end with this one, and all of them when one ends. */
import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';

cluster.setupPrimary({
  exec: fileURLToPath(new URL('../node_modules/next/dist/bin/next', import.meta.url)),
  args: process.argv.slice(2),
});
for (let left = Number(process.env.WEB_PROCESSES); left > 0; left--) cluster.fork();

let code = 0;
function end(signal) {
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
}
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => end(signal));
cluster.on('exit', (_worker, exitCode) => {
  code ||= exitCode ?? 1;
  if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(code);
  end('SIGTERM');
});
