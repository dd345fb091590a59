import type { Day, Instant } from '../../model/period.ts';
import type { Usd } from '../../model/usd.ts';
import type { PriceAnswer } from '../../prices/price-book.ts';
import type { CapacityBill } from './billed-capacity.ts';

/** Capacity bought by the hour with what it served in a period. */
export interface BoughtCapacity {
  /** Provisioned throughput (model units) or reserved tokens a minute (thousands). */
  readonly kind: 'provisioned' | 'reserved';
  readonly name: string;
  readonly units: number;
  /** `OneMonth`, `SixMonths` and the like; null without commitment. */
  readonly term: string | null;
  /** End of the commitment; null without one. */
  readonly expiresAt: Instant | null;
  /** Whole hours of the period in which it was in service, and billed. */
  readonly hours: number;
  /** Of these, hours with at least one call. */
  readonly hoursWithCalls: number;
  /** Tokens that it can serve in an hour; null where AWS does not say (model units). */
  readonly tokensPerHour: number | null;
  readonly tokensServed: number;
  /** What the usage of the days of its cost costs on demand; null where some of it has no price. */
  readonly onDemandUsd: Usd | null;
  /** Price of one unit for one hour. */
  readonly unitHour: PriceAnswer;
  /** What the bill has of it in the period; null where it has nothing that fits. */
  readonly billed: CapacityBill | null;
}

/** Whether bought capacity is used, pays off, and how long it is bound. */
export interface CapacityJudgement {
  readonly name: string;
  /** Units x hours x price; without a price what was billed for it alone; null where neither is known. */
  readonly costUsd: Usd | null;
  /** `metered`: by the price. `billed`: from the bill. `unpriced`: not known. */
  readonly costProvenance: 'metered' | 'billed' | 'unpriced';
  /** Why it has no price; null otherwise. */
  readonly unpricedReason: string | null;
  /** Share of billed hours with calls, 0 to 1; null without hours. */
  readonly busyHours: number | null;
  /** Tokens served over what fits into the hours, 0 to 1 and more; null where that is not known. */
  readonly utilisation: number | null;
  /** `onDemand - cost` of the same days: negative when on demand is cheaper; null where either is. */
  readonly savedUsd: Usd | null;
  /** From how many times its traffic on it costs less than on demand; null where not known or idle. */
  readonly breakEvenTimes: number | null;
  readonly expiry: Expiry;
}

/** How long a commitment binds; `ends-soon` within 30 days. */
export type Expiry =
  | { readonly state: 'no-commitment' }
  | { readonly state: 'not-known'; readonly reason: string }
  | {
      readonly state: 'bound' | 'ends-soon' | 'ended';
      readonly on: Day;
      readonly daysLeft: number;
    };
