import type { PriceUsed } from '../../shared/api/answers.ts';
import { modelLabel } from '../../shared/model/model-label.ts';
import { parseUsd } from '../../shared/model/usd.ts';
import type { Column } from '../components/table/column.ts';
import { exactCount } from '../format.ts';
import { PricePlaces } from './price-places.tsx';
import { priceRegions, priceTerms } from './price-words.ts';
import { SourceLink } from './source-link.tsx';
import { unitName } from './unit-name.ts';

/** Tells price lines apart: no two are the same in all they say. */
export function priceKey(price: PriceUsed): string {
  return JSON.stringify(price);
}

/** What a discount was taken from, and why. */
function discountNote(price: PriceUsed): string {
  return `Listed at ${listedTerms(price)}: ${price.discount?.note ?? ''}`;
}

function listedTerms({ unit, usd, per, discount }: PriceUsed): string {
  return priceTerms({ unit, per, usd: discount?.listedUsd ?? usd });
}

/** What is told of a price line: what it prices, where, at how much, by whom and since when. */
export const PRICE_COLUMNS: readonly Column<PriceUsed>[] = [
  {
    id: 'model',
    header: 'Model',
    cell: ({ modelId }) => <span title={modelId}>{modelLabel(modelId)}</span>,
    csv: ({ modelId }) => modelId,
    sort: ({ modelId }) => modelLabel(modelId),
    width: 130,
    grow: 1,
  },
  {
    id: 'unit',
    header: 'Unit',
    cell: ({ unit }) => unitName(unit),
    csv: ({ unit }) => unit,
    sort: ({ unit }) => unit,
    width: 112,
    grow: 0.5,
  },
  {
    id: 'scope',
    header: 'Scope',
    cell: ({ scope }) => scope,
    csv: ({ scope }) => scope,
    sort: ({ scope }) => scope,
    width: 116,
  },
  {
    id: 'tier',
    header: 'Tier',
    cell: ({ tier }) => tier,
    csv: ({ tier }) => tier,
    sort: ({ tier }) => tier,
    width: 98,
  },
  {
    id: 'price',
    header: 'Price (USD)',
    cell: (price) => (
      <>
        <span className="figure">{priceTerms(price)}</span>
        {price.discount === undefined ? null : (
          <div className="quiet" title={discountNote(price)}>
            {price.discount.percentOff} % off: {price.discount.note}
          </div>
        )}
      </>
    ),
    csv: ({ usd }) => usd,
    sort: ({ usd, per }) => parseUsd(usd) / BigInt(Math.max(1, per)),
    align: 'end',
    width: 132,
  },
  {
    id: 'per',
    header: 'Per',
    cell: ({ per }) => exactCount(per),
    csv: ({ per }) => per,
    align: 'end',
    shown: false,
  },
  {
    id: 'discount',
    header: 'Discount',
    cell: (price) =>
      price.discount === undefined ? (
        '-'
      ) : (
        <span title={discountNote(price)}>
          {price.discount.percentOff} % off {listedTerms(price)}: {price.discount.note}
        </span>
      ),
    csv: ({ discount }) =>
      discount === undefined
        ? ''
        : `${discount.percentOff} % off ${discount.listedUsd}: ${discount.note}`,
    sort: ({ discount }) => Number(discount?.percentOff ?? -1),
    width: 120,
    shown: false,
  },
  {
    id: 'regions',
    header: 'Regions',
    cell: ({ regions }) => <PricePlaces regions={regions} />,
    csv: ({ regions }) => (regions === '*' ? '*' : regions.join(' ')),
    sort: ({ regions }) => priceRegions(regions),
    width: 144,
    grow: 0.5,
  },
  {
    id: 'valid-from',
    header: 'Valid from',
    cell: ({ validFrom }) => validFrom,
    csv: ({ validFrom }) => validFrom,
    sort: ({ validFrom }) => validFrom,
    width: 128,
    shown: 'wide',
  },
  {
    id: 'checked',
    header: 'Checked on',
    cell: ({ checkedOn }) => checkedOn,
    csv: ({ checkedOn }) => checkedOn,
    sort: ({ checkedOn }) => checkedOn,
    width: 120,
    shown: false,
  },
  {
    id: 'source',
    header: 'Source',
    cell: ({ source, checkedOn }) => (
      <>
        <SourceLink source={source} />
        <div className="quiet">checked on {checkedOn}</div>
      </>
    ),
    csv: ({ source }) => source,
    sort: ({ source }) => source,
    width: 214,
    grow: 4,
  },
];
