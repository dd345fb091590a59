import type { ApiContext, ApiPart } from '../context.ts';
import { spendAnomalies } from './anomalies.ts';
import { spendBudgets } from './budgets.ts';
import { spendCalls } from './calls.ts';
import { spendForecast } from './forecast.ts';
import { getSpend } from './get-spend.ts';

/** Everything that the page Spend asks. */
export function spendApi(
  context: ApiContext,
): ApiPart<'spend.get' | 'spend.calls' | 'spend.forecast' | 'spend.anomalies' | 'spend.budgets'> {
  return {
    'spend.get': (input) => getSpend(context, input),
    'spend.calls': (input) => spendCalls(context, input),
    'spend.forecast': (input) => spendForecast(context, input),
    'spend.anomalies': (input) => spendAnomalies(context, input),
    'spend.budgets': (input) => spendBudgets(context, input),
  };
}
