/** Milliseconds of processor time that this process has used: unlike a clock's, they do not grow while other processes have their turn. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
