import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { dayOf } from '../../../../shared/model/period.ts';
import { judgePrices } from '../../../../shared/prices/judge-prices.ts';
import { rateCardPoints } from '../../../../shared/prices/price-points.ts';
import type { PriceRecord } from '../../../../shared/prices/price-record.ts';
import { renewPrices } from '../../../../shared/prices/renew-prices.ts';
import { throwIfCancelled } from '../../aws/caller.ts';
import { isReadingOf } from '../log-buckets.ts';
import type { SourceTools } from '../source.ts';

/**
 * Stores the prices of the rate cards that the configuration holds, account by account, each
 * model of it a list by itself; answers how many prices there are. What could not be read keeps
 * what was stored of it.
 * @throws AppError `cancelled`.
 */
export async function storeRateCards(
  { store, signal }: Pick<SourceTools, 'store' | 'signal'>,
  configuration: readonly DatasetReading[],
): Promise<number> {
  const stored = offersByList(await store.bill.prices());
  let count = 0;
  for (const reading of configuration) {
    if (!isReadingOf(reading, 'agreement-offers')) continue;
    throwIfCancelled(signal);
    const cards = cardsOf(reading);
    if (cards.length === 0) continue;
    const checkedOn = dayOf(reading.readAt);
    const renewed = cards.flatMap(({ list, prices }) =>
      renewPrices(stored.get(list) ?? [], prices, checkedOn),
    );
    await store.bill.putPrices({ source: 'offer', lists: cards.map(({ list }) => list) }, renewed);
    count += cards.reduce((sum, { prices }) => sum + prices.length, 0);
  }
  return count;
}

function offersByList(stored: readonly PriceRecord[]): ReadonlyMap<string, readonly PriceRecord[]> {
  const byList = new Map<string, PriceRecord[]>();
  for (const price of stored) {
    if (price.source !== 'offer') continue;
    const known = byList.get(price.list);
    if (known === undefined) byList.set(price.list, [price]);
    else known.push(price);
  }
  return byList;
}

interface RateCard {
  readonly list: string;
  readonly prices: readonly PriceRecord[];
}

/** The rate card of each model whose offers were read. */
function cardsOf({
  accountId,
  readAt,
  items,
}: DatasetReading<'agreement-offers'>): readonly RateCard[] {
  const checkedOn = dayOf(readAt);
  return items.flatMap(({ modelId, offers }) => {
    if (!offers.read) return [];
    const rows = offers.value.flatMap(({ rateCard }) => rateCard);
    const list = `${accountId}/${modelId}`;
    return [{ list, prices: judgePrices(rateCardPoints({ accountId, modelId, rows }, checkedOn)) }];
  });
}
