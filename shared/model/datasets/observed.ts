import type { Day } from '../period.ts';

/** Calls of one principal to one model in the observation window; a question over the store. */
export interface ObservedUsage {
  /** The last segment of an ARN. */
  readonly modelId: string;
  /** The ARN that was called, which tells the kind of an opaque id; null where none was. */
  readonly modelArn: string | null;
  /** The role or user ARN; null where only CloudWatch metrics saw the calls. */
  readonly principalArn: string | null;
  /** 0 where the calls stand under their principals and metrics add their tokens alone. */
  readonly calls: number;
  /** Null where nothing counted them. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Questions over the store that rules may join with configuration. */
export interface ObservedDatasets {
  'observed-usage': ObservedUsage;
}
