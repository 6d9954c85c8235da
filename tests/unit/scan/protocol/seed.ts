/** The seed of every property test here: fixed, so that a failure repeats; SEED=… tries another one. fast-check prints it on failure. */
export const seed = Number(process.env['SEED'] ?? 20261123);
