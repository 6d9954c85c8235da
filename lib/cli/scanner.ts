/** What scans: this machine, or a hosted instance. The commands do not care which. */
import type { Report, ScanEvent, ScanOptions, Target } from '../scan/index.ts';

export interface ScanRun {
  signal: AbortSignal;
  /** Hears what is found while the scan runs. */
  tell: (event: ScanEvent) => void;
  /** The handshake with the owner's own client. */
  handshake?: Pick<ScanOptions, 'verify' | 'confirmHosts'>;
}

export interface Scanner {
  /** @throws ScanError when the address cannot be scanned */
  target: (input: string) => Target;
  /** What the target does is an outcome of the report. @throws Refusal when the scan could not be made or was stopped */
  scan: (target: Target, run: ScanRun) => Promise<Report>;
}

/** Flags that decide how it is scanned. */
export interface ScanFlags {
  allowPrivate?: boolean;
  maxRequests?: number;
  timeout?: number;
  browser?: boolean | string;
  header?: readonly string[];
  resolve?: readonly string[];
  ca?: string;
  proxy?: string;
  userAgent?: string;
  server?: string;
  unlisted?: boolean;
}

export const interrupted = 'Interrupted.';

/** Where this machine's own Chromium is looked for besides the usual places; the package looks only there. */
export interface Surroundings {
  /** Also take the Chromium that the repository installs. */
  packagedBrowser: boolean;
  /** Starts the product; null where only the command is installed. */
  startProduct: (() => Promise<number>) | null;
}

/** The scanner that the flags ask for. @throws Refusal when they make no sense together */
export async function createScanner(flags: ScanFlags, surroundings: Surroundings): Promise<Scanner> {
  if (flags.server !== undefined) {
    const { hostedScanner } = await import('./hosted.ts');
    return hostedScanner(flags.server, flags);
  }
  const { localScanner } = await import('./local.ts');
  return localScanner(flags, surroundings);
}
