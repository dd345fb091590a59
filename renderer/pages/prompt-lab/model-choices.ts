import type { ModelInfo } from '../../../shared/api/answers.ts';

/** One id that a prompt may name in a Region. */
export interface ModelChoice {
  readonly id: string;
  readonly model: ModelInfo;
  /** Why it cannot be chosen; null when it can. */
  readonly refusal: string | null;
}

/** Every id that is invokable in a Region: those that may be used first, then the others with why not. */
export function modelChoices(models: readonly ModelInfo[], region: string): readonly ModelChoice[] {
  const choices = models.flatMap((model) =>
    model.invokableIds
      .filter((invokable) => invokable.regions.includes(region))
      .map(({ id }) => ({ id, model, refusal: refusalOf(model) })),
  );
  return choices.sort(
    (left, right) =>
      Number(left.refusal !== null) - Number(right.refusal !== null) ||
      left.model.label.localeCompare(right.model.label) ||
      left.id.localeCompare(right.id),
  );
}

function refusalOf(model: ModelInfo): string | null {
  if (!model.textOut) return 'It does not answer with text';
  if (!model.approved) return 'Not approved';
  return null;
}
