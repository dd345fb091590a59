import StatusIndicator from '@cloudscape-design/components/status-indicator';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useMemo } from 'react';
import type { ModelPriceConflict, PriceUsed } from '../../../../shared/api/answers.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { countOf } from '../../../format.ts';
import { PricePlaces } from '../../../spend/price-places.tsx';
import { priceRegions, priceTerms } from '../../../spend/price-words.ts';
import { SourceLink } from '../../../spend/source-link.tsx';
import { unitName } from '../../../spend/unit-name.ts';
import { pricesMatching, pricesOfConflict } from './price-filters.ts';

interface ConflictTableProps {
  readonly conflicts: readonly ModelPriceConflict[];
  readonly loading: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Prices about which sources disagree: which one holds, and what the others say. */
export function ConflictTable({ conflicts, loading, text, onText }: ConflictTableProps) {
  const rows = useMemo(() => pricesMatching(conflicts, text, pricesOfConflict), [conflicts, text]);
  return (
    <DataTable
      id="spend-price-conflicts"
      wrap
      title="Conflicts between sources"
      description="Listed, not hidden: which price holds, and what other sources say of the same thing."
      columns={COLUMNS}
      rows={rows}
      trackBy={(row) => JSON.stringify(row)}
      loading={loading}
      initialSort={{ columnId: 'model', descending: false }}
      filter={
        <TextFilter
          filteringText={text}
          filteringPlaceholder="Find a model, unit, tier, Region or source"
          filteringAriaLabel="Filter conflicts"
          countText={countOf(rows.length, 'conflict')}
          onChange={({ detail }) => onText(detail.filteringText)}
        />
      }
      empty={
        conflicts.length === 0 ? (
          <Empty
            title="No conflicts"
            action={
              <StatusIndicator type="success">
                Sources agree on every price that two of them have
              </StatusIndicator>
            }
          />
        ) : (
          <Empty title="No conflict matches">Remove words from the filter.</Empty>
        )
      }
      main
    />
  );
}

/** Any of the prices: they are of the same thing. */
function lineOf(conflict: ModelPriceConflict): PriceUsed | undefined {
  return pricesOfConflict(conflict)[0];
}

function text(of: (line: PriceUsed) => string): (conflict: ModelPriceConflict) => string {
  return (conflict) => {
    const line = lineOf(conflict);
    return line === undefined ? '' : of(line);
  };
}

function textColumn(
  column: Pick<Column<ModelPriceConflict>, 'id' | 'header' | 'width' | 'grow' | 'shown'>,
  of: (line: PriceUsed) => string,
): Column<ModelPriceConflict> {
  const said = text(of);
  return { ...column, cell: said, csv: said, sort: said };
}

const COLUMNS: readonly Column<ModelPriceConflict>[] = [
  textColumn({ id: 'model', header: 'Model', width: 120, grow: 1 }, (line) =>
    modelLabel(line.modelId),
  ),
  textColumn(
    { id: 'model-id', header: 'Model id', width: 200, shown: false },
    (line) => line.modelId,
  ),
  textColumn({ id: 'unit', header: 'Unit', width: 112, grow: 0.5 }, (line) => unitName(line.unit)),
  textColumn({ id: 'scope', header: 'Scope', width: 116 }, (line) => line.scope),
  textColumn({ id: 'tier', header: 'Tier', width: 96 }, (line) => line.tier),
  {
    ...textColumn({ id: 'regions', header: 'Regions', width: 144, grow: 0.5 }, (line) =>
      priceRegions(line.regions),
    ),
    cell: (conflict) => <PricePlaces regions={lineOf(conflict)?.regions ?? []} />,
  },
  {
    id: 'used',
    header: 'Holds',
    cell: ({ used }) =>
      used === null ? (
        <StatusIndicator type="warning">none is used</StatusIndicator>
      ) : (
        <span title={used.source} className="figure">
          {priceTerms(used)}
        </span>
      ),
    csv: ({ used }) => (used === null ? '' : `${used.usd} per ${used.per}: ${used.source}`),
    align: 'end',
    width: 132,
  },
  {
    id: 'others',
    header: 'Others say',
    cell: ({ others }) => (
      <ul className="plain-list">
        {others.map((price) => (
          <li key={JSON.stringify(price)}>
            {priceTerms(price)}, <SourceLink source={price.source} />
          </li>
        ))}
      </ul>
    ),
    csv: ({ others }) =>
      others.map(({ usd, per, source }) => `${usd} per ${per}: ${source}`).join('; '),
    width: 260,
    grow: 4,
  },
  {
    id: 'reason',
    header: 'Why',
    cell: ({ reason }) => reason,
    csv: ({ reason }) => reason,
    sort: ({ reason }) => reason,
    width: 200,
    grow: 2,
    shown: 'wide',
  },
];
