import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PolicyText } from '../../../../shared/api/access-answers.ts';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { textFilter, useFilters } from '../../../filters.ts';
import { POLICY_WORDS } from '../explain/proof-words.ts';
import { PolicyEditor } from './policy-editor.tsx';
import { useEditablePolicies } from './use-editable-policies.ts';

const changeFilters = {
  policy: textFilter('policy'),
  principal: textFilter('principal'),
} as const;

/** A policy as it would be, and the decisions that would change; nothing is sent. */
export function ChangeTab() {
  const [{ policy, principal }, update] = useFilters(changeFilters);
  const { policies, error, loading, retry } = useEditablePolicies(principal);
  const chosen = policies.find(({ policyId }) => policyId === policy);
  if (error !== null) return <Failed what="Policies" error={error} onRetry={retry} />;
  return (
    <SpaceBetween size="m">
      <Container
        header={
          <Header variant="h2" description="Edit it here and look. Nothing is sent to AWS.">
            A policy as it would be
          </Header>
        }
      >
        <PolicySelect
          policies={policies}
          loading={loading}
          value={policy}
          onChange={(policyId) => update({ policy: policyId })}
        />
      </Container>
      <Chosen {...{ chosen, loading, policy }} />
    </SpaceBetween>
  );
}

interface ChosenProps {
  readonly chosen: PolicyText | undefined;
  readonly loading: boolean;
  readonly policy: string;
}

function Chosen({ chosen, loading, policy }: ChosenProps) {
  if (policy === '') {
    return (
      <Empty title="Choose a policy or an SCP">
        Change its text, or take it away, and every decision that would change stands here.
      </Empty>
    );
  }
  if (chosen !== undefined && chosen.document !== null) {
    return <PolicyEditor key={chosen.policyId} policy={{ ...chosen, document: chosen.document }} />;
  }
  if (loading) return <Loading label="the policy" height={420} />;
  return (
    <Empty title="This policy was not read">
      <Box variant="code">{policy}</Box>
    </Empty>
  );
}

/** What a whole organisation meets stands first. */
const KINDS: readonly PolicyText['type'][] = [
  'scp',
  'rcp',
  'identity',
  'boundary',
  'resource',
  'session',
];

interface PolicySelectProps {
  readonly policies: readonly PolicyText[];
  readonly loading: boolean;
  readonly value: string;
  readonly onChange: (policyId: string) => void;
}

function PolicySelect({ policies, loading, value, onChange }: PolicySelectProps) {
  const kinds = KINDS.filter((kind) => policies.some(({ type }) => type === kind));
  const known = policies.find(({ policyId }) => policyId === value);
  return (
    <FormField label="Policy">
      <Select
        selectedOption={value === '' ? null : { value, label: known?.name ?? value }}
        placeholder="Choose a policy or an SCP"
        filteringType="auto"
        virtualScroll
        statusType={loading ? 'loading' : 'finished'}
        loadingText="Loading policies"
        options={kinds.map((kind) => ({
          label: POLICY_WORDS[kind],
          options: policies
            .filter(({ type }) => type === kind)
            .map(({ policyId, name }) => ({ value: policyId, label: name, description: policyId })),
        }))}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
