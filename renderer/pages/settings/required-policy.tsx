import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { RequiredPolicy, WorkspacePolicy } from '../../../shared/api/answers.ts';
import type { FeatureId } from '../../../shared/model/features.ts';
import type { Partition } from '../../../shared/model/partition.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { PolicyCopies, partInWords } from '../../components/policy-copies.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { countOf, exactCount } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';

type PolicyAction = RequiredPolicy['actions'][number];

/** The policy for some features, and what each of its actions is for. */
export function RequiredPolicySection({ features }: { readonly features: readonly FeatureId[] }) {
  const [partition, setPartition] = useState<Partition | null>(null);
  const policy = useAnswer(
    'policy.get',
    { features: [...features], ...(partition !== null && { partition }) },
    { keepPrevious: true },
  );
  if (policy.error !== null) {
    return <Failed what="The policy" error={policy.error} onRetry={() => void policy.refetch()} />;
  }
  if (policy.data === undefined) return <Loading label="the policy" height={420} />;
  const { parts, actions } = policy.data;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description={sizeInWords(policy.data)}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <PartitionChoice policy={policy.data} onChoose={setPartition} />
                <PolicyCopies
                  label="Copy policy"
                  parts={parts}
                  copied="The policy is on the clipboard"
                />
              </SpaceBetween>
            }
          >
            Required IAM policy
          </Header>
        }
      >
        <SpaceBetween size="m">
          {parts.map(({ json, characters }, index) => (
            <PartOfPolicy
              key={json}
              json={json}
              title={titleOfPart(index, parts.length, characters)}
            />
          ))}
        </SpaceBetween>
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

/** One managed policy, with its title where there are several. */
function PartOfPolicy({ title, json }: { readonly title: string; readonly json: string }) {
  return (
    <div>
      {title !== '' && <Box variant="h4">{title}</Box>}
      <CodeBlock
        label={title === '' ? 'IAM policy' : `IAM policy, ${title}`}
        text={json}
        maxHeight={320}
      />
    </div>
  );
}

function titleOfPart(index: number, parts: number, characters: number): string {
  const part = partInWords(index, parts);
  return part === '' ? '' : `P${part.slice(1)}: ${exactCount(characters)} characters`;
}

const PARTITION_WORDS: Readonly<Record<Partition, string>> = {
  aws: 'AWS',
  'aws-us-gov': 'AWS GovCloud (US)',
  'aws-cn': 'AWS China',
  'aws-eusc': 'AWS European Sovereign Cloud',
  'aws-iso': 'AWS Top Secret',
  'aws-iso-b': 'AWS Secret',
  'aws-iso-e': 'AWS ISOE (Europe)',
  'aws-iso-f': 'AWS ISOF',
};

/** Connections in several partitions need a policy each. */
function PartitionChoice({
  policy: { partition, partitions },
  onChoose,
}: {
  readonly policy: WorkspacePolicy;
  readonly onChoose: (partition: Partition) => void;
}) {
  if (partitions.length < 2) return null;
  return (
    <SegmentedControl
      label="Policy for"
      selectedId={partition}
      options={partitions.map((id) => ({ id, text: PARTITION_WORDS[id] }))}
      onChange={({ detail }) => {
        const chosen = partitions.find((each) => each === detail.selectedId);
        if (chosen !== undefined) onChoose(chosen);
      }}
    />
  );
}

/** How large the policy is beside what IAM takes. */
export function sizeInWords({
  actions,
  characters,
  charactersAllowed,
  parts,
}: RequiredPolicy): string {
  const size = `${countOf(actions.length, 'action')}, ${exactCount(characters)} of ${exactCount(charactersAllowed)} characters that one managed policy may have`;
  return characters <= charactersAllowed
    ? `${size}.`
    : `${size}, so it is ${parts.length} managed policies that are attached together.`;
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
