import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useModelOptions } from '../parts/use-model-options.ts';
import { type OverrideErrors, type OverrideForm, PARTS_OF_BEDROCK } from './override-form.ts';
import { subjectLabel } from './override-words.ts';

/** A form with what is wrong in it. */
export interface OverrideFieldsProps {
  readonly form: OverrideForm;
  readonly errors: OverrideErrors;
  readonly change: (patch: Partial<OverrideForm>) => void;
}

/** A percentage, off everything or off some models. */
export function DiscountFields({ form, errors, change }: OverrideFieldsProps) {
  const options = useSubjectOptions();
  return (
    <SpaceBetween size="m">
      <FormField label="Percent off the listed price" errorText={errors.percentOff}>
        <Input
          value={form.percentOff}
          inputMode="decimal"
          placeholder="12.5"
          onChange={({ detail }) => change({ percentOff: detail.value })}
        />
      </FormField>
      <FormField label="Off what">
        <RadioGroup
          value={form.everything ? 'everything' : 'models'}
          items={[
            { value: 'everything', label: 'Everything on Amazon Bedrock' },
            { value: 'models', label: 'Some models or parts of Bedrock' },
          ]}
          onChange={({ detail }) => change({ everything: detail.value === 'everything' })}
        />
      </FormField>
      {form.everything ? null : (
        <FormField label="Models and parts of Bedrock" errorText={errors.models}>
          <Multiselect
            selectedOptions={form.models.map(
              (id) =>
                options.find(({ value }) => value === id) ?? { value: id, label: subjectLabel(id) },
            )}
            options={options}
            filteringType="auto"
            placeholder="Choose"
            onChange={({ detail }) =>
              change({ models: detail.selectedOptions.flatMap(({ value }) => value ?? []) })
            }
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}

function useSubjectOptions() {
  const models = useModelOptions();
  const parts = PARTS_OF_BEDROCK.map((id) => ({
    value: id,
    label: subjectLabel(id),
    description: id,
  }));
  return [...models, ...parts];
}
