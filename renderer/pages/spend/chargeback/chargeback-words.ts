import type {
  Chargeback,
  CloseChange,
  CloseComparison,
  SpendChargeback,
} from '../../../../shared/api/answers.ts';
import { lacksPrice } from '../../../../shared/cost/chargeback/proven-sums.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { countOf } from '../../../format.ts';

/** The tab's answer in a sentence. */
export function chargebackSentence(chargeback: Chargeback, month: string): string {
  const { lines, totalUsd, kept, notCounted = null } = chargeback;
  if (totalUsd === null) return `What ${month} costs is not known: ${notCounted}.`;
  if (lines.length === 0 && kept.length === 0) return `Nothing is to be charged for ${month}.`;
  const costs = `${month} costs ${lacksPrice(chargeback) ? 'at least ' : ''}${formatMoney(totalUsd)}`;
  if (lines.length === 0) return `${costs}; no team is charged for any of it.`;
  const open = kept.length === 0 ? '' : `, ${countOf(kept.length, 'pot')} kept apart`;
  return `${costs}, shared out over ${countOf(lines.length, 'team')}${open}.`;
}

/** How the month stands: open, closed, or closed with something that moved since. */
export function closeSentence({ closed, comparison, incompleteDays }: SpendChargeback): string {
  if (closed === null) {
    const days = incompleteDays.length;
    return days === 0
      ? 'Open: figures change with rules, prices and late data until the month is closed.'
      : `Open: ${countOf(days, 'day')} ${days === 1 ? 'is' : 'are'} not complete yet.`;
  }
  return comparison === null || comparison.same
    ? 'Closed: shared out again today, it comes to the same.'
    : `Closed, and it holds. ${movedWords(comparison)}`;
}

function movedWords({ changes }: CloseComparison): string {
  const total = changes.find(({ what }) => what === 'total');
  if (total?.after === null) return 'What it would be today is not known.';
  if (total === undefined || total.differenceUsd === null) {
    return changes.length === 0
      ? 'What it rests on has changed since, no figure has.'
      : `Since then ${countOf(changes.length, 'figure')} would be different.`;
  }
  const amount = parseUsd(total.differenceUsd);
  const size = formatMoney(amount < 0n ? total.differenceUsd.slice(1) : total.differenceUsd);
  return `Today it would be ${size} ${amount < 0n ? 'less' : 'more'}.`;
}

const CHANGED: Readonly<Record<CloseChange['what'], string>> = {
  'team-own': 'own cost',
  'team-shared': 'part of shared costs',
  'kept-pot': 'pot kept apart',
  total: 'total',
  unpriced: 'use without a price',
  rules: 'rules of shared costs',
};

/** What changed, in words: `data, own cost`. */
export function changeWords({ what, name }: CloseChange): string {
  return name === null ? CHANGED[what] : `${name}, ${CHANGED[what]}`;
}
