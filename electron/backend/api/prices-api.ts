import { priceUsed } from '../../../shared/cost/prices-used.ts';
import { createQuoter } from '../../../shared/cost/quote-usage.ts';
import { dayOf } from '../../../shared/model/period.ts';
import { linesOfModel } from '../../../shared/prices/lines-of-model.ts';
import type { ApiContext, ApiPart } from './context.ts';
import { lookupOf } from './model-lookup.ts';
import { pricingOf } from './pricing.ts';

/** The lines of the price book, what rows of usage cost by them, and where sources disagree. */
export function pricesApi(
  context: ApiContext,
): ApiPart<'prices.list' | 'prices.quote' | 'prices.conflicts'> {
  return {
    async 'prices.list'({ modelId }) {
      const [{ prices }, lookup] = await Promise.all([pricingOf(context), lookupOf(context)]);
      return linesOfModel(prices.lines, modelId, lookup).map(priceUsed);
    },
    async 'prices.quote'({ rows }) {
      const [{ prices }, lookup] = await Promise.all([pricingOf(context), lookupOf(context)]);
      const today = dayOf(context.host.now());
      return rows.map(createQuoter({ prices, lookup, today }));
    },
    async 'prices.conflicts'() {
      const conflicts = await context.prices.conflicts(context.workspace().store);
      return conflicts.map(({ used, others, reason }) => ({
        used: used === null ? null : priceUsed(used),
        others: others.map(priceUsed),
        reason,
      }));
    },
  };
}
