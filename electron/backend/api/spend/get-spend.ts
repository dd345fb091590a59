import type { SpendAnswer } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { buildSpend } from '../../../../shared/cost/build-spend.ts';
import { comparedDaysNote, wholeDays } from '../../../../shared/cost/spend/compared-days.ts';
import { isRatio } from '../../../../shared/cost/spend/measure.ts';
import { periodBefore } from '../../../../shared/cost/spend/period-before.ts';
import type { ApiContext } from '../context.ts';
import { billedOf } from './billed-of.ts';
import { spendBase } from './spend-base.ts';

/** Spend of a period by one grouping, with what it is compared with and tied to where that is asked for. */
export async function getSpend(
  context: ApiContext,
  input: Input<'spend.get'>,
): Promise<SpendAnswer> {
  const { from, to, groupBy, granularity, measure, compare, top, filter } = input;
  const attribution = input.attribution === true;
  const base = await spendBase(context, {
    groupings: attribution ? [groupBy, 'principal', 'team'] : [groupBy],
    filter,
    hourly: granularity === 'hour',
    monthly: granularity === 'month' && !isRatio(measure ?? 'usd'),
  });
  const { pricing, names, accounts, today } = base;
  const now = await base.read({ from, to });
  const whole = compare === undefined ? null : wholeDays({ from, to }, today);
  const compared = compare === undefined || whole === null ? null : periodBefore(whole, compare);
  const before = compared === null ? null : await base.read(compared);
  const notes =
    compare === undefined ? [] : comparedDaysNote({ period: { from, to }, whole, compared });
  const unknown = (now.notCounted ?? null) !== null;
  return buildSpend({
    ...pricing,
    ...now,
    billed: unknown ? await billedOf(context.workspace().store, { from, to }, filter) : [],
    groupBy,
    ...(granularity === undefined ? {} : { granularity }),
    ...(measure === undefined ? {} : { measure }),
    ...(top === undefined ? {} : { top }),
    today,
    accounts,
    names,
    attribution,
    notes: [...now.notes, ...notes],
    ...(before === null ? {} : { previous: before }),
  });
}
