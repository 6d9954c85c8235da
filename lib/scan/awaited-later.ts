/**
 * A promise that runs beside other work and is awaited further down. Its failure is that of whoever awaits it; until then it must not count
 * as unhandled, which would end the process and every other scan in it.
 */
export function awaitedLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
