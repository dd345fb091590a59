import { z } from 'zod';
import { type Day, dayOf, isDay } from '../model/period.ts';
import type { PriceRecord } from './price-record.ts';

/** A price as listed, before anybody judged whether it can be used. */
export type PricePoint = Omit<PriceRecord, 'standing' | 'reason'>;

/** An account's rate cards for one model, as the dataset `agreement-offers` holds them. */
export interface OfferedCards {
  readonly accountId: string;
  readonly modelId: string;
  readonly rows: readonly {
    readonly dimension: string;
    readonly price: string;
    readonly unit: string | null;
  }[];
}

const MILLION = 1_000_000;
const DECIMAL = /^\d+(\.\d{1,18})?$/;

/** The prices of an account's rate cards; tokens are listed by the million. */
export function rateCardPoints(cards: OfferedCards, checkedOn: Day): readonly PricePoint[] {
  return cards.rows
    .filter(({ price }) => DECIMAL.test(price))
    .map(({ dimension, price, unit }) => ({
      source: 'offer',
      list: `${cards.accountId}/${cards.modelId}`,
      accountId: cards.accountId,
      usageType: dimension,
      region: null,
      modelId: cards.modelId,
      usd: price,
      unit: unit ?? '',
      per: /token/i.test(dimension) ? MILLION : 1,
      validFrom: checkedOn,
      validTo: null,
      published: null,
      checkedOn,
    }));
}

const product = z.object({
  serviceCode: z.string(),
  publicationDate: z.string().nullish(),
  product: z.object({
    attributes: z
      .object({
        usagetype: z.string(),
        regionCode: z.string().nullish(),
        servicename: z.string().nullish(),
      })
      .loose(),
  }),
  terms: z.object({
    OnDemand: z
      .record(
        z.string(),
        z.object({
          effectiveDate: z.string().nullish(),
          priceDimensions: z.record(
            z.string(),
            z.object({
              unit: z.string(),
              beginRange: z.string().nullish(),
              pricePerUnit: z.record(z.string(), z.string()),
            }),
          ),
        }),
      )
      .optional(),
  }),
});

/** What the price list's own words for a unit stand for; others are taken as one of the thing. */
const PER_UNIT: Readonly<Record<string, number>> = {
  '1K tokens': 1_000,
  '1M tokens': MILLION,
};

/**
 * The prices of one entry of `pricing:GetProducts`, which is JSON text. Only the usage type, Region
 * and unit of it are dependable. None for entries without prices in USD; null when it is no entry.
 */
export function priceListPoints(
  entry: string,
  read: {
    readonly list: string;
    readonly checkedOn: Day;
    /** The model behind a product's name; null where it names none. */
    modelOf(serviceName: string): string | null;
  },
): readonly PricePoint[] | null {
  const parsed = product.safeParse(parseJson(entry));
  if (!parsed.success) return null;
  const { attributes } = parsed.data.product;
  const terms = Object.values(parsed.data.terms.OnDemand ?? {});
  return terms.flatMap(({ effectiveDate, priceDimensions }) =>
    Object.values(priceDimensions).flatMap(({ unit, pricePerUnit }) => {
      const usd = pricePerUnit.USD;
      if (usd === undefined || !DECIMAL.test(usd)) return [];
      const day = dayOf(effectiveDate ?? '');
      return [
        {
          source: 'price-list' as const,
          list: read.list,
          accountId: null,
          usageType: attributes.usagetype,
          region: attributes.regionCode ?? null,
          modelId: read.modelOf(attributes.servicename ?? ''),
          usd,
          unit,
          per: PER_UNIT[unit] ?? (countsTokens(attributes.usagetype) ? MILLION : 1),
          validFrom: isDay(day) ? day : read.checkedOn,
          validTo: null,
          published: parsed.data.publicationDate ?? null,
          checkedOn: read.checkedOn,
        },
      ];
    }),
  );
}

/** Marketplace products are listed in "Units", which are millions where tokens are counted. */
function countsTokens(usageType: string): boolean {
  return /token/i.test(usageType) && !/TPM/.test(usageType);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
