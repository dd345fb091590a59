import { AppError } from '../../model/app-error.ts';
import { formatMoney } from '../../model/money-text.ts';
import { SHARED_POTS, type SharedPot } from '../../model/shared-cost.ts';
import { UNASSIGNED } from '../../model/team-rules.ts';
import { type Attodollars, formatUsd, parseUsd } from '../../model/usd.ts';
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
import { lacksPrice, provenSums, sumOf, unpricedSums } from './proven-sums.ts';
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
  const { notCounted = null } = input;
  return {
    month: input.month,
    lines: lines.sort(byTotal).map(({ line }) => line),
    kept: pots.flatMap(keptPot).map((kept) => withoutShare(kept, { spread, own })),
    totalUsd: notCounted === null ? formatUsd(sumOf(all)) : null,
    notCounted,
    totals: provenSums(all),
    ...unpricedSums(all),
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
    const answer = notSpread(input) ?? spreadPot(rule, sumOf(costs), own);
    return [{ pot, costs, answer }];
  });
}

/** Nothing is spread over teams of which nothing is known. */
function notSpread({ notCounted = null }: ChargebackInput): PotSpread | null {
  if (notCounted === null) return null;
  return { spread: false, reason: `Usage of the month is not known: ${notCounted}.` };
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
    ...unpricedSums(costs),
  };
  return { line, total: own + shared };
}

function byTotal(a: SumLine, b: SumLine): number {
  if (a.total !== b.total) return a.total < b.total ? 1 : -1;
  return compareText(a.line.team, b.line.team);
}

/**
 * Usage without a team that stays a line takes no part of what is spread over teams: that is said, with
 * the share of usage that pays for all.
 */
function withoutShare(
  kept: KeptPot,
  { spread, own }: { readonly spread: SpreadParts; readonly own: ReadonlyMap<string, Attodollars> },
): KeptPot {
  const alone = parseUsd(kept.usd);
  const others = spread.filter(({ pot }) => pot !== 'unassigned');
  if (kept.pot !== 'unassigned' || alone <= 0n || others.length === 0) return kept;
  const teams = [...own.values()].reduce((sum, amount) => sum + amount, 0n);
  if (teams <= 0n) return kept;
  const all = others.flatMap(({ parts }) => [...parts.values()]);
  const usd = formatMoney(formatUsd(all.reduce((sum, amount) => sum + amount, 0n)));
  const percent = (teams * 100n) / (teams + alone);
  const words = `It takes no share of shared costs: teams, with ${percent} % of usage by cost, pay all ${usd} of those that are spread.`;
  return { ...kept, reason: `${kept.reason} ${words}` };
}

/** What of a pot that was spread has no price stays visible as a kept pot of no money. */
function keptPot({ pot, costs, answer }: Pot): readonly KeptPot[] {
  const unpriced = unpricedSums(costs);
  if (!answer.spread)
    return [
      {
        pot,
        amounts: provenSums(costs),
        usd: formatUsd(sumOf(costs)),
        ...unpriced,
        reason: answer.reason,
      },
    ];
  if (!lacksPrice(unpriced)) return [];
  const reason = 'Only use without a price is left here: it cannot be spread as money.';
  return [{ pot, amounts: [], usd: '0', ...unpriced, reason }];
}
