import type { BatchJob } from '../../../../../shared/model/dataset.ts';
import { type Day, dayOf } from '../../../../../shared/model/period.ts';
import { formatUsd, parseUsd } from '../../../../../shared/model/usd.ts';
import type { Placed } from '../bedrock/own-models.ts';
import { baseModelOf } from '../inference-profiles.ts';
import type { Charge } from './charge.ts';
import type { ListPrices } from './list-prices.ts';
import { type BilledUse, billName } from './spellings.ts';

/** Tokens that a record of every batch of this world takes. */
const RECORD_TOKENS = [
  ['input-tokens', 420],
  ['output-tokens', 90],
] as const;

/**
 * The tokens of batch jobs on the day on which they ended. AWS counts them nowhere else: batches are
 * in neither invocation logs (guide on model invocation logging) nor documented metrics, so that the
 * bill and the counts of records are all that is known of them.
 */
export function batchCharges(
  jobs: readonly Placed<BatchJob>[],
  sources: { readonly days: readonly Day[]; readonly prices: ListPrices },
): readonly Charge[] {
  const billed = new Set(sources.days);
  return jobs.flatMap(({ place, item }) => {
    const day = dayOf(item.endTime ?? '');
    if (!billed.has(day)) return [];
    return RECORD_TOKENS.flatMap(([unit, tokens]) => {
      const use = { ...kindOf(item, place.region), unit };
      const usd = sources.prices.tokens(use, day);
      if (usd === null) return [];
      const { per, ...name } = billName(use);
      const quantity = ((item.succeededRecords ?? 0) * tokens) / per;
      const price = formatUsd((parseUsd(usd) * BigInt(per)) / 1_000_000n);
      return [{ ...place, ...name, day, quantity, usd: price, resourceId: item.jobArn }];
    });
  });
}

function kindOf({ modelId }: BatchJob, region: string): Omit<BilledUse, 'unit'> {
  const id = (modelId ?? '').split('/').at(-1) ?? '';
  const base = baseModelOf(id);
  return { modelId: base, region, scope: id === base ? 'in-region' : 'geographic', tier: 'batch' };
}
