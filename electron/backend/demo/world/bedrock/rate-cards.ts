import type { AgreementOffer, RateCardRow } from '../../../../../shared/model/dataset.ts';
import type { Day } from '../../../../../shared/model/period.ts';
import { formatUsd, parseUsd } from '../../../../../shared/model/usd.ts';
import { billingPrefix } from '../../../../../shared/prices/billing-regions.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';
import type { PriceLine } from '../../../../../shared/prices/price-line.ts';
import { resourceId } from '../identifiers.ts';
import { keepByKey, once } from '../keep.ts';
import { CATALOGUE, type CatalogueModel, catalogueModel } from '../models.ts';
import { BEDROCK_REGIONS } from '../organization.ts';
import { isRateUnit, newName, oldName, type Rate } from './rate-names.ts';
import { SPECIAL_RATES } from './special-rates.ts';

/** The Regions that cards of this world list, GovCloud among them. */
const LISTED = [...BEDROCK_REGIONS, 'us-gov-east-1'];

/** Cards of before 2026 use the older names alone; that of Haiku 4.5 has both. */
const OLD_NAMES = [
  'anthropic.claude-3-5-sonnet-20240620-v1:0',
  'cohere.command-r-plus-v1:0',
  'cohere.embed-v4:0',
];
const BOTH_NAMES = ['anthropic.claude-haiku-4-5-20251001-v1:0'];
/** OpenAI's cards are flat: one price for all Regions, without a prefix. */
const FLAT = ['openai.gpt-6.1-sol'];

/** Whether AWS Marketplace meters a model: then it has a rate card, and needs an agreement. */
export function isMarketplaceMetered({ provider, modelId }: CatalogueModel): boolean {
  return provider === 'Anthropic' || provider === 'Cohere' || FLAT.includes(modelId);
}

/**
 * The public offer of each model that AWS Marketplace meters. Its prices are those of the bundled
 * table on that day, in AWS's own dimensions, and a few that only rate cards have.
 */
export function createRateCards(today: Day): (modelId: string) => AgreementOffer | null {
  const lines = once(() => bundledPrices().filter((line) => holdsOn(line, today)));
  const card = keepByKey((modelId: string) => rateCardOf(modelId, lines()));
  return (modelId) => {
    const model = catalogueModel(modelId);
    if (model === undefined || !isMarketplaceMetered(model)) return null;
    return {
      offerId: `offer-${resourceId(`offer/${modelId}`, 13)}`,
      rateCard: card(modelId),
      agreementDuration: null,
    };
  };
}

/** The models of this world that have rate cards. */
export function meteredModels(): readonly CatalogueModel[] {
  return CATALOGUE.filter(isMarketplaceMetered);
}

function rateCardOf(modelId: string, lines: readonly PriceLine[]): readonly RateCardRow[] {
  const own = lines.filter((line) => line.modelId === modelId && line.per !== 1);
  const geographic = own.some(({ scope }) => scope === 'geographic');
  const billed = own.filter(({ scope }) => scope !== 'in-region' || !geographic);
  const rates = [...(SPECIAL_RATES[modelId] ?? []), ...billed.flatMap(rateOf)];
  const rows = new Map(own.flatMap(searchRows).map((row) => [row.dimension, row]));
  for (const rate of rates) {
    for (const row of rowsOf(modelId, rate)) {
      if (!rows.has(row.dimension)) rows.set(row.dimension, row);
    }
  }
  return [...rows.values()];
}

function rowsOf(modelId: string, rate: Rate): readonly RateCardRow[] {
  if (FLAT.includes(modelId)) {
    const dimension = newName(rate).dimension;
    return [{ dimension, price: rate.usd, description: dimension, unit: 'Units' }];
  }
  const old = OLD_NAMES.includes(modelId) || BOTH_NAMES.includes(modelId);
  const names = [
    ...(OLD_NAMES.includes(modelId) ? [] : [newName(rate)]),
    ...(old ? oldName(rate) : []),
  ];
  return rate.regions.flatMap((region) =>
    names.map(({ dimension, description }) => ({
      dimension: `${billingPrefix(region)}_${dimension}`,
      price: rate.usd,
      description,
      unit: 'Units',
    })),
  );
}

/** Searches are priced one by one. */
function searchRows({ unit, usd, per, regions }: PriceLine): readonly RateCardRow[] {
  if (unit !== 'search-units' || regions === '*') return [];
  return LISTED.filter((region) => regions.includes(region)).map((region) => ({
    dimension: `${billingPrefix(region)}_search_units`,
    price: formatUsd(parseUsd(usd) / BigInt(per)),
    description: 'Search Units',
    unit: 'Units',
  }));
}

function rateOf(line: PriceLine): readonly Rate[] {
  const { unit, scope, tier, usd } = line;
  const long = line.context === 'long';
  if (!isRateUnit(unit) || tier === 'reserved' || tier === 'latency-optimized') return [];
  const regions =
    line.regions === '*' ? BEDROCK_REGIONS : LISTED.filter((at) => line.regions.includes(at));
  return [{ unit, global: scope === 'global', tier, long, usd, regions }];
}

function holdsOn({ validFrom, validTo }: PriceLine, day: Day): boolean {
  return validFrom <= day && (validTo === undefined || day < validTo);
}
