import type { ModelRow, ModelsInventory, NamedCoverage } from '../../../shared/api/answers.ts';
import { principalLabel, principalName } from '../../../shared/model/principal.ts';
import { countOf, exactCount, formatCount } from '../../format.ts';
import { exactPrice } from '../../spend/price-words.ts';
import { unitName } from '../../spend/unit-name.ts';

/** Keeps the height of a line of text that is not there yet. */
export const NOTHING_YET = '\u00a0';

/** Days before the end of life from which it is told as near. */
export const NEAR_DAYS = 90;

/** Where a model stands in its life. */
export type LifeStage = 'active' | 'legacy' | 'ending' | 'ended' | 'unknown';

/** Where a model stands in its life: `ending` within 90 days of its end. */
export function lifeStage({ lifecycle }: Pick<ModelRow, 'lifecycle'>): LifeStage {
  if (lifecycle === null) return 'unknown';
  const { daysLeft, status } = lifecycle;
  if (daysLeft !== null && daysLeft <= 0) return 'ended';
  if (daysLeft !== null && daysLeft <= NEAR_DAYS) return 'ending';
  if (status === 'LEGACY') return 'legacy';
  return status === 'ACTIVE' ? 'active' : 'unknown';
}

/** A model's life in few words: `ends in 73 days`, `legacy, ends in 200 days`. */
export function lifecycleWords(row: Pick<ModelRow, 'lifecycle'>): string {
  const days = row.lifecycle?.daysLeft ?? null;
  switch (lifeStage(row)) {
    case 'ended':
      return days === 0 ? 'ends today' : `ended ${countOf(-(days ?? 0), 'day')} ago`;
    case 'ending':
      return `ends in ${countOf(days ?? 0, 'day')}`;
    case 'legacy':
      return days === null ? 'legacy' : `legacy, ends in ${countOf(days, 'day')}`;
    case 'active':
      return 'active';
    case 'unknown':
      return 'not listed';
  }
}

/** The page's answer: how many models are called, how many of them end soon or are not approved. */
export function headline({ models, window }: ModelsInventory): string {
  const called = models.filter(({ use }) => use.calls > 0);
  if (called.length === 0) {
    return models.length === 0
      ? 'No model is known yet.'
      : `No model was called since ${window.from}; ${countOf(models.length, 'model')} could be.`;
  }
  const ending = called.filter((row) => lifeStage(row) === 'ending').length;
  const ended = called.filter((row) => lifeStage(row) === 'ended').length;
  const foreign = called.filter(({ approved }) => !approved).length;
  return `${called.length === 1 ? '1 model is' : `${exactCount(called.length)} models are`} called${othersWords(called)}; ${[
    endingWords(ending),
    ...(ended === 0 ? [] : [`${ended} ${ended === 1 ? 'is' : 'are'} past it`]),
    foreign === 0 ? 'all are approved' : `${foreign} ${foreign === 1 ? 'is' : 'are'} not approved`,
  ].join('; ')}.`;
}

/** ` (30 foundation models, 1 other)`, so that the number agrees with the list under the headline. */
function othersWords(called: readonly ModelRow[]): string {
  const others = called.filter(({ nature }) => nature !== 'foundation').length;
  if (others === 0) return '';
  return ` (${countOf(called.length - others, 'foundation model')}, ${others} other)`;
}

function endingWords(count: number): string {
  if (count === 0) return `none of them reaches its end of life within ${NEAR_DAYS} days`;
  const verb = count === 1 ? 'reaches its' : 'reach their';
  return `${count} of them ${verb} end of life within ${NEAR_DAYS} days`;
}

/** `2 of 48 places not read: bedrock:ListFoundationModels`; null where every place was read. */
export function unreadWords(coverage: NamedCoverage | undefined): string | null {
  const unread = (coverage?.lacking ?? []).filter(({ outcome }) => outcome.status !== 'collected');
  if (coverage === undefined || unread.length === 0) return null;
  const causes = new Set(
    unread.map(({ outcome }) => {
      if (outcome.status === 'denied') return outcome.action;
      return outcome.status === 'collected' ? '' : outcome.reason.replace(/\.$/, '');
    }),
  );
  const noun = coverage.places === 1 ? 'place' : 'places';
  return `${unread.length} of ${coverage.places} ${noun} not read: ${[...causes].join(', ')}`;
}

/** Who calls a model most, and how many more do. */
export function callersWords({ use }: Pick<ModelRow, 'use'>): string {
  const [first] = use.callers;
  if (first === undefined || first.principalArn === null) {
    return use.unnamedCalls > 0 ? 'not known' : '';
  }
  const more = use.callerCount - 1;
  return `${principalName(principalLabel(first.principalArn))}${more > 0 ? ` +${more}` : ''}`;
}

/** The lowest input and output price of a million tokens: `$2.00 / $10.00`; at most two units. */
export function priceWords({ prices }: Pick<ModelRow, 'prices'>): string {
  const first = prices.slice(0, 2).map(({ least }) => exactPrice(least));
  return first.join(' / ') || 'unpriced';
}

/** A source beside the badge of its origin, whose words it does not say again: `of account 1...`. */
export function sourceBeside(badge: string, source: string): string {
  const said = source.toLowerCase().startsWith(`${badge.toLowerCase()} of `);
  return said ? source.slice(badge.length + 1) : source;
}

/** The whole range of a model's prices: `Input tokens $2.00 to $2.40 per 1M, output tokens ...`. */
export function priceRangeWords({ prices }: Pick<ModelRow, 'prices'>): string {
  const told = prices.map(({ unit, least, most, per }) => {
    const range =
      least === most ? exactPrice(least) : `${exactPrice(least)} to ${exactPrice(most)}`;
    return `${unitName(unit).toLowerCase()} ${range} per ${per === 1 ? 'one' : formatCount(per)}`;
  });
  const text = told.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** In how many accounts a model may be used: `7 of 8 accounts, 1 not known`. */
export function accessWords({ entitlement }: Pick<ModelRow, 'entitlement'>): string {
  if (entitlement === null) return 'not read';
  const { usable, blocked, unknown } = entitlement;
  const all = usable + blocked + unknown;
  if (all === 0) return 'not offered';
  if (usable + blocked === 0) return 'not known';
  const rest = unknown === 0 ? '' : `, ${unknown} not known`;
  return `${usable} of ${countOf(all, 'account')}${rest}`;
}

/** The same in a narrow cell: `7 of 8, 1 ?`. */
export function shortAccess(row: Pick<ModelRow, 'entitlement'>): string {
  return accessWords(row)
    .replace(/ accounts?/, '')
    .replace(/^not known$|not known/, '?');
}
