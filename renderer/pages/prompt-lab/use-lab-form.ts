import { useMemo, useState } from 'react';
import type { Connection, ModelInfo } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { useFilters } from '../../filters.ts';
import type { FormPart } from './form-part.ts';
import { chosenConnection, chosenModel, chosenRegion, labFilters } from './lab-filters.ts';
import { type ModelChoice, modelChoices } from './model-choices.ts';
import { type CheckedPrompt, checkPrompt, type PromptForm } from './prompt-form.ts';

const EMPTY = {
  system: '',
  prompt: '',
  maxTokens: '1024',
  temperature: '',
  guardrailId: '',
  guardrailVersion: '',
};

/** The form of the prompt lab: its values, what may be chosen, and what would be sent. */
export interface LabForm extends FormPart {
  readonly choices: readonly ModelChoice[];
  readonly checked: CheckedPrompt;
  /** Which model the newest run went to. */
  readonly sentTo: { readonly title: string; readonly subtitle: string } | null;
  /** What to send; null when something must be corrected first, which is then shown. */
  submit(): Input<'prompt.run'> | null;
}

/** Keeps the form: connection, Region and model in the address, the rest on the page only. */
export function useLabForm(
  connections: readonly Connection[],
  models: readonly ModelInfo[],
): LabForm {
  const [values, update] = useFilters(labFilters);
  const [typed, setTyped] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [sentTo, setSentTo] = useState<LabForm['sentTo']>(null);
  const connection = chosenConnection(connections, values);
  const region = chosenRegion(connection, values);
  const choices = useMemo(() => modelChoices(models, region), [models, region]);
  const modelId = chosenModel(choices, values);
  const connectionId = connection?.id ?? '';
  const form: PromptForm = { ...typed, connectionId, region, modelId };
  const checked = checkPrompt(form);
  return {
    form,
    choices,
    checked,
    sentTo,
    errors: tried && !checked.ok ? checked.errors : {},
    onChange(patch) {
      const { connectionId: toConnection, region: toRegion, modelId: toModel, ...rest } = patch;
      setTyped((before) => ({ ...before, ...rest }));
      const address = {
        ...(toConnection !== undefined && { connectionId: toConnection }),
        ...(toRegion !== undefined && { region: toRegion }),
        ...(toModel !== undefined && { modelId: toModel }),
      };
      if (Object.keys(address).length > 0) update(address, { replace: true });
    },
    submit() {
      setTried(true);
      if (!checked.ok) return null;
      const model = choices.find(({ id }) => id === modelId)?.model;
      setSentTo({ title: model?.label ?? modelId, subtitle: `${modelId} in ${region}` });
      return checked.input;
    },
  };
}
