/** Cost of our own code: CPU time and memory. Wall-clock time would measure the machine's other work. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of heap in use after a garbage collection. */
export function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** Milliseconds of CPU that `work` takes in this process, by all its threads. */
export function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
