import type { SpendAnswer } from '../../../../shared/api/answers.ts';
import type { Period } from '../../../../shared/model/period.ts';
import { periodPhrase } from '../../../period.ts';
import { groupingName, groupingOf } from '../../../spend/grouping.ts';
import type { UsageValues } from '../usage-filters.ts';
import { tokensOf } from '../usage-tokens.ts';

/**
 * That nothing in the period fits the filter, with what it asks for, in a sentence; null where
 * something does, where usage is not known, and without a filter.
 */
export function nothingUsedWords(
  answer: SpendAnswer,
  values: UsageValues,
  period: Period,
): string | null {
  const { notCounted, calls, groups, unpriced } = answer;
  if (notCounted !== null || groups.length > 0 || unpriced.length > 0 || calls !== 0) return null;
  const asked = tokensOf(values).tokens.map(({ propertyKey, value }) => {
    const dimension = groupingOf(propertyKey ?? null);
    const name = dimension === null ? (propertyKey ?? '') : groupingName(dimension);
    return `${name} ${[value].flat().join(' or ')}`;
  });
  if (asked.length === 0) return null;
  return `Nothing of ${asked.join(', ')} was used ${periodPhrase(period)}.`;
}
