import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import type { Instant } from '../../../shared/model/period.ts';
import type { IamAction } from '../aws/classify-error.ts';
import type { Clients } from '../aws/clients.ts';
import type { MeteredCalls } from '../aws/metered-calls.ts';
import type { SourceReading, Store } from '../store/store.ts';

/** A source of events, invocations or metrics, as coverage and the required policy name it. */
export interface SourceInfo {
  readonly id: string;
  readonly title: string;
  /** The IAM actions it calls or needs, all of them. */
  readonly iamActions: readonly IamAction[];
}

/** What every source works with during one scan. */
export interface SourceTools {
  readonly store: Store;
  readonly meter: MeteredCalls;
  /** Where files are kept, compressed, so that raw records can be read again. */
  readonly spoolFolder: string;
  /** Whether files with prompts and answers stay in the spool; they are dropped when absent. */
  readonly keepBodies?: boolean;
  readonly signal: AbortSignal;
  readonly clock: () => Instant;
}

/** One account and Region that a source reads. */
export interface SourceTarget {
  readonly clients: Clients;
  readonly accountId: string;
  readonly region: string;
}

/** Tells how far one reading got; `total` is an estimate, null while unknown. */
export type OnSourceProgress = (done: number, total: number | null) => void;

/**
 * Days of history that a first scan reads: what LookupEvents can still answer (90 days) and a little
 * more, so that events, logs and metrics cover the same three months. CloudWatch keeps hourly sums
 * for 455 days; older ones cost no more money, but nothing else could be set beside them.
 */
export const HISTORY_DAYS = 95;

/** Puts a reading together. */
export function sourceReading(
  info: SourceInfo,
  reading: Pick<SourceReading, 'accountId' | 'region' | 'readAt' | 'calls' | 'items' | 'gaps'> & {
    readonly outcome: ReadOutcome;
  },
): SourceReading {
  return { source: info.id, actions: info.iamActions, ...reading };
}
