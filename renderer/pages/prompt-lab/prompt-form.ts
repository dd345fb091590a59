import type { Input } from '../../../shared/api/contract.ts';
import { promptInput } from '../../../shared/api/schemas.ts';

/** What the reader typed; numbers as text until they are checked. */
export interface PromptForm {
  readonly connectionId: string;
  readonly region: string;
  readonly modelId: string;
  readonly system: string;
  readonly prompt: string;
  readonly maxTokens: string;
  readonly temperature: string;
  readonly guardrailId: string;
  readonly guardrailVersion: string;
}

export type PromptField = keyof PromptForm;

/** Either the input of the contract, or what to correct, by field. */
export type CheckedPrompt =
  | { readonly ok: true; readonly input: Input<'prompt.run'> }
  | { readonly ok: false; readonly errors: Partial<Readonly<Record<PromptField, string>>> };

/** Checks a form: bounds are those of the contract, words are for the reader. */
export function checkPrompt(form: PromptForm): CheckedPrompt {
  const errors = errorsOf(form);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const parsed = promptInput.safeParse({
    connectionId: form.connectionId,
    region: form.region,
    modelId: form.modelId,
    prompt: form.prompt,
    maxTokens: Number(form.maxTokens),
    ...(form.system.trim() !== '' && { system: form.system }),
    ...(form.temperature.trim() !== '' && { temperature: Number(form.temperature) }),
    ...(form.guardrailId.trim() !== '' && {
      guardrail: { id: form.guardrailId.trim(), version: form.guardrailVersion.trim() },
    }),
  });
  if (parsed.success) return { ok: true, input: parsed.data };
  const issue = parsed.error.issues[0];
  return { ok: false, errors: { prompt: issue?.message ?? 'The prompt cannot be sent as it is' } };
}

function errorsOf(form: PromptForm): Partial<Record<PromptField, string>> {
  const temperature = form.temperature.trim();
  const problems: readonly (readonly [PromptField, boolean, string])[] = [
    ['connectionId', form.connectionId === '', 'Choose a connection'],
    ['region', form.region === '', 'Choose a Region'],
    ['modelId', form.modelId === '', 'Choose an approved model'],
    ['prompt', form.prompt.trim() === '', 'Write a prompt'],
    ['maxTokens', !isWhole(form.maxTokens, 200_000), 'A whole number from 1 to 200,000'],
    ['temperature', temperature !== '' && !isBetween(temperature, 2), 'A number from 0 to 2'],
    [
      'guardrailVersion',
      form.guardrailId.trim() !== '' && form.guardrailVersion.trim() === '',
      'Name a version, or DRAFT',
    ],
  ];
  return Object.fromEntries(
    problems.filter(([, wrong]) => wrong).map(([field, , message]) => [field, message]),
  );
}

function isWhole(text: string, max: number): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= max;
}

function isBetween(text: string, max: number): boolean {
  return /^\d+(\.\d+)?$/.test(text) && Number(text) <= max;
}
