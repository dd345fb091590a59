import { unitLabel } from '../../model/billable-units.ts';
import { groupThousands } from '../../model/group-thousands.ts';
import type { BillableUnit } from '../../model/usage.ts';
import { UNCOUNTED_UNITS } from '../estimate.ts';
import { compareText } from '../prices-used.ts';
import type { SpendGroup, UnitQuantity } from '../spend-answer.ts';

/** Quantities by unit, each unit once, the largest first. */
export function sumUnits(parts: readonly UnitQuantity[]): readonly UnitQuantity[] {
  const sums = new Map<BillableUnit, number>();
  for (const { unit, quantity } of parts) sums.set(unit, (sums.get(unit) ?? 0) + quantity);
  return [...sums]
    .map(([unit, quantity]) => ({ unit, quantity }))
    .sort((a, b) => b.quantity - a.quantity || compareText(a.unit, b.unit));
}

/** What has no price, in words: `68 images, at least 12 search units`; empty where everything has one. */
export function unpricedWords(units: readonly UnitQuantity[]): string {
  return units.map(quantityWords).join(', ');
}

/**
 * What bought capacity served, as a sentence of its own: it neither is free nor has no price; nothing
 * where it served nothing.
 */
export function paidByHourNotes(units: readonly UnitQuantity[]): readonly string[] {
  if (units.length === 0) return [];
  return [
    `Served by bought capacity, which is paid by the hour: ${unpricedWords(units)}. They cost nothing apart from its hours, which are beside tokens.`,
  ];
}

/** Whether bought capacity served all of a group that has no amount: it is paid by the hour. */
export function isPaidByHour(
  group: Pick<SpendGroup, 'usd' | 'unpricedUnits' | 'uncountedCalls' | 'paidByHourUnits'>,
): boolean {
  const { usd, paidByHourUnits = [] } = group;
  return usd === null && paidByHourUnits.length > 0 && lackingWords(group) === '';
}

/** What a group's money leaves out: what has no price, and calls of which nothing billed was counted. */
export function lackingWords({
  unpricedUnits,
  uncountedCalls = 0,
}: Pick<SpendGroup, 'unpricedUnits' | 'uncountedCalls'>): string {
  const calls = groupThousands(String(uncountedCalls));
  const uncounted = `${calls} ${uncountedCalls === 1 ? 'call' : 'calls'} of which nothing billed was counted`;
  return [
    ...(unpricedUnits.length === 0 ? [] : [unpricedWords(unpricedUnits)]),
    ...(uncountedCalls === 0 ? [] : [uncounted]),
  ].join(', ');
}

/** Of a unit that nothing counts no more is known than the calls, which are the least it can be. */
function quantityWords({ unit, quantity }: UnitQuantity): string {
  const label = unitLabel(unit).toLowerCase();
  const counted = `${groupThousands(String(quantity))} ${quantity === 1 ? singular(label) : label}`;
  return UNCOUNTED_UNITS.has(unit) ? `at least ${counted}` : counted;
}

/** `images` as `image`, `rerank queries` as `rerank query`: of the words before a comma. */
function singular(label: string): string {
  return label.replace(/ies(?=,|$)/, 'y').replace(/s(?=,|$)/, '');
}
