import type { Day } from './period.ts';

/** What is billed. Tokens are counted singly; prices state their own `per`. */
export type BillableUnit =
  | 'input-tokens'
  | 'output-tokens'
  | 'cache-read-tokens'
  /** Cache writes whose time to live was not reported; priced as the 5-minute default. */
  | 'cache-write-tokens'
  | 'cache-write-5m-tokens'
  | 'cache-write-1h-tokens'
  | 'images';

/** Which AWS service tier served a call; `standard` is the default tier. */
export type ServiceTier = 'standard' | 'flex' | 'priority' | 'batch' | 'reserved';

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
  readonly unit: BillableUnit;
  readonly quantity: number;
  readonly basis: UsageBasis;
}

/** Where money comes from; product-wide words. */
export type Provenance = 'billed' | 'metered' | 'allocated' | 'unpriced';
