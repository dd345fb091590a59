import type { CollectedDatasetId, DatasetItems } from '../../../shared/model/dataset.ts';
import type { Caller } from '../aws/caller.ts';
import type { IamAction } from '../aws/classify-error.ts';
import type { Clients } from '../aws/clients.ts';

/** Where a collector reads: one account (through its clients) and one Region. */
export interface CollectContext {
  readonly clients: Clients;
  /** The Region to call; for account-wide datasets any Region of the connection. */
  readonly region: string;
  readonly call: Caller['call'];
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
  /** @throws CallFailure with the outcome; AppError when the answer has holes. */
  collect(context: CollectContext): Promise<readonly DatasetItems[D][]>;
}
