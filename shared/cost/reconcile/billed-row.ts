import type { Day } from '../../model/period.ts';
import type { Usd } from '../../model/usd.ts';

/** What AWS billed on one UTC day for one usage type of a service, in one account. */
export interface BilledRow {
  readonly day: Day;
  readonly accountId: string;
  readonly region: string | null;
  /** As Cost Explorer names it: `Amazon Bedrock`, `Claude Haiku 4.5 (Amazon Bedrock Edition)`. */
  readonly service: string | null;
  readonly usageType: string | null;
  /** `Usage`, `Tax`, `Credit`, `Refund`, ... as AWS calls it. */
  readonly lineItemType: string;
  /** Decimal text, in `unit`; null where none was billed. */
  readonly quantity: string | null;
  /** `1K tokens`, `Units`, ...; null where the source does not tell it. */
  readonly unit: string | null;
  /** How many rows of the source are summed here. */
  readonly lines: number;
  readonly unblendedCost: Usd;
  /** At public prices; only exports tell it. */
  readonly listCost: Usd | null;
  readonly currency: string;
}
