import Alert from '@cloudscape-design/components/alert';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useState } from 'react';
import { useFilters } from '../../../filters.ts';
import { useWorkspace } from '../../../workspace.ts';
import { type QuestionValues, questionFilters } from '../access-filters.ts';
import { CHOICES, type ContextChoiceId } from './context-choices.ts';
import { ContextEditor } from './context-editor.tsx';
import type { ContextKeys } from './context-filter.ts';
import { contextWords } from './context-words.ts';

interface ContextBarProps {
  /** Whether the tab has a Region of its own. */
  readonly regionless: boolean;
}

/** Which call is asked about, and what is fixed of its request: all of it stands in the address. */
export function ContextBar({ regionless }: ContextBarProps) {
  const [values, update] = useFilters(questionFilters);
  const [asked, setAsked] = useState<ContextChoiceId | null>(null);
  const fix = (keys: ContextKeys) => update({ context: { ...values.context, ...keys } });
  const choose = (id: string) => {
    const choice = CHOICES.find((each) => each.id === id);
    if (choice === undefined) return;
    if (choice.keys === null) setAsked(choice.id);
    else fix(choice.keys);
  };
  return (
    <SpaceBetween size="s">
      <div className="context-bar">
        <OperationSelect values={values} onChange={update} />
        {regionless ? null : <RegionSelect values={values} onChange={update} />}
        <ButtonDropdown
          items={CHOICES.map(({ id, text, group }) => ({ id, text, secondaryText: group }))}
          expandToViewport
          onItemClick={({ detail }) => choose(detail.id)}
        >
          Fix a value
        </ButtonDropdown>
        <FixedValues keys={values.context} onChange={(context) => update({ context })} />
        <span className="context-toggle">
          <Toggle
            checked={values.assume === 'allows'}
            onChange={({ detail }) => update({ assume: detail.checked ? 'allows' : 'unknown' })}
          >
            Policies not read allow everything
          </Toggle>
        </span>
      </div>
      {values.assume === 'allows' ? (
        <Alert type="warning">
          Policies, SCPs and boundaries that were not read are taken to allow everything. What is
          shown as allowed may be denied in the account.
        </Alert>
      ) : null}
      {asked === null ? null : (
        <ContextEditor
          choice={asked}
          onFix={(keys) => {
            fix(keys);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </SpaceBetween>
  );
}

interface FixedValuesProps {
  readonly keys: ContextKeys;
  readonly onChange: (keys: ContextKeys) => void;
}

function FixedValues({ keys, onChange }: FixedValuesProps) {
  const fixed = Object.entries(keys);
  if (fixed.length === 0) return null;
  return (
    <TokenGroup
      items={fixed.map(([key, list]) => ({
        label: contextWords(key, list),
        dismissLabel: `Forget ${contextWords(key, list)}`,
      }))}
      onDismiss={({ detail }) =>
        onChange(Object.fromEntries(fixed.filter((_, index) => index !== detail.itemIndex)))
      }
    />
  );
}

interface QuestionSelectProps {
  readonly values: QuestionValues;
  readonly onChange: (patch: Partial<QuestionValues>) => void;
}

const OPERATIONS = [
  { value: 'invoke', label: 'whole answer', description: 'InvokeModel, Converse' },
  {
    value: 'stream',
    label: 'stream',
    description: 'InvokeModelWithResponseStream, ConverseStream',
  },
] as const;

function OperationSelect({ values, onChange }: QuestionSelectProps) {
  return (
    <Select
      inlineLabelText="Call"
      selectedOption={OPERATIONS.find(({ value }) => value === values.operation) ?? null}
      options={OPERATIONS}
      onChange={({ detail }) =>
        onChange({ operation: detail.selectedOption.value === 'stream' ? 'stream' : 'invoke' })
      }
    />
  );
}

const ANY_REGION = { value: '', label: 'any' } as const;

function RegionSelect({ values, onChange }: QuestionSelectProps) {
  const regions = useWorkspace().connections.flatMap((connection) => connection.regions);
  const known = [...new Set([...regions, values.region])].filter((region) => region !== '').sort();
  const options = [ANY_REGION, ...known.map((value) => ({ value, label: value }))];
  return (
    <Select
      inlineLabelText="Region"
      selectedOption={options.find(({ value }) => value === values.region) ?? ANY_REGION}
      options={options}
      filteringType="auto"
      onChange={({ detail }) => onChange({ region: detail.selectedOption.value ?? '' })}
    />
  );
}
