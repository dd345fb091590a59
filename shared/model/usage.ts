import type { BillableUnit } from './billable-units.ts';
import type { Day } from './period.ts';

export type { BillableUnit } from './billable-units.ts';

/**
 * Which AWS service tier served a call; `standard` is the default tier. Latency-optimized inference
 * is asked for apart from the tier and has prices of its own, so it stands beside the tiers here.
 */
export const SERVICE_TIERS = [
  'standard',
  'flex',
  'priority',
  'batch',
  'reserved',
  'latency-optimized',
] as const;

export type ServiceTier = (typeof SERVICE_TIERS)[number];

/** Whether a call was over the length from which a model costs more. */
export type ContextLength = 'short' | 'long';

/** Where a quantity was counted: model invocation logs or CloudWatch metrics. */
export type UsageBasis = 'invocation-logs' | 'metrics';

/** One grouped quantity of use: the input of pricing. */
export interface UsageRow {
  readonly day: Day;
  readonly accountId: string;
  readonly region: string;
  /** The model or profile id as called, without ARN prefix. */
  readonly modelId: string;
  /** Role or user ARN; null where the basis does not know it. */
  readonly principalArn: string | null;
  readonly tier: ServiceTier;
  /** Absent where the basis does not tell: then it is priced as short. */
  readonly context?: ContextLength;
  readonly unit: BillableUnit;
  readonly quantity: number;
  readonly basis: UsageBasis;
}

/** Where money comes from; product-wide words. */
export type Provenance = 'billed' | 'metered' | 'allocated' | 'unpriced';
