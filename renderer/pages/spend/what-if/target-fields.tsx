import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { SERVICE_TIERS } from '../../../../shared/model/usage.ts';
import { ChoiceSelect } from '../parts/choice-select.tsx';
import { SubjectField } from '../parts/subject-field.tsx';
import type { ModelOption } from '../parts/use-model-options.ts';
import type { NameOption } from '../parts/use-names.ts';
import type { StepErrors, StepForm } from './step-form.ts';

interface TargetFieldsProps {
  readonly form: StepForm;
  readonly errors: StepErrors;
  readonly models: readonly ModelOption[];
  readonly regions: readonly NameOption[];
  readonly change: (patch: Partial<StepForm>) => void;
}

/** The scopes of a call, as AWS writes them. */
export const SCOPES = [
  { value: 'in-region', label: 'in-Region' },
  { value: 'geographic', label: 'geographic' },
  { value: 'global', label: 'global' },
] as const;

const POLICIES = [
  { value: 'cache-input', label: 'Cache the input' },
  { value: 'time-to-live', label: 'Keep what is written for another time' },
  { value: 'off', label: 'No cache' },
] as const;

const TTLS = [
  { value: '5m', label: '5 minutes' },
  { value: '30m', label: '30 minutes' },
  { value: '1h', label: '1 hour' },
] as const;

const TERMS = [
  { value: 'provisioned-mu-hours', label: 'no commitment' },
  { value: 'provisioned-mu-hours-1-month', label: '1 month' },
  { value: 'provisioned-mu-hours-6-months', label: '6 months' },
] as const;

/** What the usage of a step is moved to. */
export function TargetFields(props: TargetFieldsProps) {
  const { form, change } = props;
  switch (form.kind) {
    case 'model':
      return <ModelField {...props} label="To the model" />;
    case 'tier':
      return (
        <ChoiceSelect
          label="To the tier"
          value={form.tier}
          options={SERVICE_TIERS.map((value) => ({ value, label: value }))}
          onChange={(tier) => change({ tier })}
        />
      );
    case 'scope':
      return (
        <ChoiceSelect
          label="To the scope"
          value={form.scope}
          options={SCOPES}
          onChange={(scope) => change({ scope })}
        />
      );
    case 'cache':
      return <CacheFields {...props} />;
    default:
      return <CommitmentFields {...props} />;
  }
}

function ModelField({
  form,
  errors,
  models,
  change,
  label,
}: TargetFieldsProps & { readonly label: string }) {
  return (
    <SubjectField
      label={label}
      error={errors.modelId}
      placeholder="A model id, or choose one"
      value={form.modelId}
      options={models}
      onChange={(modelId) => change({ modelId })}
    />
  );
}

function CacheFields({ form, errors, change }: TargetFieldsProps) {
  return (
    <div className="form-columns">
      <ChoiceSelect
        label="Cache"
        value={form.policy}
        options={POLICIES}
        onChange={(policy) => change({ policy })}
      />
      {form.policy === 'off' ? null : (
        <ChoiceSelect
          label="Kept for"
          value={form.ttl}
          options={TTLS}
          onChange={(ttl) => change({ ttl })}
        />
      )}
      {form.policy === 'cache-input' ? (
        <FormField label="Reads of each write" errorText={errors.readsPerWrite}>
          <Input
            value={form.readsPerWrite}
            inputMode="numeric"
            onChange={({ detail }) => change({ readsPerWrite: detail.value })}
          />
        </FormField>
      ) : null}
    </div>
  );
}

function CommitmentFields(props: TargetFieldsProps) {
  const { form, errors, regions, change } = props;
  return (
    <SpaceBetween size="m">
      <ModelField {...props} label="Model units of" />
      <div className="form-columns">
        <FormField label="Model units" errorText={errors.units}>
          <Input
            value={form.units}
            inputMode="numeric"
            onChange={({ detail }) => change({ units: detail.value })}
          />
        </FormField>
        <ChoiceSelect
          label="Bought for"
          value={form.unit}
          options={TERMS}
          onChange={(unit) => change({ unit })}
        />
        <SubjectField
          label="In the Region"
          error={errors.region}
          placeholder="us-east-1"
          value={form.region}
          options={regions}
          onChange={(region) => change({ region })}
        />
      </div>
    </SpaceBetween>
  );
}
