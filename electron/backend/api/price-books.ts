import type { PriceOverride } from '../../../shared/model/price-override.ts';
import { accountPrices, type PriceConflict } from '../../../shared/prices/account-prices.ts';
import { createPriceBook, type PriceBook } from '../../../shared/prices/price-book.ts';
import type { Store } from '../store/store.ts';

/** The prices that a workspace's settings and readings add to the bundled ones. */
export interface PriceBooks {
  /** What the user entered first, then rate cards, the Price List, the bundled table. */
  of(store: Store): Promise<PriceBook>;
  /** Where these sources disagree. */
  conflicts(store: Store): Promise<readonly PriceConflict[]>;
}

interface Kept {
  readonly store: Store;
  readonly version: string;
  readonly overrides: readonly PriceOverride[];
  readonly book: PriceBook;
  readonly conflicts: readonly PriceConflict[];
}

/**
 * Makes books over the bundled one; the newest is kept until stored prices or the user's own change.
 * `overridesNow` answers those of the workspace that is open.
 */
export function createPriceBooks(
  bundled: PriceBook,
  overridesNow: () => readonly PriceOverride[] = () => NONE,
): PriceBooks {
  let kept: Kept | null = null;
  const current = async (store: Store): Promise<Kept> => {
    const version = await store.bill.pricesVersion();
    const overrides = overridesNow();
    const same = kept?.store === store && kept.version === version && kept.overrides === overrides;
    if (same && kept !== null) return kept;
    const { layers, conflicts } = accountPrices(await store.bill.prices(), bundled);
    const own = layers.flat().length + overrides.length > 0;
    const book = own ? createPriceBook([...layers, bundled.lines], overrides) : bundled;
    kept = { store, version, overrides, book, conflicts };
    return kept;
  };
  return {
    of: async (store) => (await current(store)).book,
    conflicts: async (store) => (await current(store)).conflicts,
  };
}

const NONE: readonly PriceOverride[] = [];
