import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { MatrixModel } from '../../../../shared/api/access-answers.ts';
import { countOf } from '../../../format.ts';

interface ModelFieldProps {
  readonly models: readonly MatrixModel[];
  readonly loading: boolean;
  readonly value: string;
  readonly onChange: (modelId: string) => void;
}

/** Chooses a model, found by name, id or provider. */
export function ModelField({ models, loading, value, onChange }: ModelFieldProps) {
  const providers = [...new Set(models.map(({ provider }) => provider))].sort();
  const known = models.find(({ modelId }) => modelId === value);
  return (
    <FormField label="Model">
      <Select
        selectedOption={value === '' ? null : { value, label: known?.label ?? value }}
        placeholder="Choose a model"
        filteringType="auto"
        statusType={loading ? 'loading' : 'finished'}
        loadingText="Loading models"
        empty="No model is offered"
        options={providers.map((provider) => ({
          label: provider,
          options: models
            .filter((model) => model.provider === provider)
            .map((model) => ({
              value: model.modelId,
              label: model.label,
              description: model.modelId,
              tags: tagsOf(model),
            })),
        }))}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

function tagsOf({ calls, approved }: MatrixModel): string[] {
  return [...(calls === 0 ? [] : [countOf(calls, 'call')]), ...(approved ? [] : ['not approved'])];
}
