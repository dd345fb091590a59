import type { ModelScope } from '../model/model-id.ts';
import type { Day } from '../model/period.ts';
import type { BillableUnit, ServiceTier } from '../model/usage.ts';
import type { Usd } from '../model/usd.ts';

/** One dated, sourced price of one unit of one model; never derived from another line. */
export interface PriceLine {
  /** Canonical model id without geography prefix. */
  readonly modelId: string;
  readonly scope: ModelScope;
  readonly tier: ServiceTier;
  /** The Regions that are called; `*` is every commercial Region (not GovCloud, not China). */
  readonly regions: '*' | readonly string[];
  readonly unit: BillableUnit;
  /** Exact decimal USD for `per` units. */
  readonly usd: Usd;
  readonly per: number;
  /** First UTC day that the line prices. */
  readonly validFrom: Day;
  /** First UTC day that it no longer prices; absent while it holds. */
  readonly validTo?: Day;
  /** A public name and address of where the price stands. */
  readonly source: string;
  /** The day on which the source said so. */
  readonly checkedOn: Day;
  /** What the price leaves out, said wherever it prices something; a whole sentence. */
  readonly caveat?: string;
  /** For those who keep the table. */
  readonly note?: string;
}
