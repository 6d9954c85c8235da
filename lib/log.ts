/** The log: JSON lines on stdout, without secrets. Log ids, hosts and codes; never bodies, headers or addresses with credentials. */
import { pino, type DestinationStream, type Logger } from 'pino';
import { redactHeader } from './scan/redact/index.ts';
import { settings } from './settings.ts';

let root: Logger | undefined;

/** Strips user and password from any address inside the text, such as the one that a driver's error repeats. */
export function withoutCredentials(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@]+@/gi, '$1[redacted]@');
}

/** A line of the log with every secret hidden, by the names of its members and by what stands in its texts. */
export function withoutSecrets(line: string): string {
  const shown = JSON.stringify(JSON.parse(line), (name, value: unknown) =>
    typeof value === 'string' ? redactHeader(name.toLowerCase(), value) : value,
  );
  return `${shown}\n`;
}

/** Longest message that is logged: a validation error can list hundreds of members. */
const MAX_MESSAGE = 1000;

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    message: withoutCredentials(error.message).slice(0, MAX_MESSAGE),
    stack: frames?.join('\n'),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** Bytes that wait for a log that cannot be written; later lines are dropped. */
const MAX_WAITING = 1024 * 1024;

/**
 * Standard output, written at once. Pino's own choice ends the process at the first error other than a closed pipe; a full disk must cost
 * lines of the log and nothing else. What waits is written when there is room again.
 */
function destination(): DestinationStream {
  const stream = pino.destination({ dest: 1, sync: true, maxLength: MAX_WAITING });
  // There is nowhere left to say it.
  stream.on('error', () => undefined);
  return stream;
}

/** A logger for one part of the program, at LOG_LEVEL. Give errors as `err`. */
export function log(part: string): Logger {
  root ??= pino(
    {
      level: settings().logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      hooks: { streamWrite: withoutSecrets },
    },
    destination(),
  );
  return root.child({ part });
}
