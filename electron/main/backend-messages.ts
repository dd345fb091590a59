import type { BackendEvent } from '../../shared/api/answers.ts';
import type { ApiError, Result } from '../../shared/api/result.ts';

/** What the main process tells the backend process. */
export type ToBackend =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: string;
      readonly input: unknown;
    }
  | { readonly kind: 'close' };

/** What the backend process tells the main process. */
export type FromBackend =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly event: BackendEvent }
  | { readonly kind: 'closed' };

/** What the backend process is started with, as JSON in its first argument. */
export interface BackendStart {
  readonly workspace: string;
  readonly home: string;
}
