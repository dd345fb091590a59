import type { SpendGroup } from '../../../../shared/api/answers.ts';
import type { Grouping } from '../../../spend/grouping.ts';

/** A group's calls; null by token type: one call uses several, so that calls are not split by them. */
export function groupCalls({ calls }: Pick<SpendGroup, 'calls'>, groupBy: Grouping): number | null {
  return groupBy === 'unit' ? null : calls;
}
