/** What kind of thing went wrong; decides the exit code and the page's next step. */
export type ErrorCode =
  | 'invalid-input'
  | 'not-found'
  | 'not-approved'
  | 'conflict'
  | 'workspace-locked'
  | 'workspace-newer'
  | 'workspace-damaged'
  | 'aws-denied'
  | 'aws-unavailable'
  | 'aws-failed'
  | 'io-failed'
  | 'cancelled'
  | 'cap-reached'
  | 'internal';

/** An error whose message says what happened, where, and what to do; safe to show as it is. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
