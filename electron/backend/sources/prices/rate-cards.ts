import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { dayOf } from '../../../../shared/model/period.ts';
import { judgePrices } from '../../../../shared/prices/judge-prices.ts';
import { rateCardPoints } from '../../../../shared/prices/price-points.ts';
import { renewPrices } from '../../../../shared/prices/renew-prices.ts';
import { isReadingOf } from '../log-buckets.ts';
import type { SourceTools } from '../source.ts';

/**
 * Stores the prices of the rate cards that the configuration holds, each model of each account by
 * itself; answers how many there are. What could not be read keeps what was stored of it.
 */
export async function storeRateCards(
  tools: SourceTools,
  configuration: readonly DatasetReading[],
): Promise<number> {
  const stored = await tools.store.bill.prices();
  let count = 0;
  for (const reading of configuration) {
    if (!isReadingOf(reading, 'agreement-offers')) continue;
    const { accountId, readAt } = reading;
    for (const { modelId, offers } of reading.items) {
      if (!offers.read) continue;
      const rows = offers.value.flatMap(({ rateCard }) => rateCard);
      const checkedOn = dayOf(readAt);
      const list = `${accountId}/${modelId}`;
      const judged = judgePrices(rateCardPoints({ accountId, modelId, rows }, checkedOn));
      const before = stored.filter((price) => price.source === 'offer' && price.list === list);
      const renewed = renewPrices(before, judged, checkedOn);
      await tools.store.bill.putPrices({ source: 'offer', list }, renewed);
      count += judged.length;
    }
  }
  return count;
}
