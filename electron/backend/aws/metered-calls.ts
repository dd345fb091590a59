import { AppError } from '../../../shared/model/app-error.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { type Attodollars, formatUsd, parseUsd, type Usd } from '../../../shared/model/usd.ts';
import type { WatchingRow } from '../store/store.ts';
import { type MeteredOperation, meteredPrices } from './metered-prices.ts';

/** Counts Assay's own calls, prices the paid ones, and keeps these under the monthly cap. */
export interface MeteredCalls {
  /**
   * Books a call before it is made: AWS charges for calls whatever they answer.
   * @throws AppError `cap-reached` when the call would pass the cap; nothing is booked then.
   */
  book(operation: MeteredOperation, units: number): void;
  /** Counts a request that left, free or paid, retries too. */
  attempt(operation: string): void;
  /** What was counted and booked since the last call of this function, one row per operation. */
  takeRows(): readonly WatchingRow[];
  /** All that was booked, in exact USD. */
  totalUsd(): Usd;
}

export interface MeteredCallsOptions {
  readonly scanId: string;
  readonly capUsd: Usd;
  /** What the calls of this month have cost before. */
  readonly spentUsd: readonly Usd[];
  readonly clock: () => Instant;
}

interface Booked {
  /** Bookings; attempts, once those are counted, which include retries. */
  calls: number;
  attempts: number;
  units: number;
  usd: Attodollars;
}

const NOTHING: Booked = { calls: 0, attempts: 0, units: 0, usd: 0n };

/** Starts the books of one scan. */
export function createMeteredCalls(options: MeteredCallsOptions): MeteredCalls {
  const cap = parseUsd(options.capUsd);
  const before = options.spentUsd.reduce((sum, usd) => sum + parseUsd(usd), 0n);
  let total = 0n;
  let open = new Map<string, Booked>();
  const add = (operation: string, more: Partial<Booked>) => {
    const { calls = 0, attempts = 0, units = 0, usd = 0n } = more;
    const row = open.get(operation) ?? NOTHING;
    open.set(operation, {
      calls: row.calls + calls,
      attempts: row.attempts + attempts,
      units: row.units + units,
      usd: row.usd + usd,
    });
  };
  return {
    book: (operation, units) => {
      const usd = priceOf(operation, units);
      if (before + total + usd > cap) throw capReached(options.capUsd, operation);
      total += usd;
      add(operation, { calls: 1, units, usd });
    },
    attempt: (operation) => add(operation, { attempts: 1 }),
    takeRows: () => {
      const rows = [...open].map(([operation, booked]) => ({
        at: options.clock(),
        scanId: options.scanId,
        operation,
        calls: Math.max(booked.calls, booked.attempts),
        units: booked.units,
        usd: formatUsd(booked.usd),
      }));
      open = new Map();
      return rows;
    },
    totalUsd: () => formatUsd(total),
  };
}

function priceOf(operation: MeteredOperation, units: number): Attodollars {
  const { usd, per } = meteredPrices[operation];
  return (parseUsd(usd) * BigInt(units)) / BigInt(per);
}

function capReached(capUsd: Usd, operation: string): AppError {
  const text = `the monthly cap of $${capUsd} for Assay's own AWS calls was reached before ${operation}; raise it in Settings`;
  return new AppError('cap-reached', text);
}
