import SpaceBetween from '@cloudscape-design/components/space-between';
import type { LintFoundRow } from '../../../../shared/api/access-answers.ts';
import { DetailsPanel } from '../../../components/details-panel.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { Empty, Failed } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { textFilter, useFilters } from '../../../filters.ts';
import { exactCount } from '../../../format.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { POLICY_WORDS } from '../explain/proof-words.ts';
import { TabLink } from '../parts/tab-link.tsx';
import { FOUND_LIMIT, useFoundPolicies } from '../parts/use-found-policies.ts';
import { FindingList } from './finding-list.tsx';
import { countsWords, foundWords, weightOf } from './lint-words.ts';

const foundFilters = { open: textFilter('policy') } as const;

/** The policies that were read in which something is wrong. */
export function LintFound() {
  const [{ open }, update] = useFilters(foundFilters);
  const answer = useFoundPolicies();
  const all = useAnswer('access.policies-found', { offset: 0, limit: 1 });
  if (answer.error !== null) {
    return <Failed what="Policies" error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { rows = [], total = 0 } = answer.data ?? {};
  const opened = rows.find((row) => foundId(row) === open);
  const cut =
    total > rows.length ? ` The first ${exactCount(FOUND_LIMIT)} of ${exactCount(total)}.` : '';
  return (
    <>
      <DataTable
        id="access-lint-found"
        title="Policies with findings"
        description={`${foundWords(total, all.data?.total)}${cut}`}
        main
        columns={COLUMNS}
        rows={rows}
        trackBy={foundId}
        loading={answer.data === undefined}
        initialSort={{ columnId: 'findings', descending: true }}
        openId={open}
        onOpen={(row) => update({ open: foundId(row) }, { replace: open !== '' })}
        empty={
          <Empty title="No policy with findings">
            Policies are read with the identities of an account.
          </Empty>
        }
      />
      {opened === undefined ? null : (
        <DetailsPanel title={opened.policy.name} onClose={() => update({ open: '' })}>
          <FoundPolicy row={opened} />
        </DetailsPanel>
      )}
    </>
  );
}

/** What names a policy in the address. */
function foundId({ policy }: LintFoundRow): string {
  return policy.policyId;
}

function FoundPolicy({ row }: { readonly row: LintFoundRow }) {
  const { document, name, policyId } = row.policy;
  return (
    <SpaceBetween size="m">
      {document === null ? null : (
        <TabLink tab="change" filters={{ policy: policyId }}>
          Edit in What changes if
        </TabLink>
      )}
      <FindingList findings={row.findings} />
      {document === null ? (
        'Not read: what it allows or denies is unknown.'
      ) : (
        <JsonView text={document} label={`policy ${name}`} maxHeight={520} />
      )}
    </SpaceBetween>
  );
}

const COLUMNS: readonly Column<LintFoundRow>[] = [
  {
    id: 'policy',
    header: 'Policy',
    cell: ({ policy }) => <span title={policy.policyId}>{policy.name}</span>,
    csv: ({ policy }) => policy.policyId,
    sort: ({ policy }) => policy.name,
    width: 200,
    grow: 2,
  },
  {
    id: 'type',
    header: 'Kind',
    cell: ({ policy }) => POLICY_WORDS[policy.type],
    csv: ({ policy }) => POLICY_WORDS[policy.type],
    sort: ({ policy }) => POLICY_WORDS[policy.type],
    width: 150,
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
    id: 'principals',
    header: 'Bears on',
    cell: ({ principals }) => <span className="figure">{exactCount(principals)}</span>,
    csv: ({ principals }) => principals,
    sort: ({ principals }) => principals,
    align: 'end',
    width: 116,
  },
  {
    id: 'findings',
    header: 'Findings',
    cell: ({ findings }) => countsWords(findings),
    csv: ({ findings }) => countsWords(findings),
    sort: weightOf,
    width: 170,
  },
  {
    id: 'first',
    header: 'What',
    cell: ({ findings }) => (
      <span title={findings.map(({ message }) => message).join('\n')}>
        {findings[0]?.message ?? '-'}
      </span>
    ),
    csv: ({ findings }) => findings.map(({ path, message }) => `${path}: ${message}`).join('; '),
    sort: ({ findings }) => findings[0]?.check ?? '',
    width: 220,
    grow: 3,
  },
];
