import type { AgentCoreDatasets } from './datasets/agentcore.ts';
import type { AgentDatasets } from './datasets/agents.ts';
import type { BedrockDatasets } from './datasets/bedrock.ts';
import type { GuardrailDatasets } from './datasets/guardrails.ts';
import type { IdentityDatasets } from './datasets/identity.ts';
import type { MoneyDatasets } from './datasets/money.ts';
import type { ObservedDatasets } from './datasets/observed.ts';
import type { OrganizationDatasets } from './datasets/organization.ts';
import type { SurroundingsDatasets } from './datasets/surroundings.ts';
import type { Instant } from './period.ts';
import type { ReadOutcome, Unread } from './read-outcome.ts';

export type * from './datasets/agentcore.ts';
export type * from './datasets/agents.ts';
export type * from './datasets/bedrock.ts';
export type * from './datasets/guardrails.ts';
export type * from './datasets/identity.ts';
export type * from './datasets/money.ts';
export type * from './datasets/observed.ts';
export type * from './datasets/organization.ts';
export type * from './datasets/surroundings.ts';
export type * from './read-outcome.ts';

/** The datasets that collectors fill from AWS, by id, with the type of their items. */
export interface CollectedDatasets
  extends AgentCoreDatasets,
    AgentDatasets,
    BedrockDatasets,
    GuardrailDatasets,
    IdentityDatasets,
    MoneyDatasets,
    OrganizationDatasets,
    SurroundingsDatasets {}

/** Every dataset a rule may need, by id, with the type of its items. */
export interface DatasetItems extends CollectedDatasets, ObservedDatasets {}

/** The id of a dataset. */
export type DatasetId = keyof DatasetItems;

/** The datasets that collectors fill from AWS; the others are questions over the store. */
export type CollectedDatasetId = keyof CollectedDatasets;

/** The Region of datasets that belong to an account as a whole. */
export const ACCOUNT_SCOPE = 'global';

/** What a collected dataset lacks: parts of its items, or items that only another dataset names. */
export interface ReadGap {
  /** The IAM action that was refused or failed, or the dataset that was to name what to read. */
  readonly of: string;
  readonly outcome: Unread;
  /** How many items it concerns. */
  readonly items: number;
  /** The ARNs that AWS denied, as far as it named them; absent where it named none. */
  readonly resources?: readonly string[];
}

/** What one collector read in one account and Region. */
export interface DatasetReading<D extends DatasetId = DatasetId> {
  readonly dataset: D;
  readonly accountId: string;
  /** A Region code, or `global` for account-wide datasets. */
  readonly region: string;
  readonly outcome: ReadOutcome;
  /** The AWS operations behind it, as IAM actions: `bedrock:ListGuardrails`. */
  readonly actions: readonly string[];
  readonly readAt: Instant;
  readonly calls: number;
  /** What is missing although it was collected; absent in readings of earlier versions. */
  readonly gaps?: readonly ReadGap[];
  /** Empty unless collected. */
  readonly items: readonly DatasetItems[D][];
}

/** All readings of one scan (or the newest reading of each dataset, account and Region). */
export interface Snapshot {
  readonly scanId: string;
  readonly takenAt: Instant;
  readonly readings: readonly DatasetReading[];
}
