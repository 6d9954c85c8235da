/** Budget of the handshake, beside that of looking. Long enough to see a token of 90 seconds end. */
export const verifyBudget = { requests: 60, totalMs: 150_000 } as const;
