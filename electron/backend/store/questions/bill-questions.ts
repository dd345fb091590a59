import type { Day } from '../../../../shared/model/period.ts';
import type { Usd } from '../../../../shared/model/usd.ts';

/** One day's billed cost of an account, service and usage type; amounts are exact decimal text. */
export interface BilledGroup {
  readonly day: Day;
  readonly accountId: string;
  readonly region: string | null;
  readonly service: string | null;
  readonly usageType: string | null;
  /** `Usage`, `Tax`, `Credit`, `Refund`, ... as AWS calls it. */
  readonly lineItemType: string;
  /** `cur`: an export's files; `ce`: Cost Explorer. */
  readonly source: 'cur' | 'ce';
  /** In the unit of AWS's price: thousands or millions of tokens, hours, units. */
  readonly quantity: string | null;
  /** `1K tokens`, `Units`, `ModelUnit-Hours`, ...; null where the source does not tell it. */
  readonly unit: string | null;
  /** How many rows of the source are summed. */
  readonly lines: number;
  readonly unblendedCost: Usd;
  readonly amortizedCost: Usd | null;
  /** What the usage costs at public prices; only exports tell it. */
  readonly listCost: Usd | null;
  readonly currency: string;
  /** Whether AWS has finished the bill; estimated amounts still change. */
  readonly final: boolean;
}

/** What a period's bill has for one resource by usage type, where the source names resources. */
export interface BilledResource
  extends Pick<
    BilledGroup,
    'accountId' | 'region' | 'service' | 'usageType' | 'lineItemType' | 'unblendedCost' | 'currency'
  > {
  /** An ARN, or what else AWS names the resource by. */
  readonly resourceId: string;
  /** The first day with a line of it. */
  readonly day: Day;
}
