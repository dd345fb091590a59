import { existsSync } from 'node:fs';
import { bundledPrices } from '../../shared/prices/bundled-prices.ts';
import type { ModelLookup } from '../../shared/prices/find-model.ts';
import { createPriceBook, type PriceBook } from '../../shared/prices/price-book.ts';
import type { CliHost, GlobalOptions } from './command.ts';
import { workspaceOf } from './session.ts';

/** The price book of a program without a workspace. */
export interface BundledBook {
  readonly prices: PriceBook;
  /** Of no account nothing is known: profiles and own models stand for nothing. */
  readonly lookup: ModelLookup;
}

/** The bundled table alone, where nobody named a workspace and the default one is not there; else null. */
export function bundledBook(host: CliHost, global: GlobalOptions): BundledBook | null {
  const named = global.workspace !== null || (host.env.ASSAY_WORKSPACE ?? '') !== '';
  if (named || existsSync(workspaceOf(host, global))) return null;
  return {
    prices: createPriceBook([bundledPrices()]),
    lookup: { profiles: new Map(), owned: new Map() },
  };
}
