import Badge from '@cloudscape-design/components/badge';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ModelDetail, ModelPrice, ModelPriceConflict } from '../../../shared/api/answers.ts';
import { parseUsd } from '../../../shared/model/usd.ts';
import type { PriceOrigin } from '../../../shared/prices/price-line.ts';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { countOf, exactCount } from '../../format.ts';
import { PricePlaces } from '../../spend/price-places.tsx';
import { priceRegions, priceTerms } from '../../spend/price-words.ts';
import { SourceLink } from '../../spend/source-link.tsx';
import { unitName } from '../../spend/unit-name.ts';
import { DoubtedPrices } from './doubted-prices.tsx';
import { sourceBeside } from './model-words.ts';

/** Every price of a model with its source and the day it was checked; where sources disagree, which holds. */
export function ModelPrices({ detail }: { readonly detail: ModelDetail }) {
  const { prices, priceTotal, conflicts, doubted, doubtedTotal } = detail;
  return (
    <SpaceBetween size="l">
      <DataTable
        id="model-prices"
        title="Prices"
        description={`The account's rate card comes before the Price List, and that before the bundled table.${
          priceTotal > prices.length ? ` The first ${exactCount(prices.length)}.` : ''
        }`}
        variant="embedded"
        columns={COLUMNS}
        rows={prices}
        trackBy={(row) => JSON.stringify(row)}
        pageRows={25}
        empty={
          <Empty title="No price is known">
            Its usage is told as unpriced and is in no sum of money.
          </Empty>
        }
      />
      {conflicts.length === 0 ? null : (
        <ExpandableSection
          defaultExpanded
          headerText={countOf(conflicts.length, 'conflict')}
          headerDescription="Sources that say different prices, and which of them holds"
        >
          <ul className="plain-list">
            {conflicts.map((conflict) => (
              <li key={JSON.stringify(conflict)}>{conflictWords(conflict)}</li>
            ))}
          </ul>
        </ExpandableSection>
      )}
      {doubtedTotal === 0 ? null : <DoubtedPrices records={doubted} total={doubtedTotal} />}
    </SpaceBetween>
  );
}

function conflictWords({ used, others, reason }: ModelPriceConflict): string {
  const line = used ?? others[0];
  const what =
    line === undefined
      ? ''
      : `${unitName(line.unit)}, ${line.scope}, ${line.tier}, ${priceRegions(line.regions)}: `;
  return `${what}${reason} ${used === null ? '' : `${priceTerms(used)} holds.`}`;
}

const ORIGINS: Readonly<Record<PriceOrigin, string>> = {
  user: 'your price',
  'rate-card': 'rate card',
  'price-list': 'Price List',
  bundled: 'bundled',
};

const COLUMNS: readonly Column<ModelPrice>[] = [
  {
    id: 'unit',
    header: 'Unit',
    cell: ({ price }) => unitName(price.unit),
    csv: ({ price }) => price.unit,
    sort: ({ price }) => price.unit,
    width: 150,
    grow: 1,
  },
  {
    id: 'price',
    header: 'Price (USD)',
    cell: ({ price }) => <span className="figure">{priceTerms(price)}</span>,
    csv: ({ price }) => price.usd,
    sort: ({ price: { usd, per } }) => parseUsd(usd) / BigInt(Math.max(1, per)),
    align: 'end',
    width: 130,
  },
  {
    id: 'scope',
    header: 'Scope',
    cell: ({ price }) => price.scope,
    csv: ({ price }) => price.scope,
    sort: ({ price }) => price.scope,
    width: 108,
  },
  {
    id: 'tier',
    header: 'Tier',
    cell: ({ price }) => price.tier,
    csv: ({ price }) => price.tier,
    sort: ({ price }) => price.tier,
    width: 98,
  },
  {
    id: 'regions',
    header: 'Regions',
    cell: ({ price }) => <PricePlaces regions={price.regions} />,
    csv: ({ price }) => (price.regions === '*' ? '*' : price.regions.join(' ')),
    sort: ({ price }) => priceRegions(price.regions),
    width: 120,
    grow: 1,
  },
  {
    id: 'standing',
    header: 'Holds',
    cell: ({ standing }) => standing,
    csv: ({ standing }) => standing,
    sort: ({ standing }) => standing,
    width: 94,
  },
  {
    id: 'source',
    header: 'Source',
    cell: ({ price, origin }) => (
      <span title={price.source}>
        <Badge color={origin === 'bundled' ? 'grey' : 'blue'}>{ORIGINS[origin]}</Badge>{' '}
        <SourceLink source={sourceBeside(ORIGINS[origin], price.source)} />
      </span>
    ),
    csv: ({ price }) => price.source,
    sort: ({ price, origin }) => `${origin} ${price.source}`,
    width: 150,
    grow: 2,
  },
  {
    id: 'from',
    header: 'Valid from',
    cell: ({ price }) => price.validFrom,
    csv: ({ price }) => price.validFrom,
    sort: ({ price }) => price.validFrom,
    width: 110,
    shown: false,
  },
  {
    id: 'checked',
    header: 'Checked on',
    cell: ({ price }) => price.checkedOn,
    csv: ({ price }) => price.checkedOn,
    sort: ({ price }) => price.checkedOn,
    width: 120,
  },
];
