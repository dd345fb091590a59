import type { CacheRow } from '../../../../shared/api/answers.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { Tokens } from '../../../components/tokens.tsx';
import { sentence } from '../../../spend/words.ts';
import { rateWords } from './cache-words.ts';

interface CacheTableProps {
  readonly rows: readonly CacheRow[];
  /** Why usage is not known, as the rest of a sentence; null where it was counted. */
  readonly notCounted: string | null;
}

/** Cache use by model, Region and tier. */
export function CacheTable({ rows, notCounted }: CacheTableProps) {
  return (
    <DataTable
      id="spend-cache"
      wrap
      title="Cache use by model"
      description="Saved: what reads saved against input, less what writes cost above it"
      columns={COLUMNS}
      rows={rows}
      trackBy={({ modelId, region, tier }) => `${modelId} ${region} ${tier}`}
      initialSort={{ columnId: 'saved', descending: true }}
      empty={
        <Empty title={notCounted === null ? 'No model used the cache' : 'Cache use is not known'}>
          {notCounted === null
            ? 'Cache reads and writes are counted in invocation logs and metrics.'
            : sentence(notCounted)}
        </Empty>
      }
      main
    />
  );
}

function tokenColumn(
  column: Pick<Column<CacheRow>, 'id' | 'header'>,
  of: (row: CacheRow) => number,
): Column<CacheRow> {
  return {
    ...column,
    cell: (row) => <Tokens count={of(row)} />,
    csv: of,
    sort: of,
    align: 'end',
    width: 124,
  };
}

const COLUMNS: readonly Column<CacheRow>[] = [
  {
    id: 'model',
    header: 'Model',
    cell: ({ model, modelId }) => <span title={modelId}>{model}</span>,
    csv: ({ modelId }) => modelId,
    sort: ({ model }) => model,
    width: 150,
    grow: 1,
  },
  {
    id: 'region',
    header: 'Region',
    cell: ({ region }) => region,
    csv: ({ region }) => region,
    sort: ({ region }) => region,
    width: 116,
  },
  {
    id: 'tier',
    header: 'Tier',
    cell: ({ tier }) => tier,
    csv: ({ tier }) => tier,
    sort: ({ tier }) => tier,
    width: 96,
    shown: 'wide',
  },
  {
    id: 'hit-rate',
    header: 'Hit rate',
    cell: ({ hitRate }) => rateWords(hitRate),
    csv: ({ hitRate }) => hitRate,
    sort: ({ hitRate }) => hitRate ?? -1,
    align: 'end',
    width: 110,
  },
  tokenColumn({ id: 'read', header: 'Read tokens' }, ({ tokens }) => tokens.cacheRead),
  tokenColumn({ id: 'written', header: 'Written tokens' }, ({ tokens }) => tokens.cacheWrite),
  tokenColumn({ id: 'input', header: 'Input tokens' }, ({ tokens }) => tokens.input),
  {
    id: 'saved',
    header: 'Saved (USD)',
    cell: ({ savingsUsd }) => <Money usd={savingsUsd} />,
    csv: ({ savingsUsd }) => savingsUsd ?? 'unpriced',
    sort: ({ savingsUsd }) => parseUsd(savingsUsd ?? '0'),
    align: 'end',
    width: 130,
  },
];
