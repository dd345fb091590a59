import type { BillableUnit } from '../../../../../shared/model/usage.ts';
import { formatUsd, parseUsd } from '../../../../../shared/model/usd.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../../../../shared/prices/price-book.ts';
import { SPECIAL_RATES } from '../bedrock/special-rates.ts';
import { UNLISTED_MODEL } from './planted.ts';
import type { BilledUse } from './spellings.ts';

/** What AWS charges in this world before discounts. */
export interface ListPrices {
  /** The USD per million tokens of a use on a day; null where AWS bills nothing for it. */
  tokens(use: BilledUse, day: string): string | null;
  /** The USD for one image, search and so on by the bundled prices; null where they have none. */
  made(unit: MadeUnit): string | null;
}

/** What is made for one price each, and where. */
export interface MadeUnit {
  readonly baseModelId: string;
  readonly region: string;
  readonly unit: BillableUnit;
  readonly day: string;
}

/**
 * The bundled prices, the rate cards' prices of long contexts, and that of a model which no list has.
 * A tier or scope that the bundled table lacks is billed at the standard rate; a long context is not,
 * it is null where neither a card nor the table prices it.
 */
export function listPrices(): ListPrices {
  const prices = createPriceBook([bundledPrices()]);
  return {
    tokens(use, day) {
      const { modelId: baseModelId, region, unit } = use;
      if (use.context === 'long') {
        const listed = prices.find({ ...use, baseModelId, day });
        return longPrice(use) ?? (listed.found ? listed.line.usd : null);
      }
      for (const { scope, tier } of [use, { ...use, tier: 'standard' as const }]) {
        const answer = prices.find({ baseModelId, scope, tier, region, unit, day });
        if (answer.found) return answer.line.usd;
      }
      return unlistedPrice(use);
    },
    made(unit) {
      const answer = prices.find({ ...unit, scope: 'in-region', tier: 'standard' });
      return answer.found ? formatUsd(parseUsd(answer.line.usd) / BigInt(answer.line.per)) : null;
    },
  };
}

function longPrice({ modelId, unit, tier, scope }: BilledUse): string | null {
  const rate = (SPECIAL_RATES[modelId] ?? []).find(
    (one) =>
      one.long && one.unit === unit && one.tier === tier && one.global === (scope === 'global'),
  );
  return rate?.usd ?? null;
}

function unlistedPrice({ modelId, unit }: BilledUse): string | null {
  if (modelId !== UNLISTED_MODEL.modelId) return null;
  return unit === 'input-tokens' || unit === 'output-tokens' ? UNLISTED_MODEL.usd[unit] : null;
}
