import type { SpendForecast } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { forecastMonth } from '../../../../shared/cost/forecast/forecast-month.ts';
import { caveatsOf } from '../../../../shared/cost/prices-used.ts';
import {
  dailyCosts,
  unpricedOf,
  unpricedTokensOf,
} from '../../../../shared/cost/spend/daily-costs.ts';
import { monthOf, monthPeriod } from '../../../../shared/model/period.ts';
import type { ApiContext } from '../context.ts';
import { besideOf, readBeside, readBesideAhead } from './beside-metered-of.ts';
import { readHistory } from './history.ts';
import { spendBase } from './spend-base.ts';

/** What a month costs at its end, by the metered costs of its days and the 8 weeks before. */
export async function spendForecast(
  context: ApiContext,
  { month: asked, filter }: Input<'spend.forecast'>,
): Promise<SpendForecast> {
  const base = await spendBase(context, { groupings: ['model'], filter });
  const { today } = base;
  const month = asked ?? monthOf(today);
  const [{ estimates, period, incompleteDays, notes }, beside, ahead] = await Promise.all([
    readHistory(base, monthPeriod(month)),
    readBeside(context, monthPeriod(month)),
    readBesideAhead(context, monthPeriod(month)),
  ]);
  const days = dailyCosts(estimates, period, incompleteDays);
  const ofMonth = estimates.filter(({ row }) => monthOf(row.day) === month);
  return {
    month,
    forecast: forecastMonth({ days, month, today }),
    days,
    provenance: 'metered',
    unpricedTokens: unpricedTokensOf(ofMonth),
    unpricedUnits: unpricedOf(ofMonth),
    beside: besideOf(beside, filter),
    besideAhead: ahead(filter),
    notes: [...notes, ...caveatsOf(ofMonth)],
  };
}
