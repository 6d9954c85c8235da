/** Exit codes, the same in every command, and the error that ends one. */

export const exitCodes = {
  passed: { code: 0, meaning: 'It ran, and every gate you set passed.' },
  gateFailed: {
    code: 1,
    meaning:
      'A gate failed: --fail-under, --fail-on, --baseline, the newer report of `compare`, or a handshake of `verify` that did not get in.',
  },
  notRun: {
    code: 2,
    meaning:
      'It could not finish: wrong usage or input, a target that was refused, blocked or unreachable, an interruption, or output that could not be written. An unfinished scan never passes a gate.',
  },
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]['code'];

/** Ends the command with exit code 2 and one sentence that says what to do. */
export class Refusal extends Error {
  constructor(sentence: string, options?: { cause?: unknown }) {
    super(sentence, options);
    this.name = 'Refusal';
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than is allowed',
  ENAMETOOLONG: 'the name is too long',
};

/** An error of the operating system, which names the call that failed. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;

/** Why the operating system refused, as half a sentence; what is not in the table keeps its own words. */
export const reasonOf = (error: NodeJS.ErrnoException): string => reasons[error.code ?? ''] ?? error.message;
