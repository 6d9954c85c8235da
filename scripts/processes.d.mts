import type { ChildProcess, StdioOptions } from 'node:child_process';

export interface Child {
  name: string;
  child: ChildProcess;
  grace: number;
}
export const root: string;
export function freePort(port: number, host?: string, tries?: number): Promise<number>;
export function anyPort(): Promise<number>;
export function whenStarterEnds(gone: () => void): void;
export function startChild(options: {
  name: string;
  args: string[];
  env?: Record<string, string>;
  grace?: number;
  stdio?: StdioOptions;
}): Child;
export function stopChild(child: Pick<Child, 'child' | 'grace'>): Promise<void>;
export function startPostgres(dataFolder: string, port?: number): Promise<Child & { url: string }>;
