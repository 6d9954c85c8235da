/** Telling "the database or the queue cannot be reached" from every other fault, so that each edge can answer 503 with a hint. */

/** A part that this installation needs does not answer; the request may be repeated after `retryAfterSeconds`. */
export class ServiceUnavailable extends Error {
  readonly retryAfterSeconds: number;
  constructor(message: string, options: { retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'ServiceUnavailable';
    this.retryAfterSeconds = options.retryAfterSeconds ?? 10;
  }
}

/** Prisma: not reachable, timed out, no such database, refused, too many connections, closed; pool and transaction time-outs. */
const prismaCodes = new Set(['P1001', 'P1002', 'P1003', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028', 'P2037']);
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** PostgreSQL classes 08 (connection), 53 (resources), 57P (operator intervention), and 3D000, a database that is gone. */
const sqlState = /^(08...|53...|57P..|3D000)$/;
/** What `pg` throws without any code. */
const poolMessage =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;

/** The driver's own word for it, which Prisma keeps for raw queries (their code is P2010 whatever happened). */
const driverKinds = new Set([
  'DatabaseNotReachable',
  'DatabaseDoesNotExist',
  'ConnectionClosed',
  'TlsConnectionError',
  'AuthenticationFailed',
  'TooManyConnections',
  'SocketTimeout',
]);

function codesOf(error: object): string[] {
  const { code, meta } = error as {
    code?: unknown;
    meta?: { driverAdapterError?: { cause?: { kind?: unknown; originalCode?: unknown } } };
  };
  const cause = meta?.driverAdapterError?.cause;
  return [code, cause?.originalCode, cause?.kind].filter((value) => typeof value === 'string');
}

/** Whether the error says that the database could not be reached, rather than that we asked it something wrong. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (
    codesOf(error).some(
      (code) => prismaCodes.has(code) || socketCodes.has(code) || driverKinds.has(code) || sqlState.test(code),
    )
  )
    return true;
  return poolMessage.test(error.message) || isUnreachable(error.cause);
}

/** Runs database work. @throws {ServiceUnavailable} in place of errors that say the database is down; others pass. */
export async function reaching<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUnreachable(error))
      throw new ServiceUnavailable('The database cannot be reached right now.', { cause: error });
    throw error;
  }
}
