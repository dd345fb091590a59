import type { Day, Month } from '../../../../shared/model/period.ts';
import type { Usd } from '../../../../shared/model/usd.ts';
import type { PriceRecord } from '../../../../shared/prices/price-record.ts';

/** One group of a Cost Explorer answer: a day's cost of an account, service and usage type. */
export interface CostExplorerRow {
  readonly day: Day;
  readonly accountId: string;
  /** From the usage type's prefix; null where it has none. */
  readonly region: string | null;
  /** Null where the answer was not grouped by it. */
  readonly service: string | null;
  readonly usageType: string | null;
  /** `Usage`, or what AWS calls an adjustment: `Credit`, `Refund`, `Enterprise Discount Program`. */
  readonly lineItemType: string;
  /** Exact decimal text in AWS's own unit; null where the answer has none. */
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly unblended: Usd;
  readonly amortized: Usd | null;
  readonly currency: string;
  /** Whether AWS no longer calls the amount estimated. */
  readonly final: boolean;
}

/** One group of a Cost Explorer answer by tag. */
export interface CostExplorerTagRow {
  readonly day: Day;
  readonly tagKey: string;
  /** Empty where the resource has no such tag. */
  readonly tagValue: string;
  readonly service: string;
  readonly unblended: Usd;
  readonly amortized: Usd | null;
  readonly currency: string;
  readonly final: boolean;
}

/** All that Cost Explorer told an account of some days. */
export interface CostExplorerAnswer {
  /** The account that asked: the management account, or a standalone one for itself. */
  readonly payer: string;
  /** First day (included) and last day (excluded) that were asked for. */
  readonly from: Day;
  readonly to: Day;
  readonly rows: readonly CostExplorerRow[];
}

/** All that Cost Explorer told an account of some days by one tag. */
export interface CostExplorerTagAnswer extends Pick<CostExplorerAnswer, 'payer' | 'from' | 'to'> {
  readonly tagKey: string;
  readonly rows: readonly CostExplorerTagRow[];
}

/** One file of an export, on this computer. */
export interface BillFile {
  readonly path: string;
  /** `s3://bucket/key`, or the absolute path of a folder's file. */
  readonly key: string;
  readonly etag: string;
  readonly size: number;
}

/** All files of one export for one billing period; it replaces what was stored of that before. */
export interface BillDelivery {
  /** What tells one export from another: its ARN, or the folder that it lies in. */
  readonly export: string;
  /** `2026-10`; `*` for loose files, whose rows say it themselves. */
  readonly billingPeriod: Month | '*';
  readonly execution: string | null;
  readonly files: readonly BillFile[];
}

/** How storing a delivery ended; after a failure what was stored before is as it was. */
export type DeliveryOutcome =
  | { readonly status: 'stored'; readonly rows: number }
  | { readonly status: 'known' }
  | { readonly status: 'failed'; readonly key: string; readonly reason: string };

/** The part of the store that keeps bills and prices. */
export interface BillStore {
  /** Replaces what was stored of the asked days, for the payer and all accounts in the answer. */
  putCostExplorer(answer: CostExplorerAnswer): Promise<void>;
  /** Replaces what was stored of the asked days by that tag; other tags stay. */
  putCostExplorerTag(answer: CostExplorerTagAnswer): Promise<void>;
  /** The services that Cost Explorer told the payer of, in some days, sorted. */
  servicesTold(of: Pick<CostExplorerAnswer, 'payer' | 'from' | 'to'>): Promise<readonly string[]>;
  /** Whether the payer's bill was ever told by a tag. */
  knowsTag(payer: string, tagKey: string): Promise<boolean>;
  /** Whether exactly these files of the export are stored already. */
  knowsDelivery(delivery: BillDelivery): Promise<boolean>;
  /** Reads the Bedrock rows of an export's files, all of them or none. */
  putDelivery(delivery: BillDelivery, signal?: AbortSignal): Promise<DeliveryOutcome>;
  /** Replaces all prices of some lists of a source, at once. */
  putPrices(lists: PriceLists, prices: readonly PriceRecord[]): Promise<void>;
  /** The prices of one list, or all. */
  prices(of?: PriceListId): Promise<readonly PriceRecord[]>;
  /** Changes whenever stored prices do. */
  pricesVersion(): Promise<string>;
}

/** Lists of one source that are replaced together. */
export interface PriceLists {
  readonly source: PriceRecord['source'];
  readonly lists: readonly string[];
}

/** One list of prices that is replaced as a whole: an account's offers, a service's Price List. */
export interface PriceListId {
  readonly source: PriceRecord['source'];
  readonly list: string;
}
