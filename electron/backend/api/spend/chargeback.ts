import { createHash } from 'node:crypto';
import type { ReopenedMonth, SpendChargeback } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { monthBill } from '../../../../shared/cost/chargeback/against-bill.ts';
import { attributeCapacity } from '../../../../shared/cost/chargeback/attribute-capacity.ts';
import type {
  ChargebackInput,
  MonthBill,
  MonthClose,
  SharedCost,
  TeamCost,
} from '../../../../shared/cost/chargeback/chargeback-answer.ts';
import { closeMonth } from '../../../../shared/cost/chargeback/close-month.ts';
import { compareWithClose } from '../../../../shared/cost/chargeback/compare-with-close.ts';
import { discountNotes } from '../../../../shared/cost/chargeback/discount-notes.ts';
import { shareOut } from '../../../../shared/cost/chargeback/share-out.ts';
import { type Estimate, estimateUsage } from '../../../../shared/cost/estimate.ts';
import { caveatsOf } from '../../../../shared/cost/prices-used.ts';
import type { OtherCost } from '../../../../shared/cost/reconcile/other-costs.ts';
import type { BesideCost } from '../../../../shared/cost/spend/beside-metered.ts';
import {
  paidByHourOf,
  unpricedOf,
  unpricedTokensOf,
} from '../../../../shared/cost/spend/daily-costs.ts';
import type { SpendUsage } from '../../../../shared/cost/spend/spend-usage.ts';
import { paidByHourNotes } from '../../../../shared/cost/spend/unpriced-words.ts';
import { groupBy } from '../../../../shared/cost/statistics/group-by.ts';
import { AppError } from '../../../../shared/model/app-error.ts';
import { type Day, daysIn, type Month, monthPeriod } from '../../../../shared/model/period.ts';
import type { SharedPot } from '../../../../shared/model/shared-cost.ts';
import { UNASSIGNED } from '../../../../shared/model/team-rules.ts';
import { formatUsd } from '../../../../shared/model/usd.ts';
import type { ApiContext } from '../context.ts';
import { readBeside } from './beside-metered-of.ts';
import { capacityCosts, capacityNotes, capacityTeams, resourceCharges } from './capacity-teams.ts';
import { type SpendBase, spendBase } from './spend-base.ts';

/**
 * A month as it would be shared out now, beside what was kept when it was closed; by rules that are
 * given in place of those of the workspace, where there are some.
 */
export async function spendChargeback(
  context: ApiContext,
  { month, ...rules }: Input<'spend.chargeback'>,
): Promise<SpendChargeback> {
  const { input, bill, incompleteDays, notes } = await inputOf(context, month, rules);
  const { monthCloses, reopenedMonths } = context.workspace().file.current();
  const closed = monthCloses.find((close) => close.month === month) ?? null;
  return {
    month,
    now: shareOut(input),
    bill,
    closed,
    comparison: closed === null ? null : compareWithClose(closed, input, { hash, bill }),
    reopened: reopenedMonths.filter(({ close }) => close.month === month).reverse(),
    incompleteDays,
    notes,
  };
}

/**
 * Closes a month: its figures are kept with the workspace and hold from then on.
 * @throws AppError `conflict` when it is closed already, `invalid-input` while it runs.
 */
export async function closeOneMonth(
  context: ApiContext,
  { month, note }: Input<'month.close'>,
): Promise<MonthClose> {
  const { input, bill } = await inputOf(context, month);
  const { file } = context.workspace();
  const words = { closedAt: context.host.now(), note, hash, bill };
  const changed = await file.update((old) => ({
    ...old,
    monthCloses: [...old.monthCloses, closeMonth(input, words, old.monthCloses)],
  }));
  context.host.emit({ type: 'workspace' });
  return closeOf(changed.monthCloses, month);
}

/**
 * Opens a closed month again; what it was closed with is kept with the reason.
 * @throws AppError `not-found` when it is not closed, `invalid-input` without a reason.
 */
export async function reopenMonth(
  context: ApiContext,
  { month, note }: Input<'month.reopen'>,
): Promise<ReopenedMonth> {
  if (note.trim() === '')
    throw new AppError('invalid-input', `Say in the note why ${month} is opened again.`);
  const reopenedAt = context.host.now();
  const { file } = context.workspace();
  const close = closeOf(file.current().monthCloses, month);
  await file.update((old) => ({
    ...old,
    monthCloses: old.monthCloses.filter((one) => one.month !== month),
    reopenedMonths: [
      ...old.reopenedMonths,
      { close: closeOf(old.monthCloses, month), reopenedAt, note },
    ],
  }));
  context.host.emit({ type: 'workspace' });
  return { close, reopenedAt, note };
}

function closeOf(closes: readonly MonthClose[], month: Month): MonthClose {
  const close = closes.find((one) => one.month === month);
  if (close === undefined) throw new AppError('not-found', `${month} is not closed.`);
  return close;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface MonthInput {
  readonly input: ChargebackInput;
  readonly bill: MonthBill | null;
  readonly incompleteDays: readonly Day[];
  readonly notes: readonly string[];
}

async function inputOf(
  context: ApiContext,
  month: Month,
  given: Omit<Input<'spend.chargeback'>, 'month'> = {},
): Promise<MonthInput> {
  const period = monthPeriod(month);
  const base = await spendBase(context, { groupings: ['team'], teamRules: given.teamRules });
  const [{ usage, incompleteDays = [], notes, notCounted = null }, beside, resources] =
    await Promise.all([
      base.read(period),
      readBeside(context, period),
      resourceCharges(context.workspace().store, period),
    ]);
  const { other } = beside;
  const estimates = estimateUsage(usage, base.pricing);
  const { teams, unassigned } = teamCosts(estimates, base);
  const teamOf = capacityTeams({ ...base, estimates });
  const { charged, left } = attributeCapacity(beside.costs, resources, teamOf);
  const late = new Set(incompleteDays);
  const { settings } = context.workspace().file.current();
  const rules = given.sharedCostRules ?? settings.sharedCostRules;
  return {
    input: {
      month,
      teams: [...teams, ...capacityCosts(charged)],
      shared: [...unassigned, ...left.map(potCost)],
      rules,
      notCounted,
    },
    bill: monthBill(beside.lines, beside.rows),
    incompleteDays: daysIn(period).filter(
      (day) => day === base.today || (day < base.today && late.has(day)),
    ),
    notes: [
      ...notes,
      ...paidByHourNotes(paidByHourOf(estimates)),
      ...capacityNotes(charged),
      ...discountNotes(beside.costs),
      ...caveatsOf(estimates),
      ...other.notes,
      ...otherNotes(other.costs),
    ],
  };
}

interface TeamCosts {
  readonly teams: readonly TeamCost[];
  readonly unassigned: readonly SharedCost[];
}

function teamCosts(estimates: readonly Estimate<SpendUsage>[], { names }: SpendBase): TeamCosts {
  const byTeam = groupBy(estimates, ({ row, model }) => names.teamOf(row, model));
  const teams: TeamCost[] = [];
  const unassigned: SharedCost[] = [];
  for (const [team, same] of byTeam) {
    for (const cost of provenCosts(same)) {
      if (team === UNASSIGNED) unassigned.push({ pot: 'unassigned', ...cost });
      else teams.push({ team, ...cost });
    }
  }
  return { teams, unassigned };
}

/** Money by where it comes from, and what has no price. */
function provenCosts(
  estimates: readonly Estimate<SpendUsage>[],
): readonly Omit<TeamCost, 'team'>[] {
  const byProvenance = groupBy(estimates, ({ row }) =>
    row.origin?.allocated === true ? 'allocated' : 'metered',
  );
  return [...byProvenance].map(([provenance, same]) => ({
    provenance,
    usd: formatUsd(same.reduce((sum, one) => sum + (one.priced ? one.amount : 0n), 0n)),
    unpricedTokens: unpricedTokensOf(same),
    unpricedUnits: unpricedOf(same),
  }));
}

function potCost({ subject, usd, provenance }: BesideCost): SharedCost {
  return { pot: potOf(subject), usd, provenance, unpricedTokens: 0, unpricedUnits: [] };
}

function potOf(subject: BesideCost['subject']): SharedPot {
  switch (subject) {
    case 'unpriced':
    case 'support':
    case 'tax':
    case 'credit':
      return subject;
    case 'refund':
    case 'discount':
      return 'credit';
    default:
      return 'non-token';
  }
}

function otherNotes(costs: readonly OtherCost[]): readonly string[] {
  const unpriced = costs.filter(({ usd }) => usd === null).length;
  if (unpriced === 0) return [];
  return [`${unpriced} costs beside tokens have no amount and are in no sum.`];
}
