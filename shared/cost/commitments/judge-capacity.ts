import { type Day, dayOf, daysBetween, type Instant } from '../../model/period.ts';
import { type Attodollars, formatUsd, parseUsd } from '../../model/usd.ts';
import { costOf } from '../estimate.ts';
import type { CapacityBill } from './billed-capacity.ts';
import type { BoughtCapacity, CapacityJudgement, Expiry } from './commitment-answer.ts';

/** A commitment that ends this soon is told: AWS renews some of them by itself. */
const SOON_DAYS = 30;

/**
 * Whether capacity is used and pays off. It is billed by the hour whether it is called or not, so
 * on demand is cheaper until the traffic is `breakEvenTimes` of what it was. Model units have no
 * published capacity: of them only the hours with calls are known.
 */
export function judgeCapacity(capacity: BoughtCapacity, today: Day): CapacityJudgement {
  const bill = judgedBill(capacity);
  const cost = bill === null ? costOfCapacity(capacity) : parseUsd(bill.usd);
  const onDemand = capacity.onDemandUsd === null ? null : parseUsd(capacity.onDemandUsd);
  const { hours, hoursWithCalls, tokensPerHour, tokensServed, unitHour } = capacity;
  return {
    name: capacity.name,
    costUsd: cost === null ? null : formatUsd(cost),
    costProvenance: bill !== null ? 'billed' : cost === null ? 'unpriced' : 'metered',
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

/**
 * The bill that tells the cost of capacity without a price, so that use is compared over its days
 * alone; null where a price tells it, or the bill is shared: that tells the cost of none.
 */
export function judgedBill({
  unitHour,
  billed,
}: Pick<BoughtCapacity, 'unitHour' | 'billed'>): CapacityBill | null {
  return !unitHour.found && billed !== null && billed.purchases === 1 ? billed : null;
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
