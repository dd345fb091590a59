import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RequiredPolicy } from '../../../shared/api/answers.ts';
import type { FeatureId } from '../../../shared/model/features.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { countOf, exactCount } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';

type PolicyAction = RequiredPolicy['actions'][number];

/** The policy for some features, and what each of its actions is for. */
export function RequiredPolicySection({ features }: { readonly features: readonly FeatureId[] }) {
  const policy = useAnswer('policy.get', { features: [...features] }, { keepPrevious: true });
  if (policy.error !== null) {
    return <Failed what="The policy" error={policy.error} onRetry={() => void policy.refetch()} />;
  }
  if (policy.data === undefined) return <Loading label="the policy" height={420} />;
  const { json, actions } = policy.data;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description={sizeInWords(policy.data)}
            actions={
              <CopyToClipboard
                copyButtonText="Copy policy"
                textToCopy={json}
                copySuccessText="The policy is on the clipboard"
                copyErrorText="The clipboard refused"
              />
            }
          >
            Required IAM policy
          </Header>
        }
      >
        <CodeBlock label="IAM policy" text={json} maxHeight={320} />
      </Container>
      <DataTable
        id="policy-actions"
        title="Actions"
        main
        columns={COLUMNS}
        rows={actions}
        trackBy={({ action }) => action}
        empty={<Empty title="No action is needed" />}
      />
    </SpaceBetween>
  );
}

/** How large the policy is beside what IAM takes. */
export function sizeInWords({ actions, characters, charactersAllowed }: RequiredPolicy): string {
  const size = `${countOf(actions.length, 'action')}, ${exactCount(characters)} of ${exactCount(charactersAllowed)} characters that one managed policy may have`;
  return characters <= charactersAllowed
    ? `${size}.`
    : `${size}: choose fewer features and attach several policies.`;
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
    width: 400,
    grow: 1,
  },
];
