import { formatMoney } from '../../model/money-text.ts';
import { formatUsd } from '../../model/usd.ts';
import type { BesideCost } from '../spend/beside-metered.ts';
import { sumOf } from './proven-sums.ts';

/** That discounts on lines of their own are in a pot, and so not in the discount beside the bill. */
export function discountNotes(
  costs: readonly Pick<BesideCost, 'subject' | 'usd'>[],
): readonly string[] {
  const alone = sumOf(costs.filter(({ subject }) => subject === 'discount'));
  if (alone === 0n) return [];
  const usd = formatMoney(formatUsd(alone));
  return [
    `Discounts on lines of their own, ${usd}, are in the pot of credits; the cause discount beside the bill is without them, and in the reconciliation with them.`,
  ];
}
