import { type Day, dayOf, daysBetween, type Instant } from '../../model/period.ts';
import { type Attodollars, formatUsd, parseUsd } from '../../model/usd.ts';
import { costOf } from '../estimate.ts';
import type { CapacityBill } from './billed-capacity.ts';
import type { BoughtCapacity, CapacityJudgement, Expiry } from './commitment-answer.ts';

/** A commitment that ends this soon is told: AWS renews some of them by itself. */
const SOON_DAYS = 30;
/** Hours of a bill are scaled so, as money is. */
const SCALE = 10n ** 18n;

/**
 * Whether capacity is used and pays off. It is billed by the hour whether it is called or not, so
 * on demand is cheaper until the traffic is `breakEvenTimes` of what it was. Model units have no
 * published capacity: of them only the hours with calls are known.
 */
export function judgeCapacity(capacity: BoughtCapacity, today: Day): CapacityJudgement {
  const metered = costOfCapacity(capacity);
  const bill = metered === null ? ownBill(capacity) : null;
  const shown = metered ?? (bill === null ? null : parseUsd(bill.usd));
  const cost = metered ?? (bill === null ? null : costByBill(capacity, bill));
  const onDemand = capacity.onDemandUsd === null ? null : parseUsd(capacity.onDemandUsd);
  const { hours, hoursWithCalls, tokensPerHour, tokensServed, unitHour } = capacity;
  return {
    name: capacity.name,
    costUsd: shown === null ? null : formatUsd(shown),
    costProvenance: metered !== null ? 'metered' : bill === null ? 'unpriced' : 'billed',
    unpricedReason: unitHour.found ? null : unitHour.reason,
    busyHours: hours === 0 ? null : hoursWithCalls / hours,
    utilisation:
      tokensPerHour === null || hours === 0 ? null : tokensServed / (tokensPerHour * hours),
    savedUsd: cost === null || onDemand === null ? null : formatUsd(onDemand - cost),
    breakEvenTimes: breakEven(cost, onDemand),
    expiry: expiryOf(capacity.term, capacity.expiresAt, today),
  };
}

function costOfCapacity({ units, hours, unitHour }: BoughtCapacity): Attodollars | null {
  return unitHour.found ? costOf(units * hours, unitHour.line) : null;
}

/** A bill that several purchases share tells the cost of none. */
function ownBill({ billed }: BoughtCapacity): CapacityBill | null {
  return billed !== null && billed.purchases === 1 ? billed : null;
}

/** All hours in service at what a billed one cost: a bill is about a day late. */
function costByBill(
  { units, hours }: BoughtCapacity,
  { usd, unitHours }: CapacityBill,
): Attodollars {
  const billedHours = unitHours === null ? 0n : parseUsd(unitHours);
  if (billedHours <= 0n) return parseUsd(usd);
  return (parseUsd(usd) * BigInt(units * hours) * SCALE) / billedHours;
}

function breakEven(cost: Attodollars | null, onDemand: Attodollars | null): number | null {
  if (cost === null || onDemand === null || onDemand <= 0n) return null;
  return Number((cost * 10_000n) / onDemand) / 10_000;
}

function expiryOf(term: string | null, expiresAt: Instant | null, today: Day): Expiry {
  if (term === null) return { state: 'no-commitment' };
  if (expiresAt === null)
    return { state: 'not-known', reason: `AWS did not say when the commitment of ${term} ends.` };
  const on = dayOf(expiresAt);
  const daysLeft = daysBetween(today, on);
  if (daysLeft < 0) return { state: 'ended', on, daysLeft };
  return { state: daysLeft <= SOON_DAYS ? 'ends-soon' : 'bound', on, daysLeft };
}
