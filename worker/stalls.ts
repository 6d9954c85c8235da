/**
 * When this process's event loop stood still. Node's histogram of the delay cannot tell: it forgets the first interval after it is enabled,
 * and a scan may be disturbed in its first moments.
 */

/**
 * An event loop that stood still for so long may have let answers lie until their time was over. Shorter than the shortest time limit of the
 * client, that of a connection. In milliseconds.
 */
const STALL_MS = 2000;
const LOOK_MS = 100;
const KEPT = 50;

const stalls: { end: number; ms: number }[] = [];
let last = performance.now();

function look(): void {
  const now = performance.now();
  const ms = now - last - LOOK_MS;
  last = now;
  if (ms < STALL_MS) return;
  stalls.push({ end: now, ms });
  if (stalls.length > KEPT) stalls.shift();
}

setInterval(look, LOOK_MS).unref();

/** The longest stall, in milliseconds, that ended after `since` (of `performance.now()`), or 0 when there was none worth naming. */
export function longestStall(since: number): number {
  // A timer that was due during the stall may run before ours does.
  look();
  return Math.max(0, ...stalls.filter(({ end }) => end >= since).map(({ ms }) => ms));
}
