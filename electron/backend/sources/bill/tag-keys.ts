import type { ReadGap } from '../../../../shared/model/dataset.ts';

/** The most tags that a bill is asked by unless some are chosen: each key is a paid question. */
const MOST_TAGS = 5;

/** Which tags of a payer its bill is asked by, and what is said of the others. */
export interface ChosenTags {
  readonly read: readonly string[];
  readonly gaps: readonly ReadGap[];
}

/**
 * The tags that were chosen, as far as they are active; without a choice the first ones by name, so that
 * the same ones are read each time. Those that nobody decided about, and chosen ones that a bill cannot be
 * read by, are a gap.
 */
export function chooseTags(
  active: readonly string[],
  chosen: readonly string[] | null = null,
): ChosenTags {
  return chosen === null ? firstTags([...active].sort()) : decidedTags(active, chosen);
}

function firstTags(keys: readonly string[]): ChosenTags {
  const read = keys.slice(0, MOST_TAGS);
  const left = keys.slice(MOST_TAGS);
  if (left.length === 0) return { read, gaps: [] };
  const reason = `Cost Explorer charges for each tag key, so the bill was read by ${MOST_TAGS} of ${keys.length} active cost allocation tags: ${read.join(', ')}. Not by ${left.join(', ')}. Choose the tags in Settings (Sources) or with --bill-tags, or set up a CUR 2.0 export, which is read with all of its tags.`;
  return { read, gaps: [gapOf(reason, left.length)] };
}

function decidedTags(active: readonly string[], chosen: readonly string[]): ChosenTags {
  const keys = [...new Set(chosen)].sort();
  const read = keys.filter((key) => active.includes(key));
  const others = keys.filter((key) => !active.includes(key));
  if (others.length === 0 || active.length === 0) return { read, gaps: [] };
  const reason = `The bill cannot be read by ${others.join(', ')}, which this payer has not activated as cost allocation tags. Activate them in its Billing console, or choose among ${[...active].sort().join(', ')}.`;
  return { read, gaps: [gapOf(reason, others.length)] };
}

function gapOf(reason: string, items: number): ReadGap {
  return { of: 'ce:GetCostAndUsage by tag', outcome: { status: 'failed', reason }, items };
}
