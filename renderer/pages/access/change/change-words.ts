import type {
  ChangeAnswer,
  ChangedCell,
  DecisionWord,
} from '../../../../shared/api/access-answers.ts';
import { countOf, exactCount } from '../../../format.ts';

const ORDER: readonly DecisionWord[] = ['denied', 'unknown', 'conditional', 'allowed'];

/** Whether a cell is more open after the change than before. */
export function isGained({ before, after }: Pick<ChangedCell, 'before' | 'after'>): boolean {
  return ORDER.indexOf(after) > ORDER.indexOf(before);
}

/** What the change would do, in a sentence. */
export function changeHeadline({ total, gained, lost, cells }: ChangeAnswer): string {
  if (total === 0) return 'No decision would change.';
  const calls = cells.filter((cell) => !isGained(cell)).reduce((sum, cell) => sum + cell.calls, 0);
  const broken = calls === 0 ? '' : ` ${countOf(calls, 'call')} of the window would be concerned.`;
  const other = total - gained - lost;
  const parts = [
    `${exactCount(lost)} lost`,
    `${exactCount(gained)} gained`,
    ...(other === 0 ? [] : [`${exactCount(other)} less certain or more`]),
  ];
  return `${countOf(total, 'decision')} would change: ${parts.join(', ')}.${broken}`;
}
