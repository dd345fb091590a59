import type { PromptField, PromptForm } from './prompt-form.ts';

/** What a part of the form needs: its values, what to correct, and how to change them. */
export interface FormPart {
  readonly form: PromptForm;
  readonly errors: Partial<Readonly<Record<PromptField, string>>>;
  readonly onChange: (patch: Partial<PromptForm>) => void;
}
