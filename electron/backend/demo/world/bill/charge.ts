import type { WorldBillLine } from './bill-world.ts';

/** What is billed beside the tokens of calls, before it is a line. */
export type Charge = Pick<WorldBillLine, 'day' | 'accountId' | 'region' | 'usageType' | 'unit'> & {
  readonly quantity: number;
  /** USD for one of `unit`. */
  readonly usd: string;
  readonly service?: string;
  readonly productCode?: string;
  readonly resourceId?: string;
  /** The session or user ARN of who used it. */
  readonly principal?: string;
  readonly tags?: WorldBillLine['tags'];
};
