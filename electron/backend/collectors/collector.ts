import type {
  CollectedDatasetId,
  DatasetItems,
  DatasetReading,
  Part,
} from '../../../shared/model/dataset.ts';
import type { Caller } from '../aws/caller.ts';
import type { IamAction } from '../aws/classify-error.ts';
import type { Clients } from '../aws/clients.ts';
import type { MeteredCalls } from '../aws/metered-calls.ts';
import type { SharedReads } from './shared-reads.ts';

/** Where a collector reads: one account (through its clients) and one Region. */
export interface CollectContext {
  readonly clients: Clients;
  readonly accountId: string;
  /** The Region to call; for account-wide datasets any Region of the connection. */
  readonly region: string;
  /** The Regions of the connection, for account-wide datasets that look into each. */
  readonly regions: readonly string[];
  readonly call: Caller['call'];
  /**
   * The collected readings of a dataset that the collector `follows`, in the same account: those of
   * the same Region and account-wide ones, or of all Regions for an account-wide collector. Where
   * one was not collected, the reading gets a gap that says so.
   */
  items<D extends CollectedDatasetId>(dataset: D): Promise<readonly DatasetReading<D>[]>;
  /**
   * A part of an item that may fail by itself; its failure is noted as a gap of the reading.
   * @throws AppError `cancelled` only.
   */
  part<T>(action: IamAction, read: () => Promise<T>): Promise<Part<T>>;
  /**
   * Waits before AWS is asked again whether something is ready, in milliseconds.
   * @throws AppError `cancelled`, at once when the scan is cancelled.
   */
  pause(ms: number): Promise<void>;
  /** What several accounts of a scan would read alike, read once. */
  readonly shared: SharedReads;
  /** Books a call that AWS charges for, before it is made; throws where the monthly cap is reached. */
  readonly book: MeteredCalls['book'];
}

/** Fills one dataset from AWS. */
export interface Collector<D extends CollectedDatasetId> {
  readonly dataset: D;
  /** What it reads, for progress and the required policy. */
  readonly title: string;
  /** Whether it is read once per account or in every Region. */
  readonly scope: 'account' | 'region';
  /** The IAM actions it calls, all of them. */
  readonly iamActions: readonly IamAction[];
  /**
   * Hours for which a reading is taken again instead of a new one: for what AWS charges for, or what
   * takes many calls and changes seldom. Always read anew when absent.
   */
  readonly goodForHours?: number;
  /** The datasets that name what it reads; they are read before it. */
  readonly follows?: readonly CollectedDatasetId[];
  /** @throws CallFailure with the outcome; AppError when the answer has holes. */
  collect(context: CollectContext): Promise<readonly DatasetItems[D][]>;
}

/** The collectors of a group of datasets; a missing one does not compile. */
export type CollectorsOf<Datasets> = {
  readonly [D in keyof Datasets & CollectedDatasetId]: Collector<D>;
};
