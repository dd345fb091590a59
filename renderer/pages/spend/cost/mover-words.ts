import type { Mover, PreviousSpend } from '../../../../shared/api/answers.ts';
import { daysBetween } from '../../../../shared/model/period.ts';
import { principalName } from '../../../components/principal-name.ts';
import { changeInWords, countOf, exactCount } from '../../../format.ts';
import { periodLabel } from '../../../period.ts';
import { measureText, type SpendMeasureId } from '../../../spend/spend-measure.ts';

/** How a group changed, without figures: `18 % more`, `new`, `gone`. */
export function moverChange({ before, after }: Pick<Mover, 'before' | 'after'>): string {
  const [then, now] = [Number(before ?? 0), Number(after ?? 0)];
  if (before === null || after === null) return 'cannot be compared';
  if (then === 0) return now === 0 ? 'the same' : 'new';
  if (now === 0) return 'gone';
  return changeInWords(now, then) ?? '';
}

/** The largest change in a phrase: `Claude Opus 5.5 $412.30 more`; null where nothing changed. */
export function largestChange(movers: readonly Mover[], measure: SpendMeasureId): string | null {
  const first = movers.find(({ difference }) => difference !== null && Number(difference) !== 0);
  if (first?.difference === undefined || first.difference === null) return null;
  const less = first.difference.startsWith('-');
  const amount = measureText(measure, less ? first.difference.slice(1) : first.difference);
  return `${principalName(first.label)} ${amount} ${less ? 'less' : 'more'}`;
}

/** Days of the earlier period that are not complete: a change against them says little. */
export function comparedNotes(
  previous: Pick<PreviousSpend, 'period' | 'incompleteDays'> | undefined,
): readonly string[] {
  const count = previous?.incompleteDays.length ?? 0;
  if (previous === undefined || count === 0) return [];
  const days = countOf(daysBetween(previous.period.from, previous.period.to), 'day');
  return [
    `Data of ${exactCount(count)} of the ${days} compared with (${periodLabel(previous.period)}) are not complete: the change is not the whole truth.`,
  ];
}
