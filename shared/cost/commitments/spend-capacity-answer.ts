import type { Instant, Period } from '../../model/period.ts';
import type { Usd } from '../../model/usd.ts';
import type { CapacityBill } from './billed-capacity.ts';
import type { CapacityJudgement } from './commitment-answer.ts';

/** Bought capacity with what it served in a period. */
export interface CapacityRow extends CapacityJudgement {
  readonly kind: 'provisioned' | 'reserved';
  readonly arn: string | null;
  readonly accountId: string;
  readonly region: string;
  readonly modelId: string;
  readonly model: string;
  readonly status: string;
  /** Model units, or thousands of reserved tokens a minute. */
  readonly units: number;
  readonly term: string | null;
  readonly expiresAt: Instant | null;
  /** Whole hours of the period in which it was in service. */
  readonly hours: number;
  readonly hoursWithCalls: number;
  readonly calls: number;
  readonly tokensServed: number;
  /** What its calls cost on demand, of the billed days where its cost is billed; null without a price. */
  readonly onDemandUsd: Usd | null;
  readonly onDemandReason: string | null;
  /** What the bill has of it in the period, and whether other purchases share that; null for nothing. */
  readonly billed: CapacityBill | null;
}

/** Capacity of the workspace: is it used, does it pay off, how long does it bind. */
export interface SpendCapacity {
  readonly period: Period;
  readonly rows: readonly CapacityRow[];
  /** Why it is not known what is bought, as the rest of a sentence; null where it was read. */
  readonly notRead: string | null;
  /** Why more may be bought than is listed, as the rest of a sentence; null where all places were read. */
  readonly partlyRead: string | null;
  /** Why its use in the period is not known, as the rest of a sentence; null where it was counted. */
  readonly notCounted: string | null;
  readonly provenance: 'metered';
  readonly notes: readonly string[];
}
