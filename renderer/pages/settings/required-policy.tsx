import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RequiredPolicy } from '../../../shared/api/answers.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyPolicy } from '../../components/copy-policy.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';

type PolicyAction = RequiredPolicy['actions'][number];

/** The read-only policy that Assay needs, and what each of its actions is for. */
export function RequiredPolicySection() {
  const policy = useAnswer('policy.get', {});
  return (
    <ExpandableSection
      variant="container"
      headerText="Required IAM policy"
      headerDescription={
        policy.data === undefined
          ? 'Read-only'
          : `Read-only: ${countOf(policy.data.actions.length, 'action')}. Without one of them, what depends on it is unknown.`
      }
      headerActions={<CopyPolicy />}
    >
      {policy.error !== null ? (
        <Failed what="The policy" error={policy.error} onRetry={() => void policy.refetch()} />
      ) : policy.data === undefined ? (
        <Loading label="the policy" height={300} />
      ) : (
        <SpaceBetween size="m">
          <CodeBlock label="IAM policy" text={policy.data.json} maxHeight={320} />
          <DataTable
            id="policy-actions"
            title="Actions"
            variant="borderless"
            columns={COLUMNS}
            rows={policy.data.actions}
            trackBy={({ action }) => action}
            empty={<Empty title="No action is needed" />}
          />
        </SpaceBetween>
      )}
    </ExpandableSection>
  );
}

const COLUMNS: readonly Column<PolicyAction>[] = [
  {
    id: 'action',
    header: 'Action',
    cell: ({ action }) => action,
    csv: ({ action }) => action,
    sort: ({ action }) => action,
    width: 360,
  },
  {
    id: 'used-for',
    header: 'Used for',
    cell: ({ usedFor }) => <span title={usedFor}>{usedFor}</span>,
    csv: ({ usedFor }) => usedFor,
    sort: ({ usedFor }) => usedFor,
    width: 520,
  },
];
