import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { type Turn, turnOf } from '../../../../shared/access/decision-word.ts';
import type { ChangeAnswer } from '../../../../shared/api/access-answers.ts';
import { countOf, exactCount } from '../../../format.ts';

/** Which way a cell turns, as a table shows and sorts it: losses first. */
export const TURN_WORDS: Readonly<
  Record<
    Turn,
    { readonly label: string; readonly type: StatusIndicatorProps.Type; readonly order: number }
  >
> = {
  lost: { label: 'lost', type: 'error', order: 0 },
  unsure: { label: 'not certain', type: 'pending', order: 1 },
  gained: { label: 'gained', type: 'info', order: 2 },
};

/** What the change would do, in a sentence. */
export function changeHeadline({ refused, total, gained, lost, cells }: ChangeAnswer): string {
  if (refused) return 'AWS would refuse this text: nothing changes.';
  if (total === 0) return 'No decision would change.';
  const calls = cells
    .filter(({ before, after }) => turnOf(before, after) === 'lost')
    .reduce((sum, cell) => sum + cell.calls, 0);
  const broken = calls === 0 ? '' : ` ${countOf(calls, 'call')} of the window would be concerned.`;
  const unsure = total - gained - lost;
  const parts = [
    `${exactCount(lost)} lost`,
    `${exactCount(gained)} gained`,
    ...(unsure === 0 ? [] : [`${exactCount(unsure)} to or from unknown`]),
  ];
  return `${countOf(total, 'decision')} would change: ${parts.join(', ')}.${broken}`;
}
