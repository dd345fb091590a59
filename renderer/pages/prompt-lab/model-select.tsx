import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import { PageLink } from '../../components/page-link.tsx';
import { countOf } from '../../format.ts';
import type { FormPart } from './form-part.ts';
import type { ModelChoice } from './model-choices.ts';

interface ModelSelectProps extends FormPart {
  readonly choices: readonly ModelChoice[];
  readonly loading: boolean;
}

/** The models of the Region: approved ones to choose, the others with the reason why not. */
export function ModelSelect({ form, errors, choices, loading, onChange }: ModelSelectProps) {
  const selected = choices.find(({ id }) => id === form.modelId);
  const refused = choices.filter(({ refusal }) => refusal !== null);
  const unapproved = refused.filter(({ model }) => !model.approved).length;
  return (
    <FormField
      label="Model"
      stretch
      errorText={errors.modelId}
      constraintText={
        unapproved === 0 ? null : (
          <>
            {countOf(unapproved, 'model id')} not approved here.{' '}
            <PageLink to="/settings" query={{ tab: 'models' }}>
              Approve models
            </PageLink>
          </>
        )
      }
    >
      <Select
        selectedOption={selected === undefined ? null : optionOf(selected)}
        options={groupsOf(choices)}
        onChange={({ detail }) => onChange({ modelId: detail.selectedOption.value ?? '' })}
        placeholder="Choose an approved model"
        filteringType="auto"
        filteringPlaceholder="Find a model"
        statusType={loading ? 'loading' : 'finished'}
        loadingText="Loading models"
        empty="No model is offered in this Region"
        triggerVariant="option"
        expandToViewport
      />
    </FormField>
  );
}

function groupsOf(choices: readonly ModelChoice[]): SelectProps.Options {
  const usable = choices.filter(({ refusal }) => refusal === null);
  const refused = choices.filter(({ refusal }) => refusal !== null);
  return [
    { label: 'Approved', options: usable.map(optionOf) },
    { label: 'Not to be used', options: refused.map(optionOf) },
  ].filter(({ options }) => options.length > 0);
}

function optionOf({ id, model, refusal }: ModelChoice): SelectProps.Option {
  return {
    value: id,
    label: model.label,
    description: id,
    ...(refusal === null
      ? {}
      : { disabled: true, disabledReason: reasonOf(model, refusal), labelTag: refusal }),
  };
}

function reasonOf({ textOut }: ModelChoice['model'], refusal: string): string {
  return textOut ? `${refusal}: approve it in Settings first` : refusal;
}
