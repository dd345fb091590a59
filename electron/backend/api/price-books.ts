import { accountPrices, type PriceConflict } from '../../../shared/prices/account-prices.ts';
import { createPriceBook, type PriceBook } from '../../../shared/prices/price-book.ts';
import type { Store } from '../store/store.ts';

/** The prices that a workspace's own readings add to the bundled ones. */
export interface PriceBooks {
  /** Rate cards first, then the Price List, then the bundled table. */
  of(store: Store): Promise<PriceBook>;
  /** Where these sources disagree. */
  conflicts(store: Store): Promise<readonly PriceConflict[]>;
}

interface Kept {
  readonly store: Store;
  readonly version: string;
  readonly book: PriceBook;
  readonly conflicts: readonly PriceConflict[];
}

/** Makes books over the bundled one; the newest is kept until stored prices change. */
export function createPriceBooks(bundled: PriceBook): PriceBooks {
  let kept: Kept | null = null;
  const current = async (store: Store): Promise<Kept> => {
    const version = await store.bill.pricesVersion();
    if (kept?.store === store && kept.version === version) return kept;
    const { layers, conflicts } = accountPrices(await store.bill.prices(), bundled);
    const own = layers.flat().length > 0;
    const book = own ? createPriceBook([...layers, bundled.lines]) : bundled;
    kept = { store, version, book, conflicts };
    return kept;
  };
  return {
    of: async (store) => (await current(store)).book,
    conflicts: async (store) => (await current(store)).conflicts,
  };
}
