import { dayOf, instantOfMs } from '../../../../../shared/model/period.ts';
import { billingPrefix } from '../../../../../shared/prices/billing-regions.ts';
import { sessionArn } from '../cloudtrail-record.ts';
import type { WorldInvocation } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { resourceId } from '../identifiers.ts';
import { baseModelOf } from '../inference-profiles.ts';
import { catalogueModel } from '../models.ts';
import type { WorldBillLine } from './bill-world.ts';
import type { Charge } from './charge.ts';
import type { LineTags } from './line-tags.ts';
import type { ListPrices, MadeUnit } from './list-prices.ts';
import { UNLISTED_IMAGE } from './planted.ts';

/** A call with how many of something it made, and what one of it is and costs. */
interface Made {
  readonly call: WorldInvocation;
  readonly count: number;
  readonly charge: Pick<Charge, 'usageType' | 'unit' | 'usd' | 'service' | 'productCode'>;
}

type PriceOf = ListPrices['made'];

/** What calls made that is not counted in tokens, by day, caller and kind: images and searches. */
export function madeCharges(
  calls: readonly WorldInvocation[],
  sources: { readonly prices: ListPrices } & Pick<LineTags, 'tagsOf'>,
): readonly Charge[] {
  const made = calls.flatMap((call) => [
    ...imagesOf(call, sources.prices.made),
    ...searchesOf(call, sources.prices.made),
  ]);
  const byKind = groupBy(made, ({ call, charge }) => {
    const { day, accountId, principal } = usedBy(call);
    return `${day} ${accountId} ${charge.usageType} ${principal}`;
  });
  return [...byKind.values()].flatMap((group) => {
    const quantity = group.reduce((sum, { count }) => sum + count, 0);
    return group.slice(0, 1).map(({ call, charge }) => ({
      ...charge,
      ...usedBy(call),
      tags: callerTags(sources.tagsOf(call.caller.arn)),
      quantity,
    }));
  });
}

function imagesOf(call: WorldInvocation, priceOf: PriceOf): readonly Made[] {
  const { images } = call;
  if (images === null) return [];
  const usd = priceOf({ ...placeOf(call), unit: `images-${images.side}-${images.quality}` });
  const quality = images.quality === 'premium' ? 'Premium' : 'Standard';
  const charge = {
    usageType: `${billingPrefix(call.region)}-NovaCanvas-T2I-${images.side}-${quality}`,
    unit: 'image',
    usd: usd ?? UNLISTED_IMAGE.usd,
  };
  return [{ call, count: images.count, charge }];
}

function searchesOf(call: WorldInvocation, priceOf: PriceOf): readonly Made[] {
  if (call.searchUnits === null) return [];
  const usd = priceOf({ ...placeOf(call), unit: 'search-units' });
  if (usd === null) return [];
  const prefix = billingPrefix(call.region);
  const modelId = baseModelOf(call.modelId);
  const charge = {
    service: `${catalogueModel(modelId)?.name} (Amazon Bedrock Edition)`,
    productCode: resourceId(`marketplace/${modelId}`, 25),
    usageType: `${prefix}-MP:${prefix}_search_units-Units`,
    unit: 'Units',
    usd,
  };
  return [{ call, count: call.searchUnits, charge }];
}

function placeOf({ modelId, region, time }: WorldInvocation): Omit<MadeUnit, 'unit'> {
  return { baseModelId: baseModelOf(modelId), region, day: dayOf(instantOfMs(time)) };
}

function usedBy({ time, accountId, region, caller }: WorldInvocation) {
  return {
    day: dayOf(instantOfMs(time)),
    accountId,
    region,
    principal: sessionArn(caller),
  };
}

function callerTags(tags: Readonly<Record<string, string>>): WorldBillLine['tags'] {
  return Object.fromEntries(
    Object.entries(tags).map(([name, value]) => [`iamPrincipal/${name}`, value]),
  );
}
