import type { BackendEvent } from '../../shared/api/answers.ts';
import type { Api } from '../../shared/api/contract.ts';
import type { Instant } from '../../shared/model/period.ts';
import type { Log } from './log.ts';

/** A running backend: what every host carries to its callers. */
export interface Backend {
  readonly api: Api;
  /** Listens until the returned function is called. */
  onEvent(listener: (event: BackendEvent) => void): () => void;
  /** Ends jobs, the simulated account and the store; nothing may be called afterwards. */
  close(): Promise<void>;
}

/** What a host decides for its backend. */
export interface BackendOptions {
  /** A folder, or `demo` for the simulated account's workspace inside `home`. */
  readonly workspace: string;
  /** Where Assay keeps the demo workspace and its list of workspaces. */
  readonly home: string;
  readonly version: string;
  readonly log: Log;
  readonly now?: () => Instant;
  /** Opens an existing workspace for reading; nothing in it changes. */
  readonly readOnly?: boolean;
}

/** Composes a backend; hosts get it passed in, so that each can be run on any. */
export type OpenBackend = (options: BackendOptions) => Promise<Backend>;
