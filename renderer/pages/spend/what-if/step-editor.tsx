import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { SERVICE_TIERS } from '../../../../shared/model/usage.ts';
import { ChoiceSelect } from '../parts/choice-select.tsx';
import { EditorModal } from '../parts/editor-modal.tsx';
import { ManySelect } from '../parts/many-select.tsx';
import { useModelOptions } from '../parts/use-model-options.ts';
import { useNames } from '../parts/use-names.ts';
import type { WhatIfStep } from './changes.ts';
import { checkStep, EMPTY_STEP, formOfStep, type StepForm, type TargetKind } from './step-form.ts';
import { SCOPES, TargetFields } from './target-fields.tsx';

const TARGETS: readonly { readonly value: TargetKind; readonly label: string }[] = [
  { value: 'model', label: 'Another model' },
  { value: 'tier', label: 'Another service tier' },
  { value: 'scope', label: 'Another scope' },
  { value: 'cache', label: 'Another use of the cache' },
  { value: 'commitment', label: 'Bought capacity' },
];

interface StepEditorProps {
  /** Null for a new one. */
  readonly step: WhatIfStep | null;
  readonly onSave: (step: WhatIfStep) => void;
  readonly onClose: () => void;
}

/** Adds or changes one step of a what-if. */
export function StepEditor({ step, onSave, onClose }: StepEditorProps) {
  const [form, setForm] = useState<StepForm>(() => (step === null ? EMPTY_STEP : formOfStep(step)));
  const [tried, setTried] = useState(false);
  const models = useModelOptions();
  const { accounts, regions } = useNames();
  const checked = checkStep(form);
  const errors = tried && !checked.ok ? checked.errors : {};
  const change = (patch: Partial<StepForm>) => setForm((before) => ({ ...before, ...patch }));
  return (
    <EditorModal
      title={step === null ? 'Add a change' : 'Change a step'}
      saveLabel="Apply"
      saving={false}
      error={null}
      onSave={() => {
        setTried(true);
        if (checked.ok) onSave(checked.step);
      }}
      onClose={onClose}
    >
      <ManySelect
        label="Of these models"
        none="Every model"
        error={errors.models}
        chosen={form.models}
        options={models}
        onChange={(chosen) => change({ models: chosen })}
      />
      <div className="form-columns">
        <ManySelect
          label="In accounts"
          none="Every account"
          chosen={form.accounts}
          options={accounts}
          onChange={(chosen) => change({ accounts: chosen })}
        />
        <ManySelect
          label="In Regions"
          none="Every Region"
          error={errors.regions}
          chosen={form.regions}
          options={regions}
          onChange={(chosen) => change({ regions: chosen })}
        />
      </div>
      <div className="form-columns">
        <ManySelect
          label="Of tiers"
          none="Every tier"
          chosen={form.tiers}
          options={SERVICE_TIERS.map((value) => ({ value }))}
          onChange={(chosen) => change({ tiers: chosen })}
        />
        <ManySelect
          label="Of scopes"
          none="Every scope"
          chosen={form.scopes}
          options={SCOPES}
          onChange={(chosen) => change({ scopes: chosen })}
        />
      </div>
      <div className="form-columns">
        <FormField label="Percent of it" errorText={errors.percent}>
          <Input
            value={form.percent}
            inputMode="numeric"
            onChange={({ detail }) => change({ percent: detail.value })}
          />
        </FormField>
        <ChoiceSelect
          label="Moves to"
          value={form.kind}
          options={TARGETS}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <TargetFields form={form} errors={errors} models={models} regions={regions} change={change} />
    </EditorModal>
  );
}
