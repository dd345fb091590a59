import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { SERVICE_TIERS } from '../../../../shared/model/usage.ts';
import { unitName } from '../../../spend/unit-name.ts';
import { ChoiceSelect } from '../parts/choice-select.tsx';
import { useModelOptions } from '../parts/use-model-options.ts';
import type { OverrideFieldsProps } from './discount-fields.tsx';
import { PRICED_UNITS, subjectOf, usualPer } from './override-form.ts';

const SCOPES = [
  { value: 'every', label: 'every scope' },
  { value: 'in-region', label: 'in-Region' },
  { value: 'geographic', label: 'geographic' },
  { value: 'global', label: 'global' },
] as const;

const PER = [
  { value: '1000000', label: 'a million' },
  { value: '1000', label: 'a thousand' },
  { value: '1', label: 'one' },
] as const;

/** A price for one unit of a model, or of a part of Bedrock. */
export function PriceFields({ form, errors, change }: OverrideFieldsProps) {
  const models = useModelOptions();
  const ofModel = subjectOf(form.unit) === null;
  return (
    <SpaceBetween size="m">
      <ChoiceSelect
        label="Unit"
        filtered
        value={form.unit}
        options={PRICED_UNITS.map(({ unit }) => ({ value: unit, label: unitName(unit) }))}
        onChange={(unit) => change({ unit, per: usualPer(unit) })}
      />
      {ofModel ? (
        <FormField label="Model" errorText={errors.modelId}>
          <Select
            filteringType="auto"
            placeholder="Choose a model"
            selectedOption={
              models.find(({ value }) => value === form.modelId) ??
              (form.modelId === '' ? null : { value: form.modelId, label: form.modelId })
            }
            options={models}
            onChange={({ detail }) => change({ modelId: detail.selectedOption.value ?? '' })}
          />
        </FormField>
      ) : null}
      <div className="form-columns">
        <FormField label="Price in USD" errorText={errors.usd}>
          <Input
            value={form.usd}
            inputMode="decimal"
            placeholder="2.75"
            onChange={({ detail }) => change({ usd: detail.value })}
          />
        </FormField>
        <ChoiceSelect
          label="For"
          value={perText(form.per)}
          options={PER}
          onChange={(per) => change({ per: per === '1' ? 1 : per === '1000' ? 1_000 : 1_000_000 })}
        />
      </div>
      {ofModel ? (
        <div className="form-columns">
          <ChoiceSelect
            label="Scope"
            value={form.scope}
            options={SCOPES}
            onChange={(scope) => change({ scope })}
          />
          <ChoiceSelect
            label="Service tier"
            value={form.tier}
            options={SERVICE_TIERS.map((tier) => ({ value: tier, label: tier }))}
            onChange={(tier) => change({ tier })}
          />
          <ChoiceSelect
            label="Context"
            value={form.context}
            options={[
              { value: 'short', label: 'short' },
              { value: 'long', label: 'long' },
            ]}
            onChange={(context) => change({ context })}
          />
        </div>
      ) : null}
      <FormField
        label="Regions that are called"
        description="None: every commercial Region, without GovCloud and China"
        errorText={errors.regions}
      >
        <Input
          value={form.regions}
          placeholder="us-east-1 eu-west-1"
          onChange={({ detail }) => change({ regions: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

function perText(per: 1 | 1_000 | 1_000_000): (typeof PER)[number]['value'] {
  return per === 1 ? '1' : per === 1_000 ? '1000' : '1000000';
}
