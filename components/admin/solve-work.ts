/** The browser's side of lib/auth/work.ts. */

/** Tries between two breaths, so that the page stays alive. */
const atOnce = 500;

/** The least number with which the SHA-256 of challenge, space and number begins with as many zero bits as the challenge says. */
export async function solveWork(challenge: string): Promise<string> {
  const bits = Number(challenge.split('.')[1]);
  const encoder = new TextEncoder();
  const solves = async (answer: number) => {
    const digest = new DataView(await crypto.subtle.digest('SHA-256', encoder.encode(`${challenge} ${answer}`)));
    return Math.clz32(digest.getUint32(0)) >= bits;
  };
  for (let from = 0; ; from += atOnce) {
    const found = await Promise.all(Array.from({ length: atOnce }, (_, index) => solves(from + index)));
    const index = found.indexOf(true);
    if (index !== -1) return String(from + index);
  }
}
