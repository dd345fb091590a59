import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ApiKeyRow } from '../../../../shared/api/access-answers.ts';
import type { Column } from '../../../components/table/column.ts';
import { When } from '../../../components/when.tsx';
import { exactCount } from '../../../format.ts';
import { MiddleCut } from '../parts/middle-cut.tsx';
import { modelsWords, servicesWords } from './key-words.ts';

/** What a table says of API keys. */
export const keyColumns: readonly Column<ApiKeyRow>[] = [
  {
    id: 'owner',
    header: 'Owner',
    cell: ({ ownerName, ownerArn }) => <MiddleCut text={ownerName} title={ownerArn} />,
    csv: ({ ownerArn }) => ownerArn,
    sort: ({ ownerName }) => ownerName,
    width: 170,
    grow: 2,
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: ({ kind }) => kind,
    csv: ({ kind }) => kind,
    sort: ({ kind }) => kind,
    width: 100,
    shown: 'roomy',
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => (
      <StatusIndicator type={status === 'Active' ? 'success' : 'stopped'}>{status}</StatusIndicator>
    ),
    csv: ({ status }) => status,
    sort: ({ status }) => status,
    width: 110,
  },
  {
    id: 'account',
    header: 'Account',
    cell: ({ accountId }) => <span className="figure">{accountId}</span>,
    csv: ({ accountId }) => accountId,
    sort: ({ accountId }) => accountId,
    width: 130,
    shown: 'wide',
  },
  {
    id: 'created-by',
    header: 'Created by',
    cell: ({ createdBy }) =>
      createdBy === null ? 'not known' : <MiddleCut text={createdBy} title={createdBy} />,
    csv: ({ createdBy }) => createdBy,
    sort: ({ createdBy }) => createdBy ?? '',
    width: 150,
    grow: 1,
    shown: 'wide',
  },
  {
    id: 'created',
    header: 'Created',
    cell: ({ createdAt }) => (createdAt === null ? 'not known' : <When at={createdAt} as="ago" />),
    csv: ({ createdAt }) => createdAt,
    sort: ({ createdAt }) => createdAt ?? '',
    width: 112,
    shown: 'wide',
  },
  {
    id: 'expires',
    header: 'Expires',
    cell: (row) => <Expiry row={row} />,
    csv: ({ expiresAt, neverExpires }) => (neverExpires ? 'never' : expiresAt),
    sort: ({ expiresAt, neverExpires }) => (neverExpires ? '9999' : (expiresAt ?? '')),
    width: 112,
  },
  {
    id: 'last',
    header: 'Used',
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? 'not seen' : <When at={lastUsedAt} as="ago" />,
    csv: ({ lastUsedAt }) => lastUsedAt,
    sort: ({ lastUsedAt }) => lastUsedAt ?? '',
    width: 106,
  },
  {
    id: 'calls',
    header: 'Calls',
    cell: ({ calls }) => <span className="figure">{exactCount(calls)}</span>,
    csv: ({ calls }) => calls,
    sort: ({ calls }) => calls,
    align: 'end',
    width: 88,
  },
  {
    id: 'models',
    header: 'Models',
    cell: (row) => <span title={modelsWords(row)}>{modelsWords(row)}</span>,
    csv: modelsWords,
    sort: ({ models }) => models.allowed,
    width: 104,
  },
  {
    id: 'beside',
    header: 'Other services',
    cell: (row) => <span title={servicesWords(row)}>{servicesWords(row) || '-'}</span>,
    csv: ({ otherServices }) => otherServices.join(' '),
    sort: ({ otherServices }) => otherServices.length,
    width: 160,
    grow: 1,
    shown: 'roomy',
  },
  {
    id: 'credentials',
    header: 'Other credentials',
    cell: ({ otherCredentials }) => (
      <span title={otherCredentials.join(', ')}>{otherCredentials.join(', ') || '-'}</span>
    ),
    csv: ({ otherCredentials }) => otherCredentials.join(' '),
    sort: ({ otherCredentials }) => otherCredentials.length,
    width: 150,
    grow: 1,
    shown: 'wide',
  },
];

/** When a key ends; one that never does says so in red. */
export function Expiry({ row: { neverExpires, expiresAt } }: { readonly row: ApiKeyRow }) {
  if (neverExpires) return <StatusIndicator type="error">never</StatusIndicator>;
  if (expiresAt === null) return 'not known';
  return (
    <span className="figure" title={expiresAt}>
      {expiresAt.slice(0, 10)}
    </span>
  );
}
