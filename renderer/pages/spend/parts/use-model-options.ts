import { useAnswer } from '../../../queries/use-answer.ts';

/** A model to choose. */
export interface ModelOption {
  /** Base model id. */
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

/** Models to choose from, by name: those that are called, and all that are offered. */
export function useModelOptions(): readonly ModelOption[] {
  const models = useAnswer('models.list', {}).data ?? [];
  return models
    .map(({ modelId, label }) => ({ value: modelId, label, description: modelId }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
