import { z } from 'zod';
import { BILLABLE_UNITS } from '../model/billable-units.ts';
import { isDay } from '../model/period.ts';
import type { PriceOverride } from '../model/price-override.ts';
import { SERVICE_TIERS } from '../model/usage.ts';

/** The page's policy refuses `eval`, which zod's compiled parsers try; forms of the page check by this schema. */
z.config({ jitless: true });

const day = z.string().refine(isDay, 'expected a UTC day like 2026-10-14');
const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'expected a Region code like eu-west-1');
const modelId = z.string().min(1).max(2048);

const agreed = {
  validFrom: day,
  validTo: day.nullable(),
  note: z.string().min(1, 'expected a note that says why').max(500),
};

const discount = z.strictObject({
  kind: z.literal('discount'),
  models: z.union([z.literal('*'), z.array(modelId).min(1).max(500)]),
  percentOff: z
    .string()
    .regex(
      /^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/,
      'expected a percentage from 0 to 100, like 12.5',
    ),
  ...agreed,
});

const fixedPrice = z.strictObject({
  kind: z.literal('price'),
  modelId,
  scope: z.enum(['in-region', 'geographic', 'global']).nullable(),
  tier: z.enum(SERVICE_TIERS),
  context: z.enum(['short', 'long']),
  regions: z.union([z.literal('*'), z.array(region).min(1).max(100)]),
  unit: z.enum(
    BILLABLE_UNITS.map(({ unit }) => unit).filter((unit) => unit !== 'cache-write-tokens'),
  ),
  usd: z.string().regex(/^\d{1,9}(\.\d{1,12})?$/, 'expected dollars like 2.75'),
  per: z.union([z.literal(1), z.literal(1_000), z.literal(1_000_000)]),
  ...agreed,
});

/** What the user pays in place of what AWS lists, as settings hold it. */
export const priceOverride: z.ZodType<PriceOverride> = z
  .discriminatedUnion('kind', [discount, fixedPrice])
  .refine(({ validFrom, validTo }) => validTo === null || validFrom < validTo, {
    message: 'expected a last day after the first',
    path: ['validTo'],
  });

/** A list of them; the first that fits holds. */
export const priceOverrides = z.array(priceOverride).max(500);
