import type {
  Chargeback,
  CloseChange,
  CloseComparison,
  SpendChargeback,
} from '../../../../shared/api/answers.ts';
import { lacksPrice } from '../../../../shared/cost/chargeback/proven-sums.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { type Day, daysBetween, monthPeriod } from '../../../../shared/model/period.ts';
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

/** How many days of a month that has days left should be complete by now, and are not. */
export function lateDays({ incompleteDays }: Pick<SpendChargeback, 'incompleteDays'>, today: Day) {
  return incompleteDays.filter((day) => day < today).length;
}

type Closing = Pick<SpendChargeback, 'month' | 'closed' | 'comparison' | 'incompleteDays'>;

/** How the month stands: running, open, closed, or closed with something that moved since. */
export function closeSentence(answer: Closing, today: Day): string {
  const { month, closed, comparison } = answer;
  if (closed === null) {
    const late = lateDays(answer, today);
    const words = `${countOf(late, 'day')} ${late === 1 ? 'is' : 'are'} not complete yet`;
    const left = daysBetween(today, monthPeriod(month).to);
    if (left > 0) {
      const behind = late === 0 ? '' : `; of those before, ${words}`;
      return `Open: the month has ${countOf(left, 'day')} left, today included${behind}.`;
    }
    return late === 0
      ? 'Open: figures change with rules, prices and late data until the month is closed.'
      : `Open: ${words}.`;
  }
  return comparison === null || comparison.same
    ? 'Closed: shared out again today, it comes to the same.'
    : `Closed, and it holds. ${movedWords(comparison)}`;
}

function movedWords({ changes }: CloseComparison): string {
  const total = changes.find(({ what }) => what === 'total');
  if (total?.after === null) return 'What it would be today is not known.';
  const bill = changes.find(({ what }) => what === 'bill');
  if (changes.length === 1 && bill !== undefined)
    return `The bill has changed since: ${moneyOrNone(bill.before)} then, ${moneyOrNone(bill.after)} today.`;
  if (total === undefined || total.differenceUsd === null) {
    return changes.length === 0
      ? 'What it rests on has changed since, no figure has.'
      : `Since then ${countOf(changes.length, 'figure')} would be different.`;
  }
  const amount = parseUsd(total.differenceUsd);
  const size = formatMoney(amount < 0n ? total.differenceUsd.slice(1) : total.differenceUsd);
  return `Today it would be ${size} ${amount < 0n ? 'less' : 'more'}.`;
}

function moneyOrNone(usd: string | null): string {
  return usd === null ? 'none read' : formatMoney(usd);
}

const CHANGED: Readonly<Record<CloseChange['what'], string>> = {
  'team-own': 'own cost',
  'team-shared': 'part of shared costs',
  'kept-pot': 'pot kept apart',
  total: 'total',
  unpriced: 'use without a price',
  rules: 'rules of shared costs',
  bill: 'what AWS billed',
};

/** What changed, in words: `data, own cost`. */
export function changeWords({ what, name }: CloseChange): string {
  return name === null ? CHANGED[what] : `${name}, ${CHANGED[what]}`;
}
