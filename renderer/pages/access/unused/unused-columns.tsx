import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { UnusedRow } from '../../../../shared/api/access-answers.ts';
import type { Column } from '../../../components/table/column.ts';
import { When } from '../../../components/when.tsx';
import { exactCount } from '../../../format.ts';
import { KIND_WORDS, rowName } from '../access-words.ts';
import { VERDICT_WORDS, wildcardWords } from './unused-words.ts';

const TYPE = {
  'never-used': 'error',
  'partly-used': 'warning',
  'not-known': 'pending',
  used: 'success',
} as const;
const ORDER: readonly UnusedRow['verdict'][] = ['never-used', 'partly-used', 'not-known', 'used'];

/** What a table says of access that is not used. */
export const unusedColumns: readonly Column<UnusedRow>[] = [
  {
    id: 'principal',
    header: 'Principal',
    cell: (row) => <span title={row.principalArn}>{rowName(row)}</span>,
    csv: ({ principalArn }) => principalArn,
    sort: rowName,
    width: 180,
    grow: 2,
  },
  {
    id: 'verdict',
    header: 'Verdict',
    cell: ({ verdict }) => (
      <StatusIndicator type={TYPE[verdict]}>{VERDICT_WORDS[verdict]}</StatusIndicator>
    ),
    csv: ({ verdict }) => verdict,
    sort: ({ verdict }) => ORDER.indexOf(verdict),
    width: 130,
  },
  {
    id: 'allowed',
    header: 'Allowed',
    cell: ({ allowedModels, conditionalModels }) => (
      <span
        className="figure"
        title={`${exactCount(allowedModels)} models allowed, ${exactCount(conditionalModels)} more under conditions`}
      >
        {exactCount(allowedModels)}
      </span>
    ),
    csv: ({ allowedModels }) => allowedModels,
    sort: ({ allowedModels }) => allowedModels,
    align: 'end',
    width: 106,
  },
  {
    id: 'conditional',
    header: 'Conditional',
    cell: ({ conditionalModels }) => exactCount(conditionalModels),
    csv: ({ conditionalModels }) => conditionalModels,
    sort: ({ conditionalModels }) => conditionalModels,
    align: 'end',
    width: 112,
    shown: 'wide',
  },
  {
    id: 'used',
    header: 'Used',
    cell: ({ usedModels }) => exactCount(usedModels),
    csv: ({ usedModels }) => usedModels,
    sort: ({ usedModels }) => usedModels,
    align: 'end',
    width: 92,
  },
  {
    id: 'wildcards',
    header: 'Wildcard grants',
    cell: ({ wildcards }) => (
      <span title={wildcards.map(wildcardWords).join('\n')}>
        {wildcards[0] === undefined ? '-' : wildcardWords(wildcards[0])}
      </span>
    ),
    csv: ({ wildcards }) => wildcards.map(wildcardWords).join('; '),
    sort: ({ wildcards }) => wildcards.length,
    width: 180,
    grow: 3,
  },
  {
    id: 'account',
    header: 'Account',
    cell: ({ accountId }) => <span className="figure">{accountId}</span>,
    csv: ({ accountId }) => accountId,
    sort: ({ accountId }) => accountId,
    width: 130,
    shown: 'roomy',
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: ({ kind }) => KIND_WORDS[kind],
    csv: ({ kind }) => KIND_WORDS[kind],
    sort: ({ kind }) => KIND_WORDS[kind],
    width: 130,
    shown: 'wide',
  },
  {
    id: 'last',
    header: 'Last day',
    cell: lastDayWords,
    csv: ({ lastDay }) => lastDay,
    sort: ({ lastDay }) => lastDay ?? '',
    width: 112,
  },
  {
    id: 'iam',
    header: 'Last by IAM',
    cell: (row) => <LastByIam row={row} />,
    csv: ({ serviceLastAccessed, serviceLastAccessedKnown }) =>
      serviceLastAccessedKnown ? (serviceLastAccessed ?? 'never') : 'not known',
    sort: ({ serviceLastAccessed }) => serviceLastAccessed ?? '',
    width: 122,
    shown: 'wide',
  },
  {
    id: 'unused-models',
    header: 'Models not used',
    cell: ({ unusedModels }) => (
      <span title={unusedModels.join('\n')}>{unusedModels.join(', ')}</span>
    ),
    csv: ({ unusedModels }) => unusedModels.join(' '),
    width: 200,
    grow: 2,
    shown: false,
  },
];

function lastDayWords({ lastDay, verdict }: UnusedRow): string {
  return lastDay ?? (verdict === 'not-known' ? 'not known' : 'never');
}

/** IAM's own last access of Bedrock, refused calls counted. */
function LastByIam({ row }: { readonly row: UnusedRow }) {
  if (!row.serviceLastAccessedKnown) return <span title="IAM was not asked">not known</span>;
  return row.serviceLastAccessed === null ? (
    'never'
  ) : (
    <When at={row.serviceLastAccessed} as="ago" />
  );
}
