import type { ModelRow, ProfileRow } from '../../../shared/api/answers.ts';
import type { ModelValues } from './model-filters.ts';
import { lifeStage } from './model-words.ts';

/** Whether a model was called in the window, as the address and the filter say it. */
export function usageOfRow({ use }: ModelRow): string {
  return use.calls > 0 ? 'called' : 'not called';
}

/** Whether a model is approved, as the address and the filter say it. */
export function approvalOfRow({ approved }: ModelRow): string {
  return approved ? 'approved' : 'not approved';
}

/** The models that the filters keep; text is looked for in names, ids, Regions and callers. */
export function filterModels(
  models: readonly ModelRow[],
  values: ModelValues,
): readonly ModelRow[] {
  return models.filter(
    (row) =>
      keeps(values.providers, [row.provider]) &&
      keeps(values.lifecycles, [lifeStage(row)]) &&
      keeps(values.approvals, [approvalOfRow(row)]) &&
      keeps(values.uses, [usageOfRow(row)]) &&
      keeps(values.regions, row.regions) &&
      hasText(values.text, [
        row.modelId,
        row.label,
        row.provider,
        ...row.regions,
        ...row.use.callers.map(({ principalArn }) => principalArn ?? ''),
      ]),
  );
}

/** The profiles that the filters keep. */
export function filterProfiles(
  profiles: readonly ProfileRow[],
  values: ModelValues,
): readonly ProfileRow[] {
  return profiles.filter(
    (row) =>
      keeps(values.scopes, [row.scope]) &&
      keeps(values.kinds, [profileKind(row)]) &&
      keeps(values.accounts, row.accountIds) &&
      keeps(values.regions, [...row.sourceRegions, ...row.destinationRegions]) &&
      hasText(values.text, [
        row.profileId,
        row.name,
        row.modelLabel,
        row.modelId ?? '',
        ...tagTexts(row),
      ]),
  );
}

/** Whose a profile is, in a word. */
export function profileKind({ type }: Pick<ProfileRow, 'type'>): string {
  return type === 'APPLICATION' ? 'Application' : 'System-defined';
}

/** The tags of an application profile as `key=value`. */
export function tagTexts({ evidence }: Pick<ProfileRow, 'evidence'>): readonly string[] {
  const { tags } = evidence.item;
  return tags?.read === true ? tags.value.map(({ key, value }) => `${key}=${value}`) : [];
}

function keeps(allowed: readonly string[], values: readonly string[]): boolean {
  return allowed.length === 0 || values.some((value) => allowed.includes(value));
}

function hasText(text: string, texts: readonly string[]): boolean {
  const wanted = text.trim().toLowerCase();
  return wanted === '' || texts.some((each) => each.toLowerCase().includes(wanted));
}

/** What names a profile in the address: AWS's own by its id, an account's by its ARN. */
export function profileEntryId({ type, profileId, evidence }: ProfileRow): string {
  return type === 'APPLICATION' ? evidence.item.profileArn : profileId;
}
