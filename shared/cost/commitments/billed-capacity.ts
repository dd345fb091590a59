import { canonicalBaseModelId } from '../../model/model-id.ts';
import type { Day } from '../../model/period.ts';
import type { BillableUnit } from '../../model/usage.ts';
import { type Attodollars, formatUsd, parseUsd, type Usd } from '../../model/usd.ts';
import type { BilledRow } from '../reconcile/billed-row.ts';
import { billedRowReader } from '../reconcile/read-billed-row.ts';

/** What tells a purchase of model units on a bill, which names no purchase. */
export interface CapacityPlace {
  readonly accountId: string;
  readonly region: string;
  /** Base model in any spelling; null where it is not known. */
  readonly modelId: string | null;
  /** Hours of a model unit, with or without commitment. */
  readonly unit: BillableUnit;
}

/** What the bill has of purchases of one kind in one account and Region. */
export interface CapacityBill {
  readonly usd: Usd;
  /** Hours times model units, decimal text; null where the source does not tell it. */
  readonly unitHours: string | null;
  /** UTC days on which it was billed, in order. */
  readonly days: readonly Day[];
  /** How many purchases fit these lines: 1 where they are of this one alone. */
  readonly purchases: number;
}

/** Lines of provisioned throughput that are alike in all that tells purchases apart. */
interface Lines {
  readonly place: Omit<CapacityPlace, 'region'> & { readonly region: string | null };
  usd: Attodollars;
  /** Scaled as money is. */
  unitHours: bigint | null;
  readonly days: Set<Day>;
}

/**
 * What each purchase was billed, in their order: by account, Region, base model and commitment, which
 * is all that a usage type tells. Null where the bill has nothing that fits; USD alone.
 */
export function billedCapacity(
  purchases: readonly CapacityPlace[],
  rows: readonly BilledRow[],
): readonly (CapacityBill | null)[] {
  const lines = linesOf(rows);
  return purchases.map((purchase) => {
    const own = lines.filter(({ place }) => fits(purchase, place));
    if (own.length === 0) return null;
    const sharing = purchases.filter((other) => own.some(({ place }) => fits(other, place)));
    const unitHours = own.reduce<bigint | null>((sum, one) => plus(sum, one.unitHours), 0n);
    return {
      usd: formatUsd(own.reduce((sum, { usd }) => sum + usd, 0n)),
      unitHours: unitHours === null ? null : formatUsd(unitHours),
      days: [...new Set(own.flatMap(({ days }) => [...days]))].sort(),
      purchases: sharing.length,
    };
  });
}

function linesOf(rows: readonly BilledRow[]): readonly Lines[] {
  const reader = billedRowReader();
  const sums = new Map<string, Lines>();
  for (const row of rows) {
    const billedFor = reader(row);
    if (billedFor.kind !== 'other' || billedFor.subject !== 'provisioned') continue;
    if (billedFor.unit === null || row.currency !== 'USD') continue;
    const { modelId, unit } = billedFor;
    const place = {
      accountId: row.accountId,
      region: billedFor.region ?? row.region,
      modelId,
      unit,
    };
    const key = JSON.stringify(place);
    const sum = sums.get(key) ?? { place, usd: 0n, unitHours: 0n, days: new Set<Day>() };
    sums.set(key, sum);
    sum.days.add(row.day);
    sum.usd += parseUsd(row.unblendedCost);
    sum.unitHours = plus(sum.unitHours, row.quantity === null ? null : parseUsd(row.quantity));
  }
  return [...sums.values()];
}

function plus(sum: bigint | null, more: bigint | null): bigint | null {
  return sum === null || more === null ? null : sum + more;
}

/** A model that one of them does not name may be the other's. */
function fits(purchase: CapacityPlace, place: Lines['place']): boolean {
  const { accountId, region, modelId, unit } = purchase;
  if (accountId !== place.accountId || region !== place.region || unit !== place.unit) return false;
  if (modelId === null || place.modelId === null) return true;
  return canonicalBaseModelId(modelId) === canonicalBaseModelId(place.modelId);
}
