import type { Day } from '../model/period.ts';
import type { PriceRecord } from './price-record.ts';

/**
 * What a list says now, joined with what it said before, so that earlier days keep their price: an
 * unchanged price keeps its first day, a changed or vanished one ends today and stays as history.
 */
export function renewPrices(
  before: readonly PriceRecord[],
  now: readonly PriceRecord[],
  today: Day,
): readonly PriceRecord[] {
  const open = new Map(
    before.filter(({ validTo }) => validTo === null).map((price) => [keyOf(price), price]),
  );
  const ended = before.filter(({ validTo }) => validTo !== null);
  const renewed = now.map((price) => {
    const known = open.get(keyOf(price));
    if (known === undefined || known.usd !== price.usd || known.per !== price.per) return price;
    open.delete(keyOf(price));
    return {
      ...price,
      validFrom: known.validFrom < price.validFrom ? known.validFrom : price.validFrom,
    };
  });
  const gone = [...open.values()]
    .filter(({ validFrom }) => validFrom < today)
    .map((price) => ({ ...price, validTo: today }));
  return [...ended, ...gone, ...renewed];
}

function keyOf({ usageType, region, modelId }: PriceRecord): string {
  return `${usageType} ${region} ${modelId}`;
}
