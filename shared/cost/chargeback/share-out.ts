import { AppError } from '../../model/app-error.ts';
import { SHARED_POTS, type SharedPot } from '../../model/shared-cost.ts';
import { UNASSIGNED } from '../../model/team-rules.ts';
import { type Attodollars, formatUsd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import { groupBy } from '../statistics/group-by.ts';
import type {
  Chargeback,
  ChargebackInput,
  ChargebackLine,
  KeptPot,
  SharedCost,
  TeamCost,
} from './chargeback-answer.ts';
import { provenSums, sumOf, unpricedOf } from './proven-sums.ts';
import { type PotSpread, sharedRuleProblems, spreadPot } from './spread-pot.ts';

/**
 * Shares out a month: each team pays what it used and its part of the pots; lines and kept pots add
 * up to the total exactly.
 * @throws AppError `invalid-input` for rules that cannot be used, and for a team `unassigned`.
 */
export function shareOut(input: ChargebackInput): Chargeback {
  refuse(input);
  const byTeam = groupBy(input.teams, ({ team }) => team);
  const own = new Map([...byTeam].map(([team, costs]) => [team, sumOf(costs)]));
  const pots = potsOf(input, own);
  const spread = pots.flatMap(({ pot, answer }) =>
    answer.spread ? [{ pot, parts: answer.parts }] : [],
  );
  const teams = new Set([...byTeam.keys(), ...spread.flatMap(({ parts }) => [...parts.keys()])]);
  const lines = [...teams].map((team) => lineOf(team, byTeam.get(team) ?? [], spread));
  const all = [...input.teams, ...input.shared];
  return {
    month: input.month,
    lines: lines.sort(byTotal).map(({ line }) => line),
    kept: pots.flatMap(keptPot),
    totalUsd: formatUsd(sumOf(all)),
    totals: provenSums(all),
    unpricedTokens: unpricedOf(all),
  };
}

function refuse({ rules, teams }: ChargebackInput): void {
  const [problem] = sharedRuleProblems(rules);
  if (problem !== undefined) throw new AppError('invalid-input', problem);
  if (teams.some(({ team }) => team === UNASSIGNED))
    throw new AppError('invalid-input', `Cost of '${UNASSIGNED}' is a shared pot, not a team's.`);
}

interface Pot {
  readonly pot: SharedPot;
  readonly costs: readonly SharedCost[];
  readonly answer: PotSpread;
}

function potsOf(input: ChargebackInput, own: ReadonlyMap<string, Attodollars>): readonly Pot[] {
  const byPot = groupBy(input.shared, ({ pot }) => pot);
  return SHARED_POTS.flatMap((pot) => {
    const costs = byPot.get(pot);
    if (costs === undefined) return [];
    const rule = input.rules.find((one) => one.pot === pot) ?? { pot, spread: null };
    return [{ pot, costs, answer: spreadPot(rule, sumOf(costs), own) }];
  });
}

interface SumLine {
  readonly line: ChargebackLine;
  readonly total: Attodollars;
}

type SpreadParts = readonly {
  readonly pot: SharedPot;
  readonly parts: ReadonlyMap<string, Attodollars>;
}[];

function lineOf(team: string, costs: readonly TeamCost[], spread: SpreadParts): SumLine {
  const parts = spread.map(({ pot, parts: of }) => ({ pot, amount: of.get(team) ?? 0n }));
  const own = sumOf(costs);
  const shared = parts.reduce((sum, { amount }) => sum + amount, 0n);
  const line = {
    team,
    own: provenSums(costs),
    ownUsd: formatUsd(own),
    shared: parts.flatMap(({ pot, amount }) =>
      amount === 0n ? [] : [{ pot, usd: formatUsd(amount) }],
    ),
    sharedUsd: formatUsd(shared),
    totalUsd: formatUsd(own + shared),
    unpricedTokens: unpricedOf(costs),
  };
  return { line, total: own + shared };
}

function byTotal(a: SumLine, b: SumLine): number {
  if (a.total !== b.total) return a.total < b.total ? 1 : -1;
  return compareText(a.line.team, b.line.team);
}

/** Tokens of a pot that was spread and has no price stay visible as a kept pot of no money. */
function keptPot({ pot, costs, answer }: Pot): readonly KeptPot[] {
  const unpricedTokens = unpricedOf(costs);
  if (!answer.spread)
    return [
      {
        pot,
        amounts: provenSums(costs),
        usd: formatUsd(sumOf(costs)),
        unpricedTokens,
        reason: answer.reason,
      },
    ];
  if (unpricedTokens === 0) return [];
  const reason = 'Only tokens without a price are left here: they cannot be spread as money.';
  return [{ pot, amounts: [], usd: '0', unpricedTokens, reason }];
}
