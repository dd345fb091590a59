import { expect, test } from 'vitest';
import { checkPrompt, type PromptForm } from '../../../../renderer/pages/prompt-lab/prompt-form.ts';
import { promptInput } from '../../../../shared/api/schemas.ts';

const FORM: PromptForm = {
  connectionId: 'c1',
  region: 'us-east-1',
  modelId: 'us.nova',
  system: '',
  prompt: 'Hello',
  maxTokens: '512',
  temperature: '',
  guardrailId: '',
  guardrailVersion: '',
};

test('a form without options leaves them out', () => {
  expect(checkPrompt(FORM)).toEqual({
    ok: true,
    input: {
      connectionId: 'c1',
      region: 'us-east-1',
      modelId: 'us.nova',
      prompt: 'Hello',
      maxTokens: 512,
    },
  });
});

test('a full form is what the contract takes', () => {
  const checked = checkPrompt({
    ...FORM,
    system: 'Be brief',
    temperature: '0',
    guardrailId: ' gr1 ',
    guardrailVersion: 'DRAFT',
  });
  expect(checked).toMatchObject({
    ok: true,
    input: { system: 'Be brief', temperature: 0, guardrail: { id: 'gr1', version: 'DRAFT' } },
  });
  expect(checked.ok && promptInput.safeParse(checked.input).success).toBe(true);
});

const wrong: readonly (readonly [Partial<PromptForm>, keyof PromptForm])[] = [
  [{ connectionId: '' }, 'connectionId'],
  [{ region: '' }, 'region'],
  [{ modelId: '' }, 'modelId'],
  [{ prompt: ' \n' }, 'prompt'],
  [{ maxTokens: '0' }, 'maxTokens'],
  [{ maxTokens: '1.5' }, 'maxTokens'],
  [{ maxTokens: '200001' }, 'maxTokens'],
  [{ maxTokens: '' }, 'maxTokens'],
  [{ temperature: '2.1' }, 'temperature'],
  [{ temperature: 'warm' }, 'temperature'],
  [{ guardrailId: 'gr1' }, 'guardrailVersion'],
];

test.each(wrong)('%o is refused at its field', (change, field) => {
  const checked = checkPrompt({ ...FORM, ...change });
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([field]);
});
