/** Chance that can be repeated: FAULT_SEED, or one of today, which is printed when a test fails. */
export const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);

/** Numbers from 0 to below 1 (mulberry32), the same for the same seed. */
export function randomNumbers(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
