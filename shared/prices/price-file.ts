import { z } from 'zod';
import { BILLABLE_UNITS } from '../model/billable-units.ts';
import { isDay } from '../model/period.ts';
import { SERVICE_TIERS } from '../model/usage.ts';
import type { PriceLine } from './price-line.ts';

const day = z.string().refine(isDay, 'expected a UTC day like 2026-10-14');
/** At most 12 decimals, so that a quantity times a price per million stays exact. */
const usd = z.string().regex(/^\d{1,9}(\.\d{1,12})?$/, 'expected a decimal amount of USD');
const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'expected a Region code');

/** Prices are of times to live that are known, so cache writes without one have none. */
const PRICED_UNITS = BILLABLE_UNITS.map(({ unit }) => unit).filter(
  (unit) => unit !== 'cache-write-tokens',
);
const units = z.enum(PRICED_UNITS);

const source = z.strictObject({
  /** What AWS calls the list and which issue of it. */
  name: z.string().min(10),
  url: z.url({ protocol: /^https$/ }),
  /** The day on which the list said so. */
  checkedOn: day,
});

const card = z.strictObject({
  modelId: z.string().regex(/^[a-z0-9]+\.[a-zA-Z0-9.:-]+$/),
  scope: z.enum(['in-region', 'geographic', 'global']),
  tier: z.enum(SERVICE_TIERS),
  /** Absent for short contexts. */
  context: z.literal('long').optional(),
  regions: z.union([z.literal('*'), z.array(region).min(1)]),
  /** Of how many units `usd` is the price: 1000000 for tokens, 1000 for text units, 1 for images. */
  per: z.union([z.literal(1), z.literal(1_000), z.literal(1_000_000)]),
  usd: z.partialRecord(units, usd).refine((prices) => Object.keys(prices).length > 0),
  validFrom: day,
  validTo: day.optional(),
  /** A key of the file's `sources`. */
  source: z.string(),
  caveat: z.string().endsWith('.').optional(),
  /** Of short contexts, where the source has long ones that cost more. */
  longCostsMore: z.literal(true).optional(),
  note: z.string().optional(),
});

/** One provider's prices: cards of one model, scope, tier and set of Regions, with their sources. */
export const priceFile = z.strictObject({
  provider: z.string().min(1),
  sources: z.record(z.string(), source),
  cards: z.array(card).min(1),
});

/** One provider's price file as it is written. */
export type PriceFile = z.infer<typeof priceFile>;
type Card = PriceFile['cards'][number];

/**
 * Checks a price file and unfolds its cards into lines.
 * @throws ZodError naming the card, and RangeError for a card whose source is not listed.
 */
export function readPriceFile(json: unknown): readonly PriceLine[] {
  const file = priceFile.parse(json);
  return file.cards.flatMap((found) => linesOf(found, file.sources));
}

function linesOf(found: Card, sources: PriceFile['sources']): readonly PriceLine[] {
  const listed = sources[found.source];
  if (listed === undefined) {
    throw new RangeError(
      `${found.modelId}: the source '${found.source}' is not listed in the file`,
    );
  }
  const shared = {
    modelId: found.modelId,
    scope: found.scope,
    tier: found.tier,
    ...(found.context === undefined ? {} : { context: found.context }),
    regions: found.regions,
    per: found.per,
    validFrom: found.validFrom,
    ...(found.validTo === undefined ? {} : { validTo: found.validTo }),
    source: `${listed.name} (${listed.url})`,
    checkedOn: listed.checkedOn,
    ...(found.caveat === undefined ? {} : { caveat: found.caveat }),
    ...(found.longCostsMore === undefined ? {} : { longCostsMore: found.longCostsMore }),
    ...(found.note === undefined ? {} : { note: found.note }),
  };
  return PRICED_UNITS.flatMap((unit) => {
    const price = found.usd[unit];
    return price === undefined ? [] : [{ ...shared, unit, usd: price }];
  });
}
