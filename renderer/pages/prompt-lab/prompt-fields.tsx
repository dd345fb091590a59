import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { ReactNode } from 'react';
import type { FormPart } from './form-part.ts';

interface PromptFieldsProps extends FormPart {
  /** Tokens and price of what is typed so far. */
  readonly estimate: ReactNode;
  /** Ctrl or Cmd with Enter. */
  readonly onSend: () => void;
}

/** The prompt, an optional system prompt, and what sending them would take. */
export function PromptFields({ form, errors, onChange, estimate, onSend }: PromptFieldsProps) {
  return (
    <Container fitHeight>
      <SpaceBetween size="m">
        <FormField
          label="Prompt"
          stretch
          errorText={errors.prompt}
          constraintText={estimate}
          description="Ctrl or Cmd with Enter sends it"
        >
          <Textarea
            rows={7}
            value={form.prompt}
            placeholder="What should the model answer?"
            onChange={({ detail }) => onChange({ prompt: detail.value })}
            onKeyDown={({ detail }) => {
              if (detail.key === 'Enter' && (detail.ctrlKey || detail.metaKey)) onSend();
            }}
          />
        </FormField>
        <ExpandableSection headerText="System prompt - optional">
          <FormField stretch errorText={errors.system}>
            <Textarea
              rows={4}
              ariaLabel="System prompt"
              value={form.system}
              placeholder="How the model should behave"
              onChange={({ detail }) => onChange({ system: detail.value })}
            />
          </FormField>
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}
