import { AppError } from '../../model/app-error.ts';
import { assertNever } from '../../model/assert-never.ts';
import {
  type FixedShare,
  potInWords,
  type SharedCostRule,
  type SharedPot,
  type Spread,
} from '../../model/shared-cost.ts';
import { type Attodollars, formatUsd, parseUsd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import { apportion } from './apportion.ts';

/** What each team pays of a pot, or why the pot is kept. */
export type PotSpread =
  | { readonly spread: true; readonly parts: ReadonlyMap<string, Attodollars> }
  | { readonly spread: false; readonly reason: string };

/** Teams with what they used. */
export type OwnCosts = ReadonlyMap<string, Attodollars>;

const HUNDRED = parseUsd('100');

/** What is wrong with rules for shared costs, in whole sentences; empty when all can be used. */
export function sharedRuleProblems(rules: readonly SharedCostRule[]): readonly string[] {
  return rules.flatMap(({ pot, spread }, index) => {
    const twice = rules.findIndex((rule) => rule.pot === pot) < index;
    const again = twice ? [`There are two rules for ${potInWords(pot)}: keep one of them.`] : [];
    return spread.kind === 'fixed' ? [...again, ...shareProblems(pot, spread.shares)] : again;
  });
}

function shareProblems(pot: SharedPot, shares: readonly FixedShare[]): readonly string[] {
  const malformed = shares.find(({ percent }) => !/^\d{1,3}(\.\d{1,12})?$/.test(percent));
  if (malformed !== undefined)
    return [
      `The share of ${malformed.team} in ${potInWords(pot)} is '${malformed.percent}': write percent like 33.3.`,
    ];
  const teams = shares.map(({ team }) => team);
  const twice = teams.find((team, index) => teams.indexOf(team) < index);
  if (twice !== undefined)
    return [`${twice} has two shares in ${potInWords(pot)}: keep one of them.`];
  const sum = shares.reduce((total, { percent }) => total + parseUsd(percent), 0n);
  return sum === HUNDRED
    ? []
    : [
        `The fixed shares of ${potInWords(pot)} add up to ${formatUsd(sum)} %: they must be exactly 100 %.`,
      ];
}

/**
 * Spreads an amount over teams, to the attodollar. Teams with negative costs (credits) weigh
 * nothing in a proportional spread.
 * @throws AppError `invalid-input` when fixed shares do not add up to 100.
 */
export function spreadPot(
  rule: SharedCostRule | { readonly pot: SharedPot; readonly spread: null },
  amount: Attodollars,
  own: OwnCosts,
): PotSpread {
  if (rule.spread === null) return kept(`No rule spreads ${potInWords(rule.pot)} over teams.`);
  const weights = weightsOf(rule.pot, rule.spread, own);
  if (typeof weights === 'string') return kept(weights);
  const teams = [...weights].sort(([a], [b]) => compareText(a, b));
  const parts = apportion(
    amount,
    teams.map(([, weight]) => weight),
  );
  return { spread: true, parts: new Map(teams.map(([team], index) => [team, parts[index] ?? 0n])) };
}

function kept(reason: string): PotSpread {
  return { spread: false, reason };
}

function weightsOf(pot: SharedPot, spread: Spread, own: OwnCosts): OwnCosts | string {
  if (spread.kind === 'keep') return `The rule for ${potInWords(pot)} keeps a line of its own.`;
  if (spread.kind === 'fixed') return fixedWeights(pot, spread.shares);
  if (own.size === 0) return `No team used anything that ${potInWords(pot)} could be spread over.`;
  switch (spread.kind) {
    case 'even':
      return new Map([...own.keys()].map((team) => [team, 1n]));
    case 'proportional':
      return proportionalWeights(pot, own);
    default:
      return assertNever(spread);
  }
}

function fixedWeights(pot: SharedPot, shares: readonly FixedShare[]): OwnCosts {
  const [problem] = shareProblems(pot, shares);
  if (problem !== undefined) throw new AppError('invalid-input', problem);
  return new Map(shares.map(({ team, percent }) => [team, parseUsd(percent)]));
}

function proportionalWeights(pot: SharedPot, own: OwnCosts): OwnCosts | string {
  const weights = new Map([...own].map(([team, usd]) => [team, usd > 0n ? usd : 0n]));
  const some = [...weights.values()].some((weight) => weight > 0n);
  return some
    ? weights
    : `No team has costs that ${potInWords(pot)} could be spread by in proportion.`;
}
