import { AppError, type ErrorCode } from '../model/app-error.ts';

/** What went wrong, ready to be shown: the message says what, where and what to do. */
export interface ApiError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** The one envelope that every carrier transports. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };

/** Turns anything thrown into an error of the contract; unexpected ones keep their message. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof AppError) return { code: thrown.code, message: thrown.message };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', message: `Unexpected: ${message}` };
}

/** The value of a result, or its error thrown as `AppError`. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new AppError(result.error.code, result.error.message);
}
