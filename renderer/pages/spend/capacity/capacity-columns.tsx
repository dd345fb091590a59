import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { CapacityRow } from '../../../../shared/api/answers.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import type { Column } from '../../../components/table/column.ts';
import { exactCount } from '../../../format.ts';
import { billedCapacityWords, breakEvenWords, expiryWords, shareWords } from './capacity-words.ts';

/** Tells purchases apart. */
export function capacityKey({ kind, arn, name, accountId, region }: CapacityRow): string {
  return arn ?? [kind, name, accountId, region].join(' ');
}

function moneyColumn(
  column: Pick<Column<CapacityRow>, 'id' | 'header' | 'shown'>,
  of: (row: CapacityRow) => { readonly usd: string | null; readonly reason: string | null },
): Column<CapacityRow> {
  return {
    ...column,
    cell: (row) => (
      <span title={of(row).reason ?? ''}>
        <Money usd={of(row).usd} />
      </span>
    ),
    csv: (row) => of(row).usd ?? 'unpriced',
    sort: (row) => parseUsd(of(row).usd ?? '0'),
    align: 'end',
    width: 138,
  };
}

/** What is told of bought capacity. */
export const CAPACITY_COLUMNS: readonly Column<CapacityRow>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ name, arn }) => <span title={arn ?? name}>{name}</span>,
    csv: ({ name }) => name,
    sort: ({ name }) => name,
    width: 124,
    grow: 1,
  },
  {
    id: 'model',
    header: 'Model',
    cell: ({ model, modelId }) => <span title={modelId}>{model}</span>,
    csv: ({ modelId }) => modelId,
    sort: ({ model }) => model,
    width: 112,
    grow: 1,
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: ({ kind }) => kind,
    csv: ({ kind }) => kind,
    sort: ({ kind }) => kind,
    width: 116,
    shown: 'wide',
  },
  {
    id: 'units',
    header: 'Units',
    cell: ({ units }) => exactCount(units),
    csv: ({ units }) => units,
    sort: ({ units }) => units,
    align: 'end',
    width: 92,
  },
  {
    id: 'busy',
    header: 'Busy hours',
    cell: ({ busyHours }) => shareWords(busyHours),
    csv: ({ busyHours }) => busyHours,
    sort: ({ busyHours }) => busyHours ?? -1,
    align: 'end',
    width: 134,
  },
  {
    ...moneyColumn({ id: 'cost', header: 'Cost (USD)' }, ({ costUsd, unpricedReason }) => ({
      usd: costUsd,
      reason: unpricedReason,
    })),
    cell: (row) => (
      <span title={row.unpricedReason ?? ''}>
        <Money usd={row.costUsd} />
        {row.costProvenance === 'billed' ? (
          <>
            {' '}
            <ProvenanceBadge provenance="billed" />
          </>
        ) : null}
        {row.costUsd === null && row.billed !== null ? (
          <div className="quiet">billed {billedCapacityWords(row)}</div>
        ) : null}
      </span>
    ),
  },
  {
    id: 'cost-provenance',
    header: 'Cost is',
    cell: ({ costProvenance }) => costProvenance,
    csv: ({ costProvenance }) => costProvenance,
    width: 100,
    shown: false,
  },
  moneyColumn(
    { id: 'on-demand', header: 'On demand (USD)', shown: 'wide' },
    ({ onDemandUsd, onDemandReason }) => ({
      usd: onDemandUsd,
      reason: onDemandReason,
    }),
  ),
  moneyColumn(
    { id: 'saved', header: 'Saved (USD)' },
    ({ savedUsd, unpricedReason, onDemandReason }) => ({
      usd: savedUsd,
      reason: unpricedReason ?? onDemandReason,
    }),
  ),
  {
    id: 'break-even',
    header: 'Break-even',
    cell: ({ breakEvenTimes }) => breakEvenWords(breakEvenTimes),
    csv: ({ breakEvenTimes }) => breakEvenTimes,
    sort: ({ breakEvenTimes }) => breakEvenTimes ?? Number.MAX_SAFE_INTEGER,
    width: 190,
    shown: 'wide',
    grow: 0.5,
  },
  {
    id: 'expiry',
    header: 'Binds',
    cell: ({ expiry }) =>
      expiry.state === 'ends-soon' ? (
        <StatusIndicator type="warning">{expiryWords(expiry)}</StatusIndicator>
      ) : (
        expiryWords(expiry)
      ),
    csv: ({ expiry }) => expiryWords(expiry),
    sort: ({ expiry }) => ('on' in expiry ? expiry.on : ''),
    width: 190,
  },
  {
    id: 'region',
    header: 'Region',
    cell: ({ region }) => region,
    csv: ({ region }) => region,
    sort: ({ region }) => region,
    width: 112,
    shown: 'wide',
  },
  {
    id: 'account',
    header: 'Account',
    cell: ({ accountId }) => accountId,
    csv: ({ accountId }) => accountId,
    width: 130,
    shown: 'wide',
  },
];
