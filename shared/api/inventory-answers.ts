import type {
  CollectedDatasetId,
  CollectedDatasets,
  ReadGap,
  ReadOutcome,
} from '../model/dataset.ts';
import type { Instant } from '../model/period.ts';

/** One item of a dataset with the place and time that it was read in: its evidence. */
export interface InventoryRow<D extends CollectedDatasetId = CollectedDatasetId> {
  readonly accountId: string;
  /** A Region code, or `global` for account-wide datasets. */
  readonly region: string;
  readonly readAt: Instant;
  readonly item: CollectedDatasets[D];
}

/** How reading a dataset ended in one place. */
export interface InventoryPlace {
  readonly accountId: string;
  readonly region: string;
  readonly readAt: Instant;
  readonly outcome: ReadOutcome;
  /** What is missing although it was collected. */
  readonly gaps: readonly ReadGap[];
  /** The AWS operations behind it, as IAM actions. */
  readonly actions: readonly string[];
  readonly items: number;
}

/** A page of a dataset's items, and how reading it ended in every place that is connected now. */
export interface InventoryAnswer<D extends CollectedDatasetId = CollectedDatasetId> {
  readonly rows: readonly InventoryRow<D>[];
  /** Items that match, on all pages. */
  readonly total: number;
  /** Of the places that the filter chooses; empty before the first scan. */
  readonly outcomes: readonly InventoryPlace[];
}
