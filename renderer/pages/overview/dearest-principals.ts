import type { SpendGroup } from '../../../shared/api/answers.ts';
import { NOT_KNOWN } from '../../../shared/cost/grouping.ts';

const MAX_ROWS = 6;

/**
 * The principals that cost most, dearest first as the answer has them; usage that only metrics know
 * of, and so no principal, comes last. At most six rows together.
 */
export function dearestPrincipals(groups: readonly SpendGroup[]): readonly SpendGroup[] {
  const nobody = groups.filter(({ key }) => key === NOT_KNOWN);
  const known = groups.filter(({ key }) => key !== NOT_KNOWN);
  return [...known.slice(0, MAX_ROWS - nobody.length), ...nobody];
}
