import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Connection } from '../../../shared/api/answers.ts';
import type { FormPart } from './form-part.ts';
import { GuardrailFields } from './guardrail-fields.tsx';
import type { ModelChoice } from './model-choices.ts';
import { ModelSelect } from './model-select.tsx';

interface LabOptionsProps extends FormPart {
  readonly connections: readonly Connection[];
  readonly choices: readonly ModelChoice[];
  readonly loading: boolean;
}

/** Where the prompt goes, and with which limits. */
export function LabOptions(props: LabOptionsProps) {
  const { form, errors, onChange, connections } = props;
  const connection = connections.find(({ id }) => id === form.connectionId);
  return (
    <Container fitHeight>
      <SpaceBetween size="m">
        <FormField label="Connection" errorText={errors.connectionId}>
          <Select
            selectedOption={optionOf(form.connectionId, connection?.label)}
            options={connections.map(({ id, label, accountId }) => ({
              value: id,
              label,
              ...(accountId === null ? {} : { description: accountId }),
            }))}
            onChange={({ detail }) => onChange({ connectionId: detail.selectedOption.value ?? '' })}
            placeholder="Choose a connection"
          />
        </FormField>
        <FormField label="Region" errorText={errors.region}>
          <Select
            selectedOption={optionOf(form.region, form.region)}
            options={(connection?.regions ?? []).map((value) => ({ value, label: value }))}
            onChange={({ detail }) => onChange({ region: detail.selectedOption.value ?? '' })}
            placeholder="Choose a Region"
          />
        </FormField>
        <ModelSelect {...props} />
        <div className="lab-pair">
          <FormField label="Max tokens" errorText={errors.maxTokens}>
            <Input
              inputMode="numeric"
              value={form.maxTokens}
              onChange={({ detail }) => onChange({ maxTokens: detail.value })}
            />
          </FormField>
          <FormField label="Temperature" errorText={errors.temperature}>
            <Input
              inputMode="decimal"
              placeholder="The model's own"
              value={form.temperature}
              onChange={({ detail }) => onChange({ temperature: detail.value })}
            />
          </FormField>
        </div>
        <GuardrailFields form={form} errors={errors} onChange={onChange} />
      </SpaceBetween>
    </Container>
  );
}

function optionOf(value: string, label: string | undefined) {
  return value === '' ? null : { value, label: label ?? value };
}
