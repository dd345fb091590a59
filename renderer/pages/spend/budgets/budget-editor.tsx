import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { BudgetScope, SpendBudget } from '../../../../shared/model/spend-budget.ts';
import { ChoiceSelect } from '../parts/choice-select.tsx';
import type { ItemFormProps } from '../parts/edited-list.tsx';
import { EditorModal } from '../parts/editor-modal.tsx';
import { SubjectField } from '../parts/subject-field.tsx';
import { useModelOptions } from '../parts/use-model-options.ts';
import { useNames } from '../parts/use-names.ts';
import { type BudgetForm, checkBudget, emptyBudget, formOfBudget } from './budget-form.ts';

interface BudgetEditorProps extends ItemFormProps<SpendBudget> {
  readonly budgets: readonly SpendBudget[];
}

/** Adds or changes one budget. */
export function BudgetEditor(props: BudgetEditorProps) {
  const { item, budgets, saving, error, onSave, onClose } = props;
  const [form, setForm] = useState<BudgetForm>(() =>
    item === null ? emptyBudget(crypto.randomUUID()) : formOfBudget(item),
  );
  const [tried, setTried] = useState(false);
  const others = budgets.filter(({ id }) => id !== form.id);
  const checked = checkBudget(form, others);
  const change = (patch: Partial<BudgetForm>) => setForm((before) => ({ ...before, ...patch }));
  const save = () => {
    setTried(true);
    if (checked.ok) onSave(checked.budget);
  };
  return (
    <EditorModal
      title={item === null ? 'Add a budget' : `Change ${item.name}`}
      saveLabel="Save"
      saving={saving}
      error={tried && !checked.ok ? checked.problems.join(' ') : error}
      onSave={save}
      onClose={onClose}
    >
      <FormField label="Name">
        <Input
          value={form.name}
          placeholder="All of Bedrock"
          onChange={({ detail }) => change({ name: detail.value })}
        />
      </FormField>
      <div className="form-columns">
        <ChoiceSelect<BudgetScope['kind']>
          label="Counts"
          value={form.kind}
          options={[
            { value: 'workspace', label: 'Everything' },
            { value: 'account', label: 'An account' },
            { value: 'team', label: 'A team' },
            { value: 'model', label: 'A model' },
          ]}
          onChange={(kind) => change({ kind, of: '' })}
        />
        <Subject form={form} change={change} />
      </div>
      <FormField label="USD a month">
        <Input
          value={form.monthlyUsd}
          inputMode="decimal"
          placeholder="1500"
          onChange={({ detail }) => change({ monthlyUsd: detail.value })}
        />
      </FormField>
      <Thresholds form={form} change={change} />
    </EditorModal>
  );
}

interface PartProps {
  readonly form: BudgetForm;
  readonly change: (patch: Partial<BudgetForm>) => void;
}

function Subject({ form, change }: PartProps) {
  const models = useModelOptions();
  const { accounts, teams } = useNames();
  const onChange = (of: string) => change({ of });
  if (form.kind === 'account') {
    return (
      <SubjectField label="Account id" value={form.of} options={accounts} onChange={onChange} />
    );
  }
  if (form.kind === 'team') {
    return <SubjectField label="Team" value={form.of} options={teams} onChange={onChange} />;
  }
  if (form.kind === 'model') {
    return <SubjectField label="Model" value={form.of} options={models} onChange={onChange} />;
  }
  return null;
}

const BASES = [
  { value: 'actual', label: 'spent so far' },
  { value: 'forecast', label: 'expected at the end' },
] as const;

function Thresholds({ form, change }: PartProps) {
  const { thresholds } = form;
  const set = (at: number, patch: Partial<(typeof thresholds)[number]>) =>
    change({
      thresholds: thresholds.map((each, index) => (index === at ? { ...each, ...patch } : each)),
    });
  return (
    <FormField label="Tell when" description="Percent of the monthly amount">
      <SpaceBetween size="xs">
        {thresholds.map(({ percent, on }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and no state of their own
          <div key={index} className="threshold-row">
            <Input
              value={percent}
              inputMode="numeric"
              ariaLabel={`Percent of threshold ${index + 1}`}
              onChange={({ detail }) => set(index, { percent: detail.value })}
            />
            <Select
              selectedOption={BASES.find(({ value }) => value === on) ?? null}
              options={BASES}
              ariaLabel={`Basis of threshold ${index + 1}`}
              onChange={({ detail }) =>
                set(index, {
                  on: detail.selectedOption.value === 'forecast' ? 'forecast' : 'actual',
                })
              }
            />
            <Button
              iconName="close"
              variant="icon"
              formAction="none"
              ariaLabel={`Remove threshold ${index + 1}`}
              onClick={() =>
                change({ thresholds: thresholds.filter((_, other) => other !== index) })
              }
            />
          </div>
        ))}
        <Button
          iconName="add-plus"
          formAction="none"
          onClick={() => change({ thresholds: [...thresholds, { percent: '', on: 'actual' }] })}
        >
          Add a threshold
        </Button>
      </SpaceBetween>
    </FormField>
  );
}
