import type { Instant } from '../model/period.ts';
import type { SourceKind } from '../model/settings.ts';
import type { Usd } from '../model/usd.ts';

/** When one source is read, and what that costs. */
export interface SourcePlan {
  readonly kind: SourceKind;
  readonly minutes: number;
  /** The end of its newest reading; null when it was never read. */
  readonly lastAt: Instant | null;
  /** Null while it is not polled. */
  readonly nextAt: Instant | null;
  /** Readings in a row that failed; the next one comes sooner or later because of them. */
  readonly failures: number;
  /** What a whole reading costs, by the dearest of this month; null before one. */
  readonly usdPerReading: Usd | null;
  /** The same at its interval for 30 days, day and night; null until it was read more than once. */
  readonly usdPerMonth: Usd | null;
}

export interface PollingAnswer {
  readonly on: boolean;
  /** Whether this program polls at all: one-shot commands do not. */
  readonly running: boolean;
  readonly sources: readonly SourcePlan[];
}
