import type { ModelPriceConflict, PriceUsed } from '../../../../shared/api/answers.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { choiceFilter, listFilter, textFilter } from '../../../filters.ts';
import { priceRegions } from '../../../spend/price-words.ts';
import { unitName } from '../../../spend/unit-name.ts';

/** The parts of the tab. */
export const PRICE_VIEWS = ['own', 'used', 'lines', 'conflicts'] as const;

export type PriceView = (typeof PRICE_VIEWS)[number];

/** What of the tab stands in the address. */
export const priceFilters = {
  view: choiceFilter('view', PRICE_VIEWS, 'own'),
  /** The model whose lines are listed. */
  of: textFilter('of'),
  models: listFilter('model'),
  text: textFilter('text'),
} as const;

/** Whether a price says all the words that are looked for, in any of what it says. */
export function pricesMatching<T>(
  rows: readonly T[],
  text: string,
  pricesOf: (row: T) => readonly PriceUsed[],
): readonly T[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const said = pricesOf(row).map(wordsOf).join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** The prices of a conflict, the one that holds first. */
export function pricesOfConflict({ used, others }: ModelPriceConflict): readonly PriceUsed[] {
  return used === null ? others : [used, ...others];
}

function wordsOf({ modelId, unit, scope, tier, regions, source, usd }: PriceUsed): string {
  const what = [modelId, modelLabel(modelId), unit, unitName(unit), scope, tier, usd, source];
  return [...what, priceRegions(regions)].join(' ');
}
