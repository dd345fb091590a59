import type { CoverageRow } from '../../../shared/api/answers.ts';
import { exactCount } from '../../format.ts';

/** How much was read, and how many times a permission, the Region or something else stood in the way. */
export function coverageSentence(rows: readonly CoverageRow[]): string {
  const countOf = (status: CoverageRow['outcome']['status']) =>
    rows.filter(({ outcome }) => outcome.status === status).length;
  const parts = (['denied', 'failed', 'unavailable'] as const).flatMap((status) => {
    const count = countOf(status);
    return count === 0 ? [] : [`${exactCount(count)} ${status}`];
  });
  const read = `${exactCount(countOf('collected'))} of ${exactCount(rows.length)} read`;
  return parts.length === 0 ? `${read}.` : `${read}; ${parts.join(', ')}.`;
}
