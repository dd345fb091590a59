import type { Day } from '../../model/period.ts';
import type { Usd } from '../../model/usd.ts';

/** What one UTC day cost. */
export interface DailyCost {
  readonly day: Day;
  /** Null where nothing is known of the day: never zero. A day that is absent is not known either. */
  readonly usd: Usd | null;
  /** False while sources may still add to the day (today, late deliveries): then `usd` is a floor. */
  readonly complete: boolean;
}
