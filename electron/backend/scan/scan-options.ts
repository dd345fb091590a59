import type { Connection, JobStep, Settings } from '../../../shared/api/answers.ts';
import type { Instant } from '../../../shared/model/period.ts';
import type { Clients } from '../aws/clients.ts';
import type { OnAttempt } from '../aws/count-attempts.ts';
import type { Store } from '../store/store.ts';
import type { Confirm } from './large-scan.ts';

/** What a scan works with. */
export interface ScanOptions {
  readonly scanId: string;
  readonly connections: readonly Connection[];
  readonly store: Store;
  readonly settings: Settings;
  /** Where downloaded log files are kept, compressed. */
  readonly spoolFolder: string;
  readonly clock: () => Instant;
  readonly signal: AbortSignal;
  readonly onProgress: (steps: readonly JobStep[]) => void;
  /** Asked before what is large is read; everything is read when absent. */
  readonly confirm?: Confirm;
  /** Makes the clients of a connection; the scan closes them when it ends. */
  readonly connect: (connection: Connection, onAttempt: OnAttempt) => Clients;
  /** Least milliseconds between two LookupEvents requests of a place; what AWS allows when absent. */
  readonly lookupIntervalMs?: number;
}
