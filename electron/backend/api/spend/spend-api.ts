import type { ApiContext, ApiPart } from '../context.ts';
import { spendCalls } from './calls.ts';
import { getSpend } from './get-spend.ts';

/** Everything that the page Spend asks. */
export function spendApi(context: ApiContext): ApiPart<'spend.get' | 'spend.calls'> {
  return {
    'spend.get': (input) => getSpend(context, input),
    'spend.calls': (input) => spendCalls(context, input),
  };
}
