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

/** What is known of one operation since the books were opened. */
interface Booked {
  readonly bookings: number;
  /** Requests that left; those of a booking may leave after it was told. */
  readonly attempts: number;
  readonly units: number;
  readonly usd: Attodollars;
}

const NOTHING: Booked = { bookings: 0, attempts: 0, units: 0, usd: 0n };

/** Starts the books of one scan. */
export function createMeteredCalls(options: MeteredCallsOptions): MeteredCalls {
  const cap = parseUsd(options.capUsd);
  const before = options.spentUsd.reduce((sum, usd) => sum + parseUsd(usd), 0n);
  let total = 0n;
  const books = new Map<string, Booked>();
  const told = new Map<string, Booked>();
  const add = (operation: string, more: Partial<Booked>) => {
    const { bookings = 0, attempts = 0, units = 0, usd = 0n } = more;
    const row = books.get(operation) ?? NOTHING;
    books.set(operation, {
      bookings: row.bookings + bookings,
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
      add(operation, { bookings: 1, units, usd });
    },
    attempt: (operation) => add(operation, { attempts: 1 }),
    takeRows: () => {
      const at = options.clock();
      return [...books].flatMap(([operation, booked]) => {
        const row = sinceTold(booked, told.get(operation) ?? NOTHING);
        told.set(operation, booked);
        return row === null ? [] : { at, scanId: options.scanId, operation, ...row };
      });
    },
    totalUsd: () => formatUsd(total),
  };
}

/**
 * What came to an operation since it was last told; null when nothing did. A booking is a call, and
 * the requests that it makes later are the same call: only what they are more is added.
 */
function sinceTold(
  now: Booked,
  before: Booked,
): Pick<WatchingRow, 'calls' | 'units' | 'usd'> | null {
  const calls = callsOf(now) - callsOf(before);
  const units = now.units - before.units;
  const usd = now.usd - before.usd;
  if (calls === 0 && units === 0 && usd === 0n) return null;
  return { calls, units, usd: formatUsd(usd) };
}

/** Attempts count retries too; a booking whose request has not left yet is a call all the same. */
function callsOf({ bookings, attempts }: Booked): number {
  return Math.max(bookings, attempts);
}

function priceOf(operation: MeteredOperation, units: number): Attodollars {
  const { usd, per } = meteredPrices[operation];
  return (parseUsd(usd) * BigInt(units)) / BigInt(per);
}

function capReached(capUsd: Usd, operation: string): AppError {
  const text = `the monthly cap of $${capUsd} for Assay's own AWS calls was reached before ${operation}; raise it in Settings`;
  return new AppError('cap-reached', text);
}
