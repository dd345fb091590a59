import { AppError } from '../../../shared/model/app-error.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { type Attodollars, formatUsd, parseUsd, type Usd } from '../../../shared/model/usd.ts';
import type { WatchingRow } from '../store/store.ts';
import { type MeteredOperation, meteredPrices } from './metered-prices.ts';

/** Counts and prices Assay's own paid calls, and keeps them under the monthly cap. */
export interface MeteredCalls {
  /**
   * Books a call before it is made: AWS charges for calls whatever they answer.
   * @throws AppError `cap-reached` when the call would pass the cap; nothing is booked then.
   */
  book(operation: MeteredOperation, units: number): void;
  /** The rows booked since the last call of this function, one per operation. */
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
  calls: number;
  units: number;
  usd: Attodollars;
}

/** Starts the books of one scan. */
export function createMeteredCalls(options: MeteredCallsOptions): MeteredCalls {
  const cap = parseUsd(options.capUsd);
  const before = options.spentUsd.reduce((sum, usd) => sum + parseUsd(usd), 0n);
  let total = 0n;
  let open = new Map<MeteredOperation, Booked>();
  return {
    book: (operation, units) => {
      const usd = priceOf(operation, units);
      if (before + total + usd > cap) throw capReached(options.capUsd, operation);
      total += usd;
      const row = open.get(operation) ?? { calls: 0, units: 0, usd: 0n };
      open.set(operation, {
        calls: row.calls + 1,
        units: row.units + units,
        usd: row.usd + usd,
      });
    },
    takeRows: () => {
      const rows = [...open].map(([operation, booked]) => ({
        at: options.clock(),
        scanId: options.scanId,
        operation,
        calls: booked.calls,
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
