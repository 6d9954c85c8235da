/** What a scan finds while it runs, drawn on a terminal; nothing in a pipe. */
import type { ScanEvent } from '../scan/index.ts';
import { printable } from './printable.ts';

export interface Progress {
  tell: (event: ScanEvent) => void;
  stop: () => void;
}

const silent: Progress = { tell: () => {}, stop: () => {} };

/** `plain`: a line for each thing and nothing that moves, for screen readers. */
export async function showProgress(
  host: string,
  { quiet = false, plain = false }: { quiet?: boolean; plain?: boolean },
): Promise<Progress> {
  if (quiet || !process.stderr.isTTY) return silent;
  if (plain)
    return {
      tell: (event) => {
        if (event.type !== 'request') process.stderr.write(`${printable(event.text)}\n`);
      },
      stop: () => {},
    };
  const { default: ora } = await import('ora');
  // Ctrl-C stays ours: without this the spinner would take the terminal's input.
  const spinner = ora({ stream: process.stderr, text: `Scanning ${printable(host)}`, discardStdin: false }).start();
  return {
    tell(event) {
      const count = `${event.requests} request${event.requests === 1 ? '' : 's'}, ${(event.ms / 1000).toFixed(1)} s`;
      const text = printable(event.text);
      if (event.type === 'found') spinner.info(text).start(count);
      else if (event.type === 'wall') spinner.warn(text).start(count);
      else spinner.text = `${text} · ${count}`;
    },
    stop: () => void spinner.stop(),
  };
}
