/** The seed of every property test here: fixed, so that a failure repeats; SEED=… tries another one. fast-check prints it on failure. */
export const seed = Number(process.env['SEED'] ?? 20261123);

/** Processor time that some work takes, in milliseconds: what a hostile document may cost, whatever else the machine is doing. */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
