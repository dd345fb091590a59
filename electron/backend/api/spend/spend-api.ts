import type { ApiContext, ApiPart } from '../context.ts';
import { spendAnomalies } from './anomalies.ts';
import { spendBudgets } from './budgets.ts';
import { spendCache } from './cache.ts';
import { spendCalls } from './calls.ts';
import { spendCapacity } from './capacity.ts';
import { closeOneMonth, reopenMonth, spendChargeback } from './chargeback.ts';
import { spendForecast } from './forecast.ts';
import { getSpend } from './get-spend.ts';
import { spendKeys } from './keys.ts';
import { spendWhatIf } from './what-if.ts';

/** Everything that the page Spend asks. */
export function spendApi(
  context: ApiContext,
): ApiPart<
  | 'spend.get'
  | 'spend.calls'
  | 'spend.forecast'
  | 'spend.anomalies'
  | 'spend.budgets'
  | 'spend.cache'
  | 'spend.capacity'
  | 'spend.what-if'
  | 'spend.chargeback'
  | 'spend.keys'
  | 'month.close'
  | 'month.reopen'
> {
  return {
    'spend.get': (input) => getSpend(context, input),
    'spend.calls': (input) => spendCalls(context, input),
    'spend.forecast': (input) => spendForecast(context, input),
    'spend.anomalies': (input) => spendAnomalies(context, input),
    'spend.budgets': (input) => spendBudgets(context, input),
    'spend.cache': (input) => spendCache(context, input),
    'spend.capacity': (input) => spendCapacity(context, input),
    'spend.what-if': (input) => spendWhatIf(context, input),
    'spend.chargeback': (input) => spendChargeback(context, input),
    'spend.keys': (input) => spendKeys(context, input),
    'month.close': (input) => closeOneMonth(context, input),
    'month.reopen': (input) => reopenMonth(context, input),
  };
}
