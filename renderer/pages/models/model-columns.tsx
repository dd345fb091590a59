import Toggle from '@cloudscape-design/components/toggle';
import type { ModelRow } from '../../../shared/api/answers.ts';
import { parseUsd } from '../../../shared/model/usd.ts';
import { allTokens } from '../../charts/measure.ts';
import { Money } from '../../components/money.tsx';
import type { Column } from '../../components/table/column.ts';
import { Tokens } from '../../components/tokens.tsx';
import { exactCount } from '../../format.ts';
import { LifecycleBadge } from './lifecycle.tsx';
import {
  accessWords,
  callersWords,
  lifecycleWords,
  priceRangeWords,
  priceWords,
  shortAccess,
} from './model-words.ts';
import type { Approve } from './use-approval.ts';

type ModelColumn = Column<ModelRow>;

/** What a table says of models; `unread` is said where a row rests on what was not read. */
export function modelColumns(approve: Approve, unread: string | null): readonly ModelColumn[] {
  return [
    ...identityColumns,
    ...useColumns,
    ...offerColumns(unread),
    {
      id: 'approved',
      header: 'Approved',
      cell: (row) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keeps clicks on the switch from opening the row
        // biome-ignore lint/a11y/noStaticElementInteractions: as above; the switch itself has the role
        <span onClick={(event) => event.stopPropagation()}>
          <Toggle
            checked={row.approved}
            ariaLabel={`Approve ${row.label}`}
            onChange={({ detail }) => approve(row, detail.checked)}
          />
        </span>
      ),
      csv: ({ approved }) => approved,
      sort: ({ approved }) => Number(approved),
      width: 122,
    },
  ];
}

const identityColumns: readonly ModelColumn[] = [
  {
    id: 'model',
    header: 'Model',
    cell: ({ label, modelId }) => <span title={modelId}>{label}</span>,
    csv: ({ modelId }) => modelId,
    sort: ({ label }) => label,
    width: 184,
    grow: 2,
  },
  {
    id: 'provider',
    header: 'Provider',
    cell: ({ provider }) => provider,
    csv: ({ provider }) => provider,
    sort: ({ provider }) => provider,
    width: 110,
    shown: false,
  },
  {
    id: 'lifecycle',
    header: 'Lifecycle',
    cell: (row) => <LifecycleBadge row={row} />,
    csv: lifecycleWords,
    sort: ({ lifecycle }) => lifecycle?.endOfLifeTime ?? `9999 ${lifecycle?.status ?? 'unknown'}`,
    width: 150,
    grow: 0.5,
  },
];

const useColumns: readonly ModelColumn[] = [
  {
    id: 'calls',
    header: 'Calls',
    cell: ({ use }) => <Tokens count={use.calls} of="calls in 30 days" />,
    csv: ({ use }) => use.calls,
    sort: ({ use }) => use.calls,
    align: 'end',
    width: 90,
  },
  {
    id: 'callers',
    header: 'Called by',
    cell: (row) => <span title={callerNames(row)}>{callersWords(row) || '-'}</span>,
    csv: ({ use }) => use.callers.map(({ principalArn }) => principalArn ?? '').join(' '),
    sort: ({ use }) => use.callerCount,
    width: 160,
    grow: 1.5,
  },
  {
    id: 'tokens',
    header: 'Tokens',
    cell: ({ use }) => <Tokens count={allTokens(use.tokens)} />,
    csv: ({ use }) => allTokens(use.tokens),
    sort: ({ use }) => allTokens(use.tokens),
    align: 'end',
    width: 100,
    shown: false,
  },
  {
    id: 'cost',
    header: 'Cost',
    cell: ({ use }) => (use.calls === 0 ? '-' : <Money usd={use.usd} />),
    csv: ({ use }) => use.usd,
    sort: ({ use }) => parseUsd(use.usd ?? '0'),
    align: 'end',
    width: 100,
  },
];

function callerNames({ use }: ModelRow): string {
  const names = use.callers.map(
    ({ principalArn, calls }) => `${principalArn ?? 'not known'}: ${exactCount(calls)} calls`,
  );
  const more = use.callerCount - use.callers.length;
  return [...names, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

function offerColumns(unread: string | null): readonly ModelColumn[] {
  return [
    {
      id: 'price',
      header: 'Price',
      cell: (row) => (
        <span className="figure" title={priceRangeWords(row) || 'No price line covers it'}>
          {priceWords(row)}
        </span>
      ),
      csv: priceRangeWords,
      sort: ({ prices }) => parseUsd(prices[0]?.least ?? '0'),
      width: 128,
    },
    {
      id: 'access',
      header: 'Access',
      cell: (row) => <span title={accessWords(row)}>{shortAccess(row)}</span>,
      csv: accessWords,
      sort: ({ entitlement }) => entitlement?.usable ?? -1,
      width: 98,
      shown: false,
    },
    {
      id: 'regions',
      header: 'Offered in',
      cell: ({ regions }) => (
        <span title={[...regions, ...(unread === null ? [] : [unread])].join(', ')}>
          {regions.length === 0 ? 'no Region read' : regions.join(', ')}
        </span>
      ),
      csv: ({ regions }) => regions.join(' '),
      sort: ({ regions }) => regions.length,
      width: 150,
      grow: 2,
      shown: false,
    },
    {
      id: 'destinations',
      header: 'Profiles',
      cell: ({ destinations }) => (
        <span title={destinations.map((d) => `${d.geography}: ${d.regions.join(', ')}`).join('\n')}>
          {destinations.map(({ geography }) => geography).join(', ') || '-'}
        </span>
      ),
      csv: ({ destinations }) => destinations.map(({ geography }) => geography).join(' '),
      sort: ({ destinations }) => destinations.length,
      width: 130,
      shown: false,
    },
  ];
}
