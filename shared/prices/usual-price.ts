import { unitNamed } from '../model/billable-units.ts';
import type { BillableUnit } from '../model/usage.ts';
import { formatUsd, parseUsd, type Usd } from '../model/usd.ts';

/** An amount for a number of units. */
interface StatedPrice {
  readonly usd: Usd;
  readonly per: number;
}

/**
 * A price for as many units as prices of this unit are told for (tokens by the million), so that
 * those of several lists can be compared. Exact: one that would have to be rounded stays as stated.
 */
export function usualPrice<P extends StatedPrice & { readonly unit: BillableUnit }>(price: P): P {
  const { unit, usd, per } = price;
  const usual = unitNamed(unit)?.pricedPer ?? per;
  const scaled = parseUsd(usd) * BigInt(usual);
  if (usual === per || per < 1 || scaled % BigInt(per) !== 0n) return price;
  return { ...price, usd: formatUsd(scaled / BigInt(per)), per: usual };
}
