import type { Day } from '../../model/period.ts';
import type { ServiceTier, UsageBasis, UsageRow } from '../../model/usage.ts';
import type { Origin } from '../grouping.ts';

/** Usage with what else its basis knows. */
export interface SpendUsage extends UsageRow {
  readonly origin?: Origin;
}

/** Calls of one group, counted apart from tokens (one call has several units). */
export interface CallRow {
  readonly day: Day;
  readonly accountId: string;
  readonly region: string;
  /** As called, without ARN prefix. */
  readonly modelId: string;
  readonly principalArn: string | null;
  readonly tier: ServiceTier | null;
  readonly calls: number;
  readonly basis: UsageBasis;
  readonly origin?: Origin;
}
