import { AppError } from '../../../shared/model/app-error.ts';
import { canonicalBaseModelId } from '../../../shared/model/model-id.ts';
import { modelLabel } from '../../../shared/model/model-label.ts';
import { type ProfileTargets, resolveModel } from '../../../shared/prices/profile-targets.ts';

/** Whether the model behind an id, profile or ARN is on the approved list, in any spelling. */
export function isApproved(
  modelId: string,
  approvedModels: readonly string[],
  profiles: ProfileTargets,
): boolean {
  const { baseModelId } = resolveModel(modelId, profiles);
  const canonical = canonicalBaseModelId(baseModelId);
  return approvedModels.some((approved) => canonicalBaseModelId(approved) === canonical);
}

/** @throws AppError `not-approved` for any model that is not on the list; the page cannot override it. */
export function assertApproved(
  modelId: string,
  approvedModels: readonly string[],
  profiles: ProfileTargets,
): void {
  if (isApproved(modelId, approvedModels, profiles)) return;
  const label = modelLabel(resolveModel(modelId, profiles).baseModelId);
  throw new AppError(
    'not-approved',
    `${label} (${modelId}) is not an approved model. Nothing was sent. Approve it in Settings, or choose another.`,
  );
}
