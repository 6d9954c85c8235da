/** One line per step, with the time it took; on a terminal the line counts the seconds while the step runs. */
const terminal = process.stderr.isTTY && !process.env.CI;
const colour = (code, text) =>
  process.stderr.isTTY && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text;
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Writes a line to stderr. */
export const say = (text) => process.stderr.write(`${text}\n`);

/**
 * Runs `work` under the name `doing`. A step whose work resolves to false had nothing to do and says so.
 * Rejects as `work` does, after marking the line.
 */
export async function step(doing, work) {
  const since = performance.now();
  const draw = () => process.stderr.write(`\r  ${colour(2, `${doing} … ${seconds(since)}`)}\u001b[K`);
  const timer = terminal ? setInterval(draw, 100) : undefined;
  const clear = terminal ? '\r\u001b[K' : '';
  try {
    const result = await work();
    clearInterval(timer);
    say(`${clear}${colour(32, '✓')} ${doing}  ${colour(2, result === false ? 'up to date' : seconds(since))}`);
    return result;
  } catch (error) {
    clearInterval(timer);
    say(`${clear}${colour(31, '✗')} ${doing}  ${colour(2, seconds(since))}`);
    throw error;
  }
}
