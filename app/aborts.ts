/** Visitors who leave before their request is whole. That is no fault of ours, so it is no line among the errors. */
import { log } from '@/lib/log.ts';

/** Whether the error says that the visitor has left. */
export function isAbort(error: unknown): boolean {
  const { name, code, message } = (error ?? {}) as { name?: unknown; code?: unknown; message?: unknown };
  return name === 'AbortError' || name === 'ResponseAborted' || (code === 'ECONNRESET' && message === 'aborted');
}

/** Notes it where somebody looks for it. */
export const noteAbort = (): void => log('web').debug('the visitor left before the request was whole');

/** Next writes an error for each of them to the console, and asks nobody first. */
export function quietAborts(): void {
  const tell = console.error.bind(console);
  console.error = (...said: unknown[]) => (said.some(isAbort) ? noteAbort() : tell(...said));
}
