import type { Day } from '../period.ts';

/** Calls of one principal to one model in the observation window; a question over the store. */
export interface ObservedUsage {
  readonly modelId: string;
  /** The role or user ARN; null where only CloudWatch metrics saw the calls. */
  readonly principalArn: string | null;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Questions over the store that rules may join with configuration. */
export interface ObservedDatasets {
  'observed-usage': ObservedUsage;
}
