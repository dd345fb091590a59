import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { FormPart } from './form-part.ts';

/** An optional guardrail by id and version. */
export function GuardrailFields({ form, errors, onChange }: FormPart) {
  return (
    <div className="lab-pair">
      <FormField label="Guardrail id" errorText={errors.guardrailId}>
        <Input
          value={form.guardrailId}
          placeholder="None"
          onChange={({ detail }) => onChange({ guardrailId: detail.value })}
        />
      </FormField>
      <FormField label="Version" errorText={errors.guardrailVersion}>
        <Input
          value={form.guardrailVersion}
          placeholder="1 or DRAFT"
          disabled={form.guardrailId.trim() === ''}
          onChange={({ detail }) => onChange({ guardrailVersion: detail.value })}
        />
      </FormField>
    </div>
  );
}
