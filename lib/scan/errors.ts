/**
 * What a visitor can do wrong. Codes are public (form, API and CLI answer with the same code and sentence);
 * add a code here, never reuse one for another meaning.
 */
export type ScanErrorCode =
  | 'empty-target'
  | 'not-an-address'
  | 'too-long'
  | 'bad-scheme'
  | 'userinfo'
  | 'secret-in-address'
  | 'bad-port'
  | 'bad-host'
  | 'private-address'
  | 'reserved-name'
  | 'single-label'
  | 'opted-out'
  | 'blocked-target'
  | 'bad-description'
  | 'bad-report'
  | 'bad-credentials'
  | 'credentials-gone'
  | 'proof-gone';

/** A refusal whose sentence tells the visitor what to do instead. No request has been sent when it is thrown. */
export class ScanError extends Error {
  readonly code: ScanErrorCode;
  constructor(code: ScanErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ScanError';
    this.code = code;
  }
}
