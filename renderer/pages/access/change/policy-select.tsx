import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import type { PolicyFoundRow } from '../../../../shared/api/access-answers.ts';
import { useDebounced } from '../../../components/use-debounced.ts';
import { countOf, exactCount } from '../../../format.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { POLICY_WORDS } from '../explain/proof-words.ts';

const REST_MS = 200;

/** More are found by typing. */
const MOST_SHOWN = 200;

interface PolicySelectProps {
  /** The policy that is chosen, once it is known. */
  readonly chosen: PolicyFoundRow | undefined;
  /** Its id; empty where none is chosen. */
  readonly value: string;
  readonly onChange: (policyId: string) => void;
}

/** Chooses any policy that bears on a decision; the backend looks for what is typed. */
export function PolicySelect({ chosen, value, onChange }: PolicySelectProps) {
  const [typed, setTyped] = useState('');
  const text = useDebounced(typed, REST_MS).slice(0, 200);
  const found = useAnswer(
    'access.policies-found',
    { offset: 0, limit: MOST_SHOWN, text },
    { keepPrevious: true },
  );
  const { rows = [], total = 0 } = found.data ?? {};
  const isAsking = found.isFetching || text !== typed.slice(0, 200);
  return (
    <FormField label="Policy">
      <Select
        selectedOption={value === '' ? null : { value, label: chosen?.name ?? value }}
        placeholder="Choose a policy or an SCP"
        filteringType="manual"
        filteringPlaceholder="Name or ARN"
        filteringAriaLabel="Find a policy"
        virtualScroll
        expandToViewport
        statusType={found.error === null ? (isAsking ? 'loading' : 'finished') : 'error'}
        loadingText="Looking for policies"
        errorText={found.error?.message ?? ''}
        recoveryText="Try again"
        empty={text === '' ? 'No policy was read' : `No policy matches ${text}`}
        finishedText={endWords(rows.length, total)}
        options={groupsOf(rows)}
        onLoadItems={({ detail }) => {
          setTyped(detail.filteringText);
          if (found.error !== null) void found.refetch();
        }}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

function endWords(shown: number, total: number): string {
  if (shown === 0) return '';
  if (shown === total) return countOf(total, 'policy', 'policies');
  return `The first ${exactCount(shown)} of ${exactCount(total)}: type a name to find more`;
}

/** In the order of the rows, which stand by type. */
function groupsOf(rows: readonly PolicyFoundRow[]) {
  const types = [...new Set(rows.map(({ type }) => type))];
  return types.map((type) => ({
    label: POLICY_WORDS[type],
    options: rows.filter((row) => row.type === type).map(optionOf),
  }));
}

function optionOf({ policyId, name, accountId, principals, findings }: PolicyFoundRow) {
  return {
    value: policyId,
    label: name,
    description: policyId,
    tags: [
      accountId,
      ...(principals === 0 ? [] : [countOf(principals, 'principal')]),
      ...(findings === null || findings === 0 ? [] : [countOf(findings, 'finding')]),
    ],
  };
}
