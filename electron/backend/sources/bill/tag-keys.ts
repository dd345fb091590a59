import type { ReadGap } from '../../../../shared/model/dataset.ts';

/** The most cost allocation tags that a bill is asked by: each key is a paid question of its own. */
const MOST_TAGS = 5;

/** Which tags of a payer its bill is asked by, and what is said of the others. */
export interface ChosenTags {
  readonly read: readonly string[];
  readonly gaps: readonly ReadGap[];
}

/** The first tags by name, so that the same ones are read each time; those left out are a gap. */
export function chooseTags(active: readonly string[]): ChosenTags {
  const keys = [...active].sort();
  const read = keys.slice(0, MOST_TAGS);
  const left = keys.slice(MOST_TAGS);
  if (left.length === 0) return { read, gaps: [] };
  const reason = `Cost Explorer charges for each tag key, so the bill was read by ${MOST_TAGS} of ${keys.length} active cost allocation tags: ${read.join(', ')}. Not by ${left.join(', ')}. Deactivate tags that nobody needs in the Billing console (the first ${MOST_TAGS} by name are read), or set up a CUR 2.0 export, which is read with all of its tags.`;
  const outcome = { status: 'failed', reason } as const;
  return { read, gaps: [{ of: 'ce:GetCostAndUsage by tag', outcome, items: left.length }] };
}
