import type { CacheWriter } from '../../../../shared/api/answers.ts';
import { principalLabel } from '../../../../shared/model/principal.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { principalName } from '../../../components/principal-name.ts';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { Tokens } from '../../../components/tokens.tsx';
import { exactCount } from '../../../format.ts';
import { sentence } from '../../../spend/words.ts';
import { writersWithoutPay } from './cache-words.ts';

interface WriterTableProps {
  readonly writers: readonly CacheWriter[];
  /** Why usage is not known, as the rest of a sentence; null where it was counted. */
  readonly notCounted: string | null;
}

/** Whose writes never paid off, or cannot be judged. */
export function WriterTable({ writers, notCounted }: WriterTableProps) {
  return (
    <DataTable
      id="spend-cache-writers"
      wrap
      title="Writes that never paid off"
      description="A spell begins with a write and ends when nothing touched the cache for its time to live. One did not pay off if its reads saved less than its writes cost above input. Of logged calls alone."
      columns={COLUMNS}
      rows={writersWithoutPay(writers)}
      trackBy={({ principalArn, accountId, region, modelId, tier }) =>
        [principalArn, accountId, region, modelId, tier].join(' ')
      }
      initialSort={{ columnId: 'lost', descending: true }}
      empty={
        <Empty title={emptyTitle(writers, notCounted)}>
          {notCounted === null
            ? 'Invocation logs name who wrote; metrics do not.'
            : sentence(notCounted)}
        </Empty>
      }
    />
  );
}

function emptyTitle(writers: readonly CacheWriter[], notCounted: string | null): string {
  if (notCounted !== null) return 'Who wrote is not known';
  return writers.length === 0
    ? 'No logged call wrote to the cache'
    : 'All writes that can be judged paid off';
}

function countColumn(
  column: Pick<Column<CacheWriter>, 'id' | 'header' | 'shown'>,
  of: (row: CacheWriter) => number,
): Column<CacheWriter> {
  return {
    ...column,
    cell: (row) => exactCount(of(row)),
    csv: of,
    sort: of,
    align: 'end',
    width: 104,
  };
}

function tokenColumn(
  column: Pick<Column<CacheWriter>, 'id' | 'header' | 'shown'>,
  of: (row: CacheWriter) => number,
): Column<CacheWriter> {
  return { ...countColumn(column, of), cell: (row) => <Tokens count={of(row)} />, width: 116 };
}

function moneyColumn(
  column: Pick<Column<CacheWriter>, 'id' | 'header'>,
  of: (money: Extract<CacheWriter['money'], { found: true }>) => string,
): Column<CacheWriter> {
  const usdOf = ({ money }: CacheWriter) => (money.found ? of(money) : null);
  return {
    ...column,
    cell: (row) => (
      <span title={row.money.found ? '' : row.money.reason}>
        <Money usd={usdOf(row)} />
      </span>
    ),
    csv: (row) => usdOf(row) ?? 'unpriced',
    sort: (row) => parseUsd(usdOf(row) ?? '0'),
    align: 'end',
    width: 104,
  };
}

function lossySpells({ money }: CacheWriter): number {
  return money.found ? money.lossySpells : -1;
}

const COLUMNS: readonly Column<CacheWriter>[] = [
  {
    id: 'principal',
    header: 'Principal',
    cell: ({ principalArn }) =>
      principalArn === null ? (
        'not told'
      ) : (
        <span title={principalArn}>
          <PageLink to="/audit" query={{ principal: principalArn }}>
            {principalName(principalLabel(principalArn))}
          </PageLink>
        </span>
      ),
    csv: ({ principalArn }) => principalArn,
    sort: ({ principalArn }) => principalArn ?? '',
    width: 140,
    grow: 1,
  },
  {
    id: 'model',
    header: 'Model',
    cell: ({ model, modelId }) => <span title={modelId}>{model}</span>,
    csv: ({ modelId }) => modelId,
    sort: ({ model }) => model,
    width: 130,
    grow: 1,
  },
  {
    id: 'region',
    header: 'Region',
    cell: ({ region }) => region,
    csv: ({ region }) => region,
    sort: ({ region }) => region,
    width: 108,
  },
  countColumn({ id: 'spells', header: 'Spells' }, ({ spells }) => spells),
  {
    ...countColumn({ id: 'lossy', header: 'Not paid off' }, lossySpells),
    cell: ({ money }) => (money.found ? exactCount(money.lossySpells) : 'not known'),
    csv: ({ money }) => (money.found ? money.lossySpells : 'not known'),
  },
  countColumn(
    { id: 'unread', header: 'Never read', shown: 'wide' },
    ({ unreadSpells }) => unreadSpells,
  ),
  countColumn({ id: 'open', header: 'Still open', shown: 'wide' }, ({ openSpells }) => openSpells),
  tokenColumn({ id: 'written', header: 'Written' }, ({ writtenTokens }) => writtenTokens),
  tokenColumn({ id: 'read', header: 'Read', shown: 'wide' }, ({ readTokens }) => readTokens),
  moneyColumn({ id: 'lost', header: 'Lost (USD)' }, ({ lostUsd }) => lostUsd),
  moneyColumn({ id: 'net', header: 'Saved (USD)' }, ({ netUsd }) => netUsd),
  {
    id: 'account',
    header: 'Account',
    cell: ({ accountId }) => accountId,
    csv: ({ accountId }) => accountId,
    width: 130,
    shown: 'wide',
  },
];
