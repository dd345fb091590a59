import type { Day } from '../../shared/model/period.ts';
import type { Usd } from '../../shared/model/usd.ts';

/** One day of a forecast chart; what is not known or not estimated is null. */
export interface ForecastBar {
  readonly day: Day;
  /** So far. */
  readonly knownUsd: Usd | null;
  readonly incomplete: boolean;
  /** The whole day, with the range that 8 of 10 outcomes fall into. */
  readonly estimate: {
    readonly expectedUsd: Usd;
    readonly lowUsd: Usd;
    readonly highUsd: Usd;
  } | null;
  /** What makes the day unusual, in words; null for a usual day. */
  readonly mark: string | null;
}

/** Days that are known, days that are estimated, and days that were unusual. */
export interface ForecastDaysProps {
  readonly label: string;
  readonly bars: readonly ForecastBar[];
  /** Pixels. */
  readonly height: number;
  /** Opens the story of a marked day. */
  readonly onChoose: (day: Day) => void;
}
