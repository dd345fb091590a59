import { canonicalBaseModelId } from '../../../shared/model/model-id.ts';

/**
 * The approved models with one more or one less, whatever its spelling; those that are no longer
 * offered stay.
 */
export function withApproval(
  approvedIds: readonly string[],
  modelId: string,
  approved: boolean,
): string[] {
  const model = canonicalBaseModelId(modelId);
  const others = approvedIds.filter((id) => canonicalBaseModelId(id) !== model);
  return approved ? [...others, model].sort() : others;
}
